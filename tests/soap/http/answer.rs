//! What a client gets, and how it is read.

use ::http::{HeaderMap, StatusCode};
use um_messages::{
    Envelope, EnvelopeProblem, ErrorKind, Fault, HttpProblem, ReadOptions, SoapMessage,
    SoapOperation, SoapVersion,
};
use um_tests::documents::short_body;

use super::{
    Note, Paid, SOAP_XML, TEXT_XML, answer_in, fault_in, fields, paid, pay, problem, problem_of,
    read,
};

const V1_1: SoapVersion = SoapVersion::V1_1;
const V1_2: SoapVersion = SoapVersion::V1_2;

/// SOAP 1.1 section 6.2; SOAP 1.2 part 2 table 17: 2xx.
#[test]
fn a_message_with_status_2xx_is_an_answer() {
    for status in [200, 201, 202, 203, 206, 299] {
        assert_eq!(
            read::<Paid>(status, TEXT_XML, answer_in(V1_1)).unwrap(),
            paid()
        );
        assert_eq!(
            read::<Paid>(status, SOAP_XML, answer_in(V1_2)).unwrap(),
            paid()
        );
    }
}

#[test]
fn an_operation_reads_its_own_answer() {
    let headers = fields(&[("content-type", TEXT_XML)]);
    let body = answer_in(V1_1);
    let answer = pay().read_response(StatusCode::OK, &headers, body.as_bytes());
    assert_eq!(answer.unwrap(), paid());
    let options = ReadOptions::new().versions(&[V1_2]);
    let answer = pay().read_response_with(StatusCode::OK, &headers, body.as_bytes(), &options);
    let error = answer.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::VersionMismatch(_)),
        "{error}"
    );
    assert_eq!(error.http_status(), Some(StatusCode::OK));
}

// Encodings.

/// H 4: WS-I R1019; RFC 7303 section 3.2.
#[test]
fn the_charset_of_http_counts_before_the_declaration() {
    let text = answer_in(V1_1);
    let says_latin_1 = text.replace("utf-8", "iso-8859-1");
    let latin_1: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let in_latin_1 = "text/xml; charset=\"ISO-8859-1\"";
    assert_eq!(read::<Paid>(200, TEXT_XML, says_latin_1).unwrap(), paid());
    assert_eq!(read::<Paid>(200, in_latin_1, &latin_1).unwrap(), paid());
    assert!(read::<Paid>(200, TEXT_XML, &latin_1).is_err());
}

/// RFC 7303 section 3: without a `charset` the declaration counts, and nothing makes it US-ASCII.
#[test]
fn without_a_charset_the_declaration_counts() {
    assert_eq!(
        read::<Paid>(200, "text/xml", answer_in(V1_1)).unwrap(),
        paid()
    );
    let latin_1 = answer_in(V1_1).replace("utf-8", "iso-8859-1");
    let latin_1: Vec<u8> = latin_1
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    assert_eq!(read::<Paid>(200, "text/xml", latin_1).unwrap(), paid());
}

/// RFC 7303 section 3.3; H 1, H 2: WS-I R1012, R4001.
#[test]
fn a_byte_order_mark_counts_before_the_charset() {
    let text = format!("\u{feff}{}", answer_in(V1_1).replace("utf-8", "utf-16"));
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let body: Vec<u8> = text.encode_utf16().flat_map(to_bytes).collect();
        assert_eq!(
            read::<Paid>(200, "text/xml; charset=utf-16", &body).unwrap(),
            paid()
        );
        assert_eq!(read::<Paid>(200, TEXT_XML, &body).unwrap(), paid());
    }
}

// Media types.

/// H 104: RFC 9110 section 8.3.1.
#[test]
fn a_media_type_is_read_whatever_its_spelling() {
    for content_type in [
        "text/xml",
        "TEXT/XML",
        "text/xml;charset=UTF-8",
        "text/xml ; x=\"a;b\" ; Charset=\"utf-8\"",
        "text/xml;",
    ] {
        assert_eq!(
            read::<Paid>(200, content_type, answer_in(V1_1)).unwrap(),
            paid(),
            "{content_type}"
        );
    }
    let with_action = "application/soap+xml; action=\"urn:a;charset=x\"; charset=utf-8";
    assert_eq!(
        read::<Paid>(200, with_action, answer_in(V1_2)).unwrap(),
        paid()
    );
}

/// H 105.
#[test]
fn another_media_type_is_said() {
    for media_type in [
        "application/xml",
        "text/plain",
        "text/xmlx",
        "application/octet-stream",
    ] {
        let problem = problem(200, media_type, answer_in(V1_1));
        assert_eq!(problem, HttpProblem::MediaType(media_type.into()));
    }
}

