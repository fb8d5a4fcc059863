//! What a user asks, and gets.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::diagnostic::{Diagnostic, Report};
use super::model::Builder;
use super::options::{Options, Preset, Subtypes};
use super::plan::rust::Item;
use super::resolve::{self, Documents, Sources, Symbols};
use super::unmatched::report_unmatched;
use super::{plan, print};

/// Generates structs from a WSDL or a schema.
///
/// In a `build.rs` it writes a file into the folder of the build, and says which files that depends on:
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// um_messages::wsdl::Generator::new("wsdl/bank.wsdl")
///     .operations(["Hold", "Get*"])
///     .write_to_out_dir("bank.rs")?;
/// # Ok(())
/// # }
/// ```
///
/// The program includes it with `mod bank { include!(concat!(env!("OUT_DIR"), "/bank.rs")); }`. What the tool `um-wsdl` writes is a file to
/// keep and to read; its options are the methods here.
///
/// Nothing is fetched from the network. Unless a document is named by [`location`](Self::location) it is looked for beside the one
/// that refers to it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Generator {
    input: Option<PathBuf>,
    output: Option<PathBuf>,
    /// The file that options are from, and what is wrong with it.
    config: Option<PathBuf>,
    problems: Vec<Diagnostic>,
    sources: Sources,
    options: Options,
}

/// What was generated, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Generated {
    code: Code,
    diagnostics: Vec<Diagnostic>,
    files: Vec<PathBuf>,
}

/// The text, and what is counted in it.
#[derive(Clone, Debug)]
struct Code {
    text: String,
    modules: Vec<(String, String)>,
    types: usize,
    fallbacks: usize,
}

impl Generator {
    /// For this document, a WSDL 1.1 or an XML Schema 1.0.
    pub fn new(input: impl Into<PathBuf>) -> Self {
        Self::without_input().input(input)
    }

    /// Without a document, which something else is to say.
    #[doc(hidden)]
    pub fn without_input() -> Self {
        Self {
            input: None,
            output: None,
            config: None,
            problems: Vec::new(),
            sources: Sources::default(),
            options: Options::default(),
        }
    }

    /// For this document, and for no other.
    #[doc(hidden)]
    pub fn input(mut self, input: impl Into<PathBuf>) -> Self {
        self.input = Some(input.into());
        self
    }

    /// Which document it is for.
    #[doc(hidden)]
    #[must_use]
    pub fn input_path(&self) -> Option<&Path> {
        self.input.as_deref()
    }

    /// The documents that others name and that are not found, each with the one that names it.
    #[doc(hidden)]
    #[must_use]
    pub fn missing(&self) -> Vec<(PathBuf, String)> {
        let input = self.root().unwrap_or(Path::new(""));
        let documents = resolve::load(input, &self.sources, &mut Report::default());
        let missing = documents.missing.into_iter();
        missing
            .map(|missing| (missing.from, missing.location))
            .collect()
    }

    /// With what the file says where options are from, and what is wrong with it.
    pub(crate) fn of_config(mut self, path: &Path, problems: Vec<Diagnostic>) -> Self {
        self.config = Some(path.to_owned());
        self.problems = problems;
        self
    }

    pub(crate) fn with_output(mut self, output: PathBuf) -> Self {
        self.output = Some(output);
        self
    }

    /// Where the file of options says that the tool is to write.
    #[doc(hidden)]
    #[must_use]
    pub fn output(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// Only the operations of these names, in which `*` stands for any characters, and the types that they reach. Otherwise all.
    pub fn operations<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        let operations = &mut self.options.selection.operations;
        operations.extend(names.into_iter().map(Into::into));
        self
    }

    /// Only this service. Otherwise the first that has a port for SOAP.
    pub fn service(mut self, name: impl Into<String>) -> Self {
        self.options.selection.service = Some(name.into());
        self
    }

    /// Only this port. Otherwise the first for SOAP 1.1, or else the first for SOAP 1.2.
    pub fn port(mut self, name: impl Into<String>) -> Self {
        self.options.selection.port = Some(name.into());
        self
    }

    /// Which types are variants where one that they are derived from stands.
    pub fn subtypes(mut self, subtypes: Subtypes) -> Self {
        self.options.selection.subtypes = subtypes;
        self
    }

