//! Packages: parts of any size in the memory of a small one, and time and memory linear in what is held.

use std::io::{self, Read};

use allocation_counter::measure;
use um_messages::mtom::{Attachment, MtomOptions, Package, PackageBody, PackageReader};
use um_messages::xml::Base64Binary;
use um_messages::{Envelope, ReadOptions, SoapMessage};

use crate::measure::Case;

#[derive(SoapMessage)]
#[soap(namespace = "urn:archive")]
struct Store {
    content: Attachment,
}

const MIB: u64 = 1024 * 1024;

/// A package with a part of so many bytes, which is made while it is sent. Nearly each byte of the part looks as if a boundary began.
fn body(length: u64) -> PackageBody<'static> {
    struct Lines(u64);
    impl Read for Lines {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = out.len().min(usize::try_from(self.0).unwrap());
            for (at, byte) in out[..count].iter_mut().enumerate() {
                *byte = b"\r\n--"[at % 4];
            }
            self.0 -= count as u64;
            Ok(count)
        }
    }
    let content = Attachment::part("film@x");
    let package = Envelope::new(Store { content }).to_package().unwrap();
    let body = package.into_body().unwrap();
    body.with_part("film@x", "video/mp4", Lines(length))
        .unwrap()
}

/// The most that is held while a part of so many bytes is sent and read.
fn peak(length: u64) -> u64 {
    let options = ReadOptions::new().max_bytes(u64::MAX);
    let mut read = 0;
    let info = measure(|| {
        let body = body(length);
        let content_type = body.content_type().to_owned();
        let mut package = PackageReader::new_with(&content_type, body, &options).unwrap();
        let envelope = package.read_envelope::<Store, ()>().unwrap();
        let mut part = package.next_part().unwrap().unwrap();
        assert_eq!(part.content_id(), envelope.body.content.content_id());
        read = io::copy(&mut part, &mut io::sink()).unwrap();
        assert!(package.next_part().unwrap().is_none());
    });
    assert_eq!(read, length);
    info.bytes_max
}

#[test]
fn a_part_of_any_size_is_sent_and_read_in_the_memory_of_a_small_one() {
    peak(1);
    let (small, large) = (peak(MIB), peak(64 * MIB));
    assert!(
        large <= small + 1024,
        "{large} bytes for 64 MiB, {small} for one"
    );
    assert!(large < 256 * 1024, "{large} bytes");
}

/// As a stream that is encoded.
#[test]
fn a_part_in_base64_is_decoded_on_the_way() {
    let peak = |lines: u64| {
        let start = b"--b\r\nContent-ID: <1@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        let content = Repeated {
            piece: b"UklGRlJJRkZSSUZG\r\n",
            left: lines,
            at: 0,
        };
        let package = start.chain(content).chain(&b"\r\n--b--"[..]);
        let options = ReadOptions::new().max_bytes(u64::MAX);
        let info = measure(|| {
            let content_type = "multipart/related; boundary=b";
            let mut package = PackageReader::new_with(content_type, package, &options).unwrap();
            let mut part = package.next_part().unwrap().unwrap();
            let count = io::copy(&mut part, &mut io::sink()).unwrap();
            assert_eq!(count, 12 * lines);
        });
        info.bytes_max
    };
    peak(1);
    let (few, many) = (peak(10_000), peak(1_000_000));
    assert!(
        many <= few + 1024,
        "{many} bytes for a million lines, {few} for ten thousand"
    );
}

struct Repeated {
    piece: &'static [u8],
    left: u64,
    at: usize,
}

impl Read for Repeated {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            self.at = 0;
            self.left = self.left.saturating_sub(1);
        }
        if self.left == 0 {
            return Ok(0);
        }
        let count = (&self.piece[self.at..]).read(out)?;
        self.at += count;
        Ok(count)
    }
}

/// A package that is held, and what is made of it.
fn held(name: &'static str, make: impl Fn(usize) -> Vec<u8>, peak: u64) {
    let work = |package: &Vec<u8>| {
        let options = ReadOptions::new()
            .max_parts(usize::MAX)
            .max_part_header_bytes(usize::MAX);
        let options = options.max_part_headers(usize::MAX);
        let package = Package::read_with("multipart/related; boundary=b", package, &options);
        package.map_or(0, |package| package.parts().len())
    };
    Case {
        name,
        make,
        length: Vec::len,
        work,
        peak,
        output: 1,
    }
    .check(20_000);
}

#[test]
fn many_of_everything() {
    let repeated = |before: &str, piece: &str, after: &str, n: usize| {
        let pieces: String = (0..n)
            .map(|number| piece.replace('#', &number.to_string()))
            .collect();
        [before, &pieces, after].concat().into_bytes()
    };
    let of = |before: &'static str, piece: &'static str, after: &'static str| {
        move |n| repeated(before, piece, after, n)
    };
    held(
        "parts",
        of("", "--b\r\nContent-ID: <#@x>\r\n\r\n\r\n", "--b--"),
        32,
    );
    held("header fields", of("--b\r\n", "A: #\r\n", "\r\n--b--"), 32);
    held(
        "folded lines",
        of("--b\r\nA: b\r\n", " #\r\n", "\r\n--b--"),
        32,
    );
    held(
        "lines like boundaries",
        of("--b\r\n\r\n", "\r\n--#", "\r\n--b--"),
        8,
    );
    held("line ends", of("--b\r\n\r\n", "\r", "\r\n--b--"), 8);
    held(
        "quoted-printable",
        of(
            "--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            "=41 ",
            "\r\n--b--",
        ),
        8,
    );
    held(
        "base64",
        of(
            "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            "QQ Q Q",
            "\r\n--b--",
        ),
        8,
    );
    held("without an end", of("--b\r\n\r\n", "\r\n--bb", ""), 8);
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:archive")]
struct Sounds {
    sound: Vec<Base64Binary>,
}

/// What is written costs no more than base64 does, and what is read again no more than it is long.
#[test]
fn many_parts_are_written_and_read() {
    let make = |n: usize| Sounds {
        sound: vec![b"RIFF".to_vec().into(); n],
    };
    let work = |sounds: &Sounds| {
        let options = MtomOptions::new().threshold(0).boundary("b");
        let package = Envelope::new(sounds)
            .with_mtom(options)
            .to_package()
            .unwrap();
        let (content_type, body) = package.to_multipart().unwrap();
        let options = ReadOptions::new().max_parts(usize::MAX);
        let package = Package::read_with(&content_type, &body, &options).unwrap();
        let read = Envelope::<Sounds>::from_package(&package).unwrap().body;
        assert_eq!(read.sound.len(), sounds.sound.len());
        body.len()
    };
    let length = |sounds: &Sounds| 400 * sounds.sound.len();
    Case {
        name: "many parts",
        make,
        length,
        work,
        peak: 16,
        output: 2,
    }
    .check(5_000);
}
