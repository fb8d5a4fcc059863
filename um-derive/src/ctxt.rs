//! The error collector: a derive reports everything it finds, not the first thing.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

/// Errors found so far. Each stage gets a shared reference and goes on after reporting.
pub(crate) struct Ctxt {
    errors: RefCell<Vec<Error>>,
    finished: Cell<bool>,
}

impl Ctxt {
    pub(crate) fn new() -> Self {
        Self {
            errors: RefCell::new(Vec::new()),
            finished: Cell::new(false),
        }
    }

    pub(crate) fn error(&self, at: impl ToTokens, message: impl Display) {
        self.errors
            .borrow_mut()
            .push(Error::new_spanned(at, message));
    }

    pub(crate) fn error_help(&self, at: impl ToTokens, message: impl Display, help: impl Display) {
        self.error(at, format_args!("{message}\nhelp: {help}"));
    }

    /// The errors as `compile_error!`s, if there are any.
    pub(crate) fn finish(self) -> Result<(), TokenStream> {
        self.finished.set(true);
        let errors = self.errors.take();
        if errors.is_empty() {
            return Ok(());
        }
        Err(errors.iter().map(Error::to_compile_error).collect())
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        debug_assert!(
            self.finished.get() || std::thread::panicking(),
            "errors were collected and never reported"
        );
    }
}
