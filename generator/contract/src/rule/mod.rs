//! A rule: who is blamed, when it applies, what it demands.

mod argument;
mod told;

use serde::{Serialize, Serializer};
use stipula_rules::{Arg, Code, EXPECT, Presence};
pub use stipula_rules::{Group, Severity};

use super::words::demand;
use super::{Condition, Evidence};

pub use argument::{Argument, End, ValueDemand};
pub use told::{Part, reads};

/// A rule of an object, of a field or of a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rule {
    /// Id, unique among the rules of requests: `CreateOrderRequest.stock.required_if`, or the one
    /// given.
    pub id: String,
    /// Wire name of the field that is blamed.
    pub at: String,
    /// Rule code: `required`, `required_if`, `max_chars`, …
    pub code: &'static str,
    /// Whether `id` was given in the spec.
    pub named: bool,
    /// How much a violation matters.
    #[serde(serialize_with = "word")]
    pub level: Severity,
    /// When it applies; always without a condition.
    pub applies: Option<Condition>,
    /// What it demands then.
    pub demand: Demand,
    /// The whole rule as one English sentence with a final period.
    pub text: String,
    /// More, from the spec; may be empty.
    pub doc: String,
    /// Result code the server answers with.
    pub server_code: Option<String>,
    /// Where it was read.
    pub evidence: Evidence,
}

/// What a rule demands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Demand {
    /// The field is given.
    Given,
    /// The field is given only when the condition holds.
    Allowed(Condition),
    /// The field is given only when the condition holds, for it has no effect otherwise.
    Effective(Condition),
    /// The condition holds; the rule does not apply while a field that it compares is absent.
    Holds(Condition),
    /// So many of the fields are given; by wire name.
    Count(#[serde(serialize_with = "group")] Group, Vec<String>),
    /// The value of the field, or of what it holds, keeps a value rule.
    Value(ValueDemand),
    /// Each key of the field, or of a map that it holds, keeps a value rule.
    Key(ValueDemand),
}

impl Rule {
    /// A rule with the sentence that its parts give, and nothing else said about it.
    pub fn new(
        id: String,
        at: &str,
        level: Severity,
        applies: Option<Condition>,
        demand: Demand,
    ) -> Self {
        let code = code(applies.as_ref(), &demand);
        let mut rule = Self {
            id,
            at: at.to_owned(),
            code: code.name,
            named: false,
            level,
            applies,
            demand,
            text: String::new(),
            doc: String::new(),
            server_code: None,
            evidence: Evidence::default(),
        };
        rule.text = rule.sentence(code);
        rule
    }

    /// Names the fields of a group as `said` has it: those of another name.
    pub fn say(&mut self, said: impl Fn(&str) -> Option<String>) {
        let Demand::Count(group, names) = &self.demand else {
            return;
        };
        let names = names.iter();
        let said: Vec<_> = names
            .map(|it| said(it).unwrap_or_else(|| it.clone()))
            .collect();
        let of = listed(&said);
        let arg = of_group(*group, &of);
        self.text = group.code().documentation(arg, self.level).to_string();
    }

    /// A violation stops a request.
    pub fn is_error(&self) -> bool {
        self.level == Severity::Error
    }

    /// An error whenever the field is not given.
    pub fn always_requires(&self) -> bool {
        self.demand == Demand::Given && self.is_error() && self.always_applies()
    }

    /// It applies in every case.
    pub fn always_applies(&self) -> bool {
        self.applies.is_none()
    }

    /// It is about several fields alike, whichever of them is blamed.
    pub fn is_group(&self) -> bool {
        matches!(self.demand, Demand::Count(..))
    }

    /// What it demands of a value, if it is a value rule.
    pub fn value(&self) -> Option<&ValueDemand> {
        match &self.demand {
            Demand::Value(it) => Some(it),
            _ => None,
        }
    }

    /// What it demands of each key of a map, if it is a rule for keys.
    pub fn key(&self) -> Option<&ValueDemand> {
        match &self.demand {
            Demand::Key(it) => Some(it),
            _ => None,
        }
    }

    /// A value rule as one for the keys of a map.
    #[must_use]
    pub fn of_keys(mut self) -> Self {
        if let Demand::Value(it) = self.demand {
            self.demand = Demand::Key(it);
            self.text = format!("Each key: {}.", self.message());
        }
        self
    }

    /// The conditions that it is made of.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let demanded = match &self.demand {
            Demand::Allowed(it) | Demand::Effective(it) | Demand::Holds(it) => Some(it),
            Demand::Given | Demand::Count(..) | Demand::Value(_) | Demand::Key(_) => None,
        };
        self.applies.iter().chain(demanded)
    }

    /// The same, to be changed.
    pub fn conditions_mut(&mut self) -> impl Iterator<Item = &mut Condition> {
        let demanded = match &mut self.demand {
            Demand::Allowed(it) | Demand::Effective(it) | Demand::Holds(it) => Some(it),
            Demand::Given | Demand::Count(..) | Demand::Value(_) | Demand::Key(_) => None,
        };
        self.applies.iter_mut().chain(demanded)
    }

    /// The sentence as it stands after a path and a colon: in lower case, without a period.
    pub fn message(&self) -> String {
        let sentence = self.text.trim_end_matches('.');
        // A finding is about one of them.
        if let Some(rest) = sentence.strip_prefix("Each key: ") {
            return format!("the key: {rest}");
        }
        let mut chars = sentence.chars();
        chars.next().map_or_else(String::new, |first| {
            format!("{}{}", first.to_lowercase(), chars.as_str())
        })
    }

    fn sentence(&self, code: &'static Code) -> String {
        let when = self.applies.as_ref().map(|it| it.english.as_str());
        let told = |arg: Arg<'_>| code.documentation(arg, self.level).to_string();
        match &self.demand {
            Demand::Given => told(Arg::When(when)),
            Demand::Allowed(it) | Demand::Effective(it) => {
                told(Arg::When((!it.is_always()).then_some(it.english.as_str())))
            }
            Demand::Holds(it) => told(Arg::Demand {
                when,
                expect: &demand(&it.cond, self.level),
            }),
            Demand::Count(group, names) => told(of_group(*group, &listed(names))),
            Demand::Value(it) | Demand::Key(it) => told(it.argument.arg()),
        }
    }
}

fn of_group(group: Group, of: &str) -> Arg<'_> {
    match group {
        Group::AtLeast(count) => Arg::AtLeast {
            count: count as u64,
            of,
        },
        _ => Arg::Text(of),
    }
}

fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// The code of a rule with these parts.
fn code(applies: Option<&Condition>, demand: &Demand) -> &'static Code {
    match demand {
        Demand::Given if applies.is_none() => Presence::Required.code(),
        Demand::Given => Presence::RequiredIf.code(),
        Demand::Allowed(_) => Presence::AllowedIf.code(),
        Demand::Effective(_) => Presence::EffectiveIf.code(),
        Demand::Holds(_) => EXPECT,
        Demand::Count(group, _) => group.code(),
        Demand::Value(it) | Demand::Key(it) => &it.rule.code,
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde wants it
fn word<S: Serializer>(level: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(level.as_str())
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde wants it
fn group<S: Serializer>(group: &Group, serializer: S) -> Result<S::Ok, S::Error> {
    match group {
        Group::AtLeast(count) => serializer.collect_str(&format_args!("at_least {count}")),
        _ => serializer.serialize_str(group.code().name),
    }
}
