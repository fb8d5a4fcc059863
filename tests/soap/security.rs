//! The header block of WS-Security: user names, timestamps, and what else stands in it.

use std::time::{Duration, SystemTime};

use um_messages::soap::security::{
    self, BinarySecurityToken, Freshness, Nonce, NonceCache, NonceKey, NonceMemory,
    PASSWORD_DIGEST, PASSWORD_TEXT, Part, Password, SAML_1, SAML_2, Security, SecurityEntry,
    SecurityError, SecurityFault, Timestamp, UsernameToken, UsernameVerifier, password_digest,
};
use um_messages::soap::{Block, FaultClass};
use um_messages::um::GetCallInfo;
use um_messages::xml::{Attribute, Element, Reader};
use um_messages::{Envelope, Fault, ReadOptions, SoapType, SoapVersion};
use um_tests::documents::{M, V1_1, V1_2, get_call_info};
use um_tests::sources::both_by;

const WSSE: &str = security::WSSE.uri();
const WSU: &str = security::WSU.uri();

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Headers {
    #[soap(namespace = security::WSSE)]
    security: Block<Security>,
}

/// 2026-11-29T16:21:31Z.
const NOW: Duration = Duration::from_secs(1_795_969_291);

fn at(seconds: i64) -> SystemTime {
    let now = SystemTime::UNIX_EPOCH + NOW;
    let by = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 { now - by } else { now + by }
}

fn document(soap: &str, content: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='{soap}' xmlns:m='{M}' xmlns:wsse='{WSSE}' xmlns:wsu='{WSU}'>\
         <s:Header><wsse:Security s:mustUnderstand='1'>{content}</wsse:Security></s:Header>\
         <s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body></s:Envelope>"
    )
}

fn read(content: &str) -> um_messages::Result<Security> {
    let read = |reader: &mut Reader<'_>| {
        let envelope = Envelope::<GetCallInfo, Headers>::read(reader)?;
        assert!(envelope.header.security.must_understand());
        Ok(envelope.header.security.into_content())
    };
    both_by(&document(V1_1, content), &ReadOptions::new(), &read)
}

fn envelope(security: Security) -> Envelope<GetCallInfo, Headers> {
    let security = Block::new(security).with_must_understand(true);
    Envelope::new(get_call_info())
        .declare("wsse", WSSE)
        .declare("wsu", WSU)
        .with_header(Headers { security })
}

/// What stands in the Header; and it is read back.
fn written(security: &Security) -> String {
    let envelope = envelope(security.clone());
    let xml = envelope.to_xml().unwrap();
    let back = Envelope::<GetCallInfo, Headers>::from_xml(&xml).unwrap();
    assert_eq!(back.header, envelope.header);
    let (_, rest) = xml.split_once("<soap:Header>").unwrap();
    rest.split_once("</soap:Header>").unwrap().0.to_owned()
}

fn digest(user: &str, password: &str, nonce: &[u8], created: &str) -> Security {
    let token = UsernameToken::digest_with(user, password, nonce, created);
    Security::default().with_username_token(token)
}

fn text(user: &str, password: &str) -> Security {
    Security::default().with_username_token(UsernameToken::text(user, password))
}

/// The token of the block, to be spoiled.
fn token_of(security: &mut Security) -> &mut UsernameToken {
    match security.entries.as_mut_slice() {
        [SecurityEntry::UsernameToken(token)] => token,
        _ => panic!("one token is expected"),
    }
}

fn password_of(name: &str) -> Option<&'static str> {
    match name {
        "ada" => Some("hunter2"),
        "bob" => Some("swordfish"),
        _ => None,
    }
}

fn nonce_of(text: &str) -> Nonce {
    Nonce {
        text: text.into(),
        ..Nonce::default()
    }
}

// The block.

#[test]
fn tokens_and_a_timestamp_are_written_and_read() {
    let security = Security::default()
        .with_timestamp(
            Timestamp::new(at(0), Duration::from_mins(5))
                .unwrap()
                .with_id("TS-1"),
        )
        .with_username_token(
            UsernameToken::digest_with(
                "ada",
                "hunter2",
                b"0123456789abcdef",
                "2026-11-29T16:21:31Z",
            )
            .with_id("UT-1"),
        );
    assert_eq!(
        written(&security),
        "<wsse:Security soap:mustUnderstand=\"1\"><wsu:Timestamp wsu:Id=\"TS-1\">\
         <wsu:Created>2026-11-29T16:21:31Z</wsu:Created><wsu:Expires>2026-11-29T16:26:31Z</wsu:Expires>\
         </wsu:Timestamp><wsse:UsernameToken wsu:Id=\"UT-1\"><wsse:Username>ada</wsse:Username>\
         <wsse:Password Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">\
         VV1NlcvQdvx6+V1RGMtBsesNWTc=</wsse:Password>\
         <wsse:Nonce EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary\">\
         MDEyMzQ1Njc4OWFiY2RlZg==</wsse:Nonce><wsu:Created>2026-11-29T16:21:31Z</wsu:Created>\
         </wsse:UsernameToken></wsse:Security>",
    );
}

