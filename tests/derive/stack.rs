//! How much of the stack types need that hold themselves: at the default of `max_depth` the 2 MiB that a thread of Rust
//! has are enough for each of them, read, written, compared and dropped, without optimization, too.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage};
use um_tests::documents::body;
use um_tests::sources::both_messages;

/// How many elements may be open at once, if nothing else is said.
const MAX_DEPTH: usize = 64;

/// The modules' `Part` has these fields, of eight kinds in turn, and holds itself in each way there is.
macro_rules! parts_of_fields {
    ($($module:ident: {$(
        $string:ident $optional:ident $number:ident $strings:ident
        $leaf:ident $leaves:ident $flag:ident $optional_leaf:ident
    )*})*) => {$(
        mod $module {
            use um_messages::xml::Nillable;
            use um_messages::{SoapMessage, SoapType};

            #[derive(Debug, Default, PartialEq, SoapMessage)]
            #[soap(namespace = "urn:stack")]
            pub(super) struct Part {
                $(
                    #[soap(default)]
                    $string: String,
                    $optional: Option<String>,
                    #[soap(attribute, default)]
                    $number: u32,
                    $strings: Vec<String>,
                    #[soap(default)]
                    $leaf: Leaf,
                    $leaves: Vec<Leaf>,
                    #[soap(default)]
                    $flag: bool,
                    $optional_leaf: Option<Leaf>,
                )*
                boxed: Option<Box<Part>>,
                list: Vec<Part>,
                holder: Option<Box<Holder>>,
                inner: Vec<Inner>,
                optional_inner: Vec<OptionalInner>,
                newtype: Vec<Newtype>,
                nil: Option<Box<Nillable<Part>>>,
                #[soap(nillable)]
                nils: Vec<Option<Part>>,
                #[soap(wrapper = "Items", rename = "Item", default)]
                items: Vec<Part>,
                #[soap(wrapper = "Choices", flatten, default)]
                choices: Vec<Choice>,
                #[soap(flatten)]
                flattened: Vec<Choice>,
                derived: Vec<Derived>,
                typed: Vec<Typed>,
                #[soap(empty_is_none)]
                emptied: Option<Box<Part>>,
                #[soap(default, empty_is_default)]
                defaulted: Option<Box<Part>>,
                #[soap(default_text = "text", empty_is_default)]
                texted: Texted,
            }

            #[derive(Debug, Default, PartialEq, SoapType)]
            pub(super) struct Leaf {
                #[soap(attribute)]
                id: Option<u32>,
                name: Option<String>,
                tag: Vec<String>,
            }

            #[derive(Debug, Default, PartialEq, SoapType)]
            #[soap(mixed)]
            pub(super) struct Texted {
                #[soap(text)]
                text: String,
                part: Option<Box<Part>>,
            }

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Holder {
                part: Part,
            }

            #[derive(Debug, PartialEq, SoapType)]
            #[soap(inner = "Inside")]
            pub(super) struct Inner {
                part: Part,
            }

            #[derive(Debug, PartialEq, SoapType)]
            #[soap(inner = "Inside", inner_optional)]
            pub(super) struct OptionalInner {
                part: Part,
            }

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Newtype(Innermost);

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Innermost(Part);

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) enum Choice {
                One(Part),
                Other(Holder),
            }

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Base {
                base_part: Vec<Part>,
            }

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Middle {
                #[soap(flatten)]
                base: Base,
                middle_leaf: Option<Leaf>,
            }

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Upper {
                #[soap(flatten)]
                middle: Middle,
                upper_leaf: Option<Leaf>,
            }

            #[derive(Debug, PartialEq, SoapType)]
            pub(super) struct Derived {
                #[soap(flatten)]
                upper: Upper,
                own_part: Option<Box<Part>>,
            }

            #[derive(Debug, PartialEq, SoapType)]
            #[soap(xsi_type)]
            pub(super) enum Typed {
                Part(Part),
                Holder(Holder),
                Newtype(Newtype),
                Derived(Derived),
                #[soap(default)]
                Plain(Part),
            }
        }
    )*};
}