    /// The name of the module for the types of a namespace. Otherwise it follows from the namespace.
    pub fn module(mut self, namespace: impl Into<String>, name: impl Into<String>) -> Self {
        self.options.modules.insert(namespace.into(), name.into());
        self
    }

    /// The name of the module that the file is of, which none of the modules in it has: Clippy does not like that. By default it is that of the
    /// file for [`write_to_out_dir`](Self::write_to_out_dir) and for the tool's `--output`.
    pub fn file_module(mut self, name: impl Into<String>) -> Self {
        self.options.file_module = Some(name.into());
        self
    }

    /// The prefix that a namespace is written with.
    pub fn prefix(mut self, namespace: impl Into<String>, prefix: impl Into<String>) -> Self {
        self.options
            .prefixes
            .insert(namespace.into(), prefix.into());
        self
    }

    /// A type of Rust for a type of the schema, by its path: `("{urn:bank}Money", "crate::Money")`, or for one of XML Schema itself,
    /// `("xs:decimal", "rust_decimal::Decimal")`.
    pub fn map_type(mut self, name: impl Into<String>, path: impl Into<String>) -> Self {
        self.options
            .types
            .insert(expanded(name.into()), path.into());
        self
    }

    /// A name of Rust for a type or an element of the schema, `("{urn:bank}tAcct", "Account")`; for a field or a variant of a type, by the
    /// element or attribute that it is, `("{urn:bank}tAcct/no", "number")`; or for a value of an enumeration,
    /// `("{urn:bank}Currency=978", "Euro")`. A type without a name is called as the element that has it, behind the type which that is in:
    /// `{urn:bank}tAcct/owner/name`.
    pub fn rename(mut self, name: impl Into<String>, rust: impl Into<String>) -> Self {
        self.options
            .names
            .insert(expanded(name.into()), rust.into());
        self
    }

    /// An element or attribute of a type may be absent, though the schema wants it, `"{urn:nfe}TNFe/Signature"`: because a document is signed when it has been
    /// written, or because a service leaves it out. Which one is said as for [`rename`](Self::rename);
    /// what a type has from the one that it extends is said of the type itself.
    pub fn optional(mut self, name: impl Into<String>) -> Self {
        self.options.optional.insert(expanded(name.into()));
        self
    }

    /// What every type derives beside `Debug`, `Clone`, `PartialEq` and the derives of this crate: `serde::Serialize`, for
    /// instance.
    pub fn derive<T: Into<String>>(mut self, paths: impl IntoIterator<Item = T>) -> Self {
        self.options
            .derives
            .extend(paths.into_iter().map(Into::into));
        self
    }

    /// Enums of values keep a value that they do not know: a newer service may have more.
    pub fn open_enums(mut self, is_on: bool) -> Self {
        self.options.has_open_enums = is_on;
        self
    }

    /// Unknown elements and attributes are an error, by the key `deny_unknown_fields`.
    pub fn strict(mut self, is_on: bool) -> Self {
        self.options.is_strict = is_on;
        self
    }

    /// Whether an element that holds a list and nothing else, such as the arrays of .NET, is a field with the key `wrapper`, and no struct
    /// of its own. Default: yes.
    pub fn wrappers(mut self, is_on: bool) -> Self {
        self.options.has_wrappers = is_on;
        self
    }

    /// Types of other crates for simple types, where [`map_type`](Self::map_type) says nothing else.
    pub fn preset(mut self, preset: Preset) -> Self {
        self.options.presets.push(preset);
        self
    }

    /// An element that may be absent and may be nil is an `Option<T>`, which is written as nil for `None`, and no
    /// `Option<xml::Nillable<T>>`, which keeps the two apart.
    pub fn nil_is_absent(mut self, is_on: bool) -> Self {
        self.options.nil_is_absent = is_on;
        self
    }

