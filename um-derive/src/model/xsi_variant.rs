//! A variant of an enum that is told apart by `xsi:type`.

use proc_macro2::Ident;
use syn::Type;

use super::name::Name;
use super::style::Style;
use crate::ctxt::Ctxt;
use crate::parse::XsiVariantKeys;

/// `Circle(Circle)`, which `<Shape xsi:type="Circle"/>` is read into.
pub(crate) struct XsiVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) kind: XsiVariantKind,
}

pub(crate) enum XsiVariantKind {
    /// The type's name that is written, then all others that are read.
    Named(Vec<Name>),
    /// The same, for what stands without `xsi:type`.
    Default(Vec<Name>),
    /// Keeps an element of any other type.
    Other,
}

impl<'a> XsiVariant<'a> {
    pub(crate) fn all(ctxt: &Ctxt, variants: Vec<XsiVariantKeys<'a>>, style: Style) -> Vec<Self> {
        let variants = variants.into_iter();
        variants.map(|keys| Self::new(ctxt, keys, style)).collect()
    }

    fn new(ctxt: &Ctxt, keys: XsiVariantKeys<'a>, style: Style) -> Self {
        let XsiVariantKeys {
            variant,
            ty,
            rename,
            aliases,
            default,
            other,
            written: _,
        } = keys;
        let ident = &variant.ident;
        let style = |ident: &str| style.variant(ident);
        let names = || {
            let first = Name::of(ctxt, ident, rename.as_ref(), style);
            let aliases = aliases.iter();
            let aliases = aliases.map(|alias| Name::written(ctxt, &alias.value));
            std::iter::once(first).chain(aliases).collect()
        };
        let kind = match (other, default) {
            (Some(_), _) => XsiVariantKind::Other,
            (None, Some(_)) => XsiVariantKind::Default(names()),
            (None, None) => XsiVariantKind::Named(names()),
        };
        Self { ident, ty, kind }
    }

    /// The names of the type, of which `Other` has none.
    pub(crate) fn names(&self) -> &[Name] {
        match &self.kind {
            XsiVariantKind::Named(names) | XsiVariantKind::Default(names) => names,
            XsiVariantKind::Other => &[],
        }
    }
}
