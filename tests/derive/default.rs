//! The key `default`.

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

use crate::types::seven;

#[derive(Debug, PartialEq, SoapType)]
struct Defaults {
    #[soap(attribute, default)]
    id: u8,
    #[soap(attribute, default = "seven")]
    level: u8,
    #[soap(default)]
    item: u8,
    #[soap(default = "seven")]
    count: u8,
    #[soap(default = "Defaults::text")]
    text: String,
    #[soap(default = "Defaults::list")]
    list: Vec<u16>,
}

impl Defaults {
    fn text() -> String {
        "none".into()
    }

    fn list() -> Vec<u16> {
        vec![1]
    }
}

#[test]
fn default_stands_for_what_is_absent() {
    reads(
        "<Defaults/>",
        &Defaults {
            id: 0,
            level: 7,
            item: 0,
            count: 7,
            text: "none".into(),
            list: vec![1],
        },
    );
    // It is written all the same, and read as it stands: empty is not absent.
    same(
        &Defaults {
            id: 0,
            level: 0,
            item: 0,
            count: 0,
            text: String::new(),
            list: vec![2, 3],
        },
        concat!(
            r#"<Defaults Id="0" Level="0"><Item>0</Item><Count>0</Count><Text/>"#,
            "<List>2</List><List>3</List></Defaults>",
        ),
    );
    for empty in ["<Defaults Id=''/>", "<Defaults><Item/></Defaults>"] {
        let error = refused::<Defaults>(empty);
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
    let nil = "<Defaults><Item xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>\
         </Defaults>";
    assert!(matches!(refused::<Defaults>(nil).kind(), ErrorKind::Nil));
}
