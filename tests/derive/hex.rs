//! The key `hex`.

use std::borrow::Cow;

use um_messages::SoapType;
use um_tests::roundtrip::{reads, refused, same};

use crate::types::unwritable;

#[derive(Debug, PartialEq, SoapType)]
struct Hex {
    #[soap(attribute, hex)]
    digest: [u8; 4],
    #[soap(attribute, hex, list)]
    others: Vec<Vec<u8>>,
    #[soap(text, hex)]
    text: Cow<'static, [u8]>,
}

#[test]
fn bytes_are_hexadecimal_digits() {
    let hex = |others: Vec<Vec<u8>>| Hex {
        digest: [0, 1, 0xAB, 0xFF],
        others,
        text: Cow::Owned(vec![0xC0]),
    };
    same(
        &hex(vec![vec![1], vec![2, 3]]),
        r#"<Hex Digest="0001ABFF" Others="01 0203">C0</Hex>"#,
    );
    reads(
        "<Hex Digest=' 0001abFF ' Others=''> c0 </Hex>",
        &hex(vec![]),
    );
    unwritable(&hex(vec![vec![]]), "an entry of a list that is empty");
}

#[test]
fn an_array_has_as_many_bytes_as_it_says() {
    for digest in ["", "0001AB", "0001ABFF00"] {
        let error = refused::<Hex>(&format!("<Hex Digest='{digest}' Others=''/>"));
        let expected = format!("`{digest}` is not 4 bytes, in `Hex/@Digest`");
        assert!(error.to_string().starts_with(&expected), "{error}");
    }
    let error = refused::<Hex>("<Hex Digest='0001ABF' Others=''/>");
    let expected = "`0001ABF` is not hexadecimal digits";
    assert!(error.to_string().starts_with(expected), "{error}");
}
