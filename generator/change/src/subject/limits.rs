//! Value rules: limits, forms, constants.

use stipula_contract::{Argument, Demand, End, Item, Rule, Scalar, TypeRef, ValueDemand};

use crate::{
    Row,
    cx::{At, Cx, Said},
    words,
};

/// How the new of two limits is to the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    Tighter,
    Looser,
    /// Tighter at one end, looser at the other, or not to be compared.
    Other,
}

/// Rules that count a text in some unit.
const UNITS: [(&str, &str); 2] = [("max_chars", "max_bytes"), ("min_chars", "min_bytes")];

pub(super) fn compare(
    cx: &Cx<'_>,
    at: &At,
    is_request: bool,
    (old, new): (&Item, &Item),
    implied: &[&str],
) {
    for (depth, (old, new)) in old.levels().zip(new.levels()).enumerate() {
        let wanted =
            |it: &&Rule| demand(it).is_some_and(|it| !implied.contains(&it.rule.code.name));
        let mut was: Vec<&Rule> = old.rules.iter().filter(wanted).collect();
        let mut is: Vec<&Rule> = new.rules.iter().filter(wanted).collect();
        let level = Level {
            cx,
            at,
            is_request,
            depth,
            ty: &new.ty,
        };
        pairs(
            &mut was,
            &mut is,
            |a, b| (a.code, is_key(a), a.level) == (b.code, is_key(b), b.level),
            |a, b| level.both(a, b),
        );
        pairs(
            &mut was,
            &mut is,
            |a, b| (a.code, is_key(a)) == (b.code, is_key(b)),
            |a, b| level.both(a, b),
        );
        pairs(
            &mut was,
            &mut is,
            |a, b| is_key(a) == is_key(b) && has_other_unit(a, b),
            |a, b| level.unit(a, b),
        );
        for it in was {
            level.dropped(it);
        }
        for it in is {
            level.set(it);
        }
    }
}

/// Takes the pairs out of both lists.
fn pairs<'a>(
    old: &mut Vec<&'a Rule>,
    new: &mut Vec<&'a Rule>,
    fits: impl Fn(&Rule, &Rule) -> bool,
    tell: impl Fn(&'a Rule, &'a Rule),
) {
    old.retain(|was| {
        let found = new.iter().position(|is| fits(was, is));
        if let Some(at) = found {
            tell(was, new.remove(at));
        }
        found.is_none()
    });
}

fn demand(rule: &Rule) -> Option<&ValueDemand> {
    rule.value().or_else(|| rule.key())
}

const fn is_key(rule: &Rule) -> bool {
    matches!(rule.demand, Demand::Key(_))
}

fn has_other_unit(a: &Rule, b: &Rule) -> bool {
    let mut units = UNITS.iter();
    units.any(|it| (a.code, b.code) == *it || (b.code, a.code) == *it)
}

/// One level of a type, and where its rules are told.
struct Level<'a, 'b> {
    cx: &'a Cx<'b>,
    at: &'a At,
    is_request: bool,
    /// So many lists and maps are around.
    depth: usize,
    ty: &'a TypeRef,
}

impl Level<'_, '_> {
    fn tell(&self, row: Row, rule: &Rule, said: Said) {
        let row = match (self.is_request, row) {
            (true, row) if rule.is_error() || matches!(row, Row::LimitLoosened) => row,
            (true, _) => Row::WarningChanged,
            (
                false,
                Row::LimitLoosened | Row::KeyLoosened | Row::KeyAdded | Row::ConstantDropped,
            ) => Row::AnswerLoosened,
            (false, _) => Row::AnswerTightened,
        };
        self.cx.tell(self.at, row, rule.code, said);
    }

