//! The writing half of a group: attributes, content, and the facts that are declared up front.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::names::{attribute, field_element, prefix};
use super::target::{Target, at, of_type, write_bounds};
use crate::model::{Field, Group, Home, Message, QualifiedName, Role};

pub(super) fn group(message: &Message<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let generics = target.bounded(write_bounds(target, group));
    let write_attributes = write_attributes(group);
    let write_content = write_content(message, group);
    let facts = facts(message, group);
    let write_group = target.implement(
        &generics,
        quote!(__rt::WriteGroup),
        quote! {
            const SHAPE: &'static __rt::Shape = __SHAPE;
            #write_attributes
            #write_content
            #facts
        },
    );
    let write_element = target.implement(
        &generics,
        quote!(__rt::WriteElement),
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                __rt::write_group(self, __writer, __name)
            }
            fn facts() -> &'static [__rt::Fact] {
                <Self as __rt::WriteGroup>::facts()
            }
        },
    );
    quote! { #write_group #write_element }
}

fn write_attributes(group: &Group<'_>) -> Option<TokenStream> {
    let mut statements = group.fields.iter().filter_map(start_tag).peekable();
    statements.peek()?;
    Some(quote! {
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            #(#statements)*
        }
    })
}

/// What a field adds to the start tag: an attribute, or what its text needs to have declared.
fn start_tag(field: &Field<'_>) -> Option<TokenStream> {
    let ident = field.ident;
    match &field.role {
        Role::Attribute(name) => {
            let owner = of_type(field.ty, quote!(__rt::WriteAttribute));
            let name = attribute(name);
            Some(unless_skipped(
                field,
                quote!(#owner::write_attribute(&self.#ident, __writer, const { #name });),
            ))
        }
        Role::Text => {
            let owner = of_type(field.ty, quote!(__rt::WriteContent));
            Some(quote!(#owner::declare(&self.#ident, __writer);))
        }
        Role::Element(_) | Role::Skip => None,
    }
}

fn write_content(message: &Message<'_>, group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter();
    let mut statements = fields
        .filter_map(|field| content(message, field))
        .peekable();
    statements.peek()?;
    Some(quote! {
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            #(#statements)*
        }
    })
}

fn content(message: &Message<'_>, field: &Field<'_>) -> Option<TokenStream> {
    let ident = field.ident;
    match &field.role {
        Role::Element(name) => {
            let statement = element(message, field, name);
            Some(unless_skipped(field, statement))
        }
        Role::Text => {
            let owner = of_type(field.ty, quote!(__rt::WriteContent));
            Some(quote!(#owner::write_content(&self.#ident, __writer);))
        }
        Role::Attribute(_) | Role::Skip => None,
    }
}

fn element(message: &Message<'_>, field: &Field<'_>, name: &QualifiedName) -> TokenStream {
    let ident = field.ident;
    let owner = of_type(field.ty, quote!(__rt::WriteField));
    let constant = field_element(message, name);
    let write = quote! {
        #owner::write_field(&self.#ident, __writer, __scope.name(const { #constant }));
    };
    let scope = match &name.home {
        Home::Inherited => return write,
        Home::Unqualified => quote!(__writer.scope("", "")),
        Home::Own {
            namespace,
            prefix: own,
        } => {
            let prefix = prefix(own.as_ref());
            quote!(__writer.scope(#namespace, #prefix))
        }
    };
    quote! {
        {
            let __scope = #scope;
            #write
        }
    }
}

fn unless_skipped(field: &Field<'_>, statement: TokenStream) -> TokenStream {
    let Some(skip_if) = &field.skip_if else {
        return statement;
    };
    let (ident, path) = (field.ident, &skip_if.value);
    let function = quote_spanned!(at(path)=> #path);
    quote! {
        if !#function(&self.#ident) {
            #statement
        }
    }
}

/// The type's own prefix, then per field its prefix and the facts of its type, in source order.
fn facts(message: &Message<'_>, group: &Group<'_>) -> TokenStream {
    let own = message.prefix.iter().zip(message.namespace.iter());
    let own = own.map(|(prefix, namespace)| quote!(__rt::Fact::Prefix(#prefix, #namespace)));
    let of_fields = group.fields.iter().flat_map(|field| {
        let binding = field.name().and_then(QualifiedName::binding);
        let prefix = binding.map(|(prefix, uri)| quote!(__rt::Fact::Prefix(#prefix, #uri)));
        let of_type = matches!(field.role, Role::Element(_)).then(|| {
            let owner = of_type(field.ty, quote!(__rt::WriteField));
            quote!(__rt::Fact::Type(#owner::facts))
        });
        prefix.into_iter().chain(of_type)
    });
    let facts = own.chain(of_fields);
    quote! {
        fn facts() -> &'static [__rt::Fact] {
            const { &[#(#facts),*] }
        }
    }
}
