//! Messages and operations held against those of a WSDL.

use super::compare::Comparison;
use super::contract::Wsdl;
use super::difference::{Difference, Differences};
use super::element::{check_element, loaded};
use super::services::{keys_of, request_of, with_model};
use crate::qname::QName;
use crate::schema::collect::Collector;
use crate::schema::components::Schemas;
use crate::schema::documents::Documents;
use crate::schema::operation::Operation;
use crate::schema::options::Options;
use crate::soap::SoapVersion;
use crate::wsdl::diagnostic::Report;
use crate::wsdl::model::{self, Builder, Model};
use crate::wsdl::options;
use crate::wsdl::resolve::{self, Key, Symbols, shown};
use crate::xml::description::{Describe, Description, MessageDescription};

/// Compares what a message says beside its content with the operation whose request it is.
pub(super) fn check_message(
    wsdl: &Wsdl,
    name: Key<'_>,
    message: &MessageDescription,
    found: &mut Vec<Difference>,
) {
    let version = version_of(message);
    with_model(wsdl, version, |model| {
        let Some(operation) = request_of(model, name) else {
            let is_request = message.response.is_some() || message.action.is_some();
            let is_known = is_request && !wsdl.documents.definitions.is_empty();
            found.extend(is_known.then(|| no_request(wsdl, name, version)));
            return;
        };
        let described = operation.action.unwrap_or_default();
        let own = message.action.unwrap_or_default();
        if described != own {
            let what =
                format!("has the action `{described}` in the description, and `{own}` in Rust");
            found.push(Difference::new(name.1, what));
        }
        if let Some(response) = message.response {
            check_response(model, operation, name, response, found);
        }
    });
}

fn check_response(
    model: &Model<'_>,
    operation: &model::Operation<'_>,
    name: Key<'_>,
    response: crate::xml::description::VisitNames,
    found: &mut Vec<Difference>,
) {
    let mut own = Vec::new();
    response(&mut |namespace, local| own.push((namespace, local)));
    let described = operation.response.as_ref();
    let described = described.map_or_else(Vec::new, |message| keys_of(model, &message.body));
    let unknown = described.iter().find(|key| !own.contains(key));
    let what = match unknown {
        Some(described) => {
            let own = own.iter().map(|name| shown(*name)).collect::<Vec<_>>();
            let own = if own.is_empty() {
                "nothing".to_owned()
            } else {
                own.join(" or ")
            };
            format!(
                "is answered by {} in the description, and by {own} in Rust",
                shown(*described)
            )
        }
        None if operation.response.is_none() && !own.is_empty() => {
            "is answered in Rust, and not in the description".to_owned()
        }
        _ => return,
    };
    found.push(Difference::new(name.1, what));
}

fn no_request(wsdl: &Wsdl, name: Key<'_>, version: SoapVersion) -> Difference {
    let other = match version {
        SoapVersion::V1_1 => SoapVersion::V1_2,
        SoapVersion::V1_2 => SoapVersion::V1_1,
    };
    let has_other = with_model(wsdl, other, |model| request_of(model, name).is_some());
    let spelled = |version| match version {
        SoapVersion::V1_1 => "1.1",
        SoapVersion::V1_2 => "1.2",
    };
    let what = if has_other {
        format!(
            "is bound to SOAP {} in the description, and written in SOAP {} in Rust",
            spelled(other),
            spelled(version)
        )
    } else {
        "is a request in Rust, and of no operation in the description".to_owned()
    };
    Difference::new(name.1, what)
}

const fn version_of(message: &MessageDescription) -> SoapVersion {
    match message.version.as_bytes() {
        b"1.2" => SoapVersion::V1_2,
        _ => SoapVersion::V1_1,
    }
}

/// Compares both messages of an operation, their header blocks, and its faults.
pub(super) fn check_operation(
    wsdl: &Wsdl,
    operation: &Operation,
) -> Result<Vec<Difference>, Differences> {
    let mut found = Vec::new();
    let mut request = None;
    for value in std::iter::once(operation.request).chain(operation.response) {
        let description = value();
        let Some(name) = name_of(&description) else {
            continue;
        };
        found.extend(check_element(wsdl, value, name)?);
        if request.is_none() {
            if let Some(message) = message_of(&description) {
                check_message(wsdl, name, message, &mut found);
            }
            request = Some(name);
        }
    }
    let Some(name) = request else {
        return Ok(found);
    };
    let others = others_of(operation)?;
    with_model(wsdl, operation.version, |model| {
        if let Some(described) = request_of(model, name) {
            let headers = |message: &model::Message<'_>| {
                message
                    .headers
                    .iter()
                    .flat_map(|block| model.elements_of(&block.element))
                    .copied()
                    .collect::<Vec<_>>()
            };
            let of_answer = described.response.as_ref().map(headers);
            let mut compare = |what, described: &[model::ElementId], own: &[QName]| {
                compare_names(model, name.1, what, described, own, &mut found);
            };
            compare(
                "header block",
                &headers(&described.request),
                &others.headers,
            );
            compare(
                "header block of the answer",
                &of_answer.unwrap_or_default(),
                &others.response_headers,
            );
            compare("fault", &described.faults, &others.faults);
        }
    });
    for root in operation.headers.iter().chain(&operation.response_headers) {
        check_entries(wsdl, *root, true, &mut found)?;
    }
    for root in &operation.faults {
        check_entries(wsdl, *root, false, &mut found)?;
    }
    Ok(found)
}

