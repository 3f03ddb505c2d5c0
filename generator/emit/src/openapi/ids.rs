//! Which rule a keyword says, so that whoever reads an error of a validator can name the rule.
//!
//! `x-stipula-ids` has the id for each keyword beside it, and for `required` the id for each
//! member. Where a rule is an entry of an `allOf`, its `$comment` is the id, and `x-stipula-at` of
//! the object that is judged names the member that is blamed.

use serde_json::{Value as Any, json};

use super::Json;

const IDS: &str = "x-stipula-ids";
const AT: &str = "x-stipula-at";

/// Says which rule a keyword of the schema is.
pub(super) fn name(schema: &mut Json, keyword: &str, id: &str) {
    let ids = schema.entry(IDS).or_insert_with(|| json!({}));
    ids[keyword] = json!(id);
}

/// Says which rule demands each required member.
pub(super) fn name_required<'a>(
    schema: &mut Json,
    members: impl Iterator<Item = (&'a str, &'a str)>,
) {
    let members: Json = members
        .map(|(wire, id)| (wire.to_owned(), json!(id)))
        .collect();
    if !members.is_empty() {
        let ids = schema.entry(IDS).or_insert_with(|| json!({}));
        ids["required"] = Any::Object(members);
    }
}

/// The schema of an object, with the member that is blamed when it does not fit.
pub(super) fn blaming(schema: Any, at: &str) -> Any {
    match schema {
        Any::Object(mut members) => {
            members.insert(AT.to_owned(), json!(at));
            Any::Object(members)
        }
        Any::Bool(false) => json!({ "not": {}, AT: at }),
        other => other,
    }
}

/// `maxLength` with its rule.
pub(super) fn max_length(most: u64, id: &str) -> Any {
    let mut schema = Json::new();
    schema.insert("maxLength".into(), json!(most));
    name(&mut schema, "maxLength", id);
    Any::Object(schema)
}
