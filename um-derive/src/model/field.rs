//! A field and the one role that it has.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{ExprPath, GenericArgument, LitStr, Path, PathArguments, Type};

use super::name::{Name, Namespace};
use crate::ctxt::Ctxt;
use crate::parse::{AbsentKeys, FieldKeys, FormKeys, NameKeys, RoleKey, Setting, StrValue};

pub(crate) struct Field<'a> {
    /// What it is called in errors: a field, or a variant.
    pub(crate) noun: &'static str,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) role: Role,
    pub(crate) form: Form,
    /// How many items there are at least and at most, if that is said.
    pub(crate) occurrence: Option<Occurrence>,
    /// Whether no error says anything of the value.
    pub(crate) is_secret: bool,
    /// What it is where it is absent, if a key says it.
    pub(crate) default: Option<DefaultValue>,
    /// What it is where it is empty, if that is no value like others.
    pub(crate) empty: Option<Empty>,
    pub(crate) skip_if: Option<Setting<ExprPath>>,
}

/// Where a field's value stands. One role, so that no pairs are left to check.
pub(crate) enum Role {
    Attribute(QualifiedName),
    Element(QualifiedName),
    /// An element of the first name around elements of the second one, or around flattened ones.
    Wrapper(QualifiedName, Option<Box<QualifiedName>>),
    Text,
    /// Its own elements and attributes stand here.
    Flatten,
    /// Elements that no other field claims, of all namespaces or of one.
    Any(Qualification),
    AnyAttribute,
    Skip,
    /// The position of the struct's element, which stands nowhere itself.
    Position,
}

/// How a value stands in its place, where its type alone does not say it: `<ids>1 2</ids>` for a
/// `Vec<u32>` with `list`, which without it is `<ids>1</ids><ids>2</ids>`.
pub(crate) struct Form {
    pub(crate) list: bool,
    pub(crate) nillable: bool,
    pub(crate) spelling: Spelling,
    pub(crate) cdata: bool,
    /// The simple type of XML Schema that a value is, if its type does not say it.
    pub(crate) schema_type: Option<LitStr>,
}

/// How the text of one value is spelled.
pub(crate) enum Spelling {
    /// As its type says.
    OfType,
    /// As the module says.
    With(Path),
    /// The value is bytes: `SGVsbG8=`
    Base64,
    /// The value is bytes: `48656C6C6F`
    Hex,
}

/// How many items a field has: `minOccurs` and `maxOccurs` of XML Schema.
#[derive(Clone, Copy)]
pub(crate) struct Occurrence {
    pub(crate) min: usize,
    pub(crate) max: Option<usize>,
}

/// Under which name a field is written, and which names are read for it.
pub(crate) struct QualifiedName {
    pub(crate) local: Name,
    pub(crate) aliases: Vec<Name>,
    pub(crate) qualification: Qualification,
    /// Whether `rename` says it, and not the identifier.
    pub(crate) is_renamed: bool,
}

/// Which namespace a name is in: what the attribute `form` says in a schema.
#[derive(Clone)]
pub(crate) enum Qualification {
    /// No key says it: an element is in the namespace of its struct, an attribute in none.
    ByDefault,
    /// `#[soap(unqualified)]`: in none, as `<Id>` in `<c:Call xmlns:c="urn:calls">`.
    Unqualified,
    /// `#[soap(namespace = "urn:a", prefix = "a")]`: in one of its own, as `<a:Id>`.
    Qualified {
        namespace: Namespace,
        prefix: Option<Name>,
    },
}

impl Qualification {
    fn of(ctxt: &Ctxt, namespace: Setting<StrValue>, prefix: Option<Setting<StrValue>>) -> Self {
        Self::Qualified {
            namespace: Namespace::new(ctxt, namespace),
            prefix: prefix.map(|prefix| Name::prefix(ctxt, &prefix.value)),
        }
    }

