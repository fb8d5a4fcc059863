//! The writing half of a group or choice: attributes, content, and the facts that are declared up
//! front.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::codec;
use super::names::{attribute, field_element, prefix};
use super::target::{Target, at, of_type, write_bounds};
use crate::model::{Field, Group, Item, Qualification, QualifiedName, Role};

pub(super) fn group(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let write_attributes = write_attributes(item, group);
    let write_kept_attributes = write_kept_attributes(group);
    let write_content = write_content(item, group);
    let functions = quote! { #write_attributes #write_kept_attributes #write_content };
    impls(item, target, group, &functions)
}

/// As [`group`], for an enum of which one variant stands.
pub(super) fn choice(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let arms = group.fields.iter().filter_map(|field| {
        let ident = field.ident;
        let write = content(item, field, &quote!(__value))?;
        Some(quote!(Self::#ident(__value) => { #write }))
    });
    let function = quote! {
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            let __before = __rt::Writer::length(__writer);
            match self {
                #(#arms)*
            }
            __rt::Writer::insist_on_choice(__writer, __before);
        }
    };
    impls(item, target, group, &function)
}

fn impls(
    item: &Item<'_>,
    target: &Target<'_>,
    group: &Group<'_>,
    functions: &TokenStream,
) -> TokenStream {
    let generics = target.bounded(write_bounds(target, group));
    let facts = facts(item, group);
    let write_group = target.implement(
        &generics,
        quote!(__rt::WriteGroup),
        quote! { #functions #facts },
    );
    let write_element = target.implement(
        &generics,
        quote!(__rt::WriteElement),
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                __rt::write_group(self, __writer, __name);
            }
            fn facts() -> &'static [__rt::Fact] {
                <Self as __rt::WriteGroup>::facts()
            }
        },
    );
    quote! { #write_group #write_element }
}

fn write_attributes(item: &Item<'_>, group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter();
    let mut statements = fields.filter_map(|field| start_tag(item, field)).peekable();
    statements.peek()?;
    Some(quote! {
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            #(#statements)*
        }
    })
}

