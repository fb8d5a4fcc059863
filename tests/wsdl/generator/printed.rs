//! The text of what is generated for each document in `schemas` and `services`, and what is said of it. The snapshots are modules of
//! the other test, which compiles them and uses them.

use um_messages::wsdl::{Diagnostic, Generator};
use um_wsdl_tests::{files, folder};

/// Compares what is generated for each of these files with its snapshot.
fn compare(kind: &str, extension: &str) {
    for (name, path) in files(kind, extension) {
        compare_file(kind, &name, &Generator::new(path));
    }
}

fn compare_file(kind: &str, name: &str, generator: &Generator) {
    let (code, notes) = generate(name, generator);
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => folder("snapshots").join(kind),
    }, {
        insta::assert_binary_snapshot!(&format!("{name}.rs"), code.into_bytes());
        if !notes.is_empty() {
            insta::assert_snapshot!(format!("{name}.notes"), notes);
        }
    });
}

fn generate(name: &str, generator: &Generator) -> (String, String) {
    let generated = match generator.generate() {
        Ok(generated) => generated,
        Err(diagnostics) => panic!("{name}: {}", said(&diagnostics)),
    };
    let notes = said(generated.diagnostics());
    (generated.code().to_owned(), notes)
}

/// Diagnostics without the folder that the documents are in.
fn said(diagnostics: &[Diagnostic]) -> String {
    let texts: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    let folder = folder("").display().to_string();
    texts.join("\n\n").replace(&folder, "")
}

#[test]
fn schemas() {
    compare("schemas", "xsd");
}

#[test]
fn services() {
    compare("services", "wsdl");
}

/// With this, `tests/interop` calls other stacks.
#[test]
fn unified_messaging() {
    compare_file(
        "interop",
        "um",
        &Generator::new(folder("../interop/um.wsdl")),
    );
}

/// With options that change how values are held. What others change is in `options.rs`.
#[test]
fn schemas_with_options() {
    for name in [
        "default_fixed",
        "facets",
        "facets_checked",
        "simple_content",
        "union",
    ] {
        compare_file("facets", name, &generator(name).facets(true));
    }
    for name in [
        "extension",
        "extension_chain",
        "extension_empty",
        "extension_parts",
        "import_derived",
        "nillable_polymorphic",
        "simple_content",
        "substitution",
        "xsi_type",
        "xsi_type_abstract",
        "xsi_type_root",
    ] {
        compare_file(
            "bases",
            name,
            &generator(name).flatten_bases(true).strict(true),
        );
    }
}

/// With an option that is for services in SOAP's encoding.
#[test]
fn nil_everywhere() {
    let service = folder("services/rpc_encoded.wsdl");
    let generator = Generator::new(service).nil_is_everywhere(true);
    compare_file("nils", "rpc_encoded", &generator);
}

fn generator(schema: &str) -> Generator {
    Generator::new(folder("schemas").join(schema).with_extension("xsd"))
}

#[test]
fn the_same_every_time() {
    let services = files("services", "wsdl");
    for (name, path) in files("schemas", "xsd").into_iter().chain(services) {
        let generator = Generator::new(path);
        let first = generate(&name, &generator);
        assert_eq!(generate(&name, &generator), first, "{name}");
    }
}

/// XML Schema part 2, section 4.3.6: of a token it is no part of the value.
#[test]
fn white_space_around_the_value_of_an_enumeration_counts_in_strings_alone() {
    let schema = |base: &str| {
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:w'><xs:element name='Word'>\
             <xs:simpleType><xs:restriction base='xs:{base}'><xs:enumeration value=' a '/></xs:restriction></xs:simpleType>\
             </xs:element></xs:schema>"
        )
    };
    for (base, expected) in [("token", "    A,\n"), ("string", "(pub String)")] {
        let generator = Generator::new("words.xsd").document("words.xsd", schema(base));
        let (code, _) = generate(base, &generator);
        assert!(code.contains(expected), "{code}");
    }
}

/// XML Schema part 2, section 4.3.5: of a number it is its value that counts, and not how it is spelled.
#[test]
fn numbers_of_an_enumeration_are_compared_as_numbers() {
    let schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:n='urn:n' targetNamespace='urn:n'>
      <xs:simpleType name='Step'><xs:restriction base='xs:decimal'>
        <xs:enumeration value=' 2 '/><xs:enumeration value='2.00'/><xs:enumeration value='3'/>
      </xs:restriction></xs:simpleType>
      <xs:element name='Dial'><xs:complexType>
        <xs:attribute name='of' type='n:Step' default='2.0'/><xs:attribute name='in' type='n:Step' default='2.1'/>
      </xs:complexType></xs:element>
    </xs:schema>";
    let printed = |schema: &str| {
        let generator = Generator::new("dial.xsd").document("dial.xsd", schema);
        generate("dial", &generator).0
    };
    let code = printed(schema);
    assert!(code.contains("schema_type = \"decimal\""), "{code}");
    assert!(code.contains("default_text = \"2.0\""), "{code}");
    assert!(!code.contains("default_text = \"2.1\""), "{code}");
    assert_eq!(code.matches("rename = \"2").count(), 1, "{code}");
    // A text that is no number, which the schema may not have, is one text more.
    let code = printed(&schema.replace("'3'", "'N/A'"));
    assert!(!code.contains("schema_type"), "{code}");
    for text in ["2", "2.00", "N/A"] {
        assert!(code.contains(&format!("rename = \"{text}\"")), "{code}");
    }
    assert!(!code.contains("default_text"), "{code}");
}

