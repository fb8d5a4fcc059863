//! What an error says.

use std::error::Error as _;
use std::io;

use um_messages::Error;
use um_messages::um::{GetCallInfo, GetCallInfoResponse};

use crate::sources::both_messages;

/// The error that a document gets where `GetCallInfo` is expected.
pub fn request_error(document: &str) -> Error {
    both_messages::<GetCallInfo>(document).unwrap_err()
}

/// The error that a document gets where its answer is expected.
pub fn answer_error(document: &str) -> Error {
    both_messages::<GetCallInfoResponse>(document).unwrap_err()
}

/// All that an error says: its kind, its path, its place, and what people read.
pub fn say(error: &Error) -> String {
    let kind = format!("{:?}", error.kind());
    let name: String = kind
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let place = error.position().map(|place| (place.line, place.column));
    format!("{name} {:?} {place:?}\n{error}", error.path())
}

/// How many bytes an error may say, whatever was sent.
pub const LONGEST: usize = 2048;

/// Texts that somebody sends to fill or to forge a log: a line end, escape sequences of a terminal, turned writing,
/// much of anything.
#[must_use]
pub fn nasty_texts() -> Vec<String> {
    let short = [
        "\n",
        "\r\nINFO",
        "\u{1b}[2J",
        "\u{9b}31m",
        "\u{85}",
        "\u{202e}",
        "\u{2028}",
        "\u{7f}",
        "\\",
        "`",
    ];
    let long = ["a", "\u{1f600}", "\u{202e}", "a\n", "\u{9b}", "ä", "漢"];
    let mut texts: Vec<_> = short.iter().map(|text| format!("x{text}x")).collect();
    texts.extend(long.map(|text| format!("x{}", text.repeat(5_000))));
    texts
}

/// Whatever an error says is short, and has nothing in it that cannot be seen.
pub fn assert_bounded(error: &Error, about: &str) {
    let about: String = about.chars().take(80).collect();
    let mut said = vec![
        error.to_string(),
        format!("{error:?}"),
        error.redacted().to_string(),
        error.hint().unwrap_or_default().to_owned(),
        error.kind().to_string(),
        format!("{:?}", error.kind()),
        error.to_fault().reason().to_owned(),
        error.to_fault().to_string(),
    ];
    let in_lines = [format!("{error:#?}"), format!("{:#?}", error.kind())];
    said.extend(in_lines.map(|text| text.replace('\n', "")));
    let source = error.source().filter(|it| !it.is::<io::Error>());
    said.extend(source.map(ToString::to_string));
    for text in said {
        assert!(
            text.len() < LONGEST,
            "{about:?}: {} bytes: {text}",
            text.len()
        );
        let unseen = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text.contains(unseen), "{about:?}: {text:?}");
    }
}
