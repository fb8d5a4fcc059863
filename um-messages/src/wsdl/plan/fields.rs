//! The fields of a struct, and the variants of a choice.

use super::naming::{Names, Style, pascal, snake};
use super::planner::Planner;
use super::rust::{Body, Docs, Field, ItemId, Key, RustType, Variant};
use super::slots::{Mix, Order, Slot};
use super::standing::occurring;
use crate::wsdl::model::{Attribute, Element, Head, Model, Occurs, TypeRef};
use crate::wsdl::resolve::BuiltIn;
use crate::xml::XML_NAMESPACE;

/// A field or a variant whose keys are not complete: what its name is follows from those beside it.
pub(super) struct Named<T> {
    pub(super) item: T,
    /// The name of XML that it has, if it has one.
    pub(super) xml: Option<String>,
}

/// The fields of one struct.
pub(super) struct Fields<'p> {
    /// The struct, whose name those of the types begin with that are made for its parts.
    owner: ItemId,
    /// What the type is called where a name is asked for a part of it.
    pub(super) path: String,
    /// The namespace of elements that say nothing else.
    namespace: &'p str,
    names: Names,
    members: Vec<Named<Field>>,
}

impl<'p> Fields<'p> {
    pub(super) fn new(owner: ItemId, path: String, namespace: &'p str) -> Self {
        Self {
            owner,
            path,
            namespace,
            names: Names::default(),
            members: Vec::new(),
        }
    }

    pub(super) fn namespace(&self) -> &'p str {
        self.namespace
    }

    /// Adds a field, and the name of XML that it has, if it has one.
    pub(super) fn push(
        &mut self,
        (name, xml): (&str, Option<&str>),
        docs: Option<Docs>,
        keys: Vec<Key>,
        value: RustType,
    ) {
        let name = self.names.unique(name);
        self.members.push(Named {
            item: Field {
                name,
                docs,
                keys,
                value,
                is_base: false,
            },
            xml: xml.map(str::to_owned),
        });
    }

    /// Adds the type that the struct extends.
    pub(super) fn push_base(&mut self, base: ItemId) {
        let keys = vec![Key::Flag("flatten")];
        self.push(("base", None), None, keys, RustType::Named(base));
        if let Some(field) = self.members.last_mut() {
            field.item.is_base = true;
        }
    }

    /// The fields with their names, and the style that most of these have.
    pub(super) fn finish(self) -> (Vec<Field>, Option<Key>) {
        let names = self
            .members
            .iter()
            .filter_map(|field| Some((field.item.name.as_str(), field.xml.as_deref()?)));
        let style = Style::of_fields(&names);
        let fields = self.members.into_iter().map(|named| {
            let mut field = named.item;
            if let Some(xml) = named.xml.filter(|xml| style.field(&field.name) != *xml) {
                field.keys.push(Key::Text("rename", xml));
            }
            field
        });
        (fields.collect(), rename_all(style))
    }
}

fn rename_all(style: Style) -> Option<Key> {
    (!style.is_default()).then(|| Key::Text("rename_all", style.key.to_owned()))
}

