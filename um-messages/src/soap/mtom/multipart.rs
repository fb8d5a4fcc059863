//! A package taken apart (RFC 2046 section 5.1), whether it is there as a whole or comes as a stream: part by part, each with its header and
//! then its content.

use std::collections::HashSet;

use super::boundary::{Delimiter, Found, Line};
use super::header::Header;
use super::transfer::Decoder;
use super::window::Window;
use crate::error::{Error, ErrorKind, PackageProblem, Result, excerpt};
use crate::xml::ReadOptions;
use crate::xml::read::PackageLimits;

pub(super) struct Multipart<W> {
    pub(super) window: W,
    delimiter: Delimiter,
    limits: PackageLimits,
    state: State,
    /// How many of the bytes that are there are known to be content.
    known: usize,
    /// The line behind them, if it is there.
    line: Option<Line>,
    parts: usize,
    /// How many bytes of the part's content are done with, and where it begins.
    content: u64,
    content_at: u64,
    content_ids: HashSet<String>,
}

#[derive(PartialEq, Eq)]
enum State {
    BeforeParts,
    InPart,
    Over,
}

impl<W: Window> Multipart<W> {
    pub(super) fn new(window: W, boundary: &str, options: &ReadOptions) -> Result<Self> {
        Ok(Self {
            window,
            delimiter: Delimiter::new(boundary)?,
            limits: options.context().package,
            state: State::BeforeParts,
            known: 0,
            line: None,
            parts: 0,
            content: 0,
            content_at: 0,
            content_ids: HashSet::new(),
        })
    }

    /// Goes to the content of the next part, behind its header, which says how it is encoded.
    pub(super) fn next_part(&mut self) -> Result<Option<(Header, Decoder)>> {
        match self.state {
            State::BeforeParts => self.skip_preamble()?,
            State::InPart => self.skip_content()?,
            State::Over => return Ok(None),
        }
        let Some(line) = self.line.take() else {
            return Ok(None);
        };
        self.window.consume(line.length);
        if line.is_last {
            self.state = State::Over;
            return Ok(None);
        }
        self.state = State::InPart;
        self.count_part()?;
        let at = self.window.at();
        let header = self.header()?;
        let encoding = Decoder::of(&header);
        let encoding = encoding.map_err(|problem| package_error(problem, at))?;
        self.begin_content()?;
        Ok(Some((header, encoding)))
    }

    fn count_part(&mut self) -> Result<()> {
        self.parts += 1;
        self.check("max_parts", self.parts as u64, self.limits.parts as u64)
    }

    /// What stands before the first part is nothing.
    fn skip_preamble(&mut self) -> Result<()> {
        loop {
            match self.delimiter.at_start(self.window.bytes()) {
                Found::Line(line) => {
                    self.line = Some(line);
                    return Ok(());
                }
                Found::Cut if !self.window.is_all() => self.window.read_on()?,
                _ => break,
            }
        }
        self.skip_content().map_err(|error| match error.kind() {
            ErrorKind::Package(PackageProblem::Unclosed) => {
                error.with_kind(ErrorKind::Package(PackageProblem::NoPart))
            }
            _ => error,
        })
    }

    /// Reads the header of the part, up to the empty line behind it.
    fn header(&mut self) -> Result<Header> {
        let length = self.header_length()?;
        let lines = self.window.bytes().get(..length).unwrap_or_default();
        let at = self.window.at();
        let header = Header::parse(lines).map_err(|problem| package_error(problem, at))?;
        let (count, most) = (header.len(), self.limits.part_headers);
        self.check("max_part_headers", count as u64, most as u64)?;
        if let Some(id) = header.content_id().filter(|id| !id.is_empty()) {
            if !self.content_ids.insert(id.to_owned()) {
                return Err(self.error(PackageProblem::SameContentId(excerpt(id))));
            }
        }
        self.window.consume(length);
        Ok(header)
    }

