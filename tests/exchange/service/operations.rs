//! What the service does: the eleven operations, and what they change.

use um_messages::um::{self, CallState, GreetingType};
use um_messages::{Envelope, SoapMessage};

use super::client::{
    MESSAGES, SOAP, ask, call, call_as, disconnect, get_call_info, play_on_phone, post, start_call,
    state_of,
};
use super::embedded::{ADA, BOB, ROOM, Service};

fn properties(service: &Service) -> um::GetUMPropertiesResponse {
    call(service, &um::GetUMProperties {})
}

// The mailbox and its settings.

#[test]
fn a_mailbox_is_enabled_or_not() {
    let service = Service::start().unwrap();
    for (user, is_enabled) in [(ADA, true), (BOB, false), (ROOM, true)] {
        let answer = call_as(&service, user, &um::IsUMEnabled {});
        assert_eq!(answer, um::IsUMEnabledResponse { is_enabled }, "{user}");
    }
    // Who says nothing is Ada.
    let answer = post(&service, um::IsUMEnabled {}.to_envelope().unwrap());
    let answer = um::IsUMEnabledResponse::from_envelope_slice(&answer.body).unwrap();
    assert!(answer.is_enabled);
}

#[test]
fn each_setting_is_kept_and_the_others_are_left_alone() {
    let service = Service::start().unwrap();
    let mut expected = um::GetUMPropertiesResponse {
        oof_status: false,
        missed_call_notification_enabled: true,
        play_on_phone_dial_string: Some("+1 425 555 0100".into()),
        telephone_access_numbers: Some("+1 425 555 0199, +44 20 7946 0018".into()),
        telephone_access_folder_email: None,
    };
    assert_eq!(properties(&service), expected);

    call(&service, &um::SetOofStatus { status: true });
    expected.oof_status = true;
    assert_eq!(properties(&service), expected);

    call(
        &service,
        &um::SetMissedCallNotificationEnabled { status: false },
    );
    expected.missed_call_notification_enabled = false;
    assert_eq!(properties(&service), expected);

    // Contract §2.4: trimmed. §2.5: unchecked.
    call(
        &service,
        &um::SetPlayOnPhoneDialString {
            dial_string: "\t 0043 1 555 ".into(),
        },
    );
    expected.play_on_phone_dial_string = Some("0043 1 555".into());
    assert_eq!(properties(&service), expected);

    call(
        &service,
        &um::SetTelephoneAccessFolderEmail {
            base64_folder_id: " no <base64> ".into(),
        },
    );
    expected.telephone_access_folder_email = Some(" no <base64> ".into());
    assert_eq!(properties(&service), expected);

    call(&service, &um::SetOofStatus { status: false });
    expected.oof_status = false;
    assert_eq!(properties(&service), expected);
    // Nobody else's mailbox has changed.
    let other = call_as(&service, ROOM, &um::GetUMProperties {});
    assert_eq!(other.telephone_access_folder_email, None);
}

#[test]
fn a_pin_is_reset() {
    let service = Service::start().unwrap();
    let before = service.mailbox(ADA).unwrap();
    call(&service, &um::ResetPIN {});
    let once = service.mailbox(ADA).unwrap();
    assert_ne!(once, before);
    call(&service, &um::ResetPIN {});
    assert_ne!(service.mailbox(ADA).unwrap(), once);
}

// Calls.

#[test]
fn a_call_is_started_answered_and_ended() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let states = [0; 4].map(|_| state_of(&service, &call_id));
    assert_eq!(
        states,
        [
            CallState::Connecting,
            CallState::Connecting,
            CallState::Connected,
            CallState::Connected,
        ]
    );
    call(&service, &disconnect(&call_id));
    // It cannot be ended twice, and its end is told once.
    ask(&service, ADA, &disconnect(&call_id)).assert_exception("InvalidCallIdException");
    assert_eq!(state_of(&service, &call_id), CallState::Disconnected);
    ask(&service, ADA, &get_call_info(&call_id)).assert_exception("InvalidCallIdException");
    ask(&service, ADA, &disconnect(&call_id)).assert_exception("InvalidCallIdException");
}

#[test]
fn a_call_ends_by_itself_when_all_has_been_played() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let states: Vec<_> = (0..9).map(|_| state_of(&service, &call_id)).collect();
    assert_eq!(states[..2], [CallState::Connecting, CallState::Connecting]);
    assert!(
        states[2..8]
            .iter()
            .all(|state| *state == CallState::Connected)
    );
    assert_eq!(states[8], CallState::Disconnected);
    ask(&service, ADA, &get_call_info(&call_id)).assert_exception("InvalidCallIdException");
}

#[test]
fn a_greeting_is_played_in_a_call() {
    let service = Service::start().unwrap();
    for greeting_type in [GreetingType::NormalCustom, GreetingType::OofCustom] {
        let request = um::PlayOnPhoneGreeting {
            greeting_type,
            dial_string: "+1 425 555 0100".into(),
        };
        let call_id = call(&service, &request).call_id;
        assert_eq!(state_of(&service, &call_id), CallState::Connecting);
        call(&service, &disconnect(&call_id));
        assert_eq!(state_of(&service, &call_id), CallState::Disconnected);
    }
}

