//! Clauses of a condition: a member, and what is asked of it.

use std::collections::VecDeque;

use crate::{
    condition::{one_of, quote},
    words::pattern,
};

/// What words say in the language of the spec.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) text: String,
    /// Names and words that could be values of them, or words of the sentence.
    pub(super) unsure: Vec<(String, String)>,
}

/// Reads clauses that are joined; `None` when a word is not understood.
pub(super) fn read(words: &str) -> Option<Read> {
    let mut rest = Tokens(tokens(words)?);
    let mut read = Read {
        text: String::new(),
        unsure: vec![],
    };
    loop {
        let clause = rest.clause(&mut read.unsure)?;
        read.text.push_str(&clause);
        match rest.0.pop_front() {
            None => break,
            Some(Token::Or | Token::Slash) => read.text.push_str(" or "),
            Some(Token::And) => read.text.push_str(" and "),
            Some(_) => return None,
        }
    }
    stipula_cond::parse(&read.text).is_ok().then_some(read)
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
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
    fn value(&self) -> Option<&str> {
        match self {
            Self::Word(it) | Self::Quoted(it) => Some(it),
            _ => None,
        }
    }

    fn name(&self) -> Option<&str> {
        let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
        self.value()
            .filter(|it| it.starts_with(is_first) && !it.contains(char::is_whitespace))
    }

    /// Whether it is a text that a sentence would not have by chance.
    fn is_plainly_a_value(&self) -> bool {
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
fn tokens(words: &str) -> Option<VecDeque<Token>> {
    let words =
        pattern!(r"(?i)\b(is|are|was|were|has|have|do|does)n['’]t\b").replace_all(words, "$1 not");
    let pattern = pattern!(
        r#"[=!<>]=?=?|"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`|[A-Za-z0-9_$][A-Za-z0-9_.+$\-]*|[/,;|、]|不为空|不為空|非空|不空|有值|已传入|已传|传入|传了|已填|存在|为空|為空|不传|未传入|未传|未填写|未填|不填|未提供|没传|不存在|不等于|不等於|等于|等於|指定されていない|指定がない|指定しない|指定されている|指定された|指定がある|不为|不為|不是|并且|並且|或者|以及|字段|参数|參數|[^\s]"#
    );
    let mut found: Vec<Token> = Vec::new();
    for word in pattern.find_iter(&words).map(|it| it.as_str()) {
        let token = match word.to_lowercase().as_str() {
            "the" | "field" | "fields" | "parameter" | "parameters" | "value" | "of" | "to"
            | "been" | "both" | "either" | "字段" | "参数" | "參數" | "的" | "都" | "均" | "值" =>
            {
                continue;
            }
            // "is one of", "is equal to".
            "one" | "equal" if matches!(found.last(), Some(Token::Equals { .. } | Token::Not)) => {
                continue;
            }
            "=" | "==" | "===" => Token::Equals { sign: true },
            "为" | "是" | "爲" | "為" | "取" | "が" | "等于" | "等於" => {
                match found.last() {
                    Some(Token::Equals { .. }) => continue,
                    _ => Token::Equals { sign: true },
                }
            }
            "is" | "are" | "was" | "were" | "has" | "have" | "equals" | "in" => {
                match found.last() {
                    Some(Token::Equals { .. } | Token::Not) => continue,
                    _ => Token::Equals { sign: false },
                }
            }
            "不为" | "不為" | "不是" | "不等于" | "不等於" => {
                found.push(Token::Equals { sign: true });
                Token::Not
            }
            "不为空"
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
            "为空"
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
            "not" => Token::Not,
            "neither" | "none" => Token::Neither,
            "!=" | "<" | "<=" | ">" | ">=" => Token::Order(word.to_owned()),
            "/" | "," | "、" | "|" => Token::Slash,
            ";" | "or" | "nor" | "或" | "或者" => Token::Or,
            "and" | "且" | "并" | "并且" | "並且" | "和" | "与" | "與" | "以及" => {
                Token::And
            }
            "set" => Token::Set,
            "present" | "provided" | "given" | "specified" | "passed" | "supplied" | "sent"
            | "filled" | "used" | "included" => Token::Given,
            "absent" | "omitted" | "missing" | "unset" | "unspecified" => Token::Absent,
            // Only as "not empty": whether an empty text counts as given is another matter.
            "empty" | "null" if found.last() == Some(&Token::Not) => {
                found.pop();
                Token::Given
            }
            "empty" | "null" => return None,
            _ if word.starts_with(['"', '“', '\'', '`']) => {
                let mut letters = word.chars();
                letters.next();
                // A quote alone is no text.
                letters.next_back()?;
                Token::Quoted(letters.as_str().to_owned())
            }
            _ if word.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$') => {
                let word = word.trim_end_matches(['.', '-']);
                Token::Word(match word {
                    "True" | "False" => word.to_lowercase(),
                    _ => word.to_owned(),
                })
            }
            _ => return None,
        };
        // ", or" joins once.
        if matches!(token, Token::Or | Token::And) && found.last() == Some(&Token::Slash) {
            found.pop();
        }
        found.push(token);
    }
    Some(found.into())
}

struct Tokens(VecDeque<Token>);

impl Tokens {
    fn take(&mut self, token: &Token) -> bool {
        let found = self.0.front() == Some(token);
        if found {
            self.0.pop_front();
        }
        found
    }

    fn takes_equals(&mut self) -> Option<bool> {
        let Some(Token::Equals { sign }) = self.0.front() else {
            return None;
        };
        let sign = *sign;
        self.0.pop_front();
        Some(sign)
    }

    fn clause(&mut self, unsure: &mut Vec<(String, String)>) -> Option<String> {
        let neither = self.take(&Token::Neither);
        if let Some(text) = self.given(neither) {
            return Some(text);
        }
        if neither {
            return None;
        }
        let name = self.0.pop_front()?.name()?.to_owned();
        if let Some(Token::Order(op)) = self.0.front() {
            let op = op.clone();
            self.0.pop_front();
            let value = self.0.pop_front()?;
            return Some(format!("{name} {op} {}", quote(value.value()?)));
        }
        let sign = self.takes_equals()?;
        let negated = self.take(&Token::Not);
        self.take(&Token::Set);
        let values = self.values();
        if values.is_empty() {
            return None;
        }
        if !sign {
            let doubts = values.iter().filter(|it| !it.is_plainly_a_value());
            let doubts = doubts.filter_map(|it| Some((name.clone(), it.value()?.to_owned())));
            unsure.extend(doubts);
        }
        let texts: Vec<String> = values
            .iter()
            .filter_map(|it| it.value().map(str::to_owned))
            .collect();
        Some(one_of(&name, &texts, negated))
    }

    /// "a and b are not specified": which members are given, and which are not.
    fn given(&mut self, neither: bool) -> Option<String> {
        let mut names: Vec<&str> = Vec::new();
        let mut any = false;
        let mut rest = self.0.iter();
        let mut next = rest.next();
        loop {
            names.push(next?.name()?);
            next = rest.next();
            match next {
                Some(Token::Or) => any = true,
                Some(Token::And | Token::Slash) => {}
                _ => break,
            }
            next = rest.next();
        }
        if matches!(next, Some(Token::Equals { .. })) {
            next = rest.next();
        }
        let negated = next == Some(&Token::Not);
        if negated {
            next = rest.next();
        }
        let absent = match next? {
            Token::Given => negated,
            Token::Absent if !negated => true,
            // "is set to" has a value behind it.
            Token::Set if rest.clone().next().is_none_or(|it| it.value().is_none()) => negated,
            _ => return None,
        };
        let not = if absent || neither { "not " } else { "" };
        let all: Vec<String> = names
            .iter()
            .map(|it| format!("{not}present({it})"))
            .collect();
        let text = all.join(if any && !neither { " or " } else { " and " });
        let left = rest.len();
        self.0.drain(..self.0.len() - left);
        Some(text)
    }

    /// Values up to the next clause.
    fn values(&mut self) -> Vec<Token> {
        let mut found = Vec::new();
        while self.0.front().is_some_and(|it| it.value().is_some()) {
            found.extend(self.0.pop_front());
            let is_last = match (self.0.front(), self.0.get(1)) {
                (Some(Token::Slash | Token::Or), Some(value)) => {
                    let after = self.0.get(2);
                    value.value().is_none()
                        || matches!(
                            after,
                            Some(
                                Token::Equals { .. }
                                    | Token::Order(_)
                                    | Token::Given
                                    | Token::Absent
                            )
                        )
                }
                _ => true,
            };
            if is_last {
                break;
            }
            self.0.pop_front();
        }
        found
    }
}
