//! The key `skip`.

use std::marker::PhantomData;

use um_messages::{SoapType, xml};
use um_tests::roundtrip::reads;

use crate::types::seven;

#[derive(Debug, PartialEq, SoapType)]
struct Skipping {
    item: u8,
    #[soap(skip)]
    cache: Option<String>,
    #[soap(skip, default = "seven")]
    level: u8,
    #[soap(skip)]
    marker: PhantomData<u8>,
}

#[test]
fn skip_is_neither_written_nor_read() {
    let value = Skipping {
        item: 1,
        cache: Some("x".into()),
        level: 9,
        marker: PhantomData,
    };
    assert_eq!(
        xml::to_string(&value).unwrap(),
        "<Skipping><Item>1</Item></Skipping>"
    );
    for document in [
        "<Skipping><Item>1</Item></Skipping>",
        "<Skipping><Cache>x</Cache><Item>1</Item><Level>9</Level></Skipping>",
    ] {
        reads(
            document,
            &Skipping {
                item: 1,
                cache: None,
                level: 7,
                marker: PhantomData,
            },
        );
    }
}
