//! Elements of types that are not derived, step by step: a start tag, then text or children.

use std::borrow::Cow;

use super::text::TextOut;
use super::traits::{WriteElement, WriteText};
use super::writer::{OpenElement, Writer};
use crate::error::{Shown, ShownName};
use crate::qname::QName;
use crate::xml::namespace::{ElementName, Naming, Prefix, Tags};
use crate::xml::syntax::{TextContext, is_ncname, is_own_prefix};

/// The start tag of an element that is being written: declarations and attributes go into it, and then
/// [`text`](Self::text), [`content`](Self::content) or [`empty`](Self::empty) says what stands in the element, and ends it.
///
/// [`Writer::start_tag`] begins one; the page of [`WriteElement`] has an example. What comes in the wrong order does not
/// compile, and an element cannot be left open: a start tag that is dropped is one of an empty element.
#[must_use = "an element ends where its start tag is dropped; `empty` says that it is meant"]
pub struct StartTag<'w, 'n> {
    writer: &'w mut Writer,
    name: ElementName<'n>,
    opened: OpenElement,
    is_complete: bool,
}

/// The content of an element that is being written: text, and children.
pub struct Content<'w> {
    writer: &'w mut Writer,
}

impl Writer {
    /// Begins an element of this name, which is the one that [`WriteElement::write_element`] is given.
    pub fn start_tag<'n>(&mut self, name: ElementName<'n>) -> StartTag<'_, 'n> {
        let opened = self.start(name);
        StartTag {
            writer: self,
            name,
            opened,
            is_complete: false,
        }
    }
}

impl StartTag<'_, '_> {
    /// Binds a prefix to a namespace, for qualified names in texts. Attributes and children need no declaration: they
    /// get what they need by themselves.
    ///
    /// It makes the message an error if the prefix is none, or is in use already in the same start tag.
    pub fn declare(
        self,
        prefix: impl Into<Cow<'static, str>>,
        namespace: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (prefix, namespace) = (prefix.into(), namespace.into());
        if is_own_prefix(&prefix) {
            self.writer.redeclare_prefix(&prefix, &namespace.into());
        } else {
            self.writer
                .fail(format!("`{}` is not a namespace prefix", Shown(&prefix)));
        }
        self
    }

    /// Writes an attribute; an empty `namespace` stands for none, as most have it.
    ///
    /// It makes the message an error if `local` is not a name, or the attribute is there already.
    pub fn attribute<T: WriteText>(
        self,
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
        value: &T,
    ) -> Self {
        let name = QName::new(namespace, local);
        let declares = name.is("", "xmlns");
        if !is_ncname(name.local()) || declares {
            self.writer.fail(format!(
                "the attribute `{}`, whose name is none",
                ShownName(&name)
            ));
            return self;
        }
        if self.writer.has_attribute(&name) {
            self.writer
                .fail(format!("the attribute `{}` stands twice", ShownName(&name)));
            return self;
        }
        value.declare(self.writer);
        self.writer
            .start_named_attribute("", name.shared_namespace(), name.local());
        value.write_text(&mut TextOut::new(self.writer, TextContext::Attribute));
        self.writer.push_raw("\"");
        self
    }

    /// Ends the element with a text in it, and nothing else.
    pub fn text<T: WriteText>(mut self, value: &T) {
        value.declare(self.writer);
        self.complete().writer.text(value);
    }

    /// Ends the element with what `write` writes into it.
    pub fn content(mut self, write: impl FnOnce(&mut Content<'_>)) {
        write(&mut self.complete());
    }

    /// Ends the element with nothing in it.
    pub fn empty(self) {}

    fn complete(&mut self) -> Content<'_> {
        self.writer.end_start_tag();
        self.is_complete = true;
        Content {
            writer: self.writer,
        }
    }
}

impl Drop for StartTag<'_, '_> {
    fn drop(&mut self) {
        if !self.is_complete {
            self.writer.end_start_tag();
        }
        self.writer.end(self.opened, self.name);
    }
}

impl Content<'_> {
    /// Writes text. A qualified name needs a prefix that is declared: with [`StartTag::declare`], or by itself in
    /// [`StartTag::text`].
    pub fn text<T: WriteText>(&mut self, value: &T) {
        self.writer.text_among_others(value);
    }

    /// Writes a child element in the namespace of the element that it stands in.
    pub fn child<T: WriteElement>(&mut self, local: &'static str, value: &T) {
        let naming = self.writer.element_naming();
        // Its tags are not joined beforehand.
        let prefix = match naming.prefix {
            Prefix::Literal(prefix) => Prefix::Named(prefix),
            prefix => prefix,
        };
        self.write(Naming { prefix, ..naming }, local, value);
    }

    /// Writes a child element in a namespace; an empty one stands for none. It is written with the prefix, or, if that
    /// is empty, as the default namespace.
    pub fn child_in<T: WriteElement>(
        &mut self,
        namespace: &'static str,
        prefix: &'static str,
        local: &'static str,
        value: &T,
    ) {
        if !prefix.is_empty() && !is_own_prefix(prefix) {
            self.writer
                .fail(format!("`{}` is not a namespace prefix", Shown(prefix)));
        }
        let naming = self.writer.root_naming(namespace, prefix);
        self.write(naming, local, value);
    }

    fn write<T: WriteElement>(&mut self, naming: Naming, local: &'static str, value: &T) {
        if !is_ncname(local) {
            self.writer.fail(format!(
                "the element `{}`, whose name is none",
                Shown(local)
            ));
        }
        value.write_element(self.writer, naming.name(&Tags::named(local)));
    }
}
