//! Values: of a type at the edges of its rules, and of no type at all.

use fastrand::Rng;
use serde_json::{Map, Value, json};
use stipula_contract::{
    Api, Argument, Bounds, Good, Item, Keyword, Kind, Rule, SAMPLES, Scalar, TypeId, TypeKind,
    TypeRef, ValueDemand,
};

use super::slots::Slot;

/// Objects inside one another, at most.
const DEPTH: usize = 6;

/// A value for a slot.
pub(super) fn of_slot(api: &Api, slot: &Slot<'_>, rng: &mut Rng) -> Value {
    let is_text = matches!(slot.item.ty, TypeRef::Scalar(Scalar::String | Scalar::Url));
    match slot.sample {
        Some(sample) if is_text && rng.bool() => json!(sample),
        _ => of_item(api, slot.item, slot.key.as_deref(), rng),
    }
}

/// A value of the type, often one that just keeps or just breaks a rule.
pub(super) fn of_item(api: &Api, item: &Item, key: Option<&str>, rng: &mut Rng) -> Value {
    value(api, item, key, rng, DEPTH)
}

/// A body with members of the model and others.
pub(super) fn wild(api: &Api, id: TypeId, rng: &mut Rng) -> Value {
    if rng.u8(..25) == 0 {
        return odd(rng, 4);
    }
    object(api, id, rng, DEPTH)
}

fn value(api: &Api, item: &Item, key: Option<&str>, rng: &mut Rng, depth: usize) -> Value {
    if let Some(constant) = constant(item).filter(|_| rng.u8(..4) > 0) {
        return constant;
    }
    match &item.ty {
        TypeRef::Scalar(Scalar::String | Scalar::Url) => json!(text(item, key, rng)),
        TypeRef::Scalar(Scalar::Integer | Scalar::TimestampMillis | Scalar::TimestampSeconds) => {
            integer(item, rng)
        }
        TypeRef::Scalar(Scalar::Decimal) => {
            let mut all = vec![json!(0), json!(1.5), json!(-3.25), json!(1e300)];
            all.extend([json!(2.0), json!(0.07), json!(-0.001), json!(1e-7)]);
            all.extend(demands(item).flat_map(edges));
            all[rng.usize(..all.len())].clone()
        }
        TypeRef::Scalar(Scalar::Unsigned) => match rng.u8(..4) {
            0 => json!(u64::MAX),
            _ => integer(item, rng),
        },
        TypeRef::AsText(it) => as_text(api, item, *it, rng),
        TypeRef::Scalar(Scalar::Duration) => duration(item, rng),
        TypeRef::Scalar(it @ (Scalar::DateTime | Scalar::Date | Scalar::Bytes | Scalar::File)) => {
            formed(*it, rng)
        }
        TypeRef::Scalar(Scalar::Boolean) => json!(rng.bool()),
        TypeRef::Scalar(Scalar::Json) => odd(rng, 2),
        TypeRef::Enum(id) => json!(symbol(api, *id, rng)),
        TypeRef::IntegerEnum(id) => number(api, *id, rng),
        TypeRef::Object(_) | TypeRef::Union(_) if depth == 0 => json!({}),
        TypeRef::Object(id) => object(api, *id, rng, depth - 1),
        TypeRef::Any(id) => match &api.type_(*id).kind {
            TypeKind::Any(any) if depth > 0 => {
                let shape = &any.shapes[rng.usize(..any.shapes.len())];
                value(api, &shape.item, key, rng, depth - 1)
            }
            _ => json!(0),
        },
        TypeRef::Union(id) => match &api.type_(*id).kind {
            TypeKind::Union(union) if !union.cases.is_empty() => object(
                api,
                union.cases[rng.usize(..union.cases.len())].of,
                rng,
                depth - 1,
            ),
            _ => json!({}),
        },
        TypeRef::List(of) => {
            let count = count(item, rng);
            let mut items: Vec<Value> = (0..count)
                .map(|_| value(api, of, key, rng, depth.min(2)))
                .collect();
            for wanted in demands(item).filter(|it| it.is("contains")) {
                if rng.u8(..3) > 0
                    && let Keyword::Here(said) = wanted.keyword(&item.ty)
                    && let Some((_, schema)) = said.first()
                {
                    items.insert(rng.usize(..=items.len()), schema["const"].clone());
                }
            }
            match rng.u8(..12) {
                0 | 1 => items.extend(items.first().cloned()),
                2 => items.extend(items.first().map(respelled)),
                _ => {}
            }
            Value::Array(items)
        }
        TypeRef::Map { key: known, of } => {
            let mut entries = Map::new();
            for _ in 0..rng.usize(..4) {
                let key = match known {
                    Some(id) => symbol(api, *id, rng),
                    None => match item.keys().filter(|it| !it.rules.is_empty()) {
                        Some(keys) if rng.u8(..4) > 0 => text(&keys, None, rng),
                        _ => ["a", "b/c", "~", ""][rng.usize(..4)].to_owned(),
                    },
                };
                let value = value(api, of, Some(&key), rng, depth);
                entries.insert(key, value);
            }
            Value::Object(entries)
        }
    }
}

