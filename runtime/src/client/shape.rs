//! What a value looks like without what it says: types and lengths.

use std::fmt::{self, Display};

use serde_json::Value;

/// Members that are shown of an array or object.
const MOST: usize = 6;

/// The shape of a value, as far as it can be told; names and values are left out.
pub(super) fn of(json: &str) -> Option<String> {
    let value: Value = serde_json::from_str(json).ok()?;
    let shape = Shape {
        value: &value,
        depth: 2,
    };
    Some(shape.to_string())
}

struct Shape<'a> {
    value: &'a Value,
    /// How many levels are shown, this one included.
    depth: usize,
}

impl Shape<'_> {
    fn list<'a>(
        &self,
        f: &mut fmt::Formatter<'_>,
        (open, close): (char, char),
        members: impl ExactSizeIterator<Item = &'a Value>,
    ) -> fmt::Result {
        let count = members.len();
        write!(f, "({count})")?;
        let Some(depth) = self.depth.checked_sub(1).filter(|depth| *depth > 0) else {
            return Ok(());
        };
        if count == 0 {
            return Ok(());
        }
        write!(f, "{open}")?;
        for (nth, value) in members.take(MOST).enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{}", Shape { value, depth })?;
        }
        let more = if count > MOST { ", …" } else { "" };
        write!(f, "{more}{close}")
    }
}

impl Display for Shape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Value::Null => f.write_str("null"),
            Value::Bool(_) => f.write_str("boolean"),
            Value::Number(_) => f.write_str("number"),
            Value::String(text) => write!(f, "string({})", text.chars().count()),
            Value::Array(items) => {
                f.write_str("array")?;
                self.list(f, ('[', ']'), items.iter())
            }
            Value::Object(members) => {
                f.write_str("object")?;
                self.list(f, ('{', '}'), members.values())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_types_and_lengths_only() {
        let shown = |json| of(json).unwrap_or_default();
        assert_eq!(
            shown(r#"{"a":"secret","b":[1,2,{"c":null}],"c":true,"d":7,"e":{}}"#),
            "object(5){string(6), array(3), boolean, number, object(0)}"
        );
        assert_eq!(
            shown(r#"[1,2,{"c":null}]"#),
            "array(3)[number, number, object(1)]"
        );
        assert_eq!(shown("null"), "null");
        assert_eq!(shown(r#"{"a":{"b":[1]}}"#), "object(1){object(1)}");
        assert_eq!(of(""), None);
        assert_eq!(of("[1"), None);
    }

    #[test]
    fn stays_short() {
        let body = format!("[{}0]", "0,".repeat(1000));
        let shown = of(&body).unwrap_or_default();
        assert_eq!(
            shown,
            "array(1001)[number, number, number, number, number, number, …]"
        );
    }
}
