//! Requests: how they are sent, and how they are read.

use ::http::header::{CONTENT_TYPE, HeaderMap};
use ::http::{Method, Request, Uri};

use super::body::{self, Received};
use super::field;
use crate::error::{Error, ErrorKind, HttpProblem, Result, excerpt};
use crate::soap::body::ReadBody;
use crate::soap::header::{ReadHeaders, WriteHeaders};
use crate::soap::{Envelope, SoapMessage, SoapVersion};
use crate::xml::ReadOptions;
use crate::xml::read::{knows_charset, media_type, too_many_bytes};

impl<B: SoapMessage, H: WriteHeaders> Envelope<B, H> {
    /// The request that sends the envelope: POST, with the media type of its version, its charset, and the message's
    /// [action](SoapMessage::action).
    ///
    /// ```
    /// use um_messages::{Envelope, SoapVersion, um};
    ///
    /// let envelope = Envelope::new(um::ResetPIN {});
    /// let request = envelope.to_request("https://host/EWS/UM2007Legacy.asmx")?;
    /// assert_eq!(request.method(), "POST");
    /// assert_eq!(request.headers()["content-type"], "text/xml; charset=utf-8");
    /// assert_eq!(
    ///     request.headers()["soapaction"],
    ///     "\"http://schemas.microsoft.com/exchange/services/2006/messages/ResetPIN\"",
    /// );
    ///
    /// let envelope = envelope.with_version(SoapVersion::V1_2);
    /// let request = envelope.to_request("https://host/EWS/UM2007Legacy.asmx")?;
    /// assert_eq!(
    ///     request.headers()["content-type"],
    ///     "application/soap+xml; charset=utf-8; \
    ///      action=\"http://schemas.microsoft.com/exchange/services/2006/messages/ResetPIN\"",
    /// );
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`to_xml`](Self::to_xml), if the URI is none, and if the action is no URI, so that it cannot stand in a header field.
    pub fn to_request<U>(&self, uri: U) -> Result<Request<Vec<u8>>>
    where
        U: TryInto<Uri>,
        U::Error: Into<::http::Error>,
    {
        let (content_type, body) = self.to_body()?;
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        *request.uri_mut() = uri.try_into().map_err(|error| no_uri(&error.into()))?;
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, content_type);
        if self.version() == SoapVersion::V1_1 {
            let action = field::soap_action(self.body.action())?;
            headers.insert(field::SOAP_ACTION, action);
        }
        Ok(request)
    }
}

/// What is wrong with a URI; not the URI, which may have a password.
#[cold]
fn no_uri(error: &::http::Error) -> Error {
    let problem = HttpProblem::Uri(excerpt(&error.to_string()));
    Error::new(ErrorKind::Http(problem))
}

impl<'de, B: SoapMessage + ReadBody<'de>, H: ReadHeaders<'de>> Envelope<B, H> {
    /// Reads a request: its method, its header fields and its body, which the HTTP server has.
    ///
    /// The element in the Body says what is asked for, and never the action (WS-I R1127).
    /// [`to_fault_response`](Error::to_fault_response) makes the answer of an error. The page of [`http`](crate::http) has an example.
    ///
    /// # Errors
    ///
    /// If HTTP itself refuses the request: its method, its media type, its encoding, its size; and those of
    /// [`from_slice`](Self::from_slice).
    pub fn from_request(method: &Method, headers: &HeaderMap, body: &'de [u8]) -> Result<Self> {
        Self::from_request_with(method, headers, body, ReadOptions::DEFAULT)
    }

    /// As [`from_request`](Self::from_request), with options. A body may have [`max_bytes`](ReadOptions::max_bytes); what HTTP says of the
    /// encoding counts before what the options say.
    ///
    /// # Errors
    ///
    /// Those of `from_request`, and if a limit is exceeded.
    pub fn from_request_with(
        method: &Method,
        headers: &HeaderMap,
        body: &'de [u8],
        options: &ReadOptions,
    ) -> Result<Self> {
        let received = Received { headers, body };
        let read = match received.refusal(method, options) {
            Some(refused) => Err(refused),
            None => received.read(options),
        };
        let read = read.and_then(|envelope| match received.mismatch(&envelope, options) {
            Some(problem) => {
                let error = body::error(problem, options);
                Err(error.of_envelope(Some(envelope.version()), SoapVersion::accepted(options)))
            }
            None => Ok(envelope),
        });
        read.map_err(|error| {
            let error = received.charset_first(error, options);
            error.asked_in(received.version(), options)
        })
    }
}

impl Received<'_, '_> {
    /// Why HTTP refuses a request before it is read.
    pub(super) fn refusal(&self, method: &Method, options: &ReadOptions) -> Option<Error> {
        if u64::try_from(self.body.len()).is_ok_and(|length| length > options.max_bytes) {
            return Some(Error::new(too_many_bytes(options.max_bytes)));
        }
        let problem = if method != Method::POST {
            HttpProblem::Method(excerpt(method.as_str()))
        } else if let Some(coding) = self.compression() {
            HttpProblem::Compressed(excerpt(coding))
        } else {
            let is_any = options.context().any_media_type;
            self.refused_media_type(options).filter(|_| !is_any)?
        };
        Some(body::error(problem, options))
    }

    /// What is wrong with the media type, whatever the envelope is.
    fn refused_media_type(&self, options: &ReadOptions) -> Option<HttpProblem> {
        match self.version() {
            Some(version) if version.is_accepted(options) => None,
            Some(_) => Some(HttpProblem::MediaType(self.media_type().to_owned())),
            None => self.wrong_media_type(),
        }
    }

    /// That the bytes cannot be decoded is HTTP's to refuse, if it says that they are in an encoding that is not known.
    fn charset_first(&self, error: Error, options: &ReadOptions) -> Error {
        let label = media_type::parameter(self.content_type(), "charset");
        match (error.kind(), label) {
            (ErrorKind::Encoding(_), Some(label)) if !knows_charset(&label) => {
                body::error(HttpProblem::Charset(excerpt(&label)), options)
            }
            _ => error,
        }
    }

    /// What does not fit the envelope that was sent.
    fn mismatch<B: SoapMessage, H>(
        &self,
        envelope: &Envelope<B, H>,
        options: &ReadOptions,
    ) -> Option<HttpProblem> {
        let context = options.context();
        if !context.any_media_type {
            if let Some(problem) = self.wrong_media_type_for(envelope.version()) {
                return Some(problem);
            }
        }
        if !context.check_action {
            return None;
        }
        let action = envelope.body.action();
        let other = field::actions(self.headers).find(|said| action.is_some_and(|it| it != said));
        other.map(|action| HttpProblem::OtherAction(excerpt(&action)))
    }
}
