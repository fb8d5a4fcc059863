//! The keys above a struct or an enum.

use proc_macro2::Ident;
use syn::{Attribute, LitStr, Path, Type};

use super::keys::Key;
use super::settings::{Settings, Site};
use super::value::{Predicates, Set, Uri};
use crate::ctxt::Ctxt;

pub(crate) struct ContainerKeys {
    pub(crate) namespace: Option<Set<Uri>>,
    pub(crate) namespace_aliases: Vec<Set<Uri>>,
    pub(crate) prefix: Option<Set<Uri>>,
    pub(crate) rename: Option<Set<Uri>>,
    pub(crate) rename_all: Option<Set<LitStr>>,
    pub(crate) inner: Option<Set<Uri>>,
    pub(crate) inner_optional: Option<Ident>,
    pub(crate) action: Option<Set<Uri>>,
    pub(crate) version: Option<Set<LitStr>>,
    pub(crate) response: Option<Set<Type>>,
    pub(crate) runtime: Option<Set<Path>>,
    pub(crate) deny_unknown_fields: Option<Ident>,
    pub(crate) ordered: Option<Ident>,
    pub(crate) bound: Option<Set<Predicates>>,
    /// No `namespace`, not even one that could not be read.
    pub(crate) lacks_namespace: bool,
}

impl ContainerKeys {
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], site: Site<'_>) -> Self {
        let mut settings = Settings::read(ctxt, attributes, site);
        let keys = Self {
            namespace: settings.uri(Key::Namespace),
            namespace_aliases: settings.uris(Key::NamespaceAlias),
            prefix: settings.uri(Key::Prefix),
            rename: settings.uri(Key::Rename),
            rename_all: settings.text(Key::RenameAll),
            inner: settings.uri(Key::Inner),
            inner_optional: settings.flag(Key::InnerOptional),
            action: settings.uri(Key::Action),
            version: settings.text(Key::Version),
            response: settings.ty(Key::Response),
            runtime: settings.path(Key::Crate),
            deny_unknown_fields: settings.flag(Key::DenyUnknownFields),
            ordered: settings.flag(Key::Ordered),
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