/// SOAP Message Security 1.1 section 5: the order has a meaning.
#[test]
fn all_that_stands_in_the_block_keeps_its_order() {
    let content = format!(
        "<wsse:BinarySecurityToken wsu:Id='X-1' ValueType='urn:x509' EncodingType='urn:e#Base64Binary'>\n TUlJ \
         </wsse:BinarySecurityToken><ds:Signature xmlns:ds='urn:ds'><ds:SignedInfo/></ds:Signature>\
         <wsu:Timestamp><wsu:Created>2026-11-29T16:21:31Z</wsu:Created></wsu:Timestamp>\
         <saml:Assertion xmlns:saml='{SAML_1}' AssertionID='a'/><saml2:Assertion xmlns:saml2='{SAML_2}' ID='b'>\
         <saml2:Issuer>me</saml2:Issuer></saml2:Assertion>\
         <wsse:UsernameToken><wsse:Username>ada</wsse:Username></wsse:UsernameToken><wsse:Unheard/>"
    );
    let security = read(&content).unwrap();
    let names: Vec<_> = security
        .entries
        .iter()
        .map(|entry| match entry {
            SecurityEntry::Timestamp(_) => "Timestamp",
            SecurityEntry::UsernameToken(_) => "UsernameToken",
            SecurityEntry::BinarySecurityToken(_) => "BinarySecurityToken",
            SecurityEntry::Other(element) => element.name().local(),
            _ => "?",
        })
        .collect();
    assert_eq!(
        names,
        [
            "BinarySecurityToken",
            "Signature",
            "Timestamp",
            "Assertion",
            "Assertion",
            "UsernameToken",
            "Unheard"
        ],
    );
    let assertions: Vec<_> = security
        .saml_assertions()
        .map(|it| it.name().namespace())
        .collect();
    assert_eq!(assertions, [SAML_1, SAML_2]);
    assert_eq!(security.elements().count(), 4);
    let token = security.binary_tokens().next().unwrap();
    assert_eq!(
        (token.id.as_deref(), token.text.as_str()),
        (Some("X-1"), "\n TUlJ ")
    );
    assert_eq!(token.bytes().unwrap(), b"MII");

    let xml = written(&security);
    assert!(
        xml.contains("<saml2:Issuer>me</saml2:Issuer></saml2:Assertion><wsse:UsernameToken>"),
        "{xml}"
    );
}

#[test]
fn a_block_for_each_role() {
    #[derive(SoapType)]
    struct Several {
        #[soap(namespace = security::WSSE)]
        security: Vec<Block<Security>>,
    }
    let header = Several {
        security: vec![
            Block::new(text("gateway", "1"))
                .with_role("urn:gateway")
                .with_must_understand(true),
            Block::new(text("ada", "2")),
        ],
    };
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let xml = Envelope::new(get_call_info())
            .with_header(&header)
            .with_version(version);
        let xml = xml.to_xml().unwrap();
        let read = Envelope::<GetCallInfo, Several>::from_xml(&xml)
            .unwrap()
            .header
            .security;
        assert_eq!(read, header.security);
        let ours = read.iter().find(|block| block.role().is_none()).unwrap();
        assert_eq!(ours.username_token().unwrap().username, "ada");
    }
}

// Digests.

