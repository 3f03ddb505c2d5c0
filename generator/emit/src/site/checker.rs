//! What the page needs to judge a body in the browser: how to read it, and a schema.

use crate::Model;
use serde_json::{Map, Value as Any, json};

use super::telling::{Telling, read_as, sentence};
use crate::openapi::judging::{CONTEXT, Judging, condition_schema};
use stipula_contract::{
    BodyForm, Empty, Field, Item, Keyword, Lists, Location, Needed, Nested, Operation, Rule, Shape,
    TypeId, TypeKind, TypeRef, reads,
};
use stipula_logic::judge::has_places;

/// The data of an operation, as JSON for a script.
pub(super) fn data(api: &Model, operation: &Operation, judging: &Judging) -> Any {
    let scenarios = operation.scenarios.iter().map(|it| {
        json!({
            "name": it.name,
            "says": it.when.english,
            "reads": sentence(&reads(&it.when.cond)),
            "when": condition_schema(&it.when),
        })
    });
    let fields = operation.context.iter().flat_map(|it| &it.fields);
    let context = fields.map(|it| {
        let values = api.type_(it.enum_).enum_().map_or(&[][..], |it| &it.values);
        let values: Vec<&str> = values.iter().map(|it| it.wire.as_str()).collect();
        json!({ "name": it.name, "values": values })
    });
    let below = api.rules_below(operation.request);
    let telling = Telling::new(below.iter().map(|it| it.rule));
    let unsaid = judging.unsaid(operation.request);
    let is_mild = |it: &&String| {
        below
            .iter()
            .any(|at| at.rule.id == **it && !at.rule.is_error())
    };
    let mild: Vec<&String> = unsaid.iter().filter(is_mild).collect();
    let mut data = json!({
        "operation": operation.name,
        "scenarios": scenarios.collect::<Vec<_>>(),
        "context": context.collect::<Vec<_>>(),
        "contextName": CONTEXT,
        "emptyIsAbsent": api.empty == Empty::Absent,
        "types": Shapes::of(api, operation.request, &telling),
        "rules": telling.rules,
        "words": telling.sentences,
        "unsaid": unsaid,
        "mild": mild,
        "schema": telling.numbered(judging.schema(operation.request)),
    });
    if let Some(places) = places(api, operation) {
        data["places"] = places;
    }
    data
}

/// Where the members of a request travel, each with its name there and how it is written; nothing of
/// one that is JSON in a body.
fn places(api: &Model, operation: &Operation) -> Option<Any> {
    let object = api.type_(operation.request).object()?;
    if api.is_plain(operation) {
        return None;
    }
    let is_form = operation.body == BodyForm::Form;
    let is_told = |it: &&Field| it.location != Location::Body || is_form;
    let place = |it: &Field| {
        let lists = match it.style.lists {
            Lists::Repeat => "repeat",
            Lists::Brackets => "brackets",
            Lists::Comma => "comma",
            Lists::Json => "json",
        };
        let nested = match it.style.nested {
            Nested::Brackets => "brackets",
            Nested::Json => "json",
        };
        let parts = json!([it.location.word(), it.sent_name(), lists, nested]);
        (it.wire.clone(), parts)
    };
    let fields = object.fields.iter();
    let members: Map<String, Any> = fields.clone().filter(is_told).map(place).collect();
    let said = fields
        .clone()
        .filter_map(|it| Some((it.wire.clone(), json!(object.said(it)?))));
    let payload = fields.clone().find(|it| it.location == Location::Payload);
    let mut made = json!({ "members": members, "said": said.collect::<Map<_, _>>() });
    if let Some(payload) = payload {
        made["payload"] = json!(payload.wire);
    }
    if is_form {
        made["form"] = json!(1);
    }
    if !has_places(api, operation) {
        made["plain"] = json!(1);
    }
    Some(made)
}

/// How the objects and unions of a body are read. They are numbered as they are met; the body is 0.
struct Shapes<'a> {
    met: Vec<TypeId>,
    telling: &'a Telling,
}

