//! How to read: limits, and what to forgive.

use super::media_type;
use crate::qname::QName;

/// How a message is read: limits, what is understood, and what is forgiven.
///
/// The limits bound the work that a peer can cause. Exceeding one is an error that names it
/// ([`ErrorKind::Limit`](crate::ErrorKind::Limit)).
///
/// ```
/// use um_messages::ReadOptions;
///
/// let options = ReadOptions::new().max_depth(16).deny_unknown_fields(true);
/// # let _ = options;
/// ```
#[derive(Clone, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are switches, each on its own"
)]
pub struct ReadOptions {
    pub(crate) max_depth: usize,
    pub(crate) max_attributes: usize,
    pub(crate) max_namespaces: usize,
    pub(crate) max_children: usize,
    pub(crate) max_text: usize,
    pub(crate) max_uri: usize,
    pub(crate) max_nodes: usize,
    pub(crate) max_bytes: u64,
    pub(crate) max_token: usize,
    pub(crate) max_repeated: usize,
    pub(crate) deny_unknown_fields: bool,
    pub(crate) resolve_references: bool,
    pub(crate) replace_illegal_characters: bool,
    pub(crate) allow_trailing_elements: bool,
    pub(crate) ignore_must_understand: bool,
    /// Apart, for each reader has a copy, and few have this.
    context: Option<Box<Context>>,
}

/// What is known of a message, and of who reads it, outside the message.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    pub(crate) charset: Option<String>,
    pub(crate) understood: Vec<QName>,
    pub(crate) roles: Vec<String>,
    /// The namespaces of the envelopes that are read; none for all that are known.
    pub(crate) envelopes: Vec<&'static str>,
    #[cfg(feature = "http")]
    pub(crate) any_media_type: bool,
    #[cfg(feature = "http")]
    pub(crate) check_action: bool,
    #[cfg(feature = "mtom")]
    pub(crate) package: PackageLimits,
}

/// How much of a package is read.
#[cfg(feature = "mtom")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct PackageLimits {
    pub(crate) parts: usize,
    pub(crate) part_headers: usize,
    pub(crate) part_header_bytes: usize,
    pub(crate) part_bytes: u64,
}

