//! No input may panic the macro, whatever stands in its attributes: what comes out is Rust, and errors in
//! their style.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{File, Item, ItemMacro, LitStr};

use crate::derive;
use crate::parse::{Derive, rows};

/// Pieces that attributes are made of, and some that they are not.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "=", ",", ",", ",", "=", "::", "<", ">", "->", "'a", "-", "#", "!", "?", "..", "&", "$", "5", "1.5", "-1", "1u8", "true",
    "\"\"", "\"a\"", "\"urn:a\"", "\"Dial String\"", "\"m\"", "\"xml\"", "\"xmlns\"", "\"1.2\"", "\"Option::is_none\"",
    "\"camelCase\"", "\"a::\"", "\"T: Clone\"", "\"ü\"", "\"\\u{0}\"", "\"a\\nb\"", "r#\"a\"#", "b\"x\"", "c\"x\"", "b'x'", "'x'",
    "A", "T", "Self", "crate", "self", "super", "_", "r#type", "r#crate", "fn", "struct", "Vec<A, B>", "<A as B>::C", "a::b::C",
    "concat!(\"a\", \"b\")", "||", "x.y", "ſ", "名前", "nmespace",
];

/// What makes sense behind some key.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "\"a\"", "\"A\"", "\"urn:a\"", "\"\"", "\"1.1\"", "\"snake_case\"", "\"Option::is_none\"", "NAMESPACE", "Answer<'a, T>",
    "::um_messages", "\"soap\"",
];

/// Declarations with places for attributes.
const SHAPES: &[&str] = &[
    "#A struct X { #A a: String, #A r#type: Option<u8>, #A c: Vec<Self> }",
    "#A #A struct X<'a, T: Clone, const N: usize> where T: Copy { #A a: &'a T, #A b: [u8; N] }",
    "#A pub(crate) struct X<T = u8>(#A pub(in a::b) String) where T: ?Sized;",
    "#A struct X(#A String, #A u8);",
    "#A struct X();",
    "#A struct X;",
    "#A struct X {}",
    "#A struct X { #A a: !, #A b: (), #A c: (u8, X), #A d: fn(&u8) -> Self, #A e: dyn A + 'static, #A f: *const u8 }",
    "#A struct X { #A a: <T as A>::B, #A b: m!(Self), #A c: impl A, #A d: &'static mut [Self], #A e: _ }",
    "#A enum X { #A A, #A B = 5, #A Other(#A String) }",
    "#A enum X<'a> { #A A(#A A<'a>), #A B(#A B) }",
    "#A enum X { #A A { #A a: u8 }, #A B(#A u8, u8), #A C() }",
    "#A enum X { #A r#type(#A X), #A Ü(#A Box<Self>) }",
    "#A enum X {}",
    "#A union X { #A a: u8 }",
    "#A fn x() {}",
    "#A",
];

/// Bytes that choose what is put together. Where they are used up, it is always the first.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn below(&mut self, limit: usize) -> usize {
        match self.0 {
            [first, second, rest @ ..] => {
                self.0 = rest;
                usize::from(u16::from_le_bytes([*first, *second])) % limit
            }
            _ => 0,
        }
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }

    /// A key, which is also what stands before most values.
    fn key(&mut self) -> &'static str {
        let index = self.below(rows().count());
        rows().nth(index).map_or("", |row| row.name)
    }

    /// One attribute; often what an attribute should be, sometimes anything.
    fn attribute(&mut self) -> String {
        let arguments = match self.below(3) {
            0 => self.pieces(0),
            _ => self.entries(),
        };
        match self.below(16) {
            0 => "#[soap]".to_owned(),
            1 => format!("#[soap = {}]", self.one_of(PIECES)),
            2 => format!("#[soap[{arguments}]]"),
            3 => format!("#[soap::{arguments}]"),
            4 => format!("/// {}\n", self.key()),
            5..10 => String::new(),
            _ => format!("#[soap({arguments})]"),
        }
    }

    /// `key, key = value`
    fn entries(&mut self) -> String {
        let count = self.below(4);
        let entries: Vec<String> = (0..count).map(|_| self.entry()).collect();
        entries.join(",")
    }

    fn entry(&mut self) -> String {
        let key = self.key();
        match self.below(8) {
            0..3 => key.to_owned(),
            3 => format!("{key} = {}", self.pieces(0)),
            4 => format!("{key}({})", self.one_of(VALUES)),
            _ => format!("{key} = {}", self.one_of(VALUES)),
        }
    }

    /// Anything, with all brackets closed.
    fn pieces(&mut self, depth: usize) -> String {
        let count = self.below(8);
        let pieces: Vec<String> = (0..count)
            .map(|_| match self.below(10) {
                0..3 => self.key().to_owned(),
                3 if depth < 3 => format!("({})", self.pieces(depth + 1)),
                4 if depth < 3 => format!("[{}]", self.pieces(depth + 1)),
                5 if depth < 3 => format!("{{{}}}", self.pieces(depth + 1)),
                _ => self.one_of(PIECES).to_owned(),
            })
            .collect();
        pieces.join(" ")
    }

    /// Puts some tokens into the invisible groups that variables of macros arrive in.
    fn wrapped(&mut self, tokens: TokenStream) -> TokenStream {
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Group(group) => {
                    let inner = self.wrapped(group.stream());
                    TokenTree::Group(Group::new(group.delimiter(), inner))
                }
                TokenTree::Ident(_) | TokenTree::Literal(_) if self.below(8) == 0 => {
                    TokenTree::Group(Group::new(Delimiter::None, token.into()))
                }
                other => other,
            })
            .collect()
    }
}

