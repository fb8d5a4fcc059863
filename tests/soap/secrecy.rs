//! What nothing shows of WS-Security: a password, wherever in the header block it stands and however the message is spoiled, is in no error, no
//! `Debug`, no fault and no log.

use std::fmt::Debug;

use ::http::{HeaderMap, HeaderValue, Method, StatusCode};
use proptest::prelude::*;
use um_messages::soap::security::{self, Security, SecurityError};
use um_messages::soap::{Block, ReadHeaders, WriteHeaders};
use um_messages::um::GetCallInfo;
use um_messages::xml::{Reader, from_str};
use um_messages::{Envelope, Error, Fault, ReadOptions, SoapType};
use um_tests::documents::{M, V1_1, V1_2};
use um_tests::generated::config;
use um_tests::generated::mutations::changed;
use um_tests::sources::{both, sources, tree};

const WSSE: &str = security::WSSE.uri();
const WSU: &str = security::WSU.uri();

/// No part of it is a name, which an error may say, nor stands anywhere else.
const CANARY: &str = "8!0!4!1!7";
/// What of it is enough to have shown it.
const PIECE: &str = "!4!";

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Headers {
    #[soap(namespace = security::WSSE)]
    security: Option<Block<Security>>,
}

/// As someone declares it who needs the name alone.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = security::WSSE)]
struct OwnHeaders {
    security: OwnSecurity,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = security::WSSE, deny_unknown_fields)]
struct OwnSecurity {
    username_token: Option<OwnToken>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = security::WSSE)]
struct OwnToken {
    username: String,
    nonce: Option<u32>,
}

fn around(soap: &str, security: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='{soap}' xmlns:m='{M}' xmlns:wsse='{WSSE}' xmlns:wsu='{WSU}' \
         xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:xop='http://www.w3.org/2004/08/xop/include'>\
         <s:Header>{security}</s:Header>\
         <s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body></s:Envelope>"
    )
}

/// A message as it is meant.
fn message() -> String {
    let token = format!(
        "<wsse:UsernameToken wsu:Id='T-1'><wsse:Username>ada</wsse:Username>\
         <wsse:Password Type='{}'>{CANARY}</wsse:Password><wsse:Nonce>bm9uY2U=</wsse:Nonce>\
         <wsu:Created>2026-11-29T16:21:31Z</wsu:Created></wsse:UsernameToken>",
        security::PASSWORD_TEXT
    );
    let timestamp =
        "<wsu:Timestamp><wsu:Created>2026-11-29T16:21:31Z</wsu:Created></wsu:Timestamp>";
    around(
        V1_1,
        &format!("<wsse:Security s:mustUnderstand='1'>{timestamp}{token}</wsse:Security>"),
    )
}

/// Password and all else, as what the header block has in its token.
fn in_token(content: &str) -> String {
    format!(
        "<wsse:Security><wsse:UsernameToken><wsse:Username>ada</wsse:Username>{content}</wsse:UsernameToken></wsse:Security>"
    )
}

