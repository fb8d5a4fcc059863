//! Messages in the shape in which other stacks send them.

use http::{HeaderMap, HeaderValue, Method};
use um_messages::{Envelope, SoapVersion};

use crate::{Store, XOP};

/// How a stack writes a package.
struct Shape {
    stack: &'static str,
    content_type: &'static str,
    /// The SOAPAction, in SOAP 1.1.
    soap_action: Option<&'static str>,
    before: &'static str,
    boundary: &'static str,
    root: &'static str,
    part: &'static str,
    /// The reference to the part, as it stands in the envelope.
    include: &'static str,
    version: SoapVersion,
}

const SHAPES: [Shape; 8] = [
    Shape {
        stack: "CXF",
        content_type: "multipart/related; type=\"application/xop+xml\"; boundary=\"uuid:0f2c1a4e-7d7b-4e0c-9a5e-2f1f6d3a9b10\"; start=\"<root.message@cxf.apache.org>\"; start-info=\"text/xml\"",
        soap_action: Some("\"urn:archive/Store\""),
        before: "\r\n",
        boundary: "uuid:0f2c1a4e-7d7b-4e0c-9a5e-2f1f6d3a9b10",
        root: "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <root.message@cxf.apache.org>\r\n",
        part: "Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <9a1c1b8e-6f8b-4f57-8f43-1e9d4b1c7a55-1@cxf.apache.org>\r\nContent-Disposition: attachment;name=\"logo.png\"\r\n",
        include: "<xop:Include xmlns:xop=\"XOP\" href=\"cid:9a1c1b8e-6f8b-4f57-8f43-1e9d4b1c7a55-1@cxf.apache.org\"/>",
        version: SoapVersion::V1_1,
    },
    Shape {
        stack: "CXF, an older one, in SOAP 1.2",
        content_type: "multipart/related; type=\"application/xop+xml\"; boundary=\"uuid:5f\"; start=\"<root.message@cxf.apache.org>\"; start-info=\"application/soap+xml\"; action=\"urn:archive/Store\"",
        soap_action: None,
        before: "\r\n",
        boundary: "uuid:5f",
        root: "Content-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"; action=\"urn:archive/Store\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <root.message@cxf.apache.org>\r\n",
        part: "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <45c2-2@http://cxf.apache.org/>\r\n",
        include: "<xop:Include xmlns:xop=\"XOP\" href=\"cid:45c2-2@http%3A%2F%2Fcxf.apache.org%2F\"></xop:Include>",
        version: SoapVersion::V1_2,
    },
    Shape {
        stack: "WCF",
        content_type: "multipart/related; type=\"application/xop+xml\";start=\"<http://tempuri.org/0>\";boundary=\"uuid:4a1d2b5c-0d7f-4c6e-8a34-5be4b8d7c1aa+id=1\";start-info=\"text/xml\"",
        soap_action: Some("\"urn:archive/Store\""),
        before: "\r\n",
        boundary: "uuid:4a1d2b5c-0d7f-4c6e-8a34-5be4b8d7c1aa+id=1",
        root: "Content-ID: <http://tempuri.org/0>\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: application/xop+xml;charset=utf-8;type=\"text/xml\"\r\n",
        part: "Content-ID: <http://tempuri.org/1/635411022101234567>\r\nContent-Transfer-Encoding: binary\r\nContent-Type: application/octet-stream\r\n",
        include: "<xop:Include href=\"cid:http%3A%2F%2Ftempuri.org%2F1%2F635411022101234567\" xmlns:xop=\"XOP\"/>",
        version: SoapVersion::V1_1,
    },
    Shape {
        stack: "Metro",
        content_type: "multipart/related;start=\"<rootpart*3c9e@example.jaxws.sun.com>\";type=\"application/xop+xml\";boundary=\"uuid:3c9e\";start-info=\"application/soap+xml;action=\\\"urn:archive/Store\\\"\"",
        soap_action: None,
        before: "",
        boundary: "uuid:3c9e",
        root: "Content-Id: <rootpart*3c9e@example.jaxws.sun.com>\r\nContent-Type: application/xop+xml;charset=utf-8;type=\"application/soap+xml;action=\\\"urn:archive/Store\\\"\"\r\nContent-Transfer-Encoding: binary\r\n",
        part: "Content-Id: <70c2a6@example.jaxws.sun.com>\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n",
        include: "<xop:Include xmlns:xop=\"XOP\" href=\"cid:70c2a6@example.jaxws.sun.com\"/>",
        version: SoapVersion::V1_2,
    },
    Shape {
        stack: "Axis2",
        content_type: "multipart/related; boundary=MIMEBoundary_1f8e; type=\"application/xop+xml\"; start=\"<0.urn:uuid:1F8E@apache.org>\"; start-info=\"application/soap+xml\"; action=\"urn:archive/Store\"",
        soap_action: None,
        before: "",
        boundary: "MIMEBoundary_1f8e",
        root: "Content-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <0.urn:uuid:1F8E@apache.org>\r\n",
        part: "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <1.urn:uuid:2B7D@apache.org>\r\n",
        include: "<xop:Include href=\"cid:1.urn:uuid:2B7D@apache.org\" xmlns:xop=\"XOP\"></xop:Include>",
        version: SoapVersion::V1_2,
    },
    Shape {
        stack: "gSOAP",
        content_type: "multipart/related; charset=utf-8; boundary=\"==Aq1rR2fV2oKk8xZ6pQ==\"; type=\"application/xop+xml\"; start=\"<SOAP-ENV:Envelope>\"; start-info=\"text/xml\"",
        soap_action: Some("\"urn:archive/Store\""),
        before: "",
        boundary: "==Aq1rR2fV2oKk8xZ6pQ==",
        root: "Content-Type: application/xop+xml; charset=utf-8; type=\"text/xml\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <SOAP-ENV:Envelope>\r\n",
        part: "Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <id1>\r\nContent-Description: the logo\r\n",
        include: "<xop:Include xmlns:xop=\"XOP\" href=\"cid:id1\"/>",
        version: SoapVersion::V1_1,
    },
    Shape {
        stack: "SoapUI",
        content_type: "multipart/related; type=\"application/xop+xml\"; start=\"<rootpart@soapui.org>\"; start-info=\"application/soap+xml\"; action=\"urn:archive/Store\"; boundary=\"----=_Part_1_223849750.1433937520698\"",
        soap_action: None,
        before: "\r\n",
        boundary: "----=_Part_1_223849750.1433937520698",
        root: "Content-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml; action=\\\"urn:archive/Store\\\"\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <rootpart@soapui.org>\r\n",
        part: "Content-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <logo.png>\r\nContent-Disposition: attachment; name=\"logo.png\"; filename=\"logo.png\"\r\n",
        include: "<inc:Include href=\"cid:logo.png\" xmlns:inc=\"XOP\"/>",
        version: SoapVersion::V1_2,
    },
    Shape {
        stack: "Spyne, by the modules for e-mail of Python",
        content_type: "multipart/related; charset=\"utf-8\"; type=\"application/xop+xml\"; start=\"<soaplibEnvelope>\"; start-info=\"text/xml\"; boundary=\"?//<><>spyne_MIME_boundary<>\"",
        soap_action: Some("urn:archive/Store"),
        before: "",
        boundary: "?//<><>spyne_MIME_boundary<>",
        root: "MIME-Version: 1.0\r\nContent-Type: application/xop+xml; charset=\"utf-8\";\r\n type=\"text/xml\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <soaplibEnvelope>\r\n",
        part: "Content-Type: application/octet-stream\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <SoaplibAttachment_1>\r\n",
        include: "<xop:Include xmlns:xop=\"XOP\" href=\"cid:SoaplibAttachment_1\"/>",
        version: SoapVersion::V1_1,
    },
];

