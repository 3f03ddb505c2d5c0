//! The values that stand for all that conditions can tell apart.

use std::{borrow::Cow, collections::BTreeSet};

use stipula_cond::{Leaf, Operand, Subject};

use super::{Test, same};
use crate::values::Datum;
use stipula_contract::{Base, Bounds, Enum, Kind, Moment, Place, SAMPLES, Type, Value};

/// Longer texts and lists are not made up; the question stays open.
const LENGTH_LIMIT: i64 = 4096;

/// The number of the sample in the middle: as many times are before it as after it.
const MIDDLE: i64 = 14;

/// Lengths of time in nanoseconds, long ones first: a minute, a second, a millisecond, and one.
const UNITS: [i64; 4] = [60_000_000_000, 1_000_000_000, 1_000_000, 1];

/// How a text that no condition names is shown.
const OTHER: &str = "\u{2026}";

type Values = Vec<Option<Datum<'static>>>;

/// What conditions compare one place with.
#[derive(Debug, Default, Clone)]
struct Uses {
    numbers: BTreeSet<i64>,
    decimals: Vec<f64>,
    texts: BTreeSet<String>,
    prefixes: BTreeSet<String>,
    lengths: BTreeSet<i64>,
    /// In nanoseconds.
    durations: BTreeSet<i64>,
    /// Compared with another place.
    linked: bool,
    /// More is asked than whether it is given.
    asked: bool,
}

/// Each place with its values; `None` when a value would be too long to make up.
pub(super) fn of(types: &[Type], tests: &[&Test]) -> Option<Vec<(Place, Values)>> {
    let mut found: Vec<(Place, Uses)> = Vec::new();
    for leaf in tests.iter().flat_map(|test| test.leaves()) {
        note(leaf, &mut found);
    }
    let spread = found.iter().filter(|(_, uses)| uses.linked).count().max(1);
    let spread = i64::try_from(spread).ok()?;
    share(&mut found, spread);
    let values = |(place, uses): (Place, Uses)| {
        let mut values = given(types, &place, &uses, spread)?;
        if place.optional {
            values.push(None);
        }
        Some((place, values))
    };
    found.into_iter().map(values).collect()
}

/// The uses of a place, which is noted when it is new.
fn uses<'a>(found: &'a mut Vec<(Place, Uses)>, place: &Place) -> &'a mut Uses {
    let known = found.iter().position(|(known, _)| same(known, place));
    let at = known.unwrap_or_else(|| {
        found.push((place.clone(), Uses::default()));
        found.len() - 1
    });
    &mut found[at].1
}

/// Notes what a test asks of its places.
fn note(leaf: Leaf<'_, Place, Value>, found: &mut Vec<(Place, Uses)>) {
    match leaf {
        Leaf::Present(place) => {
            uses(found, place);
        }
        Leaf::True(place) => uses(found, place).asked = true,
        Leaf::OneOf { place, values } => {
            let uses = uses(found, place);
            uses.asked = true;
            for value in values {
                uses.note(value);
            }
        }
        Leaf::StartsWith { place, prefix } => {
            let uses = uses(found, place);
            uses.asked = true;
            uses.prefixes.insert(prefix.to_owned());
        }
        Leaf::Compare { left, right, .. } => match right {
            Operand::Value(value) => measured(left, value, uses(found, left.place())),
            Operand::Subject(right) => {
                for place in [left.place(), right.place()] {
                    let uses = uses(found, place);
                    uses.asked = true;
                    uses.linked = true;
                }
            }
        },
    }
}

/// Notes what is compared with a value.
fn measured(subject: &Subject<Place>, value: &Value, uses: &mut Uses) {
    uses.asked = true;
    match (subject, value) {
        (Subject::Place(_), value) => uses.note(value),
        (Subject::Len(_), Value::Integer(length)) => {
            uses.lengths.insert(*length);
        }
        // The check lets a length meet whole numbers only.
        (Subject::Len(_), _) => {}
    }
}

impl Uses {
    fn note(&mut self, value: &Value) {
        match value {
            Value::Symbol { wire: text, .. } | Value::Text(text) => {
                self.texts.insert(text.clone());
            }
            Value::Integer(number) | Value::Number { number, .. } => {
                self.numbers.insert(*number);
            }
            Value::Decimal(text) => self.decimals.extend(text.parse::<f64>()),
            Value::Bool(_) => {}
        }
    }
}

