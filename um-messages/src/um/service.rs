//! The service as a WSDL describes it.

use super::fault::{ExceptionType, Explanation, ResponseCode};
use super::{
    Disconnect, GetCallInfo, GetUMProperties, IsUMEnabled, NAMESPACE, PlayOnPhone,
    PlayOnPhoneGreeting, ResetPIN, SetMissedCallNotificationEnabled, SetOofStatus,
    SetPlayOnPhoneDialString, SetTelephoneAccessFolderEmail,
};
use crate::schema::{Operation, Service};

/// The eleven operations of the service ([MS-OXWUMS] section 3.1.4), for a server's WSDL.
///
/// The fault of each operation but `IsUMEnabled` is that with the exception's name; the other one, for a malformed request, has two entries
/// in its detail, which a WSDL cannot say of one fault: they are elements of the schemas. Enums are described by the values that the
/// documents have.
///
/// ```
/// use um_messages::um;
///
/// let wsdl = um::service().wsdl("https://example.com/EWS/UM2007Legacy.asmx")?;
/// assert!(wsdl.contains(r#"<wsdl:operation name="ResetPIN">"#));
/// # Ok::<(), um_messages::Error>(())
/// ```
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[must_use]
pub fn service() -> Service {
    let operations = [
        Operation::of::<GetUMProperties>(),
        Operation::of::<SetOofStatus>(),
        Operation::of::<SetPlayOnPhoneDialString>(),
        Operation::of::<SetTelephoneAccessFolderEmail>(),
        Operation::of::<SetMissedCallNotificationEnabled>(),
        Operation::of::<ResetPIN>(),
        Operation::of::<PlayOnPhone>(),
        Operation::of::<PlayOnPhoneGreeting>(),
        Operation::of::<GetCallInfo>(),
        Operation::of::<Disconnect>(),
    ];
    let service = Service::new("UM2007Legacy", NAMESPACE).message::<IsUMEnabled>();
    operations
        .into_iter()
        .map(Operation::fault::<ExceptionType>)
        .fold(service, Service::operation)
        .element::<ResponseCode>()
        .element::<Explanation>()
        .closed_enums(true)
}
