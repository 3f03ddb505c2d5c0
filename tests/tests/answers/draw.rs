//! Answers at random: of every shape, with at most one odd value.

use fastrand::Rng;
use serde_json::{Map, Value, json};
use stipula_contract::{Api, Field, Item, Module, Scalar, TypeId, TypeKind, TypeRef};

/// How deep objects are drawn; a type may hold itself.
const DEEP: usize = 4;

/// The texts that are drawn where not any will do.
pub(crate) const MOMENT: &str = "2026-01-31T08:00:00+08:00";
pub(crate) const DAY: &str = "2026-01-31";
pub(crate) const SPAN: &str = "PT90M";
pub(crate) const BYTES: &str = "Zm9v";

/// An answer of this type, always the same for a seed.
pub(crate) fn answer(api: &Api, id: TypeId, seed: u64) -> Value {
    let mut drawer = Drawer {
        api,
        rng: Rng::with_seed(seed),
    };
    let mut answer = drawer.object(id, 0);
    // One in eight has nothing odd.
    if drawer.rng.u8(..8) > 0 {
        drawer.spoil(&mut answer);
    }
    answer
}

struct Drawer<'a> {
    api: &'a Api,
    rng: Rng,
}

impl Drawer<'_> {
    fn object(&mut self, id: TypeId, depth: usize) -> Value {
        let TypeKind::Object(object) = &self.api.type_(id).kind else {
            return json!({});
        };
        let mut members = Map::new();
        for field in &object.fields {
            if depth < DEEP && self.rng.u8(..4) > 0 {
                let name = self.name(field);
                let value = self.item(&field.item, &members, depth);
                members.insert(name, value);
            }
        }
        if self.api.type_(id).module == Module::Response && self.rng.u8(..4) == 0 {
            members.insert("neverDocumented".to_owned(), json!({ "kept": [1, null] }));
        }
        members.into()
    }

    fn name(&mut self, field: &Field) -> String {
        match field.aliases.as_slice() {
            [] => field.wire.clone(),
            _ if self.rng.bool() => field.wire.clone(),
            aliases => aliases[self.rng.usize(..aliases.len())].clone(),
        }
    }

    fn item(&mut self, item: &Item, before: &Map<String, Value>, depth: usize) -> Value {
        match &item.ty {
            TypeRef::Scalar(it) | TypeRef::AsText(it) => self.scalar(*it),
            TypeRef::Enum(id) => self.text(*id),
            TypeRef::IntegerEnum(_) => self.scalar(Scalar::Integer),
            TypeRef::Object(id) => self.object(*id, depth + 1),
            TypeRef::Union(id) => self.union(*id, before, depth),
            TypeRef::Any(id) => {
                let TypeKind::Any(any) = &self.api.type_(*id).kind else {
                    return Value::Null;
                };
                let nth = self.rng.usize(..any.shapes.len());
                self.item(&any.shapes[nth].item, before, depth)
            }
            TypeRef::List(of) => {
                let count = self.rng.usize(..4);
                (0..count).map(|_| self.item(of, before, depth)).collect()
            }
            TypeRef::Map { key, of } => {
                let count = self.rng.usize(..3);
                let mut entries = Map::new();
                for nth in 0..count {
                    let key = key.map_or_else(|| json!(format!("k/{nth}")), |id| self.text(id));
                    let value = self.item(of, before, depth);
                    entries.insert(key.as_str().unwrap_or_default().to_owned(), value);
                }
                entries.into()
            }
        }
    }

    fn scalar(&mut self, it: Scalar) -> Value {
        match it {
            Scalar::String | Scalar::Url => {
                self.pick(&[json!("text"), json!("戲票"), json!("8202")])
            }
            Scalar::Integer | Scalar::TimestampMillis => {
                let long = json!(1_712_478_362_838_i64);
                self.pick(&[json!(0), json!(-7), long, json!("12"), json!(30.0)])
            }
            Scalar::Unsigned | Scalar::TimestampSeconds => {
                self.pick(&[json!(0), json!("12"), json!(30.0)])
            }
            Scalar::Decimal => self.pick(&[json!(1.5), json!(2), json!("0.25")]),
            Scalar::Boolean => self.pick(&[json!(true), json!("false")]),
            Scalar::DateTime => json!(MOMENT),
            Scalar::Date => json!(DAY),
            Scalar::Duration => json!(SPAN),
            Scalar::Bytes => json!(BYTES),
            Scalar::File => it.sample(0),
            Scalar::Json => self.pick(&[json!([1, "x", null]), json!({ "a": {} }), json!(1.25)]),
        }
    }

    /// The case that was drawn before, or any.
    fn union(&mut self, id: TypeId, before: &Map<String, Value>, depth: usize) -> Value {
        let TypeKind::Union(union) = &self.api.type_(id).kind else {
            return json!({});
        };
        if let Some(tag) = union.tag() {
            let case = &union.cases[self.rng.usize(..union.cases.len())];
            let mut drawn = self.object(case.of, depth + 1);
            if self.rng.u8(..4) > 0 {
                drawn[tag] = json!(case.wire);
            }
            return drawn;
        }
        let chosen = union
            .cases
            .iter()
            .find(|it| before.get(union.by()) == Some(&json!(it.wire)));
        match chosen {
            Some(case) => self.object(case.of, depth + 1),
            None => json!({ "n": "1" }),
        }
    }

    fn text(&mut self, id: TypeId) -> Value {
        let known = self
            .api
            .type_(id)
            .enum_()
            .map(|it| it.values.as_slice())
            .unwrap_or_default();
        let nth = self.rng.usize(..=known.len());
        json!(
            known
                .get(nth)
                .map_or("NEVER_DOCUMENTED", |it| it.wire.as_str())
        )
    }

    fn pick(&mut self, values: &[Value]) -> Value {
        values[self.rng.usize(..values.len())].clone()
    }

    /// Puts an odd value in the place of any one.
    fn spoil(&mut self, answer: &mut Value) {
        let mut places = Vec::new();
        list(answer, "", &mut places);
        if places.is_empty() {
            return;
        }
        let place = &places[self.rng.usize(..places.len())];
        let odd = self.pick(&[
            json!(null),
            json!(true),
            json!(7),
            json!(1.5),
            json!(1e30),
            json!(30.0),
            json!("30.0"),
            json!("odd"),
            json!(""),
            json!(" 1"),
            json!([]),
            json!([[1]]),
            json!({}),
            json!({ "odd": [null] }),
        ]);
        if let Some(value) = answer.pointer_mut(place) {
            *value = odd;
        }
    }
}

fn list(value: &Value, at: &str, places: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(nth, it)| (nth.to_string(), it))
            .collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, it)| (name.replace('/', "~1"), it))
            .collect(),
        _ => Vec::new(),
    };
    for (step, value) in below {
        let at = format!("{at}/{step}");
        list(value, &at, places);
        places.push(at);
    }
}
