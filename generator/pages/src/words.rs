//! Words in cells: types, requirement, names.

use std::borrow::Cow;

/// A constant pattern, compiled once.
macro_rules! pattern {
    ($text:expr) => {{
        static PATTERN: std::sync::LazyLock<crate::words::Pattern> =
            std::sync::LazyLock::new(|| crate::words::Pattern::of($text));
        &*PATTERN
    }};
}
pub(super) use pattern;

/// A pattern whose `\d`, `\s`, `\w` and `\b` are of ASCII: a letter of Chinese ends a word of English.
#[derive(Debug)]
pub(super) struct Pattern(regex::Regex);

impl Pattern {
    /// For a constant of this crate, which is tested.
    pub(super) fn of(text: &str) -> Self {
        Self(regex::Regex::new(&of_ascii(text)).expect("a constant pattern"))
    }

    /// The first match. Most patterns match nothing of most texts, which is known sooner than where
    /// their groups would be.
    pub(super) fn captures<'t>(&self, text: &'t str) -> Option<regex::Captures<'t>> {
        self.0.is_match(text).then(|| self.0.captures(text))?
    }
}

impl std::ops::Deref for Pattern {
    type Target = regex::Regex;

    fn deref(&self) -> &regex::Regex {
        &self.0
    }
}

fn of_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut letters = text.chars();
    let mut is_class = false;
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            match letter {
                '[' => is_class = true,
                ']' => is_class = false,
                _ => {}
            }
            out.push(letter);
            continue;
        }
        match (letters.next(), is_class) {
            (Some('d'), false) => out.push_str("[0-9]"),
            (Some('d'), true) => out.push_str("0-9"),
            (Some('w'), false) => out.push_str("[0-9A-Za-z_]"),
            (Some('w'), true) => out.push_str("0-9A-Za-z_"),
            (Some('W'), false) => out.push_str("[^0-9A-Za-z_]"),
            (Some('s'), false) => out.push_str(r"[\t\n\v\f\r ]"),
            (Some('s'), true) => out.push_str(r"\t\n\v\f\r "),
            (Some('S'), false) => out.push_str(r"[^\t\n\v\f\r ]"),
            (Some('b'), false) => out.push_str(r"(?-u:\b)"),
            (other, _) => out.extend(['\\'].into_iter().chain(other)),
        }
    }
    out
}

/// Full-width punctuation as ASCII, for patterns; never for digests.
pub(super) fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let wide = |it: char| match it {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        other => other,
    };
    text.chars().map(wide).collect()
}

/// How much a member is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
    Conditional,
}

impl Need {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Conditional => "conditional",
        }
    }
}

/// The requirement a cell states, and what the cell says besides.
pub(super) fn need(cell: &str) -> Option<(Need, &str)> {
    let cell = cell.trim();
    if let Some(need) = need_word(cell) {
        return Some((need, ""));
    }
    let end = cell.find([
        ' ', ',', '.', ':', ';', '(', '\u{ff08}', '\u{ff0c}', '\u{ff1a}', '。',
    ])?;
    let (word, rest) = cell.split_at(end);
    let rest = rest.trim_matches([' ', ',', '.', ':', ';', '\u{ff0c}', '\u{ff1a}', '。']);
    need_word(word).map(|need| (need, rest))
}

/// Whether a cell is a mark like those for requirement, and none that is known: `ME`.
pub(super) fn is_strange_mark(cell: &str) -> bool {
    pattern!(r"^[A-Z]{1,2}\*?$").is_match(cell.trim()) && need(cell).is_none()
}

/// The requirement that a badge states: a whole word, a star or a tick, and nothing else.
pub(super) fn badge(text: &str) -> Option<Need> {
    if matches!(text.trim(), "*" | "(*)") {
        return Some(Need::Required);
    }
    let text = text.trim().trim_matches(['[', ']', '*', ':']);
    let word = text.to_lowercase();
    match word.as_str() {
        "not required" => Some(Need::Optional),
        "true" | "false" | "yes" | "no" | "是" | "否" | "must" => None,
        _ if text.len() < 2 => None,
        _ => need_word(text),
    }
}

fn need_word(word: &str) -> Option<Need> {
    Some(match word.to_lowercase().as_str() {
        "m" | "y" | "r" | "yes" | "required" | "mandatory" | "true" | "must" | "必填" | "必传"
        | "必选" | "必须" | "是" | "✓" | "✔" | "✔\u{fe0f}" | "√" | "✅" | "(tick)" | "(/)"
        | ":check_mark:" | ":white_check_mark:" | "必需" | "必輸" | "必输" => Need::Required,
        "o" | "n" | "no" | "optional" | "false" | "可选" | "选填" | "任意" | "✗" | "✘" | "×"
        | "❌" | "(error)" | "(x)" | ":cross_mark:" | ":x:" | "not required" | "非必填" | "否"
        | "可空" | "可選" | "選填" => Need::Optional,
        "c" | "conditional" | "条件必填" | "条件" | "條件" | "条件可选" => {
            Need::Conditional
        }
        _ => return None,
    })
}

/// A type that a page names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Type {
    /// The normalised name.
    pub(super) name: String,
    /// `string(64)` says it in the type.
    pub(super) max_chars: Option<u64>,
}

impl Type {
    pub(super) fn is_list(&self) -> bool {
        self.name.starts_with("list")
    }

    /// Whether its members have names: an object, JSON, or a shape with a name.
    pub(super) fn is_object(&self) -> bool {
        let scalar = ["string", "integer", "number", "boolean", "date", "null"];
        !self.is_list() && self.name.split(" | ").any(|it| !scalar.contains(&it))
    }
}

