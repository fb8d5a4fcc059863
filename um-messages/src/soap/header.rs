//! Header blocks: reading them, and what must be understood.

use std::ops::{Deref, DerefMut};

use super::version::SoapVersion;
use crate::error::{Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::bind::{
    Children, Claim, End, Open, Part, ReadFields, Root, WriteFields, Yes, refuse_attributes,
    skip_unknown,
};
use crate::xml::namespace::{Table, TypeInfo};
use crate::xml::{
    ElementName, NamespaceId, ReadElement, Reader, StartTagExtras, WriteElement, Writer,
};

/// A header block with SOAP's own attributes.
///
/// A field of a struct of header blocks has it where a plain `T` does not do: to mark a block that
/// must be understood, or to see who a block is for. The attributes belong to the envelope's own
/// namespace (SOAP 1.1 section 4.2, SOAP 1.2 part 1 section 5.2).
///
/// ```
/// use um_messages::{Envelope, SoapType, soap::Block, um};
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:tx")]
/// struct Headers {
///     transaction: Block<u32>,
/// }
///
/// let xml = Envelope::new(um::Disconnect { call_id: "MDlk".into() })
///     .with_header(Headers { transaction: Block::new(5).with_must_understand(true) })
///     .to_xml()?;
/// assert!(xml.contains(r#"<Transaction xmlns="urn:tx" soap:mustUnderstand="1">5</Transaction>"#));
///
/// let headers = Envelope::<um::Disconnect, Headers>::from_xml(&xml)?.header;
/// assert_eq!(*headers.transaction, 5);
/// assert!(headers.transaction.must_understand());
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block<T> {
    content: T,
    must_understand: bool,
    role: Option<String>,
    relay: bool,
}

impl<T> Block<T> {
    /// A block without attributes.
    #[must_use]
    pub const fn new(content: T) -> Self {
        Self {
            content,
            must_understand: false,
            role: None,
            relay: false,
        }
    }

    /// The same block, which the receiver must understand or refuse the message, or need not. Default: `false`.
    #[must_use]
    pub const fn with_must_understand(mut self, must_understand: bool) -> Self {
        self.must_understand = must_understand;
        self
    }

    /// The same block for a role: the attribute `actor` of SOAP 1.1, `role` of SOAP 1.2.
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// The same block, which an intermediary that does not understand it passes on, or does not (SOAP 1.2). Default:
    /// `false`.
    #[must_use]
    pub const fn with_relay(mut self, relay: bool) -> Self {
        self.relay = relay;
        self
    }

    /// Whether the receiver must understand the block.
    #[must_use]
    pub const fn must_understand(&self) -> bool {
        self.must_understand
    }

    /// Whom the block is for, if it says so.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }

    /// Whether the block is passed on by who does not understand it.
    #[must_use]
    pub const fn relay(&self) -> bool {
        self.relay
    }

    /// The same block with what a function makes of its content.
    #[must_use]
    pub fn map<U>(self, content: impl FnOnce(T) -> U) -> Block<U> {
        Block {
            content: content(self.content),
            must_understand: self.must_understand,
            role: self.role,
            relay: self.relay,
        }
    }

    /// What the block has.
    #[must_use]
    pub fn into_content(self) -> T {
        self.content
    }
}

impl<T> Deref for Block<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

impl<T> DerefMut for Block<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.content
    }
}

impl<'de, T: ReadElement<'de>> ReadElement<'de> for Block<T> {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        let Attributes {
            must_understand,
            role,
            relay,
        } = Attributes::read(reader)?;
        Ok(Self {
            content: T::read_element(reader)?,
            must_understand,
            role,
            relay,
        })
    }
}

