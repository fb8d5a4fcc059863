//! An envelope that comes in chunks, of which a list is read item by item.

use std::marker::PhantomData;

use super::entries::BodyEntries;
use super::header::{self, ReadHeaders};
use super::open_body::{OpenBody, open};
use super::parts::of_envelope;
use super::version::SoapVersion;
use crate::error::{Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::{Credit, Fed, ReadElement, ReadOptions, Reader, WholeChildren};

/// Reads the items of a list from an envelope that comes in chunks, without waiting for any: for the body of an HTTP message in a program
/// that is asynchronous. It does what an [`OpenBody`] does, and the other way round: bytes are [pushed](Self::push), and items
/// [taken](Self::next_item) as soon as they are whole.
///
/// What is held is what has not been taken, and no more than one item if all are taken that there are. An item that is not whole, what
/// stands before the list, and what stands behind it, may each have [`ReadOptions::max_token`] bytes. A document in another encoding than
/// UTF-8 is held until it is whole, within the same limit.
///
/// ```
/// use um_messages::soap::PushReader;
/// use um_messages::xml::QName;
/// use um_messages::{ReadOptions, SoapType};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Book {
///     title: String,
/// }
///
/// # let chunks = ["<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><Catalogue xmlns='urn:shop'>",
/// #     "<Books><Book><Ti", "tle>Emma</Title></Book><Book><Title>Ulysses</Title></Book></", "Books></Catalogue></s:Body></s:Envelope>"];
/// let name = |local| QName::new("urn:shop", local);
/// let options = ReadOptions::new().max_bytes(1 << 40).max_token(1 << 20);
/// let list = [name("Catalogue"), name("Books")];
/// let mut books = PushReader::<Book>::new(list, name("Book"), &options);
/// let mut titles = Vec::new();
/// for chunk in chunks { // of `axum::body::Body::into_data_stream`, or `reqwest::Response::bytes_stream`
///     books.push(chunk.as_bytes());
///     while let Some(book) = books.next_item() {
///         titles.push(book?.title);
///     }
/// }
/// titles.extend(books.finish()?.into_iter().map(|book| book.title)); // and the document is whole
/// assert_eq!(titles, ["Emma", "Ulysses"]);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[must_use = "only `finish` says that the document is whole"]
pub struct PushReader<T, H = ()> {
    /// From the message to the list.
    path: Vec<QName>,
    item: QName,
    options: ReadOptions,
    state: State<H>,
    of: PhantomData<fn() -> T>,
}

enum State<H> {
    /// What has come does not reach to the list.
    Before(Start),
    In(Box<List<H>>),
    /// An error has ended it.
    Failed,
}

/// What has come before the list is known.
#[derive(Default)]
struct Start {
    bytes: Vec<u8>,
    /// How many there were when they were last looked at.
    looked_at: usize,
    credit: Credit,
}

/// A list whose items are read.
struct List<H> {
    reader: Reader<'static>,
    source: Fed,
    header: H,
    version: SoapVersion,
    depth: usize,
    /// The children that can be read; unless it is known only at the end which.
    children: Option<WholeChildren>,
    is_over: bool,
}

impl<T: ReadElement<'static>, H: ReadHeaders<'static>> PushReader<T, H> {
    /// Reads the items of this name in the list to which `list` leads: the names of the message, of an element in it, and so on.
    pub fn new(list: impl Into<Vec<QName>>, item: QName, options: &ReadOptions) -> Self {
        const { header::assert_blocks_alone::<H>() };
        Self {
            path: list.into(),
            item,
            options: options.clone(),
            state: State::Before(Start::default()),
            of: PhantomData,
        }
    }

    /// The next chunk of the document has come.
    pub fn push(&mut self, bytes: &[u8]) {
        match &mut self.state {
            State::Before(start) => start.add(bytes),
            State::In(list) => list.add(bytes),
            State::Failed => {}
        }
    }

    /// The next item, if it has come. `None` if it has not, there are no more, or an error has ended the list.
    ///
    /// What is wrong before the list is an error here, as [`Reader::open_body`] has it, but that the rest of the document is not read
    /// then. Behind an item that is no value of the type the next one can be read.
    pub fn next_item(&mut self) -> Option<Result<T>> {
        self.open(false).and_then(|()| self.read_next()).transpose()
    }

    /// The header blocks, as soon as the list is reached.
    #[must_use]
    pub fn header(&self) -> Option<&H> {
        match &self.state {
            State::In(list) => Some(&list.header),
            _ => None,
        }
    }

    /// The version of SOAP that the envelope is in, as soon as the list is reached.
    #[must_use]
    pub fn version(&self) -> Option<SoapVersion> {
        match &self.state {
            State::In(list) => Some(list.version),
            _ => None,
        }
    }

    /// Nothing more comes: reads what is left, and checks that the document is whole. Gives the items that nobody has taken.
    ///
    /// # Errors
    ///
    /// Those of [`OpenBody::finish`], if one of these items is none, if the list has not been reached, or an error has ended it.
    pub fn finish(mut self) -> Result<Vec<T>> {
        self.open(true)?;
        let State::In(list) = &mut self.state else {
            return Err(Error::new(ErrorKind::UnexpectedEnd));
        };
        list.source.end();
        let items = list.read_all(self.item);
        let items = items.map_err(|error| of_envelope(error, &list.reader))?;
        let rest = OpenBody {
            header: (),
            version: list.version,
            entries: BodyEntries::begun(&mut list.reader),
        };
        rest.finish().map(|()| items)
    }

    /// Goes into the list, if what has come reaches there.
    fn open(&mut self, is_end: bool) -> Result<()> {
        let State::Before(start) = &mut self.state else {
            return Ok(());
        };
        if !is_end && !start.is_due() {
            return self.check_length();
        }
        let source = Fed::default();
        source.push(&start.bytes);
        if is_end {
            source.end();
        }
        let mut reader = Reader::from_stream_with(source.clone(), &self.options);
        let opened = enter_list::<H>(&mut reader, &self.path);
        if source.is_short() {
            return self.check_length();
        }
        match opened {
            Ok((version, header)) => {
                let list = List::new(reader, source, version, header);
                self.state = State::In(Box::new(list));
                self.check_length()
            }
            Err(error) => {
                self.state = State::Failed;
                Err(of_envelope(error, &reader))
            }
        }
    }

    fn read_next(&mut self) -> Result<Option<T>> {
        let State::In(list) = &mut self.state else {
            return Ok(None);
        };
        let item = list.read_next(&self.item);
        let item = item.map_err(|error| of_envelope(error, &list.reader));
        if list.reader.is_broken() {
            self.state = State::Failed;
            return item;
        }
        match item {
            Ok(None) => self.check_length().map(|()| None),
            item => item,
        }
    }

    /// What is held because it is not whole must not be longer than a token may be.
    fn check_length(&mut self) -> Result<()> {
        let held = match &self.state {
            State::Before(start) => start.bytes.len(),
            State::In(list) => list.held(),
            State::Failed => 0,
        };
        let max = self.options.max_token;
        if held <= max {
            return Ok(());
        }
        self.state = State::Failed;
        let limit = "max_token";
        Err(Error::new(ErrorKind::Limit { limit, max }))
    }
}

/// Goes into the list of an envelope.
fn enter_list<H: ReadHeaders<'static>>(
    reader: &mut Reader<'static>,
    path: &[QName],
) -> Result<(SoapVersion, H)> {
    let (version, header, has_entry) = open(reader)?;
    let mut body = OpenBody {
        header,
        version,
        entries: BodyEntries::at(reader, has_entry),
    };
    for name in path {
        body.enter_named(name)?;
    }
    Ok((version, body.header))
}

