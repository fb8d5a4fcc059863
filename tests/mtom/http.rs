//! Packages over HTTP: the SOAP 1.1 Binding for MTOM 1.0, and MTOM section 4 for SOAP 1.2.

use http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use um_messages::mtom::MtomOptions;
use um_messages::{
    Envelope, Error, ErrorKind, Fault, HttpProblem, PackageProblem, ReadOptions, SoapMessage,
    SoapOperation, SoapVersion,
};

use crate::{CONTENT_TYPE, Store, Stored, package, store};

const VERSIONS: [SoapVersion; 2] = [SoapVersion::V1_1, SoapVersion::V1_2];

fn a_store() -> Store {
    let content: Vec<u8> = (0..=255).cycle().take(1000).collect();
    Store {
        name: "n".into(),
        content: content.into(),
    }
}

fn read(request: &Request<Vec<u8>>, options: &ReadOptions) -> Result<Envelope<Store>, Error> {
    Envelope::from_request_with(request.method(), request.headers(), request.body(), options)
}

/// Who asks in a package is answered in one; who does not, is not.
#[test]
fn requests_and_answers() {
    for version in VERSIONS {
        for is_mtom in [true, false] {
            let envelope = Envelope::new(a_store()).with_version(version);
            let envelope = if is_mtom {
                envelope.with_mtom(MtomOptions::new())
            } else {
                envelope
            };
            let request = envelope.to_request("http://x/").unwrap();
            let is_package = |headers: &HeaderMap| {
                headers["content-type"]
                    .to_str()
                    .unwrap()
                    .starts_with("multipart/related")
            };
            assert_eq!(is_package(request.headers()), is_mtom);
            assert_eq!(
                request.headers().contains_key("soapaction"),
                version == SoapVersion::V1_1
            );
            let action = um_messages::http::action(request.headers());
            assert_eq!(action.as_deref(), Some("urn:archive/Store"));

            let options = ReadOptions::new().check_action(true);
            let read = read(&request, &options).unwrap();
            assert_eq!((&read.body, read.version()), (&a_store(), version));
            assert_eq!(read.mtom().is_some(), is_mtom);

            let answer = read.reply(Stored { size: 1000 }).to_response().unwrap();
            assert_eq!(answer.status(), StatusCode::OK);
            assert_eq!(is_package(answer.headers()), is_mtom);
            let stored = a_store().read_response(answer.status(), answer.headers(), answer.body());
            assert_eq!(stored.unwrap(), Stored { size: 1000 });

            let fault = read
                .reply(Fault::sender("no"))
                .without_mtom()
                .to_response()
                .unwrap();
            assert!(!is_package(fault.headers()));
        }
    }
}

#[test]
fn a_fault_in_a_package_is_one() {
    for version in VERSIONS {
        let fault = Envelope::new(Fault::sender("no")).with_version(version);
        let answer = fault.with_mtom(MtomOptions::new()).to_response().unwrap();
        assert_eq!(
            answer.status(),
            if version == SoapVersion::V1_2 {
                400
            } else {
                500
            }
        );
        let error = a_store()
            .read_response(answer.status(), answer.headers(), answer.body())
            .unwrap_err();
        assert_eq!(error.fault().unwrap().reason(), "no");
    }
}

/// The answer to a one-way message has nothing in it.
#[test]
fn nothing_is_sent_as_nothing() {
    let answer = Envelope::new(())
        .with_mtom(MtomOptions::new())
        .to_response()
        .unwrap();
    assert_eq!(
        (answer.status(), answer.body().len()),
        (StatusCode::ACCEPTED, 0)
    );
}

fn post(content_type: &str, body: Vec<u8>) -> Request<Vec<u8>> {
    let mut request = Request::new(body);
    *request.method_mut() = Method::POST;
    request
        .headers_mut()
        .insert("content-type", HeaderValue::from_str(content_type).unwrap());
    request
}

const INCLUDE: &str = "<xop:Include href='cid:1@x'/>";

fn a_package() -> Vec<u8> {
    package(&store(INCLUDE), &[("Content-ID: <1@x>", b"RIFF")])
}

/// What the media type says is believed as far as it goes.
#[test]
fn media_types() {
    for content_type in [
        CONTENT_TYPE,
        // Without the envelope's own, or without that of the document.
        "multipart/related; boundary=b; type=\"application/xop+xml\"",
        "multipart/related; boundary=b",
    ] {
        let read = read(&post(content_type, a_package()), &ReadOptions::new());
        assert_eq!(*read.unwrap().body.content, *b"RIFF", "{content_type}");
    }
    let refused = |content_type: &str| {
        let error = read(&post(content_type, a_package()), &ReadOptions::new()).unwrap_err();
        (error.to_fault_response().status().as_u16(), error)
    };
    for content_type in [
        "multipart/mixed; boundary=b",
        "multipart/form-data; boundary=b",
        "multipart/related; boundary=b; type=\"text/html\"",
    ] {
        let (status, error) = refused(content_type);
        assert!(
            matches!(error.kind(), ErrorKind::Http(HttpProblem::Multipart)),
            "{error}"
        );
        assert_eq!(status, 415);
    }
    let other_version = CONTENT_TYPE.replace("text/xml", "application/soap+xml");
    let (status, error) = refused(&other_version);
    assert!(
        matches!(error.kind(), ErrorKind::Http(HttpProblem::OtherVersion(_))),
        "{error}"
    );
    assert_eq!(status, 415);
    let (status, error) = refused(&CONTENT_TYPE.replace("boundary=b;", ""));
    let is_multipart = matches!(error.kind(), ErrorKind::Http(HttpProblem::Multipart));
    assert!(is_multipart, "{error}");
    assert_eq!(status, 415);
}

