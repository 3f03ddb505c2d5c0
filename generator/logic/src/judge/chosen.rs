//! Which case of a union a body has.

use serde_json::{Map, Value as Any};
use stipula_contract::{Api, TypeId, TypeKind};

/// The case of a union that the sibling chooses.
pub fn chosen(api: &Api, union: TypeId, siblings: &Map<String, Any>) -> Option<TypeId> {
    let TypeKind::Union(union) = &api.type_(union).kind else {
        return None;
    };
    let chosen = siblings.get(&union.by)?.as_str()?;
    let case = union.cases.iter().find(|case| case.wire == chosen);
    case.map(|case| case.of)
}
