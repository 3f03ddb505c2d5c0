//! The edit for what is new on a page, and the place of the spec where it goes.

use stipula_facts::{Fact, Kind};
use stipula_spec::source::Span;

use super::{
    edit::{Task, Writer},
    sketch::Beside,
    yaml,
};
use crate::{Step, compare::is_many, told};

impl Writer<'_> {
    /// What is added, where.
    pub(super) fn added(&self, task: &Task<'_>) -> (Vec<Step>, Option<Span>) {
        let (at, now) = (task.entry.at.as_str(), &task.now);
        let many = task.entry.moves.iter().filter_map(|it| it.new);
        let many = many.filter(|it| is_many(it.kind) && it.at == at);
        let is_field = now.fact(at, Kind::Field).is_some();
        if let Some(fact) = many
            .clone()
            .next()
            .filter(|_| !is_field || !task.entry.is_of_member())
        {
            return self.text(task, fact);
        }
        let steps: Vec<&str> = at.split('/').collect();
        let (part, kind) = match steps.as_slice() {
            ["operations", _] => return (now.operation(at), None),
            ["types", _] => return (now.object(at), None),
            ["codes", _] | ["operations", _, "codes", _] => ("errors", Kind::Code),
            ["hosts", _] => ("environments", Kind::Host),
            ["headers" | "request-headers" | "response-headers", _] => ("headers", Kind::Field),
            _ if is_field => ("", Kind::Field),
            _ if now.has_members(at) => return (now.shape(at), None),
            _ => return (self.keys(task), None),
        };
        let (beside, span) = self.beside(task, kind, part);
        let steps = match kind {
            Kind::Code => now.code(at, &beside),
            Kind::Host => now.host(at, &beside),
            _ if beside.owner == "headers" => now.header(at, &beside),
            _ => now.member(at, &beside),
        };
        (steps, span)
    }

    /// A text of an enum, or a key of a map.
    fn text(&self, task: &Task<'_>, fact: &Fact) -> (Vec<Step>, Option<Span>) {
        let place = task
            .whose
            .linker
            .place(&fact.at, fact.kind)
            .unwrap_or_default();
        let span = self.span(&place, Kind::Field);
        let text = told(&fact.value);
        if self.spec.types.iter().any(|it| it.name.value == place) {
            let line = format!("{}: TODO", yaml::scalar(&text));
            return (vec![Step::with(format!("add to `{place}`"), &line)], span);
        }
        if fact.kind == Kind::Key || place.starts_with("headers.") {
            return (
                vec![Step::of(format!("say in the `doc` of `{place}`: {text}"))],
                span,
            );
        }
        let (ty, more) = task.now.type_of(&task.entry.at);
        let mut steps = self.replaced("type", &place, Some(format!("type: {ty}")));
        steps.extend(more);
        (steps, span)
    }

    /// Where something new goes: behind what stands before it on the page, or else into a part of the spec.
    pub(super) fn beside(&self, task: &Task<'_>, kind: Kind, part: &str) -> (Beside, Option<Span>) {
        let at = task.entry.at.as_str();
        let parent = at.rsplit_once('/').map_or("", |it| it.0);
        let line = task.now.fact(at, kind).map_or(0, |it| it.line);
        let is_sibling =
            |it: &&Fact| it.kind == kind && it.at.rsplit_once('/').is_some_and(|it| it.0 == parent);
        let fields = task.now.facts.iter().filter(is_sibling);
        let placed = fields.filter_map(|fact| {
            let place = task.whose.linker.place(&fact.at, kind)?;
            let claim = self.claims.get(&(place, kind))?;
            Some((fact.line < line, fact.line, claim))
        });
        let before = placed.max_by_key(|it| {
            // The nearest one above, or else the first one below.
            (it.0, if it.0 { it.1 } else { usize::MAX - it.1 })
        });
        match before {
            Some((is_above, _, claim)) => {
                let (owner, name) = claim.at.rsplit_once('.').unwrap_or(("", &claim.at));
                let beside = Beside {
                    after: is_above.then(|| name.to_owned()),
                    is_answer: self.is_answer(owner),
                    owner: owner.to_owned(),
                };
                (beside, Some(claim.span))
            }
            None => {
                let inside = task.whose.linker.inside(parent);
                let owner = match part {
                    "" => inside.unwrap_or_else(|| parent.replace('/', ".")),
                    part => part.to_owned(),
                };
                let head = owner.split('.').next().unwrap_or_default();
                let spans = [Kind::Field, Kind::Endpoint].map(|it| self.span(head, it));
                let beside = Beside {
                    after: None,
                    is_answer: self.is_answer(&owner),
                    owner,
                };
                (beside, spans.into_iter().flatten().next())
            }
        }
    }
}
