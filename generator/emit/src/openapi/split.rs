//! Parting a condition by where its members stand.
//!
//! `root.a and b` over every element of a list is `if a at the root then, at each element, if b`.
//! The general case is the disjunctive form: each part has what is judged outside and what is
//! judged further inside, and the condition holds when both sides of one part do.

use stipula_cond::{Cond, Leaf, Operand, Subject, ast::Op};

use stipula_contract::{Base, Place, Value};

use super::condition::Test;

/// What is judged at this level, and what further inside.
pub(super) type Part = (Test, Test);

/// The condition that always holds.
pub(super) const ALWAYS: Test = Cond::Constant(true);

/// All of the conditions, without constants.
pub(super) fn all(tests: impl IntoIterator<Item = Test>) -> Test {
    let mut kept = Vec::new();
    for test in tests {
        match test {
            Cond::Constant(true) => {}
            Cond::Constant(false) => return test,
            Cond::All(inner) => kept.extend(inner),
            _ => kept.push(test),
        }
    }
    match kept.len() {
        0 => ALWAYS,
        1 => kept.remove(0),
        _ => Cond::All(kept),
    }
}

/// Any of the conditions, without constants.
pub(super) fn any(tests: impl IntoIterator<Item = Test>) -> Test {
    let mut kept = Vec::new();
    for test in tests {
        match test {
            Cond::Constant(false) => {}
            Cond::Constant(true) => return test,
            Cond::Any(inner) => kept.extend(inner),
            _ => kept.push(test),
        }
    }
    match kept.len() {
        0 => Cond::Constant(false),
        1 => kept.remove(0),
        _ => Cond::Any(kept),
    }
}

/// The contrary.
pub(super) fn not(test: Test) -> Test {
    match test {
        Cond::Constant(holds) => Cond::Constant(!holds),
        Cond::Not(inner) => *inner,
        other => Cond::Not(Box::new(other)),
    }
}

/// The parts of a condition; `None` when one comparison reads from both sides.
pub(super) fn split(test: &Test, outer: &dyn Fn(&Place) -> bool) -> Option<Vec<Part>> {
    let read = test.places();
    let outside = read.iter().filter(|place| outer(place)).count();
    if outside == read.len() {
        return Some(vec![(test.clone(), ALWAYS)]);
    }
    if outside == 0 {
        return Some(vec![(ALWAYS, test.clone())]);
    }
    match test {
        Cond::All(tests) => split_all(tests, outer),
        Cond::Any(tests) => {
            let parts = tests.iter().map(|test| split(test, outer));
            Some(joined(parts.collect::<Option<Vec<_>>>()?.concat()))
        }
        Cond::Not(test) => split(&inverted(test)?, outer),
        Cond::Iff(left, right) => {
            let both = all([(**left).clone(), (**right).clone()]);
            let neither = all([not((**left).clone()), not((**right).clone())]);
            split(&Cond::Any(vec![both, neither]), outer)
        }
        _ => None,
    }
}

fn split_all(tests: &[Test], outer: &dyn Fn(&Place) -> bool) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = vec![(ALWAYS, ALWAYS)];
    for test in tests {
        let factors = split(test, outer)?;
        parts = parts
            .iter()
            .flat_map(|left| {
                factors.iter().map(move |right| {
                    (
                        all([left.0.clone(), right.0.clone()]),
                        all([left.1.clone(), right.1.clone()]),
                    )
                })
            })
            .collect();
    }
    Some(parts)
}

/// Parts with the same inside are one part.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut kept: Vec<Part> = Vec::new();
    for (outer, inner) in parts {
        match kept.iter_mut().find(|part| part.1 == inner) {
            Some(part) => part.0 = any([part.0.clone(), outer]),
            None => kept.push((outer, inner)),
        }
    }
    kept
}

/// One step of moving a negation inward; `None` for a single comparison.
fn inverted(test: &Test) -> Option<Test> {
    match test {
        Cond::All(tests) => Some(any(tests.iter().cloned().map(not))),
        Cond::Any(tests) => Some(all(tests.iter().cloned().map(not))),
        Cond::Not(test) => Some((**test).clone()),
        Cond::Iff(left, right) => Some(Cond::Iff(left.clone(), Box::new(not((**right).clone())))),
        Cond::Constant(holds) => Some(Cond::Constant(!holds)),
        _ => None,
    }
}

/// The condition below one key of a map; `None` stands for a key that no rule names.
///
/// Answers `None` when the condition says more about an unnamed key than equality.
pub(super) fn under_key(test: &Test, key: Option<&str>) -> Option<Test> {
    let each = |tests: &[Test]| {
        tests
            .iter()
            .map(|test| under_key(test, key))
            .collect::<Option<Vec<_>>>()
    };
    let is = |value: &Value| text(value).is_some() && text(value) == key;
    let holds = match test {
        Cond::All(tests) => return Some(all(each(tests)?)),
        Cond::Any(tests) => return Some(any(each(tests)?)),
        Cond::Not(test) => return Some(not(under_key(test, key)?)),
        Cond::Iff(left, right) => {
            let (left, right) = (under_key(left, key)?, under_key(right, key)?);
            return Some(match (left, right) {
                (Cond::Constant(holds), other) | (other, Cond::Constant(holds)) => {
                    if holds {
                        other
                    } else {
                        not(other)
                    }
                }
                (left, right) => Cond::Iff(Box::new(left), Box::new(right)),
            });
        }
        _ if test.places().iter().all(|place| place.base != Base::Key) => {
            return Some(test.clone());
        }
        Cond::Present(_) => true,
        Cond::OneOf { values, .. } => values.iter().any(is),
        Cond::StartsWith { prefix, .. } => key?.starts_with(prefix.as_str()),
        Cond::Compare {
            left: Subject::Place(_),
            op,
            right: Operand::Value(value),
        } => match op {
            Op::Eq => is(value),
            Op::Ne => !is(value),
            Op::Lt | Op::Le | Op::Gt | Op::Ge => return None,
        },
        _ => return None,
    };
    Some(Cond::Constant(holds))
}

/// Keys that a condition names.
pub(super) fn named_keys(test: &Test, keys: &mut Vec<String>) {
    let mut add = |value: &Value| {
        if let Some(text) = text(value).filter(|text| !keys.iter().any(|key| key == text)) {
            keys.push(text.to_owned());
        }
    };
    for leaf in test.leaves() {
        match leaf {
            Leaf::OneOf { place, values } if place.base == Base::Key => {
                values.iter().for_each(&mut add);
            }
            Leaf::Compare {
                left: Subject::Place(place),
                right: Operand::Value(value),
                ..
            } if place.base == Base::Key => add(value),
            Leaf::Present(_)
            | Leaf::True(_)
            | Leaf::OneOf { .. }
            | Leaf::Compare { .. }
            | Leaf::StartsWith { .. } => {}
        }
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Symbol { wire, .. } => Some(wire),
        Value::Text(text) => Some(text),
        Value::Integer(_) | Value::Number { .. } | Value::Decimal(_) | Value::Bool(_) => None,
    }
}
