//! What the derives generate, as if the user had written it: under the lints that the compiler does not
//! report in what a macro of another crate writes.

/// The snapshot of the derives' own tests.
#[deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    trivial_casts,
    trivial_numeric_casts,
    unused,
    unused_lifetimes,
    clippy::all,
    clippy::pedantic
)]
#[forbid(unsafe_code)]
#[allow(
    unreachable_pub,
    unused_qualifications,
    clippy::elidable_lifetime_names,
    clippy::excessive_nesting,
    clippy::option_option,
    reason = "nothing is reachable in a test; generated code qualifies every name, whatever is in scope, keeps the parameters that the user wrote, is indented by the block that hides it, and has read perhaps an `Option`"
)]
pub mod generated {
    include!("snapshots/pasted.snap.rs");

    /// For the key `with`.
    pub mod hex {
        /// The text of a number.
        #[must_use]
        #[allow(
            clippy::trivially_copy_pass_by_ref,
            reason = "`with` passes the value of a field by reference, whatever its type"
        )]
        pub fn to_text(value: &u32) -> String {
            format!("{value:x}")
        }

        /// The number of a text.
        ///
        /// # Errors
        ///
        /// What was expected instead.
        pub fn from_text(text: &str) -> Result<u32, &'static str> {
            u32::from_str_radix(text, 16).map_err(|_| "a hexadecimal number")
        }
    }
}

use generated::{
    Answer, Any, Call, Choice, Forms, Group, Language, Number, Single, Size, State, Text, Typed,
};
use um_messages::SoapMessage;

use super::same;

fn call(choice: Choice) -> Call<'static, u8> {
    Call {
        id: 1,
        origin: Some("a".into()),
        subject: "b",
        party: vec![2],
        note: String::new(),
        choice: Some(choice),
        visits: 0,
    }
}

#[test]
fn it_works_as_the_derive_does() {
    let start = "<a:Call xmlns:a=\"urn:a\" xmlns:c=\"urn:c\" Id=\"1\" c:Origin=\"a\"><a:Subject>b</a:Subject>\
                 <a:Party>2</a:Party>";
    let text = Text {
        language: Language::Other("de".into()),
        text: "c".into(),
    };
    let group = Group {
        single: vec![Single::Count(Number(3)), Single::Count(Number(4))],
    };
    for (choice, content) in [
        (Choice::Text(text), "<a:Text Language=\"de\">c</a:Text>"),
        (
            Choice::Group(group),
            "<a:Count>3</a:Count><a:Count>4</a:Count>",
        ),
    ] {
        let document = format!("{start}{content}</a:Call>");
        same(&call(choice), &document);
    }
}

#[test]
fn one_of_several_messages() {
    let any = Any::Answer(Answer { state: State::Idle });
    let xml = any.to_envelope().unwrap();
    assert_eq!(Any::from_envelope(&xml).unwrap(), any);
}

#[test]
fn every_form() {
    let forms = Forms {
        sizes: vec![1, 2],
        tags: vec![Some(3), None],
        weight: None,
        note: "a<b".into(),
        color: 255,
        more: vec!["<x:More xmlns:x='urn:x'/>".parse().unwrap()],
        marks: Vec::new(),
    };
    let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    let document = format!(
        "<a:Typed xmlns:a=\"urn:a\" {xsi} xsi:type=\"a:Forms\" Sizes=\"1 2\"><a:Tags><a:Tag>3</a:Tag>\
         <a:Tag xsi:nil=\"true\"/></a:Tags><a:Weight xsi:nil=\"true\"/><a:Note><![CDATA[a<b]]></a:Note>\
         <a:Color>ff</a:Color><x:More xmlns:x=\"urn:x\"/></a:Typed>"
    );
    let written = um_messages::xml::to_string(&Typed::Forms(forms)).unwrap();
    assert_eq!(written, document);
    let read: Typed = um_messages::xml::from_str(&document).unwrap();
    assert!(matches!(read, Typed::Forms(forms) if forms.color == 255));
    // A union is text.
    let read = <Size as um_messages::xml::ReadText>::read_text;
    let _: fn(um_messages::xml::TextIn<'_, 'static>) -> um_messages::Result<Size> = read;
}