    /// " for each item", " for each key", or nothing.
    fn whose(&self, rule: &Rule) -> &'static str {
        match (is_key(rule), self.depth) {
            (true, _) => " for each key",
            (false, 0) => "",
            (false, 1) => " for each item",
            (false, _) => " for each item of each item",
        }
    }

    fn both(&self, old: &Rule, new: &Rule) {
        let (Some(was), Some(is)) = (demand(old), demand(new)) else {
            return;
        };
        let texts = (words::value_rule(was), words::value_rule(is));
        if old.level != new.level && was == is {
            let (row, what) = if new.is_error() {
                (
                    if is_form(new.code) {
                        Row::FormChanged
                    } else {
                        Row::LimitTightened
                    },
                    "as an error now",
                )
            } else {
                (Row::LimitLoosened, "as a warning only")
            };
            let said = Said::of(format!("has {}{} {what}", texts.1, self.whose(new)));
            let said = said.was(old.level.as_str()).is(new.level.as_str());
            return self.cx.tell(self.at, self.answered(row), new.code, said);
        }
        if was == is {
            return super::presence::of_rules(
                self.cx,
                self.at,
                std::slice::from_ref(old),
                std::slice::from_ref(new),
            );
        }
        if let Some(told) = by_key(&was.argument, &is.argument) {
            for (row, what, pair) in told {
                let said = Said::of(format!("has {}{} {what}", new.code, self.whose(new)));
                self.tell(row, new, said.was(pair.0).is(pair.1));
            }
            return;
        }
        let row = row(
            new.code,
            moved(new.code, self.ty, &was.argument, &is.argument),
        );
        let said = Said::of(format!(
            "has {}{}, and had {}",
            texts.1,
            self.whose(new),
            words::argument(&was.argument)
        ));
        self.tell(row, new, said.was(texts.0).is(texts.1));
    }

    const fn answered(&self, row: Row) -> Row {
        if self.is_request {
            row
        } else {
            Row::AnswerNeedChanged
        }
    }

    fn unit(&self, old: &Rule, new: &Rule) {
        let (Some(was), Some(is)) = (demand(old), demand(new)) else {
            return;
        };
        let texts = (words::value_rule(was), words::value_rule(is));
        let said = Said::of(format!(
            "has {}{}, and had {}",
            texts.1,
            self.whose(new),
            texts.0
        ));
        let row = if self.is_request {
            Row::UnitChanged
        } else {
            Row::AnswerTightened
        };
        self.cx
            .tell(self.at, row, "unit", said.was(texts.0).is(texts.1));
    }

    fn dropped(&self, rule: &Rule) {
        let Some(it) = demand(rule) else { return };
        let row = if rule.code == "const" {
            Row::ConstantDropped
        } else {
            Row::LimitLoosened
        };
        let text = words::value_rule(it);
        let said = Said::of(format!("no longer has {text}{}", self.whose(rule))).was(text);
        self.tell(row, rule, said);
    }

    fn set(&self, rule: &Rule) {
        let Some(it) = demand(rule) else { return };
        let row = match rule.code {
            "const" => Row::ConstantSet,
            code if is_form(code) => Row::FormChanged,
            _ => Row::LimitTightened,
        };
        let text = words::value_rule(it);
        let said = Said::of(format!("has {text}{}, and had none", self.whose(rule))).is(text);
        self.tell(row, rule, said);
    }
}

fn row(code: &str, moved: Moved) -> Row {
    match (code, moved) {
        ("const", _) => Row::ConstantChanged,
        (_, Moved::Looser) => Row::LimitLoosened,
        (code, _) if is_form(code) => Row::FormChanged,
        (_, Moved::Tighter | Moved::Other) => Row::LimitTightened,
    }
}

/// Whether a rule is about the form of a value, and not about how much of it there is.
fn is_form(code: &str) -> bool {
    let counts = ["chars", "bytes", "items"];
    !(counts.iter().any(|it| code.ends_with(it))
        || ["range", "decimal_places", "const"].contains(&code))
}

/// What changed of one key: the row, words, and what was there and is there.
type ByKey = (Row, String, (String, String));

