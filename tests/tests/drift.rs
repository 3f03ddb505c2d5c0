//! 10,000 answers that drift: every one decodes, and writing it again keeps every member.
//!
//! They are made from the documented answers: random values of the documented types, with members
//! that nobody documents on every level, texts that no enum has, and numbers written as texts.

use alipayhk_ipass::response::{
    CreatePassResponse, CreateTemplateResponse, MovieTicketResponse, OrderSyncResponse,
    QueryTemplateResponse, SwitchStatusResponse, UpdatePassResponse,
};
use fastrand::Rng;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use stipula_contract::{Api, Field, Item, Scalar, TypeId, TypeKind, TypeRef};
use stipula_tests::flagship;

const ANSWERS: usize = 10_000;

/// Makes answers; counts what it changed, so that no kind of drift is forgotten.
struct Drift<'a> {
    api: &'a Api,
    random: Rng,
    more: usize,
    unknown: usize,
    texts: usize,
    numbers: usize,
}

impl Drift<'_> {
    fn object(&mut self, id: TypeId) -> Value {
        let mut members = Map::new();
        let object = self.api.type_(id).object().expect("an object");
        for field in &object.fields {
            if self.random.u8(..4) > 0
                && let Some(value) = self.member(field)
            {
                members.insert(field.wire.clone(), value);
            }
        }
        for nth in 0..self.random.usize(..3) {
            self.more += 1;
            members.insert(format!("neverDocumented{nth}"), self.anything());
        }
        Value::Object(members)
    }

    fn member(&mut self, field: &Field) -> Option<Value> {
        let value = self.value(&field.item)?;
        let swap = self.random.u8(..3) == 0;
        Some(match value {
            // Counts as absent.
            Value::Null => return None,
            Value::Number(number) if swap => {
                self.texts += 1;
                Value::from(number.to_string())
            }
            Value::String(_)
                if swap && matches!(field.item.ty, TypeRef::Scalar(Scalar::String)) =>
            {
                self.numbers += 1;
                Value::from(self.random.u32(..))
            }
            other => other,
        })
    }

    fn value(&mut self, item: &Item) -> Option<Value> {
        Some(match &item.ty {
            TypeRef::Scalar(Scalar::String | Scalar::Url) => self.text().into(),
            TypeRef::Scalar(Scalar::Integer | Scalar::TimestampMillis) => {
                self.random.i64(..).into()
            }
            TypeRef::Scalar(Scalar::Decimal) => json!(f64::from(self.random.i32(..)) / 4.0),
            TypeRef::Scalar(
                it @ (Scalar::Unsigned
                | Scalar::TimestampSeconds
                | Scalar::DateTime
                | Scalar::Date
                | Scalar::Duration
                | Scalar::Bytes
                | Scalar::File),
            ) => it.sample(self.random.usize(..28)),
            TypeRef::AsText(it) => it.sample(self.random.usize(..28)).to_string().into(),
            TypeRef::Scalar(Scalar::Boolean) => self.random.bool().into(),
            TypeRef::Scalar(Scalar::Json) => self.anything(),
            TypeRef::Enum(id) => self.name(*id).into(),
            TypeRef::IntegerEnum(_) => self.random.i64(..).into(),
            TypeRef::Object(id) => self.object(*id),
            TypeRef::Union(_) | TypeRef::Any(_) => return None,
            TypeRef::List(of) => (0..self.random.usize(..3))
                .filter_map(|_| self.value(of))
                .collect(),
            TypeRef::Map { key, of } => {
                let mut entries = Map::new();
                for _ in 0..self.random.usize(..3) {
                    let name = match key {
                        Some(id) => self.name(*id),
                        None => self.text(),
                    };
                    entries.insert(name, self.value(of)?);
                }
                entries.into()
            }
        })
    }

    /// A documented text of an enum, or one that nobody documents.
    fn name(&mut self, id: TypeId) -> String {
        let TypeKind::Enum(texts) = &self.api.type_(id).kind else {
            return String::new();
        };
        if self.random.u8(..3) == 0 {
            self.unknown += 1;
            return format!("NEVER_{}", self.random.u32(..));
        }
        let nth = self.random.usize(..texts.values.len());
        texts.values[nth].wire.clone()
    }

    /// Never empty, which counts as absent.
    fn text(&mut self) -> String {
        const LETTERS: [char; 10] = ['a', 'Z', ' ', '0', '.', '"', '\\', '\n', '港', '🎫'];
        let length = self.random.usize(1..12);
        let letters = (0..length).map(|_| LETTERS[self.random.usize(..LETTERS.len())]);
        letters.collect()
    }

    fn anything(&mut self) -> Value {
        match self.random.u8(..6) {
            0 => self.random.i64(..).into(),
            1 => self.text().into(),
            2 => json!([null, self.random.bool(), 1.5]),
            3 => json!({ "a": { "b": [self.random.u8(..)] }, "": "" }),
            4 => u64::MAX.into(),
            _ => Value::Null,
        }
    }
}

fn again<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(text)?)
}

/// The answer read into its type and written again.
fn written_again(operation: &str, text: &str) -> serde_json::Result<Value> {
    match operation {
        "createTemplate" => again::<CreateTemplateResponse>(text),
        "createPass" => again::<CreatePassResponse>(text),
        "queryTemplate" => again::<QueryTemplateResponse>(text),
        "movieTicket" => again::<MovieTicketResponse>(text),
        "updatePass" => again::<UpdatePassResponse>(text),
        "switchStatus" => again::<SwitchStatusResponse>(text),
        "orderSync" => again::<OrderSyncResponse>(text),
        other => panic!("no type for the answer of `{other}`"),
    }
}

/// The same members with the same values, where a number is as good as its text.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, value)| b.get(name).is_some_and(|other| same(value, other)))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::String(text), Value::Number(number))
        | (Value::Number(number), Value::String(text)) => *text == number.to_string(),
        _ => a == b,
    }
}

#[test]
fn every_answer_decodes_and_keeps_every_member() {
    let api = flagship::model();
    let mut drift = Drift {
        api: &api,
        random: Rng::with_seed(7),
        more: 0,
        unknown: 0,
        texts: 0,
        numbers: 0,
    };
    for nth in 0..ANSWERS {
        let operation = &api.operations[nth % api.operations.len()];
        let answer = drift.object(operation.answer.own().expect("fields"));
        let name = &operation.name;
        let written = written_again(name, &answer.to_string())
            .unwrap_or_else(|error| panic!("answer {nth} of `{name}`: {error}\n{answer:#}"));
        assert!(
            same(&answer, &written),
            "answer {nth} of `{name}`\n{answer:#}\nis written as\n{written:#}"
        );
    }
    for (what, count) in [
        ("members", drift.more),
        ("unknown texts", drift.unknown),
        ("numbers as texts", drift.texts),
        ("texts as numbers", drift.numbers),
    ] {
        assert!(count > 500, "only {count} {what}");
    }
}
