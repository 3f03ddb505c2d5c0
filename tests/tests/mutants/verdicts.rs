//! What the spec says of every witness.

use serde_json::Value;
use stipula_contract::Api;
use stipula_logic::judge::{judge, judge_scenario};
use stipula_logic::witness;
use stipula_tests::{Told, bodies::Maker};

/// Members of random bodies of each operation, besides what is solved for: a part of a condition may
/// name several values, and few witnesses have the second one. A small request has more bodies, since
/// each of its members counts for more.
const RANDOM: usize = 16_000;

/// A body with the values beside it.
type Body = (Value, Vec<(String, String)>);

/// The witnesses of every operation, with what a spec says of them.
pub(crate) struct Verdicts {
    bodies: Vec<Vec<Body>>,
    verdicts: Vec<Vec<Verdict>>,
}

/// Rules that are broken, and scenarios that the body is none of.
type Verdict = (Vec<Told>, Vec<bool>);

impl Verdicts {
    pub(crate) fn of(api: &Api) -> Self {
        let bodies: Vec<Vec<Body>> = api
            .operations
            .iter()
            .map(|operation| {
                let (entries, _) = witness::corpus(api, operation);
                let pairs = witness::pairs(api, operation).into_iter();
                let pairs = pairs.filter_map(|it| it.bodies).flat_map(|it| [it.0, it.1]);
                let solved = entries.into_iter().map(|it| it.witness).chain(pairs);
                let solved = solved.map(|it| (it.body, it.context));
                let maker = Maker::new(api, operation);
                let members = api.type_(operation.request).object();
                let members = members.map_or(1, |it| it.fields.len().max(1));
                let random = (0..RANDOM / members).map(|seed| maker.case(seed as u64));
                solved
                    .chain(random.map(|it| (it.body, it.context)))
                    .collect()
            })
            .collect();
        let verdicts =
            (0..bodies.len()).map(|index| verdicts(api, index, &bodies[index]).collect());
        let verdicts = verdicts.collect();
        Self { bodies, verdicts }
    }

    /// Whether another spec says otherwise of any witness.
    pub(crate) fn differ(&self, api: &Api) -> bool {
        (0..self.bodies.len()).any(|index| {
            let now = verdicts(api, index, &self.bodies[index]);
            now.zip(&self.verdicts[index])
                .any(|(now, before)| now != *before)
        })
    }
}

fn verdicts<'a>(
    api: &'a Api,
    operation: usize,
    bodies: &'a [Body],
) -> impl Iterator<Item = Verdict> + 'a {
    let operation = &api.operations[operation];
    bodies.iter().map(move |(body, context)| {
        let told = Told::all(&judge(api, operation, body, context));
        let outside = |it| judge_scenario(api, operation, it, body, context).is_some();
        (told, operation.scenarios.iter().map(outside).collect())
    })
}
