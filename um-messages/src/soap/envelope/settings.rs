//! How an envelope is written, and whether it can be.

use std::borrow::Cow;

use crate::error::{Error, ErrorKind, Result, Shown};
use crate::soap::attributes::Attributes;
#[cfg(feature = "mtom")]
use crate::soap::mtom::MtomOptions;
use crate::soap::version::SoapVersion;
use crate::xml;

/// How an envelope is written.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) version: SoapVersion,
    pub(super) prefix: Cow<'static, str>,
    pub(super) declarations: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    pub(super) mapped: Vec<(String, String)>,
    /// Apart, for few envelopes have some.
    pub(super) attributes: Option<Box<Attributes>>,
    pub(super) has_xml_declaration: bool,
    pub(super) has_empty_header: bool,
    /// How the parts of a package are made beside it, if it is sent in one.
    #[cfg(feature = "mtom")]
    pub(super) mtom: Option<Box<MtomOptions>>,
}

/// The prefix of SOAP's own elements, where none is set.
pub(super) const PREFIX: Cow<'static, str> = Cow::Borrowed("soap");

impl Settings {
    pub(super) const fn new(version: SoapVersion) -> Self {
        Self {
            version,
            prefix: PREFIX,
            declarations: Vec::new(),
            mapped: Vec::new(),
            attributes: None,
            has_xml_declaration: true,
            has_empty_header: false,
            #[cfg(feature = "mtom")]
            mtom: None,
        }
    }

    pub(super) fn attributes(&self) -> &Attributes {
        static NONE: Attributes = Attributes::NONE;
        self.attributes.as_deref().unwrap_or(&NONE)
    }

    pub(super) fn attributes_mut(&mut self) -> &mut Attributes {
        self.attributes.get_or_insert_default()
    }

    /// Whether nothing is set that changes how an envelope is written.
    pub(super) fn are_usual(&self) -> bool {
        self.prefix == PREFIX
            && self.declarations.is_empty()
            && self.mapped.is_empty()
            && self.attributes.is_none()
            && self.has_xml_declaration
            && !self.has_empty_header
    }

    /// What the caller has set must be possible.
    pub(super) fn check(&self) -> Result<()> {
        let is_default = self.declarations.is_empty() && self.mapped.is_empty();
        if is_default && self.prefix == PREFIX {
            return Ok(());
        }
        self.check_declarations()?;
        self.check_mapped()
    }

    /// Each prefix stands for one namespace, which can be declared.
    fn check_declarations(&self) -> Result<()> {
        let mut bound = vec![(self.prefix.as_ref(), self.version.namespace())];
        for (prefix, uri) in &self.declarations {
            let (prefix, uri) = (prefix.as_ref(), uri.as_ref());
            let is_other = |&(known, namespace): &(&str, &str)| known == prefix && namespace != uri;
            let problem = if bound.iter().any(is_other) {
                format!("the prefix `{}` is bound to two namespaces", Shown(prefix))
            } else if xml::is_reserved_namespace(uri) {
                format!("the namespace `{}` cannot be declared", Shown(uri))
            } else if uri.is_empty() {
                format!("the prefix `{}` has no namespace", Shown(prefix))
            } else {
                bound.push((prefix, uri));
                continue;
            };
            return Err(unwritable(problem));
        }
        let mut prefixes = bound.iter().map(|(prefix, _)| *prefix);
        match prefixes.find(|prefix| !prefix.is_empty() && !xml::is_own_prefix(prefix)) {
            Some(prefix) => {
                let problem = format!("`{}` is not a namespace prefix", Shown(prefix));
                Err(unwritable(problem))
            }
            None => Ok(()),
        }
    }

    /// No namespace is mapped that has a meaning of its own.
    fn check_mapped(&self) -> Result<()> {
        let is_fixed = |uri: &&String| {
            let is_soap = SoapVersion::from_namespace(uri).is_some();
            is_soap || uri.is_empty() || xml::is_reserved_namespace(uri)
        };
        let mut uris = self.mapped.iter().flat_map(|(from, to)| [from, to]);
        match uris.find(is_fixed) {
            Some(uri) => {
                let problem = format!("the namespace `{}` cannot be mapped", Shown(uri));
                Err(unwritable(problem))
            }
            None => Ok(()),
        }
    }
}

fn unwritable(problem: String) -> Error {
    Error::new(ErrorKind::Unwritable(problem))
}
