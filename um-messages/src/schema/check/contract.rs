//! What structs are held against.

use std::path::{Path, PathBuf};

use super::difference::Differences;
use crate::wsdl::diagnostic::Report;
use crate::wsdl::resolve::{self, Sources, Symbols};

/// A WSDL or a schema that structs are held against, with all that it imports.
///
/// ```
/// use um_messages::schema::{self, Wsdl};
/// use um_messages::SoapType;
///
/// let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:bank" elementFormDefault="qualified">
///   <xs:element name="Account">
///     <xs:complexType>
///       <xs:sequence>
///         <xs:element name="Iban" type="xs:string"/>
///         <xs:element name="Owner" type="xs:string" minOccurs="0"/>
///       </xs:sequence>
///     </xs:complexType>
///   </xs:element>
/// </xs:schema>"#;
/// let bank = Wsdl::from_text("bank.xsd", schema)?;
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:bank")]
/// struct Account {
///     iban: String,
///     owner: String,
/// }
///
/// let differences = schema::check::<Account>(&bank).unwrap_err();
/// assert_eq!(
///     differences.to_string(),
///     "`Account/Owner` stands at most once in the description, and once in Rust\n  \
///      --> bank.xsd:6:9\n  --> field `owner` of `Account`\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Wsdl {
    pub(super) documents: resolve::Documents,
}

impl Wsdl {
    /// Reads a file, a WSDL 1.1 or an XML Schema 1.0, and the files that it imports; nothing is fetched.
    ///
    /// # Errors
    ///
    /// If there is something wrong with the documents: what `um-wsdl check` says of them.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Differences> {
        Self::load(path.as_ref(), &Sources::default())
    }

    /// The same of a text. `name` is what places are said in; what is imported is looked for beside a file of this name.
    ///
    /// # Errors
    ///
    /// If there is something wrong with the documents.
    pub fn from_text(
        name: impl Into<PathBuf>,
        text: impl Into<Vec<u8>>,
    ) -> Result<Self, Differences> {
        let name = name.into();
        let mut sources = Sources::default();
        sources.texts.insert(name.clone(), text.into());
        Self::load(&name, &sources)
    }

    fn load(root: &Path, sources: &Sources) -> Result<Self, Differences> {
        let mut report = Report::default();
        let documents = resolve::load(root, sources, &mut report);
        // What names mean is said where they are used; here it is whether they mean one thing.
        Symbols::new(&documents, &mut report);
        if report.has_errors() {
            return Err(Differences::of_report(report));
        }
        Ok(Self { documents })
    }
}
