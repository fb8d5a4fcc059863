//! The documents that are made from the schemas, read, written, and read again: for each element the smallest one, the largest one, and those
//! that it takes to see each branch of a choice, each type that may stand for another one, and each value of an enumeration.
//!
//! `validate` has another one judge them, and what is written for them.

use um_messages::xml::first_difference;
use um_wsdl_tests::folder;
use um_wsdl_tests::make::{Instance, instances};

use super::code::{BASES, Code, FACETS, Root, SCHEMAS, SERVICES};
use super::documents::keep;

/// What is wrong with the documents of these modules, and how many there are.
fn problems(modules: &[Code], extension: &str) -> (Vec<String>, usize) {
    let mut problems = Vec::new();
    let mut count = 0;
    let kind = if extension == "xsd" {
        "schemas"
    } else {
        "services"
    };
    for code in modules {
        let path = folder(kind).join(code.name).with_extension(extension);
        for (index, instance) in instances(&path).iter().enumerate() {
            let key = (instance.namespace.as_str(), instance.element.as_str());
            let mut roots = code.roots.iter();
            // An element that nothing is generated for stands in others alone.
            let Some(root) = roots.find(|root| (root.elements)().contains(&key)) else {
                continue;
            };
            count += 1;
            let name = format!("{index}-{}", instance.element);
            if let Some(problem) = problem(root, instance, (code.name, &name)) {
                problems.push(format!("{}/{name}: {problem}", code.name));
            }
        }
    }
    (problems, count)
}

fn problem(root: &Root, instance: &Instance, (module, name): (&str, &str)) -> Option<String> {
    let document = (root.document)(&instance.text);
    match (root.round_trip)(&document) {
        Ok(written) => {
            keep(module, name, &written);
            let expected = (root.document)(&instance.written);
            let difference = first_difference(&expected, &written).unwrap();
            difference.map(|difference| format!("{difference}\n{document}{written}"))
        }
        Err(problem) => Some(format!("{problem}\n{document}")),
    }
}

#[test]
fn of_schemas() {
    let (problems, count) = problems(SCHEMAS, "xsd");
    assert_eq!(problems, [""; 0]);
    assert!(count > 200, "{count}");
    for modules in [BASES, FACETS] {
        assert_eq!(self::problems(modules, "xsd").0, [""; 0]);
    }
}

#[test]
fn of_services() {
    let (problems, count) = problems(SERVICES, "wsdl");
    assert_eq!(problems, [""; 0]);
    assert!(count > 40, "{count}");
}
