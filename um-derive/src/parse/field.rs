//! The keys of a named field or a variant of a choice, and those of a variant that is a value.

use proc_macro2::Ident;
use syn::{ExprPath, Field, LitStr, Type, Variant};

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
    pub(crate) attribute: Option<Ident>,
    pub(crate) text: Option<Ident>,
    pub(crate) flatten: Option<Ident>,
    pub(crate) default: Option<Set<Option<ExprPath>>>,
    pub(crate) aliases: Vec<Set<LitStr>>,
    pub(crate) skip: Option<Ident>,
    pub(crate) skip_if: Option<Set<ExprPath>>,
    pub(crate) unqualified: Option<Ident>,
    pub(crate) namespace: Option<Set<Uri>>,
    pub(crate) prefix: Option<Set<LitStr>>,
    pub(crate) rename: Option<Set<LitStr>>,
    /// All of the above in source order.
    pub(crate) written: Vec<(Key, Ident)>,
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
        Self {
            noun: place.noun(),
            ident,
            ty,
            attribute: settings.flag(Key::Attribute),
            text: settings.flag(Key::Text),
            flatten: settings.flag(Key::Flatten),
            default: settings.flag_or_function(Key::Default),
            aliases: settings.texts(Key::Alias),
            skip: settings.flag(Key::Skip),
            skip_if: settings.function(Key::SkipIf),
            unqualified: settings.flag(Key::Unqualified),
            namespace: settings.uri(Key::Namespace),
            prefix: settings.text(Key::Prefix),
            rename: settings.text(Key::Rename),
            written: settings.finish(),
        }
    }

    pub(crate) fn mentions(&self, wanted: Key) -> bool {
        self.written.iter().any(|(key, _)| *key == wanted)
    }
}

/// The keys of a variant that is one value of a simple type.
pub(crate) struct VariantKeys<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) rename: Option<Set<LitStr>>,
    pub(crate) aliases: Vec<Set<LitStr>>,
    pub(crate) other: Option<Ident>,
    /// All of the above in source order.
    pub(crate) written: Vec<(Key, Ident)>,
}

impl<'a> VariantKeys<'a> {
    pub(crate) fn read(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::Value));
        Self {
            variant,
            rename: settings.text(Key::Rename),
            aliases: settings.texts(Key::Alias),
            other: settings.flag(Key::Other),
            written: settings.finish(),
        }
    }
}
