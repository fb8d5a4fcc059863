//! The attributes of what is made.

use um_messages::xml::XML_NAMESPACE;

use crate::document::{ANYTHING, Attribute, prefix};
use crate::make::Maker;
use crate::schema::{Global, Key, Kind, Node, Scope, derivation};

/// Attributes by their names, none where one is left out.
pub(crate) type Attributes<'d> = Vec<(Key<'d>, Option<Attribute>)>;

/// Adds one, or says it anew.
fn set<'d>(attributes: &mut Attributes<'d>, key: Key<'d>, attribute: Option<Attribute>) {
    match attributes.iter_mut().find(|(known, _)| *known == key) {
        Some((_, known)) => *known = attribute,
        None => attributes.push((key, attribute)),
    }
}

impl<'d> Maker<'d> {
    /// The attributes of a type, each once: those of its base, and then its own.
    pub(crate) fn attributes(
        &mut self,
        of_type: &'d Node,
        scope: Scope<'d>,
        made: &mut Attributes<'d>,
    ) {
        let Some((derivation, _)) = derivation(of_type) else {
            self.own_attributes(of_type, scope, made);
            return;
        };
        if let Some(base) = self.globals().base(of_type, scope) {
            self.attributes(base.node, base.scope, made);
        }
        self.own_attributes(derivation, scope, made);
    }

    fn own_attributes(&mut self, parent: &'d Node, scope: Scope<'d>, made: &mut Attributes<'d>) {
        for (kind, node) in parent.nodes() {
            match kind {
                Kind::Attribute => self.attribute(node, scope, made),
                Kind::AttributeGroup => {
                    if let Some(group) = self.attribute_group(node, parent, scope) {
                        self.own_attributes(group.node, group.scope, made);
                    }
                }
                Kind::AnyAttribute => self.any_attribute(node, made),
                _ => {}
            }
        }
    }

    /// The group that is referred to: inside of itself, what it was before it was redefined.
    fn attribute_group(
        &self,
        reference: &'d Node,
        around: &Node,
        scope: Scope<'d>,
    ) -> Option<Global<'d>> {
        let key = scope.key(reference.reference.as_ref()?);
        self.globals().get_other(Kind::AttributeGroup, key, around)
    }

    fn any_attribute(&self, node: &Node, made: &mut Attributes<'d>) {
        let is_lax = matches!(node.process_contents.as_deref(), Some("lax" | "skip"));
        let is_any = matches!(node.namespace.as_deref(), None | Some("##any" | "##other"));
        if is_lax && is_any && !self.is_least() {
            let attribute = self.named((ANYTHING, "extra"), "anything");
            set(made, (ANYTHING, "extra"), Some(attribute));
        }
    }

    fn named(&self, key: Key<'_>, value: impl Into<String>) -> Attribute {
        Attribute {
            name: format!("{}{}", prefix(self.globals(), key.0), key.1),
            value: value.into(),
            is_default: false,
        }
    }

    fn attribute(&mut self, node: &'d Node, scope: Scope<'d>, made: &mut Attributes<'d>) {
        let declared = match &node.reference {
            Some(name) if scope.key(name).0 == XML_NAMESPACE => {
                let key = scope.key(name);
                let is_required = node.usage.as_deref() == Some("required");
                let is_there = is_required || (!self.is_least() && key.1 == "lang");
                let attribute = is_there.then(|| self.named(key, "en"));
                return set(made, key, attribute);
            }
            Some(name) => self.get(Kind::Attribute, scope.key(name)),
            None => node.name.as_deref().map(|name| Global {
                key: (scope.namespace_of(Kind::Attribute, node), name),
                kind: Kind::Attribute,
                node,
                scope,
            }),
        };
        if let Some(declared) = declared {
            let attribute = self.declared(node, declared);
            set(made, declared.key, attribute);
        }
    }

    /// The attribute, unless it may be left out and as little as may be is made. Then one that has a default is written all the same.
    fn declared(&mut self, node: &'d Node, declared: Global<'d>) -> Option<Attribute> {
        let usage = node.usage.as_deref();
        let fixed = node.fixed.as_ref().or(declared.node.fixed.as_ref());
        let default = node.default.as_ref().or(declared.node.default.as_ref());
        let is_default = usage != Some("required") && self.is_least();
        let value = match fixed.or(default.filter(|_| is_default)) {
            Some(value) => value.clone(),
            None if is_default => return None,
            None => self.attribute_value(declared.node, declared.scope),
        };
        (usage != Some("prohibited")).then(|| Attribute {
            is_default,
            ..self.named(declared.key, value)
        })
    }

    fn attribute_value(&mut self, declared: &'d Node, scope: Scope<'d>) -> String {
        match (&declared.type_name, declared.first(Kind::SimpleType)) {
            (Some(name), _) => self.value_of_name(name, scope),
            (None, Some(own)) => self.value(own, scope),
            (None, None) => "anything".to_owned(),
        }
    }
}
