//! From the fields of a struct or choice to a content model and attributes.

use super::collect::{Collector, Use, as_use, content_of, problem};
use super::components::{
    Attribute, ComplexType, Content, Definition, Element, Occurs, Particle, SimpleType, Term,
    TypeUse, Wildcard,
};
use super::scope::Scope;
use crate::error::{Error, Result, Shown};
use crate::qname::QName;
use crate::xml::description::{Describe, FieldDescription, Named, Shape, XsiVariant};
use crate::xml::namespace::{FieldInfo, Place, TypeInfo};

/// A field with its row in the table of its type.
pub(super) type Row<'a> = (&'static FieldInfo, &'a FieldDescription);

/// What fields are in the element that they stand in.
#[derive(Default)]
pub(super) struct Parts {
    particles: Vec<Particle>,
    attributes: Vec<Attribute>,
    has_any_attribute: bool,
    text: Option<TypeUse>,
    is_mixed: bool,
}

impl Collector<'_> {
    /// A struct where a field has it.
    pub(super) fn use_of_struct(
        &mut self,
        named: &Named,
        fields: &[FieldDescription],
        scope: Scope,
    ) -> Result<Use> {
        let is_base = self.survey.names.contains_key(named.rust);
        if !is_base && is_text(named.info) {
            let definition = self.struct_definition(named, fields, scope.of(named))?;
            return Ok(as_use(definition).into());
        }
        let name = self.named(named, scope, |it, scope| {
            it.struct_definition(named, fields, scope)
        })?;
        Ok(TypeUse::Named(name).into())
    }

    /// What a struct is, in the scope of its own fields.
    pub(super) fn struct_definition(
        &mut self,
        named: &Named,
        fields: &[FieldDescription],
        scope: Scope,
    ) -> Result<Definition> {
        if self.survey.bases.contains_key(named.rust) {
            return self.derived(named, fields, scope);
        }
        let rows: Vec<_> = named.info.fields.iter().zip(fields).collect();
        let parts = self.parts(named, &rows, scope)?;
        self.definition(named, parts, scope)
    }

    /// What the parts are together, behind the element that is around them if there is one.
    pub(super) fn definition(
        &mut self,
        named: &Named,
        parts: Parts,
        scope: Scope,
    ) -> Result<Definition> {
        let is_base = self.survey.names.contains_key(named.rust);
        let definition = parts.definition(is_base);
        let Some(inner) = named.info.inner else {
            return Ok(definition);
        };
        let element = Element::of(inner.local(), as_use(definition).into());
        let particle = self.placed(scope.fields, element, Occurs::ONCE, scope)?;
        let content = content_of(vec![particle], false);
        Ok(Definition::Complex(ComplexType {
            content,
            ..ComplexType::default()
        }))
    }

    pub(super) fn parts(&mut self, named: &Named, rows: &[Row<'_>], scope: Scope) -> Result<Parts> {
        let mut parts = Parts {
            is_mixed: named.info.is_mixed,
            ..Parts::default()
        };
        for (row, field) in rows {
            self.add(&mut parts, named, (row, field), scope)
                .map_err(|error| in_field(error, named, field))?;
        }
        if named.info.is_choice {
            parts.choose(named.info);
        }
        parts.tell_wildcards_apart();
        Ok(parts)
    }

    fn add(
        &mut self,
        parts: &mut Parts,
        named: &Named,
        (row, field): Row<'_>,
        scope: Scope,
    ) -> Result<()> {
        match row.place {
            Place::Attribute => {
                let attribute = self.attribute(named, (row, field), scope)?;
                parts.attributes.push(attribute);
            }
            Place::Element => {
                let particle = self.element_field(named, (row, field), scope)?;
                parts.particles.push(particle);
            }
            Place::Text => {
                let text = self.text(field, scope)?;
                parts.text = Some(text.type_use);
                parts.is_mixed |= named.info.is_choice;
            }
            Place::Flattened if named.info.is_choice => self.branch(parts, field, scope)?,
            Place::Flattened => self.flatten(parts, field, scope)?,
            Place::AnyElement => parts.particles.push(any(Wildcard::Any, field)),
            Place::AnyOfNamespace => {
                let namespace = row.namespace().unwrap_or_default();
                parts
                    .particles
                    .push(any(Wildcard::Namespace(namespace), field));
            }
            Place::AnyAttribute => parts.has_any_attribute = true,
            Place::Elsewhere => {}
        }
        Ok(())
    }

    /// The type of a text, which may be a list of values.
    fn text(&mut self, field: &FieldDescription, scope: Scope) -> Result<Use> {
        if !field.is_list {
            return self.use_of(field.value, scope);
        }
        let list = self.list(field.value, scope)?;
        Ok(TypeUse::Inside(Box::new(Definition::Simple(list))).into())
    }

    fn attribute(
        &mut self,
        named: &Named,
        (row, field): Row<'_>,
        scope: Scope,
    ) -> Result<Attribute> {
        let namespace = row.namespace().unwrap_or_default();
        let content = self.text(field, scope)?;
        let attribute = Attribute {
            name: QName::new(namespace, row.tags.local()),
            type_use: content.type_use,
            is_required: !field.is_optional,
            default: field.default_text,
            origin: self.origin(named, field),
        };
        if !namespace.is_empty() {
            let declared = Attribute {
                is_required: false,
                default: None,
                ..attribute.clone()
            };
            self.global_attribute(namespace, declared)?;
        }
        Ok(attribute)
    }

    fn element_field(
        &mut self,
        named: &Named,
        (row, field): Row<'_>,
        scope: Scope,
    ) -> Result<Particle> {
        let namespace = row.namespace().unwrap_or(scope.fields);
        let inside = scope.in_namespace(namespace);
        let (content, occurs) = if field.is_wrapper || field.is_flat_wrapper {
            let items = self.wrapped((row, field), inside)?;
            let content = Definition::Complex(ComplexType {
                content: content_of(items, false),
                ..ComplexType::default()
            });
            let mut content = Use::from(TypeUse::Inside(Box::new(content)));
            content.is_nillable = field.is_nil_wrapper;
            (content, once_or_none(field))
        } else {
            let mut content = self.text(field, inside)?;
            content.is_nillable |= field.is_nillable;
            (content, occurs(field))
        };
        if field.empty_text.is_some() && !may_be_text(field.value) {
            return Err(problem("a default of an element that has no text"));
        }
        let mut element = Element::of(row.tags.local(), content);
        element.origin = self.origin(named, field);
        element.default = field.empty_text;
        self.placed(namespace, element, occurs, scope)
    }

    /// What stands in the element around a list.
    fn wrapped(&mut self, (row, field): Row<'_>, inside: Scope) -> Result<Vec<Particle>> {
        let occurs = of_items(field);
        if field.is_flat_wrapper {
            let mut parts = Parts::default();
            self.flatten_as(&mut parts, field.value, occurs, inside)?;
            return Ok(parts.particles);
        }
        let namespace = row.item_namespace().unwrap_or(inside.fields);
        let mut content = self.text(field, inside.in_namespace(namespace))?;
        content.is_nillable |= field.is_nillable;
        let element = Element::of(row.item_tags().local(), content);
        Ok(vec![self.placed(namespace, element, occurs, inside)?])
    }

    /// An element of this namespace where a content model has it: one of another namespace than the schema's is declared there.
    fn placed(
        &mut self,
        namespace: &'static str,
        mut element: Element,
        occurs: Occurs,
        scope: Scope,
    ) -> Result<Particle> {
        element.is_qualified = namespace == scope.schema;
        let term = if element.is_qualified || namespace.is_empty() {
            Term::Element(element)
        } else {
            let name = QName::new(namespace, element.local);
            element.is_qualified = true;
            self.global_element(namespace, element)?;
            Term::Reference(name)
        };
        Ok(Particle { occurs, term })
    }

    fn flatten(&mut self, parts: &mut Parts, field: &FieldDescription, scope: Scope) -> Result<()> {
        self.flatten_as(parts, field.value, occurs(field), scope)
    }

    /// A flattened branch of a choice: all that it has stands together.
    fn branch(&mut self, parts: &mut Parts, field: &FieldDescription, scope: Scope) -> Result<()> {
        let mut branch = Parts::default();
        self.flatten(&mut branch, field, scope)?;
        if branch.particles.len() > 1 {
            let together = Term::Sequence(std::mem::take(&mut branch.particles));
            branch.particles.push(Particle::once(together));
        }
        parts.append(branch);
        Ok(())
    }

    /// Adds what a flattened type has, so many times.
    fn flatten_as(
        &mut self,
        parts: &mut Parts,
        value: Describe,
        occurs: Occurs,
        scope: Scope,
    ) -> Result<()> {
        let (named, fields) = match *value().shape() {
            Shape::Newtype(named, value) => {
                return self.flatten_as(parts, value, occurs, scope.flattened(&named));
            }
            Shape::Fields(named, fields) => (named, fields),
            // Header blocks may be those of `()`.
            Shape::Nothing => return Ok(()),
            _ => {
                return Err(problem(
                    "a flattened type that is neither a struct nor a choice",
                ));
            }
        };
        let rows: Vec<_> = named.info.fields.iter().zip(fields).collect();
        let mut inner = self.parts(&named, &rows, scope.flattened(&named))?;
        if occurs.min == 0 {
            for attribute in &mut inner.attributes {
                attribute.is_required = false;
            }
        }
        inner.particles = repeated(inner.particles, occurs);
        parts.append(inner);
        Ok(())
    }

    /// Where a field is in Rust, if the schema is to say it.
    pub(super) fn origin(&self, named: &Named, field: &FieldDescription) -> Option<String> {
        let is_said = self.options.has_origins;
        is_said.then(|| format!("field `{}` of `{}`", field.rust, named.short()))
    }
}

