//! Two parsers of others, which judge what the library makes of a document: whether it is well-formed, and what is read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use um_messages::ReadOptions;
use um_messages::xml::{Element, Node, Reader};
use xml_rs::name::OwnedName;
use xml_rs::reader::{EventReader, ParserConfig, XmlEvent};

use crate::sources::tree;

/// A parser of others.
#[derive(Debug)]
pub struct Judge {
    /// What it reads of a document.
    pub read: fn(&str) -> Verdict,
    /// Where it differs from the specification: documents that show it.
    pub deviations: &'static [Deviation],
    /// What it says where it refuses what is well-formed.
    wrong_refusals: &'static [&'static str],
    /// Whether there is something in the document that it reads as something else.
    misreads: fn(&str) -> bool,
    /// Why the library refuses documents that it reads.
    known: fn() -> &'static BTreeSet<String>,
}

/// Where a parser differs from the specification.
#[derive(Debug)]
pub struct Deviation {
    /// What the specification says.
    pub clause: &'static str,
    /// The documents that show it.
    pub documents: &'static [&'static str],
}

/// What a parser makes of a document: its elements, attributes and text, or why it is none.
pub type Verdict = Result<String, String>;

/// The form, as it is put together: `(name name="value" … "text" (…))`, with attributes in order, and names as
/// `{namespace}local`.
#[derive(Debug, Default)]
struct Form {
    out: String,
    /// Text that may go on.
    text: String,
}

impl Form {
    fn start(&mut self, name: &str, attributes: impl Iterator<Item = (String, String)>) {
        self.end_text();
        let mut attributes: Vec<_> = attributes.collect();
        attributes.sort();
        let _ = write!(self.out, "({name}");
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}={value:?}");
        }
    }

    fn text(&mut self, text: &str) {
        self.text += text;
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            let _ = write!(self.out, " {:?}", self.text);
            self.text.clear();
        }
    }

    fn end(&mut self) {
        self.end_text();
        self.out.push(')');
    }
}

fn name(namespace: Option<&str>, local: &str) -> String {
    match namespace {
        None | Some("") => local.to_owned(),
        Some(namespace) => format!("{{{namespace}}}{local}"),
    }
}

/// What the library reads, without limits.
pub fn ours(document: &str) -> Verdict {
    let options = ReadOptions::new()
        .max_depth(usize::MAX)
        .max_attributes(usize::MAX)
        .max_namespaces(usize::MAX);
    let element = Reader::from_slice_with(document.as_bytes(), &options)
        .and_then(|mut reader| tree(&mut reader))
        .map_err(|error| error.to_string())?;
    let mut form = Form::default();
    of_element(&element, &mut form);
    Ok(form.out)
}

fn of_element(element: &Element, form: &mut Form) {
    let name = |it: &um_messages::xml::QName| name(Some(it.namespace()), it.local());
    let attributes = element.attributes().iter();
    let attributes = attributes.map(|it| (name(it.name()), it.value().to_owned()));
    form.start(&name(element.name()), attributes);
    for node in element.nodes() {
        match node {
            Node::Element(child) => of_element(child, form),
            Node::Text(text) => form.text(text),
        }
    }
    form.end();
}

/// What roxmltree reads.
pub fn by_roxmltree(document: &str) -> Verdict {
    let document = roxmltree::Document::parse(document).map_err(|error| error.to_string())?;
    let mut form = Form::default();
    of_node(document.root_element(), &mut form);
    Ok(form.out)
}

fn of_node(node: roxmltree::Node<'_, '_>, form: &mut Form) {
    let tag = node.tag_name();
    let attributes = node.attributes();
    let attributes = attributes.map(|it| (name(it.namespace(), it.name()), it.value().to_owned()));
    form.start(&name(tag.namespace(), tag.name()), attributes);
    for child in node.children() {
        match child.text() {
            Some(text) if child.is_text() => form.text(text),
            _ if child.is_element() => of_node(child, form),
            _ => {}
        }
    }
    form.end();
}

