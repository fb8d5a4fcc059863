//! The keys of a named field or a variant of a choice, and those of a variant that is a value.

use proc_macro2::Ident;
use syn::{ExprPath, Field, Path, Type, Variant};

use super::keys::{Key, Place};
use super::settings::{Settings, Site};
use super::value::{Set, Uri};
use crate::ctxt::Ctxt;

/// The keys of what stands in an element: a named field, or a variant of a choice.
pub(crate) struct FieldKeys<'a> {
    /// What it is called in errors: a field, or a variant.
    pub(crate) noun: &'static str,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) name: NameKeys,
    pub(crate) form: FormKeys,
    pub(crate) default: Option<Set<Option<ExprPath>>>,
    pub(crate) skip_if: Option<Set<ExprPath>>,
    /// All keys in source order; those of the role stand here alone.
    pub(crate) written: Vec<(Key, Ident)>,
}

/// The keys that say how a value stands in its place.
pub(crate) struct FormKeys {
    pub(crate) wrapper: Option<Set<Uri>>,
    pub(crate) list: Option<Ident>,
    pub(crate) nillable: Option<Ident>,
    pub(crate) with: Option<Set<Path>>,
    pub(crate) cdata: Option<Ident>,
}

/// The keys that say how something is named.
pub(crate) struct NameKeys {
    pub(crate) rename: Option<Set<Uri>>,
    pub(crate) aliases: Vec<Set<Uri>>,
    pub(crate) unqualified: Option<Ident>,
    pub(crate) namespace: Option<Set<Uri>>,
    pub(crate) prefix: Option<Set<Uri>>,
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
            name: NameKeys {
                rename: settings.uri(Key::Rename),
                aliases: settings.uris(Key::Alias),
                unqualified: settings.flag(Key::Unqualified),
                namespace: settings.uri(Key::Namespace),
                prefix: settings.uri(Key::Prefix),
            },
            form: FormKeys {
                wrapper: settings.uri(Key::Wrapper),
                list: settings.flag(Key::List),
                nillable: settings.flag(Key::Nillable),
                with: settings.path(Key::With),
                cdata: settings.flag(Key::CData),
            },
            default: settings.flag_or_function(Key::Default),
            skip_if: settings.function(Key::SkipIf),
            written: settings.finish(),
        }
    }

    /// The keys that say what the field is. Of several the first counts; they are an error.
    pub(crate) fn roles(&self) -> impl Iterator<Item = &(Key, Ident)> {
        self.written.iter().filter(|(key, _)| key.is_role())
    }

    /// The key that says what the field is: an element without one.
    pub(crate) fn role(&self) -> Option<Key> {
        let first = self.roles().next().map(|(key, _)| *key);
        if self.mentions(Key::Skip) {
            Some(Key::Skip)
        } else {
            first
        }
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
pub(crate) struct VariantKeys<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) rename: Option<Set<Uri>>,
    pub(crate) aliases: Vec<Set<Uri>>,
    pub(crate) other: Option<Ident>,
    /// All of the above in source order.
    pub(crate) written: Vec<(Key, Ident)>,
}

impl<'a> VariantKeys<'a> {
    pub(crate) fn read(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::Value));
        Self {
            variant,
            rename: settings.uri(Key::Rename),
            aliases: settings.uris(Key::Alias),
            other: settings.flag(Key::Other),
            written: settings.finish(),
        }
    }
}

/// The keys of a variant that is told apart by its type's name.
pub(crate) struct TypedKeys<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) ty: &'a Type,
    pub(crate) rename: Option<Set<Uri>>,
    pub(crate) aliases: Vec<Set<Uri>>,
    pub(crate) default: Option<Set<Option<ExprPath>>>,
    pub(crate) other: Option<Ident>,
    /// All of the above in source order.
    pub(crate) written: Vec<(Key, Ident)>,
}

impl<'a> TypedKeys<'a> {
    pub(crate) fn read(ctxt: &Ctxt, variant: &'a Variant, ty: &'a Type, site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::TypedVariant));
        Self {
            variant,
            ty,
            rename: settings.uri(Key::Rename),
            aliases: settings.uris(Key::Alias),
            default: settings.flag_or_function(Key::Default),
            other: settings.flag(Key::Other),
            written: settings.finish(),
        }
    }
}