#[test]
fn no_media_type_is_said() {
    assert_eq!(problem(200, "", answer_in(V1_1)), HttpProblem::NoMediaType);
}

/// SOAP 1.1 section 6; SOAP 1.2 part 2 section 7.1.4.
#[test]
fn the_media_type_of_another_version_is_said() {
    let problem_1_2 = problem(200, TEXT_XML, answer_in(V1_2));
    assert_eq!(problem_1_2, HttpProblem::OtherVersion("text/xml".into()));
    let problem_1_1 = problem(200, SOAP_XML, answer_in(V1_1));
    assert_eq!(
        problem_1_1,
        HttpProblem::OtherVersion("application/soap+xml".into())
    );
}

#[test]
fn a_media_type_can_be_forgiven() {
    let options = ReadOptions::new().any_media_type(true);
    for content_type in ["application/xml", "x", SOAP_XML, "application/json"] {
        let headers = fields(&[("content-type", content_type)]);
        let body = answer_in(V1_1);
        let answer = Paid::from_response_with(StatusCode::OK, &headers, body.as_bytes(), &options);
        assert_eq!(answer.unwrap(), paid(), "{content_type}");
    }
}

#[test]
fn json_is_said() {
    for media_type in [
        "application/json; charset=utf-8",
        "text/json",
        "application/problem+json",
    ] {
        for status in [200, 500] {
            assert_eq!(
                problem(status, media_type, "{\"error\":1}"),
                HttpProblem::Json
            );
        }
    }
}

#[test]
fn a_multipart_message_is_said() {
    let media_type = "multipart/mixed; boundary=x";
    assert_eq!(
        problem(200, media_type, "--x\r\n\r\n"),
        HttpProblem::Multipart
    );
}

#[test]
fn a_compressed_body_is_said() {
    let gzip: &[u8] = b"\x1F\x8B\x08\0\0\0\0\0";
    for (headers, body, coding) in [
        (fields(&[("content-type", TEXT_XML)]), gzip, "gzip"),
        (
            fields(&[("content-type", TEXT_XML), ("content-encoding", "br")]),
            &b"\x8b\x02\x80"[..],
            "br",
        ),
    ] {
        let error = Paid::from_response(StatusCode::OK, &headers, body).unwrap_err();
        assert_eq!(
            problem_of(&error, 200),
            HttpProblem::Compressed(coding.into())
        );
        assert!(
            error.hint().is_some_and(|hint| hint.contains("decompress")),
            "{error}"
        );
        // There is nothing in it that anybody could read.
        assert!(!error.to_string().contains("begins"), "{error}");
    }
}

/// Clients that decompress leave the header field or take it away.
#[test]
fn a_decompressed_body_is_read() {
    let headers = fields(&[("content-type", TEXT_XML), ("content-encoding", "gzip")]);
    let body = answer_in(V1_1);
    let answer = Paid::from_response(StatusCode::OK, &headers, body.as_bytes());
    assert_eq!(answer.unwrap(), paid());
}

// Faults.

/// D 50: WS-I R1107; SOAP 1.1 section 6.2; SOAP 1.2 part 2 table 20.
#[test]
fn a_fault_is_a_fault_whatever_the_status() {
    for status in [200, 202, 302, 400, 401, 403, 404, 415, 500, 503] {
        for (version, content_type) in [(V1_1, TEXT_XML), (V1_2, SOAP_XML)] {
            let error = read::<Paid>(status, content_type, fault_in(version)).unwrap_err();
            assert!(error.fault().is_some(), "{status}: {error}");
            assert_eq!(error.http_status().unwrap().as_u16(), status);
            let ending = "the body begins";
            assert!(!error.to_string().contains(ending), "{error}");
        }
    }
}

#[test]
fn a_fault_is_a_fault_whatever_the_media_type() {
    for content_type in [
        "",
        "text/html",
        "application/json",
        SOAP_XML,
        "multipart/related",
    ] {
        let error = read::<Paid>(500, content_type, fault_in(V1_1)).unwrap_err();
        assert!(error.fault().is_some(), "{content_type}: {error}");
    }
}

#[test]
fn a_fault_can_be_the_value() {
    for status in [200, 400, 500] {
        let fault = read::<Fault>(status, TEXT_XML, fault_in(V1_1)).unwrap();
        let error = read::<Paid>(status, TEXT_XML, fault_in(V1_1)).unwrap_err();
        assert_eq!(error.fault(), Some(&fault));
        assert_eq!(
            read::<Option<Fault>>(status, TEXT_XML, fault_in(V1_1)).unwrap(),
            Some(fault)
        );
    }
}