/// Published: in the programmer's guide of ONVIF, and in the tests of zeep and of WSS4J, where the SHA-1 digest of the password stands for it
/// (`UsernameToken` Profile 1.1 section 3.1).
#[test]
fn digests_that_are_published() {
    let equivalent: &[u8] =
        b"\x5b\xaa\x61\xe4\xc9\xb9\x3f\x3f\x06\x82\x25\x0b\x6c\xf8\x33\x1b\x7e\xe6\x8f\xd8";
    for (nonce, created, password, digest) in [
        (
            "LKqI6G/AikKCQrN0zqZFlg==",
            "2010-09-16T07:50:45Z",
            &b"userpassword"[..],
            "tuOSpGlFlIXsozq4HFNeeGeFLEI=",
        ),
        (
            "bW9ja2VkLXJhbmRvbQ==",
            "2016-05-08T12:00:00+00:00",
            b"geheim",
            "hVicspAQSg70JNhe67OHqD9gexc=",
        ),
        (
            "0x7bXAPZVn40AdCD0Xbt0g==",
            "2010-06-28T15:16:37Z",
            equivalent,
            "C0rena/6gKpRZ9ATj+e6ss5sAbQ=",
        ),
    ] {
        let nonce = nonce_of(nonce).bytes().unwrap();
        assert_eq!(password_digest(&nonce, created, password), digest);

        let now =
            SystemTime::try_from(created.parse::<um_messages::xml::DateTime>().unwrap()).unwrap();
        let token = UsernameToken::digest_with("ada", password, &nonce, created);
        let security = Security::default().with_username_token(token);
        let verifier = UsernameVerifier::default();
        assert_eq!(
            verifier.verify(&security, now, |_| Some(password)),
            Ok("ada")
        );
    }
}

#[test]
fn each_digest_has_a_nonce_of_its_own() {
    let token = || UsernameToken::digest("ada", "hunter2", at(0)).unwrap();
    let (one, other) = (token(), token());
    assert_ne!(one.nonce, other.nonce);
    assert_ne!(one.password, other.password);
    assert_eq!(one.nonce.unwrap().bytes().unwrap().len(), 16);
    assert_eq!(one.created.as_deref(), Some("2026-11-29T16:21:31Z"));
}

const OTHERS_NONCE: &str = "9r3L5m1C0mTq7a2kq0l0Yw==";
const OTHERS_CREATED: &str = "2026-11-29T16:21:30.951Z";

