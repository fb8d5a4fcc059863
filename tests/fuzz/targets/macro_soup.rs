#![no_main]

//! The macros are a crate of macros, which no other can call: their sources are compiled into this one.

#[path = "../../../um-derive/src/ctxt.rs"]
mod ctxt;
#[path = "../../../um-derive/src/derive.rs"]
mod derive;
#[path = "../../../um-derive/src/expand/mod.rs"]
mod expand;
#[path = "../../../um-derive/src/model/mod.rs"]
mod model;
#[path = "../../../um-derive/src/parse/mod.rs"]
mod parse;
#[path = "../../../um-derive/src/receiver.rs"]
mod receiver;
#[path = "../../../um-derive/src/tests/soup.rs"]
mod soup;
#[path = "../../../um-derive/src/suggest.rs"]
mod suggest;
#[path = "../../../um-derive/src/validate/mod.rs"]
mod validate;

use derive::derive;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    soup::derives(bytes);
});
