//! `Reader::open_body`: an envelope that is read item by item is what it is at once, and so is all that is wrong with it.

use um_messages::soap::{Block, OpenBody};
use um_messages::xml::Reader;
use um_messages::{
    Category, Envelope, Error, ErrorKind, ReadOptions, Result, SoapMessage, SoapType, SoapVersion,
};
use um_tests::documents::{FAULT, V1_1, V1_2};
use um_tests::errors::say;
use um_tests::sources::{Grains, both_by};

pub(crate) const SHOP: &str = "urn:shop";

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
pub(crate) struct Headers {
    known: Option<Block<String>>,
    pub(crate) number: Option<u8>,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:shop")]
struct Catalogue {
    at: String,
    books: Books,
    next: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Books {
    book: Vec<Book>,
}

#[derive(Debug, PartialEq, SoapType)]
pub(crate) struct Book {
    #[soap(attribute)]
    id: u8,
    title: String,
}

type Outcome = (SoapVersion, Headers, Catalogue);

fn at_once(reader: &mut Reader<'_>) -> Result<Outcome> {
    let envelope = Envelope::<Catalogue, Headers>::read(reader)?;
    let version = envelope.version();
    Ok((version, envelope.header, envelope.body))
}

fn by_parts(body: &mut OpenBody<'_, '_, Headers>) -> Result<Catalogue> {
    body.enter(SHOP, "Catalogue")?;
    body.enter(SHOP, "At")?;
    let at = body.read()?;
    body.enter(SHOP, "Books")?;
    let book = body.items(SHOP, "Book").collect::<Result<_>>()?;
    let mut next = None;
    while body.next_child()? {
        if body.reader().is_in(SHOP, "Next") {
            next = Some(body.read()?);
        } else {
            body.skip()?;
        }
    }
    let books = Books { book };
    Ok(Catalogue { at, books, next })
}

/// Of two errors the one that the envelope has that is read at once: that it is not well-formed comes first.
fn in_parts(reader: &mut Reader<'_>) -> Result<Outcome> {
    let mut body = reader.open_body::<Headers>()?;
    let version = body.version();
    let header = std::mem::take(&mut body.header);
    match by_parts(&mut body) {
        Ok(catalogue) => body.finish().map(|()| (version, header, catalogue)),
        Err(error) if matches!(error.category(), Category::Syntax | Category::Limit) => Err(error),
        Err(error) => match body.finish() {
            Err(rest) if rest.category() == Category::Syntax => Err(rest),
            _ => Err(error),
        },
    }
}

fn say_all(result: &Result<Outcome>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => {
            let answer = error.to_fault_envelope();
            let version = error.soap_version();
            let fault = error.fault();
            format!("{}\n{version:?} {fault:?} {answer:?}", say(error))
        }
    }
}

#[track_caller]
fn assert_same(document: &str, options: &ReadOptions) -> String {
    let whole = say_all(&at_once(&mut Reader::from_str_with(document, options)));
    let parts = say_all(&in_parts(&mut Reader::from_str_with(document, options)));
    assert_eq!(parts, whole, "{document}");
    let stream = Grains::new(document.as_bytes(), &[7]);
    let parts = say_all(&in_parts(&mut Reader::from_stream_with(stream, options)));
    assert_eq!(parts, whole, "{document}");
    whole
}

pub(crate) fn envelope(header: &str, content: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='{V1_2}' xmlns:h='urn:h'>\n<s:Header>{header}</s:Header>\n<s:Body>{content}</s:Body>\n</s:Envelope>"
    )
}

pub(crate) const BLOCKS: &str =
    "<h:Known s:mustUnderstand='true'>k</h:Known><h:Number>7</h:Number>";

pub(crate) const CATALOGUE: &str = "<Catalogue xmlns='urn:shop'>\n<At>now</At><Books>\n<Book Id='1'><Title>a&amp;b</Title></Book>\n\
    <Book Id='2'><Title/></Book></Books><Next>9</Next></Catalogue>";

