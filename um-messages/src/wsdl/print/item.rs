//! Items as tokens.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::docs;
use crate::wsdl::model::{Facets, Limit};
use crate::wsdl::options::Options;
use crate::wsdl::plan::rust::{
    Body, Derive, Docs, Field, File, Item, ItemId, Key, Module, ModuleId, RustType, Variant,
};

/// The order of keys that say what something is and where its name lives. Others stand before them.
const ORDER: [&str; 8] = [
    "namespace",
    "unqualified",
    "wrapper",
    "rename",
    "item_namespace",
    "rename_all",
    "action",
    "response",
];

fn key_name(key: &Key) -> &'static str {
    match key {
        Key::Flag(name)
        | Key::Text(name, _)
        | Key::Number(name, _)
        | Key::Namespace(name, _)
        | Key::Path(name, _)
        | Key::Type(name, _) => name,
    }
}

/// Prints the items of one module.
pub(super) struct Printer<'f> {
    pub(super) file: &'f File,
    pub(super) options: &'f Options,
    pub(super) module: ModuleId,
}

pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

pub(super) fn doc_attributes(text: &str) -> TokenStream {
    lines(std::iter::once(format!(" {text}")))
}

fn lines(lines: impl Iterator<Item = String>) -> TokenStream {
    lines.map(|line| quote!(#[doc = #line])).collect()
}

/// Whether a key of the item is a path to something of this crate.
pub(super) fn has_path_key(item: &Item) -> bool {
    let is_path = |key: &Key| matches!(key, Key::Path(..));
    match &item.body {
        Body::Struct(fields) => fields.iter().any(|field| field.keys.iter().any(is_path)),
        Body::Tuple(_) | Body::Restricted(..) | Body::Enum(_) => false,
    }
}

impl Printer<'_> {
    /// What is said of an item, and behind it what of it is kept without a type, or is not checked.
    fn item_docs(&self, item: &Item) -> TokenStream {
        let docs = self.docs(item.docs.as_ref());
        let note = match (&item.fallback, &item.body) {
            (Some(fallback), _) => format!("um-wsdl: {fallback}"),
            (None, Body::Restricted(_, facets)) if !facets.unchecked.is_empty() => {
                let unchecked: Vec<String> =
                    facets.unchecked.iter().map(|it| docs::code(it)).collect();
                format!("Not checked: {}.", unchecked.join(", "))
            }
            _ => return docs,
        };
        let gap = (!docs.is_empty()).then(|| quote!(#[doc = ""]));
        let note = doc_attributes(&note);
        quote!(#docs #gap #note)
    }

    fn docs(&self, docs: Option<&Docs>) -> TokenStream {
        match docs {
            Some(Docs::Own(text)) => doc_attributes(text),
            Some(Docs::Text(text)) if self.options.has_docs => lines(docs::lines(text).into_iter()),
            None | Some(Docs::Text(_)) => TokenStream::new(),
        }
    }

    /// The constant of the module's namespace.
    #[expect(clippy::unused_self, reason = "it is printed as the items are")]
    pub(super) fn namespace(&self, module: &Module) -> TokenStream {
        let uri = &module.namespace;
        let prefix = module
            .prefix
            .as_ref()
            .map(|prefix| quote!(.with_prefix(#prefix)));
        let docs = doc_attributes("The namespace of these types.");
        quote!(#docs pub const NAMESPACE: xml::Namespace = xml::Namespace::new(#uri)#prefix;)
    }

    pub(super) fn item(&self, item: &Item) -> TokenStream {
        let docs = self.item_docs(item);
        let derives = self.derives(item);
        let keys = self.keys(&item.keys);
        let name = ident(&item.name);
        match &item.body {
            Body::Struct(fields) => {
                let fields = fields.iter().map(|field| self.field(field));
                quote!(#docs #derives #keys pub struct #name { #(#fields),* })
            }
            Body::Tuple(value) => {
                let value = self.value(value);
                quote!(#docs #derives #keys pub struct #name(pub #value);)
            }
            Body::Restricted(value, facets) => {
                let (value, facets) = (self.value(value), facets_of(facets));
                quote! {
                    #docs #derives #keys pub struct #name(pub #value);
                    xml::restricted_type!(#name(#value), #facets);
                }
            }
            Body::Enum(variants) => {
                let all = variants.iter().map(|variant| self.variant(variant));
                let allow =
                    has_common_part(variants).then(|| quote!(#[allow(clippy::enum_variant_names)]));
                let fault = (item.derive == Derive::None).then(|| self.of_fault(&name, variants));
                quote!(#docs #derives #allow #keys pub enum #name { #(#all),* } #fault)
            }
        }
    }

    fn derives(&self, item: &Item) -> TokenStream {
        let own = match item.derive {
            Derive::Message => Some(quote!(, SoapMessage)),
            Derive::Type => Some(quote!(, SoapType)),
            Derive::None => None,
        };
        let values = match &item.body {
            Body::Enum(variants) => variants.iter().all(|variant| variant.value.is_none()),
            Body::Struct(_) | Body::Tuple(_) | Body::Restricted(..) => false,
        };
        let copy = values.then(|| quote!(, Copy));
        let eq = values.then(|| quote!(, Eq));
        let is_there = |path: &&String| {
            values && matches!(path.as_str(), "Copy" | "Eq")
                || ["Debug", "Clone", "PartialEq"].contains(&path.as_str())
        };
        let more = self.options.derives.iter();
        let more = more.filter(|path| !is_there(path)).map(|path| known(path));
        quote!(#[derive(Debug, Clone #copy, PartialEq #eq #(, #more)* #own)])
    }

    fn field(&self, field: &Field) -> TokenStream {
        let docs = self.docs(field.docs.as_ref());
        let (keys, name, value) = (
            self.keys(&field.keys),
            ident(&field.name),
            self.value(&field.value),
        );
        quote!(#docs #keys pub #name: #value)
    }

    fn variant(&self, variant: &Variant) -> TokenStream {
        let docs = self.docs(variant.docs.as_ref());
        let (keys, name) = (self.keys(&variant.keys), ident(&variant.name));
        let value = variant.value.as_ref().map(|value| {
            let value = self.value(value);
            quote!((#value))
        });
        quote!(#docs #keys #name #value)
    }

    /// How an enum of faults is made of a fault.
    fn of_fault(&self, name: &Ident, variants: &[Variant]) -> TokenStream {
        let tries = variants.iter().map(|variant| {
            let variant_name = ident(&variant.name);
            let value = if let Some(RustType::Box(inner)) = &variant.value {
                let inner = self.value(inner);
                quote!(fault.detail_as::<#inner>()?.map(Box::new))
            } else {
                quote!(fault.detail_as()?)
            };
            quote!(if let Some(detail) = #value { return Ok(Some(Self::#variant_name(detail))); })
        });
        quote! {
            impl #name {
                /// What the detail of a fault says, if it is one of these.
                ///
                /// # Errors
                ///
                /// If the detail is one of these and cannot be read.
                pub fn from_fault(fault: &um_messages::Fault) -> um_messages::Result<Option<Self>> {
                    #(#tries)*
                    Ok(None)
                }
            }
        }
    }

    fn keys(&self, keys: &[Key]) -> TokenStream {
        if keys.is_empty() {
            return TokenStream::new();
        }
        let mut keys: Vec<&Key> = keys.iter().collect();
        keys.sort_by_key(|key| ORDER.iter().position(|name| *name == key_name(key)));
        let keys = keys.into_iter().map(|key| self.key(key));
        quote!(#[soap(#(#keys),*)])
    }

    fn key(&self, key: &Key) -> TokenStream {
        match key {
            Key::Flag(name) => {
                let name = ident(name);
                quote!(#name)
            }
            Key::Text(name, text) => {
                let name = ident(name);
                quote!(#name = #text)
            }
            Key::Number(name, number) => {
                let (name, number) = (ident(name), Literal::u64_unsuffixed(*number));
                quote!(#name = #number)
            }
            Key::Namespace(name, module) => {
                let (name, path) = (ident(name), self.path_to(*module, "NAMESPACE"));
                quote!(#name = #path)
            }
            Key::Path(name, path) => {
                let (name, path) = (ident(name), known(path));
                quote!(#name = #path)
            }
            Key::Type(name, value) => {
                let (name, value) = (ident(name), self.value(value));
                quote!(#name = #value)
            }
        }
    }

    fn value(&self, value: &RustType) -> TokenStream {
        match value {
            RustType::Named(id) => self.named(*id),
            RustType::Known(of_crate) => known(of_crate.path),
            RustType::Mapped(path) => known(path),
            RustType::Tuple(values) => {
                let values = values.iter().map(|value| self.value(value));
                quote!((#(#values),*))
            }
            RustType::Option(inner) => self.generic(&quote!(Option), inner),
            RustType::Vec(inner) => self.generic(&quote!(Vec), inner),
            RustType::Box(inner) => self.generic(&quote!(Box), inner),
            RustType::Nillable(inner) => self.generic(&quote!(xml::Nillable), inner),
            RustType::Block(inner) => self.generic(&quote!(soap::Block), inner),
        }
    }

    fn generic(&self, name: &TokenStream, inner: &RustType) -> TokenStream {
        let inner = self.value(inner);
        quote!(#name<#inner>)
    }

    fn named(&self, id: ItemId) -> TokenStream {
        match self.file.items.get(id.0) {
            Some(item) => self.path_to(item.module, &item.name),
            None => TokenStream::new(),
        }
    }

    /// The path to a name in another module, or in this one.
    fn path_to(&self, module: ModuleId, name: &str) -> TokenStream {
        let name = ident(name);
        if module == self.module {
            return quote!(#name);
        }
        let external = self
            .file
            .modules
            .get(module.0)
            .and_then(|module| module.path.as_ref());
        if let Some(path) = external {
            let path = known(path);
            return quote!(#path::#name);
        }
        let up = (self.module != ModuleId::ROOT).then(|| quote!(super::));
        let down = self
            .file
            .modules
            .get(module.0)
            .filter(|_| module != ModuleId::ROOT);
        let down = down.map(|module| {
            let module = ident(&module.name);
            quote!(#module::)
        });
        quote!(#up #down #name)
    }
}

/// `xml::Facets::text().max_length(35)`
fn facets_of(facets: &Facets) -> TokenStream {
    let kind = ident(facets.kind.unwrap_or("text"));
    let limits = facets.limits.iter().map(|(method, limit)| {
        let method = ident(method);
        let limit = match limit {
            Limit::Count(count) => Literal::u32_unsuffixed(*count),
            Limit::Number(number) => Literal::string(number),
        };
        quote!(.#method(#limit))
    });
    quote!(xml::Facets::#kind() #(#limits)*)
}

fn known(path: &str) -> TokenStream {
    path.parse().unwrap_or_default()
}

/// Whether the names of all variants begin or end with one word, which Clippy does not like.
fn has_common_part(variants: &[Variant]) -> bool {
    let names: Vec<&str> = variants
        .iter()
        .map(|variant| variant.name.as_str())
        .collect();
    let Some(first) = names.first().filter(|_| names.len() > 2) else {
        return false;
    };
    let is_word_end = |name: &str, at: usize| {
        name.get(at..).is_some_and(|rest| {
            rest.starts_with(|next: char| !next.is_lowercase()) || rest.is_empty()
        })
    };
    let starts =
        (1..=first.len()).filter(|at| first.is_char_boundary(*at) && is_word_end(first, *at));
    let prefixes = starts.clone().filter_map(|at| first.get(..at));
    let suffixes = starts.filter_map(|at| first.get(at..)).chain([*first]);
    prefixes
        .into_iter()
        .any(|prefix| names.iter().all(|name| name.starts_with(prefix)))
        || suffixes
            .filter(|suffix| !suffix.is_empty())
            .any(|suffix| names.iter().all(|name| name.ends_with(suffix)))
}
