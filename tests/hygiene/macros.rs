//! Structs and enums that macros write: names, types, literals, paths, bounds and visibilities come through variables.

use um_messages::{SoapMessage, SoapType};

use super::same;

const NAMESPACE: &str = "urn:a";

pub(crate) trait Bound: Clone + 'static {}

impl Bound for u8 {}

macro_rules! message {
    (
        $(#[$attribute:meta])*
        $vis:vis struct $name:ident<$lifetime:lifetime, $parameter:ident: $bound:path> in $namespace:path,
        $prefix:literal, $action:expr, $answer:ty {
            $($(#[$key:meta])* $field:ident: $ty:ty,)*
        }
    ) => {
        #[derive(Debug, PartialEq, SoapMessage)]
        $(#[$attribute])*
        #[soap(namespace = $namespace, prefix = $prefix, action = $action, response = $answer)]
        $vis struct $name<$lifetime, $parameter: $bound> {
            $($(#[$key])* $vis $field: $ty,)*
            // These are named here, and those above where the macro is used.
            $vis size: Option<u8>,
            #[soap(skip)]
            $vis __reader: std::marker::PhantomData<&$lifetime $parameter>,
        }
    };
}

message! {
    /// A message.
    #[soap(rename = "Call")]
    pub(crate) struct Message<'a, T: Bound> in NAMESPACE, "m", "urn:x", Answer {
        #[soap(attribute)]
        id: Option<&'a str>,
        size_of: Vec<T>,
        r#type: Box<Kind>,
        #[soap(flatten)]
        choice: Option<Choice>,
    }
}

macro_rules! values {
    ($name:ident { $($variant:ident = $text:literal,)* } else $other:ident($ty:ty)) => {
        #[derive(Clone, Debug, PartialEq, SoapType)]
        pub(crate) enum $name {
            $(#[soap(rename = $text)] $variant,)*
            #[soap(other)]
            $other($ty),
        }
    };
}

values!(Kind { A = "a", B = "b", } else Other(String));

macro_rules! choice {
    ($name:ident: $($ty:ident)*) => {
        #[derive(Debug, PartialEq, SoapType)]
        pub(crate) enum $name { $($ty($ty),)* }
    };
}

choice!(Choice: Number Text);

macro_rules! newtype {
    ($vis:vis $name:ident($field_vis:vis $ty:ty) $(, $text:ident)?) => {
        #[derive(Debug, PartialEq, SoapType)]
        $vis struct $name($field_vis $ty);
    };
}

newtype!(pub(crate) Number(pub(self) u8));
newtype!(pub(crate) Text(String));

macro_rules! answer {
    ($name:ident, $key:ident = $value:tt) => {
        #[derive(Debug, PartialEq, SoapMessage)]
        #[soap(namespace = "urn:a", $key = $value)]
        pub(crate) struct $name;
    };
}

answer!(Answer, version = "1.2");

// One macro inside another.
macro_rules! wrap {
    ($($item:item)*) => { $($item)* };
}

wrap! {
    #[derive(Debug, PartialEq, SoapMessage)]
    enum Any<'a> {
        Message(Message<'a, u8>),
        Answer2(Other),
    }

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:a")]
    struct Other {}
}

#[test]
fn a_message() {
    same(
        &Message {
            id: Some("1"),
            size_of: vec![2_u8],
            r#type: Box::new(Kind::B),
            choice: Some(Choice::Number(Number(3))),
            size: None,
            __reader: std::marker::PhantomData,
        },
        "<m:Call xmlns:m=\"urn:a\" Id=\"1\"><m:SizeOf>2</m:SizeOf><m:Type>b</m:Type><m:Number>3</m:Number></m:Call>",
    );
}

#[test]
fn constants() {
    use um_messages::{NamedMessage, SoapVersion};
    assert_eq!(<Message<'_, u8> as NamedMessage>::ACTION, Some("urn:x"));
    assert_eq!(Answer::VERSION, SoapVersion::V1_2);
    assert_eq!(Any::Answer2(Other {}).action(), None);
}
