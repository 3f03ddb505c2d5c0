//! What the attributes say, read but not yet checked against each other.

mod field;
mod stand;

pub(crate) use field::{Access, Spot};
pub(crate) use stand::{At, Stand};

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use stipula_cond::ast::Expr;
use stipula_rules::{Severity, Subject, ValueRule};
use syn::{ExprPath, Generics, Ident, LitStr, Path, Type};

use crate::range::Range;
use crate::shape::Shape;
use crate::spans::relocate;

/// The type itself and its surroundings.
pub(crate) struct Frame {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The path of the runtime crate.
    pub(crate) krate: Path,
    pub(crate) roots: Vec<Type>,
    pub(crate) parents: Vec<Type>,
    pub(crate) context: Option<Type>,
    /// An enum whose variants are written without their names, whatever serde is told.
    pub(crate) is_untagged: bool,
    /// Items for [`Object`], read after the fields are known.
    pub(crate) rest: Vec<crate::attr::Item>,
}

impl Frame {
    /// The path of the runtime crate, shown where the user wrote something.
    pub(crate) fn krate_at(&self, span: Span) -> TokenStream {
        relocate(self.krate.to_token_stream(), span)
    }
}

/// A struct, or what a variant of an enum holds.
pub(crate) struct Object {
    /// What the ids of its rules begin with.
    pub(crate) owner: String,
    /// The name of the constant data of its rules.
    pub(crate) table: Ident,
    /// Its only field stands in its place, also for the rules of that field: the one of a variant
    /// `Name(Type)`.
    pub(crate) is_payload: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) groups: Vec<Group>,
    pub(crate) expects: Vec<Expect>,
    pub(crate) checks: Vec<Check>,
    /// Ids of the rules of the struct itself, in the order written.
    pub(crate) ids: Vec<LitStr>,
}

/// An enum.
pub(crate) struct Choice {
    /// The checks of the enum itself; it has no fields.
    pub(crate) own: Object,
    pub(crate) cases: Vec<Case>,
}

/// One variant of an enum.
pub(crate) struct Case {
    pub(crate) ident: Ident,
    /// The member that its content is written into; absent where that is the place of the enum.
    pub(crate) inside: Option<String>,
    /// Absent when it holds nothing, or is left out.
    pub(crate) object: Option<Object>,
}

pub(crate) struct Field {
    /// Absent in a tuple.
    pub(crate) ident: Option<Ident>,
    pub(crate) access: Access,
    /// The name on the wire, or the number in a tuple.
    pub(crate) wire: String,
    /// Where it stands, when that is no plain member of the body.
    pub(crate) place: Option<Stand>,
    pub(crate) spot: Spot,
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
    pub(crate) checks: Vec<Check>,
    pub(crate) items: Option<(Span, Box<Values>)>,
    pub(crate) keys: Option<(Span, Box<Values>)>,
}

impl Values {
    pub(crate) fn is_empty(&self) -> bool {
        self.rules.is_empty()
            && self.checks.is_empty()
            && self.items.is_none()
            && self.keys.is_none()
    }
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
    Range(Range),
    Text(String),
    /// A constant that is no text.
    Integer(i64),
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

/// A rule that a function judges.
pub(crate) struct Check {
    pub(crate) function: ExprPath,
    /// The field that is to blame, where the function gets the whole struct.
    pub(crate) at: Option<Ident>,
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

    /// The form of the value that it looks at.
    pub(crate) fn looks_at(&self) -> Subject {
        match self.argument {
            Argument::Integer(_) if self.def.subject() == Subject::Constant => Subject::Integer,
            _ => self.def.subject(),
        }
    }
}

impl Object {
    /// One without fields and rules.
    pub(crate) fn empty(owner: String, table: Ident) -> Self {
        Self {
            owner,
            table,
            is_payload: false,
            fields: Vec::new(),
            groups: Vec::new(),
            expects: Vec::new(),
            checks: Vec::new(),
            ids: Vec::new(),
        }
    }

    pub(crate) fn field(&self, name: &Ident) -> Option<&Field> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.ident.as_ref() == Some(name))
    }

    /// Whether its fields stand in more than one place.
    fn is_apart(&self) -> bool {
        let mut places = self
            .fields
            .iter()
            .map(|it| it.place.as_ref().map(|it| it.at));
        let first = places.next();
        places.any(|it| Some(it) != first)
    }

    /// How sentences name a field: by its place as well, where the fields stand in several.
    pub(crate) fn said(&self, field: &Field) -> String {
        match &field.place {
            None => field.wire.clone(),
            Some(it) if it.at == At::Payload => "body".to_owned(),
            Some(it) if self.is_apart() => format!("{} {}", it.at.word(), it.name),
            Some(it) => it.name.clone(),
        }
    }

    /// The fields that have names.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&Ident, &Field)> {
        let fields = self.fields.iter();
        fields.filter_map(|field| Some((field.ident.as_ref()?, field)))
    }
}
