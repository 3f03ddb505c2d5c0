//! What pages make of a claim, as marks.

use crate::provenance::Standing;

use super::marks::Mark;

/// How many pages confirm it, then what is not simply confirmed, the better first. Empty when nobody
/// has checked.
pub(crate) fn marks(standing: &Standing) -> Vec<Mark<'_>> {
    let pages = standing.pages.len();
    let confirmed = (pages > 0).then_some(Mark::Confirmed { pages });
    let apart = standing.apart().into_iter().map(Mark::Apart);
    confirmed.into_iter().chain(apart).collect()
}
