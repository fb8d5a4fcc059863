//! `um-wsdl`: from a WSDL or a schema to a file of structs.

#[cfg(feature = "wsdl-fetch")]
mod fetch;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::prelude::{Long, Short, Value, ValueExt};
use um_messages::wsdl::{Diagnostic, Generated, Generator, Severity};

const HELP: &str = "\
um-wsdl INPUT -o OUTPUT    structs from a WSDL 1.1 or an XML Schema 1.0
um-wsdl --config FILE      the same, with all that is to be said in a file
um-wsdl check INPUT        says what would be generated, and what of it has no type

  -o, --output PATH        the file to write, or the folder, `src/bank/`, for a file for each namespace; without it, the standard output
      --operation GLOB     only these operations, and the types that they reach (repeatable)
      --service NAME       only this service
      --port NAME          only this port
      --subtypes WHICH     `auto`, `all` or `reached`: the types that may stand where their base does
      --module NS=NAME     the module for a namespace; with `::` in it, one that exists
      --prefix NS=PREFIX   the prefix that a namespace is written with
      --type NAME=PATH     a type of Rust for one of the schema: `{urn:bank}Money=crate::Money`, `xs:decimal=…`
      --time CRATE         dates and times of `chrono`, `jiff` or `time`
      --decimal, --uuid, --url
                           `Decimal` of `rust_decimal`, `Uuid` and `Url` of the crates of these names
      --integer i128       integers without a bound as `i128` and `u128`
      --rename NAME=RUST   a name of Rust for a type or element of the schema, for a part of it (`{urn:bank}Type/field`),
                           or for a value (`{urn:bank}Enum=value`)
      --optional NAME      an element or attribute may be absent, though the schema wants it: `{urn:nfe}TNFe/Signature` (repeatable)
      --derive PATHS       what every type derives as well, separated by commas
      --open-enums         enums of values keep what they do not know
      --strict             unknown elements and attributes are an error
      --arrays WHICH       `wrapper` or `struct`: what an element is that holds a list and nothing else
      --inherit WHICH      `copy` or `flatten`: how a type has what the one has that it extends
      --facets             what a length, bounds or digits narrow is a type that checks its values
      --nil WHICH          `keep` or `absent`: whether what may be absent and may be nil tells these apart;
                           `everywhere`: any element may be nil, whatever the schema says
      --no-docs            without what the schema says to people
      --deny fallback      what is kept without a type is an error
      --allow missing      what a name means and is nowhere is kept without a type
      --config FILE        the options that stand in this file, `um-wsdl.toml`, each by its name here
      --location URI=PATH  the file for a document that others name so (repeatable)
      --fetch DIR          documents that others name by `http:` or `https:` are fetched and kept in this folder
      --search DIR         a folder to look for documents in (repeatable)
  -h, --help               this text
  -V, --version            the version
";

/// What is asked for on the command line.
struct Command {
    generator: Generator,
    /// The folder for documents that are fetched.
    fetch: Option<PathBuf>,
    output: Option<PathBuf>,
    is_check: bool,
    /// The command, as the generated file repeats it.
    line: String,
}

fn main() -> ExitCode {
    let command = match Command::from_arguments() {
        Ok(Some(command)) => command,
        Ok(None) => return ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\n  = help: `um-wsdl --help` lists the options");
            return ExitCode::FAILURE;
        }
    };
    match command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

impl Command {
    /// `None` if what was asked for is said already.
    fn from_arguments() -> Result<Option<Self>, lexopt::Error> {
        let mut arguments = lexopt::Parser::from_env();
        let (mut input, mut output, mut config, mut fetch) = (None, None, None, None);
        let mut is_check = false;
        let mut options: Vec<(String, String)> = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => {
                    print!("{HELP}");
                    return Ok(None);
                }
                Short('V') | Long("version") => {
                    println!("um-wsdl {}", env!("CARGO_PKG_VERSION"));
                    return Ok(None);
                }
                Short('o') | Long("output") => output = Some(PathBuf::from(arguments.value()?)),
                Long("fetch") => fetch = Some(PathBuf::from(arguments.value()?)),
                Long("config") => config = Some(PathBuf::from(arguments.value()?)),
                Value(value) if value == "check" && input.is_none() && !is_check => is_check = true,
                Value(value) if input.is_none() => input = Some(PathBuf::from(value)),
                Long(name) => {
                    let name = name.to_owned();
                    let has_value = Generator::takes_value(&name)?;
                    let value = has_value.then(|| arguments.value()?.string()).transpose()?;
                    options.push((name, value.unwrap_or_default()));
                }
                argument => return Err(argument.unexpected()),
            }
        }
        let mut generator = match (config, input) {
            (None, None) => return Err("it is not said which document to read".into()),
            (None, Some(input)) => Generator::new(input),
            (Some(config), None) => Generator::from_config(config),
            (Some(config), Some(input)) => Generator::from_config(config).input(input),
        };
        for (name, value) in options {
            generator = generator.option(&name, &value)?;
        }
        let output = output.or_else(|| generator.output().map(Path::to_owned));
        if let Some(output) = output.as_deref() {
            generator = generator.split(is_folder(output));
            if let Some(module) = module_of(output) {
                generator = generator.file_module(module);
            }
        }
        Ok(Some(Self {
            generator,
            fetch,
            output,
            is_check,
            line: line(),
        }))
    }

    fn run(&self) -> io::Result<()> {
        let generator = match &self.fetch {
            Some(folder) => fetched(self.generator.clone(), folder).map_err(io::Error::other)?,
            None => self.generator.clone(),
        };
        match generator.generate() {
            Ok(generated) => {
                report(generated.diagnostics());
                if let Some(untyped) = untyped(&generated) {
                    eprintln!("{untyped}");
                }
                if self.is_check {
                    println!("{}", summary(&generated));
                    return Ok(());
                }
                let text = format!("{}{ALLOW}{}", header(&self.line), generated.code());
                match &self.output {
                    Some(output) if is_folder(output) => {
                        self.write_folder(output, text, &generated)
                    }
                    Some(output) => write(&[(output.clone(), text)]),
                    None => io::stdout().lock().write_all(text.as_bytes()),
                }
            }
            Err(diagnostics) => {
                report(&diagnostics);
                let errors = diagnostics
                    .iter()
                    .filter(|diagnostic| diagnostic.severity() == Severity::Error);
                let count = errors.count();
                Err(io::Error::other(format!(
                    "{count} of these keep anything from being generated"
                )))
            }
        }
    }
}

