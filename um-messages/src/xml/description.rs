//! What a type is in a schema: what its derive knows and its table does not say, since reading and writing need none of it.

use super::namespace::TypeInfo;

/// What says what a type is. A function, because types may be recursive.
pub type Describe = fn() -> Description;

/// What a type is in a schema, with the feature `schema`.
///
/// The derives, [`simple_type!`](crate::xml::simple_type) and the types of the library say it. For a type whose
/// [`WriteElement`](crate::xml::WriteElement) or [`WriteText`](crate::xml::WriteText) is written by hand, its `description` does:
///
/// ```
/// use um_messages::xml::{Description, ElementName, TextOut, WriteElement, WriteText, Writer};
/// use um_messages::{SoapType, schema};
///
/// struct Price(u32);
///
/// impl WriteElement for Price {
///     fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
///         writer.start_tag(name).text(&format!("{}.00", self.0));
///     }
///
///     fn description() -> Description {
///         Description::simple("decimal")
///     }
/// }
/// # impl<'de> um_messages::xml::ReadElement<'de> for Price {
/// #     fn read_element(_: &mut um_messages::xml::Reader<'de>) -> um_messages::Result<Self> { unimplemented!() }
/// # }
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:shop")]
/// struct Book {
///     price: Price,
/// }
///
/// let schema = schema::of::<Book>()?.to_string();
/// assert!(schema.contains(r#"<xs:element name="Price" type="xs:decimal"/>"#));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Description(Shape);

/// What there is to know of a type.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Nobody says what it is.
    Unknown,
    /// Any element: `xs:anyType`.
    Any,
    /// Nothing: `<Done/>`.
    Nothing,
    /// The simple type of XML Schema of this name.
    BuiltIn(&'static str),
    /// The same, or nil.
    Nillable(Describe),
    /// Another name for a type.
    Newtype(Named, Describe),
    /// A text of several values.
    List(Named, Describe),
    /// One of these texts or, perhaps, any other.
    Values {
        named: Named,
        texts: &'static [&'static str],
        is_open: bool,
        /// The simple type of XML Schema that they are values of.
        base: &'static str,
    },
    /// A text of one of several types.
    Union(Named, &'static [Describe]),
    /// A struct, or a choice.
    Fields(Named, &'static [FieldDescription]),
    /// An element of one of several types, each a field of the table.
    XsiTypes(Named, &'static [XsiVariant]),
}

/// What a type with a derive has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// The path of the type in Rust: it tells the type from all others.
    pub(crate) rust: &'static str,
    pub(crate) info: &'static TypeInfo,
    pub(crate) message: Option<&'static MessageDescription>,
}

/// What a message says beside its content.
#[derive(Clone, Copy, Debug)]
pub struct MessageDescription {
    /// The SOAPAction.
    pub action: Option<&'static str>,
    /// The version of SOAP: `1.1` or `1.2`.
    pub version: &'static str,
    /// Tells of the messages that may answer, if the message is a request.
    pub response: Option<VisitNames>,
}

/// Tells of qualified names.
pub type VisitNames = fn(&mut dyn FnMut(&'static str, &'static str));

/// A variant that is told apart by `xsi:type`.
#[derive(Clone, Copy, Debug)]
pub enum XsiVariant {
    /// It says its type.
    Named(Describe),
    /// It does not.
    Default(Describe),
    /// An element of any other type.
    Other,
}

/// What a field is in a schema. Its name and where it stands, the table of its type says.
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are keys of the derive, each on its own"
)]
pub struct FieldDescription {
    /// The field or variant in Rust.
    pub(crate) rust: &'static str,
    pub(crate) value: Describe,
    /// Whether there may be no item, and whether there may be several.
    pub(crate) is_optional: bool,
    pub(crate) repeats: bool,
    /// Whether one element stands around the items, which have a name or are flattened.
    pub(crate) is_wrapper: bool,
    pub(crate) is_flat_wrapper: bool,
    pub(crate) is_list: bool,
    pub(crate) is_nillable: bool,
    /// Whether it is the wrapper that may be nil, and not its items.
    pub(crate) is_nil_wrapper: bool,
    /// The text that stands for what is absent.
    pub(crate) default_text: Option<&'static str>,
    /// The text that stands for what is empty.
    pub(crate) empty_text: Option<&'static str>,
    /// How many items there are at least and at most, where keys say it.
    pub(crate) occurrence: Option<(usize, Option<usize>)>,
}

