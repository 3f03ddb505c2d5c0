//! The spec of the client that is committed.

use std::path::{Path, PathBuf};

use stipula_contract::{Api, Module, Operation, Type, TypeKind, TypeRef};
use stipula_generator::Model;

/// The folder of the spec.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass")
}

/// The model.
///
/// # Panics
///
/// When the spec has an error.
pub fn model() -> Model {
    let loaded = stipula_generator::load(&folder());
    loaded.model.expect("the flagship spec loads")
}

/// An operation by name.
///
/// # Panics
///
/// When there is none.
pub fn operation<'a>(api: &'a Api, name: &str) -> &'a Operation {
    let mut all = api.operations.iter();
    let found = all.find(|it| it.name == name);
    found.unwrap_or_else(|| panic!("no operation `{name}`"))
}

/// The model without one rule.
///
/// # Panics
///
/// When no rule has this id, or more than one.
pub fn without(api: &Model, rule: &str) -> Model {
    let mut api = api.clone();
    let before = count(&api);
    for ty in api.api.types.iter_mut().filter(|ty| is_judged(ty)) {
        let TypeKind::Object(object) = &mut ty.kind else {
            continue;
        };
        object.rules.retain(|it| it.meta.id != rule);
        for field in &mut object.fields {
            field.presence.retain(|it| it.meta.id != rule);
            let mut item = &mut field.item;
            loop {
                item.constraints.retain(|it| it.meta.id != rule);
                match &mut item.ty {
                    TypeRef::List(of) | TypeRef::Map { of, .. } => item = of,
                    _ => break,
                }
            }
        }
    }
    assert_eq!(count(&api) + 1, before, "one rule has the id `{rule}`");
    api
}

/// Answers share ids with requests, and are never judged.
fn is_judged(ty: &Type) -> bool {
    ty.module == Module::Request
}

/// Number of rules.
fn count(api: &Api) -> usize {
    let judged = api.types.iter().filter(|ty| is_judged(ty));
    let objects = judged.filter_map(|ty| ty.object());
    objects
        .map(|object| {
            let of_field = |field: &stipula_contract::Field| {
                let (mut item, mut count) = (&field.item, field.presence.len());
                loop {
                    count += item.constraints.len();
                    match &item.ty {
                        TypeRef::List(of) | TypeRef::Map { of, .. } => item = of,
                        _ => return count,
                    }
                }
            };
            object.rules.len() + object.fields.iter().map(of_field).sum::<usize>()
        })
        .sum()
}
