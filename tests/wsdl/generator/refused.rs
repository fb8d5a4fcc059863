//! What is wrong with documents and options, each with what is said of it: what, where, and what mends it. Nothing of it panics, and
//! nothing of it takes long.

use std::fmt::Write as _;

use um_messages::wsdl::{Diagnostic, Generator, Severity, Subtypes};
use um_wsdl_tests::folder;

/// A schema of these components.
fn schema(components: &str) -> String {
    format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:bank' targetNamespace='urn:bank'>\n  {components}\n</xs:schema>"
    )
}

/// A WSDL of these parts, whose operation is `Hold` with the element `Hold`.
fn wsdl(message: &str, port_type: &str, binding: &str, service: &str) -> String {
    format!(
        "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/' xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/'
    xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:b='urn:bank' targetNamespace='urn:bank'>
  <types><xs:schema targetNamespace='urn:bank'><xs:element name='Hold' type='xs:string'/></xs:schema></types>
  {message}
  {port_type}
  {binding}
  {service}
</definitions>"
    )
}

const MESSAGE: &str = "<message name='Hold'><part name='p' element='b:Hold'/></message>";
const PORT_TYPE: &str =
    "<portType name='Bank'><operation name='Hold'><input message='b:Hold'/></operation></portType>";
const BINDING: &str = "<binding name='Bank' type='b:Bank'><soap:binding/>
    <operation name='Hold'><soap:operation soapAction='urn:hold'/><input><soap:body use='literal'/></input></operation>
  </binding>";
const SERVICE: &str = "<service name='Bank'><port name='Bank' binding='b:Bank'><soap:address location='urn:x'/></port></service>";

fn bank() -> String {
    wsdl(MESSAGE, PORT_TYPE, BINDING, SERVICE)
}

