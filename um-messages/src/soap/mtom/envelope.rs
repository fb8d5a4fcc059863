//! Envelopes in packages.

use super::content_type;
use super::options::{MtomOptions, content_id_suffix};
use super::package::Package;
use super::part::Part;
use crate::error::Result;
use crate::soap::body::ReadBody;
use crate::soap::header::{ReadHeaders, WriteHeaders};
use crate::soap::{Envelope, SoapMessage};
use crate::xml::write::{Extracted, ExtractedPart};
use crate::xml::{ReadOptions, Writer};

impl<B: SoapMessage, H: WriteHeaders> Envelope<B, H> {
    /// The envelope as the document of a package, and beside it parts: the bytes of each `xs:base64Binary` that are all the content of an
    /// element, and more than the [threshold](MtomOptions::threshold) (SOAP Message Transmission Optimization Mechanism section 3.1).
    ///
    /// The media type of a part is what the attribute `xmime:contentType` of its element says, or `application/octet-stream`.
    ///
    /// # Errors
    ///
    /// Those of [`to_xml`](Self::to_xml).
    pub fn to_package(&self) -> Result<Package<'static>> {
        let defaults = MtomOptions::new();
        let options = self.mtom().unwrap_or(&defaults);
        let boundary = options.get_boundary();
        let suffix = content_id_suffix(&boundary);
        let root_id = format!("0@{suffix}");
        let extracted = Extracted::new(options.get_threshold(), suffix);
        let mut writer = Writer::extracting(extracted);
        self.write_into(&mut writer)?;
        let parts = writer.take_extracted();
        let root_type = content_type::root_type(self.version(), self.body.action());
        let root = Part::new(root_id, root_type, writer.finish()?.into_bytes());
        let package = Package::new(root).with_boundary(boundary);
        Ok(parts
            .into_iter()
            .map(Part::from)
            .fold(package, Package::with_part))
    }
}

impl From<ExtractedPart> for Part<'static> {
    fn from(part: ExtractedPart) -> Self {
        let media_type = part.media_type;
        let media_type = media_type.unwrap_or_else(|| "application/octet-stream".to_owned());
        Self::new(part.content_id, media_type, part.bytes)
    }
}

impl<'de, B: ReadBody<'de>, H: ReadHeaders<'de>> Envelope<B, H> {
    /// Reads the envelope in a package, with the bytes of the parts that it refers to. Texts are borrowed from the package.
    ///
    /// # Errors
    ///
    /// Those of [`from_slice`](Self::from_slice), and if the envelope refers to a part that there is not.
    pub fn from_package(package: &'de Package<'_>) -> Result<Self> {
        Self::from_package_with(package, ReadOptions::DEFAULT)
    }

    /// As [`from_package`](Self::from_package), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_package`, and if a limit is exceeded.
    pub fn from_package_with(package: &'de Package<'_>, options: &ReadOptions) -> Result<Self> {
        let envelope = Self::read(&mut package.reader(options)?)?;
        Ok(envelope.in_kind(package.is_xop()))
    }

    /// Reads the envelope in the package that has come.
    #[cfg(feature = "http")]
    pub(in crate::soap) fn from_multipart_with(
        content_type: &str,
        package: &'de [u8],
        options: &ReadOptions,
    ) -> Result<Self> {
        let package = Package::read_with(content_type, package, options)?;
        let is_xop = package.is_xop();
        let envelope = Self::read(&mut package.into_reader(options)?)?;
        Ok(envelope.in_kind(is_xop))
    }
}

impl<B, H> Envelope<B, H> {
    /// Lets the answer be sent in a package, if the request has come in one.
    pub(super) fn in_kind(self, is_xop: bool) -> Self {
        if is_xop {
            self.with_mtom(MtomOptions::new())
        } else {
            self
        }
    }
}