/// A type as a cell writes it; a name that is no known word is the name of a shape.
pub(super) fn type_of(cell: &str) -> Option<Type> {
    let cell = cell.trim();
    if let Some(known) = known_type(cell) {
        return Some(known);
    }
    if pattern!(r"^[A-Za-z][A-Za-z0-9_.]*$").is_match(cell) {
        return Some(Type {
            name: cell.to_owned(),
            max_chars: None,
        });
    }
    let is_choice = pattern!(r"^[A-Za-z0-9_.]+(?:\s*,\s*(?:and |or )?|\s+or\s+|\s*\|\s*)[A-Za-z]")
        .is_match(cell);
    let name = is_choice.then(|| several(cell))??;
    Some(Type {
        name,
        max_chars: None,
    })
}

/// A type that is written with words every page uses.
pub(super) fn known_type(cell: &str) -> Option<Type> {
    let cell = ascii(cell);
    let cell = &*cell;
    let plain = |name: String| {
        Some(Type {
            name,
            max_chars: None,
        })
    };
    if let Some(word) = type_word(cell) {
        return plain(word.to_owned());
    }
    let sized = pattern!(r"^([^\s(]+)\s*\(\s*(\d+)\s*\)$");
    if let Some(found) = sized.captures(cell) {
        let name = type_word(&found[1])?.to_owned();
        return Some(Type {
            name,
            max_chars: found[2].parse().ok(),
        });
    }
    if let Some(found) = pattern!(r"^([A-Za-z]+)\s*\(\s*\d+\s*,\s*\d+\s*\)$").captures(cell) {
        return plain(type_word(&found[1]).unwrap_or("number").to_owned());
    }
    let list = pattern!(
        r"^(?i:list|array|set|数组|列表)\s*(?:<|\[|\(|of\s)\s*([A-Za-z][A-Za-z0-9_.]*)\s*[>\])]?$"
    );
    let element = list
        .captures(cell)
        .or_else(|| pattern!(r"^([A-Za-z][A-Za-z0-9_.]*)\s*\[\]$").captures(cell));
    if let Some(found) = element {
        let many = found[1].strip_suffix('s').and_then(type_word);
        let element = type_word(&found[1]).or(many).unwrap_or(&found[1]);
        return plain(format!("list<{element}>"));
    }
    if let Some(name) = formed(cell) {
        return plain(name.to_owned());
    }
    if let Some(found) = pattern!(r"^(?i:list|array) of (.+)$").captures(cell) {
        // "Array of A or Array of B" is one of two lists.
        if pattern!(r"(?i)(?:,|\||\bor\b|\band\b)\s*(?:or |and )?(?:list|array) of ")
            .is_match(&found[1])
        {
            return several(cell).and_then(plain);
        }
        let element = several(&found[1])?;
        return plain(format!("list<{element}>"));
    }
    pattern!(r"^(?i:map)\s*<.*>$").is_match(cell).then(|| Type {
        name: "object".to_owned(),
        max_chars: None,
    })
}

/// A type with the form of its values: `string <date-time>`, `integer(int64)`, `enum<string>`.
fn formed(cell: &str) -> Option<&'static str> {
    let found =
        pattern!(r"^([A-Za-z]+)\s*[<(]\s*([A-Za-z][A-Za-z0-9\-]*)\s*[>)]$").captures(cell)?;
    let scalar =
        |word: &str| type_word(word).filter(|it| !matches!(*it, "list" | "object" | "json"));
    if found[1].eq_ignore_ascii_case("enum") {
        return scalar(&found[2]);
    }
    scalar(&found[1])
}

/// Whether a text is several types that every page uses, or one and nothing: `string or null`.
pub(super) fn known_choice(cell: &str) -> bool {
    let joint = pattern!(r"\s+or\s+|\s*\|\s*");
    let mut names = joint.split(cell.trim());
    cell.contains(['|', ' '])
        && names.all(|it| it.eq_ignore_ascii_case("null") || known_type(it).is_some())
}

/// One of several types, as a page lists them: `Integer or String`, `A, B and C`.
fn several(cell: &str) -> Option<String> {
    let joint = pattern!(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*\|\s*");
    let names: Vec<&str> = joint
        .split(cell.trim())
        .filter(|it| !it.is_empty())
        .collect();
    let types: Option<Vec<String>> = names
        .into_iter()
        .map(|it| type_of(it).map(|it| it.name))
        .collect();
    types.filter(|it| !it.is_empty()).map(|it| it.join(" | "))
}

fn type_word(word: &str) -> Option<&'static str> {
    Some(match word.to_lowercase().as_str() {
        "string" | "str" | "text" | "varchar" | "char" | "enum" | "字符串" | "文本" | "字串"
        | "枚举" => "string",
        "integer" | "int" | "long" | "short" | "int32" | "int64" | "bigint" | "整数" | "整型"
        | "长整型" | "整數" => "integer",
        "number" | "double" | "float" | "decimal" | "bigdecimal" | "数字" | "数值" | "數字" => {
            "number"
        }
        "boolean" | "bool" | "true" | "布尔" | "布尔值" | "布爾" => "boolean",
        "date" | "datetime" | "timestamp" | "日期" | "时间" | "时间戳" => "date",
        "object" | "map" | "对象" | "物件" => "object",
        "json" | "jsonobject" => "json",
        "array" | "list" | "数组" | "列表" | "陣列" => "list",
        _ => return None,
    })
}

/// Whether a text can be the name of a member or header.
pub(super) fn is_name(text: &str) -> bool {
    pattern!(r"^[A-Za-z_$][A-Za-z0-9_$\-]*(?:\[\])?(?:\.[A-Za-z0-9_$\-]*(?:\[\])?)*$")
        .is_match(text)
}