/// Who sends a digest, and what that is among: CXF with WSS4J, Metro, and those that write white space and names for URIs. By their shapes.
fn digests_of_others() -> [(&'static str, String); 3] {
    let bytes = nonce_of(OTHERS_NONCE).bytes().unwrap();
    let digest = password_digest(&bytes, OTHERS_CREATED, "hunter2");
    let encoding = security::BASE64;
    let token = |attributes: &str, kind: &str, digest: &str, encoding: &str, more: &str| {
        format!(
            "<wsse:UsernameToken {attributes}><wsse:Username>ada</wsse:Username>\
             <wsse:Password Type='{kind}'>{digest}</wsse:Password>\
             <wsse:Nonce EncodingType='{encoding}'>{OTHERS_NONCE}</wsse:Nonce>\
             <wsu:Created>{OTHERS_CREATED}</wsu:Created>{more}</wsse:UsernameToken>"
        )
    };
    let more = "<wsse11:Extra xmlns:wsse11='http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd'/>";
    let wide = format!("\n  {digest}\n  ");
    [
        (
            "CXF",
            token(
                "wsu:Id='UsernameToken-2'",
                PASSWORD_DIGEST,
                &digest,
                encoding,
                "",
            ),
        ),
        (
            "Metro",
            token("wsu:Id='uuid_1'", PASSWORD_DIGEST, &digest, encoding, more),
        ),
        (
            "an old one",
            token("", "wsse:PasswordDigest", &wide, "wsse:Base64Binary", ""),
        ),
    ]
}

/// Who sends a text: WCF and node-soap with a timestamp, and who says as little as it can.
fn texts_of_others() -> [(&'static str, String); 3] {
    let token = |attributes: &str, kind: &str, more: &str| {
        format!(
            "<wsse:UsernameToken {attributes}><wsse:Username>ada</wsse:Username>\
             <wsse:Password{kind}>hunter2</wsse:Password>{more}</wsse:UsernameToken>"
        )
    };
    let timestamp = |id: &str| {
        format!(
            "<wsu:Timestamp wsu:Id='{id}'><wsu:Created>{OTHERS_CREATED}</wsu:Created>\
             <wsu:Expires>2026-11-29T16:26:30.951Z</wsu:Expires></wsu:Timestamp>"
        )
    };
    let kind = format!(" Type='{PASSWORD_TEXT}'");
    let nonce = format!(
        "<wsse:Nonce EncodingType='{}'>{OTHERS_NONCE}</wsse:Nonce><wsu:Created>{OTHERS_CREATED}</wsu:Created>",
        security::BASE64
    );
    let wcf = timestamp("_0") + &token("wsu:Id='uuid-1-1'", &kind, "");
    let node = timestamp("Timestamp-1") + &token("wsu:Id='SecurityToken-1'", &kind, &nonce);
    [
        ("WCF", wcf),
        ("node-soap", node),
        ("the least", token("", "", "")),
    ]
}

#[test]
fn the_tokens_of_other_stacks_are_right() {
    for (stack, content) in digests_of_others().into_iter().chain(texts_of_others()) {
        let security = read(&content).unwrap();
        let verifier = UsernameVerifier::default();
        assert_eq!(
            verifier.verify(&security, at(0), password_of),
            Ok("ada"),
            "{stack}"
        );
        if content.contains("Timestamp") {
            assert_eq!(
                security.check_timestamp(at(0), &Freshness::default()),
                Ok(()),
                "{stack}"
            );
        }
        written(&security);
    }
}

// What is refused.

const CREATED: &str = "2026-11-29T16:21:31Z";

/// What is wrong with a digest that was right before it was spoiled.
fn spoiled(spoil: impl FnOnce(&mut UsernameToken)) -> SecurityError {
    let mut security = digest("ada", "hunter2", b"nonce", CREATED);
    spoil(token_of(&mut security));
    let verifier = UsernameVerifier::default();
    let refused = verifier.verify(&security, at(0), password_of).unwrap_err();
    if !matches!(refused, SecurityError::WrongDigest) {
        // It is no matter of the password.
        let again = verifier.verify(&security, at(0), |_| Some("other"));
        assert_eq!(again, Err(refused));
    }
    refused
}

#[test]
fn what_is_wrong_with_a_digest() {
    type Spoil = fn(&mut UsernameToken);
    let cases: [(Spoil, SecurityError); 14] = [
        (
            |token| token.password = None,
            SecurityError::MissingPassword,
        ),
        (|token| token.nonce = None, SecurityError::MissingNonce),
        (
            |token| token.created = None,
            SecurityError::MissingCreated(Part::UsernameToken),
        ),
        (
            |token| token.created = Some("2026-11-29T16:21:31".into()),
            SecurityError::InvalidTime(Part::UsernameToken),
        ),
        (
            |token| token.created = Some("now".into()),
            SecurityError::InvalidTime(Part::UsernameToken),
        ),
        (
            |token| token.created = Some(format!(" {CREATED}")),
            SecurityError::InvalidTime(Part::UsernameToken),
        ),
        (
            |token| token.created = Some(format!("0{CREATED}")),
            SecurityError::InvalidTime(Part::UsernameToken),
        ),
        (
            |token| token.nonce.as_mut().unwrap().text = "a".into(),
            SecurityError::NotBase64,
        ),
        (
            |token| token.nonce.as_mut().unwrap().encoding_type = Some("urn:hex".into()),
            SecurityError::UnsupportedEncoding,
        ),
        (
            |token| token.password.as_mut().unwrap().r#type = Some("urn:type".into()),
            SecurityError::UnsupportedPasswordType,
        ),
        (
            |token| token.password.as_mut().unwrap().text = "hunter2".into(),
            SecurityError::WrongDigest,
        ),
        (
            |token| token.password.as_mut().unwrap().text = String::new(),
            SecurityError::WrongDigest,
        ),
        (
            |token| token.nonce.as_mut().unwrap().text = "bm9uY2Y=".into(),
            SecurityError::WrongDigest,
        ),
        (
            |token| token.created = Some("2026-11-29T16:21:32Z".into()),
            SecurityError::WrongDigest,
        ),
    ];
    for (spoil, refused) in cases {
        assert_eq!(spoiled(spoil), refused);
    }
}

#[test]
fn names_and_passwords_are_compared() {
    let verifier = UsernameVerifier::default();
    let verify = |security: &Security| {
        verifier
            .verify(security, at(0), password_of)
            .map(str::to_owned)
    };
    assert_eq!(verify(&text("ada", "hunter2")), Ok("ada".into()));
    assert_eq!(verify(&text("bob", "swordfish")), Ok("bob".into()));
    assert_eq!(
        verify(&text("ada", "swordfish")),
        Err(SecurityError::WrongPassword)
    );
    assert_eq!(verify(&text("ada", "")), Err(SecurityError::WrongPassword));
    assert_eq!(
        verify(&text("ada", "hunter2 ")),
        Err(SecurityError::WrongPassword)
    );
    assert_eq!(verify(&text("eve", "")), Err(SecurityError::UnknownUser));
    assert_eq!(
        verify(&digest("eve", "", b"n", CREATED)),
        Err(SecurityError::UnknownUser)
    );
    assert_eq!(
        verify(&digest("ada", "swordfish", b"n", CREATED)),
        Err(SecurityError::WrongDigest)
    );
    assert_eq!(
        verify(&Security::default()),
        Err(SecurityError::Missing(Part::UsernameToken))
    );
    let two = text("ada", "hunter2").with_username_token(UsernameToken::text("bob", "x"));
    assert_eq!(
        verify(&two),
        Err(SecurityError::Second(Part::UsernameToken))
    );
}

#[test]
fn who_has_no_passwords_in_clear_compares_them_itself() {
    let verifier = UsernameVerifier::default();
    let is_right = |name: &str, password: &str| (name, password) == ("ada", "hunter2");
    let verify = |security: &Security| {
        verifier
            .verify_text(security, at(0), is_right)
            .map(str::to_owned)
    };
    assert_eq!(verify(&text("ada", "hunter2")), Ok("ada".into()));
    assert_eq!(verify(&text("ada", "x")), Err(SecurityError::WrongPassword));
    assert_eq!(
        verify(&digest("ada", "hunter2", b"n", CREATED)),
        Err(SecurityError::DigestRefused)
    );
    let strict = UsernameVerifier::default().digest_only(true);
    assert_eq!(
        strict.verify(&text("ada", "hunter2"), at(0), password_of),
        Err(SecurityError::TextRefused)
    );
    let sent = digest("ada", "hunter2", b"n", CREATED);
    assert_eq!(strict.verify(&sent, at(0), password_of), Ok("ada"));
}

#[test]
fn a_token_is_fresh_for_a_while() {
    let verifier = UsernameVerifier::new(Freshness {
        max_age: Duration::from_secs(100),
        skew: Duration::from_secs(10),
    });
    let sent = digest("ada", "hunter2", b"n", CREATED);
    let wrong = digest("ada", "x", b"n", CREATED);
    let expired = Err(SecurityError::Expired(Part::UsernameToken));
    let in_future = Err(SecurityError::CreatedInFuture(Part::UsernameToken));
    assert_eq!(verifier.verify(&sent, at(111), password_of), expired);
    assert_eq!(
        verifier.verify(&wrong, at(111), password_of),
        expired,
        "nothing is said of the password"
    );
    assert_eq!(verifier.verify(&sent, at(-11), password_of), in_future);
    assert_eq!(verifier.verify(&sent, at(110), password_of), Ok("ada"));
    // A text that says when it was made is held to it.
    let mut text = text("ada", "hunter2");
    token_of(&mut text).created = Some(CREATED.into());
    assert_eq!(verifier.verify(&text, at(-10), password_of), Ok("ada"));
    assert_eq!(verifier.verify(&text, at(111), password_of), expired);
}

// Nonces.

#[test]
fn a_nonce_is_good_once() {
    let verifier = UsernameVerifier::default();
    let sent = digest("ada", "hunter2", b"n", CREATED);
    assert_eq!(verifier.verify(&sent, at(0), password_of), Ok("ada"));
    for later in [0, 1, 300, 360] {
        let again = verifier.verify(&sent, at(later), password_of);
        assert_eq!(again, Err(SecurityError::ReplayedNonce), "{later}");
    }
    let expired = verifier.verify(&sent, at(361), password_of);
    assert_eq!(expired, Err(SecurityError::Expired(Part::UsernameToken)));
    // With another time, too; but it is another one of somebody else.
    let again = digest("ada", "hunter2", b"n", "2026-11-29T16:21:33Z");
    assert_eq!(
        verifier.verify(&again, at(0), password_of),
        Err(SecurityError::ReplayedNonce)
    );
    let others = digest("bob", "swordfish", b"n", CREATED);
    assert_eq!(verifier.verify(&others, at(0), password_of), Ok("bob"));
    // And with a text.
    let mut text = text("ada", "hunter2");
    token_of(&mut text).nonce = Some(Nonce::of_bytes(b"n"));
    token_of(&mut text).created = Some(CREATED.into());
    assert_eq!(
        verifier.verify(&text, at(0), password_of),
        Err(SecurityError::ReplayedNonce)
    );
}

/// The digest is of the bytes of nonce, time and password one behind the other: what is moved from one to the next is the same digest.
#[test]
fn bytes_cannot_be_moved_from_a_nonce_to_the_time() {
    let verifier = UsernameVerifier::default();
    let sent = digest("ada", "hunter2", b"nonce ", CREATED);
    assert_eq!(verifier.verify(&sent, at(0), password_of), Ok("ada"));
    let mut moved = sent.clone();
    token_of(&mut moved).nonce = Some(Nonce::of_bytes(b"nonce"));
    token_of(&mut moved).created = Some(format!(" {CREATED}"));
    let refused = Err(SecurityError::InvalidTime(Part::UsernameToken));
    assert_eq!(verifier.verify(&moved, at(0), password_of), refused);
}

#[test]
fn what_is_wrong_is_not_remembered() {
    let memory = NonceCache::new(1);
    let verifier = UsernameVerifier::default().with_memory(memory);
    for _ in 0..3 {
        let wrong = digest("ada", "x", b"n", CREATED);
        assert_eq!(
            verifier.verify(&wrong, at(0), password_of),
            Err(SecurityError::WrongDigest)
        );
    }
    let sent = digest("ada", "hunter2", b"n", CREATED);
    assert_eq!(verifier.verify(&sent, at(0), password_of), Ok("ada"));
    // There is no room for another one, until the first is too old.
    let other = digest("ada", "hunter2", b"other", CREATED);
    assert_eq!(
        verifier.verify(&other, at(0), password_of),
        Err(SecurityError::CannotRemember)
    );
    let later = digest("ada", "hunter2", b"later", "2026-11-29T16:27:32Z");
    assert_eq!(verifier.verify(&later, at(361), password_of), Ok("ada"));
}

#[test]
fn a_cache_holds_no_more_than_it_may() {
    let cache = NonceCache::new(100);
    let key = |number: u32| -> NonceKey {
        let mut key = [0; 20];
        key[..4].copy_from_slice(&number.to_be_bytes());
        key
    };
    for number in 0..10_000 {
        let now = at(i64::from(number));
        let remembered = cache.remember(key(number), at(i64::from(number) + 60), now);
        assert_eq!(remembered, Ok(()), "{number}");
        assert!(cache.len() <= 61);
    }
    let now = at(9_999);
    for number in 10_000..10_039 {
        assert_eq!(cache.remember(key(number), at(10_060), now), Ok(()));
    }
    assert_eq!(
        cache.remember(key(10_039), at(10_060), now),
        Err(SecurityError::CannotRemember)
    );
    assert_eq!(cache.len(), 100);
    assert_eq!(
        NonceCache::new(0).remember(key(0), at(1), at(0)),
        Err(SecurityError::CannotRemember)
    );
}

/// What was forgotten is not let through when it would be fresh again.
#[test]
fn a_clock_that_is_set_back_brings_no_nonce_back() {
    let verifier = UsernameVerifier::default();
    let sent = digest("ada", "hunter2", b"n", CREATED);
    assert_eq!(verifier.verify(&sent, at(0), password_of), Ok("ada"));
    let later = digest("ada", "hunter2", b"later", "2026-11-29T17:21:31Z");
    assert_eq!(verifier.verify(&later, at(3600), password_of), Ok("ada"));
    assert_eq!(
        verifier.verify(&sent, at(1), password_of),
        Err(SecurityError::CannotRemember)
    );
}

#[test]
fn of_many_at_once_one_is_let_through() {
    let verifier = UsernameVerifier::default();
    let sent = digest("ada", "hunter2", b"n", CREATED);
    let passed: usize = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| verifier.verify(&sent, at(0), password_of).is_ok()))
            .collect();
        tries
            .into_iter()
            .map(|it| usize::from(it.join().unwrap()))
            .sum()
    });
    assert_eq!(passed, 1);
}

