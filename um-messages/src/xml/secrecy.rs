//! Elements that are secret wherever they stand: those of WS-Security. `<wsse:Password>hunter2</wsse:Password>` may be part of what a program
//! reads as a type, keeps as an [`Element`](crate::xml::Element), or skips; it may be spoiled, so that the password stands where none is looked for.

/// The namespace of WS-Security's header block and its tokens.
pub(crate) const WSSE: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

/// Whether a piece of something may have a password in it.
#[cfg(feature = "http")]
pub(crate) fn may_hold_secret(piece: &str) -> bool {
    let words = [WSSE, "UsernameToken", "Password"];
    words.iter().any(|word| piece.contains(word))
}

/// Whether no error quotes what stands in the element, and no log shows it where it is kept as it was sent. Drafts of the specification have
/// other namespaces, and the same token.
pub(crate) fn is_secret(namespace: &str, local: &str) -> bool {
    namespace == WSSE || local == "UsernameToken"
}
