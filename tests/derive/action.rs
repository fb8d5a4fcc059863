//! The key `action`, and beside it `response`: the message that answers.

use um_messages::xml::Element;
use um_messages::{Envelope, NamedMessage, SoapMessage, SoapOperation, SoapVersion};
use um_tests::roundtrip::{reads_message, same_message};
use um_tests::sources::both_messages;

use crate::types::{Answer, Ask, NowhereMessage};

#[test]
fn action_version_and_response() {
    assert_eq!(Ask::ACTION, Some("urn:a/Ask"));
    assert_eq!(Ask {}.action(), Some("urn:a/Ask"));
    assert_eq!(Ask::VERSION, SoapVersion::V1_1);
    assert_eq!(Answer::ACTION, Some("urn:a/ByConstant"));
    assert_eq!(Answer::VERSION, SoapVersion::V1_2);
    assert_eq!(NowhereMessage::ACTION, None);
    assert_eq!(NowhereMessage { item: 1 }.action(), None);
    same_message(&Ask {}, r#"<Ask xmlns="urn:a"/>"#);
    let answer = concat!(
        r#"<?xml version="1.0" encoding="utf-8"?>"#,
        r#"<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>"#,
        r#"<Answer xmlns="urn:a"/></soap:Body></soap:Envelope>"#,
    );
    assert_eq!(Answer {}.to_envelope().unwrap(), answer);
    assert_eq!(
        both_messages::<<Ask as SoapOperation>::Response>(answer).unwrap(),
        Answer {}
    );
    // Read in either version.
    reads_message("<Answer xmlns='urn:a'/>", &Answer {});
}

fn assert_operation<T: SoapOperation<Response = Answer>>(_: &T) {}

/// An action that is known only at run time, as of a service that was found in the network.
#[test]
fn an_action_of_run_time() {
    let action = format!("{}#Ask", "urn:service:1");
    let request = Ask {}.with_action(action.clone());
    assert_eq!(request.action(), Some(action.as_str()));
    assert_eq!(
        request.to_envelope().unwrap(),
        Ask {}.to_envelope().unwrap()
    );
    assert_operation(&request);
    assert_eq!(Envelope::new(&request).body.action(), Some(action.as_str()));
    assert_eq!(request.into_message(), Ask {});
    let element = Element::new("urn:a", "Ask").with_action(action.clone());
    assert_eq!(element.action(), Some(action.as_str()));
    assert_eq!(
        element.to_envelope().unwrap(),
        Ask {}.to_envelope().unwrap()
    );
}
