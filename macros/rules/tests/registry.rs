//! What holds for all rules together.

use std::collections::BTreeSet;

use stipula_rules::{Arg, Group, Presence, Rule, Shape, Subject, VALUE_RULES, Value, value_rule};

#[test]
fn names_are_unique_and_found() {
    let mut seen = BTreeSet::new();
    for rule in Rule::all() {
        let name = rule.code().name;
        assert!(seen.insert(name), "{name} is there twice");
        assert_eq!(Rule::named(name).unwrap().code().name, name);
    }
    for rule in VALUE_RULES {
        assert_eq!(
            value_rule(rule.code.name).unwrap().code.name,
            rule.code.name
        );
    }
    for rule in Presence::ALL {
        assert_eq!(Presence::named(rule.code().name), Some(*rule));
    }
    for rule in Group::ALL {
        assert_eq!(Group::named(rule.code().name), Some(*rule));
    }
    assert!(Rule::named("brand_new").is_none() && value_rule("required").is_none());
}

/// An argument of each form.
fn usual(shape: Shape) -> Arg<'static> {
    match shape {
        Shape::None => Arg::None,
        Shape::Count { least } => Arg::Count(least + 1),
        Shape::Lengths => Arg::Count(2),
        Shape::Range => Arg::Range {
            min: Some(1),
            max: Some(9),
        },
        Shape::Text { .. } | Shape::Constant | Shape::Pattern | Shape::Sibling => Arg::Text("a"),
        Shape::Decimals => Arg::Decimals(1),
    }
}

#[test]
fn every_rule_speaks_of_an_argument_of_its_form() {
    for rule in VALUE_RULES {
        let name = rule.code.name;
        let arg = usual(rule.argument);
        let docs = rule.code.documentation(arg, stipula_rules::Severity::Error);
        let docs = docs.to_string();
        assert!(
            docs.ends_with('.') && !docs.starts_with("Keeps"),
            "{name}: {docs}"
        );
        assert!(rule.code.message("/x", arg).is_some(), "{name}");
    }
}

#[test]
fn every_rule_judges_what_it_looks_at() {
    for rule in VALUE_RULES {
        let name = rule.code.name;
        let value = match rule.subject() {
            Subject::Text | Subject::Constant => Value::Text("a"),
            Subject::Integer | Subject::Digits => Value::Integer(1),
            Subject::Length => Value::Map(2),
            Subject::List => Value::List(&[1]),
            // Only their types know, or whoever reads the items.
            Subject::Constants | Subject::Enum | Subject::Keys | Subject::Case => continue,
        };
        if rule.argument == Shape::Pattern && !cfg!(feature = "pattern") {
            continue;
        }
        assert!(rule.keeps(value, usual(rule.argument)).is_some(), "{name}");
    }
}

#[test]
fn data_judges_as_the_functions_do() {
    let keeps = |name: &str, value, arg| value_rule(name).unwrap().keeps(value, arg);
    let list = Value::List(&["a", "b", "a"]);
    assert_eq!(keeps("max_items", list, Arg::Count(2)), Some(false));
    assert_eq!(keeps("min_items", list, Arg::Count(2)), Some(true));
    assert_eq!(keeps("unique", list, Arg::None), Some(false));
    assert_eq!(
        keeps("max_chars", Value::Text("戲票"), Arg::Count(2)),
        Some(true)
    );
    assert_eq!(keeps("url", Value::Text("a b"), Arg::None), Some(false));
    let lengths = [("zh".to_owned(), 1)];
    let lengths = Arg::Lengths {
        keys: &lengths,
        default: 2,
    };
    let zh = lengths.under(Some("zh"));
    assert_eq!(keeps("max_chars", Value::Text("戲票"), zh), Some(false));
    // A value or an argument of another kind.
    assert_eq!(keeps("max_chars", Value::Integer(7), Arg::Count(2)), None);
    assert_eq!(keeps("max_chars", Value::Text("a"), Arg::Text("a")), None);
    assert_eq!(keeps("known", Value::Text("a"), Arg::None), None);
}

#[test]
fn digits_are_what_places_count() {
    for rule in VALUE_RULES {
        let counts = rule.code.unit == stipula_rules::Unit::Digits;
        assert_eq!(
            counts,
            rule.argument == Shape::Decimals,
            "{}",
            rule.code.name
        );
    }
}