// Timestamps.

fn timestamp(created: &str, expires: &str) -> Security {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Security::default().with_timestamp(Timestamp {
        created: said(created),
        expires: said(expires),
        ..Timestamp::default()
    })
}

#[test]
fn a_timestamp_is_good_for_a_while() {
    const PART: Part = Part::Timestamp;
    let freshness = Freshness {
        max_age: Duration::from_secs(100),
        skew: Duration::from_secs(10),
    };
    let check = |created: &str, expires: &str, now| {
        timestamp(created, expires).check_timestamp(at(now), &freshness)
    };
    let (minute, hour) = ("2026-11-29T16:22:31Z", "2026-11-29T17:21:31Z");
    assert_eq!(check(CREATED, minute, 0), Ok(()));
    assert_eq!(check(CREATED, minute, -10), Ok(()));
    assert_eq!(
        check(CREATED, minute, -11),
        Err(SecurityError::CreatedInFuture(PART))
    );
    assert_eq!(check(CREATED, minute, 70), Ok(()));
    assert_eq!(
        check(CREATED, minute, 71),
        Err(SecurityError::Expired(PART))
    );
    assert_eq!(check(CREATED, hour, 110), Ok(()));
    assert_eq!(
        check(CREATED, hour, 111),
        Err(SecurityError::Expired(PART)),
        "whatever it says"
    );
    assert_eq!(check(CREATED, "", 110), Ok(()));
    assert_eq!(check(CREATED, "", 111), Err(SecurityError::Expired(PART)));
    assert_eq!(check("2026-11-29T17:21:31+01:00", "", 0), Ok(()));
    assert_eq!(
        check("", minute, 0),
        Err(SecurityError::MissingCreated(PART))
    );
    assert_eq!(
        check("2026-11-29", "", 0),
        Err(SecurityError::InvalidTime(PART))
    );
    assert_eq!(
        check("2026-11-29T16:21:31", "", 0),
        Err(SecurityError::InvalidTime(PART))
    );
    assert_eq!(
        check(CREATED, "soon", 0),
        Err(SecurityError::InvalidTime(PART))
    );
    assert_eq!(
        check(CREATED, "2026-11-29T16:21:30Z", 0),
        Err(SecurityError::ExpiresBeforeCreated)
    );
    assert_eq!(
        check("2147483647-01-01T00:00:00Z", "", 0),
        Err(SecurityError::CreatedInFuture(PART))
    );

    let none = Security::default().check_timestamp(at(0), &freshness);
    assert_eq!(none, Err(SecurityError::Missing(PART)));
    let two = timestamp(CREATED, "").with_timestamp(Timestamp::default());
    assert_eq!(
        two.check_timestamp(at(0), &freshness),
        Err(SecurityError::Second(PART))
    );
}

