//! Calls a service that turns bytes round in packages (MTOM).
//!
//! ```text
//! cargo run -p um-tests --example interop_mtom_client -- URL
//! ```
//!
//! Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.

mod mtom;
#[allow(dead_code, reason = "other clients spoil what they send")]
mod service;

use std::error::Error;
use std::process::ExitCode;

use um_messages::mtom::MtomOptions;
use um_messages::{Envelope, SoapOperation};

use self::mtom::{Turn, TurnResponse, turned};
use self::service::{ADA, Service};

fn turn(service: &Service, content: &[Vec<u8>]) -> Result<TurnResponse, Box<dyn Error>> {
    let content = content.to_vec();
    let request = Turn { content };
    let envelope = Envelope::new(&request).with_mtom(MtomOptions::new().threshold(0));
    let answer = service.send(envelope.to_request(&*service.url)?)?;
    Ok(request.read_response(answer.status(), answer.headers(), answer.body())?)
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let url = std::env::args().nth(1).ok_or("no URL")?;
    let service = Service::new(&url, ADA)?;
    let every = (0..=255).cycle().take(2048).collect();
    let mut all_passed = true;
    for (case, content) in [
        ("bytes", vec![b"RIFF".to_vec()]),
        ("every byte", vec![every]),
        (
            "what looks like a boundary",
            vec![b"-\r\n--um-messages\r\n\r\n--".to_vec()],
        ),
        ("a hundred thousand bytes", vec![vec![0; 100_000]]),
        (
            "three parts",
            vec![b"one".to_vec(), b"two".to_vec(), b"three".to_vec()],
        ),
        ("nothing", Vec::new()),
    ] {
        let expected = TurnResponse {
            // gSOAP tells it by the parts.
            came_in_package: !content.is_empty(),
            content: turned(content.clone()),
        };
        match turn(&service, &content) {
            Ok(got) if got == expected => println!("pass\t{case}"),
            Ok(got) => {
                all_passed = false;
                println!("fail\t{case}\tgot {got:?}, expected {expected:?}");
            }
            Err(error) => {
                all_passed = false;
                println!("fail\t{case}\tgot {error}");
            }
        }
    }
    Ok(if all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