/// The wrong places for a password, and ways to spoil the right one.
fn misplaced() -> Vec<String> {
    let security = |content: &str| format!("<wsse:Security>{content}</wsse:Security>");
    let mut blocks = vec![
        security(CANARY),
        security(&format!("&{CANARY};")),
        security(&format!("&#{CANARY};")),
        security(&format!("<![CDATA[{CANARY}]]>")),
        security(&format!("<a>{CANARY}</a>{CANARY}")),
        security(&format!("</{CANARY}>")),
        security(&format!(
            "<wsse:Password>{CANARY}</wsse:Password>&{CANARY};"
        )),
        security(&format!("<wsu:Timestamp>{CANARY}</wsu:Timestamp>")),
        security(&format!("<wsu:Timestamp>&{CANARY};</wsu:Timestamp>")),
        security(&format!(
            "<wsse:BinarySecurityToken>{CANARY}</wsse:BinarySecurityToken>"
        )),
        security(&format!(
            "<wsse:BinarySecurityToken A='{CANARY}'>&no;</wsse:BinarySecurityToken>"
        )),
        format!("<wsse:Security s:mustUnderstand='{CANARY}'/>"),
        format!("<wsse:Security s:relay='{CANARY}' xsi:nil='{CANARY}'/>"),
        format!("<wsse:Security Password='{CANARY}'>stray</wsse:Security>"),
        format!("<wsse:Security Password='&{CANARY};'/>"),
        format!("<wsse:Security Password='{CANARY}' Password='{CANARY}'/>"),
        format!("<wsse:Security xsi:type='{CANARY}'/>"),
        format!("<wsse:UsernameToken>{CANARY}&{CANARY};</wsse:UsernameToken>"),
        format!("<UsernameToken xmlns='urn:draft'>&{CANARY};</UsernameToken>"),
    ];
    let in_tokens = [
        CANARY.to_owned(),
        format!("<wsse:Password>&{CANARY};</wsse:Password>"),
        format!("<wsse:Password>&#{CANARY};</wsse:Password>"),
        format!("<wsse:Password>{CANARY}<a/></wsse:Password>"),
        format!("<wsse:Password>{CANARY}</wsse:Passwort>"),
        format!("<wsse:Password>{CANARY}</{CANARY}>"),
        format!("<wsse:Password Type='{CANARY}'>{CANARY}</wsse:Password>"),
        format!("<wsse:Password Type='&{CANARY};'/>"),
        format!("<wsse:Password xsi:nil='{CANARY}'/>"),
        format!("<wsse:Password><xop:Include href='{CANARY}'/></wsse:Password>"),
        format!("<wsse:Password><xop:Include href='cid:{CANARY}'/></wsse:Password>"),
        format!("<wsse:Password>{CANARY}</wsse:Password><wsse:Password>{CANARY}</wsse:Password>"),
        format!("<wsse:Nonce>{CANARY}</wsse:Nonce><wsse:Password/>"),
        format!("<wsse:Nonce EncodingType='{CANARY}'>{CANARY}</wsse:Nonce><wsse:Password/>"),
        format!("<wsu:Created>{CANARY}</wsu:Created><wsse:Password/>"),
        format!("<wsu:Created>{CANARY}<a/></wsu:Created>"),
        format!("<p:Salt xmlns:p='urn:salt'>{CANARY}</p:Salt>{CANARY}"),
        format!("<p:Salt xmlns:p='urn:salt' p:a='{CANARY}'>&{CANARY};</p:Salt>"),
        format!("<wsse:Password>{CANARY}"),
    ];
    blocks.extend(in_tokens.iter().map(|it| in_token(it)));
    blocks
}

/// All that a program could log of a document: what is wrong with it, or what was read, as a client and as a service.
fn said(document: &str) -> Vec<String> {
    let mut said = Vec::new();
    let strict = ReadOptions::new().deny_unknown_fields(true);
    for options in [ReadOptions::new(), strict, small()] {
        said_of_headers::<Headers>(document, &options, &mut said);
        said_of_headers::<OwnHeaders>(document, &options, &mut said);
        said_of_headers::<()>(document, &options, &mut said);
        let (of_text, of_stream) = sources(document, &options, &tree);
        said_of(of_text, &mut said);
        said_of(of_stream, &mut said);
    }
    said
}

fn small() -> ReadOptions {
    ReadOptions::new().max_text(8)
}

fn said_of_headers<H>(document: &str, options: &ReadOptions, said: &mut Vec<String>)
where
    H: for<'de> ReadHeaders<'de> + WriteHeaders + Debug + PartialEq,
{
    let bytes = document.as_bytes();
    let read = |reader: &mut Reader<'_>| {
        let read = Envelope::<GetCallInfo, H>::read(reader)?;
        Ok((read.body, read.header))
    };
    let (of_text, of_stream) = sources(document, options, &read);
    said_of(of_text, said);
    said_of(of_stream, said);
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("text/xml"));
    for status in [StatusCode::OK, StatusCode::INTERNAL_SERVER_ERROR] {
        let read = Envelope::<GetCallInfo, H>::from_response_with(status, &headers, bytes, options);
        said_of(read, said);
    }
    let read =
        Envelope::<GetCallInfo, H>::from_request_with(&Method::POST, &headers, bytes, options);
    if let Ok(envelope) = &read {
        said.push(envelope.masked().to_string());
        said.push(format!("{:#}", envelope.masked()));
    }
    said_of(read, said);
}

fn said_of<T: Debug>(read: Result<T, Error>, said: &mut Vec<String>) {
    let error = match read {
        Ok(value) => return said.extend([format!("{value:?}"), format!("{value:#?}")]),
        Err(error) => error,
    };
    let refused = SecurityError::of_error(&error).map(|refused| {
        let fault = refused.to_fault();
        format!("{refused} {refused:?} {fault:?}")
    });
    let answer = error.to_fault_response();
    said.extend(refused);
    said.extend([
        error.to_string(),
        format!("{error:?} {error:#?} {:?} {}", error.kind(), error.kind()),
        format!("{:?} {:?}", error.hint(), error.path()),
        error.redacted().to_string(),
        String::from_utf8_lossy(answer.body()).into_owned(),
        error.to_fault_envelope().to_xml().unwrap(),
    ]);
    said.push(std::io::Error::from(error).to_string());
}