/// What a field adds to the start tag: an attribute, or what its text needs to have declared.
fn start_tag(item: &Item<'_>, field: &Field<'_>) -> Option<TokenStream> {
    let ident = field.ident;
    match &field.role {
        Role::Attribute(name) => {
            let name = attribute(name);
            let arguments = quote!(&self.#ident, __writer, const { #name });
            let owner = of_type(field.ty, quote!(__rt::WriteAttribute));
            let own = quote!(#owner::write_attribute);
            let write = call(item, field, &own, &quote!(write_attribute_as), &arguments);
            Some(unless_skipped(field, write))
        }
        Role::Text => {
            let own = of_type(field.ty, quote!(__rt::WriteContent));
            let own = quote!(#own::declare);
            let arguments = quote!(&self.#ident, __writer);
            Some(call(
                item,
                field,
                &own,
                &quote!(declare_text_as),
                &arguments,
            ))
        }
        Role::Flatten => {
            let owner = of_type(field.ty, quote!(__rt::WriteFlat));
            Some(unless_skipped(
                field,
                quote!(#owner::write_attributes(&self.#ident, __writer);),
            ))
        }
        Role::Element(_) | Role::Wrapper(..) | Role::Any | Role::AnyAttribute | Role::Skip => None,
    }
}

/// A call of the type's own function or, for a codec, of the runtime's.
fn call(
    item: &Item<'_>,
    field: &Field<'_>,
    own: &TokenStream,
    of_codec: &TokenStream,
    arguments: &TokenStream,
) -> TokenStream {
    let codec = codec::writing(item, field);
    let by_codec = codec.map(|codec| codec.call(of_codec, arguments));
    let call = by_codec.unwrap_or_else(|| quote!(#own(#arguments)));
    quote!(#call;)
}

/// `write_kept_attributes`: when all names are written that they must not have.
fn write_kept_attributes(group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter();
    let mut statements = fields.filter_map(kept_attributes).peekable();
    statements.peek()?;
    Some(quote! {
        fn write_kept_attributes(&self, __writer: &mut __rt::Writer) {
            #(#statements)*
        }
    })
}

fn kept_attributes(field: &Field<'_>) -> Option<TokenStream> {
    let ident = field.ident;
    let name = match &field.role {
        Role::AnyAttribute => quote!(__rt::AnyAttribute),
        Role::Flatten => quote!(__rt::WriteFlat),
        _ => return None,
    };
    let owner = of_type(field.ty, name);
    let statement = quote!(#owner::write_kept_attributes(&self.#ident, __writer););
    Some(unless_skipped(field, statement))
}

fn write_content(item: &Item<'_>, group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter();
    let mut statements = fields
        .filter_map(|field| {
            let ident = field.ident;
            let statement = content(item, field, &quote!(&self.#ident))?;
            Some(unless_skipped(field, statement))
        })
        .peekable();
    statements.peek()?;
    Some(quote! {
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            #(#statements)*
        }
    })
}

/// What a field's value adds to the content.
fn content(item: &Item<'_>, field: &Field<'_>, value: &TokenStream) -> Option<TokenStream> {
    match &field.role {
        Role::Element(name) | Role::Wrapper(name, _) => Some(element(item, field, name, value)),
        Role::Text => {
            let owner = of_type(field.ty, quote!(__rt::WriteContent));
            let own = quote!(#owner::write_content);
            let arguments = quote!(#value, __writer);
            Some(call(item, field, &own, &quote!(write_text_as), &arguments))
        }
        Role::Flatten => {
            let owner = of_type(field.ty, quote!(__rt::WriteFlat));
            Some(quote!(#owner::write_content(#value, __writer, __scope);))
        }
        Role::Any => {
            let owner = of_type(field.ty, quote!(__rt::WriteAny));
            Some(quote!(#owner::write_any(#value, __writer);))
        }
        Role::Attribute(_) | Role::AnyAttribute | Role::Skip => None,
    }
}

fn element(
    item: &Item<'_>,
    field: &Field<'_>,
    name: &QualifiedName,
    value: &TokenStream,
) -> TokenStream {
    let owner = of_type(field.ty, quote!(__rt::WriteField));
    let constant = field_element(item, name);
    let arguments = quote!(#value, __writer, __rt::Scope::name(__scope, const { #constant }));
    let own = quote!(#owner::write_field);
    let write = call(item, field, &own, &quote!(write_as), &arguments);
    let scope = match &name.qualification {
        Qualification::ByDefault => return write,
        Qualification::Unqualified => quote!(__rt::Writer::scope(__writer, "", "")),
        Qualification::Qualified {
            namespace,
            prefix: own,
        } => {
            let prefix = prefix(own.as_ref());
            quote!(__rt::Writer::scope(__writer, #namespace, #prefix))
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
fn facts(item: &Item<'_>, group: &Group<'_>) -> TokenStream {
    let own = item.prefix.iter().zip(item.namespace.iter());
    let own = own.map(|(prefix, namespace)| quote!(__rt::Fact::Prefix(#prefix, #namespace)));
    let of_fields = group.fields.iter().flat_map(|field| {
        let binding = field.name().and_then(QualifiedName::binding);
        let prefix = binding.map(|(prefix, uri)| quote!(__rt::Fact::Prefix(#prefix, #uri)));
        let of_type = fact(field).map(|facts| quote!(__rt::Fact::Type(#facts)));
        prefix.into_iter().chain(of_type)
    });
    let facts = own.chain(of_fields);
    quote! {
        fn facts() -> &'static [__rt::Fact] {
            const { &[#(#facts),*] }
        }
    }
}

/// The function that gives the facts of a field's type.
fn fact(field: &Field<'_>) -> Option<TokenStream> {
    let is_coded = !field.form.is_plain();
    let name = match field.role {
        Role::Wrapper(..) => return codec::facts(field),
        Role::Element(_) if is_coded => return codec::facts(field),
        Role::Element(_) => quote!(__rt::WriteField),
        Role::Flatten => quote!(__rt::WriteFlat),
        Role::Attribute(_) | Role::Text | Role::Any | Role::AnyAttribute | Role::Skip => {
            return None;
        }
    };
    let owner = of_type(field.ty, name);
    Some(quote!(#owner::facts))
}
