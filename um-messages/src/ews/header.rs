//! The header blocks of requests and answers.

use crate::SoapType;
use crate::open_names::open_names;

/// The header blocks of a request. All are optional.
///
/// They go into an [`Envelope`](crate::Envelope), in requests of [`um`](crate::um) as well.
///
/// ```
/// use um_messages::{Envelope, ews, um};
///
/// let headers = ews::RequestHeaders {
///     exchange_impersonation: Some(ews::ExchangeImpersonation {
///         connecting_sid: ews::ConnectingSid::PrimarySmtpAddress("ada@example.com".into()),
///     }),
///     ..ews::RequestHeaders::default()
/// };
/// let xml = Envelope::new(um::IsUMEnabled {}).with_header(headers).to_xml()?;
/// assert!(xml.contains(
///     "<t:ConnectingSID><t:PrimarySmtpAddress>ada@example.com</t:PrimarySmtpAddress></t:ConnectingSID>",
/// ));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = super::TYPES)]
pub struct RequestHeaders {
    /// In whose name the caller acts.
    pub exchange_impersonation: Option<ExchangeImpersonation>,
    /// The language of the mailbox, as in `en-US` (RFC 3066).
    pub mailbox_culture: Option<String>,
    /// The version of the service that the caller knows.
    pub request_server_version: Option<RequestServerVersion>,
}

/// The header blocks of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = super::TYPES)]
pub struct ResponseHeaders {
    /// Who answers.
    pub server_version_info: Option<ServerVersionInfo>,
}

/// The version of the service that the caller knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = super::TYPES)]
pub struct RequestServerVersion {
    /// The version.
    #[soap(attribute)]
    pub version: ServerVersion,
}

impl From<ServerVersion> for RequestServerVersion {
    fn from(version: ServerVersion) -> Self {
        Self { version }
    }
}

open_names! {
    /// A version of the service (`ExchangeVersionType`). Newer servers know more.
    pub enum ServerVersion {
        /// Exchange 2007.
        Exchange2007 = "Exchange2007",
        /// Exchange 2007 Service Pack 1.
        Exchange2007Sp1 = "Exchange2007_SP1",
        /// Exchange 2010.
        Exchange2010 = "Exchange2010",
        /// Exchange 2010 Service Pack 1.
        Exchange2010Sp1 = "Exchange2010_SP1",
        /// Exchange 2010 Service Pack 2.
        Exchange2010Sp2 = "Exchange2010_SP2",
        /// Exchange 2013.
        Exchange2013 = "Exchange2013",
        /// Exchange 2013 Service Pack 1.
        Exchange2013Sp1 = "Exchange2013_SP1",
    }
}

/// Lets the caller act as another user, if the caller may.
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = super::TYPES)]
pub struct ExchangeImpersonation {
    /// That user.
    #[soap(rename = "ConnectingSID")]
    pub connecting_sid: ConnectingSid,
}

/// The user to act as, by one of its names (`ConnectingSIDType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = super::TYPES)]
#[non_exhaustive]
pub enum ConnectingSid {
    /// The user principal name.
    PrincipalName(String),
    /// The security identifier, in the form of the Security Descriptor Definition Language.
    #[soap(rename = "SID")]
    Sid(String),
    /// The primary address.
    PrimarySmtpAddress(String),
    /// Any address (Exchange 2010 and later).
    SmtpAddress(String),
}

/// The version of the server that answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = super::TYPES)]
pub struct ServerVersionInfo {
    /// The major version number.
    #[soap(attribute)]
    pub major_version: Option<i32>,
    /// The minor version number.
    #[soap(attribute)]
    pub minor_version: Option<i32>,
    /// The major build number.
    #[soap(attribute)]
    pub major_build_number: Option<i32>,
    /// The minor build number.
    #[soap(attribute)]
    pub minor_build_number: Option<i32>,
    /// The version of the service that the answer is of.
    #[soap(attribute)]
    pub version: Option<ServerVersion>,
}
