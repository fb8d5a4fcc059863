//! `PushReader`: what comes in chunks is read as what comes in a stream, and as soon as it can be.

use um_messages::soap::PushReader;
use um_messages::xml::{QName, Reader};
use um_messages::{Error, ErrorKind, ReadOptions, Result, SoapVersion};
use um_tests::documents::V1_2;

use crate::open_body::{BLOCKS, Book, CATALOGUE, Headers, SHOP, WRONG, envelope};

type Books = PushReader<Book, Headers>;

fn books(options: &ReadOptions) -> Books {
    let name = |local: &'static str| QName::new(SHOP, local);
    PushReader::new([name("Catalogue"), name("Books")], name("Book"), options)
}

/// The items that have been read, and the first error.
type Outcome = (Vec<Book>, Option<Error>);

fn pushed(document: &[u8], size: usize, options: &ReadOptions) -> Outcome {
    let (mut reader, mut items) = (books(options), Vec::new());
    for chunk in document.chunks(size) {
        reader.push(chunk);
        while let Some(item) = reader.next_item() {
            match item {
                Ok(item) => items.push(item),
                Err(error) => return (items, Some(error)),
            }
        }
    }
    match reader.finish() {
        Ok(rest) => items.extend(rest),
        Err(error) => return (items, Some(error)),
    }
    (items, None)
}

fn pulled(document: &str, options: &ReadOptions) -> Outcome {
    let mut items = Vec::new();
    let mut reader = Reader::from_stream_with(document.as_bytes(), options);
    let mut read = || -> Result<()> {
        let mut body = reader.open_body::<Headers>()?;
        body.enter(SHOP, "Catalogue")?;
        body.enter(SHOP, "Books")?;
        for item in body.items(SHOP, "Book") {
            items.push(item?);
        }
        body.finish()
    };
    let error = read().err();
    (items, error)
}

const SIZES: [usize; 4] = [1, 2, 7, usize::MAX];

#[track_caller]
fn assert_same(document: &str) {
    let options = ReadOptions::new();
    let (items, error) = pulled(document, &options);
    for size in SIZES {
        let (pushed, other) = pushed(document.as_bytes(), size, &options);
        assert_eq!(
            other.is_some(),
            error.is_some(),
            "{document}: {other:?} {error:?}"
        );
        if error.is_none() {
            assert_eq!(pushed, items, "{document}");
        }
    }
}

const MARKUP: &str = "<Catalogue xmlns='urn:shop'><At>></At><Books><!-- <Book> -- > --><?a <Book>> ?><![CDATA[ ]]>\
    <Book Id='1' a='>' b=\"/>'\"><Title><![CDATA[</Book>]] >]]></Title></Book \n><Other><Book/></Other><Other/ >\n\
    <Book Id='2' ><!----><Title a='/'/></Book><Book Id='3'><Title>é</Title><x/></Book></Books><Books><Book/></Books></Catalogue>";

#[test]
fn chunks_are_read_as_a_stream_is() {
    for content in [
        CATALOGUE,
        &MARKUP.replace("-- > -->", "-->").replace("/ >", "/>"),
    ] {
        let document = envelope(BLOCKS, content);
        let (items, error) = pushed(document.as_bytes(), 3, &ReadOptions::new());
        assert!(error.is_none() && items.len() >= 2, "{error:?}");
        assert_same(&document);
    }
    for empty in ["<Books/>", "<Books></Books>", "<Books \n/>"] {
        let content = format!("<Catalogue xmlns='urn:shop'>{empty}<At/></Catalogue>");
        assert_same(&envelope("", &content));
    }
}

#[test]
fn what_is_wrong_is_an_error_in_chunks() {
    for (header, content, _) in WRONG {
        assert_same(&envelope(header, content));
    }
    let document = envelope(BLOCKS, CATALOGUE);
    for at in 0..document.len() {
        let (before, behind) = document.split_at(at);
        assert_same(before);
        let piece = ["", "<", "/", "x"][at % 4];
        assert_same(&format!("{before}{piece}{}", &behind[1..]));
    }
    assert_same(&envelope("", MARKUP));
}

