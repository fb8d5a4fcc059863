//! The key and the option `deny_unknown_fields` in an envelope: Envelope, Header, header blocks, Body.

use um_messages::soap::Block;
use um_messages::um::GetCallInfo;
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapType};
use um_tests::documents::{V1_1, V1_2, short_envelope};
use um_tests::sources::{both_by, both_messages_with};
use um_tests::strangers::assert_denied;

use crate::must_understand::read_with;

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
struct Headers {
    text: Option<Block<String>>,
    count: Vec<Block<u8>>,
    plain: Option<String>,
}

const DOCUMENT: &str = concat!(
    "<s:Header xmlns:h='urn:h'><h:Text s:mustUnderstand='1'>t</h:Text><h:Count s:actor='x'>1</h:Count><h:Plain>p</h:Plain></s:Header>",
    "<s:Body s:encodingStyle='urn:e'><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>",
);

#[test]
fn a_stranger_is_denied_wherever_it_stands_in_an_envelope() {
    for soap in [V1_1, V1_2] {
        let document = short_envelope(DOCUMENT).replace(V1_1, soap);
        let read = |document: &str, options: &ReadOptions| {
            both_by(document, options, &|reader| {
                let envelope = Envelope::<GetCallInfo, Headers>::read(reader)?;
                Ok((envelope.header, envelope.body))
            })
        };
        let value = read(&document, &ReadOptions::new().deny_unknown_fields(true)).unwrap();
        assert_denied(&document, &value, &read);
    }
}

#[test]
fn what_is_denied_in_an_envelope_says_where_it_stands() {
    let options = ReadOptions::new().deny_unknown_fields(true);
    let body = "<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>";
    for (parts, path) in [
        (
            format!("<s:Header x=''/><s:Body>{body}</s:Body>"),
            "Envelope/Header/@x",
        ),
        (
            format!("<s:Header><x/></s:Header><s:Body>{body}</s:Body>"),
            "Envelope/Header/x",
        ),
        (format!("<s:Body x=''>{body}</s:Body>"), "Envelope/Body/@x"),
    ] {
        let document = short_envelope(&parts);
        let error = both_messages_with::<GetCallInfo>(&document, &options).unwrap_err();
        assert_eq!(error.path(), Some(path), "{error}");
        both_messages_with::<GetCallInfo>(&document, &ReadOptions::new()).unwrap();
    }
    let document = short_envelope(&format!("<s:Body>{body}</s:Body>"));
    let document = document.replacen("<s:Envelope", "<s:Envelope x=''", 1);
    let error = both_messages_with::<GetCallInfo>(&document, &options).unwrap_err();
    assert_eq!(error.path(), Some("Envelope/@x"));
}

/// A fault says what is wrong with the request: that comes first, whatever else is unknown.
#[test]
fn a_fault_comes_before_what_is_denied() {
    let options = ReadOptions::new().deny_unknown_fields(true);
    let document = short_envelope(
        "<s:Body x=''><s:Fault x=''><faultcode x=''>s:Client</faultcode><faultstring>no</faultstring><x/></s:Fault></s:Body>",
    );
    let error = both_messages_with::<GetCallInfo>(&document, &options).unwrap_err();
    assert!(error.fault().is_some(), "{error}");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", deny_unknown_fields)]
struct Denying {
    text: Option<Block<String>>,
}

#[test]
fn the_key_of_a_struct_of_header_blocks_denies_in_the_header_alone() {
    let read = |header: &str| {
        let document = short_envelope(&format!(
            "{header}<s:Body x=''><m:GetCallInfo><m:CallId x=''>1</m:CallId></m:GetCallInfo></s:Body>"
        ));
        read_with::<Denying>(&document, &ReadOptions::new()).map(|envelope| envelope.header)
    };
    let text = Some(Block::new("t".to_owned()));
    assert_eq!(
        read("<s:Header><h:Text xmlns:h='urn:h'>t</h:Text></s:Header>").unwrap(),
        Denying { text }
    );
    let error = read("<s:Header><h:Text xmlns:h='urn:h' x=''>t</h:Text></s:Header>").unwrap_err();
    assert_eq!(error.path(), Some("Envelope/Header/Text/@x"));
    let error = read("<s:Header><Text>t</Text></s:Header>").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::UnknownElement(_)));
    assert_eq!(
        error.hint(),
        Some("`Text` is expected in namespace `urn:h`")
    );
    let error = read("<s:Header x=''/>").unwrap_err();
    assert_eq!(error.path(), Some("Envelope/Header/@x"));
}