impl<T: WriteElement> WriteElement for Block<T> {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        let Some(version) = SoapVersion::from_namespace(writer.document_namespace()) else {
            writer.fail("a header block, where there is no envelope".to_owned());
            return;
        };
        let mut on_next = StartTagExtras::default();
        let mut add = |local, value: &str| {
            on_next
                .attributes
                .push((version.namespace(), local, value.to_owned()));
        };
        if self.must_understand {
            // Both versions have `1`, and SOAP 1.1 has nothing else (WS-I R1013).
            add("mustUnderstand", "1");
        }
        if let Some(role) = &self.role {
            add(version.role_attribute(), role);
        }
        if self.relay && version == SoapVersion::V1_2 {
            add("relay", "true");
        }
        writer.on_next(on_next);
        self.content.write_element(writer, name);
    }

    const TABLE: Table = T::TABLE;

    crate::__described! {
        T::description()
    }
}

/// A struct of header blocks, as it is read from a Header: a struct with `#[derive(SoapType)]` whose fields are
/// elements with a namespace of their own, or `()` for none.
///
/// ```
/// use um_messages::soap::{Envelope, ReadHeaders};
/// use um_messages::um;
///
/// fn headers<'de, H: ReadHeaders<'de>>(xml: &'de str) -> um_messages::Result<H> {
///     Ok(Envelope::<um::Disconnect, H>::from_xml(xml)?.header)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct of header blocks",
    note = "header blocks are the fields of a struct with `#[derive(SoapType)]`: elements with a namespace of their own, and nothing else",
    note = "add `#[soap(namespace = \"...\")]` to the struct, mark a block in no namespace `unqualified`, and remove attributes, text and `inner`"
)]
pub trait ReadHeaders<'de>: ReadFields<'de> {}

#[diagnostic::do_not_recommend]
impl<'de, H: ReadFields<'de> + WriteFields<AsHeader = Yes>> ReadHeaders<'de> for H {}

/// A struct of header blocks, as it is written into a Header; the counterpart of [`ReadHeaders`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct of header blocks",
    note = "header blocks are the fields of a struct with `#[derive(SoapType)]`: elements with a namespace of their own, and nothing else",
    note = "add `#[soap(namespace = \"...\")]` to the struct, mark a block in no namespace `unqualified`, and remove attributes, text and `inner`"
)]
pub trait WriteHeaders: WriteFields {}

#[diagnostic::do_not_recommend]
impl<H: WriteFields<AsHeader = Yes>> WriteHeaders for H {}

/// SOAP's attributes of a header block.
struct Attributes {
    must_understand: bool,
    role: Option<String>,
    relay: bool,
}

impl Attributes {
    /// Those of the element that the reader stands in. Only attributes in the envelope's own
    /// namespace count, and those of its version (SOAP 1.2 part 1 section 5.2.3).
    fn read(reader: &Reader<'_>) -> Result<Self> {
        let mut attributes = Self {
            must_understand: false,
            role: None,
            relay: false,
        };
        let soap = reader.document_namespace();
        let Some(version) = SoapVersion::from_namespace(reader.uri(soap)) else {
            return Ok(attributes);
        };
        for index in 0..reader.attribute_count() {
            let is = |local| reader.attribute_is(index, soap, local);
            if is("mustUnderstand") {
                attributes.must_understand = reader.attribute_text(index)?.parse()?;
            } else if is(version.role_attribute()) {
                attributes.role = Some(reader.attribute_text(index)?.token().to_owned());
            } else if is("relay") && version == SoapVersion::V1_2 {
                attributes.relay = reader.attribute_text(index)?.parse()?;
            }
        }
        Ok(attributes)
    }

    /// Whether the block is for us, who are the ultimate receiver and, as every node, `next`
    /// (SOAP 1.1 section 4.2.2, SOAP 1.2 part 1 section 2.2), and act in these roles. Nobody acts in the role `none`.
    fn is_for_us(&self, version: SoapVersion, roles: &[String]) -> bool {
        const ULTIMATE_RECEIVER: &str =
            "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver";
        const NONE: &str = "http://www.w3.org/2003/05/soap-envelope/role/none";
        let role = self.role.as_deref().unwrap_or_default();
        let ours = match version {
            SoapVersion::V1_1 => role.is_empty(),
            SoapVersion::V1_2 => role.is_empty() || role == ULTIMATE_RECEIVER,
        };
        let is_acted_in = || role != NONE && roles.iter().any(|known| known == role);
        ours || role == version.next_role() || is_acted_in()
    }
}

