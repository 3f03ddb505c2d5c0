//! Sentences that say when a member is required.

use super::{
    conditions::{self, condition, several, trim},
    demand::Demand,
    effects, groups,
    starts::{given, start, this, words},
};
use crate::{condition::Condition, words::pattern};

/// A demand and what else the sentence says.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) demand: Demand,
    /// The words without the demand.
    pub(crate) rest: String,
}

/// Reads the demand of a sentence; `None` when there is none. `name` is the member's own.
pub(crate) fn required(text: &str, name: &str) -> Option<Found> {
    if let Some(demand) = whole(text) {
        return Some(Found {
            demand,
            rest: String::new(),
        });
    }
    if let Some(found) = groups::inside(text, name) {
        return Some(Found {
            demand: found.demand,
            rest: without(text, &found.words),
        });
    }
    let (words, demand) = if let Some(found) = for_values(text) {
        found
    } else {
        let found = clause(text)?;
        (found.get(0)?.range(), when(found.get(1)?.as_str()))
    };
    Some(Found {
        demand,
        rest: without(text, &words),
    })
}

/// A text without some of its words.
pub(super) fn without(text: &str, words: &std::ops::Range<usize>) -> String {
    let rest = format!("{} {}", &text[..words.start], &text[words.end..]);
    rest.trim().to_owned()
}

/// "required if …" and its like, with other words around it.
fn clause(text: &str) -> Option<regex::Captures<'_>> {
    let patterns = [
        // "if …, this field is required"
        pattern!(concat!(
            start!(),
            r"(?i:when|if)\s+([^().]+?),?\s+(?:(?:this|the) (?:field|parameter|member)|it) (?:(?i:is|becomes|must be) (?i:mandatory|required)|(?i:must|has to|needs to) be ",
            given!(),
            r")\s*\)?[.。]?"
        )),
        pattern!(concat!(
            start!(),
            this!(),
            r"(?i:mandatory|required|needed)[,:]? (?i:only |also )?(?i:when|if|in case)\s+",
            words!(),
            r"\)?[.。]?"
        )),
        pattern!(concat!(
            start!(),
            r"(?i:(?:it|this|(?:this|the) (?:field|parameter|value)) )?(?i:must|has to|needs to) be (?:`?(?i:true|false)`?|",
            given!(),
            r") (?i:only )?(?i:when|if)\s+",
            words!(),
            r"\)?[.。]?"
        )),
        pattern!(
            r"(?:^|[;:,(。]\s*)[当當若]\s*([^()。,;]+?)\s*[时時]?\s*,?\s*(?:则|則)?(?:[该該此本]?(?:字段|参数|參數|项|項))?(?:为|為|是|需要?|须)?(?:必填|必传|必选|必輸|必输|必需|必须填写|必须传入|必须传|必須)(?:项|項)?\)?[。.]?"
        ),
        pattern!(
            r"(?:^|[;:,(。]\s*)(?:条件)?(?:必填|必传)\s*[,:(]\s*(?:[仅僅]?[当當])\s*([^()。,;]+?)\s*[时時]?\)?(?:[。.;]|$)"
        ),
        pattern!(
            r"(?:^|[;:,(。]\s*)(?:如果?)?([^,;。:()]{2,60}?)\s*[时時]\s*,?(?:[该該此本]?(?:字段|参数|參數|项|項))?(?:为|為|是)?(?:必填|必传|必选|必輸|必输|必须传|必須)(?:项|項)?\)?[。.]?"
        ),
        pattern!(
            r"(?:^|[;:,(。、]\s*)([^,;。:()、]{2,60}?)\s*(?:の場合|場合|のとき|の時)(?:は|に|のみ|には)*\s*、?(?:必須|必要)(?:です|となります)?[。.]?"
        ),
        pattern!(
            r"(?:^|[;:,(。]\s*)([A-Za-z_]\w*\s*(?:为|為|是|=)\s*[A-Za-z0-9_]+)\s*(?:必填|必传|必选)\)?[。.]?"
        ),
    ];
    patterns.into_iter().find_map(|it| it.captures(text))
}

