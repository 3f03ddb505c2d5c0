//! Value rules as written: each is read as the form of its argument says.

mod range;

use stipula_rules::{Shape, VALUE_RULES, ValueRule};

use super::{
    RawEvidence, evidence,
    keys::{self, Keys},
    language,
};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// A value rule as written.
#[derive(Debug, Clone)]
pub struct RawConstraint {
    /// The key.
    pub key: Text,
    /// The rule of the registry.
    pub rule: &'static ValueRule,
    /// What it is told.
    pub argument: RawArgument,
    /// The value.
    pub span: Span,
    /// Severity is a warning.
    pub warning: bool,
    /// Id.
    pub id: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A bound: a number, or `any`.
pub type RawBound = Option<i64>;

/// An end of a range, as written.
#[derive(Debug, Clone)]
pub struct RawEnd {
    /// The number.
    pub text: Text,
    /// The range goes up to it, without it.
    pub is_excluded: bool,
}

/// The argument of a value rule, as written.
#[derive(Debug, Clone)]
pub enum RawArgument {
    /// Nothing; the rule is switched on.
    None,
    /// A number.
    Count(u64),
    /// A number by map key.
    Lengths(Vec<(Text, u64)>),
    /// Two ends.
    Range(RawBound, RawBound),
    /// Two ends, of which one has a fraction or is left out of the range.
    Bounds(Option<RawEnd>, Option<RawEnd>),
    /// A text.
    Text(Text),
    /// A number of digits.
    Decimals(u32),
}

/// Every value rule of a field or item.
pub(super) fn all(keys: &Keys<'_>, sink: &mut Sink) -> Vec<RawConstraint> {
    let written = VALUE_RULES.iter().filter(|it| it.key.is_some());
    let written: Vec<RawConstraint> = written
        .filter_map(|rule| {
            let (key, node) = keys.entry(rule.code.name)?;
            one(rule, key, node, sink)
        })
        .collect();
    let format = keys
        .entry("format")
        .and_then(|(key, node)| format(key, node, sink));
    written.into_iter().chain(format).collect()
}

/// A rule that a spec names as a format.
fn format(key: &Text, node: &Node, sink: &mut Sink) -> Option<RawConstraint> {
    let word = match node {
        Node::Map(entries, _) => entries
            .iter()
            .find(|(key, _)| key.value == "is")
            .map(|it| &it.1),
        Node::Scalar(_) | Node::List(..) => Some(node),
    };
    let rules = VALUE_RULES.iter().filter(|it| it.is_format);
    let rules: Vec<_> = rules.map(|it| (it.code.name, *it)).collect();
    let Some(word) = word else {
        // `is` is missing, which reading the mapping tells.
        return one(rules.first()?.1, key, node, sink);
    };
    let word = keys::text(word, "`format`", sink)?;
    let rule = keys::word(&word, "`format`", &rules, sink)?;
    one(rule, key, node, sink)
}

fn one(
    rule: &'static ValueRule,
    key: &Text,
    node: &Node,
    sink: &mut Sink,
) -> Option<RawConstraint> {
    let long = match node {
        Node::Map(entries, _) => entries.iter().any(|(key, _)| key.value == "is"),
        Node::Scalar(_) | Node::List(..) => false,
    };
    if !long {
        return Some(RawConstraint {
            key: key.clone(),
            rule,
            argument: argument(rule, node, sink)?,
            span: node.span(),
            warning: false,
            id: None,
            doc: None,
            evidence: RawEvidence::default(),
        });
    }
    let keys = Keys::open(node, &language::VALUE_RULE, sink)?;
    let value = keys.get("is")?;
    Some(RawConstraint {
        key: key.clone(),
        rule,
        argument: argument(rule, value, sink)?,
        span: value.span(),
        warning: keys::severity(&keys, sink).unwrap_or(false),
        id: keys.text("id", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn argument(rule: &ValueRule, node: &Node, sink: &mut Sink) -> Option<RawArgument> {
    if rule.is_format {
        return Some(RawArgument::None);
    }
    let what = format!("`{}`", rule.code.name);
    match rule.argument {
        Shape::None | Shape::Sibling => keys::flag(node, &what, sink)?.then_some(RawArgument::None),
        Shape::Count { least } => count(node, &what, least, sink),
        Shape::Lengths => lengths(node, &what, sink),
        Shape::Range => range::read(node, &what, sink),
        Shape::Text { empty } => {
            let text = keys::text(node, &what, sink)?;
            if text.value.is_empty() {
                let diagnostic = Diagnostic::new(Code::BadScalar, text.span, empty);
                sink.report(diagnostic);
                return None;
            }
            Some(RawArgument::Text(text))
        }
        Shape::Constant | Shape::Pattern => keys::text(node, &what, sink).map(RawArgument::Text),
        Shape::Decimals => keys::integer(node, &what, sink).map(RawArgument::Decimals),
    }
}

fn count(node: &Node, what: &str, least: u64, sink: &mut Sink) -> Option<RawArgument> {
    let count: u64 = keys::integer(node, what, sink)?;
    if count < least {
        let message = format!("{what} is at least {least}");
        sink.report(Diagnostic::new(Code::BadScalar, node.span(), message));
        return None;
    }
    Some(RawArgument::Count(count))
}

fn lengths(node: &Node, what: &str, sink: &mut Sink) -> Option<RawArgument> {
    let Node::Map(entries, _) = node else {
        return keys::integer(node, what, sink).map(RawArgument::Count);
    };
    let keys = entries
        .iter()
        .filter_map(|(key, node)| Some((key.clone(), keys::integer(node, what, sink)?)))
        .collect();
    Some(RawArgument::Lengths(keys))
}
