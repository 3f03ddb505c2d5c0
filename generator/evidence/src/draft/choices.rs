//! Choices: one of several types, told apart by a member or by shape.

use std::collections::{BTreeMap, BTreeSet};

use super::{known::Known, words::Words, yaml::quoted};

/// How the types of a choice are told apart, as YAML without braces.
pub(super) fn written(
    known: &BTreeMap<String, Known>,
    cases: &[Words],
    types: &[String],
) -> String {
    let objects: Option<Vec<&Known>> = cases.iter().map(|it| object(known, it)).collect();
    let tag = objects.as_ref().and_then(|it| tag(it));
    if let Some((tag, values)) = tag {
        let cases = values.iter().zip(types);
        let cases: Vec<String> = cases
            .map(|(value, ty)| format!("{}: {ty}", quoted(value)))
            .collect();
        return format!("tag: {}, cases: {{ {} }}", quoted(tag), cases.join(", "));
    }
    let order = order(known, cases);
    let types: Vec<&str> = order.iter().map(|it| types[*it].as_str()).collect();
    format!("any: [{}]", types.join(", "))
}

fn object<'k>(known: &'k BTreeMap<String, Known>, case: &Words) -> Option<&'k Known> {
    match case {
        Words::One(name) => known.get(name).filter(|it| it.is_object()),
        Words::List(_) | Words::Any(_) => None,
    }
}

/// The member that all have as a constant, each another one, with the constants.
fn tag<'k>(objects: &[&'k Known]) -> Option<(&'k str, Vec<&'k str>)> {
    let first = objects.first().filter(|_| objects.len() > 1)?;
    first.members.iter().find_map(|member| {
        let values: Option<Vec<&str>> = objects
            .iter()
            .map(|it| {
                let same = it.members.iter().find(|it| it.name == member.name)?;
                same.constant.as_deref()
            })
            .collect();
        let values = values?;
        let different: BTreeSet<&str> = values.iter().copied().collect();
        (different.len() == values.len()).then_some((member.name.as_str(), values))
    })
}

/// An order in which each object has a member that those behind it do not have; the order of the page
/// where there is none.
fn order(known: &BTreeMap<String, Known>, cases: &[Words]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..cases.len()).collect();
    let mut found = Vec::new();
    let is_before =
        |one: usize, other: usize| match (object(known, &cases[one]), object(known, &cases[other]))
        {
            (Some(one), Some(other)) => one.goes_before(other),
            _ => true,
        };
    while !left.is_empty() {
        let first = left
            .iter()
            .position(|one| left.iter().all(|it| it == one || is_before(*one, *it)));
        match first {
            Some(place) => found.push(left.remove(place)),
            None => return (0..cases.len()).collect(),
        }
    }
    found
}
