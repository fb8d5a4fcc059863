//! What groups have in the element that they stand in, known at compile time.

/// What a group has in the element that it stands in.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are facts, each on its own"
)]
pub struct Extent {
    /// Whether it has attributes.
    pub attributes: bool,
    /// What stands in the element.
    pub content: Content,
    /// Whether it keeps elements that no field claims.
    pub any: bool,
    /// Whether it keeps attributes that no field claims.
    pub any_attribute: bool,
    /// Whether it has elements alone, each with a namespace whatever element the group stands in:
    /// what a struct of header blocks must be.
    pub has_blocks_alone: bool,
    /// Why it cannot be flattened, if it cannot.
    pub fault: Option<&'static str>,
}

/// What stands in an element.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// No elements and no text.
    Nothing,
    /// Elements.
    Elements,
    /// Text.
    Text,
}

impl Content {
    const fn is_text(self) -> bool {
        matches!(self, Self::Text)
    }

    const fn is_nothing(self) -> bool {
        matches!(self, Self::Nothing)
    }
}

impl Extent {
    /// That of a group without fields.
    pub const EMPTY: Self = Self {
        attributes: false,
        content: Content::Nothing,
        any: false,
        any_attribute: false,
        has_blocks_alone: true,
        fault: None,
    };

    /// Whether the text of the element is its own.
    #[must_use]
    pub const fn has_text(self) -> bool {
        self.content.is_text()
    }

    const fn has_more_than_elements(self) -> bool {
        self.attributes || self.any_attribute || self.content.is_text()
    }

    /// That of a struct with a field of this extent flattened into it.
    #[must_use]
    pub const fn with(self, flattened: Self) -> Self {
        Self {
            attributes: self.attributes || flattened.attributes,
            any: self.any || flattened.any,
            any_attribute: self.any_attribute || flattened.any_attribute,
            content: if flattened.content.is_nothing() {
                self.content
            } else {
                flattened.content
            },
            has_blocks_alone: self.has_blocks_alone && flattened.has_blocks_alone,
            fault: self.fault,
        }
    }

    /// Why a field of this extent cannot be flattened into the struct, if it cannot.
    #[must_use]
    pub const fn fault_with(self, flattened: Self) -> Option<&'static str> {
        let is_mixed = self.content.is_text() != flattened.content.is_text()
            && !self.content.is_nothing()
            && !flattened.content.is_nothing();
        if flattened.fault.is_some() {
            flattened.fault
        } else if self.content.is_text() && flattened.content.is_text() {
            Some(
                "two texts are flattened into one element\nhelp: keep one: an element has one text",
            )
        } else if is_mixed {
            Some("`text` stands beside child elements\nhelp: make the text an element")
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

    /// Why a group of this extent cannot be a variant of the choice, if it cannot.
    #[must_use]
    pub const fn fault_with_variant(self, flattened: Self) -> Option<&'static str> {
        if flattened.has_more_than_elements() {
            return Some(
                "a struct with attributes or text is a variant of a choice of elements\n\
                 help: move them to a struct that the choice is flattened into",
            );
        }
        self.fault_with(flattened)
    }

    /// That of any number of groups of this extent in one element.
    #[must_use]
    pub(super) const fn repeated(self) -> Self {
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