/// SOAP 1.1 section 6.2: 2xx says that it was understood, and only that.
#[test]
fn a_message_with_another_status_is_said() {
    for status in [400, 404, 500, 503] {
        assert_eq!(
            problem(status, TEXT_XML, answer_in(V1_1)),
            HttpProblem::NoFault
        );
    }
}

/// What is wrong with a fault is said, and not that there is none.
#[test]
fn a_broken_envelope_with_another_status_is_said() {
    let error = read::<Paid>(500, TEXT_XML, short_body("<s:Fault>")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Syntax(_)), "{error}");
    assert_eq!(error.http_status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
}

// Nothing.

/// H 108: WS-I R2714, R1112; SOAP 1.2 part 2 table 17: 202.
#[test]
fn nothing_is_the_answer_to_a_one_way_message() {
    for status in [200, 202, 204] {
        for content_type in ["", TEXT_XML, "text/plain"] {
            for body in ["", " \r\n"] {
                let answer = Note {}.read_response(
                    StatusCode::from_u16(status).unwrap(),
                    &fields(&[("content-type", content_type)]),
                    body.as_bytes(),
                );
                answer.unwrap();
            }
        }
    }
}

/// H 108: WS-I R2750.
#[test]
fn what_comes_with_the_202_of_a_one_way_message_is_not_read() {
    for body in [
        answer_in(V1_1),
        fault_in(V1_1),
        "<html>".into(),
        "thanks".into(),
    ] {
        read::<()>(202, TEXT_XML, body).unwrap();
    }
}

/// H 108: WS-I R2727: no other status is one of success.
#[test]
fn nothing_with_another_status_is_no_success() {
    for (status, expected) in [
        (302, HttpProblem::Redirect(None)),
        (401, HttpProblem::Unauthorized(Vec::new())),
        (403, HttpProblem::Forbidden),
        (404, HttpProblem::Status),
        (500, HttpProblem::Status),
    ] {
        let error = read::<()>(status, "", "").unwrap_err();
        assert_eq!(problem_of(&error, status), expected);
    }
}

#[test]
fn nothing_is_no_answer_where_one_is_expected() {
    for status in [200, 202, 204] {
        for body in ["", "\n"] {
            assert_eq!(problem(status, "", body), HttpProblem::Empty);
            assert_eq!(problem(status, TEXT_XML, body), HttpProblem::Empty);
        }
    }
    let message = read::<Paid>(204, "", "").unwrap_err().to_string();
    assert_eq!(
        message,
        "nothing, where a SOAP envelope is expected; HTTP status 204 No Content"
    );
}

// Other statuses.

/// RFC 9110 sections 15.5.2 and 15.5.8, and how a challenge is written, section 11.6.1.
#[test]
fn who_calls_is_asked_for() {
    let challenges = fields(&[
        ("www-authenticate", "Negotiate, NTLM"),
        (
            "www-authenticate",
            "Basic realm=\"a, b\", charset=\"UTF-8\"",
        ),
        ("proxy-authenticate", "Basic"),
    ]);
    let error = |status: u16| {
        let status = StatusCode::from_u16(status).unwrap();
        Paid::from_response(status, &challenges, b"no").unwrap_err()
    };
    let schemes = ["Negotiate", "NTLM", "Basic"].map(String::from).to_vec();
    assert_eq!(
        problem_of(&error(401), 401),
        HttpProblem::Unauthorized(schemes)
    );
    assert_eq!(
        error(401).to_string(),
        "the service wants to know who calls, by `Negotiate` or `NTLM` or `Basic`; \
         HTTP status 401 Unauthorized; the body begins with `no`"
    );
    let schemes = vec!["Basic".into()];
    assert_eq!(
        problem_of(&error(407), 407),
        HttpProblem::ProxyUnauthorized(schemes)
    );
    assert_eq!(problem_of(&error(403), 403), HttpProblem::Forbidden);
}

/// Whatever else stands in the body, a fault apart: who has to log in is told that, and not what the envelope lacks.
#[test]
fn a_status_that_says_why_comes_before_an_envelope_of_something_else() {
    let other = answer_in(SoapVersion::V1_1).replace("Paid", "Welcome");
    assert_eq!(
        problem(401, TEXT_XML, &other),
        HttpProblem::Unauthorized(Vec::new())
    );
    assert_eq!(problem(403, TEXT_XML, &other), HttpProblem::Forbidden);
    let error = read::<Paid>(401, TEXT_XML, fault_in(SoapVersion::V1_1)).unwrap_err();
    assert!(error.fault().is_some(), "{error}");
}

