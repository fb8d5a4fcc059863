//! What is tried: a line for each case, on standard output.

use std::fmt::Debug;
use std::io::{self, Write};

use um_messages::um::{self, UmException, UmFault};

use super::call::Failure;

/// Tells what was got of what was expected, and remembers whether all was right.
pub(crate) struct Cases {
    /// The language of every reason, as the peer is able to say it.
    pub(crate) language: &'static str,
    pub(crate) all_passed: bool,
}

impl Cases {
    /// An answer must be this one.
    pub(crate) fn answer<T: Debug + PartialEq>(
        &mut self,
        case: &str,
        got: Result<T, Failure>,
        expected: &T,
    ) -> io::Result<()> {
        let got = got.map_or_else(|failure| failure.to_string(), |got| format!("{got:?}"));
        self.report(case, &got, &format!("{expected:?}"))
    }

    /// The answer must be the fault of an exception, to the letter ([MS-OXWUMS] section 3.1.4.1).
    pub(crate) fn exception<T: Debug>(
        &mut self,
        operation: &str,
        exception: &UmException,
        got: Result<T, Failure>,
    ) -> io::Result<()> {
        let name = exception.name();
        let case = format!("{operation}: {name}");
        let fault = read_fault(&got);
        let reason = match exception {
            UmException::InvalidCallId => "The call identifier isn't valid.",
            UmException::InvalidObjectId => "The object identifier isn't valid.",
            UmException::DialingRules => {
                "Dialing restrictions are preventing the phone number that was entered from being dialed."
            }
            // The texts of the others are not known.
            _ => fault.as_ref().map_or("a reason", |fault| &fault.message),
        };
        let (errors, messages) = (um::ERRORS_NAMESPACE, um::NAMESPACE);
        let expected = format!(
            "{{{errors}}}{name}, {reason} ({}), {{{messages}}}ExceptionType {name}, read as {name}",
            self.language
        );
        self.report(&case, &describe(got, fault.as_ref()), &expected)
    }

    /// The answer must be the fault for a malformed request, with any explanation.
    pub(crate) fn invalid_request<T: Debug>(
        &mut self,
        case: &str,
        got: Result<T, Failure>,
    ) -> io::Result<()> {
        let name = UmException::InvalidRequest.name().to_owned();
        let fault = read_fault(&got);
        let explanation = fault.as_ref().and_then(|fault| fault.explanation.clone());
        let explanation = explanation.filter(|text| !text.is_empty());
        let (types, errors) = (um::TYPES_NAMESPACE, um::ERRORS_NAMESPACE);
        let expected = format!(
            "{{{types}}}{name}, The request is invalid. ({}), \
             {{{errors}}}ResponseCode {name}, {{{errors}}}Message {}, read as {name}",
            self.language,
            explanation.as_deref().unwrap_or("a message")
        );
        let got = describe(got, fault.as_ref());
        self.report(&format!("{case}: {name}"), &got, &expected)
    }

    /// The answer must be a status and nothing else.
    pub(crate) fn status<T: Debug>(
        &mut self,
        case: &str,
        got: Result<T, Failure>,
        status: u16,
    ) -> io::Result<()> {
        let got = describe(got, None);
        self.report(case, &got, &format!("HTTP status {status}"))
    }

    fn report(&mut self, case: &str, got: &str, expected: &str) -> io::Result<()> {
        let mut out = io::stdout();
        if got == expected {
            return writeln!(out, "pass\t{case}");
        }
        self.all_passed = false;
        let problem = format!("got {got}, expected {expected}").replace(['\t', '\r', '\n'], " ");
        writeln!(out, "fail\t{case}\t{problem}")
    }
}

fn read_fault<T>(got: &Result<T, Failure>) -> Option<UmFault> {
    match got {
        Err(Failure::Fault(fault)) => UmFault::from_fault(fault),
        _ => None,
    }
}

/// All that came, and what was read of it.
fn describe<T: Debug>(got: Result<T, Failure>, fault: Option<&UmFault>) -> String {
    let text = got.map_or_else(|failure| failure.to_string(), |got| format!("{got:?}"));
    fault.map_or_else(
        || text.clone(),
        |fault| format!("{text}, read as {}", fault.exception.name()),
    )
}
