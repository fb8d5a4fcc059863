use um_messages::{SoapMessage, SoapType, soap, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:headers")
    .with_prefix("h");

/// The address of `Notes`.
pub const ENDPOINT: &str = "http://notes.example.org/";

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Session {
    pub token: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:read", response = ReadResponse)]
pub struct Read {
    pub id: i32,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct ReadResponse {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Expired {
    pub since: xml::Date,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:write", response = WriteResponse)]
pub struct Write {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct WriteResponse {}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ReadHeaders {
    pub session: soap::Block<Session>,
    #[soap(namespace = trace::NAMESPACE)]
    pub trace: Option<soap::Block<String>>,
    pub locale: Option<soap::Block<String>>,
}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ReadResponseHeaders {
    pub usage: Option<soap::Block<i32>>,
}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ReadFaultHeaders {
    pub expired: Option<soap::Block<Expired>>,
    #[soap(namespace = trace::NAMESPACE)]
    pub trace: Option<soap::Block<String>>,
}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct WriteHeaders {
    pub session: Option<soap::Block<Session>>,
    #[soap(namespace = trace::NAMESPACE)]
    pub trace: Option<soap::Block<String>>,
}

/// Any request of `Notes`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum NotesRequest {
    Read(Read),
    Write(Write),
}

/// Any response of `Notes`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum NotesResponse {
    ReadResponse(ReadResponse),
    WriteResponse(WriteResponse),
}

/// The types of the namespace `urn:example:trace`.
pub mod trace {
    use um_messages::xml;

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:trace")
        .with_prefix("t");
}
