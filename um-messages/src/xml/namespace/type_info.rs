//! What is known of a type before the program runs: its name, and under which names its fields stand.

use super::known_name::KnownName;
use super::named::Namespace;
use super::tags::Tags;
use crate::xml::syntax::scan;

/// The table of a type: each name is said in it, and nowhere else.
///
/// ```xml
/// <Call xmlns="urn:calls" Id="7"><State>Connected</State></Call>
/// ```
///
/// is `Call` in namespace `urn:calls`, with the fields `Id`, an attribute, and `State`, an element.
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are keys of the derive, each on its own"
)]
pub struct TypeInfo {
    /// The local name of an element of the type, where nobody else names it.
    pub name: &'static str,
    /// The namespace of the type and its fields; without one, that of the element that it stands in.
    pub namespace: Option<&'static str>,
    /// The prefix that the namespace is written with; empty for the default namespace.
    pub prefix: &'static str,
    /// Other spellings of the namespace.
    pub aliases: &'static [&'static str],
    /// The element inside that has all fields: `<Call><Inner><State>…</State></Inner></Call>`.
    pub inner: Option<&'static Tags>,
    /// Whether that element may be left out when the type is read.
    pub is_inner_optional: bool,
    /// Whether unknown elements and attributes are an error.
    pub deny_unknown_fields: bool,
    /// Whether the order of the fields holds for reading, too.
    pub is_ordered: bool,
    /// Whether text may stand beside child elements.
    pub is_mixed: bool,
    /// Whether one of the fields stands, and no other: they are the variants of an enum.
    pub is_choice: bool,
    /// Whether a choice may have no element at all.
    pub may_be_empty: bool,
    /// Whether a value has the position of its element.
    pub has_position: bool,
    /// What the type has, in the order of the source; a field's number is its place here.
    pub fields: &'static [FieldInfo],
}

/// The table of the type of a value; none where all values are text. A function, because types may be recursive.
pub type Table = Option<fn() -> &'static TypeInfo>;

/// A field in the table of its type.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    pub(crate) place: Place,
    /// Whether one item stands in every value, and never two, as far as is known.
    pub(crate) stands_once: bool,
    /// Whether a value need not have it: the key `default`.
    pub(crate) has_default: bool,
    /// Whether several elements may stand that are more than text.
    pub(crate) is_list: bool,
    pub(crate) tags: Tags,
    /// The table of what stands in the field, where prefixes are found that it asks for.
    pub(crate) table: Table,
    /// What few fields have, apart, so that the tables of the others are small.
    more: Option<&'static FieldExtras>,
}

/// The items of a field, as its type says them.
#[derive(Clone, Copy, Debug)]
pub struct Items {
    table: Table,
    stand_once: bool,
    repeat: bool,
}

/// What few fields have in the table of their type.
#[derive(Clone, Copy, Debug)]
pub struct FieldExtras {
    /// Other names that are read: of the field or, in a wrapper, of the items.
    aliases: &'static [&'static str],
    /// The items inside the element: `<Tags><Tag/><Tag/></Tags>`.
    items: Option<Tags>,
    item_namespace: Option<&'static str>,
    item_prefix: Option<&'static str>,
    item_namespace_aliases: &'static [&'static str],
    namespace: Option<&'static str>,
    prefix: Option<&'static str>,
    /// Other spellings of the namespace.
    namespace_aliases: &'static [&'static str],
    flattened: Option<&'static TypeInfo>,
    repeats: bool,
}

/// Where a field's value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// `<Call Id="7"/>`
    Attribute,
    /// `<Call><Id>7</Id></Call>`
    Element,
    /// `<Call>7</Call>`
    Text,
    /// Its elements and attributes are the type's own.
    Flattened,
    /// Elements that no other field claims.
    AnyElement,
    /// Those of them that are in one namespace.
    AnyOfNamespace,
    /// Attributes that no other field claims.
    AnyAttribute,
    /// In no place of its own: a type that stands instead of this one.
    Elsewhere,
}

impl TypeInfo {
    /// That of a type that has no name and asks for no prefixes.
    pub const NONE: &'static Self = &Self::new("");

