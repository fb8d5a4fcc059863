//! Types that hold themselves, and the stack that they and wide types need.

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

macro_rules! struct_of_a_hundred_fields {
    ($($field:ident)*) => {
        /// The widest type that the stack is tested with.
        #[derive(Debug, Default, PartialEq, SoapMessage)]
        #[soap(namespace = "urn:wide")]
        struct Wide {
            $($field: Option<String>,)*
            inner: Option<Box<Self>>,
        }
    };
}

struct_of_a_hundred_fields! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9
    d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9
    g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 h0 h1 h2 h3 h4 h5 h6 h7 h8 h9 i0 i1 i2 i3 i4 i5 i6 i7 i8 i9
    j0 j1 j2 j3 j4 j5 j6 j7 j8
}

/// Runs in a thread of 2 MiB, as Rust's are by default.
fn in_two_mebibytes(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(run)
        .unwrap();
    thread.join().unwrap();
}

#[test]
fn the_stack_holds_the_deepest_message_of_a_wide_type() {
    in_two_mebibytes(|| {
        // Envelope and Body are two of the 64 levels, and a leaf is another.
        const LEVELS: usize = 61;
        let document = body_of_wide(LEVELS);
        let mut level = &Wide::from_envelope(&document).unwrap();
        let mut levels = 1;
        while let Some(inner) = &level.inner {
            level = inner;
            levels += 1;
        }
        assert_eq!((levels, level.j8.as_deref()), (LEVELS, Some("x")));
        let error = Wide::from_envelope(&body_of_wide(LEVELS + 1)).unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::Limit {
                    limit: "max_depth",
                    ..
                }
            ),
            "{error}"
        );
    });
}

fn body_of_wide(levels: usize) -> String {
    let outer = levels - 1;
    body(&format!(
        "<Wide xmlns=\"urn:wide\">{}<J8>x</J8>{}</Wide>",
        "<Inner>".repeat(outer),
        "</Inner>".repeat(outer)
    ))
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
