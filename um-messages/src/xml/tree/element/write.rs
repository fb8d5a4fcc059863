//! Writing an element, with the declarations that it needs.

use std::borrow::Cow;

use super::prefixes::Prefixes;
use super::{Element, Node};
use crate::xml::namespace::{ElementName, XML_NAMESPACE};
use crate::xml::tree::{Declaration, unwritable};
use crate::xml::write::{OpenElement, WriteElement, Writer};

/// That there is no default namespace.
static NO_DEFAULT: Declaration = (Cow::Borrowed(""), Cow::Borrowed(""));

impl Element {
    /// Writes the element under its own name. A loop, because a tree can be deep.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let opened = self.start(writer);
        self.write_head(writer);
        self.write_nodes(writer);
        writer.end_element(opened, &self.prefix, self.name.local());
    }

    fn write_nodes(&self, writer: &mut Writer) {
        let mut open: Vec<(&Self, OpenElement, std::slice::Iter<'_, Node>)> = Vec::new();
        let mut nodes = self.children.iter();
        loop {
            match nodes.next() {
                Some(Node::Text(text)) => writer.push_content(text),
                Some(Node::Element(child)) => {
                    let opened = child.start(writer);
                    child.write_head(writer);
                    open.push((
                        child,
                        opened,
                        std::mem::replace(&mut nodes, child.children.iter()),
                    ));
                }
                None => {
                    let Some((child, opened, outer)) = open.pop() else {
                        return;
                    };
                    writer.end_element(opened, &child.prefix, child.name.local());
                    nodes = outer;
                }
            }
        }
    }

    fn start(&self, writer: &mut Writer) -> OpenElement {
        if let Some(problem) = self.unwritable_name() {
            writer.fail(problem);
        }
        writer.start_element(
            &self.prefix,
            self.name.shared_namespace(),
            self.name.local(),
        )
    }

    /// The declarations and attributes, and the end of the start tag.
    pub(crate) fn write_head(&self, writer: &mut Writer) {
        // Inside a tree nothing is around an element that the tree does not have.
        let used = match self.around {
            Some(_) => Prefixes::of(self),
            None => Prefixes::default(),
        };
        self.declare(&self.needed_declarations(&used), writer);
        self.write_attributes(writer);
    }

    /// Declares what is needed. The prefix that the element is named with has to stay: that matters
    /// where a value may use it, for names in the element declare what they need.
    fn declare(&self, needed: &[&Declaration], writer: &mut Writer) {
        for (prefix, uri) in needed {
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
        let is_first = !writer.has_attributes();
        for (index, attribute) in self.attributes.iter().enumerate() {
            let name = attribute.name();
            let is_written = !is_first && writer.has_attribute(name);
            let mut earlier = self.attributes.iter().take(index);
            let is_twin = earlier.any(|other| other.name() == name);
            if is_written && !is_twin && writer.is_protocol_attribute(name.namespace()) {
                continue;
            }
            if is_written || is_twin {
                writer.fail(format!("the attribute `{name}` stands twice"));
            }
            attribute.write(writer);
        }
        writer.end_start_tag();
    }

    /// Why the name cannot be written, or one of the declarations, if so.
    fn unwritable_name(&self) -> Option<String> {
        let is_unbound = self.name.namespace().is_empty() && !self.prefix.is_empty();
        if is_unbound {
            return Some(format!("the prefix `{}` without a namespace", self.prefix));
        }
        if self.name.namespace() == XML_NAMESPACE && self.prefix.is_empty() {
            return Some(format!(
                "the element `{}` without the prefix `xml`",
                self.name
            ));
        }
        unwritable(&self.name, &self.prefix)
    }

    /// The declarations on the element, and those around it that it uses or may use.
    fn needed_declarations(&self, used: &Prefixes<'_>) -> Vec<&Declaration> {
        let mut needed: Vec<_> = self.declarations.iter().collect();
        let Some(around) = &self.around else {
            return needed;
        };
        for prefix in used.all() {
            if self.declarations.iter().any(|(own, _)| own == prefix) {
                continue;
            }
            match around.binary_search_by(|(known, _)| known.as_ref().cmp(prefix)) {
                Ok(index) => needed.extend(around.get(index)),
                Err(_) if prefix.is_empty() && used.in_values.contains(prefix) => {
                    needed.push(&NO_DEFAULT);
                }
                Err(_) => {}
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
        let is_taken = |(prefix, uri): &&Declaration| {
            used.in_values.contains(prefix.as_ref()) && writer.would_rebind(name, prefix, uri)
        };
        // A value uses the prefix that the name would have, so that the name gets another one.
        let other_prefix = needed.iter().copied().any(|it| is_taken(&it)).then(|| {
            let is_needed = |wanted: &str| needed.iter().any(|(prefix, _)| prefix == wanted);
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
