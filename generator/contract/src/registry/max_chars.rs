//! `max_chars`: the greatest number of characters.

use super::{Entry, Keyword, bound, count, here};
use crate::{Argument, Bounds};

pub(super) const ENTRY: Entry = Entry::new("max_chars", |it, _| match it {
    Argument::Lengths { .. } => Keyword::ByKey,
    _ => here("maxLength", count(it)),
})
.bounds(|it| Bounds {
    min: None,
    // A length by key is no bound of the field as a whole.
    max: bound(it).filter(|_| matches!(it, Argument::Count(_))),
})
.bad(|it, around| {
    let longer = |most: u64| around.padded(usize::try_from(most).map_or(usize::MAX, |it| it + 1));
    lengths(it).into_iter().map(longer).collect()
});

/// Every length, the smallest first.
fn lengths(argument: &Argument) -> Vec<u64> {
    let mut found = match argument {
        Argument::Lengths { keys, default } => {
            let by_key = keys.iter().map(|(_, most)| *most);
            by_key.chain([*default]).collect()
        }
        _ => vec![count(argument)],
    };
    found.sort_unstable();
    found
}