fn generator(document: impl AsRef<str>) -> Generator {
    Generator::new("bank.wsdl").document("bank.wsdl", document.as_ref())
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn refused(generator: &Generator) -> Vec<Diagnostic> {
    match generator.generate() {
        Ok(generated) => panic!("nothing is wrong: {}", generated.code()),
        Err(diagnostics) => diagnostics,
    }
}

/// What is said of each of these, one behind the other.
fn compare(name: &str, cases: &[(&str, Generator)]) {
    let mut text = String::new();
    for (case, generator) in cases {
        let diagnostics = refused(generator);
        assert!(
            diagnostics
                .iter()
                .any(|diagnostic| diagnostic.severity() == Severity::Error),
            "{case}"
        );
        let _ = writeln!(text, "# {case}\n");
        for diagnostic in diagnostics {
            let diagnostic = diagnostic.to_string();
            let folder = format!("{}/", folder("schemas").display());
            let _ = writeln!(text, "{}\n", diagnostic.replace(&folder, ""));
        }
    }
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => folder("snapshots/refused"),
    }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn documents() {
    let empty_definitions = "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>";
    compare(
        "documents",
        &[
            ("no file", Generator::new("missing/bank.wsdl")),
            ("a folder", Generator::new(folder("schemas").join("parts"))),
            ("nothing", generator("")),
            ("text", generator("no XML at all")),
            ("json", generator("{\"openapi\": \"3.0\"}")),
            (
                "a WSDL 2.0",
                generator(
                    "<description xmlns='http://www.w3.org/ns/wsdl' targetNamespace='urn:bank'/>",
                ),
            ),
            (
                "XHTML",
                generator("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>"),
            ),
            (
                "HTML",
                generator(
                    "<!DOCTYPE html>\n<html>\n<head><meta charset=utf-8></head>\n<body>Login<br></body></html>",
                ),
            ),
            (
                "HTML in small letters",
                generator("<!doctype html><html><p>Login</html>"),
            ),
            ("another root", generator("<a:bank xmlns:a='urn:a'/>")),
            (
                "an envelope",
                generator("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>"),
            ),
            (
                "not well-formed",
                generator(schema("<xs:element name='A'>\n  </xs:complexType>")),
            ),
            ("cut off", generator(&bank()[..400])),
            (
                "a wrong value",
                generator(schema("<xs:element name='A' minOccurs='few'/>")),
            ),
            (
                "a part is missing",
                generator(
                    "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'><message/></definitions>",
                ),
            ),
            (
                "bytes",
                Generator::new("bank.wsdl").document("bank.wsdl", [0xff, 0x00, 0x17]),
            ),
            (
                "no services asked for a port",
                generator(empty_definitions).port("Bank"),
            ),
        ],
    );
}

#[test]
fn names() {
    let of_type = |name: &str| {
        generator(schema(&format!(
            "<xs:element name='A' type='{name}'/>\n  <xs:complexType name='Account'/>"
        )))
    };
    let of_content = |content: &str| {
        generator(schema(&format!(
            "<xs:element name='A'>\n    <xs:complexType>{content}</xs:complexType>\n  </xs:element>"
        )))
    };
    compare(
        "names",
        &[
            ("an unbound prefix", of_type("x:Account")),
            ("a type that is not there", of_type("Acount")),
            ("a type that is nowhere near", of_type("Zebra")),
            (
                "a type of XML Schema that is not there",
                of_type("xs:strng"),
            ),
            (
                "an element",
                of_content("<xs:sequence><xs:element ref='Nothing'/></xs:sequence>"),
            ),
            ("an attribute", of_content("<xs:attribute ref='Nothing'/>")),
            ("a group", of_content("<xs:group ref='Nothing'/>")),
            (
                "an attribute group",
                of_content("<xs:attributeGroup ref='Nothing'/>"),
            ),
            (
                "a base",
                of_content("<xs:complexContent><xs:extension base='Nothing'/></xs:complexContent>"),
            ),
            (
                "a member of a union",
                of_content(
                    "<xs:attribute name='u'><xs:simpleType><xs:union memberTypes='xs:int Nothing'/></xs:simpleType></xs:attribute>",
                ),
            ),
            (
                "no name",
                of_content("<xs:sequence><xs:element type='xs:int'/></xs:sequence>"),
            ),
            ("no derivation", of_content("<xs:complexContent/>")),
            (
                "more at least than at most",
                of_content(
                    "<xs:sequence><xs:element name='B' type='xs:int' minOccurs='4' maxOccurs='3'/></xs:sequence>",
                ),
            ),
        ],
    );
}

#[test]
fn duplicates() {
    compare(
        "duplicates",
        &[
            (
                "two types of one name",
                generator(schema(
                    "<xs:element name='A' type='T'/>\n  <xs:complexType name='T'/>\n  <xs:simpleType name='T'><xs:restriction base='xs:int'/></xs:simpleType>",
                )),
            ),
            (
                "two elements of one name",
                generator(schema(
                    "<xs:element name='A' type='xs:int'/>\n  <xs:element name='A' type='xs:string'/>",
                )),
            ),
            (
                "in two documents",
                generator(schema(
                    "<xs:include schemaLocation='more.xsd'/>\n  <xs:element name='A' type='xs:int'/>",
                ))
                .document("more.xsd", schema("\n <xs:element name='A' type='xs:string'/>")),
            ),
        ],
    );
}

#[test]
fn services() {
    let message = |text: &str| generator(wsdl(text, PORT_TYPE, BINDING, SERVICE));
    let binding = |from: &str, to: &str| {
        generator(wsdl(
            MESSAGE,
            PORT_TYPE,
            &BINDING.replace(from, to),
            SERVICE,
        ))
    };
    compare(
        "services",
        &[
            ("no message", message("")),
            (
                "a message of another name",
                message(&MESSAGE.replace("name='Hold'", "name='Hald'")),
            ),
            (
                "no such element",
                message(&MESSAGE.replace("b:Hold", "b:Hodl")),
            ),
            ("no such port type", binding("b:Bank", "b:Bonk")),
            (
                "no such operation in the port type",
                binding("name='Hold'", "name='Holt'"),
            ),
            (
                "no such message of a header",
                binding(
                    "<soap:body",
                    "<soap:header message='b:Nothing' part='p' use='literal'/><soap:body",
                ),
            ),
            (
                "no such part of a header",
                binding(
                    "<soap:body",
                    "<soap:header message='b:Hold' part='q' use='literal'/><soap:body",
                ),
            ),
        ],
    );
}

#[test]
fn ports_and_operations() {
    let operation = "<soap:operation";
    compare(
        "ports_and_operations",
        &[
            (
                "no such binding",
                generator(wsdl(
                    MESSAGE,
                    PORT_TYPE,
                    BINDING,
                    &SERVICE.replace("b:Bank", "b:Bonk"),
                ))
                .port("Bank"),
            ),
            (
                "two bindings of one name",
                generator(wsdl(
                    MESSAGE,
                    PORT_TYPE,
                    &format!(
                        "{BINDING}\n  {}",
                        BINDING
                            .replace(operation, "<soap:address location='x'/><soap:operation")
                            .replace("urn:hold", "urn:other")
                    ),
                    SERVICE,
                )),
            ),
            (
                "no such operation",
                generator(bank()).operations(["Release"]),
            ),
            (
                "an operation nearly of the name",
                generator(bank()).operations(["hodl"]),
            ),
            (
                "one of two operations",
                generator(bank()).operations(["Hold", "Release"]),
            ),
            ("no such service", generator(bank()).service("Shop")),
            ("no such port", generator(bank()).port("Soap12")),
            (
                "no such port of the service",
                generator(bank()).service("Bank").port("Soap12"),
            ),
        ],
    );
}

#[test]
fn other_documents() {
    let importing = |import: &str| {
        generator(schema(&format!(
            "{import}\n  <xs:element name='A' type='m:Money' xmlns:m='urn:money'/>"
        )))
    };
    let imports = "<xs:import namespace='urn:money' schemaLocation='money.xsd'/>";
    compare(
        "other_documents",
        &[
            ("not imported", importing("")),
            (
                "without a location",
                importing("<xs:import namespace='urn:money'/>"),
            ),
            ("not there", importing(imports)),
            (
                "not on this machine",
                importing(&imports.replace("money.xsd", "https://example.org/money.xsd")),
            ),
            (
                "not included",
                generator(schema(
                    "<xs:include schemaLocation='more.xsd'/>\n  <xs:element name='A' type='T'/>",
                )),
            ),
            (
                "without the type",
                importing(imports)
                    .document("money.xsd", schema("").replace("urn:bank", "urn:money")),
            ),
            (
                "a web page",
                importing(imports).document("money.xsd", "<html/>"),
            ),
            (
                "an included one is wrong",
                importing(imports).document(
                    "money.xsd",
                    schema("<xs:element name='B' type='Nothing'/>")
                        .replace("urn:bank", "urn:money"),
                ),
            ),
            (
                "of another namespace",
                importing(imports).document(
                    "money.xsd",
                    schema("<xs:complexType name='Money'/>").replace("urn:bank", "urn:other"),
                ),
            ),
        ],
    );
}

#[test]
fn what_is_made_of_itself() {
    let twice = |name: &str| format!("<xs:group ref='{name}'/><xs:group ref='{name}'/>");
    let element = "<xs:element name='A' type='T'/>\n  ";
    let of = |components: &str| generator(schema(&format!("{element}{components}")));
    let with_group = "<xs:complexType name='T'><xs:group ref='G'/></xs:complexType>\n  ";
    compare(
        "of_itself",
        &[
            (
                "a type derived from itself",
                of(
                    "<xs:complexType name='T'><xs:complexContent><xs:extension base='T'/></xs:complexContent></xs:complexType>",
                ),
            ),
            (
                "two types derived from one another",
                of(
                    "<xs:complexType name='T'><xs:complexContent><xs:extension base='U'/></xs:complexContent></xs:complexType>\n  \
                    <xs:complexType name='U'><xs:complexContent><xs:extension base='T'/></xs:complexContent></xs:complexType>",
                ),
            ),
            (
                "a simple type",
                of("<xs:simpleType name='T'><xs:restriction base='T'/></xs:simpleType>"),
            ),
            (
                "a list",
                of("<xs:simpleType name='T'><xs:list itemType='T'/></xs:simpleType>"),
            ),
            (
                "a union",
                of("<xs:simpleType name='T'><xs:union memberTypes='xs:int T'/></xs:simpleType>"),
            ),
            (
                "a group",
                of(&format!(
                    "{with_group}<xs:group name='G'><xs:sequence>{}</xs:sequence></xs:group>",
                    twice("G")
                )),
            ),
            (
                "two groups",
                of(&format!(
                    "{with_group}<xs:group name='G'><xs:sequence>{}</xs:sequence></xs:group>\n  <xs:group name='H'><xs:choice>{}</xs:choice></xs:group>",
                    twice("H"),
                    twice("G")
                )),
            ),
            (
                "an attribute group",
                of(
                    "<xs:complexType name='T'><xs:attributeGroup ref='G'/></xs:complexType>\n  \
                    <xs:attributeGroup name='G'><xs:attributeGroup ref='H'/><xs:attributeGroup ref='H'/></xs:attributeGroup>\n  \
                    <xs:attributeGroup name='H'><xs:attributeGroup ref='G'/><xs:attributeGroup ref='G'/></xs:attributeGroup>",
                ),
            ),
        ],
    );
}

#[test]
fn names_that_are_none() {
    compare(
        "names_that_are_none",
        &[
            (
                "an element whose name is none",
                generator(schema("<xs:element name='4' type='xs:int'/>")),
            ),
            (
                "a type whose name has a blank in it",
                generator(schema("<xs:complexType name='A b'/>")),
            ),
            (
                "a type where an element is meant, and the other way round",
                generator(schema(
                    "<xs:complexType name='T'/>\n  <xs:element name='E' type='xs:int'/>\n  \
                    <xs:element name='A'><xs:complexType><xs:sequence><xs:element ref='T'/></xs:sequence></xs:complexType></xs:element>\n  \
                    <xs:element name='B' type='E'/>",
                )),
            ),
        ],
    );
}

/// What its prefix stands for in the schema, it need not stand for in a document.
#[test]
fn defaults_that_are_qualified_names() {
    let attribute = "<xs:complexType name='T'><xs:attribute name='of' type='xs:QName' default='xs:int'/></xs:complexType>";
    let generated = generator(schema(attribute)).generate().unwrap();
    let said = generated.diagnostics().iter().map(Diagnostic::to_string);
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["note: the default `xs:int` is a qualified name, and is left out\n  --> bank.wsdl:2:28"]
    );
    assert!(generated.code().contains("pub of: Option<xml::QName>"));
}

