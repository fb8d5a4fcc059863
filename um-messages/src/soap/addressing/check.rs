//! What a service asks of the blocks of a request.

use super::{Addressing, AddressingFault, EndpointReference, InvalidHeader, NAMESPACE};
use crate::qname::QName;
use crate::soap::SoapVersion;

impl Addressing {
    /// Whether the blocks say what can be: addresses are absolute IRIs, the action and the message's name are not empty, and no reference
    /// parameter of an endpoint to which an answer goes would be a block of SOAP or of WS-Addressing there.
    ///
    /// # Errors
    ///
    /// [`InvalidHeader`](AddressingFault::InvalidHeader), with [`Address`](InvalidHeader::Address),
    /// [`EndpointReference`](InvalidHeader::EndpointReference), or [`Other`](InvalidHeader::Other) for the action and names.
    pub fn check(&self) -> Result<(), AddressingFault> {
        if !self.to.as_deref().is_none_or(|to| is_absolute(to)) {
            return Err(invalid("To", InvalidHeader::Address));
        }
        for (local, endpoint) in self.endpoints() {
            if let Some(problem) = endpoint.problem() {
                return Err(invalid(local, problem));
            }
        }
        if self.action.is_empty() {
            return Err(invalid("Action", InvalidHeader::Other));
        }
        if self.id() == Some("") {
            return Err(invalid("MessageID", InvalidHeader::Other));
        }
        match self.relates_to.iter().find(|it| it.message_id.is_empty()) {
            Some(_) => Err(invalid("RelatesTo", InvalidHeader::Other)),
            None => Ok(()),
        }
    }

    /// As [`check`](Self::check), of a request that is answered: it has a name to which the answer can relate (Core section 3.4).
    ///
    /// ```
    /// use um_messages::soap::addressing::{Addressing, AddressingFault, NAMESPACE};
    /// use um_messages::xml::QName;
    ///
    /// let addressing = Addressing::new("urn:bank/Transfer");
    /// let required = AddressingFault::HeaderRequired(QName::new(NAMESPACE, "MessageID"));
    /// assert_eq!(addressing.check_request(), Err(required));
    /// assert_eq!(addressing.with_message_id("urn:id:1").check_request(), Ok(()));
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `check`, and [`HeaderRequired`](AddressingFault::HeaderRequired) where there is no `MessageID`.
    pub fn check_request(&self) -> Result<(), AddressingFault> {
        self.check()?;
        match self.message_id {
            Some(_) => Ok(()),
            None => Err(AddressingFault::HeaderRequired(name("MessageID"))),
        }
    }

    /// Whether answers and faults go back over the same connection, or nowhere, as a service wants it that sends nothing elsewhere.
    ///
    /// A service that does send answers elsewhere sends them where a stranger says: it has to know which addresses it lets them name.
    ///
    /// # Errors
    ///
    /// [`OnlyAnonymousAddressSupported`](InvalidHeader::OnlyAnonymousAddressSupported).
    pub fn check_anonymous(&self) -> Result<(), AddressingFault> {
        let is_fine = |endpoint: &EndpointReference| endpoint.is_anonymous() || endpoint.is_none();
        self.check_answers(is_fine, InvalidHeader::OnlyAnonymousAddressSupported)
    }

    /// Whether answers and faults go to other addresses than the anonymous one. Where nothing is said, they do not.
    ///
    /// # Errors
    ///
    /// [`OnlyNonAnonymousAddressSupported`](InvalidHeader::OnlyNonAnonymousAddressSupported).
    pub fn check_not_anonymous(&self) -> Result<(), AddressingFault> {
        let problem = InvalidHeader::OnlyNonAnonymousAddressSupported;
        if self.reply_to.is_none() {
            return Err(invalid("ReplyTo", problem));
        }
        self.check_answers(|endpoint| !endpoint.is_anonymous(), problem)
    }

    fn check_answers(
        &self,
        is_fine: impl Fn(&EndpointReference) -> bool,
        problem: InvalidHeader,
    ) -> Result<(), AddressingFault> {
        let mut answers = self.endpoints().filter(|&(local, _)| local != "From");
        match answers.find(|&(_, endpoint)| !is_fine(endpoint)) {
            Some((local, _)) => Err(invalid(local, problem)),
            None => Ok(()),
        }
    }

    /// Whether the action is that of the message that stands in the Body: [`SoapMessage::action`](crate::SoapMessage::action), for instance.
    ///
    /// # Errors
    ///
    /// [`ActionNotSupported`](AddressingFault::ActionNotSupported).
    pub fn check_action(&self, expected: &str) -> Result<(), AddressingFault> {
        if self.action.as_str() == expected {
            Ok(())
        } else {
            Err(AddressingFault::ActionNotSupported(self.action.uri.clone()))
        }
    }

    /// Whether the action is that of HTTP, `http::action(headers)`: the SOAPAction of SOAP 1.1 (SOAP Binding section 4.2), the parameter
    /// `action` of SOAP 1.2. HTTP may say none.
    ///
    /// ```
    /// use um_messages::soap::addressing::Addressing;
    ///
    /// let addressing = Addressing::new("urn:bank/Transfer");
    /// assert!(addressing.check_soap_action(Some("urn:bank/Transfer")).is_ok());
    /// assert!(addressing.check_soap_action(None).is_ok());
    /// assert!(addressing.check_soap_action(Some("urn:bank/Balance")).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`ActionMismatch`](AddressingFault::ActionMismatch).
    pub fn check_soap_action(&self, soap_action: Option<&str>) -> Result<(), AddressingFault> {
        match soap_action {
            Some(said) if !said.is_empty() && said != self.action.as_str() => {
                Err(AddressingFault::ActionMismatch {
                    action: self.action.uri.clone(),
                    soap_action: said.to_owned(),
                })
            }
            _ => Ok(()),
        }
    }

    /// The endpoints that the blocks name.
    fn endpoints(&self) -> impl Iterator<Item = (&'static str, &EndpointReference)> {
        let blocks = [
            ("From", self.from.as_deref()),
            ("ReplyTo", self.reply_to.as_deref()),
            ("FaultTo", self.fault_to.as_deref()),
        ];
        let said = |(local, endpoint)| Option::map(endpoint, |endpoint| (local, endpoint));
        blocks.into_iter().filter_map(said)
    }
}

impl EndpointReference {
    /// What keeps messages from being sent to it.
    pub(super) fn problem(&self) -> Option<InvalidHeader> {
        let is_own = |namespace: &str| {
            namespace == NAMESPACE || SoapVersion::from_namespace(namespace).is_some()
        };
        if !is_absolute(&self.address) {
            return Some(InvalidHeader::Address);
        }
        let mut parameters = self.parameters();
        let is_taken = parameters.any(|parameter| is_own(parameter.name().namespace()));
        is_taken.then_some(InvalidHeader::EndpointReference)
    }
}

fn name(local: &'static str) -> QName {
    QName::new(NAMESPACE, local)
}

fn invalid(local: &'static str, problem: InvalidHeader) -> AddressingFault {
    AddressingFault::InvalidHeader(name(local), problem)
}

/// Whether a text is an absolute IRI, as far as it can be told by its characters: a scheme, and nothing that no IRI has (RFC 3987
/// section 2.2).
fn is_absolute(iri: &str) -> bool {
    let Some((scheme, rest)) = iri.split_once(':') else {
        return false;
    };
    let of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let cannot_be = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(of_scheme)
        && !rest.is_empty()
        && !rest.contains(cannot_be)
}
