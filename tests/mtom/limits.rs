//! The limits of packages, each met and exceeded by one.

use std::io::Read;

use um_messages::mtom::{Package, PackageReader};
use um_messages::{Error, ErrorKind, ReadOptions};

use crate::{CONTENT_TYPE, package, store};

/// The limit that is exceeded, when the package is held and when it is a stream.
fn exceeded(package: &[u8], options: &ReadOptions) -> Option<&'static str> {
    let held = Package::read_with(CONTENT_TYPE, package, options).err();
    let streamed = stream(package, options).err();
    let limit = |error: Error| match error.kind() {
        ErrorKind::Limit { limit, .. } => *limit,
        _ => panic!("{error}"),
    };
    let byte = |error: &Option<Error>| error.as_ref().and_then(Error::package_byte);
    if held.is_some() {
        assert_eq!(byte(&held).is_some(), byte(&streamed).is_some());
    }
    let (held, streamed) = (held.map(limit), streamed.map(limit));
    assert_eq!(held, streamed);
    held
}

fn stream(package: &[u8], options: &ReadOptions) -> um_messages::Result<()> {
    let mut package = PackageReader::new_with(CONTENT_TYPE, package, options)?;
    while let Some(mut part) = package.next_part()? {
        part.read_to_vec()?;
    }
    Ok(())
}

#[test]
fn each_limit() {
    let parts: [(&str, &[u8]); 2] = [("Content-ID: <1@x>\r\nA: b", b"12345678"), ("B: c", b"")];
    let package = package(&store(""), &parts);
    let length = store("").len() as u64;
    let text = String::from_utf8(package.clone()).unwrap();
    let header = text.find("\r\n\r\n").unwrap() + 2 - "--b\r\n".len();
    for (options, limit) in [
        (ReadOptions::new().max_parts(3), None),
        (ReadOptions::new().max_parts(2), Some("max_parts")),
        (ReadOptions::new().max_part_headers(3), None),
        (
            ReadOptions::new().max_part_headers(2),
            Some("max_part_headers"),
        ),
        (ReadOptions::new().max_part_header_bytes(header), None),
        (
            ReadOptions::new().max_part_header_bytes(header - 1),
            Some("max_part_header_bytes"),
        ),
        (ReadOptions::new().max_part_bytes(length), None),
        (
            ReadOptions::new().max_part_bytes(length - 1),
            Some("max_part_bytes"),
        ),
    ] {
        assert_eq!(exceeded(&package, &options), limit, "{options:?}");
    }
}

/// A header without an end is not waited for.
#[test]
fn a_header_without_an_end() {
    let endless = std::io::repeat(b'a');
    let package = b"--b\r\nA: ".chain(endless);
    let mut package = PackageReader::new(CONTENT_TYPE, package).unwrap();
    let error = package.next_part().map(|_| ()).unwrap_err();
    let limit = "max_part_header_bytes";
    assert!(
        matches!(error.kind(), ErrorKind::Limit { limit: it, .. } if *it == limit),
        "{error}"
    );
}

/// A stream is read no further than `max_bytes`.
#[test]
fn a_stream_without_an_end() {
    let endless = std::io::repeat(b'a');
    let package = b"--b\r\nContent-ID: <0@x>\r\n\r\n".chain(endless);
    let options = ReadOptions::new().max_bytes(1_000_000);
    let mut package = PackageReader::new_with(CONTENT_TYPE, package, &options).unwrap();
    let error = package
        .next_part()
        .unwrap()
        .unwrap()
        .read_to_vec()
        .unwrap_err();
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
}
