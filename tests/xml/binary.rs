//! Bytes: base64 and hexadecimal.

use proptest::collection::vec;
use proptest::prelude::*;
use um_messages::xml::{Base64Binary, HexBinary};

use crate::everywhere::{all_refused, config, reads, round_trip, same};

#[test]
fn base64_is_read_to_the_letter_and_written_without_white_space() {
    for (bytes, text) in [
        (&b""[..], ""),
        (b"f", "Zg=="),
        (b"fo", "Zm8="),
        (b"foo", "Zm9v"),
        (b"foob", "Zm9vYg=="),
        (b"\xFB\xFF\xFE", "+//+"),
        (b"\0", "AA=="),
    ] {
        same(&Base64Binary::from(bytes), text);
    }
    let bytes = Base64Binary::from(*b"foob");
    for text in [
        " Zm9vYg== ",
        "Zm9v Yg==",
        "Z m 9 v Y g = =",
        "Zm9v\nYg==",
        "\r\n\tZm9v\r\n\tYg\t=\n=\n",
        "Zm9v&#xD;&#xA;Yg==",
        "Zm9v  Yg==",
    ] {
        reads(text, &bytes);
    }
    reads(" \n ", &Base64Binary::default());
}

#[test]
fn what_is_no_base64_is_refused() {
    all_refused::<Base64Binary>(
        &[
            "Z",
            "Zg",
            "Zg=",
            "Zg===",
            "=",
            "==",
            "====",
            "Zm9v=",
            "Zm9vY===",
            // Bits that belong to no byte are zero.
            "Zh==",
            "Zm9=", // Another alphabet.
            "-__-",
            "Zm9v\u{A0}",
            "Zm9v!",
            "\u{1D400}AAA",
            // Padding ends the text.
            "Zg==Zg==",
            "Zg==Zm9v",
            "=Zg=",
        ],
        "base64 with its padding, as in `SGVsbG8=`",
    );
}

#[test]
fn hexadecimal_is_read_in_either_case_and_written_in_upper_case() {
    same(&HexBinary::default(), "");
    same(&HexBinary::from([0x00]), "00");
    same(&HexBinary::from([0x0F, 0xB7, 0xFF, 0x9A]), "0FB7FF9A");
    for text in ["0fb7", "0FB7", "0fB7", "\n 0fb7\t"] {
        reads(text, &HexBinary::from([0x0F, 0xB7]));
    }
    all_refused::<HexBinary>(
        &[
            "0",
            "0fb",
            "0g",
            "g0",
            "0f b7",
            "0f b",
            "0x0f",
            "-1",
            "\u{e9}",
            "\u{e9}\u{e9}",
            "\u{FF10}0",
        ],
        "hexadecimal digits, two for each byte",
    );
}

#[test]
fn bytes_show_what_is_written_and_convert() {
    assert_eq!(
        format!("{:?}", Base64Binary::from(*b"fo")),
        "Base64Binary(\"Zm8=\")"
    );
    assert_eq!(
        format!("{:?}", HexBinary::from(*b"\xab")),
        "HexBinary(\"AB\")"
    );
    assert_eq!(format!("{:>6}", Base64Binary::from(*b"fo")), "  Zm8=");
    assert_eq!(HexBinary::from([0x0F, 0xB7]).to_string(), "0FB7");
    assert_eq!("Zm8=".parse::<Base64Binary>().unwrap().0, b"fo");
    assert_eq!("0fb7".parse::<HexBinary>().unwrap().0, [0x0F, 0xB7]);
    let error = "0f7".parse::<HexBinary>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`0f7` is not hexadecimal digits, two for each byte"
    );
    let bytes = Base64Binary(vec![1, 2]);
    assert_eq!(bytes.as_ref(), &bytes[..]);
    assert_eq!(Vec::from(bytes), [1, 2]);
    assert_eq!(Vec::from(HexBinary::from(vec![3])), [3]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bytes_survive(bytes in vec(any::<u8>(), 0..100)) {
        round_trip(&Base64Binary(bytes.clone()));
        round_trip(&HexBinary(bytes));
    }
}
