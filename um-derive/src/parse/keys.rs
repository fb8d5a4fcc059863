//! The only table of keys: where each may stand, the form of its value, how it is written.
//!
//! To add a key, in this order; in brackets what reminds you:
//!
//! 1. Here: a variant of [`Key`], a row of [`TABLE`], an arm of [`Key::role`] [the compiler].
//! 2. `parse/field.rs`, or `parse/container.rs` for one above a declaration: take it out of the settings [`Settings::finish` panics in tests].
//! 3. `model/field.rs` or `model/item.rs`: what it means [the compiler, at a `let` that names every field].
//! 4. `validate`: an arm of `useless` in `fields.rs` [the compiler], and whatever else it does not go together with [step 6].
//! 5. `expand`: what is generated; for a form, `codec.rs`, and a codec of the runtime in `um-messages/src/xml/bind/codec`. A line in
//!    `expand/tests.rs`.
//! 6. `cargo insta review`: read each answer to the key beside, around and in place of every other [`tests/pairs.rs`, `tests/words.rs`].
//! 7. `KEYS.md`: a row, a section and an example; the lists of keys in `README.md` [both: `tests/documentation.rs`].
//! 8. `tests/ui`: what is refused, in `fail`, and what is not, in `pass`. `tests/derive`: what it does, in the file of its section.
//! 9. `parse/foreign.rs`: what other libraries call it. `CHANGELOG.md`.

use Place::{
    ChoiceEnum, EmptyVariant, Field, MessageEnum, MessageNewtype, MessageStruct, MessageVariant,
    OnlyField, TypeNewtype, TypeStruct, TypedEnum, TypedVariant, UnionEnum, UnionVariant, Value,
    ValueEnum, Variant,
};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    Namespace,
    NamespaceAlias,
    Prefix,
    Rename,
    RenameAll,
    Inner,
    InnerOptional,
    Action,
    Version,
    Response,
    Crate,
    DenyUnknownFields,
    Ordered,
    Mixed,
    Union,
    XsiType,
    Bound,
    Attribute,
    Text,
    Flatten,
    Any,
    AnyAttribute,
    Wrapper,
    ItemNamespace,
    ItemPrefix,
    MinOccurs,
    MaxOccurs,
    List,
    Nillable,
    With,
    Base64,
    Hex,
    CData,
    SchemaType,
    Secret,
    Default,
    DefaultText,
    EmptyIsDefault,
    EmptyIsNone,
    EmptyText,
    Alias,
    Skip,
    SkipIf,
    Position,
    Unqualified,
    Other,
}

/// A key that says what a field is, which is an element without one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RoleKey {
    Attribute,
    Text,
    Flatten,
    Any,
    AnyAttribute,
    Other,
    Skip,
    Position,
}

/// Where a `#[soap(...)]` stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    MessageStruct,
    TypeStruct,
    MessageNewtype,
    TypeNewtype,
    /// An enum of unit variants.
    ValueEnum,
    /// An enum of one-field variants, each of which is an element.
    ChoiceEnum,
    /// An enum of one-field variants, the text of one of which stands.
    UnionEnum,
    /// An enum of one-field variants, told apart by `xsi:type`.
    TypedEnum,
    MessageEnum,
    /// A named field.
    Field,
    /// The one field of a newtype or of a variant, which takes no keys: `struct X(#[soap(...)] Y)`.
    OnlyField,
    /// A variant of a [`Place::ValueEnum`].
    Value,
    /// A variant of a [`Place::ChoiceEnum`], which is a field of it.
    Variant,
    /// A variant of a [`Place::ChoiceEnum`] that stands where no element does.
    EmptyVariant,
    UnionVariant,
    TypedVariant,
    MessageVariant,
}

/// What follows the name of a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ValueForm {
    /// Nothing.
    Flag,
    /// `= "text"`
    Text,
    /// `= 1`
    Number,
    /// `= "name"`, or a path to a `&str` constant.
    Str,
    /// `= Type`
    Type,
    /// `= "predicates"` of a `where` clause.
    Predicates,
    /// `= path`
    Path,
    /// `= "path"` to a module.
    Module,
    /// `= "path"` to a function.
    Function,
    /// Nothing, or `= "path"` to a function.
    FlagOrFunction,
}

