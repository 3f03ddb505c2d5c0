//! Conditions over the fields of one body, rules between them, and scenarios.

use serde_json::{Map, Value, json};

use super::Maker;

impl Maker {
    /// A condition that has a meaning for the types of the fields; none without any field.
    pub(super) fn condition(
        &mut self,
        fields: &Map<String, Value>,
        depth: usize,
    ) -> Option<String> {
        if depth > 0 && self.is_one_in(6) {
            let (a, b) = (
                self.condition(fields, depth - 1)?,
                self.condition(fields, depth - 1)?,
            );
            let word = self.one_of(&["and", "or"]);
            return Some(format!("({a}) {word} ({b})"));
        }
        let at = self.random.usize(..fields.len().max(1));
        let (name, field) = fields.iter().nth(at)?;
        let place = quoted(name);
        let ty = field["type"].as_str().unwrap_or_default();
        let value = self.enums.iter().find(|it| it.0 == ty);
        let value = value.map(|it| it.1[self.random.usize(..it.1.len())].clone());
        let number = self.integer_enums.iter().find(|it| it.0 == ty);
        if let Some((_, values)) = number {
            let number = &values[self.random.usize(..values.len())];
            let form = if self.random.bool() {
                format!("{place} == {number}")
            } else {
                format!("{place} in [{number}]")
            };
            return Some(form);
        }
        Some(match (ty, value) {
            (_, Some(value)) => format!("{place} == {}", quoted(&value)),
            ("boolean", _) => self.one_of(&["{} == false", "{}"]).replace("{}", &place),
            ("integer" | "timestamp_millis", _) => format!("{place} >= 3"),
            ("string", _) => {
                let form =
                    self.one_of(&["{} starts_with \"\\\"\"", "len({}) > 2", "{} == \"a\\nb\""]);
                form.replace("{}", &place)
            }
            _ => self
                .one_of(&["present({})", "not present({})"])
                .replace("{}", &place),
        })
    }

    /// Rules between members.
    pub(super) fn rules(&mut self, fields: &Map<String, Value>) -> Option<Value> {
        let at = fields.keys().next()?.clone();
        self.rules += 1;
        let id = format!("rule {} \" */", self.rules);
        if fields.len() > 3 && self.is_one_in(3) {
            let names: Vec<_> = fields.keys().collect();
            let count = self.random.usize(2..names.len());
            return Some(json!([{ "id": id, "at_least": { "of": names, "count": count } }]));
        }
        if fields.len() > 1 && self.is_one_in(2) {
            let names: Vec<_> = fields.keys().take(2).collect();
            let form = self.one_of(&["at_least_one", "at_most_one", "exactly_one"]);
            return Some(json!([{ "id": id, form: names }]));
        }
        let (when, expect) = (self.condition(fields, 1)?, self.condition(fields, 0)?);
        Some(json!([{ "id": id, "at": at, "when": when, "expect": expect, "doc": self.text() }]))
    }

    /// A case for a value of an enum that a field of the body holds.
    pub(super) fn scenario(&mut self, fields: &Value) -> Option<Value> {
        let fields = fields.as_object()?;
        let (name, value) = fields.iter().find_map(|(name, field)| {
            let of = self
                .enums
                .iter()
                .find(|it| field["type"] == it.0.as_str())?;
            Some((quoted(name), quoted(of.1.first()?)))
        })?;
        let (called, doc) = (self.name(), self.text());
        Some(json!({ called: { "doc": doc, "when": format!("{name} == {value}") } }))
    }
}

/// A name or a value as the condition language quotes it.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}
