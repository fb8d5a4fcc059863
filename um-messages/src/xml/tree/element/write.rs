//! Writing an element, with the declarations that it needs.

use std::borrow::Cow;
use std::collections::HashSet;

use super::prefixes::Prefixes;
use super::{Element, Node};
use crate::error::{Shown, ShownName};
use crate::xml::namespace::{
    Declaration, ElementName, NO_DEFAULT, XML_NAMESPACE, is_reserved_namespace,
};
use crate::xml::secrecy::is_secret;
use crate::xml::syntax::is_ncname;
use crate::xml::tree::{Attribute, unwritable};
use crate::xml::write::{OpenElement, Secret, WriteElement, Writer};

impl Element {
    /// Writes the element under its own name. A loop, because a tree can be deep.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let opened = self.open(writer);
        self.write_nodes(writer);
        self.close(&opened, writer);
    }

    /// Writes what stands before the content.
    fn open(&self, writer: &mut Writer) -> Opened {
        let secret = self.begin_secret(writer);
        let element = self.start(writer);
        self.write_head(writer);
        Opened { element, secret }
    }

    /// Writes what stands behind the content.
    fn close(&self, opened: &Opened, writer: &mut Writer) {
        writer.end_element(opened.element, self.prefix(), self.name().local());
        end_secret(opened.secret, writer);
    }

    /// What is written next is secret, if it is for a log and the element [is](is_secret).
    fn begin_secret(&self, writer: &mut Writer) -> Option<Secret> {
        let name = self.name();
        let hides = writer.is_masking() && is_secret(name.namespace(), name.local());
        hides.then(|| writer.begin_secret())
    }

    fn write_nodes(&self, writer: &mut Writer) {
        let mut open: Vec<(&Self, Opened, std::slice::Iter<'_, Node>)> = Vec::new();
        let mut nodes = self.nodes().iter();
        loop {
            match nodes.next() {
                Some(Node::Text(text)) => writer.push_content(text),
                Some(Node::Element(child)) => {
                    let opened = child.open(writer);
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
                    child.close(&opened, writer);
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
        let (prefix, uri, local) = (self.prefix(), name.shared_namespace(), name.local());
        let is_own = |declaration: &Declaration| {
            declaration.prefix == *prefix && !declaration.uri.is_empty()
        };
        if self.declarations().iter().any(is_own) {
            writer.start_element(prefix, uri, local)
        } else {
            writer.start_kept(prefix, uri, local)
        }
    }

    /// The declarations and attributes, and the end of the start tag.
    fn write_head(&self, writer: &mut Writer) {
        self.declare(&self.needed_around(), writer);
        self.write_attributes(writer);
    }

    /// Declares what stands on the element, and what it needs of what is around it. The prefix that the element is named
    /// with has to stay: that matters where a value may use it, for names in the element declare what they need.
    fn declare(&self, around: &[&Declaration], writer: &mut Writer) {
        // No value is seen that would use them.
        if writer.is_in_secret() {
            return;
        }
        let may_declare = |prefix: &str, uri: &str, writer: &Writer| {
            !writer.would_rebind_current(prefix, uri)
                || Prefixes::of(self).in_values.contains(prefix)
        };
        for Declaration { prefix, uri } in self.declarations() {
            if may_declare(prefix, uri, writer) {
                writer.redeclare_prefix(prefix, uri);
            }
        }
        for Declaration { prefix, uri } in around {
            if may_declare(prefix, uri, writer) {
                writer.need_prefix(prefix, uri);
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
                writer.fail(format!("the attribute `{}` stands twice", ShownName(name)));
            }
            attribute.write(writer);
        }
        writer.end_start_tag();
    }

    /// Why the name cannot be written, or one of the declarations, if so.
    fn unwritable_name(&self) -> Option<String> {
        let (name, prefix) = (self.name(), self.prefix());
        if let Some(declaration) = self.declarations().iter().find(|it| is_unwritable(it)) {
            let Declaration { prefix, uri } = declaration;
            return Some(format!(
                "the prefix `{}` for the namespace `{}`",
                Shown(prefix),
                Shown(uri)
            ));
        }
        if name.namespace().is_empty() && !prefix.is_empty() {
            return Some(format!(
                "the prefix `{}` without a namespace",
                Shown(prefix)
            ));
        }
        if name.namespace() == XML_NAMESPACE && prefix.is_empty() {
            return Some(format!(
                "the element `{}` without the prefix `xml`",
                ShownName(name)
            ));
        }
        unwritable(&self.name)
    }

    /// The declarations around the element that its content uses or may use.
    fn needed_around(&self) -> Vec<&Declaration> {
        // Inside a tree nothing is around an element that the tree does not have.
        let Some(around) = self.around() else {
            return Vec::new();
        };
        let used = Prefixes::of(self);
        let own = self.declarations().iter();
        let own: HashSet<&str> = own.map(|own| own.prefix.as_ref()).collect();
        let outer = used.all().filter(|prefix| !own.contains(prefix));
        let needed = outer.filter_map(|prefix| match around.find(prefix) {
            None if prefix.is_empty() && used.in_values.contains(prefix) => Some(&NO_DEFAULT),
            found => found,
        });
        needed.collect()
    }

    /// Another prefix than the name's own, if a value uses that for another namespace: one that the element declares for
    /// the namespace of the name, as it does if it was written so before, else a new one.
    fn other_prefix(
        &self,
        around: &[&Declaration],
        writer: &Writer,
        name: ElementName<'_>,
    ) -> Option<Cow<'static, str>> {
        let needed = || self.declarations().iter().chain(around.iter().copied());
        let mut taken = needed().filter(|it| writer.would_rebind(name, &it.prefix, &it.uri));
        let first = taken.next()?;
        if !Prefixes::of(self).in_values.contains(first.prefix.as_ref()) {
            return None;
        }
        let own = self.declarations().iter();
        let mut known = own.filter(|own| !own.prefix.is_empty() && writer.is_for(name, &own.uri));
        let is_needed = |wanted: &str| needed().any(|it| it.prefix == wanted);
        let known = known.next().map(|own| own.prefix.clone());
        Some(known.unwrap_or_else(|| writer.prefix_beside(is_needed)))
    }

    /// Writes the element as it stands where it was read: what it needs of what is around it, it does not declare.
    /// Gives that back.
    pub(super) fn write_in_place<'a>(&'a self, writer: &mut Writer) -> Vec<&'a Declaration> {
        let mut needed = self.needed_around();
        // Nothing is declared where a document begins.
        needed.retain(|it| !it.prefix.is_empty() || !it.uri.is_empty());
        let own_name = self.around().and_then(|around| around.find(self.prefix()));
        let is_known = |name: &&Declaration| needed.iter().any(|it| it.prefix == name.prefix);
        needed.extend(own_name.filter(|name| !is_known(name)));
        for Declaration { prefix, uri } in &needed {
            writer.assume(prefix, uri);
        }
        self.write(writer);
        needed
    }
}

