//! Lowering a demand along a chain, from the outermost object it reads down to its own object.

use serde_json::{Value as Any, json};

use stipula_contract::{Argument, Base, Place, TypeId};

use super::{
    Json,
    chain::{Chain, Step},
    condition::{Test, schema},
    demand::{Demand, Then, chosen, member_schema},
    ids,
    split::{ALWAYS, named_keys, split, under_key},
};

/// A demand about one object, for a condition that reads nothing else; `None` when unsayable.
pub(super) fn here(demand: &Demand<'_>) -> Option<Any> {
    implication(&demand.when, &demand.then, &demand.rule.at)
}

/// The type whose schema holds the demand, and the schema. `None` when unsayable.
pub(super) fn along(demand: &Demand<'_>, chain: &Chain<'_>) -> Option<(TypeId, Any)> {
    let levels = Levels::new(&chain.steps, &demand.rule.at);
    let (mut when, mut then) = (demand.when.clone(), demand.then.clone());
    if levels.key.is_none() {
        when = under_key(&when, None)?;
        then = then.under_key(None);
    }
    let outermost = levels.outermost(demand);
    let start = chain.steps[..(outermost + 1).min(chain.steps.len())]
        .iter()
        .rposition(|step| matches!(step, Step::Member { .. }))
        .unwrap_or(0);
    let holder = match chain.steps.get(start) {
        Some(Step::Member { owner, .. }) => *owner,
        _ => chain.root,
    };
    Some((holder, levels.lower(&when, &then, start)?))
}

/// Where the bases of a condition stand on a chain: before which step.
struct Levels<'c, 'a> {
    steps: &'c [Step<'a>],
    /// The member that is blamed.
    blamed: &'c str,
    parent: Option<usize>,
    key: Option<usize>,
}

impl<'c, 'a> Levels<'c, 'a> {
    fn new(steps: &'c [Step<'a>], blamed: &'c str) -> Self {
        let last = |wanted: fn(&Step<'_>) -> bool| steps.iter().rposition(wanted);
        Self {
            steps,
            blamed,
            parent: last(|step| matches!(step, Step::Member { .. })),
            key: last(|step| matches!(step, Step::Entry)),
        }
    }

    /// A parent that is not there is read as the object itself; `resolve` lets none through.
    fn level(&self, base: Base) -> usize {
        let own = self.steps.len();
        match base {
            Base::Root => 0,
            Base::Parent => self.parent.unwrap_or(own),
            Base::Key => self.key.unwrap_or(own),
            Base::This | Base::Context => own,
        }
    }

    fn outermost(&self, demand: &Demand<'_>) -> usize {
        let lengths = matches!(demand.then, Then::Lengths { .. }).then(|| self.level(Base::Key));
        let read = demand
            .places()
            .into_iter()
            .map(|place| self.level(place.base));
        read.chain(lengths).min().unwrap_or(self.steps.len())
    }

    /// The schema of the value before step `at`.
    fn lower(&self, when: &Test, then: &Then<'_>, at: usize) -> Option<Any> {
        if *when == Test::Constant(false) {
            return Some(json!(true));
        }
        let Some(step) = self.steps.get(at) else {
            return implication(when, then, self.blamed);
        };
        if self.key == Some(at) {
            return self.entries(when, then, at);
        }
        let is_here = |place: &Place| self.level(place.base) == at;
        let mut entries = Vec::new();
        for (outer, inner) in split(when, &is_here)? {
            let below = step.to(self.lower(&inner, then, at + 1)?);
            if below == json!(true) || outer == Test::Constant(false) {
                continue;
            }
            entries.push(guarded(&outer, below)?);
        }
        let schema = match entries.len() {
            0 => return Some(json!(true)),
            1 => entries.remove(0),
            _ => json!({ "allOf": entries }),
        };
        Some(self.in_case(schema, at))
    }

    /// Below a union, the demand is only about the case on the chain, which a sibling of the
    /// member chooses.
    fn in_case(&self, schema: Any, at: usize) -> Any {
        let Some((Step::Member { .. }, inside)) = self.steps[at..].split_first() else {
            return schema;
        };
        let same_member = inside
            .iter()
            .take_while(|step| !matches!(step, Step::Member { .. }));
        same_member.fold(schema, |schema, step| match step {
            Step::Case { by, wire } => json!({ "if": chosen(by, wire), "then": schema }),
            _ => schema,
        })
    }

    /// The map of the key: one schema for each key that is named, one for all others.
    fn entries(&self, when: &Test, then: &Then<'_>, at: usize) -> Option<Any> {
        let mut names = Vec::new();
        named_keys(when, &mut names);
        if let Then::Lengths {
            argument: Argument::Lengths { keys, .. },
            ..
        } = then
        {
            names.extend(keys.iter().map(|(name, _)| name.clone()));
        }
        let below =
            |key: Option<&str>| self.lower(&under_key(when, key)?, &then.under_key(key), at + 1);
        let others = below(None)?;
        let mut properties = Json::new();
        for name in names {
            let schema = below(Some(&name))?;
            properties.insert(name, schema);
        }
        let mut map = Json::new();
        if properties.values().any(|schema| *schema != others) {
            map.insert("properties".into(), Any::Object(properties));
        }
        if others != json!(true) {
            map.insert("additionalProperties".into(), others);
        }
        Some(if map.is_empty() {
            json!(true)
        } else {
            Any::Object(map)
        })
    }
}

impl Step<'_> {
    /// The schema of the outside from the schema of the inside.
    fn to(&self, inside: Any) -> Any {
        if inside == json!(true) {
            return inside;
        }
        match self {
            Self::Member { wire, .. } => member_schema(wire, inside),
            Self::Item => json!({ "items": inside }),
            Self::Entry => json!({ "additionalProperties": inside }),
            Self::Case { .. } => inside,
            Self::Shape { when } => json!({ "if": when, "then": inside }),
        }
    }
}

/// `if when then below`, in the plainest form.
fn guarded(when: &Test, below: Any) -> Option<Any> {
    Some(match when {
        when if *when == ALWAYS => below,
        Test::Not(contrary) => json!({ "if": schema(contrary)?, "else": below }),
        when => json!({ "if": schema(when)?, "then": below }),
    })
}

/// The schema of the object that is judged.
fn implication(when: &Test, then: &Then<'_>, blamed: &str) -> Option<Any> {
    let schema = match then {
        Then::Never if *when != ALWAYS => json!({ "not": schema(when)? }),
        then => guarded(when, then.schema()?)?,
    };
    Some(match then {
        Then::Named(_) | Then::Lengths { .. } => schema,
        _ => ids::blaming(schema, blamed),
    })
}
