//! How often a field stands: `T`, `Option`, `Vec`, `Box`, and in which order.

use um_messages::um::GetCallInfo;
use um_messages::{ErrorKind, ReadOptions, SoapType};
use um_tests::documents::{body, short_body};
use um_tests::errors::{answer_error, request_error, say};
use um_tests::loan::{loan, read_with, write};
use um_tests::roundtrip::{reads, refused, same};
use um_tests::sources::both_messages_with;

use crate::types::Part;

#[expect(clippy::vec_box, reason = "a box stands for its content everywhere")]
#[derive(Debug, PartialEq, SoapType)]
struct HowOften {
    once: u8,
    once_complex: Part,
    maybe: Option<String>,
    maybe_complex: Option<Part>,
    many: Vec<String>,
    many_complex: Vec<Part>,
    boxed: Box<u8>,
    boxed_complex: Box<Part>,
    maybe_boxed: Option<Box<Part>>,
    many_boxed: Vec<Box<Part>>,
}

fn how_often() -> HowOften {
    HowOften {
        once: 1,
        once_complex: Part { item: 2 },
        maybe: None,
        maybe_complex: None,
        many: Vec::new(),
        many_complex: Vec::new(),
        boxed: Box::new(3),
        boxed_complex: Box::new(Part { item: 4 }),
        maybe_boxed: None,
        many_boxed: Vec::new(),
    }
}

const ONCE: &str = "<Once>1</Once>";

const ONCE_COMPLEX: &str = "<OnceComplex><Item>2</Item></OnceComplex>";

const BOXED: &str = "<Boxed>3</Boxed>";

const BOXED_COMPLEX: &str = "<BoxedComplex><Item>4</Item></BoxedComplex>";

#[test]
fn a_fields_type_says_how_often_it_stands() {
    same(
        &how_often(),
        &format!("<HowOften>{ONCE}{ONCE_COMPLEX}{BOXED}{BOXED_COMPLEX}</HowOften>"),
    );
    let part = |item| Part { item };
    let full = HowOften {
        maybe: Some(String::new()),
        maybe_complex: Some(part(5)),
        many: vec!["a".into(), String::new()],
        many_complex: vec![part(6), part(7)],
        maybe_boxed: Some(Box::new(part(8))),
        many_boxed: vec![Box::new(part(9))],
        ..how_often()
    };
    same(
        &full,
        &format!(
            "<HowOften>{ONCE}{ONCE_COMPLEX}<Maybe/><MaybeComplex><Item>5</Item></MaybeComplex>\
             <Many>a</Many><Many/><ManyComplex><Item>6</Item></ManyComplex><ManyComplex><Item>7\
             </Item></ManyComplex>{BOXED}{BOXED_COMPLEX}<MaybeBoxed><Item>8</Item></MaybeBoxed>\
             <ManyBoxed><Item>9</Item></ManyBoxed></HowOften>"
        ),
    );
    // In any order, and the items of a list between others.
    reads(
        &format!(
            "<HowOften><ManyComplex><Item>6</Item></ManyComplex>{BOXED}<Many>a</Many>{ONCE}\
             <MaybeBoxed><Item>8</Item></MaybeBoxed><Maybe></Maybe><Many></Many>{BOXED_COMPLEX}\
             <ManyBoxed><Item>9</Item></ManyBoxed><ManyComplex><Item>7</Item></ManyComplex>\
             {ONCE_COMPLEX}<MaybeComplex><Item>5</Item></MaybeComplex></HowOften>"
        ),
        &full,
    );
}

#[test]
fn what_stands_too_often_or_not_at_all() {
    let all = [ONCE, ONCE_COMPLEX, BOXED, BOXED_COMPLEX];
    for left_out in all {
        let rest = all.concat().replace(left_out, "");
        let error = refused::<HowOften>(&format!("<HowOften>{rest}</HowOften>"));
        assert!(
            matches!(error.kind(), ErrorKind::MissingElement(_)),
            "{error}"
        );
    }
    let maybe = "<Maybe/><MaybeComplex><Item>5</Item></MaybeComplex>\
         <MaybeBoxed><Item>8</Item></MaybeBoxed>";
    let single = [
        ONCE,
        ONCE_COMPLEX,
        BOXED,
        BOXED_COMPLEX,
        "<Maybe/>",
        "<MaybeComplex><Item>5</Item></MaybeComplex>",
        "<MaybeBoxed><Item>8</Item></MaybeBoxed>",
    ];
    for twice in single {
        let all = all.concat();
        let error = refused::<HowOften>(&format!("<HowOften>{all}{maybe}{twice}</HowOften>"));
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    }
}

// <xs:all>: any order, each once.

