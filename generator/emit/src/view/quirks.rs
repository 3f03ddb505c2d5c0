//! Where the spec departs from a page: what the page says, what we say, and why.

use crate::Model;
use std::collections::BTreeSet;

use stipula_contract::Quirk as Told;

use super::{
    examples::Sample,
    marks::{Mark, mark_of_source},
    operation::Operation,
    prose::Prose,
    tree::Member,
};

/// A quirk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quirk<'a> {
    pub(crate) id: &'a str,
    pub(crate) at: Prose<'a>,
    pub(crate) page: Prose<'a>,
    pub(crate) spec: Prose<'a>,
    pub(crate) why: Prose<'a>,
    /// The page it was seen on.
    pub(crate) source: Option<Mark<'a>>,
}

/// Every quirk, in order.
pub(crate) fn all(api: &Model) -> Vec<Quirk<'_>> {
    api.quirks.iter().map(|it| quirk(api, it)).collect()
}

fn quirk<'a>(api: &'a Model, it: &'a Told) -> Quirk<'a> {
    Quirk {
        id: &it.id,
        at: Prose::new(&it.at),
        page: Prose::new(&it.page),
        spec: Prose::new(&it.spec),
        why: Prose::new(&it.why),
        source: it.source.as_deref().map(|id| mark_of_source(api, id)),
    }
}

/// Those that the claims of an operation and of its bodies refer to, in the order of the spec.
pub(crate) fn about<'a>(
    api: &'a Model,
    operation: &Operation<'_>,
    bodies: [&[Member<'_>]; 2],
    samples: &[Sample<'_>],
) -> Vec<Quirk<'a>> {
    let mut ids = BTreeSet::new();
    let mut meet = |marks: &[Mark<'_>]| {
        ids.extend(marks.iter().filter_map(|it| match it {
            Mark::Quirk(id) => Some((*id).to_owned()),
            _ => None,
        }));
    };
    meet(&operation.marks);
    for code in &operation.codes {
        meet(&code.marks);
    }
    for sample in samples {
        meet(&sample.marks);
    }
    for body in bodies {
        in_members(body, &mut meet);
    }
    let all = api.quirks.iter();
    let met = all.filter(|it| ids.contains(&it.id));
    met.map(|it| quirk(api, it)).collect()
}

/// The marks of members, and of everything beside and inside them.
fn in_members(members: &[Member<'_>], meet: &mut impl FnMut(&[Mark<'_>])) {
    for it in members {
        meet(&it.told.marks);
        for rule in &it.told.rules {
            meet(&rule.marks);
        }
        if let Some(listed) = &it.values {
            meet(&listed.marks);
            for row in &listed.values.rows {
                meet(&row.marks);
            }
        }
        for group in &it.groups {
            in_members(&group.members, meet);
        }
    }
}
