//! The names that a condition in an attribute can use.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use stipula_cond::ast::{self, Base, Segment, ValueKind};
use stipula_cond::{Error, Found, Scope, Ty, suggest};
use syn::{Ident, Path, Type, ext::IdentExt};

use crate::attr::respan;
use crate::model::{Field, Frame, Object};
use crate::place::{Place, Step, Value, Variant};
use crate::shape::Kind;

/// The siblings, and the types around them.
pub(crate) struct Names<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) object: &'a Object,
}

type PlaceResult = Result<Found<Place>, Error>;

impl Scope for Names<'_> {
    type Place = Place;
    type Value = Value;

    fn place(&self, path: &ast::Path) -> PlaceResult {
        let known_as = |name: &str, word: &str, known: bool| {
            if known {
                return outside(path, word);
            }
            let help = format!("say what it is with `#[validate({name}(Type))]` on the struct");
            Err(Error::other(
                format!("this struct names no {name}"),
                Some(help),
                path.span,
            ))
        };
        match path.base {
            Base::This => self.sibling(path),
            Base::Root => known_as("root", "of the request", !self.frame.roots.is_empty()),
            Base::Parent => known_as(
                "parent",
                "of the enclosing object",
                !self.frame.parents.is_empty(),
            ),
            Base::Context => known_as("context", "of the call", self.frame.context.is_some()),
            Base::Key => Ok(Found {
                place: Place {
                    base: Base::Key,
                    steps: Vec::new(),
                    ty: None,
                    given: false,
                    words: "the key".to_owned(),
                },
                ty: Ty::Opaque,
                optional: false,
            }),
        }
    }

    fn value(&self, value: &ast::Value, of: &Found<Place>) -> Result<Value, Error> {
        Ok(match &value.kind {
            ValueKind::Name(name) => return symbol(name, &of.place, value.span),
            ValueKind::Text(text) => Value::Text(text.clone()),
            ValueKind::Integer(number) => Value::Integer(*number),
            ValueKind::Decimal(number) => Value::Decimal(number.clone()),
            ValueKind::Bool(value) => Value::Bool(*value),
        })
    }
}

impl Names<'_> {
    fn sibling(&self, path: &ast::Path) -> PlaceResult {
        let Some((first, rest)) = path.segments.split_first() else {
            return Err(Error::other("a path names a field", None, path.span));
        };
        let field = self.field(first)?;
        let mut steps = vec![Step {
            name: field.access.at(first.span),
            span: first.span,
            optional: field.shape.optional,
        }];
        let mut words = self.object.said(field);
        if rest.is_empty() {
            let shape = &field.shape;
            let place = Place {
                base: Base::This,
                steps,
                ty: Some(shape.inner.clone()),
                given: !shape.optional,
                words: format!("`{words}`"),
            };
            return Ok(Found {
                place,
                ty: shape.ty(),
                optional: shape.optional,
            });
        }
        if !matches!(field.shape.kind, Kind::Opaque) {
            let message = format!("`{}` is {} and has no fields", first.name, field.shape.ty());
            return Err(Error::other(message, None, first.span));
        }
        for segment in rest {
            words = format!("{words}.{}", segment.name);
            steps.push(step(segment)?);
        }
        Ok(hidden(Base::This, steps, format!("`{words}`")))
    }

    fn field(&self, segment: &Segment) -> Result<&Field, Error> {
        let fields = &self.object.fields;
        let name = &segment.name;
        let called = |f: &&Field| f.ident.as_ref().is_some_and(|own| own.unraw() == name);
        if name == "context" && !fields.iter().any(|f| called(&f)) {
            return Err(Error::unknown_field(name, Some("ctx"), segment.span));
        }
        if let Some(field) = fields.iter().find(called) {
            return Ok(field);
        }
        let mut named = self.object.named();
        let by_wire = named.find(|(_, field)| field.wire == *name);
        let by_wire = by_wire.map(|(own, _)| own.unraw().to_string());
        let names = self.object.named().map(|(own, _)| own.unraw().to_string());
        let names: Vec<_> = names.collect();
        let near = by_wire
            .as_deref()
            .or_else(|| suggest(name, names.iter().map(String::as_str)));
        Err(Error::unknown_field(name, near, segment.span))
    }
}