/// Limits by key: a single one that becomes one, keys that come and go, and the limits of those that stay.
fn by_key(old: &Argument, new: &Argument) -> Option<Vec<ByKey>> {
    let texts = (words::argument(old), words::argument(new));
    let (
        Argument::Lengths {
            keys: was,
            default: before,
        },
        Argument::Lengths {
            keys: is,
            default: now,
        },
    ) = (old, new)
    else {
        let are_both =
            matches!(old, Argument::Lengths { .. }) || matches!(new, Argument::Lengths { .. });
        let what = match new {
            Argument::Lengths { .. } => "apart for each key",
            _ => "alike for every key",
        };
        return are_both.then(|| vec![(Row::LimitByKey, what.to_owned(), texts)]);
    };
    let find = |all: &[(String, u64)], key: &str| all.iter().find(|it| it.0 == key).map(|it| it.1);
    let mut told = Vec::new();
    for (key, length) in is {
        match find(was, key) {
            Some(old) if old > *length => told.push((Row::KeyTightened, key, old, *length)),
            Some(old) if old < *length => told.push((Row::KeyLoosened, key, old, *length)),
            Some(_) => {}
            None if length < before => told.push((Row::KeyTightened, key, *before, *length)),
            None => told.push((Row::KeyAdded, key, *before, *length)),
        }
    }
    for (key, length) in was.iter().filter(|it| find(is, &it.0).is_none()) {
        told.push((Row::KeyRemoved, key, *length, *now));
    }
    let told = told.into_iter().map(|(row, key, was, is)| {
        let what = format!("{is} for `{key}`, and had {was}");
        (row, what, (format!("{key}: {was}"), format!("{key}: {is}")))
    });
    let mut told: Vec<_> = told.collect();
    if told.is_empty() && before != now {
        let row = if now < before {
            Row::KeyTightened
        } else {
            Row::KeyLoosened
        };
        told.push((
            row,
            format!("{now} for other keys, and had {before}"),
            texts,
        ));
    }
    Some(told)
}

fn moved(code: &str, ty: &TypeRef, old: &Argument, new: &Argument) -> Moved {
    match (old, new) {
        (Argument::Count(old), Argument::Count(new)) if code == "multiple_of" => {
            if *new > 0 && old % new == 0 {
                Moved::Looser
            } else {
                Moved::Other
            }
        }
        (Argument::Count(old), Argument::Count(new)) if code.starts_with("min_") => by(old < new),
        (Argument::Count(old), Argument::Count(new)) => by(old > new),
        (Argument::Decimals(old), Argument::Decimals(new)) => by(old > new),
        (Argument::Text(old), Argument::Text(new)) if code == "prefix" => {
            if old.starts_with(new.as_str()) {
                Moved::Looser
            } else {
                Moved::Other
            }
        }
        _ => match (ends(ty, old), ends(ty, new)) {
            (Some(old), Some(new)) => ranges(old, new),
            _ => Moved::Other,
        },
    }
}

const fn by(is_tighter: bool) -> Moved {
    if is_tighter {
        Moved::Tighter
    } else {
        Moved::Looser
    }
}

/// Where a range ends, and whether its end is in it; open ends are endless.
type Ends = [(f64, bool); 2];

fn ends(ty: &TypeRef, argument: &Argument) -> Option<Ends> {
    #[allow(clippy::cast_precision_loss)] // only an order is wanted
    let whole = |it: i64| it as f64;
    match argument {
        Argument::Range { min, max } => Some([
            (min.map_or(f64::NEG_INFINITY, whole), true),
            (max.map_or(f64::INFINITY, whole), true),
        ]),
        Argument::Bounds { min, max } => {
            let end = |it: &Option<End>, open: f64| match it {
                None => Some((open, true)),
                Some(it) => Some((number(ty, it.text())?, it.is_included())),
            };
            Some([end(min, f64::NEG_INFINITY)?, end(max, f64::INFINITY)?])
        }
        _ => None,
    }
}

fn number(ty: &TypeRef, text: &str) -> Option<f64> {
    #[allow(clippy::cast_precision_loss)] // only an order is wanted
    let counted = |it: i128| it as f64;
    match ty.plain() {
        TypeRef::Scalar(Scalar::Duration) => Scalar::Duration.counted(text).map(counted),
        _ => text.parse().ok(),
    }
}

fn ranges(old: Ends, new: Ends) -> Moved {
    let lower = tighter(new[0], old[0], new[0].0 > old[0].0, new[0].0 < old[0].0);
    let upper = tighter(new[1], old[1], new[1].0 < old[1].0, new[1].0 > old[1].0);
    match (lower, upper) {
        (Some(false), Some(false) | None) | (None, Some(false)) => Moved::Looser,
        (Some(true), Some(true) | None) | (None, Some(true)) => Moved::Tighter,
        _ => Moved::Other,
    }
}

/// Whether an end takes less than before; none where it takes the same.
fn tighter(new: (f64, bool), old: (f64, bool), less: bool, more: bool) -> Option<bool> {
    match (less, more) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ if new.1 == old.1 => None,
        _ => Some(!new.1),
    }
}
