//! Options in a file: `um-wsdl.toml`.

use std::borrow::Cow;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::{At, Diagnostic, Place};
use super::generator::Generator;
use super::settings::{Set, Setting};
use crate::Position;

/// What the file says beside options.
const OTHERS: [&str; 2] = ["input", "output"];

type Value<'t> = Spanned<DeValue<'t>>;

impl Generator {
    /// With the options that stand in a file, `um-wsdl.toml`, which says with `input` for which document: see [options](super#options). What is wrong
    /// with the file is said where it is generated.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// um_messages::wsdl::Generator::from_config("wsdl/um-wsdl.toml").write_to_out_dir("bank.rs")?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_config(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let (generator, problems) = read(path);
        generator.of_config(path, problems)
    }
}

fn read(path: &Path) -> (Generator, Vec<Diagnostic>) {
    let file: Arc<str> = path.to_string_lossy().into();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let problem = format!("`{file}` cannot be read: {error}");
            return (Generator::without_input(), vec![Diagnostic::error(problem)]);
        }
    };
    let mut config = Config {
        file,
        text: &text,
        folder: path.parent().unwrap_or(Path::new("")),
        generator: Generator::without_input(),
        problems: Vec::new(),
    };
    match DeTable::parse(&text) {
        Ok(table) => config.add_all(table.get_ref()),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            config.refuse(error.message().to_owned(), span, None);
        }
    }
    (config.generator, config.problems)
}

/// A file, what it has said, and what is wrong with it.
struct Config<'t> {
    file: Arc<str>,
    text: &'t str,
    /// The folder that paths are relative to: that of the file.
    folder: &'t Path,
    generator: Generator,
    problems: Vec<Diagnostic>,
}

impl Config<'_> {
    fn add_all(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("input", DeValue::String(path)) => {
                    let is_file = !path.contains("://");
                    let path = if is_file {
                        self.folder.join(&**path)
                    } else {
                        PathBuf::from(&**path)
                    };
                    self.change(|it| it.input(path));
                }
                ("output", DeValue::String(path)) => {
                    let path = self.folder.join(&**path);
                    self.change(|it| it.with_output(path));
                }
                ("input" | "output", _) => self.mistyped("a path", value),
                (name_of_option, _) => match Setting::named(name_of_option) {
                    Some(setting) => self.add(setting.set(), value),
                    None => self.unknown(name),
                },
            }
        }
    }

    fn unknown(&mut self, name: &Spanned<Cow<'_, str>>) {
        let near = Setting::nearest(name.get_ref(), &OTHERS);
        let help = near.map(|near| format!("did you mean `{near}`?"));
        let problem = format!("there is no option `{}`", name.get_ref());
        self.refuse(problem, name.span(), help);
    }

    fn add(&mut self, set: &Set, value: &Value<'_>) {
        match (set, value.get_ref()) {
            (Set::Switch(_), DeValue::Boolean(false)) => {}
            (Set::Switch(_), DeValue::Boolean(true)) => self.add_text(set, "", value),
            (Set::Switch(_), _) => self.mistyped("`true` or `false`", value),
            (Set::Pair(_) | Set::PathOf(_), DeValue::Table(pairs)) => self.add_pairs(set, pairs),
            (Set::Pair(_) | Set::PathOf(_), _) => {
                self.mistyped("a table of `\"name\" = \"value\"`", value);
            }
            (_, DeValue::String(text)) => self.add_text(set, text, value),
            (Set::Word(..), _) => self.mistyped("a text", value),
            (Set::Text(apply) | Set::Path(apply), DeValue::Array(texts)) => {
                for text in texts {
                    match text.get_ref().as_str().map(|text| self.text(set, text)) {
                        Some(text) => self.change(|it| apply(it, text)),
                        None => self.mistyped("a text", text),
                    }
                }
            }
            (Set::Text(_) | Set::Path(_), _) => self.mistyped("a text, or a list of texts,", value),
        }
    }

    fn add_pairs(&mut self, set: &Set, pairs: &DeTable<'_>) {
        for (name, value) in pairs {
            match value.get_ref().as_str() {
                Some(text) => {
                    let text = self.text(set, text);
                    self.change(|it| set.pair(it, name.get_ref(), &text));
                }
                None => self.mistyped("a text", value),
            }
        }
    }

    /// Sets an option. Nothing is copied for it: a file may have thousands of names.
    fn change(&mut self, change: impl FnOnce(Generator) -> Generator) {
        let generator = std::mem::replace(&mut self.generator, Generator::without_input());
        self.generator = change(generator);
    }

    /// Sets an option by a text which it may not take, and then it is as it was.
    fn add_text(&mut self, set: &Set, text: &str, at: &Value<'_>) {
        match set.text(self.generator.clone(), &self.text(set, text)) {
            Ok(generator) => self.generator = generator,
            Err(problem) => self.refuse(problem, at.span(), None),
        }
    }

    /// A path is relative to the folder of the file.
    fn text(&self, set: &Set, text: &str) -> String {
        match set {
            Set::Path(_) | Set::PathOf(_) => self.folder.join(text).to_string_lossy().into_owned(),
            _ => text.to_owned(),
        }
    }

    fn mistyped(&mut self, expected: &str, value: &Value<'_>) {
        let found = value.get_ref().type_str();
        let problem = format!("{expected} is expected here, and no TOML {found}");
        self.refuse(problem, value.span(), None);
    }

    fn refuse(&mut self, problem: String, span: Range<usize>, help: Option<String>) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let position = Position {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            byte: before.len(),
        };
        let place = Place::new(&self.file, At::from(position));
        let diagnostic = Diagnostic::error(problem).at(place).optional_help(help);
        self.problems.push(diagnostic);
    }
}
