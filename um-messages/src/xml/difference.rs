//! Documents compared by what they say, for tests: what is different first.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use crate::error::{Error, Position, Result, Shown, ShownName};
use crate::qname::QName;
use crate::xml::namespace::NamespaceId;
use crate::xml::read::{ReadOptions, Reader};
use crate::xml::syntax::is_blank;

/// How documents are compared by [`first_difference_with`].
#[derive(Clone, Debug, Default)]
pub struct CompareOptions {
    keep_white_space: bool,
}

impl CompareOptions {
    /// The defaults.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            keep_white_space: false,
        }
    }

    /// Compares white space between tags, too. Default: `false`, so that an indented document is the same as one in one line.
    #[must_use]
    pub const fn keep_white_space(mut self, keep_white_space: bool) -> Self {
        self.keep_white_space = keep_white_space;
        self
    }
}

/// The first difference of two documents, in the order of the left one; none if they say the same. [`assert_same!`](super::assert_same!) is this as an assertion.
///
/// Names are compared by namespace and local name. Prefixes carry no meaning, nor does where they are declared, the order of attributes,
/// the kind of quotes, how an empty element is written, whether a text has references or CDATA sections, comments, processing
/// instructions, and the XML declaration. White space alone between two tags is layout, and not compared, but where an element has nothing else:
/// `<a> </a>` and `<a/>` are different. All other text is compared to the letter.
///
/// A qualified name in a value is compared as the name it stands for: `xsi:type`, and each value `prefix:local` whose prefix is declared.
///
/// # Errors
///
/// If one of the texts is not well-formed; of two the left one. No limit of [`ReadOptions`] holds.
///
/// ```
/// use um_messages::xml::first_difference;
///
/// let one = "<c:Call xmlns:c='urn:c' Id='7' Line='2'>\n  <c:State>Idle</c:State>\n</c:Call>";
/// let same = r#"<Call xmlns="urn:c" Line="2" Id="7"><State><![CDATA[Idle]]></State></Call>"#;
/// let other = r#"<Call xmlns="urn:c" Line="2" Id="7"><State>Busy</State></Call>"#;
/// assert_eq!(first_difference(one, same)?, None);
///
/// let difference = first_difference(one, other)?.unwrap();
/// assert_eq!(difference.path(), "Call/State");
/// assert_eq!(
///     difference.to_string(),
///     "in `Call/State`\n  left: `Idle`, line 2, column 12\n right: `Busy`, line 1, column 44",
/// );
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn first_difference(
    left: impl AsRef<str>,
    right: impl AsRef<str>,
) -> Result<Option<Difference>> {
    first_difference_with(left, right, &CompareOptions::new())
}

/// As [`first_difference`], with options.
///
/// # Errors
///
/// Those of `first_difference`.
///
/// ```
/// use um_messages::xml::{CompareOptions, first_difference_with};
///
/// let options = CompareOptions::new().keep_white_space(true);
/// let difference = first_difference_with("<a><b/></a>", "<a> <b/></a>", &options)?.unwrap();
/// assert_eq!((difference.left(), difference.right()), (None, Some("` `")));
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn first_difference_with(
    left: impl AsRef<str>,
    right: impl AsRef<str>,
    options: &CompareOptions,
) -> Result<Option<Difference>> {
    let (mut left, mut right) = (Side::of(left.as_ref()), Side::of(right.as_ref()));
    loop {
        let is_complete = left.step(options, "left")?;
        right.step(options, "right")?;
        if let Some(difference) = different_step(&left, &right)? {
            left.finish("left")?;
            right.finish("right")?;
            return Ok(Some(difference));
        }
        if is_complete {
            return Ok(None);
        }
    }
}

/// Where two documents are different, and what stands there in each. Displayed in three lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    path: String,
    left: Found,
    right: Found,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    what: Option<String>,
    position: Position,
}

impl Difference {
    /// Where it is: the local names of the open elements, from the document element on, and of an attribute as `@Id`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the left document has there, as it is displayed: a value in backticks, cut if it is long, or an element; nothing if it has nothing there.
    #[must_use]
    pub fn left(&self) -> Option<&str> {
        self.left.what.as_deref()
    }

    /// What the right document has there.
    #[must_use]
    pub fn right(&self) -> Option<&str> {
        self.right.what.as_deref()
    }

