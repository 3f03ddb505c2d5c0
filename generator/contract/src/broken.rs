//! When a rule is broken: the one statement of it, as a condition.

use stipula_cond::Cond;
use stipula_rules::Group;

use super::{Base, Condition, Demand, Field, Object, Place, Rule, Step, Value};

/// A condition over places.
pub type Test = Cond<Place, Value>;

impl Rule {
    /// The condition under which the rule of this object is broken; none for a value rule, which a
    /// function decides.
    pub fn broken(&self, object: &Object) -> Option<Test> {
        let given = |name: &str| object.field(name).map(|field| Cond::Present(place(field)));
        let applies = self.applies.as_ref().map(|it| it.cond.clone());
        Some(match &self.demand {
            Demand::Given => all([not(given(&self.at)?)].into_iter().chain(applies)),
            Demand::Allowed(only) | Demand::Effective(only) => {
                all([given(&self.at)?, not(only.cond.clone())])
            }
            Demand::Holds(expect) => all([self.applies_to(expect), not(expect.cond.clone())]),
            Demand::Count(group, names) => miscounted(
                *group,
                names.iter().filter_map(|name| given(name)).collect(),
            ),
            Demand::Value(_) | Demand::Key(_) => return None,
        })
    }

    /// When a demand applies: its guard holds, and everything that it compares is given.
    fn applies_to(&self, expect: &Condition) -> Test {
        let guard = self.applies.as_ref().map(|when| when.cond.clone());
        all(guard.into_iter().chain(operands_given(&expect.cond)))
    }
}

/// The field itself, as a place that may be absent.
pub fn place(field: &Field) -> Place {
    Place {
        as_text: field.item.ty.as_text().is_some(),
        base: Base::This,
        steps: vec![Step::new(&field.wire)],
        kind: field.item.kind(),
        optional: true,
        clears: field.clears,
    }
}

/// That each place a demand compares is given; a key and a context value always are.
pub fn operands_given(expect: &Test) -> Vec<Test> {
    let mut operands: Vec<&Place> = Vec::new();
    for place in expect.compared() {
        if !matches!(place.base, Base::Key | Base::Context) && !operands.contains(&place) {
            operands.push(place);
        }
    }
    operands.into_iter().cloned().map(Cond::Present).collect()
}

/// Not so many of these are given as the group wants.
fn miscounted(group: Group, given: Vec<Test>) -> Test {
    match group {
        Group::AtLeastOne => not(Cond::Any(given)),
        Group::AtMostOne => any(pairs(&given)),
        Group::ExactlyOne => {
            let two = pairs(&given);
            any([vec![not(Cond::Any(given))], two].concat())
        }
        Group::AllOrNone => all([Cond::Any(given.clone()), not(Cond::All(given))]),
        Group::AtLeast(count) => not(at_least(&given, count, &|parts| any(parts), &|parts| {
            all(parts)
        })),
    }
}

/// That so many of these hold, of which there are more: halves of them, each with its share of the
/// count. Its size grows with the number of parts to a small power, where naming every choice of so
/// many would double with each part.
pub fn at_least<T: Clone>(
    parts: &[T],
    count: usize,
    any: &dyn Fn(Vec<T>) -> T,
    all: &dyn Fn(Vec<T>) -> T,
) -> T {
    if count == 1 {
        return any(parts.to_vec());
    }
    if count == parts.len() {
        return all(parts.to_vec());
    }
    let (left, right) = parts.split_at(parts.len() / 2);
    let shares = count.saturating_sub(right.len())..=count.min(left.len());
    let ways = shares.map(|share| {
        let halves = [(left, share), (right, count - share)];
        let halves = halves.into_iter().filter(|(_, share)| *share > 0);
        all(halves
            .map(|(half, share)| at_least(half, share, any, all))
            .collect())
    });
    any(ways.collect())
}

/// Both of two, for every two.
fn pairs(given: &[Test]) -> Vec<Test> {
    let of = |(index, left): (usize, &Test)| -> Vec<Test> {
        let later = given[index + 1..].iter();
        later
            .map(|right| all([left.clone(), right.clone()]))
            .collect()
    };
    given.iter().enumerate().flat_map(of).collect()
}

fn not(test: Test) -> Test {
    Cond::Not(Box::new(test))
}

fn any(mut parts: Vec<Test>) -> Test {
    if parts.len() == 1 {
        return parts.remove(0);
    }
    Cond::Any(parts)
}

/// All of these.
pub fn all(parts: impl IntoIterator<Item = Test>) -> Test {
    let mut parts: Vec<Test> = parts.into_iter().collect();
    match parts.len() {
        0 => Cond::Constant(true),
        1 => parts.remove(0),
        _ => Cond::All(parts),
    }
}
