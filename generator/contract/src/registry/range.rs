//! `range`: the least and the greatest number.

use serde_json::Value as Any;

use super::{Entry, Good, Keyword};
use crate::{Argument, Bounds};

pub(super) const ENTRY: Entry = Entry::new("range", |it, _| {
    let Bounds { min, max } = ends(it);
    let ends = [("minimum", min), ("maximum", max)].into_iter();
    let said = ends.filter_map(|(keyword, end)| Some((keyword, Any::from(end?))));
    Keyword::Here(said.collect())
})
.bounds(ends)
.good(|it| {
    let Bounds { min, max } = ends(it);
    Good::Numbers(min.into_iter().chain(max).collect())
})
.bad(|it, _| {
    let Bounds { min, max } = ends(it);
    let below = min.and_then(|it| it.checked_sub(1));
    let above = max.and_then(|it| it.checked_add(1));
    below.into_iter().chain(above).map(Any::from).collect()
});

fn ends(argument: &Argument) -> Bounds {
    match argument {
        Argument::Range { min, max } => Bounds {
            min: *min,
            max: *max,
        },
        _ => Bounds::default(),
    }
}
