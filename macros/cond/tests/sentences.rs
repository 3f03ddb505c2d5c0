//! The English of a condition says all of it, and says it so that it can mean one thing only.

mod support;

use std::collections::HashMap;

use proptest::prelude::*;
use stipula_cond::ast::ValueKind;
use stipula_cond::{Cond, Leaf, Operand, Words, advice, demand, english};
use support::Shop;
use support::conds::{checked, cond};

type C = Cond<String, ValueKind>;

/// Places and values as the sentence has to show them.
fn shown(cond: &C) -> Vec<String> {
    let mut out = Vec::new();
    for leaf in cond.leaves() {
        out.extend(leaf.places().map(|it| Shop.place(it)));
        match leaf {
            Leaf::Present(_) | Leaf::True(_) => {}
            Leaf::OneOf { values, .. } => out.extend(values.iter().map(|it| Shop.value(it))),
            Leaf::Compare { right, .. } => {
                if let Operand::Value(value) = right {
                    out.push(Shop.value(value));
                }
            }
            Leaf::StartsWith { prefix, .. } => {
                out.push(Shop.value(&ValueKind::Text(prefix.to_owned())));
            }
        }
    }
    out
}

/// Every condition of up to three of these leaves, each part of it negated or not.
fn small(leaves: &[&str]) -> Vec<C> {
    let negated = |all: Vec<C>| -> Vec<C> {
        let opposite = |it: &C| Cond::Not(Box::new(it.clone()));
        let opposites: Vec<C> = all.iter().map(opposite).collect();
        all.into_iter().chain(opposites).collect()
    };
    let pairs = |left: &[C], right: &[C]| -> Vec<C> {
        let both = |a: &C, b: &C| {
            [
                Cond::All(vec![a.clone(), b.clone()]),
                Cond::Any(vec![a.clone(), b.clone()]),
                Cond::Iff(Box::new(a.clone()), Box::new(b.clone())),
            ]
        };
        left.iter()
            .flat_map(|a| right.iter().flat_map(move |b| both(a, b)))
            .collect()
    };
    let one = negated(leaves.iter().map(|it| checked(it)).collect());
    let two = negated(pairs(&one, &one));
    let mut three = pairs(&one, &two);
    three.extend(pairs(&two, &one));
    for a in &one {
        for b in &one {
            for c in &one {
                let all = vec![a.clone(), b.clone(), c.clone()];
                three.extend([Cond::All(all.clone()), Cond::Any(all)]);
            }
        }
    }
    [one, two, negated(three)].concat()
}

/// Panics when two of the conditions have one sentence.
fn differ(all: &[C]) {
    let mut known: HashMap<String, &C> = HashMap::with_capacity(all.len());
    for cond in all {
        let sentence = english(cond, &Shop);
        if let Some(other) = known.insert(sentence.clone(), cond) {
            assert_eq!(cond, other, "both are: {sentence}");
        }
    }
}

#[test]
fn two_conditions_of_three_leaves_never_have_one_sentence() {
    let all = small(&[
        "open",
        "product in [PASS, MOVIE]",
        "end > start",
        "present(open)",
    ]);
    assert!(all.len() > 30_000, "{}", all.len());
    differ(&all);
}

#[test]
fn leaves_that_are_alike_read_unlike() {
    differ(&small(&[
        "open == false",
        "not (type == COUPON)",
        "len(name) == 1",
        "name == \"1\"",
    ]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn every_place_and_every_value_is_in_the_sentence(cond in cond()) {
        let sentence = english(&cond, &Shop);
        let mut rest = sentence.as_str();
        // In the order in which they are written, too.
        for part in shown(&cond) {
            let at = rest.find(&part);
            prop_assert!(at.is_some(), "{} after the rest of {}", part, sentence);
            rest = &rest[at.unwrap_or(0) + part.len()..];
        }
    }

    #[test]
    fn no_text_can_pass_for_another_part_of_the_sentence(
        ends in prop::array::uniform2("[a`\"\\\\ \\n]{0,3}"),
        between in prop::sample::select(&["` and `name` starts with `", "` and `name` is `", "` or `"][..]),
    ) {
        // One text that reads like the sentence of a condition with two texts.
        let prefix = |text: &str| -> C {
            Cond::StartsWith { place: "name".into(), prefix: text.into() }
        };
        let value = |texts: &[&str]| -> C {
            let values = texts.iter().map(|it| ValueKind::Text((*it).to_owned())).collect();
            Cond::OneOf { place: "name".into(), values }
        };
        let (a, b) = (ends[0].as_str(), ends[1].as_str());
        let both = format!("{a}{between}{b}");
        let mut all = vec![prefix(&both), value(&[&both]), value(&[a, b])];
        for one in [prefix(a), value(&[a])] {
            for other in [prefix(b), value(&[b])] {
                all.push(Cond::All(vec![one.clone(), other]));
            }
        }
        differ(&all);
    }
}

#[test]
fn a_text_that_would_end_its_quotes_does_not() {
    let one = Cond::StartsWith {
        place: "name".to_owned(),
        prefix: "a` and `name` starts with `b".to_owned(),
    };
    differ(&[
        one,
        checked("name starts_with \"a\" and name starts_with \"b\""),
    ]);
}

/// What a rule demands has the same parts as the condition, in another mood.
#[test]
fn demands_say_must_and_advice_says_should() {
    let cases = [
        ("type == COUPON", "`type` must be `COUPON`"),
        ("not (type == COUPON)", "`type` must not be `COUPON`"),
        (
            "product in [PASS, MOVIE]",
            "`product` must be `PASS` or `MOVIE`",
        ),
        (
            "not (product in [PASS, MOVIE])",
            "`product` must be neither `PASS` nor `MOVIE`",
        ),
        ("present(open)", "`open` must be given"),
        ("not present(open)", "`open` must not be given"),
        ("end >= start", "`end` must be at least `start`"),
        ("len(name) <= 4", "the length of `name` must be at most 4"),
        ("name starts_with \"a\"", "`name` must start with `a`"),
        (
            "type == COUPON and end > start",
            "`type` must be `COUPON` and `end` must be greater than `start`",
        ),
        (
            "not (type == COUPON and end > start)",
            "it must not be so that (`type` is `COUPON` and `end` is greater than `start`)",
        ),
    ];
    for (condition, sentence) in cases {
        let cond = checked(condition);
        assert_eq!(demand(&cond, &Shop), sentence);
        let advised = sentence.replace("must", "should");
        assert_eq!(advice(&cond, &Shop), advised);
    }
}