    /// Whether both were said by the same keys.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Qualified { namespace: a, .. }, Self::Qualified { namespace: b, .. }) => {
                a.text() == b.text()
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// Where a value comes from that is absent: `Default::default()`, a function, or a text that is read.
pub(crate) enum DefaultValue {
    Trait,
    Function(ExprPath),
    Text(StrValue),
}

/// What a key says of a field whose element or attribute is empty: `<Date/>`, `Date=""`.
pub(crate) enum Empty {
    IsDefault,
    IsNone,
    /// It is read as if it had this text.
    HasText(StrValue),
}

impl Occurrence {
    fn new(min: Option<Setting<usize>>, max: Option<Setting<usize>>) -> Option<Self> {
        let is_said = min.is_some() || max.is_some();
        is_said.then(|| Self {
            min: min.map_or(0, |min| min.value),
            max: max.map(|max| max.value),
        })
    }
}

/// What a field is where it is absent, and where it is empty.
fn of_absent(keys: AbsentKeys) -> (Option<DefaultValue>, Option<Empty>) {
    let AbsentKeys {
        default,
        default_text,
        empty_is_default,
        empty_is_none,
        empty_text,
    } = keys;
    let default = default.map(|it| it.value.map_or(DefaultValue::Trait, DefaultValue::Function));
    let text = default_text.map(|it| DefaultValue::Text(it.value));
    let is_default = empty_is_default.map(|_| Empty::IsDefault);
    let is_none = empty_is_none.map(|_| Empty::IsNone);
    let has_text = empty_text.map(|it| Empty::HasText(it.value));
    (default.or(text), is_default.or(is_none).or(has_text))
}

impl<'a> Field<'a> {
    /// `style` makes the name of the identifier.
    pub(crate) fn new(
        ctxt: &Ctxt,
        keys: FieldKeys<'a>,
        style: impl FnOnce(&str) -> String,
    ) -> Self {
        let role = keys.role();
        let FieldKeys {
            noun,
            ident,
            ty,
            name,
            form,
            min_occurs,
            max_occurs,
            secret,
            absent,
            skip_if,
            written: _,
        } = keys;
        let (default, empty) = of_absent(absent);
        let of_value = Form::of(&form);
        let FormKeys {
            wrapper,
            item_namespace,
            item_prefix,
            ..
        } = form;
        let name = |check| QualifiedName::new(ctxt, ident, name, check, style);
        let role = match role {
            Some(RoleKey::Skip) => Role::Skip,
            Some(RoleKey::Position) => Role::Position,
            Some(RoleKey::Text) => Role::Text,
            None | Some(RoleKey::Flatten) if wrapper.is_some() => {
                let of_items = item_namespace.map(|it| Qualification::of(ctxt, it, item_prefix));
                let local = wrapper.map(|setting| Name::written(ctxt, &setting.value));
                Role::wrapper(local, name(Namespace::new), of_items, role.is_none())
            }
            Some(RoleKey::Flatten) => Role::Flatten,
            // `other` is to a variant what `any` is to a field.
            Some(RoleKey::Any | RoleKey::Other) => Role::Any(name(Namespace::new).qualification),
            Some(RoleKey::AnyAttribute) => Role::AnyAttribute,
            Some(RoleKey::Attribute) => Role::Attribute(name(Namespace::of_attribute)),
            None => Role::Element(name(Namespace::new)),
        };
        Self {
            noun,
            ident,
            ty,
            role,
            form: of_value,
            occurrence: Occurrence::new(min_occurs, max_occurs),
            is_secret: secret.is_some(),
            default,
            empty,
            skip_if,
        }
    }

    /// The name, where the role has one.
    pub(crate) fn name(&self) -> Option<&QualifiedName> {
        match &self.role {
            Role::Attribute(name) | Role::Element(name) | Role::Wrapper(name, _) => Some(name),
            Role::Text
            | Role::Flatten
            | Role::Any(_)
            | Role::AnyAttribute
            | Role::Skip
            | Role::Position => None,
        }
    }

    /// The name of the items in a wrapper, if they have a namespace of their own.
    pub(crate) fn item_name(&self) -> Option<&QualifiedName> {
        match &self.role {
            Role::Wrapper(wrapper, Some(items)) => {
                let is_own = !items.qualification.is_same(&wrapper.qualification);
                is_own.then_some(items)
            }
            _ => None,
        }
    }

    /// Whether a value comes from `Default`, which a type parameter then needs.
    pub(crate) fn needs_default(&self) -> bool {
        match (&self.role, &self.default) {
            (_, Some(default)) => matches!(default, DefaultValue::Trait),
            (role, None) => matches!(role, Role::Skip),
        }
    }

    /// Whether its type alone says how its value stands.
    pub(crate) fn has_no_form(&self) -> bool {
        let form = &self.form;
        let is_plain = matches!(
            self.role,
            Role::Element(_) | Role::Attribute(_) | Role::Text
        );
        is_plain && !(form.has_text() || form.nillable)
    }

    /// Whether the field's value is made of text.
    pub(crate) fn is_text(&self) -> bool {
        let form = &self.form;
        let is_text = matches!(self.role, Role::Attribute(_) | Role::Text);
        form.has_text() || is_text
    }

    /// Whether it is the wrapper that `nillable` says may be nil, and not its items: on `Option<Vec<Id>>`, as the type is
    /// written.
    pub(crate) fn is_nil_wrapper(&self) -> bool {
        let list = || argument(argument(self.ty, "Option")?, "Vec");
        let is_of_options = |item| argument(item, "Option").is_some();
        let is_wrapper = self.form.nillable && matches!(self.role, Role::Wrapper(..));
        is_wrapper && list().is_some_and(|item| !is_of_options(item))
    }

