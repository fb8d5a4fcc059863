//! What types have in the element that they stand in, and whether that goes together: judged by the compiler, from
//! their tables.

use crate::xml::namespace::{FieldInfo, Place, TypeInfo};

/// What stands in an element besides attributes (XML Schema part 1, section 3.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    /// `<Call/>`
    Empty,
    /// `<Call><Id/></Call>`
    ElementOnly,
    /// `<Call>7</Call>`
    Simple,
    /// `<Note>Call <B>Ann</B> today</Note>`: all the text is one value, wherever its pieces stand.
    Mixed,
    /// The same, where each piece of the text is an item of a `Vec`, as each element is.
    MixedItems,
}

impl Content {
    /// `<Call>7</Call>`
    const fn has_text(self) -> bool {
        matches!(self, Self::Simple | Self::Mixed | Self::MixedItems)
    }

    /// `<Call><Id/></Call>`
    const fn has_elements(self) -> bool {
        matches!(self, Self::ElementOnly | Self::Mixed | Self::MixedItems)
    }

    /// What one element has that has both.
    const fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Empty, content) | (content, Self::Empty) => content,
            (Self::MixedItems, _) | (_, Self::MixedItems) => Self::MixedItems,
            (Self::ElementOnly, Self::ElementOnly) => Self::ElementOnly,
            (Self::Simple, Self::Simple) => Self::Simple,
            _ => Self::Mixed,
        }
    }
}

/// What a type has in the element that it stands in, flattened fields and all.
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are facts, each on its own"
)]
pub(crate) struct ContentModel {
    attributes: bool,
    content: Content,
    any: bool,
    any_of_namespace: bool,
    any_attribute: bool,
    /// Whether it has elements alone, each of which is named whatever element the type stands in:
    /// what a struct of header blocks must be.
    has_blocks_alone: bool,
    /// Why it cannot be flattened, if it cannot.
    fault: Option<&'static str>,
}

impl ContentModel {
    const EMPTY: Self = Self {
        attributes: false,
        content: Content::Empty,
        any: false,
        any_of_namespace: false,
        any_attribute: false,
        has_blocks_alone: true,
        fault: None,
    };

    /// Whether the type has text, whatever else.
    pub(crate) const fn has_text(self) -> bool {
        self.content.has_text()
    }

    /// Whether the type has the text of the element, and no child elements.
    pub(crate) const fn is_simple(self) -> bool {
        matches!(self.content, Content::Simple)
    }

    /// Whether there may be text beside child elements.
    pub(crate) const fn is_mixed(self) -> bool {
        matches!(self.content, Content::Mixed | Content::MixedItems)
    }

    /// Whether each piece of text between child elements is a value.
    pub(crate) const fn has_text_items(self) -> bool {
        matches!(self.content, Content::MixedItems)
    }

    /// Whether there may be attributes.
    pub(crate) const fn has_attributes(self) -> bool {
        self.attributes || self.any_attribute
    }

    /// Whether there may be child elements.
    pub(crate) const fn has_elements(self) -> bool {
        self.content.has_elements()
    }

    /// Whether a field takes elements of any name.
    pub(crate) const fn has_any(self) -> bool {
        self.any || self.any_of_namespace
    }

    /// Whether a field takes attributes of any name.
    pub(crate) const fn has_any_attribute(self) -> bool {
        self.any_attribute
    }

    /// Whether a struct with it can have header blocks as fields.
    pub(crate) const fn has_blocks_alone(self) -> bool {
        self.has_blocks_alone
    }

    const fn has_more_than_elements(self) -> bool {
        self.has_attributes() || self.content.has_text()
    }

    /// With a field: an attribute `Id="7"`, an element `<State>`. What is flattened is added by [`with`](Self::with).
    const fn with_field(mut self, field: &FieldInfo, type_namespace: Option<&str>) -> Self {
        match field.place {
            Place::Attribute => self.attributes = true,
            Place::AnyAttribute => self.any_attribute = true,
            Place::Text => self.content = self.content.with(Content::Simple),
            Place::Element => self.content = self.content.with(Content::ElementOnly),
            Place::AnyElement => {
                self.content = self.content.with(Content::ElementOnly);
                self.any = true;
            }
            Place::AnyOfNamespace => {
                self.content = self.content.with(Content::ElementOnly);
                self.any_of_namespace = true;
            }
            Place::Flattened | Place::Elsewhere => {}
        }
        self.has_blocks_alone = self.has_blocks_alone && is_block(field, type_namespace);
        self
    }

    /// With the content model of a type that is flattened.
    const fn with(self, flattened: Self) -> Self {
        Self {
            attributes: self.attributes || flattened.attributes,
            any: self.any || flattened.any,
            any_of_namespace: self.any_of_namespace || flattened.any_of_namespace,
            any_attribute: self.any_attribute || flattened.any_attribute,
            content: self.content.with(flattened.content),
            has_blocks_alone: self.has_blocks_alone && flattened.has_blocks_alone,
            fault: self.fault,
        }
    }

