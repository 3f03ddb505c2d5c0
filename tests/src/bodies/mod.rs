//! Bodies made from a seed: good ones, nearly good ones, and wild ones.

mod mutate;
mod slots;
mod values;

use fastrand::Rng;
use serde_json::Value;
use stipula_contract::{Api, Body, Operation};
use stipula_logic::judge::{canonical, judge};
use stipula_logic::witness::{self, Witness};

use crate::readable;

/// How a body is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A witness with other values that break no rule.
    Valid,
    /// A witness with one to three changes of any kind.
    Nearly,
    /// Members of the model and others, with values of any kind.
    Wild,
}

/// A body with the values beside it.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it was made from.
    pub seed: u64,
    /// How it was made.
    pub kind: Kind,
    /// The body.
    pub body: Value,
    /// The values beside it.
    pub context: Vec<(String, String)>,
}

/// Makes bodies of one operation.
#[derive(Debug)]
pub struct Maker<'a> {
    api: &'a Api,
    operation: &'a Operation,
    bases: Vec<Witness>,
    /// How many of the bases, which come first, break no rule.
    valid: usize,
}

impl<'a> Maker<'a> {
    /// Collects what is changed later: every witness, and every example.
    pub fn new(api: &'a Api, operation: &'a Operation) -> Self {
        let (entries, _) = witness::corpus(api, operation);
        let mut bases: Vec<Witness> = entries.into_iter().map(|it| it.witness).collect();
        let Some(first) = bases.first().cloned() else {
            let (api, bases) = (api, Vec::new());
            return Self {
                api,
                operation,
                bases,
                valid: 0,
            };
        };
        for example in operation
            .examples
            .iter()
            .filter(|it| it.body == Body::Request)
        {
            let mut example_base = first.clone();
            example_base.body = canonical(api, operation.request, &example.json);
            if !example.context.is_empty() {
                example_base.context.clone_from(&example.context);
            }
            bases.push(example_base);
        }
        let is_valid = |it: &Witness| it.judged(api, operation).is_empty();
        bases.sort_by_key(|it| !is_valid(it));
        let valid = bases.iter().filter(|it| is_valid(it)).count();
        Self {
            api,
            operation,
            bases,
            valid,
        }
    }

    /// The operation.
    pub const fn operation(&self) -> &'a Operation {
        self.operation
    }

    /// Whether [`case`](Self::case) has something to begin with.
    pub const fn knows_a_valid_body(&self) -> bool {
        self.valid > 0
    }

    /// The body of a seed, always the same.
    ///
    /// # Panics
    ///
    /// When no valid body of the operation is known.
    pub fn case(&self, seed: u64) -> Case {
        let mut rng = Rng::with_seed(seed);
        let kind = [Kind::Valid, Kind::Nearly, Kind::Wild][rng.usize(..3)];
        let among = if kind == Kind::Valid {
            self.valid
        } else {
            self.bases.len()
        };
        let base = self.bases[rng.usize(..among)].clone();
        let mut case = Case {
            seed,
            kind,
            body: base.body,
            context: base.context,
        };
        match kind {
            Kind::Valid => self.vary(&mut case, &mut rng),
            Kind::Nearly => {
                self.other_context(&mut case, &mut rng);
                for _ in 0..rng.usize(1..4) {
                    mutate::mutate(self.api, self.operation, &mut case.body, &mut rng);
                }
            }
            Kind::Wild => {
                self.other_context(&mut case, &mut rng);
                case.body = values::wild(self.api, self.operation.request, &mut rng);
            }
        }
        case
    }

    /// Takes other values where the evaluator does not mind.
    fn vary(&self, case: &mut Case, rng: &mut Rng) {
        for _ in 0..rng.usize(1..8) {
            let mut changed = case.body.clone();
            mutate::replace(self.api, self.operation, &mut changed, rng);
            let found = judge(self.api, self.operation, &changed, &case.context);
            let read_only = found
                .iter()
                .all(stipula_logic::judge::Finding::is_of_reading);
            if readable(&found) && read_only {
                case.body = changed;
            }
        }
    }

    fn other_context(&self, case: &mut Case, rng: &mut Rng) {
        let fields = self
            .operation
            .context
            .as_ref()
            .map_or(&[][..], |it| &it.fields);
        for (field, (_, value)) in fields.iter().zip(&mut case.context) {
            let values = self
                .api
                .type_(field.enum_)
                .enum_()
                .map_or(&[][..], |it| &it.values);
            *value = match rng.choice(values) {
                Some(value) if rng.u8(..20) > 0 => value.wire.clone(),
                _ => "NEWER".to_owned(),
            };
        }
    }
}