/// An envelope is one whatever the media type says, as where a fault is no package.
#[test]
fn an_envelope_that_is_no_package() {
    let request = post(CONTENT_TYPE, store("UklGRg==").into_bytes());
    assert!(read(&request, &ReadOptions::new()).is_ok());
}

#[test]
fn soap_with_attachments_is_read() {
    let body = String::from_utf8(package(
        &store("UklGRg=="),
        &[("Content-ID: <2@x>", b"two")],
    ))
    .unwrap();
    let body = body.replace("application/xop+xml", "text/xml").into_bytes();
    let request = post("multipart/related; boundary=b; type=\"text/xml\"", body);
    let read = read(&request, &ReadOptions::new()).unwrap();
    assert_eq!(*read.body.content, *b"RIFF");
    // No part stands for a text there, and so in the answer.
    assert!(read.mtom().is_none());
}

/// What is wrong is refused with a status of HTTP, or a fault, which says no more than what is wrong.
#[test]
fn what_is_wrong_has_a_status() {
    let whole = a_package();
    let cut = whole[..whole.len() - 9].to_vec();
    let missing = package(&store(INCLUDE), &[]);
    let default = ReadOptions::new;
    for (body, options, status, reason) in [
        (
            cut,
            default(),
            400,
            "the package ends without the line that closes it",
        ),
        (
            missing,
            default(),
            500,
            "the package has no part of the content id `1@x`, in `Envelope/Body/Store/Content`",
        ),
        (
            whole.clone(),
            default().max_parts(1),
            413,
            "more than `max_parts` allows (1)",
        ),
        (
            whole.clone(),
            default().max_part_bytes(3),
            413,
            "more than `max_part_bytes` allows (3)",
        ),
        (
            whole.clone(),
            default().max_part_headers(1),
            431,
            "more than `max_part_headers` allows (1)",
        ),
        (
            whole.clone(),
            default().max_part_header_bytes(9),
            431,
            "more than `max_part_header_bytes` allows (9)",
        ),
        (
            whole,
            default().max_bytes(9),
            413,
            "more than `max_bytes` allows (9)",
        ),
    ] {
        let error = read(&post(CONTENT_TYPE, body), &options).unwrap_err();
        let answer = error.to_fault_response();
        assert_eq!(answer.status(), status, "{error}");
        assert_eq!(answer.headers()["content-type"], "text/xml; charset=utf-8");
        let fault = String::from_utf8(answer.into_body()).unwrap();
        assert!(fault.contains(reason), "{fault}");
    }
}

#[test]
fn what_is_wrong_is_answered_in_the_version_that_it_came_in() {
    let content_type = CONTENT_TYPE.replace("text/xml", "application/soap+xml");
    let error = read(
        &post(&content_type, b"--b\r\n".to_vec()),
        &ReadOptions::new(),
    )
    .unwrap_err();
    let answer = error.to_fault_response();
    assert_eq!(
        answer.headers()["content-type"],
        "application/soap+xml; charset=utf-8"
    );
    assert_eq!(answer.status(), 400);
}

/// An answer that is spoilt says what it is of.
#[test]
fn an_answer_that_is_no_package() {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static(CONTENT_TYPE));
    let read = |status, body: &[u8]| Stored::from_response(status, &headers, body).unwrap_err();
    let error = read(StatusCode::OK, b"--b\r\n\r\nx");
    assert!(
        matches!(error.kind(), ErrorKind::Package(PackageProblem::Unclosed)),
        "{error}"
    );
    assert_eq!(error.http_status(), Some(StatusCode::OK));
    let error = read(StatusCode::BAD_GATEWAY, b"--b\r\n\r\nx");
    assert!(
        matches!(error.kind(), ErrorKind::Http(HttpProblem::Status)),
        "{error}"
    );
    let error = read(StatusCode::OK, b"");
    assert!(
        matches!(error.kind(), ErrorKind::Http(HttpProblem::Empty)),
        "{error}"
    );
}

/// Who decompresses a body need not take away the header field that says it was compressed.
#[test]
fn a_package_that_was_compressed() {
    let mut request = post(CONTENT_TYPE, a_package());
    request
        .headers_mut()
        .insert("content-encoding", HeaderValue::from_static("gzip"));
    assert!(read(&request, &ReadOptions::new()).is_ok());
}

/// Handlers of axum take and return packages as they do envelopes.
#[test]
fn in_axum() {
    use axum::body::Body;
    use axum::extract::FromRequest;
    use axum::response::IntoResponse;

    let request = Envelope::new(a_store())
        .with_mtom(MtomOptions::new())
        .to_request("/")
        .unwrap();
    let read = <Envelope<Store> as FromRequest<()>>::from_request(request.map(Body::from), &());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let envelope = runtime.block_on(read).unwrap();
    assert_eq!(envelope.body, a_store());
    let answer = envelope.reply(a_store()).into_response();
    let content_type = answer.headers()["content-type"].to_str().unwrap();
    assert!(
        content_type.starts_with("multipart/related"),
        "{content_type}"
    );
}
