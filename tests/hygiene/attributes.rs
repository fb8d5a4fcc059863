//! Other attributes beside `#[soap(...)]`: what is configured out is not there, and nothing warns.
#![deny(warnings)]

use um_messages::{SoapMessage, SoapType};

use super::same;

#[derive(Debug, PartialEq, SoapMessage)]
#[cfg_attr(all(), soap(namespace = "urn:a"))]
#[cfg_attr(any(), soap(prefix = "never"))]
#[non_exhaustive]
#[must_use]
pub(crate) struct Configured {
    #[cfg(any())]
    gone: DoesNotExist,
    #[cfg(not(any()))]
    #[cfg_attr(all(), soap(rename = "Renamed"), allow(unused))]
    here: u8,
    #[cfg_attr(any(), soap(attribute))]
    element: u8,
    #[soap(flatten)]
    choice: Option<Choice>,
}

#[derive(Debug, PartialEq, SoapType)]
#[non_exhaustive]
pub(crate) enum Choice {
    #[cfg(any())]
    Gone(DoesNotExist),
    #[cfg(not(any()))]
    #[non_exhaustive]
    Here(Kind),
}

#[derive(Debug, PartialEq, SoapType)]
#[non_exhaustive]
#[repr(u8)]
pub(crate) enum Kind {
    #[cfg(any())]
    Gone,
    Here = 5,
    #[soap(other)]
    Other(String) = 6,
}

#[test]
fn what_is_configured_out_is_not_there() {
    same(
        &Configured {
            here: 1,
            element: 2,
            choice: Some(Choice::Here(Kind::Here)),
        },
        "<Configured xmlns=\"urn:a\"><Renamed>1</Renamed><Element>2</Element><Here>Here</Here></Configured>",
    );
}

mod deprecated {
    use um_messages::{SoapMessage, SoapType};

    #[derive(SoapMessage)]
    #[soap(namespace = "urn:a")]
    #[deprecated = "use another"]
    pub(super) struct Message {
        #[deprecated]
        #[soap(attribute, skip_if = "Option::is_none")]
        pub(super) id: Option<u8>,
        #[deprecated]
        #[soap(default)]
        pub(super) element: u8,
        #[deprecated]
        #[soap(flatten)]
        pub(super) choice: Choice,
    }

    #[derive(SoapType)]
    pub(super) enum Choice {
        #[deprecated]
        A(u8),
        #[deprecated]
        #[soap(flatten)]
        B(Group),
    }

    #[derive(SoapType)]
    pub(super) struct Group {
        #[deprecated]
        pub(super) kind: Option<Kind>,
        #[deprecated]
        #[soap(skip)]
        pub(super) cache: u8,
    }

    #[derive(SoapType)]
    pub(super) enum Kind {
        #[deprecated]
        A,
        #[deprecated]
        #[soap(other)]
        Other(String),
    }

    #[derive(SoapType)]
    #[deprecated]
    pub(super) enum Stale {
        A,
    }

    #[derive(SoapType)]
    #[deprecated]
    pub(super) struct Newtype(pub(super) u8);

    #[derive(SoapMessage)]
    pub(super) enum Any {
        #[deprecated]
        Message(Answer),
    }

    #[derive(SoapMessage)]
    #[soap(namespace = "urn:a")]
    pub(super) struct Answer {
        #[deprecated]
        #[soap(attribute)]
        pub(super) a: Option<u8>,
    }
}

#[test]
#[allow(deprecated, reason = "the uses here are not those of generated code")]
fn what_is_deprecated_warns_where_it_is_used() {
    use um_messages::{SoapMessage, xml};

    use deprecated::{Answer, Any, Choice, Group, Kind, Message, Newtype, Stale};
    let message = |choice| Message {
        id: None,
        element: 1,
        choice,
    };
    assert!(message(Choice::A(1)).to_envelope().is_ok());
    for kind in [Kind::A, Kind::Other("a".into())] {
        let group = Group {
            kind: Some(kind),
            cache: 0,
        };
        assert!(message(Choice::B(group)).to_envelope().is_ok());
    }
    assert!(xml::to_string(&Newtype(1)).is_ok());
    assert!(xml::from_str::<Group>("<Group/>").is_ok_and(|group| group.cache == 0));
    let _ = Stale::A;
    assert!(Any::Message(Answer { a: None }).to_envelope().is_ok());
}
