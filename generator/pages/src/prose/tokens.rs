//! Words and signs of a condition.

use std::collections::VecDeque;

use crate::words::pattern;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Word(String),
    Quoted(String),
    /// `==` and its words. A sign, unlike a word, stands before a value only.
    Equals {
        sign: bool,
    },
    Order(String),
    /// `/`, `,`: another value follows.
    Slash,
    Or,
    And,
    Not,
    Neither,
    /// "is set", and with a value behind it "is set to".
    Set,
    Given,
    Absent,
}

impl Token {
    pub(super) fn value(&self) -> Option<&str> {
        match self {
            Self::Word(it) | Self::Quoted(it) => Some(it),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&str> {
        let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
        self.value()
            .filter(|it| it.starts_with(is_first) && !it.contains(char::is_whitespace))
    }

    /// Whether it is a text that a sentence would not have by chance.
    pub(super) fn is_plainly_a_value(&self) -> bool {
        match self {
            Self::Quoted(_) => true,
            Self::Word(it) => {
                it.contains(|c: char| c.is_ascii_digit() || c == '_')
                    || it.len() > 1 && it.chars().all(|c| !c.is_ascii_lowercase())
                    || matches!(it.as_str(), "true" | "false")
            }
            _ => false,
        }
    }
}

/// The tokens of words; `None` when there is a sign that no condition has.
pub(super) fn tokens(words: &str) -> Option<VecDeque<Token>> {
    let words =
        pattern!(r"(?i)\b(is|are|was|were|has|have|do|does)n['’]t\b").replace_all(words, "$1 not");
    let pattern = pattern!(
        r#"[=!<>]=?=?|"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`|[A-Za-z0-9_$][A-Za-z0-9_.+$\-]*|[/,;|、]|不为空|不為空|非空|不空|有值|已传入|已传|传入|传了|已填|存在|为空|為空|不传|未传入|未传|未填写|未填|不填|未提供|没传|不存在|不等于|不等於|等于|等於|指定されていない|指定がない|指定しない|指定されている|指定された|指定がある|不为|不為|不是|并且|並且|或者|以及|字段|参数|參數|[^\s]"#
    );
    let mut found: Vec<Token> = Vec::new();
    for word in pattern.find_iter(&words).map(|it| it.as_str()) {
        let lower = word.to_lowercase();
        if is_skipped(&lower, found.last()) {
            continue;
        }
        if matches!(lower.as_str(), "empty" | "null") {
            // Only as "not empty": whether an empty text counts as given is another matter.
            if found.pop() != Some(Token::Not) {
                return None;
            }
            found.push(Token::Given);
            continue;
        }
        if matches!(
            lower.as_str(),
            "不为" | "不為" | "不是" | "不等于" | "不等於"
        ) {
            found.extend([Token::Equals { sign: true }, Token::Not]);
            continue;
        }
        let token = match joint(&lower).or_else(|| asked(&lower)) {
            Some(token) => token,
            None => text(word)?,
        };
        // ", or" joins once.
        if matches!(token, Token::Or | Token::And) && found.last() == Some(&Token::Slash) {
            found.pop();
        }
        found.push(token);
    }
    Some(found.into())
}

/// Words that say nothing, and those that say "equals" once more.
fn is_skipped(word: &str, last: Option<&Token>) -> bool {
    match word {
        "the" | "field" | "fields" | "parameter" | "parameters" | "value" | "of" | "to"
        | "been" | "both" | "either" | "字段" | "参数" | "參數" | "的" | "都" | "均" | "值" => {
            true
        }
        // "is one of", "is equal to".
        "one" | "equal" => matches!(last, Some(Token::Equals { .. } | Token::Not)),
        "is" | "are" | "was" | "were" | "has" | "have" | "equals" | "in" => {
            matches!(last, Some(Token::Equals { .. } | Token::Not))
        }
        "为" | "是" | "爲" | "為" | "取" | "等于" | "等於" => {
            matches!(last, Some(Token::Equals { .. }))
        }
        _ => false,
    }
}

/// What stands between values and clauses.
fn joint(word: &str) -> Option<Token> {
    Some(match word {
        "/" | "," | "、" | "|" => Token::Slash,
        ";" | "or" | "nor" | "或" | "或者" => Token::Or,
        "and" | "且" | "并" | "并且" | "並且" | "和" | "与" | "與" | "以及" => {
            Token::And
        }
        _ => return None,
    })
}

/// What is asked of a member.
fn asked(word: &str) -> Option<Token> {
    Some(match word {
        "=" | "==" | "===" | "为" | "是" | "爲" | "為" | "取" | "等于" | "等於" | "が" => {
            Token::Equals { sign: true }
        }
        "is" | "are" | "was" | "were" | "has" | "have" | "equals" | "in" => {
            Token::Equals { sign: false }
        }
        "!=" | "<" | "<=" | ">" | ">=" => Token::Order(word.to_owned()),
        "not" => Token::Not,
        "neither" | "none" => Token::Neither,
        "set" => Token::Set,
        "present"
        | "provided"
        | "given"
        | "specified"
        | "passed"
        | "supplied"
        | "sent"
        | "filled"
        | "used"
        | "included"
        | "不为空"
        | "不為空"
        | "非空"
        | "不空"
        | "有值"
        | "已传入"
        | "已传"
        | "传入"
        | "传了"
        | "已填"
        | "存在"
        | "指定されている"
        | "指定された"
        | "指定がある" => Token::Given,
        "absent"
        | "omitted"
        | "missing"
        | "unset"
        | "unspecified"
        | "为空"
        | "為空"
        | "不传"
        | "未传入"
        | "未传"
        | "未填写"
        | "未填"
        | "不填"
        | "未提供"
        | "没传"
        | "不存在"
        | "指定されていない"
        | "指定がない"
        | "指定しない" => Token::Absent,
        _ => return None,
    })
}

/// A name or a value.
fn text(word: &str) -> Option<Token> {
    if word.starts_with(['"', '“', '\'', '`']) {
        let mut letters = word.chars();
        letters.next();
        // A quote alone is no text.
        letters.next_back()?;
        return Some(Token::Quoted(letters.as_str().to_owned()));
    }
    let is_text = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let word = word
        .starts_with(is_text)
        .then(|| word.trim_end_matches(['.', '-']))?;
    Some(Token::Word(match word {
        "True" | "False" => word.to_lowercase(),
        _ => word.to_owned(),
    }))
}