impl<'a> Shapes<'a> {
    fn of(api: &Model, body: TypeId, telling: &'a Telling) -> Any {
        let mut shapes = Self {
            met: vec![body],
            telling,
        };
        let mut made = Vec::new();
        while let Some(id) = shapes.met.get(made.len()).copied() {
            made.push(match &api.type_(id).kind {
                TypeKind::Object(object) => {
                    let fields = object.fields.iter();
                    let members: Map<String, Any> = fields
                        .map(|field| (field.wire.clone(), shapes.member(field)))
                        .collect();
                    if object.closed {
                        json!({ "members": members, "closed": 1 })
                    } else {
                        json!({ "members": members })
                    }
                }
                TypeKind::Union(union) => {
                    let cases = union.cases.iter();
                    let cases: Map<String, Any> = cases
                        .map(|case| (case.wire.clone(), shapes.number(case.of)))
                        .collect();
                    let chosen = if union.tag().is_some() { "tag" } else { "by" };
                    let mut made = Map::new();
                    made.insert(chosen.to_owned(), json!(union.by()));
                    made.insert("cases".to_owned(), Any::Object(cases));
                    if union.tag().is_some() {
                        made.insert("wanted".to_owned(), json!(union.wanted()));
                    }
                    Any::Object(made)
                }
                TypeKind::Any(any) => {
                    let all = any.shapes.iter();
                    let all: Vec<Any> = all.map(|it| shapes.shape(it)).collect();
                    json!({ "shapes": all, "wanted": any.wanted() })
                }
                TypeKind::Enum(_) => Any::Null,
            });
        }
        Any::Array(made)
    }

    /// `[kind, type]`, or `[kind, type, ways]` with the members that each way needs.
    fn shape(&mut self, it: &Shape) -> Any {
        let mut parts = vec![json!(it.kind), self.item(&it.item)];
        if !it.needs.is_empty() {
            let need = |it: &Needed| {
                let names: Vec<&String> = std::iter::once(&it.member).chain(&it.aliases).collect();
                match &it.constant {
                    Some(constant) => json!([names, constant.json()]),
                    None => json!([names]),
                }
            };
            let ways = it.needs.iter();
            let ways: Vec<Vec<Any>> = ways.map(|way| way.iter().map(need).collect()).collect();
            parts.push(json!(ways));
        }
        Any::Array(parts)
    }

    fn number(&mut self, id: TypeId) -> Any {
        let known = self.met.iter().position(|it| *it == id);
        json!(known.unwrap_or_else(|| {
            self.met.push(id);
            self.met.len() - 1
        }))
    }

    /// `[type, lenient, aliases, clears, sensitive]`, without what is not so at the end.
    fn member(&mut self, field: &Field) -> Any {
        let mut parts = vec![self.item(&field.item)];
        parts.extend([
            json!(i32::from(field.lenient)),
            json!(field.aliases),
            json!(i32::from(field.clears)),
            json!(i32::from(field.sensitive)),
        ]);
        let is_unsaid = |it: &Any| *it == json!(0) || *it == json!([]);
        while parts.len() > 1 && parts.last().is_some_and(is_unsaid) {
            parts.pop();
        }
        Any::Array(parts)
    }

    /// A word for what has no inside, a number for a type, `["map", type]` and `["list", type]`, which
    /// the number of the rule follows that no item comes twice.
    fn item(&mut self, it: &Item) -> Any {
        match &it.ty {
            TypeRef::Scalar(it) => json!(read_as(*it)),
            TypeRef::AsText(it) => json!(format!("{} as text", read_as(*it))),
            TypeRef::Enum(_) => json!("text"),
            TypeRef::IntegerEnum(_) => json!("integer"),
            TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => self.number(*id),
            TypeRef::List(of) => {
                let is_said = |rule: &&Rule| {
                    let demand = rule.value();
                    demand.is_some_and(|own| matches!(own.keyword(&it.ty), Keyword::Here(_)))
                };
                let unique = it.rule("unique").filter(is_said);
                let unique = unique.map(|rule| self.telling.number(json!(rule.id)));
                let parts = [json!("list"), self.item(of)].into_iter();
                Any::Array(parts.chain(unique).collect())
            }
            TypeRef::Map { of, .. } => json!(["map", self.item(of)]),
        }
    }
}
