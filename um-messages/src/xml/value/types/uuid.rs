//! `uuid::Uuid`. XML Schema has no type for it; services spell it as the `guid` of .NET is spelled: the
//! hyphenated form alone, in either case.

use uuid::Uuid;

use crate::error::Result;
use crate::xml::read::{ReadText, TextIn};
use crate::xml::write::{TextOut, WriteText};

/// `Uuid` also parses a form without hyphens, one in braces and a URN, which have other lengths.
const HYPHENATED_LENGTH: usize = 36;

impl<'de> ReadText<'de> for Uuid {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        let token = text.token();
        let uuid = Uuid::try_parse(token).ok();
        uuid.filter(|_| token.len() == HYPHENATED_LENGTH)
            .ok_or_else(|| text.invalid("a UUID, as in `67e55044-10b1-426f-9247-bb680e5fe0c8`"))
    }
}

impl WriteText for Uuid {
    fn write_text(&self, out: &mut TextOut<'_>) {
        out.push_plain(self.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
    }
}

crate::__text_elements!(Uuid);
