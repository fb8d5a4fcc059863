//! A package that is held: a document, and the parts beside it.

use std::borrow::Cow;

use super::boundary::{Delimiter, may_be_written};
use super::content_type::{ContentType, XOP};
use super::multipart::Multipart;
use super::options::random_boundary;
use super::part::Part;
use super::window::Whole;
use crate::error::{Error, ErrorKind, PackageProblem, Result, excerpt};
use crate::xml::read::{Parts, content_id_of, unescaped};
use crate::xml::{Element, ReadElement, ReadOptions, Reader};

/// A document with parts beside it, all of which are held: `multipart/related` (RFC 2387).
///
/// [`Envelope::to_package`](crate::Envelope::to_package) makes one, and [`Envelope::from_package`](crate::Envelope::from_package) reads the
/// envelope in one. Over HTTP neither is needed: see the page of [`mtom`](crate::mtom).
///
/// ```
/// use um_messages::mtom::{MtomOptions, Package};
/// use um_messages::{Envelope, SoapMessage, xml::Base64Binary};
///
/// #[derive(Debug, PartialEq, SoapMessage)]
/// #[soap(namespace = "urn:archive")]
/// struct Store { name: String, content: Base64Binary }
///
/// let store = Store { name: "logo.png".into(), content: vec![0x89; 1000].into() };
/// let (content_type, body) = Envelope::new(&store).to_package()?.to_multipart()?;
/// assert!(content_type.starts_with("multipart/related; boundary="));
///
/// let package = Package::read(&content_type, &body)?;
/// assert_eq!(package.parts()[0].content(), [0x89; 1000]);
/// assert_eq!(Envelope::<Store>::from_package(&package)?.body, store);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Package<'a> {
    root: Part<'a>,
    parts: Vec<Part<'a>>,
    boundary: Cow<'static, str>,
}

impl<'a> Package<'a> {
    /// Takes a package apart: the value of its `Content-Type`, and its bytes. Parts that came as they are, are borrowed.
    ///
    /// # Errors
    ///
    /// If the bytes are no package ([`PackageProblem`]), or exceed one of the default limits; [`package_byte`](Error::package_byte) says
    /// where. What the document says of the parts is not looked at.
    pub fn read(content_type: &str, package: &'a [u8]) -> Result<Self> {
        Self::read_with(content_type, package, ReadOptions::DEFAULT)
    }

    /// As [`read`](Self::read), with options.
    ///
    /// # Errors
    ///
    /// Those of `read`, with the limits of the options.
    pub fn read_with(content_type: &str, package: &'a [u8], options: &ReadOptions) -> Result<Self> {
        let content_type = ContentType::parse(content_type)?;
        let boundary = &content_type.boundary;
        let mut multipart = Multipart::new(Whole::new(package), boundary, options)?;
        let mut parts = Vec::new();
        while let Some(part) = multipart.next_held_part()? {
            parts.push(part);
        }
        let root = take_root(&mut parts, content_type.start.as_deref())?;
        check_root(root.media_type(), content_type.root.as_deref())?;
        Ok(Self {
            root,
            parts,
            boundary: content_type.boundary.into(),
        })
    }

    /// A package of a document without other parts.
    #[must_use]
    pub fn new(root: Part<'a>) -> Self {
        Self {
            root,
            parts: Vec::new(),
            boundary: random_boundary().into(),
        }
    }

    pub(super) fn with_boundary(mut self, boundary: Cow<'static, str>) -> Self {
        self.boundary = boundary;
        self
    }

    /// The same package with a part more.
    ///
    /// ```
    /// use um_messages::mtom::{Package, Part};
    ///
    /// // SOAP Messages with Attachments: an envelope that says `<Picture href="cid:logo@example.org"/>`.
    /// # let envelope = "<Envelope/>";
    /// let root = Part::new("envelope@example.org", "text/xml; charset=utf-8", envelope.as_bytes());
    /// let picture = Part::new("logo@example.org", "image/png", &b"\x89PNG"[..]);
    /// let package = Package::new(root).with_part(picture);
    /// assert_eq!(package.part("cid:logo@example.org").unwrap().content(), b"\x89PNG");
    /// ```
    #[must_use]
    pub fn with_part(mut self, part: Part<'a>) -> Self {
        self.parts.push(part);
        self
    }

