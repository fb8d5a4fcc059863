//! Calls a service of the calls of Exchange Web Services, in both versions of SOAP.
//!
//! ```text
//! cargo run -p um-tests --example interop_ews_client -- URL [--without-blocks]
//! ```
//!
//! Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and
//! expected. `--without-blocks`: the peer cannot say beside a fault which blocks are not understood.

mod ews;
mod service;

use std::error::Error;
use std::fmt::Debug;
use std::process::ExitCode;
use std::{env, fmt};

use http::Response;
use um_messages::ews::{
    DisconnectPhoneCall, GetPhoneCallInformation, ItemId, PhoneCallId, PlayOnPhone, RequestHeaders,
    RequestServerVersion, ResponseHeaders, ServerVersion, TYPES,
};
use um_messages::soap::{Block, FaultClass, FaultHeaders, WriteHeaders};
use um_messages::{
    Envelope, Fault, ReadOptions, SoapMessage, SoapOperation, SoapType, SoapVersion,
};

use self::ews::{ForgetCall, answered_by, connected};
use self::service::{ADA, Service, spoil_text};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The item to play, which the ids of calls begin with, and whatever has to be escaped.
const ITEM: &str = "AAMkAD+/=<&\">";
const SPOKEN: ServerVersion = ServerVersion::Exchange2010Sp2;

/// A block that is known, and that the receiver must understand.
#[derive(SoapType)]
#[soap(namespace = TYPES)]
struct MandatoryBlocks {
    request_server_version: Block<RequestServerVersion>,
}

/// A header block that no service knows.
#[derive(SoapType)]
#[soap(namespace = "urn:um-messages:interop")]
struct UnknownBlocks {
    unknown: Block<()>,
}

/// The service, in one version of SOAP.
struct Calls<'a> {
    service: &'a Service,
    version: SoapVersion,
    /// Whether it says beside a fault which blocks are not understood.
    names_blocks: bool,
    all_passed: bool,
}

impl Calls<'_> {
    /// The request, in an envelope with header blocks.
    fn envelope<B: SoapMessage, H: WriteHeaders>(&self, body: B, header: H) -> Envelope<B, H> {
        let envelope = Envelope::new(body).with_version(self.version);
        envelope.with_header(header)
    }

    /// Sends it, and what somebody has made of its text.
    fn send<B: SoapMessage, H: WriteHeaders>(
        &self,
        envelope: &Envelope<B, H>,
        spoil: impl Fn(String) -> String,
    ) -> Outcome<Response<Vec<u8>>> {
        let message = envelope.to_request(&*self.service.url)?;
        let message = message.map(|xml| spoil_text(&xml, spoil));
        Ok(self.service.send(message)?)
    }

    /// The answer to a request with these header blocks, in the version that was asked in.
    fn call_with<T: SoapOperation, H: WriteHeaders>(
        &self,
        request: &T,
        header: H,
    ) -> Outcome<Envelope<T::Response, ResponseHeaders>> {
        let answer = self.send(&self.envelope(request, header), |xml| xml)?;
        let (status, headers, body) = (answer.status(), answer.headers(), answer.body());
        let envelope = Envelope::from_response(status, headers, body)?;
        if envelope.version() == self.version {
            return Ok(envelope);
        }
        Err(format!("an answer in {}", envelope.version()).into())
    }

    fn call<T: SoapOperation>(&self, request: &T) -> Outcome<T::Response> {
        let header = RequestHeaders {
            request_server_version: Some(SPOKEN.into()),
            ..RequestHeaders::default()
        };
        Ok(self.call_with(request, header)?.body)
    }

    fn play(&self, dial_string: &str) -> Outcome<PhoneCallId> {
        Ok(self.call(&play(dial_string))?.into_result()?)
    }

    /// A case: what is got must be what is expected.
    fn check<T: Debug>(&mut self, case: &str, got: Outcome<T>, expected: &impl Debug) {
        let (version, expected) = (self.version, format!("{expected:?}"));
        let got = got.map_or_else(|error| error.to_string(), |got| format!("{got:?}"));
        if got == expected {
            println!("pass\t{version}: {case}");
        } else {
            self.all_passed = false;
            let problem =
                format!("got {got}, expected {expected}").replace(['\t', '\r', '\n'], " ");
            println!("fail\t{version}: {case}\t{problem}");
        }
    }

    /// A case whose answer must be this fault.
    fn check_fault<B: SoapMessage, H: WriteHeaders>(
        &mut self,
        case: &str,
        request: &Envelope<B, H>,
        spoil: impl Fn(String) -> String,
        expected: impl fmt::Display,
    ) {
        let got = self.send(request, spoil).and_then(|it| describe_fault(&it));
        let got = got.unwrap_or_else(|error| error.to_string());
        self.check::<()>(case, Err(got.into()), &format_args!("{expected}"));
    }
}

/// What the fault says to programs.
fn describe_fault(answer: &Response<Vec<u8>>) -> Outcome<String> {
    let (status, headers, body) = (answer.status(), answer.headers(), answer.body());
    // Beside a fault node-soap has a block that must be understood, and that nobody has asked for.
    let options = ReadOptions::new().ignore_must_understand(true);
    let read = Envelope::<Fault, FaultHeaders>::from_response_with;
    let envelope = read(status, headers, body, &options)?;
    let mut blocks = String::new();
    for block in &envelope.header.not_understood {
        blocks = format!("{blocks}, {}", block.qname);
    }
    let (version, class) = (envelope.version(), envelope.body.class());
    let status = status.as_u16();
    Ok(match class {
        // The version of the message is not known, so that of its fault is the service's choice.
        FaultClass::VersionMismatch => format!("{class:?} with status {status}"),
        _ => format!("{class:?} of {version} with status {status}{blocks}"),
    })
}

