use um_messages::{SoapMessage, SoapType, soap, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:substituted")
    .with_prefix("s");

/// The address of `Machine`.
pub const ENDPOINT: &str = "http://machine.example.org/";

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Guest {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:run", response = AnyOutcome)]
pub struct Start(pub AnyCommandType);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:run", response = AnyOutcome)]
pub struct Stop {
    pub id: i32,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Outcome(pub String);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Done(pub String);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Busy(pub String);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Closed(pub String);

/// Any element that may stand in the place of `Command`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum AnyCommand {
    Start(Start),
    Stop(Stop),
}

/// Any element that may stand in the place of `Outcome`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum AnyOutcome {
    Outcome(Outcome),
    Done(Done),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct CommandType {
    pub id: i32,
}

/// `CommandType`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyCommandType {
    #[soap(default)]
    CommandType(CommandType),
    StopType(Stop),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct RunHeaders {
    #[soap(flatten)]
    pub login: RunHeadersLogin,
    #[soap(flatten)]
    pub token: Option<RunHeadersToken>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum RunHeadersLogin {
    Guest(soap::Block<Guest>),
    User(soap::Block<String>),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum RunHeadersToken {
    Token(soap::Block<String>),
    ShortToken(soap::Block<String>),
}

/// What the detail of a fault of `Run` says.
#[derive(Debug, Clone, PartialEq)]
pub enum RunFault {
    Busy(Busy),
    Closed(Closed),
}

impl RunFault {
    /// What the detail of a fault says, if it is one of these.
    ///
    /// # Errors
    ///
    /// If the detail is one of these and cannot be read.
    pub fn from_fault(fault: &um_messages::Fault) -> um_messages::Result<Option<Self>> {
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::Busy(detail)));
        }
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::Closed(detail)));
        }
        Ok(None)
    }
}

/// Any request of `Machine`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum MachineRequest {
    Start(Start),
    Stop(Stop),
}

/// Any response of `Machine`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum MachineResponse {
    Outcome(Outcome),
    Done(Done),
}
