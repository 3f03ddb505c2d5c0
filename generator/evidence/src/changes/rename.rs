//! Members that have another name or another place now: one that went and one that came, of the same type
//! and with the same words.

use std::collections::BTreeMap;
use stipula_facts::Kind;

use super::entry::Entry;
use crate::{Change, drift::Moved};

/// What a member keeps when it is renamed.
type Sign = (String, Vec<String>);

/// Puts together what went and what came, where just one of each fits.
pub(super) fn pair(mut entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    let mut signs: BTreeMap<Sign, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(sign) = sign(entry) else { continue };
        let (gone, came) = signs.entry(sign).or_default();
        match entry.change {
            Change::Removed => gone.push(index),
            _ => came.push(index),
        }
    }
    let mut taken = Vec::new();
    for (gone, came) in signs.into_values() {
        if let ([gone], [came]) = (gone.as_slice(), came.as_slice()) {
            let old = std::mem::take(&mut entries[*gone].moves);
            let from = entries[*gone].at.clone();
            let entry = &mut entries[*came];
            entry.change = Change::Renamed;
            entry.moves = both(&from, &entry.at, &old, &entry.moves);
            entry.from = Some(from);
            taken.push(*gone);
        }
    }
    let mut nth = 0..;
    entries.retain(|_| nth.next().is_none_or(|it| !taken.contains(&it)));
    entries
}

/// Of a member that came or went: its type and its words; where nothing is written about it, all that the
/// table says, and what it is a member of.
fn sign(entry: &Entry<'_>) -> Option<Sign> {
    if !matches!(entry.change, Change::Added | Change::Removed) {
        return None;
    }
    let here = || entry.moves.iter().filter_map(Moved::any);
    let is_member = here().any(|it| it.at == entry.at && it.kind == Kind::Field);
    let ty = here().find(|it| it.at == entry.at && it.kind == Kind::Type);
    let ty = ty.filter(|_| is_member)?.value.to_string();
    let of_prose = here().filter(|it| it.kind == Kind::Paragraph);
    let mut words: Vec<String> = of_prose.map(|it| it.digest.clone()).collect();
    if words.is_empty() {
        words.extend(entry.at.rsplit_once('/').map(|(owner, _)| owner.to_owned()));
        words.extend(here().filter(|it| is_told(it.kind)).map(|it| {
            format!(
                "{}{} {}",
                &it.at[entry.at.len()..],
                it.kind.name(),
                it.value
            )
        }));
    }
    words.sort();
    Some((ty, words))
}

/// Whether a fact says more of a member than its name and a sample.
const fn is_told(kind: Kind) -> bool {
    !matches!(kind, Kind::Field | Kind::Sample)
}

/// What was and is said of it, fact by fact, the name first.
fn both<'a>(from: &str, to: &str, old: &[Moved<'a>], new: &[Moved<'a>]) -> Vec<Moved<'a>> {
    let mut rest: Vec<Moved<'a>> = new.to_vec();
    let mut found = Vec::new();
    for moved in old {
        let Some(fact) = moved.old else { continue };
        let same = rest
            .iter()
            .position(|it| it.kind() == fact.kind && it.at()[to.len()..] == fact.at[from.len()..]);
        let next = same.map(|it| rest.remove(it)).and_then(|it| it.new);
        found.push(Moved {
            old: Some(fact),
            new: next,
        });
    }
    found.extend(rest);
    found.sort_by_key(|it| (it.kind() != Kind::Field, it.at(), it.kind()));
    found
}
