//! How the content of a part is encoded: `Content-Transfer-Encoding` (RFC 2045 section 6).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::header::Header;
use crate::error::{PackageProblem, excerpt};

/// Decodes the content of a part, as it comes.
pub(super) enum Decoder {
    /// It stands for itself: `7bit`, `8bit`, `binary`.
    Identity,
    Base64(Base64),
    QuotedPrintable(QuotedPrintable),
}

const BASE64: PackageProblem = PackageProblem::NotEncoded("base64");
const QUOTED_PRINTABLE: PackageProblem = PackageProblem::NotEncoded("quoted-printable");

impl Decoder {
    pub(super) fn of(header: &Header) -> Result<Self, PackageProblem> {
        let encoding = header.get("Content-Transfer-Encoding").unwrap_or("binary");
        match encoding.to_ascii_lowercase().as_str() {
            "7bit" | "8bit" | "binary" | "" => Ok(Self::Identity),
            "base64" => Ok(Self::Base64(Base64::default())),
            "quoted-printable" => Ok(Self::QuotedPrintable(QuotedPrintable::default())),
            _ => Err(PackageProblem::Encoding(excerpt(encoding))),
        }
    }

    /// Whether the content stands for itself.
    pub(super) const fn is_identity(&self) -> bool {
        matches!(self, Self::Identity)
    }

    /// Decodes what comes next.
    pub(super) fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), PackageProblem> {
        match self {
            Self::Identity => out.extend_from_slice(bytes),
            Self::Base64(decoder) => return decoder.decode(bytes, out),
            Self::QuotedPrintable(decoder) => return decoder.decode(bytes, out),
        }
        Ok(())
    }

    /// Says whether what has come is all of an encoded content.
    pub(super) fn finish(&self) -> Result<(), PackageProblem> {
        match self {
            Self::Base64(decoder) if !decoder.left.is_empty() => Err(BASE64),
            Self::QuotedPrintable(decoder) => decoder.finish(),
            _ => Ok(()),
        }
    }
}

/// Groups of four characters, anything but the characters of base64 left out between them (RFC 2045 section 6.8); here that is white
/// space alone.
#[derive(Default)]
pub(super) struct Base64 {
    /// The beginning of a group.
    left: Vec<u8>,
    is_over: bool,
}

impl Base64 {
    fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), PackageProblem> {
        let characters = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
        self.left.extend(characters);
        let whole = self.left.len() - self.left.len() % 4;
        let Some(groups) = self.left.get(..whole).filter(|groups| !groups.is_empty()) else {
            return Ok(());
        };
        // Behind the padding there is nothing.
        if self.is_over {
            return Err(BASE64);
        }
        self.is_over = groups.ends_with(b"=");
        STANDARD.decode_vec(groups, out).map_err(|_| BASE64)?;
        self.left.drain(..whole);
        Ok(())
    }
}

/// Text with escapes, `=3D`, and lines that go on behind a `=` (RFC 2045 section 6.7).
#[derive(Default)]
pub(super) struct QuotedPrintable {
    /// What is not decoded yet: an escape without its end, or white space that may be that of a line's end, which is none.
    left: Vec<u8>,
}

/// How long a line may be (RFC 5322 section 2.1.1). Longer white space stands for itself.
const LONGEST_LINE: usize = 998;

