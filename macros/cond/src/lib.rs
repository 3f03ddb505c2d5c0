//! The condition language of stipula: `type == COUPON or product in [PASS, MOVIE]`.
//!
//! One language with two front doors. Every token of it is a Rust token, so the derive reads a
//! condition [from an attribute](parse_tokens) and the generator reads the same condition
//! [from a line of YAML](parse), through the same parser.
//!
//! ```text
//! cond := and { "or" and }     and := unary { "and" unary }     unary := "not" unary | test
//! test := "(" cond ")" [ "==" "(" cond ")" ] | "present" "(" path ")" | term op term
//!       | path [ "not" ] "in" "[" value {"," value} "]" | path "starts_with" STRING | path
//! term := path | value | "len" "(" path ")"
//! path := [ "root." | "parent." | "ctx." ] SEG { "." SEG } | "key"
//! op   := "==" | "!=" | "<" | "<=" | ">" | ">="     SEG := NAME | QUOTED
//! value := NAME | STRING | INTEGER | DECIMAL | "true" | "false"
//! ```
//!
//! The language is total and linear: no arithmetic, no loops, no calls. It is two-valued: a
//! comparison with an absent value is false, and `present()` is the only test of absence. That is
//! why `!=` on an optional field is refused: it reads as if it asked for presence, and does not.
//!
//! The way of a condition: text or tokens → [`ast::Expr`] → [`check`] against a [`Scope`] that
//! knows the fields → [`Cond`] → [English](english), [Rust](rust), a
//! [verdict on values](holds), or [canonical text](source) in other names.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod ast;
mod check;
mod compare;
mod cond;
mod cursor;
mod english;
mod error;
mod eval;
mod leaf;
mod limits;
mod literal;
mod lower;
mod parse;
mod print;
mod source;
mod unseen;

pub use check::{Found, Scope, Ty, check};
pub use cond::{Cond, Operand, Subject};
pub use english::{Words, advice, demand, english, quoted, relation};
pub use error::{Error, ErrorKind, Hint, span_range};
pub use eval::{Values, holds};
pub use leaf::{Leaf, Leaves};
pub use limits::{MAX_DEPTH, MAX_TEXT};
pub use lower::{Lower, rust};
pub use parse::{parse, parse_tokens};
pub use print::print;
pub use source::source;
pub use stipula_rules::suggest;
pub use unseen::{UNSEEN, escaped, is_unseen};
