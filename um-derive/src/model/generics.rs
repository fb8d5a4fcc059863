//! Bounds that follow from the roles of the fields, never from the struct itself: those would not
//! end on a recursive type.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{GenericParam, Generics, Type};

use super::field::{Field, Role, mentions};

/// What a group asks of its type parameters.
#[derive(Default)]
pub(crate) struct Bounds<'a> {
    /// They stand in elements.
    pub(crate) element: Vec<&'a Ident>,
    /// They stand in attributes or text.
    pub(crate) text: Vec<&'a Ident>,
    /// They are flattened.
    pub(crate) group: Vec<&'a Ident>,
    /// Types of fields that come from `Default`.
    pub(crate) default: Vec<&'a Type>,
}

impl<'a> Bounds<'a> {
    pub(crate) fn of(item: &Ident, generics: &'a Generics, fields: &[Field<'a>]) -> Self {
        let mut bounds = Self::default();
        for parameter in generics.type_params() {
            let ident = &parameter.ident;
            let users = || fields.iter().filter(|field| field.mentions(ident));
            let stands = |is_role: fn(&Role) -> bool| users().any(|field| is_role(&field.role));
            if stands(|role| matches!(role, Role::Element(_))) {
                bounds.element.push(ident);
            }
            if stands(|role| matches!(role, Role::Attribute(_) | Role::Text)) {
                bounds.text.push(ident);
            }
            if stands(|role| matches!(role, Role::Flatten)) {
                bounds.group.push(ident);
            }
        }
        let defaulted = fields.iter().filter(|field| field.needs_default());
        bounds.default = defaulted
            .filter(|field| depends_on(field.ty, generics) && !field.mentions(item))
            .map(|field| field.ty)
            .collect();
        bounds
    }
}

/// Whether a type is another one for other generic arguments.
pub(crate) fn depends_on(ty: &Type, generics: &Generics) -> bool {
    generics.params.iter().any(|parameter| {
        let ident = match parameter {
            GenericParam::Type(parameter) => &parameter.ident,
            GenericParam::Const(parameter) => &parameter.ident,
            GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
        };
        mentions(ty.to_token_stream(), ident)
    })
}
