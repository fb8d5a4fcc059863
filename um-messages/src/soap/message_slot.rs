//! The message of an envelope, as far as those know it who read the envelope around it.

use super::body::{ReadBody, expected};
use super::entries::BodyEntries;
use super::fault::Fault;
use crate::error::Result;
use crate::qname::QName;

/// Where the message is kept that is read: `None` of its type before.
///
/// The type is left out, so that there is one copy of what reads an envelope, not one for each type of message.
pub(super) trait MessageSlot<'de> {
    /// As [`ReadBody::claim_body`]; whether the message has been read.
    fn fill(&mut self, entries: &mut BodyEntries<'_, 'de>) -> Result<bool>;

    /// As [`ReadBody::from_fault`].
    fn fill_with_fault(&mut self, fault: Fault) -> Result<(), Box<Fault>>;

    /// As [`ReadBody::from_nothing`]; whether there is such a message.
    fn fill_with_nothing(&mut self) -> bool;

    /// The names of messages.
    fn expected(&self) -> Vec<QName>;
}

impl<'de, B: ReadBody<'de>> MessageSlot<'de> for Option<B> {
    fn fill(&mut self, entries: &mut BodyEntries<'_, 'de>) -> Result<bool> {
        *self = B::claim_body(entries)?;
        Ok(self.is_some())
    }

    fn fill_with_fault(&mut self, fault: Fault) -> Result<(), Box<Fault>> {
        *self = Some(B::from_fault(fault)?);
        Ok(())
    }

    fn fill_with_nothing(&mut self) -> bool {
        *self = B::from_nothing();
        self.is_some()
    }

    fn expected(&self) -> Vec<QName> {
        expected::<B>()
    }
}
