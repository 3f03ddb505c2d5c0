//! Conditions that leave members to others. A validator that takes every object for closed, unless it says
//! otherwise, would refuse a member that a condition does not name; so each of them says it.

use serde_json::{Value as Any, json};

use super::Json;

/// Keywords with schemas about the same value.
const ABOUT_THE_SAME: [&str; 7] = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/// Says of every schema within another, of those that name members, that it leaves the others alone.
pub(super) fn say(schemas: &mut Any) {
    for schema in schemas
        .as_object_mut()
        .into_iter()
        .flat_map(Json::values_mut)
    {
        inside(schema);
    }
}

/// The schemas below one that describes a value as a whole.
fn inside(schema: &mut Any) {
    each(schema, &mut |keyword, schema| {
        if ABOUT_THE_SAME.contains(&keyword) {
            part(schema);
        } else {
            inside(schema);
        }
    });
}

/// A schema that describes a part of what holds.
fn part(schema: &mut Any) {
    each(schema, &mut |_, schema| part(schema));
    let Some(own) = schema.as_object_mut() else {
        return;
    };
    if own.contains_key("properties") && !own.contains_key("additionalProperties") {
        own.insert("unevaluatedProperties".to_owned(), json!(true));
    }
}

/// Visits the schemas right below one, each with its keyword; not values that look like one.
fn each(schema: &mut Any, visit: &mut dyn FnMut(&str, &mut Any)) {
    for (keyword, value) in schema.as_object_mut().into_iter().flatten() {
        match (keyword.as_str(), value) {
            ("properties", Any::Object(members)) => {
                members.values_mut().for_each(|it| visit(keyword, it));
            }
            ("items" | "additionalProperties" | "propertyNames", value) => visit(keyword, value),
            (word, Any::Array(all)) if ABOUT_THE_SAME.contains(&word) => {
                for it in all {
                    visit(keyword, it);
                }
            }
            (word, value) if ABOUT_THE_SAME.contains(&word) => visit(keyword, value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::say;
    use serde_json::json;

    #[test]
    fn conditions_leave_other_members_alone() {
        let closed = json!({ "properties": {}, "additionalProperties": false });
        let mut schemas = json!({ "A": {
            "properties": { "b": { "properties": { "c": {} } } },
            "examples": [{ "allOf": [{ "properties": {} }] }],
            "allOf": [{ "if": { "properties": { "b": { "const": 1 } } }, "then": { "required": ["b"] } }, closed],
        } });
        say(&mut schemas);
        let when = json!({ "properties": { "b": { "const": 1 } }, "unevaluatedProperties": true });
        assert_eq!(
            schemas["A"],
            json!({
                "properties": { "b": { "properties": { "c": {} } } },
                "examples": [{ "allOf": [{ "properties": {} }] }],
                "allOf": [{ "if": when, "then": { "required": ["b"] } }, closed],
            })
        );
    }
}