/// What xml-rs reads.
pub fn by_xml_rs(document: &str) -> Verdict {
    let config = ParserConfig::new()
        .whitespace_to_characters(true)
        .cdata_to_characters(true)
        .ignore_comments(true)
        .allow_multiple_root_elements(false);
    let name = |it: &OwnedName| name(it.namespace.as_deref(), &it.local_name);
    let mut form = Form::default();
    for event in EventReader::new_with_config(document.as_bytes(), config) {
        match event.map_err(|error| error.to_string())? {
            XmlEvent::StartElement {
                name: tag,
                attributes,
                ..
            } => {
                let attributes = attributes.iter();
                form.start(
                    &name(&tag),
                    attributes.map(|it| (name(&it.name), it.value.clone())),
                );
            }
            XmlEvent::EndElement { .. } => form.end(),
            XmlEvent::Characters(text) => form.text(&text),
            XmlEvent::Doctype { .. } => return Err("a document type".to_owned()),
            _ => {}
        }
    }
    Ok(form.out)
}

impl Judge {
    /// The parser and the library make the same of the document, or they differ in a way that is known.
    pub fn agrees(&self, document: &str) -> Result<(), String> {
        let (own, theirs) = (ours(document), (self.read)(document));
        let is_known = match (&own, &theirs) {
            (Err(_), Err(_)) => true,
            (Ok(own), Ok(theirs)) => own == theirs || (self.misreads)(document),
            (Ok(_), Err(error)) => self
                .wrong_refusals
                .iter()
                .any(|known| error.contains(known)),
            // A backtick, which quotes in errors, is in the document as any other character that markup has nowhere.
            (Err(_), Ok(_)) => ours(&document.replace('`', "^"))
                .is_err_and(|error| (self.known)().contains(&reason(&error))),
        };
        if is_known {
            return Ok(());
        }
        Err(format!("{document:?}: {theirs:?} instead of {own:?}"))
    }

    /// Why the library refuses the documents of the deviations.
    fn reasons(&self) -> BTreeSet<String> {
        let documents = self.deviations.iter().flat_map(|it| it.documents);
        let errors = documents.filter_map(|document| ours(document).err());
        errors.map(|error| reason(&error)).collect()
    }
}

/// What an error says, without the names and values in it, and without its place.
fn reason(error: &str) -> String {
    let reason: String = error.split('`').step_by(2).collect();
    let end = reason.find(", in ").or_else(|| reason.find(", line "));
    reason[..end.unwrap_or(reason.len())].to_owned()
}

/// xml-rs.
pub const XML_RS: Judge = Judge {
    read: by_xml_rs,
    deviations: XML_RS_DEVIATIONS,
    wrong_refusals: &["cannot be an element name prefix", "cannot be default"],
    misreads: |_| false,
    known: || {
        static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| XML_RS.reasons());
        &KNOWN
    },
};

/// roxmltree.
pub const ROXMLTREE: Judge = Judge {
    read: by_roxmltree,
    deviations: ROXMLTREE_DEVIATIONS,
    wrong_refusals: &[],
    // XML 2.11: a carriage return before a reference is a line end. 4.3.3: it knows UTF-8 alone.
    misreads: |document| {
        document.contains("\r&#") || (document.contains("encoding") && !document.is_ascii())
    },
    known: || {
        static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| ROXMLTREE.reasons());
        &KNOWN
    },
};

#[rustfmt::skip]
const XML_RS_DEVIATIONS: &[Deviation] = &[
    Deviation {
        clause: "XML 2.3 [10] AttValue",
        documents: &[
            "<a b='<![CDATA[]]>'/>", "<a b='<!---->'/>",
        ],
    },
    Deviation {
        clause: "XML 2.8 [24] VersionInfo, [25] Eq, [26] VersionNum",
        documents: &[
            "<?xml version='1.&#48;'?><a/>",
        ],
    },
    Deviation {
        clause: "XML 3.1 WFC Unique Att Spec",
        documents: &[
            "<a xmlns='u' xmlns='u'/>", "<a xmlns='u' xmlns='v'/>", "<a xmlns:p='u' xmlns:p='u'/>", "<a xmlns:p='u' b='1' xmlns:p='v'/>",
        ],
    },
    Deviation {
        clause: "XML 4.3.3 [80] EncodingDecl, [81] EncName",
        documents: &[
            "<?xml version='1.0' encoding=''?><a/>", "<?xml version='1.0' encoding='UTF-8 '?><a/>",
        ],
    },
    Deviation {
        clause: "NS 3 [1] NSAttName, [2] PrefixedAttName, [3] DefaultAttName",
        documents: &[
            "<a xmlns:1='u'/>", "<a xmlns:-p='u'/>",
        ],
    },
    Deviation {
        clause: "NS 3 [4] NCName, 4 [7] QName, [8] PrefixedName, [9] UnprefixedName",
        documents: &[
            "<p:1 xmlns:p='u'/>", "<p:-a xmlns:p='u'/>", "<p:.a xmlns:p='u'/>", "<p:· xmlns:p='u'/>", "<a xmlns:p='u' p:1='c'/>",
        ],
    },
    Deviation {
        clause: "NS 3 NSC Reserved Prefixes and Namespace Names",
        documents: &[
            "<xml:a/>", "<a xmlns='xml'/>", "<a xmlns='xmlns'/>", "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
            "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
        ],
    },
    Deviation {
        clause: "NS 6.3 NSC Attributes Unique",
        documents: &[
            "<a xmlns:x='http://www.w3.org/XML/1998/namespace' x:lang='b'/>",
        ],
    },
    Deviation {
        clause: "NS 7, names of instructions and entities",
        documents: &[
            "<a><?p:b c?></a>", "<a><?:b c?></a>", "<a><?b: c?></a>", "<a xmlns:p='u'><?p:b c?></a>", "<?p:b?><a/>", "<a/><?p:b?>",
        ],
    },
];