#[test]
fn calls_are_kept_apart() {
    let service = Service::start().unwrap();
    let first = start_call(&service);
    let second = start_call(&service);
    assert_ne!(first, second);
    for _ in 0..2 {
        state_of(&service, &first);
    }
    assert_eq!(state_of(&service, &second), CallState::Connecting);
    assert_eq!(state_of(&service, &first), CallState::Connected);
    call(&service, &disconnect(&first));
    assert_eq!(state_of(&service, &second), CallState::Connecting);
    // A call is its mailbox's alone.
    let elsewhere = call_as(&service, ROOM, &play_on_phone()).call_id;
    ask(&service, ADA, &disconnect(&elsewhere)).assert_exception("InvalidCallIdException");
    ask(&service, ROOM, &disconnect(&second)).assert_exception("InvalidCallIdException");
    call_as(&service, ROOM, &disconnect(&elsewhere));
}

#[test]
fn ten_calls_go_on_at_once() {
    let service = Service::start().unwrap();
    let calls: Vec<_> = (0..10).map(|_| start_call(&service)).collect();
    let before = service.mailbox(ADA);
    ask(&service, ADA, &play_on_phone()).assert_exception("OverPlayOnPhoneCallLimitException");
    assert_eq!(service.mailbox(ADA), before);
    call(&service, &disconnect(&calls[3]));
    start_call(&service);
}

/// What has ended and nobody asks about is forgotten in the end, the oldest first.
#[test]
fn fifty_calls_are_remembered() {
    let service = Service::start().unwrap();
    let first_and_ongoing = start_call(&service);
    let ended: Vec<_> = (0..50)
        .map(|_| {
            let call_id = start_call(&service);
            call(&service, &disconnect(&call_id));
            call_id
        })
        .collect();
    ask(&service, ADA, &get_call_info(&ended[0])).assert_exception("InvalidCallIdException");
    assert_eq!(state_of(&service, &ended[1]), CallState::Disconnected);
    assert_eq!(state_of(&service, &ended[49]), CallState::Disconnected);
    assert_eq!(
        state_of(&service, &first_and_ongoing),
        CallState::Connecting
    );
}

// What goes over the wire.

#[test]
fn the_answers_have_the_documented_shape() {
    fn assert_answer<T: SoapMessage>(service: &Service, request: &T, body: &str) {
        let answer = ask(service, ADA, request);
        let expected = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"{SOAP}\">\
             <soap:Body>{}</soap:Body></soap:Envelope>",
            body.replace("NS", &format!("xmlns=\"{MESSAGES}\""))
        );
        assert_eq!(String::from_utf8(answer.body).unwrap(), expected);
    }

    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    assert_answer(
        &service,
        &um::IsUMEnabled {},
        "<IsUMEnabledResponse NS><IsUMEnabledResponse>true</IsUMEnabledResponse></IsUMEnabledResponse>",
    );
    assert_answer(
        &service,
        &um::GetUMProperties {},
        "<GetUMPropertiesResponse NS><GetUMPropertiesResponse><OofStatus>false</OofStatus>\
         <MissedCallNotificationEnabled>true</MissedCallNotificationEnabled>\
         <PlayOnPhoneDialString>+1 425 555 0100</PlayOnPhoneDialString>\
         <TelephoneAccessNumbers>+1 425 555 0199, +44 20 7946 0018</TelephoneAccessNumbers>\
         </GetUMPropertiesResponse></GetUMPropertiesResponse>",
    );
    assert_answer(
        &service,
        &um::SetOofStatus { status: true },
        "<SetOofStatusResponse NS/>",
    );
    assert_answer(&service, &um::ResetPIN {}, "<ResetPINResponse NS/>");
    assert_answer(
        &service,
        &get_call_info(&call_id),
        "<GetCallInfoResponse NS><GetCallInfoResponse><CallState>Connecting</CallState>\
         <EventCause>None</EventCause></GetCallInfoResponse></GetCallInfoResponse>",
    );
    assert_answer(&service, &disconnect(&call_id), "<DisconnectResponse NS/>");
}

#[test]
fn the_https_spelling_of_the_namespace_is_understood() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let request = Envelope::new(get_call_info(&call_id))
        .map_namespace(um::NAMESPACE, um::NAMESPACE_HTTPS)
        .to_xml()
        .unwrap();
    assert!(request.contains("xmlns=\"https://schemas.microsoft.com/exchange/"));
    let answer = post(&service, request);
    assert_eq!(answer.status, 200);
    um::GetCallInfoResponse::from_envelope_slice(&answer.body).unwrap();
}

#[test]
fn the_service_stops_when_it_is_dropped() {
    let service = Service::start().unwrap();
    let url = service.url().to_owned();
    let authority = url.strip_prefix("http://").unwrap();
    let address = authority.split('/').next().unwrap().to_owned();
    // A connection that sends nothing must not keep it alive.
    let idle = std::net::TcpStream::connect(&address).unwrap();
    drop(service);
    assert!(std::net::TcpStream::connect(&address).is_err());
    drop(idle);
}
