//! Enumerations whose values are names from an open set.

/// An enumeration with `Other`, where each name stands once: for the derive, for
/// [`name`](crate::um::UmException::name) and for [`from_name`](crate::um::UmException::from_name).
macro_rules! open_names {
    (
        $(#[$attribute:meta])*
        pub enum $type:ident {
            $($(#[$documentation:meta])* $variant:ident = $name:literal,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, crate::SoapType)]
        #[soap(crate = crate)]
        #[non_exhaustive]
        pub enum $type {
            $($(#[$documentation])* #[soap(rename = $name)] $variant,)*
            /// One that this list does not have, by its name.
            #[soap(other)]
            Other(String),
        }

        impl $type {
            /// The name on the wire.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(name) => name,
                }
            }

            /// What has this name on the wire.
            #[must_use]
            pub fn from_name(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    _ => Self::Other(name.to_owned()),
                }
            }
        }
    };
}

pub(crate) use open_names;
