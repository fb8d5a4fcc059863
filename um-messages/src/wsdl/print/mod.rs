//! The file as text.

mod docs;
mod item;

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use self::item::Printer;
use super::options::Options;
use super::plan::rust::{Body, Derive, File, Item, ItemId, Module, ModuleId, RustType};

/// The text of a file, and those of the modules in it that are files of their own, each with its name.
pub(crate) fn print(file: &File, options: &Options) -> (String, Vec<(String, String)>) {
    let parts = parts(file);
    let modules = file.modules.iter().enumerate().skip(1);
    let modules = modules.filter_map(|(index, module)| {
        let content = content(file, options, (ModuleId(index), &parts));
        (!content.is_empty()).then_some((module, content))
    });
    let mut root = content(file, options, (ModuleId::ROOT, &parts));
    let mut files = Vec::new();
    for (module, content) in modules {
        let (docs, name) = (module_docs(module), item::ident(&module.name));
        if options.is_split {
            root.push(quote!(#docs pub mod #name;));
            let name = module.name.trim_start_matches("r#").to_owned();
            files.push((name, text(content)));
        } else {
            root.push(quote!(#docs pub mod #name { #(#content)* }));
        }
    }
    (text(root), files)
}

fn module_docs(module: &Module) -> TokenStream {
    item::doc_attributes(&match module.namespace.as_str() {
        "" => "The types in no namespace.".to_owned(),
        namespace => format!("The types of the namespace `{namespace}`."),
    })
}

/// The text of these items, one by one: all at once would take several times the memory.
fn text(items: Vec<TokenStream>) -> String {
    let mut text = String::new();
    for tokens in items {
        match syn::parse2(tokens.clone()) {
            Ok(file) => text.push_str(&prettyplease::unparse(&file)),
            // Nothing is lost: the compiler says what is wrong.
            Err(_) => text.push_str(&tokens.to_string()),
        }
    }
    spaced(&text)
}

/// The text with an empty line between items, and a long namespace on a line of its own, as people write them.
fn spaced(text: &str) -> String {
    let mut result: Vec<String> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let before = result.last().map_or("", String::as_str);
        if is_next_item(before, line) {
            result.push(String::new());
        }
        if let Some((start, "")) = line.split_once(" = xml::Namespace::new(") {
            let indent = " ".repeat(indentation(line));
            let rest: String = lines.by_ref().take(3).map(str::trim).collect();
            let rest = rest.replacen(",)", ")", 1);
            result.push(format!("{start} ="));
            result.push(format!("{indent}    xml::Namespace::new({rest}"));
        } else {
            result.push(line.to_owned());
        }
    }
    result.push(String::new());
    result.join("\n")
}

/// Whether a line begins an item, and the one before it ends one.
fn is_next_item(before: &str, line: &str) -> bool {
    let is_start = ["#[", "///", "pub ", "impl ", "use ", "xml::"]
        .iter()
        .any(|start| line.trim_start().starts_with(start));
    let is_comment = before.trim_start().starts_with("//");
    is_start
        && !is_comment
        && before.ends_with(['}', ';'])
        && indentation(before) <= indentation(line) + 4
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The items of each module in their order, each followed by its parts.
fn parts(file: &File) -> HashMap<ModuleId, Vec<ItemId>> {
    let mut of_owner: HashMap<Option<ItemId>, Vec<ItemId>> = HashMap::new();
    for (index, item) in file.items.iter().enumerate() {
        of_owner.entry(item.owner).or_default().push(ItemId(index));
    }
    let mut ordered: HashMap<ModuleId, Vec<ItemId>> = HashMap::new();
    let mut open: Vec<ItemId> = of_owner.remove(&None).unwrap_or_default();
    open.reverse();
    while let Some(id) = open.pop() {
        if let Some(item) = file.items.get(id.0) {
            ordered.entry(item.module).or_default().push(id);
        }
        open.extend(of_owner.remove(&Some(id)).into_iter().flatten().rev());
    }
    ordered
}

fn content(
    file: &File,
    options: &Options,
    (id, parts): (ModuleId, &HashMap<ModuleId, Vec<ItemId>>),
) -> Vec<TokenStream> {
    let module = file.modules.get(id.0);
    let Some(module) = module.filter(|module| module.path.is_none()) else {
        return Vec::new();
    };
    let items: Vec<&Item> = parts
        .get(&id)
        .into_iter()
        .flatten()
        .filter_map(|id| file.items.get(id.0))
        .collect();
    let printer = Printer {
        file,
        options,
        module: id,
    };
    let all = items.iter().map(|item| printer.item(item));
    let namespace = module.is_used.then(|| printer.namespace(module));
    let uses = uses(&items, module.is_used);
    let constants = (id == ModuleId::ROOT).then(|| constants(file));
    let first = quote!(#uses #namespace #constants);
    std::iter::once(first)
        .chain(all)
        .filter(|tokens| !tokens.is_empty())
        .collect()
}

fn constants(file: &File) -> TokenStream {
    let constants = file.constants.iter().map(|constant| {
        let name = format_ident!("{}", constant.name);
        let (value, docs) = (&constant.value, item::doc_attributes(&constant.docs));
        quote!(#docs pub const #name: &str = #value;)
    });
    constants.collect()
}

/// What the items of a module use of this crate.
fn uses(items: &[&Item], has_namespace: bool) -> TokenStream {
    let derives = |derive| items.iter().any(|item| item.derive == derive);
    let mut names = Vec::new();
    if derives(Derive::Message) {
        names.push(quote!(SoapMessage));
    }
    if derives(Derive::Type) {
        names.push(quote!(SoapType));
    }
    if items.iter().any(|item| holds(item, &is_block)) {
        names.push(quote!(soap));
    }
    let has_path =
        |item: &&Item| item::has_path_key(item) || matches!(item.body, Body::Restricted(..));
    if has_namespace || items.iter().any(|item| holds(item, &is_xml)) || items.iter().any(has_path)
    {
        names.push(quote!(xml));
    }
    match names.as_slice() {
        [] => TokenStream::new(),
        [name] => quote!(use um_messages::#name;),
        names => quote!(use um_messages::{#(#names),*};),
    }
}

fn is_block(value: &RustType) -> bool {
    matches!(value, RustType::Block(_))
}

fn is_xml(value: &RustType) -> bool {
    match value {
        RustType::Known(known) => known.path.starts_with("xml::"),
        RustType::Nillable(_) => true,
        _ => false,
    }
}

/// Whether an item holds a type that is so, however deep.
fn holds(item: &Item, is_so: &impl Fn(&RustType) -> bool) -> bool {
    item.body.values().any(|value| any_inside(value, is_so))
}

fn any_inside(value: &RustType, is_so: &impl Fn(&RustType) -> bool) -> bool {
    is_so(value)
        || match value {
            RustType::Named(_) | RustType::Known(_) | RustType::Mapped(_) => false,
            RustType::Tuple(values) => values.iter().any(|value| any_inside(value, is_so)),
            RustType::Option(inner)
            | RustType::Vec(inner)
            | RustType::Box(inner)
            | RustType::Nillable(inner)
            | RustType::Block(inner) => any_inside(inner, is_so),
        }
}