    /// Where that stands in the left document, or would.
    #[must_use]
    pub fn left_position(&self) -> Position {
        self.left.position
    }

    /// Where that stands in the right document, or would.
    #[must_use]
    pub fn right_position(&self) -> Position {
        self.right.position
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, left, right } = self;
        write!(f, "in `{path}`\n  left: {left}\n right: {right}")
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column, .. } = self.position;
        let what = self.what.as_deref().unwrap_or("nothing");
        write!(f, "{what}, line {line}, column {column}")
    }
}

/// One of the two documents: the text that stands before a tag, and the tag.
struct Side<'x> {
    reader: Reader<'x>,
    text: Cow<'x, str>,
    text_at: usize,
    /// Whether it is a start tag.
    is_start: bool,
}

impl<'x> Side<'x> {
    fn of(xml: &'x str) -> Self {
        Self {
            reader: Reader::from_str_with(xml, &ReadOptions::unlimited()),
            text: Cow::Borrowed(""),
            text_at: 0,
            is_start: false,
        }
    }

    /// Steps to the next tag: whether the document is complete.
    fn step(&mut self, options: &CompareOptions, side: &str) -> Result<bool> {
        let was_start = self.is_start;
        self.text_at = self.reader.token_range().1;
        let step = self.reader.next_child_behind_text();
        (self.text, self.is_start) = step.map_err(|error| of_side(error, side))?;
        let is_value = was_start && !self.is_start;
        if !is_value && !options.keep_white_space && is_blank(&self.text) {
            self.text = Cow::Borrowed("");
        }
        Ok(self.reader.depth() == 0)
    }

    fn finish(&mut self, side: &str) -> Result<()> {
        let finished = self.reader.finish();
        finished.map_err(|error| of_side(error, side))
    }

    /// The path to the element that the text and the tag stand in.
    fn path(&self) -> String {
        let depth = self.reader.depth();
        self.reader.path_to(depth - usize::from(self.is_start))
    }

    fn found(&self, what: Option<String>, at: usize) -> Found {
        let position = self.reader.position(at);
        Found { what, position }
    }

    fn found_text(&self, other: &Self) -> Found {
        let what = (!self.text.is_empty()).then(|| shown(&self.text, &other.text));
        self.found(what, self.text_at)
    }

    fn found_tag(&self) -> Found {
        let name = self.reader.name();
        let what = self
            .is_start
            .then(|| format!("element `{}`", ShownName(&name)));
        self.found(what, self.reader.token_range().0)
    }

    /// The name that a value stands for, if it is one. Without a prefix, it has to be known to be one.
    fn name(&self, value: &str, is_name: bool) -> Option<QName> {
        let value = value.trim_ascii();
        let may_be = is_name || value.contains(':');
        may_be.then(|| self.reader.resolve_qname(value)).flatten()
    }
}

fn of_side(error: Error, side: &str) -> Error {
    error.with_hint(format!("this is the document on the {side}"))
}

fn different_step(left: &Side<'_>, right: &Side<'_>) -> Result<Option<Difference>> {
    // What prefixes mean in a text is known behind it, unless an element follows.
    let is_same_text = if left.is_start || right.is_start {
        left.text == right.text
    } else {
        is_same_value((left, &left.text), (right, &right.text), false)
    };
    if !is_same_text {
        return Ok(Some(Difference {
            path: left.path(),
            left: left.found_text(right),
            right: right.found_text(left),
        }));
    }
    match (left.is_start, right.is_start) {
        (false, false) => Ok(None),
        (true, true) if is_same_name(&left.reader, &right.reader) => {
            different_attribute(left, right)
        }
        _ => Ok(Some(Difference {
            path: left.path(),
            left: left.found_tag(),
            right: right.found_tag(),
        })),
    }
}

fn is_same_name(left: &Reader<'_>, right: &Reader<'_>) -> bool {
    left.local() == right.local() && left.namespace_uri() == right.namespace_uri()
}