#[test]
fn limits_without_end_are_none() {
    let freshness = Freshness {
        max_age: Duration::MAX,
        skew: Duration::MAX,
    };
    assert_eq!(
        timestamp(CREATED, "").check_timestamp(at(0), &freshness),
        Ok(())
    );
    let lives = Timestamp::new(at(0), Duration::MAX).unwrap();
    assert_eq!(lives.check(at(0), &Freshness::default()), Ok(()));
}

// What cannot be read, and what a stranger is told.

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    for (content, said) in [
        (
            "<wsse:UsernameToken><wsse:Password>hunter2</wsse:Password></wsse:UsernameToken>",
            "missing element `Username`, in `Envelope/Header/Security/UsernameToken`, line 1",
        ),
        (
            "<wsse:UsernameToken><wsse:Username>a</wsse:Username><wsse:Password>hunter2</wsse:Password>\
             <wsse:Password>hunter2</wsse:Password></wsse:UsernameToken>",
            "`Password` stands twice, where it may stand once, in `Envelope/Header/Security/UsernameToken/Password`",
        ),
        (
            "<wsse:UsernameToken><wsse:Username>a</wsse:Username><wsse:Password><hunter2/></wsse:Password></wsse:UsernameToken>",
            "element `hunter2`, where only text is expected",
        ),
        (
            "<wsu:Timestamp><wsu:Created/><wsu:Created/></wsu:Timestamp>",
            "`Created` stands twice, where it may stand once, in `Envelope/Header/Security/Timestamp/Created`",
        ),
        (
            "hunter2",
            "text, where only elements are expected, in `Envelope/Header/Security`",
        ),
    ] {
        let error = read(content).unwrap_err();
        assert!(error.to_string().starts_with(said), "{error}");
        let refused = SecurityError::of_error(&error).unwrap();
        assert_eq!(refused, SecurityError::Unreadable);
        assert_eq!(refused.fault(), Some(SecurityFault::InvalidSecurity));
    }
    let other = read("<wsse:UsernameToken>").unwrap_err();
    assert_eq!(SecurityError::of_error(&other), None);
}

