//! Names as constants of the runtime, with the tags they are written as.

use proc_macro2::TokenStream;
use quote::quote;

use super::target::option;
use crate::model::{Group, Home, Message, Name, QualifiedName};

/// `const __SHAPE`: all that the runtime needs to know to find its way around a group.
pub(super) fn shape(message: &Message<'_>, group: &Group<'_>) -> TokenStream {
    let namespace = option(message.namespace.as_ref());
    let prefix = prefix(message.prefix.as_ref());
    let inner = group
        .inner
        .as_ref()
        .map(|inner| element(inner, message.prefix.as_ref()));
    let inner = option(inner);
    let deny_unknown_fields = group.deny_unknown_fields;
    let has_blocks_alone = message.has_blocks_alone();
    let content = if group.has_text() {
        quote!(Text)
    } else {
        quote!(Elements)
    };
    quote! {
        const __SHAPE: &__rt::Shape = &__rt::Shape {
            namespace: #namespace,
            prefix: #prefix,
            inner: #inner,
            deny_unknown_fields: #deny_unknown_fields,
            content: __rt::Content::#content,
            has_blocks_alone: #has_blocks_alone,
        };
    }
}

/// A prefix as text, empty where there is none.
pub(super) fn prefix(prefix: Option<&Name>) -> TokenStream {
    prefix.map_or_else(|| quote!(""), |prefix| quote!(#prefix))
}

/// `&Name::new("CallId", "<m:CallId>", "</m:CallId>")`
pub(super) fn element(local: &Name, prefix: Option<&Name>) -> TokenStream {
    let tag = tag(local, prefix);
    let open = local.spell(&format!("<{tag}>"));
    let close = local.spell(&format!("</{tag}>"));
    quote!(&__rt::Name::new(#local, #open, #close))
}

/// The name of a field's element: its own prefix, or that of the struct.
pub(super) fn field_element(message: &Message<'_>, name: &QualifiedName) -> TokenStream {
    let prefix = match &name.home {
        Home::Inherited => message.prefix.as_ref(),
        Home::Unqualified => None,
        Home::Own { prefix, .. } => prefix.as_ref(),
    };
    element(&name.local, prefix)
}

/// `&AttributeName::new("Id", " Id=\"", None, None)`
pub(super) fn attribute(name: &QualifiedName) -> TokenStream {
    let local = &name.local;
    let (namespace, prefix) = match &name.home {
        Home::Own { namespace, prefix } => (Some(namespace), prefix.as_ref()),
        Home::Inherited | Home::Unqualified => (None, None),
    };
    let open = local.spell(&format!(" {}=\"", tag(local, prefix)));
    let (namespace, prefix) = (option(namespace), option(prefix));
    quote!(&__rt::AttributeName::new(#local, #open, #namespace, #prefix))
}

fn tag(local: &Name, prefix: Option<&Name>) -> String {
    match prefix {
        Some(prefix) => format!("{}:{}", prefix.text(), local.text()),
        None => local.text().to_owned(),
    }
}
