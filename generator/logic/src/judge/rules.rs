//! The rules of objects, asked one after the other.

use serde_json::{Map, Value as Any};

use crate::values::{Look, holds};
use stipula_contract::{Api, Base, Field, Item, Object, Rule, Test, TypeId, TypeKind, TypeRef};

use super::{
    Finding, below, chosen,
    read::fits,
    scope::Scope,
    shape,
    told::{Blamed, Teller},
    values,
};

/// Judges a canonical body.
pub(super) fn judge(
    teller: &Teller<'_>,
    id: TypeId,
    root: &Map<String, Any>,
    context: &[(String, String)],
) -> Vec<Finding> {
    let mut judge = Judge {
        api: teller.api,
        teller,
        found: Vec::new(),
    };
    judge.object(id, Scope::of_body(root, context));
    judge.found
}

struct Judge<'a> {
    api: &'a Api,
    teller: &'a Teller<'a>,
    found: Vec<Finding>,
}

impl Judge<'_> {
    fn report(&mut self, rule: &Rule, blamed: &Blamed<'_>, scope: &Scope<'_>) {
        self.found.push(self.teller.finding(rule, blamed, scope));
    }

    /// Reports the rules that are broken, each at the field that it blames.
    fn decided(&mut self, rules: &[Rule], object: &Object, scope: &Scope<'_>) {
        for rule in rules {
            let broken = rule.broken(object);
            if broken.is_some_and(|it| holds(&it, scope) && !is_misread(&it, scope)) {
                let path = below(scope.at, &rule.at);
                self.report(rule, &Blamed { path, item: None }, scope);
            }
        }
    }

    fn object(&mut self, id: TypeId, scope: Scope<'_>) {
        let api = self.api;
        let TypeKind::Object(object) = &api.type_(id).kind else {
            return;
        };
        for field in &object.fields {
            self.field(object, field, scope);
        }
        self.decided(&object.rules, object, &scope);
    }

    fn field(&mut self, object: &Object, field: &Field, scope: Scope<'_>) {
        self.decided(&field.presence, object, &scope);
        if let Some(value) = scope.this.get(&field.wire) {
            let at = below(scope.at, &field.wire);
            self.value(&field.item, value, scope, &at);
        }
    }

    /// A value of the wrong type has been reported by reading, and has no other rules.
    fn value(&mut self, item: &Item, value: &Any, scope: Scope<'_>, at: &str) {
        if !fits(self.api, &item.ty, value) {
            return;
        }
        let demands = item.rules.iter().filter_map(|it| Some((it, it.value()?)));
        let mut is_too_long = false;
        for (rule, demand) in demands {
            // Nobody looks through more items than there may be.
            if is_too_long && demand.is("unique") {
                continue;
            }
            for path in values::broken(self.api, demand, item, value, scope.key, at) {
                is_too_long |= demand.is("max_items") && rule.is_error();
                let item = Some(item);
                self.report(rule, &Blamed { path, item }, &scope);
            }
        }
        for (rule, key) in values::broken_keys(item, value) {
            let path = below(at, key);
            let item = Some(item);
            self.report(rule, &Blamed { path, item }, &scope);
        }
        match (&item.ty, value) {
            (TypeRef::Object(id), Any::Object(members)) => {
                self.object(*id, scope.inside(members, at));
            }
            (TypeRef::Union(id), Any::Object(members)) => {
                if let Some(case) = chosen(self.api, *id, members, scope.this) {
                    self.object(case, scope.inside(members, at));
                }
            }
            (TypeRef::Any(id), value) => {
                if let Some(shape) = shape(self.api, *id, value) {
                    self.value(&shape.item, value, scope, at);
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
}

/// The rule looks at a value of the wrong type: that was told, and what follows from it is an echo.
fn is_misread(broken: &Test, scope: &Scope<'_>) -> bool {
    broken.compared().into_iter().any(|place| {
        let value = scope.look(place);
        let is_in_body = matches!(place.base, Base::This | Base::Parent | Base::Root);
        is_in_body && value.is_some_and(|it| !it.is_of(place.kind))
    })
}
