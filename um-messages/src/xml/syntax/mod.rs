//! XML 1.0 as text: characters, names, runs, escapes, tokens. No namespace, no type.

mod blocks;
mod chars;
pub(crate) mod declaration;
mod escape;
pub(super) mod foreign;
mod path;
mod pattern;
pub(super) mod scan;
mod span;
mod tokenizer;
mod twins;
mod whole_children;

pub(crate) use self::chars::{collapse, is_constant_ncname, is_ncname, is_own_prefix, trim};
pub(super) use self::chars::{is_blank, is_name, is_name_start, is_space, trim_start};
pub(super) use self::escape::{TextContext, escape};
pub(super) use self::path::path_to_end;
pub(super) use self::pattern::{Pattern, ShortPattern, stands_twice};
pub(super) use self::scan::{Illegal, Normalization, Problem, RawText};
pub(super) use self::span::{OpenName, RawName, Span};
pub(super) use self::tokenizer::{BYTE_ORDER_MARK, RawAttribute, Token, TokenData, Tokenizer};
pub(super) use self::twins::first_twin;
pub(crate) use self::whole_children::WholeChildren;
