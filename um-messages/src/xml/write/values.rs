//! The part of the writer that writes attributes and text.

use std::borrow::Cow;

use super::text::TextOut;
use super::traits::WriteText;
use super::writer::Writer;
use crate::error::{Error, Shown, ShownName};
use crate::qname::{QName, SharedText};
use crate::xml::namespace::{ElementName, FieldInfo, NamespaceId, XSI_NAMESPACE};
use crate::xml::syntax::{TextContext, is_ncname};

impl Writer {
    /// Writes a field that is an attribute into the start tag that is being written.
    #[inline]
    pub(crate) fn attribute<T: WriteText>(&mut self, field: &FieldInfo, value: &T) {
        value.declare(self);
        match field.namespace() {
            None => self.out.push_str(field.tags.attribute_start()),
            Some(uri) => self.push_attribute_name(field, uri),
        }
        value.write_text(&mut TextOut::new(self, TextContext::Attribute));
        self.out.push('"');
    }

    pub(super) fn push_attribute_name(&mut self, field: &FieldInfo, uri: &'static str) {
        let (namespace, tags) = (self.prefixes.intern(uri), &field.tags);
        match field.prefix() {
            _ if namespace == NamespaceId::NONE => self.out.push_attribute_start("", tags.local()),
            Some(prefix) if self.prefixes.is_bound(prefix, namespace) => {
                self.out.push_str(tags.attribute_start());
            }
            wanted => {
                let prefix = self.prefix_for(namespace, wanted);
                self.out.push_attribute_start(&prefix, tags.local());
            }
        }
    }

    /// Writes an attribute whose name is not known before the program runs.
    pub(crate) fn named_attribute(
        &mut self,
        wanted: &str,
        uri: &SharedText,
        local: &str,
        value: &str,
    ) {
        self.start_named_attribute(wanted, uri, local);
        self.push_text(value, TextContext::Attribute);
        self.out.push('"');
    }

    /// As [`named_attribute`](Self::named_attribute), for one whose prefix the element need not declare itself.
    pub(crate) fn kept_attribute(
        &mut self,
        wanted: &str,
        uri: &SharedText,
        local: &str,
        value: &str,
    ) {
        let prefix = match self.prefixes.intern_shared(uri) {
            NamespaceId::NONE => Cow::Borrowed(""),
            namespace => self.shared_prefix_for(namespace, Some(wanted)),
        };
        self.out.push_attribute_start(&prefix, local);
        self.push_text(value, TextContext::Attribute);
        self.out.push('"');
    }

    /// Begins such an attribute: all that stands before its value.
    pub(super) fn start_named_attribute(&mut self, wanted: &str, uri: &SharedText, local: &str) {
        let prefix = match self.prefixes.intern_shared(uri) {
            NamespaceId::NONE => Cow::Borrowed(""),
            namespace => self.prefix_for(namespace, Some(wanted)),
        };
        self.out.push_attribute_start(&prefix, local);
    }

    /// Whether attributes in this namespace say something of an element to its reader, and are not
    /// part of what the element has: `xsi:…`, and those of the protocol around it.
    pub(crate) fn is_protocol_attribute(&self, namespace: &str) -> bool {
        let document = self.document_namespace();
        namespace == XSI_NAMESPACE || (!document.is_empty() && namespace == document)
    }

    /// Whether the start tag that is being written has attributes.
    pub(crate) fn has_attributes(&self) -> bool {
        self.out.len() > self.declarations.end
    }

    /// Whether the start tag that is being written has an attribute of this name.
    pub(crate) fn has_attribute(&self, name: &QName) -> bool {
        self.written_attributes().any(|(prefix, local)| {
            local == name.local() && self.prefixes.is_attribute_in(prefix, name.namespace())
        })
    }

    /// The names of the attributes that the start tag that is being written has.
    pub(crate) fn attribute_names(&self) -> Vec<QName> {
        let names = self.written_attributes().map(|(prefix, local)| {
            let namespace = self.prefixes.attribute_namespace(prefix);
            QName::in_shared(self.prefixes.shared_uri(namespace), local.to_owned())
        });
        names.collect()
    }