impl Context {
    const NONE: Self = Self {
        charset: None,
        understood: Vec::new(),
        roles: Vec::new(),
        envelopes: Vec::new(),
        #[cfg(feature = "http")]
        any_media_type: false,
        #[cfg(feature = "http")]
        check_action: false,
        #[cfg(feature = "mtom")]
        package: PackageLimits {
            parts: 1000,
            part_headers: 64,
            part_header_bytes: 16 * 1024,
            part_bytes: u64::MAX,
        },
    };
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// A setter for each option; they differ in nothing but the name, the type and the documentation.
macro_rules! setters {
    ($($(#[$docs:meta])* $option:ident: $type:ty;)*) => {
        $(
            $(#[$docs])*
            #[must_use]
            pub fn $option(mut self, $option: $type) -> Self {
                self.$option = $option;
                self
            }
        )*
    };
}

impl ReadOptions {
    /// The defaults, in one place of the program.
    pub(crate) const DEFAULT: &'static Self = &Self::new();

    /// The defaults: strict, and with limits that no real message meets.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            max_depth: 64,
            max_attributes: 256,
            max_namespaces: 256,
            max_children: usize::MAX,
            max_text: usize::MAX,
            max_uri: 256,
            max_nodes: 1_000_000,
            max_bytes: 64 * 1024 * 1024,
            max_token: 128 * 1024 * 1024,
            max_repeated: 1024 * 1024,
            deny_unknown_fields: false,
            resolve_references: false,
            replace_illegal_characters: false,
            allow_trailing_elements: false,
            ignore_must_understand: false,
            context: None,
        }
    }

    pub(crate) fn context(&self) -> &Context {
        static NONE: Context = Context::NONE;
        self.context.as_deref().unwrap_or(&NONE)
    }

    pub(crate) fn context_mut(&mut self) -> &mut Context {
        self.context.get_or_insert_with(|| Box::new(Context::NONE))
    }

    /// Those for what is kept of a document, whose limits it has met. What it is read as may be a type that holds itself, and that by
    /// functions that call themselves.
    pub(crate) fn of_kept() -> Self {
        Self {
            max_depth: Self::DEFAULT.max_depth,
            ..Self::unlimited()
        }
    }

    /// No limits but the length of the text, for what is gone through in loops, or has been written by the program itself.
    pub(crate) fn unlimited() -> Self {
        Self {
            max_depth: usize::MAX,
            max_attributes: usize::MAX,
            max_namespaces: usize::MAX,
            max_uri: usize::MAX,
            max_nodes: usize::MAX,
            ..Self::new()
        }
    }

    setters! {
        /// How many elements may be open at once. Default: 64.
        ///
        /// Types that hold themselves are read, written and dropped by functions that call themselves. At the default, the
        /// 2 MiB of stack that a thread of Rust has are enough for every derived type, however many fields it has, without
        /// optimization, too. A level takes up to 24 KiB then, each type that is flattened into another 2 KiB more;
        /// with optimization it takes up to 4 KiB, and less than 1 KiB if the type has few fields or very many. Who
        /// raises the limit for a type that holds itself reads it in a thread with more stack
        /// ([`stack_size`](std::thread::Builder::stack_size)): nobody watches the stack, and a program whose stack ends
        /// is aborted. What the program does itself with so deep a value, such as `clone`, `==` and `{:?}`, comes on top.
        ///
        /// An [`Element`](crate::xml::Element) may be of any depth, and so may what is skipped: they are gone through in
        /// loops. What an `Element` is read as is a type again: [`Element::read`](crate::xml::Element::read) has the default.
        max_depth: usize;
        /// How many attributes and namespace declarations a start tag may have. Default: 256.
        max_attributes: usize;
        /// How many namespace declarations may be in scope at once. Default: 256.
        max_namespaces: usize;
        /// How many child elements an element may have. Default: no limit beyond the input's size.
        max_children: usize;
        /// How many bytes (of UTF-8) a text or attribute value may have. Default: no limit beyond
        /// the input's size.
        max_text: usize;
        /// How many bytes (of UTF-8) a namespace URI may have. What is kept of a message may have to declare it again
        /// where it is written, so that this bounds how much longer a message can get. Default: 256.
        max_uri: usize;
        /// How many elements, attributes and texts may be kept as they stand, all of a document together:
        /// [`Element`](crate::xml::Element) and [`Attribute`](crate::xml::Attribute), and what a fault has. A node takes
        /// up to 120 bytes of memory besides its text. Default: 1,000,000.
        max_nodes: usize;
        /// How many bytes are read from an [`io::Read`](std::io::Read). Default: 64 MiB.
        max_bytes: u64;
        /// How many bytes (of UTF-8) a tag, a text without markup in it, a comment or a processing instruction
        /// may have that is read from a stream on the way
        /// ([`Reader::from_stream`](crate::xml::Reader::from_stream)). It bounds the memory that is needed, whatever
        /// [`max_bytes`](Self::max_bytes) allows. Default: 128 MiB, which the default of that does not reach.
        max_token: usize;
        /// How many bytes (of UTF-8) may be read again because several elements refer to one, if
        /// [references are resolved](Self::resolve_references): as many more than the document has. A namespace declaration around what is
        /// referred to counts as ten of them. Default: 1 MiB.
        max_repeated: usize;
        /// Makes unknown child elements and attributes an error in every type, as the key
        /// `deny_unknown_fields` does for one, and in an envelope as well: header blocks that no field has, and attributes of
        /// Envelope, Header and Body. A fault is read whatever it has.
        deny_unknown_fields: bool;
        /// Resolves references inside the document, as SOAP's own encoding has them: an element that is empty and has an attribute
        /// `href="#id"` is read as if it had the attributes and the content of the one whose `id` that is, wherever it
        /// stands (SOAP 1.1 section 5.4.1); and so with `ref` and `id` in the namespace of the encoding of SOAP 1.2 (part 2 section
        /// 3.1.5). What is referred to and stands beside the message in the Body is no second message then. `id` and `root` of what
        /// is referred to are not read.
        ///
        /// A reference to nothing, or back to what it stands in, is an error. The document is gone through twice, the second time
        /// no further than [`max_repeated`](Self::max_repeated) allows; a stream is read to its end first.
        ///
        /// ```
        /// use um_messages::{ReadOptions, SoapType, xml};
        ///
        /// #[derive(Debug, PartialEq, SoapType)]
        /// struct Call { caller: Vec<Person> }
        ///
        /// #[derive(Debug, PartialEq, SoapType)]
        /// struct Person { name: String }
        ///
        /// let xml = r##"<Call><Caller id="p"><Name>Ann</Name></Caller><Caller href="#p"/></Call>"##;
        /// let options = ReadOptions::new().resolve_references(true);
        /// let call: Call = xml::from_str_with(xml, &options)?;
        /// assert_eq!(call.caller[0], call.caller[1]);
        /// # Ok::<(), um_messages::Error>(())
        /// ```
        resolve_references: bool;
        /// Reads characters that XML does not allow, such as `&#x1A;`, as U+FFFD instead of
        /// refusing the message. Exchange is known to send them.
        replace_illegal_characters: bool;
        /// Skips elements behind the Body, which SOAP 1.1 once allowed and WS-I forbids (R1011).
        allow_trailing_elements: bool;
        /// Reads on where a header block must be understood and is not.
        ignore_must_understand: bool;
    }

    /// Says in which encoding bytes came, by a label such as `utf-8`: the `charset` of their media type. It counts before the XML
    /// declaration, for who passes bytes on may have transcoded them, and a byte order mark counts before both
    /// (RFC 7303 sections 3.2 and 3.3). Understood are UTF-8, UTF-16, ISO-8859-1, windows-1252 and US-ASCII; any other one is an error when reading. A
    /// text (`from_str`, `from_xml`) is decoded already, and takes no notice. Default: none, and the declaration counts.
    ///
    /// ```
    /// use um_messages::{ReadOptions, xml::Reader};
    ///
    /// let utf_8 = "<?xml version='1.0' encoding='iso-8859-1'?><Name>M\u{fc}ller</Name>".as_bytes();
    /// let options = ReadOptions::new().charset("utf-8");
    /// let mut reader = Reader::from_slice_with(utf_8, &options)?;
    /// reader.next_child()?;
    /// assert_eq!(reader.read::<String>()?, "M\u{fc}ller");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn charset(mut self, label: impl Into<String>) -> Self {
        self.context_mut().charset = Some(label.into());
        self
    }

    /// As [`charset`](Self::charset), from the value of HTTP's header field `Content-Type` (RFC 9110 section 8.3). If it names none, nothing
    /// is said.
    ///
    /// ```
    /// use um_messages::{ReadOptions, SoapMessage, um};
    ///
    /// # let body = um::DisconnectResponse {}.to_envelope()?.into_bytes();
    /// let options = ReadOptions::new().content_type("text/xml; charset=\"utf-8\"");
    /// let answer = um::DisconnectResponse::from_envelope_slice_with(&body, &options)?;
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn content_type(self, value: &str) -> Self {
        match media_type::parameter(value, "charset") {
            Some(label) => self.charset(label),
            None => self,
        }
    }

    /// Names header blocks that the caller deals with itself, so that `mustUnderstand` on them is
    /// no error. Adds to those named before.
    #[must_use]
    pub fn understand(mut self, blocks: &[QName]) -> Self {
        self.context_mut().understood.extend_from_slice(blocks);
        self
    }

    /// Names a role that the program acts in (SOAP 1.2 part 1 section 2.2; an `actor` in SOAP 1.1), beside those that every
    /// receiver of a message acts in: `next`, and that of the ultimate receiver. A header block for it that must be understood and is not is an
    /// error (section 2.6), as for those. Adds to those named before.
    ///
    /// ```
    /// use um_messages::{Envelope, ErrorKind, ReadOptions, um};
    ///
    /// let soap = "http://schemas.xmlsoap.org/soap/envelope/";
    /// let xml = format!(
    ///     "<s:Envelope xmlns:s='{soap}'><s:Header><t:Route xmlns:t='urn:t' s:mustUnderstand='1' \
    ///      s:actor='urn:router'/></s:Header><s:Body><IsUMEnabled xmlns='{}'/></s:Body></s:Envelope>",
    ///     um::NAMESPACE,
    /// );
    /// assert!(Envelope::<um::IsUMEnabled>::from_xml(&xml).is_ok());
    ///
    /// let options = ReadOptions::new().role("urn:router");
    /// let error = Envelope::<um::IsUMEnabled>::from_xml_with(&xml, &options).unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::NotUnderstood(_)));
    /// ```
    #[must_use]
    pub fn role(mut self, uri: impl Into<String>) -> Self {
        self.context_mut().roles.push(uri.into());
        self
    }
}
