//! Whether two judges say the same of a body.

use std::collections::BTreeSet;

use serde_json::Value;
use stipula_contract::{Api, Found, Operation};
use stipula_logic::judge::{Finding, canonical, judge};

use crate::{
    Told,
    bodies::{Case, Maker},
    client, known, readable,
};

/// What the client and the evaluator disagree about; nothing when they agree.
///
/// A body that one of them cannot read, the other cannot read either. Otherwise both name the
/// same rules at the same places, for the body as it was given and for its canonical form.
pub fn client_and_evaluator(api: &Api, operation: &Operation, case: &Case) -> Option<String> {
    evaluator_and(&client::verdict, api, operation, case)
}

/// The verdict of a client on the body of an operation and what is beside it: the rules that it
/// breaks, sorted, or why it cannot be read.
pub type Verdict<'a> =
    dyn Fn(&str, &Value, &[(String, String)]) -> serde_json::Result<Vec<Told>> + 'a;

/// What a client and the evaluator disagree about, as [`client_and_evaluator`].
pub fn evaluator_and(
    client: &Verdict<'_>,
    api: &Api,
    operation: &Operation,
    case: &Case,
) -> Option<String> {
    let Case { body, context, .. } = case;
    let named = canonical(api, operation.request, body);
    let by_name = judge(api, operation, &named, context);
    let as_given = judge(api, operation, body, context);
    if !same_but_for_names(&by_name, &as_given) {
        return Some(format!(
            "the evaluator judges the canonical body otherwise: {} and {}",
            list(&Told::by_rules(&by_name)),
            list(&Told::by_rules(&as_given))
        ));
    }
    let compare = |body, read, judged| {
        let by_client = client(&operation.name, body, context);
        compare(by_client, read, judged)
    };
    let of_given = compare(body, &as_given, &by_name);
    // What is given twice, by name and by alias, is given once in the canonical body.
    of_given.or_else(|| compare(&named, &by_name, &by_name))
}

fn compare(
    by_client: serde_json::Result<Vec<Told>>,
    read: &[Finding],
    judged: &[Finding],
) -> Option<String> {
    match (by_client, readable(read)) {
        (Ok(_), false) => Some(format!(
            "only the evaluator cannot read it: {}",
            list(&Told::all(read))
        )),
        (Err(why), true) => Some(format!("only the client cannot read it: {why}")),
        (Err(_), false) => None,
        (Ok(by_client), true) => {
            let by_evaluator = Told::by_rules(judged);
            let is_known =
                |it: &Told| !by_evaluator.contains(it) && known::is_repeat_to_client(it, read);
            let by_client: Vec<Told> = by_client.into_iter().filter(|it| !is_known(it)).collect();
            difference("the client", &by_client, "the evaluator", &by_evaluator)
        }
    }
}

