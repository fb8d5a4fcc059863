//! From a WSDL 1.1 or an XML Schema 1.0 to structs.
//!
//! The tool `um-wsdl` writes a file to keep and to read; [`Generator`] is the same for a `build.rs`. WSDL and schemas are read with the
//! crate's own derive. What cannot be generated as it is described is said, with file, line and what mends it ([`Diagnostic`]).
//!
//! ```text
//! cargo install um-messages --features wsdl
//! um-wsdl bank.wsdl -o src/bank.rs
//! um-wsdl check bank.wsdl
//! ```
//!
//! # Options
//!
//! | `um-wsdl` | [`Generator`] | |
//! |---|---|---|
//! | `--operation 'Get*'` | [`operations`](Generator::operations) | only these, and the types that they reach: a large service has thousands |
//! | `--service`, `--port` | [`service`](Generator::service), [`port`](Generator::port) | only this one; otherwise the first port for SOAP, 1.1 before 1.2 |
//! | `--subtypes auto` | [`subtypes`](Generator::subtypes) | which derived types are variants where their base stands: `auto`, `all`, `reached` |
//! | `--module NS=bank` | [`module`](Generator::module) | the module of a namespace; with `::` in it, one that exists, whose types are used |
//! | `--prefix NS=b` | [`prefix`](Generator::prefix) | the prefix that a namespace is written with |
//! | `--type xs:decimal=rust_decimal::Decimal` | [`map_type`](Generator::map_type) | a type of Rust for one of the schema, `{urn:bank}Money` |
//! | `--time chrono` (`jiff`, `time`), `--decimal`, `--uuid`, `--url`, `--integer i128` | [`preset`](Generator::preset) | types of other crates for simple types, by the feature of that name |
//! | `--rename '{urn:bank}tAcct=Account'` | [`rename`](Generator::rename) | a name of Rust for a type or an element; `{urn:bank}tAcct/no=number` for a field or variant of one, `{urn:bank}Currency=978=Euro` for a value |
//! | `--optional '{urn:nfe}TNFe/Signature'` | [`optional`](Generator::optional) | an element or attribute that may be absent, though the schema wants it |
//! | `--derive Hash,Eq` | [`derive`](Generator::derive) | what every type derives as well |
//! | `--open-enums` | [`open_enums`](Generator::open_enums) | enums of values keep what they do not know |
//! | `--strict` | [`strict`](Generator::strict) | unknown elements and attributes are an error |
//! | `--arrays struct` | [`wrappers`](Generator::wrappers) | an element that holds a list and nothing else is a struct, and no `wrapper` |
//! | `--inherit flatten` | [`flatten_bases`](Generator::flatten_bases) | what a type has from the one that it extends is a field, `base: Vehicle` with the key `flatten`, and no copy |
//! | `--facets` | [`facets`](Generator::facets) | what a length, bounds or digits narrow is a type that checks its values: [see below](#facets) |
//! | `--nil absent` | [`nil_is_absent`](Generator::nil_is_absent) | what may be absent and may be nil is an `Option`, and no `Option<Nillable>` |
//! | `--nil everywhere` | [`nil_is_everywhere`](Generator::nil_is_everywhere) | any element may be nil, whatever the schema says, as in SOAP's encoding |
//! | `--no-docs` | [`docs`](Generator::docs) | without what the schema says to people |
//! | `--deny fallback` | [`deny_fallbacks`](Generator::deny_fallbacks) | what is kept without a type is an error |
//! | `--allow missing` | [`allow_missing`](Generator::allow_missing) | what a name means and is nowhere is kept without a type, and is no error |
//! | `--location URI=PATH` | [`location`](Generator::location) | the file for a document that others name so |
//! | `--fetch DIR` | | documents that others name by `http:` or `https:` are fetched and kept in this folder: [see below](#fetching) |
//! | `--search DIR` | [`search`](Generator::search) | a folder to look for documents in |
//! | `-o bank.rs`, `-o bank/` | [`code`](Generated::code), [`modules`](Generated::modules) | one file; a folder with a file for each namespace, for a large service |
//!
//! A name that nothing has is an error, with the one that may have been meant.
//!
//! `--config um-wsdl.toml`, or [`Generator::from_config`], has them in a file: each by its name, with a text, a list of texts where it may be repeated,
//! `true` where it has no value, or a table of names and what is said of them. `input` and `output` are what the command line has without a name and as
//! `-o`. Paths are relative to the file. What stands on the command line as well comes behind it.
//!
//! ```toml
//! input = "bank.wsdl"
//! output = "../src/bank.rs"
//! operation = ["Hold", "Get*"]
//! facets = true
//! time = "jiff"
//!
//! [module]
//! "urn:example:money" = "crate::money"
//!
//! [rename]
//! "{urn:example:bank}tAcct" = "Account"
//! ```
//!
//! # Fetching
//!
//! Nothing is fetched, unless it is asked for by hand: a build must not depend on what a server says. `um-wsdl https://bank.example/bank.svc?wsdl --fetch wsdl/`
//! (feature `wsdl-fetch`) fetches the document and those that it leads to, at most 256 of up to 32 MiB, and keeps them in the folder. What is where stands in
//! `wsdl/locations.toml`: with `--config wsdl/locations.toml`, or the `location`s in it, the next run and a `build.rs` find them there.
//!
//! # What is kept without a type
//!
//! Little is: types beyond those that `--subtypes` asks for, and arrays that do not say what they hold. It is a warning with its place, a line of
//! documentation at the type that begins with `um-wsdl:`, and counted at the end of a run; `--deny fallback` makes it an error.
//!
//! # Facets
//!
//! A simple type that only narrows another one, `Name35` with `xs:maxLength`, is that other one, `String`. With `--facets` it is a tuple
//! struct of it, by [`xml::restricted_type!`](crate::xml::restricted_type), and a value that is not allowed is an error where it is read
//! and where it is written: "is not a text of 1 to 35 characters". Lengths of texts, bytes and lists are checked, bounds of numbers and their digits. What
//! is not, is counted at the end of a run, and said at the type if it is one of its own: patterns, bounds of dates and times, and whatever narrows a
//! type that the program has. A member of a union is not narrowed.
//!
//! # Large services
//!
//! A schema of 5 MB with 3,000 types takes 0.9 seconds and 150 MB; the compiler takes far longer for what is written. `cargo check` of 1,000 structs of
//! eight fields takes four fifths of the time that it takes with serde's two derives: half a minute on a slow machine. `--operation` and `--subtypes` keep
//! a program to what it uses, and a crate of its own keeps what is generated from being compiled again.
//!
//! # What is generated
//!
//! | of the schema or the WSDL | |
//! |---|---|
//! | an element of a Body | a struct with `SoapMessage`, its action, answer and version; the struct of its type, where no other element has that |
//! | an operation in the style of RPC | a struct with its parts, named as the operation |
//! | header blocks, faults | a struct for the blocks of an operation, an enum for the details of its faults |
//! | `soapenc:Array` | a `Vec` of an enum: `Item` of the type that `wsdl:arrayType` says, and `Other` for items of other names |
//! | several operations | enums of all requests and of all answers, to dispatch on |
//! | `sequence`, `all` | fields |
//! | `choice` | an enum, flattened; a `Vec` of it where it repeats |
//! | what names alone do not tell apart, `mixed` | a `Vec` of an enum of all elements, in their order |
//! | extension, restriction | a struct with all fields, or with `--inherit flatten` those of an extension behind a field that is its base; an enum with `xsi_type` where derived types may stand for their base |
//! | substitution groups | an enum of the members |
//! | what only narrows a simple type | that type, or with `--facets` a tuple struct of it |
//! | enumerations, lists, unions | an enum, a tuple struct with `list`, an enum with `union`; values and any text: an enum with `other`; more than 5,000 values: the type that they are of, and a note |
//! | a type that holds itself, or is larger than about 512 bytes | a `Box` of it, or a `Vec` |
//! | `nillable`, `default`, `any`, `anyAttribute`, `anyType` | the keys of these names, `Nillable`, [`Element`](crate::xml::Element), [`Attribute`](crate::xml::Attribute) |
//! | `integer`, `decimal`, `gYear` and its siblings | `i64`, `String`, `String`, unless `--type` says another type |

mod config;
pub(crate) mod diagnostic;
mod generator;
pub(crate) mod model;
pub(crate) mod options;
mod plan;
mod print;
mod read;
pub(crate) mod resolve;
mod settings;
mod unmatched;

pub use self::diagnostic::{Diagnostic, Severity};
pub use self::generator::{Generated, Generator};
pub use self::options::{Preset, Subtypes};
