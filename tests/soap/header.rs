//! Header blocks, in both versions of SOAP.

use um_messages::soap::Block;
use um_messages::um::{self, Disconnect};
use um_messages::{Envelope, Error, ErrorKind, ReadOptions, SoapMessage, SoapType, SoapVersion};
use um_tests::documents::{CALL_ID, V1_1, disconnect};
use um_tests::sources::both_by;

use crate::must_understand::{read_with, with_blocks};

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Headers {
    version: Option<Block<Version>>,
    culture: Option<String>,
    #[soap(namespace = "urn:own")]
    own: Vec<Block<String>>,
    count: Option<Block<u8>>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t")]
struct Version {
    #[soap(attribute)]
    number: u8,
    #[soap(default)]
    part: Vec<u16>,
}

fn headers() -> Headers {
    Headers {
        version: Some(
            Block::new(Version {
                number: 1,
                part: vec![2],
            })
            .with_must_understand(true)
            .with_role("http://schemas.xmlsoap.org/soap/actor/next"),
        ),
        culture: Some("de-AT".into()),
        own: vec![
            Block::new("x".into()),
            Block::new(String::new()).with_relay(true),
        ],
        count: Some(Block::new(3).with_must_understand(true)),
    }
}

fn both_headers(document: &str) -> Envelope<Disconnect, Headers> {
    let read = both_by(document, &ReadOptions::new(), &|reader| {
        let envelope = Envelope::<Disconnect, Headers>::read(reader)?;
        Ok((
            envelope.header.clone(),
            envelope.body.clone(),
            envelope.version(),
        ))
    });
    let (header, body, version) = read.unwrap();
    Envelope::new(body)
        .with_header(header)
        .with_version(version)
}

#[test]
fn header_blocks_in_both_versions() {
    let body = format!(
        "<Disconnect xmlns=\"{}\"><CallId>{CALL_ID}</CallId></Disconnect>",
        um::NAMESPACE
    );
    let envelope = Envelope::new(disconnect()).with_header(headers());
    let version_1_1 = envelope.to_xml().unwrap();
    assert_eq!(
        version_1_1,
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"{V1_1}\"><soap:Header>\
             <t:Version xmlns:t=\"urn:t\" soap:mustUnderstand=\"1\" \
             soap:actor=\"http://schemas.xmlsoap.org/soap/actor/next\" Number=\"1\">\
             <Part xmlns=\"urn:t\">2</Part></t:Version>\
             <t:Culture xmlns:t=\"urn:t\">de-AT</t:Culture><Own xmlns=\"urn:own\">x</Own>\
             <Own xmlns=\"urn:own\"/><t:Count xmlns:t=\"urn:t\" soap:mustUnderstand=\"1\">3</t:Count>\
             </soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>"
        )
    );
    let read = both_headers(&version_1_1);
    // SOAP 1.1 has no `relay`.
    let mut expected = headers();
    expected.own = vec![Block::new("x".into()), Block::new(String::new())];
    assert_eq!(read.header, expected);
    assert_eq!(read.version(), SoapVersion::V1_1);

    let mut envelope = envelope.with_version(SoapVersion::V1_2).with_prefix("env");
    let next = "http://www.w3.org/2003/05/soap-envelope/role/next";
    envelope.header.count = Some(Block::new(3).with_role(next));
    let version_1_2 = envelope.to_xml().unwrap();
    assert!(
        version_1_2.contains(&format!(
            "<Own xmlns=\"urn:own\">x</Own><Own xmlns=\"urn:own\" env:relay=\"true\"/>\
             <t:Count xmlns:t=\"urn:t\" env:role=\"{next}\">3</t:Count></env:Header>"
        )),
        "{version_1_2}"
    );
    let read = both_headers(&version_1_2);
    assert_eq!(read.header, envelope.header);
    assert_eq!(read.version(), SoapVersion::V1_2);
}

#[test]
fn header_blocks_of_others() {
    let document = format!(
        "<s:Envelope xmlns:s='{V1_1}' xmlns:q='urn:t'><s:Header>\n<q:New/><q:Culture s:mustUnderstand='1'>\
         en</q:Culture><Culture/><q:Count s:mustUnderstand='true' s:actor='urn:me'> 3 </q:Count></s:Header>\
         <s:Body><Disconnect xmlns='{}'><CallId/></Disconnect></s:Body></s:Envelope>",
        um::NAMESPACE
    );
    let header = both_headers(&document).header;
    assert_eq!(header.culture.as_deref(), Some("en"));
    assert_eq!(header.version, None);
    let count = header.count.unwrap();
    assert_eq!(
        (*count, count.must_understand(), count.role()),
        (3, true, Some("urn:me"))
    );
}

