//! Types: which are reached, in which direction, with which members. Conditions come later.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;

use super::{
    Cx, constraints, map_key,
    sentences::{self, limit_note, text},
    site::Site,
    unions::{self, union},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{
        RawBody, RawEnum, RawField, RawOperation, RawRule, RawType, RawTypeDef, RawTypeDefKind,
        RawTypeKind,
    },
    source::Span,
    yaml::Text,
};
use stipula_contract::{
    Enum, EnumOf, EnumValue, Evidence, Field, FieldId, Item, Lists, Location, Module, Named,
    Nested, Object, Overrides, Rule, Scalar, Style, Type, TypeId, TypeKind, TypeRef, Wire,
};

/// Most types on the way to one that is read first: reading goes on inside it, on the stack.
const DEPTH_LIMIT: usize = 256;

/// The raw side of an object, kept for the stages that read conditions.
#[derive(Debug, Clone, Default)]
pub(super) struct Raws<'a> {
    /// Members, in the order of the model's.
    pub(super) fields: Vec<&'a RawField>,
    /// Rules between members.
    pub(super) rules: Vec<&'a RawRule>,
    /// Other members are an error.
    pub(super) closed: bool,
}

/// Types made so far.
#[derive(Debug, Default)]
pub(super) struct Types<'a> {
    /// By id.
    pub(super) list: Vec<Type>,
    /// Raw sides, by id.
    pub(super) raws: Vec<Raws<'a>>,
    /// Of what the spec declares. Bodies and unions are not referred to by name.
    ids: BTreeMap<(String, Module), TypeId>,
    /// Members whose type has a fault. They are there, and nothing is known about them.
    faulty: BTreeSet<(TypeId, String)>,
    /// Types that are being read, one inside the other.
    depth: usize,
    /// Values of several shapes, each with the places of its shapes.
    pub(super) shapes: Vec<(TypeId, Vec<Span>)>,
    /// They were too many, which was reported.
    pub(super) is_cut: bool,
}

impl Types<'_> {
    pub(super) fn object(&self, id: TypeId) -> Option<&Object> {
        self.list[id.0].object()
    }

    /// Whether a type of this name is there.
    pub(super) fn has(&self, name: &str, module: Module) -> bool {
        let mut types = self.list.iter();
        types.any(|it| it.name == name && it.module == module)
    }

    /// Forgets this type and those after it.
    pub(super) fn forget(&mut self, first: TypeId) {
        self.list.truncate(first.0);
        self.raws.truncate(first.0);
        self.ids.retain(|_, id| id.0 < first.0);
    }

    pub(super) fn is_faulty(&self, id: TypeId, wire: &str) -> bool {
        self.faulty.contains(&(id, wire.to_owned()))
    }
}

/// The body of an operation: its members and rules, from one or (for an overlay) two places.
pub(super) fn body<'a>(
    cx: &mut Cx<'a>,
    operation: &'a RawOperation,
    role: &str,
    module: Module,
    raws: Raws<'a>,
    doc: String,
) -> TypeId {
    let name = format!("{}{role}", operation.name.value.to_upper_camel_case());
    let id = reserve(cx, &name, &operation.name, module);
    cx.types.list[id.0].doc = doc;
    fill(cx, id, raws);
    id
}

/// A type to be filled, with the place where it is named.
pub(super) fn reserve(cx: &mut Cx<'_>, name: &str, written: &Text, module: Module) -> TypeId {
    let id = TypeId(cx.types.list.len());
    cx.origins.name(Named::Type(id), written, None);
    cx.types.list.push(Type {
        id,
        name: name.to_owned(),
        module,
        doc: String::new(),
        evidence: Evidence::default(),
        kind: TypeKind::Object(Object {
            fields: Vec::new(),
            rules: Vec::new(),
            closed: false,
            roots: Vec::new(),
            parents: Vec::new(),
            context: None,
        }),
    });
    cx.types.raws.push(Raws::default());
    id
}

pub(super) fn fill<'a>(cx: &mut Cx<'a>, id: TypeId, raws: Raws<'a>) {
    let siblings = raws.fields.clone();
    let fields = siblings
        .iter()
        .enumerate()
        .map(|(at, raw)| field(cx, FieldId { of: id, at }, raw, &siblings))
        .collect::<Vec<_>>();
    check_aliases(cx, &siblings, &fields);
    let it = &mut cx.types.list[id.0];
    if raws.closed {
        sentences::closed_note(&mut it.doc, it.module);
    }
    if let TypeKind::Object(object) = &mut it.kind {
        object.closed = raws.closed;
        object.fields = fields;
    }
    cx.types.raws[id.0] = raws;
}

