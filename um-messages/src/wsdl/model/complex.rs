//! Complex types: what they have of their own, and what from their bases (part 1, section 3.4).

use std::rc::Rc;

use super::types::{Address, Builder, address, endless};
use super::{
    Complex, Content, Element, Extended, Group, Occurs, Particle, Term, TypeId, TypeName, TypeRef,
};
use crate::wsdl::diagnostic::{At, Diagnostic};
use crate::wsdl::read::xsd::{self, AttributeUse, XS};
use crate::wsdl::resolve::{BuiltIn, Defined, NamedType, Scope, TypeDefinition, shown};
use crate::xml::{self, QName};

impl<'a> Builder<'a, '_> {
    pub(super) fn complex(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
    ) -> Complex<'a> {
        self.warn_of_open_content(defined);
        self.report_misplaced(defined);
        let mut complex = self.own(id, defined, &mut Vec::new());
        complex.is_abstract = defined.item.is_abstract;
        complex
    }

    fn warn_of_open_content(&mut self, defined: Defined<'a, &'a xsd::ComplexType>) {
        let derivation = content_of(defined.item)
            .and_then(|(content, _)| content.extension.as_ref().or(content.restriction.as_ref()));
        let of_derivation = derivation.and_then(|derivation| derivation.open_content.as_ref());
        if let Some(open) = defined.item.open_content.as_ref().or(of_derivation) {
            let consequence = "the elements that it lets in are unknown";
            let warning = Diagnostic::of_version_1_1("openContent", consequence);
            self.report.add(warning.at(defined.scope.place(open.at)));
        }
    }

    fn report_misplaced(&mut self, defined: Defined<'a, &'a xsd::ComplexType>) {
        let names = defined.item.others.iter().map(xml::Element::name);
        for name in names.filter(|name| name.namespace() == XS.uri()) {
            let said = match name.local() {
                "assert" => Diagnostic::of_version_1_1("assert", "what it says is not checked"),
                local => {
                    let problem = format!("`xs:{local}` does not belong in an `xs:complexType`");
                    let is_derivation = matches!(local, "extension" | "restriction");
                    let help = "it stands in an `xs:complexContent` or `xs:simpleContent`";
                    Diagnostic::error(problem).optional_help(is_derivation.then(|| help.to_owned()))
                }
            };
            let place = defined.scope.place(defined.item.at);
            self.report.add(said.at(place));
        }
    }

    /// What a type has of its own and from its base.
    fn own(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
        chain: &mut Vec<Address>,
    ) -> Complex<'a> {
        let definition = defined.item;
        if let Some(problem) = endless(chain, address(definition)) {
            let problem = format!("the type {} {problem}", shown(defined.key));
            self.refuse(problem, defined.scope, definition.at);
            return Complex::default();
        }
        chain.push(address(definition));
        let complex = match content_of(definition) {
            None => self.without_base(id, definition, defined.scope),
            Some((content, is_simple)) => {
                self.derived_content(id, defined, (content, is_simple), chain)
            }
        };
        chain.pop();
        complex
    }

    fn without_base(
        &mut self,
        id: TypeId,
        definition: &'a xsd::ComplexType,
        scope: Scope<'a>,
    ) -> Complex<'a> {
        let particle = definition.particle.as_ref();
        let content = self.content(id, particle, definition.is_mixed, scope);
        let mut complex = Complex {
            content,
            ..Complex::default()
        };
        self.add_attributes(id, &definition.attributes, scope, &mut complex);
        complex
    }

    fn derived_content(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
        (content, is_simple): (&'a xsd::Content, bool),
        chain: &mut Vec<Address>,
    ) -> Complex<'a> {
        let scope = defined.scope;
        let (derivation, is_extension) = match (&content.extension, &content.restriction) {
            (Some(extension), _) => (extension, true),
            (None, Some(restriction)) => (restriction, false),
            (None, None) => {
                let problem = "there is neither an `extension` nor a `restriction`";
                self.refuse(problem, scope, content.at);
                return Complex::default();
            }
        };
        let mut complex = self.base(id, defined, (derivation, is_extension), chain);
        let mut own_content = Content::Empty;
        if is_simple {
            complex.content = self.simple_content(id, derivation, complex.content, scope);
        } else {
            let is_mixed = content.is_mixed.unwrap_or(defined.item.is_mixed);
            let own = self.content(id, derivation.particle.as_ref(), is_mixed, scope);
            own_content = own.clone();
            complex.content = if is_extension {
                extended(complex.content, own)
            } else if is_array(derivation) && matches!(own, Content::Empty) {
                self.array_content(id, defined, derivation, complex.content)
            } else {
                own
            };
        }
        self.add_attributes(id, &derivation.attributes, scope, &mut complex);
        let base = is_extension
            .then(|| self.kept_base(defined, derivation))
            .flatten();
        complex.extended = base.map(|base| Extended {
            base,
            own: own_content,
        });
        complex
    }

    /// The complex type that is extended, if it is to be a part of what extends it, and not copied.
    fn kept_base(
        &mut self,
        defined: Defined<'a, &'a xsd::ComplexType>,
        extension: &'a xsd::Derivation,
    ) -> Option<TypeId> {
        let name = extension.base.as_ref().filter(|_| self.options.has_bases)?;
        let found = self.symbols.type_named(name, defined.scope, extension.at);
        let Ok(NamedType::Defined(base)) = found else {
            return None;
        };
        let TypeDefinition::Complex(definition) = base.item else {
            return None;
        };
        let is_itself = std::ptr::eq(defined.item, definition);
        let is_own = is_itself || self.options.type_for(base.key).is_some();
        let name = TypeName::Global(base.key.1);
        (!is_own).then(|| self.complex_id(definition, name, base.scope))
    }

    /// The items of an array in SOAP's encoding may have any names; most who write one call them `item` (SOAP 1.1 section 5.4.2).
    fn array_content(
        &mut self,
        id: TypeId,
        array: Defined<'a, &'a xsd::ComplexType>,
        derivation: &'a xsd::Derivation,
        any_items: Content<'a>,
    ) -> Content<'a> {
        let Some((item_type, at)) = item_type(derivation) else {
            let problem = format!(
                "the items of the array {} are kept as elements",
                shown(array.key)
            );
            self.fall_back(
                id,
                problem,
                "`xml::Element::read` reads each as the type that it has",
            );
            return any_items;
        };
        let item = Element {
            key: ("", "item"),
            value: self.named(item_type, array.scope, at),
            is_nillable: true,
            default: None,
            documentation: None,
            place: array.scope.place(at),
        };
        let particles = [Term::Element(item), Term::Any(None)].map(|term| {
            let occurs = Occurs::ONCE;
            Rc::new(Particle { occurs, term })
        });
        let items = Group {
            name: Some("item"),
            particles: particles.into(),
        };
        let particle = Rc::new(Particle {
            occurs: Occurs { min: 0, max: None },
            term: Term::Choice(items),
        });
        Content::Elements {
            particle,
            is_mixed: false,
        }
    }

    /// The text of `xs:simpleContent`: that of the base, or of the type that restricts it.
    fn simple_content(
        &mut self,
        id: TypeId,
        derivation: &'a xsd::Derivation,
        base: Content<'a>,
        scope: Scope<'a>,
    ) -> Content<'a> {
        let name = TypeName::Inside {
            owner: Some(id),
            name: "value",
        };
        match (&derivation.simple_type, base) {
            (Some(definition), _) => Content::Text(self.simple_ref(definition, name, scope)),
            (None, Content::Text(base)) => {
                Content::Text(self.narrowed(&derivation.facets, base, (name, scope, derivation.at)))
            }
            (None, _) => Content::Text(TypeRef::BuiltIn(BuiltIn::String)),
        }
    }

    /// What the base of a type has.
    fn base(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
        (derivation, is_extension): (&'a xsd::Derivation, bool),
        chain: &mut Vec<Address>,
    ) -> Complex<'a> {
        let Some(name) = &derivation.base else {
            return Complex::default();
        };
        let found = self.symbols.type_named(name, defined.scope, derivation.at);
        match self.found(found) {
            Some(NamedType::BuiltIn(BuiltIn::AnyType)) if is_extension => anything(),
            // All types restrict `xs:anyType`: it is as if that were not said.
            None | Some(NamedType::BuiltIn(BuiltIn::AnyType)) => Complex::default(),
            Some(NamedType::BuiltIn(built_in)) => text_only(self.built_in(built_in, name)),
            Some(NamedType::Defined(base)) => match base.item {
                TypeDefinition::Simple(_) => text_only(self.defined(base)),
                TypeDefinition::Complex(definition) => {
                    let base = self.before_redefinition(defined, base, definition);
                    self.own(id, base, chain)
                }
            },
        }
    }

    /// A type that says itself anew has what it was before as its base (part 1, section 4.2.2).
    fn before_redefinition(
        &self,
        defined: Defined<'a, &'a xsd::ComplexType>,
        base: Defined<'a, TypeDefinition<'a>>,
        definition: &'a xsd::ComplexType,
    ) -> Defined<'a, &'a xsd::ComplexType> {
        let is_itself = std::ptr::eq(defined.item, definition);
        let original = is_itself
            .then(|| self.symbols.types.original(base.key))
            .flatten();
        let (item, scope) = match original.map(|original| (original.item, original.scope)) {
            Some((TypeDefinition::Complex(original), scope)) => (original, scope),
            _ => (definition, base.scope),
        };
        Defined {
            item,
            key: base.key,
            scope,
        }
    }
}