/// Places that are compared with one another have to be able to meet, so that they share what any
/// of them is compared with.
fn share(found: &mut [(Place, Uses)], spread: i64) {
    let mut all = Uses::default();
    for (place, uses) in found.iter().filter(|(_, uses)| uses.linked) {
        all.numbers.extend(&uses.numbers);
        all.numbers.extend(&uses.lengths);
        all.texts.extend(uses.texts.iter().cloned());
        all.decimals.extend(&uses.decimals);
        if let Kind::Integer(bounds) | Kind::Many(bounds) | Kind::Text(bounds) = place.kind {
            all.numbers.extend(bounds.min);
            all.numbers.extend(bounds.max);
        }
        if let Kind::Duration(bounds) = place.kind {
            all.durations.insert(bounds.min.unwrap_or(0));
            all.durations.extend(bounds.max);
        }
    }
    let durations = told_apart(&all.durations, spread);
    if all.numbers.is_empty() {
        all.numbers.insert(0);
    }
    for (place, uses) in found.iter_mut().filter(|(_, uses)| uses.linked) {
        match place.kind {
            Kind::Many(_) => uses.lengths.extend(&all.numbers),
            Kind::Duration(_) => uses.durations.extend(&durations),
            _ => uses.numbers.extend(&all.numbers),
        }
        uses.texts.extend(all.texts.iter().cloned());
        uses.decimals.extend(&all.decimals);
    }
}

/// Durations with so many before and after each, in the longest unit that leaves room for them.
fn told_apart(named: &BTreeSet<i64>, spread: i64) -> BTreeSet<i64> {
    let gaps = named.iter().zip(named.iter().skip(1)).map(|(a, b)| b - a);
    let room = gaps.min().unwrap_or(i64::MAX);
    let mut units = UNITS.iter().copied();
    let unit = units.find(|unit| unit.saturating_mul(2 * spread) <= room);
    let step = |number: &i64, count: i64| number.saturating_add(count * unit.unwrap_or(1));
    let near = |number| (-spread..=spread).map(move |count| step(number, count));
    named.iter().flat_map(near).collect()
}

fn given(types: &[Type], place: &Place, uses: &Uses, spread: i64) -> Option<Values> {
    if !uses.asked && place.base != Base::Context {
        return Some(vec![Some(Datum::Many(1))]);
    }
    let values: Vec<Datum<'static>> = match place.kind {
        Kind::Enum(id) => {
            let it = types[id.0].enum_()?;
            let known = it.values.iter().map(|value| value.wire.clone());
            let other = it.open.then(|| OTHER.to_owned());
            known.chain(other).map(text).collect()
        }
        Kind::IntegerEnum(id) => numbers_of(types[id.0].enum_()?),
        Kind::Text(bounds) => texts(bounds, uses, spread)?,
        Kind::Integer(bounds) => around(&uses.numbers, bounds, spread)
            .map(|number| Datum::Integer(number.into()))
            .collect(),
        Kind::Moment(it) => {
            let steps = around(&uses.numbers, Bounds::default(), spread);
            steps.map(|step| moment(it, step)).collect::<Option<_>>()?
        }
        Kind::Duration(bounds) => around(&uses.durations, at_least_none(bounds), 0)
            .map(|number| Datum::Integer(number.into()))
            .collect(),
        Kind::Decimal => decimals(uses).into_iter().map(Datum::Decimal).collect(),
        Kind::Boolean => vec![Datum::Bool(true), Datum::Bool(false)],
        Kind::Many(bounds) => {
            let lengths = around(&uses.lengths, at_least_none(bounds), spread);
            lengths.map(many).collect::<Option<_>>()?
        }
        // Only a member whose type has a fault is asked more than whether it is given.
        Kind::Object => return None,
    };
    Some(values.into_iter().map(Some).collect())
}

/// Each documented number, and one that is not when others may come.
fn numbers_of(it: &Enum) -> Vec<Datum<'static>> {
    let known = it.values.iter().filter_map(|value| value.wire.parse().ok());
    let known: BTreeSet<i128> = known.collect();
    let mut tried = (0..).take(known.len() + 1);
    let other = tried.find(|own| !known.contains(own)).filter(|_| it.open);
    known.into_iter().chain(other).map(Datum::Integer).collect()
}

fn text(text: String) -> Datum<'static> {
    Datum::Text(Cow::Owned(text))
}

/// A time before or after the others; none when there are too many to be told apart.
fn moment(it: Moment, step: i64) -> Option<Datum<'static>> {
    let number = usize::try_from(step + MIDDLE).ok()?;
    let own = it.scalar().sample((number < SAMPLES).then_some(number)?);
    it.scalar().counted(own.as_str()?).map(Datum::Integer)
}

fn many(length: i64) -> Option<Datum<'static>> {
    let short = (length <= LENGTH_LIMIT).then_some(length)?;
    usize::try_from(short).ok().map(Datum::Many)
}

