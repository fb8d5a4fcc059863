//! Keys of which one is enough.

use proc_macro2::Ident;

use crate::ctxt::Ctxt;
use crate::parse::Key;

/// A key that may stand on one field or variant; each comes with what it is called, and the key.
pub(super) fn stands_once<'a>(
    ctxt: &Ctxt,
    key: Key,
    reason: &str,
    mut owners: impl Iterator<Item = (String, &'a Ident)>,
) {
    let Some((first, first_at)) = owners.next() else {
        return;
    };
    let name = key.name();
    let mut is_alone = true;
    for (second, at) in owners {
        let message = format!("{second} is a second `{name}`");
        ctxt.error_help(at, message, format_args!("keep one: {reason}"));
        is_alone = false;
    }
    if !is_alone {
        ctxt.error(first_at, format_args!("{first} is the first `{name}`"));
    }
}
