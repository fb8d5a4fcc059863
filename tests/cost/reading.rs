//! Reading: a million of everything that a document can have many of.

use um_messages::xml::{Reader, pretty};
use um_messages::{Result, SoapType};
use um_tests::sources::tree;

use crate::measure::{Case, numbered, repeated, unlimited};

const HALF_A_MILLION: usize = 500_000;

/// Skips the document element: it is checked, and nothing is kept.
fn skip(document: &str) -> Result<()> {
    let mut reader = Reader::from_str_with(document, &unlimited());
    reader.next_child()?;
    reader.skip()?;
    reader.finish()
}

/// A million of something, that is only read over.
fn skipped(name: &'static str, make: impl Fn(usize) -> String, peak: u64) {
    let work = |document: &String| skip(document).map(|()| 0).unwrap();
    Case {
        name,
        make,
        length: String::len,
        work,
        peak,
        output: 0,
    }
    .check(HALF_A_MILLION);
}

#[test]
fn attributes() {
    skipped("attributes", |n| numbered("<a", " b#=''", "/>", n), 16);
}

/// Each is another namespace, which is remembered.
#[test]
fn declarations_one_behind_the_other() {
    let make = |n| numbered("<a>", "<b xmlns:p='u#'/>", "</a>", n);
    let work = |document: &String| skip(document).map(|()| 0).unwrap();
    Case {
        name: "declarations one behind the other",
        make,
        length: String::len,
        work,
        peak: 16,
        output: 0,
    }
    .check(50_000);
}

#[test]
fn levels() {
    skipped(
        "levels",
        |n| ["<a>".repeat(n), "</a>".repeat(n)].concat(),
        16,
    );
}

#[test]
fn elements() {
    skipped("elements", |n| repeated("<a>", "<b/>", "</a>", n), 0);
}

#[test]
fn references() {
    skipped("references", |n| repeated("<a>", "&amp;", "</a>", n), 0);
    skipped(
        "references in a value",
        |n| repeated("<a b='", "&#65;", "'/>", n),
        2,
    );
}

#[test]
fn cdata_sections() {
    skipped(
        "CDATA sections",
        |n| repeated("<a>", "<![CDATA[x]]>", "</a>", n),
        0,
    );
}

#[test]
fn comments_and_instructions() {
    skipped("comments", |n| repeated("<a>", "<!---->", "</a>", n), 0);
    skipped(
        "comments outside",
        |n| repeated("", "<!---->", "<a/>", n),
        0,
    );
    skipped("instructions", |n| repeated("<a>", "<?b?>", "</a>", n), 0);
}

#[test]
fn line_ends() {
    skipped("line ends", |n| repeated("<a>", "\r\n", "</a>", n), 0);
}

#[derive(Debug, SoapType)]
struct Texts {
    text: String,
}

#[derive(Debug, SoapType)]
struct Items {
    item: Vec<u16>,
}

#[derive(Debug, SoapType)]
struct Numbers {
    #[soap(list)]
    numbers: Vec<u8>,
}

/// A million pieces of one text, whatever they are.
fn text(name: &'static str, piece: &str) {
    let work = |document: &String| {
        let texts: Texts = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        texts.text.len()
    };
    let make = |n| repeated("<Texts><Text>", piece, "</Text></Texts>", n);
    Case {
        name,
        make,
        length: String::len,
        work,
        peak: 4,
        output: 1,
    }
    .check(HALF_A_MILLION);
}

#[test]
fn pieces_of_a_text() {
    text("text of references", "&lt;");
    text("text of CDATA sections", "<![CDATA[x]]>");
    text("text between comments", "x<!---->");
    text("text between instructions", "x<?b?>");
    text("text of line ends", "\r\n");
}

#[test]
fn items() {
    let work = |document: &String| {
        let items: Items = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        items.item.len()
    };
    let make = |n| repeated("<Items>", "<Item>1</Item>", "</Items>", n);
    Case {
        name: "items",
        make,
        length: String::len,
        work,
        peak: 1,
        output: 1,
    }
    .check(HALF_A_MILLION);
}

#[test]
fn items_of_a_list() {
    let work = |document: &String| {
        let numbers: Numbers = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        numbers.numbers.len()
    };
    let make = |n| repeated("<Numbers><Numbers>", "1 ", "</Numbers></Numbers>", n);
    Case {
        name: "items of a list",
        make,
        length: String::len,
        work,
        peak: 4,
        output: 1,
    }
    .check(HALF_A_MILLION);
}

