//! Calls a service with what `um-wsdl` writes for `um.wsdl`, and nothing by hand but the HTTP client.
//!
//! ```text
//! cargo run -p um-tests --example interop_generated -- URL
//! ```
//!
//! Prints a line for each case of `generated-cases`: `pass` or `fail`, the case, and for a failure what was got.

mod call;
mod service;
#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::pedantic,
    reason = "a service has more than is tried here, and these lints are off by default"
)]
mod um {
    include!("../../wsdl/snapshots/interop/um.snap.rs");
}

use std::env;
use std::error::Error;
use std::process::ExitCode;

use self::call::Failure;
use self::service::{ADA, Service};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let url = env::args().nth(1).unwrap_or_default();
    let service = Service::new(&url, ADA)?;
    let cases: [(&str, Result<bool, Failure>); 5] = [
        ("IsUMEnabled", is_enabled(&service)),
        ("PlayOnPhone", play(&service).map(|id| !id.is_empty())),
        ("GetCallInfo", is_connecting(&service)),
        ("Disconnect", is_disconnected(&service)),
        (
            "GetCallInfo: InvalidCallIdException",
            is_unknown(&service.call(&get_call_info("unknown"))),
        ),
    ];
    let mut all_passed = true;
    for (case, got) in cases {
        let problem = match got {
            Ok(true) => None,
            Ok(false) => Some("another answer".to_owned()),
            Err(failure) => Some(failure.to_string()),
        };
        match problem {
            None => println!("pass\t{case}"),
            Some(problem) => {
                all_passed = false;
                println!("fail\t{case}\t{}", problem.replace(['\t', '\r', '\n'], " "));
            }
        }
    }
    Ok(if all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn is_enabled(service: &Service) -> Result<bool, Failure> {
    let answer = service.call(&um::IsUmEnabled {})?;
    Ok(answer.is_um_enabled_response)
}

/// Begins a call: its identifier.
fn play(service: &Service) -> Result<String, Failure> {
    let request = um::PlayOnPhone {
        entry_id: "Vm9pY2UgbWFpbA==".to_owned(),
        dial_string: "+1 (425) 555-0199 <Zoë's & \"home\">".to_owned(),
    };
    Ok(service.call(&request)?.play_on_phone_response)
}

fn get_call_info(call_id: &str) -> um::GetCallInfo {
    let call_id = call_id.to_owned();
    um::GetCallInfo { call_id }
}

fn is_connecting(service: &Service) -> Result<bool, Failure> {
    let answer = service.call(&get_call_info(&play(service)?))?;
    let info = answer.get_call_info_response;
    let expected = (um::UmCallState::Connecting, um::UmEventCause::None);
    Ok((info.call_state, info.event_cause) == expected)
}

fn is_disconnected(service: &Service) -> Result<bool, Failure> {
    let call_id = play(service)?;
    let request = um::Disconnect {
        call_id: call_id.clone(),
    };
    service.call(&request)?;
    let info = service.call(&get_call_info(&call_id))?;
    let state = info.get_call_info_response.call_state;
    Ok(state == um::UmCallState::Disconnected)
}

/// Whether the answer is the fault for a call that is not known, by the detail that the WSDL describes.
fn is_unknown<T>(got: &Result<T, Failure>) -> Result<bool, Failure> {
    let Err(Failure::Fault(fault)) = got else {
        return Ok(false);
    };
    let expected = um::ExceptionType("InvalidCallIdException".to_owned());
    Ok(fault.detail_as()? == Some(expected))
}