    /// The part with the document.
    #[must_use]
    pub fn root(&self) -> &Part<'a> {
        &self.root
    }

    /// The parts beside it, in their order, whether the document refers to them or not.
    #[must_use]
    pub fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// The part of a content id, or the one that a URI of the scheme `cid` refers to.
    #[must_use]
    pub fn part(&self, content_id: &str) -> Option<&Part<'a>> {
        let in_uri = content_id_of(content_id).map(unescaped);
        let meant = in_uri.as_deref().unwrap_or(content_id);
        let find = |is_meant: &dyn Fn(&str) -> bool| {
            let mut parts = self.parts.iter();
            parts.find(|part| part.content_id().is_some_and(is_meant))
        };
        // Some write the escapes of the URI into the content id as well.
        find(&|id| id == meant).or_else(|| find(&|id| unescaped(id) == meant))
    }

    /// The document and the parts beside it.
    #[must_use]
    pub fn into_parts(self) -> (Part<'a>, Vec<Part<'a>>) {
        (self.root, self.parts)
    }

    /// Whether parts stand for texts of the document (`xop:Include`), as its media type says.
    #[must_use]
    pub fn is_xop(&self) -> bool {
        let media_type = self.root.media_type();
        media_type.is_some_and(|it| it.eq_ignore_ascii_case(XOP))
    }

    /// A reader of the document, which resolves references to parts if [that is so](Self::is_xop): for a document that is no envelope.
    ///
    /// ```
    /// use um_messages::mtom::{Package, Part};
    /// use um_messages::{ReadOptions, SoapType, xml::Base64Binary};
    ///
    /// #[derive(SoapType)]
    /// struct Picture { data: Base64Binary }
    ///
    /// let xml = "<Picture><Data><i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='cid:1@x'/></Data></Picture>";
    /// let root = Part::new("0@x", "application/xop+xml; charset=utf-8; type=\"text/xml\"", xml.as_bytes());
    /// let package = Package::new(root).with_part(Part::new("1@x", "image/png", &b"\x89PNG"[..]));
    /// let picture: Picture = package.reader(&ReadOptions::new())?.read_root()?;
    /// assert_eq!(&*picture.data, b"\x89PNG");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Encoding`] if the document is no text.
    pub fn reader(&self, options: &ReadOptions) -> Result<Reader<'_>> {
        let content = Cow::Borrowed(self.root.content());
        reader(self.root.content_type(), content, self.referred(), options)
    }

    /// An element of the document as a value of a type, with the bytes of the parts that it refers to: of a tree, in which an `xop:Include` is an element
    /// as any.
    ///
    /// ```
    /// use um_messages::mtom::{Package, Part};
    /// use um_messages::{ReadOptions, SoapType, xml::{Base64Binary, Element}};
    ///
    /// #[derive(SoapType)]
    /// struct Picture { data: Base64Binary }
    ///
    /// # let xml = "<Any><Picture><Data><i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='cid:1@x'/></Data></Picture></Any>";
    /// # let root = Part::new("0@x", "application/xop+xml; charset=utf-8; type=\"text/xml\"", xml.as_bytes());
    /// # let package = Package::new(root).with_part(Part::new("1@x", "image/png", &b"\x89PNG"[..]));
    /// let mut reader = package.reader(&ReadOptions::new())?;
    /// reader.next_child()?;
    /// let any: Element = reader.read()?;
    /// let picture: Picture = package.read_element(any.children().next().unwrap())?;
    /// assert_eq!(&*picture.data, b"\x89PNG");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Element::read`], and if there is no such part.
    pub fn read_element<T: for<'de> ReadElement<'de>>(&self, element: &Element) -> Result<T> {
        element.read_beside(self.referred())
    }

    /// The parts that the document may refer to.
    fn referred(&self) -> Option<Parts<'_>> {
        let parts = self.parts.iter();
        let parts = parts.map(|part| (part.content_id(), Cow::Borrowed(part.content())));
        self.is_xop().then(|| parts.collect())
    }

    /// As [`reader`](Self::reader), of a package that nobody else needs.
    #[cfg(feature = "http")]
    pub(super) fn into_reader(self, options: &ReadOptions) -> Result<Reader<'a>> {
        let is_xop = self.is_xop();
        let parts = self.parts.into_iter();
        let parts = parts.map(|part| (part.content_id().map(str::to_owned), part.into_content()));
        let parts = is_xop.then(|| parts.collect());
        let content_type = self.root.content_type().map(str::to_owned);
        let content = self.root.into_content();
        reader(content_type.as_deref(), content, parts, options)
    }

    /// A boundary that does not stand in any of the parts: the package's own, as long as it may be written and does not.
    pub(super) fn free_boundary(&self) -> Result<Cow<'static, str>> {
        let mut boundary = self.boundary.clone();
        while !self.is_free(&boundary)? {
            boundary = random_boundary().into();
        }
        Ok(boundary)
    }

    fn is_free(&self, boundary: &str) -> Result<bool> {
        if !may_be_written(boundary) {
            return Ok(false);
        }
        let delimiter = Delimiter::new(boundary)?;
        let mut all = self.parts.iter().chain([&self.root]);
        Ok(!all.any(|part| delimiter.stands_in(part.content())))
    }
}

