//! Connections over HTTP: how many there are at once, and how long each may take for what.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

/// How long to wait where no connection can be accepted, for want of file descriptors perhaps.
const PAUSE: Duration = Duration::from_millis(100);
/// The longest head of a request, and what is read of its body at once, in bytes.
const BUFFER: usize = 32 * 1024;

/// What clients may take of the service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// How many connections there are at once. Further ones wait until one ends.
    pub(crate) connections: usize,
    /// How long a connection may be idle, the time for the head of a request included.
    pub(crate) idle: Duration,
    /// How long the body of a request may take.
    pub(crate) body: Duration,
    /// How long a connection is kept, whatever comes. A request that is being answered then has as long again.
    pub(crate) connection: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 128,
            idle: Duration::from_secs(10),
            body: Duration::from_secs(10),
            connection: Duration::from_secs(90),
        }
    }
}

/// Accepts connections, and serves each in a task of its own.
pub(super) async fn serve(listener: TcpListener, router: Router, limits: Limits) {
    let room = Arc::new(Semaphore::new(limits.connections));
    // Nobody closes the semaphore: some time there is room.
    while let Ok(permit) = Arc::clone(&room).acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let router = router.clone();
        tokio::spawn(async move {
            serve_connection(stream, router, limits).await;
            drop(permit);
        });
    }
}

/// Serves requests until the client or a limit ends the connection. How it ends is of no concern to the service.
async fn serve_connection(stream: TcpStream, router: Router, limits: Limits) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let mut connection = pin!(connection);
    if timeout(limits.connection, connection.as_mut())
        .await
        .is_err()
    {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(limits.connection, connection).await;
    }
}