    /// How long the lines of the header are.
    fn header_length(&mut self) -> Result<usize> {
        const END: &[u8] = b"\r\n\r\n";
        let mut from = 0;
        loop {
            let bytes = self.window.bytes();
            if bytes.starts_with(b"\r\n") {
                return Ok(0);
            }
            let rest = bytes.get(from..).unwrap_or_default();
            let end = rest.windows(END.len()).position(|it| it == END);
            let end = end.map(|end| from + end + 2);
            let (length, most) = (end.unwrap_or(bytes.len()), self.limits.part_header_bytes);
            self.check("max_part_header_bytes", length as u64, most as u64)?;
            match end {
                Some(end) => return Ok(end),
                None if self.window.is_all() => return Err(self.unclosed()),
                None => from = length.saturating_sub(END.len() - 1),
            }
            self.window.read_on()?;
        }
    }

    /// Goes behind the empty line; its end is that before the next part, if there is no content.
    fn begin_content(&mut self) -> Result<()> {
        self.content = 0;
        self.known = 0;
        loop {
            match self.delimiter.at(self.window.bytes()) {
                Found::Line(line) => {
                    self.line = Some(line);
                    return Ok(());
                }
                Found::Cut if !self.window.is_all() => self.window.read_on()?,
                _ => {
                    self.window.consume(2);
                    self.content_at = self.window.at();
                    return Ok(());
                }
            }
        }
    }

    /// How many bytes of the content stand next; none at its end.
    pub(super) fn content_length(&mut self) -> Result<usize> {
        while self.known == 0 && self.line.is_none() {
            let bytes = self.window.bytes();
            let is_all = self.window.is_all();
            match self.delimiter.search(bytes) {
                Some((at, Found::Line(line))) => {
                    self.known = at;
                    self.line = Some(line);
                }
                Some((at, _)) if !is_all => self.known = at,
                _ => self.known = bytes.len(),
            }
            if self.known == 0 && self.line.is_none() {
                if is_all {
                    return Err(self.unclosed());
                }
                self.window.read_on()?;
            }
        }
        let length = self.content + self.known as u64;
        self.check("max_part_bytes", length, self.limits.part_bytes)?;
        Ok(self.known)
    }

    /// The bytes of the content that stand next.
    pub(super) fn content(&self) -> &[u8] {
        self.window.bytes().get(..self.known).unwrap_or_default()
    }

    /// Is done with bytes of the content.
    pub(super) fn consume_content(&mut self, count: usize) {
        self.window.consume(count);
        self.done_with(count);
    }

    /// Bytes of the content have been taken from the window.
    pub(super) fn done_with(&mut self, count: usize) {
        self.known -= count.min(self.known);
        self.content += count as u64;
    }

    fn skip_content(&mut self) -> Result<()> {
        loop {
            match self.content_length()? {
                0 => return Ok(()),
                count => self.consume_content(count),
            }
        }
    }

    fn check(&self, limit: &'static str, count: u64, max: u64) -> Result<()> {
        if count <= max {
            return Ok(());
        }
        let max = usize::try_from(max).unwrap_or(usize::MAX);
        let error = Error::new(ErrorKind::Limit { limit, max });
        Err(error.at_package_byte(self.window.at()))
    }

    fn unclosed(&self) -> Error {
        let end = self.window.at() + self.window.bytes().len() as u64;
        package_error(PackageProblem::Unclosed, end)
    }

    /// The error that the content is not encoded as its header says.
    pub(super) fn content_error(&self, problem: PackageProblem) -> Error {
        package_error(problem, self.content_at)
    }

    /// An error where the window stands.
    pub(super) fn error(&self, problem: PackageProblem) -> Error {
        package_error(problem, self.window.at())
    }
}

#[cold]
fn package_error(problem: PackageProblem, byte: u64) -> Error {
    Error::new(ErrorKind::Package(problem)).at_package_byte(byte)
}
