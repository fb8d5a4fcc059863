//! The key `skip_if`.

use um_messages::SoapType;
use um_tests::roundtrip::same;

use crate::types::seven;

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the key passes the field by reference"
)]
fn is_seven(number: &u8) -> bool {
    *number == 7
}

#[derive(Debug, PartialEq, SoapType)]
struct SkippingIf {
    #[soap(attribute, default = "seven", skip_if = "is_seven")]
    level: u8,
    #[soap(skip_if = "Option::is_none")]
    item: Option<u8>,
    #[soap(default, skip_if = "String::is_empty")]
    text: String,
    #[soap(skip_if = "Vec::is_empty")]
    list: Vec<u16>,
}

#[test]
fn skip_if_leaves_out_what_is_read_back() {
    same(
        &SkippingIf {
            level: 7,
            item: None,
            text: String::new(),
            list: Vec::new(),
        },
        "<SkippingIf/>",
    );
    same(
        &SkippingIf {
            level: 8,
            item: Some(7),
            text: "x".into(),
            list: vec![7],
        },
        r#"<SkippingIf Level="8"><Item>7</Item><Text>x</Text><List>7</List></SkippingIf>"#,
    );
}
