//! Conditions over the fields of a struct: found, put into words, written as Rust.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use stipula_cond::ast::{self, Base, ValueKind};
use stipula_cond::{Cond, Error, Found, Scope, Ty};

use crate::cx::{Cx, identifier};
use crate::parts::{Part, plain};
use crate::shape::{Shape, core_type};

/// A field that a condition looks at.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) base: Base,
    pub(crate) steps: Vec<Step>,
    /// Whether it is known that the value cannot be absent.
    pub(crate) always: bool,
    /// The type of a sibling, without options and boxes.
    core: Option<syn::Type>,
}

#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) ident: Ident,
    pub(crate) wire: String,
    pub(crate) optional: bool,
}

/// What a field is compared with.
#[derive(Clone)]
pub(crate) enum Value {
    /// A constant, and its name for people.
    Constant(TokenStream, String),
    Text(String),
    Integer(i64),
    /// As Rust writes it.
    Decimal(TokenStream),
    Bool(bool),
}

pub(crate) type Condition = Cond<Place, Value>;

/// Reads and checks a condition; `None` after its mistakes have been noted.
pub(crate) fn read(cx: &Cx<'_>, part: &Part) -> Option<Condition> {
    let expr = stipula_cond::parse_tokens(part.tokens())
        .map_err(|error| cx.errors.condition(&error))
        .ok()?;
    match stipula_cond::check(cx, &expr) {
        Ok(condition) => Some(condition),
        Err(errors) => {
            errors.iter().for_each(|error| cx.errors.condition(error));
            None
        }
    }
}

impl Scope for Cx<'_> {
    type Place = Place;
    type Value = Value;

    fn place(&self, path: &ast::Path) -> Result<Found<Place>, Error> {
        self.known_base(path)?;
        let mut steps = Vec::new();
        for segment in &path.segments {
            let Some(ident) = identifier(&segment.name, segment.span) else {
                let message = format!("`{}` is not the name of a Rust field", segment.name);
                let help = "conditions of the derive use the names of the struct".to_owned();
                return Err(Error::other(message, Some(help), segment.span));
            };
            let wire = crate::names::renamed(&segment.name, self.rename_all.as_deref());
            steps.push(Step { ident, wire, optional: segment.optional });
        }
        match path.base {
            Base::This => self.own(path, steps),
            Base::Key => Ok(found(path.base, steps, Ty::Text, false)),
            _ => {
                let optional = steps.iter().any(|step| step.optional);
                Ok(found(path.base, steps, Ty::Opaque, optional))
            }
        }
    }

    fn value(&self, value: &ast::Value, of: &Found<Place>) -> Result<Value, Error> {
        Ok(match &value.kind {
            ValueKind::Text(text) => Value::Text(text.clone()),
            ValueKind::Integer(number) => Value::Integer(*number),
            ValueKind::Bool(constant) => Value::Bool(*constant),
            ValueKind::Decimal(text) => {
                let number = text.parse().map_err(|_| {
                    Error::other("this number cannot be read", None, value.span)
                })?;
                Value::Decimal(number)
            }
            ValueKind::Name(name) => {
                let short = name.rsplit("::").next().unwrap_or(name);
                let words = short.trim_start_matches("r#").to_owned();
                Value::Constant(constant(name, value, of)?, words)
            }
        })
    }
}