impl Collector<'_> {
    /// The header blocks that are the fields of a struct, as elements at the top of schemas.
    pub(super) fn blocks(&mut self, value: Describe) -> Result<Vec<QName>> {
        let blocks = self.header_blocks(value)?;
        Ok(blocks.into_iter().map(|(name, _)| name).collect())
    }

    /// The same, each with whether it has to stand.
    pub(super) fn header_blocks(&mut self, value: Describe) -> Result<Vec<(QName, bool)>> {
        let (named, fields) = match *value().shape() {
            Shape::Newtype(_, value) => return self.header_blocks(value),
            Shape::Fields(named, fields) => (named, fields),
            _ => return Ok(Vec::new()),
        };
        let rows: Vec<_> = named.info.fields.iter().zip(fields).collect();
        // They are in the schema of none of them, so that each is a reference.
        let parts = self.parts(&named, &rows, Scope::new("").flattened(&named))?;
        let mut blocks = Vec::new();
        add_references(&parts.particles, true, &mut blocks)?;
        Ok(blocks)
    }

    /// The blocks that are the fields of a struct of the Header, the variants of a choice, or a root.
    #[cfg(feature = "wsdl")]
    pub(super) fn entries_or_blocks(
        &mut self,
        value: Describe,
        is_header: bool,
    ) -> Result<Vec<QName>> {
        if is_header {
            self.blocks(value)
        } else {
            self.entries(value)
        }
    }

    /// The elements that may stand in the detail of a fault: the variants of a choice, or one.
    pub(super) fn entries(&mut self, value: Describe) -> Result<Vec<QName>> {
        match value().shape() {
            Shape::Fields(named, _) if named.info.is_choice => self.blocks(value),
            _ => self.root(value).map(|root| vec![root]),
        }
    }
}

