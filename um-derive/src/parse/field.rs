//! The keys of a named field or a variant of a choice, and those of a variant that is a value.

use proc_macro2::Ident;
use syn::{ExprPath, Field, LitStr, Path, Type, Variant};

use super::keys::{Key, Place, RoleKey};
use super::settings::{Settings, Site};
use super::value::{Setting, StrValue};
use crate::ctxt::Ctxt;

/// The keys of what stands in an element: a named field, or a variant of a choice.
pub(crate) struct FieldKeys<'a> {
    /// What it is called in errors: a field, or a variant.
    pub(crate) noun: &'static str,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) name: NameKeys,
    pub(crate) form: FormKeys,
    pub(crate) min_occurs: Option<Setting<usize>>,
    pub(crate) max_occurs: Option<Setting<usize>>,
    pub(crate) secret: Option<Ident>,
    pub(crate) absent: AbsentKeys,
    pub(crate) skip_if: Option<Setting<ExprPath>>,
    /// All keys in source order; those of the role stand here alone.
    pub(crate) written: Vec<(Key, Ident)>,
}

/// The keys that say how a value stands in its place.
pub(crate) struct FormKeys {
    pub(crate) wrapper: Option<Setting<StrValue>>,
    pub(crate) item_namespace: Option<Setting<StrValue>>,
    pub(crate) item_prefix: Option<Setting<StrValue>>,
    pub(crate) list: Option<Ident>,
    pub(crate) nillable: Option<Ident>,
    pub(crate) with: Option<Setting<Path>>,
    pub(crate) base64: Option<Ident>,
    pub(crate) hex: Option<Ident>,
    pub(crate) cdata: Option<Ident>,
    pub(crate) schema_type: Option<Setting<LitStr>>,
}

/// The keys that say what stands for an element or attribute that is absent or empty.
pub(crate) struct AbsentKeys {
    pub(crate) default: Option<Setting<Option<ExprPath>>>,
    pub(crate) default_text: Option<Setting<StrValue>>,
    pub(crate) empty_is_default: Option<Ident>,
    pub(crate) empty_is_none: Option<Ident>,
    pub(crate) empty_text: Option<Setting<StrValue>>,
}

/// The keys that say how something is named.
pub(crate) struct NameKeys {
    pub(crate) rename: Option<Setting<StrValue>>,
    pub(crate) aliases: Vec<Setting<StrValue>>,
    pub(crate) unqualified: Option<Ident>,
    pub(crate) namespace: Option<Setting<StrValue>>,
    pub(crate) prefix: Option<Setting<StrValue>>,
}

impl NameKeys {
    fn take(settings: &mut Settings) -> Self {
        Self {
            rename: settings.str_value(Key::Rename),
            aliases: settings.str_values(Key::Alias),
            unqualified: settings.flag(Key::Unqualified),
            namespace: settings.str_value(Key::Namespace),
            prefix: settings.str_value(Key::Prefix),
        }
    }
}

impl<'a> FieldKeys<'a> {
    pub(crate) fn read(ctxt: &Ctxt, field: &'a Field, site: Site<'_>) -> Option<Self> {
        let settings = Settings::read(ctxt, &field.attrs, site.at(Place::Field));
        Some(Self::new(
            Place::Field,
            field.ident.as_ref()?,
            &field.ty,
            settings,
        ))
    }

    pub(crate) fn of_variant(
        ctxt: &Ctxt,
        variant: &'a Variant,
        ty: &'a Type,
        site: Site<'_>,
    ) -> Self {
        let settings = Settings::read(ctxt, &variant.attrs, site.at(Place::Variant));
        Self::new(Place::Variant, &variant.ident, ty, settings)
    }

