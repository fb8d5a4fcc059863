//! Enumerations whose values are their names, for libraries that ask for `FromStr` and `Display`, or for a trait of their own.

macro_rules! names {
    ($type:ident: $($name:ident),*) => {
        #[derive(Debug)]
        enum $type {
            $($name),*
        }

        impl std::str::FromStr for $type {
            type Err = std::fmt::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $(stringify!($name) => Ok(Self::$name),)*
                    _ => Err(std::fmt::Error),
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(match self {
                    $(Self::$name => stringify!($name),)*
                })
            }
        }

        impl xmlserde::XmlValue for $type {
            fn serialize(&self) -> String {
                self.to_string()
            }

            fn deserialize(text: &str) -> Result<Self, String> {
                text.parse().map_err(|_| format!("`{text}` is no such name"))
            }
        }
    };
}

pub(crate) use names;
