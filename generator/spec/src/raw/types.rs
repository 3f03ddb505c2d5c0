//! Named types and rules between fields.

use stipula_contract::EnumOf;
use stipula_rules::{EXPECT, Group};

use super::{Keys, RawEvidence, RawField, RawType, evidence, field, keys, language};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

/// A named type as written.
#[derive(Debug)]
pub struct RawTypeDef {
    /// Name.
    pub name: Text,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
    /// Content.
    pub kind: RawTypeDefKind,
}

/// Content of a named type.
#[derive(Debug)]
pub enum RawTypeDefKind {
    /// An object.
    Object(RawBody),
    /// An enum.
    Enum(RawEnum),
    /// A choice: `tag` or `any`.
    Choice(RawType),
}

/// Fields and rules.
#[derive(Debug, Default)]
pub struct RawBody {
    /// Fields.
    pub fields: Vec<RawField>,
    /// Rules.
    pub rules: Vec<RawRule>,
    /// Other members are an error.
    pub closed: bool,
}

/// An enum as written.
#[derive(Debug)]
pub struct RawEnum {
    /// `of: integer`.
    pub of: EnumOf,
    /// Values.
    pub values: Vec<RawEnumValue>,
    /// Open in requests.
    pub open: bool,
    /// What may follow a value.
    pub moves: Option<Vec<(Text, Vec<Text>)>>,
}

impl RawEnum {
    /// Whether its values are whole numbers.
    pub fn is_of_integers(&self) -> bool {
        self.of == EnumOf::Integer
    }
}

