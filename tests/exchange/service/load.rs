//! Load: clients that are good, hostile and slow, all at once. What is good is answered, what is not is refused, and
//! neither costs memory for longer than it takes.

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use um_messages::SoapMessage;
use um_messages::um;

use super::client::{
    Call, MESSAGES, POST, SOAP, TEXT_XML, ask, call_as, envelope, play_on_phone, post,
};
use super::embedded::{ADA, BOB, Limits, ROOM, Service};

/// Longer than any test runs.
const EVER: Duration = Duration::from_secs(500);
const SOON: Duration = Duration::from_millis(300);

const PATIENT: Limits = Limits {
    connections: 64,
    idle: EVER,
    body: EVER,
    connection: EVER,
};

/// What a slow client sends before it falls silent: nothing, part of a head, or part of a body.
const BEGINNINGS: [&str; 4] = [
    "",
    "POST",
    "POST /EWS/UM2007Legacy.asmx HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nX-",
    "POST /EWS/UM2007Legacy.asmx HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<s:Envelope",
];

/// Opens a connection, and sends this.
fn connect(service: &Service, beginning: &str) -> TcpStream {
    let authority = service.url().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(authority.split('/').next().unwrap()).unwrap();
    stream.set_read_timeout(Some(EVER)).unwrap();
    stream.write_all(beginning.as_bytes()).unwrap();
    stream
}

fn slow_clients(service: &Service, count: usize) -> Vec<TcpStream> {
    let beginnings = BEGINNINGS.iter().cycle().take(count);
    beginnings.map(|it| connect(service, it)).collect()
}

/// All that comes until the service closes the connection.
fn until_closed(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the connection is not closed: {error}"),
    }
    String::from_utf8(answer).unwrap()
}

/// Whether the service still waits for what the client will send.
fn is_held(stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    match stream.peek(&mut [0]) {
        Err(error) => error.kind() == ErrorKind::WouldBlock,
        Ok(_) => false,
    }
}

/// A request that is refused, with the status and the namespace and name of the fault's code.
type Hostile = (String, u16, &'static str, &'static str);

fn hostile_requests() -> Vec<Hostile> {
    use super::client::TYPES;

    let good = envelope(&format!(
        "<GetCallInfo xmlns='{MESSAGES}'><CallId>MDk=</CallId></GetCallInfo>"
    ));
    let many = |text: &str| text.repeat(200_000 / text.len());
    let numbered = |name: &str| {
        let attributes = (0..2_000).map(|number| format!(" {name}{number}='u'"));
        attributes.collect::<Vec<_>>().concat()
    };
    let (attributes, declarations) = (numbered("a"), numbered("xmlns:a"));
    let entities = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    let invalid = [
        many("\0"),
        many("<a>"),
        many("<a b='1'/>"),
        envelope(&many("<a>")),
        envelope(&many("&#65;")),
        envelope(&format!("<GetCallInfo xmlns='{MESSAGES}'>{}", many("]]>"))),
        good.replace("<CallId>", &format!("<CallId{attributes}>")),
        good.replace("<CallId>", &format!("<CallId{declarations}>")),
        good.replace("MDk=", &format!("MDk={}", many("<!---->"))) + "<",
        good.replace("</CallId>", ""),
        format!("{entities}{}", good.replace("MDk=", "&b;")),
    ];
    let mut requests: Vec<Hostile> = invalid
        .into_iter()
        .map(|request| (request, 500, TYPES, "ErrorInvalidRequest"))
        .collect();
    requests.push((many("x").repeat(6), 413, SOAP, "Client"));
    let newer = good.replace(SOAP, "urn:soap:2");
    requests.push((newer, 500, SOAP, "VersionMismatch"));
    requests
}

/// Good and hostile requests in turn, each answer checked.
fn send_all(service: &Service, user: &str, hostile: &[Hostile]) {
    for (request, status, namespace, code) in hostile {
        post(service, request).assert_fault(*status, namespace, code);
        let answer = call_as(service, user, &um::IsUMEnabled {});
        assert_eq!(answer.is_enabled, user != BOB);
        if user == BOB {
            ask(service, user, &play_on_phone()).assert_exception("UserNotUmEnabledException");
        } else {
            call_as(service, user, &um::GetUMProperties {});
        }
        // It is gone before the answer comes.
        drop(connect(service, BEGINNINGS[3]));
    }
}

