//! Places and values of conditions, as the derive knows them.

use proc_macro2::{Span, TokenStream};
use stipula_cond::Words;
use stipula_cond::ast::Base;
use syn::ext::IdentExt;
use syn::{Path, PathArguments, Type, parse_quote};

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
        last.map_or_else(Span::call_site, |step| step.span)
    }
}

#[derive(Clone)]
pub(crate) struct Step {
    /// The name of a member; the first step of a sibling is the whole expression.
    pub(crate) name: TokenStream,
    /// Where the condition names it.
    pub(crate) span: Span,
    pub(crate) optional: bool,
}

/// What a place is compared with.
#[derive(Clone)]
pub(crate) enum Value {
    /// An enum value, as an expression.
    Symbol {
        tokens: TokenStream,
        /// The same as a variant, where the name looks like one.
        variant: Option<Box<Variant>>,
        words: String,
    },
    Text(String),
    Integer(i64),
    Decimal(String),
    Bool(bool),
}

/// A variant of an enum, whether or not it holds anything.
#[derive(Clone)]
pub(crate) struct Variant {
    /// The enum.
    pub(crate) of: Type,
    /// The variant, as a path.
    pub(crate) path: Path,
}

impl Variant {
    /// The variant of this path, if it looks like one: by custom their names have small letters,
    /// which those of constants have not.
    pub(crate) fn of(path: Path) -> Option<Self> {
        let name = path.segments.last()?.ident.unraw().to_string();
        let mut owner = path.clone();
        owner.segments.pop();
        owner.segments.pop_punct();
        let of = owner.segments.last()?.ident.unraw().to_string();
        let is_type = |name: &str| name.starts_with(char::is_uppercase);
        let is_variant = is_type(&of) && is_type(&name) && name.contains(char::is_lowercase);
        is_variant.then(|| Self {
            of: parse_quote!(#owner),
            path: in_pattern(path),
        })
    }
}

/// Arguments of types are written as they are in expressions.
fn in_pattern(mut path: Path) -> Path {
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(args) = &mut segment.arguments {
            args.colon2_token.get_or_insert_with(Default::default);
        }
    }
    path
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
