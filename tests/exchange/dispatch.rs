//! One of several messages: all requests of the service in one type, and all answers.

use um_messages::um::{self, UmRequest, UmResponse};
use um_messages::{Error, ErrorKind, SoapMessage, SoapOperation};
use um_tests::sources::both_messages;

use crate::body;
use crate::documents::{GET_CALL_INFO_RESPONSE, Message, Visitor, visit_operations};

/// The names of all requests, in the order of the enumeration.
const NAMES: [&str; 11] = [
    "IsUMEnabled",
    "GetUMProperties",
    "SetOofStatus",
    "SetPlayOnPhoneDialString",
    "SetTelephoneAccessFolderEmail",
    "SetMissedCallNotificationEnabled",
    "ResetPIN",
    "PlayOnPhone",
    "PlayOnPhoneGreeting",
    "GetCallInfo",
    "Disconnect",
];

struct Dispatch(usize);

impl Visitor for Dispatch {
    fn visit<R>(&mut self, _: &str, request: (&str, R), response: (&str, R::Response))
    where
        R: SoapOperation + Message,
        R::Response: Message,
    {
        let read = both_messages::<UmRequest>(request.0).unwrap();
        assert_eq!(format!("{read:?}"), format!("{}({:?})", R::NAME, request.1));
        assert_eq!(read.action(), R::ACTION);
        assert_eq!(
            read.to_envelope().unwrap(),
            request.1.to_envelope().unwrap()
        );
        let https = request.0.replace(um::NAMESPACE, um::NAMESPACE_HTTPS);
        assert_eq!(both_messages::<UmRequest>(&https).unwrap(), read);

        let read = both_messages::<UmResponse>(response.0).unwrap();
        assert_eq!(
            format!("{read:?}"),
            format!("{}({:?})", R::NAME, response.1)
        );
        assert_eq!(read.action(), None);
        assert_eq!(
            read.to_envelope().unwrap(),
            response.1.to_envelope().unwrap()
        );
        // A request is no answer, and the other way round.
        both_messages::<UmResponse>(request.0).unwrap_err();
        both_messages::<UmRequest>(response.0).unwrap_err();
        self.0 += 1;
    }
}

#[test]
fn the_element_in_the_body_decides() {
    let mut dispatch = Dispatch(0);
    visit_operations(&mut dispatch);
    assert_eq!(dispatch.0, NAMES.len());
}

/// The names that would have been right.
fn expected_instead(error: &Error) -> Vec<String> {
    let ErrorKind::WrongMessage { expected, .. } = error.kind() else {
        panic!("{error}");
    };
    expected.iter().map(ToString::to_string).collect()
}

#[test]
fn none_of_several_messages() {
    let all = NAMES.map(|name| format!("{{{}}}{name}", um::NAMESPACE));
    for content in [
        format!("<PlayOnPhone2 xmlns='{}'/>", um::NAMESPACE),
        "<GetCallInfo><CallId>x</CallId></GetCallInfo>".to_owned(),
        format!("<getCallInfo xmlns='{}'/>", um::NAMESPACE),
    ] {
        let error = both_messages::<UmRequest>(&body(&content)).unwrap_err();
        assert_eq!(expected_instead(&error), all, "{content}");
    }
    let error = both_messages::<UmRequest>(GET_CALL_INFO_RESPONSE).unwrap_err();
    let text = error.to_string();
    for name in all {
        assert!(text.contains(&name), "{text}");
    }
    assert_eq!(error.path(), Some("Envelope/Body/GetCallInfoResponse"));
    // An empty Body names them as well.
    let empty = both_messages::<UmRequest>(&body(""))
        .unwrap_err()
        .to_string();
    for name in NAMES {
        assert!(empty.contains(name), "{empty}");
    }
}
