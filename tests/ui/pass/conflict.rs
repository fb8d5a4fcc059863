use um_messages::SoapType;
use um_messages::xml::{Attribute, Element};

// `text` beside attributes, `skip_if` of what may be absent, one prefix for one namespace twice.
#[derive(SoapType)]
#[soap(namespace = "urn:example", prefix = "m")]
#[allow(dead_code)]
struct Text {
    #[soap(attribute, namespace = "urn:example", prefix = "m", skip_if = "Option::is_none")]
    id: Option<String>,
    #[soap(attribute, default, skip_if = "String::is_empty")]
    language: String,
    #[soap(text)]
    value: String,
    #[soap(skip)]
    cache: Vec<u8>,
}

#[derive(SoapType)]
#[allow(dead_code)]
struct Items<'a, T> {
    #[soap(skip_if = "Vec::is_empty")]
    items: Vec<T>,
    #[soap(skip_if = "Option::is_none")]
    name: Option<std::borrow::Cow<'a, str>>,
}

// Attributes and text of a flattened struct beside attributes, a choice flattened any number of times, and
// recursion through an element.
#[derive(SoapType)]
#[allow(dead_code)]
struct Extended {
    #[soap(flatten)]
    base: Text,
    #[soap(attribute)]
    extra: u8,
}

#[derive(SoapType)]
#[allow(dead_code)]
enum Branch {
    Leaf(u8),
    Node(Box<Node>),
}

#[derive(SoapType)]
#[allow(dead_code)]
struct Node {
    #[soap(attribute)]
    id: u8,
    #[soap(flatten)]
    branches: Vec<Branch>,
}

// Elements and attributes that are kept, each once in an element, beside a choice that keeps its own inside.
#[derive(SoapType)]
#[allow(dead_code)]
struct Open {
    #[soap(any, skip_if = "Vec::is_empty")]
    others: Vec<Element>,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
    choice: OpenChoice,
}

#[derive(SoapType)]
#[allow(dead_code)]
enum OpenChoice {
    Known(u8),
    #[soap(other)]
    Other(Element),
}

// Forms that go together.
#[derive(SoapType)]
#[allow(dead_code)]
struct Forms {
    #[soap(attribute, list, with = "number")]
    ids: Option<Vec<u8>>,
    #[soap(list, nillable, cdata, with = "number", secret, default, skip_if = "Option::is_none")]
    all: Option<Vec<u8>>,
    #[soap(wrapper = "Wrapped", nillable, cdata, rename = "Item", alias = "Old")]
    wrapped: Option<Vec<Option<String>>>,
    #[soap(wrapper = "Choices", flatten, namespace = "urn:a", prefix = "a")]
    choices: Vec<OpenChoice>,
}

mod number {
    pub(crate) fn to_text(number: &u8) -> String {
        number.to_string()
    }
    pub(crate) fn from_text(text: &str) -> Result<u8, std::num::ParseIntError> {
        text.parse()
    }
}

// An element in no namespace beside a prefix, and a flattened wrapper beside attributes.
#[derive(SoapType)]
#[soap(namespace = "urn:example", prefix = "m")]
#[allow(dead_code)]
struct Plain {
    #[soap(unqualified)]
    id: u8,
    #[soap(attribute)]
    size: u8,
    #[soap(wrapper = "Choices", flatten, default, skip_if = "Vec::is_empty")]
    choices: Vec<OpenChoice>,
}

// A default as a text beside each key that says how a value stands, and what is empty beside most.
#[derive(SoapType)]
#[allow(dead_code)]
struct Defaults<'a> {
    #[soap(attribute, default_text = "kg", skip_if = "str::is_empty", empty_is_default)]
    unit: &'a str,
    #[soap(list, default_text = "1 2", empty_is_none)]
    sizes: Option<Vec<u8>>,
    #[soap(base64, default_text = "AQ==", empty_is_default)]
    data: Vec<u8>,
    #[soap(nillable, default_text = "7", empty_is_none)]
    ended: Option<u8>,
    #[soap(wrapper = "Leaves", flatten, default, empty_is_none)]
    branches: Option<Vec<Branch>>,
    #[soap(wrapper = "Tags", rename = "Tag", default, empty_is_default)]
    tags: Vec<String>,
    #[soap(default, empty_is_none)]
    node: Option<Box<Node>>,
}

fn main() {}
