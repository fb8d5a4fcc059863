//! What a derive was put on, a message or type: its name, its namespace and its kind.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Generics, LitStr, Type, Variant};

use super::field::{Field, QualifiedName, Role};
use super::message_variant::MessageVariant;
use super::name::{Name, Namespace};
use super::style::Style;
use super::value_space::ValueSpace;
use super::xsi_variant::XsiVariant;
use crate::ctxt::Ctxt;
use crate::parse::{
    ContainerKeys, Declaration, Derive, FieldKeys, Members, Predicates, Setting, StrValue,
    ValueKeys,
};

pub(crate) struct Item<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// The path of the runtime crate.
    pub(crate) runtime: TokenStream,
    pub(crate) name: Name,
    pub(crate) namespace: Option<Namespace>,
    pub(crate) prefix: Option<Name>,
    /// What only a message has.
    pub(crate) soap: Option<Soap>,
    /// Instead of the bounds that follow from the fields.
    pub(crate) bound: Option<Predicates>,
    pub(crate) kind: Kind<'a>,
}

pub(crate) struct Soap {
    pub(crate) namespace_aliases: Vec<Namespace>,
    pub(crate) action: Option<StrValue>,
    /// As the key says.
    pub(crate) version: Option<Version>,
    pub(crate) response: Option<Type>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Version {
    V1_1,
    V1_2,
}

/// What kind of declaration it is.
pub(crate) enum Kind<'a> {
    Group(Group<'a>),
    Newtype(&'a Type),
    /// The same, which is a list: `<Sizes>1 2 3</Sizes>`.
    List(&'a Type),
    Values(Values<'a>),
    /// The fields are the variants, of which one stands.
    Choice(Group<'a>),
    Union(Vec<(&'a Variant, &'a Type)>),
    XsiVariants(Vec<XsiVariant<'a>>),
    Messages(Vec<MessageVariant<'a>>),
}

/// What stands in an element.
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are keys, each on its own"
)]
pub(crate) struct Group<'a> {
    pub(crate) fields: Vec<Field<'a>>,
    /// The variant of a choice that stands where no element does.
    pub(crate) nothing: Option<&'a Ident>,
    pub(crate) inner: Option<Name>,
    pub(crate) is_inner_optional: bool,
    pub(crate) deny_unknown_fields: bool,
    /// Whether the order of the fields holds for reading, too.
    pub(crate) ordered: bool,
    /// Whether text may stand beside child elements.
    pub(crate) mixed: bool,
}

/// The variants of a simple type.
pub(crate) struct Values<'a> {
    pub(crate) all: Vec<Value<'a>>,
    /// The type of XML Schema that they are values of.
    pub(crate) schema_type: Option<LitStr>,
}

impl Values<'_> {
    /// What says when two texts are the same value.
    pub(crate) fn space(&self) -> ValueSpace {
        let schema_type = self.schema_type.as_ref().map(LitStr::value);
        ValueSpace::of(schema_type.as_deref().unwrap_or_default())
    }
}

/// A variant of a simple type.
pub(crate) struct Value<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) kind: ValueKind<'a>,
}

pub(crate) enum ValueKind<'a> {
    /// The text that is written, then all others that are read.
    Known(Vec<Name>),
    /// Keeps any other text in a field of this type; with the key, for errors.
    Other(&'a Type, Ident),
}

fn fields<'a>(
    ctxt: &Ctxt,
    keys: Vec<FieldKeys<'a>>,
    name: impl Fn(&str) -> String,
) -> Vec<Field<'a>> {
    let fields = keys.into_iter();
    fields.map(|keys| Field::new(ctxt, keys, &name)).collect()
}

impl<'a> Item<'a> {
    pub(crate) fn new(ctxt: &Ctxt, declaration: Declaration<'a>) -> Self {
        let Declaration {
            derive,
            ident,
            generics,
            keys,
            members,
        } = declaration;
        let ContainerKeys {
            namespace,
            namespace_aliases,
            prefix,
            rename,
            rename_all,
            inner,
            inner_optional,
            action,
            version,
            response,
            runtime,
            deny_unknown_fields,
            ordered,
            mixed,
            list,
            schema_type,
            bound,
            lacks_namespace: _,
        } = keys;
        let style = Style::of(ctxt, rename_all.as_ref());
        let soap = Soap::new(ctxt, namespace_aliases, action, version.as_ref(), response);
        let group = |keys, nothing, name: fn(Style, &str) -> String| Group {
            fields: fields(ctxt, keys, |ident| name(style, ident)),
            nothing,
            inner: inner.map(|setting| Name::written(ctxt, &setting.value)),
            is_inner_optional: inner_optional.is_some(),
            deny_unknown_fields: deny_unknown_fields.is_some(),
            ordered: ordered.is_some(),
            mixed: mixed.is_some(),
        };
        let values = |keys| Kind::Values(Values::new(ctxt, keys, style, schema_type));
        Self {
            ident,
            generics,
            runtime: runtime
                .map_or_else(default_runtime, |setting| setting.value.to_token_stream()),
            name: Name::of(ctxt, ident, rename.as_ref(), str::to_owned),
            namespace: namespace.map(|setting| Namespace::new(ctxt, setting)),
            prefix: prefix.map(|setting| Name::prefix(ctxt, &setting.value)),
            soap: (derive == Derive::Message).then_some(soap),
            bound: bound.map(|setting| setting.value),
            kind: match members {
                Members::Group(fields) => Kind::Group(group(fields, None, Style::field)),
                Members::Newtype(ty) if list.is_some() => Kind::List(ty),
                Members::Newtype(ty) => Kind::Newtype(ty),
                Members::Values(keys) => values(keys),
                Members::Choice(keys, none) => Kind::Choice(group(keys, none, Style::variant)),
                Members::Union(variants) => Kind::Union(variants),
                Members::XsiVariants(keys) => Kind::XsiVariants(XsiVariant::all(ctxt, keys, style)),
                Members::Messages(keys) => Kind::Messages(MessageVariant::all(&keys)),
            },
        }
    }

