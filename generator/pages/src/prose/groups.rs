//! Sentences that ask for one of several members.

use std::ops::Range;

use crate::words::{is_name, pattern};

/// "either a or b", "at least one of a, b and c", as a sentence of its own.
pub(super) fn whole(text: &str) -> Option<Vec<String>> {
    let two = pattern!(
        r"^(?i)(?:(?:required )?(?:to provide )?(?:either )?)([A-Za-z_]\w*) or ([A-Za-z_]\w*)(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present))?[.。]?$"
    );
    if let Some(it) = two.captures(text)
        && pattern!(r"(?i)either|provide|required|mandatory|needs?|must").is_match(text)
    {
        return Some(sorted([&it[1], &it[2]]));
    }
    let several = pattern!(
        r"(?i)^(?:required[,:]? )?at least one of (.+?)(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present))?[.。]?$"
    );
    names(&several.captures(text)?[1])
}

/// The same with other words around it, and where it stands. The names have to look like names
/// there, because a sentence has many words with an "or" between them.
pub(super) fn inside(text: &str) -> Option<(Vec<String>, Range<usize>)> {
    let patterns = [
        pattern!(
            r"(?i)\bat least (?:(?:send|provide|pass|give|need) )?one(?: (?:ids?|fields?|parameters?|members?))?\s*(?:\bof\b|[.:,])?\s*([A-Za-z_]\w*(?:(?:\s*,\s*(?:and |or )?|\s+or\s+|\s+and\s+|\s*/\s*)[A-Za-z_]\w*)+)(?: (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present))?[.。]?"
        ),
        pattern!(
            r"(?i)\beither ([A-Za-z_]\w* or [A-Za-z_]\w*) (?:is|are|must be|should be|(?:needs?|has|have) to be) (?:required|mandatory|provided|given|passed|sent|present)[.。]?"
        ),
    ];
    patterns.into_iter().find_map(|it| {
        let found = it.captures(text)?;
        let telling = |name: &String| {
            name.contains('_') || name[1..].contains(|it: char| it.is_ascii_uppercase())
        };
        let names = names(found.get(1)?.as_str())?;
        let place = found.get(0)?.range();
        names.iter().all(telling).then_some((names, place))
    })
}

fn names(list: &str) -> Option<Vec<String>> {
    let joint = pattern!(r"(?i)\s*(?:,|、|/)\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+");
    let names: Vec<_> = joint.split(list).filter(|it| !it.is_empty()).collect();
    (names.len() > 1 && names.iter().all(|it| is_name(it))).then(|| sorted(names))
}

fn sorted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<_> = names.into_iter().map(str::to_owned).collect();
    names.sort();
    names
}
