//! WSDLs of services.

use std::fs;
use std::path::Path;

use um_messages::schema::{Operation, Service};
use um_messages::soap::Block;
use um_messages::{SoapMessage, SoapType, SoapVersion, um};

#[derive(SoapMessage)]
#[soap(namespace = "urn:bank", action = "urn:bank/Hold", response = HoldResponse)]
struct Hold {
    account: String,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:bank")]
struct HoldResponse {
    id: u32,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:bank", response = (), version = "1.2")]
struct Forget {
    id: u32,
}

#[derive(SoapType)]
#[soap(namespace = "urn:bank")]
struct Session {
    key: String,
}

#[derive(SoapType)]
#[soap(namespace = "urn:bank")]
struct Headers {
    session: Block<Session>,
    #[soap(namespace = "urn:trace", prefix = "t")]
    trace: Option<String>,
}

#[derive(SoapType)]
#[soap(namespace = "urn:bank")]
enum Faults {
    NoSuchAccount(String),
    Blocked(u8),
}

fn bank() -> Service {
    let hold = Operation::of::<Hold>()
        .header::<Headers>()
        .response_header::<Headers>()
        .fault::<Faults>();
    Service::new("Bank", "urn:bank/wsdl")
        .operation(hold)
        .message::<Forget>()
}

#[test]
fn headers_faults_and_versions() {
    insta::assert_snapshot!(bank().wsdl("https://bank.example/soap?a=1&b=2").unwrap());
}

#[test]
fn versions_that_are_asked_for() {
    let wsdl = |versions: &[SoapVersion]| {
        let service = bank().versions(versions.iter().copied());
        service.wsdl("https://bank.example/").unwrap()
    };
    let only = wsdl(&[SoapVersion::V1_2]);
    assert!(only.contains(r#"<wsdl:binding name="BankBinding""#));
    assert!(!only.contains("http://schemas.xmlsoap.org/wsdl/soap/\""));
    let both = wsdl(&[SoapVersion::V1_1, SoapVersion::V1_2]);
    assert!(both.contains(r#"<wsdl:port name="BankPort12" binding="tns:BankBinding12">"#));
}

/// The WSDL that other stacks speak with the embedded service by is that of the structs. `UM_WSDL_RENEW=1` writes it.
#[test]
fn unified_messaging() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop/um.wsdl");
    let service = um::service();
    let wsdl = service
        .wsdl("http://127.0.0.1/EWS/UM2007Legacy.asmx")
        .unwrap();
    if std::env::var_os("UM_WSDL_RENEW").is_some() {
        fs::write(&path, &wsdl).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), wsdl);
}

/// The values are only there to be described.
#[test]
fn they_are_messages() {
    let hold = Hold {
        account: String::new(),
    };
    assert!(hold.to_envelope().is_ok());
    assert!(HoldResponse { id: 1 }.to_envelope().is_ok());
    assert!(Forget { id: 1 }.to_envelope().is_ok());
    let session = Block::new(Session { key: String::new() });
    let headers = Headers {
        session,
        trace: None,
    };
    assert!(headers.trace.is_none() && headers.session.key.is_empty());
    let faults = [Faults::NoSuchAccount(String::new()), Faults::Blocked(1)];
    for fault in faults {
        assert!(um_messages::xml::to_string(&fault).is_ok());
    }
}