    /// That of a type without fields and without a namespace.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            namespace: None,
            prefix: "",
            aliases: &[],
            inner: None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            is_ordered: false,
            is_mixed: false,
            is_choice: false,
            may_be_empty: false,
            has_position: false,
            fields: &[],
        }
    }

    /// In a namespace, with its prefix and its other spellings.
    #[must_use]
    pub const fn in_namespace(mut self, namespace: &Namespace) -> Self {
        self.namespace = Some(namespace.uri());
        self.prefix = namespace.prefix();
        self.aliases = namespace.aliases();
        self
    }

    /// Tells `visit` of the other spellings of the namespace of the type, and of those of its fields.
    pub fn visit_aliases(&self, visit: &mut dyn FnMut(&'static str, &'static str)) {
        let mut visit_all = |namespace: Option<&'static str>, aliases: &[&'static str]| {
            for alias in aliases {
                visit(alias, namespace.unwrap_or_default());
            }
        };
        visit_all(self.namespace, self.aliases);
        for extras in self.fields.iter().filter_map(|field| field.more) {
            visit_all(extras.namespace, extras.namespace_aliases);
            visit_all(extras.item_namespace, extras.item_namespace_aliases);
        }
    }

    /// Whether there are other spellings of the namespace of the type, or of those of its fields.
    pub(crate) const fn has_aliases(&self) -> bool {
        let mut field = 0;
        while field < self.fields.len() {
            let extras = self.fields[field].extras();
            if !extras.namespace_aliases.is_empty() || !extras.item_namespace_aliases.is_empty() {
                return true;
            }
            field += 1;
        }
        !self.aliases.is_empty()
    }

    /// Whether a value, or what is flattened in it, has the position of its element.
    pub(crate) const fn asks_for_position(&self) -> bool {
        let mut field = 0;
        while field < self.fields.len() {
            match self.fields[field].flattened_type() {
                Some(flattened) if flattened.asks_for_position() => return true,
                _ => field += 1,
            }
        }
        self.has_position
    }

    /// Whether all fields are elements, so that nothing stands in the start tag.
    pub(crate) const fn has_elements_alone(&self) -> bool {
        let mut field = 0;
        while field < self.fields.len() {
            if !matches!(self.fields[field].place, Place::Element) {
                return false;
            }
            field += 1;
        }
        true
    }

    /// Whether a field is a list of elements that are more than text.
    pub(crate) const fn has_list(&self) -> bool {
        let mut field = 0;
        while field < self.fields.len() && !self.fields[field].is_list {
            field += 1;
        }
        field < self.fields.len()
    }

    /// Whether prefixes are to be declared for the type or, perhaps, for its fields.
    pub(crate) const fn asks_for_prefixes(&self) -> bool {
        !self.prefix.is_empty() || !self.fields.is_empty()
    }

    /// Whether no prefix is to be declared for the type and its fields but this one, which is the type's own.
    pub(crate) fn asks_for_prefix_alone(&self, prefix: &str) -> bool {
        let asks = |field: &FieldInfo| {
            let table = field.table.map_or(Self::NONE, |table| table());
            table.asks_for_prefixes()
                || field
                    .more
                    .is_some_and(|more| more.prefix.is_some() || more.item_prefix.is_some())
        };
        // Mostly both are empty: to call the library's comparison for nothing, with the address of nothing, took a third of writing a
        // small message.
        let is_own = scan::same(self.prefix.as_bytes(), prefix.as_bytes());
        is_own && !self.fields.iter().any(asks)
    }

    /// The field of a number.
    #[inline]
    #[must_use]
    pub const fn field(&self, number: usize) -> &'static FieldInfo {
        // An index would need a panic that never happens.
        match self.fields.split_at_checked(number) {
            Some((_, [field, ..])) => field,
            _ => FieldInfo::NONE,
        }
    }
}

impl Items {
    /// One item, in every value.
    pub(crate) const fn once(table: Table) -> Self {
        Self {
            table,
            stand_once: true,
            repeat: false,
        }
    }

    /// An item that need not stand.
    #[must_use]
    pub const fn optional(table: Table) -> Self {
        Self {
            table,
            stand_once: false,
            repeat: false,
        }
    }

    /// Any number of items.
    pub(crate) const fn repeated(table: Table) -> Self {
        Self {
            repeat: true,
            ..Self::optional(table)
        }
    }

