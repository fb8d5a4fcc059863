//! What is generated: items of Rust, with the keys of the derives, before it is text.

use crate::wsdl::model::Facets;

/// A generated file.
#[derive(Debug, Default)]
pub(crate) struct File {
    pub(crate) modules: Vec<Module>,
    pub(crate) items: Vec<Item>,
    /// Texts that are constants at the top, each with its name and documentation.
    pub(crate) constants: Vec<Constant>,
    /// What is wrong with names that are asked for, and what may have been meant.
    pub(crate) unmatched: Vec<(String, Option<String>)>,
}

/// A constant text.
#[derive(Debug)]
pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) docs: String,
}

/// The types of one namespace. The first module is the file itself.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) namespace: String,
    /// The path of a module that exists, whose types are used.
    pub(crate) path: Option<String>,
    /// How the namespace is written, unless as the default one.
    pub(crate) prefix: Option<String>,
    /// Whether something names its namespace.
    pub(crate) is_used: bool,
}

/// A module in [`File::modules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ModuleId(pub(crate) usize);

impl ModuleId {
    /// The file itself.
    pub(crate) const ROOT: Self = Self(0);
}

/// An item in [`File::items`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ItemId(pub(crate) usize);

/// A struct or an enum.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) module: ModuleId,
    /// The item that it is a part of, and that it stands behind.
    pub(crate) owner: Option<ItemId>,
    pub(crate) name: String,
    pub(crate) docs: Option<Docs>,
    /// What of it is kept without a type.
    pub(crate) fallback: Option<String>,
    pub(crate) derive: Derive,
    pub(crate) keys: Vec<Key>,
    pub(crate) body: Body,
}

/// What is said of an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Docs {
    /// By the author of the schema, in plain text.
    Text(String),
    /// By the generator.
    Own(String),
}

impl Docs {
    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self::Own(text.into())
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What an item derives of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derive {
    Message,
    Type,
    /// Nothing: an enum that is made of what was read, or a struct that a macro makes a type of.
    None,
}

/// What an item is made of.
#[derive(Debug)]
pub(crate) enum Body {
    Struct(Vec<Field>),
    Tuple(RustType),
    /// A tuple struct whose values are looked at.
    Restricted(RustType, Facets),
    Enum(Vec<Variant>),
}

impl Body {
    /// The types of what is in it.
    pub(crate) fn values(&self) -> impl Iterator<Item = &RustType> {
        let (fields, value, variants): (&[Field], _, &[Variant]) = match self {
            Self::Struct(fields) => (fields, None, &[]),
            Self::Tuple(value) | Self::Restricted(value, _) => (&[], Some(value), &[]),
            Self::Enum(variants) => (&[], None, variants),
        };
        let of_fields = fields.iter().map(|field| &field.value);
        let of_variants = variants.iter().filter_map(|variant| variant.value.as_ref());
        of_fields.chain(value).chain(of_variants)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut RustType> {
        let (fields, value, variants): (&mut [Field], _, &mut [Variant]) = match self {
            Self::Struct(fields) => (fields, None, &mut []),
            Self::Tuple(value) | Self::Restricted(value, _) => (&mut [], Some(value), &mut []),
            Self::Enum(variants) => (&mut [], None, variants),
        };
        let of_fields = fields.iter_mut().map(|field| &mut field.value);
        let of_variants = variants
            .iter_mut()
            .filter_map(|variant| variant.value.as_mut());
        of_fields.chain(value).chain(of_variants)
    }
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) docs: Option<Docs>,
    pub(crate) keys: Vec<Key>,
    pub(crate) value: RustType,
    /// Whether it is the type that the struct extends, which cannot hold the struct but by another way.
    pub(crate) is_base: bool,
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) docs: Option<Docs>,
    pub(crate) keys: Vec<Key>,
    pub(crate) value: Option<RustType>,
}

/// A key of `#[soap(…)]`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Key {
    /// `attribute`
    Flag(&'static str),
    /// `rename = "Name"`
    Text(&'static str, String),
    /// `min_occurs = 1`
    Number(&'static str, u64),
    /// `namespace = NAMESPACE`, that of a module
    Namespace(&'static str, ModuleId),
    /// `namespace = xml::XML_NAMESPACE`
    Path(&'static str, &'static str),
    /// `response = HoldResponse`
    Type(&'static str, RustType),
}

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RustType {
    Named(ItemId),
    /// One of the standard library or of this crate, by its path.
    Known(Known),
    /// One that the user has, by its path.
    Mapped(String),
    Tuple(Vec<RustType>),
    Option(Box<RustType>),
    Vec(Box<RustType>),
    Box(Box<RustType>),
    Nillable(Box<RustType>),
    Block(Box<RustType>),
}

/// A type that is not generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Known {
    pub(crate) path: &'static str,
    /// About how many bytes a value takes.
    pub(crate) size: usize,
}

impl RustType {
    pub(crate) const ELEMENT: Self = Self::Known(Known {
        path: "xml::Element",
        size: 96,
    });
    pub(crate) const ATTRIBUTE: Self = Self::Known(Known {
        path: "xml::Attribute",
        size: 80,
    });
    pub(crate) const STRING: Self = Self::Known(Known {
        path: "String",
        size: 24,
    });
    pub(crate) const BYTES: Self = Self::Known(Known {
        path: "Vec<u8>",
        size: 24,
    });

    pub(crate) fn optional(self) -> Self {
        Self::Option(Box::new(self))
    }

    /// A list of elements. Where the elements are small numbers it is one of larger ones, for a `Vec<u8>` would be bytes.
    pub(crate) fn listed(self) -> Self {
        match self {
            Self::Known(Known { path: "u8", .. }) => {
                let (path, size) = ("u16", 2);
                Self::Known(Known { path, size }).many()
            }
            other => other.many(),
        }
    }

    pub(crate) fn many(self) -> Self {
        Self::Vec(Box::new(self))
    }

    pub(crate) fn boxed(self) -> Self {
        Self::Box(Box::new(self))
    }

    pub(crate) fn nillable(self) -> Self {
        Self::Nillable(Box::new(self))
    }
}