#[test]
fn parts_without_a_name() {
    let service = |part: &str| {
        let message = format!("<message name='Hold'><part {part}/></message>");
        generator(wsdl(&message, PORT_TYPE, BINDING, SERVICE))
    };
    compare(
        "parts_without_a_name",
        &[
            ("a part that has a type", service("type='xs:int'")),
            (
                "the same in RPC style",
                generator(wsdl(
                    "<message name='Hold'><part type='xs:int'/></message>",
                    PORT_TYPE,
                    &BINDING.replace("<soap:binding/>", "<soap:binding style='rpc'/>"),
                    SERVICE,
                )),
            ),
        ],
    );
    let generated = service("element='b:Hold'").generate().unwrap();
    assert!(generated.code().contains("pub struct Hold(pub String)"));
}

/// Of document style, whose messages are told by their elements.
#[test]
fn messages_of_types() {
    let service = |answer: &str, other: &str| {
        let messages = format!(
            "<message name='One'><part name='x' type='xs:int'/></message>\n  <message name='Two'><part name='x' type='{other}'/></message>\n  \
            <message name='Answer'><part name='x' type='{answer}'/></message>"
        );
        let operation = |name: &str| {
            format!(
                "<operation name='{name}'><input message='b:{name}'/><output message='b:Answer'/></operation>"
            )
        };
        let bound = |name: &str| {
            format!(
                "<operation name='{name}'><soap:operation soapAction='urn:{name}'/><input><soap:body use='literal'/></input>\
                <output><soap:body use='literal'/></output></operation>"
            )
        };
        let port_type = format!(
            "<portType name='Bank'>{}{}</portType>",
            operation("One"),
            operation("Two")
        );
        let binding = format!(
            "<binding name='Bank' type='b:Bank'><soap:binding/>{}{}</binding>",
            bound("One"),
            bound("Two")
        );
        generator(wsdl(&messages, &port_type, &binding, SERVICE))
    };
    compare(
        "messages_of_types",
        &[(
            "two requests of one name and two types",
            service("xs:date", "xs:string"),
        )],
    );
    service("xs:date", "xs:int").generate().unwrap();
}