/// The same value, written in another way.
fn respelled(value: &Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => value.clone(),
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.iter().map(respelled).collect(),
        Value::Object(members) => {
            let members = members.iter().rev();
            Value::Object(members.map(|(k, v)| (k.clone(), respelled(v))).collect())
        }
        other => other.clone(),
    }
}

/// The ends of a range, and what is just beside them.
fn edges(demand: &ValueDemand) -> Vec<Value> {
    let Good::Numbers(ends) = demand.good() else {
        return Vec::new();
    };
    let beside = |end: &Value| {
        let end = end.as_f64().unwrap_or_default();
        [end - 0.001, end, end + 0.001].map(|it| json!(it))
    };
    ends.iter().flat_map(beside).chain(ends.clone()).collect()
}

/// A text of a form, or one that nearly is.
fn formed(it: Scalar, rng: &mut Rng) -> Value {
    let near = [
        "",
        "2026-02-29",
        "2026-2-1",
        "2026-02-28T24:00:00Z",
        "2026-02-28 23:59:60.25+08:00",
        "2026-02-28T23:59:59",
        "Zg",
        "Zh==",
        "Zm9v",
    ];
    match rng.u8(..8) {
        1 if it == Scalar::DateTime => json!("2024-01-31T16:00:00+08:00"),
        0 => json!(near[rng.usize(..near.len())]),
        _ => it.sample(rng.usize(..SAMPLES)),
    }
}

/// A number as text, a text that nearly is one, or a number.
fn as_text(api: &Api, item: &Item, it: Scalar, rng: &mut Rng) -> Value {
    let plain = Item {
        ty: TypeRef::Scalar(it),
        rules: item.rules.clone(),
    };
    let near = [
        "",
        "-0",
        "007",
        "+1",
        "1.0",
        "1.50",
        "1e1",
        "1E+2",
        ".5",
        "5.",
        " 1",
        "1e99999",
        "0x1",
        "-",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "9300000000000000000",
        "12.50",
        "15e-1",
        "-0.250",
        "0.001",
        "1.125e+2",
    ];
    match rng.u8(..8) {
        0 | 1 => json!(near[rng.usize(..near.len())]),
        2 => value(api, &plain, None, rng, 0),
        _ => match value(api, &plain, None, rng, 0) {
            Value::Number(number) => json!(number.to_string()),
            other => other,
        },
    }
}

/// A duration at an end of the range of the item, one of another length, or one that nearly is none.
fn duration(item: &Item, rng: &mut Rng) -> Value {
    let bounds = demands(item).flat_map(|it| [it.bounds().min, it.bounds().max]);
    let edges = bounds.flatten().flat_map(|it| [it - 1, it, it + 1]);
    let mut all: Vec<Value> = edges
        .filter_map(|it| Kind::Duration(Bounds::default()).text_of(it.into()))
        .map(|it| json!(it))
        .collect();
    let lengths = [
        "PT0S",
        "P0W",
        "PT60M",
        "PT1H",
        "PT3600.0S",
        "P1DT1S",
        "PT1H5S",
        "PT24H",
    ];
    all.extend(lengths.map(|it| json!(it)));
    let near = [
        "P1M",
        "P1Y",
        "PT",
        "P1DT",
        "P1W1D",
        "PT1,5S",
        "-PT1S",
        "PT1.0000000001S",
        "pt1s",
    ];
    if rng.u8(..8) == 0 {
        return json!(near[rng.usize(..near.len())]);
    }
    all[rng.usize(..all.len())].clone()
}

