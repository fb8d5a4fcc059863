//! Messages with parts beside them: MTOM, XOP, and SOAP Messages with Attachments.
//!
//! Bytes in a message are base64, which is a third longer than they are, and has to be held, checked and decoded. With MTOM they travel as they
//! are, in parts beside the envelope, and an `xop:Include` in the envelope stands for each. The types stay the same: `xml::Base64Binary`, and
//! fields with the key `base64`.
//!
//! ```
//! # #[cfg(feature = "http")] {
//! use um_messages::mtom::MtomOptions;
//! use um_messages::{Envelope, SoapMessage, SoapOperation, xml::Base64Binary};
//!
//! #[derive(Debug, PartialEq, SoapMessage)]
//! #[soap(namespace = "urn:archive", action = "urn:archive/Store", response = Stored)]
//! struct Store {
//!     name: String,
//!     content: Base64Binary,
//! }
//!
//! #[derive(Debug, PartialEq, SoapMessage)]
//! #[soap(namespace = "urn:archive")]
//! struct Stored {
//!     size: usize,
//! }
//!
//! // The client asks for it.
//! let store = Store { name: "logo.png".into(), content: vec![0x89; 5000].into() };
//! let envelope = Envelope::new(&store).with_mtom(MtomOptions::new());
//! let request = envelope.to_request("https://host/archive")?;
//! assert!(request.headers()["content-type"].to_str().unwrap().starts_with("multipart/related"));
//! assert!(request.body().len() < 6000);
//!
//! // The server reads it as any request, and the answer goes as the request came.
//! let read = Envelope::<Store>::from_request(request.method(), request.headers(), request.body())?;
//! assert_eq!(read.body, store);
//! let answer = read.reply(Stored { size: read.body.content.len() }).to_response()?;
//!
//! // So does the client read the answer.
//! let stored = store.read_response(answer.status(), answer.headers(), answer.body())?;
//! assert_eq!(stored.size, 5000);
//! # }
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! Over HTTP no more is needed. Without it, and for the parts themselves, there is [`Package`]; for parts that are not to be held, as a film that
//! goes from a file to a connection, [`PackageBody`] and [`PackageReader`], with [`Attachment`] as the field.
//!
//! # What becomes a part
//!
//! Bytes of `xs:base64Binary` that are all the content of an element, and more than the [threshold](MtomOptions::threshold). An attribute, an entry
//! of a list, a `cdata` field and `hex` are text as ever (XOP section 2.1), and so is what an [`xml::Element`](crate::xml::Element) has. (Read from a package, an `xop:Include` in one is an element as any, and
//! [`Package::read_element`] makes a value of it with the bytes.) The media
//! type of a part is that of the attribute `xmime:contentType` of its element, or `application/octet-stream`. A type of one's own whose text is
//! read by `Base64Binary` says so in [`ReadText::MAY_BE_PART`](crate::xml::ReadText::MAY_BE_PART).
//!
//! # What is checked
//!
//! | | |
//! |---|---|
//! | the media type | `multipart/related` with a boundary; its `type` is that of the document (RFC 2387 section 3.1), and `start` names a part (section 3.2) |
//! | boundaries | they stand on lines of their own, with CRLF, and the last one closes the package (RFC 2046 section 5.1.1) |
//! | parts | header fields, also folded ones; `7bit`, `8bit`, `binary`, `base64` and `quoted-printable`; no content id twice |
//! | `xop:Include` | stands alone in an element of base64, and its `href` is a `cid:` of a part that is there; white space and comments may be beside it |
//! | limits | [`max_parts`], [`max_part_headers`], [`max_part_header_bytes`], [`max_part_bytes`]; of all together [`max_bytes`]; of bytes that are referred to again [`max_repeated`] |
//!
//! Each failure is a [`PackageProblem`](crate::PackageProblem) or a limit, with the [byte](crate::Error::package_byte) of the package or the place in
//! the document. A service answers it with its fault, with status 400, 413 or 431 where HTTP refuses it. Parts that nobody refers to are kept in
//! a [`Package`], and are no error.
//!
//! What is left to the program: whether the bytes are what their media type says, and any signature: what is signed is the document with
//! the bytes as base64. The names in header fields, as of a file in `Content-Disposition`, come from outside, and must not become paths.
//!
//! # SOAP Messages with Attachments
//!
//! Where the document is an envelope as such (`text/xml`), no `xop:Include` stands for a part: a text or an attribute says `cid:…` (`swaRef` of WS-I's
//! Attachments Profile), and the field is a `String`. [`Package::part`] gives the part for it. Over HTTP such a message is read as any, without the parts: who
//! wants them reads the body as a `Package`.
//!
//! # What others call it
//!
//! | | |
//! |---|---|
//! | WCF | `messageEncoding="Mtom"` of a binding; `MtomMessageEncodingBindingElement` |
//! | CXF | the property `mtom-enabled`, and `mtom-threshold` |
//! | JAX-WS, Metro | `@MTOM(threshold = …)`, `MTOMFeature`; `@XmlMimeType` and `DataHandler` for what is not held, which is [`Attachment`] |
//! | Axis2 | `enableMTOM` |
//! | gSOAP | `SOAP_ENC_MTOM`; bytes with an `id` or a `type` are parts; streaming callbacks for what is not held |
//! | zeep | reads parts that a message refers to by itself; writes none |
//! | Spyne | `_mtom=True` of an operation |
//!
//! [`max_parts`]: crate::ReadOptions::max_parts
//! [`max_part_headers`]: crate::ReadOptions::max_part_headers
//! [`max_part_header_bytes`]: crate::ReadOptions::max_part_header_bytes
//! [`max_part_bytes`]: crate::ReadOptions::max_part_bytes
//! [`max_bytes`]: crate::ReadOptions::max_bytes
//! [`max_repeated`]: crate::ReadOptions::max_repeated

mod attachment;
mod boundary;
mod content_type;
mod envelope;
mod header;
mod multipart;
mod options;
mod package;
mod part;
mod receiving;
mod sending;
mod transfer;
mod window;

pub use self::attachment::Attachment;
#[cfg(feature = "http")]
pub(super) use self::content_type::{envelope_type, is_package, may_have_envelope};
pub use self::options::MtomOptions;
pub use self::package::Package;
pub use self::part::Part;
pub use self::receiving::{PackageReader, PartReader};
pub use self::sending::PackageBody;