/// An alias may not be a name.
fn check_aliases(cx: &mut Cx<'_>, raws: &[&RawField], fields: &[Field]) {
    for alias in raws.iter().flat_map(|raw| &raw.aliases) {
        if fields.iter().any(|other| other.wire == alias.value) {
            let message = format!("the alias `{}` is the name of another field", alias.value);
            cx.sink
                .report(Diagnostic::new(Code::AliasTaken, alias.span, message));
        }
    }
}

fn field<'a>(cx: &mut Cx<'a>, id: FieldId, raw: &'a RawField, siblings: &[&'a RawField]) -> Field {
    let owner = id.of;
    cx.origins
        .name(Named::Field(id), &raw.wire, raw.rust.as_ref());
    let site = Site {
        owner: cx.types.list[owner.0].name.clone(),
        field: raw.wire.value.clone(),
        wire: raw.wire.value.clone(),
        named: &raw.wire,
        module: cx.types.list[owner.0].module,
    };
    let item = item(cx, &raw.ty, &site, siblings).unwrap_or_else(|| {
        cx.types.faulty.insert((owner, raw.wire.value.clone()));
        Item {
            ty: TypeRef::Scalar(Scalar::Json),
            rules: Vec::new(),
        }
    });
    with_item(cx, id, raw, item)
}

/// A field that holds this; apart, so that types inside one another take little of the stack.
fn with_item(cx: &mut Cx<'_>, id: FieldId, raw: &RawField, item: Item) -> Field {
    if raw.lenient && !reads_leniently(&item.ty) {
        let what = super::sentences::type_word(&item.innermost().ty);
        let message = format!("`lenient` does nothing here: {what} is written in one way");
        let diagnostic = Diagnostic::new(Code::RuleMisfit, raw.wire.span, message);
        cx.sink.report(
            diagnostic
                .also(raw.ty.span, "the type")
                .help("leave it out"),
        );
    }
    let evidence = cx.index.evidence(&raw.evidence, &mut cx.sink);
    let is_sealed = matches!(raw.ty.kind, RawTypeKind::Sealed(_));
    let mut doc = text(raw.doc.as_ref());
    limit_note(&mut doc, &raw.ty, &item.ty);
    Field {
        id,
        wire: raw.wire.value.clone(),
        names: rust(raw.rust.as_ref()),
        // Fields of a request are told where they travel when its method is known.
        location: Location::Body,
        sent_as: None,
        style: Style {
            lists: Lists::Repeat,
            nested: Nested::Brackets,
        },
        item,
        presence: Vec::new(),
        aliases: raw.aliases.iter().map(|it| it.value.clone()).collect(),
        doc,
        deprecated: raw.deprecated.as_ref().map(|it| it.value.clone()),
        default: raw.default.as_ref().map(|it| it.value.clone()),
        sample: raw.sample.as_ref().map(|it| it.value.clone()),
        recursive: false,
        clears: raw.clears,
        lenient: raw.lenient,
        // What is sealed on its way is not shown when it has come.
        sensitive: raw.sensitive || is_sealed || raw.encrypted.is_some(),
        encrypted: raw.encrypted.is_some(),
        sealed: is_sealed,
        guaranteed: raw.guaranteed,
        evidence,
    }
}

/// Whether a value may be written as a number or as a text.
fn reads_leniently(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(it) => {
            it.is_free_text() || !matches!(it.wire(), Wire::Text | Wire::File | Wire::Any)
        }
        TypeRef::Enum(_) | TypeRef::IntegerEnum(_) | TypeRef::AsText(_) => true,
        TypeRef::List(of) | TypeRef::Map { of, .. } => reads_leniently(&of.ty),
        TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Any(_) => false,
    }
}

/// A name in Rust from the spec; whether it can be one is not asked here.
pub(super) fn rust(name: Option<&Text>) -> Overrides {
    Overrides::of("rust", name.map(|it| it.value.as_str()))
}

pub(super) fn item<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawType,
    site: &Site<'_>,
    siblings: &[&'a RawField],
) -> Option<Item> {
    let mut keys = Vec::new();
    let ty = match &raw.kind {
        RawTypeKind::Name(name) => named(cx, name, site.module)?,
        RawTypeKind::List(of) => {
            TypeRef::List(Box::new(item(cx, of, &site.below("items"), siblings)?))
        }
        RawTypeKind::Map(key, of) => {
            let key = key_of_map(cx, key, site);
            let of = item(cx, of, &site.below("values"), siblings);
            let (key, of_keys) = key?;
            keys = of_keys;
            TypeRef::Map {
                key: key.enum_(),
                of: Box::new(of?),
            }
        }
        RawTypeKind::Union(by, cases) => union(cx, by, cases, site, siblings)?,
        RawTypeKind::Tagged(..) | RawTypeKind::Any(_) => unions::inline(cx, raw, site)?,
        RawTypeKind::Sealed(of) => {
            let Item { ty, rules } = item(cx, of, site, siblings)?;
            keys = rules;
            ty
        }
        RawTypeKind::Unreadable => return None,
    };
    Some(with_rules(cx, raw, site, ty, keys))
}

