//! Rules between members.

use stipula_cond::Cond;
use stipula_contract::{Demand, Named, Object, Rule, Type};

use super::presence;
use crate::{
    Row,
    cx::{At, Cx, Said},
    meaning::{self, Meaning},
    words,
};

pub(super) fn compare(cx: &Cx<'_>, sides: (&Type, &Type), old: &[Rule], new: &[Rule]) {
    let mut was: Vec<&Rule> = old.iter().collect();
    let mut is: Vec<&Rule> = new.iter().collect();
    let by: [fn(&Rule, &Rule) -> bool; 4] = [
        |a, b| (&a.applies, &a.demand, a.level, &a.id) == (&b.applies, &b.demand, b.level, &b.id),
        |a, b| a.named && b.named && a.id == b.id,
        |a, b| (&a.applies, &a.demand, &a.at) == (&b.applies, &b.demand, &b.at),
        |a, b| (a.code, &a.at) == (b.code, &b.at) && a.named == b.named && !a.named,
    ];
    for fits in by {
        was.retain(|old| {
            let found = is.iter().position(|new| fits(old, new));
            if let Some(index) = found {
                both(cx, sides, old, is.remove(index));
            }
            found.is_none()
        });
    }
    for rule in was {
        alone(cx, &at(cx, sides, rule), rule, false);
    }
    for rule in is {
        alone(cx, &at(cx, sides, rule), rule, true);
    }
}

/// A rule stands at the member that it blames.
fn at(cx: &Cx<'_>, (old, new): (&Type, &Type), rule: &Rule) -> At {
    let field = |ty: &Type| {
        let field = ty.object().and_then(|it: &Object| it.field(&rule.at));
        field.map(|it| Named::Field(it.id))
    };
    let owner = cx.at_type(Some(old), Some(new)).place;
    // An id begins with the type that the rule is in.
    let given = rule.id.rsplit('.').next().unwrap_or_default();
    let name = if rule.named { given } else { &rule.at };
    At::new(format!("{owner}.{name}"), field(old), field(new)).by(&rule.evidence)
}

fn alone(cx: &Cx<'_>, at: &At, rule: &Rule, is_new: bool) {
    let text = words::rule(rule);
    let row = match (&rule.demand, rule.is_error(), is_new) {
        (_, false, _) => Row::WarningChanged,
        (Demand::Count(..), true, _) => Row::GroupOfMembersChanged,
        (_, true, true) => Row::MoreDemanded,
        (_, true, false) => Row::LessDemanded,
    };
    let said = if is_new {
        Said::of(format!("is a new rule: {}", rule.message())).is(text)
    } else {
        Said::of(format!("is no longer a rule: {}", rule.message())).was(text)
    };
    cx.tell(at, row, "rule", said);
}

fn both(cx: &Cx<'_>, sides: (&Type, &Type), old: &Rule, new: &Rule) {
    let at = at(cx, sides, new);
    presence::of_rules(
        cx,
        &at,
        std::slice::from_ref(old),
        std::slice::from_ref(new),
    );
    let texts = (words::rule(old), words::rule(new));
    if old.level != new.level {
        let (row, what) = if new.is_error() {
            (Row::MoreDemanded, "is an error now")
        } else {
            (Row::LessDemanded, "is a warning now")
        };
        return cx.tell(&at, row, "rule", Said::of(what).was(texts.0).is(texts.1));
    }
    if (&old.applies, &old.demand) == (&new.applies, &new.demand) {
        return;
    }
    let never = Cond::Constant(false);
    let broken = |ty: &Type, rule: &Rule| ty.object().and_then(|it| rule.broken(it));
    let (was, is) = (broken(sides.0, old), broken(sides.1, new));
    let (was, is) = (was.unwrap_or_else(|| never.clone()), is.unwrap_or(never));
    let is_group = new.is_group() || old.is_group();
    let is_pair = is_pair(old) && is_pair(new);
    let tightened = match () {
        () if !new.is_error() => Row::WarningChanged,
        () if is_group => Row::GroupOfMembersChanged,
        () if is_pair => Row::PairRemoved,
        () => Row::MoreDemanded,
    };
    let loosened = match () {
        () if !new.is_error() => Row::WarningChanged,
        () if is_group => Row::GroupOfMembersChanged,
        () => Row::LessDemanded,
    };
    let (row, said) = match meaning::compare(cx, sides.0.id, &was, &is) {
        Meaning::Same => return,
        Meaning::More(case) => (
            tightened,
            Said::of(format!("is now also broken {case}")).case(Some(case)),
        ),
        Meaning::Less(case) => (
            loosened,
            Said::of(format!("is no longer broken {case}")).case(Some(case)),
        ),
        Meaning::Other(more, less) => {
            let what = format!("is now broken {more}, and no longer {less}");
            (tightened, Said::of(what).case(Some(more)))
        }
        Meaning::Open => (
            tightened,
            Said::of("demands something else, in cases that are too many to be tried"),
        ),
    };
    cx.tell(&at, row, "rule", said.was(texts.0).is(texts.1));
}

/// Whether a rule says which values of an enum may stand beside others.
fn is_pair(rule: &Rule) -> bool {
    match &rule.demand {
        Demand::Holds(expect) => {
            matches!(expect.cond, Cond::OneOf { .. }) && rule.applies.is_some()
        }
        _ => false,
    }
}
