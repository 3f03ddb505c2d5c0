//! Bodies that break one rule and no other.

use super::{
    Missing, Witness, base,
    draft::{Draft, Maker},
    spot::{self, Hop, Spot},
    values,
};
use crate::{
    cases::{Assignment, Case, Space, Test},
    judge::below,
    values::{Datum, Look, holds},
};
use stipula_contract::{Api, Base, Demand, Found, Operation, Place, ValueDemand, place};
use stipula_rules::Subject;

/// The search for bodies of one operation.
pub(super) struct Search<'a> {
    maker: Maker<'a>,
}

impl<'a> Search<'a> {
    pub(super) fn new(api: &'a Api, operation: &'a Operation) -> Self {
        Self {
            maker: Maker::new(api, operation),
        }
    }

    /// Ids of every rule, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.maker.rules.iter().map(|it| it.rule.id.as_str())
    }

    /// A small body that breaks this rule alone.
    pub(super) fn one(&self, id: &str) -> Result<Witness, Missing> {
        let Some(rule) = self.maker.rule(id) else {
            // People leave the type out; the end of an id is as good as the whole.
            let ends = self.ids().filter_map(|it| Some(it.split_once('.')?.1));
            let near = stipula_cond::suggest(id, self.ids().chain(ends));
            return Err(Missing::UnknownRule(near.map(str::to_owned)));
        };
        if rule
            .rule
            .value()
            .is_some_and(|it| it.rule.subject() == Subject::Case)
        {
            return Err(Missing::Unreachable);
        }
        let mut found = None;
        self.try_each(rule, &mut |draft| {
            let judged = draft.judged();
            let is_alone = matches!(judged.as_slice(), [only] if only.rule == id);
            if is_alone {
                found = Some(draft.clone().into_witness());
            }
            is_alone
        });
        found.ok_or(Missing::Alone)
    }

    /// Makes drafts that should break the rule until one is taken.
    fn try_each(&self, rule: &Found<'_>, take: &mut impl FnMut(&Draft<'_>) -> bool) -> bool {
        let ways = spot::ways(self.maker.api, self.maker.operation.request, rule.owner);
        ways.iter().any(|way| {
            base::starts(&self.maker, None).into_iter().any(|start| {
                match rule.rule.value().or_else(|| rule.rule.key()) {
                    Some(demand) => self.by_value(rule, demand, way, &start, take),
                    None => self.by_case(rule, way, &start, take),
                }
            })
        })
    }

    /// Each case in which the rule is broken.
    fn by_case(
        &self,
        rule: &Found<'_>,
        way: &[Hop],
        start: &Draft<'_>,
        take: &mut impl FnMut(&Draft<'_>) -> bool,
    ) -> bool {
        let Some(broken) = rule.rule.broken(rule.object) else {
            return false;
        };
        let Some(space) = Space::of(&self.maker.api.types, &[&broken]) else {
            return false;
        };
        let mut cases = space.cases().filter(|case| holds(&broken, case));
        cases.any(|case| {
            let made = realized(start, way, rule, &case.assigned(|_| true));
            made.is_some_and(|(draft, _)| take(&draft))
        })
    }

    /// Each bad value of the member, in a body that may have it.
    fn by_value(
        &self,
        rule: &Found<'_>,
        demand: &ValueDemand,
        way: &[Hop],
        start: &Draft<'_>,
        take: &mut impl FnMut(&Draft<'_>) -> bool,
    ) -> bool {
        let api = self.maker.api;
        self.allowing(rule).iter().any(|assigned| {
            let Some((mut draft, spot)) = realized(start, way, rule, assigned) else {
                return false;
            };
            let at = below(&spot.this, &rule.field.wire);
            draft.pin(at.clone());
            if draft.get(&at).is_none() && !draft.give(&at) {
                return false;
            }
            draft.fill();
            let Some(own) = draft.get(&at).cloned() else {
                return false;
            };
            let bad = values::bad(api, demand, rule, &own);
            bad.into_iter().any(|bad| {
                let mut draft = draft.clone();
                draft.set(&at, bad);
                draft.fill();
                take(&draft)
            })
        })
    }

    /// Cases in which the member of the rule may be given.
    fn allowing(&self, rule: &Found<'_>) -> Vec<Assignment> {
        let presence = rule.field.presence.iter();
        let tests: Vec<Test> = presence
            .filter(|it| it.demand != Demand::Given)
            .filter_map(|it| it.broken(rule.object))
            .collect();
        let tests: Vec<&Test> = tests.iter().collect();
        let Some(space) = Space::of(&self.maker.api.types, &tests) else {
            return vec![Assignment::new()];
        };
        let at = place(rule.field);
        let is_allowed = |case: &Case<'_>| {
            case.look(&at).is_some() && !tests.iter().any(|test| holds(test, case))
        };
        if tests.is_empty() {
            return vec![Assignment::new()];
        }
        // The member itself is given a value of its own.
        let others =
            |case: Case<'_>| case.assigned(|it| it.base != at.base || it.steps != at.steps);
        space.cases().filter(is_allowed).map(others).collect()
    }
}

/// A body in which these values stand, seen from an object of the rule, and that object.
pub(super) fn realized<'m>(
    start: &Draft<'m>,
    way: &[Hop],
    rule: &Found<'_>,
    assigned: &Assignment,
) -> Option<(Draft<'m>, Spot)> {
    let mut draft = start.clone();
    // What the assignment says of the body comes first, for it decides what the body needs.
    let body = Spot::of_body(way.first().map_or(rule.owner, |hop| hop.of));
    let is_outermost = |place: &Place| match place.base {
        Base::Root | Base::Context => true,
        Base::This => way.is_empty(),
        Base::Parent | Base::Key => false,
    };
    let outermost: Assignment = assigned
        .iter()
        .filter(|(place, _)| is_outermost(place))
        .cloned()
        .collect();
    draft.free(&outermost, &body);
    draft.take(&outermost, &body, true);
    let mut spot = walk(&mut draft, way, rule)?;
    let key = assigned.iter().find(|(place, _)| place.base == Base::Key);
    if let Some((_, Some(Datum::Text(key)))) = key {
        spot = draft.rename_key(&spot, key)?;
    }
    draft.free(assigned, &spot);
    draft.take(assigned, &spot, true);
    draft.fill();
    Some((draft, spot))
}

/// Gives the members on the way to an object of the rule, and fills the body.
fn walk(draft: &mut Draft<'_>, way: &[Hop], rule: &Found<'_>) -> Option<Spot> {
    draft.fill();
    for hop in way {
        let spot = draft.spots().into_iter().find(|it| it.id == hop.of)?;
        if let Some((sibling, value)) = &hop.choice {
            let at = below(&spot.this, sibling);
            if !draft.choose(&at, value) {
                return None;
            }
            draft.fill();
        }
        let at = below(&spot.this, &hop.member);
        let is_there = match &hop.start {
            Some(start) => draft.start(&at, start),
            None => draft.get(&at).is_some() || draft.give(&at),
        };
        if !is_there {
            return None;
        }
        draft.pin(at);
        draft.fill();
    }
    let mut spots = draft.spots().into_iter();
    // A type may stand at several places of a body; the last hop tells which is meant.
    let member = way.last().map(|hop| below("", &hop.member));
    spots.find(|spot| {
        spot.id == rule.owner
            && member
                .as_ref()
                .is_none_or(|it| spot.this.contains(it.as_str()))
    })
}
