//! What the derives generate, from the smallest declaration that shows it.
//!
//! Read every change before it is accepted: this is the code that users step through, and that the
//! compiler translates once per message.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Expr, File, Item, Stmt, parse_quote};

use crate::derive;
use crate::parse::Derive;

/// More than a reader takes in at once.
const LINES: usize = 80;

/// The items inside the block that hides them.
fn items(kind: Derive, source: &str) -> Vec<Item> {
    let tokens: TokenStream = source.parse().expect("the declaration is one");
    let block = match syn::parse2::<Item>(derive(tokens, kind)) {
        Ok(Item::Const(block)) => block,
        other => panic!("not one block: {other:?}"),
    };
    let Expr::Block(block) = *block.expr else {
        panic!("not a block");
    };
    let statements = block.block.stmts.into_iter();
    statements
        .map(|statement| match statement {
            Stmt::Item(item) => item,
            other => panic!("not an item: {}", other.to_token_stream()),
        })
        .collect()
}

/// The name of the trait that is implemented, or that of the item.
fn name(item: &Item) -> String {
    let ident = match item {
        Item::Impl(item) => {
            let (path, _) = item.trait_.as_ref().expect("all implement traits");
            path.segments.last().map(|last| last.ident.to_string())
        }
        Item::Const(_) => Some("const".to_owned()),
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Use(_) => Some("use".to_owned()),
        other => panic!("unexpected: {}", other.to_token_stream()),
    };
    ident.unwrap_or_default()
}

/// As rustfmt would write them.
fn formatted(items: Vec<Item>) -> String {
    let mut file: File = parse_quote!();
    file.items = items;
    prettyplease::unparse(&file)
}

/// One test and one snapshot for each name: the items that are named, or all where none is.
macro_rules! snapshots {
    ($($name:ident: $kind:ident $source:literal $($shown:ident)*;)*) => {$(
        #[test]
        fn $name() {
            let shown: &[&str] = &[$(stringify!($shown)),*];
            let mut items = items(Derive::$kind, $source);
            items.retain(|item| shown.is_empty() || shown.contains(&name(item).as_str()));
            let expansion = formatted(items);
            let lines = expansion.lines().count();
            insta::with_settings!({
                description => $source,
                omit_expression => true,
                prepend_module_to_snapshot => false,
            }, {
                insta::assert_snapshot!(stringify!($name), expansion);
            });
            assert!(lines <= LINES, "{lines} lines");
        }
    )*};
}

snapshots! {
    everything: Type "struct Item {}";
    required_element: Type "struct Item { id: Id }" Root __State ReadFields WriteFields;
    optional_element: Type "struct Item { #[soap(default)] id: Option<Id> }" ReadFields WriteFields;
    default_text: Type r#"struct Item { #[soap(attribute, default_text = "kg")] unit: Unit, #[soap(default_text = "7", empty_is_default)] id: Id }"# ReadFields;
    empty: Type "struct Item { #[soap(attribute, default, empty_is_default)] unit: Unit, #[soap(empty_is_none)] id: Option<Id> }" ReadFields;
    list_of_elements: Type r#"struct Item { #[soap(rename = "Id", alias = "ID")] ids: Vec<Id> }"# Root ReadFields WriteFields;
    element_of_another_namespace: Type r#"struct Item { #[soap(namespace = "urn:t", prefix = "t", skip_if = "Option::is_none")] id: Option<Id> }"# Root const ReadFields WriteFields;
    namespace_of_constant: Type "#[soap(namespace = CALLS)] struct Item { id: Id, #[soap(namespace = NOTES)] note: Id }" Root;
    attribute: Type "struct Item { #[soap(attribute)] id: Id }" Root ReadFields WriteFields;
    text: Type "struct Item { #[soap(text)] id: Id }" Root ReadFields WriteFields;
    inner: Type r#"#[soap(inner = "Inner")] struct Item { id: Id }"# Root;
    skipped: Type "struct Item { #[soap(skip)] cache: Cache }" Root __State ReadFields WriteFields;
    position: Type "struct Item { #[soap(position)] at: Position, id: Id }" Root __State ReadFields WriteFields;
    secret: Type "struct Item { #[soap(attribute, secret)] id: Id, #[soap(secret)] pin: Pin }" WriteFields;
    secret_read: Type "struct Item { #[soap(attribute, secret)] id: Id, #[soap(secret)] pin: Pin }" ReadFields;
    flattened: Type "struct Item { #[soap(flatten)] base: Base }" Root const WriteFields;
    flattened_read: Type "struct Item { #[soap(flatten)] base: Base }" __State ReadFields;
    choice: Type "enum Item { Call(Call), Hold(Hold) }" Root __State WriteFields;
    choice_read: Type "enum Item { Call(Call) }" ReadFields;
    choice_flattened: Type "enum Item { #[soap(flatten)] Call(Call) }" Root ReadFields;
    any: Type "struct Item { id: Id, #[soap(any)] more: Vec<Element>, #[soap(any_attribute)] marks: Vec<Attribute> }" Root ReadFields WriteFields;
    list: Type r#"struct Item { #[soap(list, with = "id")] ids: Vec<Id> }"# Root __State ReadFields WriteFields;
    base64: Type "struct Item { #[soap(base64)] data: Vec<u8> }" Root ReadFields WriteFields;
    wrapper: Type r#"struct Item { #[soap(wrapper = "Tags", rename = "Tag", nillable)] tags: Vec<Option<Tag>> }"# Root WriteFields;
    union: Type "#[soap(union)] enum Size { Number(u8), Word(Word) }" ReadText WriteText;
    xsi_type: Type "#[soap(xsi_type)] enum Pet { #[soap(default)] Animal(Animal), Cat(Cat) }" Root ReadElement WriteElement;
    ordered: Type "#[soap(ordered)] struct Item { id: Id }" Root;
    newtype: Type "struct Id(String);";
    values: Type r#"enum State { Idle, #[soap(alias = "Busy")] Connected }"#;
    values_of_a_type: Type r#"#[soap(schema_type = "decimal")] enum Step { #[soap(rename = "0.5", alias = "1/2")] Half, #[soap(other)] Other(String) }"# ReadText WriteText;
    values_with_other: Type "enum State { Idle, #[soap(other)] Other(String) }" ReadText WriteText;
    generic: Type "struct Item<'a, T: Clone> { id: &'a str, list: Vec<T> }" Root __State ReadFields;
    message: Message r#"#[soap(namespace = "urn:a", action = "urn:a/Call", response = Answer)] struct Call;"#
        Root SoapMessage NamedMessage SoapOperation ReadBody WriteBody;
    message_enum: Message "enum Request { Call(Call), Hold(Hold) }" const SoapMessage ReadBody;
    message_enum_with_the_rest: Message "enum Request { Call(Call), #[soap(other)] Other(xml::Element), Nothing }";
    header: Type r#"#[soap(namespace = "urn:h", prefix = "h")] struct Header { trace: Block<Trace> }"# Root WriteFields;
}

