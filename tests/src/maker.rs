//! Random specs over the whole language, with names and texts that could get in the way. The same seed
//! makes the same spec. Not every one is a good spec; lint decides.

mod condition;
mod field;
mod names;

use fastrand::Rng;
use serde_json::{Map, Value, json};

pub use names::{NAMES, TEXTS};

/// What a spec has so far.
#[derive(Debug)]
struct Maker {
    random: Rng,
    /// Enums with their values.
    enums: Vec<(String, Vec<String>)>,
    /// Enums of whole numbers with their values.
    integer_enums: Vec<(String, Vec<String>)>,
    /// Names of objects.
    objects: Vec<String>,
    /// Numbers the ids of rules.
    rules: usize,
}

/// The text of `api.yaml`, which is JSON.
pub fn spec(seed: u64) -> String {
    let mut maker = Maker {
        random: Rng::with_seed(seed),
        enums: Vec::new(),
        integer_enums: Vec::new(),
        objects: Vec::new(),
        rules: 0,
    };
    maker.spec(seed).to_string()
}

impl Maker {
    fn spec(&mut self, seed: u64) -> Value {
        let mut types = Map::new();
        for name in self.some_names(1..4) {
            let it = self.enum_(&name);
            types.insert(name, it);
        }
        // Objects come one after the other, so that each may hold those before it.
        for name in self.some_names(0..5) {
            if !types.contains_key(&name) {
                let it = self.body(true);
                types.insert(name.clone(), it);
                self.objects.push(name);
            }
        }
        let mut operations = Map::new();
        for name in self.some_names(1..4) {
            let it = self.operation(&name);
            operations.insert(name, it);
        }
        json!({
            "api": format!("seed-{seed}"),
            "title": self.text(),
            "doc": self.text(),
            "empty": self.one_of(&["absent", "value"]),
            "environments": { self.name(): { "url": "https://api.example.com", "doc": self.text() } },
            "outcome": {
                "code": [self.name()], "status": [self.name()], "message": [self.name()],
                "success": ["S"], "failed": ["F"], "unknown": ["U"],
            },
            "signing": {
                "scheme": "signature", "client_header": "Client-Id",
                "request_time_header": "Request-Time", "response_time_header": "Response-Time",
                "signature_header": "Signature", "content_type": "application/json",
                "string_to_sign": "{method} {path}\n{client_id}.{time}.{body}",
                "algorithm": "RSA256", "key_version": 1, "accept_unsigned": ["F"],
            },
            "types": types,
            "operations": operations,
            "errors": self.codes(),
        })
    }

    /// Of texts, or of whole numbers.
    fn enum_(&mut self, name: &str) -> Value {
        if self.is_one_in(3) {
            return self.integer_enum(name);
        }
        let values = self.some_names(1..5);
        self.enums.push((name.to_owned(), values.clone()));
        let mut all = Map::new();
        for value in &values {
            all.insert(value.clone(), self.text().into());
        }
        let mut it = json!({ "doc": self.text(), "enum": all });
        if self.random.u8(..5) == 0 {
            let moves = values.iter().map(|from| {
                let to = self.random.choice(&values);
                (from.clone(), json!(to.into_iter().collect::<Vec<_>>()))
            });
            it["moves"] = moves.collect::<Map<_, _>>().into();
        }
        it
    }

    fn integer_enum(&mut self, name: &str) -> Value {
        let mut all = Map::new();
        for number in [
            "0",
            "1",
            "-1",
            "42",
            "9223372036854775807",
            "-9223372036854775808",
        ] {
            if self.is_one_in(2) || all.is_empty() {
                all.insert(number.to_owned(), self.text().into());
            }
        }
        let values = all.keys().cloned().collect();
        self.integer_enums.push((name.to_owned(), values));
        json!({ "doc": self.text(), "of": "integer", "open": self.is_one_in(3), "enum": all })
    }

    fn operation(&mut self, name: &str) -> Value {
        let mut it = self.body(false);
        let fields = it["fields"].take();
        let Value::Object(mut members) = it else {
            return Value::Null;
        };
        members.remove("fields");
        members.insert("request".into(), fields);
        let answer = self.body(false);

        members.insert("response".into(), answered(answer["fields"].clone()));
        members.insert("summary".into(), self.text().into());
        members.insert("doc".into(), self.text().into());
        let number = self.random.u32(..);
        members.insert("post".into(), format!("/{}/{number}", name.len()).into());
        members.insert("errors".into(), self.codes());
        if let Some(scenario) = self.scenario(&members["request"]) {
            members.insert("scenarios".into(), scenario);
        }
        members.into()
    }

    fn codes(&mut self) -> Value {
        let codes = self.some_names(0..4).into_iter();
        let codes: Map<_, _> = codes
            .map(|it| {
                let class = self.one_of(&["S", "F", "U"]);
                (it, json!({ "class": class, "doc": self.text() }))
            })
            .collect();
        codes.into()
    }

    fn some_names(&mut self, count: std::ops::Range<usize>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for _ in 0..self.random.usize(count) {
            let name = self.name();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn name(&mut self) -> String {
        self.one_of(NAMES).to_owned()
    }

    fn text(&mut self) -> String {
        self.one_of(TEXTS).to_owned()
    }

    fn one_of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.random.usize(..all.len())]
    }

    fn is_one_in(&mut self, count: u8) -> bool {
        self.random.u8(..count) == 0
    }
}

/// Members of an answer have no conditions.
fn answered(mut fields: Value) -> Value {
    for field in fields.as_object_mut().into_iter().flat_map(Map::values_mut) {
        for key in ["required", "allowed", "effective"] {
            if let Some(field) = field.as_object_mut() {
                field.remove(key);
            }
        }
    }
    fields
}
