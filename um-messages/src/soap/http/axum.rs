//! Envelopes as what axum's handlers take and return.

use std::sync::Arc;

use ::http::HeaderMap;
use ::http::header::CONTENT_LENGTH;
use axum_core::body::Body;
use axum_core::extract::rejection::BytesRejection;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;

use super::body::Received;
use super::field;
use crate::error::{Error, ErrorKind, HttpProblem};
use crate::soap::body::ReadBody;
use crate::soap::header::{ReadHeaders, WriteHeaders};
use crate::soap::{Envelope, SoapMessage};
use crate::xml::ReadOptions;
use crate::xml::read::too_many_bytes;

/// A request, as [`Envelope::from_request`] reads it. The rejection is the [`Error`], whose answer is its
/// [fault](Error::to_fault_response): a handler that answers otherwise takes a `Result<Envelope<B, H>, Error>`.
///
/// A layer `axum::Extension(options)` has the [`ReadOptions`], if not the defaults. What cannot be a message is refused before its body is
/// read; of that axum reads as much as its `DefaultBodyLimit` allows, 2 MB where it says nothing.
impl<S, B, H> FromRequest<S> for Envelope<B, H>
where
    S: Send + Sync,
    B: SoapMessage + for<'de> ReadBody<'de>,
    H: for<'de> ReadHeaders<'de>,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let (method, headers) = (request.method().clone(), request.headers().clone());
        let options = request.extensions().get::<ReadOptions>().cloned();
        let options = options.unwrap_or_default();
        let head = Received {
            headers: &headers,
            body: b"",
        };
        let refused = |error: Error| error.asked_in(head.version(), &options);
        let is_too_long = announced_length(&headers).is_some_and(|it| it > options.max_bytes);
        if is_too_long {
            return Err(refused(Error::new(too_many_bytes(options.max_bytes))));
        }
        if let Some(error) = head.refusal(&method, &options) {
            return Err(refused(error));
        }
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(|rejection| refused(rejection.into()))?;
        Self::from_request_with(&method, &headers, &body, &options)
    }
}

fn announced_length(headers: &HeaderMap) -> Option<u64> {
    field::text(headers, &CONTENT_LENGTH)?.parse().ok()
}

/// A body that axum has not read: it is too long (413), or has not come whole (400).
impl From<BytesRejection> for Error {
    fn from(rejection: BytesRejection) -> Self {
        let is_too_long = rejection.status() == ::http::StatusCode::PAYLOAD_TOO_LARGE;
        Self::new(ErrorKind::Http(if is_too_long {
            HttpProblem::TooLong
        } else {
            HttpProblem::Incomplete
        }))
    }
}

/// An answer, as [`Envelope::to_response`] makes it. If it cannot be written, a fault is the answer, and the error stands in the extensions of
/// the response as that of a request that cannot be read does.
impl<B: SoapMessage, H: WriteHeaders> IntoResponse for Envelope<B, H> {
    fn into_response(self) -> Response {
        match self.to_response() {
            Ok(response) => response.map(Body::from),
            Err(error) => {
                let version = Some(self.version());
                error
                    .asked_in(version, ReadOptions::DEFAULT)
                    .into_response()
            }
        }
    }
}

/// The answer to what could not be read: [`Error::to_fault_response`]. The whole error, for a log, stands in the extensions of the response, as
/// an `Arc<Error>`.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.to_fault_response().map(Body::from);
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