    /// The table of what stands in an item.
    pub(crate) const fn table(self) -> Table {
        self.table
    }
}

impl FieldInfo {
    const NONE: &'static Self = &Self::at(Place::Elsewhere, Tags::NONE);

    const fn at(place: Place, tags: Tags) -> Self {
        Self {
            place,
            stands_once: false,
            has_default: false,
            is_list: false,
            tags,
            table: None,
            more: None,
        }
    }

    /// An element. `tags` is both of its tags: `<m:Id></m:Id>`.
    #[must_use]
    pub const fn element(tags: &'static str, local: &'static str, items: Items) -> Self {
        Self {
            table: items.table,
            stands_once: items.stand_once,
            is_list: items.repeat && items.table.is_some(),
            ..Self::at(Place::Element, Tags::of_element(tags, local))
        }
    }

    /// An element whose content is text: `<m:Id>7</m:Id>`.
    #[must_use]
    pub const fn leaf(tags: &'static str, local: &'static str) -> Self {
        Self::element(tags, local, Items::optional(None))
    }

    /// An attribute. `start` is what stands before its value: ` m:Id="`.
    #[must_use]
    pub const fn attribute(start: &'static str, local: &'static str) -> Self {
        Self::at(Place::Attribute, Tags::of_attribute(start, local))
    }

    /// The text of the element.
    pub const TEXT: Self = Self::at(Place::Text, Tags::NONE);

    /// Elements that no other field claims.
    pub const ANY_ELEMENT: Self = Self::at(Place::AnyElement, Tags::NONE);

    /// Those of them that are in the namespace that is said [`with`](Self::with) it.
    pub const ANY_OF_NAMESPACE: Self = Self::at(Place::AnyOfNamespace, Tags::NONE);

    /// Attributes that no other field claims.
    pub const ANY_ATTRIBUTE: Self = Self::at(Place::AnyAttribute, Tags::NONE);

    /// A struct or a choice whose fields stand here.
    pub(crate) const fn flattened(extras: &'static FieldExtras, items: Items) -> Self {
        Self {
            table: items.table,
            stands_once: items.stand_once,
            more: Some(extras),
            ..Self::at(Place::Flattened, Tags::NONE)
        }
    }

    /// A type that stands instead of this one.
    #[must_use]
    pub const fn instead(table: Table) -> Self {
        Self {
            table,
            ..Self::at(Place::Elsewhere, Tags::NONE)
        }
    }

    /// With the name of a variant, for errors: no element name tells which one it is.
    #[must_use]
    pub const fn called(mut self, variant: &'static str) -> Self {
        self.tags = Tags::named(variant);
        self
    }

    /// With a value where it does not stand: the key `default`.
    #[must_use]
    pub const fn defaulted(mut self) -> Self {
        self.has_default = true;
        self
    }

    /// Not in every value: the key `skip_if`.
    #[must_use]
    pub const fn skipped(mut self) -> Self {
        self.stands_once = false;
        self
    }

    /// With what few fields have.
    #[must_use]
    pub const fn with(mut self, extras: &'static FieldExtras) -> Self {
        self.more = Some(extras);
        self
    }

    /// Whether it has nothing of what few fields have.
    #[inline]
    pub(crate) const fn is_plain(&self) -> bool {
        self.more.is_none()
    }