    /// An element that stands once may be nil, or absent, whether the schema says so or not: that is how SOAP's encoding writes what is null
    /// (SOAP 1.1 section 5.1), and PHP sends nil for whatever is. It is an `Option<T>`, which is written as nil for `None`, but not at all
    /// where the schema knows of no nil and lets the element be absent. What it says may be nil is as with [`nil_is_absent`](Self::nil_is_absent).
    pub fn nil_is_everywhere(mut self, is_on: bool) -> Self {
        self.options.nil_is_everywhere = is_on;
        self.nil_is_absent(is_on)
    }

    /// What a type has from the one that it extends is a field of that type, `base`, with the key `flatten`, and no copy of its fields. Where the
    /// two cannot be told from each other by their names it is a copy all the same. Default: no.
    pub fn flatten_bases(mut self, is_on: bool) -> Self {
        self.options.has_bases = is_on;
        self
    }

    /// A simple type that is narrowed by a length, bounds or digits is a tuple struct of the type that it narrows, by
    /// [`xml::restricted_type!`](crate::xml::restricted_type), and a value that is not allowed is an error where it is read or written.
    /// Patterns are not checked: [`map_type`](Self::map_type) puts a type there that does. Default: no.
    pub fn facets(mut self, is_on: bool) -> Self {
        self.options.has_facets = is_on;
        self
    }

    /// Each namespace is a file of its own, in [`Generated::modules`], and not a module in the code. This is not for
    /// [`write_to_out_dir`](Self::write_to_out_dir), for what is included cannot have files of its own.
    pub fn split(mut self, is_on: bool) -> Self {
        self.options.is_split = is_on;
        self
    }

    /// Whether what the schema says to people becomes documentation. Default: yes.
    pub fn docs(mut self, is_on: bool) -> Self {
        self.options.has_docs = is_on;
        self
    }

    /// What is kept as an [`Element`](crate::xml::Element) though the schema has a type for it is an error.
    pub fn deny_fallbacks(mut self, is_on: bool) -> Self {
        self.options.denies_fallbacks = is_on;
        self
    }

    /// What a name means need not be there: instead of an error it is a warning, and an element of that name or type is kept as an
    /// [`Element`](crate::xml::Element).
    pub fn allow_missing(mut self, is_on: bool) -> Self {
        self.options.allows_missing = is_on;
        self
    }

    /// The file for a document that others name by this location, or by this namespace.
    pub fn location(mut self, uri: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        self.sources.locations.insert(uri.into(), path.into());
        self
    }

    /// A folder that is searched for documents which are not where others say.
    pub fn search(mut self, folder: impl Into<PathBuf>) -> Self {
        self.sources.folders.push(folder.into());
        self
    }

    /// A document that is no file: its text, under the path that stands for it.
    pub fn document(mut self, path: impl Into<PathBuf>, text: impl Into<Vec<u8>>) -> Self {
        self.sources.texts.insert(path.into(), text.into());
        self
    }

    /// Generates.
    ///
    /// ```
    /// use um_messages::wsdl::Generator;
    ///
    /// let schema = r#"
    ///     <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:bank">
    ///       <xs:simpleType name="Currency">
    ///         <xs:restriction base="xs:string"><xs:enumeration value="EUR"/></xs:restriction>
    ///       </xs:simpleType>
    ///       <xs:element name="Currency" type="b:Currency" xmlns:b="urn:bank"/>
    ///     </xs:schema>"#;
    /// let generated = Generator::new("bank.xsd").document("bank.xsd", schema.trim()).generate().unwrap();
    /// assert!(generated.code().contains(r#"#[soap(rename = "EUR")]"#));
    /// ```
    ///
    /// # Errors
    ///
    /// All that is wrong with the documents, and what else is to be said of them.
    pub fn generate(&self) -> Result<Generated, Vec<Diagnostic>> {
        let mut report = Report::default();
        self.problems
            .iter()
            .cloned()
            .for_each(|problem| report.add(problem));
        self.options.check(&mut report);
        let Some(input) = self.root() else {
            report.add(Diagnostic::error("it is not said which document to read"));
            return Err(report.into_diagnostics());
        };
        let documents = resolve::load(input, &self.sources, &mut report);
        let code = (!report.has_errors()).then(|| self.code(&documents, &mut report));
        if self.options.denies_fallbacks {
            report.deny_fallbacks();
        }
        match code {
            Some(code) if !report.has_errors() => Ok(Generated {
                code,
                diagnostics: report.into_diagnostics(),
                files: self.config.iter().cloned().chain(documents.paths).collect(),
            }),
            _ => Err(report.into_diagnostics()),
        }
    }