parts_of_fields! {
    wide: {
        a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19
        a20 a21 a22 a23 a24 a25 a26 a27 a28 a29 a30 a31 a32 a33 a34 a35 a36 a37 a38 a39
        b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14 b15 b16 b17 b18 b19
        b20 b21 b22 b23 b24 b25 b26 b27 b28 b29 b30 b31 b32 b33 b34 b35 b36 b37 b38 b39
        c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19
        c20 c21 c22 c23 c24 c25 c26 c27 c28 c29 c30 c31 c32 c33 c34 c35 c36 c37 c38 c39
        d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 d10 d11 d12 d13 d14 d15 d16 d17 d18 d19
        d20 d21 d22 d23 d24 d25 d26 d27 d28 d29 d30 d31 d32 d33 d34 d35 d36 d37 d38 d39
        e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11 e12 e13 e14 e15 e16 e17 e18 e19
        e20 e21 e22 e23 e24 e25 e26 e27 e28 e29 e30 e31 e32 e33 e34 e35 e36 e37 e38 e39
        f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19
        f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31 f32 f33 f34 f35 f36 f37 f38 f39
        g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 g10 g11 g12 g13 g14 g15 g16 g17 g18 g19
        g20 g21 g22 g23 g24 g25 g26 g27 g28 g29 g30 g31 g32 g33 g34 g35 g36 g37 g38 g39
        h0 h1 h2 h3 h4 h5 h6 h7 h8 h9 h10 h11 h12 h13 h14 h15 h16 h17 h18 h19
        h20 h21 h22 h23 h24 h25 h26 h27 h28 h29 h30 h31 h32 h33 h34 h35 h36 h37 h38 h39
        i0 i1 i2 i3 i4 i5 i6 i7 i8 i9 i10 i11 i12 i13 i14 i15 i16 i17 i18 i19
        i20 i21 i22 i23 i24 i25 i26 i27 i28 i29 i30 i31 i32 i33 i34 i35 i36 i37 i38 i39
        j0 j1 j2 j3 j4 j5 j6 j7 j8 j9 j10 j11 j12 j13 j14 j15 j16 j17 j18 j19
        j20 j21 j22 j23 j24 j25 j26 j27 j28 j29 j30 j31 j32 j33 j34 j35 j36 j37 j38 j39
    }
    // Somewhat less than what is held in boxes.
    narrow: {
        a0 a1 a2 a3 a4 a5 a6 a7 b0 b1 b2 b3 b4 b5 b6 b7
    }
}

/// The ways in which a part holds a part: what stands between the start tags of the two, and between their end tags.
const WAYS: &[(&str, &str)] = &[
    ("<Boxed>", "</Boxed>"),
    ("<List>", "</List>"),
    ("<Holder><Part>", "</Part></Holder>"),
    ("<Inner><Inside><Part>", "</Part></Inside></Inner>"),
    (
        "<OptionalInner><Inside><Part>",
        "</Part></Inside></OptionalInner>",
    ),
    ("<OptionalInner><Part>", "</Part></OptionalInner>"),
    ("<Newtype>", "</Newtype>"),
    ("<Nil>", "</Nil>"),
    ("<Nils>", "</Nils>"),
    ("<Items><Item>", "</Item></Items>"),
    ("<Choices><One>", "</One></Choices>"),
    ("<Choices><Other><Part>", "</Part></Other></Choices>"),
    ("<One>", "</One>"),
    ("<Other><Part>", "</Part></Other>"),
    ("<Derived><BasePart>", "</BasePart></Derived>"),
    ("<Derived><OwnPart>", "</OwnPart></Derived>"),
    ("<Typed xsi:type='Part'>", "</Typed>"),
    ("<Typed xsi:type='Holder'><Part>", "</Part></Typed>"),
    ("<Typed xsi:type='Newtype'>", "</Typed>"),
    (
        "<Typed xsi:type='Derived'><BasePart>",
        "</BasePart></Typed>",
    ),
    ("<Typed>", "</Typed>"),
    ("<Emptied>", "</Emptied>"),
    ("<Defaulted>", "</Defaulted>"),
    ("<Texted><Part>", "</Part></Texted>"),
];

/// An envelope with parts in each other: `ways`, one after the other and again, down to an innermost part that is so
/// many elements deep or little less.
fn document(ways: &[(&str, &str)], depth: usize) -> String {
    // Envelope, Body, and the outermost part.
    let mut levels = 3;
    let (mut open, mut close) = (String::new(), Vec::new());
    for (start, end) in ways.iter().cycle() {
        levels += end.matches("</").count();
        if levels > depth {
            break;
        }
        open.push_str(start);
        close.push(*end);
    }
    close.reverse();
    let attributes = "xmlns='urn:stack' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
    let close = close.concat();
    body(&format!("<Part {attributes}>{open}{close}</Part>"))
}

/// Reads, writes, compares and drops parts that are as deep in each other as can be.
fn check<T>(ways: &[(&str, &str)])
where
    T: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    // The innermost part is written with elements in it.
    let value: T = both_messages(&document(ways, MAX_DEPTH - 1)).unwrap();
    let written = value.to_envelope().unwrap();
    // What may be left out when reading is written: `<OptionalInner><Inside><Part>`.
    let options = ReadOptions::new().max_depth(2 * MAX_DEPTH);
    let read = Envelope::<T>::from_xml_with(&written, &options).unwrap();
    assert!(read.into_body() == value, "{ways:?}");
    let error = T::from_envelope(&document(ways, MAX_DEPTH + 3)).unwrap_err();
    let is_limit = matches!(
        error.kind(),
        ErrorKind::Limit {
            limit: "max_depth",
            ..
        }
    );
    assert!(is_limit, "{ways:?}: {error}");
}

/// Checks each way by itself, and all in turn, in a thread with the stack that Rust's threads have by default.
fn check_all<T>()
where
    T: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let all = || {
        for way in WAYS {
            check::<T>(&[*way]);
        }
        check::<T>(WAYS);
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(all);
    thread.unwrap().join().unwrap();
}

#[test]
fn a_wide_type_in_itself() {
    check_all::<wide::Part>();
}

#[test]
fn a_narrow_type_in_itself() {
    check_all::<narrow::Part>();
}