fn play(dial_string: &str) -> PlayOnPhone {
    PlayOnPhone {
        item_id: ItemId {
            id: ITEM.to_owned(),
            change_key: None,
        },
        dial_string: dial_string.to_owned(),
    }
}

fn main() -> Outcome<ExitCode> {
    let mut arguments = env::args().skip(1);
    let url = arguments.next().unwrap_or_default();
    let names_blocks = arguments.next().as_deref() != Some("--without-blocks");
    let service = Service::new(&url, ADA)?;
    let mut all_passed = true;
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let mut calls = Calls {
            service: &service,
            version,
            names_blocks,
            all_passed,
        };
        try_calls(&mut calls);
        try_blocks(&mut calls);
        try_faults(&mut calls);
        all_passed = calls.all_passed;
    }
    Ok(if all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The operations, and what they refuse with a normal answer.
fn try_calls(calls: &mut Calls<'_>) {
    let started = calls.play("+1 425 555 0199");
    let id = started
        .as_ref()
        .map_or_else(|_| no_call(), PhoneCallId::clone);
    calls.check(
        "PlayOnPhone",
        started.map(|it| it.id.starts_with(ITEM)),
        &true,
    );
    let tell = GetPhoneCallInformation {
        phone_call_id: id.clone(),
    };
    let got = calls.call(&tell).and_then(|it| Ok(it.into_result()?));
    calls.check("GetPhoneCallInformation", got, &connected());
    let hang_up = DisconnectPhoneCall { phone_call_id: id };
    let got = calls.call(&hang_up).and_then(|it| Ok(it.into_result()?));
    calls.check("DisconnectPhoneCall", got, &());
    let refused = "`ErrorPhoneNumberNotDialable`: The number can't be dialed.";
    let got = calls.play("nobody");
    calls.check("PhoneNumberNotDialable", got, &format_args!("{refused}"));
    let refused = "`ErrorInvalidPhoneCallId`: The call is not known.";
    let got = calls.call(&tell).and_then(|it| Ok(it.into_result()?));
    calls.check("InvalidPhoneCallId", got, &format_args!("{refused}"));

    // What is sent one way is not answered, and has been done.
    let got = forget(calls).map(|error| error.to_string());
    calls.check("one-way", got, &refused);
}

fn no_call() -> PhoneCallId {
    let id = String::new();
    PhoneCallId { id }
}

/// What the service says of a call that it was told to forget.
fn forget(calls: &Calls<'_>) -> Outcome<Box<dyn Error>> {
    let phone_call_id = calls.play("+1 425 555 0199")?;
    let call_id = phone_call_id.id.clone();
    let answer = calls.send(&calls.envelope(ForgetCall { call_id }, ()), |xml| xml)?;
    let (status, headers, body) = (answer.status(), answer.headers(), answer.body());
    Envelope::<()>::from_response(status, headers, body)?;
    let told = calls.call(&GetPhoneCallInformation { phone_call_id })?;
    Ok(told
        .into_result()
        .err()
        .map_or("it is known".into(), Into::into))
}

/// Header blocks both ways.
fn try_blocks(calls: &mut Calls<'_>) {
    let request = play("+1 425 555 0199");
    let header = RequestHeaders {
        request_server_version: Some(SPOKEN.into()),
        ..RequestHeaders::default()
    };
    let got = calls.call_with(&request, header).map(|it| it.header);
    calls.check("header blocks", got, &answered_by(Some(SPOKEN)));
    let block = Block::new(RequestServerVersion::from(SPOKEN)).with_must_understand(true);
    let header = MandatoryBlocks {
        request_server_version: block,
    };
    let got = calls.call_with(&request, header).map(|it| it.header);
    calls.check(
        "a block that must be understood",
        got,
        &answered_by(Some(SPOKEN)),
    );
}

fn try_faults(calls: &mut Calls<'_>) {
    let (version, request) = (calls.version, play("+1 425 555 0199"));
    let is_new = version == SoapVersion::V1_2;
    let status = if is_new { 400 } else { 500 };
    let block = if is_new && calls.names_blocks {
        ", {urn:um-messages:interop}Unknown"
    } else {
        ""
    };
    let envelope = calls.envelope(&request, ());
    let malform = |xml: String| xml.replace("DialString>", "DialText>");
    let expected = format!("Sender of {version} with status {status}");
    calls.check_fault("malformed", &envelope, malform, expected);
    let unknown = Block::new(()).with_must_understand(true);
    let mandatory = calls.envelope(&request, UnknownBlocks { unknown });
    let expected = format!("MustUnderstand of {version} with status 500{block}");
    calls.check_fault("MustUnderstand", &mandatory, |xml| xml, expected);
    let change = |xml: String| xml.replace(version.namespace(), "urn:soap:2");
    let expected = "VersionMismatch with status 500";
    calls.check_fault("VersionMismatch", &envelope, change, expected);
}