    fn new(place: Place, ident: &'a Ident, ty: &'a Type, mut settings: Settings) -> Self {
        settings.drop_roles();
        Self {
            noun: place.noun(),
            ident,
            ty,
            name: NameKeys::take(&mut settings),
            form: FormKeys {
                wrapper: settings.str_value(Key::Wrapper),
                item_namespace: settings.str_value(Key::ItemNamespace),
                item_prefix: settings.str_value(Key::ItemPrefix),
                list: settings.flag(Key::List),
                nillable: settings.flag(Key::Nillable),
                with: settings.path(Key::With),
                base64: settings.flag(Key::Base64),
                hex: settings.flag(Key::Hex),
                cdata: settings.flag(Key::CData),
                schema_type: settings.text(Key::SchemaType),
            },
            min_occurs: settings.number(Key::MinOccurs),
            max_occurs: settings.number(Key::MaxOccurs),
            secret: settings.flag(Key::Secret),
            absent: AbsentKeys {
                default: settings.flag_or_function(Key::Default),
                default_text: settings.str_value(Key::DefaultText),
                empty_is_default: settings.flag(Key::EmptyIsDefault),
                empty_is_none: settings.flag(Key::EmptyIsNone),
                empty_text: settings.str_value(Key::EmptyText),
            },
            skip_if: settings.function(Key::SkipIf),
            written: settings.finish(),
        }
    }

    /// The keys that say what the field is. Of several the first counts; they are an error.
    pub(crate) fn roles(&self) -> impl Iterator<Item = &(Key, Ident)> {
        self.written.iter().filter(|(key, _)| key.role().is_some())
    }

    /// The key that says what the field is: an element without one.
    pub(crate) fn role(&self) -> Option<RoleKey> {
        // Wherever it stands among several: of a skipped field nothing else is true.
        if self.mentions(Key::Skip) {
            return Some(RoleKey::Skip);
        }
        self.roles().next().and_then(|(key, _)| key.role())
    }

    /// A key, where it is the only one that says what the field is.
    pub(crate) fn only_role(&self, wanted: Key) -> Option<&Ident> {
        let mut roles = self.roles();
        match (roles.next(), roles.next()) {
            (Some((key, ident)), None) if *key == wanted => Some(ident),
            _ => None,
        }
    }

    pub(crate) fn mentions(&self, wanted: Key) -> bool {
        self.written.iter().any(|(key, _)| *key == wanted)
    }
}

/// The keys of a variant that is one value of a simple type.
pub(crate) struct ValueKeys<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) rename: Option<Setting<StrValue>>,
    pub(crate) aliases: Vec<Setting<StrValue>>,
    pub(crate) other: Option<Ident>,
    /// All of the above in source order.
    pub(crate) written: Vec<(Key, Ident)>,
}

impl<'a> ValueKeys<'a> {
    pub(crate) fn read(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::Value));
        Self {
            variant,
            rename: settings.str_value(Key::Rename),
            aliases: settings.str_values(Key::Alias),
            other: settings.flag(Key::Other),
            written: settings.finish(),
        }
    }
}

/// The keys of a variant that is told apart by its type's name.
pub(crate) struct XsiVariantKeys<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) ty: &'a Type,
    pub(crate) name: NameKeys,
    pub(crate) default: Option<Setting<Option<ExprPath>>>,
    pub(crate) other: Option<Ident>,
    /// All of the above in source order.
    pub(crate) written: Vec<(Key, Ident)>,
}

impl<'a> XsiVariantKeys<'a> {
    pub(crate) fn read(ctxt: &Ctxt, variant: &'a Variant, ty: &'a Type, site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::TypedVariant));
        Self {
            variant,
            ty,
            name: NameKeys::take(&mut settings),
            default: settings.flag_or_function(Key::Default),
            other: settings.flag(Key::Other),
            written: settings.finish(),
        }
    }
}

/// The keys of a variant that is a message.
pub(crate) struct MessageKeys<'a> {
    pub(crate) variant: &'a Variant,
    /// The type of the message; none for the empty Body.
    pub(crate) ty: Option<&'a Type>,
    pub(crate) other: Option<Ident>,
}

impl<'a> MessageKeys<'a> {
    pub(crate) fn read(
        ctxt: &Ctxt,
        variant: &'a Variant,
        ty: Option<&'a Type>,
        site: Site<'_>,
    ) -> Self {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::MessageVariant));
        let other = settings.flag(Key::Other);
        settings.finish();
        Self { variant, ty, other }
    }
}
