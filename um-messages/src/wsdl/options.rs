//! What is asked for.

use std::collections::{HashMap, HashSet};

use super::diagnostic::{Diagnostic, Report};
use super::read::wsdl;
use super::read::xsd::XS;
use crate::xml::is_own_prefix;

/// What is asked for, beside the document itself.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are switches, each on its own"
)]
pub(crate) struct Options {
    pub(crate) selection: Selection,
    /// Modules by namespace: a name, or the path of one that exists.
    pub(crate) modules: HashMap<String, String>,
    pub(crate) prefixes: HashMap<String, String>,
    /// The module that the file is of.
    pub(crate) file_module: Option<String>,
    /// Types of Rust by names of the schema, `{namespace}local`.
    pub(crate) types: HashMap<String, String>,
    /// Names of Rust by names of the schema, `{namespace}local`, `{namespace}local/part` and `{namespace}local=value`.
    pub(crate) names: HashMap<String, String>,
    /// Elements and attributes that need not stand, though the schema says so: `{namespace}local/part`.
    pub(crate) optional: HashSet<String>,
    /// What every type derives beside `Debug`, `Clone` and `PartialEq`.
    pub(crate) derives: Vec<String>,
    /// Whether enums of values keep values that they do not know.
    pub(crate) has_open_enums: bool,
    /// Whether unknown elements and attributes are an error.
    pub(crate) is_strict: bool,
    /// Whether an element that holds a list and nothing else is a field with a wrapper, and no struct.
    pub(crate) has_wrappers: bool,
    /// Whether an element that may be absent and may be nil is an `Option`, which is nil for `None`.
    pub(crate) nil_is_absent: bool,
    /// Whether any element may be nil, whatever the schema says.
    pub(crate) nil_is_everywhere: bool,
    /// Whether what a type has from the one that it extends is a field, and not copied.
    pub(crate) has_bases: bool,
    /// Whether a simple type that is narrowed by a length, bounds or digits is a type of its own, which holds values to them.
    pub(crate) has_facets: bool,
    /// Whether each module is a file of its own.
    pub(crate) is_split: bool,
    /// Whether what the schema says to people is kept.
    pub(crate) has_docs: bool,
    /// Whether what is kept without a type is an error.
    pub(crate) denies_fallbacks: bool,
    /// Whether what a name means need not be there: it is kept without a type.
    pub(crate) allows_missing: bool,
    /// Types of Rust for built-in types, where no other one is asked for.
    pub(crate) presets: Vec<Preset>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            modules: HashMap::new(),
            prefixes: HashMap::new(),
            file_module: None,
            types: HashMap::new(),
            names: HashMap::new(),
            optional: HashSet::new(),
            derives: Vec::new(),
            has_open_enums: false,
            is_strict: false,
            has_wrappers: true,
            nil_is_absent: false,
            nil_is_everywhere: false,
            has_bases: false,
            has_facets: false,
            is_split: false,
            has_docs: true,
            denies_fallbacks: false,
            allows_missing: false,
            presets: Vec::new(),
        }
    }
}

impl Options {
    /// The type of Rust that is asked for a type of the schema, `{namespace}local`.
    pub(crate) fn type_for(&self, (namespace, local): (&str, &str)) -> Option<&str> {
        if !self.types.is_empty() {
            let asked = self.types.get(&format!("{{{namespace}}}{local}"));
            if asked.is_some() {
                return asked.map(String::as_str);
            }
        }
        let mut presets = self.presets.iter();
        presets.find_map(|preset| preset.type_for(namespace, local))
    }

    /// Reports what is no Rust: it would be a file that does not compile.
    pub(crate) fn check(&self, report: &mut Report) {
        let mut problems = Vec::new();
        for (name, path) in &self.types {
            if syn::parse_str::<syn::Type>(path).is_err() {
                problems.push(format!(
                    "`{path}`, the type for `{name}`, is no type of Rust"
                ));
            }
        }
        for (name, rust) in &self.names {
            if syn::parse_str::<syn::Ident>(rust).is_err() {
                problems.push(format!(
                    "`{rust}`, the name for `{name}`, is no name of Rust"
                ));
            }
        }
        for name in &self.optional {
            let local = name.rsplit('}').next().unwrap_or_default();
            if !local.contains('/') {
                problems.push(format!(
                    "`{name}` of `--optional` is no field: that of the type `{{urn:bank}}Account` for the element `no` is `{{urn:bank}}Account/no`"
                ));
            }
        }
        for (namespace, module) in &self.modules {
            if syn::parse_str::<syn::Path>(module).is_err() {
                problems.push(format!(
                    "`{module}`, the module for `{namespace}`, is neither a name nor a path of Rust"
                ));
            }
        }
        for (namespace, prefix) in &self.prefixes {
            if !is_own_prefix(prefix) {
                problems.push(format!(
                    "`{prefix}`, the prefix for `{namespace}`, is no prefix"
                ));
            }
        }
        for path in &self.derives {
            if syn::parse_str::<syn::Path>(path).is_err() {
                problems.push(format!(
                    "`{path}`, which every type is to derive, is no path of Rust"
                ));
            }
        }
        problems.sort();
        for problem in problems {
            report.add(Diagnostic::error(problem));
        }
    }
}

