//! What the derive can tell about a type from its tokens.

use stipula_cond::Ty;
use syn::{GenericArgument, PathArguments, Type};

/// A type without the wrappers that conditions and rules look through.
#[derive(Clone)]
pub(crate) struct Shape {
    /// Wrapped in `Option`.
    pub(crate) optional: bool,
    /// How many wrappers there are.
    pub(crate) depth: usize,
    pub(crate) secrecy: Secrecy,
    /// What is inside.
    pub(crate) inner: Type,
    pub(crate) kind: Kind,
}

/// Whether a value may be told about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Secrecy {
    Open,
    /// Wrapped in `Sensitive`.
    Sensitive,
}

#[derive(Clone)]
pub(crate) enum Kind {
    Text,
    Integer,
    Decimal,
    Boolean,
    Time,
    List(Items, Box<Shape>),
    Map {
        order: Order,
        key: Box<Shape>,
        value: Box<Shape>,
    },
    /// A type of the user; it may be anything.
    Opaque,
}

/// How a list keeps its items.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Items {
    /// As a slice.
    Slice,
    /// In another way.
    Apart,
    /// Each of them once.
    Set,
}

/// In which order a map gives its entries.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// By the keys.
    Keys,
    /// In any.
    None,
}

impl Shape {
    pub(crate) fn of(ty: &Type) -> Self {
        let (mut optional, mut depth, mut inner) = (false, 0, ty);
        let mut secrecy = Secrecy::Open;
        loop {
            inner = match inner {
                Type::Group(group) => &group.elem,
                Type::Paren(paren) => &paren.elem,
                _ => match wrapped(inner) {
                    Some((wrapper, next)) => {
                        optional |= wrapper == Wrapper::Option;
                        if wrapper == Wrapper::Sensitive {
                            secrecy = Secrecy::Sensitive;
                        }
                        depth += 1;
                        next
                    }
                    None => break,
                },
            };
        }
        Self {
            optional,
            depth,
            secrecy,
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
            Kind::List(..) => Ty::List,
            Kind::Map { .. } => Ty::Map,
            Kind::Opaque => Ty::Opaque,
        }
    }

    /// What lists and maps hold in the end.
    pub(crate) fn innermost(&self) -> &Shape {
        match &self.kind {
            Kind::List(_, item) => item.innermost(),
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
        match ty {
            Type::Array(array) => return Self::list(Items::Slice, &array.elem),
            Type::Slice(slice) => return Self::list(Items::Slice, &slice.elem),
            _ => {}
        }
        let Some((name, args)) = named(ty) else {
            return Self::Opaque;
        };
        match (name.as_str(), args.as_slice()) {
            ("String" | "str", _) => Self::Text,
            (name, []) if is_integer(name) => Self::Integer,
            ("NonZero", [_]) => Self::Integer,
            ("f32" | "f64", []) => Self::Decimal,
            ("bool", []) => Self::Boolean,
            ("UnixMillis", []) => Self::Time,
            ("Vec", [item]) => Self::list(Items::Slice, item),
            ("VecDeque" | "LinkedList" | "BinaryHeap", [item]) => Self::list(Items::Apart, item),
            ("BTreeSet", [item]) | ("HashSet", [item] | [item, _]) => Self::list(Items::Set, item),
            ("BTreeMap", [key, value]) => Self::map(Order::Keys, key, value),
            ("HashMap", [key, value] | [key, value, _]) => Self::map(Order::None, key, value),
            _ => Self::Opaque,
        }
    }

    fn list(items: Items, item: &Type) -> Self {
        Self::List(items, Box::new(Shape::of(item)))
    }

    fn map(order: Order, key: &Type, value: &Type) -> Self {
        Self::Map {
            order,
            key: Box::new(Shape::of(key)),
            value: Box::new(Shape::of(value)),
        }
    }
}

/// What is looked through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrapper {
    Option,
    Pointer,
    Sensitive,
}

/// A wrapper, and what it holds.
fn wrapped(ty: &Type) -> Option<(Wrapper, &Type)> {
    if let Type::Reference(reference) = ty {
        return Some((Wrapper::Pointer, &reference.elem));
    }
    let (name, args) = named(ty)?;
    let wrapper = match name.as_str() {
        "Option" | "Clearable" => Wrapper::Option,
        "Box" | "Rc" | "Arc" | "Cow" => Wrapper::Pointer,
        "Sensitive" => Wrapper::Sensitive,
        _ => return None,
    };
    match args.as_slice() {
        [next] => Some((wrapper, next)),
        _ => None,
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