#[test]
fn an_envelope_is_the_same_item_by_item() {
    let document = envelope(BLOCKS, CATALOGUE);
    assert!(assert_same(&document, &ReadOptions::new()).starts_with("(V1_2, "));
    let document = document.replace(V1_2, V1_1);
    assert!(assert_same(&document, &ReadOptions::new()).starts_with("(V1_1, "));
    let (_, header, catalogue) = both_by(&document, &ReadOptions::new(), &in_parts).unwrap();
    assert_eq!(header.number, Some(7));
    assert_eq!((catalogue.books.book.len(), catalogue.next), (2, Some(9)));
}

/// What is wrong, and the start of what is said of it.
#[rustfmt::skip]
pub(crate) const WRONG: &[(&str, &str, &str)] = &[
    ("<h:X s:mustUnderstand='1'/>", CATALOGUE, "NotUnderstood Some(\"Envelope/Header/X\")"),
    ("<h:X s:mustUnderstand='1'/>", FAULT, "NotUnderstood Some(\"Envelope/Header/X\")"),
    ("<h:X s:mustUnderstand='maybe'/>", CATALOGUE, "InvalidValue"),
    ("<h:Number>many</h:Number>", CATALOGUE, "InvalidValue Some(\"Envelope/Header/Number\")"),
    ("<h:Number>many</h:Number>", FAULT, "Fault"),
    ("", FAULT, "Fault Some(\"Envelope/Body/Fault\")"),
    ("", "<s:Fault xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><faultcode>s:Server</faultcode></s:Fault>", "Fault"),
    ("", "", "Envelope"),
    ("", " ", "Envelope"),
    ("", "<Catalogue/>", "WrongMessage Some(\"Envelope/Body/Catalogue\")"),
    ("", "<Other xmlns='urn:shop'/>", "WrongMessage Some(\"Envelope/Body/Other\")"),
    ("", "text", "UnexpectedText"),
    ("", "<Catalogue xmlns='urn:shop'/>", "MissingElement Some(\"Envelope/Body/Catalogue\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><books/></Catalogue>", "MissingElement Some(\"Envelope/Body/Catalogue\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/>x</Catalogue>", "UnexpectedText Some(\"Envelope/Body/Catalogue\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books>x</Books></Catalogue>", "UnexpectedText Some(\"Envelope/Body/Catalogue/Books\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books><Book Id='256'><Title/></Book></Books></Catalogue>", "InvalidValue Some(\"Envelope/Body/Catalogue/Books/Book/@Id\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books><Book Id='1'><title/></Book></Books></Catalogue>", "MissingElement Some(\"Envelope/Body/Catalogue/Books/Book\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/><Next/></Catalogue>", "InvalidValue Some(\"Envelope/Body/Catalogue/Next\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/></Catalogue><Other/>", "Envelope Some(\"Envelope/Body/Other\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/></Catalogue>text", "UnexpectedText Some(\"Envelope/Body\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/></Catalogue></s:Body><s:Body>", "Envelope Some(\"Envelope/Body\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/></Catalogue></s:Body><s:Header/><s:Body>", "Envelope Some(\"Envelope/Header\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/></Catalogue></s:Body><x/><s:Body>", "Envelope Some(\"Envelope/x\")"),
    ("", "<Catalogue xmlns='urn:shop'><At/><Books/></p:Catalogue>", "Syntax"),
    ("<h:X s:mustUnderstand='1'/>", "<Catalogue></Catalog>", "Syntax"),
    ("", "<s:Fault><p:faultcode/></s:Fault>", "Namespace"),
];

#[test]
fn what_is_wrong_is_the_same_item_by_item() {
    for (header, content, start) in WRONG {
        let said = assert_same(&envelope(header, content), &ReadOptions::new());
        assert!(said.starts_with(start), "{content}: {said}");
    }
    for document in [
        "",
        " ",
        "<!DOCTYPE html><html>",
        "<html/>",
        "{\"a\": 1}",
        "<Envelope/>",
        "<s:Envelope xmlns:s='urn:x'/>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Bod/></s:Envelope>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/></s:Envelope>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>",
    ] {
        let said = assert_same(document, &ReadOptions::new());
        assert!(!said.starts_with('('), "{document}: {said}");
    }
}

