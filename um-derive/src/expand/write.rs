//! The writing half of a struct or choice: attributes, then content.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::target::{Target, across, at, at_type, write_bounds};
use super::{codec, description};
use crate::model::{Field, Group, Item, Kind, Qualification, Role};

pub(super) fn group(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let writer = quote!(__writer: &mut __rt::Writer);
    let functions = [
        function(group, &quote!(write_attributes), &writer, start_tag),
        function(
            group,
            &quote!(declare_any_attributes),
            &writer,
            |field, _| any_attributes(field, "declare"),
        ),
        function(group, &quote!(write_any_attributes), &writer, |field, _| {
            any_attributes(field, "write")
        }),
        function(
            group,
            &quote!(write_content),
            &quote!(__to: &mut __rt::Children<'_>),
            |field, number| content(field, number, &value(field)),
        ),
    ];
    impls(item, target, group, &quote!(#(#functions)*))
}

/// As [`group`], for an enum of which one variant stands.
pub(super) fn choice(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let arms = group.numbered().filter_map(|(number, field)| {
        let ident = field.ident;
        let value = codec::value(field, quote!(__value));
        let write = content(field, number, &across(field.ty, &value))?;
        Some(quote!(Self::#ident(__value) => { #write; }))
    });
    let nothing = group.nothing.map(|ident| {
        quote! {
            if let Self::#ident = self {
                return;
            }
        }
    });
    let others = group.nothing.map(|_| quote!(_ => {}));
    let function = quote! {
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            #nothing
            __rt::Children::choice(__to, |__to| match self {
                #(#arms)*
                #others
            });
        }
    };
    let declare = declare_texts(group);
    impls(item, target, group, &quote!(#declare #function))
}

/// What the texts of variants need to have declared.
fn declare_texts(group: &Group<'_>) -> Option<TokenStream> {
    let arms = group.numbered().filter_map(|(number, field)| {
        let ident = field.ident;
        let codec = codec::writing(field, number);
        matches!(field.role, Role::Text).then(|| {
            let (value, writer) = (
                codec::variable(field, "__value"),
                codec::variable(field, "__writer"),
            );
            let codec = codec::reference(field, &codec);
            let declare = codec::call(field, "declare", &[&value, &writer, &codec]);
            let declare = codec::secretly(field, "write", &quote!(__writer), declare);
            quote!(Self::#ident(__value) => { #declare; })
        })
    });
    let arms: Vec<_> = arms.collect();
    // Of the others nothing stands in the start tag.
    let has_others = arms.len() < group.fields.len() || group.nothing.is_some();
    let others = has_others.then(|| quote!(_ => {}));
    (!arms.is_empty()).then(|| {
        quote! {
            fn write_attributes(&self, __writer: &mut __rt::Writer) {
                match self {
                    #(#arms)*
                    #others
                }
            }
        }
    })
}

fn impls(
    item: &Item<'_>,
    target: &Target<'_>,
    group: &Group<'_>,
    functions: &TokenStream,
) -> TokenStream {
    let generics = target.bounded(write_bounds(target, group));
    let as_header = if can_be_header(item, group) {
        quote!(__rt::Yes)
    } else {
        quote!(__rt::No)
    };
    let write_fields = target.implement(
        &generics,
        quote!(__rt::WriteFields),
        quote! {
            type AsHeader = #as_header;
            #functions
        },
    );
    let is_choice = matches!(item.kind, Kind::Choice(_)).then(|| {
        quote!(
            const IS_CHOICE: __rt::bool = true;
        )
    });
    let description = description::fields(target, group);
    let write_element = target.implement(
        &generics,
        quote!(__rt::WriteElement),
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                __rt::write_fields(self, __writer, __name);
            }
            const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
            #is_choice
            #description
        },
    );
    quote! { #write_fields #write_element }
}

/// Whether the fields can be header blocks; what is flattened may say otherwise.
fn can_be_header(item: &Item<'_>, group: &Group<'_>) -> bool {
    let mut fields = group.fields.iter();
    group.inner.is_none()
        && fields.all(|field| match &field.role {
            Role::Attribute(_) | Role::Text | Role::AnyAttribute => false,
            Role::Any(_) | Role::Skip | Role::Position | Role::Flatten => true,
            Role::Element(name) | Role::Wrapper(name, _) => {
                let is_open = matches!(name.qualification, Qualification::ByDefault);
                item.namespace.is_some() || !is_open
            }
        })
}

/// A function of what each field adds to it; none where no field does.
fn function(
    group: &Group<'_>,
    name: &TokenStream,
    argument: &TokenStream,
    of_field: impl Fn(&Field<'_>, usize) -> Option<TokenStream>,
) -> Option<TokenStream> {
    let statements = group.numbered().filter_map(|(number, field)| {
        let statement = of_field(field, number)?;
        Some(unless_skipped(field, quote!(#statement;)))
    });
    let statements: Vec<_> = statements.collect();
    (!statements.is_empty()).then(|| {
        quote! {
            fn #name(&self, #argument) {
                #(#statements)*
            }
        }
    })
}

/// The field's value, a reference, as an argument.
fn value(field: &Field<'_>) -> TokenStream {
    let ident = field.ident;
    let value = codec::value(field, quote_spanned!(at_type(field.ty)=> &self.#ident));
    across(field.ty, &value)
}

/// What a field adds to the start tag: an attribute, or what its text needs to have declared.
fn start_tag(field: &Field<'_>, number: usize) -> Option<TokenStream> {
    let writer = codec::variable(field, "__writer");
    let codec = || codec::reference(field, &codec::writing(field, number));
    let write = match &field.role {
        Role::Attribute(_) => {
            let (this, number) = (codec::variable(field, "self"), codec::number(field, number));
            let arguments: [&dyn ToTokens; 5] = [&this, &value(field), &writer, &number, &codec()];
            codec::call(field, "write", &arguments)
        }
        Role::Text => codec::call(field, "declare", &[&value(field), &writer, &codec()]),
        Role::Flatten => codec::call(field, "write_attributes", &[&value(field), &writer]),
        Role::Element(_)
        | Role::Wrapper(..)
        | Role::Any(_)
        | Role::AnyAttribute
        | Role::Skip
        | Role::Position => return None,
    };
    Some(codec::secretly(field, "write", &quote!(__writer), write))
}

/// What is done with attributes that were kept without a field of their name.
fn any_attributes(field: &Field<'_>, verb: &str) -> Option<TokenStream> {
    let writer = codec::variable(field, "__writer");
    let function = match &field.role {
        Role::AnyAttribute => verb.to_owned(),
        Role::Flatten => format!("{verb}_any_attributes"),
        _ => return None,
    };
    let write = codec::call(field, &function, &[&value(field), &writer]);
    Some(codec::secretly(field, "write", &quote!(__writer), write))
}

/// What a field's value adds to the content.
fn content(field: &Field<'_>, number: usize, value: &TokenStream) -> Option<TokenStream> {
    let (to, place) = (codec::variable(field, "__to"), codec::number(field, number));
    let check = codec::check_occurrence(field, number, value);
    let write = match &field.role {
        Role::Element(_) | Role::Wrapper(..) | Role::Text => {
            let codec = codec::reference(field, &codec::writing(field, number));
            codec::call(field, "write", &[value, &to, &place, &codec])
        }
        Role::Flatten | Role::Any(_) => codec::call(field, "write", &[value, &to, &place]),
        Role::Attribute(_) | Role::AnyAttribute | Role::Skip | Role::Position => return None,
    };
    let write = codec::secretly(field, "write_to", &quote!(__to), write);
    Some(check.map_or(write.clone(), |check| quote!(#check; #write)))
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
