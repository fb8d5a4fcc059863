//! Messages, header blocks, faults, and what all operations of a service have in common.

use std::collections::{HashMap, HashSet};

use super::fields::Fields;
use super::naming::{Names, pascal};
use super::planner::Planner;
use super::rust::{Body, Constant, Derive, Docs, ItemId, Key, ModuleId, RustType, Variant};
use super::types::is_polymorphic;
use crate::soap::SoapVersion;
use crate::wsdl::model::{
    self, Definition, Element, ElementId, HeadId, HeaderBlock, Occurs, Operation, Service,
    Standing, TypeId, TypeName, TypeRef,
};

impl<'a> Planner<'_, 'a> {
    /// Names for the messages. One that has a type for itself alone is that type.
    pub(super) fn name_messages(&mut self) {
        let model = self.model;
        let bodies = bodies(model);
        let faults = faults(&model.services);
        let uses = uses(model);
        let types = self.names_of_types();
        for (index, element) in model.elements.iter().enumerate() {
            let id = ElementId(index);
            let derive = if bodies.contains_key(&id) {
                Derive::Message
            } else {
                Derive::Type
            };
            let own = own_type(model, element).filter(|own| uses.get(own) == Some(&1));
            let is_root =
                derive == Derive::Message || faults.contains(&id) || model.services.is_empty();
            if !is_root && own.is_none() {
                continue;
            }
            let module = self.modules.of(element.key.0);
            let mut name = self.rust_name(element.key);
            if derive == Derive::Type
                && own.is_none()
                && types.contains(&(element.key.0, name.clone()))
            {
                name.push_str("Element");
            }
            let item = self.reserve(module, &name, derive);
            self.message_of.insert(id, item);
            if let Some(own) = own {
                self.item_of.insert(own, item);
            }
        }
        self.name_heads();
    }

    /// Names for the messages that are one of several: `AnyCommand` for the head `Command`, which may be one itself.
    fn name_heads(&mut self) {
        let model = self.model;
        for head in heads(&model.services) {
            let Some(key) = model.heads.get(head.0).map(|head| head.key) else {
                continue;
            };
            if !self.any_message_of.contains_key(&head) {
                let module = self.modules.of(key.0);
                let name = format!("Any{}", self.rust_name(key));
                let item = self.reserve(module, &name, Derive::Message);
                self.any_message_of.insert(head, item);
            }
        }
    }

    /// The names of the types that have one, each with its namespace: an element that is no message gives way to them.
    fn names_of_types(&self) -> HashSet<(&'a str, String)> {
        let types = self.model.types.iter().enumerate();
        let reached = types.filter(|(index, _)| self.reached.types.contains(&TypeId(*index)));
        reached
            .filter_map(|(_, of_type)| match of_type.name {
                TypeName::Global(name) => {
                    Some((of_type.namespace, self.rust_name((of_type.namespace, name))))
                }
                TypeName::Inside { .. } => None,
            })
            .collect()
    }

    pub(super) fn add_messages(&mut self) {
        let model = self.model;
        let bodies = bodies(model);
        let operations = operations_of(model);
        for (index, element) in model.elements.iter().enumerate() {
            let id = ElementId(index);
            let Some(item) = self.message_of.get(&id).copied() else {
                continue;
            };
            let mut keys = vec![self.own_namespace(element.key.0)];
            if self.name_of(item) != element.key.1 {
                keys.push(Key::Text("rename", element.key.1.to_owned()));
            }
            if let Some((operation, version)) = operations.get(&id) {
                keys.extend(self.operation_keys(operation, *version));
                self.document_parts(item, operation);
            } else {
                keys.extend(bodies.get(&id).copied().and_then(version_key));
            }
            self.add_message(item, element, keys);
        }
        self.add_heads();
    }

    fn add_heads(&mut self) {
        let model = self.model;
        for service in &model.services {
            for id in heads(std::slice::from_ref(service)) {
                let (Some(head), Some(item)) =
                    (model.heads.get(id.0), self.any_message_of.get(&id))
                else {
                    continue;
                };
                let item = *item;
                let members = head.members.iter();
                let messages = members.filter_map(|member| self.message_of.get(member));
                let variants = self.variants(messages.map(|item| RustType::Named(*item)).collect());
                let keys = version_key(service.version).into_iter().collect();
                self.set(item, keys, Body::Enum(variants));
                let docs = format!(
                    "Any element that may stand in the place of `{}`.",
                    head.key.1
                );
                self.document(item, Docs::own(docs));
            }
        }
    }

    /// The item is the element's type, or holds it.
    fn add_message(&mut self, item: ItemId, element: &Element<'a>, keys: Vec<Key>) {
        let is_own =
            matches!(element.value, TypeRef::Defined(id) if self.item_of.get(&id) == Some(&item));
        let value = self.element_value(element.value).without_key();
        let Some(planned) = self.items.get_mut(item.0) else {
            return;
        };
        let mut keys = keys;
        keys.append(&mut planned.keys);
        planned.keys = keys;
        if let Some(docs) = &element.documentation {
            planned.docs.get_or_insert_with(|| Docs::text(docs));
        }
        if !is_own {
            let is_nillable = element.is_nillable && value != RustType::ELEMENT;
            planned.body = Body::Tuple(if is_nillable { value.nillable() } else { value });
        }
    }

    /// A request of several parts is a tuple, which the first of them cannot tell.
    fn document_parts(&mut self, item: ItemId, operation: &Operation<'a>) {
        let Some(RustType::Tuple(parts)) = self.body_type(&operation.request.body) else {
            return;
        };
        let names = parts.iter().map(|part| match part {
            RustType::Named(part) => self.name_of(*part),
            _ => String::new(),
        });
        let names: Vec<String> = names.collect();
        let docs = format!(
            "The request of `{}` is `({})`.",
            operation.name,
            names.join(", ")
        );
        self.document(item, Docs::own(docs));
    }

    fn operation_keys(&self, operation: &Operation<'a>, version: SoapVersion) -> Vec<Key> {
        let mut keys = Vec::new();
        if let Some(action) = operation.action {
            keys.push(Key::Text("action", action.to_owned()));
        }
        let response = match &operation.response {
            None => Some(RustType::Tuple(Vec::new())),
            Some(message) => self.body_type(&message.body),
        };
        keys.extend(response.map(|response| Key::Type("response", response)));
        keys.extend(version_key(version));
        keys
    }

    /// What stands in a Body, unless it is a message that has not been made.
    fn body_type(&self, body: &model::Body<'a>) -> Option<RustType> {
        match body {
            model::Body::Empty => Some(RustType::Tuple(Vec::new())),
            model::Body::Elements(elements) => {
                let mut items = elements.iter().map(|standing| match standing {
                    Standing::Element(id) => self.message_of.get(id).copied(),
                    Standing::OneOf(head) => self.any_message_of.get(head).copied(),
                });
                match elements.len() {
                    1 => items.next().flatten().map(RustType::Named),
                    _ => items
                        .map(|item| item.map(RustType::Named))
                        .collect::<Option<_>>()
                        .map(RustType::Tuple),
                }
            }
            model::Body::Rpc { .. } => None,
        }
    }

    pub(super) fn add_services(&mut self) {
        let model = self.model;
        for service in &model.services {
            if let Some(address) = service.address {
                self.constants.push(Constant {
                    name: "ENDPOINT".to_owned(),
                    value: address.to_owned(),
                    docs: format!("The address of `{}`.", service.name),
                });
            }
            let mut requests = Vec::new();
            let mut responses = Vec::new();
            let mut faults = HashMap::new();
            let mut headers = HashMap::new();
            for operation in &service.operations {
                let own = self.reserve_rpc(&operation.request.body);
                let response = self.response(operation, service.version);
                let request = self.request(operation, (own, service.version), response.as_ref());
                requests.extend(request.into_iter().flat_map(|it| self.alternatives(it)));
                responses.extend(response.into_iter().flat_map(|it| self.alternatives(it)));
                self.add_headers(operation, &mut headers);
                self.add_faults(operation, &mut faults);
            }
            let name = self.name_of_service(service);
            self.add_enum(service, (&name, "Request"), requests);
            self.add_enum(service, (&name, "Response"), responses);
        }
    }

    /// The messages that one of several is.
    fn alternatives(&self, message: RustType) -> Vec<RustType> {
        let heads = self.any_message_of.iter();
        let head = heads
            .clone()
            .find(|(_, item)| message == RustType::Named(**item));
        let Some(head) = head.and_then(|(head, _)| self.model.heads.get(head.0)) else {
            return vec![message];
        };
        let members = head.members.iter();
        let members = members.filter_map(|member| self.message_of.get(member));
        members.map(|item| RustType::Named(*item)).collect()
    }

    /// A variant for each message, once.
    fn variants(&self, messages: Vec<RustType>) -> Vec<Variant> {
        let mut names = Names::default();
        let mut variants: Vec<Variant> = Vec::new();
        for message in messages {
            let RustType::Named(item) = message else {
                continue;
            };
            if variants
                .iter()
                .any(|known| known.value.as_ref() == Some(&message))
            {
                continue;
            }
            variants.push(Variant {
                name: names.unique(&self.name_of(item)),
                docs: None,
                keys: Vec::new(),
                value: Some(message),
            });
        }
        variants
    }

    fn response(&mut self, operation: &Operation<'a>, version: SoapVersion) -> Option<RustType> {
        let response = operation.response.as_ref()?;
        match &response.body {
            model::Body::Rpc { key, parts } => {
                let keys = version_key(version).into_iter().collect();
                let item = self.reserve_rpc(&response.body)?;
                self.set_rpc(item, (key.0, &key.1), parts, keys);
                Some(RustType::Named(item))
            }
            body => self.body_type(body),
        }
    }

    fn request(
        &mut self,
        operation: &Operation<'a>,
        (own, version): (Option<ItemId>, SoapVersion),
        response: Option<&RustType>,
    ) -> Option<RustType> {
        let (docs, request) = match &operation.request.body {
            model::Body::Rpc { key, parts } => {
                let mut keys = Vec::new();
                if let Some(action) = operation.action {
                    keys.push(Key::Text("action", action.to_owned()));
                }
                let response = response.cloned().unwrap_or(RustType::Tuple(Vec::new()));
                keys.push(Key::Type("response", response));
                keys.extend(version_key(version));
                let item = own?;
                self.set_rpc(item, (key.0, &key.1), parts, keys);
                (operation.documentation.as_ref(), RustType::Named(item))
            }
            body => (operation.documentation.as_ref(), self.body_type(body)?),
        };
        if let (RustType::Named(item), Some(docs)) = (&request, docs) {
            if let Some(item) = self.items.get_mut(item.0) {
                item.docs = Some(Docs::text(docs));
            }
        }
        Some(request)
    }

    /// Room for the element of an operation in the style of RPC.
    fn reserve_rpc(&mut self, body: &model::Body<'a>) -> Option<ItemId> {
        let model::Body::Rpc { key, .. } = body else {
            return None;
        };
        let module = self.modules.of(key.0);
        Some(self.reserve(module, &pascal(&key.1), Derive::Message))
    }

    /// The element of an operation in the style of RPC, with its parts.
    fn set_rpc(
        &mut self,
        item: ItemId,
        (namespace, name): (&str, &str),
        parts: &[Element<'a>],
        keys: Vec<Key>,
    ) {
        let owner = self.name_of(item);
        let path = format!("{{{namespace}}}{name}");
        let mut fields = Fields::new(item, path, namespace);
        for part in parts {
            self.add_element(&mut fields, part, Occurs::ONCE);
        }
        let (fields, style) = fields.finish();
        let mut all = vec![self.own_namespace(namespace)];
        if owner != name {
            all.push(Key::Text("rename", name.to_owned()));
        }
        all.extend(keys);
        all.extend(style);
        self.set(item, all, Body::Struct(fields));
    }

    /// A struct for the header blocks of an operation, unless another one has the same.
    fn add_headers(
        &mut self,
        operation: &Operation<'a>,
        known: &mut HashMap<Vec<HeaderBlock>, ItemId>,
    ) {
        let response = operation
            .response
            .as_ref()
            .map(|response| &response.headers);
        let directions = [
            (Some(&operation.request.headers), "Headers"),
            (response, "ResponseHeaders"),
            (Some(&operation.fault_headers), "FaultHeaders"),
        ];
        for (blocks, suffix) in directions {
            let Some(blocks) = blocks.filter(|blocks| !blocks.is_empty()) else {
                continue;
            };
            if !known.contains_key(blocks) {
                let name = format!("{}{suffix}", pascal(operation.name));
                let item = self.headers(&name, blocks);
                known.insert(blocks.clone(), item);
            }
        }
    }

    fn headers(&mut self, name: &str, blocks: &[HeaderBlock]) -> ItemId {
        let model = self.model;
        let item = self.reserve(ModuleId::ROOT, name, Derive::Type);
        let mut keys = blocks.iter().filter_map(|block| match block.element {
            Standing::Element(id) => Some(model.elements.get(id.0)?.key),
            Standing::OneOf(id) => Some(model.heads.get(id.0)?.key),
        });
        let namespace = keys.next().map_or("", |key| key.0);
        let mut fields = Fields::new(item, String::new(), namespace);
        for block in blocks {
            match block.element {
                Standing::Element(id) => {
                    if let Some(element) = model.elements.get(id.0) {
                        self.add_header_block(&mut fields, element, block.is_required);
                    }
                }
                Standing::OneOf(id) => {
                    if let Some(head) = model.heads.get(id.0) {
                        self.add_header_choice(&mut fields, head, block.is_required);
                    }
                }
            }
        }
        let (fields, style) = fields.finish();
        let mut keys = vec![self.own_namespace(namespace)];
        keys.extend(style);
        self.set(item, keys, Body::Struct(fields));
        if let Some(item) = self.items.get_mut(item.0) {
            item.docs = Some(Docs::own("Header blocks."));
        }
        item
    }

    /// An enum for the faults of an operation, unless another one has the same.
    fn add_faults(
        &mut self,
        operation: &Operation<'a>,
        known: &mut HashMap<Vec<ElementId>, ItemId>,
    ) {
        if operation.faults.is_empty() || known.contains_key(&operation.faults) {
            return;
        }
        let name = format!("{}Fault", pascal(operation.name));
        let item = self.reserve(ModuleId::ROOT, &name, Derive::None);
        let mut names = Names::default();
        let mut variants: Vec<Variant> = Vec::new();
        for fault in &operation.faults {
            let Some(detail) = self.message_of.get(fault).copied() else {
                continue;
            };
            let value = RustType::Named(detail);
            if variants
                .iter()
                .all(|known| known.value.as_ref() != Some(&value))
            {
                variants.push(Variant {
                    name: names.unique(&self.name_of(detail)),
                    docs: None,
                    keys: Vec::new(),
                    value: Some(value),
                });
            }
        }
        self.set(item, Vec::new(), Body::Enum(variants));
        if let Some(item) = self.items.get_mut(item.0) {
            item.docs = Some(Docs::own(format!(
                "What the detail of a fault of `{}` says.",
                operation.name
            )));
        }
        known.insert(operation.faults.clone(), item);
    }

    /// What the names of the enums of a service begin with. Many a service has the name of its operation.
    fn name_of_service(&self, service: &Service<'a>) -> String {
        let name = pascal(service.name);
        let names = self.names.get(&ModuleId::ROOT);
        let is_taken =
            |suffix| names.is_some_and(|names| names.contains(&format!("{name}{suffix}")));
        if is_taken("Request") || is_taken("Response") {
            format!("{name}Service")
        } else {
            name
        }
    }

    /// All requests, or all responses, of a service.
    fn add_enum(
        &mut self,
        service: &Service<'a>,
        (name, suffix): (&str, &str),
        messages: Vec<RustType>,
    ) {
        let variants = self.variants(messages);
        // One needs no enum to be told from the others.
        if variants.len() < 2 {
            return;
        }
        let item = self.reserve(ModuleId::ROOT, &format!("{name}{suffix}"), Derive::Message);
        let keys = version_key(service.version).into_iter().collect();
        self.set(item, keys, Body::Enum(variants));
        if let Some(item) = self.items.get_mut(item.0) {
            let what = suffix.to_lowercase();
            item.docs = Some(Docs::own(format!("Any {what} of `{}`.", service.name)));
        }
    }
}