impl<'a> Planner<'_, 'a> {
    /// The name of the field of an element or attribute.
    pub(super) fn field_name(&mut self, fields: &Fields<'_>, xml: &str) -> String {
        let asked = self.asked.name(&fields.path, '/', xml);
        asked.unwrap_or_else(|| snake(xml))
    }

    /// The name of the variant of an element.
    pub(super) fn variant_name(&mut self, fields: &Fields<'_>, xml: &str) -> String {
        let asked = self.asked.name(&fields.path, '/', xml);
        asked.unwrap_or_else(|| pascal(xml))
    }

    pub(super) fn add_attribute(&mut self, fields: &mut Fields<'_>, attribute: &Attribute<'a>) {
        let value = self.text_value(attribute.value);
        let mut keys = vec![Key::Flag("attribute")];
        keys.extend(value.key.map(Key::Flag));
        match attribute.key.0 {
            "" => {}
            XML_NAMESPACE => keys.push(Key::Path("namespace", "xml::XML_NAMESPACE")),
            namespace => keys.push(Key::Namespace("namespace", self.modules.used(namespace))),
        }
        let is_optional = self.asked.is_optional(&fields.path, attribute.key.1);
        let rust = match usable_default(self.model, attribute.value, attribute.default) {
            _ if attribute.is_required && !is_optional => value.rust,
            Some(text) => {
                keys.push(Key::Text("default_text", text.to_owned()));
                value.rust
            }
            None => value.rust.optional(),
        };
        let name = self.field_name(fields, attribute.key.1);
        fields.push(
            (&name, Some(attribute.key.1)),
            attribute.documentation.as_deref().map(Docs::text),
            keys,
            rust,
        );
    }

    pub(super) fn add_slots(&mut self, fields: &mut Fields<'_>, slots: &[Slot<'_, 'a>]) {
        for slot in slots {
            self.add_slot(fields, slot);
        }
    }

    fn add_slot(&mut self, fields: &mut Fields<'_>, slot: &Slot<'_, 'a>) {
        match slot {
            Slot::Element(element, occurs) => self.add_element(fields, element, *occurs),
            Slot::Any(occurs, namespace) => {
                let (mut keys, value) = occurring(*occurs, RustType::ELEMENT);
                keys.insert(0, Key::Flag("any"));
                keys.extend(namespace.map(|namespace| match namespace {
                    "" => Key::Flag("unqualified"),
                    namespace if namespace == fields.namespace => self.own_namespace(namespace),
                    namespace => Key::Text("namespace", namespace.to_owned()),
                }));
                fields.push(("any", None), None, keys, value);
            }
            Slot::Choice {
                name,
                branches,
                is_optional,
            } => {
                let item = self.choice(fields, *name, branches);
                let value = RustType::Named(item);
                let value = if *is_optional {
                    value.optional()
                } else {
                    value
                };
                let name = name.unwrap_or("choice");
                fields.push(
                    (&snake(name), None),
                    None,
                    vec![Key::Flag("flatten")],
                    value,
                );
            }
            Slot::Group {
                name,
                slots,
                occurs,
            } => {
                let item = self.group(fields, *name, slots);
                let (mut keys, value) = occurring(*occurs, RustType::Named(item));
                keys.insert(0, Key::Flag("flatten"));
                let name = name.unwrap_or("group");
                fields.push((&snake(name), None), None, keys, value);
            }
            Slot::Mix(mix) => {
                let item = self.mix(fields, mix);
                let mut keys = vec![Key::Flag("flatten")];
                if mix.is_required {
                    keys.push(Key::Number("min_occurs", 1));
                }
                let name = mix.name.unwrap_or("content");
                let value = RustType::Named(item).many();
                fields.push((&snake(name), None), None, keys, value);
            }
        }
    }

    /// A header block, which may be missing unless it is required.
    pub(super) fn add_header_block(
        &mut self,
        fields: &mut Fields<'_>,
        element: &Element<'a>,
        is_required: bool,
    ) {
        let (keys, value) = self.header_block(fields, element);
        let docs = element.documentation.as_deref().map(Docs::text);
        let value = if is_required { value } else { value.optional() };
        let name = (&*snake(element.key.1), Some(element.key.1));
        fields.push(name, docs, keys, value);
    }

    /// One of several header blocks.
    pub(super) fn add_header_choice(
        &mut self,
        fields: &mut Fields<'_>,
        head: &Head<'a>,
        is_required: bool,
    ) {
        let model = self.model;
        let id = self.reserve_part(fields.owner, &pascal(head.key.1));
        let mut names = Names::default();
        let members = head.members.iter();
        let members = members.filter_map(|member| model.elements.get(member.0));
        let variants = members.map(|element| {
            let (keys, value) = self.header_block(fields, element);
            Named {
                item: Variant {
                    name: names.unique(&pascal(element.key.1)),
                    docs: element.documentation.as_deref().map(Docs::text),
                    keys,
                    value: Some(value),
                },
                xml: Some(element.key.1.to_owned()),
            }
        });
        let variants = variants.collect();
        self.set_enum(id, fields.namespace, variants);
        let value = RustType::Named(id);
        let value = if is_required { value } else { value.optional() };
        let keys = vec![Key::Flag("flatten")];
        fields.push((&snake(head.key.1), None), None, keys, value);
    }

    fn header_block(&mut self, fields: &Fields<'_>, element: &Element<'a>) -> (Vec<Key>, RustType) {
        let value = self.element_value(element.value).without_key();
        let keys = self.namespace_key(element.key.0, fields.namespace);
        (keys.into_iter().collect(), RustType::Block(Box::new(value)))
    }

    pub(super) fn add_element(
        &mut self,
        fields: &mut Fields<'_>,
        element: &Element<'a>,
        mut occurs: Occurs,
    ) {
        if self.asked.is_optional(&fields.path, element.key.1) {
            occurs.min = 0;
        }
        if self.add_wrapper(fields, element, occurs) {
            return;
        }
        let mut keys = Vec::new();
        let value = self.element_value(element.value);
        keys.extend(self.namespace_key(element.key.0, fields.namespace));
        keys.extend(value.key.map(Key::Flag));
        let may_be_nil = element.is_nillable || self.reads_nil_as_absent(element, occurs);
        let has_to_stand = occurs.is_once() && (value.is_element() || !may_be_nil);
        keys.extend(self.empty_default(element, has_to_stand));
        let (occurs_keys, rust) = self.standing(element, occurs, value);
        keys.extend(occurs_keys);
        let docs = element.documentation.as_deref().map(Docs::text);
        let name = self.field_name(fields, element.key.1);
        fields.push((&name, Some(element.key.1)), docs, keys, rust);
    }

    /// Where a name lives, if not where those beside it do.
    pub(super) fn namespace_key(&mut self, namespace: &str, own: &str) -> Option<Key> {
        match namespace {
            namespace if namespace == own => None,
            "" => Some(Key::Flag("unqualified")),
            namespace => Some(Key::Namespace("namespace", self.modules.used(namespace))),
        }
    }

    /// The key that says the namespace of a struct's or enum's own names.
    pub(super) fn own_namespace(&mut self, namespace: &str) -> Key {
        self.namespace_of("namespace", namespace)
    }

    pub(super) fn namespace_of(&mut self, key: &'static str, namespace: &str) -> Key {
        match namespace {
            "" => Key::Text(key, String::new()),
            namespace => Key::Namespace(key, self.modules.used(namespace)),
        }
    }

    fn choice(
        &mut self,
        fields: &Fields<'_>,
        name: Option<&str>,
        branches: &[Vec<Slot<'_, 'a>>],
    ) -> ItemId {
        let id = self.reserve_part(fields.owner, &pascal(name.unwrap_or("Choice")));
        let mut variants = Vec::new();
        let mut names = Names::default();
        for slots in branches {
            let variant = match slots.as_slice() {
                [Slot::Element(element, occurs)] => {
                    self.variant(element, *occurs, fields, &mut names)
                }
                [Slot::Any(..)] => other(&mut names),
                _ => self.branch(fields, slots, &mut names),
            };
            variants.push(variant);
        }
        self.set_enum(id, fields.namespace, variants);
        id
    }

    /// A branch of several elements: a variant that is a group.
    fn branch(
        &mut self,
        fields: &Fields<'_>,
        slots: &[Slot<'_, 'a>],
        names: &mut Names,
    ) -> Named<Variant> {
        let first = slots.iter().find_map(first_name).unwrap_or("Group");
        let group = self.group(fields, Some(first), slots);
        let name = names.unique(&pascal(first));
        Named {
            item: Variant {
                name,
                docs: None,
                keys: vec![Key::Flag("flatten")],
                value: Some(RustType::Named(group)),
            },
            xml: None,
        }
    }

    fn group(&mut self, fields: &Fields<'_>, name: Option<&str>, slots: &[Slot<'_, 'a>]) -> ItemId {
        let id = self.reserve_part(fields.owner, &pascal(name.unwrap_or("Group")));
        let mut inner = Fields::new(id, fields.path.clone(), fields.namespace);
        self.add_slots(&mut inner, slots);
        let (members, style) = inner.finish();
        let mut keys = vec![self.own_namespace(fields.namespace)];
        keys.extend(style);
        self.set(id, keys, Body::Struct(members));
        id
    }

    fn mix(&mut self, fields: &Fields<'_>, mix: &Mix<'_, 'a>) -> ItemId {
        let id = self.reserve_part(fields.owner, &pascal(mix.name.unwrap_or("Content")));
        let mut variants = Vec::new();
        let mut names = Names::default();
        if mix.has_text {
            variants.push(text(&mut names));
        }
        if mix.has_any {
            names.unique("Other");
        }
        for element in &mix.elements {
            variants.push(self.variant(element, Occurs::ONCE, fields, &mut names));
        }
        if mix.has_any {
            variants.push(other(&mut Names::default()));
        }
        self.set_enum(id, fields.namespace, variants);
        if mix.order == Order::Lost {
            let owner = self.name_of(fields.owner);
            let docs = format!(
                "A part of `{owner}`. Which parts stand together, and in which order, is not checked."
            );
            self.document(id, Docs::own(docs));
        }
        id
    }

    fn variant(
        &mut self,
        element: &Element<'a>,
        occurs: Occurs,
        fields: &Fields<'_>,
        names: &mut Names,
    ) -> Named<Variant> {
        let value = self.element_value(element.value);
        let mut keys = Vec::new();
        keys.extend(self.namespace_key(element.key.0, fields.namespace));
        keys.extend(value.key.map(Key::Flag));
        keys.extend(self.empty_default(element, false));
        let (occurs_keys, rust) = self.standing_as_said(element, occurs, value);
        keys.extend(occurs_keys);
        let name = self.variant_name(fields, element.key.1);
        Named {
            item: Variant {
                name: names.unique(&name),
                docs: element.documentation.as_deref().map(Docs::text),
                keys,
                value: Some(rust),
            },
            xml: Some(element.key.1.to_owned()),
        }
    }

    fn set_enum(&mut self, id: ItemId, namespace: &str, variants: Vec<Named<Variant>>) {
        let (variants, style) = named_variants(variants);
        let mut keys = vec![self.own_namespace(namespace)];
        keys.extend(style);
        self.set(id, keys, Body::Enum(variants));
    }

    /// An element's default is what its text is where it is empty (XML Schema part 1, section 3.3.4). Of one that has to stand it is taken
    /// for what is absent as well, for many services leave it out and mean it.
    fn empty_default(&self, element: &Element<'a>, has_to_stand: bool) -> Vec<Key> {
        match default_of(self.model, element).map(str::to_owned) {
            None => Vec::new(),
            Some(text) if has_to_stand => {
                let text = Key::Text("default_text", text);
                vec![text, Key::Flag("empty_is_default")]
            }
            Some(text) if text.is_empty() => Vec::new(),
            Some(text) => vec![Key::Text("empty_text", text)],
        }
    }
}