/// "required unless …", "required for A and B".
fn for_values(text: &str) -> Option<(std::ops::Range<usize>, Demand)> {
    let unless = pattern!(concat!(
        start!(),
        this!(),
        r"(?i:mandatory|required)\s*,?\s*(?i:unless)\s+",
        words!(),
        r"\)?[.。]?"
    ));
    if let Some(found) = unless.captures(text) {
        let words = trim(&format!("unless {}", &found[1]));
        let demand = Demand::When(condition(&found[1]).not(&words));
        return Some((found.get(0)?.range(), demand));
    }
    let some = pattern!(concat!(
        start!(),
        this!(),
        r"(?i:only )?(?i:mandatory|required) (?i:only )?(?i:for|with)\s+([^().;。]+)\)?[.。]?"
    ));
    let found = some.captures(text)?;
    let words = trim(&found[1]);
    // "Required for authentication" says why.
    let is_case =
        pattern!(r"^(?:all |the )?[a-z]+s\b").is_match(&words) && !effects::is_purpose(&words);
    let condition = match conditions::values(&words) {
        Some(values) => Condition::Values {
            values,
            negated: false,
            words,
        },
        None if is_case => Condition::Words(words),
        None => return None,
    };
    Some((found.get(0)?.range(), Demand::When(condition)))
}

/// Whether a sentence forbids a member in some case: no kind of fact says so.
pub(super) fn forbids(text: &str) -> bool {
    pattern!(concat!(
        start!(),
        r"(?i)(?:(?:it|this|(?:this|the) (?:field|parameter|value)) )?(?:omit(?: (?:it|this|the field|this field|the parameter|this parameter))?|(?:must|should|has to) be (?:omitted|empty|absent|left out|left empty)|(?:must not|mustn't|can't|can’t|cannot|can not|may not|should not) be ",
        given!(),
        r"|(?:is |are )?not allowed) (?i)(?:if|when|unless)\s"
    ))
    .is_match(text)
        || pattern!(concat!(
            r"(?i)(?:^|\.\s+)(?:if|when) (?:it is |this is )?(?:true|false|specified|set|given|passed), (?:the )?`?\w+`? (?:must not|can't|can’t|cannot|can not|may not) be ",
            given!()
        ))
        .is_match(text)
        || pattern!(r"[时時场場]合?,?(?:不可|不能|不得|禁止)(?:传|填|传入|填写|使用|设置)").is_match(text)
}

/// A sentence that says nothing else.
fn whole(text: &str) -> Option<Demand> {
    if pattern!(r"^(?i:required|mandatory|必填|必传|必选|必須|必须)(?:です)?[.。]?$").is_match(text)
    {
        return Some(Demand::Always);
    }
    if pattern!(r"^(?i:optional|选填|可选|非必填|選填|可選|任意|省略可能?)(?:です)?[.。]?$")
        .is_match(text)
    {
        return Some(Demand::Never);
    }
    if let Some(demand) = groups::whole(text) {
        return Some(demand);
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
        && (!found[1].contains(';') || conditions::read(&trim(&found[1])).is_some())
    {
        return Some(when(&found[1]));
    }
    // The badge in front of it is lost now and then.
    let found = pattern!(r"^(?:when|if)\s+(.+)$").captures(text)?;
    let read = conditions::read(&trim(&found[1])).filter(|it| it.unsure.is_empty());
    read.map(|it| Demand::When(Condition::Read(it)))
}

fn when(words: &str) -> Demand {
    match condition(words) {
        Condition::Words(it) if is_lost(&it) => Demand::Lost,
        Condition::Read(it) if !it.unsure.is_empty() && is_lost(&it.words) => Demand::Lost,
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