#[test]
fn what_does_not_belong_there() {
    compare(
        "what_does_not_belong_there",
        &[
            (
                "names that are misspelled or in another namespace",
                generator(schema(
                    "<xs:annotation/><xs:notation name='n' public='p'/>\n  <xs:complextype name='T'/>\n  \
                    <complexType xmlns='http://schemas.xmlsoap.org/wsdl/' name='U'/>\n  <xs:element name='A' type='T'/>",
                )),
            ),
            (
                "an extension without the element around it, and a test",
                generator(schema(
                    "<xs:complexType name='B'/>\n  \
                    <xs:complexType name='A'><xs:extension base='B'/></xs:complexType>\n  \
                    <xs:complexType name='C'><xs:assert test='true()'/></xs:complexType>",
                )),
            ),
        ],
    );
}

#[test]
fn substitution_groups_of_themselves() {
    compare(
        "substitution_of_itself",
        &[
            (
                "an element in its own substitution group",
                generator(schema(
                    "<xs:element name='A' type='xs:int' substitutionGroup='A'/>",
                )),
            ),
            (
                "two elements in the substitution groups of one another",
                generator(schema(
                    "<xs:element name='A' substitutionGroup='B'/>\n  <xs:element name='B' type='xs:int' substitutionGroup='A'/>\n  \
                    <xs:element name='C' substitutionGroup='A'/>\n  \
                    <xs:element name='D'><xs:complexType><xs:sequence><xs:element ref='A'/></xs:sequence></xs:complexType></xs:element>",
                )),
            ),
            (
                "a substitution group of nothing, where the element has a type and where it has not",
                generator(schema(
                    "<xs:element name='Animal' type='xs:int'/>\n  <xs:element name='Dog' type='xs:int' substitutionGroup='Animals'/>\n  \
                    <xs:element name='Cat' substitutionGroup='Animol'/>",
                )),
            ),
        ],
    );
}