/// Whether the block that the reader stands in is for us, and must be understood.
#[cfg(feature = "signature")]
pub(super) fn must_be_understood(reader: &Reader<'_>, version: SoapVersion) -> Result<bool> {
    let attributes = Attributes::read(reader)?;
    let for_us = attributes.is_for_us(version, &reader.options().context().roles);
    Ok(attributes.must_understand && for_us)
}

/// What may help where a block is not understood.
const UNDERSTANDING: &str =
    "understood is what is a field of the header's struct, or named by `ReadOptions::understand`";

/// What a Header has said.
pub(super) struct Header<H> {
    /// The blocks, or why they cannot be read. The Body comes before that: it may have a fault.
    pub(super) blocks: Result<H>,
    /// Why the message must be refused: an attribute of SOAP's own is wrong, or blocks that must
    /// be understood are not.
    pub(super) refused: Option<Error>,
}

impl<H> Header<H> {
    /// That of an envelope without one; the reader stands in the Body.
    pub(super) fn absent<'de>(reader: &Reader<'de>) -> Self
    where
        H: ReadFields<'de>,
    {
        let hint = |error: Error| error.with_hint("the envelope has no Header".to_owned());
        let blocks = Open::<H>::start().finish(reader).map_err(hint);
        Self {
            blocks,
            refused: None,
        }
    }

    /// Reads the Header that the reader stands in.
    pub(super) fn read<'de>(reader: &mut Reader<'de>, version: SoapVersion) -> Result<Self>
    where
        H: ReadFields<'de>,
    {
        if const { H::INFO.asks_for_position() } {
            reader.with_position(|reader| Self::read_blocks(reader, version))
        } else {
            Self::read_blocks(reader, version)
        }
    }

    fn read_blocks<'de>(reader: &mut Reader<'de>, version: SoapVersion) -> Result<Self>
    where
        H: ReadFields<'de>,
    {
        let mut blocks = Blocks::<H> {
            failed: refuse_attributes(H::INFO, reader).err(),
            ..Blocks::default()
        };
        let namespace = match H::INFO.namespace {
            Some(uri) => reader.namespace(uri),
            None => NamespaceId::NONE,
        };
        let depth = reader.depth();
        while reader.next_child()? {
            if let Err(error) = blocks.read(reader, namespace, version) {
                if reader.is_broken() {
                    return Err(error);
                }
                if blocks.failed.is_none() {
                    blocks.failed = Some(error.in_block(reader.name_at(depth)));
                }
                reader.skip_to_end_of(depth + 1)?;
            }
        }
        Ok(blocks.finish(reader))
    }
}

/// What has been read of the blocks so far.
struct Blocks<'de, H: ReadFields<'de>> {
    open: Open<'de, H>,
    failed: Option<Error>,
    /// The first reason to refuse the message.
    refused: Option<Error>,
    has_wrong_attribute: bool,
    not_understood: Vec<QName>,
    /// The names of blocks for other nodes that fields have, for want of one for us.
    of_others: Vec<QName>,
}

impl<'de, H: ReadFields<'de>> Default for Blocks<'de, H> {
    fn default() -> Self {
        Self {
            open: Open::start(),
            failed: None,
            refused: None,
            has_wrong_attribute: false,
            not_understood: Vec::new(),
            of_others: Vec::new(),
        }
    }
}

