//! A variant of an enum of messages.

use proc_macro2::Ident;
use syn::Type;

use crate::parse::MessageKeys;

/// What a Body may have.
pub(crate) struct MessageVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) kind: MessageKind<'a>,
}

pub(crate) enum MessageKind<'a> {
    /// `Ask(Ask)`: a message that has a name.
    Named(&'a Type),
    /// `Other(xml::Element)`: any other one.
    Other(&'a Type),
    /// `Nothing`: the empty Body.
    Empty,
}

impl<'a> MessageVariant<'a> {
    pub(crate) fn all(variants: &[MessageKeys<'a>]) -> Vec<Self> {
        variants.iter().map(Self::new).collect()
    }

    fn new(keys: &MessageKeys<'a>) -> Self {
        let kind = match (keys.ty, &keys.other) {
            (Some(ty), None) => MessageKind::Named(ty),
            (Some(ty), Some(_)) => MessageKind::Other(ty),
            (None, _) => MessageKind::Empty,
        };
        Self {
            ident: &keys.variant.ident,
            kind,
        }
    }
}
