//! An envelope whose message is read part by part: a list item by item.

use std::borrow::Cow;
use std::iter::FusedIterator;

use super::entries::BodyEntries;
use super::header::{self, ReadHeaders};
use super::parts::{
    Body, Content, Start, by_precedence, enter_envelope, first_of, of_envelope, read_trailer,
};
use super::version::SoapVersion;
use crate::error::Result;
use crate::qname::QName;
use crate::xml::{Items, ReadElement, Reader};

/// An envelope that has been read as far as its message, which is then read part by part: for a list that is too long to
/// be held, or of which the first items are wanted before the last one has come.
///
/// [`Reader::open_body`] makes one, and has done then all that [`Envelope`](super::Envelope) does before a message: the version,
/// the header blocks, what must be understood, a fault. [`finish`](Self::finish) does what is left. What is wrong in between is an error
/// when it is come to, with the same kind, path and position as where the envelope is read at once, so that a document that is cut
/// off is never taken for a whole one.
///
/// ```
/// use um_messages::xml::Reader;
/// use um_messages::{ReadOptions, SoapType};
///
/// const SHOP: &str = "urn:shop";
///
/// #[derive(Debug, SoapType)]
/// #[soap(namespace = "urn:shop")]
/// struct Headers {
///     session: Option<String>,
/// }
///
/// #[derive(Debug, SoapType)]
/// struct Book {
///     #[soap(attribute)]
///     id: u32,
///     title: String,
/// }
///
/// # let response: &[u8] = b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>\
/// #     <Catalogue xmlns='urn:shop'><At>today</At><Books><Book Id='1'><Title>Emma</Title></Book>\
/// #     <Book Id='2'><Title>Ulysses</Title></Book></Books><Next>3</Next></Catalogue></s:Body></s:Envelope>";
/// let options = ReadOptions::new().max_bytes(1 << 40).max_token(1 << 20);
/// let mut reader = Reader::from_stream_with(response, &options);
/// let mut body = reader.open_body::<Headers>()?;
/// assert_eq!(body.header.session, None);
/// body.enter(SHOP, "Catalogue")?; // the message
/// body.enter(SHOP, "Books")?;
/// for book in body.items::<Book>(SHOP, "Book") {
///     println!("{}", book?.title);
/// }
/// body.enter(SHOP, "Next")?; // what stands behind the list
/// assert_eq!(body.read::<u32>()?, 3);
/// body.finish()?;
/// # Ok::<(), um_messages::Error>(())
/// ```
#[must_use = "only `finish` says that the document is whole"]
pub struct OpenBody<'r, 'de, H = ()> {
    /// The header blocks.
    pub header: H,
    pub(super) version: SoapVersion,
    pub(super) entries: BodyEntries<'r, 'de>,
}

impl<'de> Reader<'de> {
    /// Reads an envelope as far as its message, whose parts are read [then](OpenBody). The reader stands before the document
    /// element.
    ///
    /// # Errors
    ///
    /// In this order: if the text is not well-formed; if it is no envelope of a known version; if a header block must be
    /// understood and is not; if the Body has a fault, which the error carries; if there is no Body, or a header block is not what its
    /// type expects. Where there is an error the rest of the document is read, to see that it is well-formed.
    pub fn open_body<H: ReadHeaders<'de>>(&mut self) -> Result<OpenBody<'_, 'de, H>> {
        const { header::assert_blocks_alone::<H>() };
        match open(self) {
            Ok((version, header, has_entry)) => Ok(OpenBody {
                header,
                version,
                entries: BodyEntries::at(self, has_entry),
            }),
            Err(error) => Err(first_of(error, self)),
        }
    }
}

/// The version, the header blocks, and whether the reader stands in an entry of the Body then.
pub(super) fn open<'de, H: ReadHeaders<'de>>(
    reader: &mut Reader<'de>,
) -> Result<(SoapVersion, H, bool)> {
    let version = enter_envelope(reader)?;
    let start = Start::<H>::read(reader, version)?;
    let mut has_entry = false;
    let body = start.body.and_then(|()| start_body(reader, &mut has_entry));
    let body = match body {
        Err(error) if reader.is_broken() => return Err(error),
        body => body,
    };
    let header = by_precedence(start.header, body, start.denied, &mut None::<()>)?;
    Ok((version, header, has_entry))
}