    /// The prefix and the local name of each attribute in the start tag that is being written.
    fn written_attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        // Declarations stand before; no quote stands in a value, where it would be escaped.
        let written = self.out.since(self.declarations.end);
        let names = written.split('"').step_by(2);
        names
            .filter_map(|piece| piece.trim_start().strip_suffix('='))
            .map(|written| written.split_once(':').unwrap_or(("", written)))
    }

    /// Writes a value as all the content of the current element.
    #[inline]
    pub(crate) fn text<T: WriteText>(&mut self, value: &T) {
        value.write_text(&mut TextOut::alone(self));
    }

    /// Writes a value as text of the current element, which others stand beside.
    pub(crate) fn text_among_others<T: WriteText>(&mut self, value: &T) {
        value.write_text(&mut TextOut::new(self, TextContext::Content));
    }

    /// Writes text into the current element or attribute value.
    #[inline]
    pub(crate) fn push_text(&mut self, text: &str, context: TextContext) {
        self.out.push_text(text, context);
    }

    /// Writes text into the current element.
    pub(crate) fn push_content(&mut self, text: &str) {
        self.push_text(text, TextContext::Content);
    }

    /// What has been written from this place on.
    pub(crate) fn written_since(&self, from: usize) -> &str {
        self.out.since(from)
    }

    /// Takes back what has been written from this place on.
    pub(crate) fn take_since(&mut self, from: usize) -> String {
        self.out.take_since(from)
    }

    /// Makes a CDATA section of the text written since `from`. The section ends before what would
    /// end it, and for a CR, which would be read as LF (XML 1.0 section 2.11).
    pub(crate) fn enclose_cdata(&mut self, from: usize) {
        self.out.enclose_cdata(from);
    }

    /// Writes `xsi:type` into the start tag that is being written.
    pub(super) fn type_attribute(
        &mut self,
        uri: Option<&'static str>,
        wanted: &'static str,
        local: &'static str,
    ) {
        let namespace = uri.map_or(self.element.namespace, |uri| self.prefixes.intern(uri));
        let prefix = match namespace {
            NamespaceId::NONE => {
                self.undeclare_default_if_prefixed();
                Cow::Borrowed("")
            }
            namespace => self.prefix_for(namespace, Some(wanted)),
        };
        let xsi = self.prefix_for(NamespaceId::XSI, None);
        self.out.push_attribute_start(&xsi, "type");
        if namespace == NamespaceId::NONE {
            self.refuse_default_namespace(local);
        }
        self.out.push_name(&prefix, local);
        self.out.push('"');
    }

    /// Writes an element that is nil (XML Schema part 1, section 2.6.2), with more attributes: `declare` declares
    /// what they need, `write` writes them.
    pub(crate) fn nil(
        &mut self,
        name: ElementName<'_>,
        declare: impl FnOnce(&mut Self),
        write: impl FnOnce(&mut Self),
    ) {
        let opened = self.start_name(name);
        declare(self);
        self.start_attributes();
        let xsi = SharedText::from(Cow::Borrowed(XSI_NAMESPACE));
        self.named_attribute("xsi", &xsi, "nil", "true");
        write(self);
        self.end_start_tag();
        self.end(opened, name);
    }

    /// Writes what is markup already, or needs no escaping.
    #[inline]
    pub(crate) fn push_raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Lets be appended what is markup already, or needs no escaping.
    pub(crate) fn append_raw(&mut self, append: impl FnOnce(&mut String)) {
        self.out.append(append);
    }

    /// Declares what a qualified name in content needs: a prefix for its namespace, or no default
    /// namespace if it is in none. To be called while the start tag is being written. The namespace of one that is masked is not told.
    pub(crate) fn declare_qname(&mut self, name: &QName) {
        if self.is_in_secret() {
            return;
        }
        let namespace = self.prefixes.intern_shared(name.shared_namespace());
        if namespace == NamespaceId::NONE {
            self.undeclare_default_if_prefixed();
        } else {
            self.shared_prefix_for(namespace, None);
        }
    }

    /// The prefix of a qualified name that is in a namespace, which is declared if it has to be. To be called while the
    /// start tag is being written.
    pub(crate) fn prefix_of_qname(&mut self, name: &QName) -> Cow<'static, str> {
        let namespace = self.prefixes.intern_shared(name.shared_namespace());
        self.prefix_for(namespace, None)
    }

    /// Sees to it that there is no default namespace, unless the element that is being started is in it: whether a name
    /// without a prefix is in no namespace there.
    pub(crate) fn undeclare_default_if_prefixed(&mut self) -> bool {
        if self.prefixes.is_bound("", NamespaceId::NONE) {
            return true;
        }
        let is_prefixed = self.element_naming().is_prefixed();
        if is_prefixed {
            self.declare(Cow::Borrowed(""), NamespaceId::NONE);
        }
        is_prefixed
    }

    /// A name without a prefix would be read in the default namespace, if there is one.
    fn refuse_default_namespace(&mut self, local: &str) {
        if !self.prefixes.is_bound("", NamespaceId::NONE) && !self.is_in_secret() {
            self.fail(format!(
                "the name `{}` in no namespace, where there is a default namespace; \
                 a type with a `prefix` has none",
                Shown(local)
            ));
        }
    }

    pub(crate) fn push_qname(&mut self, name: &QName) {
        let namespace = self.prefixes.intern_shared(name.shared_namespace());
        let prefix = match namespace {
            NamespaceId::NONE => {
                self.refuse_default_namespace(name.local());
                Cow::Borrowed("")
            }
            _ => self.prefixes.prefix_of(namespace).unwrap_or_default(),
        };
        if prefix.is_empty() && namespace != NamespaceId::NONE && !self.is_in_secret() {
            self.fail(format!(
                "the name `{}`, for whose namespace no prefix is declared",
                ShownName(name)
            ));
        }
        if !is_ncname(name.local()) {
            let local = Shown(name.local());
            self.fail(format!("`{local}` as a name, which it is not"));
            return;
        }
        self.out.push_name(&prefix, name.local());
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.out.has_failed()
    }

    /// The value that was just written is secret: where it cannot be written, the error says nothing of it.
    pub(super) fn hide_failure(&mut self, had_failed: bool) {
        if !had_failed && self.has_failed() {
            self.out.hide_failure();
        }
    }

    /// Makes the whole message an error: a value cannot be written. The first one counts, with its place.
    #[cold]
    pub fn fail(&mut self, problem: impl Into<String>) {
        self.out.fail(problem.into());
    }

    /// As [`fail`](Self::fail), for an error that came from elsewhere.
    #[cold]
    pub(crate) fn fail_with(&mut self, error: Error) {
        self.out.fail_with(error);
    }
}
