//! What holds for every fault, tried on generated ones.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use um_messages::xml::Reader;
use um_messages::{Envelope, Fault, ReadOptions, SoapVersion};
use um_tests::documents::short_body;
use um_tests::generated::config;
use um_tests::generated::envelopes::{Settings, settings};
use um_tests::generated::texts::{URIS, qname, text};
use um_tests::generated::trees::tree_of;
use um_tests::sources::{both_messages, sources};

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

const VERSIONS: &[SoapVersion] = &[SoapVersion::V1_1, SoapVersion::V1_2];

/// A code, be it a name or not.
fn code() -> impl Strategy<Value = String> {
    let prefix = select(&["", ":", "s:", "m:", "q:", "soap:", "p:", "x:", "xml:"][..]);
    let local = prop_oneof![
        select(
            &[
                "",
                "Client",
                "Sender",
                "Server.Timeout",
                "Busy",
                "500",
                "Server Error",
            ][..]
        )
        .prop_map(str::to_owned),
        text().prop_map(|text| escaped(&text)),
    ];
    (prefix, local).prop_map(|(prefix, local)| format!("{prefix}{local}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\r', "&#13;")
}

/// What detail has, entries or text.
fn detail_content() -> impl Strategy<Value = String> {
    let pieces = &[
        "a",
        " ",
        "m:a",
        "soap:b",
        "q:c",
        "<a/>",
        "<m:a/>",
        "<soap:a xmlns:soap='urn:x'>soap:c</soap:a>",
        "<x xmlns=''>m:b</x>",
    ][..];
    vec(select(pieces), 0..4).prop_map(|pieces| pieces.concat())
}

/// A child of a fault: of either version, with declarations of its own, or with an attribute.
fn child() -> impl Strategy<Value = String> {
    let extra = select(
        &[
            "",
            " xmlns='urn:x'",
            " xmlns=''",
            " xmlns:soap='urn:x'",
            " xmlns:q='urn:q' xmlns:ns1='urn:1'",
            " xml:lang='en'",
            " xml:lang=''",
            " xml:lang='de' a='soap:b'",
            " xmlns:soap='urn:x' a='soap:b'",
            " xmlns='urn:x' a='b' s:c='m:d'",
        ][..],
    );
    let codes = vec(code(), 1..4).prop_map(|codes| {
        let start = codes.join("</s:Value><s:Subcode><s:Value>");
        let end = "</s:Subcode>".repeat(codes.len() - 1);
        format!("<s:Code><s:Value>{start}</s:Value>{end}</s:Code>")
    });
    let content = prop_oneof![
        (select(&["faultcode", "s:faultcode"][..]), code()),
        (
            select(
                &[
                    "faultstring",
                    "s:faultstring",
                    "faultactor",
                    "s:Node",
                    "s:Role"
                ][..]
            ),
            text().prop_map(|text| escaped(&text))
        ),
        (
            select(&["detail", "s:Detail", "s:detail"][..]),
            detail_content()
        ),
    ];
    let child = (content, extra.clone())
        .prop_map(|((name, content), extra)| format!("<{name}{extra}>{content}</{name}>"));
    let texts = vec((extra, text()), 0..3).prop_map(|texts| {
        let text =
            |(extra, text): &(&str, String)| format!("<s:Text{extra}>{}</s:Text>", escaped(text));
        format!(
            "<s:Reason>{}</s:Reason>",
            texts.iter().map(text).collect::<String>()
        )
    });
    prop_oneof![4 => child, 1 => codes, 1 => texts]
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
        prop_assert_eq!(Envelope::<Fault>::from_xml(&again).unwrap().body, tokenizer);
    }

    /// Whatever a service sends: what is read can be written in either version, and is read back equal in its own.
    #[test]
    fn faults_of_services_are_passed_on(
        children in vec(child(), 0..6),
        sent in select(VERSIONS),
        settings in settings(),
    ) {
        let settings = Settings { mapped: false, ..settings };
        let document = short_body(&format!("<s:Fault>{}</s:Fault>", children.concat()));
        let document = document.replace(SoapVersion::V1_1.namespace(), sent.namespace());
        let read = both_messages::<Fault>(&document);
        let read = read.map_err(|error| TestCaseError::fail(format!("{error}\n{document}")))?;
        let written = settings.envelope(read.clone()).to_xml();
        let written = written.map_err(|error| TestCaseError::fail(format!("{error}\n{document}")))?;
        let again = both_messages::<Fault>(&written);
        let again = again.map_err(|error| TestCaseError::fail(format!("{error}\n{written}")))?;
        if settings.version == sent {
            prop_assert_eq!(&again, &read, "{} as {}", document, written);
        }
        prop_assert_eq!(again.reason(), read.reason(), "{} as {}", document, written);
        prop_assert_eq!(again.role(), read.role());
        prop_assert_eq!(again.detail(), read.detail());
        prop_assert_eq!(again.detail_element(), read.detail_element());
    }
}
