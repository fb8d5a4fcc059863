//! What takes part, and the jobs that it does.

use std::fmt::{Debug, Display};
use std::hint::black_box;

use crate::documents::Document;

/// What a contender is, and so what it may be compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    /// um-messages.
    Ours,
    /// A library that makes values of a user's types by a derive.
    Derive,
    /// Code by hand on top of a library, which makes the same values.
    ByHand,
    /// A loop over the events of a library, which makes nothing.
    Loop,
    /// Code that knows the document.
    Floor,
}

/// A library, or a way to use it.
pub(crate) trait Contender {
    fn name(&self) -> &'static str;

    /// The package whose version counts.
    fn package(&self) -> &'static str;

    fn role(&self) -> Role;

    /// What it does not check when it reads.
    fn unchecked(&self) -> &'static str;

    /// Reading the document, or why it cannot.
    fn read(&self, document: &Document) -> Result<Job, String>;

    /// Writing what it has read from the document, or why it cannot.
    fn write(&self, document: &Document) -> Result<Job, String>;
}

/// What a job made, to be judged before it is timed.
pub(crate) enum Made {
    /// A value, as `Debug` shows it.
    Value(String),
    /// Nothing, but it has seen as many elements.
    Elements(usize),
    /// A document.
    Xml(String),
}

/// A piece of work that is done again and again, the disposal of what it makes included.
pub(crate) struct Job {
    pub(crate) made: Made,
    pub(crate) run: Box<dyn Fn()>,
}

impl Job {
    /// `read` makes a value, and `inner` takes it out of its envelope.
    pub(crate) fn reading<T: 'static, E: Display, I: Debug>(
        xml: &'static str,
        read: impl Fn(&'static str) -> Result<T, E> + 'static,
        inner: impl Fn(&T) -> &I,
    ) -> Result<Self, String> {
        let value = read(xml).map_err(|error| error.to_string())?;
        let made = Made::Value(without_declarations(format!("{:?}", inner(&value))));
        let run = move || drop(black_box(read(black_box(xml))));
        Ok(Self {
            made,
            run: Box::new(run),
        })
    }

    /// `count` goes through the document and counts its elements.
    pub(crate) fn counting(xml: &'static str, count: impl Fn(&str) -> usize + 'static) -> Self {
        let made = Made::Elements(count(xml));
        let run = move || {
            black_box(count(black_box(xml)));
        };
        Self {
            made,
            run: Box::new(run),
        }
    }

    /// `write` makes a document of a value, which `read` has made of the document before.
    pub(crate) fn writing<T: 'static, E: Display, F: Display>(
        xml: &'static str,
        read: impl Fn(&'static str) -> Result<T, E>,
        write: impl Fn(&T) -> Result<String, F> + 'static,
    ) -> Result<Self, String> {
        let value = read(xml).map_err(|error| format!("cannot read it: {error}"))?;
        let made = Made::Xml(write(&value).map_err(|error| error.to_string())?);
        let run = move || drop(black_box(write(black_box(&value))));
        Ok(Self {
            made,
            run: Box::new(run),
        })
    }

    /// Whether the job was done well.
    pub(crate) fn check(&self, document: &Document) -> Result<(), String> {
        match &self.made {
            Made::Value(shown) if *shown == document.shown => Ok(()),
            Made::Value(shown) => Err(format!(
                "reads another value, {}",
                around(shown, &document.shown)
            )),
            Made::Elements(count) if *count == document.elements => Ok(()),
            Made::Elements(count) => Err(format!("sees {count} of {} elements", document.elements)),
            Made::Xml(xml) => match crate::ours::shown(document.kind, xml) {
                Ok(shown) if shown == document.shown => Ok(()),
                Ok(shown) => Err(format!(
                    "writes another value, {}",
                    around(&shown, &document.shown)
                )),
                Err(error) => Err(format!("writes what is not the document: {error}")),
            },
        }
    }
}

/// Where a text begins to differ from what was expected.
fn around(found: &str, expected: &str) -> String {
    let same = found
        .bytes()
        .zip(expected.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let part = |text: &str| {
        String::from_utf8_lossy(
            &text.as_bytes()[same.saturating_sub(20)..(same + 30).min(text.len())],
        )
        .into_owned()
    };
    format!("`{}` for `{}`", part(found), part(expected))
}

/// The reason of a contender that has no types for the document.
pub(crate) fn not_tried() -> Result<Job, String> {
    Err("not tried".to_owned())
}

fn without_declarations(shown: String) -> String {
    // Texts have no such words, so that nothing else is removed; and they come first, if at all.
    let start = shown.find('{').map_or(0, |brace| brace + 2);
    let end = (start + 100).min(shown.len());
    if !shown.is_char_boundary(end) || !shown[start..end].starts_with("xmlns") {
        return shown;
    }
    crate::uris::DECLARATIONS
        .iter()
        .fold(shown, |shown, declaration| {
            shown.replacen(declaration, "", 1)
        })
}