#[test]
fn options_are_the_same_item_by_item() {
    let document = envelope(BLOCKS, CATALOGUE);
    for options in [
        ReadOptions::new().deny_unknown_fields(true),
        ReadOptions::new().versions(&[SoapVersion::V1_1]),
        ReadOptions::new().max_depth(5),
        ReadOptions::new().max_depth(6),
        ReadOptions::new().max_children(1),
        ReadOptions::new().max_text(4),
        ReadOptions::new().max_attributes(0),
    ] {
        assert_same(&document, &options);
    }
    let denying = ReadOptions::new().deny_unknown_fields(true);
    for strange in [
        document.replace("<s:Body>", "<s:Body Id='1'>"),
        document.replace("xmlns:h=", "Id='1' xmlns:h="),
        document.replace("</Books>", "<Stranger/></Books>"),
        document.replace("<At>", "<Stranger/><At>"),
        document.replace("<Title/>", "<Title/><Stranger/>"),
    ] {
        assert!(assert_same(&strange, &ReadOptions::new()).starts_with('('));
        let error = in_parts(&mut Reader::from_str_with(&strange, &denying)).unwrap_err();
        let whole = at_once(&mut Reader::from_str_with(&strange, &denying)).unwrap_err();
        assert_eq!(error.path(), whole.path(), "{strange}");
        assert_eq!(error.position(), whole.position(), "{strange}");
    }
}

/// A document that is cut off anywhere is never a whole one, nor one in which a character is another.
#[test]
fn a_document_that_is_damaged_anywhere_is_the_same_item_by_item() {
    let document = envelope(BLOCKS, CATALOGUE);
    for at in 0..document.len() {
        let (before, behind) = document.split_at(at);
        let said = assert_same(before, &ReadOptions::new());
        assert!(!said.starts_with('('), "{before}");
        for piece in ["", "<", "/", "x"] {
            let changed = format!("{before}{piece}{}", &behind[1..]);
            assert_same(&changed, &ReadOptions::new());
        }
    }
}

fn opened(document: &str, test: impl FnOnce(&mut OpenBody<'_, '_>) -> Result<()>) -> Result<()> {
    let mut reader = Reader::from_str(document);
    let mut body = reader.open_body::<()>()?;
    test(&mut body)?;
    body.finish()
}

/// Whatever has been read of the message, the rest of the document is checked.
#[test]
fn the_rest_is_checked_wherever_the_reader_stands() {
    type Test = fn(&mut OpenBody<'_, '_>) -> Result<()>;
    let tests: &[Test] = &[
        |_| Ok(()),
        |body| body.next_child().map(drop),
        |body| body.enter(SHOP, "Catalogue"),
        |body| {
            body.enter(SHOP, "Catalogue")?;
            body.enter(SHOP, "Books")
        },
        |body| {
            body.enter(SHOP, "Catalogue")?;
            body.enter(SHOP, "Books")?;
            body.items::<Book>(SHOP, "Book")
                .next()
                .transpose()
                .map(drop)
        },
        |body| {
            body.enter(SHOP, "Catalogue")?;
            body.read::<Catalogue>().map(drop)
        },
        |body| {
            body.next_child()?;
            while body.next_child()? {
                body.skip()?;
            }
            body.skip()
        },
    ];
    let whole = envelope("", CATALOGUE);
    for test in tests {
        opened(&whole, test).unwrap();
        for (from, to) in [
            ("</s:Envelope>", ""),
            ("</s:Envelope>", "</s:Envelope><x/>"),
            ("</s:Body>", "<Other/></s:Body>"),
            ("</s:Body>", "</s:Body><Other/>"),
            ("</Catalogue>", "</Other>"),
        ] {
            opened(&whole.replace(from, to), test).unwrap_err();
        }
    }
}

