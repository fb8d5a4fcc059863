//! What each option changes: the lines that are not there any more, and those that are new. What is wrong with options is in `refused.rs`.

use std::fmt::Write as _;

use um_messages::wsdl::{Generator, Preset, Subtypes};
use um_wsdl_tests::folder;

const SCHEMA: &str = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:shop' xmlns:m='urn:money' targetNamespace='urn:shop'
    elementFormDefault='qualified'>
  <xs:import namespace='urn:money' schemaLocation='money.xsd'/>
  <xs:element name='Order'>
    <xs:complexType>
      <xs:sequence>
        <xs:element name='At' type='xs:dateTime'/>
        <xs:element name='Total' type='m:Amount'><xs:annotation><xs:documentation>With taxes.</xs:documentation></xs:annotation></xs:element>
        <xs:element name='Count' type='xs:positiveInteger'/>
        <xs:element name='Link' type='Link'/>
        <xs:element name='Note' type='xs:string' minOccurs='0' nillable='true'/>
        <xs:element name='Tags' type='Tags' minOccurs='0' nillable='true'/>
        <xs:element name='Paid'>
          <xs:complexType><xs:choice><xs:element name='Cash' type='xs:boolean'/><xs:element name='Card' type='xs:string'/></xs:choice></xs:complexType>
        </xs:element>
        <xs:element name='Customer' type='Customer'/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:simpleType name='Link'><xs:restriction base='xs:anyURI'><xs:maxLength value='99'/></xs:restriction></xs:simpleType>
  <xs:complexType name='Tags'><xs:sequence><xs:element name='Tag' type='xs:string' maxOccurs='unbounded'/></xs:sequence></xs:complexType>
  <xs:complexType name='Customer'><xs:attribute name='id' type='xs:int'/></xs:complexType>
  <xs:complexType name='Company'><xs:complexContent><xs:extension base='Customer'><xs:attribute name='vat' type='xs:string'/></xs:extension></xs:complexContent></xs:complexType>
</xs:schema>";

const MONEY: &str = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:money' targetNamespace='urn:money'>
  <xs:complexType name='Amount'>
    <xs:simpleContent><xs:extension base='xs:decimal'><xs:attribute name='currency' type='Currency' use='required'/></xs:extension></xs:simpleContent>
  </xs:complexType>
  <xs:simpleType name='Currency'>
    <xs:restriction base='xs:string'><xs:enumeration value='978'/><xs:enumeration value='840'/></xs:restriction>
  </xs:simpleType>
</xs:schema>";

fn generator() -> Generator {
    Generator::new("shop.xsd")
        .document("shop.xsd", SCHEMA)
        .document("money.xsd", MONEY)
}

fn code(generator: &Generator) -> String {
    let generated = generator.generate().unwrap();
    let mut code = generated.code().to_owned();
    for (name, module) in generated.modules() {
        let _ = write!(code, "// {name}.rs\n\n{module}");
    }
    code
}

/// The lines of `before` that `after` has not, and those of `after` that are new.
fn changes(before: &str, after: &str) -> String {
    let mut open: Vec<&str> = after.lines().collect();
    let mut text = String::new();
    for line in before.lines() {
        match open.iter().position(|new| *new == line) {
            Some(index) => {
                open.remove(index);
            }
            None => {
                let _ = writeln!(text, "-{line}");
            }
        }
    }
    for line in open {
        let _ = writeln!(text, "+{line}");
    }
    text
}

/// What an option is called, and how it is asked for.
type Case = (&'static str, fn(Generator) -> Generator);

const CASES: &[Case] = &[
    ("--subtypes reached", |all| all.subtypes(Subtypes::Reached)),
    ("--module", |all| all.module("urn:money", "cash")),
    ("--module of another crate", |all| {
        all.module("urn:money", "crate::cash")
    }),
    ("the module of the file", |all| all.file_module("money")),
    ("--prefix", |all| all.prefix("urn:shop", "shop")),
    ("--type", |all| {
        all.map_type("{urn:money}Amount", "crate::Amount")
    }),
    ("--time chrono", |all| all.preset(Preset::Chrono)),
    ("--decimal, --url, --integer i128", |all| {
        let all = all.preset(Preset::RustDecimal).preset(Preset::Url);
        all.preset(Preset::Integer128)
    }),
    ("--type and a preset", |all| {
        all.map_type("xs:dateTime", "crate::Instant")
            .preset(Preset::Jiff)
    }),
    ("--rename of a type", |all| {
        all.rename("{urn:money}Amount", "Money")
    }),
    ("--rename of a field", |all| {
        all.rename("{urn:shop}Order/At", "ordered_at")
    }),
    ("--rename of an attribute", |all| {
        all.rename("{urn:money}Amount/currency", "unit")
    }),
    ("--rename of a variant", |all| {
        all.rename("{urn:shop}Order/Paid/Card", "Number")
    }),
    ("--rename of values", |all| {
        let all = all.rename("{urn:money}Currency=978", "Euro");
        all.rename("{urn:money}Currency=840", "Dollar")
    }),
    ("--optional", |all| {
        let all = all.optional("{urn:shop}Order/At");
        let all = all.optional("{urn:shop}Tags/Tag");
        all.optional("{urn:money}Amount/currency")
    }),
    ("--derive", |all| all.derive(["Eq", "serde::Serialize"])),
    ("--open-enums", |all| all.open_enums(true)),
    ("--strict", |all| all.strict(true)),
    ("--arrays struct", |all| all.wrappers(false)),
    ("--nil absent", |all| all.nil_is_absent(true)),
    ("--nil everywhere", |all| all.nil_is_everywhere(true)),
    ("--inherit flatten", |all| all.flatten_bases(true)),
    ("--facets", |all| all.facets(true)),
    ("--no-docs", |all| all.docs(false)),
    ("a folder", |all| all.split(true)),
];

#[test]
fn what_options_change() {
    let before = code(&generator());
    let mut text = String::new();
    for (name, option) in CASES {
        let changes = changes(&before, &code(&option(generator())));
        assert!(!changes.is_empty(), "{name}");
        let _ = writeln!(text, "# {name}\n\n{changes}");
    }
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => folder("snapshots/options"),
    }, {
        insta::assert_snapshot!("options", text);
    });
}

#[test]
fn what_is_missing_may_be_allowed() {
    let missing = SCHEMA
        .replace("type='m:Amount'", "type='m:Price'")
        .replace("type='Tags'", "type='Tagz'");
    let generator = generator().document("shop.xsd", missing);
    assert!(generator.generate().is_err());
    let generated = generator.clone().allow_missing(true).generate().unwrap();
    assert!(generated.code().contains("pub total: xml::Element,"));
    assert_eq!(generated.diagnostics().len(), 2);
    assert!(
        generator
            .allow_missing(true)
            .deny_fallbacks(true)
            .generate()
            .is_err()
    );
}

/// What is kept without a type is counted.
#[test]
fn fallbacks_are_counted() {
    let generated = generator().generate().unwrap();
    assert_eq!((generated.types(), generated.fallbacks()), (8, 0));
    let generated = generator().subtypes(Subtypes::Reached).generate().unwrap();
    assert_eq!((generated.types(), generated.fallbacks()), (6, 1));
    let note = "um-wsdl: 1 of the 1 types that may stand for `Customer`";
    assert!(generated.code().contains(note), "{}", generated.code());
}