/// The error is that of a stream where it is in the list, or before.
#[test]
fn errors_say_the_same_in_chunks() {
    for content in [
        CATALOGUE.replace("Id='2'", "Id='x'"),
        CATALOGUE.replace("<Books>", "<Books>text"),
        CATALOGUE.replace("</Book></Books>", "</Bok></Books>"),
        CATALOGUE.replace("Catalogue", "Other"),
    ] {
        let document = envelope(BLOCKS, &content);
        let (_, pulled) = pulled(&document, &ReadOptions::new());
        for size in SIZES {
            let (_, pushed) = pushed(document.as_bytes(), size, &ReadOptions::new());
            let say = |error: &Option<Error>| {
                error
                    .as_ref()
                    .map(|error| (error.to_string(), error.soap_version()))
            };
            assert_eq!(say(&pushed), say(&pulled), "{content}");
        }
    }
}

#[test]
fn an_item_is_there_as_soon_as_it_is_whole() {
    let document = envelope(BLOCKS, CATALOGUE);
    let mut reader = books(&ReadOptions::new());
    let ends: Vec<_> = document
        .match_indices("</Book>")
        .map(|(at, end)| at + end.len())
        .collect();
    let mut from = 0;
    for end in ends {
        reader.push(&document.as_bytes()[from..end - 1]);
        assert!(reader.next_item().is_none());
        reader.push(&document.as_bytes()[end - 1..end]);
        reader.next_item().unwrap().unwrap();
        from = end;
    }
    assert_eq!(reader.header().unwrap().number, Some(7));
    assert_eq!(reader.version(), Some(SoapVersion::V1_2));
    reader.push(&document.as_bytes()[from..]);
    assert!(reader.next_item().is_none());
    assert!(reader.finish().unwrap().is_empty());
}

/// What nobody has taken is not lost, nor is a document in another encoding.
#[test]
fn what_is_left_comes_at_the_end() {
    let document = envelope(BLOCKS, CATALOGUE);
    let utf16 = |text: &str| -> Vec<u8> {
        let units = format!("\u{FEFF}{text}");
        units.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    for bytes in [document.clone().into_bytes(), utf16(&document)] {
        for size in SIZES {
            let mut reader = books(&ReadOptions::new());
            bytes.chunks(size).for_each(|chunk| reader.push(chunk));
            assert_eq!(reader.finish().unwrap().len(), 2);
            let (items, error) = pushed(&bytes, size, &ReadOptions::new());
            assert_eq!((items.len(), error.is_none()), (2, true));
        }
    }
}

#[test]
fn what_is_not_whole_is_held_within_a_limit() {
    let options = ReadOptions::new().max_token(1_000).max_bytes(u64::MAX);
    let document = envelope("", CATALOGUE);
    let before = &document[..document.find("<Book Id='2'").unwrap()];
    for (start, again) in [
        (before, "<x/>"), // each is a child
        (before, " "),
        (&format!("{before}<Book Id='2'>"), "<x/>"),
        (&document[..document.find("<At>").unwrap() + 4], "<x/>"),
        (&document[..document.find("</Books>").unwrap() + 8], "<x/>"),
    ] {
        let mut reader = books(&options);
        reader.push(start.as_bytes());
        let mut error = None;
        for _ in 0..2_000 {
            reader.push(again.as_bytes());
            let items = std::iter::from_fn(|| reader.next_item());
            error = items.filter_map(Result::err).last().or(error);
        }
        let is_child = start == before && again == "<x/>";
        assert_eq!(error.is_none(), is_child, "{start}");
        if let Some(error) = error {
            let ErrorKind::Limit { limit, .. } = error.kind() else {
                panic!("{error}");
            };
            assert_eq!(*limit, "max_token");
        }
    }
}

#[test]
fn it_can_be_sent() {
    fn can_be_sent<T: Send>(_: &T) {}
    can_be_sent(&books(&ReadOptions::new()));
    can_be_sent(&Reader::from_stream(V1_2.as_bytes()));
}