/// The heads of substitution groups that stand in a Body.
fn heads(services: &[Service<'_>]) -> Vec<HeadId> {
    let standing = messages(services).flat_map(|message| match &message.body {
        model::Body::Elements(elements) => elements.as_slice(),
        model::Body::Empty | model::Body::Rpc { .. } => &[],
    });
    let heads = standing.filter_map(|standing| match standing {
        Standing::Element(_) => None,
        Standing::OneOf(head) => Some(*head),
    });
    heads.collect()
}

fn messages<'s, 'a>(services: &'s [Service<'a>]) -> impl Iterator<Item = &'s model::Message<'a>> {
    let operations = services.iter().flat_map(|service| &service.operations);
    operations.flat_map(|operation| std::iter::once(&operation.request).chain(&operation.response))
}

fn version_key(version: SoapVersion) -> Option<Key> {
    (version == SoapVersion::V1_2).then(|| Key::Text("version", "1.2".to_owned()))
}

/// The elements that stand in a Body, each with the version that it is written in.
fn bodies(model: &model::Model<'_>) -> HashMap<ElementId, SoapVersion> {
    let mut bodies = HashMap::new();
    for service in &model.services {
        for message in messages(std::slice::from_ref(service)) {
            if let model::Body::Elements(parts) = &message.body {
                let elements = parts.iter().flat_map(|part| model.elements_of(part));
                bodies.extend(elements.map(|element| (*element, service.version)));
            }
        }
    }
    bodies
}