/// The lines that one more field of the kind adds: to the reading half, and to the writing half.
fn lines_of_a_field(key: &str) -> (usize, usize) {
    let half = |fields: &str, shown: &[&str]| {
        let mut items = items(Derive::Type, &format!("struct Item {{ {fields} }}"));
        items.retain(|item| shown.contains(&name(item).as_str()));
        formatted(items).lines().count()
    };
    let one = format!("{key} a: A,");
    let two = format!("{one} {key} b: A,");
    let more = |shown: &[&str]| half(&two, shown) - half(&one, shown);
    (
        more(&["Root", "__State", "ReadFields"]),
        more(&["WriteFields"]),
    )
}

/// With lines of eighty-nine columns: with a hundred an attribute adds no more than an element.
#[test]
fn a_field_adds_few_lines() {
    for (key, read, written) in [
        ("", 9, 1),
        ("#[soap(attribute)]", 16, 7),
        ("#[soap(skip)]", 1, 0),
    ] {
        let (reading, writing) = lines_of_a_field(key);
        assert!(
            reading <= read && writing <= written,
            "{key}: {reading} and {writing}"
        );
    }
}

/// Declarations of every shape, with the documentation that lints ask for.
const PASTED: &[(Derive, &str)] = &[
    (
        Derive::Message,
        r#"
        /// A message.
        #[derive(Debug, PartialEq, Eq)]
        #[soap(namespace = "urn:a", prefix = "a", action = "urn:a/Call", response = Answer, namespace_alias = "urn:b")]
        pub struct Call<'a, T> {
            /// An attribute.
            #[soap(attribute)]
            pub id: u32,
            /// Another attribute, in a namespace.
            #[soap(attribute, namespace = "urn:c", prefix = "c")]
            pub origin: Option<String>,
            /// An element that is borrowed.
            pub subject: &'a str,
            /// A list with two names.
            #[soap(alias = "Member")]
            pub party: Vec<T>,
            /// An element in a namespace of its own, with a value of its own.
            #[soap(namespace = "urn:d", default, skip_if = "String::is_empty")]
            pub note: String,
            /// Some of several elements.
            #[soap(flatten)]
            pub choice: Option<Choice>,
            /// Not of the message.
            #[soap(skip)]
            pub visits: usize,
        }"#,
    ),
    (
        Derive::Message,
        r#"
        /// An answer.
        #[derive(Debug, PartialEq, Eq)]
        #[soap(namespace = "urn:a", inner = "Inner")]
        pub struct Answer {
            /// Its state.
            pub state: State,
        }"#,
    ),
    (
        Derive::Message,
        "
        /// One of two messages.
        #[derive(Debug, PartialEq, Eq)]
        pub enum Any<'a> {
            /// A message.
            Call(Call<'a, u8>),
            /// An answer.
            Answer(Answer),
        }",
    ),
    (
        Derive::Type,
        "
        /// A choice.
        #[derive(Debug, PartialEq, Eq)]
        pub enum Choice {
            /// A number.
            Number(Number),
            /// Text.
            Text(Text),
            /// What stands in a group.
            #[soap(flatten)]
            Group(Group),
        }",
    ),
    (
        Derive::Type,
        "
        /// A choice of one.
        #[derive(Debug, PartialEq, Eq)]
        pub enum Single {
            /// A number.
            Count(Number),
        }",
    ),
    (
        Derive::Type,
        "
        /// A newtype.
        #[derive(Debug, PartialEq, Eq)]
        pub struct Number(pub u16);",
    ),
    (
        Derive::Type,
        "
        /// Text with an attribute.
        #[derive(Debug, PartialEq, Eq)]
        pub struct Text {
            /// In which language.
            #[soap(attribute)]
            pub language: Language,
            /// The text.
            #[soap(text)]
            pub text: String,
        }",
    ),
    (
        Derive::Type,
        "
        /// A group.
        #[derive(Debug, PartialEq, Eq)]
        pub struct Group {
            /// One choice of one.
            #[soap(flatten)]
            pub single: Vec<Single>,
        }",
    ),
    (
        Derive::Type,
        r#"
        /// Values.
        #[derive(Debug, PartialEq, Eq)]
        pub enum State {
            /// A value.
            Idle,
            /// A value with two texts.
            #[soap(alias = "Busy")]
            Connected,
        }"#,
    ),
    (
        Derive::Type,
        "
        /// Values, and all others.
        #[derive(Debug, PartialEq, Eq)]
        pub enum Language {
            /// A value.
            En,
            /// Any other.
            #[soap(other)]
            Other(String),
        }",
    ),
    (
        Derive::Type,
        r#"
        /// Fields in every form.
        #[derive(Debug, PartialEq, Eq)]
        #[soap(ordered)]
        pub struct Forms {
            /// A list.
            #[soap(attribute, list)]
            pub sizes: Vec<u8>,
            /// Items in a wrapper, some of them nil.
            #[soap(wrapper = "Tags", rename = "Tag", nillable)]
            pub tags: Vec<Option<u8>>,
            /// Perhaps nil.
            #[soap(nillable)]
            pub weight: Option<u8>,
            /// CDATA.
            #[soap(cdata)]
            pub note: String,
            /// As a module knows it.
            #[soap(with = "hex")]
            pub color: u32,
            /// All other elements.
            #[soap(any)]
            pub more: Vec<::um_messages::xml::Element>,
            /// All other attributes.
            #[soap(any_attribute)]
            pub marks: Vec<::um_messages::xml::Attribute>,
        }"#,
    ),
    (
        Derive::Type,
        "
        /// A union.
        #[derive(Debug, PartialEq, Eq)]
        #[soap(union)]
        pub enum Size {
            /// A number.
            Number(u8),
            /// A word.
            Word(State),
        }",
    ),
    (
        Derive::Type,
        r#"
        /// A type and one that is derived from it.
        #[derive(Debug, PartialEq, Eq)]
        #[soap(xsi_type, namespace = "urn:a", prefix = "a")]
        pub enum Typed {
            /// The base.
            #[soap(default)]
            Text(Text),
            /// Derived.
            Forms(Forms),
        }"#,
    ),
];

