//! Bounds that follow from the roles of the fields, never from the struct itself: those would not
//! end on a recursive type.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{GenericParam, Generics, Type};

use super::field::{Field, Role, Spelling, mentions};

/// What a group asks of its type parameters.
#[derive(Default)]
pub(crate) struct Bounds<'a> {
    /// They stand in elements.
    pub(crate) element: Vec<&'a Ident>,
    /// They are types of fields that are elements: an `Option` of one, too.
    pub(crate) element_field: Vec<&'a Ident>,
    /// They stand in attributes or text.
    pub(crate) text: Vec<&'a Ident>,
    /// They are types of fields that are attributes or text.
    pub(crate) text_field: Vec<&'a Ident>,
    /// They are flattened.
    pub(crate) group: Vec<&'a Ident>,
    /// Types of fields that come from `Default`.
    pub(crate) default: Vec<&'a Type>,
    /// Types of fields that have a position.
    pub(crate) position: Vec<&'a Type>,
}

impl<'a> Bounds<'a> {
    pub(crate) fn of(item: &Ident, generics: &'a Generics, fields: &[Field<'a>]) -> Self {
        let mut bounds = Self::default();
        for parameter in generics.type_params() {
            let ident = &parameter.ident;
            let users = || {
                let fields = fields.iter().filter(|field| field.mentions(ident));
                // Who knows the text asks nothing of the type.
                fields.filter(|field| matches!(field.form.spelling, Spelling::OfType))
            };
            let is_flat = |role: &Role| matches!(role, Role::Flatten | Role::Wrapper(_, None));
            let is_element = |role: &Role| matches!(role, Role::Element(_) | Role::Wrapper(..));
            if users().any(|field| is_flat(&field.role)) {
                bounds.group.push(ident);
            }
            let is_field = |field: &Field<'_>| field.has_no_form() && is_parameter(field.ty, ident);
            if users().any(Field::is_text) {
                let are_fields = users().filter(|it| it.is_text()).all(is_field);
                let list = if are_fields {
                    &mut bounds.text_field
                } else {
                    &mut bounds.text
                };
                list.push(ident);
            }
            let is_element = |field: &Field<'_>| {
                is_element(&field.role) && !is_flat(&field.role) && !field.is_text()
            };
            if users().any(is_element) {
                let are_fields = users().filter(|it| is_element(it)).all(is_field);
                let list = if are_fields {
                    &mut bounds.element_field
                } else {
                    &mut bounds.element
                };
                list.push(ident);
            }
        }
        let types = |is_wanted: fn(&Field<'a>) -> bool| {
            let fields = fields.iter().filter(move |field| is_wanted(field));
            fields
                .filter(|field| depends_on(field.ty, generics) && !field.mentions(item))
                .map(|field| field.ty)
                .collect()
        };
        bounds.default = types(Field::needs_default);
        bounds.position = types(|field| matches!(field.role, Role::Position));
        bounds
    }
}

/// Whether a type is a type parameter.
fn is_parameter(ty: &Type, parameter: &Ident) -> bool {
    matches!(ty, Type::Path(path) if path.qself.is_none() && path.path.is_ident(parameter))
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