const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n--not the end\r\n--";

impl Shape {
    fn envelope(&self) -> String {
        format!(
            "<?xml version='1.0' encoding='UTF-8'?><e:Envelope xmlns:e=\"{}\"><e:Body><a:Store xmlns:a=\"urn:archive\">\
             <a:Name>logo.png</a:Name><a:Content>{}</a:Content></a:Store></e:Body></e:Envelope>",
            self.version.namespace(),
            self.include.replace("XOP", XOP)
        )
    }

    fn content(&self) -> Vec<u8> {
        if self.part.contains("base64") {
            return b"iVBORw0KGgotLW5vdCB0aGUg\r\nZW5kDQotLQ==\r\n".to_vec();
        }
        LOGO.to_vec()
    }

    fn body(&self) -> Vec<u8> {
        let Self {
            before,
            boundary,
            root,
            part,
            ..
        } = self;
        let envelope = self.envelope();
        let start =
            format!("{before}--{boundary}\r\n{root}\r\n{envelope}\r\n--{boundary}\r\n{part}\r\n");
        let end = format!("\r\n--{boundary}--\r\n");
        [start.as_bytes(), &self.content(), end.as_bytes()].concat()
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static(self.content_type));
        if let Some(action) = self.soap_action {
            headers.insert("soapaction", HeaderValue::from_static(action));
        }
        headers
    }
}

#[test]
fn requests_of_other_stacks_are_read() {
    let expected = Store {
        name: "logo.png".into(),
        content: LOGO.into(),
    };
    for shape in SHAPES {
        let (headers, body) = (shape.headers(), shape.body());
        let action = um_messages::http::action(&headers);
        assert_eq!(
            action.as_deref(),
            Some("urn:archive/Store"),
            "{}",
            shape.stack
        );
        let read = Envelope::<Store>::from_request(&Method::POST, &headers, &body);
        let envelope = read.unwrap_or_else(|error| panic!("{}: {error}", shape.stack));
        assert_eq!(envelope.version(), shape.version);
        assert_eq!(envelope.body, expected, "{}", shape.stack);
    }
}

/// Axis sends attachments beside an envelope as such.
#[test]
fn soap_with_attachments_of_axis() {
    let content_type = "multipart/related; type=\"text/xml\"; start=\"<2A07@host>\"; \tboundary=\"----=_Part_0_1.2\"";
    let envelope = crate::store("UklGRg==");
    let body = format!(
        "------=_Part_0_1.2\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Transfer-Encoding: binary\r\n\
         Content-Id: <2A07@host>\r\n\r\n{envelope}\r\n------=_Part_0_1.2\r\nContent-Type: image/png\r\n\
         Content-Transfer-Encoding: binary\r\nContent-Id: <0B11@host>\r\n\r\nPNG\r\n------=_Part_0_1.2--\r\n"
    );
    let package = um_messages::mtom::Package::read(content_type, body.as_bytes()).unwrap();
    assert_eq!(
        *Envelope::<Store>::from_package(&package)
            .unwrap()
            .body
            .content,
        *b"RIFF"
    );
    assert_eq!(package.part("cid:0B11@host").unwrap().content(), b"PNG");
}