/// What an expansion says, if it is Rust.
pub(super) fn messages(source: &str, expansion: TokenStream) -> Vec<String> {
    let text = expansion.to_string();
    let file: File = match syn::parse2(expansion) {
        Ok(file) => file,
        Err(error) => panic!("{source}\nmakes\n{text}\nwhich is not Rust: {error}"),
    };
    let errors = file.items.into_iter().filter_map(|item| match item {
        Item::Macro(ItemMacro { mac, .. }) => Some(mac.parse_body::<LitStr>()),
        _ => None,
    });
    errors
        .map(|message| message.expect("only errors are macros").value())
        .collect()
}

pub(super) fn assert_style(source: &str, message: &str) {
    let (message, help) = match message.split_once("\nhelp: ") {
        Some((message, help)) => (message, Some(help)),
        None => (message, None),
    };
    for line in [Some(message), help].into_iter().flatten() {
        assert!(!line.is_empty(), "{source}\nsays nothing");
        assert!(
            !line.ends_with('.'),
            "{source}\nends in a full stop: {line}"
        );
        // What the user wrote in backticks may have lines of its own.
        assert!(!line.contains("help:"), "{source}\nhelps twice: {line}");
        let is_lower = !line.starts_with(|first: char| first.is_uppercase());
        let is_name = line.starts_with("SOAP") || line.starts_with("XML");
        assert!(
            is_lower || is_name,
            "{source}\nbegins as a sentence does: {line}"
        );
    }
}

/// What the macro says of an input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Understood,
    Refused,
}

/// Puts a declaration together as the bytes say, and derives both traits for it. What comes out is Rust, and errors in their
/// style. There is no verdict on what is no sequence of tokens.
pub(crate) fn derives(bytes: &[u8]) -> Vec<Verdict> {
    let mut choices = Choices(bytes);
    let mut pieces = SHAPES[choices.below(SHAPES.len())].split("#A");
    let mut source = pieces.next().unwrap_or_default().to_owned();
    let mut is_wrong = false;
    for piece in pieces {
        let attribute = choices.attribute();
        is_wrong |= attribute.starts_with("#[soap(nmespace") || attribute == "#[soap]";
        source += &attribute;
        source += piece;
    }
    let Ok(mut tokens) = source.parse::<TokenStream>() else {
        return Vec::new();
    };
    if choices.below(2) == 0 {
        tokens = choices.wrapped(tokens);
    }
    let verdict = |kind| {
        let messages = messages(&source, derive(tokens.clone(), kind));
        for message in &messages {
            assert_style(&source, message);
        }
        assert!(!(is_wrong && messages.is_empty()), "{source}\nis accepted");
        if messages.is_empty() {
            Verdict::Understood
        } else {
            Verdict::Refused
        }
    };
    [Derive::Message, Derive::Type].map(verdict).to_vec()
}

/// Numbers without a pattern, the same in each run.
#[cfg(test)]
fn numbers() -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0x2545_F491_4F6C_DD1D), |number: &u64| {
        let number = number ^ (number << 13);
        let number = number ^ (number >> 7);
        Some(number ^ (number << 17))
    })
}

#[test]
fn attribute_soup_is_never_a_panic() {
    let mut numbers = numbers();
    let verdicts: Vec<Verdict> = (0..6_000)
        .flat_map(|_| {
            let bytes = numbers.by_ref().take(64).flat_map(u64::to_le_bytes);
            derives(&bytes.collect::<Vec<_>>())
        })
        .collect();
    let count = |wanted| {
        verdicts
            .iter()
            .filter(|verdict| **verdict == wanted)
            .count()
    };
    let (understood, refused) = (count(Verdict::Understood), count(Verdict::Refused));
    assert!(understood > 500, "only {understood} inputs were right");
    assert!(refused > 3_000, "only {refused} inputs were wrong");
}