pub(crate) struct Row {
    pub(crate) key: Key,
    pub(crate) name: &'static str,
    /// In groups, because slices cannot be joined in a constant.
    places: &'static [&'static [Place]],
    pub(crate) form: ValueForm,
    pub(crate) is_repeatable: bool,
    /// How it is written, for help lines.
    pub(crate) usage: &'static str,
}

const STRUCTS: &[Place] = &[MessageStruct, TypeStruct];
const MESSAGES: &[Place] = &[MessageStruct, MessageNewtype];
const NEWTYPES: &[Place] = &[MessageNewtype, TypeNewtype];
const NAMED: &[Place] = &[
    MessageStruct,
    TypeStruct,
    MessageNewtype,
    TypeNewtype,
    ValueEnum,
    ChoiceEnum,
    UnionEnum,
    TypedEnum,
];
/// Where something with a name of its own stands in an element.
const FIELDS: &[Place] = &[Field, Variant];
/// Whose name may be in a namespace of its own.
const QUALIFIED: &[Place] = &[Field, Variant, TypedVariant];

#[rustfmt::skip]
const TABLE: &[Row] = &[
    row(Key::Namespace, "namespace", &[NAMED, QUALIFIED, &[MessageEnum]], ValueForm::Str, "`namespace = \"urn:example\"`, or a path to a constant, a `&str` or an `xml::Namespace`"),
    row(Key::NamespaceAlias, "namespace_alias", &[MESSAGES], ValueForm::Str, "`namespace_alias = \"urn:example:old\"`, or a path to a `&str` constant").repeatable(),
    row(Key::Prefix, "prefix", &[NAMED, QUALIFIED], ValueForm::Str, "`prefix = \"m\"`, or a path to a `&str` constant"),
    row(Key::Rename, "rename", &[NAMED, FIELDS, &[Value, TypedVariant]], ValueForm::Str, "`rename = \"Name\"`, or a path to a `&str` constant"),
    row(Key::RenameAll, "rename_all", &[STRUCTS, &[ValueEnum, ChoiceEnum, TypedEnum]], ValueForm::Text, "`rename_all = \"camelCase\"`"),
    row(Key::Inner, "inner", &[STRUCTS], ValueForm::Str, "`inner = \"Name\"`, or a path to a `&str` constant"),
    row(Key::InnerOptional, "inner_optional", &[STRUCTS], ValueForm::Flag, "`inner_optional` alone"),
    row(Key::Action, "action", &[MESSAGES], ValueForm::Str, "`action = \"urn:example/Action\"`, or a path to a `&str` constant"),
    row(Key::Version, "version", &[MESSAGES, &[MessageEnum]], ValueForm::Text, "`version = \"1.1\"` or `version = \"1.2\"`"),
    row(Key::Response, "response", &[MESSAGES], ValueForm::Type, "`response = Answer`"),
    row(Key::Crate, "crate", &[NAMED, &[MessageEnum]], ValueForm::Path, "`crate = path::to::um_messages`"),
    row(Key::DenyUnknownFields, "deny_unknown_fields", &[STRUCTS, &[ChoiceEnum]], ValueForm::Flag, "`deny_unknown_fields` alone"),
    row(Key::Ordered, "ordered", &[STRUCTS], ValueForm::Flag, "`ordered` alone"),
    row(Key::Mixed, "mixed", &[STRUCTS], ValueForm::Flag, "`mixed` alone"),
    row(Key::Union, "union", &[&[UnionEnum]], ValueForm::Flag, "`union` alone"),
    row(Key::XsiType, "xsi_type", &[&[TypedEnum]], ValueForm::Flag, "`xsi_type` alone"),
    row(Key::Bound, "bound", &[NAMED], ValueForm::Predicates, "`bound = \"T: Trait\"`"),
    row(Key::Attribute, "attribute", &[&[Field]], ValueForm::Flag, "`attribute` alone"),
    row(Key::Text, "text", &[FIELDS], ValueForm::Flag, "`text` alone"),
    row(Key::Flatten, "flatten", &[FIELDS], ValueForm::Flag, "`flatten` alone"),
    row(Key::Any, "any", &[&[Field]], ValueForm::Flag, "`any` alone"),
    row(Key::AnyAttribute, "any_attribute", &[&[Field]], ValueForm::Flag, "`any_attribute` alone"),
    row(Key::Wrapper, "wrapper", &[&[Field]], ValueForm::Str, "`wrapper = \"Items\"`, or a path to a `&str` constant"),
    row(Key::ItemNamespace, "item_namespace", &[&[Field]], ValueForm::Str, "`item_namespace = \"urn:example\"`, or a path to a constant, a `&str` or an `xml::Namespace`"),
    row(Key::ItemPrefix, "item_prefix", &[&[Field]], ValueForm::Str, "`item_prefix = \"t\"`, or a path to a `&str` constant"),
    row(Key::MinOccurs, "min_occurs", &[FIELDS], ValueForm::Number, "`min_occurs = 1`"),
    row(Key::MaxOccurs, "max_occurs", &[FIELDS], ValueForm::Number, "`max_occurs = 10`"),
    row(Key::List, "list", &[FIELDS, NEWTYPES], ValueForm::Flag, "`list` alone"),
    row(Key::Nillable, "nillable", &[FIELDS], ValueForm::Flag, "`nillable` alone"),
    row(Key::With, "with", &[FIELDS], ValueForm::Module, "`with = \"path::to::module\"`"),
    row(Key::Base64, "base64", &[FIELDS], ValueForm::Flag, "`base64` alone"),
    row(Key::Hex, "hex", &[FIELDS], ValueForm::Flag, "`hex` alone"),
    row(Key::CData, "cdata", &[FIELDS], ValueForm::Flag, "`cdata` alone"),
    row(Key::SchemaType, "schema_type", &[FIELDS, &[ValueEnum]], ValueForm::Text, "`schema_type = \"decimal\"`"),
    row(Key::Secret, "secret", &[FIELDS], ValueForm::Flag, "`secret` alone"),
    row(Key::Default, "default", &[&[Field, TypedVariant, EmptyVariant]], ValueForm::FlagOrFunction, "`default`, or `default = \"path::to::function\"`"),
    row(Key::DefaultText, "default_text", &[&[Field]], ValueForm::Str, "`default_text = \"kg\"`, or a path to a `&str` constant"),
    row(Key::EmptyIsDefault, "empty_is_default", &[&[Field]], ValueForm::Flag, "`empty_is_default` alone"),
    row(Key::EmptyIsNone, "empty_is_none", &[&[Field]], ValueForm::Flag, "`empty_is_none` alone"),
    row(Key::EmptyText, "empty_text", &[FIELDS], ValueForm::Str, "`empty_text = \"kg\"`, or a path to a `&str` constant"),
    row(Key::Alias, "alias", &[FIELDS, &[Value, TypedVariant]], ValueForm::Str, "`alias = \"OldName\"`, or a path to a `&str` constant").repeatable(),
    row(Key::Skip, "skip", &[&[Field]], ValueForm::Flag, "`skip` alone"),
    row(Key::SkipIf, "skip_if", &[&[Field]], ValueForm::Function, "`skip_if = \"Option::is_none\"`"),
    row(Key::Position, "position", &[&[Field]], ValueForm::Flag, "`position` alone"),
    row(Key::Unqualified, "unqualified", &[FIELDS], ValueForm::Flag, "`unqualified` alone"),
    row(Key::Other, "other", &[&[Value, Variant, TypedVariant, MessageVariant]], ValueForm::Flag, "`other` alone"),
];

