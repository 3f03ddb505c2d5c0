//! Places and values of conditions, as the derive knows them.

use proc_macro2::{Span, TokenStream};
use stipula_cond::Words;
use stipula_cond::ast::Base;
use syn::{Ident, Type};

/// A field that a condition looks at.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) base: Base,
    /// Empty for `key` only.
    pub(crate) steps: Vec<Step>,
    /// The type without `Option` and `Box`, when the place is a sibling.
    pub(crate) ty: Option<Type>,
    /// Known to be given always.
    pub(crate) given: bool,
    /// In English.
    pub(crate) words: String,
}

impl Place {
    /// Where the condition names its last step.
    pub(crate) fn span(&self) -> Span {
        let last = self.steps.last();
        last.map_or_else(Span::call_site, |step| step.member.span())
    }
}

#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) member: Ident,
    pub(crate) optional: bool,
}

/// What a place is compared with.
#[derive(Clone)]
pub(crate) enum Value {
    /// An enum value, as an expression.
    Symbol {
        tokens: TokenStream,
        words: String,
    },
    Text(String),
    Integer(i64),
    Decimal(String),
    Bool(bool),
}

/// The English of conditions.
pub(crate) struct English;

impl Words<Place, Value> for English {
    fn place(&self, place: &Place) -> String {
        place.words.clone()
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Symbol { words, .. } | Value::Text(words) => stipula_cond::quoted(words),
            Value::Integer(number) => number.to_string(),
            Value::Decimal(number) => number.clone(),
            Value::Bool(value) => value.to_string(),
        }
    }
}