#[test]
fn entities() {
    let bomb = |entities: &str| {
        generator(format!(
            "<!DOCTYPE s [{entities}]>\n{}",
            schema("<xs:element name='A' default='&d;' type='xs:string'/>")
        ))
    };
    let long = format!("<!ENTITY d '{}'>", "d".repeat(70_000));
    compare(
        "entities",
        &[
            (
                "in one another",
                bomb(
                    "<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'><!ENTITY d '&c;&c;'>",
                ),
            ),
            ("of itself", bomb("<!ENTITY d '&d;'>")),
            ("long", bomb(&long)),
            (
                "of another file",
                bomb("<!ENTITY d SYSTEM 'file:///etc/passwd'>"),
            ),
            ("with elements", bomb("<!ENTITY d '<x/>'>")),
            ("without an end", generator("<!DOCTYPE s [<!ENTITY d 'x'>")),
            (
                "not declared",
                generator(schema("<xs:element name='&d;'/>")),
            ),
        ],
    );
}

/// What is said of a schema with the type `Account` and the enumeration `Currency`, with an option.
fn of_account(option: fn(Generator) -> Generator) -> Generator {
    let types = "<xs:complexType name='Account'><xs:attribute name='number' type='xs:int'/></xs:complexType>
  <xs:simpleType name='Currency'><xs:restriction base='xs:string'><xs:enumeration value='EUR'/></xs:restriction></xs:simpleType>
  <xs:element name='A' type='Account'/>
  <xs:element name='C' type='Currency'/>";
    option(generator(schema(types)))
}

#[test]
fn options_that_match_nothing() {
    compare(
        "options_that_match_nothing",
        &[
            (
                "a name of a type",
                of_account(|generator| generator.rename("{urn:bank}Acount", "Konto")),
            ),
            (
                "a name in another namespace",
                of_account(|generator| generator.rename("{urn:other}Account", "Konto")),
            ),
            (
                "a name without a namespace",
                of_account(|generator| generator.rename("Account", "Konto")),
            ),
            (
                "a name of a field",
                of_account(|generator| generator.rename("{urn:bank}Account/numbre", "nummer")),
            ),
            (
                "a name of a value",
                of_account(|generator| generator.rename("{urn:bank}Currency=EU", "Euro")),
            ),
            (
                "a type",
                of_account(|generator| generator.map_type("{urn:bank}Acount", "crate::Konto")),
            ),
            (
                "a type of XML Schema",
                of_account(|generator| generator.map_type("xs:datetime", "crate::Instant")),
            ),
            (
                "a namespace of a module",
                of_account(|generator| generator.module("urn:bnk", "bank")),
            ),
            (
                "a namespace of a prefix",
                of_account(|generator| generator.prefix("http://example.org/shop", "s")),
            ),
        ],
    );
}