/// What the Body that the reader stands in begins with, if that is a fault, and whether there is another entry.
fn start_body(reader: &mut Reader<'_>, has_entry: &mut bool) -> Result<Body> {
    let Content {
        entries,
        fault,
        denied,
    } = Content::enter(reader)?;
    *has_entry = !entries.is_empty();
    Ok(Body {
        fault,
        excess: denied,
    })
}

impl<'de, H> OpenBody<'_, 'de, H> {
    /// The version of SOAP that the envelope is in.
    #[must_use]
    pub fn version(&self) -> SoapVersion {
        self.version
    }

    /// The reader, which says where it stands: the name of the element, and its attributes.
    #[must_use]
    pub fn reader(&self) -> &Reader<'de> {
        self.entries.reader()
    }

    /// Goes into the message, which must have this name; from then on into the next child of this name of the element that the
    /// reader stands in, as [`Reader::enter`] does.
    ///
    /// # Errors
    ///
    /// If there is none, or the text is not well-formed.
    pub fn enter(
        &mut self,
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Result<()> {
        let name = QName::new(namespace, local);
        let entered = self.enter_named(&name);
        self.of_envelope(entered)
    }

    pub(super) fn enter_named(&mut self, name: &QName) -> Result<()> {
        if self.entries.count() == 0 {
            let is_wanted = |it: &Reader<'_>| it.is_in(name.namespace(), name.local());
            return if self.entries.begin(is_wanted) {
                Ok(())
            } else {
                Err(self.entries.unclaimed(vec![name.clone()]))
            };
        }
        if self.entries.has_left() {
            return Err(self.reader().missing_element(name.local()));
        }
        self.entries.reader_mut().enter_named(name)
    }

    /// Steps to the message; from then on to the next child of the element that the reader stands in, as [`Reader::next_child`], but
    /// never behind the message.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed, or has text between the elements.
    pub fn next_child(&mut self) -> Result<bool> {
        if self.entries.count() == 0 {
            return Ok(self.entries.begin(|_| true));
        }
        if self.entries.has_left() {
            return Ok(false);
        }
        let is_child = self.entries.reader_mut().next_child();
        self.of_envelope(is_child)
    }

    /// Reads the element that the reader stands in as a value, whatever its name.
    ///
    /// # Errors
    ///
    /// If it is not a value of the type.
    pub fn read<T: ReadElement<'de>>(&mut self) -> Result<T> {
        let value = self.in_message().read();
        self.of_envelope(value)
    }

    /// Skips the rest of the element that the reader stands in.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed.
    pub fn skip(&mut self) -> Result<()> {
        let skipped = self.in_message().skip();
        self.of_envelope(skipped)
    }

    /// The children of this name of the element that the reader stands in, one after the other, as [`Reader::items`].
    pub fn items<T: ReadElement<'de>>(
        &mut self,
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> BodyItems<'_, 'de, T> {
        BodyItems(self.in_message().items(namespace, local))
    }

    /// Reads what is left of the document, and checks it: that it is well-formed, and that nothing stands in it which must not.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed, the Body has a second entry, or something stands behind it.
    pub fn finish(mut self) -> Result<()> {
        let checked = self.check_rest();
        checked.map_err(|error| first_of(error, self.entries.reader_mut()))
    }

    fn check_rest(&mut self) -> Result<()> {
        let Self { entries, .. } = self;
        if entries.count() > 0 || entries.begin(|_| true) {
            entries.end()?;
        }
        let excess = entries.skip(Vec::new)?;
        let reader = entries.reader_mut();
        let trailer = read_trailer(reader);
        if !reader.is_broken() {
            reader.finish()?;
        }
        excess.map_or(trailer, Err)
    }

    /// The reader, which stands in the message if there is one.
    fn in_message(&mut self) -> &mut Reader<'de> {
        self.entries.begin(|_| true);
        self.entries.reader_mut()
    }

    fn of_envelope<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| of_envelope(error, self.reader()))
    }
}

/// The items of a list in a message: [`OpenBody::items`].
#[must_use = "an iterator reads nothing before it is asked"]
pub struct BodyItems<'r, 'de, T>(Items<'r, 'de, T>);

impl<'de, T: ReadElement<'de>> Iterator for BodyItems<'_, 'de, T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        let item = self.0.next()?;
        Some(item.map_err(|error| of_envelope(error, self.0.reader())))
    }
}

impl<'de, T: ReadElement<'de>> FusedIterator for BodyItems<'_, 'de, T> {}
