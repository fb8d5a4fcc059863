//! Which children of an element are whole, of a text that comes in pieces: each byte is looked at once.
//!
//! It goes by the borders of tags alone, and does not judge what stands in them: whether a text is well-formed, who reads it says.

/// The children of an element, counted as they come.
#[derive(Default)]
pub(crate) struct WholeChildren {
    place: Place,
    /// How many elements are open in the element.
    depth: usize,
    /// How many children are whole that nobody has taken.
    count: usize,
    /// Whether the element itself has ended.
    is_over: bool,
    /// How many bytes have come since the last child was whole.
    unfinished: usize,
}

#[derive(Clone, Copy, Default)]
enum Place {
    #[default]
    Text,
    /// Behind `<`, and behind `<!`.
    Less,
    Declaration,
    /// In a start tag, perhaps behind the `/` of `/>`, and in the value of an attribute.
    Start {
        is_empty: bool,
    },
    Value(u8),
    End,
    /// In what ends with this byte so many times, and `>`: `?>`, `-->`, `]]>`.
    Until {
        byte: u8,
        least: usize,
        seen: usize,
    },
}

impl WholeChildren {
    /// Those of an element that has come as far as behind its start tag, or ended there.
    pub(crate) fn of(is_over: bool) -> Self {
        Self {
            is_over,
            ..Self::default()
        }
    }

    /// Whether a child is whole that nobody has taken, or the end of the element has come.
    pub(crate) fn can_step(&self) -> bool {
        self.count > 0 || self.is_over
    }

    /// A child is taken.
    pub(crate) fn take(&mut self) {
        self.count = self.count.saturating_sub(1);
    }

    /// How many bytes have come since the last child was whole.
    pub(crate) fn unfinished(&self) -> usize {
        self.unfinished
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.unfinished += 1;
            if !self.is_over {
                self.place = self.next(byte);
            }
        }
    }

    fn next(&mut self, byte: u8) -> Place {
        match (self.place, byte) {
            (Place::Text, b'<') => Place::Less,
            (Place::Text, _) => Place::Text,
            (Place::Less, b'?') => until(b'?', 1),
            (Place::Less, b'!') => Place::Declaration,
            (Place::Declaration, b'-') => until(b'-', 2),
            (Place::Declaration, _) => until(b']', 2),
            (Place::Until { least, seen, .. }, b'>') if seen >= least => Place::Text,
            (
                Place::Until {
                    byte: of,
                    least,
                    seen,
                },
                _,
            ) => Place::Until {
                byte: of,
                least,
                seen: if byte == of { seen + 1 } else { 0 },
            },
            (Place::Value(quote), _) if byte != quote => Place::Value(quote),
            (Place::End, b'>') => self.close(),
            (Place::Less, b'/') | (Place::End, _) => Place::End,
            (Place::Start { is_empty }, b'>') => self.open(is_empty),
            (Place::Start { .. }, b'"' | b'\'') => Place::Value(byte),
            (Place::Less | Place::Start { .. } | Place::Value(_), _) => Place::Start {
                is_empty: byte == b'/',
            },
        }
    }

    fn open(&mut self, is_empty: bool) -> Place {
        self.depth += 1;
        if is_empty { self.close() } else { Place::Text }
    }

    fn close(&mut self) -> Place {
        match self.depth.checked_sub(1) {
            None => self.is_over = true,
            Some(depth) => self.depth = depth,
        }
        if self.depth == 0 && !self.is_over {
            self.count += 1;
            self.unfinished = 0;
        }
        Place::Text
    }
}

fn until(byte: u8, least: usize) -> Place {
    Place::Until {
        byte,
        least,
        seen: 0,
    }
}
