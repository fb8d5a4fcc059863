//! Attributes `xml:…` of the elements around a part of a document, which it has as well.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Method;
use super::attribute::WrittenAttribute;
use super::base::joined;
use crate::error::Result;
use crate::xml::namespace::{NamespaceId, XML_NAMESPACE};
use crate::xml::read::Reader;

/// Those of the open elements, outermost first.
#[derive(Default)]
pub(super) struct Around {
    /// Whether any part needs them.
    pub(super) is_needed: bool,
    attributes: Vec<XmlAttribute>,
}

struct XmlAttribute {
    /// How deep its element is.
    depth: usize,
    local: String,
    value: String,
}

impl Around {
    /// Goes into the element that the reader stands in.
    pub(super) fn enter(&mut self, reader: &Reader<'_>) -> Result<()> {
        let count = if self.is_needed {
            reader.attribute_count()
        } else {
            0
        };
        for index in 0..count {
            if reader.attribute_namespace(index) == Some(NamespaceId::XML) {
                self.attributes.push(XmlAttribute {
                    depth: reader.depth(),
                    local: reader.attribute_name(index).local().to_owned(),
                    value: reader.attribute_value(index)?.into_owned(),
                });
            }
        }
        Ok(())
    }

    /// Leaves the element at a depth.
    pub(super) fn leave(&mut self, depth: usize) {
        while self.attributes.last().is_some_and(|it| it.depth >= depth) {
            self.attributes.pop();
        }
    }

    /// Adds those that an element has by what is around it to its own ones.
    pub(super) fn add_to<'a>(&'a self, own: &mut Vec<WrittenAttribute<'a>>, method: Method) {
        match method {
            Method::Exclusive => {}
            Method::Inclusive => self.add_nearest(own, |_| true),
            Method::Inclusive11 => {
                self.add_nearest(own, |local| matches!(local, "lang" | "space"));
                self.fix_base(own);
            }
        }
    }

    /// Of each that is inherited and that the element does not have, the nearest one (Canonical XML 1.0, section 2.4).
    fn add_nearest<'a>(
        &'a self,
        own: &mut Vec<WrittenAttribute<'a>>,
        is_inherited: impl Fn(&str) -> bool,
    ) {
        let of_xml = own.iter().filter(|it| it.uri == XML_NAMESPACE);
        let mut known: HashSet<&str> = of_xml.map(|it| it.local).collect();
        for XmlAttribute { local, value, .. } in self.attributes.iter().rev() {
            if is_inherited(local) && known.insert(local) {
                own.push(WrittenAttribute::of_xml(local, Cow::Borrowed(value)));
            }
        }
    }

    /// The base of the element has to be the same without what is around it (Canonical XML 1.1, section 2.4).
    fn fix_base(&self, own: &mut Vec<WrittenAttribute<'_>>) {
        let is_base = |it: &WrittenAttribute<'_>| it.uri == XML_NAMESPACE && it.local == "base";
        let around = self.attributes.iter().rev();
        let mut around = around.filter(|it| it.local == "base").peekable();
        if around.peek().is_none() {
            return;
        }
        let at = own.iter().position(is_base);
        let mut base = at.map(|at| own.swap_remove(at).value.into_owned());
        for outer in around {
            base = Some(match base {
                None => outer.value.clone(),
                Some(inner) => joined(&outer.value, &inner),
            });
        }
        if let Some(base) = base.filter(|base| !base.is_empty()) {
            own.push(WrittenAttribute::of_xml("base", Cow::Owned(base)));
        }
    }
}