/// H 109: WS-I R1130, R1131: who redirects asks the client, which has not done it.
#[test]
fn a_redirect_is_said_without_secrets() {
    for (location, said) in [
        (
            "https://ann:hunter2@b:8443/c?token=hunter2#d",
            Some("https://b:8443/c"),
        ),
        ("/login?back=hunter2", Some("/login")),
        ("not a uri", None),
    ] {
        for status in [301, 302, 303, 307, 308] {
            let status = StatusCode::from_u16(status).unwrap();
            let headers = fields(&[("location", location)]);
            let error = Paid::from_response(status, &headers, b"").unwrap_err();
            let said = HttpProblem::Redirect(said.map(String::from));
            assert_eq!(problem_of(&error, status.as_u16()), said);
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
            assert_eq!(error.redacted().to_string(), "the answer is elsewhere");
        }
    }
}

#[test]
fn a_page_is_said_to_be_one() {
    let page = "<!DOCTYPE html><html><body>Sign in<br></body></html>";
    for (status, content_type) in [
        (200, "text/html"),
        (503, "text/html; charset=windows-1252"),
        (200, TEXT_XML),
        (404, ""),
    ] {
        let error = read::<Paid>(status, content_type, page).unwrap_err();
        let is_html = matches!(error.kind(), ErrorKind::Envelope(EnvelopeProblem::Html));
        assert!(is_html, "{status} {content_type}: {error}");
        assert_eq!(error.http_status().unwrap().as_u16(), status);
        assert!(
            error
                .to_string()
                .contains("begins with `<!DOCTYPE html><html>"),
            "{error}"
        );
    }
}

#[test]
fn a_status_is_said_where_there_is_no_envelope() {
    for (content_type, body) in [("text/plain", "Not here."), ("", "?"), (TEXT_XML, "<no/>")] {
        assert_eq!(problem(404, content_type, body), HttpProblem::Status);
    }
}

// What errors say.

/// The body of somebody else's answer goes into a log: a part of it, on one line.
#[test]
fn the_start_of_a_body_is_bounded_and_escaped() {
    let body = format!("no\n\u{1b}[31m\u{202e}{}", "x".repeat(1_000_000));
    let error = read::<Paid>(502, "text/plain", body)
        .unwrap_err()
        .to_string();
    let start = "; HTTP status 502 Bad Gateway; the body begins with `no\\n\\u{1b}[31m\\u{202e}xxx";
    assert!(error.contains(start), "{error}");
    assert!(error.len() < 300, "{error}");
    let bytes = read::<Paid>(502, "text/plain", [0xFF; 1000])
        .unwrap_err()
        .to_string();
    assert!(bytes.len() < 600, "{bytes}");
}

/// What an envelope has may be a secret, whatever is wrong with it.
#[test]
fn of_an_envelope_nothing_is_shown() {
    let secret = answer_in(V1_1).replace("Zo\u{eb}", "hunter2");
    let broken = secret.replace("</soap:Envelope>", "");
    for (status, content_type, body) in [
        (200, "application/xml", &secret),
        (500, TEXT_XML, &secret),
        (401, TEXT_XML, &secret),
        (200, TEXT_XML, &broken),
        (200, "application/json", &broken),
    ] {
        let error = read::<Paid>(status, content_type, body).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
    }
}

#[test]
fn a_stranger_is_told_nothing_of_the_body() {
    let error = read::<Paid>(503, "text/plain", "hunter2").unwrap_err();
    assert!(error.to_string().contains("hunter2"));
    assert!(!error.redacted().to_string().contains("hunter2"));
}

#[test]
fn an_error_of_another_source_has_no_status() {
    let error = Envelope::<Paid>::from_xml("").unwrap_err();
    assert_eq!(error.http_status(), None);
}

#[test]
fn header_blocks_of_an_answer_are_read() {
    #[derive(um_messages::SoapType)]
    #[soap(namespace = "urn:trace")]
    struct Headers {
        id: u32,
    }
    let body = Envelope::new(paid()).with_header(Headers { id: 7 });
    let body = body.to_vec().unwrap();
    let headers: HeaderMap = fields(&[("content-type", TEXT_XML)]);
    let answer = Envelope::<Paid, Headers>::from_response(StatusCode::OK, &headers, &body);
    assert_eq!(answer.unwrap().header.id, 7);
}
