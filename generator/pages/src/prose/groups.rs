//! Sentences that count how many of several members are given.

use std::ops::Range;

use stipula_facts::Kind;

use super::{
    demand::Demand,
    starts::{given, name, start},
};
use crate::{
    waiting::Asked,
    words::{is_name, pattern},
};

/// A demand inside of a sentence, and where it stands.
pub(super) struct Found {
    pub(super) demand: Demand,
    pub(super) words: Range<usize>,
}

/// "either a or b", "at least one of a, b and c", as a sentence of its own.
pub(super) fn whole(text: &str) -> Option<Demand> {
    let two = pattern!(
        r"^(?i)(?:(?:required )?(?:to provide )?(?:(?:please )?(?:pass|specify|provide|use|send|give|set) )?(?:either )?)`?([A-Za-z_]\w*)`? or `?([A-Za-z_]\w*)`?(,? (?:but )?not both)?(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present|specified|set|used))?(,? (?:but )?not both)?[.。]?$"
    );
    if let Some(it) = two.captures(text)
        && pattern!(r"(?i)either|provide|required|mandatory|needs?|must|should|ha(?:s|ve) to")
            .is_match(text)
        && [&it[1], &it[2]].iter().all(|it| !is_literal(it))
    {
        let not_both = it.get(3).or_else(|| it.get(4)).is_some();
        let kind = if not_both {
            Kind::ExactlyOne
        } else {
            Kind::AtLeastOne
        };
        return Some(group(kind, [&it[1], &it[2]]));
    }
    let several = pattern!(
        r"(?i)^(?:required[,:]? )?at least one of (?:the )?(?:(?:following )?(?:fields?|parameters?|members?)[:]? )?(.+?)(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present|specified|set))?[.。]?$"
    );
    Some(group(Kind::AtLeastOne, names(&several.captures(text)?[1])?))
}

/// The same with other words around it, and where it stands. The names have to look like names
/// there, because a sentence has many words with an "or" between them. `own` is the member's name.
pub(super) fn inside(text: &str, own: &str) -> Option<Found> {
    counted(text)
        .or_else(|| either(text))
        .or_else(|| instead(text, own))
        .or_else(|| exclusive(text, own))
        .or_else(|| chinese(text, own))
}

/// "exactly one of a, b", "at least send one ID. a or b".
fn counted(text: &str) -> Option<Found> {
    let some = pattern!(
        r"(?i)\bat least (?:(?:send|provide|pass|give|need) )?one(?: (?:ids?|fields?|parameters?|members?))?\s*(?:\bof\b|[.:,])?\s*([A-Za-z_]\w*(?:(?:\s*,\s*(?:and |or )?|\s+or\s+|\s+and\s+|\s*/\s*)[A-Za-z_]\w*)+)(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present))?[.。]?"
    );
    if let Some(found) = some.captures(text)
        && let Some(names) = telling(&found[1])
    {
        return Some(Found {
            demand: group(Kind::AtLeastOne, names),
            words: found.get(0)?.range(),
        });
    }
    let found = pattern!(
        r"(?i)(?:^|[^a-z ]\s*|\s)((?:one and )?(?:exactly|only|at most|no more than|at least)?\s*one) of (?:the )?(?:(?:following )?(?:fields?|parameters?|members?):? )?((?:`?[A-Za-z_]\w*`?)(?:(?:\s*,\s*(?:and |or )?|\s+or\s+|\s+and\s+|\s*/\s*)`?[A-Za-z_]\w*`?)+)\s+(can|may|could|must|should|is|has to|needs? to|will|shall)\b(?: be)?(?: (?:required|mandatory|provided|given|passed|sent|present|specified|set|used|filled(?: in)?))?[.。]?"
    )
    .captures(text)?;
    let names = names(&found[2])?;
    let how = found[1].to_lowercase();
    let is_free = matches!(found[3].to_lowercase().as_str(), "can" | "may" | "could");
    let kind = match how.trim() {
        "at most one" | "no more than one" => Kind::AtMostOne,
        "only one" if is_free => Kind::AtMostOne,
        "exactly one" | "only one" | "one and only one" => Kind::ExactlyOne,
        _ if is_free => return None,
        _ => Kind::AtLeastOne,
    };
    Some(Found {
        demand: group(kind, names),
        words: found.get(0)?.range(),
    })
}

