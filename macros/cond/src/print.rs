//! The canonical text of a condition, such that parsing it gives the same condition.

use std::fmt::{self, Display, Formatter, Write as _};

use proc_macro2::{TokenStream, TokenTree};

use crate::ast::{Base, Expr, ExprKind, Path, Segment, Term, Value, ValueKind};
use crate::unseen::is_unseen;

/// Words that mean something at the start of a term.
const RESERVED: &[&str] = &[
    "and",
    "or",
    "not",
    "in",
    "true",
    "false",
    "present",
    "len",
    "starts_with",
    "root",
    "parent",
    "ctx",
    "key",
];

/// Writes a condition in its canonical form.
pub fn print(expr: &Expr) -> String {
    expr.to_string()
}

/// How tightly a form binds; a looser one inside a tighter one stands in brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tightness {
    Or,
    And,
    Test,
}

fn tightness(kind: &ExprKind) -> Tightness {
    match kind {
        ExprKind::Or(_) => Tightness::Or,
        ExprKind::And(_) => Tightness::And,
        ExprKind::Not(_)
        | ExprKind::Iff(..)
        | ExprKind::Present(_)
        | ExprKind::Compare { .. }
        | ExprKind::In { .. }
        | ExprKind::StartsWith { .. }
        | ExprKind::Test(_)
        | ExprKind::Constant(_) => Tightness::Test,
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::And(all) => chain(f, all, " and ", Tightness::And),
            ExprKind::Or(all) => chain(f, all, " or ", Tightness::Or),
            ExprKind::Not(inner) => match inner.kind {
                ExprKind::Present(_) | ExprKind::Test(_) | ExprKind::Not(_) => {
                    write!(f, "not {inner}")
                }
                ExprKind::And(_)
                | ExprKind::Or(_)
                | ExprKind::Iff(..)
                | ExprKind::Compare { .. }
                | ExprKind::In { .. }
                | ExprKind::StartsWith { .. }
                | ExprKind::Constant(_) => write!(f, "not ({inner})"),
            },
            ExprKind::Iff(left, right) => write!(f, "({left}) == ({right})"),
            ExprKind::Present(path) => write!(f, "present({path})"),
            ExprKind::Compare { left, op, right } => write!(f, "{left} {} {right}", op.as_str()),
            ExprKind::In {
                path,
                negated,
                values,
            } => {
                write!(f, "{path} {}in [", if *negated { "not " } else { "" })?;
                for (index, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if index == 0 { "" } else { ", " })?;
                }
                f.write_char(']')
            }
            ExprKind::StartsWith { path, prefix } => {
                write!(f, "{path} starts_with ")?;
                quote(f, &prefix.text)
            }
            ExprKind::Test(path) => path.fmt(f),
            ExprKind::Constant(constant) => constant.fmt(f),
        }
    }
}

fn chain(f: &mut Formatter<'_>, all: &[Expr], word: &str, outer: Tightness) -> fmt::Result {
    for (index, part) in all.iter().enumerate() {
        if index > 0 {
            f.write_str(word)?;
        }
        if tightness(&part.kind) <= outer {
            write!(f, "({part})")?;
        } else {
            part.fmt(f)?;
        }
    }
    Ok(())
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Term::Path(path) => path.fmt(f),
            Term::Value(value) => value.fmt(f),
            Term::Len(path) => write!(f, "len({path})"),
        }
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.base {
            Base::This => "",
            Base::Root => "root.",
            Base::Parent => "parent.",
            Base::Context => "ctx.",
            Base::Key => "key",
        })?;
        for (index, segment) in self.segments.iter().enumerate() {
            if index > 0 {
                f.write_char('.')?;
            } else if self.base == Base::This && RESERVED.contains(&segment.name.as_str()) {
                f.write_str("r#")?;
            }
            segment.fmt(f)?;
        }
        Ok(())
    }
}

impl Display for Segment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if is_name(&self.name) {
            f.write_str(&self.name)?;
        } else {
            quote(f, &self.name)?;
        }
        f.write_str(if self.optional { "?" } else { "" })
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ValueKind::Name(name) if matches!(name.as_str(), "true" | "false") => {
                write!(f, "r#{name}")
            }
            ValueKind::Name(name) => f.write_str(name),
            ValueKind::Text(text) => quote(f, text),
            ValueKind::Integer(integer) => integer.fmt(f),
            ValueKind::Decimal(decimal) => f.write_str(decimal),
            ValueKind::Bool(constant) => constant.fmt(f),
        }
    }
}

/// Whether the text is one identifier, as Rust sees it.
pub(crate) fn is_name(text: &str) -> bool {
    if text.is_ascii() {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '_');
        return rest.len() < text.len()
            && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    }
    // `r#名` is one token as well, but stands for another name.
    if text.starts_with("r#") {
        return false;
    }
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return false;
    };
    let mut tokens = tokens.into_iter();
    let first = tokens.next();
    tokens.next().is_none() && matches!(first, Some(TokenTree::Ident(ident)) if ident == text)
}

pub(crate) fn quote(f: &mut impl fmt::Write, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            '\t' => f.write_str("\\t")?,
            c if is_unseen(c) => write!(f, "\\u{{{:x}}}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}