    /// The document to begin with, which may be named by its location.
    fn root(&self) -> Option<&Path> {
        let input = self.input.as_deref()?;
        let named = input
            .to_str()
            .and_then(|name| self.sources.locations.get(name));
        Some(named.map_or(input, PathBuf::as_path))
    }

    fn code(&self, documents: &Documents, report: &mut Report) -> Code {
        let symbols = Symbols::new(documents, report);
        report_unmatched(&self.options, documents, &symbols, report);
        if documents.definitions.is_empty() && !self.options.selection.is_everything() {
            report.add(
                Diagnostic::error("a schema has no operations, services and ports to choose from")
                    .help("all its elements are generated without these options"),
            );
        }
        let mut builder = Builder::new(&symbols, &self.options, report);
        if documents.definitions.is_empty() {
            builder.add_all_elements();
        } else {
            builder.add_services(documents, &self.options.selection);
        }
        let model = builder.finish();
        let namespace = model.namespace().unwrap_or(documents.namespace());
        let file = plan::plan(&model, namespace, &self.options);
        for (problem, near) in &file.unmatched {
            let help = near.as_ref().map(|near| format!("did you mean `{near}`?"));
            report.add(Diagnostic::error(problem).optional_help(help));
        }
        let (text, modules) = print::print(&file, &self.options);
        let is_fallback = |item: &&Item| item.fallback.is_some();
        Code {
            text,
            modules,
            types: file.items.len(),
            fallbacks: file.items.iter().filter(is_fallback).count(),
        }
    }

    /// Generates, and writes the file of this name into the folder of the build (`OUT_DIR`). It says which files that depends on, and
    /// prints warnings, as Cargo understands it.
    ///
    /// # Errors
    ///
    /// If there is no such folder, the file cannot be written, or something is wrong with the documents.
    pub fn write_to_out_dir(&self, file: impl AsRef<Path>) -> io::Result<()> {
        let folder = std::env::var_os("OUT_DIR")
            .ok_or_else(|| io::Error::other("`OUT_DIR` is not set: this is for a `build.rs`"))?;
        let name = file.as_ref().file_stem().and_then(|name| name.to_str());
        let mut generator = self.clone();
        let module = &mut generator.options.file_module;
        *module = module.take().or(name.map(str::to_owned));
        generator.options.is_split = false;
        match generator.generate() {
            Ok(generated) => {
                for path in &generated.files {
                    println!("cargo::rerun-if-changed={}", path.display());
                }
                for diagnostic in &generated.diagnostics {
                    println!("cargo::warning={}", diagnostic.message());
                }
                fs::write(Path::new(&folder).join(file), generated.code.text)
            }
            Err(diagnostics) => {
                let texts: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
                Err(io::Error::other(texts.join("\n\n")))
            }
        }
    }
}

impl Generated {
    /// The code: items of one module, without attributes for all of it.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code.text
    }

    /// The modules in it that are files of their own, each with its name and its code, if [`split`](Generator::split) was asked for.
    pub fn modules(&self) -> impl Iterator<Item = (&str, &str)> {
        let modules = self.code.modules.iter();
        modules.map(|(name, code)| (name.as_str(), code.as_str()))
    }

    /// How many structs and enums that is.
    #[must_use]
    pub fn types(&self) -> usize {
        self.code.types
    }

    /// How many of the types keep a part of theirs as an [`Element`](crate::xml::Element) though the schema has a type for it. A line of
    /// each one's documentation begins with `um-wsdl:`, and says what.
    #[must_use]
    pub fn fallbacks(&self) -> usize {
        self.code.fallbacks
    }

    /// What is to be said of the documents. None of it is an error.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The files that were read.
    #[must_use]
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
}

/// `xs:decimal` as `{http://www.w3.org/2001/XMLSchema}decimal`.
fn expanded(name: String) -> String {
    match name.strip_prefix("xs:") {
        Some(local) => format!("{{{}}}{local}", super::read::xsd::XS.uri()),
        None => name,
    }
}
