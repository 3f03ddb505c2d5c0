//! Sentences that say when a member is required or has an effect.

use super::conditions::{Condition, condition, several, trim};
use crate::pages::words::pattern;

/// What a sentence demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) enum Demand {
    Always,
    When(Condition),
    /// There is a condition, and the capture does not have it.
    Lost,
    /// One of these, at least.
    Either(Vec<String>),
}

/// A demand and what else the words say.
#[derive(Debug)]
pub(in crate::pages) struct Found {
    pub(in crate::pages) demand: Demand,
    /// The sentence says nothing else.
    pub(in crate::pages) whole: bool,
    /// The words without the demand, when there are others.
    pub(in crate::pages) rest: Option<String>,
}

/// Reads a demand; `None` when there is none.
pub(in crate::pages) fn required(text: &str) -> Option<Found> {
    let whole = |demand| {
        Some(Found {
            demand,
            whole: true,
            rest: None,
        })
    };
    if pattern!(r"^(?i:required|mandatory|必填|必传)[.。]?$").is_match(text) {
        return whole(Demand::Always);
    }
    if let Some(names) = either(text) {
        return whole(Demand::Either(names));
    }
    if let Some(found) = pattern!(r"^(?i:required|mandatory)\s+for\s+(\S+?)[.。]?$").captures(text)
    {
        return whole(Demand::When(Condition::Value(found[1].to_owned())));
    }
    // The badge in front of it is lost now and then.
    if let Some(found) = pattern!(r"^(?:(?i:required|mandatory)\s*,?\s*(?:only )?(?:when|if)|when|if)\s+([^.;]+(?:\.[^\s.][^.;]*)*)[.。]?$").captures(text)
        && (text.len() > 8 && !text.starts_with(['w', 'i']) || super::conditions::read(&trim(&found[1])).is_some())
    {
        return whole(Demand::When(condition(&found[1])));
    }
    let inside = pattern!(r"\(?\s*(?i:when|if)\s+([^().]+?),?\s+(?:this|the) (?:field|parameter|member) (?:is|becomes|must be) (?i:mandatory|required)\s*\)?[.。]?")
        .captures(text)
        .or_else(|| pattern!(r"\(?\s*(?i:this field is |is )?(?i:mandatory|required) (?:only )?(?:when|if)\s+([^().;]+)\s*\)?[.。]?").captures(text))
        .or_else(|| pattern!(r"\(?\s*[当當]\s*([^()。,]+?)\s*[时時],?\s*(?:[该該此]?(?:字段|参数|參數))?\s*(?:必填|必传|必选|为必填|必須)\)?[。.]?").captures(text))?;
    let words = inside.get(0)?;
    let demand = match condition(&inside[1]) {
        Condition::Words(it) if is_lost(&it) => Demand::Lost,
        other => Demand::When(other),
    };
    let rest = format!("{} {}", &text[..words.start()], &text[words.end()..])
        .trim()
        .to_owned();
    let whole = rest.is_empty();
    Some(Found {
        demand,
        whole,
        rest: (!whole).then_some(rest),
    })
}

/// A sentence that announces a list of conditions: whether all of the list are needed.
pub(in crate::pages) fn announces(text: &str) -> Option<bool> {
    let found = pattern!(r"^(?i:required|mandatory) (?i:when|if) (?:(?i)(any|all|one)\b.*|.*(?i:following|below).*):?$").captures(text)?;
    Some(
        found
            .get(1)
            .is_some_and(|it| it.as_str().eq_ignore_ascii_case("all")),
    )
}

/// The demand of a list of conditions.
pub(in crate::pages) fn listed(parts: &[String], all: bool) -> Demand {
    if parts.is_empty() {
        Demand::Lost
    } else {
        Demand::When(several(parts, all))
    }
}

/// "below value", "one of the following", and nothing follows.
fn is_lost(words: &str) -> bool {
    pattern!(r"(?i)\b(?:below|following)\b|以下|下列").is_match(words)
}

/// "either a or b", "at least one of a, b and c".
fn either(text: &str) -> Option<Vec<String>> {
    let found = pattern!(
        r"^(?i)(?:(?:required )?(?:to provide )?(?:either )?)([A-Za-z_]\w*) or ([A-Za-z_]\w*)(?: (?:is|are|must be) (?:required|mandatory|provided|given))?[.。]?$"
    );
    if let Some(it) = found.captures(text)
        && pattern!(r"(?i)either|provide|required|mandatory").is_match(text)
    {
        return Some(sorted([&it[1], &it[2]]));
    }
    let several = pattern!(
        r"(?i)^(?:required[,:]? )?at least one of (.+?)(?: (?:is|are|must be) (?:required|mandatory|provided|given))?[.。]?$"
    );
    let names = &several.captures(text)?[1];
    let names: Vec<_> = pattern!(r"\s*(?:,| and | or |/|、)\s*")
        .split(names)
        .filter(|it| !it.is_empty())
        .collect();
    let plain = names.len() > 1 && names.iter().all(|it| crate::pages::words::is_name(it));
    plain.then(|| sorted(names))
}

fn sorted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<_> = names.into_iter().map(str::to_owned).collect();
    names.sort();
    names
}

/// When a member has an effect; and whether the sentence says nothing else.
pub(in crate::pages) fn effective(text: &str) -> Option<(Condition, bool)> {
    let when = pattern!(
        r"^(?i)(?:only )?(?:effective|valid|applicable|takes effect|applies) (?:only )?(?:when|if)\s+(.+?)[.。]?$"
    );
    if let Some(found) = when.captures(text) {
        return Some((condition(&found[1]), true));
    }
    let value = pattern!(
        r"^(?i)(?:only )?(?:effective|valid|applicable|applies) (?:only )?(?:for|to) ([A-Z][A-Z0-9_]+)(?: only)?[.。]?$"
    );
    let found = value.captures(text)?;
    Some((Condition::Value(found[1].to_owned()), true))
}
