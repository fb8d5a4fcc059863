//! Packages to the letter: RFC 2045, 2046 and 2387.

use um_messages::PackageProblem;
use um_messages::mtom::Package;

use crate::{CONTENT_TYPE, package, problem, read, store};

const INCLUDE: &str = "<xop:Include href='cid:1@x'/>";

#[test]
fn a_part_comes_whole() {
    let bytes: Vec<u8> = (0..=255).cycle().take(1000).collect();
    let package = package(&store(INCLUDE), &[("Content-ID: <1@x>", &bytes)]);
    let read = read(CONTENT_TYPE, &package).unwrap();
    assert_eq!(*read.content, *bytes);
}

/// RFC 2046 section 5.1.1: what stands before the first boundary and behind the last one is nothing.
#[test]
fn preamble_and_epilogue_are_nothing() {
    let inner = package(&store(INCLUDE), &[("Content-ID: <1@x>", b"RIFF")]);
    for before in [
        "",
        "\r\n",
        "This is a package.\r\n",
        "--b--not yet\r\n--bb\r\n\r\n",
    ] {
        for behind in ["", "\r\n", "rest", "\r\n--b\r\nrest", "\r\n--b--"] {
            let package = [before.as_bytes(), &inner, behind.as_bytes()].concat();
            let found = read(CONTENT_TYPE, &package);
            if before.starts_with("--b--") {
                // It is closed before it begins.
                let (problem, _) = problem(found);
                assert_eq!(problem, PackageProblem::NoRoot("0@x".into()));
            } else {
                assert_eq!(*found.unwrap().content, *b"RIFF", "{before:?} {behind:?}");
            }
        }
    }
}

#[test]
fn what_looks_like_a_boundary_is_content() {
    for content in [
        "--b\r\n",
        "\r\n--bb\r\n",
        "\r\n--b x\r\n",
        "\n--b\n",
        "\r\n -- b\r\n",
        "\r\n--",
        "\r\n--a--\r\n",
        "\r\r\n-",
        "\r",
        "\r\n",
        "-",
        "\r\n\r\n",
    ] {
        let content = if content == "--b\r\n" {
            " --b\r\n"
        } else {
            content
        };
        let package = package(
            &store(INCLUDE),
            &[("Content-ID: <1@x>", content.as_bytes())],
        );
        let read = read(CONTENT_TYPE, &package).unwrap();
        assert_eq!(*read.content, *content.as_bytes(), "{content:?}");
    }
}

#[test]
fn white_space_may_stand_behind_a_boundary() {
    let package = package(&store(INCLUDE), &[("Content-ID: <1@x>", b"RIFF")]);
    let package = String::from_utf8(package)
        .unwrap()
        .replace("--b\r\n", "--b \t\r\n");
    assert_eq!(
        *read(CONTENT_TYPE, package.as_bytes()).unwrap().content,
        *b"RIFF"
    );
}

/// RFC 2046 section 5.1: a part need not have a header, nor content; and the line end before a boundary is not content.
#[test]
fn parts_without_a_header_or_content() {
    let part = |part: &str| {
        let document = package(&store(""), &[]);
        let document = String::from_utf8(document).unwrap();
        let package = document.replace("\r\n--b--", &format!("\r\n--b\r\n{part}\r\n--b--"));
        let read = Package::read(CONTENT_TYPE, package.as_bytes()).unwrap();
        let (_, parts) = read.into_parts();
        (parts[0].headers().count(), parts[0].content().to_vec())
    };
    assert_eq!(part("\r\nRIFF"), (0, b"RIFF".to_vec()));
    assert_eq!(part("\r\n"), (0, b"".to_vec()));
    assert_eq!(part(""), (0, b"".to_vec()));
    assert_eq!(part("A: b\r\n"), (1, b"".to_vec()));
    assert_eq!(part("A: b\r\n\r\n"), (1, b"".to_vec()));
    assert_eq!(part("A: b\r\n\r\n\r\n"), (1, b"\r\n".to_vec()));
}

