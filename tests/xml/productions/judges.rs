//! Parsers of others as judges of the table.

use std::collections::BTreeSet;

use um_tests::judges::{Judge, ROXMLTREE, XML_RS, ours};

use super::productions;
use crate::rows::{check, row};

/// The judge agrees on the whole table but for its deviations, and each of these is one still.
fn judge(judge: &Judge) {
    let deviations = judge.deviations.iter();
    let known: BTreeSet<&str> = deviations.flat_map(|it| it.documents).copied().collect();
    let differs = |document: &str| {
        let (theirs, ours) = ((judge.read)(document), ours(document));
        (theirs.as_ref().ok() != ours.as_ref().ok())
            .then(|| format!("{theirs:?} instead of {ours:?}"))
    };
    let problems = productions().flat_map(|production| {
        let documents = production.documents();
        let others = documents.filter(|document| !known.contains(document));
        others.filter_map(|document| row(production.clause, document, || differs(document)))
    });
    check(&problems.collect::<Vec<_>>());
    for document in known {
        assert!(differs(document).is_some(), "no deviation: {document:?}");
    }
}

#[test]
fn xml_rs_agrees() {
    judge(&XML_RS);
}

#[test]
fn roxmltree_agrees() {
    judge(&ROXMLTREE);
}
