//! What is said of one place twice, for requests and for answers, becomes one change.

use crate::{Change, Row};

/// The changes in the order of their places; of one that is in both directions, what weighs more.
pub(crate) fn merged(found: Vec<Change>) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    let mut known = std::collections::BTreeMap::new();
    for change in found {
        let key = (
            change.place.clone(),
            change.topic,
            change.old.clone(),
            change.new.clone(),
        );
        match known.get(&key) {
            Some(&at) => join(&mut all[at], change),
            None => {
                known.insert(key, all.len());
                all.push(change);
            }
        }
    }
    without_mere_evidence(&mut all);
    without_made_sentences(&mut all);
    all.sort_by(|a, b| {
        let weight = |it: &Change| std::cmp::Reverse((it.bump(), it.urgency()));
        (weight(a), &a.place, a.topic).cmp(&(weight(b), &b.place, b.topic))
    });
    all
}

fn join(one: &mut Change, mut other: Change) {
    if other.row.weight() > one.row.weight() {
        std::mem::swap(one, &mut other);
    }
    let rows = std::iter::once(other.row).chain(other.also);
    for row in rows {
        if row != one.row && !one.also.contains(&row) {
            one.also.push(row);
        }
    }
    for item in other.items {
        if !one.items.contains(&item) {
            one.items.push(item);
        }
    }
    one.old_at = one.old_at.or(other.old_at);
    one.new_at = one.new_at.or(other.new_at);
    one.guess |= other.guess;
}

/// New evidence of a claim that changed is no change of its own.
fn without_mere_evidence(all: &mut Vec<Change>) {
    let claims = all.iter().filter(|it| it.row != Row::EvidenceChanged);
    let claims: std::collections::BTreeSet<String> = claims.map(|it| it.place.clone()).collect();
    all.retain(|it| it.row != Row::EvidenceChanged || !claims.contains(&it.place));
}

/// A description that got or lost a sentence beside a change of the same thing was made of that.
fn without_made_sentences(all: &mut Vec<Change>) {
    let is_made = |it: &Change| {
        let (was, is) = (
            it.old.as_deref().unwrap_or(""),
            it.new.as_deref().unwrap_or(""),
        );
        it.row == Row::Described
            && it.topic == "doc"
            && (was.starts_with(is) || is.starts_with(was))
    };
    let others = all.iter().filter(|it| it.row != Row::Described);
    let others: std::collections::BTreeSet<String> = others.map(|it| it.place.clone()).collect();
    all.retain(|it| !is_made(it) || !others.contains(&it.place));
}
