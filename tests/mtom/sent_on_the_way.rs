//! `PackageBody`: a package that is written while it is sent.

use std::io::{self, Read};

use um_messages::mtom::{Attachment, MtomOptions, Package};
use um_messages::{Envelope, ErrorKind, SoapMessage};

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive")]
struct Film {
    cover: Attachment,
    film: Attachment,
}

fn film() -> Film {
    Film {
        cover: Attachment::Bytes(b"a cover".to_vec()),
        film: Attachment::part("film@x"),
    }
}

fn body<'a>() -> um_messages::mtom::PackageBody<'a> {
    let options = MtomOptions::new().threshold(0).boundary("b");
    let package = Envelope::new(film())
        .with_mtom(options)
        .to_package()
        .unwrap();
    package.into_body().unwrap()
}

#[test]
fn held_parts_and_streams_are_sent_in_order() {
    let stream = b"a ".chain(&b""[..]).chain(&b"film"[..]);
    let body = body().with_part("film@x", "video/mp4", stream).unwrap();
    let mut body = body
        .with_part("empty@x", "text/plain", io::empty())
        .unwrap();
    let content_type = body.content_type().to_owned();
    let mut package = Vec::new();
    body.read_to_end(&mut package).unwrap();
    assert_eq!(body.read(&mut [0; 8]).unwrap(), 0);

    let package = Package::read(&content_type, &package).unwrap();
    let parts: Vec<_> = package
        .parts()
        .iter()
        .map(|part| (part.content_type().unwrap(), part.content()))
        .collect();
    assert_eq!(
        parts,
        [
            ("application/octet-stream", &b"a cover"[..]),
            ("video/mp4", b"a film"),
            ("text/plain", b""),
        ]
    );
    let read = Envelope::<Film>::from_package(&package).unwrap().body;
    assert_eq!(read.film.bytes(), Some(&b"a film"[..]));
    assert_eq!(read.cover, film().cover);
}

/// However little is asked for at once.
#[test]
fn in_pieces_of_any_size() {
    let whole = |size: usize| {
        let mut body = body()
            .with_part("film@x", "video/mp4", &b"a film"[..])
            .unwrap();
        let (mut package, mut piece) = (Vec::new(), vec![0; size]);
        loop {
            match body.read(&mut piece).unwrap() {
                0 => return package,
                count => package.extend_from_slice(&piece[..count]),
            }
        }
    };
    let package = whole(10_000);
    assert!(package.ends_with(b"\r\n\r\na film\r\n--b--\r\n"));
    for size in [1, 2, 7, 100] {
        assert_eq!(whole(size), package, "{size}");
    }
}

/// Chunk by chunk it is the envelope alone: bytes are base64, and parts are referred to.
#[test]
fn an_envelope_in_chunks_has_no_parts() {
    let envelope = || Envelope::new(film()).with_mtom(MtomOptions::new().threshold(0));
    let chunks: Result<Vec<_>, _> = envelope().into_chunks().collect();
    let text = String::from_utf8(chunks.unwrap().concat()).unwrap();
    assert_eq!(text, envelope().to_xml().unwrap());
    assert!(text.contains(">YSBjb3Zlcg==</"), "{text}");
    assert!(text.contains("href=\"cid:film@x\""), "{text}");
    assert!(envelope().masked().to_string().contains("cid:film@x"));
}

#[test]
fn what_cannot_stand_in_a_header() {
    for (content_id, media_type) in [
        ("a b", "text/plain"),
        ("a", "text/plain\r\nX: y"),
        ("", "text/plain"),
    ] {
        let error = body()
            .with_part(content_id, media_type, io::empty())
            .err()
            .unwrap();
        assert!(
            matches!(error.kind(), ErrorKind::Unwritable(_)),
            "{content_id:?}"
        );
    }
}