impl Description {
    /// That of a type that is written by hand, and says nothing.
    #[must_use]
    pub const fn unknown() -> Self {
        Self(Shape::Unknown)
    }

    /// Any element, with any content: `xs:anyType`.
    #[must_use]
    pub const fn any() -> Self {
        Self(Shape::Any)
    }

    /// The simple type of XML Schema of this name: `"decimal"` is `xs:decimal`.
    #[must_use]
    pub const fn simple(name: &'static str) -> Self {
        Self(Shape::BuiltIn(name))
    }

    /// An element without content.
    #[doc(hidden)]
    #[must_use]
    pub const fn nothing() -> Self {
        Self(Shape::Nothing)
    }

    /// `xs:string`: all that is known of a text that a module reads.
    #[doc(hidden)]
    #[must_use]
    pub const fn string() -> Self {
        Self::simple("string")
    }

    /// `xs:base64Binary`.
    #[doc(hidden)]
    #[must_use]
    pub const fn base64() -> Self {
        Self::simple("base64Binary")
    }

    /// `xs:hexBinary`.
    #[doc(hidden)]
    #[must_use]
    pub const fn hex() -> Self {
        Self::simple("hexBinary")
    }

    pub(crate) const fn nillable(value: Describe) -> Self {
        Self(Shape::Nillable(value))
    }

    /// A newtype.
    #[doc(hidden)]
    #[must_use]
    pub const fn newtype(rust: &'static str, info: &'static TypeInfo, value: Describe) -> Self {
        Self(Shape::Newtype(Named::new(rust, info), value))
    }

    /// A newtype that is a list of values.
    #[doc(hidden)]
    #[must_use]
    pub const fn list(rust: &'static str, info: &'static TypeInfo, entry: Describe) -> Self {
        Self(Shape::List(Named::new(rust, info), entry))
    }

    /// An enum of values; an open one keeps what it does not know.
    #[doc(hidden)]
    #[must_use]
    pub const fn values(
        rust: &'static str,
        info: &'static TypeInfo,
        texts: &'static [&'static str],
        is_open: bool,
    ) -> Self {
        let named = Named::new(rust, info);
        Self(Shape::Values {
            named,
            texts,
            is_open,
            base: "string",
        })
    }

    /// The key `schema_type` above an enum of values.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_base(mut self, name: &'static str) -> Self {
        if let Shape::Values { base, .. } = &mut self.0 {
            *base = name;
        }
        self
    }

    /// An enum of simple types.
    #[doc(hidden)]
    #[must_use]
    pub const fn union(
        rust: &'static str,
        info: &'static TypeInfo,
        members: &'static [Describe],
    ) -> Self {
        Self(Shape::Union(Named::new(rust, info), members))
    }

    /// A struct, or a choice.
    #[doc(hidden)]
    #[must_use]
    pub const fn fields(
        rust: &'static str,
        info: &'static TypeInfo,
        fields: &'static [FieldDescription],
    ) -> Self {
        Self(Shape::Fields(Named::new(rust, info), fields))
    }

    /// An enum that is told apart by `xsi:type`.
    #[doc(hidden)]
    #[must_use]
    pub const fn xsi_types(
        rust: &'static str,
        info: &'static TypeInfo,
        variants: &'static [XsiVariant],
    ) -> Self {
        Self(Shape::XsiTypes(Named::new(rust, info), variants))
    }

    /// With what a message says.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_message(mut self, message: &'static MessageDescription) -> Self {
        match &mut self.0 {
            Shape::Newtype(named, _)
            | Shape::List(named, _)
            | Shape::Values { named, .. }
            | Shape::Union(named, _)
            | Shape::Fields(named, _)
            | Shape::XsiTypes(named, _) => named.message = Some(message),
            Shape::Unknown
            | Shape::Any
            | Shape::Nothing
            | Shape::BuiltIn(_)
            | Shape::Nillable(_) => {}
        }
        self
    }

    /// What a derive says of the type, if one does.
    pub(crate) const fn named(&self) -> Option<&Named> {
        match &self.0 {
            Shape::Newtype(named, _)
            | Shape::List(named, _)
            | Shape::Values { named, .. }
            | Shape::Union(named, _)
            | Shape::Fields(named, _)
            | Shape::XsiTypes(named, _) => Some(named),
            Shape::Unknown
            | Shape::Any
            | Shape::Nothing
            | Shape::BuiltIn(_)
            | Shape::Nillable(_) => None,
        }
    }

    pub(crate) const fn shape(&self) -> &Shape {
        &self.0
    }
}

