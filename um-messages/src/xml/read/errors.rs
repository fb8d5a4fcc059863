//! The errors of the reader: what is wrong, and where it stands.

use super::reader::Reader;
use crate::error::{Category, Error, ErrorKind, Position, Result, Shown};
use crate::qname::QName;
use crate::xml::secrecy::is_secret;
use crate::xml::syntax::Problem;

impl Reader<'_> {
    /// An error at the current element.
    #[must_use]
    #[cold]
    pub fn error(&self, kind: ErrorKind) -> Error {
        self.placed(Error::new(kind), self.path(), self.token_position())
    }

    /// The error that the element has another name than one of these.
    ///
    /// ```
    /// use um_messages::xml::{QName, Reader};
    ///
    /// let mut reader = Reader::from_str("<Fax/>");
    /// reader.next_child()?;
    /// let error = reader.wrong_element([QName::local_only("Call")]);
    /// assert!(error.to_string().starts_with("element `Fax`, where `Call` is expected"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    #[cold]
    pub fn wrong_element(&self, expected: impl Into<Vec<QName>>) -> Error {
        self.error(ErrorKind::WrongElement {
            found: self.name(),
            expected: expected.into(),
        })
    }

    /// An error of what the element lacks, an attribute (`@Name`) or a child, or of a child that was read to its end.
    #[cold]
    pub(crate) fn error_in_child(&self, error: Error, name: &str) -> Error {
        let path = format!("{}/{name}", self.path());
        error.with_place(path, self.token_position())
    }

    /// An error in the text, or an attribute, of the current element.
    #[cold]
    pub(crate) fn error_in_text(&self, error: Error, attribute: Option<usize>) -> Error {
        let positions = attribute.and_then(|index| self.attribute_positions(index));
        let Some((attribute, (_, of_value))) = attribute.zip(positions) else {
            return self.placed(error, self.path(), self.text_position());
        };
        self.placed(error, self.path_of_attribute(attribute), of_value)
    }

    /// An error in the name of an attribute of the current element.
    #[cold]
    pub(super) fn error_in_name_of(&self, kind: ErrorKind, attribute: usize) -> Error {
        let Some((of_name, _)) = self.attribute_positions(attribute) else {
            return self.error(kind);
        };
        let path = self.path_of_attribute(attribute);
        self.placed(Error::new(kind), path, of_name)
    }

    fn path_of_attribute(&self, index: usize) -> String {
        let attribute = self.cursor.attribute(index);
        let name = attribute.map(|attribute| attribute.name.span.of(self.cursor.text()));
        format!("{}/@{}", self.path(), name.unwrap_or_default())
    }

    #[cold]
    pub(super) fn located(&self, problem: Problem) -> Error {
        let (kind, at) = *problem.0;
        let error = Error::new(kind);
        match at {
            Some(at) => self.placed(error, self.path(), self.position(at)),
            None => error,
        }
    }

    /// The error with its place, unless it has one. Of what stands in an element that is secret it says nothing.
    #[cold]
    fn placed(&self, error: Error, path: String, position: Position) -> Error {
        let error = if self.is_in_secret() {
            error.of_secret()
        } else {
            error
        };
        error.located(|| path, Some(position))
    }

    fn is_in_secret(&self) -> bool {
        let (bindings, text) = (self.elements.bindings(), self.cursor.text());
        let mut open = self.elements.all().iter();
        open.any(|element| is_secret(bindings.uri(element.uri), element.local(text)))
    }

    /// The error of a whole document, of which an error of what it says came first: that it is not well-formed, if the rest of it
    /// is not, and else the error. `<Fax></Call>` is not well-formed, before it is no `<Call>`.
    #[cold]
    pub(crate) fn well_formed_first(&mut self, error: Error) -> Error {
        match error.category() {
            Category::Data | Category::Soap if !self.is_broken() => {
                self.finish().err().unwrap_or(error)
            }
            _ => error,
        }
    }

    /// The element stands here a second time.
    #[cold]
    pub(crate) fn duplicate(&self) -> Error {
        self.error(ErrorKind::Duplicate(self.local().to_owned()))
    }

    /// The attribute stands here a second time, under another spelling of its name.
    #[cold]
    pub(crate) fn duplicate_attribute(&self, index: usize) -> Error {
        let name = self.attribute_name(index).local().to_owned();
        self.error_in_name_of(ErrorKind::Duplicate(name), index)
    }

    /// Something is asked for behind an error of the document itself.
    #[cold]
    pub(super) fn behind_the_error(&self) -> Error {
        let rule = "nothing can be read behind an error of the document";
        self.error(ErrorKind::Syntax(rule.to_owned()))
    }

    /// The element that was just read to its end lacks a child.
    #[cold]
    pub(crate) fn missing_element(&self, local: &str) -> Error {
        let error = self.error(ErrorKind::MissingElement(local.to_owned()));
        error.with_optional_hint(self.near_miss(local))
    }

    /// None of the elements of a choice stands in the element that was just read to its end.
    #[must_use]
    #[cold]
    pub fn missing_choice(&self, expected: &[&str]) -> Error {
        let error = self.error(ErrorKind::MissingChoice(owned(expected)));
        error.with_optional_hint(expected.iter().find_map(|name| self.near_miss(name)))
    }

    /// The element is one of a choice of which another one stands already, whose name is one of these.
    #[must_use]
    #[cold]
    pub fn second_choice(&self, beside: &[&str]) -> Error {
        self.error(ErrorKind::SecondChoice {
            found: self.local().to_owned(),
            beside: owned(beside),
        })
    }

    /// Insists that elements of fields stand in the order of the fields; `last` is the last one.
    ///
    /// # Errors
    ///
    /// If the element's field stands before the last one.
    #[doc(hidden)]
    pub fn in_order(&self, last: &mut usize, field: usize) -> Result<()> {
        if field < *last {
            return Err(self.error(ErrorKind::OutOfOrder(self.local().to_owned())));
        }
        *last = field;
        Ok(())
    }

    /// An error in the parent of the element that the reader stands in.
    #[cold]
    pub(crate) fn in_parent(&self, error: Error) -> Error {
        error.with_path(self.path_to(self.elements.depth().saturating_sub(1)))
    }

    /// That an element was skipped in the one just read which has this local name but for case, if so.
    fn near_miss(&self, local: &str) -> Option<String> {
        let (parent, text) = (self.elements.innermost()?, self.cursor.text());
        let start = parent.name.span().start;
        let near_miss = self.diagnostics.near_miss(start, local, text)?;
        let found = near_miss.local.of(text);
        let (is_respelled, found) = (found != local, Shown(found));
        Some(match self.elements.bindings().uri(near_miss.uri) {
            _ if is_respelled => format!("there is a `{found}`"),
            "" => format!("there is a `{found}` in no namespace"),
            uri => format!("there is a `{found}` in namespace `{}`", Shown(uri)),
        })
    }

    pub(super) fn path(&self) -> String {
        self.path_to(self.elements.depth())
    }

    /// The path to the open element at this depth.
    pub(crate) fn path_to(&self, depth: usize) -> String {
        let text = self.cursor.text();
        let names: Vec<&str> = self
            .elements
            .all()
            .iter()
            .take(depth)
            .map(|element| element.local(text))
            .collect();
        names.join("/")
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
