//! The ways from a request body down to the objects inside it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Any;
use stipula_contract::{Api, Item, TypeId, TypeKind, TypeRef};

use super::choice;

/// More ways than any real API has; beyond it, rules are told instead of lowered.
const MOST_CHAINS: usize = 20_000;

/// One step down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// To a member of an object.
    Member {
        /// Type of the object.
        owner: TypeId,
        /// Wire name of the member.
        wire: &'a str,
    },
    /// To an item of a list.
    Item,
    /// To a value of a map.
    Entry,
    /// To one case of a union: the sibling and its value.
    Case {
        /// Wire name of the sibling.
        by: &'a str,
        /// Its value.
        wire: &'a str,
    },
    /// To one shape of a value, or one case of a union by its tag.
    Shape {
        /// The schema of what is of it.
        when: Any,
    },
}

/// A way from a request body to an object.
#[derive(Debug, Clone)]
pub(super) struct Chain<'a> {
    /// Type of the body.
    pub(super) root: TypeId,
    /// Steps, none for the body itself.
    pub(super) steps: Vec<Step<'a>>,
}

/// All ways to the objects of interest.
#[derive(Debug, Default)]
pub(super) struct Chains<'a> {
    found: BTreeMap<TypeId, Vec<Chain<'a>>>,
    endless: BTreeSet<TypeId>,
}

impl<'a> Chains<'a> {
    /// Walks down from every request body.
    pub(super) fn new(api: &'a Api, targets: &BTreeSet<TypeId>) -> Self {
        let mut chains = Self::default();
        if targets.is_empty() {
            return chains;
        }
        let roots: BTreeSet<TypeId> = api.operations.iter().map(|it| it.request).collect();
        let mut walk = Walk {
            api,
            targets,
            leads: leading(api, targets),
            on_way: Vec::new(),
            steps: Vec::new(),
            left: MOST_CHAINS,
        };
        for root in roots {
            walk.object(root, root, &mut chains);
        }
        chains
    }

    /// The ways to a type.
    pub(super) fn to(&self, target: TypeId) -> &[Chain<'a>] {
        self.found.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Whether the type sits in a cycle, so that there are ways that were not walked.
    pub(super) fn is_endless(&self, target: TypeId) -> bool {
        self.endless.contains(&target)
    }
}

struct Walk<'a, 't> {
    api: &'a Api,
    targets: &'t BTreeSet<TypeId>,
    leads: Vec<bool>,
    on_way: Vec<TypeId>,
    steps: Vec<Step<'a>>,
    left: usize,
}

impl<'a> Walk<'a, '_> {
    fn object(&mut self, root: TypeId, id: TypeId, chains: &mut Chains<'a>) {
        if !self.leads[id.0] {
            return;
        }
        // Twice on one way is enough for every rule that reads its parent.
        let seen = self.on_way.iter().filter(|it| **it == id).count();
        if seen > 1 || self.left == 0 {
            chains.endless.extend(below(self.api, id));
            return;
        }
        if self.targets.contains(&id) {
            self.left -= 1;
            let steps = self.steps.clone();
            chains
                .found
                .entry(id)
                .or_default()
                .push(Chain { root, steps });
        }
        let Some(object) = self.api.type_(id).object() else {
            return;
        };
        self.on_way.push(id);
        for field in &object.fields {
            self.steps.push(Step::Member {
                owner: id,
                wire: &field.wire,
            });
            self.item(root, &field.item, chains);
            self.steps.pop();
        }
        self.on_way.pop();
    }

    fn item(&mut self, root: TypeId, item: &'a Item, chains: &mut Chains<'a>) {
        match &item.ty {
            TypeRef::Object(id) => self.object(root, *id, chains),
            TypeRef::Union(id) => {
                let TypeKind::Union(union) = &self.api.type_(*id).kind else {
                    return;
                };
                for (at, case) in union.cases.iter().enumerate() {
                    self.steps.push(match union.sibling() {
                        Some((by, _)) => Step::Case {
                            by,
                            wire: &case.wire,
                        },
                        None => Step::Shape {
                            when: choice::test(self.api, *id, at),
                        },
                    });
                    self.object(root, case.of, chains);
                    self.steps.pop();
                }
            }
            TypeRef::Any(id) => {
                let TypeKind::Any(any) = &self.api.type_(*id).kind else {
                    return;
                };
                for (at, shape) in any.shapes.iter().enumerate() {
                    self.steps.push(Step::Shape {
                        when: choice::test(self.api, *id, at),
                    });
                    self.item(root, &shape.item, chains);
                    self.steps.pop();
                }
            }
            TypeRef::List(of) => {
                self.steps.push(Step::Item);
                self.item(root, of, chains);
                self.steps.pop();
            }
            TypeRef::Map { of, .. } => {
                self.steps.push(Step::Entry);
                self.item(root, of, chains);
                self.steps.pop();
            }
            _ => {}
        }
    }
}

/// Objects that a type holds directly.
fn children(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.type_(id).kind {
        TypeKind::Object(object) => object
            .fields
            .iter()
            .filter_map(|field| held(&field.item))
            .collect(),
        TypeKind::Union(union) => union.cases.iter().map(|case| case.of).collect(),
        TypeKind::Any(any) => any.shapes.iter().filter_map(|it| held(&it.item)).collect(),
        TypeKind::Enum(_) => Vec::new(),
    }
}

fn held(item: &Item) -> Option<TypeId> {
    match &item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => Some(*id),
        TypeRef::List(of) | TypeRef::Map { of, .. } => held(of),
        _ => None,
    }
}

/// Which types are targets or lead to one.
fn leading(api: &Api, targets: &BTreeSet<TypeId>) -> Vec<bool> {
    let mut parents: Vec<Vec<TypeId>> = vec![Vec::new(); api.types.len()];
    for ty in &api.types {
        for child in children(api, ty.id) {
            parents[child.0].push(ty.id);
        }
    }
    let mut leads = vec![false; api.types.len()];
    let mut open: Vec<TypeId> = targets.iter().copied().collect();
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut leads[id.0], true) {
            open.extend(&parents[id.0]);
        }
    }
    leads
}

/// A type and everything it holds at any depth.
fn below(api: &Api, id: TypeId) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(children(api, id));
        }
    }
    found
}
