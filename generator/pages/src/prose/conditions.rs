//! Conditions in words, put into the language of the spec.

use crate::{
    condition::{Condition, quote},
    words::pattern,
};

/// Reads words after "when" or "if"; keeps them when they cannot be read.
pub(crate) fn condition(words: &str) -> Condition {
    let words = trim(words);
    read(&words).map_or(Condition::Words(words), Condition::Read)
}

/// Words without the marks around them.
pub(super) fn trim(words: &str) -> String {
    let end = |it: char| it.is_whitespace() || matches!(it, '.' | ',' | ';' | ':' | '。' | ')');
    words.trim_start().trim_end_matches(end).to_owned()
}

/// Several conditions of a list, of which one is enough, or all are needed.
pub(super) fn several(parts: &[String], all: bool) -> Condition {
    let read: Option<Vec<_>> = parts.iter().map(|it| read(&trim(it))).collect();
    let joint = if all { " and " } else { " or " };
    match read {
        Some(parts) if all && parts.len() > 1 => {
            let bracket = |it: &String| {
                if it.contains(" or ") {
                    format!("({it})")
                } else {
                    it.clone()
                }
            };
            Condition::Read(parts.iter().map(bracket).collect::<Vec<_>>().join(joint))
        }
        Some(parts) => Condition::Read(parts.join(joint)),
        None => Condition::Words(
            parts
                .iter()
                .map(|it| trim(it))
                .collect::<Vec<_>>()
                .join(if all { "; and " } else { "; or " }),
        ),
    }
}

/// The condition, or `None` when a word of it is not understood.
pub(super) fn read(words: &str) -> Option<String> {
    if let Some(text) = given(words) {
        return Some(text);
    }
    let tokens = tokens(words)?;
    let mut rest = tokens.as_slice();
    let mut text = String::new();
    loop {
        let (clause, joint, after) = clause(rest)?;
        text.push_str(&clause);
        rest = after;
        match joint {
            None => break,
            Some(word) => {
                text.push(' ');
                text.push_str(word);
                text.push(' ');
            }
        }
    }
    stipula_cond::parse(&text).is_ok().then_some(text)
}

/// "a and b are not specified": which members are given, and which are not.
fn given(words: &str) -> Option<String> {
    let whole = pattern!(
        r"^(?:neither )?([A-Za-z_]\w*(?:(?:\s*,\s*(?:and |or |nor )?|\s+(?:and|or|nor)\s+)[A-Za-z_]\w*)*)\s+(?:is|are|was|were)\s+(not\s+)?(?:specified|provided|given|passed|present|supplied|sent)$"
    );
    let found = whole.captures(words)?;
    let absent = found.get(2).is_some() || words.starts_with("neither ");
    let any = pattern!(r"\sor\s").is_match(&found[1]);
    let joint = pattern!(r"\s*,\s*(?:(?:and|or|nor)\s+)?|\s+(?:and|or|nor)\s+");
    let names: Vec<&str> = joint.split(&found[1]).collect();
    let one = |name: &&str| {
        if absent {
            format!("not present({name})")
        } else {
            format!("present({name})")
        }
    };
    let all: Vec<String> = names.iter().map(one).collect();
    let text = all.join(if any { " or " } else { " and " });
    stipula_cond::parse(&text).is_ok().then_some(text)
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Quoted(String),
    /// `==` and its words.
    Equals {
        sign: bool,
    },
    Order(String),
    /// `/`, `,`: another value follows.
    Slash,
    Or,
    And,
    Given,
}

impl Token {
    fn value(&self) -> Option<&str> {
        match self {
            Self::Word(it) | Self::Quoted(it) => Some(it),
            _ => None,
        }
    }

    /// Whether it is a text that a sentence would not have by chance.
    fn is_plainly_a_value(&self) -> bool {
        match self {
            Self::Quoted(_) => true,
            Self::Word(it) => {
                it.contains(|c: char| c.is_ascii_digit() || c == '_')
                    || it.len() > 1 && it.chars().all(|c| !c.is_ascii_lowercase())
                    || matches!(it.to_lowercase().as_str(), "true" | "false")
            }
            _ => false,
        }
    }
}

fn tokens(words: &str) -> Option<Vec<Token>> {
    let pattern = pattern!(
        r#"[=!<>]=?=?|"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`|[A-Za-z0-9_$][A-Za-z0-9_.+$\-]*|[/,;|、]|[^\s]"#
    );
    let mut found: Vec<Token> = Vec::new();
    for word in pattern.find_iter(words).map(|it| it.as_str()) {
        let token = match word.to_lowercase().as_str() {
            "the" | "field" | "parameter" | "value" | "of" | "to" => continue,
            "=" | "==" | "===" => Token::Equals { sign: true },
            "is" | "are" | "equals" | "equal" | "set" | "in" | "为" | "是" | "爲" | "為" | "取"
            | "值" => match found.last() {
                Some(Token::Equals { .. }) => continue,
                _ => Token::Equals { sign: false },
            },
            "!=" | "<" | "<=" | ">" | ">=" => Token::Order(word.to_owned()),
            "/" | "," | "、" | "|" => Token::Slash,
            ";" | "or" | "或" | "或者" => Token::Or,
            "and" | "且" | "并" => Token::And,
            "present" | "provided" | "given"
                if matches!(found.last(), Some(Token::Equals { sign: false })) =>
            {
                Token::Given
            }
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
        if token == Token::Or && found.last() == Some(&Token::Slash) {
            found.pop();
        }
        found.push(token);
    }
    Some(found)
}

type Clause<'a> = (String, Option<&'static str>, &'a [Token]);

fn clause(tokens: &[Token]) -> Option<Clause<'_>> {
    let (first, rest) = tokens.split_first()?;
    let name = first
        .value()
        .filter(|it| it.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'))?;
    match rest {
        [Token::Equals { .. }, Token::Given, rest @ ..] => joint(format!("present({name})"), rest),
        [Token::Equals { sign }, rest @ ..] => {
            let (values, rest) = values(rest);
            if values.is_empty() || !*sign && !values.iter().all(|it| it.is_plainly_a_value()) {
                return None;
            }
            let texts: Vec<_> = values
                .iter()
                .filter_map(|it| it.value())
                .map(quote)
                .collect();
            let text = match texts.as_slice() {
                [one] => format!("{name} == {one}"),
                many => format!("{name} in [{}]", many.join(", ")),
            };
            joint(text, rest)
        }
        [Token::Order(op), value, rest @ ..] => {
            joint(format!("{name} {op} {}", quote(value.value()?)), rest)
        }
        _ => None,
    }
}

/// Values up to the next clause.
fn values(mut tokens: &[Token]) -> (Vec<&Token>, &[Token]) {
    let mut found = Vec::new();
    while let [value, rest @ ..] = tokens {
        if value.value().is_none() {
            break;
        }
        found.push(value);
        tokens = rest;
        let more = match tokens {
            [Token::Slash | Token::Or, value, after @ ..] => {
                value.value().is_some()
                    && !matches!(after.first(), Some(Token::Equals { .. } | Token::Order(_)))
            }
            _ => false,
        };
        if !more {
            break;
        }
        tokens = &tokens[1..];
    }
    (found, tokens)
}

fn joint(text: String, rest: &[Token]) -> Option<Clause<'_>> {
    match rest {
        [] => Some((text, None, rest)),
        [Token::Or | Token::Slash, rest @ ..] => Some((text, Some("or"), rest)),
        [Token::And, rest @ ..] => Some((text, Some("and"), rest)),
        _ => None,
    }
}