/// What .NET describes a `DataSet` by: a schema, which no document defines, and what it says.
#[test]
fn a_schema_may_stand_in_a_message() {
    let schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:d' elementFormDefault='qualified'>
      <xs:element name='Orders'><xs:complexType><xs:sequence><xs:element ref='xs:schema'/><xs:any/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>";
    let generator = Generator::new("orders.xsd").document("orders.xsd", schema);
    let (code, said) = generate("orders", &generator);
    assert!(code.contains("pub schema: xml::Element,"), "{code}");
    assert!(!code.contains("pub struct Schema"), "{code}");
    assert_eq!(said, "");
}

/// A name is an `xs:NCName` (XML Schema part 2, section 3.3.7). xmllint does not know that.
#[test]
fn white_space_around_a_name_is_none() {
    let schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:p='urn:p' targetNamespace='urn:p'>
      <xs:complexType name=' Parcel\n'>
        <xs:sequence><xs:element name='Weight ' type='xs:decimal'/></xs:sequence><xs:attribute name=' id ' type='xs:string'/>
      </xs:complexType>
      <xs:element name='Shipment ' type='p:Parcel'/>
    </xs:schema>";
    let generator = Generator::new("parcel.xsd").document("parcel.xsd", schema);
    let (code, said) = generate("parcel", &generator);
    let spaced = ["Shipment ", " id", "Weight "].map(|name| format!("\"{name}\""));
    assert!(code.contains("pub struct Shipment {"), "{code}");
    assert!(code.contains("rename = \"id\""), "{code}");
    assert!(!spaced.iter().any(|name| code.contains(name)), "{code}");
    assert_eq!(said, "");
}

/// What XML Schema 1.1 has is not read, and that is said.
#[test]
fn what_is_of_xml_schema_1_1_is_warned_of() {
    let schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:n='urn:n' targetNamespace='urn:n'>
      <xs:override schemaLocation='other.xsd'/>
      <xs:defaultOpenContent><xs:any/></xs:defaultOpenContent>
      <xs:complexType name='Node'><xs:openContent><xs:any/></xs:openContent><xs:attribute name='kind' type='xs:string'/></xs:complexType>
      <xs:complexType name='Leaf'><xs:complexContent><xs:extension base='n:Node'>
        <xs:openContent><xs:any/></xs:openContent><xs:attribute name='size' type='xs:string'/>
      </xs:extension></xs:complexContent></xs:complexType>
      <xs:element name='Node' type='n:Node'><xs:alternative test='@kind=1' type='n:Leaf'/></xs:element>
      <xs:element name='Leaf' type='n:Leaf'/>
    </xs:schema>";
    let generator = Generator::new("node.xsd").document("node.xsd", schema);
    let (_, said) = generate("node", &generator);
    for (ignored, line) in [
        ("override", 2),
        ("defaultOpenContent", 3),
        ("openContent", 4),
        ("openContent", 6),
        ("alternative", 8),
    ] {
        let warning = format!("warning: `xs:{ignored}` is of XML Schema 1.1: ");
        let place = format!("--> node.xsd:{line}:");
        let mut paragraphs = said.split("\n\n");
        let is_said = |it: &str| it.starts_with(&warning) && it.contains(&place);
        assert!(paragraphs.any(is_said), "{ignored}: {said}");
    }
    assert_eq!(said.matches("warning: ").count(), 5, "{said}");
}

#[test]
fn an_enumeration_of_very_many_values_is_what_it_narrows() {
    let schema = |base: &str, count: usize| {
        let values = (0..count).map(|value| format!("<xs:enumeration value='{value}'/>"));
        let values: String = values.collect();
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:c='urn:c' targetNamespace='urn:c'>
             <xs:simpleType name='Code'><xs:restriction base='xs:{base}'>{values}</xs:restriction></xs:simpleType>
             <xs:element name='Place'><xs:complexType>
               <xs:attribute name='of' type='c:Code'/><xs:attribute name='in' type='c:Code'/>
             </xs:complexType></xs:element></xs:schema>"
        )
    };
    let printed = |base: &str, count: usize| {
        let generator = Generator::new("code.xsd").document("code.xsd", schema(base, count));
        let generators = [generator.clone(), generator.facets(true)];
        generators.map(|generator| generate("code", &generator))
    };
    for (code, notes) in printed("string", 5_000) {
        assert!(code.contains("pub of: Option<Code>"));
        assert_eq!(code.matches("    #[soap(rename = \"").count(), 5_000);
        assert_eq!(notes, "");
    }
    for (base, rust) in [("string", "String"), ("int", "i32")] {
        for (code, notes) in printed(base, 5_001) {
            assert!(code.contains(&format!("pub of: Option<{rust}>")), "{code}");
            assert!(!code.contains("enum"), "{code}");
            let expected = "note: `Code` has 5001 values, which are not checked: an enum of more than 5000 takes the compiler too long\n  \
                            --> code.xsd:2:14\n  = help: `--type NAME=PATH` puts a type of your own there, which checks it";
            assert_eq!(notes, expected);
        }
    }
}
