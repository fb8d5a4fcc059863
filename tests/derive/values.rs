//! Enumerations of values, and values that are none.

use um_messages::um::{CallState, EventCause, GetCallInfoResponse};
use um_messages::{Result, SoapMessage, SoapType};
use um_tests::documents::body;
use um_tests::errors::say;
use um_tests::loan::{self, read_with};
use um_tests::sources::both_messages;

#[derive(Clone, Copy, Debug, PartialEq, Eq, SoapType)]
enum Color {
    Red,
    #[soap(rename = "light green")]
    LightGreen,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:paint")]
struct Paint {
    #[soap(attribute)]
    layers: Option<u8>,
    color: Option<Color>,
    dry: Option<bool>,
    width: Vec<f64>,
}

fn paint(attributes: &str, content: &str) -> Result<Paint> {
    both_messages(&body(&format!(
        "<Paint xmlns=\"urn:paint\"{attributes}>\n{content}</Paint>"
    )))
}

pub(crate) fn paint_error(attributes: &str, content: &str) -> String {
    say(&paint(attributes, content).unwrap_err())
}

/// F 90: XML Schema part 2, 4.3.5.
#[test]
fn an_unknown_enumeration_value() {
    insta::assert_snapshot!(paint_error("", "<Color>Blue</Color>"), @r#"
InvalidValue Some("Envelope/Body/Paint/Color") Some((4, 8))
`Blue` is not one of `Red`, `light green`, in `Envelope/Body/Paint/Color`, line 4, column 8
"#);
    // White space is collapsed, case is not (XML Schema part 2, 4.3.6).
    assert_eq!(
        paint("", "<Color> Red\n</Color>").unwrap().color,
        Some(Color::Red)
    );
    for text in ["", "red", "Re d", "LightGreen", "Red Red"] {
        paint("", &format!("<Color>{text}</Color>")).unwrap_err();
    }
    let unknown = body(
        "<m:GetCallInfoResponse><m:GetCallInfoResponse><m:CallState>Ringing</m:CallState><m:EventCause>Other</m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>",
    );
    let answer = both_messages::<GetCallInfoResponse>(&unknown).unwrap();
    assert_eq!(answer.call_state, CallState::Unknown("Ringing".into()));
    assert_eq!(answer.event_cause, EventCause::Other);
}

/// F 82–85: XML Schema part 2.
#[test]
fn values_that_are_none() {
    insta::assert_snapshot!(paint_error(" Layers=\"300\"", ""), @r#"
InvalidValue Some("Envelope/Body/Paint/@Layers") Some((3, 34))
`300` is not an integer from 0 to 255, in `Envelope/Body/Paint/@Layers`, line 3, column 34
"#);
    insta::assert_snapshot!(paint_error("", "<Dry>yes</Dry>"), @r#"
InvalidValue Some("Envelope/Body/Paint/Dry") Some((4, 6))
`yes` is not `true`, `false`, `1` or `0`, in `Envelope/Body/Paint/Dry`, line 4, column 6
"#);
    insta::assert_snapshot!(paint_error("", "<Width>1</Width>\n  <Width>inf</Width>"), @r#"
InvalidValue Some("Envelope/Body/Paint/Width") Some((5, 10))
`inf` is not a floating-point number, `INF`, `-INF` or `NaN`, in `Envelope/Body/Paint/Width`, line 5, column 10
"#);
    let long = "x".repeat(1000);
    assert!(paint_error("", &format!("<Dry>{long}</Dry>")).len() < 300);
}

#[derive(Clone, Debug, PartialEq, Eq, SoapType)]
enum Open {
    Known,
    #[soap(other)]
    Other(String),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:library")]
struct OpenState {
    state: Open,
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn an_unknown_value_is_an_error_or_kept() {
    let error = read_with("<State>Lost</State>").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("`Lost` is not one of `Out`, `Back`"),
        "{error}"
    );
    let document = loan::body("<OpenState xmlns='urn:library'><State>Lost</State></OpenState>");
    let open = both_messages::<OpenState>(&document).unwrap();
    assert_eq!(open.state, Open::Other("Lost".into()));
    assert!(open.to_envelope().unwrap().contains("<State>Lost</State>"));
}