impl Named {
    const fn new(rust: &'static str, info: &'static TypeInfo) -> Self {
        Self {
            rust,
            info,
            message: None,
        }
    }
}

impl Named {
    /// The type without the modules that it and its arguments are in: `Page<Item>`.
    pub(crate) fn short(&self) -> String {
        let mut short = String::new();
        for word in self
            .rust
            .split_inclusive(|c: char| !(c.is_alphanumeric() || "_:{}#".contains(c)))
        {
            short.push_str(word.rsplit("::").next().unwrap_or(word));
        }
        short
    }
}

impl FieldDescription {
    /// A field whose items stand once, unless more is said.
    pub(super) const fn new(
        rust: &'static str,
        value: Describe,
        is_optional: bool,
        repeats: bool,
    ) -> Self {
        Self {
            rust,
            value,
            is_optional,
            repeats,
            is_wrapper: false,
            is_flat_wrapper: false,
            is_list: false,
            is_nillable: false,
            is_nil_wrapper: false,
            default_text: None,
            empty_text: None,
            occurrence: None,
        }
    }

    /// Attributes of any name.
    #[must_use]
    pub const fn attributes(rust: &'static str) -> Self {
        Self::new(rust, Description::any, true, true)
    }

    /// That need not stand: the keys `default` and `skip_if`.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// The key `default_text`.
    #[must_use]
    pub const fn default_text(mut self, text: &'static str) -> Self {
        self.default_text = Some(text);
        self.optional()
    }

    /// The key `empty_text`, and `empty_is_default` beside `default_text`.
    #[must_use]
    pub const fn empty_text(mut self, text: &'static str) -> Self {
        self.empty_text = Some(text);
        self
    }

    /// The key `wrapper`.
    #[must_use]
    pub const fn wrapper(mut self) -> Self {
        self.is_wrapper = true;
        self
    }

    /// The same around what is flattened.
    #[must_use]
    pub const fn flat_wrapper(mut self) -> Self {
        self.is_flat_wrapper = true;
        self
    }

    /// The key `list`.
    #[must_use]
    pub const fn list(mut self) -> Self {
        self.is_list = true;
        self
    }

    /// The key `nillable`, of items.
    #[must_use]
    pub const fn nillable(mut self) -> Self {
        self.is_nillable = true;
        self
    }

    /// The same of the wrapper.
    #[must_use]
    pub const fn nil_wrapper(mut self) -> Self {
        self.is_nil_wrapper = true;
        self
    }

    /// The keys `min_occurs` and `max_occurs`.
    #[must_use]
    pub const fn occurs(mut self, min: usize, max: Option<usize>) -> Self {
        self.occurrence = Some((min, max));
        self
    }
}