/// The elements that particles refer to, each with whether it has to stand, as that in which it is has to.
fn add_references(
    particles: &[Particle],
    is_required: bool,
    names: &mut Vec<(QName, bool)>,
) -> Result<()> {
    for particle in particles {
        let is_required = is_required && particle.occurs.min > 0;
        match &particle.term {
            Term::Reference(name) => names.push((name.clone(), is_required)),
            Term::Sequence(inner) => add_references(inner, is_required, names)?,
            Term::Choice(inner) => add_references(inner, false, names)?,
            Term::Element(element) => {
                let local = Shown(element.local);
                return Err(problem(format!(
                    "`{local}`, which is in no namespace, in a WSDL"
                )));
            }
            Term::Any(_) => {}
        }
    }
    Ok(())
}

impl Parts {
    fn append(&mut self, other: Self) {
        self.particles.extend(other.particles);
        self.attributes.extend(other.attributes);
        self.has_any_attribute |= other.has_any_attribute;
        self.is_mixed |= other.is_mixed;
        self.text = self.text.take().or(other.text);
    }

    /// One of the parts stands, instead of all.
    fn choose(&mut self, info: &TypeInfo) {
        let branches = std::mem::take(&mut self.particles);
        let mut choice = Particle::once(Term::Choice(branches));
        // Where a text is one of the branches, no element need stand.
        if info.may_be_empty || self.is_mixed {
            choice.occurs.min = 0;
        }
        self.particles.push(choice);
    }

    /// An element has to be either a wildcard's or not, before more is known than its name (XML Schema part 1, section 3.8.6,
    /// "Unique Particle Attribution"): behind what need not stand, and before anything, a wildcard is for other namespaces.
    fn tell_wildcards_apart(&mut self) {
        let last = self.particles.len().saturating_sub(1);
        let mut is_fixed = true;
        for (at, particle) in self.particles.iter_mut().enumerate() {
            match &mut particle.term {
                Term::Any(any @ Wildcard::Any) if !(is_fixed && at == last) => {
                    *any = Wildcard::Other;
                }
                Term::Choice(branches) if branches.len() > 1 => {
                    for branch in branches {
                        if branch.term == Term::Any(Wildcard::Any) {
                            branch.term = Term::Any(Wildcard::Other);
                        }
                    }
                }
                _ => {}
            }
            is_fixed = particle.occurs.max == Some(particle.occurs.min);
        }
    }