/// A field of a root, a parent or a context.
fn outside(path: &ast::Path, word: &str) -> PlaceResult {
    let steps = path
        .segments
        .iter()
        .map(step)
        .collect::<Result<Vec<_>, _>>()?;
    let names: Vec<_> = path.segments.iter().map(|s| s.name.as_str()).collect();
    let names = names.join(".");
    let words = match path.base {
        Base::Context => format!("the `{names}` {word}"),
        Base::This | Base::Root | Base::Parent | Base::Key => format!("`{names}` {word}"),
    };
    Ok(hidden(path.base, steps, words))
}

/// A place in a struct that the derive cannot see: rustc checks it.
fn hidden(base: Base, steps: Vec<Step>, words: String) -> Found<Place> {
    // Whether the last step may be absent is not known; it gets the benefit of the doubt.
    let optional = steps.iter().any(|step| step.optional);
    let place = Place {
        base,
        steps,
        ty: None,
        given: false,
        words,
    };
    Found {
        place,
        ty: Ty::Opaque,
        optional,
    }
}

fn step(segment: &Segment) -> Result<Step, Error> {
    let Some(member) = ident(&segment.name, segment.span) else {
        let message = format!("`{}` is not the name of a Rust field", segment.name);
        return Err(Error::other(message, None, segment.span));
    };
    Ok(Step {
        name: member.to_token_stream(),
        span: segment.span,
        optional: segment.optional,
    })
}

/// An identifier, raw where it has to be.
fn ident(name: &str, span: Span) -> Option<Ident> {
    if syn::parse_str::<Ident>(name).is_ok() {
        return Some(Ident::new(name, span));
    }
    syn::parse_str::<Ident>(&format!("r#{name}"))
        .ok()
        .map(|_| Ident::new_raw(name, span))
}

/// The value that a name stands for.
fn symbol(name: &str, place: &Place, span: Span) -> Result<Value, Error> {
    let words = name
        .rsplit("::")
        .next()
        .unwrap_or(name)
        .trim_start_matches("r#")
        .to_owned();
    if place.base == Base::Key {
        return Ok(Value::Text(words));
    }
    let unreadable = |_| Error::other(format!("`{name}` is not a value"), None, span);
    let tokens = match &place.ty {
        _ if name.contains("::") => respan(name.parse::<TokenStream>().map_err(unreadable)?, span),
        Some(ty) => {
            let Some(name) = ident(name, span) else {
                return Err(Error::other(format!("`{name}` is not a value"), None, span));
            };
            let variant = path_of(ty).and_then(|mut path| {
                path.segments.push(name.clone().into());
                Variant::of(path).map(Box::new)
            });
            return Ok(Value::Symbol {
                tokens: quote_spanned!(span=> <#ty>::#name),
                variant,
                words,
            });
        }
        None => {
            let message = format!("the type of {} cannot be seen here", place.words);
            let help = format!("write the value with its type: `Type::{name}`");
            return Err(Error::other(message, Some(help), span));
        }
    };
    Ok(Value::Symbol {
        variant: syn::parse2(tokens.clone())
            .ok()
            .and_then(Variant::of)
            .map(Box::new),
        tokens,
        words,
    })
}

/// The path of a type that is nothing but one.
fn path_of(ty: &Type) -> Option<Path> {
    match ty {
        Type::Path(path) if path.qself.is_none() => Some(path.path.clone()),
        Type::Group(group) => path_of(&group.elem),
        Type::Paren(paren) => path_of(&paren.elem),
        _ => None,
    }
}
