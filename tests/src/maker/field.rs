//! Bodies and their fields: types, flags and value rules.

use serde_json::{Map, Value, json};

use super::Maker;

/// Types without an inside, each with value rules that fit it.
const SCALARS: &[(&str, &[(&str, &str)])] = &[
    (
        "string",
        &[
            ("max_chars", "9"),
            ("min_chars", "1"),
            ("max_bytes", "30"),
            ("pattern", "\"^[A-Z]+$\""),
            ("pattern", "\"\\\\s|.\\\\d\""),
            ("prefix", "\"\\\"\\\\\""),
            ("decimal_places", "2"),
        ],
    ),
    (
        "integer",
        &[
            ("range", "[-3, 9]"),
            ("range", "[1, \"any\"]"),
            ("range", "{\"above\": 0, \"max\": 9}"),
            ("range", "{\"above\": -9, \"below\": 9}"),
            ("multiple_of", "3"),
        ],
    ),
    (
        "unsigned",
        &[("range", "[1, 9]"), ("range", "{\"above\": 0}")],
    ),
    (
        "decimal",
        &[
            ("range", "{\"above\": 0, \"below\": 1}"),
            ("range", "[0.5, 99.5]"),
            ("decimal_places", "0"),
            ("decimal_places", "2"),
        ],
    ),
    ("boolean", &[]),
    ("timestamp_millis", &[]),
    ("timestamp_seconds", &[("range", "{\"above\": 0}")]),
    ("date_time", &[]),
    ("date", &[]),
    (
        "duration",
        &[
            ("range", "[\"PT1M\", \"P1D\"]"),
            ("range", "[\"any\", \"PT1.5S\"]"),
        ],
    ),
    ("url", &[("max_chars", "90")]),
    ("bytes", &[]),
    ("json", &[]),
];

impl Maker {
    /// Fields and rules. `inner`: of a declared type.
    pub(super) fn body(&mut self, inner: bool) -> Value {
        let mut fields: Map<String, Value> = Map::new();
        for name in self.some_names(1..7) {
            let field = self.field(&fields);
            fields.insert(name, field);
        }
        let mut body = json!({ "fields": fields });
        if inner {
            body["doc"] = self.text().into();
        }
        if self.is_one_in(4) {
            body["closed"] = true.into();
        }
        if self.is_one_in(2)
            && let Some(rules) = self.rules(&fields)
        {
            body["rules"] = rules;
        }
        body
    }

    fn field(&mut self, before: &Map<String, Value>) -> Value {
        let mut field = self.typed(before, 2);
        field["doc"] = self.text().into();
        for flag in ["lenient", "sensitive"] {
            if self.is_one_in(6) {
                field[flag] = true.into();
            }
        }
        if self.is_one_in(8) {
            field["deprecated"] = self.text().into();
        }
        if self.is_one_in(8) {
            field["sample"] = self.name().into();
        }
        if self.is_one_in(8) {
            field["alias"] = json!([format!("{}Alias", before.len())]);
        }
        let key = self.one_of(&["required", "allowed", "effective"]);
        match self.random.u8(..4) {
            0 => field["required"] = true.into(),
            1 | 2 => {
                if let Some(condition) = self.condition(before, 2) {
                    field[key] = condition.into();
                }
            }
            _ => {}
        }
        field
    }

    /// A type with value rules, at most `depth` lists and maps deep.
    fn typed(&mut self, before: &Map<String, Value>, depth: usize) -> Value {
        match self.random.u8(..10) {
            0 if !self.objects.is_empty() => {
                let at = self.random.usize(..self.objects.len());
                json!({ "type": self.objects[at] })
            }
            2 if !self.integer_enums.is_empty() => {
                let at = self.random.usize(..self.integer_enums.len());
                json!({ "type": self.integer_enums[at].0 })
            }
            1 | 2 if !self.enums.is_empty() => {
                let at = self.random.usize(..self.enums.len());
                json!({ "type": self.enums[at].0 })
            }
            3 if depth > 0 => {
                let of = self.typed(&Map::new(), depth - 1);
                let holds = match of["type"].as_str() {
                    Some("string" | "url") => Some(json!("X1")),
                    Some("integer" | "unsigned") => Some(json!(9)),
                    _ => None,
                };
                let is_free = of.as_object().is_some_and(|it| it.len() == 1);
                let holds = holds.filter(|_| is_free && self.is_one_in(3));
                let mut list = json!({ "type": { "list": of } });
                if let Some(holds) = holds {
                    list["contains"] = holds;
                }
                for (rule, value) in [
                    ("min_items", json!(1)),
                    ("max_items", json!(4)),
                    ("unique", json!(true)),
                ] {
                    if self.is_one_in(4) {
                        list[rule] = value;
                    }
                }
                list
            }
            4 if depth > 0 => {
                let of = self.typed(&Map::new(), depth - 1);
                let keys = self.random.usize(..=self.enums.len());
                let is_plain = self.is_one_in(2);
                let key = match self.enums.get(keys) {
                    Some(it) => json!(it.0),
                    None if is_plain => json!("string"),
                    None => {
                        json!({ "type": "string", "max_chars": 9, "pattern": "^[a-z_/]*$" })
                    }
                };
                let mut map = json!({ "type": { "map": key, "of": of } });
                for (rule, value) in [("min_items", 1), ("max_items", 4)] {
                    if self.is_one_in(4) {
                        map[rule] = value.into();
                    }
                }
                map
            }
            5 => self.union(before).unwrap_or_else(|| self.scalar()),
            _ => self.scalar(),
        }
    }

    fn scalar(&mut self) -> Value {
        let (name, rules) = SCALARS[self.random.usize(..SCALARS.len())];
        let mut it = json!({ "type": name });
        let is_number =
            matches!(name, "integer" | "unsigned" | "decimal") || name.starts_with("timestamp");
        if is_number && self.is_one_in(4) {
            it["as"] = "text".into();
        }
        for (rule, value) in rules {
            if self.is_one_in(3) {
                it[*rule] = serde_json::from_str(value).unwrap_or_default();
            }
        }
        it
    }

    /// A union that a field before it chooses.
    fn union(&mut self, before: &Map<String, Value>) -> Option<Value> {
        let chosen = self.random.choice(&self.objects)?.clone();
        let mut fields = before.iter();
        let (by, values) = fields.find_map(|(name, field)| {
            let enums = self.enums.iter();
            let mut of = enums.filter(|it| field["type"] == it.0.as_str());
            Some((name.clone(), of.next()?.1.clone()))
        })?;
        let cases: Map<_, _> = values
            .into_iter()
            .take(2)
            .map(|it| (it, json!(chosen)))
            .collect();
        Some(json!({ "type": { "by": by, "cases": cases } }))
    }
}
