//! Places of a page: `request/order/items`.

use std::borrow::Cow;

/// One step of a place.
pub fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The name that a step stands for.
pub fn name(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(step)
    }
}

/// The name that the last step of a place stands for.
pub fn last(at: &str) -> Cow<'_, str> {
    name(at.rsplit('/').next().unwrap_or(at))
}

/// The place of a member.
pub fn below(at: &str, name: &str) -> String {
    format!("{at}/{}", step(name))
}