fn object(api: &Api, id: TypeId, rng: &mut Rng, depth: usize) -> Value {
    let TypeKind::Object(object) = &api.type_(id).kind else {
        return json!({});
    };
    let mut members = Map::new();
    // Some objects are nearly full, others nearly empty; few have odd members.
    let (fill, strange) = (rng.u8(..=100), [0, 0, 3, 15][rng.usize(..4)]);
    for field in &object.fields {
        let wanted = if field.always_required() { 90 } else { fill };
        if rng.u8(..100) >= wanted {
            continue;
        }
        let name = match rng.choice(&field.aliases) {
            Some(alias) if rng.u8(..4) == 0 => alias,
            _ => &field.wire,
        };
        let value = match rng.u8(..100) {
            it if field.clears && it < 40 => Value::Null,
            it if it < strange => odd(rng, 3),
            _ => value(api, &field.item, None, rng, depth),
        };
        members.insert(name.clone(), value);
    }
    if rng.u8(..100) < strange {
        let name = if object.closed && rng.bool() {
            "nane"
        } else {
            "newer"
        };
        members.insert(name.to_owned(), odd(rng, 2));
    }
    Value::Object(members)
}

fn symbol(api: &Api, id: TypeId, rng: &mut Rng) -> String {
    let values = api.type_(id).enum_().map_or(&[][..], |it| &it.values);
    match rng.choice(values) {
        Some(value) if rng.u8(..12) > 0 => value.wire.clone(),
        Some(value) => value.wire.to_lowercase() + "_",
        None => "NEWER".to_owned(),
    }
}

/// A documented number, one beside it, or one that nearly is none.
fn number(api: &Api, id: TypeId, rng: &mut Rng) -> Value {
    let values = api.type_(id).enum_().map_or(&[][..], |it| &it.values);
    let known = rng
        .choice(values)
        .and_then(|it| it.wire.parse::<i64>().ok());
    let known = known.unwrap_or_default();
    match rng.u8(..12) {
        0 => json!(known.wrapping_add(1)),
        1 => json!(known.to_string()),
        2 => json!(1.0),
        3 => json!(u64::MAX),
        _ => json!(known),
    }
}

/// What the value rules of an item demand.
fn demands(item: &Item) -> impl Iterator<Item = &ValueDemand> {
    item.rules.iter().filter_map(Rule::value)
}

/// The one value that the item holds, if it does.
fn constant(item: &Item) -> Option<Value> {
    let constant = demands(item).find(|it| it.is("const"))?;
    match constant.keyword(&item.ty) {
        Keyword::Here(said) => said.into_iter().next().map(|(_, value)| value),
        _ => None,
    }
}

fn integer(item: &Item, rng: &mut Rng) -> Value {
    let bounds = demands(item).flat_map(|it| [it.bounds().min, it.bounds().max]);
    let bounds = bounds.flatten();
    let edges = bounds.flat_map(|it| [it.saturating_sub(1), it, it.saturating_add(1)]);
    let far = [
        0,
        1,
        -1,
        1_640_970_061_000,
        i64::MIN,
        i64::MAX,
        (1 << 53) + 1,
    ];
    let all: Vec<i64> = edges.chain(far).collect();
    json!(all[rng.usize(..all.len())])
}

/// Letters that count differently to whoever counts bytes, UTF-16 units or graphemes.
const LETTERS: [&str; 6] = ["x", "𠮷", "e\u{301}", "中", "👨‍👩‍👧", "é"];

/// Texts that patterns and addresses may or may not take.
const TEXTS: [&str; 22] = [
    "",
    "x",
    "1",
    "12",
    "1.5",
    "1.25",
    "1.",
    ".5",
    "-1",
    "１",
    "HKD",
    "hkd",
    "HKD\n",
    " ",
    "no scheme",
    "a:b",
    "1a:b",
    "a:",
    "a:b c",
    "a:\u{feff}b",
    "a:\u{a0}",
    "a:\u{85}x",
];

