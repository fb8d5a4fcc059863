//! The namespaces, as types: a field of one is a declaration. Libraries without namespaces take a declaration for an attribute, which they
//! ignore when they read, and write as what stands here.

use std::convert::Infallible;
use std::fmt::{Display, Formatter, Result};
use std::str::FromStr;

/// How `Debug` shows the fields that are declarations, which the value does not have.
pub(crate) const DECLARATIONS: [&str; 4] = [
    "xmlns: Messages, ",
    "xmlns_m: Messages, ",
    "xmlns_t: Types, ",
    "xmlns_l: Lists, ",
];

macro_rules! uri {
    ($($name:ident = $uri:literal;)*) => {$(
        #[derive(Clone, Copy, Debug, Default)]
        pub(crate) struct $name;

        impl $name {
            pub(crate) const URI: &'static str = $uri;
        }

        impl Display for $name {
            fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
                formatter.write_str(Self::URI)
            }
        }

        impl FromStr for $name {
            type Err = Infallible;

            fn from_str(_: &str) -> std::result::Result<Self, Infallible> {
                Ok(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::URI)
            }
        }

        impl xmlserde::XmlValue for $name {
            fn serialize(&self) -> String {
                Self::URI.to_owned()
            }

            fn deserialize(_: &str) -> std::result::Result<Self, String> {
                Ok(Self)
            }
        }
    )*};
}

uri! {
    Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    Messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
    Types = "http://schemas.microsoft.com/exchange/services/2006/types";
    Lists = "urn:example:lists";
}
