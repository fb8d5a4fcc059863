//! The HTTP bindings: SOAP 1.1 section 6, SOAP 1.2 part 2 section 7, RFC 3902, RFC 7303, RFC 9110, and what WS-I's Basic Profile 1.1 adds. H 100
//! to 109 of the rules. A test is named after what its clause says, and its comment has the clause.

mod answer;
mod axum;
mod received;
mod reply;
mod request;

use ::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use um_messages::{Error, HttpProblem, SoapMessage, SoapVersion};
use um_tests::documents::{FAULT, V1_1, V1_2, short_body};

pub(crate) const TEXT_XML: &str = "text/xml; charset=utf-8";
pub(crate) const SOAP_XML: &str = "application/soap+xml; charset=utf-8";

/// A request and its answer.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:bank", action = "urn:bank/Pay", response = Paid)]
pub(crate) struct Pay {
    pub(crate) iban: String,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:bank")]
pub(crate) struct Paid {
    pub(crate) by: String,
}

/// A request without an action.
#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:bank")]
pub(crate) struct Stop {}

/// A message that nothing answers.
#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:bank", action = "urn:bank/Note", response = ())]
pub(crate) struct Note {}

pub(crate) fn pay() -> Pay {
    Pay { iban: "AT1".into() }
}

pub(crate) fn paid() -> Paid {
    Paid {
        by: "Zo\u{eb}".into(),
    }
}

/// Header fields.
pub(crate) fn fields(fields: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        let value = HeaderValue::from_str(value).unwrap();
        headers.append(HeaderName::from_static(name), value);
    }
    headers
}

/// An answer with this media type, none if it is empty.
pub(crate) fn read<M: SoapMessage + for<'de> um_messages::soap::ReadBody<'de>>(
    status: u16,
    content_type: &str,
    body: impl AsRef<[u8]>,
) -> Result<M, Error> {
    let headers = match content_type {
        "" => HeaderMap::new(),
        it => fields(&[("content-type", it)]),
    };
    M::from_response(
        StatusCode::from_u16(status).unwrap(),
        &headers,
        body.as_ref(),
    )
}

/// Why it is no answer, and that the error has the status.
#[track_caller]
pub(crate) fn problem(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> HttpProblem {
    let error = read::<Paid>(status, content_type, body).unwrap_err();
    problem_of(&error, status)
}

#[track_caller]
pub(crate) fn problem_of(error: &Error, status: u16) -> HttpProblem {
    assert_eq!(
        error.http_status().map(|it| it.as_u16()),
        Some(status),
        "{error}"
    );
    match error.kind() {
        um_messages::ErrorKind::Http(problem) => problem.clone(),
        _ => panic!("{error}"),
    }
}

/// An answer in an envelope of this version.
pub(crate) fn answer_in(version: SoapVersion) -> String {
    let envelope = um_messages::Envelope::new(paid()).with_version(version);
    envelope.to_xml().unwrap()
}

/// A fault in an envelope of this version.
pub(crate) fn fault_in(version: SoapVersion) -> String {
    match version {
        SoapVersion::V1_1 => short_body(FAULT),
        SoapVersion::V1_2 => short_body(FAULT).replace(V1_1, V1_2),
    }
}