/// The text of an empty element.
pub(super) fn default_of<'a>(model: &Model<'a>, element: &Element<'a>) -> Option<&'a str> {
    usable_default(model, model.text_of(element.value)?, element.default)
}

/// What is there without an attribute or in an empty element, if it is likely to be a value of the type: a default that is none
/// would be an error where it is used.
fn usable_default<'d>(model: &Model<'_>, of: TypeRef, default: Option<&'d str>) -> Option<&'d str> {
    let of = model.unrestricted(of);
    default.filter(|text| match model.enumeration(of) {
        Some(enumeration) => enumeration.has(text),
        None => is_value(of, text),
    })
}

pub(super) fn named_variants(variants: Vec<Named<Variant>>) -> (Vec<Variant>, Option<Key>) {
    let names = variants
        .iter()
        .filter_map(|variant| Some((variant.item.name.as_str(), variant.xml.as_deref()?)));
    let style = Style::of_variants(&names);
    let variants = variants.into_iter().map(|named| {
        let mut variant = named.item;
        if let Some(xml) = named.xml.filter(|xml| style.variant(&variant.name) != *xml) {
            variant.keys.push(Key::Text("rename", xml));
        }
        variant
    });
    (variants.collect(), rename_all(style))
}

fn other(names: &mut Names) -> Named<Variant> {
    Named {
        item: Variant {
            name: names.unique("Other"),
            docs: Some(Docs::own("Any other element.")),
            keys: vec![Key::Flag("other")],
            value: Some(RustType::ELEMENT),
        },
        xml: None,
    }
}

