//! The keys above a struct or an enum.

use proc_macro2::Ident;
use syn::{Attribute, LitStr, Path, Type};

use super::keys::Key;
use super::settings::{Settings, Site};
use super::value::{Predicates, Setting, StrValue};
use crate::ctxt::Ctxt;

pub(crate) struct ContainerKeys {
    pub(crate) namespace: Option<Setting<StrValue>>,
    pub(crate) namespace_aliases: Vec<Setting<StrValue>>,
    pub(crate) prefix: Option<Setting<StrValue>>,
    pub(crate) rename: Option<Setting<StrValue>>,
    pub(crate) rename_all: Option<Setting<LitStr>>,
    pub(crate) inner: Option<Setting<StrValue>>,
    pub(crate) inner_optional: Option<Ident>,
    pub(crate) action: Option<Setting<StrValue>>,
    pub(crate) version: Option<Setting<LitStr>>,
    pub(crate) response: Option<Setting<Type>>,
    pub(crate) runtime: Option<Setting<Path>>,
    pub(crate) deny_unknown_fields: Option<Ident>,
    pub(crate) ordered: Option<Ident>,
    pub(crate) mixed: Option<Ident>,
    pub(crate) list: Option<Ident>,
    pub(crate) schema_type: Option<Setting<LitStr>>,
    pub(crate) bound: Option<Setting<Predicates>>,
    /// No `namespace`, not even one that could not be read.
    pub(crate) lacks_namespace: bool,
}

impl ContainerKeys {
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, attributes, site);
        let keys = Self {
            namespace: settings.str_value(Key::Namespace),
            namespace_aliases: settings.str_values(Key::NamespaceAlias),
            prefix: settings.str_value(Key::Prefix),
            rename: settings.str_value(Key::Rename),
            rename_all: settings.text(Key::RenameAll),
            inner: settings.str_value(Key::Inner),
            inner_optional: settings.flag(Key::InnerOptional),
            action: settings.str_value(Key::Action),
            version: settings.text(Key::Version),
            response: settings.ty(Key::Response),
            runtime: settings.path(Key::Crate),
            deny_unknown_fields: settings.flag(Key::DenyUnknownFields),
            ordered: settings.flag(Key::Ordered),
            mixed: settings.flag(Key::Mixed),
            list: settings.flag(Key::List),
            schema_type: settings.text(Key::SchemaType),
            bound: settings.predicates(Key::Bound),
            lacks_namespace: !settings.mentions(Key::Namespace),
        };
        // These two have decided what the enum is.
        settings.flag(Key::Union);
        settings.flag(Key::XsiType);
        settings.finish();
        keys
    }
}
