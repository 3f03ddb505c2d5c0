//! Rules as demands: when a condition holds, something must be so.

use serde_json::{Value as Any, json};

use stipula_contract::{
    Base, Field, FieldRule, FieldRuleKind, Length, Place, Presence, PresenceRule, RuleMeta,
    Severity,
};
use stipula_logic::cases::operands_given;

use super::{
    Json,
    condition::{Test, schema},
    ids,
    split::{ALWAYS, all, not},
};

/// A rule in the form that is lowered.
pub(super) struct Demand<'a> {
    /// Wire name of the member that is blamed.
    pub(super) at: &'a str,
    /// Id, severity and sentence.
    pub(super) meta: &'a RuleMeta,
    /// The condition as written; empty when there is none.
    pub(super) text: String,
    /// When it applies.
    pub(super) when: Test,
    /// What must be so.
    pub(super) then: Then<'a>,
}

/// What a demand asks of the object it is about.
#[derive(Clone)]
pub(super) enum Then<'a> {
    /// The member is given.
    Given(&'a str),
    /// The member is not given.
    Absent(&'a str),
    /// The condition holds.
    Holds(Test),
    /// There is no such object.
    Never,
    /// The schema holds.
    Fits(Any),
    /// The schema holds, whose keywords name the rule.
    Named(Any),
    /// Something that no schema can say.
    Unsaid,
    /// The text in the member, below so many lists, has the length of the map key.
    Lengths {
        /// Wire name of the member.
        member: &'a str,
        /// Number of lists around the text.
        lists: usize,
        /// The lengths.
        length: &'a Length,
        /// Id of the rule.
        id: &'a str,
    },
}

impl<'a> Demand<'a> {
    /// A rule about whether a member is given.
    pub(super) fn presence(field: &'a Field, rule: &'a PresenceRule) -> Self {
        let when = rule.when.cond.clone();
        let (when, then) = match rule.kind {
            Presence::Required => (when, Then::Given(&field.wire)),
            Presence::Allowed | Presence::Effective => (not(when), Then::Absent(&field.wire)),
        };
        let text = rule.when.text.clone();
        Self {
            at: &field.wire,
            meta: &rule.meta,
            text,
            when,
            then,
        }
    }

    /// A rule between members.
    pub(super) fn between(rule: &'a FieldRule) -> Self {
        let (when, then) = match &rule.kind {
            FieldRuleKind::Expect { when, expect } => {
                let guard = when.as_ref().map_or(ALWAYS, |when| when.cond.clone());
                expectation(guard, &expect.cond)
            }
            group => (ALWAYS, Then::Fits(together(group))),
        };
        Self {
            at: &rule.at,
            meta: &rule.meta,
            text: text(&rule.kind),
            when,
            then,
        }
    }

    /// A value rule that the schema of the member does not hold.
    pub(super) fn value(at: &'a str, meta: &'a RuleMeta, then: Then<'a>) -> Self {
        Self {
            at,
            meta,
            text: String::new(),
            when: ALWAYS,
            then,
        }
    }

    /// It is told and never constrains.
    pub(super) fn is_warning(&self) -> bool {
        self.meta.severity == Severity::Warning
    }

    /// Every place that the demand reads.
    pub(super) fn places(&self) -> Vec<&Place> {
        self.when.places()
    }
}

impl Then<'_> {
    /// What is asked below one key of the nearest map.
    pub(super) fn under_key(&self, key: Option<&str>) -> Self {
        let Self::Lengths {
            member,
            lists,
            length,
            id,
        } = self
        else {
            return self.clone();
        };
        let most = length.under_key(key);
        let text = (0..*lists).fold(
            ids::max_length(most, id),
            |inner, _| json!({ "items": inner }),
        );
        Self::Named(member_schema(member, text))
    }

    /// The schema of the object.
    pub(super) fn schema(&self) -> Option<Any> {
        Some(match self {
            Self::Given(member) => {
                let mut given = Json::new();
                given.insert("required".into(), json!([member]));
                given.extend(member_schema(member, json!(true)).as_object().cloned()?);
                Any::Object(given)
            }
            Self::Absent(member) => member_schema(member, json!(false)),
            Self::Holds(test) => schema(test)?,
            Self::Never => json!(false),
            Self::Fits(schema) | Self::Named(schema) => schema.clone(),
            Self::Unsaid => return None,
            Self::Lengths { .. } => self.under_key(None).schema()?,
        })
    }
}

/// `{"properties": {member: schema}}`
pub(super) fn member_schema(member: &str, schema: Any) -> Any {
    let mut properties = Json::new();
    properties.insert(member.to_owned(), schema);
    json!({ "properties": properties })
}

/// The schema of an object whose member has this text.
pub(super) fn chosen(member: &str, text: &str) -> Any {
    let mut chosen = Json::new();
    chosen.insert("required".into(), json!([member]));
    let mut properties = Json::new();
    properties.insert(member.to_owned(), json!({ "const": text }));
    chosen.insert("properties".into(), Any::Object(properties));
    Any::Object(chosen)
}

/// An expectation does not apply while a member it compares is absent. One that reads outside its
/// object becomes a case that must not arise.
fn expectation<'a>(guard: Test, expect: &Test) -> (Test, Then<'a>) {
    let when = all(std::iter::once(guard).chain(operands_given(expect)));
    if expect.places().iter().all(|place| place.base == Base::This) {
        (when, Then::Holds(expect.clone()))
    } else {
        (all([when, not(expect.clone())]), Then::Never)
    }
}

/// The schema of a group rule.
fn together(rule: &FieldRuleKind) -> Any {
    let given = |name: &String| json!({ "required": [name] });
    let each = |names: &[String]| names.iter().map(given).collect::<Vec<_>>();
    match rule {
        FieldRuleKind::Expect { .. } => json!(true),
        FieldRuleKind::AtLeastOne(names) => json!({ "anyOf": each(names) }),
        FieldRuleKind::ExactlyOne(names) => json!({ "oneOf": each(names) }),
        FieldRuleKind::AtMostOne(names) => {
            let mut pairs = Vec::new();
            for (index, left) in names.iter().enumerate() {
                for right in &names[index + 1..] {
                    pairs.push(json!({ "required": [left, right] }));
                }
            }
            json!({ "not": { "anyOf": pairs } })
        }
        FieldRuleKind::AllOrNone(names) => {
            json!({ "anyOf": [{ "required": names }, { "not": { "anyOf": each(names) } }] })
        }
    }
}

/// The conditions of a rule as written.
fn text(rule: &FieldRuleKind) -> String {
    match rule {
        FieldRuleKind::Expect {
            when: Some(when),
            expect,
        } => {
            format!("when {} expect {}", when.text, expect.text)
        }
        FieldRuleKind::Expect { when: None, expect } => format!("expect {}", expect.text),
        _ => String::new(),
    }
}