/// Neither which of them is wrong, nor what was sent.
#[test]
fn a_stranger_is_told_one_thing_of_names_passwords_and_nonces() {
    let refused = [
        SecurityError::UnknownUser,
        SecurityError::WrongPassword,
        SecurityError::WrongDigest,
        SecurityError::ReplayedNonce,
    ];
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let answers = refused.map(|error| {
            let fault = Envelope::new(error.to_fault()).with_version(version);
            fault.to_xml().unwrap()
        });
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        assert_eq!(answers[0].matches("FailedAuthentication").count(), 1);
    }
}

#[test]
fn each_fault_in_both_versions() {
    for (error, code) in [
        (SecurityError::WrongDigest, "FailedAuthentication"),
        (SecurityError::Expired(Part::Timestamp), "MessageExpired"),
        (
            SecurityError::CreatedInFuture(Part::UsernameToken),
            "MessageExpired",
        ),
        (SecurityError::TextRefused, "UnsupportedSecurityToken"),
        (SecurityError::MissingNonce, "InvalidSecurityToken"),
        (
            SecurityError::MissingCreated(Part::UsernameToken),
            "InvalidSecurityToken",
        ),
        (
            SecurityError::MissingCreated(Part::Timestamp),
            "InvalidSecurity",
        ),
        (SecurityError::MissingHeader, "InvalidSecurity"),
        (
            SecurityError::Second(Part::UsernameToken),
            "InvalidSecurity",
        ),
    ] {
        let fault = error.to_fault();
        assert_eq!(fault.class(), FaultClass::Sender);
        let xml = Envelope::new(fault.clone()).to_xml().unwrap();
        let read = Envelope::<Fault>::from_xml(&xml).unwrap().body;
        assert!(read.code().is(WSSE, code), "{xml}");
        assert_eq!(SecurityFault::of_fault(&read), error.fault());
        assert!(read.detail_element().is_none(), "{xml}");

        let xml = Envelope::new(fault)
            .with_version(SoapVersion::V1_2)
            .to_xml()
            .unwrap();
        let read = Envelope::<Fault>::from_xml(&xml).unwrap().body;
        assert!(read.subcodes()[0].is(WSSE, code), "{xml}");
        assert_eq!(SecurityFault::of_fault(&read), error.fault());
    }
    let busy = SecurityError::CannotRemember.to_fault();
    assert_eq!(
        (busy.class(), SecurityFault::of_fault(&busy)),
        (FaultClass::Receiver, None)
    );
    for fault in [
        "UnsupportedAlgorithm",
        "FailedCheck",
        "SecurityTokenUnavailable",
    ] {
        let code = um_messages::xml::QName::new(WSSE, fault);
        let read = SecurityFault::of_fault(&Fault::new(code.clone(), "")).unwrap();
        assert_eq!(read.to_fault().subcodes(), [code]);
    }
}