#[test]
fn optional_fields_that_match_nothing() {
    compare(
        "optional_fields_that_match_nothing",
        &[
            (
                "a branch of a choice, which has another name",
                generator(schema(
                    "<xs:element name='P' type='Paid'/>
  <xs:complexType name='Paid'><xs:choice><xs:element name='Card' type='xs:string'/><xs:element name='Cash' type='xs:string'/></xs:choice></xs:complexType>",
                ))
                .rename("{urn:bank}Paid/Card", "Number")
                .optional("{urn:bank}Paid/Card"),
            ),
            (
                "a field",
                of_account(|generator| generator.optional("{urn:bank}Account/numbre")),
            ),
            (
                "a field of another type",
                of_account(|generator| generator.optional("{urn:bank}Acount/number")),
            ),
            (
                "a field of a field without any",
                of_account(|generator| generator.optional("{urn:bank}Account/number/x")),
            ),
            (
                "a field of nothing",
                of_account(|generator| generator.optional("{urn:bank}Account/numbre/x")),
            ),
            (
                "a value",
                of_account(|generator| generator.optional("{urn:bank}Currency/EUR")),
            ),
        ],
    );
}

#[test]
fn options() {
    let with = |option: fn(Generator) -> Generator| option(generator(bank()));
    compare(
        "options",
        &[
            (
                "a type that is none",
                with(|generator| generator.map_type("xs:string", "not a type!")),
            ),
            (
                "a type that ends too early",
                with(|generator| generator.map_type("xs:string", "Vec<")),
            ),
            (
                "a name that is none",
                with(|generator| generator.rename("{urn:bank}Hold", "on hold")),
            ),
            (
                "a keyword as a name",
                with(|generator| generator.rename("{urn:bank}Hold", "Self")),
            ),
            (
                "no name",
                with(|generator| generator.rename("{urn:bank}Hold", "")),
            ),
            (
                "a type that is optional",
                with(|generator| generator.optional("{urn:bank}Hold")),
            ),
            (
                "a module that is none",
                with(|generator| generator.module("urn:bank", "my-bank")),
            ),
            (
                "a path that is none",
                with(|generator| generator.module("urn:bank", "crate::my bank::x")),
            ),
            (
                "a derive that is none",
                with(|generator| generator.derive(["serde::"])),
            ),
            (
                "a prefix that is none",
                with(|generator| generator.prefix("urn:bank", "b:b")),
            ),
            (
                "a fallback",
                generator(schema(
                    "<xs:element name='A' type='T'/>\n  <xs:complexType name='T'/>\n  \
                     <xs:complexType name='U'><xs:complexContent><xs:extension base='T'/></xs:complexContent></xs:complexType>",
                ))
                .subtypes(Subtypes::Reached)
                .deny_fallbacks(true),
            ),
        ],
    );
}