#[track_caller]
fn assert_silent(document: &str) {
    for said in said(document) {
        assert!(!said.contains(PIECE), "{said}\n\n{document}");
    }
}

#[test]
fn a_password_in_a_wrong_place_is_not_said() {
    for block in misplaced() {
        for soap in [V1_1, V1_2] {
            assert_silent(&around(soap, &block));
        }
    }
}

/// Not even of one that is right.
#[test]
fn a_message_that_is_read_shows_no_password() {
    assert_silent(&message());
}

#[test]
fn a_message_that_is_cut_shows_no_password() {
    let message = message();
    let password = message.find(CANARY).unwrap();
    let behind = &message[password + CANARY.len()..];
    for end in password..=password + CANARY.len() + 20 {
        assert_silent(&message[..end]);
        assert_silent(&format!("{}{behind}", &message[..end.min(password + 3)]));
    }
    for begin in (0..password).step_by(7).chain([password]) {
        assert_silent(&message[begin..]);
    }
}

#[test]
fn the_types_by_themselves_show_no_password() {
    for block in misplaced() {
        let declared = format!(
            "<wsse:Security xmlns:wsse='{WSSE}' xmlns:wsu='{WSU}' xmlns:s='{V1_1}' \
             xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:xop='http://www.w3.org/2004/08/xop/include'"
        );
        let mut said = Vec::new();
        let document = block.replacen("<wsse:Security", &declared, 1);
        said_of(from_str::<Security>(&document), &mut said);
        for said in said {
            assert!(!said.contains(PIECE), "{said}\n\n{document}");
        }
    }
}

/// A request that comes back: in the detail of a fault, or as what no type describes.
#[test]
fn a_request_that_is_kept_shows_no_password() {
    let block = in_token(&format!(
        "<wsse:Password Type='{CANARY}'>{CANARY}<a b='{CANARY}'>{CANARY}</a></wsse:Password>{CANARY}"
    ));
    let document = around(V1_1, &block);
    let request = both(&document).unwrap();
    let fault = Fault::receiver("no").with_detail(request.clone());
    let envelope = Envelope::new(fault.clone());
    assert!(envelope.to_xml().unwrap().contains(CANARY));
    let answer = Envelope::<Fault>::from_xml(&envelope.to_xml().unwrap()).unwrap();
    for said in [
        format!("{request:?}"),
        format!("{fault:?}"),
        format!("{answer:?}"),
        envelope.masked().to_string(),
        answer.masked().to_string(),
    ] {
        assert!(!said.contains(PIECE), "{said}");
        // What is around it is shown.
        assert!(said.contains("<m:CallId>1</m:CallId>"), "{said}");
        assert!(said.contains("<a b=\"***\">***</a>"), "{said}");
    }
}

/// What is wrong, and where, is said all the same.
#[test]
fn what_is_wrong_is_said_without_it() {
    for (content, expected) in [
        (
            CANARY,
            "text, where only elements are expected, in `Envelope/Header/Security/UsernameToken`, line 1, column ",
        ),
        (
            "<wsse:Password>&a;</wsse:Password>",
            "not well-formed XML: a rule is broken where what stands there is secret, in \
             `Envelope/Header/Security/UsernameToken/Password`, line 1, column ",
        ),
        (
            "<wsse:Username>b</wsse:Username>",
            "`Username` stands twice, where it may stand once, in `Envelope/Header/Security/UsernameToken/Username`",
        ),
    ] {
        let document = around(V1_1, &in_token(content));
        let error = Envelope::<GetCallInfo, Headers>::from_xml(&document).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
    }
}

/// A text before or behind the document that is no piece of an element is quoted: it says what came instead.
#[test]
fn what_came_instead_of_a_document_is_said() {
    let error = Envelope::<GetCallInfo>::from_xml("try later").unwrap_err();
    assert!(error.to_string().contains("`try later`"), "{error}");
    let error =
        Envelope::<GetCallInfo>::from_xml(&format!("{CANARY}</wsse:Password>")).unwrap_err();
    assert!(
        error.to_string().contains("text before the document"),
        "{error}"
    );
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_message_that_is_spoiled_shows_no_password(document in changed(Just(message()))) {
        let is_elsewhere = is_doubled(&document);
        for said in said(&document) {
            prop_assert!(is_elsewhere || !said.contains(PIECE), "{said}\n\n{document}");
        }
    }
}

/// Whether the change has made several of the password: one may be a name, or a text of the Body.
fn is_doubled(document: &str) -> bool {
    document.matches(PIECE).count() > 1
}
