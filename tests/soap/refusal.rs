//! The answer to a message that cannot be read: B 21 to 23, C 45.

use um_messages::soap::{Fault, FaultClass, FaultHeaders, NotUnderstood};
use um_messages::um::GetCallInfo;
use um_messages::xml::{Element, QName};
use um_messages::{Envelope, Error, ErrorKind, ReadOptions, SoapMessage, SoapVersion};
use um_tests::documents::{FAULT, V1_1, V1_2, body, short_body, short_body_1_2, short_envelope};
use um_tests::errors::request_error;
use um_tests::sources::{both_messages, both_messages_with};

const MANDATORY: &str = "<s:Header><h:X xmlns:h='urn:h' s:mustUnderstand='1'/><Y s:mustUnderstand='1'/></s:Header><s:Body/>";

/// The envelope that answers, without the XML declaration.
fn answer(error: &Error) -> String {
    let xml = error.to_fault_envelope().to_xml().unwrap();
    let answer = Envelope::<Fault, FaultHeaders>::from_xml(&xml).unwrap();
    assert_eq!(answer, error.to_fault_envelope(), "{xml}");
    xml.split_once("?>").unwrap().1.to_owned()
}

#[test]
fn an_error_knows_the_version_that_was_asked_in() {
    for document in [
        short_body(""),
        short_body("<x/>"),
        short_body("<m:GetCallInfo/>"),
        short_body(FAULT),
        short_body("text"),
        short_envelope(""),
        short_envelope(MANDATORY),
        short_body("</x>"),
        short_body("<x/>").replace("</s:Envelope>", ""),
    ] {
        for (version, document) in [
            (SoapVersion::V1_1, document.clone()),
            (SoapVersion::V1_2, document.replace(V1_1, V1_2)),
        ] {
            let error = request_error(&document);
            assert_eq!(error.soap_version(), Some(version), "{document}: {error}");
            assert_eq!(error.to_fault_envelope().version(), version, "{document}");
        }
    }
    for document in [
        "",
        "<x/>",
        "<html/>",
        "<Envelope/>",
        "<Envelope xmlns='urn:x'/>",
    ] {
        let error = request_error(document);
        assert_eq!(error.soap_version(), None, "{document}");
        assert_eq!(error.to_fault_envelope().version(), SoapVersion::V1_1);
    }
}

/// An operation that is not there is told apart from what is no envelope.
#[test]
fn an_unknown_operation() {
    let kind = |document: &str| match request_error(document).kind() {
        ErrorKind::WrongMessage { found, .. } => format!("message {found}"),
        ErrorKind::WrongElement { found, .. } => format!("element {found}"),
        other => panic!("{document}: {other}"),
    };
    assert_eq!(
        kind(&short_body("<Sing xmlns='urn:s'/>")),
        "message {urn:s}Sing"
    );
    assert_eq!(kind("<Sing xmlns='urn:s'/>"), "element {urn:s}Sing");
    assert_eq!(
        kind(&short_envelope("<Sing xmlns='urn:s'/>")),
        "element {urn:s}Sing"
    );
}

