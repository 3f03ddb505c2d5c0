//! Value rules as JSON Schema keywords, which the registry knows.

use serde_json::{Value as Any, json};

use stipula_contract::{Keyword, Rule, Scalar, TypeRef};

use super::{Json, ids};

/// The type of keys that have rules.
const KEY: TypeRef = TypeRef::Scalar(Scalar::String);

/// Adds the keywords of the error-severity rules to the schema of a value.
pub(super) fn add(schema: &mut Json, ty: &TypeRef, rules: &[Rule]) {
    for rule in rules.iter().filter(|it| it.is_error()) {
        match rule.value().map(|it| it.keyword(ty)) {
            Some(Keyword::Here(keywords)) => insert(schema, keywords, &rule.id),
            // It stands behind the reference, and is named in front of it.
            Some(Keyword::Reference(keyword)) => ids::name(schema, keyword, &rule.id),
            Some(Keyword::ByKey | Keyword::Case | Keyword::Nowhere) | None => {}
        }
        if let Some(Keyword::Here(keywords)) = rule.key().map(|it| it.keyword(&KEY)) {
            let keys = schema.entry("propertyNames").or_insert_with(|| json!({}));
            if let Some(keys) = keys.as_object_mut() {
                insert(keys, keywords, &rule.id);
            }
        }
    }
}

/// A keyword that is taken, such as a second `pattern`, goes into an `allOf`.
fn insert(schema: &mut Json, keywords: Vec<(&'static str, Any)>, id: &str) {
    for (keyword, value) in keywords {
        if !schema.contains_key(keyword) {
            schema.insert(keyword.to_owned(), value);
            ids::name(schema, keyword, id);
            continue;
        }
        let mut second = Json::new();
        second.insert(keyword.to_owned(), value);
        ids::name(&mut second, keyword, id);
        let more = schema.entry("allOf").or_insert_with(|| json!([]));
        if let Some(more) = more.as_array_mut() {
            more.push(Any::Object(second));
        }
    }
}

/// Whether an error-severity rule demands that values, or keys, are documented.
pub(super) fn is_closed(rules: &[Rule], ty: &TypeRef) -> bool {
    let mut errors = rules.iter().filter(|it| it.is_error());
    errors.any(|it| {
        let keyword = it.value().map(|it| it.keyword(ty));
        matches!(keyword, Some(Keyword::Reference(_)))
    })
}
