//! Every rule that a body can break.

use stipula_contract::{Api, Item, RuleMeta, TypeId, TypeKind, TypeRef};

/// The rules of a body and of everything inside it, each once.
pub(super) fn of_body(api: &Api, body: TypeId) -> Vec<&RuleMeta> {
    let mut rules = Vec::new();
    let mut types = vec![body];
    let mut next = 0;
    while let Some(id) = types.get(next).copied() {
        next += 1;
        let mut below = Vec::new();
        match &api.type_(id).kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    rules.extend(field.presence.iter().map(|it| &it.meta));
                    of_item(&field.item, &mut rules, &mut below);
                }
                rules.extend(object.rules.iter().map(|it| &it.meta));
            }
            TypeKind::Union(union) => below.extend(union.cases.iter().map(|case| case.of)),
            TypeKind::Enum(_) => {}
        }
        for id in below {
            if !types.contains(&id) {
                types.push(id);
            }
        }
    }
    rules
}

fn of_item<'a>(item: &'a Item, rules: &mut Vec<&'a RuleMeta>, below: &mut Vec<TypeId>) {
    rules.extend(item.constraints.iter().map(|it| &it.meta));
    match &item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) => below.push(*id),
        TypeRef::List(of) | TypeRef::Map { of, .. } => of_item(of, rules, below),
        _ => {}
    }
}
