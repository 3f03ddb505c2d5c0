//! Members of an object.

use crate::Model;
use stipula_contract::{Field, Item, Location, Module, Object, Type};

use super::{
    marks::{Known, Mark, beyond},
    need::Needed,
    notes::{self, Note},
    prose::Prose,
    rules::{self, Rule},
    standing,
};

/// A member, without what is inside it.
#[derive(Debug, Clone)]
pub(crate) struct Member<'a> {
    /// On the wire.
    pub(crate) name: &'a str,
    /// Where it travels.
    pub(crate) location: Location,
    pub(crate) item: &'a Item,
    pub(crate) need: Needed,
    pub(crate) doc: Prose<'a>,
    /// Why it should no longer be used.
    pub(crate) deprecated: Option<Prose<'a>>,
    /// Its own rules and limits; none in an answer, which nobody judges.
    pub(crate) rules: Vec<Rule<'a>>,
    pub(crate) notes: Vec<Note<'a>>,
    pub(crate) marks: Vec<Mark<'a>>,
    /// What pages make of it.
    pub(crate) standing: Vec<Mark<'a>>,
}

/// An object on a page of its own.
#[derive(Debug, Clone)]
pub(crate) struct Section<'a> {
    pub(crate) doc: Prose<'a>,
    pub(crate) members: Vec<Member<'a>>,
    /// Rules between members.
    pub(crate) rules: Vec<Rule<'a>>,
}

/// The members and rules of an object.
pub(crate) fn section<'a>(api: &'a Model, ty: &'a Type, object: &'a Object) -> Section<'a> {
    let known = Known::from(&ty.evidence);
    let row = |field| {
        let member = Member::new(api, ty, field, known);
        let rules = own_rules(api, ty, field, Known::from(&field.evidence));
        Member { rules, ..member }
    };
    Section {
        doc: Prose::new(&ty.doc),
        members: object.fields.iter().map(row).collect(),
        rules: if is_judged(ty) {
            rules::between(api, object, known)
        } else {
            Vec::new()
        },
    }
}

/// Rules hold for requests; answers are never judged.
pub(crate) fn is_judged(ty: &Type) -> bool {
    ty.module != Module::Response
}

fn own_rules<'a>(api: &'a Model, ty: &Type, field: &'a Field, known: Known<'_>) -> Vec<Rule<'a>> {
    if is_judged(ty) {
        rules::of_member(api, field, known)
    } else {
        Vec::new()
    }
}

impl<'a> Member<'a> {
    /// A member without its rules.
    pub(crate) fn new(api: &'a Model, ty: &Type, field: &'a Field, known: Known<'_>) -> Self {
        let answered = (!is_judged(ty)).then(|| notes::of_answer(field));
        Self {
            name: &field.wire,
            location: field.location,
            item: &field.item,
            need: rules::need(field, ty.module),
            doc: Prose::new(&field.doc),
            deprecated: field.deprecated.as_deref().map(Prose::new),
            rules: Vec::new(),
            notes: notes::of(field)
                .into_iter()
                .chain(answered.into_iter().flatten())
                .collect(),
            marks: beyond(api, &field.evidence, known),
            standing: standing::marks(api.provenance.field(field.id), api.history.field(field.id)),
        }
    }
}