    fn definition(self, is_base: bool) -> Definition {
        let Self {
            particles,
            attributes,
            has_any_attribute,
            text,
            is_mixed,
        } = self;
        let has_attributes = has_any_attribute || !attributes.is_empty();
        let content = match text {
            Some(text) if particles.is_empty() && !is_mixed => {
                if !has_attributes && !is_base {
                    return simple(text);
                }
                return with_attributes(text, attributes, has_any_attribute);
            }
            text => content_of(particles, is_mixed || text.is_some()),
        };
        Definition::Complex(ComplexType {
            content,
            attributes,
            has_any_attribute,
            ..ComplexType::default()
        })
    }

    /// What is added to a base.
    pub(super) fn extension(self, base: QName) -> Definition {
        let is_text = self.text.is_some() && self.particles.is_empty();
        let content = if is_text {
            Content::Text(None)
        } else {
            content_of(self.particles, self.is_mixed)
        };
        Definition::Complex(ComplexType {
            base: Some(base),
            content,
            attributes: self.attributes,
            has_any_attribute: self.has_any_attribute,
            ..ComplexType::default()
        })
    }
}

/// A text without attributes.
fn simple(text: TypeUse) -> Definition {
    match text {
        TypeUse::Named(base) => Definition::Simple(SimpleType::Restriction {
            base,
            values: Vec::new(),
        }),
        TypeUse::Inside(definition) => *definition,
    }
}

/// A text with attributes. Its type needs a name: a list is said as what all lists are.
fn with_attributes(
    text: TypeUse,
    attributes: Vec<Attribute>,
    has_any_attribute: bool,
) -> Definition {
    let text = match text {
        TypeUse::Named(name) => name,
        TypeUse::Inside(_) => super::collect::built_in("string"),
    };
    Definition::Complex(ComplexType {
        content: Content::Text(Some(text)),
        attributes,
        has_any_attribute,
        ..ComplexType::default()
    })
}

/// Whether a type is nothing but the text in its element.
fn is_text(info: &TypeInfo) -> bool {
    let is_one = matches!(info.fields, [field] if field.place == Place::Text);
    is_one && info.inner.is_none() && !info.is_choice
}

fn any(wildcard: Wildcard, field: &FieldDescription) -> Particle {
    Particle {
        occurs: occurs(field),
        term: Term::Any(wildcard),
    }
}

/// Whether an element of a type may have text and nothing else, as one has that takes its default (XML Schema part 1, section 3.3.6,
/// "Element Default Valid").
fn may_be_text(value: Describe) -> bool {
    match *value().shape() {
        Shape::Nothing => false,
        Shape::Nillable(value) | Shape::Newtype(_, value) => may_be_text(value),
        Shape::Fields(named, _) => {
            let is_alone = named.info.inner.is_none();
            is_alone && named.info.content_model().has_text() && !needs_elements(value)
        }
        Shape::XsiTypes(_, variants) => variants.iter().any(|variant| match variant {
            XsiVariant::Default(value) => may_be_text(*value),
            XsiVariant::Named(_) | XsiVariant::Other => false,
        }),
        _ => true,
    }
}

/// Whether child elements have to stand in an element of a type beside its text. The branches of a choice need not.
fn needs_elements(value: Describe) -> bool {
    let Shape::Fields(named, fields) = *value().shape() else {
        return false;
    };
    let mut rows = named.info.fields.iter().zip(fields);
    let is_needed = |(row, field): Row<'_>| match row.place {
        Place::Attribute | Place::AnyAttribute | Place::Text => false,
        Place::Flattened => occurs(field).min > 0 && needs_elements(field.value),
        _ => occurs(field).min > 0,
    };
    !named.info.is_choice && rows.any(is_needed)
}

/// How often the items of a field stand.
fn occurs(field: &FieldDescription) -> Occurs {
    if field.repeats {
        return of_items(field);
    }
    once_or_none(field)
}

fn once_or_none(field: &FieldDescription) -> Occurs {
    Occurs {
        min: usize::from(!field.is_optional),
        max: Some(1),
    }
}

/// How often the items of a list stand, by its keys.
fn of_items(field: &FieldDescription) -> Occurs {
    let (min, max) = field.occurrence.unwrap_or((0, None));
    Occurs { min, max }
}

/// Particles that stand together so many times.
fn repeated(mut particles: Vec<Particle>, occurs: Occurs) -> Vec<Particle> {
    if occurs == Occurs::ONCE || particles.is_empty() {
        return particles;
    }
    if let [only] = &mut particles[..] {
        if only.occurs == Occurs::ONCE {
            only.occurs = occurs;
            return particles;
        }
    }
    vec![Particle {
        occurs,
        term: Term::Sequence(particles),
    }]
}

fn in_field(error: Error, named: &Named, field: &FieldDescription) -> Error {
    error.located(|| format!("{}.{}", named.short(), field.rust), None)
}