    /// The fields, where there may be any.
    pub(crate) fn group(&self) -> Option<&Group<'a>> {
        match &self.kind {
            Kind::Group(group) | Kind::Choice(group) => Some(group),
            Kind::Newtype(_)
            | Kind::List(_)
            | Kind::Values(_)
            | Kind::Union(_)
            | Kind::XsiVariants(_)
            | Kind::Messages(_) => None,
        }
    }

    /// The names of fields, and of variants that have names.
    pub(crate) fn names(&self) -> Vec<&QualifiedName> {
        if let Kind::XsiVariants(variants) = &self.kind {
            return variants.iter().filter_map(XsiVariant::name).collect();
        }
        let fields = self.group().map_or(&[][..], |group| &group.fields);
        let names = |field| [Field::name(field), Field::item_name(field)];
        fields.iter().flat_map(names).flatten().collect()
    }
}

impl Soap {
    fn new(
        ctxt: &Ctxt,
        namespace_aliases: Vec<Setting<StrValue>>,
        action: Option<Setting<StrValue>>,
        version: Option<&Setting<LitStr>>,
        response: Option<Setting<Type>>,
    ) -> Self {
        let aliases = namespace_aliases.into_iter();
        Self {
            namespace_aliases: aliases.map(|alias| Namespace::new(ctxt, alias)).collect(),
            action: action.map(|setting| setting.value),
            version: Version::of(ctxt, version),
            response: response.map(|setting| setting.value),
        }
    }
}

impl Version {
    fn of(ctxt: &Ctxt, version: Option<&Setting<LitStr>>) -> Option<Self> {
        let setting = version?;
        let text = setting.value.value();
        match text.as_str() {
            "1.1" => Some(Self::V1_1),
            "1.2" => Some(Self::V1_2),
            _ => {
                let message = format!("there is no SOAP version `{text}`");
                let help = "write `version = \"1.1\"` or `version = \"1.2\"`";
                ctxt.error_help(&setting.value, message, help);
                None
            }
        }
    }
}

impl<'a> Group<'a> {
    pub(crate) fn has(&self, is_wanted: impl FnMut(&Role) -> bool) -> bool {
        self.fields.iter().map(|field| &field.role).any(is_wanted)
    }

    /// The fields that stand in XML, each with its number: its place in the table of the type.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (usize, &Field<'a>)> {
        let fields = self.with_numbers();
        fields.filter_map(|(number, field)| Some((number?, field)))
    }

    /// All fields, those that stand in XML with their numbers.
    pub(crate) fn with_numbers(&self) -> impl Iterator<Item = (Option<usize>, &Field<'a>)> {
        let mut numbers = 0..;
        self.fields.iter().map(move |field| match field.role {
            Role::Skip | Role::Position => (None, field),
            _ => (numbers.next(), field),
        })
    }
}

/// Where the runtime is unless `crate` says otherwise.
pub(crate) fn default_runtime() -> TokenStream {
    quote!(::um_messages)
}

impl<'a> Values<'a> {
    fn new(
        ctxt: &Ctxt,
        variants: Vec<ValueKeys<'a>>,
        style: Style,
        schema_type: Option<Setting<LitStr>>,
    ) -> Self {
        let variants = variants.into_iter();
        Self {
            all: variants.map(|keys| value(ctxt, keys, style)).collect(),
            schema_type: schema_type.map(|setting| setting.value),
        }
    }
}

fn value<'a>(ctxt: &Ctxt, keys: ValueKeys<'a>, style: Style) -> Value<'a> {
    let ValueKeys {
        variant,
        rename,
        aliases,
        other,
        written: _,
    } = keys;
    let ident = &variant.ident;
    if let (Some(key), Some(field)) = (other, variant.fields.iter().next()) {
        let kind = ValueKind::Other(&field.ty, key);
        return Value { ident, kind };
    }
    let first = match &rename {
        Some(rename) => Name::value(ctxt, &rename.value),
        None => Name::value_of_ident(ident, style),
    };
    let aliases = aliases.iter().map(|alias| Name::value(ctxt, &alias.value));
    let kind = ValueKind::Known(std::iter::once(first).chain(aliases).collect());
    Value { ident, kind }
}