/// An element whose start tag has been written.
struct Opened {
    element: OpenElement,
    secret: Option<Secret>,
}

fn end_secret(secret: Option<Secret>, writer: &mut Writer) {
    if let Some(secret) = secret {
        writer.end_secret_content(secret);
    }
}

/// Whether a declaration is none that can stand in a document (Namespaces in XML, section 3).
fn is_unwritable(declaration: &Declaration) -> bool {
    let Declaration { prefix, uri } = declaration;
    match prefix.as_ref() {
        // `xmlns=""` takes the default namespace back; no other prefix can be taken back.
        "" => is_reserved_namespace(uri),
        "xml" => **uri != *XML_NAMESPACE,
        prefix => {
            prefix == "xmlns" || !is_ncname(prefix) || uri.is_empty() || is_reserved_namespace(uri)
        }
    }
}

impl Element {
    /// Writes the element under another name than its own, with other content; `write` writes that.
    pub(crate) fn write_as(
        &self,
        writer: &mut Writer,
        name: ElementName<'_>,
        write: impl FnOnce(&mut Writer),
    ) {
        let secret = self.begin_secret(writer);
        let around = self.needed_around();
        let other_prefix = self.other_prefix(&around, writer, name);
        let opened = match &other_prefix {
            Some(prefix) => writer.start_with_prefix(prefix, name),
            None => writer.start_name(name),
        };
        self.declare(&around, writer);
        writer.start_attributes();
        self.write_attributes(writer);
        write(writer);
        match &other_prefix {
            Some(prefix) => writer.end_element(opened, prefix, name.tags.local()),
            None => writer.end(opened, name),
        }
        end_secret(secret, writer);
    }
}

/// Written under the name that the field gives it, with the content that it has.
impl WriteElement for Element {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        self.write_as(writer, name, |writer| self.write_nodes(writer));
    }

    crate::__described! {
        crate::xml::Description::any()
    }
}