impl Start {
    fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.credit.earn(bytes.len());
    }

    /// Whether to look at them now.
    fn is_due(&mut self) -> bool {
        let length = self.bytes.len();
        let new = self.bytes.get(self.looked_at..).unwrap_or_default();
        let is_due = new.contains(&b'>') && self.credit.spend(length);
        if is_due {
            self.looked_at = length;
        }
        is_due
    }
}

impl<H> List<H> {
    /// The list that the reader stands in.
    fn new(reader: Reader<'static>, source: Fed, version: SoapVersion, header: H) -> Self {
        let children = reader.unread().map(|unread| {
            let mut children = WholeChildren::of(reader.has_no_end_tag());
            children.add(&unread);
            children.add(&source.to_vec());
            children
        });
        Self {
            depth: reader.depth(),
            reader,
            source,
            header,
            version,
            children,
            is_over: false,
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.source.push(bytes);
        if let Some(children) = &mut self.children {
            children.add(bytes);
        }
    }

    /// How many bytes are held of what is not whole.
    fn held(&self) -> usize {
        let unfinished = self.children.as_ref().map(WholeChildren::unfinished);
        unfinished.unwrap_or_else(|| self.source.left())
    }

    /// The next item that is whole.
    fn read_next<T: ReadElement<'static>>(&mut self, name: &QName) -> Result<Option<T>> {
        let Some(children) = &mut self.children else {
            return Ok(None);
        };
        while !self.is_over && children.can_step() {
            self.reader.skip_to_end_of(self.depth + 1)?;
            if !self.reader.next_child()? {
                self.is_over = true;
                break;
            }
            children.take();
            if self.reader.is_wanted(name)? {
                return self.reader.read().map(Some);
            }
        }
        Ok(None)
    }

    /// All items that are left, when all has come.
    fn read_all<T: ReadElement<'static>>(&mut self, name: QName) -> Result<Vec<T>> {
        if self.is_over {
            return Ok(Vec::new());
        }
        self.reader.skip_to_end_of(self.depth + 1)?;
        self.reader.items_named(name).collect()
    }
}
