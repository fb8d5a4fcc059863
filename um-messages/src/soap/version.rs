//! The two versions of SOAP.

use std::fmt;

use crate::xml::ReadOptions;

/// A version of SOAP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SoapVersion {
    /// SOAP 1.1 (the W3C note of 2000-05-08).
    #[default]
    V1_1,
    /// SOAP 1.2 (the W3C recommendation, second edition of 2007-04-27).
    V1_2,
}

/// The namespace of the envelope, as a literal.
macro_rules! namespace {
    (V1_1) => {
        "http://schemas.xmlsoap.org/soap/envelope/"
    };
    (V1_2) => {
        "http://www.w3.org/2003/05/soap-envelope"
    };
}

/// The XML declaration that messages have, as a literal.
macro_rules! xml_declaration {
    () => {
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
    };
}

macro_rules! start {
    ($version:ident) => {
        concat!(
            xml_declaration!(),
            "<soap:Envelope xmlns:soap=\"",
            namespace!($version),
            "\"><soap:Body>"
        )
    };
}

impl SoapVersion {
    /// All of them, the newest first.
    pub(super) const ALL: [Self; 2] = [Self::V1_2, Self::V1_1];

    /// The namespace of the envelope, which tells the versions apart.
    ///
    /// ```
    /// use um_messages::SoapVersion;
    ///
    /// assert_eq!(SoapVersion::V1_1.namespace(), "http://schemas.xmlsoap.org/soap/envelope/");
    /// ```
    #[must_use]
    pub const fn namespace(self) -> &'static str {
        match self {
            Self::V1_1 => namespace!(V1_1),
            Self::V1_2 => namespace!(V1_2),
        }
    }

    /// The XML declaration that messages have.
    pub(super) const XML_DECLARATION: &str = xml_declaration!();

    /// An envelope that has nothing but a Body: the XML declaration with its start tags, and the end tags from the Body's on. The prefix
    /// is `soap`.
    pub(super) const fn envelope_with_body(self) -> (&'static str, [&'static str; 2]) {
        let start = match self {
            Self::V1_1 => start!(V1_1),
            Self::V1_2 => start!(V1_2),
        };
        (start, ["</soap:Body>", "</soap:Envelope>"])
    }

    /// The media type of a message (SOAP 1.1 section 6, SOAP 1.2 part 2 section 7.1.4).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::V1_1 => "text/xml",
            Self::V1_2 => "application/soap+xml",
        }
    }

    /// The version whose envelope has this namespace.
    #[must_use]
    pub fn from_namespace(namespace: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|version| version.namespace() == namespace)
    }

    /// Those that are read by these options, the newest first.
    pub(super) fn accepted(options: &ReadOptions) -> Vec<Self> {
        let is_accepted = |version: &Self| version.is_accepted(options);
        Self::ALL.into_iter().filter(is_accepted).collect()
    }

    /// Whether it is read by these options.
    pub(super) fn is_accepted(self, options: &ReadOptions) -> bool {
        let envelopes = &options.context().envelopes;
        envelopes.is_empty() || envelopes.contains(&self.namespace())
    }

    /// The attribute of a header block that says whom it is for.
    pub(super) const fn role_attribute(self) -> &'static str {
        match self {
            Self::V1_1 => "actor",
            Self::V1_2 => "role",
        }
    }

    /// The role that every node plays (SOAP 1.1 section 4.2.2, SOAP 1.2 part 1 section 2.2).
    #[must_use]
    pub const fn next_role(self) -> &'static str {
        match self {
            Self::V1_1 => "http://schemas.xmlsoap.org/soap/actor/next",
            Self::V1_2 => "http://www.w3.org/2003/05/soap-envelope/role/next",
        }
    }
}

/// `SOAP 1.1` or `SOAP 1.2`.
impl fmt::Display for SoapVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V1_1 => "SOAP 1.1",
            Self::V1_2 => "SOAP 1.2",
        })
    }
}

impl ReadOptions {
    /// Reads envelopes of these versions of SOAP alone. Any other one is [`ErrorKind::VersionMismatch`](crate::ErrorKind::VersionMismatch), and
    /// is answered so that who sent it can tell ([`Error::to_fault_envelope`](crate::Error::to_fault_envelope)). Default: both.
    ///
    /// ```
    /// use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage, SoapVersion, um};
    ///
    /// let options = ReadOptions::new().versions(&[SoapVersion::V1_2]);
    /// let xml = um::IsUMEnabled {}.to_envelope()?;
    /// let error = um::IsUMEnabled::from_envelope_with(&xml, &options).unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::VersionMismatch(_)));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn versions(mut self, versions: &[SoapVersion]) -> Self {
        let namespaces = versions.iter().map(|version| version.namespace());
        self.context_mut().envelopes = namespaces.collect();
        self
    }
}