#[test]
fn no_secret_is_shown() {
    let mut security = text("ada", "hunter2")
        .with_element(Element::new("urn:t", "Token").with_text("hunter2"))
        .with_entry(SecurityEntry::BinarySecurityToken(
            BinarySecurityToken::of_bytes(b"hunter2"),
        ))
        .with_username_token(UsernameToken {
            extensions: vec![Element::new("urn:t", "Pin").with_text("hunter2")],
            ..UsernameToken::digest_with("ada", "hunter2", b"n", CREATED)
        });
    security
        .attributes
        .push(Attribute::new("urn:a", "Seen", "1"));
    let digest = password_digest(b"n", CREATED, "hunter2");
    let bytes = BinarySecurityToken::of_bytes(b"hunter2").text;
    let envelope = envelope(security);
    let xml = envelope.to_xml().unwrap();
    for secret in ["hunter2", &digest, &bytes] {
        assert!(xml.contains(secret), "{xml}");
        assert!(
            !envelope.masked().to_string().contains(secret),
            "{}",
            envelope.masked()
        );
        assert!(!format!("{envelope:?}").contains(secret), "{envelope:?}");
        assert!(!format!("{envelope:#?}").contains(secret));
    }
    assert!(
        envelope
            .masked()
            .to_string()
            .contains("<wsse:Username>ada</wsse:Username>")
    );
    let password = Password {
        text: "hunter2".into(),
        ..Password::default()
    };
    assert!(!format!("{password:?}").contains("hunter2"));
}

/// A password with a character that XML does not have.
#[test]
fn an_error_of_writing_shows_no_secret() {
    let error = envelope(text("ada", "hunter2\u{0}")).to_xml().unwrap_err();
    assert!(!error.to_string().contains("hunter"), "{error}");
    assert!(!format!("{error:?}").contains("hunter"), "{error:?}");
}

#[test]
fn the_block_in_soap_1_2() {
    let document = document(
        V1_2,
        "<wsse:UsernameToken><wsse:Username>ada</wsse:Username></wsse:UsernameToken>",
    );
    let read = Envelope::<GetCallInfo, Headers>::from_xml(&document).unwrap();
    assert_eq!(
        read.header.security.username_token().unwrap().username,
        "ada"
    );
}