impl QuotedPrintable {
    fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), PackageProblem> {
        for &byte in bytes {
            self.push(byte, out)?;
        }
        Ok(())
    }

    fn push(&mut self, byte: u8, out: &mut Vec<u8>) -> Result<(), PackageProblem> {
        let is_escape = self.left.first() == Some(&b'=');
        match byte {
            _ if is_escape => return self.push_escape(byte, out),
            b' ' | b'\t' if self.left.len() < LONGEST_LINE => self.left.push(byte),
            // White space at the end of a line was added on the way.
            b'\r' | b'\n' => {
                self.left.clear();
                out.push(byte);
            }
            b'=' => {
                out.append(&mut self.left);
                self.left.push(byte);
            }
            _ => {
                out.append(&mut self.left);
                out.push(byte);
            }
        }
        Ok(())
    }

    /// `=3D`, or `=`, white space and the end of a line.
    fn push_escape(&mut self, byte: u8, out: &mut Vec<u8>) -> Result<(), PackageProblem> {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        match (self.left.as_slice(), byte) {
            ([b'='] | [b'=', b' ' | b'\t'] | [b'=', .., b'\r'], b'\n') => self.left.clear(),
            ([b'='] | [b'=', b' ' | b'\t'], b' ' | b'\t') => {
                self.left.truncate(1);
                self.left.push(byte);
            }
            ([b'='] | [b'=', b' ' | b'\t'], b'\r') => self.left.push(byte),
            ([b'='], _) if digit(byte).is_some() => self.left.push(byte),
            ([b'=', high], _) => {
                let value = digit(*high)
                    .zip(digit(byte))
                    .map(|(high, low)| high * 16 + low);
                let value = value.and_then(|value| u8::try_from(value).ok());
                out.push(value.ok_or(QUOTED_PRINTABLE)?);
                self.left.clear();
            }
            _ => return Err(QUOTED_PRINTABLE),
        }
        Ok(())
    }

    /// White space at the end is that of a line, and a line may go on with nothing.
    fn finish(&self) -> Result<(), PackageProblem> {
        match self.left.as_slice() {
            [b'=', _, ..] => Err(QUOTED_PRINTABLE),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decoder;
    use crate::soap::mtom::header::Header;

    fn decoder(encoding: &str) -> Decoder {
        let mut header = Header::default();
        header.push("content-transfer-encoding", encoding.to_owned());
        Decoder::of(&header).unwrap()
    }

    /// What is decoded, whole and byte by byte.
    fn decoded(encoding: &str, content: &str) -> Option<Vec<u8>> {
        let decode = |length| {
            let (mut decoder, mut out) = (decoder(encoding), Vec::new());
            for piece in content.as_bytes().chunks(length) {
                decoder.decode(piece, &mut out).ok()?;
            }
            decoder.finish().ok()?;
            Some(out)
        };
        let whole = decode(content.len().max(1));
        assert_eq!(decode(1), whole, "{content:?}");
        whole
    }

    #[test]
    fn base64() {
        for (content, bytes) in [
            ("", Some("")),
            ("UklGRg==", Some("RIFF")),
            ("UklG\r\nRg==\r\n", Some("RIFF")),
            ("UklG UklG", Some("RIFRIF")),
            ("UklGRg", None),
            ("UklGRg=", None),
            ("UklGRg==UklG", None),
            ("Ukl*", None),
        ] {
            assert_eq!(
                decoded("Base64", content).as_deref(),
                bytes.map(str::as_bytes),
                "{content}"
            );
        }
    }

    #[test]
    fn quoted_printable() {
        for (content, bytes) in [
            ("", Some("")),
            ("a=3Db=0D=0a", Some("a=b\r\n")),
            ("a=\r\nb", Some("ab")),
            ("a= \t\r\nb", Some("ab")),
            ("a \t\r\n b ", Some("a\r\n b")),
            ("a=", Some("a")),
            ("a=3", None),
            ("a=xy", None),
            ("a=3x", None),
            ("a=\rb", None),
        ] {
            let found = decoded("quoted-printable", content);
            assert_eq!(found.as_deref(), bytes.map(str::as_bytes), "{content:?}");
        }
    }

    #[test]
    fn what_stands_for_itself() {
        for encoding in ["7bit", "8BIT", "binary", ""] {
            assert_eq!(decoded(encoding, "a=3D").as_deref(), Some(&b"a=3D"[..]));
        }
        let mut header = Header::default();
        header.push("Content-Transfer-Encoding", "x-uuencode".to_owned());
        assert!(Decoder::of(&header).is_err());
    }
}