/// What looks as if it could not end.
#[test]
fn what_is_deep_or_wide_is_generated() {
    let choices = format!(
        "{}{}",
        "<xs:choice>".repeat(60),
        "<xs:element name='B' type='xs:int'/>"
    );
    let choices = format!("{choices}{}", "</xs:choice>".repeat(60));
    let groups = |count: usize, kind: &str| {
        let groups = (0..count).map(|index| {
            let inner = format!("<xs:group ref='G{}'/>", index + 1);
            format!("<xs:group name='G{index}'><xs:{kind}>{inner}{inner}</xs:{kind}></xs:group>\n")
        });
        let last = format!(
            "<xs:group name='G{count}'><xs:{kind}><xs:element name='B' type='xs:int'/></xs:{kind}></xs:group>"
        );
        format!(
            "{}{last}<xs:element name='A'><xs:complexType><xs:group ref='G0'/></xs:complexType></xs:element>",
            groups.collect::<String>()
        )
    };
    let attribute_groups = joined((0..60).map(|index| {
        let inner = format!("<xs:attributeGroup ref='G{}'/>", index + 1);
        format!("<xs:attributeGroup name='G{index}'>{inner}{inner}</xs:attributeGroup>")
    }));
    let unions = joined((0..50).map(|index| {
        let members = format!("U{0} U{0}", index + 1);
        format!(
            "<xs:simpleType name='U{index}'><xs:union memberTypes='{members}'/></xs:simpleType>"
        )
    }));
    let derived = joined((1..60).map(|index| {
        let own = format!("<xs:sequence><xs:element name='E{index}' type='xs:int'/></xs:sequence>");
        let extension = format!("<xs:extension base='T{}'>{own}</xs:extension>", index - 1);
        format!("<xs:complexType name='T{index}'><xs:complexContent>{extension}</xs:complexContent></xs:complexType>")
    }));
    for components in [
        format!("<xs:element name='A'><xs:complexType>{choices}</xs:complexType></xs:element>"),
        groups(50, "sequence"),
        groups(50, "choice"),
        format!(
            "{attribute_groups}<xs:attributeGroup name='G60'><xs:attribute name='a' type='xs:int'/></xs:attributeGroup><xs:element name='A'><xs:complexType><xs:attributeGroup ref='G0'/></xs:complexType></xs:element>"
        ),
        format!(
            "{unions}<xs:simpleType name='U50'><xs:restriction base='xs:int'/></xs:simpleType><xs:element name='A' type='U0'/>"
        ),
        format!("<xs:complexType name='T0'/>{derived}<xs:element name='A' type='T59'/>"),
    ] {
        let generated = generator(schema(&components)).generate();
        let generated = generated.unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
        assert!(
            generated.code().contains("struct A"),
            "{components:.60}: {}",
            generated.code()
        );
        assert!(generated.code().len() < 200_000, "{components:.60}");
    }
}

/// Documents that import one another are read once each.
#[test]
fn cyclic_imports() {
    let document = |namespace: &str, imports: &[(&str, &str)]| {
        let imports = imports.iter().map(|(namespace, file)| match *namespace {
            "" => format!("<xs:import schemaLocation='{file}'/>"),
            namespace => format!("<xs:import namespace='{namespace}' schemaLocation='{file}'/>"),
        });
        let target = if namespace.is_empty() {
            String::new()
        } else {
            format!(" targetNamespace='{namespace}'")
        };
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'{target}>{}<xs:element name='A' type='xs:int'/></xs:schema>",
            imports.collect::<String>()
        )
    };
    let generated = Generator::new("a.xsd")
        .document(
            "a.xsd",
            document(
                "urn:a",
                &[("urn:b", "b.xsd"), ("urn:a", "a.xsd"), ("", "c.xsd")],
            ),
        )
        .document(
            "b.xsd",
            document("urn:b", &[("urn:a", "./a.xsd"), ("", "c.xsd")]),
        )
        .document("c.xsd", document("", &[("urn:a", "a.xsd"), ("", "d.xsd")]))
        .document(
            "d.xsd",
            document("", &[("urn:b", "b.xsd"), ("", "c.xsd")]).replace("'A'", "'D'"),
        )
        .generate();
    let generated = generated.unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
    let files: Vec<_> = generated
        .files()
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    assert_eq!(files, ["a.xsd", "b.xsd", "c.xsd", "d.xsd"]);
}

/// Twice the types take about twice the text.
#[test]
fn many_types() {
    let types = |count: usize| {
        let types = (0..count).map(|index| {
            format!("<xs:complexType name='T{index}'><xs:sequence><xs:element name='E' type='T{}' minOccurs='0'/></xs:sequence></xs:complexType>", (index + 1) % count)
        });
        let all = format!(
            "{}<xs:element name='A' type='T0'/>",
            types.collect::<String>()
        );
        let generated = generator(schema(&all)).generate();
        generated
            .unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"))
            .code()
            .len()
    };
    let (few, many) = (types(1_000), types(2_000));
    assert!(many < few * 5 / 2, "{few} and {many}");
}