    /// Why what has this model cannot be flattened beside the rest, if it cannot; `may_be_mixed` where a type says that
    /// it is.
    const fn fault_with(self, flattened: Self, may_be_mixed: bool) -> Option<&'static str> {
        let is_mixed = !may_be_mixed
            && matches!(
                (self.content, flattened.content),
                (Content::Simple, Content::ElementOnly) | (Content::ElementOnly, Content::Simple)
            );
        if flattened.fault.is_some() {
            flattened.fault
        } else if self.content.has_text() && flattened.content.has_text() {
            Some(
                "two texts are flattened into one element\nhelp: keep one: an element has one text",
            )
        } else if is_mixed {
            Some(
                "`text` stands beside child elements\n\
                 help: make the text an element or, where a schema says so, add `mixed` to the struct",
            )
        } else if self.any && flattened.any {
            Some(
                "two fields of one element keep what no other claims\nhelp: keep one `any` or `other`",
            )
        } else if self.any_attribute && flattened.any_attribute {
            Some(
                "two fields of one element keep the attributes that no other claims\n\
                 help: keep one `any_attribute`",
            )
        } else {
            None
        }
    }

    /// Why what has this model cannot be a variant of a choice, if it cannot.
    const fn fault_with_variant(self, flattened: Self) -> Option<&'static str> {
        if flattened.has_more_than_elements() {
            return Some(
                "a struct with attributes or text is a variant of a choice of elements\n\
                 help: move them to a struct that the choice is flattened into",
            );
        }
        self.fault_with(flattened, false)
    }

    /// That of any number of values of a type in one element.
    const fn repeated(self, is_choice: bool) -> Self {
        if is_choice && self.content.has_text() && !self.has_attributes() {
            return Self {
                content: Content::MixedItems,
                ..self
            };
        }
        if self.fault.is_some() || !self.has_more_than_elements() {
            return self;
        }
        Self {
            fault: Some(
                "a struct with attributes or text is flattened in a `Vec`, where an element has them once\n\
                 help: flatten one of it, or give each an element of its own",
            ),
            ..self
        }
    }
}

/// Whether a field can be a header block: an element of which it is said what namespace it is in, or that it is in none, so that it never
/// has that of the element around it.
const fn is_block(field: &FieldInfo, type_namespace: Option<&str>) -> bool {
    match field.place {
        Place::Attribute | Place::AnyAttribute | Place::Text => false,
        Place::Element => {
            field.namespace().is_some() || matches!(type_namespace, Some(uri) if !uri.is_empty())
        }
        Place::Flattened | Place::AnyElement | Place::AnyOfNamespace | Place::Elsewhere => true,
    }
}

impl TypeInfo {
    /// What the type has in the element that it stands in.
    #[must_use]
    pub(crate) const fn content_model(&self) -> ContentModel {
        self.content_model_before(self.fields.len())
    }

    /// Without what is flattened from the field `end` on: what `end` itself must go together with.
    const fn content_model_before(&self, end: usize) -> ContentModel {
        let mut model = ContentModel::EMPTY;
        let mut field = 0;
        while field < self.fields.len() {
            model = model.with_field(&self.fields[field], self.namespace);
            field += 1;
        }
        field = 0;
        while field < end {
            if let Some(flattened) = self.fields[field].flattened_type() {
                model = model.with(flattened_model(flattened, self.fields[field].repeats()));
            }
            field += 1;
        }
        model
    }

    /// Why the field of this number cannot be flattened beside those before it, if it cannot.
    #[must_use]
    pub const fn flatten_fault(&self, field: usize) -> Option<&'static str> {
        let Some(flattened) = self.fields[field].flattened_type() else {
            return None;
        };
        let before = self.content_model_before(field);
        let flattened = flattened_model(flattened, self.fields[field].repeats());
        if self.is_choice {
            before.fault_with_variant(flattened)
        } else {
            before.fault_with(flattened, self.is_mixed)
        }
    }
}

/// The model of a type that is flattened.
const fn flattened_model(info: &TypeInfo, repeats: bool) -> ContentModel {
    let mut model = info.content_model();
    if info.inner.is_some() {
        model.fault = Some(
            "a struct with `inner` is flattened\n\
             help: remove `inner`, and give the field its name instead of `flatten`",
        );
    }
    if repeats {
        model.repeated(info.is_choice)
    } else {
        model
    }
}

/// Why values of a type cannot stand one behind the other in a wrapper, if they cannot.
#[must_use]
pub const fn repeated_fault(item: &TypeInfo) -> Option<&'static str> {
    flattened_model(item, true).fault
}
