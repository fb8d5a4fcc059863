//! Messages over HTTP: requests and answers of both versions of SOAP, as the types of the crate `http`.
//!
//! The connection, TLS, authentication, time limits and retries are the HTTP client's or server's, whichever the program uses
//! anyway. A client makes a request of its message, lets the HTTP client send it, and reads the answer:
//!
//! ```
//! use um_messages::{SoapMessage, SoapOperation, um};
//! # fn send(request: http::Request<Vec<u8>>) -> um_messages::Result<http::Response<Vec<u8>>> {
//! #     um::IsUMEnabledResponse { is_enabled: true }.to_response()
//! # }
//!
//! let request = um::IsUMEnabled {};
//! let answer = send(request.to_request("https://host/EWS/UM2007Legacy.asmx")?)?; // by any HTTP client
//! let answer = request.read_response(answer.status(), answer.headers(), answer.body())?;
//! assert!(answer.is_enabled);
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! A server reads the request, and answers in the version of SOAP that it was asked in. What cannot be read has its answer, too:
//!
//! ```
//! use http::{Request, Response};
//! use um_messages::{Envelope, Fault, Result, SoapMessage, um};
//!
//! fn answer(request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>> {
//!     let (method, headers, body) = (request.method(), request.headers(), request.body());
//!     match Envelope::<um::Disconnect>::from_request(method, headers, body) {
//!         Ok(request) if request.body.call_id == "MDlk" => request.reply(um::DisconnectResponse {}).to_response(),
//!         Ok(request) => request.reply(Fault::sender("no such call")).to_response(),
//!         Err(error) => Ok(error.to_fault_response()),
//!     }
//! }
//!
//! let request = um::Disconnect { call_id: "MDlk".into() }.to_request("/")?;
//! assert_eq!(answer(&request)?.status(), 200);
//! let request = um::Disconnect { call_id: "MDlm".into() }.to_request("/")?;
//! assert_eq!(answer(&request)?.status(), 500);
//! assert_eq!(answer(&Request::new(Vec::new()))?.status(), 405); // GET
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! # With axum
//!
//! With the feature `axum`, handlers take and return envelopes:
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use axum::{Router, routing::post};
//! use um_messages::{Envelope, Fault, um};
//!
//! async fn disconnect(
//!     request: Envelope<um::Disconnect>,
//! ) -> Result<Envelope<um::DisconnectResponse>, Envelope<Fault>> {
//!     if request.body.call_id == "MDlk" {
//!         Ok(request.reply(um::DisconnectResponse {}))
//!     } else {
//!         Err(request.reply(Fault::sender("no such call")))
//!     }
//! }
//!
//! let service: Router = Router::new().route("/EWS/UM2007Legacy.asmx", post(disconnect));
//! # }
//! ```
//!
//! # Statuses
//!
//! | of an answer | by |
//! |---|---|
//! | 200 | a message |
//! | 202, without an envelope | `()`: the answer to a one-way message (WS-I R2714) |
//! | 400 | a fault of SOAP 1.2 whose sender is to blame (SOAP 1.2 part 2 table 20) |
//! | 500 | any other fault (SOAP 1.1 section 6.2) |
//! | 405, 413, 415 | what HTTP itself refuses: another method than POST, a body that is too long, another media type or encoding |
//! | 400, 413, 431 | a body that is no package although its media type says so, and what of a package exceeds a limit (feature `mtom`) |
//!
//! What HTTP refuses has a fault in its body as well, so that a client of SOAP shows why.

mod answer;
#[cfg(feature = "axum")]
mod axum;
mod body;
mod field;
mod options;
mod refusal;
mod request;

pub use self::field::action;