/// SOAP 1.1, 4.4.1; SOAP 1.2 part 1, 5.4.8.
#[test]
fn what_is_not_understood_is_named() {
    let document = short_envelope(MANDATORY);
    insta::assert_snapshot!(answer(&request_error(&document)), @r#"
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:MustUnderstand</faultcode><faultstring xml:lang="en">header blocks that must be understood are not: `{urn:h}X` and `Y`, in `Envelope/Header/X`, line 1, column 146; understood is what is a field of the header's struct, or named by `ReadOptions::understand`</faultstring></soap:Fault></soap:Body></soap:Envelope>
"#);
    let error = request_error(&document.replace(V1_1, V1_2));
    insta::assert_snapshot!(answer(&error), @r#"
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header><env:NotUnderstood xmlns:env="http://www.w3.org/2003/05/soap-envelope" xmlns:ns1="urn:h" qname="ns1:X"/><env:NotUnderstood xmlns:env="http://www.w3.org/2003/05/soap-envelope" qname="Y"/></soap:Header><soap:Body><soap:Fault><soap:Code><soap:Value>soap:MustUnderstand</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">header blocks that must be understood are not: `{urn:h}X` and `Y`, in `Envelope/Header/X`, line 1, column 144; understood is what is a field of the header's struct, or named by `ReadOptions::understand`</soap:Text></soap:Reason></soap:Fault></soap:Body></soap:Envelope>
"#);
    let header = error.to_fault_envelope().header;
    let names = [QName::new("urn:h", "X"), QName::local_only("Y")];
    assert_eq!(header.not_understood, names.map(NotUnderstood::new));
}

/// SOAP 1.2 part 1, 5.4.7 and appendix A.
#[test]
fn other_versions_are_told_which_are_spoken() {
    let error = request_error(&body("").replace(V1_1, "urn:x"));
    insta::assert_snapshot!(answer(&error), @r#"
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header><env:Upgrade xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:SupportedEnvelope qname="env:Envelope"/><env:SupportedEnvelope qname="soap:Envelope"/></env:Upgrade></soap:Header><soap:Body><soap:Fault><faultcode>soap:VersionMismatch</faultcode><faultstring xml:lang="en">the envelope's namespace is `urn:x`, which is of no version of SOAP that is accepted, in `Envelope`, line 1, column 1; accepted are SOAP 1.1 and SOAP 1.2</faultstring></soap:Fault></soap:Body></soap:Envelope>
"#);
}

#[test]
fn all_else_is_the_senders_fault() {
    insta::assert_snapshot!(answer(&request_error(&short_body(""))), @r#"
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring xml:lang="en">the Body is empty, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo` is expected, in `Envelope/Body`, line 1, column 144</faultstring><detail/></soap:Fault></soap:Body></soap:Envelope>
"#);
    insta::assert_snapshot!(answer(&request_error(&short_body_1_2(""))), @r#"
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">the Body is empty, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo` is expected, in `Envelope/Body`, line 1, column 142</soap:Text></soap:Reason><soap:Detail/></soap:Fault></soap:Body></soap:Envelope>
"#);
}

/// SOAP 1.1, 4.4: a detail says that it is the Body, and none that it is not.
#[test]
fn a_detail_says_that_the_body_is_wrong() {
    for (document, is_of_body) in [
        (short_body(""), true),
        (short_body("<x/>"), true),
        (short_body("<m:GetCallInfo/>"), true),
        (short_body("text"), true),
        (short_envelope(MANDATORY), false),
        (short_envelope(""), false),
        (short_envelope("<s:Bodyguard/>"), false),
        (short_envelope("<s:Header>text</s:Header><s:Body/>"), false),
        ("<x/>".to_owned(), false),
    ] {
        let fault = request_error(&document).to_fault();
        assert_eq!(fault.detail_element().is_some(), is_of_body, "{document}");
        assert!(fault.detail().is_empty());
    }
}

/// It can be returned with `?` from a function that fails with anything.
#[test]
fn a_fault_is_an_error() {
    fn fails() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Err(Fault::receiver("closed"))?;
        Ok(())
    }
    let error = fails().unwrap_err();
    assert_eq!(error.to_string(), format!("{{{V1_2}}}Receiver: closed"));
    assert!(error.downcast_ref::<Fault>().is_some());
}

#[test]
fn faults_with_standard_codes() {
    for (fault, class) in [
        (Fault::sender("no"), FaultClass::Sender),
        (Fault::receiver("no"), FaultClass::Receiver),
        (Fault::must_understand("no"), FaultClass::MustUnderstand),
        (Fault::version_mismatch("no"), FaultClass::VersionMismatch),
    ] {
        assert_eq!(fault.class(), class);
        assert_eq!(fault.reason(), "no");
    }
}

/// It never was, because of the prefix, and of the names that the versions have for a code.
#[test]
fn a_fault_that_is_read_back_equals_the_one_that_was_written() {
    let detail = Element::new("urn:d", "D").with_text("7");
    for fault in [
        Fault::sender("no"),
        Fault::receiver("no").with_role("urn:r"),
        Fault::must_understand("no"),
        Fault::version_mismatch("no"),
        Fault::new(QName::new(V1_1, "Client"), "no").with_reason("de", "nein"),
        Fault::new(QName::new(V1_2, "DataEncodingUnknown"), "no"),
        Fault::new(QName::new(V1_1, "Client.Authentication"), "no"),
        Fault::new(QName::new("urn:bank", "Overdrawn"), "no").with_detail(detail),
        Fault::new(QName::local_only("Busy"), "no"),
        Fault::sender("no")
            .with_subcode(QName::new("urn:bank", "Overdrawn"))
            .with_node("urn:n"),
    ] {
        let says_what_1_1_cannot = fault.reasons().len() > 1
            || !fault.subcodes().is_empty()
            || fault.code().local().starts_with("Data");
        for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
            let xml = Envelope::new(fault.clone())
                .with_version(version)
                .to_xml()
                .unwrap();
            let read = both_messages::<Fault>(&xml).unwrap();
            let is_all_said = version == SoapVersion::V1_2 || !says_what_1_1_cannot;
            assert_eq!(read == fault, is_all_said, "{xml}");
            assert_eq!(
                both_messages::<Fault>(&read.to_envelope().unwrap()).unwrap() == read,
                version == SoapVersion::V1_1 || !says_what_1_1_cannot
            );
        }
    }
    let faults = ["Client", "Server"].map(|code| Fault::new(QName::new(V1_1, code), "no"));
    assert_ne!(faults[0], faults[1]);
    assert_ne!(faults[0], Fault::new(QName::local_only("Client"), "no"));
    assert_ne!(Fault::new(QName::new("urn:a", "Client"), "no"), faults[0]);
    assert!(
        GetCallInfo::from_envelope(&faults[0].to_envelope().unwrap())
            .unwrap_err()
            .fault()
            == Some(&Fault::sender("no"))
    );
}

/// B 23: SOAP 1.2 part 1, appendix A.
#[test]
fn a_version_that_is_not_accepted() {
    use SoapVersion::{V1_1 as Old, V1_2 as New};
    let old = short_body("<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>");
    let new = old.replace(V1_1, V1_2);
    let other = old.replace(V1_1, "urn:x");
    for (accepted, document, answered) in [
        (&[][..], &old, None),
        (&[], &new, None),
        (&[], &other, Some(Old)),
        (&[New, Old], &new, None),
        (&[Old, New], &other, Some(Old)),
        (&[Old], &old, None),
        (&[Old], &new, Some(Old)),
        (&[Old], &other, Some(Old)),
        (&[New], &new, None),
        (&[New], &old, Some(Old)),
        (&[New], &other, Some(New)),
    ] {
        let options = ReadOptions::new().versions(accepted);
        let read = both_messages_with::<GetCallInfo>(document, &options);
        let Some(answered) = answered else {
            read.unwrap();
            continue;
        };
        let error = read.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::VersionMismatch(_)),
            "{error}"
        );
        let answer = error.to_fault_envelope();
        assert_eq!(answer.version(), answered, "{accepted:?} {document}");
        let upgrade = answer.header.upgrade.unwrap().supported_envelope;
        let spoken: Vec<_> = upgrade.iter().map(|it| it.qname.namespace()).collect();
        let expected: &[&str] = match accepted {
            [Old] => &[V1_1],
            [New] => &[V1_2],
            _ => &[V1_2, V1_1],
        };
        assert_eq!(spoken, expected);
    }
    let options = ReadOptions::new().versions(&[Old]);
    let error = both_messages_with::<GetCallInfo>(&new, &options).unwrap_err();
    assert_eq!(error.soap_version(), Some(New));
    assert_eq!(error.hint(), Some("accepted is SOAP 1.1"));
}
