//! `xml::Reader` by itself.

use um_messages::Result;
use um_messages::xml::Reader;

/// `skip` comes back wherever the reader stands, before the document element and behind the end.
/// It was broken once.
#[test]
fn skip_comes_back_outside_of_the_document_element() {
    let documents = |read: &dyn Fn(Reader<'_>)| {
        for xml in ["<a><b/></a>", "<a/>", "<!-- c --><a>x</a><!-- c -->"] {
            read(Reader::from_str(xml));
            read(Reader::from_stream(xml.as_bytes()));
        }
    };
    documents(&|mut reader| {
        reader.skip().unwrap();
        reader.finish().unwrap();
        reader.skip().unwrap();
    });
    documents(&|mut reader| {
        assert!(reader.next_child().unwrap());
        reader.skip().unwrap();
        reader.finish().unwrap();
        reader.skip().unwrap();
        assert!(!reader.next_child().unwrap());
        reader.skip().unwrap();
    });
}

/// Behind an error of the document there is nothing but errors.
/// It was broken once.
#[test]
fn nothing_is_read_behind_an_error_of_the_document() {
    type Step = fn(&mut Reader<'_>) -> Result<()>;
    let steps: [Step; 4] = [
        |reader| reader.next_child().map(drop),
        |reader| reader.finish(),
        |reader| reader.skip(),
        |reader| reader.text_content().map(drop),
    ];
    for xml in [
        "<a><p:b/><p:c>x</a>",
        "<a><b p:c='1'/><b/></a>",
        "<a><b></c></a>",
    ] {
        for first in steps {
            for second in steps {
                for mut reader in [Reader::from_str(xml), Reader::from_stream(xml.as_bytes())] {
                    assert!(reader.next_child().unwrap());
                    while reader.next_child().is_ok() {}
                    assert!(first(&mut reader).is_err(), "{xml}");
                    assert!(second(&mut reader).is_err(), "{xml}");
                }
            }
        }
    }
}
