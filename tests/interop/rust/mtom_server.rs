//! Serves one operation in packages (MTOM), for other stacks to call: it turns bytes round.
//!
//! ```text
//! cargo run -p um-tests --example interop_mtom_server
//! ```
//!
//! Prints its URL, and serves until its standard input ends.

mod mtom;

use std::io::{self, Read};
use std::thread;

use axum::Router;
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use um_messages::Envelope;
use um_messages::mtom::MtomOptions;

use self::mtom::{Turn, TurnResponse, turned};

/// However the request came, the answer is a package.
async fn turn(mut request: Envelope<Turn>) -> Envelope<TurnResponse> {
    let answer = TurnResponse {
        came_in_package: request.mtom().is_some(),
        content: turned(std::mem::take(&mut request.body.content)),
    };
    let options = MtomOptions::new().threshold(0);
    request.reply(answer).with_mtom(options)
}

fn main() -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    println!("http://{}/", listener.local_addr()?);
    let service = Router::new().route("/", post(turn));
    thread::spawn(move || runtime.block_on(async { axum::serve(listener, service).await }));
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
