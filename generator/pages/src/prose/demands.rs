//! Sentences that say when a member is required or has an effect.

use super::{
    conditions::{condition, several, trim},
    groups,
};
use crate::{condition::Condition, words::pattern};

/// What a sentence demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Demand {
    Always,
    When(Condition),
    /// There is a condition, and the capture does not have it.
    Lost,
    /// One of these, at least.
    Either(Vec<String>),
}

/// A demand and what else the sentence says.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) demand: Demand,
    /// The words without the demand.
    pub(crate) rest: String,
}

/// Reads the demand of a sentence; `None` when there is none.
pub(crate) fn required(text: &str) -> Option<Found> {
    if let Some(demand) = whole(text) {
        return Some(Found {
            demand,
            rest: String::new(),
        });
    }
    if let Some((names, words)) = groups::inside(text) {
        return Some(Found {
            demand: Demand::Either(names),
            rest: format!("{} {}", &text[..words.start], &text[words.end..])
                .trim()
                .to_owned(),
        });
    }
    let found = pattern!(r"\(?\s*(?i:when|if)\s+([^().]+?),?\s+(?:this|the) (?:field|parameter|member) (?:is|becomes|must be) (?i:mandatory|required)\s*\)?[.。]?")
        .captures(text)
        .or_else(|| pattern!(r"\(?\s*(?i:(?:this (?:field|parameter) )?is )?(?i:mandatory|required) (?:only )?(?:when|if)\s+([^().]+)\s*\)?[.。]?").captures(text))
        .or_else(|| pattern!(r"\(?\s*[当當]\s*([^()。,]+?)\s*[时時],?\s*(?:[该該此本]?(?:字段|参数|參數))?\s*(?:必填|必传|必选|必輸|为必填|必须填写|必須)\)?[。.]?").captures(text))?;
    let words = found.get(0)?;
    let rest = format!("{} {}", &text[..words.start()], &text[words.end()..]);
    Some(Found {
        demand: when(&found[1]),
        rest: rest.trim().to_owned(),
    })
}

/// A sentence that says nothing else.
fn whole(text: &str) -> Option<Demand> {
    if pattern!(r"^(?i:required|mandatory|必填|必传)[.。]?$").is_match(text) {
        return Some(Demand::Always);
    }
    if let Some(names) = groups::whole(text) {
        return Some(Demand::Either(names));
    }
    if let Some(found) = pattern!(r"^(?i:required|mandatory)\s+for\s+(\S+?)[.。]?$").captures(text)
    {
        return Some(Demand::When(Condition::Value(found[1].to_owned())));
    }
    if let Some(found) =
        pattern!(r"^(?i:required|mandatory) (?i:when|if) (?i:(any|all|one)\b[^:]*):\s*(.+)$")
            .captures(text)
    {
        let parts: Vec<_> = found[2].split(';').map(trim).collect();
        return Some(listed(&parts, found[1].eq_ignore_ascii_case("all")));
    }
    if let Some(found) =
        pattern!(r"^(?i:required|mandatory)\s*,?\s*(?i:only )?(?i:when|if)\s+(.+)$").captures(text)
    {
        return Some(when(&found[1]));
    }
    // The badge in front of it is lost now and then.
    let found = pattern!(r"^(?:when|if)\s+(.+)$").captures(text)?;
    super::conditions::read(&trim(&found[1])).map(|it| Demand::When(Condition::Read(it)))
}

fn when(words: &str) -> Demand {
    match condition(words) {
        Condition::Words(it) if is_lost(&it) => Demand::Lost,
        other => Demand::When(other),
    }
}

/// A sentence that announces a list of conditions: whether all of the list are needed.
pub(crate) fn announces(text: &str) -> Option<bool> {
    let found = pattern!(r"^(?i:required|mandatory) (?i:when|if) (?:(?i:(any|all|one)\b[^:]*)|[^:]*(?i:following|below)[^:]*):?$").captures(text)?;
    Some(
        found
            .get(1)
            .is_some_and(|it| it.as_str().eq_ignore_ascii_case("all")),
    )
}

/// Whether the words of an announcement say nothing but "any" or "all".
pub(crate) fn is_plain_announcement(text: &str) -> bool {
    pattern!(r"^(?i)(?:required|mandatory) (?:when|if) (?:any|all|one)(?: of the)?(?: following)? conditions?(?: (?:is|are))? met:?$").is_match(text)
}

/// The demand of a list of conditions.
pub(crate) fn listed(parts: &[String], all: bool) -> Demand {
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

/// When a member has an effect.
pub(crate) fn effective(text: &str) -> Option<Condition> {
    let when = pattern!(
        r"^(?i)(?:only )?(?:effective|valid|applicable|takes effect|applies) (?:only )?(?:when|if)\s+(.+?)[.。]?$"
    );
    if let Some(found) = when.captures(text) {
        return Some(condition(&found[1]));
    }
    let value = pattern!(
        r"^(?i)(?:only )?(?:effective|valid|applicable|applies) (?:only )?(?:for|to) ([A-Z][A-Z0-9_]+)(?: only)?[.。]?$"
    );
    let found = value.captures(text)?;
    Some(Condition::Value(found[1].to_owned()))
}