fn text_only<'a>(text: TypeRef) -> Complex<'a> {
    Complex {
        content: Content::Text(text),
        ..Complex::default()
    }
}

/// Whether it says what an array in SOAP's encoding holds (SOAP 1.1 section 5.4.2).
fn is_array(derivation: &xsd::Derivation) -> bool {
    let base = derivation.base.as_ref();
    base.is_some_and(|base| base.is("http://schemas.xmlsoap.org/soap/encoding/", "Array"))
}

/// The type of an array's items, where it is said: `wsdl:arrayType="xs:string[]"` (section 2.2 of the note on WSDL).
fn item_type(derivation: &xsd::Derivation) -> Option<(&QName, At)> {
    derivation.attributes.iter().find_map(|attribute| {
        let AttributeUse::Attribute(attribute) = attribute else {
            return None;
        };
        let array_type = attribute.array_type.as_ref()?;
        Some((array_type.item.as_ref()?, attribute.at))
    })
}

/// The content of a base, and behind it what extends it.
/// What `xs:anyType` has: text, elements of any name, and attributes of any name (XML Schema part 1, section 3.4.7).
fn anything<'a>() -> Complex<'a> {
    let particle = Particle {
        occurs: Occurs { min: 0, max: None },
        term: Term::Any(None),
    };
    Complex {
        content: Content::Elements {
            particle: Rc::new(particle),
            is_mixed: true,
        },
        has_any_attribute: true,
        ..Complex::default()
    }
}

fn extended<'a>(base: Content<'a>, own: Content<'a>) -> Content<'a> {
    match (base, own) {
        (base, Content::Empty) => base,
        (
            Content::Elements { particle, is_mixed },
            Content::Elements {
                particle: own,
                is_mixed: is_own_mixed,
            },
        ) => Content::Elements {
            particle: Particle::one_behind_the_other(particle, own),
            is_mixed: is_mixed || is_own_mixed,
        },
        (_, own) => own,
    }
}

fn content_of(definition: &xsd::ComplexType) -> Option<(&xsd::Content, bool)> {
    match (&definition.simple_content, &definition.complex_content) {
        (Some(content), _) => Some((content, true)),
        (None, Some(content)) => Some((content, false)),
        (None, None) => None,
    }
}

pub(super) fn derivation(definition: &xsd::ComplexType) -> Option<&xsd::Derivation> {
    let (content, _) = content_of(definition)?;
    content.extension.as_ref().or(content.restriction.as_ref())
}
