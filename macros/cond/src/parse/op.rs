//! Operators, and those of other languages.

use super::Parser;
use crate::ast::Op;
use crate::error::{Error, ErrorKind};

impl Parser {
    /// The comparison operator when one stands here.
    pub(super) fn op(&mut self) -> Result<Option<Op>, Error> {
        let c = &self.cursor;
        if c.at_pair('<', '>') {
            return Err(self.foreign("<>", "!="));
        }
        let (op, length) = if c.at_pair('=', '=') {
            (Op::Eq, 2)
        } else if c.at_pair('!', '=') {
            (Op::Ne, 2)
        } else if c.at_pair('<', '=') {
            (Op::Le, 2)
        } else if c.at_pair('>', '=') {
            (Op::Ge, 2)
        } else if c.at_punct('<') {
            (Op::Lt, 1)
        } else if c.at_punct('>') {
            (Op::Gt, 1)
        } else if c.at_punct('=') {
            return Err(self.foreign("=", "=="));
        } else {
            return Ok(None);
        };
        for _ in 0..length {
            self.cursor.advance();
        }
        if op.is_ordering() || !self.cursor.at_punct('=') {
            return Ok(Some(op));
        }
        Err(match op {
            Op::Ne => self.foreign("!==", "!="),
            Op::Eq | Op::Lt | Op::Le | Op::Gt | Op::Ge => self.foreign("===", "=="),
        })
    }

    fn foreign(&self, written: &'static str, meant: &'static str) -> Error {
        Error::new(ErrorKind::Foreign { written, meant }, self.cursor.span())
    }

    /// Like `expected`, but recognises the operators of other languages.
    pub(super) fn unexpected(&self, what: &'static str) -> Error {
        for (punct, written, meant) in [('&', "&&", "and"), ('|', "||", "or"), ('!', "!", "not")] {
            if self.cursor.at_punct(punct) {
                return self.foreign(written, meant);
            }
        }
        for (written, meant) in [
            ("AND", "and"),
            ("OR", "or"),
            ("NOT", "not"),
            ("IN", "in"),
            ("is", "=="),
            ("IS", "=="),
        ] {
            if self.cursor.at_word(written) {
                return self.foreign(written, meant);
            }
        }
        self.cursor.expected(what)
    }
}