/// Whether two values are the same, or names for the same; `is_name` says that they are names.
fn is_same_value(left: (&Side<'_>, &str), right: (&Side<'_>, &str), is_name: bool) -> bool {
    let name = |(side, value): (&Side<'_>, &str), is_name| side.name(value, is_name);
    match (name(left, is_name), name(right, is_name)) {
        (Some(one), Some(other)) => one == other,
        _ if left.1 == right.1 => true,
        (None, None) => false,
        // Where one has a prefix, the other one is a name as well, in the default namespace.
        (Some(one), None) => name(right, true) == Some(one),
        (None, Some(other)) => name(left, true) == Some(other),
    }
}

fn different_attribute(left: &Side<'_>, right: &Side<'_>) -> Result<Option<Difference>> {
    let count = right.reader.attribute_count();
    let names = (0..count).map(|index| (right.reader.attribute_name(index), index));
    let mut others: BTreeMap<QName, usize> = names.collect();
    for index in 0..left.reader.attribute_count() {
        let name = left.reader.attribute_name(index);
        let other = others.remove(&name);
        let value = left.reader.attribute_value(index)?;
        let other_value = other.map(|other| right.reader.attribute_value(other));
        let other_value = other_value.transpose()?;
        let is_type = left.reader.attribute_is(index, NamespaceId::XSI, "type");
        let is_same = |other: &str| is_same_value((left, &value), (right, other), is_type);
        if !other_value.as_deref().is_some_and(is_same) {
            let other_value = other_value.as_deref();
            return Ok(Some(Difference {
                path: path_of_attribute(left, &name),
                left: found_attribute(left, Some(index), Some(&value), other_value),
                right: found_attribute(right, other, other_value, Some(&value)),
            }));
        }
    }
    let Some((name, index)) = others.into_iter().min_by_key(|(_, index)| *index) else {
        return Ok(None);
    };
    let value = right.reader.attribute_value(index)?;
    Ok(Some(Difference {
        path: path_of_attribute(left, &name),
        left: found_attribute(left, None, None, None),
        right: found_attribute(right, Some(index), Some(&value), None),
    }))
}

fn path_of_attribute(side: &Side<'_>, name: &QName) -> String {
    let path = side.reader.path_to(side.reader.depth());
    format!("{path}/@{}", name.local())
}

fn found_attribute(
    side: &Side<'_>,
    index: Option<usize>,
    value: Option<&str>,
    other: Option<&str>,
) -> Found {
    let raw = index.and_then(|index| side.reader.raw_value(index));
    let at = raw.map_or(side.reader.token_range().0, |raw| raw.span.start);
    let what = value.map(|value| shown(value, other.unwrap_or_default()));
    side.found(what, at)
}

/// How many characters are shown before the first that is different.
const BEFORE: usize = 20;

/// A value, from shortly before it differs from another one.
fn shown(value: &str, other: &str) -> String {
    let pairs = value.char_indices().zip(other.chars());
    let same = pairs.take_while(|((_, one), other)| one == other).count();
    let skipped = same.saturating_sub(BEFORE);
    match value.char_indices().nth(skipped) {
        Some((at, _)) if skipped > 1 => {
            let rest = value.get(at..).unwrap_or_default();
            format!("`…{}`", Shown(rest))
        }
        _ => format!("`{}`", Shown(value)),
    }
}

/// Asserts that two documents say the same: [`first_difference`](crate::xml::first_difference) says what that means. Arguments that
/// follow are a message, as those of `assert_eq!`. Where the documents are different, it panics with the first difference:
///
/// ```text
/// the documents are different in `Envelope/Body/Call/Id`
///   left: `7`, line 1, column 20
///  right: `8`, line 3, column 5
/// ```
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:calls", prefix = "c")]
/// struct Call {
///     id: u32,
/// }
///
/// let written = xml::to_string(&Call { id: 7 })?;
/// xml::assert_same!(written, "<Call xmlns='urn:calls'>\n  <Id>7</Id>\n</Call>");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! __assert_same {
    ($left:expr, $right:expr $(,)?) => {
        $crate::__assert_same!($left, $right, "the documents are different")
    };
    ($left:expr, $right:expr, $($message:tt)+) => {
        match $crate::xml::first_difference(&$left, &$right) {
            ::core::result::Result::Ok(::core::option::Option::None) => {}
            ::core::result::Result::Ok(::core::option::Option::Some(difference)) => {
                ::core::panic!("{} {}", ::core::format_args!($($message)+), difference)
            }
            ::core::result::Result::Err(error) => {
                ::core::panic!("{}: {}", ::core::format_args!($($message)+), error)
            }
        }
    };
}
