//! The table of a type: each name once, with the markup that is written. What the compiler can judge of it, it does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Generics;
use syn::ext::IdentExt;

use super::codec;
use super::names::{self, Prefix, attribute_start, checked, checked_prefix, tags};
use super::target::{Target, assertion, at, at_type, literal, of_type, write_bounds};
use super::xsi_type;
use crate::model::{
    Field, Group, Item, Kind, Name, Namespace, Qualification, QualifiedName, Role, XsiVariant,
    depends_on, mentions,
};

/// `impl Root`, which has the table.
pub(super) fn root(item: &Item<'_>, target: &Target<'_>) -> TokenStream {
    let info = stored(item);
    let root = target.implement(
        &generics(item, target),
        quote!(__rt::Root),
        quote!(const INFO: &'static __rt::TypeInfo = #info;),
    );
    let checks = checks(item);
    quote! { #root #(const _: () = #checks;)* }
}

/// A reference to the table. A `static` is in the program once; a constant is in each part of it that the compiler
/// makes on its own. Only what depends on no parameter, and not on `Self`, can be a `static`.
fn stored(item: &Item<'_>) -> TokenStream {
    let rows = all_rows(item);
    let (stored_rows, fields) = match &rows[..] {
        [] => (None, None),
        _ if depends(item, &quote!(#(#rows)*)) => (None, Some(quote!(&[#(#rows),*]))),
        _ => {
            let count = literal(rows.len());
            // On their own: what stands in another `static` takes the compiler longer, 3 % of what it takes to check the type.
            let stored = quote!(static __FIELDS: [__rt::FieldInfo; #count] = [#(#rows),*];);
            (Some(stored), Some(quote!(&__FIELDS)))
        }
    };
    let info = info(item, fields);
    if depends(item, &info) {
        return stored_rows.map_or_else(|| quote!(&#info), |rows| quote!({ #rows &#info }));
    }
    quote! {{
        #stored_rows
        static __INFO: __rt::TypeInfo = #info;
        &__INFO
    }}
}

/// Whether a constant depends on a parameter, perhaps, or on the type.
fn depends(item: &Item<'_>, constant: &TokenStream) -> bool {
    let this = Ident::new("Self", Span::call_site());
    !item.generics.params.is_empty() || mentions(constant.clone(), &this)
}

/// What the table asks of type parameters: the tables of what is made of them.
fn generics(item: &Item<'_>, target: &Target<'_>) -> Generics {
    match &item.kind {
        Kind::Group(group) | Kind::Choice(group) => target.bounded(write_bounds(target, group)),
        Kind::XsiVariants(variants) => target.bounded(xsi_type::write_bounds(target, variants)),
        Kind::Newtype(_) | Kind::List(_) | Kind::Values(_) | Kind::Union(_) | Kind::Messages(_) => {
            target.generics.clone()
        }
    }
}

/// `TypeInfo { fields: &[…], ..TypeInfo::new("Call") }`
fn info(item: &Item<'_>, fields: Option<TokenStream>) -> TokenStream {
    let name = checked(&item.name);
    let constant = item.namespace.as_ref().and_then(names::constant);
    let in_namespace = constant.map(|constant| quote!(.in_namespace(&#constant)));
    let base = quote!(__rt::TypeInfo::new(#name) #in_namespace);
    let namespace = item
        .namespace
        .iter()
        .filter(|namespace| !namespace.is_constant());
    let namespace = namespace.map(|namespace| quote!(namespace: __rt::Some(#namespace)));
    let prefix = item.prefix.iter().map(|prefix| {
        let prefix = checked_prefix(prefix);
        quote!(prefix: #prefix)
    });
    let fields = fields.map(|fields| quote!(fields: #fields));
    let settings = item
        .group()
        .map_or_else(Vec::new, |group| settings(item, group));
    let columns: Vec<_> = namespace
        .chain(prefix)
        .chain(settings)
        .chain(fields)
        .collect();
    if columns.is_empty() {
        base
    } else {
        quote!(__rt::TypeInfo { #(#columns,)* ..#base })
    }
}

/// What holds for all fields of a group.
fn settings(item: &Item<'_>, group: &Group<'_>) -> Vec<TokenStream> {
    let Group {
        fields: _,
        nothing,
        inner,
        is_inner_optional,
        deny_unknown_fields,
        ordered,
        mixed,
    } = group;
    let inner = inner.as_ref().map(|inner| {
        let tags = tags(inner, type_prefix(item));
        quote!(inner: __rt::Some(&__rt::Tags::of_element(#tags, #inner)))
    });
    let has_position = group.has(|role| matches!(role, Role::Position));
    let flags = [
        (*is_inner_optional, quote!(is_inner_optional)),
        (*deny_unknown_fields, quote!(deny_unknown_fields)),
        (*ordered, quote!(is_ordered)),
        (*mixed, quote!(is_mixed)),
        (nothing.is_some(), quote!(may_be_empty)),
        (matches!(item.kind, Kind::Choice(_)), quote!(is_choice)),
        (has_position, quote!(has_position)),
    ];
    let flags = flags.into_iter().filter(|(is_set, _)| *is_set);
    let flags = flags.map(|(_, flag)| quote!(#flag: true));
    inner.into_iter().chain(flags).collect()
}

fn all_rows(item: &Item<'_>) -> Vec<TokenStream> {
    match &item.kind {
        Kind::Group(group) | Kind::Choice(group) => rows(item, group),
        Kind::XsiVariants(variants) => variants.iter().map(instead).collect(),
        Kind::Newtype(_) | Kind::List(_) | Kind::Values(_) | Kind::Union(_) | Kind::Messages(_) => {
            Vec::new()
        }
    }
}

fn rows(item: &Item<'_>, group: &Group<'_>) -> Vec<TokenStream> {
    let fields = group.numbered();
    fields.map(|(_, field)| row(item, field)).collect()
}

/// `FieldInfo::element("<m:Id></m:Id>", "Id", <u32 as ElementField>::ITEMS).with(&FieldExtras::NONE.aliases(&["ID"]))`
fn row(item: &Item<'_>, field: &Field<'_>) -> TokenStream {
    let row = named_row(item, field);
    let defaulted = field.default.as_ref().map(|_| quote!(.defaulted()));
    quote!(#row #defaulted)
}

fn named_row(item: &Item<'_>, field: &Field<'_>) -> TokenStream {
    let row = match &field.role {
        Role::Element(name) | Role::Wrapper(name, _) => element(item, field, name),
        Role::Attribute(name) => attribute(name),
        Role::Text => return quote!(__rt::FieldInfo::TEXT),
        Role::Any(qualification) => return any(qualification),
        Role::AnyAttribute => return quote!(__rt::FieldInfo::ANY_ATTRIBUTE),
        Role::Flatten => return flattened(item, field),
        Role::Skip | Role::Position => return TokenStream::new(),
    };
    let Some(name) = field.name() else {
        return row;
    };
    let is_element = !matches!(field.role, Role::Attribute(_));
    let namespace = namespace(&name.qualification, is_element);
    let items = match &field.role {
        Role::Wrapper(_, Some(items)) => Some(items.as_ref()),
        _ => None,
    };
    let around = items.map(|items| {
        let local = &items.local;
        let tags = tags(local, own_prefix(item, items));
        let namespace = field.item_name().map(item_namespace);
        quote!(.around(#tags, #local) #namespace)
    });
    let aliases = &items.unwrap_or(name).aliases;
    let aliases = (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])));
    let extras = quote!(#namespace #around #aliases);
    if extras.is_empty() {
        return row;
    }
    quote!(#row.with(&__rt::FieldExtras::NONE #extras))
}

/// Elements of any name, in all namespaces or in one.
fn any(qualification: &Qualification) -> TokenStream {
    match namespace(qualification, true) {
        None => quote!(__rt::FieldInfo::ANY_ELEMENT),
        Some(namespace) => {
            let extras = quote!(__rt::FieldExtras::NONE #namespace);
            quote!(__rt::FieldInfo::ANY_OF_NAMESPACE.with(&#extras))
        }
    }
}

fn element(item: &Item<'_>, field: &Field<'_>, name: &QualifiedName) -> TokenStream {
    let local = &name.local;
    let tags = tags(local, own_prefix(item, name));
    let skipped = skipped(field);
    if let Some(items) = codec::items(field) {
        quote!(__rt::FieldInfo::element(#tags, #local, #items) #skipped)
    } else {
        quote!(__rt::FieldInfo::leaf(#tags, #local))
    }
}

fn attribute(name: &QualifiedName) -> TokenStream {
    let prefix = match &name.qualification {
        Qualification::Qualified { prefix, namespace } => {
            Prefix::of(prefix.as_ref(), Some(namespace))
        }
        Qualification::ByDefault | Qualification::Unqualified => Prefix::None,
    };
    let local = &name.local;
    let start = attribute_start(local, prefix);
    quote!(__rt::FieldInfo::attribute(#start, #local))
}

/// A flattened variant of a choice has a name for errors.
fn flattened(item: &Item<'_>, field: &Field<'_>) -> TokenStream {
    let owner = of_type(field.ty, quote!(__rt::FlattenField));
    let called = matches!(item.kind, Kind::Choice(_)).then(|| {
        let ident = field.ident.to_string();
        quote!(.called(#ident))
    });
    let skipped = skipped(field);
    quote!(#owner::FIELD #skipped #called)
}

/// That a value may be without the field.
fn skipped(field: &Field<'_>) -> Option<TokenStream> {
    field.skip_if.as_ref().map(|_| quote!(.skipped()))
}

/// A variant that is told apart by `xsi:type`, under the name of its type.
fn instead(variant: &XsiVariant<'_>) -> TokenStream {
    let owner = of_type(variant.ty, quote!(__rt::WriteElement));
    let row = quote!(__rt::FieldInfo::instead(#owner::TABLE));
    let Some(name) = variant.name() else {
        return row;
    };
    let local = checked(&name.local);
    let extras = namespace(&name.qualification, true);
    let extras = extras.map(|extras| quote!(.with(&__rt::FieldExtras::NONE #extras)));
    quote!(#row.called(#local) #extras)
}

/// The namespace of a name, where it is not the one that it has by default.
fn namespace(qualification: &Qualification, is_element: bool) -> Option<TokenStream> {
    match qualification {
        Qualification::ByDefault => None,
        // Attributes are so without the key.
        Qualification::Unqualified => is_element.then(|| quote!(.in_namespace(""))),
        Qualification::Qualified { namespace, prefix } => {
            let prefix = prefix.iter().map(checked_prefix);
            let constant = names::constant(namespace);
            let own = constant.map_or_else(
                || quote!(.in_namespace(#namespace)),
                |constant| quote!(.in_constant(&#constant)),
            );
            Some(quote!(#own #(.prefixed(#prefix))*))
        }
    }
}

/// The namespace of the items in a wrapper, where it is not that of the wrapper.
fn item_namespace(items: &QualifiedName) -> Option<TokenStream> {
    let Qualification::Qualified { namespace, prefix } = &items.qualification else {
        return None;
    };
    let prefix = prefix.iter().map(checked_prefix);
    let constant = names::constant(namespace);
    let own = constant.map_or_else(
        || quote!(.items_in_namespace(#namespace)),
        |constant| quote!(.items_in_constant(&#constant)),
    );
    Some(quote!(#own #(.items_prefixed(#prefix))*))
}

/// The prefix that a name is written with: its own, or that of the type.
fn own_prefix<'a>(item: &'a Item<'_>, name: &'a QualifiedName) -> Prefix<'a> {
    match &name.qualification {
        Qualification::ByDefault => type_prefix(item),
        Qualification::Unqualified => Prefix::None,
        Qualification::Qualified { prefix, namespace } => {
            Prefix::of(prefix.as_ref(), Some(namespace))
        }
    }
}

/// The prefix of names in the namespace of the type.
fn type_prefix<'a>(item: &'a Item<'_>) -> Prefix<'a> {
    Prefix::of(item.prefix.as_ref(), item.namespace.as_ref())
}

/// What only the compiler can judge, where the type is declared; in generic types it waits for the arguments
/// ([`later_checks`]).
fn checks(item: &Item<'_>) -> Vec<TokenStream> {
    if !item.generics.params.is_empty() {
        return Vec::new();
    }
    let ident = item.ident.to_token_stream();
    all_checks(item, &ident)
}

/// Those checks of a generic type, for inside a function of it, where its arguments are known.
pub(super) fn later_checks(item: &Item<'_>) -> Vec<TokenStream> {
    if item.generics.params.is_empty() {
        return Vec::new();
    }
    all_checks(item, &quote!(Self))
}

fn all_checks(item: &Item<'_>, this: &TokenStream) -> Vec<TokenStream> {
    let Some(group) = item.group() else {
        return Vec::new();
    };
    let fields = group.numbered();
    fields
        .flat_map(|(number, field)| {
            let fault = fault(number, field, this);
            fault.into_iter().chain(conflict(item, number, field, this))
        })
        .collect()
}

/// What stops the compiler where a flattened field does not go together with those before it, where the element around it
/// has no place for what it brings, or where the items in one would not have the names that are meant.
fn fault(number: usize, field: &Field<'_>, this: &TokenStream) -> Option<TokenStream> {
    let number = literal(number);
    let fault = match &field.role {
        Role::Flatten => {
            quote!(__rt::TypeInfo::flatten_fault(<#this as __rt::Root>::INFO, #number))
        }
        Role::Wrapper(_, None) => {
            let entry = codec::entry(field);
            quote!(__rt::repeated_fault(<#entry as __rt::Root>::INFO))
        }
        Role::Wrapper(_, Some(items)) if !items.is_renamed => {
            let is_choice = codec::content(field).map_or_else(
                || quote!(false),
                |content| quote!(<#content as __rt::WriteElement>::IS_CHOICE),
            );
            quote!(__rt::TypeInfo::wrapper_fault(<#this as __rt::Root>::INFO, #number, #is_choice))
        }
        _ => return None,
    };
    // It stands on the field's type, where the error lands.
    let panic = quote_spanned!(at_type(field.ty)=> __rt::core::panic!("{}", __fault));
    Some(quote!(if let __rt::Some(__fault) = #fault { #panic }))
}

/// A name that is claimed twice, where the macro cannot see it: by what is flattened, or by a constant.
fn conflict(
    item: &Item<'_>,
    number: usize,
    field: &Field<'_>,
    this: &TokenStream,
) -> Option<TokenStream> {
    let is_free = quote!(!__rt::TypeInfo::has_conflict(<#this as __rt::Root>::INFO, #number));
    let help = "help: give one of the two another name with `rename`";
    let (noun, ident) = (field.noun, field.ident);
    match &field.role {
        Role::Flatten => {
            let is_generic = depends_on(field.ty, item.generics);
            // Of what parameters bring, reading says it.
            (!is_generic).then(|| flattened_conflict(item, number, field, this))
        }
        Role::Any(qualification) => {
            let message = format!(
                "{noun} `{ident}` keeps what another one keeps, and no required element stands between them\n\
                 help: keep one, or give them a `namespace` each"
            );
            let is_asked = is_of_several(item, |role| matches!(role, Role::Any(_)));
            let span = match qualification {
                Qualification::Qualified { namespace, .. } => namespace.span(),
                _ => ident.span(),
            };
            is_asked.then(|| conflict_at(span, &is_free, &message))
        }
        _ if is_twin(item, field) => {
            let message = format!(
                "{noun} `{ident}` has the name of another one, and no required element stands between them\n\
                 help: give one of them another name with `rename`, or take both into one `Vec`"
            );
            Some(conflict_at(at(&field.name()?.local), &is_free, &message))
        }
        role => {
            let name = field.name()?;
            let message = format!("{noun} `{ident}` claims a name that another one claims\n{help}");
            has_constant(item, name, role).then(|| conflict_at(at(&name.local), &is_free, &message))
        }
    }
}

/// Whether several fields are of a kind.
fn is_of_several(item: &Item<'_>, is_wanted: impl Fn(&Role) -> bool) -> bool {
    let fields = item.group().map_or(&[][..], |group| &group.fields);
    let mut wanted = fields.iter().filter(|field| is_wanted(&field.role));
    wanted.nth(1).is_some()
}

/// Whether another field of an ordered struct has an element of the same name, and the place tells which is which.
fn is_twin(item: &Item<'_>, field: &Field<'_>) -> bool {
    let Some(group) = item.group().filter(|group| group.ordered) else {
        return false;
    };
    let locals = |field: &Field<'_>| {
        let name = field
            .name()
            .filter(|_| !matches!(field.role, Role::Attribute(_)));
        let names = name.into_iter().flat_map(QualifiedName::all);
        names.map(|name| name.text().to_owned()).collect::<Vec<_>>()
    };
    let own = locals(field);
    let others = group
        .fields
        .iter()
        .filter(|other| other.ident != field.ident);
    others.flat_map(locals).any(|local| own.contains(&local))
}

/// A name of something flattened that another field has, too: which name, and which field.
fn flattened_conflict(
    item: &Item<'_>,
    number: usize,
    field: &Field<'_>,
    this: &TokenStream,
) -> TokenStream {
    let fields = item.group().into_iter().flat_map(Group::numbered);
    let idents = fields.map(|(_, field)| field.ident.unraw().to_string());
    let this_one = format!("{}s `{}` and `", field.noun, field.ident);
    let both = match field.noun {
        "variant" => "` may both begin with `",
        _ => "` both have the name `",
    };
    let help = "`\nhelp: give one of the two another name with `rename`";
    let message = quote! {
        __rt::Message::new(&[#this_one, [#(#idents),*][__other], #both, __name, #help])
    };
    let panic = quote_spanned!(at_type(field.ty)=> __rt::core::panic!("{}", __rt::Message::text(&#message)));
    quote! {
        if let __rt::Some((__other, __name)) =
            __rt::TypeInfo::conflict(<#this as __rt::Root>::INFO, #number)
        {
            #panic
        }
    }
}

fn conflict_at(span: Span, condition: &TokenStream, message: &str) -> TokenStream {
    let assertion = assertion(span, condition, message);
    quote!({ #assertion; })
}

/// Whether a name is known to the compiler alone.
fn has_constant(item: &Item<'_>, name: &QualifiedName, role: &Role) -> bool {
    let own = item.namespace.as_ref();
    let is_constant = match &name.qualification {
        Qualification::Qualified { namespace, .. } => {
            let is_attribute = matches!(role, Role::Attribute(_));
            namespace.is_constant() || (!is_attribute && own.is_some_and(Namespace::is_constant))
        }
        Qualification::ByDefault | Qualification::Unqualified => false,
    };
    is_constant || name.all().any(Name::is_constant)
}