impl<'a> Multipart<Whole<'a>> {
    /// The next part, with its content.
    fn next_held_part(&mut self) -> Result<Option<Part<'a>>> {
        let Some((header, mut decoder)) = self.next_part()? else {
            return Ok(None);
        };
        let length = self.content_length()?;
        let bytes = self.window.take(length);
        self.done_with(length);
        if decoder.is_identity() {
            return Ok(Some(Part::of_header(header, Cow::Borrowed(bytes))));
        }
        let mut content = Vec::new();
        let result = decoder.decode(bytes, &mut content);
        result.map_err(|problem| self.content_error(problem))?;
        // What ends too early is not closed, whatever else it lacks: a stream says so, too.
        self.content_length()?;
        let result = decoder.finish();
        result.map_err(|problem| self.content_error(problem))?;
        Ok(Some(Part::of_header(header, Cow::Owned(content))))
    }
}

/// A reader of a document: its media type, its bytes, and the parts that it may refer to, if it may.
pub(super) fn reader<'a>(
    content_type: Option<&str>,
    content: Cow<'a, [u8]>,
    parts: Option<Parts<'a>>,
    options: &ReadOptions,
) -> Result<Reader<'a>> {
    let options = options
        .clone()
        .content_type(content_type.unwrap_or_default());
    let reader = match content {
        Cow::Borrowed(bytes) => Reader::from_slice_with(bytes, &options)?,
        Cow::Owned(bytes) => Reader::from_vec_with(bytes, &options)?,
    };
    Ok(reader.with_parts(parts))
}

/// The part with the document: the one of the content id that `start` names, or the first one.
fn take_root<'a>(parts: &mut Vec<Part<'a>>, start: Option<&str>) -> Result<Part<'a>> {
    let number = match start {
        None => (!parts.is_empty()).then_some(0),
        Some(start) => parts
            .iter()
            .position(|part| part.content_id() == Some(start)),
    };
    number.map(|number| parts.remove(number)).ok_or_else(|| {
        let problem = match start {
            Some(start) => PackageProblem::NoRoot(excerpt(start)),
            None => PackageProblem::NoPart,
        };
        Error::new(ErrorKind::Package(problem))
    })
}

/// The document is of the media type that the package says (RFC 2387 section 3.1).
pub(super) fn check_root(found: Option<&str>, expected: Option<&str>) -> Result<()> {
    match (found, expected) {
        (Some(found), Some(expected)) if !found.eq_ignore_ascii_case(expected) => {
            let (found, expected) = (excerpt(found), excerpt(expected));
            let problem = PackageProblem::WrongRoot { found, expected };
            Err(Error::new(ErrorKind::Package(problem)))
        }
        _ => Ok(()),
    }
}
