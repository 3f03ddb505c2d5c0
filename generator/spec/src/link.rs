//! From a place of a page to the place of the spec that speaks of the same thing.

use stipula_contract::Location;
use stipula_facts::{Kind, place};

use crate::raw::{
    RawAnswer, RawBody, RawField, RawOperation, RawSource, RawSpec, RawType, RawTypeDef,
    RawTypeDefKind, RawTypeKind,
};

/// Links the facts of one page.
#[derive(Debug)]
pub struct Linker<'a> {
    spec: &'a RawSpec,
    source: &'a RawSource,
    operation: Option<&'a RawOperation>,
}

/// Where a path through the spec has come to.
#[derive(Clone)]
enum Spot<'a> {
    /// An object: its place and its members.
    Body(String, &'a RawBody),
    /// A member: its place and its type.
    Field(String, &'a RawField),
    /// An enum.
    Enum(&'a RawTypeDef),
    /// Something without parts.
    Leaf(String),
}

impl<'a> Linker<'a> {
    /// For the facts of this page.
    pub fn new(spec: &'a RawSpec, source: &'a RawSource) -> Self {
        let about = source.about.as_ref();
        let operation = about.and_then(|name| {
            let mut all = spec.operations.iter();
            all.find(|it| it.name.value == name.value)
        });
        Self {
            spec,
            source,
            operation,
        }
    }

    /// The place of the claims that a fact at this place of the page is about.
    pub fn place(&self, at: &str, kind: Kind) -> Option<String> {
        let steps: Vec<String> = at
            .split('/')
            .map(|it| place::name(it).into_owned())
            .collect();
        if let (Kind::Type, Some(at)) = (kind, self.answer(&steps)) {
            return Some(at);
        }
        let spot = self.spot(&steps)?;
        match (kind, &spot) {
            (Kind::Value, Spot::Field(place, field)) => Some(
                self.enum_of(&field.ty)
                    .map_or_else(|| place.clone(), |it| it.name.value.clone()),
            ),
            (Kind::Key, Spot::Field(place, field)) => Some(
                self.key_of(&field.ty)
                    .map_or_else(|| place.clone(), |it| it.name.value.clone()),
            ),
            // A group is a rule of the object.
            (kind, Spot::Field(place, _)) if kind.is_group() => {
                place.rsplit_once('.').map(|(owner, _)| owner.to_owned())
            }
            (_, Spot::Body(place, _) | Spot::Field(place, _) | Spot::Leaf(place)) => {
                Some(place.clone())
            }
            (_, Spot::Enum(def)) => Some(def.name.value.clone()),
        }
    }

    /// The answer of an operation of a reference, whose type the page names.
    fn answer(&self, steps: &[String]) -> Option<String> {
        let [head, name, part] = steps else {
            return None;
        };
        let mut operations = self.spec.operations.iter();
        let is_known = operations.any(|it| it.name.value == *name);
        (head == "operations" && part == "response" && is_known).then(|| format!("{name}.response"))
    }

    /// Whether the spec has what a part of the page is laid to.
    pub fn has(&self, target: &str) -> bool {
        self.target(target).is_some()
    }

    /// The place of what stands at a place of the page: the members of its type.
    pub fn inside(&self, at: &str) -> Option<String> {
        let steps: Vec<String> = at
            .split('/')
            .map(|it| place::name(it).into_owned())
            .collect();
        match self.spot(&steps)? {
            Spot::Field(place, field) => Some(
                self.object_of(&field.ty)
                    .map_or(place, |(name, _)| name.to_owned()),
            ),
            Spot::Body(place, _) | Spot::Leaf(place) => Some(place),
            Spot::Enum(def) => Some(def.name.value.clone()),
        }
    }

    fn spot(&self, steps: &[String]) -> Option<Spot<'a>> {
        let (mut spot, rest) = self.start(steps)?;
        for step in rest {
            spot = self.step(spot, step)?;
        }
        Some(spot)
    }

    /// The longest part of the page that `parts` names, or what the first step means everywhere.
    fn start<'s>(&self, steps: &'s [String]) -> Option<(Spot<'a>, &'s [String])> {
        for length in (1..=steps.len()).rev() {
            let head = steps[..length].join("/");
            let mut parts = self.source.parts.iter();
            if let Some((_, target)) = parts.find(|(part, _)| part.value == head) {
                return Some((self.target(&target.value)?, &steps[length..]));
            }
        }
        let (head, rest) = steps.split_first()?;
        match head.as_str() {
            "types" => {
                let (name, rest) = rest.split_first()?;
                Some((self.type_(name)?, rest))
            }
            "operations" => {
                let (name, rest) = rest.split_first()?;
                let mut operations = self.spec.operations.iter();
                let operation = operations.find(|it| it.name.value == *name)?;
                match rest.split_first() {
                    Some((part, rest)) if matches!(part.as_str(), "request" | "response") => {
                        Some((self.body(operation, part), rest))
                    }
                    Some((place, rest)) if is_parameters(place) => {
                        let (name, rest) = rest.split_first()?;
                        Some((self.parameter(operation, place, name)?, rest))
                    }
                    // Words about the operation.
                    _ => Some((Spot::Leaf(operation.name.value.clone()), &[])),
                }
            }
            "operation" => Some((Spot::Leaf(self.operation?.name.value.clone()), rest)),
            "request" | "response" => Some((self.body(self.operation?, head), rest)),
            "path" | "query" => {
                let (name, rest) = rest.split_first()?;
                Some((self.parameter(self.operation?, head, name)?, rest))
            }
            "headers" | "request-headers" | "response-headers" => {
                let (name, rest) = rest.split_first()?;
                if let Some(header) = self.header(head, name) {
                    return Some((Spot::Leaf(format!("headers.{header}")), rest));
                }
                let operation = self.operation.filter(|_| is_parameters(head))?;
                Some((self.parameter(operation, head, name)?, rest))
            }
            "hosts" => {
                let (name, rest) = rest.split_first()?;
                let mut hosts = self.spec.api.as_ref()?.environments.iter();
                let host = hosts.find(|it| it.name.value.eq_ignore_ascii_case(name))?;
                Some((
                    Spot::Leaf(format!("environments.{}", host.name.value)),
                    rest,
                ))
            }
            "codes" => {
                let (code, rest) = rest.split_first()?;
                Some((Spot::Leaf(self.code(code)?), rest))
            }
            _ => None,
        }
    }

    /// The field of a request that travels there under this name, or else one of this name that travels
    /// elsewhere.
    fn parameter(&self, operation: &'a RawOperation, place: &str, name: &str) -> Option<Spot<'a>> {
        let location = match place {
            "path" => Location::Path,
            "query" => Location::Query,
            _ => Location::Header,
        };
        let is_named = |it: &RawField| {
            let sent = it.sent_name();
            sent == name || (location == Location::Header && sent.eq_ignore_ascii_case(name))
        };
        let usual = operation.method.as_ref().map(|it| it.method.usual_place());
        let is_there = |it: &RawField| {
            let said = it.place.location.map(|it| it.0);
            said.or(usual) == Some(location)
        };
        let Spot::Body(owner, body) = self.body(operation, "request") else {
            return None;
        };
        let named = || body.fields.iter().filter(|it| is_named(it));
        let field = named().find(|it| is_there(it)).or_else(|| named().next())?;
        Some(Spot::Field(format!("{owner}.{}", field.wire.value), field))
    }

    /// A body of an operation; one of a named type is that type.
    fn body(&self, operation: &'a RawOperation, part: &str) -> Spot<'a> {
        let (named, own) = match part {
            "request" => (operation.request_type.as_ref(), &operation.request),
            _ => {
                let named = operation.answer.as_ref().and_then(RawAnswer::named);
                (named, &operation.response)
            }
        };
        if let Some(spot) = named.and_then(|name| self.type_(&name.value)) {
            return spot;
        }
        Spot::Body(format!("{}.{part}", operation.name.value), own)
    }

    /// A named type.
    fn type_(&self, name: &str) -> Option<Spot<'a>> {
        let def = self.spec.types.iter().find(|it| it.name.value == name)?;
        Some(match &def.kind {
            RawTypeDefKind::Object(body) => Spot::Body(def.name.value.clone(), body),
            RawTypeDefKind::Enum(_) => Spot::Enum(def),
            RawTypeDefKind::Choice(_) => Spot::Leaf(def.name.value.clone()),
        })
    }

    /// A place as `parts` names it: `Type`, `Type.field`, `operation`, `operation.request` or
    /// `operation.request.field`.
    fn target(&self, name: &str) -> Option<Spot<'a>> {
        let (head, rest) = name.split_once('.').unwrap_or((name, ""));
        if let Some(spot) = self.type_(head) {
            return if rest.is_empty() {
                Some(spot)
            } else {
                self.step(spot, rest)
            };
        }
        let mut operations = self.spec.operations.iter();
        let operation = operations.find(|it| it.name.value == head)?;
        if rest.is_empty() {
            return Some(Spot::Leaf(operation.name.value.clone()));
        }
        let (part, field) = rest.split_once('.').unwrap_or((rest, ""));
        if !matches!(part, "request" | "response") {
            return None;
        }
        let body = self.body(operation, part);
        if field.is_empty() {
            Some(body)
        } else {
            self.step(body, field)
        }
    }

    /// The header of this name that goes, or comes, where the page says.
    fn header(&self, part: &str, name: &str) -> Option<&'a str> {
        let goes = |(sent, received): (bool, bool)| match part {
            "request-headers" => sent,
            "response-headers" => received,
            _ => sent && received,
        };
        let mut headers = self.spec.api.as_ref()?.headers.iter();
        headers
            .find(|it| it.name.value.eq_ignore_ascii_case(name) && goes(it.direction))
            .map(|it| it.name.value.as_str())
    }

    fn code(&self, code: &str) -> Option<String> {
        let own = self.operation?;
        if own.errors.iter().any(|it| it.code.value == code) {
            return Some(format!("{}.errors.{code}", own.name.value));
        }
        let common = self.spec.errors.iter().any(|it| it.code.value == code);
        common.then(|| format!("errors.{code}"))
    }

    fn step(&self, spot: Spot<'a>, name: &str) -> Option<Spot<'a>> {
        match spot {
            Spot::Body(place, body) => {
                let named = |it: &&RawField| {
                    it.wire.value == name || it.aliases.iter().any(|it| it.value == name)
                };
                let sent = |it: &&RawField| it.sent_name() == name;
                let mut fields = body.fields.iter();
                let field = fields.clone().find(named).or_else(|| fields.find(sent))?;
                Some(Spot::Field(format!("{place}.{}", field.wire.value), field))
            }
            Spot::Field(_, field) => {
                let (owner, body) = self.object_of(&field.ty)?;
                self.step(Spot::Body(owner.to_owned(), body), name)
            }
            Spot::Leaf(place) => Some(Spot::Leaf(format!("{place}.{name}"))),
            Spot::Enum(def) => Some(Spot::Leaf(def.name.value.clone())),
        }
    }

    fn defined(&self, name: &str) -> Option<&'a RawTypeDef> {
        self.spec.types.iter().find(|it| it.name.value == name)
    }

    /// The object that a type holds, through lists and maps.
    fn object_of(&self, ty: &'a RawType) -> Option<(&'a str, &'a RawBody)> {
        match &ty.kind {
            RawTypeKind::Name(name) => {
                let def = self.defined(&name.value)?;
                match &def.kind {
                    RawTypeDefKind::Object(body) => Some((&def.name.value, body)),
                    RawTypeDefKind::Enum(_) | RawTypeDefKind::Choice(_) => None,
                }
            }
            RawTypeKind::List(of) | RawTypeKind::Map(_, of) | RawTypeKind::Sealed(of) => {
                self.object_of(of)
            }
            RawTypeKind::Union(..)
            | RawTypeKind::Tagged(..)
            | RawTypeKind::Any(_)
            | RawTypeKind::Unreadable => None,
        }
    }

    /// The enum that a type holds, through lists.
    fn enum_of(&self, ty: &'a RawType) -> Option<&'a RawTypeDef> {
        match &ty.kind {
            RawTypeKind::Name(name) => self
                .defined(&name.value)
                .filter(|def| matches!(def.kind, RawTypeDefKind::Enum(_))),
            RawTypeKind::List(of) | RawTypeKind::Sealed(of) => self.enum_of(of),
            RawTypeKind::Map(..)
            | RawTypeKind::Union(..)
            | RawTypeKind::Tagged(..)
            | RawTypeKind::Any(_)
            | RawTypeKind::Unreadable => None,
        }
    }

    /// The enum of the keys of a map.
    fn key_of(&self, ty: &'a RawType) -> Option<&'a RawTypeDef> {
        match &ty.kind {
            RawTypeKind::Map(key, _) => match &key.kind {
                RawTypeKind::Name(name) => self.defined(&name.value),
                _ => None,
            },
            RawTypeKind::List(of) | RawTypeKind::Sealed(of) => self.key_of(of),
            RawTypeKind::Name(_)
            | RawTypeKind::Union(..)
            | RawTypeKind::Tagged(..)
            | RawTypeKind::Any(_)
            | RawTypeKind::Unreadable => None,
        }
    }
}

/// Whether a part of a page holds members of a request that stand outside its body.
fn is_parameters(part: &str) -> bool {
    matches!(part, "path" | "query" | "request-headers")
}
