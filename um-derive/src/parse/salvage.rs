//! What can be made out of a declaration with errors in it, for the impls that stand in.

use syn::{DeriveInput, Path, Type};

use super::derive::Derive;
use super::keys::{Key, Place};
use super::settings::{Settings, Site};
use super::value::has_lifetime;
use crate::ctxt::Ctxt;

pub(crate) struct Salvage {
    pub(crate) runtime: Option<Path>,
    pub(crate) response: Option<Type>,
}

pub(crate) fn salvage(input: &DeriveInput) -> Salvage {
    // Both keys may stand there, whatever this is.
    let container = Place::MessageStruct;
    let site = Site {
        place: container,
        container,
        ident: &input.ident,
        derive: Derive::Message,
    };
    // Reported before, and in the words that fit the place.
    let silent = Ctxt::new();
    let mut settings = Settings::read(&silent, &input.attrs, site);
    let runtime = settings.path(Key::Crate).map(|setting| setting.value);
    let response = settings.ty(Key::Response).map(|setting| setting.value);
    // One that borrows would be an error of the compiler as well.
    let response = response.filter(|response| !has_lifetime(response));
    let _ = silent.finish();
    Salvage { runtime, response }
}