impl<'de, H: ReadFields<'de>> Blocks<'de, H> {
    fn read(
        &mut self,
        reader: &mut Reader<'de>,
        namespace: NamespaceId,
        version: SoapVersion,
    ) -> Result<()> {
        let attributes = match Attributes::read(reader) {
            Ok(attributes) => attributes,
            Err(error) => {
                // It comes before what must be understood (SOAP 1.2 part 1 section 5.2.3).
                if !self.has_wrong_attribute {
                    self.has_wrong_attribute = true;
                    self.not_understood.clear();
                    self.refused = Some(error);
                }
                return reader.skip();
            }
        };
        let for_us = attributes.is_for_us(version, &reader.options().context().roles);
        let mandatory = attributes.must_understand && for_us;
        let depth = reader.depth();
        let part = Part::element(namespace);
        let beside_others = !for_us || !self.of_others.is_empty();
        let block = beside_others.then(|| reader.name());
        let claim = match &block {
            // The order of blocks means nothing: ours counts, wherever it stands.
            Some(name) if for_us && self.of_others.contains(name) => {
                self.open.offer(&part.replacing(), reader)
            }
            _ => self.open.offer(&part, reader),
        };
        match claim {
            Ok(Claim::No) => {}
            Ok(_) => {
                if let Some(name) = block {
                    self.note_claimed(name, for_us);
                }
                return Ok(());
            }
            // A block for another node can be seen, and what is wrong with it is not our concern.
            Err(_) if !for_us && !reader.is_broken() => return reader.skip_to_end_of(depth),
            Err(error) => return Err(error),
        }
        let name = block.unwrap_or_else(|| reader.name());
        let options = reader.options();
        if options.context().understood.contains(&name) {
            return if self.offer_as_any(&part, reader)? {
                Ok(())
            } else {
                reader.skip()
            };
        }
        if mandatory && !options.ignore_must_understand {
            self.refuse(reader, name);
            return reader.skip_unclaimed();
        }
        if self.offer_as_any(&part, reader)? {
            return Ok(());
        }
        skip_unknown(H::INFO, reader)
    }

    /// Notes whether the block that a field has now is for another node. There are no more names than fields have.
    fn note_claimed(&mut self, name: QName, for_us: bool) {
        if for_us {
            self.of_others.retain(|other| *other != name);
        } else if !self.of_others.contains(&name) {
            self.of_others.push(name);
        }
    }

    /// Offers a block that no field has claimed to the field for blocks of any name, if there is one.
    fn offer_as_any(&mut self, block: &Part, reader: &mut Reader<'de>) -> Result<bool> {
        Ok(self.open.offer_as_any(block, reader)?.is_mine())
    }

    fn refuse(&mut self, reader: &Reader<'_>, block: QName) {
        let at_first = || reader.error(ErrorKind::NotUnderstood(Vec::new()));
        let refused = self.refused.get_or_insert_with(at_first);
        if matches!(refused.kind(), ErrorKind::NotUnderstood(_)) {
            self.not_understood.push(block);
        }
    }

    /// The Header; the reader stands behind its end tag.
    fn finish(mut self, reader: &Reader<'de>) -> Header<H> {
        let blocks = match self.failed {
            Some(error) => Err(error),
            None => self.open.finish(reader),
        };
        let refused = self.refused.map(|error| match self.not_understood {
            names if names.is_empty() => error,
            names => error
                .with_kind(ErrorKind::NotUnderstood(names))
                .with_hint(UNDERSTANDING.to_owned()),
        });
        Header { blocks, refused }
    }
}

/// A struct of header blocks has blocks alone, each with a namespace of its own or marked as in none: that of SOAP must
/// not be theirs. Evaluated at compile time.
pub(super) const fn assert_blocks_alone<H: Root>() {
    assert!(
        H::INFO.inner.is_none() && H::INFO.content_model().has_blocks_alone(),
        "a struct of header blocks has elements with a namespace of their own, and nothing else; \
         help: add `#[soap(namespace = \"...\")]` to it, mark a block in no namespace `unqualified`, and remove attributes, text and `inner`"
    );
}

/// No header blocks.
impl Root for () {
    const INFO: &'static TypeInfo = TypeInfo::NONE;
}

impl ReadFields<'_> for () {
    type State = ();

    fn start() {}

    fn finish((): &mut (), _: End<'_, '_>) -> Result<Self> {
        Ok(())
    }
}

impl WriteFields for () {
    type AsHeader = Yes;

    fn write_content(&self, _: &mut Children<'_>) {}
}
