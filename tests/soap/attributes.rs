//! Attributes of Envelope, Header and Body, and how else an envelope may be written.

use um_messages::um::GetCallInfo;
use um_messages::xml::{Attribute, Reader};
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage, SoapType, SoapVersion};
use um_tests::documents::{V1_1, V1_2, get_call_info, short_envelope};
use um_tests::roundtrip::assert_unwritable;
use um_tests::sources::sources;

const WSU: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

fn read(document: &str) -> Envelope<GetCallInfo> {
    let read = |reader: &mut Reader<'_>| Envelope::<GetCallInfo>::read(reader);
    let (tokenizer, stream) = sources(document, &ReadOptions::new(), &read);
    let envelope = tokenizer.unwrap();
    assert_eq!(stream.unwrap(), envelope);
    envelope
}

fn id(value: &str) -> Attribute {
    Attribute::new(WSU, "Id", value)
}

/// B 29 to 31: what is signed has an identifier.
#[test]
fn attributes_are_written_and_read() {
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let style = Attribute::new(version.namespace(), "encodingStyle", "urn:style");
        let envelope = Envelope::new(get_call_info())
            .with_version(version)
            .declare("wsu", WSU)
            .with_envelope_attribute(style.clone())
            .with_envelope_attribute(id("e"))
            .with_header_attribute(id("h"))
            .with_body_attribute(id("b"));
        let xml = envelope.to_xml().unwrap();
        let soap = version.namespace();
        for expected in [
            format!(
                "<soap:Envelope xmlns:soap=\"{soap}\" xmlns:wsu=\"{WSU}\" soap:encodingStyle=\"urn:style\" wsu:Id=\"e\">"
            ),
            "<soap:Header wsu:Id=\"h\"/><soap:Body wsu:Id=\"b\"><".to_owned(),
        ] {
            assert!(xml.contains(&expected), "{xml}");
        }
        let again = read(&xml);
        assert_eq!(again, envelope);
        assert_eq!(again.envelope_attributes(), [style, id("e")]);
        assert_eq!(again.header_attributes(), [id("h")]);
        assert_eq!(again.body_attributes(), [id("b")]);
        let without = Envelope::new(get_call_info()).with_version(version);
        assert_ne!(again, without, "they say something");
    }
}

/// What a gateway passes on, with what prefixes in values mean.
#[test]
fn attributes_are_passed_on() {
    let document = short_envelope(
        "<s:Header/><s:Body xmlns:x='urn:x' x:kind='x:y' plain='1'><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>",
    )
    .replace("<s:Envelope ", "<s:Envelope xml:lang='de' ");
    let envelope = read(&document);
    assert_eq!(envelope.envelope_attributes().len(), 1);
    assert_eq!(envelope.body_attributes().len(), 2);
    let xml = envelope.to_xml().unwrap();
    assert!(
        xml.contains(" xml:lang=\"de\"><soap:Body xmlns:x=\"urn:x\" x:kind=\"x:y\" plain=\"1\">"),
        "{xml}"
    );
    assert_eq!(read(&xml), envelope);
}

#[test]
fn attributes_that_cannot_be_written() {
    let envelope = || Envelope::new(get_call_info());
    assert_unwritable(
        envelope()
            .with_body_attribute(id("a"))
            .with_body_attribute(id("b"))
            .to_xml(),
    );
    assert_unwritable(
        envelope()
            .with_envelope_attribute(Attribute::new("", "xmlns", "urn:x"))
            .to_xml(),
    );
    assert_unwritable(
        envelope()
            .with_header_attribute(Attribute::new("", "a b", ""))
            .to_xml(),
    );
    assert_unwritable(
        envelope()
            .with_header_attribute(Attribute::new("", "a", "\u{1}"))
            .to_xml(),
    );
}

/// There are servers that want it.
#[test]
fn an_empty_header_can_be_asked_for() {
    let envelope = Envelope::new(get_call_info()).with_empty_header(true);
    let xml = envelope.to_xml().unwrap();
    assert!(xml.contains("<soap:Header/><soap:Body>"), "{xml}");
    assert_eq!(read(&xml), envelope);
    let without = envelope.with_empty_header(false).to_xml().unwrap();
    assert!(!without.contains("Header"), "{without}");
}

/// There are servers that cannot have it.
#[test]
fn the_xml_declaration_can_be_left_out() {
    let envelope = Envelope::new(get_call_info()).with_xml_declaration(false);
    let xml = envelope.to_xml().unwrap();
    assert!(xml.starts_with("<soap:Envelope "), "{xml}");
    let pretty = envelope.to_xml_pretty().unwrap();
    assert!(pretty.starts_with("<soap:Envelope "), "{pretty}");
    let with = envelope.with_xml_declaration(true).to_xml().unwrap();
    assert_eq!(with, get_call_info().to_envelope().unwrap());
    assert!(with.ends_with(&xml), "{with}");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "camelCase")]
struct Nowhere {
    #[soap(unqualified)]
    trace: Option<String>,
    #[soap(namespace = "urn:h", prefix = "h")]
    user: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
struct Both {
    #[soap(unqualified, rename = "Trace")]
    nowhere: Option<u8>,
    trace: Option<u8>,
}

/// Against SOAP 1.1, 4.2, and there are services that send it.
#[test]
fn a_header_block_in_no_namespace() {
    for (prefix, soap) in [("soap", V1_1), ("", V1_2)] {
        let version = SoapVersion::from_namespace(soap).unwrap();
        let header = Nowhere {
            trace: Some("7".into()),
            user: "ada".into(),
        };
        let envelope = Envelope::new(get_call_info())
            .with_version(version)
            .with_prefix(prefix)
            .with_header(header);
        let xml = envelope.to_xml().unwrap();
        let trace = if prefix.is_empty() {
            "<trace xmlns=\"\">7</trace>"
        } else {
            "<trace>7</trace>"
        };
        assert!(xml.contains(trace), "{xml}");
        let again = Envelope::<GetCallInfo, Nowhere>::from_xml(&xml).unwrap();
        assert_eq!(again, envelope, "{xml}");
        // Which is understood, and no other one is.
        let mandatory = xml.replace(
            "<trace",
            &format!("<trace e:mustUnderstand=\"1\" xmlns:e=\"{soap}\""),
        );
        Envelope::<GetCallInfo, Nowhere>::from_xml(&mandatory).unwrap();
        let other = mandatory.replace("trace", "track");
        let error = Envelope::<GetCallInfo, Nowhere>::from_xml(&other).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::NotUnderstood(_)),
            "{error}"
        );
    }
    let document = short_envelope(
        "<s:Header xmlns='urn:h'><Trace>1</Trace><Trace xmlns=''>2</Trace></s:Header><s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>",
    );
    let header = Envelope::<GetCallInfo, Both>::from_xml(&document)
        .unwrap()
        .header;
    assert_eq!((header.trace, header.nowhere), (Some(1), Some(2)));
}
