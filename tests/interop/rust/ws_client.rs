//! Calls a service that wants a user name and a password (WS-Security), in both versions of SOAP.
//!
//! ```text
//! cargo run -p um-tests --example interop_ws_client -- URL
//! ```
//!
//! Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.

mod service;

use std::env;
use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use um_messages::ews::{DisconnectPhoneCall, DisconnectPhoneCallResponse, PhoneCallId};
use um_messages::soap::Block;
use um_messages::soap::security::{self, Freshness, Security, Timestamp, UsernameToken};
use um_messages::{Envelope, SoapType, SoapVersion};

use self::service::{ADA, Service, spoil_text};

type Outcome<T> = Result<T, Box<dyn Error>>;

const PASSWORD: &str = "password";
/// How the second of a time ends that is in UTC.
const ZONE: &str = "Z</wsu:Created><";

#[derive(Debug, SoapType)]
struct Headers {
    #[soap(namespace = security::WSSE)]
    security: Option<Block<Security>>,
}

/// What came of a call: an answer, and whether its timestamp is good if it has one; or the status of what is none.
fn call(
    service: &Service,
    version: SoapVersion,
    security: Security,
    spoil: impl Fn(String) -> String,
) -> Outcome<String> {
    let id = "1".to_owned();
    let body = DisconnectPhoneCall {
        phone_call_id: PhoneCallId { id },
    };
    let security = Some(Block::new(security).with_must_understand(true));
    let request = Envelope::new(body)
        .with_version(version)
        .with_header(Headers { security });
    let message = request.to_request(&*service.url)?;
    let answer = service.send(message.map(|xml| spoil_text(&xml, spoil)))?;
    let (status, headers, body) = (answer.status(), answer.headers(), answer.body());
    match Envelope::<DisconnectPhoneCallResponse, Headers>::from_response(status, headers, body) {
        Ok(answer) => {
            let security = answer.header.security;
            let Some(security) = security else {
                return Ok("an answer".to_owned());
            };
            security.check_timestamp(SystemTime::now(), &Freshness::default())?;
            Ok("an answer with a timestamp".to_owned())
        }
        Err(error) if error.fault().is_some() => Ok(format!("a fault with {status}")),
        Err(error) => Err(error.into()),
    }
}

fn token(token: UsernameToken) -> Security {
    Security::default().with_username_token(token)
}

fn check(service: &Service, version: SoapVersion) -> Outcome<bool> {
    let now = SystemTime::now();
    let digest = |password: &str| UsernameToken::digest(ADA, password, now).map(token);
    let timestamp = Timestamp::new(now, Duration::from_mins(5))?;
    let same = |xml: String| xml;
    let later = |xml: String| xml.replace(ZONE, &format!("1{ZONE}"));
    let (answer, refused) = ("an answer", "a fault with 401 Unauthorized");
    let got = [
        (
            "text",
            call(
                service,
                version,
                token(UsernameToken::text(ADA, PASSWORD)),
                same,
            ),
            answer,
        ),
        (
            "digest",
            call(service, version, digest(PASSWORD)?, same),
            answer,
        ),
        (
            "timestamp",
            call(
                service,
                version,
                digest(PASSWORD)?.with_timestamp(timestamp),
                same,
            ),
            "an answer with a timestamp",
        ),
        (
            "wrong password",
            call(service, version, token(UsernameToken::text(ADA, "x")), same),
            refused,
        ),
        (
            "wrong digest",
            call(service, version, digest("x")?, same),
            refused,
        ),
        (
            "a digest of another time",
            call(service, version, digest(PASSWORD)?, later),
            refused,
        ),
    ];
    let mut all_passed = true;
    for (case, got, expected) in got {
        let got = got.unwrap_or_else(|error| error.to_string());
        if got == expected {
            println!("pass\t{version}: {case}");
        } else {
            all_passed = false;
            println!("fail\t{version}: {case}\tgot {got}, expected {expected}");
        }
    }
    Ok(all_passed)
}

fn main() -> Outcome<ExitCode> {
    let url = env::args().nth(1).unwrap_or_default();
    let service = Service::new(&url, ADA)?;
    let all_passed = check(&service, SoapVersion::V1_1)? & check(&service, SoapVersion::V1_2)?;
    Ok(if all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
