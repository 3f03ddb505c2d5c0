//! Bodies that break one rule and no other.

use super::{
    Missing, Witness, base,
    draft::{Draft, Maker},
    rules::{Kind, Rule},
    spot::{self, Hop, Spot},
    values,
};
use crate::{
    cases::{Case, Facts, Space, Test, broken, demands::place},
    judge::below,
    values::{Datum, Look, holds},
};
use stipula_contract::{Api, Base, ConstraintKind, Operation, Place, Presence};

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
        self.maker.rules.iter().map(|it| it.meta().id.as_str())
    }

    /// A small body that breaks this rule alone.
    pub(super) fn one(&self, id: &str) -> Result<Witness, Missing> {
        let Some(rule) = self.maker.rule(id) else {
            // People leave the type out; the end of an id is as good as the whole.
            let ends = self.ids().filter_map(|it| Some(it.split_once('.')?.1));
            let near = stipula_cond::suggest(id, self.ids().chain(ends));
            return Err(Missing::UnknownRule(near.map(str::to_owned)));
        };
        if let Kind::Value(it, ..) = rule.kind
            && matches!(it.kind, ConstraintKind::CaseOf)
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
    fn try_each(&self, rule: &Rule<'_>, take: &mut impl FnMut(&Draft<'_>) -> bool) -> bool {
        let ways = spot::ways(self.maker.api, self.maker.operation.request, rule.owner);
        ways.iter().any(|way| {
            base::starts(&self.maker, None)
                .into_iter()
                .any(|start| match rule.kind {
                    Kind::Value(..) => self.by_value(rule, way, &start, take),
                    Kind::Presence(_) | Kind::Between(_) => self.by_case(rule, way, &start, take),
                })
        })
    }

    /// Each case in which the rule is broken.
    fn by_case(
        &self,
        rule: &Rule<'_>,
        way: &[Hop],
        start: &Draft<'_>,
        take: &mut impl FnMut(&Draft<'_>) -> bool,
    ) -> bool {
        let Some(broken) = broken(rule.object, rule.meta()) else {
            return false;
        };
        let Some(space) = Space::of(&self.maker.api.types, &[&broken]) else {
            return false;
        };
        let mut cases = space.cases().filter(|case| holds(&broken, case));
        cases.any(|case| {
            let made = realized(start, way, rule, &case.facts(|_| true));
            made.is_some_and(|(draft, _)| take(&draft))
        })
    }

    /// Each bad value of the member, in a body that may have it.
    fn by_value(
        &self,
        rule: &Rule<'_>,
        way: &[Hop],
        start: &Draft<'_>,
        take: &mut impl FnMut(&Draft<'_>) -> bool,
    ) -> bool {
        let Kind::Value(constraint, item, depth) = rule.kind else {
            return false;
        };
        let api = self.maker.api;
        self.allowing(rule).iter().any(|facts| {
            let Some((mut draft, spot)) = realized(start, way, rule, facts) else {
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
            let bad = values::bad(api, constraint, item, depth, rule.field, &own);
            bad.into_iter().any(|bad| {
                let mut draft = draft.clone();
                draft.set(&at, bad);
                draft.fill();
                take(&draft)
            })
        })
    }

    /// Cases in which the member of the rule may be given.
    fn allowing(&self, rule: &Rule<'_>) -> Vec<Facts> {
        let presence = rule.field.presence.iter();
        let tests: Vec<Test> = presence
            .filter(|it| it.kind != Presence::Required)
            .filter_map(|it| broken(rule.object, &it.meta))
            .collect();
        let tests: Vec<&Test> = tests.iter().collect();
        let Some(space) = Space::of(&self.maker.api.types, &tests) else {
            return vec![Facts::new()];
        };
        let at = place(rule.field);
        let is_allowed = |case: &Case<'_>| {
            case.look(&at).is_some() && !tests.iter().any(|test| holds(test, case))
        };
        if tests.is_empty() {
            return vec![Facts::new()];
        }
        // The member itself is given a value of its own.
        let others = |case: Case<'_>| case.facts(|it| it.base != at.base || it.steps != at.steps);
        space.cases().filter(is_allowed).map(others).collect()
    }
}

/// A body in which these facts hold, seen from an object of the rule, and that object.
pub(super) fn realized<'m>(
    start: &Draft<'m>,
    way: &[Hop],
    rule: &Rule<'_>,
    facts: &Facts,
) -> Option<(Draft<'m>, Spot)> {
    let mut draft = start.clone();
    // What the facts say of the body comes first, for it decides what the body needs.
    let body = Spot::of_body(way.first().map_or(rule.owner, |hop| hop.of));
    let is_outermost = |place: &Place| match place.base {
        Base::Root | Base::Context => true,
        Base::This => way.is_empty(),
        Base::Parent | Base::Key => false,
    };
    let outermost: Facts = facts
        .iter()
        .filter(|(place, _)| is_outermost(place))
        .cloned()
        .collect();
    draft.free(&outermost, &body);
    draft.take(&outermost, &body, true);
    let mut spot = walk(&mut draft, way, rule)?;
    let key = facts.iter().find(|(place, _)| place.base == Base::Key);
    if let Some((_, Some(Datum::Text(key)))) = key {
        spot = draft.rename_key(&spot, key)?;
    }
    draft.free(facts, &spot);
    draft.take(facts, &spot, true);
    draft.fill();
    Some((draft, spot))
}

/// Gives the members on the way to an object of the rule, and fills the body.
fn walk(draft: &mut Draft<'_>, way: &[Hop], rule: &Rule<'_>) -> Option<Spot> {
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
        if draft.get(&at).is_none() && !draft.give(&at) {
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
