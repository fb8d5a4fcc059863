//! Bare loops over the events of other libraries, which build nothing.

/// Runs through the events of quick-xml, with namespaces resolved, and builds nothing.
pub(crate) fn count_with_quick_xml(xml: &str) -> usize {
    use quick_xml::events::Event;
    use quick_xml::reader::NsReader;

    let mut reader = NsReader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_resolved_event() {
            Ok((_, Event::Eof)) => return count,
            Err(_) => return usize::MAX,
            Ok((_, Event::Start(_) | Event::Empty(_))) => count += 1,
            Ok(_) => {}
        }
    }
}

/// The same without namespaces.
#[allow(dead_code, reason = "the bench does without")]
pub(crate) fn count_with_quick_xml_reader(xml: &str) -> usize {
    use quick_xml::events::Event;
    use quick_xml::reader::Reader;

    let mut reader = Reader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return count,
            Err(_) => return usize::MAX,
            Ok(Event::Start(_) | Event::Empty(_)) => count += 1,
            Ok(_) => {}
        }
    }
}

/// Runs through the events of xml-rs, and builds nothing.
pub(crate) fn count_with_xml_rs(xml: &str) -> usize {
    use xml_rs::reader::{EventReader, XmlEvent};

    let mut reader = EventReader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.next() {
            Ok(XmlEvent::EndDocument) | Err(_) => return count,
            Ok(XmlEvent::StartElement { .. }) => count += 1,
            Ok(_) => {}
        }
    }
}