/// What the evaluator and a validator of JSON Schema disagree about on a canonical body.
///
/// Compared are the errors of rules that JSON Schema can say, and what is of the wrong type; at
/// such a value and below it nothing else counts, nor does a rule that looks at one: the evaluator
/// does not judge that, and a schema has to.
pub fn evaluator_and_schema(
    rules: &[Found<'_>],
    found: &[Finding],
    by_schema: &[Told],
    body: &Value,
    unsayable: &[String],
) -> Option<String> {
    let mistyped: Vec<&str> = found
        .iter()
        .filter(|it| it.rule == "type")
        .map(|it| it.path.as_str())
        .collect();
    let numbers = found
        .iter()
        .filter(|it| known::is_whole_to_schema(it, body));
    let numbers: Vec<&str> = numbers.map(|it| it.path.as_str()).collect();
    let counts = |it: &&Told| {
        let is_below = |path: &&str| {
            let rest = it.path.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let is_type = it.rule == "type" && !numbers.contains(&it.path.as_str());
        let is_echo = !is_type && mistyped.iter().any(|path| looks_at(rules, &it.rule, path));
        it.is_error
            && !is_echo
            && !unsayable.contains(&it.rule)
            && (is_type || !mistyped.iter().any(is_below))
    };
    let by_evaluator = Told::all(found);
    let by_evaluator: Vec<Told> = by_evaluator.iter().filter(counts).cloned().collect();
    // A list that is too long is not looked through, and a schema has to.
    let is_too_long = |it: &Told| {
        let is_unique = by_code(rules, &it.rule, "unique");
        let mut others = by_evaluator.iter().filter(|other| other.path == it.path);
        is_unique && others.any(|other| by_code(rules, &other.rule, "max_items"))
    };
    let by_schema = by_schema.iter().filter(counts);
    let by_schema: Vec<Told> = by_schema.filter(|it| !is_too_long(it)).cloned().collect();
    difference("the evaluator", &by_evaluator, "the schema", &by_schema)
}

/// Whether a rule is of this code.
fn by_code(rules: &[Found<'_>], id: &str, code: &str) -> bool {
    rules
        .iter()
        .any(|it| it.rule.id == id && it.rule.code == code)
}

/// Whether a rule looks at a member of this name.
fn looks_at(rules: &[Found<'_>], id: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.replace("~1", "/").replace("~0", "~");
    let rule = rules.iter().find(|it| it.rule.id == id);
    let broken = rule.and_then(|it| it.rule.broken(it.object));
    broken.is_some_and(|it| {
        let mut places = it.compared().into_iter();
        places.any(|place| place.steps.iter().any(|step| step.wire == name))
    })
}

/// What only one of two judges says; both lists are sorted.
pub fn difference(one: &str, by_one: &[Told], other: &str, by_other: &[Told]) -> Option<String> {
    let only = |who: &str, these: &[Told], those: &[Told]| {
        let mut rest = those.to_vec();
        let mut only = Vec::new();
        for told in these {
            match rest.iter().position(|it| it == told) {
                Some(at) => drop(rest.swap_remove(at)),
                None => only.push(told.clone()),
            }
        }
        (!only.is_empty()).then(|| format!("only {who}: {}", list(&only)))
    };
    let found = [only(one, by_one, by_other), only(other, by_other, by_one)];
    let found: Vec<String> = found.into_iter().flatten().collect();
    (!found.is_empty()).then(|| found.join("; "))
}

fn list(told: &[Told]) -> String {
    let told: Vec<String> = told.iter().map(Told::to_string).collect();
    told.join(", ")
}

/// The same rules in the same order, at places as deep.
fn same_but_for_names(one: &[Finding], other: &[Finding]) -> bool {
    let rules = |found: &[Finding]| -> Vec<(String, usize)> {
        let of_rules = found.iter().filter(|it| !it.is_of_reading());
        of_rules
            .map(|it| (it.rule.clone(), it.path.matches('/').count()))
            .collect()
    };
    rules(one) == rules(other)
}

/// The smallest of so many bodies about which two judges differ, and how.
pub fn differing(
    maker: &Maker<'_>,
    bodies: u64,
    differs: impl Fn(&Case) -> Option<String>,
) -> Option<String> {
    let mut cases = (0..bodies).map(|seed| maker.case(seed));
    let found = cases.find(|it| differs(it).is_some())?;
    let case = shrunk(&found, |it| differs(it).is_some());
    let why = differs(&case).unwrap_or_default();
    let operation = &maker.operation().name;
    Some(format!(
        "{operation}, seed {}, {:?}: {why}\n{}",
        case.seed, case.context, case.body
    ))
}

/// How many bodies are of which sort, and the rules that they break.
#[derive(Debug, Default)]
pub struct Sorts {
    /// That break no rule.
    pub good: u64,
    /// That break a rule.
    pub broken: u64,
    /// That cannot be read.
    pub unreadable: u64,
    /// Ids of the rules that one of them breaks.
    pub rules: BTreeSet<String>,
}

impl Sorts {
    /// Counts so many bodies of an operation. All good, or all unreadable, they would prove nothing.
    pub fn of(api: &Api, operation: &Operation, bodies: u64) -> Self {
        let maker = Maker::new(api, operation);
        let mut sorts = Self::default();
        for case in (0..bodies).map(|seed| maker.case(seed)) {
            let found = judge(api, operation, &case.body, &case.context);
            let rules = Told::by_rules(&found);
            match (readable(&found), rules.is_empty()) {
                (true, true) => sorts.good += 1,
                (true, false) => sorts.broken += 1,
                (false, _) => sorts.unreadable += 1,
            }
            sorts.rules.extend(rules.into_iter().map(|it| it.rule));
        }
        sorts
    }
}

/// The smallest body found that still fails, by leaving out members and items.
pub fn shrunk(case: &Case, fails: impl Fn(&Case) -> bool) -> Case {
    let mut best = case.clone();
    loop {
        let smaller = pointers(&best.body, "").into_iter().find_map(|pointer| {
            let mut tried = best.clone();
            remove(&mut tried.body, &pointer);
            fails(&tried).then_some(tried)
        });
        match smaller {
            Some(smaller) => best = smaller,
            None => return best,
        }
    }
}

fn pointers(value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |token: &str, value: &Value| {
        let at = format!("{at}/{}", token.replace('~', "~0").replace('/', "~1"));
        let inside = pointers(value, &at);
        found.push(at);
        found.extend(inside);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| add(name, value)),
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                add(&index.to_string(), value);
            }
        }
        _ => {}
    }
    found
}

fn remove(body: &mut Value, pointer: &str) {
    let Some((object, token)) = pointer.rsplit_once('/') else {
        return;
    };
    match body.pointer_mut(object) {
        Some(Value::Object(members)) => {
            members.shift_remove(&token.replace("~1", "/").replace("~0", "~"));
        }
        Some(Value::Array(items)) => {
            if let Some(at) = token.parse().ok().filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}