fn text(item: &Item, key: Option<&str>, rng: &mut Rng) -> String {
    let start = demands(item).find_map(|it| match &it.argument {
        Argument::Text(prefix) if it.is("prefix") => Some(prefix.as_str()),
        _ => None,
    });
    if let Some(text) = of_format(item, rng) {
        return text;
    }
    let web = if matches!(item.ty, TypeRef::Scalar(Scalar::Url)) {
        "https://"
    } else {
        ""
    };
    let start = start.unwrap_or(web);
    if rng.u8(..4) == 0 {
        let text = TEXTS[rng.usize(..TEXTS.len())];
        return if rng.bool() {
            format!("{start}{text}")
        } else {
            text.to_owned()
        };
    }
    let lengths = demands(item).filter(|it| !it.is("decimal_places"));
    let limits = lengths.filter_map(|it| it.argument.arg().under(key).count());
    let limits: Vec<u64> = limits.collect();
    let limit = match rng.choice(&limits) {
        // Long texts cost time and tell nothing new, most of the time.
        Some(limit) if *limit <= 200 || rng.u8(..10) == 0 => *limit,
        _ => rng.u64(1..12),
    };
    let wanted = usize::try_from(limit + 1)
        .unwrap_or(0)
        .saturating_sub(rng.usize(..3));
    padded(start, wanted, rng)
}

/// A text of the format of the item, or one that nearly is.
fn of_format(item: &Item, rng: &mut Rng) -> Option<String> {
    let mut named = demands(item).filter_map(|it| match it.good() {
        Good::Texts(texts) => Some(texts),
        _ => None,
    });
    let known = named.next()?;
    let mut text: Vec<char> = rng.choice(&known)?.chars().collect();
    for _ in 0..rng.usize(..4) {
        let (at, odd) = (rng.usize(..=text.len()), SIGNS[rng.usize(..SIGNS.len())]);
        match rng.u8(..3) {
            0 => text.insert(at, odd),
            1 if at < text.len() => text[at] = odd,
            _ if at < text.len() => drop(text.remove(at)),
            _ => {}
        }
    }
    Some(text.into_iter().collect())
}

/// Signs that formats look at.
const SIGNS: [char; 24] = [
    '.', '@', '-', ':', '%', '[', ']', '#', '+', '/', '?', '_', ' ', '\n', '0', '1', '2', '5', 'a',
    'F', 'g', 'Z', 'é', '\'',
];

/// A text of so many characters, if its start is not longer.
fn padded(start: &str, wanted: usize, rng: &mut Rng) -> String {
    let letter = LETTERS[rng.usize(..LETTERS.len())];
    let (mut text, step) = (start.to_owned(), letter.chars().count());
    let mut length = text.chars().count();
    while length + step <= wanted {
        text.push_str(letter);
        length += step;
    }
    text + &"y".repeat(wanted.saturating_sub(length))
}

fn count(item: &Item, rng: &mut Rng) -> usize {
    let mut limits = demands(item).filter_map(|it| it.argument.arg().count());
    let limit = limits.find_map(|it| usize::try_from(it).ok());
    match limit {
        Some(limit) if rng.u8(..3) == 0 => (limit + 1).saturating_sub(rng.usize(..3)),
        _ => rng.usize(..4),
    }
}

/// Any JSON.
pub(super) fn odd(rng: &mut Rng, depth: usize) -> Value {
    let kinds = if depth == 0 { 12 } else { 15 };
    match rng.usize(..kinds) {
        0 => Value::Null,
        1 => json!(""),
        2 => json!(rng.bool()),
        3 => json!(0),
        4 => json!(1.0),
        5 => json!(-0.5),
        6 => json!(u64::MAX),
        7 => json!(1e30),
        8 => json!("7"),
        9 => json!("true"),
        10 => json!(TEXTS[rng.usize(..TEXTS.len())]),
        11 => json!([]),
        12 => json!({}),
        13 => (0..rng.usize(1..4)).map(|_| odd(rng, depth - 1)).collect(),
        _ => {
            let names = ["value", "name", "type", "product", "", "0"];
            let entry = |_| {
                (
                    names[rng.usize(..names.len())].to_owned(),
                    odd(rng, depth - 1),
                )
            };
            Value::Object((0..3).map(entry).collect())
        }
    }
}