/// The type of the keys of a map, and their rules.
fn key_of_map<'a>(
    cx: &mut Cx<'a>,
    key: &'a RawType,
    site: &Site<'_>,
) -> Option<(map_key::MapKey, Vec<Rule>)> {
    let RawTypeKind::Name(name) = &key.kind else {
        map_key::refuse(cx, key, None);
        return None;
    };
    let ty = named(cx, name, site.module)?;
    map_key::of(cx, key, &ty, site)
}

/// A type with the rules that stand beside it, and more.
fn with_rules<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawType,
    site: &Site<'_>,
    ty: TypeRef,
    more: Vec<Rule>,
) -> Item {
    let ty = as_text(cx, raw, ty);
    let mut rules = constraints::of(cx, raw, &ty, site);
    let implied = constraints::implied(cx, raw, &ty, site, &rules);
    rules.extend(implied);
    rules.extend(more);
    Item { ty, rules }
}

/// A number that travels as text, where the spec says so; of any other type that is reported.
fn as_text(cx: &mut Cx<'_>, raw: &RawType, ty: TypeRef) -> TypeRef {
    let Some(at) = raw.as_text else { return ty };
    let help = match &ty {
        TypeRef::Scalar(it) if it.is_number() => return TypeRef::AsText(*it),
        TypeRef::List(_) => "say it of its items: `{ list: { type: decimal, as: text } }`",
        TypeRef::Map { .. } => {
            "say it of its values: `{ map: string, of: { type: decimal, as: text } }`"
        }
        _ => "leave it out",
    };
    let what = super::sentences::type_word(&ty);
    let message = format!("`as: text` is about numbers, and this is {what}");
    let found = Diagnostic::new(Code::RuleMisfit, at, message);
    cx.sink.report(found.also(raw.span, "the type").help(help));
    ty
}

pub(super) fn named(cx: &mut Cx<'_>, name: &Text, module: Module) -> Option<TypeRef> {
    if let Some(found) = Scalar::named(&name.value) {
        return Some(TypeRef::Scalar(found));
    }
    let def = cx.index.type_(name, &mut cx.sink)?;
    declared(cx, name, def, module)
}

/// Reads a declaration that nothing has read.
pub(super) fn if_unreached<'a>(cx: &mut Cx<'a>, def: &'a RawTypeDef) {
    let mut modules = [Module::Request, Module::Response, Module::Enums].into_iter();
    let is_there = |module| cx.types.ids.contains_key(&(def.name.value.clone(), module));
    if !modules.any(is_there) {
        declared(cx, &def.name, def, Module::Request);
    }
}

/// The type of a declaration in one direction, made when it is first reached.
fn declared<'a>(
    cx: &mut Cx<'a>,
    name: &Text,
    def: &'a RawTypeDef,
    module: Module,
) -> Option<TypeRef> {
    Some(match &def.kind {
        RawTypeDefKind::Enum(raw) => {
            let id = enum_(cx, def, raw);
            match raw.of {
                EnumOf::Text => TypeRef::Enum(id),
                EnumOf::Integer => TypeRef::IntegerEnum(id),
            }
        }
        RawTypeDefKind::Object(_) | RawTypeDefKind::Choice(_) => {
            let key = (def.name.value.clone(), module);
            if let Some(id) = cx.types.ids.get(&key) {
                return Some(match cx.types.list[id.0].kind {
                    TypeKind::Union(_) => TypeRef::Union(*id),
                    TypeKind::Any(_) => TypeRef::Any(*id),
                    TypeKind::Object(_) | TypeKind::Enum(_) => TypeRef::Object(*id),
                });
            }
            if cx.types.depth >= DEPTH_LIMIT {
                cx.types.is_cut = true;
                let message = format!("more than {DEPTH_LIMIT} types are nested here");
                cx.sink.report(
                    Diagnostic::new(Code::RecursiveType, name.span, message)
                        .help("flatten them, or use `json` for what is inside"),
                );
                return None;
            }
            let id = reserve(cx, &def.name.value, &def.name, module);
            cx.types.ids.insert(key, id);
            describe(cx, id, def);
            cx.types.depth += 1;
            let ty = match &def.kind {
                RawTypeDefKind::Choice(raw) => unions::choice(cx, id, raw, &def.name),
                RawTypeDefKind::Object(raw) => {
                    fill(cx, id, raws_of(raw));
                    Some(TypeRef::Object(id))
                }
                RawTypeDefKind::Enum(_) => None,
            };
            cx.types.depth -= 1;
            ty?
        }
    })
}