/// The declaration as it is left when the derive and its keys are replaced by what they generate.
fn pasted(kind: Derive, source: &str) -> Vec<Item> {
    let tokens: TokenStream = source.parse().expect("the declaration is one");
    let mut item: DeriveInput = syn::parse2(tokens.clone()).expect("the declaration is one");
    let expansion: Item = syn::parse2(derive(tokens, kind)).expect("the expansion is one block");
    let is_kept = |attribute: &Attribute| !attribute.path().is_ident("soap");
    item.attrs.retain(is_kept);
    match &mut item.data {
        Data::Struct(data) => data
            .fields
            .iter_mut()
            .for_each(|field| field.attrs.retain(is_kept)),
        Data::Enum(data) => data
            .variants
            .iter_mut()
            .for_each(|variant| variant.attrs.retain(is_kept)),
        Data::Union(_) => {}
    }
    vec![parse_quote!(#item), expansion]
}

/// The compiler hides most lints in what a macro of another crate writes. Pasted, the same code is the user's: the tests of
/// the workspace, where this snapshot stands, compile it under all lints.
#[test]
fn pasted_expansions() {
    let items = PASTED
        .iter()
        .flat_map(|(kind, source)| pasted(*kind, source));
    let file = formatted(items.collect());
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => "../../../tests/hygiene/snapshots",
    }, {
        insta::assert_binary_snapshot!("pasted.rs", file.into_bytes());
    });
}
