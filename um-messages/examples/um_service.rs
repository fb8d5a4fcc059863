//! A UM service to try clients against, on a free port of the loopback interface.
//!
//! ```text
//! cargo run --example um_service
//! ```
//!
//! It prints its URL, and serves until its standard input ends.

#[path = "service/mod.rs"]
mod service;

use std::io::{self, Read, Write};

use self::service::Service;

fn main() -> io::Result<()> {
    let service = Service::start()?;
    let mut out = io::stdout();
    writeln!(out, "{}", service.url())?;
    out.flush()?;
    io::copy(&mut io::stdin().lock().by_ref(), &mut io::sink())?;
    Ok(())
}
