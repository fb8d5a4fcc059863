//! The part of the reader that moves along a stream.
//!
//! A window of the document is held. The tokenizer works on it as on a whole one; where the window ends within
//! a token, it gets more text, and the token another try. Now and then what has been read is dropped. The
//! names of the open elements, and what else is needed of it, are kept in front of the window.

use super::carried::Carried;
use super::cursor::Began;
use super::open_elements::OpenElements;
use super::reader::Reader;
use crate::error::Result;
use crate::xml::syntax::Problem;

/// So many bytes are looked at where something is wrong outside of the document element: it is perhaps another format.
const LOOKAHEAD: usize = 512;

impl Reader<'_> {
    /// Makes an error of a problem, or reads on: where the text ends within a token, or between two (`None`), and where
    /// more of it may say what it is.
    #[cold]
    pub(super) fn read_on(&mut self, problem: Option<Problem>) -> Result<()> {
        let wrong = match problem {
            Some(problem) if !self.is_open(&problem) => return Err(self.break_off(problem)),
            problem => problem.filter(|problem| !problem.is_end()),
        };
        // What is wrong is so whatever follows.
        let wrong = wrong.map(|problem| self.located(problem));
        self.refill().map_err(|problem| {
            let end = self.break_off(problem);
            wrong.unwrap_or(end)
        })
    }

    /// Whether a problem may be none, or another one, with more of the text.
    fn is_open(&self, problem: &Problem) -> bool {
        let is_outside = self.elements.depth() == 0 && self.cursor.unread() < LOOKAHEAD;
        self.cursor.goes_on() && (problem.is_end() || is_outside)
    }

    fn refill(&mut self) -> Result<(), Problem> {
        if self.cursor.is_mostly_read() {
            self.move_window();
        }
        self.cursor.read_on(self.options.max_token)
    }

    /// Drops what has been read, and keeps of it what is needed still.
    fn move_window(&mut self) {
        let start = self.cursor.at();
        let began = Began {
            start_tag: self.start_tag_position(),
            attributes: (0..)
                .map_while(|index| self.attribute_positions(index))
                .collect(),
            text: self.text_position(),
        };
        let position = self.position(start);
        let dropped = self.cursor.take_text();
        let mut kept = Carried {
            dropped: dropped.get(..start).unwrap_or_default(),
            text: String::new(),
        };
        self.keep_names(&mut kept);
        self.forget_namespaces();
        self.cursor.keep(&mut kept, began);
        // Of a line end that is two characters the first one may be gone already.
        let mut text = kept.text;
        text.extend(kept.dropped.chars().next_back());
        let at = text.len();
        text.push_str(dropped.get(start..).unwrap_or_default());
        self.cursor.begin_window(text, at);
        self.places.begin_window(at, position);
        self.ahead.begin_window(start, at);
    }

    /// Forgets the namespaces that were declared in what has been read, and are nowhere else: from a stream, any number of them may
    /// come.
    fn forget_namespaces(&mut self) {
        let bindings = self.elements.bindings_mut();
        let Some(last) = bindings.last_before_many() else {
            return;
        };
        self.diagnostics.forget_behind(last, bindings);
        if let Some(kept) = &mut self.kept {
            kept.elements.forget_behind(last);
            kept.attributes.forget_behind(last);
        }
    }

    /// Keeps the names of the open elements, and of those that errors may name.
    fn keep_names(&mut self, kept: &mut Carried<'_>) {
        let starts = |elements: &OpenElements<'_>| -> Vec<usize> {
            let names = elements.all().iter();
            names.map(|element| element.name.span().start).collect()
        };
        let before = starts(&self.elements);
        self.elements.keep(kept);
        let after = starts(&self.elements);
        self.diagnostics.keep(kept, |start| {
            let index = before.iter().position(|&before| before == start)?;
            after.get(index).copied()
        });
    }
}
