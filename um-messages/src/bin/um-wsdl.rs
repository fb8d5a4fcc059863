//! `um-wsdl`: from a WSDL or a schema to a file of structs.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::prelude::{Long, Short, Value, ValueExt};
use um_messages::wsdl::{Diagnostic, Generated, Generator, Severity, Subtypes};

const HELP: &str = "\
um-wsdl INPUT -o OUTPUT    structs from a WSDL 1.1 or an XML Schema 1.0
um-wsdl check INPUT        says what would be generated, and what of it has no type

  -o, --output PATH        the file to write; without it, the standard output
      --operation GLOB     only these operations, and the types that they reach (repeatable)
      --service NAME       only this service
      --port NAME          only this port
      --subtypes WHICH     `auto`, `all` or `reached`: the types that may stand where their base does
      --module NS=NAME     the module for a namespace; with `::` in it, one that exists
      --prefix NS=PREFIX   the prefix that a namespace is written with
      --type NAME=PATH     a type of Rust for one of the schema: `{urn:bank}Money=crate::Money`, `xs:decimal=…`
      --rename NAME=RUST   a name of Rust for a type or element of the schema
      --derive PATHS       what every type derives as well, separated by commas
      --open-enums         enums of values keep what they do not know
      --strict             unknown elements and attributes are an error
      --arrays WHICH       `wrapper` or `struct`: what an element is that holds a list and nothing else
      --no-docs            without what the schema says to people
      --deny fallback      what is kept without a type is an error
      --location URI=PATH  the file for a document that others name so (repeatable)
      --search DIR         a folder to look for documents in (repeatable)
  -h, --help               this text
  -V, --version            the version
";

/// What is asked for on the command line.
struct Command {
    generator: Generator,
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
        let mut input = None;
        let mut output = None;
        let mut is_check = false;
        let mut options: Vec<Box<dyn Fn(Generator) -> Generator>> = Vec::new();
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
                Value(value) if value == "check" && input.is_none() && !is_check => is_check = true,
                Value(value) if input.is_none() => input = Some(PathBuf::from(value)),
                Long(name) => {
                    let name = name.to_owned();
                    options.push(option(&name, &mut arguments)?);
                }
                argument => return Err(argument.unexpected()),
            }
        }
        let input = input.ok_or("it is not said which document to read")?;
        let mut generator = Generator::new(input);
        for option in options {
            generator = option(generator);
        }
        Ok(Some(Self {
            generator,
            output,
            is_check,
            line: line(),
        }))
    }

    fn run(&self) -> io::Result<()> {
        match self.generator.generate() {
            Ok(generated) => {
                report(generated.diagnostics());
                if let Some(untyped) = untyped(&generated) {
                    eprintln!("{untyped}");
                }
                if self.is_check {
                    println!("{}", summary(&generated));
                    return Ok(());
                }
                let text = format!("{}{}", header(&self.line), generated.code());
                match &self.output {
                    Some(output) => write(output, &text),
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

/// What one option says to the generator.
fn option(
    name: &str,
    arguments: &mut lexopt::Parser,
) -> Result<Box<dyn Fn(Generator) -> Generator>, lexopt::Error> {
    let mut text = || arguments.value().and_then(ValueExt::string);
    Ok(match name {
        "operation" => {
            let value = text()?;
            Box::new(move |generator| generator.operations([value.clone()]))
        }
        "service" => {
            let value = text()?;
            Box::new(move |generator| generator.service(value.clone()))
        }
        "port" => {
            let value = text()?;
            Box::new(move |generator| generator.port(value.clone()))
        }
        "subtypes" => {
            let subtypes = subtypes(&text()?)?;
            Box::new(move |generator| generator.subtypes(subtypes))
        }
        "module" => {
            let (from, to) = pair(&text()?)?;
            Box::new(move |generator| generator.module(from.clone(), to.clone()))
        }
        "prefix" => {
            let (from, to) = pair(&text()?)?;
            Box::new(move |generator| generator.prefix(from.clone(), to.clone()))
        }
        "type" => {
            let (from, to) = pair(&text()?)?;
            Box::new(move |generator| generator.map_type(from.clone(), to.clone()))
        }
        "rename" => {
            let (from, to) = pair(&text()?)?;
            Box::new(move |generator| generator.rename(from.clone(), to.clone()))
        }
        "location" => {
            let (from, to) = pair(&text()?)?;
            Box::new(move |generator| generator.location(from.clone(), to.clone()))
        }
        "derive" => {
            let value = text()?;
            Box::new(move |generator| generator.derive(value.split(',').map(str::trim)))
        }
        "search" => {
            let value = text()?;
            Box::new(move |generator| generator.search(value.clone()))
        }
        "deny" => match text()?.as_str() {
            "fallback" => Box::new(|generator| generator.deny_fallbacks(true)),
            other => return Err(format!("`{other}` cannot be denied, but `fallback`").into()),
        },
        "open-enums" => Box::new(|generator| generator.open_enums(true)),
        "strict" => Box::new(|generator| generator.strict(true)),
        "arrays" => match text()?.as_str() {
            "wrapper" => Box::new(|generator| generator.wrappers(true)),
            "struct" => Box::new(|generator| generator.wrappers(false)),
            other => return Err(format!("`{other}` is neither `wrapper` nor `struct`").into()),
        },
        "no-docs" => Box::new(|generator| generator.docs(false)),
        other => return Err(format!("there is no option `--{other}`").into()),
    })
}

fn subtypes(text: &str) -> Result<Subtypes, lexopt::Error> {
    match text {
        "auto" => Ok(Subtypes::Auto),
        "all" => Ok(Subtypes::All),
        "reached" => Ok(Subtypes::Reached),
        other => Err(format!("`{other}` is neither `auto`, `all` nor `reached`").into()),
    }
}

/// `NAME=VALUE`. A namespace may have a `=` itself, and neither a module nor a path does.
fn pair(text: &str) -> Result<(String, String), lexopt::Error> {
    match text.rsplit_once('=') {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => Err(format!("`{text}` is not of the form NAME=VALUE").into()),
    }
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

fn header(line: &str) -> String {
    format!(
        "// Generated by `{line}`.\n\n#![allow(dead_code, reason = \"a service has more than a program may use\")]\n\n"
    )
}

/// Writes the file whole or not at all.
fn write(output: &Path, text: &str) -> io::Result<()> {
    let mut beside = output.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let named = |error: io::Error| {
        io::Error::new(
            error.kind(),
            format!("`{}` cannot be written: {error}", output.display()),
        )
    };
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, output))
        .inspect_err(|_| drop(fs::remove_file(&beside)))
        .map_err(named)
}
