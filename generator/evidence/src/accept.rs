//! What a person has read is kept as it is now; the rest stays open.

use std::collections::BTreeSet;
use stipula_facts::Fact;
use stipula_spec::raw::RawSpec;

use super::{
    CheckError,
    captures::Captures,
    changes::entries,
    kept::Kept,
    ledger,
    whose::{Whose, is_below},
};

/// How much a person has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accept {
    /// Everything.
    All,
    /// What is at or below these: an operation, a type, a page, or a place of a page.
    Places(Vec<String>),
}

/// A page, and a place of it.
type Spot = (String, String);

/// Lays what was read into what is kept: facts, and paragraphs as read.
pub(super) fn accept(
    spec: &RawSpec,
    captures: &Captures,
    accepted: &Accept,
    kept: &mut Kept,
) -> Result<(), CheckError> {
    let spots = match accepted {
        Accept::All => None,
        Accept::Places(named) => Some(spots(spec, captures, named, kept)?),
    };
    let is_read = |fact: &Fact| {
        let Some(spots) = &spots else { return true };
        spots.contains(&(fact.source.clone(), fact.at.clone()))
    };
    for source in captures.facts.keys() {
        let old = kept.facts.get(source).cloned().unwrap_or_default();
        let new = captures.for_record(source);
        let stay = old.into_iter().filter(|it| !is_read(it));
        let mut facts: Vec<Fact> = stay.chain(new.into_iter().filter(is_read)).collect();
        stipula_facts::sort(&mut facts);
        if !facts.is_empty() {
            kept.facts.insert(source.clone(), facts);
        }
    }
    let all: Vec<Fact> = kept.facts.values().flatten().cloned().collect();
    kept.read = ledger::read(&all, kept, is_read);
    Ok(())
}

/// Every place of a page that one of these names means.
fn spots(
    spec: &RawSpec,
    captures: &Captures,
    named: &[String],
    kept: &Kept,
) -> Result<BTreeSet<Spot>, CheckError> {
    let mut spots = BTreeSet::new();
    let mut errors = Vec::new();
    for name in named {
        match of_name(spec, captures, name, kept) {
            Ok(found) => spots.extend(found),
            Err(error) => errors.push(error),
        }
    }
    // A member that was renamed is one change, whichever of its names was given.
    for (source, new) in &captures.facts {
        let old = kept.facts.get(source).map_or(&[][..], |it| it);
        for entry in entries(old, new) {
            let Some(from) = &entry.from else { continue };
            let is_read = |at: &str| spots.contains(&(source.clone(), at.to_owned()));
            if !is_read(from) && !is_read(&entry.at) {
                continue;
            }
            let both = old.iter().chain(new).map(|it| &it.at);
            let inside = both.filter(|it| is_below(it, from) || is_below(it, &entry.at));
            spots.extend(inside.map(|it| (source.clone(), it.clone())));
        }
    }
    if errors.is_empty() {
        Ok(spots)
    } else {
        Err(CheckError::Place(errors))
    }
}

fn of_name(
    spec: &RawSpec,
    captures: &Captures,
    name: &str,
    kept: &Kept,
) -> Result<BTreeSet<Spot>, String> {
    let ids = spec.sources.iter().map(|it| it.id.value.as_str());
    let paged = name
        .split_once(':')
        .filter(|(id, _)| ids.clone().any(|it| it == *id));
    let (only, wanted) = paged.map_or((None, name), |(id, at)| (Some(id), at));
    let mut spots = BTreeSet::new();
    // Pages on which this is a place, and not the name of what they describe.
    let mut as_place = BTreeSet::new();
    for source in &spec.sources {
        let id = source.id.value.as_str();
        if only.is_some_and(|it| it != id) {
            continue;
        }
        let whose = Whose::new(spec, source);
        let old = kept.facts.get(id).into_iter().flatten();
        let new = captures.facts.get(id).into_iter().flatten();
        for fact in old.chain(new).filter(|it| whose.means(wanted, it)) {
            if is_below(&fact.at, wanted) {
                as_place.insert(id);
            }
            spots.insert((id.to_owned(), fact.at.clone()));
        }
    }
    if spots.is_empty() {
        return Err(format!(
            "`{name}` is no operation, type or page, and no place of a page; findings tell places, such as \
             `request/address`, and the folder of a spec goes before `--accept`"
        ));
    }
    if as_place.len() > 1 && only.is_none() {
        let pages: Vec<String> = as_place.iter().map(|it| format!("`{it}:{name}`")).collect();
        return Err(format!(
            "`{name}` is a place of several pages; say which is meant: {}",
            pages.join(" or ")
        ));
    }
    Ok(spots)
}