fn either(text: &str) -> Option<Found> {
    let patterns = [
        pattern!(
            r"(?i)\beither ([A-Za-z_]\w* or [A-Za-z_]\w*)(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present|specified|set))(,? (?:but )?not both)?[.。]?"
        ),
        pattern!(concat!(
            start!(),
            r"(?i)(?:please )?(?:pass|specify|provide|use|send|give|set|requires) either (`?[A-Za-z_]\w*`? or `?[A-Za-z_]\w*`?)(,? (?:but )?not both)?\b[.。]?"
        )),
    ];
    patterns.into_iter().find_map(|it| {
        let found = it.captures(text)?;
        let kind = match found.get(2) {
            Some(_) => Kind::ExactlyOne,
            None => Kind::AtLeastOne,
        };
        Some(Found {
            demand: group(kind, telling(&found[1])?),
            words: found.get(0)?.range(),
        })
    })
}

/// "can be specified instead of a": one of both, and not more.
fn instead(text: &str, own: &str) -> Option<Found> {
    let patterns = [
        pattern!(concat!(
            start!(),
            r"(?i)(?:(?:it|this|which|(?:this|the) (?:field|parameter)) )?(?:can|may|could|should|must) (?:also )?be ",
            given!(),
            r" (?i)(?:instead of|as an alternative to|in place of) (?:the )?",
            name!(),
            r"(?: (?:field|parameter))?\s*(?:[.,;)。]|$)"
        )),
        pattern!(concat!(
            start!(),
            r"(?i)(?:alternative to|(?:use|pass|specify|provide|send|set) (?:it|this|this field|this parameter) instead of) (?:the )?",
            name!(),
            r"(?: (?:field|parameter))?\s*(?:[.,;)。]|$)"
        )),
        pattern!(concat!(
            start!(),
            r"(?i)(?:alternatively,? )?",
            name!(),
            r" (?i)(?:can|may|could|should) (?:also )?be ",
            given!(),
            r" (?i)instead(?: of (?:it|this|this (?:field|parameter)))?\s*(?:[.,;)。]|$)"
        )),
    ];
    let found = patterns.into_iter().find_map(|it| it.captures(text))?;
    pair(&found, own)
}

/// "cannot be used together with a", "mutually exclusive with a".
fn exclusive(text: &str, own: &str) -> Option<Found> {
    let both = pattern!(
        r"(?i)(?:^|[^a-z ]\s*|\s)`?([A-Za-z_]\w*)`? and `?([A-Za-z_]\w*)`? (?:are mutually exclusive|(?:can't|can’t|cannot|can not|must not|may not|mustn't) (?:both be [a-z]+|be [a-z]+ (?:together|simultaneously|at the same time|both)))\s*(?:[.,;)。]|$)"
    );
    if let Some(found) = both.captures(text) {
        return Some(Found {
            demand: group(Kind::AtMostOne, [&found[1], &found[2]]),
            words: found.get(0)?.range(),
        });
    }
    let patterns = [
        pattern!(concat!(
            r"(?i)\bmutually exclusive (?:with|to) (?:the )?",
            name!(),
            r"(?: (?:field|parameter))?\s*(?:[.,;)。]|$)"
        )),
        pattern!(concat!(
            start!(),
            r"(?i)(?:(?:it|this|which|(?:this|the) (?:field|parameter)) )?(?:can't|can’t|cannot|can not|must not|may not|mustn't|not to) be (?:used|specified|combined|passed|set|sent|given|provided) (?:together |simultaneously |in combination |along |combined )?with (?:the )?",
            name!(),
            r"(?: (?:field|parameter))?\s*(?:[.,;)。]|$)"
        )),
        pattern!(concat!(
            start!(),
            r"(?i)(?:(?:it|this|which|(?:this|the) (?:field|parameter)) )?(?:can't|can’t|cannot|can not|must not|may not|mustn't) be ",
            given!(),
            r" (?i)(?:if|when) (?:the )?",
            name!(),
            r"(?: (?:field|parameter))? (?:is|was) ",
            given!(),
            r"\s*(?:[.,;)。]|$)"
        )),
    ];
    let found = patterns.into_iter().find_map(|it| it.captures(text))?;
    pair(&found, own)
}

fn pair(found: &regex::Captures<'_>, own: &str) -> Option<Found> {
    let other = found.get(1)?.as_str();
    let is_other = is_name(own) && other != own && !is_literal(other);
    is_other.then(|| Found {
        demand: group(Kind::AtMostOne, [own, other]),
        words: found.get(0).map_or(0..0, |it| it.range()),
    })
}