/// The elements that stand in the detail of a fault.
fn faults(services: &[Service<'_>]) -> HashSet<ElementId> {
    let operations = services.iter().flat_map(|service| &service.operations);
    operations
        .flat_map(|operation| operation.faults.iter().copied())
        .collect()
}

/// The operation of each element that is a request.
fn operations_of<'m, 'a>(
    model: &'m model::Model<'a>,
) -> HashMap<ElementId, (&'m Operation<'a>, SoapVersion)> {
    let mut operations = HashMap::new();
    for service in &model.services {
        for operation in &service.operations {
            let model::Body::Elements(parts) = &operation.request.body else {
                continue;
            };
            let first = parts.first().into_iter();
            for element in first.flat_map(|first| model.elements_of(first)) {
                operations
                    .entry(*element)
                    .or_insert((operation, service.version));
            }
        }
    }
    operations
}

/// How many elements at the top have each type.
fn uses(model: &model::Model<'_>) -> HashMap<TypeId, usize> {
    let mut uses = HashMap::new();
    for element in &model.elements {
        if let TypeRef::Defined(id) = element.value {
            *uses.entry(id).or_default() += 1;
        }
    }
    uses
}

/// The type of an element, if its item can be the element's as well.
fn own_type(model: &model::Model<'_>, element: &Element<'_>) -> Option<TypeId> {
    let TypeRef::Defined(id) = element.value else {
        return None;
    };
    let of_type = model.types.get(id.0)?;
    let is_struct = matches!(of_type.definition, Definition::Complex(_));
    let is_own = is_struct
        && !element.is_nillable
        && of_type.namespace == element.key.0
        && !is_polymorphic(&of_type.definition)
        && !matches!(of_type.name, TypeName::Inside { owner: Some(_), .. });
    is_own.then_some(id)
}
