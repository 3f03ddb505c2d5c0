//! What pages make of a claim, as marks.

use crate::provenance::Standing;

use super::marks::Mark;

/// How many pages confirm it, then what is not simply confirmed, the better first, then the release that
/// changed it last. Empty when nobody has checked it, and no release changed it.
pub(crate) fn marks<'a>(standing: &'a Standing, changed: Option<&'a str>) -> Vec<Mark<'a>> {
    let pages = standing.pages.len();
    let confirmed = (pages > 0).then_some(Mark::Confirmed { pages });
    let apart = standing.apart().into_iter().map(Mark::Apart);
    confirmed
        .into_iter()
        .chain(apart)
        .chain(changed.map(Mark::Changed))
        .collect()
}
