//! The key `inner_optional`.

use um_messages::SoapType;
use um_messages::xml::{Attribute, Element};
use um_tests::roundtrip::refused;
use um_tests::sources::both_as;

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(inner = "In", inner_optional)]
struct Open {
    a: u32,
    #[soap(any)]
    rest: Vec<Element>,
    #[soap(any_attribute)]
    marks: Vec<Attribute>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(inner = "In", inner_optional)]
struct Number {
    #[soap(text)]
    number: u32,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(inner = "In", inner_optional)]
struct Words {
    #[soap(attribute)]
    id: u32,
    #[soap(text)]
    words: String,
}

#[test]
fn without_the_inner_element_everything_is_kept_all_the_same() {
    let with = both_as::<Open>("<Open><In z='1'><A>1</A><x/></In></Open>").unwrap();
    let without = both_as::<Open>("<Open z='1'><A>1</A><x/></Open>").unwrap();
    assert_eq!(with, without);
    assert_eq!((without.rest.len(), without.marks.len()), (1, 1));
    for (document, problem) in [
        ("<Open><A>1</A><In><A>1</A></In></Open>", "`In` beside `A`"),
        ("<Open><In><A>1</A></In><A>1</A></Open>", "`A` beside `In`"),
    ] {
        let error = refused::<Open>(document);
        let expected = format!("{problem}, where only one of the two may stand");
        assert!(error.to_string().starts_with(&expected), "{error}");
    }
    let error = refused::<Words>("<Words Id='1'><In Id='1'>a</In></Words>");
    assert!(error.to_string().starts_with("`In` beside `Id`"), "{error}");
    let error = refused::<Open>("<Open><In><A>1</A></In><In><A>1</A></In></Open>");
    assert!(
        error.to_string().starts_with("`In` stands twice"),
        "{error}"
    );
    // A stranger beside the inner element is one.
    let beside = both_as::<Open>("<Open y='1'><y/><In z='1'><A>1</A><x/></In><y/></Open>");
    assert_eq!(beside.unwrap(), with);
    refused::<Open>("<Open><x/></Open>");
    for text in ["", "  "] {
        let words = Words {
            id: 1,
            words: text.into(),
        };
        let document = format!("<Words Id='1'>{text}</Words>");
        assert_eq!(both_as::<Words>(&document).unwrap(), words);
    }
    let error = refused::<Number>("<Number>\n  abc</Number>");
    let position = error.position().unwrap();
    assert_eq!((position.line, position.column), (1, 9));
}
