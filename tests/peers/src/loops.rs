//! Bare loops over the events of other libraries. They make nothing, so reading values with such a library takes longer.

use crate::contender::{Contender, Job, Role};
use crate::documents::Document;
use crate::event_loops;

pub(crate) struct Loop {
    name: &'static str,
    package: &'static str,
    unchecked: &'static str,
    count: fn(&str) -> usize,
}

pub(crate) const NS_READER: Loop = Loop {
    name: "quick-xml's `NsReader`, bare",
    package: "quick-xml",
    unchecked: "characters, names, attributes, references",
    count: event_loops::count_with_quick_xml,
};

pub(crate) const READER: Loop = Loop {
    name: "quick-xml's `Reader`, bare",
    package: "quick-xml",
    unchecked: "namespaces, characters, names, attributes, references",
    count: event_loops::count_with_quick_xml_reader,
};

pub(crate) const XML_RS: Loop = Loop {
    name: "xml-rs' `EventReader`, bare",
    package: "xml",
    unchecked: "little",
    count: event_loops::count_with_xml_rs,
};

impl Contender for Loop {
    fn name(&self) -> &'static str {
        self.name
    }

    fn package(&self) -> &'static str {
        self.package
    }

    fn role(&self) -> Role {
        Role::Loop
    }

    fn unchecked(&self) -> &'static str {
        self.unchecked
    }

    fn read(&self, document: &Document) -> Result<Job, String> {
        Ok(Job::counting(document.xml, self.count))
    }

    fn write(&self, _: &Document) -> Result<Job, String> {
        Err("only reads".to_owned())
    }
}
