//! A UM service to talk to, over real HTTP: all eleven operations, with mailboxes in memory.
//!
//! To a client it looks like Exchange, and its faults have Exchange's shape. But it also understands
//! what the messages understand beside that, as the `https` spelling of the namespace, and SOAP 1.2.
//!
//! Who calls is said by the user name of HTTP's Basic authentication, with any password; without it,
//! it is [`ADA`]. With the feature `schema`, `GET …?wsdl` is answered with the service's WSDL. Anybody may act as another user, by the header block `ExchangeImpersonation`.

mod connections;
mod mailbox;
mod refusal;
mod request;
#[cfg(feature = "schema")]
mod wsdl;

use std::collections::HashMap;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{DefaultBodyLimit, Request as HttpRequest, State};
use axum::http::StatusCode;
use axum::http::header::{CONNECTION, HeaderValue, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Extension, RequestExt, Router};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use um_messages::{Envelope, ReadOptions};

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
            .route(PATH, any(receive))
            .fallback(refuse_path)
            .layer(DefaultBodyLimit::max(LONGEST_BODY))
            .layer(Extension(ReadOptions::new().max_bytes(LONGEST_BODY as u64)))
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

/// Reads a request and answers it. Who calls counts first: of a request of nobody's nothing is read.
async fn receive(
    State((mailboxes, limits)): State<(Arc<Mutex<Mailboxes>>, Limits)>,
    request: HttpRequest,
) -> Response {
    #[cfg(feature = "schema")]
    if let Some(wsdl) = wsdl::answer(&request) {
        return wsdl;
    }
    let user = request::user_name(request.headers()).unwrap_or_else(|| ADA.to_owned());
    if !lock(&mailboxes).contains_key(user.as_str()) {
        return refuse_user();
    }
    match timeout(limits.body, request.extract::<Request, _>()).await {
        Ok(Ok(request)) => answer(&mailboxes, user, request),
        Ok(Err(error)) => refusal::of_error(error),
        Err(_) => refusal::of_late_body(),
    }
}

/// The element in the Body says what is asked for; SOAPAction means nothing here, as it does to Exchange.
fn answer(mailboxes: &Mutex<Mailboxes>, user: String, request: Request) -> Response {
    let version = request.version();
    let refused = |fault| refusal::in_version(fault, version).into_response();
    if request.header.identities() > 1 {
        return refused(refusal::of_identities());
    }
    let user = request.header.impersonated().unwrap_or(user);
    match lock(mailboxes).get_mut(user.as_str()) {
        Some(mailbox) => match mailbox.answer(request.body) {
            Ok(answer) => Envelope::new(answer).with_version(version).into_response(),
            Err(exception) => refused(refusal::of_exception(exception)),
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