/// Types of Rust for the simple types that several crates have types for. Each needs the feature of this crate that is named as that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Preset {
    /// Dates and times of the crate `chrono`: `xs:dateTime` is a `DateTime<FixedOffset>`, and needs its offset.
    Chrono,
    /// Dates and times of the crate `jiff`: `xs:dateTime` is a `Timestamp`, and needs its offset.
    Jiff,
    /// Dates and times of the crate `time`: `xs:dateTime` is an `OffsetDateTime`, and needs its offset.
    Time,
    /// `xs:decimal` as the `Decimal` of the crate `rust_decimal`.
    RustDecimal,
    /// The GUIDs of .NET as the `Uuid` of the crate `uuid`.
    Uuid,
    /// `xs:anyURI` as the `Url` of the crate `url`: an absolute one.
    Url,
    /// Integers without a bound as `i128` and `u128`. This needs no crate.
    Integer128,
}

impl Preset {
    /// The type for a type of the schema, if there is one.
    fn type_for(self, namespace: &str, local: &str) -> Option<&'static str> {
        const GUID: [&str; 2] = [
            "http://microsoft.com/wsdl/types/",
            "http://schemas.microsoft.com/2003/10/Serialization/",
        ];
        if namespace != XS.uri() {
            let is_guid = self == Self::Uuid && local == "guid" && GUID.contains(&namespace);
            return is_guid.then_some("uuid::Uuid");
        }
        Some(match (self, local) {
            (Self::Chrono, "dateTime") => "chrono::DateTime<chrono::FixedOffset>",
            (Self::Chrono, "date") => "chrono::NaiveDate",
            (Self::Chrono, "time") => "chrono::NaiveTime",
            (Self::Chrono, "duration") => "chrono::TimeDelta",
            (Self::Jiff, "dateTime") => "jiff::Timestamp",
            (Self::Jiff, "date") => "jiff::civil::Date",
            (Self::Jiff, "time") => "jiff::civil::Time",
            (Self::Jiff, "duration") => "jiff::SignedDuration",
            (Self::Time, "dateTime") => "time::OffsetDateTime",
            (Self::Time, "date") => "time::Date",
            (Self::Time, "time") => "time::Time",
            (Self::Time, "duration") => "time::Duration",
            (Self::RustDecimal, "decimal") => "rust_decimal::Decimal",
            (Self::Url, "anyURI") => "url::Url",
            (Self::Integer128, "integer" | "nonPositiveInteger" | "negativeInteger") => "i128",
            (Self::Integer128, "nonNegativeInteger" | "positiveInteger") => "u128",
            _ => return None,
        })
    }
}

/// Which types are variants where one that they are derived from stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subtypes {
    /// All, while there are at most 32; of more, those that something else uses. What is left out is kept as an
    /// [`Element`](crate::xml::Element).
    #[default]
    Auto,
    /// All.
    All,
    /// Those that something else uses.
    Reached,
}

/// Which operations are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Names, with `*` for any characters. None for all.
    pub(crate) operations: Vec<String>,
    pub(crate) service: Option<String>,
    pub(crate) port: Option<String>,
    pub(crate) subtypes: Subtypes,
}

impl Selection {
    /// Whether nothing is asked for in particular.
    pub(crate) fn is_everything(&self) -> bool {
        self.operations.is_empty() && self.service.is_none() && self.port.is_none()
    }

    pub(crate) fn has_port(&self, service: &wsdl::Service, port: &wsdl::Port) -> bool {
        let is_service = self
            .service
            .as_ref()
            .is_none_or(|name| *name == service.name);
        is_service && self.port.as_ref().is_none_or(|name| *name == port.name)
    }

    pub(crate) fn has_operation(&self, name: &str) -> bool {
        let mut patterns = self.operations.iter();
        self.operations.is_empty() || patterns.any(|pattern| matches(pattern, name))
    }

    /// What is asked for, and none of these.
    pub(crate) fn unmet<'n>(
        &self,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> impl Iterator<Item = &str> {
        let patterns = self.operations.iter().map(String::as_str);
        patterns.filter(move |pattern| !names.clone().any(|name| matches(pattern, name)))
    }
}

/// Whether a name is one of a pattern, in which `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let Some(mut name) = name.strip_prefix(start) else {
        return false;
    };
    let mut pieces = rest.split('*').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return name.ends_with(piece);
        }
        match name.split_once(piece) {
            Some((_, behind)) => name = behind,
            None => return false,
        }
    }
    true
}