/// What a key belongs on, where it is said to belong elsewhere.
#[rustfmt::skip]
const OWNERS: &[(Place, &str)] = &[
    (Field, "a named field of a struct"),
    (Variant, "a variant of a choice"),
    (EmptyVariant, "a variant of a choice without a field"),
    (Value, "a variant of an enum of values"),
    (TypedVariant, "a variant of an enum with `xsi_type`"),
    (MessageVariant, "a variant of an enum of messages"),
    (TypeStruct, "a struct with named fields"),
    (TypeNewtype, "a tuple struct of one field"),
    (ChoiceEnum, "a choice of elements"),
    (ValueEnum, "an enum of values"),
    (UnionEnum, "an enum of one-field variants with `SoapType`"),
    (TypedEnum, "an enum of one-field variants with `SoapType`"),
];

const fn row(
    key: Key,
    name: &'static str,
    places: &'static [&'static [Place]],
    form: ValueForm,
    usage: &'static str,
) -> Row {
    Row {
        key,
        name,
        places,
        form,
        is_repeatable: false,
        usage,
    }
}

impl Row {
    const fn repeatable(mut self) -> Self {
        self.is_repeatable = true;
        self
    }

    pub(crate) fn belongs_on(&self, place: Place) -> bool {
        self.places.iter().any(|places| places.contains(&place))
    }

