//! `url::Url`, for those values of `xs:anyURI` (XML Schema 1.1 part 2, section 3.3.17) that are absolute URLs.
//!
//! A `Url` holds what a text means by the URL Standard, and is written as that spells it:
//! `HTTP://Example.com` as `http://example.com/`. What that standard calls invalid is refused where it mends
//! something, and so are relative references. A `String` holds any URI as it was sent.

use std::cell::Cell;

use url::{SyntaxViolation, Url};

use crate::error::Result;
use crate::xml::read::{ReadText, TextIn};
use crate::xml::write::{TextOut, WriteText};

impl<'de> ReadText<'de> for Url {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        let violation = Cell::new(None);
        let keep = |found| {
            // A user's name in a URL is not wise, but nothing is mended there.
            if found != SyntaxViolation::EmbeddedCredentials {
                violation.set(Some(found));
            }
        };
        let options = Url::options().syntax_violation_callback(Some(&keep));
        match (options.parse(text.token()), violation.get()) {
            (Ok(url), None) => Ok(url),
            // Nothing was mended, so that it is written as it was sent.
            (Ok(url), Some(_)) if url.as_str() == text.token() => Ok(url),
            (Ok(_), Some(violation)) => Err(text.unexpected(format!("a valid URL ({violation})"))),
            (Err(_), _) => Err(text.invalid("an absolute URL, as in `https://example.com/`")),
        }
    }
}

impl WriteText for Url {
    fn write_text(&self, out: &mut TextOut<'_>) {
        out.push(self.as_str());
    }

    crate::__described! {
        crate::xml::Description::simple("anyURI")
    }
}

crate::__text_elements!(Url);
