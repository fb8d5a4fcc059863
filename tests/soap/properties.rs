//! What holds for every fault, tried on generated ones.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use um_messages::xml::Reader;
use um_messages::{Envelope, Fault, ReadOptions, SoapVersion};
use um_tests::generated::config;
use um_tests::generated::envelopes::{Settings, settings};
use um_tests::generated::texts::{URIS, qname, text};
use um_tests::generated::trees::tree_of;
use um_tests::sources::sources;

fn fault() -> impl Strategy<Value = Fault> {
    (
        qname(),
        vec((select(&["en", "de-AT"][..]), text()), 0..3),
        vec(qname(), 0..3),
        option::of(select(URIS)),
        option::of(select(URIS)),
        vec(tree_of(2), 0..3),
        text(),
    )
        .prop_map(|(code, reasons, subcodes, role, node, detail, reason)| {
            let mut fault = Fault::new(code, reason);
            for (language, reason) in reasons {
                fault = fault.with_reason(language, reason);
            }
            fault = subcodes.into_iter().fold(fault, Fault::with_subcode);
            fault = detail.into_iter().fold(fault, Fault::with_detail);
            if let Some(role) = role {
                fault = fault.with_role(role);
            }
            match node {
                Some(node) => fault.with_node(node),
                None => fault,
            }
        })
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn faults_are_read_back(fault in fault(), settings in settings()) {
        // Nobody knows aliases of the namespaces in a fault.
        let settings = Settings { mapped: false, ..settings };
        let written = settings.envelope(fault.clone()).to_xml();
        let Ok(written) = written else {
            return Err(TestCaseError::fail(format!("{}\n{fault:?}", written.unwrap_err())));
        };
        let read = |reader: &mut Reader<'_>| Envelope::<Fault>::read(reader);
        let (tokenizer, stream) = sources(&written, &ReadOptions::new(), &read);
        let (tokenizer, stream) = (tokenizer.unwrap().body, stream.unwrap().body);
        prop_assert_eq!(&tokenizer, &stream);
        prop_assert_eq!(tokenizer.role(), fault.role());
        prop_assert_eq!(tokenizer.detail(), fault.detail(), "{}", written);
        prop_assert_eq!(tokenizer.reason(), fault.reason());
        if settings.version == SoapVersion::V1_1 {
            // One code: the one that says most.
            let code = fault.subcodes().first().unwrap_or(fault.code());
            prop_assert_eq!(tokenizer.code(), code, "{}", written);
        } else {
            prop_assert!(tokenizer.code().is(settings.version.namespace(), "Receiver"));
            let subcodes = [std::slice::from_ref(fault.code()), fault.subcodes()].concat();
            prop_assert_eq!(tokenizer.subcodes(), subcodes, "{}", written);
            prop_assert_eq!(tokenizer.reasons(), fault.reasons());
            prop_assert_eq!(tokenizer.node(), fault.node());
        }
        // Passed on as it was read, it says the same still.
        let again = settings.envelope(tokenizer.clone()).to_xml().unwrap();
        let again = Envelope::<Fault>::from_xml(&again).unwrap().body;
        prop_assert_eq!(again.code(), tokenizer.code());
        prop_assert_eq!(again.subcodes(), tokenizer.subcodes());
        prop_assert_eq!(again.reasons(), tokenizer.reasons());
        prop_assert_eq!(again.detail(), tokenizer.detail());
    }
}