impl Cx<'_> {
    fn known_base(&self, path: &ast::Path) -> Result<(), Error> {
        let (known, word, attribute) = match path.base {
            Base::This | Base::Key => return Ok(()),
            Base::Root => (self.surroundings.root, "root", "root"),
            Base::Parent => (self.surroundings.parent, "parent", "parent"),
            Base::Context => (self.surroundings.context, "ctx", "context"),
        };
        if known {
            return Ok(());
        }
        let message = format!("the type of `{word}` is not known");
        let help = format!("put `#[validate({attribute}(Type))]` on `{}`", self.ident);
        Err(Error::other(message, Some(help), path.span))
    }

    /// A path that starts at a field of this struct.
    fn own(&self, path: &ast::Path, mut steps: Vec<Step>) -> Result<Found<Place>, Error> {
        let ([segment, below @ ..], [first, ..]) = (path.segments.as_slice(), steps.as_mut_slice())
        else {
            return Err(Error::other("a field is missing here", None, path.span));
        };
        let name = &segment.name;
        let Some(member) = self.members.iter().find(|member| member.name == *name) else {
            let names = self.members.iter().map(|member| member.name.as_str());
            let near = stipula_cond::suggest(name, names);
            return Err(Error::unknown_field(name, near, segment.span));
        };
        let optional = member.shape.is_optional();
        first.wire.clone_from(&member.wire);
        first.optional = optional;
        if below.is_empty() {
            let mut found = found(Base::This, steps, member.shape.ty(), optional);
            found.place.always = !optional;
            found.place.core = Some(core_type(&member.ty).clone());
            return Ok(found);
        }
        if !matches!(member.shape.core(), Shape::Other) {
            let message = format!("`{name}` is {} and has no fields", member.shape.words());
            return Err(Error::other(message, None, segment.span));
        }
        let optional = steps.iter().any(|step| step.optional);
        Ok(found(Base::This, steps, Ty::Opaque, optional))
    }
}

fn found(base: Base, steps: Vec<Step>, ty: Ty, optional: bool) -> Found<Place> {
    Found { place: Place { base, steps, always: false, core: None }, ty, optional }
}

/// `Product::Movie` as written; `MOVIE` as a constant of the type of the sibling.
fn constant(name: &str, value: &ast::Value, of: &Found<Place>) -> Result<TokenStream, Error> {
    let tokens = if name.contains("::") {
        let path = syn::parse_str::<syn::Path>(name).ok();
        path.map(|path| respan(quote!(#path), value.span))
    } else if let Some(core) = &of.place.core {
        identifier(name, value.span).map(|ident| quote!(<#core>::#ident))
    } else {
        let message = format!("the type that `{name}` belongs to cannot be seen from here");
        let help = format!("write `Type::{name}`");
        return Err(Error::other(message, Some(help), value.span));
    };
    tokens.ok_or_else(|| Error::other("this is not the name of a value", None, value.span))
}

/// Points errors of the compiler at the condition.
fn respan(tokens: TokenStream, span: proc_macro2::Span) -> TokenStream {
    let spanned = |mut token: TokenTree| {
        token.set_span(span);
        token
    };
    tokens.into_iter().map(spanned).collect()
}

/// The condition in English, with the names on the wire.
pub(crate) fn english(condition: &Condition) -> String {
    stipula_cond::english(condition, &Words)
}

struct Words;

impl stipula_cond::Words<Place, Value> for Words {
    fn place(&self, place: &Place) -> String {
        let names: Vec<_> = place.steps.iter().map(|step| step.wire.as_str()).collect();
        let name = names.join(".");
        match place.base {
            Base::This => format!("`{name}`"),
            Base::Root => format!("the `{name}` of the request"),
            Base::Parent => format!("the `{name}` of the enclosing object"),
            Base::Context => format!("the `{name}` of the call"),
            Base::Key => "the key".to_owned(),
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Constant(_, name) => format!("`{name}`"),
            Value::Text(text) => format!("`{text}`"),
            Value::Integer(number) => number.to_string(),
            Value::Decimal(number) => number.to_string().replace(' ', ""),
            Value::Bool(constant) => constant.to_string(),
        }
    }
}

/// The name of a field for a list of names.
pub(crate) fn quoted(names: &[&str]) -> String {
    let all: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match all.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => all.concat(),
    }
}

/// Whether two identifiers name the same, raw or not.
pub(crate) fn same(left: &Ident, right: &Ident) -> bool {
    plain(left) == plain(right)
}
