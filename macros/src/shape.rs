//! What the derive can tell about a type from its tokens.

use stipula_cond::Ty;
use syn::{GenericArgument, PathArguments, Type};

/// A type without the wrappers that conditions and rules look through.
#[derive(Clone)]
pub(crate) struct Shape {
    /// Wrapped in `Option`.
    pub(crate) optional: bool,
    /// What is inside.
    pub(crate) inner: Type,
    pub(crate) kind: Kind,
}

#[derive(Clone)]
pub(crate) enum Kind {
    Text,
    Integer,
    Decimal,
    Boolean,
    Time,
    List(Box<Shape>),
    Map {
        key: Box<Shape>,
        value: Box<Shape>,
    },
    /// A type of the user; it may be anything.
    Opaque,
}

impl Shape {
    pub(crate) fn of(ty: &Type) -> Self {
        let (mut optional, mut inner) = (false, ty);
        while let Some((name, args)) = named(inner) {
            match (name.as_str(), args.as_slice()) {
                ("Option", [next]) => (optional, inner) = (true, next),
                ("Box" | "Sensitive", [next]) => inner = next,
                _ => break,
            }
        }
        Self {
            optional,
            inner: inner.clone(),
            kind: Kind::of(inner),
        }
    }

    /// The type as the condition language sees it.
    pub(crate) fn ty(&self) -> Ty {
        match self.kind {
            Kind::Text => Ty::Text,
            Kind::Integer => Ty::Integer,
            Kind::Decimal => Ty::Decimal,
            Kind::Boolean => Ty::Boolean,
            Kind::Time => Ty::Time,
            Kind::List(_) => Ty::List,
            Kind::Map { .. } => Ty::Map,
            Kind::Opaque => Ty::Opaque,
        }
    }

    /// What lists and maps hold in the end.
    pub(crate) fn innermost(&self) -> &Shape {
        match &self.kind {
            Kind::List(item) => item.innermost(),
            Kind::Map { value, .. } => value.innermost(),
            Kind::Text
            | Kind::Integer
            | Kind::Decimal
            | Kind::Boolean
            | Kind::Time
            | Kind::Opaque => self,
        }
    }
}

impl Kind {
    fn of(ty: &Type) -> Self {
        let Some((name, args)) = named(ty) else {
            return Self::Opaque;
        };
        match (name.as_str(), args.as_slice()) {
            ("String" | "str" | "Cow", _) => Self::Text,
            (name, []) if is_integer(name) => Self::Integer,
            ("NonZero", [_]) => Self::Integer,
            ("f32" | "f64", []) => Self::Decimal,
            ("bool", []) => Self::Boolean,
            ("UnixMillis", []) => Self::Time,
            ("Vec", [item]) => Self::List(Box::new(Shape::of(item))),
            ("BTreeMap", [key, value]) => Self::Map {
                key: Box::new(Shape::of(key)),
                value: Box::new(Shape::of(value)),
            },
            _ => Self::Opaque,
        }
    }
}

/// Whether an integer of the standard library is called so.
fn is_integer(name: &str) -> bool {
    let width = match name.strip_prefix("NonZero") {
        Some(name) => name.strip_prefix(['I', 'U']),
        None => name.strip_prefix(['i', 'u']),
    };
    width.is_some_and(|width| ["8", "16", "32", "64", "128", "size"].contains(&width))
}

/// The last name of a path and its type arguments.
fn named(ty: &Type) -> Option<(String, Args<'_>)> {
    match ty {
        Type::Group(group) => named(&group.elem),
        Type::Paren(paren) => named(&paren.elem),
        Type::Reference(reference) => named(&reference.elem),
        Type::Path(path) if path.qself.is_none() => {
            let last = path.path.segments.last()?;
            let args = match &last.arguments {
                PathArguments::AngleBracketed(args) => {
                    args.args.iter().filter_map(type_of).collect()
                }
                _ => Vec::new(),
            };
            Some((last.ident.to_string(), args))
        }
        _ => None,
    }
}

type Args<'a> = Vec<&'a Type>;

fn type_of(arg: &GenericArgument) -> Option<&Type> {
    match arg {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}
