//! The snapshots of the generator as modules, under the lints of the compiler and those of Clippy that are on by default.

use um_messages::SoapMessage;
use um_messages::schema::{self, Differences, Documents, Wsdl};
use um_messages::soap::ReadBody;
use um_messages::xml::{self, ReadElement, WriteElement};

/// Holds a type against its schema.
type Check = fn(&Wsdl) -> Result<(), Differences>;

/// A type that documents are read as.
#[derive(Debug)]
pub(crate) struct Root {
    pub(crate) name: &'static str,
    /// The elements that are its values, each with its namespace.
    pub(crate) elements: fn() -> Vec<(&'static str, &'static str)>,
    /// The document that an element stands in.
    pub(crate) document: fn(&str) -> String,
    /// Reads a document, writes what was read, and reads that: it is the same. What was written, or what is wrong.
    pub(crate) round_trip: fn(&str) -> Result<String, String>,
    /// The schema of the type, if it is an element.
    pub(crate) schema: Option<fn() -> um_messages::Result<Documents>>,
    /// Where the type differs from its schema, if it is an element.
    pub(crate) check: Option<Check>,
}

impl Root {
    /// Its name without the module that it is in.
    pub(crate) fn local_name(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default().trim()
    }
}

/// What is generated for one file.
#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) name: &'static str,
    pub(crate) roots: &'static [Root],
}

const fn element<T>(name: &'static str) -> Root
where
    T: xml::Root + WriteElement + for<'de> ReadElement<'de> + PartialEq,
{
    Root {
        name,
        elements: || vec![(T::NAMESPACE, T::NAME)],
        document: str::to_owned,
        round_trip: |document| {
            round_trip::<T>(document, |text| xml::from_str(text), xml::to_string)
        },
        schema: Some(schema::of::<T>),
        check: Some(schema::check::<T>),
    }
}

const fn envelope<T>(name: &'static str) -> Root
where
    T: SoapMessage + for<'de> ReadBody<'de> + PartialEq,
{
    Root {
        name,
        elements: || {
            let mut elements = Vec::new();
            T::expected(&mut |namespace, name| elements.push((namespace, name)));
            elements
        },
        document: |element| {
            let namespace = T::VERSION.namespace();
            format!("<s:Envelope xmlns:s='{namespace}'><s:Body>{element}</s:Body></s:Envelope>")
        },
        round_trip: |document| {
            round_trip::<T>(document, |text| T::from_envelope(text), T::to_envelope)
        },
        schema: None,
        check: None,
    }
}

fn round_trip<T: PartialEq>(
    document: &str,
    read: fn(&str) -> um_messages::Result<T>,
    write: fn(&T) -> um_messages::Result<String>,
) -> Result<String, String> {
    let value = read(document).map_err(|error| format!("not read: {error}"))?;
    let written = write(&value).map_err(|error| format!("not written: {error}"))?;
    match read(&written) {
        Ok(again) if again == value => Ok(written),
        Ok(_) => Err(format!("it is read as something else: {written}")),
        Err(error) => Err(format!("not read again: {error}: {written}")),
    }
}

/// The modules of a folder of snapshots, and the types of each that documents are read as.
macro_rules! modules {
    ($constant:ident, $folder:literal, $function:ident; $($name:ident: $($($root:ident)::+),*;)*) => {
        $(
            #[allow(
                dead_code,
                missing_docs,
                unreachable_pub,
                unused_qualifications,
                clippy::pedantic,
                reason = "a service has more than a test uses, and these lints are off by default"
            )]
            pub(crate) mod $name {
                include!(concat!("../snapshots/", $folder, "/", stringify!($name), ".snap.rs"));
            }
        )*
        pub(crate) const $constant: &[Code] = &[$(Code {
            name: stringify!($name),
            roots: &[$($function::<$name::$($root)::+>(stringify!($($root)::+))),*],
        }),*];
    };
}