/// The raw side of a declared object.
pub(super) fn raws_of(raw: &RawBody) -> Raws<'_> {
    Raws {
        fields: raw.fields.iter().collect(),
        rules: raw.rules.iter().collect(),
        closed: raw.closed,
    }
}

fn describe<'a>(cx: &mut Cx<'a>, id: TypeId, def: &'a RawTypeDef) {
    let evidence = cx.index.evidence(&def.evidence, &mut cx.sink);
    let it = &mut cx.types.list[id.0];
    it.doc = text(def.doc.as_ref());
    it.evidence = evidence;
}

/// An enum, the same in both directions.
pub(super) fn enum_<'a>(cx: &mut Cx<'a>, def: &'a RawTypeDef, raw: &'a RawEnum) -> TypeId {
    let key = (def.name.value.clone(), Module::Enums);
    if let Some(id) = cx.types.ids.get(&key) {
        return *id;
    }
    let id = reserve(cx, &def.name.value, &def.name, Module::Enums);
    cx.types.ids.insert(key, id);
    describe(cx, id, def);
    super::index::unique(
        "value",
        raw.values.iter().map(|it| &it.wire).collect(),
        &mut cx.sink,
    );
    let mut values = Vec::new();
    for (at, value) in raw.values.iter().enumerate() {
        let place = Named::Value(id, at);
        cx.origins.name(place, &value.wire, value.rust.as_ref());
        values.push(EnumValue {
            wire: value.wire.value.clone(),
            names: rust(value.rust.as_ref()),
            doc: text(value.doc.as_ref()),
            evidence: cx.index.evidence(&value.evidence, &mut cx.sink),
        });
    }
    let moves = raw.moves.as_ref();
    let transitions = moves.map(|moves| transitions(cx, &values, moves));
    if raw.of == EnumOf::Integer {
        integers(cx, raw);
    }
    cx.types.list[id.0].kind = TypeKind::Enum(Enum {
        of: raw.of,
        values,
        open: raw.open,
        transitions,
    });
    id
}

/// Reports values that are no whole numbers as JSON writes them, and numbers that stand there twice.
fn integers(cx: &mut Cx<'_>, raw: &RawEnum) {
    let mut seen: BTreeMap<i64, Span> = BTreeMap::new();
    for wire in raw.values.iter().map(|it| &it.wire) {
        let written = &wire.value;
        let digits = written.strip_prefix('-').unwrap_or(written);
        let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
        let (code, message) = match written.parse::<i64>() {
            Ok(number) if let Some(first) = seen.insert(number, wire.span) => {
                let message = format!("the value {number} is declared twice");
                let found = Diagnostic::new(Code::DeclaredTwice, wire.span, message);
                cx.sink.report(found.also(first, "first declared here"));
                continue;
            }
            Ok(number) if number.to_string() == *written => continue,
            Ok(number) if is_number => {
                let message =
                    format!("JSON does not write a number as `{written}`; write `{number}`");
                (Code::BadScalar, message)
            }
            Err(_) if is_number => (Code::BadScalar, format!("`{written}` is beyond 64 bits")),
            _ => (
                Code::BadScalar,
                format!("`{written}` is no whole number, which the values of this enum are"),
            ),
        };
        let found = Diagnostic::new(code, wire.span, message);
        cx.sink.report(found);
    }
}

fn transitions(
    cx: &mut Cx<'_>,
    values: &[EnumValue],
    moves: &[(Text, Vec<Text>)],
) -> Vec<Vec<usize>> {
    let mut index = |name: &Text| {
        let found = values.iter().position(|value| value.wire == name.value);
        if found.is_none() {
            let message = format!("`{}` is not a value of this enum", name.value);
            let known = values.iter().map(|value| value.wire.as_str());
            cx.sink.report(
                Diagnostic::new(Code::UnknownValue, name.span, message).suggest(&name.value, known),
            );
        }
        found
    };
    let mut table = vec![Vec::new(); values.len()];
    for (from, to) in moves {
        let targets: Vec<usize> = to.iter().filter_map(&mut index).collect();
        if let Some(from) = index(from) {
            table[from] = targets;
        }
    }
    table
}
