//! The key `bound`.

use um_messages::SoapType;
use um_messages::xml::{self, ReadElement, ReadText, WriteElement, WriteText};

trait Code {
    type Text: WriteText + WriteElement + for<'de> ReadText<'de> + for<'de> ReadElement<'de>;
}

#[derive(Debug, PartialEq)]
struct Numeric;

impl Code for Numeric {
    type Text = u32;
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(bound = "T: Code")]
struct Coded<T: Code> {
    #[soap(attribute)]
    id: T::Text,
    code: Vec<T::Text>,
}

#[test]
fn bounds_instead_of_those_that_follow() {
    let coded: Coded<Numeric> = Coded {
        id: 1,
        code: vec![2],
    };
    assert_eq!(
        xml::to_string(&coded).unwrap(),
        r#"<Coded Id="1"><Code>2</Code></Coded>"#
    );
    let read: Coded<Numeric> = xml::from_str("<Coded Id='1'><Code>2</Code></Coded>").unwrap();
    assert_eq!(read.code, [2]);
}