fn at_least_none(bounds: Bounds) -> Bounds {
    Bounds {
        min: Some(bounds.min.unwrap_or(0).max(0)),
        ..bounds
    }
}

/// Each number and its neighbours, as far as the bounds let them; at least one that fits.
fn around(numbers: &BTreeSet<i64>, bounds: Bounds, spread: i64) -> impl Iterator<Item = i64> {
    let ends = [bounds.min, bounds.max].into_iter().flatten();
    let middle = bounds.min.is_none() && bounds.max.is_none() && numbers.is_empty();
    let mut all: BTreeSet<i64> = ends.chain(middle.then_some(0)).collect();
    for number in numbers {
        all.extend((-spread..=spread).map(|step| number.saturating_add(step)));
    }
    let fits = move |number: &i64| {
        bounds.min.is_none_or(|min| *number >= min) && bounds.max.is_none_or(|max| *number <= max)
    };
    all.into_iter().filter(fits)
}

/// Each number, one between two, one below and one above.
fn decimals(uses: &Uses) -> Vec<f64> {
    #[allow(clippy::cast_precision_loss)] // only an order is wanted
    let mut all: Vec<f64> = uses.numbers.iter().map(|number| *number as f64).collect();
    all.extend(&uses.decimals);
    all.sort_by(f64::total_cmp);
    all.dedup();
    let (Some(first), Some(last)) = (all.first().copied(), all.last().copied()) else {
        return vec![0.0];
    };
    let between: Vec<f64> = all
        .windows(2)
        .map(|it| f64::midpoint(it[0], it[1]))
        .collect();
    all.extend(between);
    all.extend([first - 1.0, last + 1.0]);
    all
}

/// Each text, one for each beginning and length, and one that no condition names.
fn texts(bounds: Bounds, uses: &Uses, spread: i64) -> Option<Vec<Datum<'static>>> {
    let mut all: BTreeSet<String> = uses.texts.clone();
    let different = 1..=usize::try_from(spread).ok()?;
    let mut starts: Vec<String> = different.map(|n| OTHER.repeat(n)).collect();
    for prefix in &uses.prefixes {
        all.insert(prefix.clone());
        starts.push(format!("{prefix}{OTHER}"));
    }
    // The length of a linked text may meet any of the shared numbers.
    let mut lengths = uses.lengths.clone();
    if uses.linked && !uses.lengths.is_empty() {
        lengths.extend(&uses.numbers);
    }
    for length in around(&lengths, at_least_none(bounds), spread).filter(|_| !lengths.is_empty()) {
        let length = usize::try_from((length <= LENGTH_LIMIT).then_some(length)?).ok()?;
        let long_enough = starts.iter().filter(|it| it.chars().count() <= length);
        let padded = long_enough.map(|start| {
            let missing = length - start.chars().count();
            format!("{start}{}", OTHER.repeat(missing))
        });
        all.extend(padded.collect::<Vec<_>>());
        all.extend((length == 0).then(String::new));
    }
    all.extend(starts);
    let fits = |text: &String| {
        let count = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
        bounds.min.is_none_or(|min| count >= min) && bounds.max.is_none_or(|max| count <= max)
    };
    Some(all.into_iter().filter(fits).map(self::text).collect())
}

/// Whether a text stands for every text that no condition names.
pub fn is_other(text: &str) -> bool {
    text.contains(OTHER)
}

/// A place as a case names it.
pub(super) fn name(place: &Place) -> String {
    let path: Vec<&str> = place.steps.iter().map(|step| step.wire.as_str()).collect();
    let path = path.join(".");
    match place.base {
        Base::This => format!("`{path}`"),
        Base::Parent => format!("`parent.{path}`"),
        Base::Root => format!("`root.{path}`"),
        Base::Context => format!("`ctx.{path}`"),
        Base::Key => "`key`".to_owned(),
    }
}

/// A value as a case tells it.
pub(super) fn said(place: &Place, value: Option<&Datum<'_>>) -> String {
    match value {
        None => "is not given".to_owned(),
        Some(Datum::Text(text)) if is_other(text) => "is some other text".to_owned(),
        Some(Datum::Text(text)) => format!("is `{text}`"),
        Some(Datum::Integer(number)) => match place.kind {
            Kind::Moment(_) | Kind::Duration(_) => match place.kind.text_of(*number) {
                Some(own) => format!("is `{own}`"),
                None => "is given".to_owned(),
            },
            _ => format!("is {number}"),
        },
        Some(Datum::Decimal(number)) => format!("is {number}"),
        Some(Datum::Bool(it)) => format!("is {it}"),
        Some(Datum::Many(_)) => "is given".to_owned(),
    }
}
