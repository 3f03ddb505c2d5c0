//! Sentences that say when a member has an effect.

use std::ops::Range;

use super::{
    conditions::{self, condition, trim},
    starts::{start, this, words},
};
use crate::{condition::Condition, words::pattern};

/// When a member has an effect, and where that is said.
pub(super) fn effective(text: &str) -> Option<(Condition, Range<usize>)> {
    ignored(text)
        .or_else(|| when(text))
        .or_else(|| only_for(text))
        .or_else(|| chinese(text))
}

/// "Ignored if …", "has no effect unless …", "not supported for …".
fn ignored(text: &str) -> Option<(Condition, Range<usize>)> {
    let found = pattern!(concat!(
        start!(),
        this!(),
        r"(?i)(?:ignored|(?:it |this )?(?:has|will have) no effect|not (?:used|applicable|supported|available|valid|applied|effective))(?: only)?\s+(when|if|unless|for|in|with)\s+",
        words!(),
        r"\)?[.。]?"
    ))
    .captures(text)?;
    let place = found.get(0)?.range();
    let whole =
        pattern!(r"(?i)\b(?:ignored|has no|will have no|not )").find(&text[place.clone()])?;
    let words = trim(&text[place.start + whole.start()..place.end]);
    let joint = found[1].to_lowercase();
    let condition = match joint.as_str() {
        "unless" => condition(&found[2]),
        "for" | "in" | "with" => values(&found[2]).not(&words),
        _ => condition(&found[2]).not(&words),
    };
    Some((condition, place))
}

/// "Only valid when …".
fn when(text: &str) -> Option<(Condition, Range<usize>)> {
    let patterns = [
        pattern!(concat!(
            start!(),
            this!(),
            r"(?i)(?:only )?(?:effective|valid|applicable|applied|takes effect|applies|relevant|meaningful)(?: only)? (?:when|if)\s+",
            words!(),
            r"\)?[.。]?"
        )),
        pattern!(concat!(
            start!(),
            this!(),
            r"(?i)(?:can be )?(?:only (?:available|supported|used|sent|returned|present|considered|allowed)|(?:available|supported|used|sent|returned|present|considered|allowed) only|only) (?:when|if)\s+",
            words!(),
            r"\)?[.。]?"
        )),
    ];
    let found = patterns.into_iter().find_map(|it| it.captures(text))?;
    Some((condition(&found[1]), found.get(0)?.range()))
}

/// "Used only for …", "for … only".
fn only_for(text: &str) -> Option<(Condition, Range<usize>)> {
    const AFTER: usize = 1;
    let before = pattern!(concat!(
        start!(),
        this!(),
        r"(?i)(?:can be |can only be )?(?:(?:used|valid|effective|applicable|available|supported|allowed|applied|applies|works|relevant|returned|present|accepted|provided)\s+)?only\s+(?:(?:used|valid|effective|applicable|available|supported|allowed|applied|applies|works|relevant|returned|present|accepted|provided)\s+)?(?:for|in|with|on|by|to|when|after)\s+",
        words!(),
        r"\)?[.。]?"
    ));
    let behind = pattern!(concat!(
        start!(),
        this!(),
        r"(?i)(?:can be )?(?:(?:used|valid|effective|applicable|available|supported|allowed|applied|applies|works|relevant)\s+(?:for|in|to)|for)\s+([^().;。]+?)\s+only(?:[,.;)。]|\s*$)"
    ));
    let bare = pattern!(concat!(
        start!(),
        this!(),
        r"(?i:effective|valid|applicable|applies|available) (?i:for|to) ([A-Z][A-Z0-9_]+)[.。]?$"
    ));
    let patterns = [behind, before, bare];
    let found = patterns.into_iter().find_map(|it| it.captures(text))?;
    let what = found.get(AFTER)?.as_str();
    (!is_purpose(what)).then(|| (values(what), found.get(0).map_or(0..0, |it| it.range())))
}

/// "testing purposes", "as long as", "30 seconds": why or how long, not when.
pub(super) fn is_purpose(words: &str) -> bool {
    pattern!(
        r"(?i)\b(?:purposes?|reasons?|testing|debugging|reference|information|informational|display|compatibility|convenience|security)\b|\b(?:internal|personal|own|future|your) (?:use|usage)\b|^(?:as long as|the first|now|you|a (?:short|limited)|once|one|ever)\b|^\d+ |^(?:sign|verify|encrypt|decrypt|log|track|bill|report|sort|filter|display|identify|authenticat|match|search|process|record|bookkeep)ing\b"
    )
    .is_match(words)
}

/// Values of a field that the page does not name, or words.
fn values(words: &str) -> Condition {
    let trimmed = trim(words);
    match conditions::values(words) {
        Some(values) => Condition::Values {
            values,
            negated: false,
            words: trimmed,
        },
        None => Condition::Words(trimmed),
    }
}

fn chinese(text: &str) -> Option<(Condition, Range<usize>)> {
    let not = pattern!(
        r"(?:^|[;:,(。]\s*)(?:[当當如若]果?)?\s*([^,;。:()]{2,60}?)\s*[时時]\s*,?(?:[该該此本]?(?:字段|参数|參數))?(?:会被|會被|将被|將被|被)?(?:忽略|无效|無效|不生效|不起作用)\)?[。.]?"
    );
    if let Some(found) = not.captures(text) {
        let place = found.get(0)?.range();
        let words = trim(text[place.clone()].trim_start_matches([';', ':', ',', '(', '。', ' ']));
        return Some((condition(&found[1]).not(&words), place));
    }
    let when = [
        pattern!(
            r"(?:^|[;:,(。]\s*)(?:[仅僅只](?:有)?(?:[当當在])?)\s*([^,;。:()]{2,60}?)\s*[时時]\s*,?(?:才)?(?:有效|生效|可用|可填|返回|使用|需要|填写|起作用)?\)?(?:[。.,;]|$)"
        ),
        pattern!(
            r"(?:^|[;:,(。]\s*)(?:[当當如若]果?)?\s*([^,;。:()]{2,60}?)\s*[时時]\s*,?(?:[该該此本]?(?:字段|参数|參數))?(?:才)?(?:有效|生效)\)?[。.]?"
        ),
        pattern!(
            r"(?:^|[;:,(。、]\s*)([^,;。:()、]{2,60}?)\s*(?:の場合|のとき|の時|場合)(?:に)?(?:のみ|だけ)\s*(?:有効|使用|適用|必要)?[^,;。]{0,8}(?:[。.,;]|$)"
        ),
    ];
    if let Some(found) = when.into_iter().find_map(|it| it.captures(text)) {
        return Some((condition(&found[1]), found.get(0)?.range()));
    }
    let only = [
        pattern!(
            r"(?:^|[;:,(。]\s*)[仅僅只](?:适用于|適用於|用于|用於|限于|限於|限|对|對|针对)\s*([^,;。()]+?)(?:有效|生效|使用|可用)?\)?(?:[。.,;]|$)"
        ),
        // A form is no condition.
        pattern!(
            r"(?:^|[;:,(。]\s*)[仅僅]支持\s*([^,;。()]*[^\x00-\x7F、,;。()格式字符数字母图片])\)?(?:[。.,;]|$)"
        ),
    ];
    let found = only.into_iter().find_map(|it| it.captures(text))?;
    Some((values(&found[1]), found.get(0)?.range()))
}