#[rustfmt::skip]
const ROXMLTREE_DEVIATIONS: &[Deviation] = &[
    Deviation {
        clause: "XML 4.3.3, the declared encoding: what is read is a text to it, whatever the text says of itself",
        documents: &["<?xml version='1.0' encoding='x-none'?><a/>", "<?xml version='1.0' encoding='UTF-16'?><a/>", "<?xml version='1.0' encoding='US-ASCII'?><a>\u{E4}</a>"],
    },
    Deviation {
        clause: "XML 2.3 [3] S",
        documents: &[
            "<?xml\u{85}version='1.0'?><a/>",
        ],
    },
    Deviation {
        clause: "XML 2.3 [4a] NameChar",
        documents: &[
            "<a><?b¶?></a>",
        ],
    },
    Deviation {
        clause: "XML 2.6 [16] PI",
        documents: &[
            "<a><?b??></a>", "<a><?b?c?></a>", "<a><?b/?></a>", "<a><?b=c?></a>",
        ],
    },
    Deviation {
        clause: "XML 2.6 [17] PITarget",
        documents: &[
            "<a><?xml?></a>", "<a><?XML?></a>", "<a><?Xml b?></a>", "<a><?xML b?></a>", "<a><?xMl b?></a>", "<?XML version='1.0'?><a/>",
            "<?Xml b?><a/>", "<a/><?XML b?>",
        ],
    },
    Deviation {
        clause: "XML 2.8 [23] XMLDecl",
        documents: &[
            "<?xml?><a/>", "<?xmlversion='1.0'?><a/>", "<?xml version='1.0' encodingb='UTF-8'?><a/>",
        ],
    },
    Deviation {
        clause: "XML 2.8 [24] VersionInfo, [25] Eq, [26] VersionNum",
        documents: &[
            "<?xml version=''?><a/>", "<?xml version='1'?><a/>", "<?xml version='1.'?><a/>", "<?xml version='.0'?><a/>", "<?xml version='2.0'?><a/>",
            "<?xml version='0.9'?><a/>", "<?xml version='01.0'?><a/>", "<?xml version=' 1.0'?><a/>", "<?xml version='1.0 '?><a/>",
            "<?xml version='1.0a'?><a/>", "<?xml version='1.-1'?><a/>", "<?xml version='1,0'?><a/>", "<?xml version='1.0.0'?><a/>",
            "<?xml version='1.&#48;'?><a/>",
        ],
    },
    Deviation {
        clause: "XML 2.9 [32] SDDecl",
        documents: &[
            "<?xml version='1.0' standalone=''?><a/>", "<?xml version='1.0' standalone='YES'?><a/>", "<?xml version='1.0' standalone='Yes'?><a/>",
            "<?xml version='1.0' standalone='true'?><a/>", "<?xml version='1.0' standalone='1'?><a/>", "<?xml version='1.0' standalone=' yes'?><a/>",
            "<?xml version='1.0' standalone='no '?><a/>",
        ],
    },
    Deviation {
        clause: "XML 2.11, line ends",
        documents: &[
            "<a>\r&#10;</a>",
        ],
    },
    Deviation {
        clause: "XML 3.1 WFC Unique Att Spec",
        documents: &[
            "<a xmlns='u' xmlns='u'/>", "<a xmlns='u' xmlns='v'/>",
        ],
    },
    Deviation {
        clause: "XML 4.1 WFC Legal Character",
        documents: &[
            "<a>&#xD800;</a>", "<a>&#xDBFF;</a>", "<a>&#xDC00;</a>", "<a>&#xDFFF;</a>", "<a>&#xD83D;&#xDE00;</a>", "<a>&#x110000;</a>",
            "<a>&#1114112;</a>", "<a>&#xFFFFFFFF;</a>", "<a b='&#xD800;'/>",
        ],
    },
    Deviation {
        clause: "XML 4.3.3 [80] EncodingDecl, [81] EncName",
        documents: &[
            "<?xml version='1.0' encoding=''?><a/>", "<?xml version='1.0' encoding='8-UTF'?><a/>", "<?xml version='1.0' encoding='-UTF-8'?><a/>",
            "<?xml version='1.0' encoding='.UTF-8'?><a/>", "<?xml version='1.0' encoding='_UTF-8'?><a/>",
            "<?xml version='1.0' encoding=' UTF-8'?><a/>", "<?xml version='1.0' encoding='UTF-8 '?><a/>", "<?xml version='1.0' encoding='UTF 8'?><a/>",
            "<?xml version='1.0' encoding='UTF:8'?><a/>", "<?xml version='1.0' encoding='UTF/8'?><a/>", "<?xml version='1.0' encoding='ÜTF-8'?><a/>",
        ],
    },
    Deviation {
        clause: "NS 3 [1] NSAttName, [2] PrefixedAttName, [3] DefaultAttName",
        documents: &[
            "<a :xmlns='u'/>",
        ],
    },
    Deviation {
        clause: "NS 3 [4] NCName, 4 [7] QName, [8] PrefixedName, [9] UnprefixedName",
        documents: &[
            "<:a/>", "<a :b='c'/>",
        ],
    },
    Deviation {
        clause: "NS 3 NSC Reserved Prefixes and Namespace Names",
        documents: &[
            "<xml:a/>", "<a xmlns:xmlns='u'/>", "<a xmlns:xmlns=''/>",
        ],
    },
    Deviation {
        clause: "NS 5 NSC No Prefix Undeclaring; 6.2, undeclared default",
        documents: &[
            "<a xmlns:p=''/>", "<a xmlns:p='u'><b xmlns:p=''/></a>", "<p:a xmlns:p=''/>", "<a xmlns:p=\"\"/>",
        ],
    },
    Deviation {
        clause: "NS 7, names of instructions and entities",
        documents: &[
            "<a><?p:b c?></a>", "<a><?:b c?></a>", "<a><?b: c?></a>", "<a xmlns:p='u'><?p:b c?></a>", "<?p:b?><a/>", "<a/><?p:b?>",
        ],
    },
];

