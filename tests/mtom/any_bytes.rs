//! Any bytes are a package or an error, the same whether they are held or a stream: no panic, whatever is sent.

use std::io::{self, Read};

use proptest::prelude::*;
use um_messages::mtom::{Package, PackageReader, Part};
use um_messages::{Envelope, ReadOptions};

use crate::{CONTENT_TYPE, Store, package, store};

/// A stream that gives so many bytes at once.
struct Slowly<'a>(&'a [u8], usize);

impl Read for Slowly<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = out.len().min(self.1);
        self.0.read(&mut out[..count])
    }
}

type Parts = Vec<(Option<String>, Vec<u8>)>;

fn held(content_type: &str, package: &[u8]) -> Result<Parts, String> {
    let package = Package::read(content_type, package).map_err(|error| error.to_string())?;
    // Whatever the document is, it is read or an error.
    let _ = Envelope::<Store>::from_package(&package);
    let part = |part: &Part<'_>| {
        (
            part.content_id().map(str::to_owned),
            part.content().to_vec(),
        )
    };
    Ok([package.root()]
        .into_iter()
        .chain(package.parts())
        .map(part)
        .collect())
}

fn streamed(content_type: &str, package: &[u8], piece: usize) -> Result<Parts, String> {
    let read = || {
        let mut package = PackageReader::new(content_type, Slowly(package, piece))?;
        let mut parts = Parts::new();
        while let Some(mut part) = package.next_part()? {
            let id = part.content_id().map(str::to_owned);
            parts.push((id, part.read_to_vec()?));
        }
        Ok(parts)
    };
    read().map_err(|error: um_messages::Error| error.to_string())
}

/// The content type without what says which part is the document.
const ANY_ROOT: &str = "multipart/related; boundary=b";

fn check(package: &[u8]) {
    let held = held(ANY_ROOT, package);
    for piece in [1, 7, 100_000] {
        let streamed = streamed(ANY_ROOT, package, piece);
        // Without parts there is no document; a stream may have none.
        let no_document = held.is_err() && streamed.as_ref().is_ok_and(Vec::is_empty);
        if !no_document {
            assert_eq!(streamed, held);
        }
    }
}

/// What packages are made of.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just("\r\n--b\r\n"),
        Just("\r\n--b--"),
        Just("--b"),
        Just("--"),
        Just("\r\n"),
        Just("\r"),
        Just("\n"),
        Just(" "),
        Just("Content-ID: <1@x>\r\n"),
        Just("Content-Transfer-Encoding: base64\r\n"),
        Just("Content-Transfer-Encoding: quoted-printable\r\n"),
        Just("UklGRg=="),
        Just("=3D"),
        Just("x"),
        Just(":"),
        Just("<a/>"),
    ];
    let pieces = prop::collection::vec(piece, 0..24);
    pieces.prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_pieces(package in pieces()) {
        check(&package);
    }

    #[test]
    fn of_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes);
        let behind = [b"--b\r\n\r\n".as_slice(), &bytes, b"\r\n--b--"].concat();
        check(&behind);
        let _ = held(CONTENT_TYPE, &bytes);
    }

    /// A package in which a byte is another one.
    #[test]
    fn that_was_spoilt(at in 0..1000_usize, byte in any::<u8>()) {
        let mut package = package(&store("<xop:Include href='cid:1@x'/>"), &[("Content-ID: <1@x>", b"RIFF")]);
        if let Some(place) = package.get_mut(at) {
            *place = byte;
        }
        check(&package);
        let _ = held(CONTENT_TYPE, &package);
    }

    /// Whatever the media type says.
    #[test]
    fn of_any_media_type(content_type in "multipart/related; ?(boundary|start|type|x)=[ -~]{0,20}(; ?(boundary|type)=.{0,10})?") {
        let _ = held(&content_type, b"--b\r\n\r\nx\r\n--b--");
    }

    /// What is written comes back whole.
    #[test]
    fn that_is_written(contents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..100), 0..4), piece in 1..100_usize) {
        let root = Part::new("0@x", "text/xml", &b"<a/>"[..]);
        let parts = contents.iter().enumerate().map(|(number, content)| {
            Part::new(format!("p{number}@x"), "application/octet-stream", content.as_slice())
        });
        let package = parts.fold(Package::new(root), Package::with_part);
        let (content_type, body) = package.to_multipart().unwrap();
        let held = held(&content_type, &body).unwrap();
        let read: Vec<_> = held[1..].iter().map(|(_, content)| content.clone()).collect();
        prop_assert_eq!(&read, &contents);
        prop_assert_eq!(streamed(&content_type, &body, piece).unwrap(), held);
    }
}

#[test]
fn cut_off_anywhere_it_is_an_error() {
    let package = package(
        &store("<xop:Include href='cid:1@x'/>"),
        &[("Content-ID: <1@x>", b"RIFF")],
    );
    let whole = package.len() - "\r\n".len();
    for length in 0..whole {
        assert!(
            Package::read(CONTENT_TYPE, &package[..length]).is_err(),
            "{length}"
        );
        check(&package[..length]);
    }
    assert!(Package::read_with(CONTENT_TYPE, &package[..whole], &ReadOptions::new()).is_ok());
}

/// Found by `of_pieces`: what is cut is neither closed nor base64.
#[test]
fn a_part_that_is_cut_is_not_closed() {
    let package = b"--b\r\nContent-Transfer-Encoding: base64\r\n\r\nUkl";
    check(package);
    let error = held(ANY_ROOT, package).unwrap_err();
    assert!(error.contains("without the line that closes it"), "{error}");
}
