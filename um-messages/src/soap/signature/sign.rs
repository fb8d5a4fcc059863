//! Signs the parts of an envelope.

use std::collections::{BTreeMap, BTreeSet};

use super::SignedPart;
use super::places::{EnvelopePlaces, problem};
use super::token::{KeyReference, X509_V3, key_info};
use crate::error::{Result, SignatureProblem};
use crate::soap::security::{BASE64, WSSE, WSU, text_of};
use crate::soap::{Envelope, WriteBody, WriteHeaders};
use crate::xml::canonical::Canonicalization;
use crate::xml::signature::{
    Certificate, Insertion, Place, Signer, SigningKey, is_identifier, of_element, place_of_id,
    places,
};
use crate::xml::{ReadOptions, Reader};

/// Signs envelopes: the Body, the `Timestamp` if there is one, and header blocks that are named.
///
/// The signature stands in the header block `wsse:Security`, behind what is in that already; if there is none, it is made. What is
/// signed gets a `wsu:Id`, if it has none.
///
/// ```
/// use um_messages::soap::signature::EnvelopeSigner;
/// use um_messages::xml::signature::{Certificate, RsaKey};
/// use um_messages::{Envelope, um};
///
/// # let (key, certificate) = (include_str!("../../../tests/keys/rsa.key.pem"), include_str!("../../../tests/keys/rsa.certificate.pem"));
/// let (key, certificate) = (RsaKey::from_pem(key)?, Certificate::from_pem(certificate)?);
/// let signer = EnvelopeSigner::new(&key, &certificate);
/// let signed = signer.sign(&Envelope::new(um::IsUMEnabled {}))?;
/// assert!(signed.contains("<wsse:BinarySecurityToken "));
/// assert!(signed.contains("<soap:Body xmlns:wsu="));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct EnvelopeSigner<'k> {
    signer: Signer<'k>,
    certificate: Certificate,
    reference: KeyReference,
    parts: Vec<SignedPart>,
}

impl<'k> EnvelopeSigner<'k> {
    /// A signer with this key, whose certificate is sent with the message.
    #[must_use]
    pub fn new(key: &'k dyn SigningKey, certificate: &Certificate) -> Self {
        Self {
            signer: Signer::new(key),
            certificate: certificate.clone(),
            reference: KeyReference::Token,
            parts: Vec::new(),
        }
    }

    /// The same, whose signatures name the certificate in this way.
    #[must_use]
    pub fn with_reference(mut self, reference: KeyReference) -> Self {
        self.reference = reference;
        self
    }

    /// The same, which signs this as well. It has to be there.
    #[must_use]
    pub fn sign_part(mut self, part: SignedPart) -> Self {
        self.parts.push(part);
        self
    }

    /// The same, which canonicalizes in this way, as some peers want it: exclusively with
    /// [prefixes](Canonicalization::with_inclusive_prefixes) that values use, for instance. Default: exclusively.
    #[must_use]
    pub fn with_canonicalization(mut self, canonicalization: Canonicalization) -> Self {
        self.signer = self.signer.with_canonicalization(canonicalization);
        self
    }

    /// The envelope as a text, signed.
    ///
    /// # Errors
    ///
    /// Those of [`Envelope::to_xml`] and of [`sign_xml`](Self::sign_xml).
    pub fn sign<B: WriteBody, H: WriteHeaders>(&self, envelope: &Envelope<B, H>) -> Result<String> {
        self.sign_xml(&envelope.to_xml()?)
    }

    /// An envelope that is a text, signed. A signature that it has already stays, and makes it one that is not accepted.
    ///
    /// # Errors
    ///
    /// If it is no envelope, if something is not there that has to be signed ([`SignatureProblem::NotSigned`]), or if the key cannot sign.
    pub fn sign_xml(&self, xml: &str) -> Result<String> {
        let options = ReadOptions::unlimited();
        let envelope = EnvelopePlaces::find(xml, &options)?;
        let wanted = self.places(&envelope)?;
        let mut names = Names::of(xml, &options)?;
        let tags = identified(xml, &options, &wanted, &mut names)?;
        let token = names.next();
        let mut edits: Vec<Edit> = tags.iter().filter_map(|tag| tag.edit.clone()).collect();
        edits.push(self.security(&envelope, xml, &token));
        let prepared = edited(xml, edits);

        let envelope = EnvelopePlaces::find(&prepared, &options)?;
        let Some(security) = &envelope.security else {
            return Err(problem(SignatureProblem::Missing));
        };
        let mut parts = Vec::with_capacity(tags.len());
        for tag in tags {
            let place = place_of_id(&prepared, &options, &tag.id)?;
            parts.push((format!("#{}", tag.id), of_element(&place), false));
        }
        let key_info = key_info(&self.certificate, self.reference, &token)?;
        let by_key = self.signer.clone().with_key_info(key_info);
        let insertion = Insertion::at_end_of(security, &prepared);
        by_key.sign(&prepared, &insertion, &parts)
    }

