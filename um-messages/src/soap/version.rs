//! The two versions of SOAP.

/// A version of SOAP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SoapVersion {
    /// SOAP 1.1 (the W3C note of 2000-05-08).
    #[default]
    V1_1,
    /// SOAP 1.2 (the W3C recommendation, second edition of 2007-04-27).
    V1_2,
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
            Self::V1_1 => "http://schemas.xmlsoap.org/soap/envelope/",
            Self::V1_2 => "http://www.w3.org/2003/05/soap-envelope",
        }
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