fn chinese(text: &str, own: &str) -> Option<Found> {
    let found = pattern!(
        r"(?:(?:[与與和跟同]\s*)?(?:`?[A-Za-z_]\w*`?)(?:\s*(?:、|/|,|和|与|與|或者?|及)\s*`?[A-Za-z_]\w*`?)*\s*)?(?:[两兩三]者|参数|參數|字段)?\s*,?\s*(?:中)?(?:必须|必須|需|须|只能|任)?\s*(?:([二两兩三四多][选選]一|[选選](?:填)?其一|[选選]填?一个)|(至少(?:传入?|填写?|提供|选填?)?(?:一[个項项]|其一|其中一个)|(?:不能|不可|不得)(?:同时|同時|都|均|全)[为為]空)|(互斥|(?:不能|不可|不得)(?:同时|同時)(?:传入?|填写?|使用|存在|出现|设置)))(?:必填|必传|传入|填写)?[。.]?"
    )
    .captures(text)?;
    let whole = found.get(0)?;
    let kind = match (found.get(1), found.get(2)) {
        (Some(_), _) => Kind::ExactlyOne,
        (_, Some(_)) => Kind::AtLeastOne,
        _ => Kind::AtMostOne,
    };
    let mut names: Vec<&str> = pattern!(r"[A-Za-z_]\w*")
        .find_iter(whole.as_str())
        .map(|it| it.as_str())
        .collect();
    // "Both": the names stand in the words before.
    if names.len() < 2 && is_name(own) && !names.contains(&own) {
        names.push(own);
    }
    let demand = if names.len() > 1 {
        group(kind, names)
    } else {
        Demand::Lost
    };
    Some(Found {
        demand,
        words: whole.range(),
    })
}

/// A sentence about the members of a table: "at most one of the optional fields can be present".
pub(crate) fn of_table(text: &str) -> Option<Asked> {
    let found = pattern!(
        r"(?i)\b(exactly|at most|at least|only|no more than) one of the (?:following )?(optional )?(?:fields|parameters|members)(?: other than ((?:`?[A-Za-z_]\w*`?)(?:(?:\s*,\s*(?:and |or )?|\s+or\s+|\s+and\s+)`?[A-Za-z_]\w*`?)*))?(?:,?\s+(?:can|may|must|should|will|is|has to|needs to)\b|[.;]|$)"
    )
    .captures(text);
    let Some(found) = found else {
        return match counted(text)?.demand {
            Demand::Group(kind, names) => Some(Asked::Table(kind, names)),
            _ => None,
        };
    };
    let how = found[1].to_lowercase();
    let is_free = pattern!(r"(?i)\b(?:can|may)\b").is_match(&text[found.get(0)?.range()]);
    let kind = match how.as_str() {
        "at least" => Kind::AtLeastOne,
        "exactly" => Kind::ExactlyOne,
        "only" if !is_free => Kind::ExactlyOne,
        _ => Kind::AtMostOne,
    };
    let except = found.get(3).map_or("", |it| it.as_str());
    let except = pattern!(r"[A-Za-z_]\w*")
        .find_iter(except)
        .map(|it| it.as_str());
    Some(Asked::Rest {
        kind,
        optional: found.get(2).is_some(),
        except: except
            .filter(|it| !matches!(*it, "and" | "or"))
            .map(str::to_owned)
            .collect(),
    })
}

fn group<'a>(kind: Kind, names: impl IntoIterator<Item = &'a str>) -> Demand {
    let mut names: Vec<_> = names.into_iter().map(str::to_owned).collect();
    names.sort();
    Demand::Group(kind, names)
}

/// Names that no sentence has by chance.
fn telling(list: &str) -> Option<Vec<&str>> {
    let is_telling =
        |name: &&str| name.contains('_') || name.chars().skip(1).any(|it| it.is_ascii_uppercase());
    names(list).filter(|it| it.iter().all(is_telling))
}

fn names(list: &str) -> Option<Vec<&str>> {
    let joint = pattern!(r"(?i)\s*(?:,|、|/)\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+");
    let names: Vec<_> = joint
        .split(list)
        .map(|it| it.trim_matches('`'))
        .filter(|it| !it.is_empty())
        .collect();
    let are_names = names.iter().all(|it| is_name(it) && !is_literal(it));
    (names.len() > 1 && are_names).then_some(names)
}

/// A value, and no name of a member.
fn is_literal(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "true" | "false" | "null" | "none" | "yes" | "no"
    )
}
