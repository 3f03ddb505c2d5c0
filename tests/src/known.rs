//! Where judges differ, and why that is right or cannot be helped. All of it is here.

use stipula_generator::judge::Finding;

/// A struct that derives `Deserialize` also reads a list, member by member in order. The evaluator
/// and the schema refuse a list where an object is documented.
pub fn is_list_for_object(found: &Finding) -> bool {
    found.rule == "type" && found.message == "expected an object, found a list"
}
