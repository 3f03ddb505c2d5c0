//! Where something stands in a body.

use serde_json::{Map, Value};

/// What stands at the end of a way, below objects that are made where there are none.
pub(super) fn place<'v>(value: &'v mut Value, way: &[&str]) -> &'v mut Value {
    let mut value = value;
    for name in way {
        if !value.is_object() {
            *value = Value::Object(Map::new());
        }
        value = &mut value[*name];
    }
    value
}
