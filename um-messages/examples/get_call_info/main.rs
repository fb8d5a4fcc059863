//! Plays an item on the telephone, asks how the call is doing, and hangs up, over real HTTP.
//!
//! ```text
//! cargo run --example get_call_info
//! cargo run --example get_call_info -- --url https://HOST/EWS/UM2007Legacy.asmx
//! ```

mod client;
#[path = "../service/mod.rs"]
mod service;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

use um_messages::um::{self, CallState};
use ureq::Proxy;

use self::client::{CallError, Client};
use self::service::Service;

const USAGE: &str = "\
Plays an item on the telephone, asks how the call is doing, and hangs up.
Prints each message that goes over the wire, and what was read from it.

Usage: cargo run --example get_call_info [-- OPTIONS]

  --url URL    talk to the UM service at this URL; without it, the example
               starts a service of its own
  --help       print this text";

/// A voice message, as its entry id in base64. A mailbox of your own has others.
const ENTRY_ID: &str = "AAAAAFRoaXMgaXMgYSB2b2ljZSBtYWls";
const DIAL_STRING: &str = "+1 425 555 0100";

/// How often, and how long apart, to ask for the state of the call.
const MAX_POLLS: usize = 60;
const PAUSE: Duration = Duration::from_millis(500);

enum Command {
    Help,
    Run { url: Option<String> },
}

fn main() -> ExitCode {
    // Not `args`, which panics where an argument is not Unicode.
    let args = env::args_os().skip(1);
    let result = match parse(args.map(|arg| arg.to_string_lossy().into_owned())) {
        Ok(Command::Help) => writeln!(io::stdout(), "{USAGE}").map_err(|error| error.to_string()),
        Ok(Command::Run { url }) => run(url),
        Err(problem) => {
            eprintln!("error: {problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if let Err(problem) = result {
        eprintln!("error: {problem}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn parse(mut args: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut url = None;
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--help" | "-h" => return Ok(Command::Help),
            "--url" => url = Some(args.next().ok_or("`--url` needs a URL")?),
            _ => return Err(format!("unknown argument `{arg}`")),
        }
    }
    Ok(Command::Run { url })
}

fn run(url: Option<String>) -> Result<(), String> {
    if let Some(url) = url {
        return talk(&url, Proxy::try_from_env());
    }
    let service = Service::start().map_err(|error| format!("cannot start a service: {error}"))?;
    // What proxy there may be, it does not reach this machine's loopback interface.
    talk(service.url(), None)
}

fn talk(url: &str, proxy: Option<Proxy>) -> Result<(), String> {
    converse(&Client::new(url, proxy)).map_err(|error| format!("{url}: {error}"))
}

/// The whole life of a call, from the first ring until the service has forgotten it.
fn converse(client: &Client) -> Result<(), CallError> {
    let started = client.call(&um::PlayOnPhone {
        entry_id: ENTRY_ID.to_owned(),
        dial_string: DIAL_STRING.to_owned(),
    })?;
    let call_id = started.call_id;
    let question = um::GetCallInfo {
        call_id: call_id.clone(),
    };
    // Whatever became of it: nobody wants a telephone to ring on.
    let state = poll(client, &question);
    if !matches!(state, Ok(CallState::Disconnected)) {
        client.call(&um::Disconnect { call_id })?;
    }
    state?;
    // The service may still tell how the call ended. Then it is gone, and the answer is a fault.
    for _ in 0..2 {
        match client.call(&question) {
            Ok(_) => {}
            Err(error) if error.is_fault() => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Asks until somebody has answered the call, or it is over, or it has taken too long.
fn poll(client: &Client, question: &um::GetCallInfo) -> Result<CallState, CallError> {
    let mut state = client.call(question)?.call_state;
    for _ in 1..MAX_POLLS {
        if matches!(state, CallState::Connected | CallState::Disconnected) {
            break;
        }
        thread::sleep(PAUSE);
        state = client.call(question)?.call_state;
    }
    Ok(state)
}
