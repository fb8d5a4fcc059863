//! Writing an element, with the declarations that it needs.

use std::borrow::Cow;
use std::collections::HashSet;

use super::prefixes::Prefixes;
use super::{Element, Node};
use crate::qname::SharedText;
use crate::xml::namespace::{Declaration, ElementName, XML_NAMESPACE};
use crate::xml::tree::{Attribute, unwritable};
use crate::xml::write::{OpenElement, WriteElement, Writer};

/// That there is no default namespace.
static NO_DEFAULT: Declaration = Declaration {
    prefix: Cow::Borrowed(""),
    uri: SharedText::EMPTY,
};

impl Element {
    /// Writes the element under its own name. A loop, because a tree can be deep.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let opened = self.start(writer);
        self.write_head(writer);
        self.write_nodes(writer);
        writer.end_element(opened, self.prefix(), self.name().local());
    }

    fn write_nodes(&self, writer: &mut Writer) {
        let mut open: Vec<(&Self, OpenElement, std::slice::Iter<'_, Node>)> = Vec::new();
        let mut nodes = self.nodes().iter();
        loop {
            match nodes.next() {
                Some(Node::Text(text)) => writer.push_content(text),
                Some(Node::Element(child)) => {
                    let opened = child.start(writer);
                    child.write_head(writer);
                    open.push((
                        child,
                        opened,
                        std::mem::replace(&mut nodes, child.nodes().iter()),
                    ));
                }
                None => {
                    let Some((child, opened, outer)) = open.pop() else {
                        return;
                    };
                    writer.end_element(opened, child.prefix(), child.name().local());
                    nodes = outer;
                }
            }
        }
    }

    fn start(&self, writer: &mut Writer) -> OpenElement {
        if let Some(problem) = self.unwritable_name() {
            writer.fail(problem);
        }
        let name = self.name();
        writer.start_element(self.prefix(), name.shared_namespace(), name.local())
    }

    /// The declarations and attributes, and the end of the start tag.
    pub(crate) fn write_head(&self, writer: &mut Writer) {
        // Inside a tree nothing is around an element that the tree does not have.
        let used = match self.around() {
            Some(_) => Prefixes::of(self),
            None => Prefixes::default(),
        };
        self.declare(&self.needed_declarations(&used), writer);
        self.write_attributes(writer);
    }

    /// Declares what is needed. The prefix that the element is named with has to stay: that matters
    /// where a value may use it, for names in the element declare what they need.
    fn declare(&self, needed: &[&Declaration], writer: &mut Writer) {
        for Declaration { prefix, uri } in needed {
            let is_needed = !writer.would_rebind_current(prefix, uri)
                || Prefixes::of(self).in_values.contains(prefix.as_ref());
            if is_needed {
                writer.redeclare_prefix(prefix, uri);
            }
        }
    }

    /// The attributes, and the end of the start tag. What the tag says of the element already, it
    /// says once.
    fn write_attributes(&self, writer: &mut Writer) {
        let before = writer.attribute_names();
        Attribute::refuse_twins(self.attributes(), writer);
        for attribute in self.attributes() {
            let name = attribute.name();
            if before.contains(name) {
                if writer.is_protocol_attribute(name.namespace()) {
                    continue;
                }
                writer.fail(format!("the attribute `{name}` stands twice"));
            }
            attribute.write(writer);
        }
        writer.end_start_tag();
    }

    /// Why the name cannot be written, or one of the declarations, if so.
    fn unwritable_name(&self) -> Option<String> {
        let (name, prefix) = (self.name(), self.prefix());
        if name.namespace().is_empty() && !prefix.is_empty() {
            return Some(format!("the prefix `{prefix}` without a namespace"));
        }
        if name.namespace() == XML_NAMESPACE && prefix.is_empty() {
            return Some(format!("the element `{name}` without the prefix `xml`"));
        }
        unwritable(&self.name)
    }

    /// The declarations on the element, and those around it that it uses or may use.
    fn needed_declarations(&self, used: &Prefixes<'_>) -> Vec<&Declaration> {
        let mut needed: Vec<_> = self.declarations().iter().collect();
        let Some(around) = self.around() else {
            return needed;
        };
        let own: HashSet<&str> = needed.iter().map(|own| own.prefix.as_ref()).collect();
        for prefix in used.all().filter(|prefix| !own.contains(prefix)) {
            match around.find(prefix) {
                Some(declaration) => needed.push(declaration),
                None if prefix.is_empty() && used.in_values.contains(prefix) => {
                    needed.push(&NO_DEFAULT);
                }
                None => {}
            }
        }
        needed
    }
}

/// Written under the name that the field gives it, with the content that it has.
impl WriteElement for Element {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        let used = Prefixes::of(self);
        let needed = self.needed_declarations(&used);
        let is_taken = |Declaration { prefix, uri }: &Declaration| {
            used.in_values.contains(prefix.as_ref()) && writer.would_rebind(name, prefix, uri)
        };
        // A value uses the prefix that the name would have, so that the name gets another one.
        let other_prefix = needed
            .iter()
            .any(|declaration| is_taken(declaration))
            .then(|| {
                let is_needed = |wanted: &str| {
                    needed
                        .iter()
                        .any(|declaration| declaration.prefix == wanted)
                };
                writer.prefix_beside(is_needed)
            });
        let opened = match &other_prefix {
            Some(prefix) => writer.start_with_prefix(prefix, name),
            None => writer.start_name(name),
        };
        self.declare(&needed, writer);
        writer.start_attributes();
        self.write_attributes(writer);
        self.write_nodes(writer);
        match &other_prefix {
            Some(prefix) => writer.end_element(opened, prefix, name.tags.local()),
            None => writer.end(opened, name),
        }
    }
}
