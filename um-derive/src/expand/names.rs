//! Names as constants of the runtime, with the tags they are written as.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::target::{Target, assertion, at, end, group_bounds, of_type, option};
use crate::model::{Field, Group, Item, Kind, Name, Namespace, Qualification, QualifiedName, Role};

/// `impl Group`: all that the runtime needs to know to find its way around a group.
pub(super) fn group(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let shape = shape(item, group);
    let names = names(item, group);
    let extent = whole_extent(item, group);
    let check = check(item, group);
    let generics = target.bounded(group_bounds(target, group));
    let body = quote! {
        const SHAPE: &'static __rt::Shape = &#shape;
        const NAMES: &'static __rt::Names = &#names;
        #extent
    };
    let group = target.implement(&generics, quote!(__rt::Group), body);
    quote! { #group #check }
}

fn shape(item: &Item<'_>, group: &Group<'_>) -> TokenStream {
    let namespace = option(item.namespace.as_ref());
    let prefix = prefix(item.prefix.as_ref());
    let inner = group
        .inner
        .as_ref()
        .map(|inner| element(inner, item.prefix.as_ref()));
    let inner = option(inner);
    let is_inner_optional = group.is_inner_optional;
    let deny_unknown_fields = group.deny_unknown_fields;
    let extent = extent(item, group);
    quote! {
        __rt::Shape {
            namespace: #namespace,
            prefix: #prefix,
            inner: #inner,
            is_inner_optional: #is_inner_optional,
            deny_unknown_fields: #deny_unknown_fields,
            extent: #extent,
        }
    }
}

/// The names that the group claims: of its own fields, and of flattened ones.
fn names(item: &Item<'_>, group: &Group<'_>) -> TokenStream {
    let namespace = option(item.namespace.as_ref());
    let fields = group.fields.iter();
    let elements = fields.clone().flat_map(|field| match &field.role {
        Role::Element(name) | Role::Wrapper(name, _) => claimed(name, true),
        _ => Vec::new(),
    });
    let attributes = fields.flat_map(|field| match &field.role {
        Role::Attribute(name) => claimed(name, false),
        _ => Vec::new(),
    });
    let flattened = group.flattened().map(|(_, field)| {
        let owner = of_type(field.ty, quote!(__rt::Flat));
        quote!(#owner::NAMES)
    });
    quote! {
        __rt::Names {
            namespace: #namespace,
            elements: &[#(#elements),*],
            attributes: &[#(#attributes),*],
            flattened: &[#(#flattened),*],
        }
    }
}

/// Each name with its namespace, which is an `Option` for an element.
fn claimed(name: &QualifiedName, is_element: bool) -> Vec<TokenStream> {
    let namespace = match &name.qualification {
        Qualification::Qualified { namespace, .. } => Some(namespace.to_token_stream()),
        Qualification::ByDefault if is_element => None,
        Qualification::Unqualified | Qualification::ByDefault => Some(quote!("")),
    };
    let namespace = if is_element {
        option(namespace)
    } else {
        namespace.unwrap_or_default()
    };
    name.all()
        .map(|local| quote!((#namespace, #local)))
        .collect()
}

/// What the group has without its flattened fields.
fn extent(item: &Item<'_>, group: &Group<'_>) -> TokenStream {
    let attributes = group.has(|role| matches!(role, Role::Attribute(_)));
    let any = group.has(|role| matches!(role, Role::Any));
    let any_attribute = group.has(|role| matches!(role, Role::AnyAttribute));
    let has_blocks_alone = item.has_blocks_alone(group);
    let content = if group.has(|role| matches!(role, Role::Text)) {
        quote!(Text)
    } else if group.has(|role| matches!(role, Role::Element(_) | Role::Wrapper(..) | Role::Any)) {
        quote!(Elements)
    } else {
        quote!(Nothing)
    };
    quote! {
        __rt::Extent {
            attributes: #attributes,
            content: __rt::Content::#content,
            any: #any,
            any_attribute: #any_attribute,
            has_blocks_alone: #has_blocks_alone,
            fault: __rt::None,
        }
    }
}

/// The same with the flattened fields, whose types know what they have. Where the parameters of the type have
/// to be known first, it is also where they are checked.
fn whole_extent(item: &Item<'_>, group: &Group<'_>) -> Option<TokenStream> {
    let has_parameters = !item.generics.params.is_empty();
    let faults = faults(item, group, &quote!(Self));
    let faults: Vec<_> = faults.into_iter().filter(|_| has_parameters).collect();
    let flattened: Vec<_> = group
        .flattened()
        .map(|(_, field)| extent_of(field.ty))
        .collect();
    if flattened.is_empty() && faults.is_empty() {
        return None;
    }
    Some(quote! {
        const EXTENT: __rt::Extent = {
            #(#faults)*
            <Self as __rt::Group>::SHAPE.extent #(.with(#flattened))*
        };
    })
}

fn extent_of(ty: &Type) -> TokenStream {
    let owner = of_type(ty, quote!(__rt::Flat));
    quote_spanned!(end(ty)=> #owner::EXTENT)
}

/// What stops the compiler where a flattened field does not go together with those before it, or where the
/// element around it has no place for what it brings.
fn faults(item: &Item<'_>, group: &Group<'_>, this: &TokenStream) -> Vec<TokenStream> {
    let fault_with = if matches!(item.kind, Kind::Choice(_)) {
        quote!(fault_with_variant)
    } else {
        quote!(fault_with)
    };
    let mut before = quote!(<#this as __rt::Group>::SHAPE.extent);
    let faults = group.fields.iter().filter_map(|field| {
        let fault = match &field.role {
            Role::Flatten => {
                let extent = extent_of(field.ty);
                let fault = quote!(__rt::Extent::#fault_with(#before, #extent));
                before.extend(quote!(.with(#extent)));
                fault
            }
            Role::Wrapper(_, None) => {
                let list = of_type(field.ty, quote!(__rt::ListField));
                quote!(<#list::Item as __rt::Flat>::EXTENT.fault)
            }
            _ => return None,
        };
        // It stands on the field's type, where the error lands.
        let panic = quote_spanned!(at(field.ty)=> __rt::core::panic!("{}", __fault));
        Some(quote! {
            if let __rt::Some(__fault) = #fault {
                #panic
            }
        })
    });
    faults.collect()
}

/// Flattened fields that do not go together are an error where the type is declared, unless its
/// parameters have to be known first.
fn check(item: &Item<'_>, group: &Group<'_>) -> Option<TokenStream> {
    if !item.generics.params.is_empty() {
        return None;
    }
    let ident = item.ident.to_token_stream();
    let faults = faults(item, group, &ident);
    let names = group.flattened().enumerate().map(|(index, (_, field))| {
        let is_shared = quote!(__rt::Names::is_shared(<#ident as __rt::Group>::NAMES, #index));
        let text = format!(
            "`{}` brings a name that another field claims\nhelp: give one of the two another name with `rename`",
            field.ident
        );
        let assertion = assertion(at(field.ty), &quote!(!#is_shared), &text);
        // A type that is flattened into itself is found by its extent, and then not looked at again.
        quote!({
            let _ = <#ident as __rt::Group>::EXTENT;
            #assertion;
        })
    });
    let repeated = repeated(item, group);
    Some(quote! {
        #(const _: () = { #faults };)*
        #(const _: () = #names;)*
        #(const _: () = #repeated;)*
    })
}

/// Names that are told apart by the compiler alone, because there are constants among them.
fn repeated(item: &Item<'_>, group: &Group<'_>) -> Vec<TokenStream> {
    let own = item.namespace.as_ref();
    let depends = |name: &QualifiedName| {
        let is_constant = match &name.qualification {
            Qualification::Qualified { namespace, .. } => {
                namespace.is_constant() || own.is_some_and(Namespace::is_constant)
            }
            Qualification::ByDefault | Qualification::Unqualified => false,
        };
        is_constant || name.all().any(Name::is_constant)
    };
    if !group.fields.iter().filter_map(Field::name).any(depends) {
        return Vec::new();
    }
    let ident = item.ident;
    let (mut elements, mut attributes) = (0_usize.., 0_usize..);
    let claims = group.fields.iter().flat_map(|field| {
        let is_attribute = matches!(field.role, Role::Attribute(_));
        let locals = field.name().into_iter().flat_map(QualifiedName::all);
        locals.map(move |name| (field, is_attribute, name))
    });
    let checks = claims.filter_map(|(field, is_attribute, name)| {
        let (again, index) = if is_attribute {
            (quote!(is_attribute_again), attributes.next()?)
        } else {
            (quote!(is_element_again), elements.next()?)
        };
        let is_again = quote!(__rt::Names::#again(<#ident as __rt::Group>::NAMES, #index));
        let text = format!(
            "{} `{}` claims a name that another one claims\nhelp: give one of the two another name with `rename`",
            field.noun, field.ident
        );
        (index > 0).then(|| assertion(at(name), &quote!(!#is_again), &text))
    });
    checks.collect()
}

/// A prefix as text, empty where there is none.
pub(super) fn prefix(prefix: Option<&Name>) -> TokenStream {
    prefix.map_or_else(|| quote!(""), checked_prefix)
}

/// `&Name::new("CallId", "<m:CallId>", "</m:CallId>")`
pub(super) fn element(local: &Name, prefix: Option<&Name>) -> TokenStream {
    let open = joined("<", local, prefix, ">");
    let close = joined("</", local, prefix, ">");
    let local = checked(local);
    quote!(&__rt::Name::new(#local, #open, #close))
}

/// A name that the macro has checked, or the compiler does.
pub(super) fn checked(name: &Name) -> TokenStream {
    if name.is_constant() {
        quote_spanned!(at(name)=> __rt::checked_name(#name))
    } else {
        name.to_token_stream()
    }
}

/// A prefix that the macro has checked, or the compiler does.
fn checked_prefix(prefix: &Name) -> TokenStream {
    if prefix.is_constant() {
        quote_spanned!(at(prefix)=> __rt::checked_prefix(#prefix))
    } else {
        prefix.to_token_stream()
    }
}

/// A tag, or the beginning of an attribute, as one text.
fn joined(before: &str, local: &Name, prefix: Option<&Name>, behind: &str) -> TokenStream {
    let is_constant = local.is_constant() || prefix.is_some_and(Name::is_constant);
    if !is_constant {
        let prefix = prefix.map(|prefix| format!("{}:", prefix.text()));
        let prefix = prefix.unwrap_or_default();
        let text = format!("{before}{prefix}{}{behind}", local.text());
        return local.spell(&text).to_token_stream();
    }
    // The prefix is checked where it is named.
    let (prefix, local) = (prefix.into_iter(), checked(local));
    quote!({
        const __PARTS: &[&__rt::str] = &[#before, #(#prefix, ":",)* #local, #behind];
        const __TEXT: [__rt::u8; __rt::length(__PARTS)] = __rt::join(__PARTS);
        __rt::utf8(&__TEXT)
    })
}

/// The name of a field's element: its own prefix, or that of the struct.
pub(super) fn field_element(item: &Item<'_>, name: &QualifiedName) -> TokenStream {
    let prefix = match &name.qualification {
        Qualification::ByDefault => item.prefix.as_ref(),
        Qualification::Unqualified => None,
        Qualification::Qualified { prefix, .. } => prefix.as_ref(),
    };
    element(&name.local, prefix)
}

/// `&AttributeName::new("Id", " Id=\"", None, None)`
pub(super) fn attribute(name: &QualifiedName) -> TokenStream {
    let local = &name.local;
    let (namespace, prefix) = match &name.qualification {
        Qualification::Qualified { namespace, prefix } => (Some(namespace), prefix.as_ref()),
        Qualification::ByDefault | Qualification::Unqualified => (None, None),
    };
    let open = joined(" ", local, prefix, "=\"");
    let local = checked(local);
    let (namespace, prefix) = (option(namespace), option(prefix.map(checked_prefix)));
    quote!(&__rt::AttributeName::new(#local, #open, #namespace, #prefix))
}

/// Whether the element has one of the names.
pub(super) fn element_test(name: &QualifiedName) -> TokenStream {
    let tests = name.all().map(|local| match &name.qualification {
        Qualification::ByDefault => quote!(__rt::Reader::is(__reader, __namespace, #local)),
        Qualification::Unqualified => quote!(__rt::Reader::is_in(__reader, "", #local)),
        Qualification::Qualified { namespace, .. } => {
            quote!(__rt::Reader::is_in(__reader, #namespace, #local))
        }
    });
    quote!(#(#tests)||*)
}