/// The reader does not leave the message, and so takes no other one for a part of it.
#[test]
fn nothing_is_read_behind_the_message() {
    let document = envelope("", "<A xmlns='u'/><B xmlns='u'><C/></B>");
    let error = opened(&document, |body| {
        body.enter("u", "A")?;
        assert!(!body.next_child()?);
        assert!(!body.next_child()?);
        let missing = body.enter("u", "C").unwrap_err();
        assert!(matches!(missing.kind(), ErrorKind::MissingElement(_)));
        Ok(())
    });
    let error = error.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Envelope(_)), "{error}");
    assert_eq!(error.path(), Some("Envelope/Body/B"));
}

/// An empty Body has no message to go into, and is no error by itself.
#[test]
fn an_empty_body_is_read_to_its_end() {
    opened(&envelope("", ""), |body| {
        assert!(!body.next_child()?);
        Ok(())
    })
    .unwrap();
    opened(&envelope("", "").replace("</s:Envelope>", ""), |_| Ok(())).unwrap_err();
}

/// One item that is none does not spoil the others.
#[test]
fn behind_an_item_that_is_none_the_next_one_is_read() {
    let books = "<Catalogue xmlns='urn:shop'><At/><Books><Book Id='1'><Title/></Book><Book Id='x'><Title><a/></Title></Book>text<Book Id='3'><Title/></Book></Books></Catalogue>";
    let document = envelope("", books);
    opened(&document, |body| {
        body.enter(SHOP, "Catalogue")?;
        body.enter(SHOP, "Books")?;
        let items: Vec<Result<Book>> = body.items(SHOP, "Book").collect();
        let said = |item: &Result<Book>| match item {
            Ok(book) => book.id.to_string(),
            Err(error) => error.path().unwrap_or_default().to_owned(),
        };
        let said: Vec<_> = items.iter().map(said).collect();
        let list = "Envelope/Body/Catalogue/Books";
        assert_eq!(said, ["1", &format!("{list}/Book/@Id"), list, "3"]);
        Ok(())
    })
    .unwrap();
    // Behind an error of the document nothing is.
    let broken = document.replace("text", "</x>");
    let mut reader = Reader::from_str(&broken);
    let mut body = reader.open_body::<()>().unwrap();
    body.enter(SHOP, "Catalogue").unwrap();
    body.enter(SHOP, "Books").unwrap();
    let items: Vec<Result<Book>> = body.items(SHOP, "Book").collect();
    assert_eq!(items.len(), 3);
    assert_eq!(
        items[2].as_ref().map_err(Error::category),
        Err(Category::Syntax)
    );
    body.finish().unwrap_err();
}

/// The list need not have an element of its own, and its items can be borrowed.
#[test]
fn items_may_stand_in_the_message_itself() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Row<'a> {
        #[soap(attribute)]
        name: &'a str,
    }
    let document = envelope(
        "",
        "<Rows xmlns='u'><Row Name='a'/><Sum/><Row Name='b'/></Rows>",
    );
    let mut reader = Reader::from_str(&document);
    let mut body = reader.open_body::<()>().unwrap();
    body.enter("u", "Rows").unwrap();
    let rows: Vec<_> = body
        .items::<Row<'_>>("u", "Row")
        .map(Result::unwrap)
        .collect();
    assert!(body.items::<Row<'_>>("u", "Row").next().is_none());
    body.finish().unwrap();
    assert_eq!(rows.iter().map(|row| row.name).collect::<String>(), "ab");
}

/// What is asked of an empty message in the wrong version is answered in that version.
#[test]
fn errors_know_the_version_that_was_asked_in() {
    let document = envelope("", CATALOGUE.replace("Id='2'", "Id='many'").as_str());
    let mut reader = Reader::from_str(&document);
    let mut body = reader.open_body::<()>().unwrap();
    body.enter(SHOP, "Catalogue").unwrap();
    body.enter(SHOP, "Books").unwrap();
    let error = body
        .items::<Book>(SHOP, "Book")
        .find_map(Result::err)
        .unwrap();
    assert_eq!(error.soap_version(), Some(SoapVersion::V1_2));
}
