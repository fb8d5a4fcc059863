//! What the methods of [`Generator`] are called on a command line and in a file.

use super::generator::Generator;
use super::options::{Preset, Subtypes};
use super::resolve::nearest_of;

/// An option by its name.
pub(crate) struct Setting {
    name: &'static str,
    set: Set,
}

type Apply = fn(Generator) -> Generator;

/// What an option takes, and what it does.
pub(crate) enum Set {
    Switch(Apply),
    Text(fn(Generator, String) -> Generator),
    Path(fn(Generator, String) -> Generator),
    /// One of these, and what is said of any other.
    Word(&'static [(&'static str, Apply)], &'static str),
    /// A name, and what is said of it.
    Pair(fn(Generator, String, String) -> Generator),
    PathOf(fn(Generator, String, String) -> Generator),
}

const fn setting(name: &'static str, set: Set) -> Setting {
    Setting { name, set }
}

const SETTINGS: &[Setting] = &[
    setting("operation", Set::Text(|it, name| it.operations([name]))),
    setting("service", Set::Text(Generator::service)),
    setting("port", Set::Text(Generator::port)),
    setting(
        "subtypes",
        Set::Word(
            &[
                ("auto", |it| it.subtypes(Subtypes::Auto)),
                ("all", |it| it.subtypes(Subtypes::All)),
                ("reached", |it| it.subtypes(Subtypes::Reached)),
            ],
            "is neither `auto`, `all` nor `reached`",
        ),
    ),
    setting("module", Set::Pair(Generator::module)),
    setting("prefix", Set::Pair(Generator::prefix)),
    setting("type", Set::Pair(Generator::map_type)),
    setting(
        "time",
        Set::Word(
            &[
                ("chrono", |it| it.preset(Preset::Chrono)),
                ("jiff", |it| it.preset(Preset::Jiff)),
                ("time", |it| it.preset(Preset::Time)),
            ],
            "is neither `chrono`, `jiff` nor `time`",
        ),
    ),
    setting("decimal", Set::Switch(|it| it.preset(Preset::RustDecimal))),
    setting("uuid", Set::Switch(|it| it.preset(Preset::Uuid))),
    setting("url", Set::Switch(|it| it.preset(Preset::Url))),
    setting(
        "integer",
        Set::Word(
            &[("i128", |it| it.preset(Preset::Integer128))],
            "is no type for integers, but `i128`",
        ),
    ),
    setting("rename", Set::Pair(Generator::rename)),
    setting("optional", Set::Text(Generator::optional)),
    setting(
        "derive",
        Set::Text(|it, paths| it.derive(paths.split(',').map(str::trim))),
    ),
    setting("open-enums", Set::Switch(|it| it.open_enums(true))),
    setting("strict", Set::Switch(|it| it.strict(true))),
    setting(
        "arrays",
        Set::Word(
            &[
                ("wrapper", |it| it.wrappers(true)),
                ("struct", |it| it.wrappers(false)),
            ],
            "is neither `wrapper` nor `struct`",
        ),
    ),
    setting(
        "inherit",
        Set::Word(
            &[
                ("copy", |it| it.flatten_bases(false)),
                ("flatten", |it| it.flatten_bases(true)),
            ],
            "is neither `copy` nor `flatten`",
        ),
    ),
    setting("facets", Set::Switch(|it| it.facets(true))),
    setting(
        "nil",
        Set::Word(
            &[
                ("keep", |it| it.nil_is_everywhere(false)),
                ("absent", |it| {
                    it.nil_is_everywhere(false).nil_is_absent(true)
                }),
                ("everywhere", |it| it.nil_is_everywhere(true)),
            ],
            "is neither `keep`, `absent` nor `everywhere`",
        ),
    ),
    setting("no-docs", Set::Switch(|it| it.docs(false))),
    setting(
        "deny",
        Set::Word(
            &[("fallback", |it| it.deny_fallbacks(true))],
            "cannot be denied, but `fallback`",
        ),
    ),
    setting(
        "allow",
        Set::Word(
            &[("missing", |it| it.allow_missing(true))],
            "cannot be allowed, but `missing`",
        ),
    ),
    setting("location", Set::PathOf(Generator::location)),
    setting("search", Set::Path(Generator::search)),
];

impl Setting {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// The option that was most likely meant.
    pub(crate) fn nearest(name: &str, others: &[&'static str]) -> Option<&'static str> {
        let names = SETTINGS.iter().map(|setting| setting.name);
        nearest_of(names.chain(others.iter().copied()), name)
    }

    pub(crate) fn set(&self) -> &Set {
        &self.set
    }
}

impl Set {
    /// Sets what is said by one text.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub(crate) fn text(&self, generator: Generator, text: &str) -> Result<Generator, String> {
        match self {
            Self::Switch(apply) => Ok(apply(generator)),
            Self::Text(apply) | Self::Path(apply) => Ok(apply(generator, text.to_owned())),
            Self::Word(words, otherwise) => {
                let word = words.iter().find(|(word, _)| *word == text);
                let (_, apply) = word.ok_or_else(|| format!("`{text}` {otherwise}"))?;
                Ok(apply(generator))
            }
            // A namespace may have a `=` itself, and neither a module nor a path does.
            Self::Pair(_) | Self::PathOf(_) => match text.rsplit_once('=') {
                Some((name, value)) => Ok(self.pair(generator, name, value)),
                None => Err(format!("`{text}` is not of the form NAME=VALUE")),
            },
        }
    }

    /// Sets what is said of a name, if that is what the option does.
    pub(crate) fn pair(&self, generator: Generator, name: &str, value: &str) -> Generator {
        match self {
            Self::Pair(apply) | Self::PathOf(apply) => {
                apply(generator, name.to_owned(), value.to_owned())
            }
            _ => generator,
        }
    }
}

/// The option of this name at the tool.
fn known(option: &str) -> Result<&'static Setting, String> {
    Setting::named(option).ok_or_else(|| {
        let near = Setting::nearest(option, &["output", "config", "fetch", "help", "version"]);
        let near = near.map(|near| format!(": did you mean `--{near}`?"));
        format!(
            "there is no option `--{option}`{}",
            near.unwrap_or_default()
        )
    })
}

/// For the tool.
#[doc(hidden)]
impl Generator {
    /// Whether the option of this name has a value.
    ///
    /// # Errors
    ///
    /// If there is no such option.
    pub fn takes_value(option: &str) -> Result<bool, String> {
        known(option).map(|setting| !matches!(setting.set, Set::Switch(_)))
    }

    /// Sets the option of this name.
    ///
    /// # Errors
    ///
    /// If there is no such option, or its value is none that it takes.
    pub fn option(self, option: &str, value: &str) -> Result<Self, String> {
        known(option)?.set.text(self, value)
    }
}

#[cfg(test)]
mod tests {
    use super::{SETTINGS, Set};

    #[test]
    fn help_and_documentation_have_all() {
        let (help, page) = (
            include_str!("../bin/um-wsdl/main.rs"),
            include_str!("mod.rs"),
        );
        for setting in SETTINGS {
            let option = format!("--{}", setting.name);
            assert!(help.contains(&option), "{option}");
            assert!(page.contains(&format!("`{option}")), "{option}");
        }
        let words = SETTINGS.iter().filter_map(|setting| match setting.set {
            Set::Word(words, otherwise) => Some((words, otherwise)),
            _ => None,
        });
        for (words, otherwise) in words {
            let is_said = |(word, _): &(&str, _)| otherwise.contains(&format!("`{word}`"));
            assert!(words.iter().all(is_said), "{otherwise}");
        }
    }
}
