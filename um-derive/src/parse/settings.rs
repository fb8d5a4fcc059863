//! From entries to keys: known, in their place, set once, with a value of the right form.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Attribute, ExprPath, Field, LitStr, Path, Type};

use super::derive::Derive;
use super::entries::{Entry, entries};
use super::foreign;
use super::keys::{self, Key, Place, Row};
use super::value::{self, Predicates, Setting, StrValue, Value};
use crate::ctxt::Ctxt;
use crate::suggest::{nearest, quoted};

/// Where a `#[soap(...)]` stands, and what it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) place: Place,
    pub(crate) container: Place,
    pub(crate) ident: &'a Ident,
    pub(crate) derive: Derive,
}

impl Site<'_> {
    pub(crate) fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// As in `struct Disconnect`.
    fn declaration(&self) -> String {
        let keyword = if self.container.is_enum() {
            "enum"
        } else {
            "struct"
        };
        format!("{keyword} {}", self.ident)
    }
}

/// The keys of one place. Each is taken out by the stage that understands it.
pub(crate) struct Settings {
    found: Vec<(Key, Ident, Value)>,
    /// Every key that was meant, readable or not, in source order.
    mentioned: Vec<(Key, Ident)>,
}

impl Settings {
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], site: Site<'_>) -> Self {
        let mut settings = Self {
            found: Vec::new(),
            mentioned: Vec::new(),
        };
        for entry in entries(ctxt, attributes) {
            settings.add(ctxt, entry, site);
        }
        settings
    }

    /// The keys before it is known what they stand on; what is wrong with them is reported when it
    /// is.
    pub(crate) fn guess(attributes: &[Attribute], place: Place, ident: &Ident) -> Self {
        let silent = Ctxt::new();
        let site = Site {
            place,
            container: place,
            ident,
            derive: Derive::Type,
        };
        let settings = Self::read(&silent, attributes, site);
        let _ = silent.finish();
        settings
    }

    /// The one field of a newtype or variant takes no keys: whatever is there is reported.
    pub(crate) fn refuse(ctxt: &Ctxt, field: &Field, site: Site<'_>) {
        Self::read(ctxt, &field.attrs, site.at(Place::OnlyField));
    }

    fn add(&mut self, ctxt: &Ctxt, entry: Entry, site: Site<'_>) {
        let name = entry.key.unraw().to_string();
        let Some(row) = keys::find(&name) else {
            // The key that was meant counts as mentioned: that it is missing is not said as well.
            let meant = unknown(ctxt, &entry.key, &name, site);
            self.mentioned.extend(meant.map(|row| (row.key, entry.key)));
            return;
        };
        if !row.belongs_on(site.place) {
            let message = format!("key `{name}` does not belong on {}", site.place.describe());
            ctxt.error_help(&entry.key, message, misplaced(row, site));
            return;
        }
        let is_first = row.is_repeatable || self.is_first(ctxt, row, &entry.key, site);
        self.mentioned.push((row.key, entry.key.clone()));
        if let Some(value) = value::read(ctxt, row, &entry) {
            if is_first {
                self.found.push((row.key, entry.key, value));
            }
        }
    }

    fn is_first(&self, ctxt: &Ctxt, row: &Row, second: &Ident, site: Site<'_>) -> bool {
        let mut earlier = self.mentioned.iter().filter(|(key, _)| *key == row.key);
        let Some((_, first)) = earlier.next() else {
            return true;
        };
        let name = row.name;
        ctxt.error_help(
            second,
            format_args!("duplicate key `{name}` in `#[soap(...)]`"),
            format_args!("keep one `{name}` per {}", site.place.noun()),
        );
        // A third one adds nothing to what is known of the first.
        if earlier.next().is_none() {
            ctxt.error(first, format_args!("`{name}` is first set here"));
        }
        false
    }

    pub(crate) fn mentions(&self, key: Key) -> bool {
        self.mentioned
            .iter()
            .any(|(mentioned, _)| *mentioned == key)
    }

    fn take(&mut self, key: Key) -> Option<Setting<Value>> {
        let index = self.found.iter().position(|(found, ..)| *found == key)?;
        let (_, key, value) = self.found.remove(index);
        Some(Setting { key, value })
    }

    /// `key`, alone.
    pub(crate) fn flag(&mut self, key: Key) -> Option<Ident> {
        self.take(key).map(|setting| setting.key)
    }

    /// The keys that say what a field is have no value: that they are mentioned says it all.
    pub(crate) fn drop_roles(&mut self) {
        self.found.retain(|(key, ..)| key.role().is_none());
    }

    pub(crate) fn text(&mut self, key: Key) -> Option<Setting<LitStr>> {
        self.take(key)?.only(|value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    pub(crate) fn number(&mut self, key: Key) -> Option<Setting<usize>> {
        self.take(key)?.only(|value| match value {
            Value::Number(number) => Some(number),
            _ => None,
        })
    }

    pub(crate) fn str_value(&mut self, key: Key) -> Option<Setting<StrValue>> {
        self.take(key)?.only(|value| match value {
            Value::Str(value) => Some(value),
            _ => None,
        })
    }

    pub(crate) fn str_values(&mut self, key: Key) -> Vec<Setting<StrValue>> {
        std::iter::from_fn(|| self.str_value(key)).collect()
    }

    pub(crate) fn ty(&mut self, key: Key) -> Option<Setting<Type>> {
        self.take(key)?.only(|value| match value {
            Value::Type(ty) => Some(ty),
            _ => None,
        })
    }

    pub(crate) fn path(&mut self, key: Key) -> Option<Setting<Path>> {
        self.take(key)?.only(|value| match value {
            Value::Path(path) => Some(path),
            _ => None,
        })
    }

    pub(crate) fn predicates(&mut self, key: Key) -> Option<Setting<Predicates>> {
        self.take(key)?.only(|value| match value {
            Value::Predicates(predicates) => Some(predicates),
            _ => None,
        })
    }

    pub(crate) fn function(&mut self, key: Key) -> Option<Setting<ExprPath>> {
        self.take(key)?.only(|value| match value {
            Value::Function(path) => Some(path),
            _ => None,
        })
    }

    /// `key`, or `key = "path"`.
    pub(crate) fn flag_or_function(&mut self, key: Key) -> Option<Setting<Option<ExprPath>>> {
        self.take(key)?.only(|value| match value {
            Value::Flag => Some(None),
            Value::Function(path) => Some(Some(path)),
            _ => None,
        })
    }

    /// All keys in source order, once every one that is allowed here was taken.
    pub(crate) fn finish(self) -> Vec<(Key, Ident)> {
        debug_assert!(self.found.is_empty(), "a key was read and not used");
        self.mentioned
    }
}

impl Setting<Value> {
    fn only<T>(self, form: impl FnOnce(Value) -> Option<T>) -> Option<Setting<T>> {
        let Self { key, value } = self;
        form(value).map(|value| Setting { key, value })
    }
}

/// Reports the key; returns the row of the key that was probably meant.
fn unknown(ctxt: &Ctxt, key: &Ident, name: &str, site: Site<'_>) -> Option<&'static Row> {
    let place = site.place;
    let allowed = keys::allowed_on(place);
    let needless = foreign::needless(name, place);
    let translated = foreign::translate(name);
    let translated = translated.filter(|_| needless.is_none());
    let meant = translated.filter(|row| row.belongs_on(place)).or_else(|| {
        let names = allowed.clone().map(|row| row.name);
        keys::find(nearest(name, names.filter(|_| needless.is_none()))?)
    });
    let help = match (meant, needless, translated) {
        _ if place.takes_no_keys() => "no key is allowed here".to_owned(),
        (Some(row), ..) => format!("did you mean `{}`?", row.name),
        (None, Some(needless), _) => needless.to_owned(),
        (None, None, Some(row)) => misplaced(row, site),
        (None, None, None) => {
            format!("allowed here are {}", quoted(allowed.map(|row| row.name)))
        }
    };
    let place = place.describe();
    ctxt.error_help(
        key,
        format_args!("unknown key `{name}` in `#[soap(...)]` on {place}"),
        help,
    );
    meant
}

/// Where a key belongs that is known, but not here.
fn misplaced(row: &Row, site: Site<'_>) -> String {
    let name = row.name;
    let is_of_variants = row.belongs_on(Place::Variant);
    match site.place {
        Place::MessageVariant if is_of_variants && row.belongs_on(Place::MessageStruct) => {
            return format!(
                "the name comes from the message: put `{name}` where its type is declared"
            );
        }
        Place::UnionVariant if is_of_variants => {
            return "remove it: the text of a variant is that of its value".to_owned();
        }
        Place::UnionEnum | Place::TypedEnum if matches!(row.key, Key::Union | Key::XsiType) => {
            return "keep `union` for a text of one of several types, `xsi_type` for an element of one of several".to_owned();
        }
        _ => {}
    }
    if !site.place.is_container() && row.belongs_on(site.container) {
        return format!(
            "move it to the `#[soap(...)]` above `{}`",
            site.declaration()
        );
    }
    if site.container == Place::MessageEnum && row.belongs_on(Place::MessageStruct) {
        return format!("put `{name}` on the messages, each of which has its own");
    }
    if site.derive == Derive::Type && is_for_messages(row) {
        return format!("`{name}` belongs on a message: derive `SoapMessage`");
    }
    let is_of_fields = !site.container.is_enum() && row.belongs_on(Place::Field);
    let owners = row.owners(|place| !is_of_fields || place == Place::Field);
    format!("`{name}` belongs on {owners}")
}

fn is_for_messages(row: &Row) -> bool {
    !row.belongs_on_any(|place| !place.is_message())
}