#[derive(Debug, PartialEq, SoapType)]
struct All {
    one: u8,
    two: Option<u8>,
}

#[test]
fn all_in_any_order() {
    let all = All {
        one: 1,
        two: Some(2),
    };
    same(&all, "<All><One>1</One><Two>2</Two></All>");
    reads("<All><Two>2</Two><One>1</One></All>", &all);
    let error = refused::<All>("<All><Two>2</Two><One>1</One><Two>2</Two></All>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
}

#[test]
fn a_missing_element() {
    insta::assert_snapshot!(say(&request_error(&body("<m:GetCallInfo/>"))), @r#"
MissingElement Some("Envelope/Body/GetCallInfo") Some((3, 1))
missing element `CallId`, in `Envelope/Body/GetCallInfo`, line 3, column 1
"#);
    let inner =
        body("<m:GetCallInfoResponse>\n<m:CallState>Idle</m:CallState></m:GetCallInfoResponse>");
    insta::assert_snapshot!(say(&answer_error(&inner)), @r#"
MissingElement Some("Envelope/Body/GetCallInfoResponse") Some((4, 32))
missing element `EventCause`, in `Envelope/Body/GetCallInfoResponse`, line 4, column 32
"#);
    let cause = body(
        "<m:GetCallInfoResponse><m:GetCallInfoResponse>\n<m:CallState>Idle</m:CallState>\n</m:GetCallInfoResponse></m:GetCallInfoResponse>",
    );
    insta::assert_snapshot!(say(&answer_error(&cause)), @r#"
MissingElement Some("Envelope/Body/GetCallInfoResponse/GetCallInfoResponse") Some((5, 1))
missing element `EventCause`, in `Envelope/Body/GetCallInfoResponse/GetCallInfoResponse`, line 5, column 1
"#);
}

#[test]
fn a_doubled_element() {
    let twice =
        body("<m:GetCallInfo>\n<m:CallId>1</m:CallId>\n<m:CallId>1</m:CallId></m:GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&twice)), @r#"
Duplicate Some("Envelope/Body/GetCallInfo/CallId") Some((5, 1))
`CallId` stands twice, where it may stand once, in `Envelope/Body/GetCallInfo/CallId`, line 5, column 1
"#);
    let inner = "<m:GetCallInfoResponse><m:CallState>Idle</m:CallState><m:EventCause>None</m:EventCause></m:GetCallInfoResponse>";
    let twice = body(&format!(
        "<m:GetCallInfoResponse>{inner}\n{inner}</m:GetCallInfoResponse>"
    ));
    insta::assert_snapshot!(say(&answer_error(&twice)), @r#"
Duplicate Some("Envelope/Body/GetCallInfoResponse/GetCallInfoResponse") Some((4, 1))
`GetCallInfoResponse` stands twice, where it may stand once, in `Envelope/Body/GetCallInfoResponse/GetCallInfoResponse`, line 4, column 1
"#);
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_single_element_twice_is_an_error() {
    for content in [
        "<Title>Emma</Title>",
        "<Note/><Note/>",
        "<State>Out</State><State>Out</State>",
    ] {
        let error = read_with(content).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    }
    let apart = "<Note>1</Note><Author>A</Author><Note>2</Note>";
    assert!(
        matches!(read_with(apart).unwrap_err().kind(), ErrorKind::Duplicate(name) if name == "Note")
    );
    // A list may be interrupted.
    let list = "<Author>A</Author><State>Out</State><Author>B</Author>";
    assert_eq!(read_with(list).unwrap().author, ["A", "B"]);
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn none_is_left_out() {
    let written = write(&loan("Emma"));
    assert_eq!(
        written,
        "<l:Loan xmlns:l=\"urn:library\" xmlns:q=\"urn:q\"><l:Title>Emma</l:Title></l:Loan>"
    );
    let mut empty = loan("Emma");
    empty.note = Some(String::new());
    assert!(write(&empty).contains("<l:Note/>"));
}

/// Where an element is missing, one of its name in other letters is named.
/// It was broken once.
#[test]
fn a_namesake_in_other_letters_is_named() {
    for (found, document) in [
        (
            "callId",
            "<m:GetCallInfo><m:callId>1</m:callId></m:GetCallInfo>",
        ),
        ("CALLID", "<m:GetCallInfo><m:x/><m:CALLID/></m:GetCallInfo>"),
    ] {
        let error = both_messages_with::<GetCallInfo>(&short_body(document), &ReadOptions::new());
        let error = error.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::MissingElement(name) if name == "CallId"),
            "{error}"
        );
        let hint = format!("; there is a `{found}`");
        assert!(error.to_string().ends_with(&hint), "{error}");
    }
}