/// Finds the operations of the description that are none of these.
pub(super) fn check_missing(wsdl: &Wsdl, operations: &[Operation], found: &mut Vec<Difference>) {
    let Some(first) = operations.first() else {
        return;
    };
    let known: Vec<_> = operations
        .iter()
        .filter_map(|operation| name_of(&(operation.request)()))
        .collect();
    with_model(wsdl, first.version, |model| {
        let described = model
            .services
            .iter()
            .flat_map(|service| &service.operations);
        for operation in described {
            let names = keys_of(model, &operation.request.body);
            if !names.iter().any(|name| known.contains(name)) {
                let what = "is an operation in the description alone";
                found.push(Difference::new(operation.name, what));
            }
        }
    });
}

fn name_of(description: &Description) -> Option<Key<'static>> {
    let named = description.named()?;
    Some((named.info.namespace.unwrap_or_default(), named.info.name))
}

/// The names of header blocks and entries of detail.
struct Others {
    headers: Vec<QName>,
    response_headers: Vec<QName>,
    faults: Vec<QName>,
}

fn others_of(operation: &Operation) -> Result<Others, Differences> {
    let options = Options::default();
    let all = [
        &operation.headers,
        &operation.response_headers,
        &operation.faults,
    ];
    let roots = all.into_iter().flatten().copied();
    let mut collector = Collector::of(&options, roots);
    let mut blocks = |roots: &[Describe]| -> crate::error::Result<Vec<QName>> {
        let blocks: Vec<Vec<QName>> = roots
            .iter()
            .map(|root| collector.blocks(*root))
            .collect::<Result<_, _>>()?;
        Ok(blocks.concat())
    };
    let headers = blocks(&operation.headers).map_err(|error| Differences::of_error(&error))?;
    let response_headers =
        blocks(&operation.response_headers).map_err(|error| Differences::of_error(&error))?;
    let mut faults = Vec::new();
    for fault in &operation.faults {
        faults.extend(
            collector
                .entries(*fault)
                .map_err(|error| Differences::of_error(&error))?,
        );
    }
    Ok(Others {
        headers,
        response_headers,
        faults,
    })
}

fn compare_names(
    model: &Model<'_>,
    path: &str,
    what: &str,
    described: &[model::ElementId],
    own: &[QName],
    found: &mut Vec<Difference>,
) {
    let described: Vec<_> = described
        .iter()
        .filter_map(|id| model.elements.get(id.0))
        .collect();
    for element in &described {
        if !own.iter().any(|own| own.is(element.key.0, element.key.1)) {
            let what = format!(
                "differs: the {what} `{}` is in the description alone",
                element.key.1
            );
            found.push(Difference::new(path, what).described_at(&element.place));
        }
    }
    for own in own {
        if !described
            .iter()
            .any(|element| own.is(element.key.0, element.key.1))
        {
            let what = format!("differs: the {what} `{}` is in Rust alone", own.local());
            found.push(Difference::new(path, what));
        }
    }
}

/// Compares the elements of header blocks and entries of detail with those of the schemas, as far as both have them.
fn check_entries(
    wsdl: &Wsdl,
    root: Describe,
    is_header: bool,
    found: &mut Vec<Difference>,
) -> Result<(), Differences> {
    let options = Options {
        has_origins: true,
        ..Options::default()
    };
    let mut collector = Collector::of(&options, std::iter::once(root));
    let names = collector
        .entries_or_blocks(root, is_header)
        .map_err(|error| Differences::of_error(&error))?;
    let rust = documents_of(&collector.schemas)?;
    let mut reports = (Report::default(), Report::default());
    let (of_wsdl, of_rust) = (
        Symbols::new(&wsdl.documents, &mut reports.0),
        Symbols::new(&rust, &mut reports.1),
    );
    let options = options::Options::default();
    let mut builders = (
        Builder::new(&of_wsdl, &options, &mut reports.0),
        Builder::new(&of_rust, &options, &mut reports.1),
    );
    let mut pairs = Vec::new();
    for name in &names {
        let key = (name.namespace(), name.local());
        if let (Some(described), Some(own)) = (of_wsdl.elements.get(key), of_rust.elements.get(key))
        {
            pairs.push((
                builders.0.global_element(described),
                builders.1.global_element(own),
            ));
        }
    }
    let (wsdl, rust) = (builders.0.finish(), builders.1.finish());
    let mut comparison = Comparison::new(&wsdl, &rust);
    for (described, own) in pairs {
        comparison.roots(described, own);
    }
    found.append(&mut comparison.found);
    Ok(())
}

fn documents_of(schemas: &Schemas) -> Result<resolve::Documents, Differences> {
    let documents = Documents::new(schemas).map_err(|error| Differences::of_error(&error))?;
    Ok(loaded(&documents))
}

/// What a message says beside its content.
pub(super) fn message_of(description: &Description) -> Option<&'static MessageDescription> {
    description.named().and_then(|named| named.message)
}
