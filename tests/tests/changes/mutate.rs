//! One place of a spec made another.

use fastrand::Rng;
use serde_json::Value;

/// Types that a member may get.
const TYPES: &[&str] = &[
    "string", "integer", "decimal", "boolean", "date", "url", "json",
];

/// Keys that a member may get, each with a value.
const KEYS: &[(&str, &str)] = &[
    ("required", "true"),
    ("max_chars", "3"),
    ("min_chars", "2"),
    ("max_items", "1"),
    ("range", "[0, 2]"),
    ("lenient", "true"),
    ("sensitive", "true"),
    ("default", "\"x\""),
    ("deprecated", "\"Old.\""),
];

/// Ends of places of rules and types.
const RULES: &[&str] = &[
    "/required",
    "/allowed",
    "/effective",
    "/when",
    "/expect",
    "/max_chars",
    "/min_chars",
    "/range/0",
    "/range/1",
    "/max_items",
    "/min_items",
    "/multiple_of",
    "/type",
    "/pattern",
    "/prefix",
    "/unique",
];

/// Changes one place; what it changed, in words.
pub(crate) fn mutate(spec: &mut Value, random: &mut Rng) -> Option<String> {
    let mut places = Vec::new();
    walk(spec, String::new(), &mut places);
    // What rules are made of is changed more often than texts.
    let tried: Vec<&String> = (0..3).filter_map(|_| random.choice(&places)).collect();
    let is_of_rule = |it: &&&String| RULES.iter().any(|key| it.ends_with(key));
    let place = (*tried.iter().find(is_of_rule).or(tried.first())?).clone();
    let conditions = conditions(spec);
    let value = spec.pointer_mut(&place)?;
    let key = place.rsplit('/').next().unwrap_or_default();
    let before = value.to_string();
    match value {
        Value::Number(it) => *value = (it.as_i64()? + if random.bool() { 1 } else { -1 }).into(),
        Value::Bool(it) => *it = !*it,
        Value::String(_)
            if ["required", "allowed", "effective", "when", "expect"].contains(&key) =>
        {
            *value = random.choice(&conditions)?.clone().into();
        }
        Value::String(_) if key == "type" => *value = (*random.choice(TYPES)?).into(),
        Value::String(text) => text.push('x'),
        Value::Array(all) if !all.is_empty() => drop(all.remove(random.usize(..all.len()))),
        Value::Object(all) if all.contains_key("type") && random.bool() => {
            let (key, text) = random.choice(KEYS)?;
            all.insert((*key).to_owned(), serde_json::from_str(text).ok()?);
        }
        // Bodies of an enum without a value cannot be made.
        Value::Object(all) if all.len() > 1 => {
            let keys: Vec<String> = all.keys().cloned().collect();
            all.shift_remove(random.choice(&keys)?);
        }
        _ => return None,
    }
    let after = spec.pointer(&place)?.to_string();
    let short = |it: String| it.chars().take(300).collect::<String>();
    Some(format!("{place}: {} -> {}", short(before), short(after)))
}

/// Every place, as a JSON Pointer.
fn walk(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(all) => {
            for (key, inner) in all {
                let key = key.replace('~', "~0").replace('/', "~1");
                walk(inner, format!("{at}/{key}"), found);
            }
        }
        Value::Array(all) => {
            for (index, inner) in all.iter().enumerate() {
                walk(inner, format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(at);
}

/// Every condition of a spec, and a plain one.
fn conditions(spec: &Value) -> Vec<String> {
    let mut found = vec!["true".to_owned()];
    let mut open = vec![spec];
    while let Some(next) = open.pop() {
        match next {
            Value::Object(all) => {
                for key in ["required", "allowed", "effective", "when"] {
                    found.extend(all.get(key).and_then(Value::as_str).map(str::to_owned));
                }
                open.extend(all.values());
            }
            Value::Array(all) => open.extend(all),
            _ => {}
        }
    }
    found
}
