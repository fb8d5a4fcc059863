//! A UM service to talk to, over real HTTP: all eleven operations, with mailboxes in memory.
//!
//! To a client it looks like Exchange, and its faults have Exchange's shape. But it also understands
//! what the messages understand beside that, as the `https` spelling of the namespace.
//!
//! Who calls is said by the user name of HTTP's Basic authentication, with any password; without it,
//! it is [`ADA`]. Anybody may act as another user, by the header block `ExchangeImpersonation`.

mod connections;
mod mailbox;
mod refusal;
mod request;

use std::collections::HashMap;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request as HttpRequest, State};
use axum::http::StatusCode;
use axum::http::header::{
    CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, WWW_AUTHENTICATE,
};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use um_messages::{Fault, ReadOptions, SoapMessage};

#[allow(
    unused_imports,
    reason = "the tests have limits of their own, the examples do not"
)]
pub(crate) use self::connections::Limits;
pub(crate) use self::mailbox::Mailbox;
use self::request::Request;

/// Has a mailbox with Unified Messaging.
pub(crate) const ADA: &str = "ada@example.com";
/// Has a mailbox without.
pub(crate) const BOB: &str = "bob@example.com";
/// Is a room, not a user: the directory cannot keep all settings for it.
pub(crate) const ROOM: &str = "room@example.com";

/// Where Exchange has the service on its server.
const PATH: &str = "/EWS/UM2007Legacy.asmx";
/// No request of this service is anywhere near as long.
const LONGEST_BODY: usize = 1024 * 1024;

type Mailboxes = HashMap<&'static str, Mailbox>;

/// A running service. It stops when it is dropped.
pub(crate) struct Service {
    url: String,
    mailboxes: Arc<Mutex<Mailboxes>>,
    // Dropping the runtime ends its thread, and with it every connection.
    _runtime: Runtime,
}

impl Service {
    /// Starts the service in threads of its own, on a free port of the loopback interface.
    pub(crate) fn start() -> io::Result<Self> {
        Self::start_with(Limits::default())
    }

    /// As [`start`](Self::start), with limits.
    pub(crate) fn start_with(limits: Limits) -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let url = format!("http://{}{PATH}", listener.local_addr()?);
        let mailboxes = HashMap::from([
            (ADA, Mailbox::new(ADA)),
            (BOB, Mailbox::without_unified_messaging(BOB)),
            (ROOM, Mailbox::of_a_room(ROOM)),
        ]);
        let mailboxes = Arc::new(Mutex::new(mailboxes));
        let router = Router::new()
            .route(PATH, post(answer_post).fallback(refuse_method))
            .fallback(refuse_path)
            .layer(DefaultBodyLimit::max(LONGEST_BODY))
            .with_state((Arc::clone(&mailboxes), limits));
        runtime.spawn(connections::serve(listener, router, limits));
        Ok(Self {
            url,
            mailboxes,
            _runtime: runtime,
        })
    }

    /// Where the service listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What the service knows of a mailbox at this moment.
    #[allow(dead_code, reason = "the tests look inside, the examples do not")]
    pub(crate) fn mailbox(&self, user: &str) -> Option<Mailbox> {
        lock(&self.mailboxes).get(user).cloned()
    }
}

/// The mailboxes. A change is made whole or not at all, so that a panic elsewhere leaves none behind.
fn lock(mailboxes: &Mutex<Mailboxes>) -> MutexGuard<'_, Mailboxes> {
    mailboxes.lock().unwrap_or_else(PoisonError::into_inner)
}

// HTTP: a request is checked, read, and answered.

async fn answer_post(
    State((mailboxes, limits)): State<(Arc<Mutex<Mailboxes>>, Limits)>,
    request: HttpRequest,
) -> Response {
    let headers = request.headers().clone();
    if announced_length(&headers).is_some_and(|length| length > LONGEST_BODY) {
        // Before the body is asked for, so that who announces it need not send it (RFC 9110 section 10.1.1).
        let fault = Fault::sender("The body is too long.");
        return closing(reply(StatusCode::PAYLOAD_TOO_LARGE, &fault));
    }
    let body = match timeout(limits.body, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(problem)) => Err((problem.status(), problem.body_text())),
        Err(_) => Err((StatusCode::REQUEST_TIMEOUT, "The body is late.".to_owned())),
    };
    // In a thread of its own: others are answered while this request is read, whatever that takes.
    let answer = spawn_blocking(move || answer(&mailboxes, &headers, body));
    let failed = |_| StatusCode::INTERNAL_SERVER_ERROR.into_response();
    answer.await.unwrap_or_else(failed)
}

