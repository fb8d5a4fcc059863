//! An envelope for a log: what is secret in it is masked.

use std::fmt;

use super::body::WriteBody;
use super::envelope::Envelope;
use super::header::WriteHeaders;
use crate::xml::{Writer, pretty};

impl<B: WriteBody, H: WriteHeaders> Envelope<B, H> {
    /// The envelope for a log: as [`to_xml`](Self::to_xml) writes it, with `***` in the place of each text and each attribute value in
    /// fields that have the key [`secret`](derive@crate::SoapType#secret), wherever they stand: in header blocks, lists, groups, choices, and whatever is inside of them. Names, prefixes
    /// and the order stay as they are, and what is empty stays empty; where a prefix in a secret is declared, and that an enumeration or a
    /// qualified name is one, does not show. `{:#}` indents it as [`to_xml_pretty`](Self::to_xml_pretty) does.
    ///
    /// Nothing is written before it is displayed, and nothing where the level is off, with `log` as with
    /// [`tracing`](https://docs.rs/tracing): `tracing::debug!(request = %envelope.masked(), "sent")`. An envelope that cannot be written is displayed as the error.
    /// What has no such field, as a message of another, is masked by [`xml::mask`](crate::xml::mask()), by names.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapMessage, SoapType};
    ///
    /// #[derive(SoapMessage)]
    /// #[soap(namespace = "urn:bank")]
    /// struct Login {
    ///     user: String,
    ///     #[soap(secret)]
    ///     pin: Pin,
    /// }
    ///
    /// #[derive(SoapType)]
    /// struct Pin {
    ///     #[soap(attribute)]
    ///     digits: u8,
    ///     #[soap(text)]
    ///     value: String,
    /// }
    ///
    /// let login = Login { user: "ann".into(), pin: Pin { digits: 4, value: "1234".into() } };
    /// let envelope = Envelope::new(&login).with_xml_declaration(false);
    /// assert_eq!(
    ///     format!("{:#}", envelope.masked()),
    ///     r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
    ///   <soap:Body>
    ///     <Login xmlns="urn:bank">
    ///       <User>ann</User>
    ///       <Pin Digits="***">***</Pin>
    ///     </Login>
    ///   </soap:Body>
    /// </soap:Envelope>"#,
    /// );
    /// assert!(envelope.to_xml()?.contains("1234"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn masked(&self) -> impl fmt::Display + '_ {
        Masked(self)
    }
}

struct Masked<'e, B, H>(&'e Envelope<B, H>);

impl<B: WriteBody, H: WriteHeaders> fmt::Display for Masked<'_, B, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let xml = self.0.write(Writer::masking());
        let xml = if f.alternate() {
            xml.and_then(|xml| pretty(&xml))
        } else {
            xml
        };
        match xml {
            Ok(xml) => f.write_str(&xml),
            Err(error) => fmt::Display::fmt(&error, f),
        }
    }
}