impl Command {
    /// Writes the file of the folder's own module, and one for each module in it.
    fn write_folder(&self, folder: &Path, text: String, generated: &Generated) -> io::Result<()> {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
        let modules = generated.modules().map(|(name, code)| {
            let text = format!("{}{code}", header(&self.line));
            (folder.join(format!("{name}.rs")), text)
        });
        let root = (folder.join("mod.rs"), text);
        write(&std::iter::once(root).chain(modules).collect::<Vec<_>>())
    }
}

/// The generator with the documents that can be fetched.
#[cfg(feature = "wsdl-fetch")]
use self::fetch::fetch as fetched;

#[cfg(not(feature = "wsdl-fetch"))]
fn fetched(_: Generator, _: &Path) -> Result<Generator, String> {
    Err("`--fetch` needs the feature `wsdl-fetch`: `cargo install um-messages --features wsdl-fetch`".to_owned())
}

/// The module that a file is of.
fn module_of(output: &Path) -> Option<String> {
    let stem = match output.file_stem()?.to_str()? {
        "mod" => output.parent()?.file_name()?.to_str()?,
        stem => stem,
    };
    Some(stem.to_owned())
}

fn report(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        eprintln!("{diagnostic}\n");
    }
}

fn summary(generated: &Generated) -> String {
    format!(
        "{} types in {} bytes, from {} documents",
        generated.types(),
        generated.code().len(),
        generated.files().len()
    )
}

/// What is kept without a type, if anything is.
fn untyped(generated: &Generated) -> Option<String> {
    (generated.fallbacks() > 0).then(|| {
        format!(
            "{} of {} types are kept as `xml::Element`, wholly or in part",
            generated.fallbacks(),
            generated.types()
        )
    })
}

/// The command, without the path to the tool.
fn line() -> String {
    let arguments = std::env::args().skip(1).map(|argument| {
        let is_plain =
            |character: char| character.is_alphanumeric() || "-_./:=,+@".contains(character);
        if argument.chars().all(is_plain) {
            argument
        } else {
            format!("'{argument}'")
        }
    });
    std::iter::once("um-wsdl".to_owned())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
        .replace(['\n', '\r'], " ")
}

const ALLOW: &str =
    "#![allow(dead_code, reason = \"a service has more than a program may use\")]\n\n";

fn header(line: &str) -> String {
    format!("// Generated by `{line}`.\n\n")
}

/// Whether the output is called as a folder is.
fn is_folder(output: &Path) -> bool {
    output.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// Writes files, each whole or not at all: none if one cannot be written.
fn write(files: &[(PathBuf, String)]) -> io::Result<()> {
    let mut beside = Vec::new();
    for (path, text) in files {
        let mut new = path.as_os_str().to_owned();
        new.push(".new");
        let new = PathBuf::from(new);
        let written = fs::write(&new, text);
        beside.push((new, path));
        if let Err(error) = written {
            for (new, _) in beside {
                drop(fs::remove_file(new));
            }
            return Err(not_written(path, &error));
        }
    }
    for (new, path) in beside {
        fs::rename(&new, path)
            .inspect_err(|_| drop(fs::remove_file(&new)))
            .map_err(|error| not_written(path, &error))?;
    }
    Ok(())
}

fn not_written(path: &Path, error: &io::Error) -> io::Error {
    let problem = format!("`{}` cannot be written: {error}", path.display());
    io::Error::new(error.kind(), problem)
}
