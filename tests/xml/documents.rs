//! A value as a document: from a text, from bytes, from a stream, and back.

use std::io::{self, Read};

use um_messages::xml::{self, Reader, Writer};
use um_messages::{Error, ErrorKind, ReadOptions, SoapType};

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:d", prefix = "d")]
struct Dial {
    to: String,
}

const DOCUMENT: &str = r#"<d:Dial xmlns:d="urn:d"><d:To>Müller</d:To></d:Dial>"#;

fn dial() -> Dial {
    Dial {
        to: "Müller".into(),
    }
}

/// Bytes that come one by one, as they may from a connection.
struct OneByOne<'a>(&'a [u8]);

impl Read for OneByOne<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(1);
        self.0.read(buffer.get_mut(..length).unwrap_or_default())
    }
}

/// A stream that fails.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

impl io::Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn every_way_in_reads_the_same() {
    let bytes = DOCUMENT.as_bytes();
    let options = ReadOptions::new();
    let read: [Result<Dial, Error>; 12] = [
        xml::from_str(DOCUMENT),
        xml::from_str_with(DOCUMENT, &options),
        xml::from_slice(bytes),
        xml::from_slice_with(bytes, &options),
        xml::from_reader(OneByOne(bytes)),
        xml::from_reader_with(OneByOne(bytes), &options),
        Reader::from_str(DOCUMENT).read_root(),
        Reader::from_slice(bytes).unwrap().read_root(),
        Reader::from_slice_with(bytes, &options)
            .unwrap()
            .read_root(),
        Reader::read_from(OneByOne(bytes)).unwrap().read_root(),
        Reader::read_from_with(OneByOne(bytes), &options)
            .unwrap()
            .read_root(),
        Reader::from_stream(OneByOne(bytes)).read_root(),
    ];
    for (way, read) in read.into_iter().enumerate() {
        assert_eq!(read.unwrap(), dial(), "way {way}");
    }
}

#[test]
fn every_way_out_writes_the_same() {
    assert_eq!(xml::to_string(&dial()).unwrap(), DOCUMENT);
    assert_eq!(xml::to_vec(&dial()).unwrap(), DOCUMENT.as_bytes());
    let mut out = Vec::new();
    xml::to_writer(&mut out, &dial()).unwrap();
    assert_eq!(out, DOCUMENT.as_bytes());
    let mut writer = Writer::new();
    writer.write_root(&dial());
    assert_eq!(writer.finish().unwrap(), DOCUMENT);
}

/// The whole document is read, and not only up to the end of its element.
#[test]
fn what_follows_the_document_element_is_an_error() {
    let document = format!("{DOCUMENT}<more/>");
    assert!(xml::from_str::<Dial>(&document).is_err());
    assert!(xml::from_slice::<Dial>(document.as_bytes()).is_err());
    assert!(xml::from_reader::<Dial>(document.as_bytes()).is_err());
}

#[test]
fn another_document_element_is_an_error() {
    let error = xml::from_reader::<Dial>("<Dial/>".as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "element `Dial` has namespace none instead of `urn:d`, in `Dial`, line 1, column 1"
    );
}

#[test]
fn encodings_are_told_from_the_bytes() {
    let latin1 =
        b"<?xml version='1.0' encoding='iso-8859-1'?><Dial xmlns='urn:d'><To>M\xFCller</To></Dial>";
    assert_eq!(xml::from_slice::<Dial>(latin1).unwrap(), dial());
    assert_eq!(xml::from_reader::<Dial>(&latin1[..]).unwrap(), dial());

    let error = xml::from_slice::<Dial>(b"<Dial>\xFF</Dial>").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Encoding(_)), "{error}");
}

#[test]
fn a_stream_is_read_within_its_limit() {
    let read = |max| {
        let options = ReadOptions::new().max_bytes(max);
        xml::from_reader_with::<Dial>(DOCUMENT.as_bytes(), &options)
    };
    let length = DOCUMENT.len() as u64;
    assert_eq!(read(length).unwrap(), dial());
    let error = read(length - 1).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_bytes",
                ..
            }
        ),
        "{error}"
    );
    // A stream without an end is not read for ever.
    let endless = xml::from_reader_with::<Dial>(io::repeat(b' '), &ReadOptions::new().max_bytes(9));
    assert!(matches!(
        endless.unwrap_err().kind(),
        ErrorKind::Limit { .. }
    ));
}

#[test]
fn errors_of_streams_are_passed_on() {
    let failed = |error: Error| match error.kind() {
        ErrorKind::Io(error) => error.kind(),
        other => panic!("{other:?}"),
    };
    let read = xml::from_reader::<Dial>(Broken).unwrap_err();
    assert_eq!(failed(read), io::ErrorKind::ConnectionReset);
    let written = xml::to_writer(Broken, &dial()).unwrap_err();
    assert_eq!(failed(written), io::ErrorKind::BrokenPipe);
}

/// Nothing is written of a value that cannot be.
#[test]
fn an_unwritable_value_leaves_the_stream_alone() {
    let mut out = Vec::new();
    let unwritable = Dial { to: "\u{1}".into() };
    assert!(xml::to_writer(&mut out, &unwritable).is_err());
    assert!(out.is_empty());
}