modules! { SCHEMAS, "schemas", element;
    all: Person;
    anonymous: Report;
    any: Envelope, Exactly;
    any_alone: Either, Two;
    any_twice: Message;
    any_type: Bag;
    any_type_extended: Crate, Safe;
    array_nillable: Scores;
    array_of: Cart;
    array_of_numbers: Meter;
    attribute_group: Record;
    attributes: Text;
    binary: Blob, File, Raw;
    boolean_pattern: Lamp;
    boxed: Either;
    boxed_fields: Forms;
    built_in: Values;
    chameleon: Both;
    choice: Pay;
    choice_beside_choice: Trip;
    choice_emptiable: Notes, Nothing, Pairs;
    choice_empty: Little, Nothing;
    choice_nested: Find;
    choice_nillable: Answer;
    choice_of_one: Single;
    choice_of_sequences: Place;
    choice_optional: Contact;
    choice_repeated: Alarm, Log;
    choice_same_name: Price;
    choice_with_any: Attachment;
    default_empty: Load;
    default_fixed: Load;
    default_optional: Load;
    doctype: Signed;
    documentation: Paper;
    empty: Flag, Holder, Ping, Pong;
    enumeration: Order;
    enumeration_awkward: Signs;
    enumeration_of_numbers: Dial;
    enumeration_restricted: Paint;
    enumeration_spaced: Words;
    extension: Truck;
    extension_chain: Chain;
    extension_empty: Uses;
    extension_parts: Extensions;
    facets: Card;
    facets_checked: Ticket;
    form: Item;
    group: Customer, Hop, Route, Visitor;
    group_of_groups: Plot;
    identity: Table;
    import: Car;
    import_cycle: Ring;
    import_derived: Fleet, Garage;
    include: Book;
    large: Root;
    list: Shop, SizesElement;
    mixed: Letter, Plain, Rich;
    name_collisions: Fields, Item, Option2;
    names: Keywords;
    nillable: Price, Shelf, Store;
    nillable_polymorphic: Holder;
    no_namespace: Config;
    optional_group_beside_choice: Booking;
    qname: Reference;
    recursion: Expression, Tree;
    redefine: Team;
    restriction: Narrow;
    sequence: Parcel;
    sequence_nested: Form;
    sequence_optional: Invoice;
    sequence_repeated: Dictionary, Track;
    sequence_same_name: Frame;
    simple_content: Receipt;
    substitution: Kennel, Zoo;
    substitution_concrete: Order;
    union: Settings;
    unqualified: Order;
    unqualified_choice: Query;
    xsi_type: Drawing;
    xsi_type_abstract: History;
    xsi_type_root: Call;
}

pub(crate) use self::bases_are_fields::BASES;
pub(crate) use self::facets_on::FACETS;
pub(crate) use self::nil_everywhere::NILS;

/// With the options `--inherit flatten` and `--strict`.
mod bases_are_fields {
    use super::{Code, element};

    modules! { BASES, "bases", element;
        extension: Truck;
        extension_chain: Chain;
        extension_empty: Uses;
        extension_parts: Extensions;
        import_derived: Fleet, Garage;
        nillable_polymorphic: Holder;
        simple_content: Receipt;
        substitution: Kennel, Zoo;
        xsi_type: Drawing;
        xsi_type_abstract: History;
        xsi_type_root: Call;
    }
}

/// With the option `--facets`.
mod facets_on {
    use super::{Code, element};

    modules! { FACETS, "facets", element;
        default_fixed: Load;
        facets: Card;
        facets_checked: Ticket;
        simple_content: Receipt;
        union: Settings;
    }
}

/// With the option `--nil everywhere`.
pub(crate) mod nil_everywhere {
    use super::{Code, envelope};

    modules! { NILS, "nils", envelope;
        rpc_encoded: GetResponse;
    }
}

modules! { SERVICES, "services", envelope;
    both_versions: Ping, Pong;
    document_bare: PeopleRequest, PeopleResponse;
    document_wrapped: BankServiceRequest, BankServiceResponse;
    empty_request: Status;
    faults: PaymentsRequest;
    headers: NotesRequest;
    imports: Place, Placed;
    mime: Upload;
    no_binding:;
    no_service: Ask;
    one_way: Notify;
    overloaded: SearchRequest;
    part_with_type: Text;
    rpc_encoded: GetResponse;
    rpc_literal: GeometryServiceRequest, GeometryServiceResponse;
    several_parts:;
    soap_1_2: Echo, EchoResponse;
    substituted: AnyCommand, AnyOutcome;
    typed_parts: SizeResponse;
    well_known: Subscribe;
}
