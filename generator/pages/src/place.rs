//! Places of members: `request/order/items`.

/// One step of a place.
pub(super) fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The place of a member.
pub(super) fn below(at: &str, name: &str) -> String {
    format!("{at}/{}", step(name))
}