/// What xml-rs reads of a document, as a tree, or what it says is wrong with the document.
pub fn judged(document: &str) -> Result<Element, String> {
    let config = ParserConfig::new()
        .whitespace_to_characters(true)
        .cdata_to_characters(true)
        .ignore_comments(true)
        .allow_multiple_root_elements(false);
    let mut open: Vec<Element> = Vec::new();
    let mut text = String::new();
    let mut root = None;
    for event in EventReader::new_with_config(document.as_bytes(), config) {
        let event = event.map_err(|error| error.msg().clone())?;
        // Texts side by side are one.
        let is_tag = matches!(
            event,
            XmlEvent::StartElement { .. } | XmlEvent::EndElement { .. }
        );
        if is_tag && !text.is_empty() {
            let parent = open.pop().ok_or("text outside of an element")?;
            open.push(parent.with_text(std::mem::take(&mut text)));
        }
        match event {
            XmlEvent::StartElement {
                name, attributes, ..
            } => {
                let uri = name.namespace.unwrap_or_default();
                let element = Element::new(uri, name.local_name);
                open.push(attributes.into_iter().fold(element, |element, it| {
                    let uri = it.name.namespace.unwrap_or_default();
                    element.with_attribute(uri, it.name.local_name, it.value)
                }));
            }
            XmlEvent::EndElement { .. } => {
                let element = open.pop().ok_or("an end without a start")?;
                match open.pop() {
                    Some(parent) => open.push(parent.with_child(element)),
                    None => root = Some(element),
                }
            }
            XmlEvent::Characters(piece) if !open.is_empty() => text.push_str(&piece),
            XmlEvent::Doctype { .. } => return Err("a document type".to_owned()),
            _ => {}
        }
    }
    root.ok_or_else(|| "no element".to_owned())
}
