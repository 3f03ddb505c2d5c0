//! Rules as demands: when a condition holds, something must be so.

use serde_json::{Value as Any, json};

use stipula_contract::{self as contract, Argument, Base, Group, Place, Rule, operands_given};

use super::{
    Json,
    condition::{Test, schema},
    ids,
    split::{ALWAYS, all, not},
};

/// A rule in the form that is lowered.
pub(super) struct Demand<'a> {
    /// The rule.
    pub(super) rule: &'a Rule,
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
        argument: &'a Argument,
        /// Id of the rule.
        id: &'a str,
    },
}

impl<'a> Demand<'a> {
    /// A rule that conditions decide.
    pub(super) fn decided(rule: &'a Rule) -> Self {
        let applies = rule.applies.as_ref().map_or(ALWAYS, |it| it.cond.clone());
        let (when, then) = match &rule.demand {
            contract::Demand::Given => (applies, Then::Given(&rule.at)),
            contract::Demand::Allowed(only) | contract::Demand::Effective(only) => {
                (not(only.cond.clone()), Then::Absent(&rule.at))
            }
            contract::Demand::Holds(expect) => expectation(applies, &expect.cond),
            contract::Demand::Count(group, names) => (applies, Then::Fits(together(*group, names))),
            contract::Demand::Value(_) | contract::Demand::Key(_) => (applies, Then::Unsaid),
        };
        Self {
            rule,
            text: text(rule),
            when,
            then,
        }
    }

    /// A value rule that the schema of the member does not hold.
    pub(super) fn value(rule: &'a Rule, then: Then<'a>) -> Self {
        Self {
            rule,
            text: String::new(),
            when: ALWAYS,
            then,
        }
    }

    /// It is told and never constrains.
    pub(super) fn is_warning(&self) -> bool {
        !self.rule.is_error()
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
            argument,
            id,
        } = self
        else {
            return self.clone();
        };
        let most = argument.arg().under(key).count().unwrap_or(u64::MAX);
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
fn together(group: Group, names: &[String]) -> Any {
    let given = |name: &String| json!({ "required": [name] });
    let each = || names.iter().map(given).collect::<Vec<_>>();
    match group {
        Group::AtLeastOne => json!({ "anyOf": each() }),
        Group::ExactlyOne => json!({ "oneOf": each() }),
        Group::AtMostOne => {
            let mut pairs = Vec::new();
            for (index, left) in names.iter().enumerate() {
                for right in &names[index + 1..] {
                    pairs.push(json!({ "required": [left, right] }));
                }
            }
            json!({ "not": { "anyOf": pairs } })
        }
        Group::AtLeast(count) => {
            let any = |parts: Vec<Any>| json!({ "anyOf": parts });
            contract::at_least(&each(), count, &any, &|parts| all_given(&parts))
        }
        Group::AllOrNone => {
            json!({ "anyOf": [{ "required": names }, { "not": { "anyOf": each() } }] })
        }
    }
}

/// The schemas together; those that only require members as one.
fn all_given(parts: &[Any]) -> Any {
    let required = |part: &Any| part["required"].as_array().cloned();
    let members: Option<Vec<Vec<Any>>> = parts.iter().map(required).collect();
    match (members, parts) {
        (Some(members), _) => json!({ "required": members.concat() }),
        (None, [one]) => one.clone(),
        (None, _) => json!({ "allOf": parts }),
    }
}

/// The conditions of a rule as written.
fn text(rule: &Rule) -> String {
    let when = rule.applies.as_ref().map(|it| &it.text);
    match (&rule.demand, when) {
        (contract::Demand::Holds(expect), Some(when)) => {
            format!("when {when} expect {}", expect.text)
        }
        (contract::Demand::Holds(expect), None) => format!("expect {}", expect.text),
        (contract::Demand::Given, None) => "true".to_owned(),
        (contract::Demand::Given, Some(when)) => when.clone(),
        (contract::Demand::Allowed(only) | contract::Demand::Effective(only), _) => {
            only.text.clone()
        }
        (
            contract::Demand::Count(..) | contract::Demand::Value(_) | contract::Demand::Key(_),
            _,
        ) => String::new(),
    }
}