/// A value as written.
#[derive(Debug)]
pub struct RawEnumValue {
    /// Text on the wire.
    pub wire: Text,
    /// Prose.
    pub doc: Option<Text>,
    /// Rust name.
    pub rust: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A rule between fields as written.
#[derive(Debug)]
pub struct RawRule {
    /// Id.
    pub id: Option<Text>,
    /// Blamed field.
    pub at: Option<Text>,
    /// Severity is a warning.
    pub warning: bool,
    /// Result code of the server.
    pub code: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
    /// The mapping.
    pub span: Span,
    /// What is demanded.
    pub kind: RawRuleKind,
}

/// What a rule demands, as written.
#[derive(Debug)]
pub enum RawRuleKind {
    /// `when` and `expect`.
    Expect(Option<Text>, Text),
    /// A group by its key.
    Group(Group, Vec<Text>),
}

/// Reads a named type.
pub(super) fn read(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawTypeDef> {
    let keys = Keys::open(node, &language::TYPE_DEF, sink)?;
    if let Some(kind) = field::choice(&keys, sink) {
        for key in ["fields", "rules", "closed", "enum", "of", "open", "moves"] {
            if let Some((key, _)) = keys.entry(key) {
                let message = format!("`{}` does not go with `tag` or `any`", key.value);
                sink.report(Diagnostic::new(Code::Exclusive, key.span, message));
            }
        }
        return Some(RawTypeDef {
            name: name.clone(),
            doc: keys.text("doc", sink),
            evidence: evidence::read(&keys, sink),
            kind: RawTypeDefKind::Choice(RawType {
                kind,
                span: name.span,
                as_text: None,
                constraints: Vec::new(),
            }),
        });
    }
    let kind = match (keys.has("enum"), keys.has("fields")) {
        (true, false) => {
            if let Some((key, _)) = keys.entry("closed") {
                let message = "`closed` belongs to a type with fields, and this one is an enum";
                sink.report(
                    Diagnostic::new(Code::Exclusive, key.span, message)
                        .help("an enum is closed in requests unless it is `open`"),
                );
            }
            RawTypeDefKind::Enum(enum_(&keys, sink))
        }
        (false, true) => {
            for key in ["of", "open", "moves"] {
                if let Some((key, _)) = keys.entry(key) {
                    let message = format!(
                        "`{}` belongs to an enum, and this type has fields",
                        key.value
                    );
                    sink.report(Diagnostic::new(Code::Exclusive, key.span, message));
                }
            }
            RawTypeDefKind::Object(RawBody {
                fields: fields(&keys, "fields", sink),
                rules: rules(&keys, sink),
                closed: keys.flag("closed", sink),
            })
        }
        (both, _) => {
            let message = if both {
                "a type has either `fields` or `enum`"
            } else {
                "a type needs `fields`, `enum`, `tag` or `any`"
            };
            let code = if both {
                Code::Exclusive
            } else {
                Code::MissingKey
            };
            sink.report(Diagnostic::new(code, name.span, message));
            return None;
        }
    };
    Some(RawTypeDef {
        name: name.clone(),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
        kind,
    })
}

fn enum_(keys: &Keys<'_>, sink: &mut Sink) -> RawEnum {
    let values = keys
        .map("enum", sink)
        .iter()
        .filter_map(|(wire, node)| value(wire, node, sink))
        .collect();
    let moves = keys.has("moves").then(|| {
        keys.map("moves", sink)
            .iter()
            .map(|(from, node)| (from.clone(), keys::texts(node, "`moves`", sink)))
            .collect()
    });
    let of = keys.text("of", sink);
    let of = of.and_then(|it| keys::word(&it, "`of`", &[("integer", EnumOf::Integer)], sink));
    RawEnum {
        of: of.unwrap_or(EnumOf::Text),
        values,
        open: keys.flag("open", sink),
        moves,
    }
}

fn value(wire: &Text, node: &Node, sink: &mut Sink) -> Option<RawEnumValue> {
    if let Node::Scalar(text) = node {
        let doc = (!text.value.is_empty()).then(|| text.clone());
        let evidence = RawEvidence::default();
        return Some(RawEnumValue {
            wire: wire.clone(),
            doc,
            rust: None,
            evidence,
        });
    }
    let keys = Keys::open(node, &language::ENUM_VALUE, sink)?;
    Some(RawEnumValue {
        wire: wire.clone(),
        doc: keys.text("doc", sink),
        rust: keys.text("rust", sink),
        evidence: evidence::read(&keys, sink),
    })
}

/// Reads the fields below a key.
pub(super) fn fields(keys: &Keys<'_>, name: &str, sink: &mut Sink) -> Vec<RawField> {
    keys.map(name, sink)
        .iter()
        .filter_map(|(wire, node)| field::read(wire, node, sink))
        .collect()
}

/// Fields that `at_least` takes: so many are tried in every combination.
const MOST: usize = 16;

/// Reads the list `rules`.
pub(super) fn rules(keys: &Keys<'_>, sink: &mut Sink) -> Vec<RawRule> {
    match keys.get("rules") {
        None => Vec::new(),
        Some(Node::List(items, _)) => items.iter().filter_map(|node| rule(node, sink)).collect(),
        Some(node) => {
            keys::wrong_kind(sink, node, "a list", "`rules`");
            Vec::new()
        }
    }
}

/// A group: its members, and how many of them where it counts.
fn group(group: Group, keys: &Keys<'_>, sink: &mut Sink) -> Option<RawRuleKind> {
    let name = group.code().name;
    if !matches!(group, Group::AtLeast(_)) {
        return Some(RawRuleKind::Group(group, keys.texts(name, sink)));
    }
    let counted = Keys::open(keys.get(name)?, &language::AT_LEAST, sink)?;
    for key in ["of", "count"] {
        if !counted.has(key) {
            counted.missing(key, "`at_least`", sink);
        }
    }
    let names = counted.texts("of", sink);
    let node = counted.get("count")?;
    let count: usize = keys::integer(node, "`count`", sink)?;
    let (message, help) = match (count, names.len()) {
        (_, 0 | 1) => return Some(RawRuleKind::Group(Group::AtLeast(count), names)),
        (0, _) => (
            "`count` is 0, so the rule demands nothing".to_owned(),
            "write how many of the fields have to be given",
        ),
        (1, _) => (
            "`count` is 1, which has a rule of its own".to_owned(),
            "write `at_least_one: […]`",
        ),
        (count, all) if count == all => (
            format!("`count` is {count}, which are all of them"),
            "write `required: true` on each",
        ),
        (count, all) if count > all => (
            format!("`count` is {count}, and there are only {all} of them"),
            "lower the count, or name more fields",
        ),
        (_, all) if all > MOST => (
            format!("`at_least` names {all} fields, and proofs take {MOST} at most"),
            "divide the fields into several rules",
        ),
        _ => return Some(RawRuleKind::Group(Group::AtLeast(count), names)),
    };
    sink.report(Diagnostic::new(Code::BadScalar, node.span(), message).help(help));
    None
}

fn rule(node: &Node, sink: &mut Sink) -> Option<RawRule> {
    let keys = Keys::open(node, &language::RULE, sink)?;
    let groups = Group::ALL.iter().map(|it| it.code().name);
    let all = groups.chain([EXPECT.name]);
    let demands: Vec<&str> = all.filter(|key| keys.has(key)).collect();
    let id = keys.required("id", "a rule", sink);
    let kind = match demands.as_slice() {
        ["expect"] => RawRuleKind::Expect(keys.text("when", sink), keys.text("expect", sink)?),
        [group] => {
            if let Some((when, _)) = keys.entry("when") {
                let message = format!("`when` goes with `expect`, not with `{group}`");
                sink.report(Diagnostic::new(Code::Exclusive, when.span, message));
            }
            self::group(Group::named(group)?, &keys, sink)?
        }
        [] => {
            sink.report(
                Diagnostic::new(Code::RuleDemand, keys.span, "this rule demands nothing").help(
                    "add `expect`, `at_least_one`, `exactly_one`, `at_most_one`, `all_or_none` or `at_least`",
                ),
            );
            return None;
        }
        several => {
            let message = format!(
                "a rule demands one thing, this one has {}",
                crate::diag::list(several)
            );
            sink.report(
                Diagnostic::new(Code::RuleDemand, keys.span, message).help("make it several rules"),
            );
            return None;
        }
    };
    if matches!(kind, RawRuleKind::Expect(..)) && !keys.has("at") {
        keys.missing("at", "a rule with `expect`", sink);
    }
    Some(RawRule {
        id,
        at: keys.text("at", sink),
        warning: keys::severity(&keys, sink).unwrap_or(false),
        code: keys.text("code", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
        span: keys.span,
        kind,
    })
}
