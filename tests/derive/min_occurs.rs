//! The key `min_occurs`.

use um_messages::xml::Element;
use um_messages::{ErrorKind, SoapType, xml};
use um_tests::errors::say;
use um_tests::roundtrip::{refused, same};

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Bounded {
    #[soap(min_occurs = 1)]
    plain: Vec<u16>,
    #[soap(wrapper = "Items", rename = "Item", min_occurs = 2)]
    wrapped: Option<Vec<u16>>,
    #[soap(flatten, min_occurs = 1, max_occurs = 2)]
    choices: Vec<Choice>,
    #[soap(any, min_occurs = 1)]
    others: Vec<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Choice {
    A(u8),
    #[soap(min_occurs = 2)]
    B(Vec<u16>),
}

fn document(content: &str) -> String {
    format!("<m:Bounded xmlns:m=\"urn:m\">{content}</m:Bounded>")
}

const PLAIN: &str = "<m:Plain>1</m:Plain>";
const CHOICE: &str = "<m:A>2</m:A>";
const OTHER: &str = "<m:Other/>";

fn bounded() -> Bounded {
    xml::from_str(&document(&[PLAIN, CHOICE, OTHER].concat())).unwrap()
}

#[test]
fn as_many_items_as_there_have_to_be_are_read_and_written() {
    same(&bounded(), &document(&[PLAIN, CHOICE, OTHER].concat()));
    let full = Bounded {
        plain: vec![1, 2],
        wrapped: Some(vec![3, 4]),
        choices: vec![Choice::A(5), Choice::B(vec![6, 7])],
        ..bounded()
    };
    let items = "<m:Items><m:Item>3</m:Item><m:Item>4</m:Item></m:Items>";
    let choices = "<m:A>5</m:A><m:B>6</m:B><m:B>7</m:B>";
    let plain = "<m:Plain>1</m:Plain><m:Plain>2</m:Plain>";
    same(&full, &document(&[plain, items, choices, OTHER].concat()));
}

#[test]
fn fewer_are_an_error() {
    let cases = [
        (
            vec![CHOICE, OTHER],
            "`Plain` stands 0 times, and has to stand once at least",
        ),
        (
            vec![
                PLAIN,
                "<m:Items><m:Item>3</m:Item></m:Items>",
                CHOICE,
                OTHER,
            ],
            "`Item` stands once, and has to stand 2 times at least",
        ),
        (
            vec![PLAIN, OTHER],
            "`A` or `B` stands 0 times, and has to stand once at least",
        ),
        (
            vec![PLAIN, "<m:B>6</m:B>", OTHER],
            "`B` stands once, and has to stand 2 times at least",
        ),
        (
            vec![PLAIN, CHOICE],
            "`*` stands 0 times, and has to stand once at least",
        ),
    ];
    for (content, problem) in cases {
        let error = refused::<Bounded>(&document(&content.concat()));
        assert!(
            matches!(error.kind(), ErrorKind::Occurrence { .. }),
            "{error}"
        );
        assert_eq!(error.kind().to_string(), problem);
        let is_in_wrapper = problem.starts_with("`Item`");
        let path = ["Bounded", "Bounded/Items"][usize::from(is_in_wrapper)];
        assert_eq!(error.path(), Some(path));
    }
}

#[test]
fn fewer_are_not_written() {
    let problem = |value: &Bounded| say(&xml::to_string(value).unwrap_err());
    let values = [
        (
            Bounded {
                plain: vec![],
                ..bounded()
            },
            "`Plain` stands 0 times",
        ),
        (
            Bounded {
                wrapped: Some(vec![3]),
                ..bounded()
            },
            "`Item` stands once",
        ),
        (
            Bounded {
                choices: vec![],
                ..bounded()
            },
            "`A` or `B` stands 0 times",
        ),
        (
            Bounded {
                choices: vec![Choice::B(vec![1])],
                ..bounded()
            },
            "`B` stands once",
        ),
        (
            Bounded {
                others: vec![],
                ..bounded()
            },
            "`*` stands 0 times",
        ),
    ];
    for (value, expected) in values {
        let problem = problem(&value);
        assert!(problem.contains(expected), "{problem}");
    }
}
