//! What is forgiven, or not, of what comes over HTTP.

use crate::xml::ReadOptions;

impl ReadOptions {
    /// Reads an envelope that came over HTTP whatever its media type is, or without one: there are services that say
    /// `application/xml`, or the media type of the other version of SOAP. Default: `false`.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use um_messages::{ReadOptions, SoapMessage, um};
    ///
    /// let body = um::ResetPINResponse {}.to_envelope()?;
    /// let read = |options| {
    ///     let (status, headers) = (StatusCode::OK, HeaderMap::new());
    ///     um::ResetPINResponse::from_response_with(status, &headers, body.as_bytes(), &options)
    /// };
    /// assert!(read(ReadOptions::new()).is_err());
    /// assert!(read(ReadOptions::new().any_media_type(true)).is_ok());
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn any_media_type(mut self, any_media_type: bool) -> Self {
        self.context_mut().any_media_type = any_media_type;
        self
    }

    /// Refuses a request that came over HTTP with another [action](crate::http::action) than its message has
    /// ([`SoapMessage::action`](crate::SoapMessage::action)). Default: `false`, for the element in the Body says what is asked for
    /// (WS-I R1127).
    ///
    /// A service wants it that has something before it which trusts the action, as a gateway that lets callers do some operations and not
    /// others: whoever says one action and sends the message of another would get past it. A request that says no action, or
    /// that there is none (`""`), is not refused.
    ///
    /// ```
    /// use um_messages::{Envelope, ReadOptions, SoapMessage, um};
    ///
    /// let request = um::ResetPIN {}.with_action("urn:other").to_request("/")?;
    /// let read = |options| {
    ///     let (method, headers, body) = (request.method(), request.headers(), request.body());
    ///     Envelope::<um::ResetPIN>::from_request_with(method, headers, body, &options)
    /// };
    /// assert!(read(ReadOptions::new()).is_ok());
    /// assert!(read(ReadOptions::new().check_action(true)).is_err());
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn check_action(mut self, check_action: bool) -> Self {
        self.context_mut().check_action = check_action;
        self
    }
}
