//! Writing an envelope.

use std::io;

use super::Envelope;
use super::settings::{PREFIX, Settings};
use crate::error::Result;
use crate::qname::SharedText;
use crate::soap::attributes::{self, Attributes};
use crate::soap::body::WriteBody;
use crate::soap::header::{self, WriteHeaders};
use crate::soap::version::SoapVersion;
use crate::xml::bind::write_fields_content;
use crate::xml::{self, Chunks, Writer};

impl<B, H> Envelope<B, H> {
    /// The envelope as a text: the XML declaration and everything, without white space between the
    /// elements.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML, or a prefix or a mapping is not possible.
    pub fn to_xml(&self) -> Result<String>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        self.write(Writer::new())
    }

    /// As [`to_xml`](Self::to_xml), into a text that is kept: what it held is replaced, and the room that it has is used again, so that
    /// a program that writes one envelope after the other need not allocate for each. Where there is an error, the text is empty.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`.
    ///
    /// ```
    /// use um_messages::{Envelope, um};
    ///
    /// let mut xml = String::new();
    /// for call_id in ["MDlk", "MDlm"] {
    ///     let request = um::GetCallInfo { call_id: call_id.into() };
    ///     Envelope::new(&request).to_xml_into(&mut xml)?;
    ///     assert!(xml.contains(call_id));
    /// }
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn to_xml_into(&self, xml: &mut String) -> Result<()>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        *xml = self.write(Writer::reusing(std::mem::take(xml)))?;
        Ok(())
    }

    /// As [`to_xml`](Self::to_xml), indented by two spaces.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`.
    pub fn to_xml_pretty(&self) -> Result<String>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        xml::pretty(&self.to_xml()?)
    }

    /// As [`to_xml`](Self::to_xml), as bytes in UTF-8.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`.
    pub fn to_vec(&self) -> Result<Vec<u8>>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        self.to_xml().map(String::into_bytes)
    }

    /// Writes the envelope to a stream, in UTF-8.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`, before anything is written, and those of the stream.
    pub fn write_to(&self, mut out: impl io::Write) -> Result<()>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        Ok(out.write_all(self.to_xml()?.as_bytes())?)
    }

    /// As [`write_to`](Self::write_to), chunk by chunk, so that neither the text is held nor the items of an
    /// [`Iter`](crate::xml::Iter). The chunks together are what [`to_xml`](Self::to_xml) writes, but that a prefix which several elements of
    /// no type or qualified names need is declared on each.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`, and those of the stream. An error of what stands in no `Iter` comes before anything is written. Behind another one
    /// nothing is written, so that the document lacks its end, and is none.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapMessage, xml::Iter};
    ///
    /// #[derive(SoapMessage)]
    /// #[soap(namespace = "urn:log")]
    /// struct Log<'a> {
    ///     line: Iter<'a, String>,
    /// }
    ///
    /// let line = Iter::new((1..=100_000).map(|n| format!("line {n}")));
    /// let mut out = Vec::new(); // or a file, or a connection
    /// Envelope::new(Log { line }).stream_to(&mut out)?;
    /// assert!(out.ends_with(b"<Line>line 100000</Line></Log></soap:Body></soap:Envelope>"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn stream_to(&self, mut out: impl io::Write) -> Result<()>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        let mut chunks = Chunks::new(|writer: &mut Writer| self.write_into(writer));
        chunks.try_for_each(|chunk| Ok(out.write_all(&chunk?)?))
    }

    /// As [`stream_to`](Self::stream_to), as chunks of some ten thousand bytes, each made when it is asked for: for a body of HTTP that is
    /// sent on the way. Behind an error there is none.
    ///
    /// It is the envelope alone, with its bytes as base64, whatever `with_mtom` says. A package (feature `mtom`) is sent on the way by `mtom::PackageBody`;
    /// references to parts of one (`mtom::Attachment::Part`) are written here as well, for who makes the package.
    pub fn into_chunks(self) -> impl Iterator<Item = Result<Vec<u8>>>
    where
        B: WriteBody,
        H: WriteHeaders,
    {
        Chunks::new(move |writer: &mut Writer| self.write_into(writer))
    }
}

impl<B: WriteBody, H: WriteHeaders> Envelope<B, H> {
    pub(in crate::soap) fn write(&self, mut writer: Writer) -> Result<String> {
        self.write_into(&mut writer)?;
        writer.finish()
    }

    pub(in crate::soap) fn write_into(&self, writer: &mut Writer) -> Result<()> {
        const { header::assert_blocks_alone::<H>() };
        if const { H::INFO.fields.is_empty() } && self.settings.are_usual() {
            write_alone(&self.body, self.settings.version, writer);
            return Ok(());
        }
        self.settings.check()?;
        for (from, to) in &self.settings.mapped {
            writer.map_namespace(from, to);
        }
        write_envelope(writer, &self.settings, &self.header, &self.body);
        Ok(())
    }
}

/// A message alone in an envelope, as a text.
pub(in crate::soap) fn write<B: WriteBody>(
    body: &B,
    version: SoapVersion,
    mut writer: Writer,
) -> Result<String> {
    write_alone(body, version, &mut writer);
    writer.finish()
}

/// A message alone in an envelope. What stands around it is known beforehand: that is a quarter of writing a small one.
///
/// One copy for all messages.
fn write_alone(body: &dyn WriteBody, version: SoapVersion, writer: &mut Writer) {
    let (start, ends) = version.envelope_with_body();
    writer.enclosed(PREFIX, version.namespace(), (start, ends), |writer| {
        body.write_body(writer);
    });
}

fn write_envelope<H: WriteHeaders>(
    writer: &mut Writer,
    settings: &Settings,
    header: &H,
    body: &dyn WriteBody,
) {
    let uri = SharedText::Static(settings.version.namespace());
    let prefix = &settings.prefix;
    let Attributes {
        envelope: of_envelope,
        header: of_header,
        body: of_body,
    } = settings.attributes();
    if settings.has_xml_declaration {
        writer.push_raw(SoapVersion::XML_DECLARATION);
    }
    writer.element(prefix, &uri, "Envelope", |writer| {
        for (prefix, uri) in &settings.declarations {
            writer.declare_prefix(prefix, uri);
        }
        attributes::write(of_envelope, writer);
        let write_header = |writer: &mut Writer| {
            attributes::write(of_header, writer);
            write_fields_content(header, writer);
        };
        if settings.has_empty_header || !of_header.is_empty() {
            writer.element(prefix, &uri, "Header", write_header);
        } else {
            writer.element_with_content(prefix, &uri, "Header", write_header);
        }
        writer.element(prefix, &uri, "Body", |writer| {
            attributes::write(of_body, writer);
            body.write_body(writer);
        });
    });
}
