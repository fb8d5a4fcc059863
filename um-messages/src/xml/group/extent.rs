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
    ///
    /// # Panics
    ///
    /// At compile time, if the two do not go together in one element.
    #[must_use]
    pub const fn with(self, flattened: Self) -> Self {
        assert!(
            !(self.content.is_text() && flattened.content.is_text()),
            "two texts are flattened into one element\nhelp: keep one: an element has one text"
        );
        let is_mixed = self.content.is_text() != flattened.content.is_text()
            && !self.content.is_nothing()
            && !flattened.content.is_nothing();
        assert!(
            !is_mixed,
            "`text` stands beside child elements\nhelp: make the text an element"
        );
        assert!(
            !(self.any && flattened.any),
            "two fields of one element keep what no other claims\nhelp: keep one `any` or `other`"
        );
        assert!(
            !(self.any_attribute && flattened.any_attribute),
            "two fields of one element keep the attributes that no other claims\n\
             help: keep one `any_attribute`"
        );
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
        }
    }

    /// That of a choice with a group of this extent as one of its variants.
    ///
    /// # Panics
    ///
    /// At compile time, if the group has more than elements.
    #[must_use]
    pub const fn with_variant(self, flattened: Self) -> Self {
        assert!(
            !flattened.has_more_than_elements(),
            "a struct with attributes or text is a variant of a choice of elements\n\
             help: move them to a struct that the choice is flattened into"
        );
        self.with(flattened)
    }

    /// That of any number of groups of this extent in one element.
    #[must_use]
    pub(super) const fn repeated(self) -> Self {
        assert!(
            !self.has_more_than_elements(),
            "a struct with attributes or text is flattened in a `Vec`, where an element has them once\n\
             help: flatten one of it, or give each an element of its own"
        );
        self
    }
}
