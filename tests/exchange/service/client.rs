//! A client of the service, and what it expects of an answer.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::um::{self, CallState, EventCause};
use um_messages::{Fault, SoapMessage, SoapOperation};
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

use super::embedded::{ADA, Service};

pub(crate) const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
pub(crate) const MESSAGES: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";
pub(crate) const TYPES: &str = "http://schemas.microsoft.com/exchange/services/2006/types";
pub(crate) const ERRORS: &str = "http://schemas.microsoft.com/exchange/services/2006/errors";
pub(crate) const TEXT_XML: &str = "text/xml; charset=utf-8";

/// A request over HTTP.
pub(crate) struct Call<'a> {
    pub(crate) method: &'a str,
    pub(crate) content_type: &'a str,
    pub(crate) soap_action: Option<&'a str>,
    pub(crate) user: Option<&'a str>,
    pub(crate) authorization: Option<&'a str>,
}

/// A SOAP 1.1 message, from nobody in particular.
pub(crate) const POST: Call<'_> = Call {
    method: "POST",
    content_type: TEXT_XML,
    soap_action: None,
    user: None,
    authorization: None,
};

/// An answer as it came over the wire.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// Longer bodies, in bytes, are announced.
const LONG: usize = 512 * 1024;

impl Call<'_> {
    pub(crate) fn send(&self, service: &Service, body: impl AsRef<[u8]>) -> Answer {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .timeout_global(Some(Duration::from_secs(30)))
            .proxy(None);
        let mut request = Request::builder()
            .method(self.method)
            .uri(service.url())
            .header("Content-Type", self.content_type);
        if let Some(action) = self.soap_action {
            request = request.header("SOAPAction", action);
        }
        if let Some(user) = self.user {
            let credentials = BASE64_STANDARD.encode(format!("{user}:secret"));
            request = request.header("Authorization", format!("Basic {credentials}"));
        }
        if let Some(authorization) = self.authorization {
            request = request.header("Authorization", authorization);
        }
        let body = body.as_ref();
        if body.len() > LONG {
            // What is too long is refused before it is sent (RFC 9110 section 10.1.1), else the connection may be closed
            // while it is being sent.
            request = request.header("Expect", "100-continue");
        }
        let request = request.body(body).unwrap();
        let mut response = Agent::from(config.build()).run(request).unwrap();
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_vec().unwrap(),
        }
    }
}

impl Answer {
    /// The fault in it, which SOAP 1.1 over HTTP sends as text/xml (section 6).
    #[track_caller]
    pub(crate) fn fault(&self) -> Fault {
        assert_eq!(self.headers["content-type"], TEXT_XML);
        Fault::from_envelope_slice(&self.body).unwrap()
    }

    #[track_caller]
    pub(crate) fn assert_fault(&self, status: u16, namespace: &str, code: &str) {
        let fault = self.fault();
        assert!(fault.code().is(namespace, code), "{fault:?}");
        assert_eq!(self.status, status);
    }

    /// Contract §5.1.
    #[track_caller]
    pub(crate) fn assert_invalid_request(&self) {
        self.assert_fault(500, TYPES, "ErrorInvalidRequest");
        let fault = self.fault();
        assert_eq!(fault.reason_in("en-US"), Some("The request is invalid."));
        let [code, message] = fault.detail() else {
            panic!("{fault:?}");
        };
        assert!(code.name().is(ERRORS, "ResponseCode"), "{code:?}");
        assert_eq!(code.text(), "ErrorInvalidRequest");
        assert!(message.name().is(ERRORS, "Message"), "{message:?}");
        assert!(!message.text().is_empty());
    }

    /// Contract §5.2.
    #[track_caller]
    pub(crate) fn assert_exception(&self, name: &str) {
        self.assert_fault(500, ERRORS, name);
        let fault = self.fault();
        let text = fault.reason_in("en-US").unwrap();
        match name {
            "InvalidCallIdException" => assert_eq!(text, "The call identifier isn't valid."),
            "InvalidObjectIdException" => assert_eq!(text, "The object identifier isn't valid."),
            "DialingRulesException" => assert_eq!(
                text,
                "Dialing restrictions are preventing the phone number that was entered from \
                 being dialed."
            ),
            // Texts of the others are not known.
            _ => assert!(!text.is_empty()),
        }
        let [entry] = fault.detail() else {
            panic!("{fault:?}");
        };
        assert!(entry.name().is(MESSAGES, "ExceptionType"), "{entry:?}");
        assert_eq!(entry.text(), name);
    }
}

/// A request in a SOAP 1.1 envelope.
pub(crate) fn envelope(body: &str) -> String {
    format!("<s:Envelope xmlns:s='{SOAP}'><s:Body>{body}</s:Body></s:Envelope>")
}

pub(crate) fn post(service: &Service, body: impl AsRef<[u8]>) -> Answer {
    POST.send(service, body)
}

/// Sends a request as a user: the answer, over HTTP.
pub(crate) fn ask<T: SoapMessage>(service: &Service, user: &str, request: &T) -> Answer {
    let call = Call {
        user: Some(user),
        ..POST
    };
    call.send(service, request.to_envelope().unwrap())
}

/// Sends a request as a user: the answer to it.
#[track_caller]
pub(crate) fn call_as<T: SoapOperation>(service: &Service, user: &str, request: &T) -> T::Response {
    let answer = ask(service, user, request);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], TEXT_XML);
    T::Response::from_envelope_slice(&answer.body).unwrap()
}

#[track_caller]
pub(crate) fn call<T: SoapOperation>(service: &Service, request: &T) -> T::Response {
    call_as(service, ADA, request)
}

pub(crate) fn play_on_phone() -> um::PlayOnPhone {
    um::PlayOnPhone {
        entry_id: "Vm9pY2UgbWFpbA==".into(),
        dial_string: "+1 425 555 0100".into(),
    }
}

pub(crate) fn get_call_info(call_id: &str) -> um::GetCallInfo {
    um::GetCallInfo {
        call_id: call_id.into(),
    }
}

pub(crate) fn disconnect(call_id: &str) -> um::Disconnect {
    um::Disconnect {
        call_id: call_id.into(),
    }
}

pub(crate) fn start_call(service: &Service) -> String {
    call(service, &play_on_phone()).call_id
}

pub(crate) fn state_of(service: &Service, call_id: &str) -> CallState {
    let info = call(service, &get_call_info(call_id));
    assert_eq!(info.event_cause, EventCause::None);
    info.call_state
}
