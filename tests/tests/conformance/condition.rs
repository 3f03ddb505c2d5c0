//! What `if` asks, as a condition.

use serde_json::Value;

use crate::say::{Reason, object, texts};

/// About the members of an object, all of which are required.
pub(crate) fn of_members(asked: &Value) -> Result<String, Reason> {
    let mut parts = Vec::new();
    for (name, schema) in object(asked.get("properties")) {
        if !texts(&asked["required"]).any(|it| it == name) {
            return Err("`if` about a member that may be left out".to_owned());
        }
        parts.push(of_value(name, schema, "")?);
    }
    joined(&parts)
}

/// About one value of a type.
pub(crate) fn of_value(name: &str, asked: &Value, ty: &str) -> Result<String, Reason> {
    let mut parts = Vec::new();
    for (keyword, said) in object(Some(asked)) {
        parts.push(match keyword.as_str() {
            "const"
                if said.is_string() && ty == "integer" || said.is_number() && ty == "string" =>
            {
                return Err("a comparison with a value of another type".to_owned());
            }
            "const" => format!("{name} == {said}"),
            "enum" => {
                let values = said.as_array().into_iter().flatten();
                let values: Vec<String> = values.map(|it| format!("{name} == {it}")).collect();
                format!("({})", values.join(" or "))
            }
            "minimum" => format!("{name} >= {said}"),
            "maximum" => format!("{name} <= {said}"),
            "exclusiveMinimum" => format!("{name} > {said}"),
            "exclusiveMaximum" => format!("{name} < {said}"),
            "minLength" => format!("len({name}) >= {said}"),
            "maxLength" => format!("len({name}) <= {said}"),
            other => return Err(format!("a condition that asks `{other}`")),
        });
    }
    joined(&parts)
}

fn joined(parts: &[String]) -> Result<String, Reason> {
    if parts.is_empty() {
        return Err("a condition that is always the same".to_owned());
    }
    Ok(parts.join(" and "))
}