    const fn extras(&self) -> &'static FieldExtras {
        match self.more {
            Some(extras) => extras,
            None => &FieldExtras::NONE,
        }
    }

    /// The namespace of the field's own, empty for none. Without one, an element has that of the type.
    #[inline]
    pub(crate) const fn namespace(&self) -> Option<&'static str> {
        self.extras().namespace
    }

    /// The prefix for the namespace of the field's own.
    #[inline]
    pub(crate) const fn prefix(&self) -> Option<&'static str> {
        self.extras().prefix
    }

    /// The table of what is flattened, which is never recursive.
    #[inline]
    pub(crate) const fn flattened_type(&self) -> Option<&'static TypeInfo> {
        self.extras().flattened
    }

    /// Whether what is flattened may stand several times.
    pub(crate) const fn repeats(&self) -> bool {
        self.extras().repeats
    }

    /// The tags of the items in a wrapper.
    pub(crate) const fn item_tags(&self) -> &'static Tags {
        match &self.extras().items {
            Some(items) => items,
            None => &Tags::NONE,
        }
    }

    /// The name of the field as it is looked for.
    #[inline]
    pub(crate) const fn known_name(&self) -> &KnownName {
        self.tags.known_name()
    }

    /// The namespace of the items in a wrapper, if it is not that of the wrapper.
    pub(crate) const fn item_namespace(&self) -> Option<&'static str> {
        self.extras().item_namespace
    }

    /// The prefix for that namespace.
    pub(crate) const fn item_prefix(&self) -> Option<&'static str> {
        self.extras().item_prefix
    }

    /// The other names of the items in a wrapper.
    pub(crate) const fn item_aliases(&self) -> &'static [&'static str] {
        self.extras().aliases
    }

    /// The other names of the field that are read: `<Identifier>` for `<Id>`.
    pub(crate) const fn aliases(&self) -> &'static [&'static str] {
        match self.extras().items {
            Some(_) => &[],
            None => self.extras().aliases,
        }
    }

    /// How many names are read.
    pub(crate) const fn name_count(&self) -> usize {
        1 + self.aliases().len()
    }

    /// A name that is read, the first one under 0.
    pub(crate) const fn name(&self, index: usize) -> &'static str {
        match std::str::from_utf8(self.name_bytes(index)) {
            Ok(name) => name,
            Err(_) => "",
        }
    }

    /// The same, where it need not be known that it is a text: the compiler would look at each byte.
    pub(crate) const fn name_bytes(&self, index: usize) -> &'static [u8] {
        if index == 0 {
            self.tags.local_bytes()
        } else {
            self.aliases()[index - 1].as_bytes()
        }
    }
}

impl FieldExtras {
    /// None of them.
    pub const NONE: Self = Self {
        aliases: &[],
        items: None,
        item_namespace: None,
        item_prefix: None,
        item_namespace_aliases: &[],
        namespace: None,
        prefix: None,
        namespace_aliases: &[],
        flattened: None,
        repeats: false,
    };

    /// Those of a field that is flattened.
    pub(crate) const fn flattened(info: &'static TypeInfo, repeats: bool) -> Self {
        Self {
            flattened: Some(info),
            repeats,
            ..Self::NONE
        }
    }

    /// Other names that are read: `<Identifier>` for `<Id>`. In a wrapper they are names of the items.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// A wrapper: `<Tags>` around items whose `tags` are `<Tag></Tag>`.
    #[must_use]
    pub const fn around(mut self, tags: &'static str, local: &'static str) -> Self {
        self.items = Some(Tags::of_element(tags, local));
        self
    }

    /// A namespace of the items in a wrapper, other than that of the wrapper; empty for none.
    #[must_use]
    pub const fn items_in_namespace(mut self, uri: &'static str) -> Self {
        self.item_namespace = Some(uri);
        self
    }

    /// The same, with its prefix and its other spellings.
    #[must_use]
    pub const fn items_in_constant(mut self, namespace: &Namespace) -> Self {
        self.item_namespace = Some(namespace.uri());
        self.item_namespace_aliases = namespace.aliases();
        if !namespace.prefix().is_empty() {
            self.item_prefix = Some(namespace.prefix());
        }
        self
    }

    /// A prefix for the namespace that [`items_in_namespace`](Self::items_in_namespace) gave.
    #[must_use]
    pub const fn items_prefixed(mut self, prefix: &'static str) -> Self {
        self.item_prefix = Some(prefix);
        self
    }

    /// A namespace other than that of the type; empty for none.
    #[must_use]
    pub const fn in_namespace(mut self, uri: &'static str) -> Self {
        self.namespace = Some(uri);
        self
    }

    /// A namespace other than that of the type, with its prefix and its other spellings.
    #[must_use]
    pub const fn in_constant(mut self, namespace: &Namespace) -> Self {
        self.namespace = Some(namespace.uri());
        self.namespace_aliases = namespace.aliases();
        if !namespace.prefix().is_empty() {
            self.prefix = Some(namespace.prefix());
        }
        self
    }

    /// A prefix for the namespace that [`in_namespace`](Self::in_namespace) gave.
    #[must_use]
    pub const fn prefixed(mut self, prefix: &'static str) -> Self {
        self.prefix = Some(prefix);
        self
    }
}