/// RFC 2387 section 3.2: without `start`, the first part is the document.
#[test]
fn the_document_is_the_first_part_or_that_which_is_named() {
    let document = store(INCLUDE);
    let one = package(&document, &[("Content-ID: <1@x>", b"RIFF")]);
    let type_without_start = "multipart/related; boundary=b; type=application/xop+xml";
    assert_eq!(*read(type_without_start, &one).unwrap().content, *b"RIFF");

    let last = format!(
        "--b\r\nContent-ID: <1@x>\r\n\r\nRIFF\r\n\
         --b\r\nContent-Type: application/xop+xml\r\nContent-ID: <0@x>\r\n\r\n{document}\r\n--b--"
    );
    assert_eq!(
        *read(CONTENT_TYPE, last.as_bytes()).unwrap().content,
        *b"RIFF"
    );

    let other = CONTENT_TYPE.replace("<0@x>", "<2@x>");
    assert_eq!(
        problem(read(&other, &one)).0,
        PackageProblem::NoRoot("2@x".into())
    );
}

#[test]
fn content_ids_have_brackets_or_not() {
    for (content_type, header) in [
        (CONTENT_TYPE.to_owned(), "Content-ID: <1@x>"),
        (CONTENT_TYPE.to_owned(), "content-id:1@x"),
        (
            CONTENT_TYPE.replace("<0@x>", "0@x"),
            "CONTENT-ID :  < 1@x >",
        ),
    ] {
        let header = header.replace("< ", "<").replace(" >", ">");
        let package = package(&store(INCLUDE), &[(&header, b"RIFF")]);
        assert_eq!(
            *read(&content_type, &package).unwrap().content,
            *b"RIFF",
            "{header}"
        );
    }
}

/// RFC 5322 section 2.2.3.
#[test]
fn header_fields_may_be_folded() {
    let header = "Content-Type: image/png;\r\n name=\"a;b\";\r\n\tx=y\r\nContent-ID:\r\n <1@x>";
    let package = package(&store(INCLUDE), &[(header, b"RIFF")]);
    assert_eq!(*read(CONTENT_TYPE, &package).unwrap().content, *b"RIFF");
    let package = Package::read(CONTENT_TYPE, &package).unwrap();
    assert_eq!(
        package.parts()[0].content_type(),
        Some("image/png; name=\"a;b\";\tx=y")
    );
}

#[test]
fn parameters_are_quoted_or_not() {
    let document = package(&store(INCLUDE), &[("Content-ID: <1@x>", b"RIFF")]);
    for content_type in [
        "Multipart/Related;boundary=b;type=application/xop+xml;start=<0@x>",
        "multipart/related; TYPE=\"application/xop+xml\" ; start-info=\"a; boundary=c\"; Boundary=\"b\"",
        "multipart/related; start-info=\"application/soap+xml; action=\\\"x\\\"; boundary=c\"; boundary=\"\\b\"",
    ] {
        assert_eq!(
            *read(content_type, &document).unwrap().content,
            *b"RIFF",
            "{content_type}"
        );
    }
}

/// RFC 2045 section 6.
#[test]
fn transfer_encodings() {
    for (encoding, content, bytes) in [
        ("7bit", "RIFF", "RIFF"),
        ("8BIT", "R\u{ef}FF", "R\u{ef}FF"),
        ("binary", "a=3D", "a=3D"),
        ("base64", "UklG\r\nRg==", "RIFF"),
        ("Quoted-Printable", "=52IF=\r\nF", "RIFF"),
    ] {
        let header = format!("Content-ID: <1@x>\r\nContent-Transfer-Encoding: {encoding}");
        let package = package(&store(INCLUDE), &[(&header, content.as_bytes())]);
        let read = read(CONTENT_TYPE, &package).unwrap();
        assert_eq!(*read.content, *bytes.as_bytes(), "{encoding}");
    }
    // The document as well.
    let package = String::from_utf8(package(&store("UklGRg=="), &[])).unwrap();
    let package = package.replace("Encoding: binary", "Encoding: quoted-printable");
    let package = package
        .replace("='", "=3D'")
        .replace("==", "=3D=3D")
        .replace("archive", "=\r\narchive");
    assert_eq!(
        *read(CONTENT_TYPE, package.as_bytes()).unwrap().content,
        *b"RIFF"
    );
}