    /// Whether the type, as it is written, is `Nillable`, or an `Option` or `Vec` of it, and keys say how its content
    /// stands. A `Vec` of it in a wrapper is items that may be nil.
    pub(crate) fn is_nillable_type(&self) -> bool {
        let outer: &[&str] = match self.role {
            Role::Wrapper(..) => &["Option"],
            Role::Element(_) if self.form.has_text() => &["Option", "Vec"],
            _ => return false,
        };
        let outer = outer.iter().find_map(|name| argument(self.ty, name));
        argument(outer.unwrap_or(self.ty), "Nillable").is_some()
    }

    /// Whether the items in a wrapper are `Nillable`, as the type is written, and keys say how their content stands.
    pub(crate) fn is_nillable_item(&self) -> bool {
        let inside = |ty, name| argument(ty, name).unwrap_or(ty);
        let list = inside(inside(self.ty, "Option"), "Nillable");
        let has_form = matches!(self.role, Role::Wrapper(..)) && self.form.has_text();
        let is_nillable = |item| argument(item, "Nillable").is_some();
        has_form && argument(list, "Vec").is_some_and(is_nillable)
    }

    pub(crate) fn mentions(&self, ident: &Ident) -> bool {
        mentions(self.ty.to_token_stream(), ident)
    }
}

impl Role {
    /// `rename` and `alias` name the items, `wrapper` the element around them; the other keys of a name hold for both, unless
    /// the items have a namespace of their own.
    fn wrapper(
        local: Option<Name>,
        mut items: QualifiedName,
        of_items: Option<Qualification>,
        has_items: bool,
    ) -> Self {
        let wrapper = items.sibling(local);
        if let Some(qualification) = of_items {
            items.qualification = qualification;
        }
        Self::Wrapper(wrapper, has_items.then(|| Box::new(items)))
    }
}

impl Spelling {
    fn of(with: Option<&Setting<Path>>, base64: bool, hex: bool) -> Self {
        match with {
            Some(with) => Self::With(with.value.clone()),
            None if base64 => Self::Base64,
            None if hex => Self::Hex,
            None => Self::OfType,
        }
    }
}

impl Form {
    fn of(keys: &FormKeys) -> Self {
        let FormKeys {
            wrapper: _,
            item_namespace: _,
            item_prefix: _,
            list,
            nillable,
            with,
            base64,
            hex,
            cdata,
            schema_type,
        } = keys;
        Self {
            list: list.is_some(),
            nillable: nillable.is_some(),
            spelling: Spelling::of(with.as_ref(), base64.is_some(), hex.is_some()),
            cdata: cdata.is_some(),
            schema_type: schema_type.as_ref().map(|it| it.value.clone()),
        }
    }

    /// Whether a key says that a value is text.
    pub(crate) fn has_text(&self) -> bool {
        self.list || self.cdata || !matches!(self.spelling, Spelling::OfType)
    }
}

impl QualifiedName {
    pub(super) fn new(
        ctxt: &Ctxt,
        ident: &Ident,
        keys: NameKeys,
        namespace_of: fn(&Ctxt, Setting<StrValue>) -> Namespace,
        style: impl FnOnce(&str) -> String,
    ) -> Self {
        let NameKeys {
            rename,
            aliases,
            unqualified,
            namespace,
            prefix,
        } = keys;
        let aliases = aliases.iter();
        Self {
            is_renamed: rename.is_some(),
            local: Name::of(ctxt, ident, rename.as_ref(), style),
            aliases: aliases
                .map(|alias| Name::written(ctxt, &alias.value))
                .collect(),
            qualification: match (namespace, unqualified) {
                (Some(namespace), _) => Qualification::Qualified {
                    namespace: namespace_of(ctxt, namespace),
                    prefix: prefix.map(|prefix| Name::prefix(ctxt, &prefix.value)),
                },
                (None, Some(_)) => Qualification::Unqualified,
                (None, None) => Qualification::ByDefault,
            },
        }
    }

    /// Another name that lives where this one does.
    fn sibling(&self, local: Option<Name>) -> Self {
        Self {
            local: local.unwrap_or_else(|| self.local.clone()),
            aliases: Vec::new(),
            qualification: self.qualification.clone(),
            is_renamed: true,
        }
    }

    /// All names that are read, the one that is written first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Name> {
        std::iter::once(&self.local).chain(&self.aliases)
    }

    /// The field's own prefix with its namespace.
    pub(crate) fn binding(&self) -> Option<(&Name, &Namespace)> {
        match &self.qualification {
            Qualification::Qualified {
                namespace,
                prefix: Some(prefix),
            } => Some((prefix, namespace)),
            _ => None,
        }
    }
}

/// The argument of a generic type of this name, as it is written: `T` of `std::option::Option<T>`.
fn argument<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let ty = match ty {
        Type::Group(group) => &group.elem,
        ty => ty,
    };
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Whether an identifier stands anywhere in some tokens.
pub(crate) fn mentions(tokens: TokenStream, wanted: &Ident) -> bool {
    use proc_macro2::TokenTree;
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *wanted,
        TokenTree::Group(group) => mentions(group.stream(), wanted),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