#[test]
fn no_header_blocks_no_header() {
    let none = Headers {
        version: None,
        culture: None,
        own: Vec::new(),
        count: None,
    };
    let written = Envelope::new(disconnect())
        .with_header(none.clone())
        .to_xml()
        .unwrap();
    assert_eq!(written, disconnect().to_envelope().unwrap());
    assert_eq!(both_headers(&written).header, none);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
struct Required {
    known: Block<String>,
}

fn missing_block(document: &str) -> Error {
    let error = read_with::<Required>(document, &ReadOptions::new()).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Known"),
        "{error}"
    );
    error
}

/// A block that is missing is missing in the Header; without one, the error says so.
/// It was broken once.
#[test]
fn a_missing_block_is_missing_in_the_header() {
    for header in ["<s:Header/>", "<s:Header><x/></s:Header>"] {
        let error = missing_block(&with_blocks(header));
        assert_eq!(error.path(), Some("Envelope/Header"), "{header}");
    }
    let error = missing_block(&with_blocks(""));
    assert!(
        error.to_string().ends_with("the envelope has no Header"),
        "{error}"
    );
}

/// SOAP 1.1 section 4.2.2: a block for another node is none of our concern, whatever is wrong with it.
/// It was broken once.
#[test]
fn a_block_for_another_node_does_no_harm() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:h")]
    struct Attempts {
        attempts: Option<u8>,
    }
    let read = |blocks: &str| {
        let document = format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:h='urn:h'>\
             <s:Header>{blocks}</s:Header><s:Body/></s:Envelope>"
        );
        Envelope::<(), Attempts>::from_xml(&document).map(|envelope| envelope.header.attempts)
    };
    let foreign = "<h:Attempts s:actor='urn:other'>many<x/></h:Attempts>";
    assert_eq!(read(foreign).unwrap(), None);
    let ours = "<h:Attempts>3</h:Attempts>";
    assert_eq!(read(&format!("{foreign}{ours}")).unwrap(), Some(3));
    assert_eq!(read(&format!("{ours}{foreign}")).unwrap(), Some(3));
    read(&foreign.replace("urn:other", "")).unwrap_err();
}

/// A block for us counts, wherever one for another node stands, which can be seen only where there is none for us.
/// Behind one for another node, ours stood twice.
#[test]
fn a_block_for_us_takes_the_place_of_one_for_another_node() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:h")]
    struct Headers {
        attempts: Option<Block<u8>>,
        note: Vec<Block<u8>>,
        #[soap(flatten)]
        more: Option<More>,
    }
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:h")]
    struct More {
        limit: Block<u8>,
        reason: Option<Block<String>>,
    }
    let read = |blocks: &str| {
        let document = format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:h='urn:h'>\
             <s:Header>{blocks}</s:Header><s:Body/></s:Envelope>"
        );
        Envelope::<(), Headers>::from_xml(&document).map(|envelope| envelope.header)
    };
    let (foreign, again) = (
        "<h:Attempts s:actor='urn:other'>5</h:Attempts>",
        "<h:Attempts s:actor='urn:third'>7</h:Attempts>",
    );
    let ours = "<h:Attempts>3</h:Attempts>";
    for blocks in [
        [foreign, ours, again],
        [foreign, again, ours],
        [ours, foreign, again],
    ] {
        let attempts = read(&blocks.concat()).unwrap().attempts.unwrap();
        assert_eq!((*attempts, attempts.role()), (3, None), "{blocks:?}");
    }
    let seen = read(&[foreign, again].concat()).unwrap().attempts.unwrap();
    assert_eq!((*seen, seen.role()), (5, Some("urn:other")));
    for twice in [[foreign, ours, ours], [ours, foreign, ours]] {
        let error = read(&twice.concat()).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    }
    // Of a list all are kept, and what is flattened is as what is not.
    let others = "<h:Note s:actor='urn:other'>1</h:Note><h:Limit s:actor='urn:other'>1</h:Limit>";
    let headers = read(&format!("{others}<h:Note>2</h:Note><h:Limit>2</h:Limit>")).unwrap();
    assert_eq!(
        headers.note.iter().map(|note| **note).collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(*headers.more.unwrap().limit, 2);
    // One for us that is wrong is not what another node gets.
    read(&format!("{foreign}<h:Attempts>many</h:Attempts>")).unwrap_err();
}

/// What is set with `with_x` is what `x` says.
#[test]
fn a_block_says_what_was_set() {
    let block = Block::new(3);
    assert_eq!(
        (block.must_understand(), block.role(), block.relay()),
        (false, None, false)
    );
    let block = block
        .with_must_understand(true)
        .with_role("urn:r")
        .with_relay(true);
    assert_eq!(
        (block.must_understand(), block.role(), block.relay()),
        (true, Some("urn:r"), true)
    );
    let block = block.with_must_understand(false).with_relay(false);
    assert_eq!((block.must_understand(), block.relay()), (false, false));
}
