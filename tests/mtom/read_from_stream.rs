//! `PackageReader`: a package that is read part by part.

use std::io::Read;

use um_messages::mtom::{Attachment, PackageReader};
use um_messages::{Envelope, Error, ErrorKind, PackageProblem, ReadOptions, Result, SoapMessage};

use crate::{CONTENT_TYPE, Store, package, problem, store};

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive", rename = "Store")]
struct StoreLarge {
    name: String,
    content: Attachment,
}

const INCLUDE: &str = "<xop:Include href='cid:1%40x'/>";

#[test]
fn the_envelope_and_then_the_parts() {
    let base64 = "Content-ID: <2@x>\r\nContent-Transfer-Encoding: base64";
    let parts: [(&str, &[u8]); 3] = [
        ("Content-ID: <1@x>\r\nContent-Type: video/mp4; x=y", b"film"),
        (base64, b"UklG\r\nRg=="),
        ("", b""),
    ];
    let package = package(&store(INCLUDE), &parts);
    let mut package = PackageReader::new(CONTENT_TYPE, &*package).unwrap();
    let envelope: Envelope<StoreLarge> = package.read_envelope().unwrap();
    assert!(envelope.mtom().is_some());
    assert_eq!(
        envelope.body,
        StoreLarge {
            name: "n".into(),
            content: Attachment::part("1@x")
        }
    );

    let mut part = package.next_part().unwrap().unwrap();
    assert_eq!(
        (part.content_id(), part.content_type()),
        (Some("1@x"), Some("video/mp4; x=y"))
    );
    let mut start = [0; 2];
    part.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"fi");
    assert_eq!(part.read_to_vec().unwrap(), b"lm");
    assert_eq!(part.read_to_vec().unwrap(), b"");

    let mut part = package.next_part().unwrap().unwrap();
    assert_eq!(part.header("content-transfer-encoding"), Some("base64"));
    let mut start = [0; 1];
    part.read_exact(&mut start).unwrap();
    let mut rest = Vec::new();
    part.read_to_end(&mut rest).unwrap();
    assert_eq!((&start, &*rest), (b"R", &b"IFF"[..]));

    let part = package.next_part().unwrap().unwrap();
    assert_eq!(part.content_id(), None);
    assert!(package.next_part().unwrap().is_none());
    assert!(package.next_part().unwrap().is_none());
}

/// What is not read is skipped, and checked.
#[test]
fn parts_that_are_not_read() {
    let parts: [(&str, &[u8]); 2] = [
        ("Content-ID: <1@x>", b"film"),
        ("Content-ID: <2@x>", b"two"),
    ];
    let package = package(&store(INCLUDE), &parts);
    let ids = |package: &[u8]| -> Result<Vec<String>> {
        let mut package = PackageReader::new(CONTENT_TYPE, package)?;
        let mut ids = Vec::new();
        while let Some(part) = package.next_part()? {
            ids.extend(part.content_id().map(str::to_owned));
        }
        Ok(ids)
    };
    assert_eq!(ids(&package).unwrap(), ["0@x", "1@x", "2@x"]);
    let cut = &package[..package.len() - 9];
    assert_eq!(
        problem(ids(cut)),
        (PackageProblem::Unclosed, Some(cut.len() as u64))
    );
}

fn read_envelope(content_type: &str, package: &[u8]) -> Result<Envelope<StoreLarge>> {
    PackageReader::new(content_type, package)?.read_envelope()
}

#[test]
fn the_document_has_to_come_first() {
    let package = package(&store(INCLUDE), &[("Content-ID: <1@x>", b"film")]);
    let other = CONTENT_TYPE.replace("<0@x>", "<1@x>");
    assert_eq!(
        problem(read_envelope(&other, &package)).0,
        PackageProblem::LateRoot
    );
    let html = CONTENT_TYPE.replace("application/xop+xml", "text/html");
    assert!(matches!(
        problem(read_envelope(&html, &package)).0,
        PackageProblem::WrongRoot { .. }
    ));
    assert_eq!(
        problem(read_envelope(CONTENT_TYPE, b"--b--")).0,
        PackageProblem::NoPart
    );
    assert!(matches!(
        problem(read_envelope("text/xml", &package)).0,
        PackageProblem::NotRelated(_)
    ));

    let mut package = PackageReader::new(CONTENT_TYPE, &*package).unwrap();
    package.next_part().unwrap();
    let read = package.read_envelope::<StoreLarge, ()>();
    assert_eq!(problem(read).0, PackageProblem::LateRoot);
}

/// A part that comes behind the envelope cannot be held in a field of it.
#[test]
fn fields_that_are_held() {
    let package = package(&store(INCLUDE), &[("Content-ID: <1@x>", b"film")]);
    let mut package = PackageReader::new(CONTENT_TYPE, &*package).unwrap();
    let error = package.read_envelope::<Store, ()>().unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Package(PackageProblem::MissingPart(id)) if id == "1@x")
    );
    assert!(error.hint().unwrap().contains("Attachment"), "{error}");
}

/// Where the parts are held, an attachment has the bytes.
#[test]
fn an_attachment_of_a_package_that_is_held() {
    let package = package(&store(INCLUDE), &[("Content-ID: <1@x>", b"film")]);
    let package = um_messages::mtom::Package::read(CONTENT_TYPE, &package).unwrap();
    let read = Envelope::<StoreLarge>::from_package(&package).unwrap().body;
    assert_eq!(read.content.bytes(), Some(&b"film"[..]));
    assert_eq!(
        StoreLarge::from_envelope(&store("UklGRg=="))
            .unwrap()
            .content
            .bytes(),
        Some(&b"RIFF"[..])
    );
}

/// What an `io::Read` cannot say stands in its error.
#[test]
fn an_error_of_a_part_is_in_that_of_the_stream() {
    let header = "Content-ID: <1@x>\r\nContent-Transfer-Encoding: base64";
    let package = package(&store(INCLUDE), &[(header, b"film*")]);
    let mut package = PackageReader::new(CONTENT_TYPE, &*package).unwrap();
    package.read_envelope::<StoreLarge, ()>().unwrap();
    let mut part = package.next_part().unwrap().unwrap();
    let error = std::io::copy(&mut part, &mut std::io::sink()).unwrap_err();
    let error = error.into_inner().unwrap().downcast::<Error>().unwrap();
    assert!(matches!(
        error.kind(),
        ErrorKind::Package(PackageProblem::NotEncoded("base64"))
    ));
}

/// An error of the stream is as it was.
#[test]
fn an_error_of_the_stream() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::ConnectionReset.into())
        }
    }
    let source = b"--b\r\nContent-ID: <0@x>\r\n\r\nabc".chain(Broken);
    let mut package = PackageReader::new_with(CONTENT_TYPE, source, &ReadOptions::new()).unwrap();
    let mut part = package.next_part().unwrap().unwrap();
    let error = std::io::copy(&mut part, &mut std::io::sink()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
}
