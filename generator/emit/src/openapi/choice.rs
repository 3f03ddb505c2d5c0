//! Unions and values of several shapes, and the schemas by which JSON tells them apart.

use serde_json::{Value as Any, json};
use stipula_contract::{
    AnyOf, Api, Item, JsonKind, Needed, Shape, TypeId, TypeKind, TypeRef, Union,
};

use super::{
    Json,
    demand::chosen,
    field::{Way, value},
    names::Names,
};

/// The schema of a union. One that a sibling chooses is any object on its own, with its cases for
/// the reader; so is one of an answer.
pub(super) fn union(union: &Union, way: Way, names: &Names) -> Json {
    let mut schema = Json::new();
    if let (Some(tag), Way::Request) = (union.tag(), way) {
        let cases = union.cases.iter();
        let case = cases.map(|case| {
            let then = json!({ "$ref": names.reference(case.of) });
            let test = chosen(tag, &case.wire);
            (test.clone(), Some((test, then)))
        });
        schema.insert("type".into(), json!("object"));
        by_tests(&mut schema, case);
        return schema;
    }
    let mut cases: Vec<Any> = Vec::new();
    for case in &union.cases {
        let reference = json!({ "$ref": names.reference(case.of) });
        if !cases.contains(&reference) {
            cases.push(reference);
        }
    }
    cases.push(json!({ "type": "object" }));
    schema.insert("anyOf".into(), Any::Array(cases));
    schema
}

/// The schema of a value of several shapes. An answer may hold anything else.
pub(super) fn any(any: &AnyOf, way: Way, names: &Names) -> Json {
    let mut schema = Json::new();
    if way == Way::Response {
        let shapes = any
            .shapes
            .iter()
            .map(|it| Any::Object(value(&it.item, way, names)));
        let all: Vec<Any> = shapes.chain([json!({})]).collect();
        schema.insert("anyOf".into(), Any::Array(all));
        return schema;
    }
    let shapes = any.shapes.iter().enumerate();
    let cases = shapes.map(|(at, shape)| {
        let whole = Any::Object(value(&shape.item, way, names));
        if is_plain(&shape.item) {
            (whole, None)
        } else {
            (plain_test(shape), Some((shape_test(any, at), whole)))
        }
    });
    by_tests(&mut schema, cases);
    schema
}

/// What has to be of one of these, and what is demanded of which.
fn by_tests(schema: &mut Json, cases: impl Iterator<Item = (Any, Option<(Any, Any)>)>) {
    let (mut tests, mut demands) = (Vec::new(), Vec::new());
    for (test, demand) in cases {
        demands.extend(demand.map(|(when, then)| json!({ "if": when, "then": then })));
        tests.push(test);
    }
    schema.insert("anyOf".into(), Any::Array(tests));
    if !demands.is_empty() {
        schema.insert("allOf".into(), Any::Array(demands));
    }
}

/// A value with nothing inside and no rules.
fn is_plain(item: &Item) -> bool {
    matches!(item.ty, TypeRef::Scalar(_)) && item.rules.is_empty()
}

/// The schema of what is of a shape, and of none before it.
fn shape_test(any: &AnyOf, at: usize) -> Any {
    let own = &any.shapes[at];
    let before = any.shapes[..at].iter().filter(|it| it.kind == own.kind);
    let not: Vec<Any> = before.map(|it| json!({ "not": plain_test(it) })).collect();
    let mut test = plain_test(own);
    if !not.is_empty() {
        test["allOf"] = Any::Array(not);
    }
    test
}

fn plain_test(shape: &Shape) -> Any {
    let word = match shape.kind {
        JsonKind::Boolean => "boolean",
        JsonKind::Number => "number",
        JsonKind::Text => "string",
        JsonKind::List => "array",
        JsonKind::Object => "object",
    };
    let mut test = Json::new();
    test.insert("type".into(), json!(word));
    match shape.needs.as_slice() {
        [] => {}
        [one] => test.extend(needed(one)),
        ways => {
            let ways = ways.iter().map(|it| Any::Object(needed(it)));
            test.insert("anyOf".into(), ways.collect());
        }
    }
    Any::Object(test)
}

fn needed(all: &[Needed]) -> Json {
    let names: Vec<&str> = all.iter().map(|it| it.member.as_str()).collect();
    let constants = all.iter().filter_map(|it| {
        let constant = it.constant.as_ref()?.json();
        Some((it.member.clone(), json!({ "const": constant })))
    });
    let constants: Json = constants.collect();
    let mut schema = Json::new();
    if !names.is_empty() {
        schema.insert("required".into(), json!(names));
    }
    if !constants.is_empty() {
        schema.insert("properties".into(), Any::Object(constants));
    }
    schema
}

/// The schema of what is this case of a union with a tag, or this shape of a value.
pub(super) fn test(api: &Api, of: TypeId, at: usize) -> Any {
    match &api.type_(of).kind {
        TypeKind::Any(any) => shape_test(any, at),
        TypeKind::Union(union) => match (union.tag(), union.cases.get(at)) {
            (Some(tag), Some(case)) => chosen(tag, &case.wire),
            _ => json!(true),
        },
        TypeKind::Object(_) | TypeKind::Enum(_) => json!(true),
    }
}
