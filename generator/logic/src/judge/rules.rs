//! The rules of objects, asked one after the other.

use serde_json::{Map, Value as Any};
use stipula_cond::{Cond, Operand};

use crate::values::{Look, holds};
use stipula_contract::{
    Api, Base, Condition, Field, FieldRule, FieldRuleKind, Item, Object, Presence, RuleMeta,
    TypeId, TypeKind, TypeRef,
};

use super::{Finding, below, read::fits, scope::Scope, values};

/// Judges a canonical body.
pub(super) fn judge(
    api: &Api,
    id: TypeId,
    root: &Map<String, Any>,
    context: &[(String, String)],
    found: &mut Vec<Finding>,
) {
    let scope = Scope::of_body(root, context);
    Judge { api, found }.object(id, scope, "");
}

struct Judge<'a> {
    api: &'a Api,
    found: &'a mut Vec<Finding>,
}

impl Judge<'_> {
    fn report(&mut self, path: String, meta: &RuleMeta) {
        self.found.push(Finding {
            path,
            rule: meta.id.clone(),
            severity: meta.severity,
            message: message(meta),
        });
    }

    fn object(&mut self, id: TypeId, scope: Scope<'_>, pointer: &str) {
        let api = self.api;
        let TypeKind::Object(object) = &api.type_(id).kind else {
            return;
        };
        for field in &object.fields {
            self.field(field, scope, pointer);
        }
        self.between(object, scope, pointer);
    }

    fn field(&mut self, field: &Field, scope: Scope<'_>, pointer: &str) {
        let at = below(pointer, &field.wire);
        let value = scope.this.get(&field.wire);
        for rule in &field.presence {
            let wanted = holds(&rule.when.cond, &scope);
            let is_broken = match rule.kind {
                Presence::Required => value.is_none() && wanted,
                Presence::Allowed | Presence::Effective => value.is_some() && !wanted,
            };
            if is_broken {
                self.report(at.clone(), &rule.meta);
            }
        }
        if let Some(value) = value {
            self.value(&field.item, value, scope, &at);
        }
    }

    /// A value of the wrong type has been reported by reading, and has no other rules.
    fn value(&mut self, item: &Item, value: &Any, scope: Scope<'_>, at: &str) {
        if !fits(&item.ty, value) {
            return;
        }
        for constraint in &item.constraints {
            for path in values::broken(self.api, constraint, item, value, scope.key, at) {
                self.report(path, &constraint.meta);
            }
        }
        match (&item.ty, value) {
            (TypeRef::Object(id), Any::Object(members)) => {
                self.object(*id, scope.inside(members, scope.key), at);
            }
            (TypeRef::Union(id), Any::Object(members)) => {
                if let Some(case) = chosen(self.api, *id, scope.this) {
                    self.object(case, scope.inside(members, scope.key), at);
                }
            }
            (TypeRef::List(of), Any::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    self.value(of, value, scope, &format!("{at}/{index}"));
                }
            }
            (TypeRef::Map { of, .. }, Any::Object(entries)) => {
                for (key, value) in entries {
                    let scope = Scope {
                        key: Some(key),
                        ..scope
                    };
                    self.value(of, value, scope, &below(at, key));
                }
            }
            _ => {}
        }
    }

    fn between(&mut self, object: &Object, scope: Scope<'_>, pointer: &str) {
        for rule in &object.rules {
            if is_broken(rule, &scope) {
                self.report(below(pointer, &rule.at), &rule.meta);
            }
        }
    }
}

/// The case of a union that the sibling chooses.
pub fn chosen(api: &Api, union: TypeId, siblings: &Map<String, Any>) -> Option<TypeId> {
    let TypeKind::Union(union) = &api.type_(union).kind else {
        return None;
    };
    let chosen = siblings.get(&union.by)?.as_str()?;
    let case = union.cases.iter().find(|case| case.wire == chosen);
    case.map(|case| case.of)
}

fn is_broken(rule: &FieldRule, scope: &Scope<'_>) -> bool {
    let given = |names: &[String]| {
        let is_given = |name: &&String| scope.this.contains_key(*name);
        names.iter().filter(is_given).count()
    };
    match &rule.kind {
        FieldRuleKind::Expect { when, expect } => {
            let applies = when.as_ref().is_none_or(|when| holds(&when.cond, scope));
            applies && all_given(expect, scope) && !holds(&expect.cond, scope)
        }
        FieldRuleKind::AtLeastOne(names) => given(names) == 0,
        FieldRuleKind::ExactlyOne(names) => given(names) != 1,
        FieldRuleKind::AtMostOne(names) => given(names) > 1,
        FieldRuleKind::AllOrNone(names) => !matches!(given(names), n if n == 0 || n == names.len()),
    }
}

/// A member that is absent has nothing to compare; whether it may be is another rule. Nor has one of
/// two members that is of the wrong type, which was told.
fn all_given(expect: &Condition, scope: &Scope<'_>) -> bool {
    let are_two = matches!(
        &expect.cond,
        Cond::Compare {
            left: Operand::Place(_),
            right: Operand::Place(_),
            ..
        }
    );
    let compared = expect.cond.compared();
    compared.iter().all(|place| {
        let value = scope.look(place);
        place.base == Base::Context || value.is_some_and(|it| !are_two || it.is_of(place.kind))
    })
}

/// The sentence as it stands after a path and a colon.
pub(super) fn message(meta: &RuleMeta) -> String {
    let sentence = meta.sentence.trim_end_matches('.');
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_lowercase(), chars.as_str())
    })
}