/// A package of which this is wrong, with the byte where that is.
fn of_package(package: &str) -> (PackageProblem, Option<u64>) {
    problem(read(CONTENT_TYPE, package.as_bytes()))
}

fn a_package() -> String {
    String::from_utf8(package(&store(INCLUDE), &[("Content-ID: <1@x>", b"RIFF")])).unwrap()
}

#[test]
fn media_types_that_are_none_of_a_package() {
    let of = |content_type: &str| problem(read(content_type, a_package().as_bytes()));
    for (content_type, problem) in [
        (
            "text/xml; boundary=b",
            PackageProblem::NotRelated("text/xml".into()),
        ),
        ("", PackageProblem::NotRelated(String::new())),
        ("multipart/related", PackageProblem::NoBoundary),
        (
            "multipart/related; boundary=\"\"",
            PackageProblem::NoBoundary,
        ),
        (
            "multipart/related; boundary=\"a\u{e9}\"",
            PackageProblem::Boundary("a\u{e9}".into()),
        ),
    ] {
        assert_eq!(of(content_type), (problem, None));
    }
}

#[test]
fn a_package_without_an_end() {
    let document = a_package();
    let length = |package: &str| Some(package.len() as u64);
    assert_eq!(of_package("none"), (PackageProblem::NoPart, Some(4)));
    assert_eq!(of_package(""), (PackageProblem::NoPart, Some(0)));
    for end in ["\r\n--b--\r\n", "--\r\n", "-\r\n"] {
        let cut = document
            .strip_suffix(end)
            .unwrap_or_else(|| panic!("{end:?}"));
        assert_eq!(
            of_package(cut),
            (PackageProblem::Unclosed, length(cut)),
            "{end:?}"
        );
    }
    let in_header = document.split_once("<0@x>").unwrap().0;
    assert_eq!(
        of_package(in_header),
        (PackageProblem::Unclosed, length(in_header))
    );
}

#[test]
fn what_is_wrong_with_a_part_says_what_and_where() {
    let document = a_package();
    let at = |text: &str| document.find(text).map(|at| at as u64);
    let spoilt = |from: &str, to: &str| of_package(&document.replace(from, to));
    for (from, to, problem, at) in [
        (
            "Content-ID: <1@x>",
            "no field",
            PackageProblem::Header("no field".into()),
            at("Content-ID: <1@x>"),
        ),
        (
            "<1@x>",
            "0@x",
            PackageProblem::SameContentId("0@x".into()),
            at("Content-ID: <1@x>"),
        ),
        (
            "Encoding: binary",
            "Encoding: x-other",
            PackageProblem::Encoding("x-other".into()),
            Some(5),
        ),
        (
            "Encoding: binary",
            "Encoding: base64",
            PackageProblem::NotEncoded("base64"),
            at("<s:Env"),
        ),
    ] {
        assert_eq!(spoilt(from, to), (problem, at));
    }
    let (wrong, _) = spoilt("application/xop+xml", "text/html");
    let (found, expected) = ("text/html", "application/xop+xml");
    assert!(
        matches!(wrong, PackageProblem::WrongRoot { found: f, expected: e, .. } if f == found && e == expected)
    );
}

#[test]
fn what_an_error_says() {
    let package = package(&store(INCLUDE), &[]);
    let error = Package::read(CONTENT_TYPE, &package[..package.len() - 9]).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the package ends without the line that closes it, at byte {} of the package",
            package.len() - 9
        )
    );
    let error = read(CONTENT_TYPE, &package).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the package has no part of the content id `1@x`, in `Envelope/Body/Store/Content`, line 1, column {}",
            store(INCLUDE).find("</Content>").unwrap() + 1
        )
    );
}