fn text(names: &mut Names) -> Named<Variant> {
    Named {
        item: Variant {
            name: names.unique("Text"),
            docs: Some(Docs::own("Text between the elements.")),
            keys: vec![Key::Flag("text")],
            value: Some(RustType::STRING),
        },
        xml: None,
    }
}

fn first_name<'a>(slot: &Slot<'_, 'a>) -> Option<&'a str> {
    match slot {
        Slot::Element(element, _) => Some(element.key.1),
        Slot::Choice { branches, .. } => branches.iter().flatten().find_map(first_name),
        Slot::Group { slots, .. } => slots.iter().find_map(first_name),
        Slot::Mix(mix) => mix.elements.first().map(|element| element.key.1),
        Slot::Any(..) => None,
    }
}

/// Whether a text is likely to be a value of the type.
fn is_value(of: TypeRef, text: &str) -> bool {
    let text = text.trim();
    match of {
        TypeRef::BuiltIn(BuiltIn::AnyType | BuiltIn::QName) => false,
        TypeRef::BuiltIn(
            BuiltIn::String | BuiltIn::AnySimpleType | BuiltIn::AnyUri | BuiltIn::Token,
        ) => true,
        TypeRef::BuiltIn(BuiltIn::Boolean) => matches!(text, "true" | "false" | "1" | "0"),
        TypeRef::BuiltIn(
            BuiltIn::Int | BuiltIn::Integer | BuiltIn::Long | BuiltIn::Short | BuiltIn::Byte,
        ) => text.parse::<i64>().is_ok(),
        _ => !text.is_empty(),
    }
}
