//! Clauses of a condition: a member, and what is asked of it.

use std::collections::VecDeque;

use super::tokens::{Token, tokens};
use crate::condition::{one_of, quote};

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
