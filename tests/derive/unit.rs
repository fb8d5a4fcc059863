//! The three spellings of nothing.

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

#[derive(Debug, PartialEq, SoapType)]
struct Unit;

#[derive(Debug, PartialEq, SoapType)]
struct Braces {}

#[derive(Debug, PartialEq, SoapType)]
struct Nothings {
    unit: Unit,
    braces: Option<Braces>,
    nothing: (),
    many: Vec<Unit>,
}

#[test]
fn types_without_content() {
    same(
        &Nothings {
            unit: Unit,
            braces: Some(Braces {}),
            nothing: (),
            many: vec![Unit, Unit],
        },
        "<Nothings><Unit/><Braces/><Nothing/><Many/><Many/></Nothings>",
    );
    // What a newer peer has put there is unknown, and skipped; text is not.
    reads("<Unit New='1'>\n <New/>\n</Unit>", &Unit);
    let error = refused::<Unit>("<Unit>x</Unit>");
    assert!(
        matches!(error.kind(), ErrorKind::UnexpectedText(_)),
        "{error}"
    );
    refused::<Nothings>("<Nothings><Unit/><Nothing>x</Nothing></Nothings>");
}
