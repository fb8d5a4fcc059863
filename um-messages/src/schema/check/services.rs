//! The services of a WSDL, and messages in the style of RPC.

use std::rc::Rc;

use super::compare::{Comparison, Places, content_of};
use super::contract::Wsdl;
use super::difference::Difference;
use crate::soap::SoapVersion;
use crate::wsdl::diagnostic::Report;
use crate::wsdl::model::{self, Body, Builder, Group, Model, Occurs, Particle, Term};
use crate::wsdl::options;
use crate::wsdl::resolve::{self, Key, Symbols};

/// Makes the model of the port of a version.
pub(super) fn with_model<R>(
    wsdl: &Wsdl,
    version: SoapVersion,
    look: impl FnOnce(&Model<'_>) -> R,
) -> R {
    let mut report = Report::default();
    let symbols = Symbols::new(&wsdl.documents, &mut report);
    let options = options::Options::default();
    let mut builder = Builder::new(&symbols, &options, &mut report);
    builder.add_service_in(&wsdl.documents, version);
    look(&builder.finish())
}

/// The names that the first element of a Body may have.
pub(super) fn keys_of<'m>(model: &'m Model<'_>, body: &'m Body<'_>) -> Vec<(&'m str, &'m str)> {
    match body {
        Body::Empty => Vec::new(),
        Body::Elements(parts) => {
            let first = parts.first().into_iter();
            let elements = first.flat_map(|first| model.elements_of(first));
            let elements = elements.filter_map(|id| model.elements.get(id.0));
            elements.map(|element| element.key).collect()
        }
        Body::Rpc { key, .. } => vec![(key.0, &key.1)],
    }
}

/// The operation whose request this is.
pub(super) fn request_of<'m, 'a>(
    model: &'m Model<'a>,
    name: Key<'_>,
) -> Option<&'m model::Operation<'a>> {
    let mut operations = model
        .services
        .iter()
        .flat_map(|service| &service.operations);
    operations.find(|operation| keys_of(model, &operation.request.body).contains(&name))
}

/// The version of SOAP in which there is a message of the style `rpc` of this name.
pub(super) fn rpc_parts(wsdl: &Wsdl, name: Key<'_>) -> Option<SoapVersion> {
    [SoapVersion::V1_1, SoapVersion::V1_2]
        .into_iter()
        .find(|version| with_model(wsdl, *version, |model| rpc_body(model, name).is_some()))
}

fn rpc_body<'m, 'a>(model: &'m Model<'a>, name: Key<'_>) -> Option<&'m [model::Element<'a>]> {
    let operations = model
        .services
        .iter()
        .flat_map(|service| &service.operations);
    let messages = operations
        .flat_map(|operation| std::iter::once(&operation.request).chain(&operation.response));
    messages
        .filter_map(|message| match &message.body {
            Body::Rpc { key, parts } => Some((key, parts)),
            Body::Empty | Body::Elements(_) => None,
        })
        .find(|(key, _)| (key.0, key.1.as_ref()) == name)
        .map(|(_, parts)| parts.as_slice())
}

/// Compares a struct with the parts of a message of the style `rpc`.
pub(super) fn check_parts(
    wsdl: &Wsdl,
    rust: &resolve::Documents,
    version: SoapVersion,
    name: Key<'_>,
) -> Vec<Difference> {
    let mut report = Report::default();
    let symbols = Symbols::new(rust, &mut report);
    let options = options::Options::default();
    let mut builder = Builder::new(&symbols, &options, &mut report);
    let own = symbols
        .elements
        .get(name)
        .map(|own| builder.global_element(own));
    let rust = builder.finish();
    with_model(wsdl, version, |model| {
        let parts = rpc_body(model, name).unwrap_or_default();
        let particles = parts.iter().map(|part| {
            Rc::new(Particle {
                occurs: Occurs::ONCE,
                term: Term::Element(part.clone()),
            })
        });
        let described = Particle {
            occurs: Occurs::ONCE,
            term: Term::Sequence(Group {
                name: None,
                particles: particles.collect(),
            }),
        };
        let mut comparison = Comparison::new(model, &rust);
        let own = own.and_then(|own| rust.elements.get(own.0));
        let content = own.and_then(|own| content_of(&rust, own.value));
        comparison.within(name.1.to_owned(), |it| {
            it.particles(Some(&described), content, Places::NONE);
        });
        comparison.found
    })
}