/// How much memory the process has, in KiB, where the system says so.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

#[test]
fn good_requests_are_answered_among_slow_and_hostile_ones() {
    /// What other tests of this process may take meanwhile, in KiB. What the clients here send is a multiple.
    const NOISE: u64 = 16 * 1024;

    let service = Service::start_with(PATIENT).unwrap();
    let slow = slow_clients(&service, 40);
    let hostile = hostile_requests();
    let round = || {
        thread::scope(|scope| {
            for user in [ADA, BOB, ROOM] {
                scope.spawn(|| send_all(&service, user, &hostile));
            }
        });
        resident()
    };
    let before = round();
    let sizes: Vec<_> = (0..4).map(|_| round()).collect();
    let held = slow.iter().filter(|stream| is_held(stream)).count();
    assert_eq!(held, slow.len());
    if let (Some(before), Some(Some(after))) = (before, sizes.last()) {
        assert!(*after < before + NOISE, "{before} KiB, then {sizes:?}");
    }
}

#[test]
fn slow_connections_are_closed() {
    let limits = Limits {
        idle: SOON,
        body: SOON,
        ..PATIENT
    };
    let service = Service::start_with(limits).unwrap();
    for (index, stream) in slow_clients(&service, 40).iter_mut().enumerate() {
        let answer = until_closed(stream);
        // Only who has sent a head is owed an answer.
        if index % BEGINNINGS.len() == 3 {
            assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
            assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
        } else {
            assert_eq!(answer, "");
        }
    }
    // Idle between two requests.
    let body = um::IsUMEnabled {}.to_envelope().unwrap();
    let request = format!("{}\r\n\r\n{body}", head(body.len()));
    let answer = until_closed(&mut connect(&service, &request));
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!(answer.matches("HTTP/1.1").count(), 1);
}

fn head(length: usize) -> String {
    format!(
        "POST /EWS/UM2007Legacy.asmx HTTP/1.1\r\nHost: x\r\nContent-Type: {TEXT_XML}\r\nContent-Length: {length}"
    )
}

#[test]
fn a_connection_ends_even_if_requests_go_on() {
    let limits = Limits {
        connection: SOON,
        ..PATIENT
    };
    let service = Service::start_with(limits).unwrap();
    let body = um::IsUMEnabled {}.to_envelope().unwrap();
    let request = format!("{}\r\n\r\n{body}", head(body.len()));
    let mut stream = connect(&service, "");
    // A write fails soon after the service has closed the connection.
    while stream.write_all(request.as_bytes()).is_ok() {
        thread::sleep(SOON / 10);
    }
}

/// Two slow clients have all the room there is: who comes then is answered when they are gone.
#[test]
fn connections_are_bounded() {
    let limits = Limits {
        connections: 2,
        idle: SOON,
        body: SOON,
        ..PATIENT
    };
    let service = Service::start_with(limits).unwrap();
    let slow = slow_clients(&service, 2);
    call_as(&service, ADA, &um::IsUMEnabled {});
    assert!(slow.iter().any(|stream| !is_held(stream)));
}

/// Behind a body that has not been read to its end, no other request can begin.
#[test]
fn a_connection_is_closed_behind_a_body_that_is_not_read() {
    let service = Service::start_with(PATIENT).unwrap();
    let too_long = " ".repeat(1024 * 1024 + 1);
    let answer = post(&service, &too_long);
    assert_eq!(answer.status, 413);
    assert_eq!(answer.headers["connection"], "close");
    for method in ["GET", "PUT"] {
        let answer = Call { method, ..POST }.send(&service, " ");
        assert_eq!(answer.status, 405);
        assert_eq!(answer.headers["connection"], "close");
    }
    let elsewhere = connect(
        &service,
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
    );
    let answer = until_closed(&mut { elsewhere });
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
    // All was read of this one.
    let answer = post(&service, "<a/>");
    assert_eq!(answer.status, 500);
    assert!(!answer.headers.contains_key("connection"));
}
