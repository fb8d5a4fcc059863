//! A variant of an enum that is told apart by `xsi:type`.

use proc_macro2::Ident;
use syn::Type;

use super::field::QualifiedName;
use super::name::Namespace;
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
    /// Of this type.
    Named(QualifiedName),
    /// The same, for what stands without `xsi:type`.
    Default(QualifiedName),
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
            name,
            default,
            other,
            written: _,
        } = keys;
        let ident = &variant.ident;
        let style = |ident: &str| style.variant(ident);
        let name = || QualifiedName::new(ctxt, ident, name, Namespace::new, style);
        let kind = match (other, default) {
            (Some(_), _) => XsiVariantKind::Other,
            (None, Some(_)) => XsiVariantKind::Default(name()),
            (None, None) => XsiVariantKind::Named(name()),
        };
        Self { ident, ty, kind }
    }

    /// The names of the type, of which `Other` has none.
    pub(crate) fn name(&self) -> Option<&QualifiedName> {
        match &self.kind {
            XsiVariantKind::Named(name) | XsiVariantKind::Default(name) => Some(name),
            XsiVariantKind::Other => None,
        }
    }
}
