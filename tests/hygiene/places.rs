//! Items in functions, blocks, nested modules and trait implementations, generics of every kind, and all visibilities.

use std::borrow::Cow;
use std::fmt::Debug;

use um_messages::{SoapMessage, SoapType};

use super::same;

#[test]
fn in_a_function() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = NAMESPACE)]
    struct Outer<T> {
        inner: Vec<Inner<T>>,
        #[soap(default = "seven")]
        count: u8,
    }
    // Two derives in one scope, on types that name each other.
    #[derive(Debug, PartialEq, SoapType)]
    struct Inner<T> {
        value: Option<T>,
        next: Option<Box<Self>>,
    }
    const NAMESPACE: &str = "urn:a";
    fn seven() -> u8 {
        7
    }
    let leaf = Inner {
        value: Some(1_u8),
        next: None,
    };
    let inner = Inner {
        value: None,
        next: Some(Box::new(leaf)),
    };
    same(
        &Outer {
            inner: vec![inner],
            count: 7,
        },
        "<Outer xmlns=\"urn:a\"><Inner><Next><Value>1</Value></Next></Inner><Count>7</Count></Outer>",
    );
}

trait Local {
    fn check();
}

impl Local for u8 {
    fn check() {
        #[derive(Debug, PartialEq, SoapType)]
        struct Local {
            a: u8,
        }
        same(&Local { a: 1 }, "<Local><A>1</A></Local>");
        {
            #[derive(Debug, PartialEq, SoapType)]
            enum Local {
                A(u8),
                B(()),
            }
            same(&Local::A(1), "<Local><A>1</A></Local>");
            same(&Local::B(()), "<Local><B/></Local>");
        }
    }
}

#[test]
fn in_a_method_and_in_a_block_of_it() {
    <u8 as Local>::check();
}

mod outer {
    pub(in crate::places) mod inner {
        use um_messages::SoapType;

        #[derive(Debug, PartialEq, SoapType)]
        pub(in crate::places) struct Restricted {
            pub(in crate::places::outer) outer: u8,
            pub(super) above: u8,
            pub(self) own: Private,
            pub all: Option<Choice>,
        }

        #[derive(Debug, PartialEq, SoapType)]
        struct Private(u8);

        #[derive(Debug, PartialEq, SoapType)]
        pub(in crate::places) enum Choice {
            A(u8),
            B(Kind),
        }

        #[derive(Debug, PartialEq, SoapType)]
        pub(in crate::places) enum Kind {
            A,
        }

        pub(in crate::places) fn value() -> Restricted {
            Restricted {
                outer: 1,
                above: 2,
                own: Private(3),
                all: Some(Choice::B(Kind::A)),
            }
        }
    }
}

#[test]
fn restricted_visibility() {
    same(
        &outer::inner::value(),
        "<Restricted><Outer>1</Outer><Above>2</Above><Own>3</Own><All><B>A</B></All></Restricted>",
    );
}

mod crate_in_a_module {
    pub(super) mod inside {
        pub(crate) use um_messages as soap;
    }
    use inside::soap;

    #[derive(Debug, PartialEq, soap::SoapType)]
    #[soap(crate = soap)]
    pub(super) struct Short {
        pub(super) a: u8,
    }

    #[derive(Debug, PartialEq, soap::SoapMessage)]
    #[soap(
        crate = "crate::places::crate_in_a_module::inside::soap",
        namespace = "urn:a"
    )]
    pub(super) struct Long {
        pub(super) a: u8,
    }
}

#[test]
fn another_path_to_the_runtime() {
    use crate_in_a_module::{Long, Short};
    same(&Short { a: 1 }, "<Short><A>1</A></Short>");
    same(&Long { a: 1 }, "<Long xmlns=\"urn:a\"><A>1</A></Long>");
}

/// Defaults, bounds in both places, constants, and a lifetime named as others name that of the document.
#[derive(Debug, PartialEq, SoapType)]
struct Generic<'de, 'a: 'de, T: Debug + 'a, U = u8, const N: usize = 2>
where
    U: PartialEq,
    Self: Sized,
{
    text: &'de str,
    cow: Option<Cow<'a, str>>,
    list: Vec<T>,
    #[soap(attribute)]
    other: U,
    #[soap(skip)]
    phantom: std::marker::PhantomData<[(); N]>,
}

#[test]
fn generics() {
    same(
        &Generic::<'_, '_, bool> {
            text: "a",
            cow: Some("b".into()),
            list: vec![true],
            other: 1,
            phantom: std::marker::PhantomData,
        },
        "<Generic Other=\"1\"><Text>a</Text><Cow>b</Cow><List>true</List></Generic>",
    );
}

/// The parameters of a choice, of a newtype and of an enum of messages.
#[derive(Debug, PartialEq, SoapType)]
enum Choice<'a, T> {
    Borrowed(&'a str),
    Owned(T),
}

#[derive(Debug, PartialEq, SoapType)]
struct Newtype<T>(T);

#[derive(Debug, PartialEq, SoapMessage)]
enum Any<M> {
    One(M),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "")]
struct Message<T> {
    choice: T,
}

#[test]
fn generics_of_enums() {
    same(
        &Choice::Borrowed::<u8>("a"),
        "<Choice><Borrowed>a</Borrowed></Choice>",
    );
    let message = Message {
        choice: Choice::Owned(Newtype(vec_of(5))),
    };
    same(
        &message,
        "<Message><Choice><Owned><Value>5</Value></Owned></Choice></Message>",
    );
    let any = Any::One(message);
    let xml = any.to_envelope().unwrap();
    assert_eq!(Any::from_envelope(&xml).unwrap(), any);
}

#[derive(Debug, PartialEq, SoapType)]
struct Values {
    value: Vec<u16>,
}

fn vec_of(value: u16) -> Values {
    Values { value: vec![value] }
}
