//! Documented texts of an enum, and how a status moves.

use crate::Model;
use stipula_contract::{Enum, EnumValue, Item, Type, TypeId, TypeRef};

use super::{
    marks::{Known, Mark, beyond},
    prose::Prose,
    standing,
};

/// Documented texts.
#[derive(Debug, Clone)]
pub(crate) struct Values<'a> {
    /// Name of the enum.
    pub(crate) name: &'a str,
    pub(crate) doc: Prose<'a>,
    /// Requests may hold other texts.
    pub(crate) open: bool,
    pub(crate) rows: Vec<Value<'a>>,
    pub(crate) machine: Option<Machine<'a>>,
}

/// A documented text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    pub(crate) doc: Prose<'a>,
    pub(crate) marks: Vec<Mark<'a>>,
    /// What pages make of it.
    pub(crate) standing: Vec<Mark<'a>>,
}

/// A status machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Machine<'a> {
    pub(crate) states: Vec<&'a str>,
    /// What may follow each state, as indexes of states.
    pub(crate) transitions: Vec<Vec<usize>>,
}

/// The documented texts of a type; none when it is no enum.
pub(crate) fn of_type<'a>(api: &'a Model, ty: &'a Type) -> Option<Values<'a>> {
    let it = ty.enum_()?;
    let known = Known::from(&ty.evidence);
    let row = |(at, value): (usize, &'a EnumValue)| Value {
        text: &value.wire,
        doc: Prose::new(&value.doc),
        marks: beyond(api, &value.evidence, known),
        standing: standing::marks(
            api.provenance.value(ty.id, at),
            api.history.value(ty.id, at),
        ),
    };
    Some(Values {
        name: &ty.name,
        doc: Prose::new(&ty.doc),
        open: it.open,
        rows: it.values.iter().enumerate().map(row).collect(),
        machine: machine(it),
    })
}

/// The transitions of a status machine; none for any other enum.
fn machine(it: &Enum) -> Option<Machine<'_>> {
    let states: Vec<&str> = it.values.iter().map(|value| value.wire.as_str()).collect();
    let known = |to: &Vec<usize>| to.iter().copied().filter(|to| *to < states.len()).collect();
    let transitions = it.transitions.as_ref()?.iter().take(states.len());
    Some(Machine {
        transitions: transitions.map(known).collect(),
        states,
    })
}

impl<'a> Machine<'a> {
    /// Each state with what may follow it.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&'a str, Vec<&'a str>)> {
        let wire = |index: &usize| self.states.get(*index).copied();
        let states = self.states.iter().copied().zip(&self.transitions);
        states.map(move |(from, to)| (from, to.iter().filter_map(wire).collect()))
    }
}

/// The enum of a member, of its items, or of its keys.
pub(crate) fn enum_of(item: &Item) -> Option<TypeId> {
    match &item.ty {
        TypeRef::Enum(id) | TypeRef::IntegerEnum(id) | TypeRef::Map { key: Some(id), .. } => {
            Some(*id)
        }
        TypeRef::List(of) | TypeRef::Map { of, .. } => enum_of(of),
        _ => None,
    }
}
