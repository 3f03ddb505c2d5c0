//! What the attributes say, read but not yet checked against each other.

use proc_macro2::Span;
use stipula_cond::ast::Expr;
use stipula_rules::{Severity, ValueRule};
use syn::{Generics, Ident, LitStr, Path, Type};

use crate::shape::Shape;

/// The type itself and its surroundings.
pub(crate) struct Frame {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The path of the runtime crate.
    pub(crate) krate: Path,
    pub(crate) roots: Vec<Type>,
    pub(crate) parents: Vec<Type>,
    pub(crate) context: Option<Type>,
    /// Items for [`Object`], read after the fields are known.
    pub(crate) rest: Vec<crate::attr::Item>,
}

/// A struct.
pub(crate) struct Object {
    pub(crate) fields: Vec<Field>,
    pub(crate) groups: Vec<Group>,
    pub(crate) expects: Vec<Expect>,
    /// Ids of the rules of the struct itself, in the order written.
    pub(crate) ids: Vec<LitStr>,
}

pub(crate) struct Field {
    pub(crate) ident: Ident,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Its own fields stand in the place of the field.
    pub(crate) flat: bool,
    pub(crate) shape: Shape,
    pub(crate) presence: Vec<Presence>,
    pub(crate) values: Values,
    pub(crate) nested: Option<Span>,
    /// The rules of its type are left out.
    pub(crate) skip: Option<Span>,
    /// The type as written.
    pub(crate) ty: Type,
}

/// The value rules of a field or of its items.
#[derive(Default)]
pub(crate) struct Values {
    pub(crate) rules: Vec<Rule>,
    pub(crate) items: Option<(Span, Box<Values>)>,
    pub(crate) keys: Option<(Span, Box<Values>)>,
}

pub(crate) struct Presence {
    pub(crate) kind: stipula_rules::Presence,
    /// Absent for a plain `required`.
    pub(crate) when: Option<Expr>,
    pub(crate) options: Options,
    pub(crate) span: Span,
}

pub(crate) struct Rule {
    pub(crate) def: &'static ValueRule,
    pub(crate) argument: Argument,
    pub(crate) options: Options,
    pub(crate) span: Span,
}

/// What a value rule is told.
pub(crate) enum Argument {
    None,
    Count(u64),
    /// By the key of the nearest map.
    Lengths {
        keys: Vec<(String, u64)>,
        default: u64,
    },
    Range {
        min: Option<i64>,
        max: Option<i64>,
    },
    Text(String),
    Pattern(String),
    Decimals(u32),
    Sibling(Ident),
}

/// Some of these fields have to be given.
pub(crate) struct Group {
    pub(crate) kind: stipula_rules::Group,
    pub(crate) members: Vec<Ident>,
    pub(crate) at: Option<Ident>,
    pub(crate) options: Options,
}

/// `rule(when(..), expect(..))`
pub(crate) struct Expect {
    pub(crate) at: Ident,
    pub(crate) when: Option<Expr>,
    pub(crate) holds: Expr,
    pub(crate) code: Option<String>,
    pub(crate) options: Options,
}

/// What every rule takes.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) severity: Option<Severity>,
    pub(crate) id: Option<LitStr>,
    pub(crate) because: Option<String>,
    pub(crate) evidence: Option<String>,
}

impl Rule {
    pub(crate) fn name(&self) -> &'static str {
        self.def.code.name
    }
}

impl Object {
    pub(crate) fn field(&self, name: &Ident) -> Option<&Field> {
        self.fields.iter().find(|field| field.ident == *name)
    }
}