fn announced_length(headers: &HeaderMap) -> Option<usize> {
    let length = headers.get(CONTENT_LENGTH)?.to_str().ok()?;
    length.parse().ok()
}

/// Answers a request, of which the body is there or has been refused.
fn answer(
    mailboxes: &Mutex<Mailboxes>,
    headers: &HeaderMap,
    body: Result<Bytes, (StatusCode, String)>,
) -> Response {
    let body = match body {
        Ok(body) => body,
        Err((status, problem)) => return closing(reply(status, &Fault::sender(problem))),
    };
    let user = request::user_name(headers).unwrap_or_else(|| ADA.to_owned());
    if !lock(mailboxes).contains_key(user.as_str()) {
        return refuse_user();
    }
    let Some(options) = request::options(headers) else {
        let fault = Fault::sender(
            "The Content-Type of a SOAP 1.1 message is text/xml, in UTF-8, UTF-16 or ISO-8859-1.",
        );
        return reply(StatusCode::UNSUPPORTED_MEDIA_TYPE, &fault);
    };
    let request = match read_request(&body, &options) {
        Ok(request) => request,
        Err(fault) => return reply_fault(&fault),
    };
    let user = request.impersonated.unwrap_or(user);
    match lock(mailboxes).get_mut(user.as_str()) {
        Some(mailbox) => match mailbox.answer(request.body) {
            Ok(answer) => reply(StatusCode::OK, &answer),
            Err(exception) => reply_fault(&refusal::of_exception(exception)),
        },
        None => refuse_user(),
    }
}

/// Refuses a user who has no mailbox. Exchange has an exception for it too, `ObjectNotFoundException`,
/// but never tells: it closes the connection, and sends no SOAP message.
fn refuse_user() -> Response {
    let challenge = "Basic realm=\"Unified Messaging\"";
    let headers = [(CONNECTION, "close"), (WWW_AUTHENTICATE, challenge)];
    (StatusCode::UNAUTHORIZED, headers).into_response()
}

/// Answers all methods but POST; axum adds the header `Allow`.
async fn refuse_method() -> Response {
    let fault = Fault::sender("A SOAP 1.1 message is sent with POST.");
    closing(reply(StatusCode::METHOD_NOT_ALLOWED, &fault))
}

/// There is nothing else here.
async fn refuse_path() -> Response {
    closing(StatusCode::NOT_FOUND.into_response())
}

/// An answer behind which the connection is closed: the body of the request has not been read to its end, so that no
/// other request can begin.
fn closing(mut response: Response) -> Response {
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(CONNECTION, close);
    response
}

fn reply(status: StatusCode, message: &impl SoapMessage) -> Response {
    match message.to_envelope() {
        Ok(xml) => (status, [(CONTENT_TYPE, "text/xml; charset=utf-8")], xml).into_response(),
        Err(error) => {
            let problem = error.redacted().to_string();
            (StatusCode::INTERNAL_SERVER_ERROR, problem).into_response()
        }
    }
}

/// A fault comes with status 500 (SOAP 1.1 section 6.2).
fn reply_fault(fault: &Fault) -> Response {
    reply(StatusCode::INTERNAL_SERVER_ERROR, fault)
}

// SOAP: the request in an envelope, or the fault that says what is wrong with it.

/// The element in the Body decides; SOAPAction means nothing here, as it does to Exchange.
fn read_request(body: &[u8], options: &ReadOptions) -> Result<Request, Box<Fault>> {
    match Request::read(body, options) {
        Ok(request) if request.identities > 1 => Err(refusal::of_identities().into()),
        Ok(request) => Ok(request),
        Err(error) => Err(refusal::of_error(&error).into()),
    }
}
