//! Places of a page: `request/order/items`.

/// One step of a place.
pub fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The name that a step stands for.
pub fn name(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// The place of a member.
pub fn below(at: &str, name: &str) -> String {
    format!("{at}/{}", step(name))
}
