//! The description of the service, for who asks with `GET …?wsdl`.

use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use um_messages::um;

/// The WSDL, if it is asked for. It is no secret: nobody has to say who asks.
pub(super) fn answer(request: &Request) -> Option<Response> {
    let query = request.uri().query().unwrap_or_default();
    let is_asked_for = request.method() == Method::GET && query.eq_ignore_ascii_case("wsdl");
    is_asked_for.then(|| {
        let host = request
            .headers()
            .get(HOST)
            .and_then(|host| host.to_str().ok());
        let location = format!("http://{}{}", host.unwrap_or("localhost"), super::PATH);
        match um::service().wsdl(&location) {
            Ok(wsdl) => ([(CONTENT_TYPE, "text/xml; charset=utf-8")], wsdl).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    })
}