    /// Where what is signed stands.
    fn places<'e>(&self, envelope: &'e EnvelopePlaces) -> Result<Vec<&'e Place>> {
        let mut found = envelope.of_part(&SignedPart::Timestamp);
        for part in &self.parts {
            let places = envelope.of_part(part);
            if places.is_empty() {
                return Err(problem(SignatureProblem::NotSigned(part.to_string())));
            }
            found.extend(places);
        }
        found.push(&envelope.body);
        let mut known = BTreeSet::new();
        found.retain(|place| known.insert(place.start));
        Ok(found)
    }

    /// The header block, or what comes into it before the signature.
    fn security(&self, envelope: &EnvelopePlaces, xml: &str, token: &str) -> Edit {
        let token = match self.reference {
            KeyReference::Token => self.token(token),
            _ => String::new(),
        };
        if let Some(security) = &envelope.security {
            return Insertion::at_end_of(security, xml).to_edit(&token);
        }
        let (wsse, soap) = (WSSE.uri(), envelope.version.namespace());
        let security = format!(
            "<wsse:Security xmlns:wsse=\"{wsse}\" xmlns:soap=\"{soap}\" soap:mustUnderstand=\"1\">{token}</wsse:Security>"
        );
        if let Some(header) = &envelope.header {
            return Insertion::at_end_of(header, xml).to_edit(&security);
        }
        let tag = xml.get(envelope.body.start + 1..).unwrap_or_default();
        let prefix = tag.split("Body").next().unwrap_or_default();
        let header = format!("<{prefix}Header>{security}</{prefix}Header>");
        Insertion::at(envelope.body.start).to_edit(&header)
    }

    fn token(&self, id: &str) -> String {
        let (wsse, wsu) = (WSSE.uri(), WSU.uri());
        let bytes = text_of(self.certificate.der());
        format!(
            "<wsse:BinarySecurityToken xmlns:wsse=\"{wsse}\" xmlns:wsu=\"{wsu}\" EncodingType=\"{BASE64}\" \
             ValueType=\"{X509_V3}\" wsu:Id=\"{id}\">{bytes}</wsse:BinarySecurityToken>"
        )
    }
}

/// A text in the place of another one: where that begins and ends.
type Edit = (usize, usize, String);

fn edited(xml: &str, mut edits: Vec<Edit>) -> String {
    edits.sort();
    let mut out = String::with_capacity(xml.len());
    let mut copied = 0;
    for (start, end, text) in edits {
        out.push_str(xml.get(copied..start).unwrap_or_default());
        out.push_str(&text);
        copied = end;
    }
    out.push_str(xml.get(copied..).unwrap_or_default());
    out
}

/// An element that is signed: its identifier, and the edit that gives it one.
struct Identified {
    id: String,
    edit: Option<Edit>,
}

/// The elements that begin at these places, in the order of these, each with an identifier.
fn identified(
    xml: &str,
    options: &ReadOptions,
    wanted: &[&Place],
    names: &mut Names,
) -> Result<Vec<Identified>> {
    let starts: BTreeSet<usize> = wanted.iter().map(|place| place.start).collect();
    let mut by_start = BTreeMap::new();
    places(xml, options, |reader| {
        let start = reader.token_range().0;
        if starts.contains(&start) {
            by_start.insert(start, identify(reader, start, names)?);
        }
        Ok(false)
    })?;
    let found = wanted
        .iter()
        .filter_map(|place| by_start.remove(&place.start));
    Ok(found.collect())
}

fn identify(reader: &Reader<'_>, start: usize, names: &mut Names) -> Result<Identified> {
    for index in 0..reader.attribute_count() {
        if reader.attribute_is_in(index, WSU.uri(), "Id") {
            let id = reader.attribute_value(index)?.into_owned();
            return Ok(Identified { id, edit: None });
        }
    }
    let id = names.next();
    let (prefix, is_declared) = reader.prefix_for(WSU.uri(), "wsu");
    let declaration = if is_declared {
        String::new()
    } else {
        format!(" xmlns:{prefix}=\"{}\"", WSU.uri())
    };
    let end_of_name = start + 1 + reader.spelled_name().0.span.len();
    let text = format!("{declaration} {prefix}:Id=\"{id}\"");
    Ok(Identified {
        id,
        edit: Some((end_of_name, end_of_name, text)),
    })
}

/// Identifiers that no element has.
struct Names {
    taken: BTreeSet<String>,
    number: usize,
}

impl Names {
    fn of(xml: &str, options: &ReadOptions) -> Result<Self> {
        let mut taken = BTreeSet::new();
        places(xml, options, |reader| {
            for index in 0..reader.attribute_count() {
                if is_identifier(reader.attribute_name(index).local()) {
                    taken.insert(reader.attribute_value(index)?.into_owned());
                }
            }
            Ok(false)
        })?;
        Ok(Self { taken, number: 0 })
    }

    fn next(&mut self) -> String {
        loop {
            self.number += 1;
            let name = format!("id-{}", self.number);
            if !self.taken.contains(&name) {
                return name;
            }
        }
    }
}