/// A tree of so many of something; the most that is held for a byte of the document.
fn tree_of(name: &'static str, make: impl Fn(usize) -> String, peak: u64) {
    let work = |document: &String| {
        let element = tree(&mut Reader::from_str_with(document, &unlimited())).unwrap();
        element.nodes().len()
    };
    Case {
        name,
        make,
        length: String::len,
        work,
        peak,
        output: 1,
    }
    .check(50_000);
}

#[test]
fn trees() {
    tree_of(
        "a tree of elements",
        |n| repeated("<a>", "<b/>", "</a>", n),
        128,
    );
    tree_of(
        "a tree of levels",
        |n| ["<a>".repeat(n), "</a>".repeat(n)].concat(),
        144,
    );
    tree_of(
        "a tree of attributes",
        |n| numbered("<a", " b#=''", "/>", n),
        48,
    );
    tree_of(
        "a tree of texts",
        |n| repeated("<a>", "x<b/>", "</a>", n),
        128,
    );
    tree_of(
        "a tree of declarations",
        |n| repeated("<a>", "<b xmlns='u'/>", "</a>", n),
        64,
    );
}

#[test]
fn documents_that_are_printed() {
    let work = |document: &String| pretty(document).unwrap().len();
    let make = |n| repeated("<a>", "<b><c>x</c></b>", "</a>", n);
    Case {
        name: "printing",
        make,
        length: String::len,
        work,
        peak: 10,
        output: 4,
    }
    .check(50_000);
    // Indentation is as long as the element is deep, so that depth has a limit.
    let deep = |n: usize| ["<a>".repeat(n), "</a>".repeat(n)].concat();
    assert!(pretty(&deep(256)).unwrap().len() < 256 * 256 * 2 + 256 * 9);
    pretty(&deep(257)).unwrap_err();
}

#[test]
fn declarations_on_one_tag() {
    skipped(
        "declarations on one tag",
        |n| numbered("<a", " xmlns:p#='u#'", "/>", n),
        24,
    );
}

#[test]
fn declarations_of_one_namespace() {
    skipped(
        "declarations of one namespace",
        |n| numbered("<a", " xmlns:p#='u'", "/>", n),
        24,
    );
}

#[test]
fn levels_with_a_declaration_each() {
    let make = |n| [numbered("", "<a xmlns:p#='u'>", "", n), "</a>".repeat(n)].concat();
    skipped("levels with a declaration each", make, 24);
}

/// Elements that may be referred to, by turns in one scope and in another one, inside many declarations.
#[test]
fn scopes_of_elements_that_are_referred_to() {
    let declarations = numbered("", " xmlns:p#='u'", "", 200);
    let make = |n| {
        let items = "<b xmlns:z='u'><a id='x#'/></b><a id='y#'/>";
        numbered(&format!("<r{declarations}>"), items, "</r>", n)
    };
    let work = |document: &String| {
        let options = unlimited().resolve_references(true);
        let mut reader = Reader::from_str_with(document, &options);
        assert!(reader.next_child().unwrap());
        0
    };
    Case {
        name: "scopes of elements that are referred to",
        make,
        length: String::len,
        work,
        peak: 16,
        output: 0,
    }
    .check(5_000);
}

/// Each element refers to another one behind it, and that to a last one.
#[test]
fn references_to_elements() {
    let make = |n| {
        let root = "<a xmlns:e='http://www.w3.org/2003/05/soap-encoding'>";
        let items = numbered(root, "<b e:ref='i#'/>", "", n);
        let targets = numbered("", "<c e:id='i#'><d e:ref='x'/></c>", "", n);
        format!("{items}<e>{targets}<f e:id='x'>1</f></e></a>")
    };
    let work = |document: &String| {
        let options = unlimited()
            .resolve_references(true)
            .max_repeated(usize::MAX);
        let mut reader = Reader::from_str_with(document, &options);
        let read = reader.next_child().and_then(|_| {
            while reader.next_child()? && reader.is_in("", "b") {
                while reader.next_child()? {
                    reader.read::<u8>()?;
                }
            }
            Ok(0)
        });
        read.unwrap()
    };
    Case {
        name: "references to elements",
        make,
        length: String::len,
        work,
        peak: 64,
        output: 0,
    }
    .check(50_000);
}
