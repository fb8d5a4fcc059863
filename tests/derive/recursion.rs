//! Types that hold themselves.

use um_messages::{ErrorKind, SoapMessage, SoapType};
use um_tests::documents::{MANY, body};
use um_tests::roundtrip::same;

use crate::flatten::Period;

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:tree")]
struct Tree {
    #[soap(attribute)]
    name: String,
    only: Option<Box<Tree>>,
    branch: Vec<Self>,
    leaf: Option<Leaf>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Leaf {
    tree: Vec<Tree>,
}

fn tree(name: &str) -> Tree {
    Tree {
        name: name.into(),
        only: None,
        branch: Vec::new(),
        leaf: None,
    }
}

#[test]
fn recursive_types() {
    let value = Tree {
        only: Some(Box::new(tree("b"))),
        branch: vec![
            Tree {
                branch: vec![tree("d")],
                ..tree("c")
            },
            tree("e"),
        ],
        leaf: Some(Leaf {
            tree: vec![tree("f"), tree("g")],
        }),
        ..tree("a")
    };
    same(
        &value,
        concat!(
            r#"<Tree xmlns="urn:tree" Name="a"><Only Name="b"/><Branch Name="c"><Branch Name="d"/>"#,
            r#"</Branch><Branch Name="e"/><Leaf><Tree Name="f"/><Tree Name="g"/></Leaf></Tree>"#,
        ),
    );
}

// A box is as what is in it, and recursion goes through elements.

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Expression {
    Constant(i32),
    Negation(Box<Expression>),
    Sum(Terms),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Terms {
    #[soap(flatten)]
    terms: Vec<Expression>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Boxed {
    #[soap(flatten)]
    expression: Box<Expression>,
    #[soap(flatten)]
    period: Option<Box<Period>>,
}

#[test]
fn recursive_choices() {
    same(
        &Expression::Sum(Terms {
            terms: vec![
                Expression::Constant(1),
                Expression::Negation(Box::new(Expression::Constant(2))),
                Expression::Sum(Terms { terms: vec![] }),
            ],
        }),
        "<Expression><Sum><Constant>1</Constant><Negation><Constant>2</Constant></Negation><Sum/></Sum></Expression>",
    );
    same(
        &Boxed {
            expression: Box::new(Expression::Constant(1)),
            period: Some(Box::default()),
        },
        "<Boxed><Constant>1</Constant><Start>0</Start></Boxed>",
    );
}

/// Runs in a thread of 2 MiB, as Rust's are by default.
fn in_two_mebibytes(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(run)
        .unwrap();
    thread.join().unwrap();
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:chain")]
struct Chain {
    next: Option<Box<Chain>>,
}

/// A recursive type is bounded by the limit, not by the stack.
#[test]
fn a_recursive_type_is_bounded() {
    in_two_mebibytes(|| {
        let nested = format!("{}{}", "<Next>".repeat(MANY), "</Next>".repeat(MANY));
        let document = body(&format!("<Chain xmlns=\"urn:chain\">{nested}</Chain>"));
        let error = Chain::from_envelope(&document).unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::Limit {
                    limit: "max_depth",
                    max: 64,
                    ..
                }
            ),
            "{:?}",
            error.kind()
        );
    });
}