    /// The places that are wanted, in words.
    pub(crate) fn owners(&self, is_wanted: impl Fn(Place) -> bool) -> String {
        let is_owner = |place| self.belongs_on(place) && is_wanted(place);
        let owners = OWNERS.iter().filter(|(place, _)| is_owner(*place));
        let owners: Vec<_> = owners.map(|(_, owner)| *owner).collect();
        owners.join(", or on ")
    }

    pub(crate) fn belongs_on_any(&self, mut is_wanted: impl FnMut(Place) -> bool) -> bool {
        self.places
            .iter()
            .any(|places| places.iter().any(|place| is_wanted(*place)))
    }
}

pub(crate) fn find(name: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.name == name)
}

pub(crate) fn allowed_on(place: Place) -> impl Iterator<Item = &'static Row> + Clone {
    TABLE.iter().filter(move |row| row.belongs_on(place))
}

#[cfg(any(test, fuzzing))]
pub(crate) fn rows() -> impl Iterator<Item = &'static Row> {
    TABLE.iter()
}

impl Key {
    /// What it makes of a field, where that is what it says.
    pub(crate) fn role(self) -> Option<RoleKey> {
        match self {
            Self::Attribute => Some(RoleKey::Attribute),
            Self::Text => Some(RoleKey::Text),
            Self::Flatten => Some(RoleKey::Flatten),
            Self::Any => Some(RoleKey::Any),
            Self::AnyAttribute => Some(RoleKey::AnyAttribute),
            Self::Other => Some(RoleKey::Other),
            Self::Skip => Some(RoleKey::Skip),
            Self::Position => Some(RoleKey::Position),
            Self::Namespace
            | Self::NamespaceAlias
            | Self::Prefix
            | Self::Rename
            | Self::RenameAll
            | Self::Inner
            | Self::InnerOptional
            | Self::Action
            | Self::Version
            | Self::Response
            | Self::Crate
            | Self::DenyUnknownFields
            | Self::Ordered
            | Self::Mixed
            | Self::Union
            | Self::XsiType
            | Self::Bound
            | Self::Wrapper
            | Self::ItemNamespace
            | Self::ItemPrefix
            | Self::MinOccurs
            | Self::MaxOccurs
            | Self::List
            | Self::Nillable
            | Self::With
            | Self::Base64
            | Self::Hex
            | Self::CData
            | Self::SchemaType
            | Self::Secret
            | Self::Default
            | Self::DefaultText
            | Self::EmptyIsDefault
            | Self::EmptyIsNone
            | Self::EmptyText
            | Self::Alias
            | Self::SkipIf
            | Self::Unqualified => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        TABLE
            .iter()
            .find(|row| row.key == self)
            .map_or("", |row| row.name)
    }
}

impl Place {
    pub(crate) fn describe(self) -> &'static str {
        match self {
            MessageStruct | TypeStruct => "a struct",
            MessageNewtype | TypeNewtype => "a newtype",
            ValueEnum => "an enum",
            ChoiceEnum => "a choice of elements",
            UnionEnum => "a union",
            TypedEnum => "an enum with `xsi_type`",
            MessageEnum => "an enum of messages",
            Field => "a field",
            OnlyField => "the only field of a newtype or variant",
            Value | Variant | EmptyVariant => "a variant",
            UnionVariant => "a variant of a union",
            TypedVariant => "a variant of an enum with `xsi_type`",
            MessageVariant => "a variant of an enum of messages",
        }
    }

    /// What a key may be set once for.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            MessageStruct | MessageNewtype => "message",
            TypeStruct | TypeNewtype => "type",
            ValueEnum | ChoiceEnum | UnionEnum | TypedEnum | MessageEnum => "enum",
            Field | OnlyField => "field",
            Value | Variant | EmptyVariant | UnionVariant | TypedVariant | MessageVariant => {
                "variant"
            }
        }
    }

    pub(crate) fn is_enum(self) -> bool {
        self.noun() == "enum"
    }

    pub(crate) fn is_container(self) -> bool {
        !matches!(self.noun(), "field" | "variant")
    }

    pub(crate) fn takes_no_keys(self) -> bool {
        matches!(self, OnlyField | UnionVariant)
    }

    pub(crate) fn is_message(self) -> bool {
        matches!(self, MessageStruct | MessageNewtype | MessageEnum)
    }
}
