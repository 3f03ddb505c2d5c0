//! What a spec claims without saying so, disproved: each fault with the case that shows it.

use std::fmt::Write;

use stipula_generator::{
    diag::{Code, short},
    load_str,
};

/// Kinds and products to decide between.
const TYPES: &str = "\
api: demo
types:
  Kind: { enum: { CARD: One., TICKET: Two. } }
  Product: { enum: { FILM: One., RIDE: Two., GIFT: Three. } }
  Part: { fields: { a: { type: string }, b: { type: string } } }
";

/// Members of a request, rules and scenarios; what is wrong; one line each.
const FAULTS: [(&str, &str); 20] = [
    (
        "two values at once",
        "x: { type: string, required: kind == CARD and kind == TICKET }",
    ),
    (
        "every value",
        "x: { type: string, required: kind == CARD or kind == TICKET }",
    ),
    (
        "an optional enum may be absent, so this is no fault",
        "p: { type: Product }, x: { type: string, required: 'p in [FILM, RIDE, GIFT]' }",
    ),
    (
        "beyond a bound",
        "n: { type: integer, range: [1, 10] }, x: { type: string, required: n > 10 }",
    ),
    (
        "at a bound, so this is no fault",
        "n: { type: integer, range: [1, 10] }, x: { type: string, required: n >= 10 }",
    ),
    (
        "between two whole numbers",
        "n: { type: integer }, x: { type: string, required: n > 3 and n < 4 }",
    ),
    (
        "between two decimals there is one, so this is no fault",
        "n: { type: decimal }, x: { type: string, required: n > 3 and n < 4 }",
    ),
    (
        "longer than a text may be",
        "t: { type: string, max_chars: 3 }, x: { type: string, required: len(t) > 3 }",
    ),
    (
        "two beginnings",
        "t: { type: string }, x: { type: string, required: 't starts_with \"a\" and t starts_with \"b\"' }",
    ),
    (
        "each before the other",
        "m: { type: integer }, n: { type: integer }, x: { type: string, required: m < n and n < m }",
    ),
    (
        "given inside what is not",
        "p: { type: Part }, x: { type: string, required: present(p.a) and not present(p) }",
    ),
    (
        "required and not allowed",
        "x: { type: string, required: kind == CARD, allowed: kind == TICKET }",
    ),
    (
        "three rules that leave nothing",
        "p: { type: Product, required: true } | { id: one, at: p, when: kind == CARD, expect: p == FILM } | { id: two, at: p, when: kind == CARD, expect: not (p == FILM) }",
    ),
    (
        "another rule makes the case impossible, so this is no fault",
        "p: { type: Product, required: true }, x: { type: string, required: kind == CARD, allowed: p == GIFT } | { id: cards, at: p, when: kind == CARD, expect: p == GIFT }",
    ),
    (
        "a rule inside another one",
        "p: { type: Product, required: true }, x: { type: string, required: [{ when: 'p in [FILM, RIDE]' }, { when: p == FILM }] }",
    ),
    (
        "a warning where an error stands",
        "x: { type: string, allowed: kind == CARD, effective: kind == CARD }",
    ),
    (
        "nothing can break it",
        "p: { type: Product } | { id: any, at: p, when: kind == CARD, expect: 'p in [FILM, RIDE, GIFT]' }",
    ),
    (
        "nothing can meet it",
        "n: { type: integer, range: [1, 9] } | { id: far, at: n, expect: n > 9 }",
    ),
    (
        "a guard that never holds",
        "n: { type: integer } | { id: never, at: n, when: kind == CARD and kind == TICKET, expect: n > 9 }",
    ),
    (
        "a default out of range",
        "n: { type: integer, range: [1, 9], default: 10 }",
    ),
];

fn spec(fault: &str) -> String {
    let (members, rules) = fault.split_once(" | ").unwrap_or((fault, ""));
    let mut text = TYPES.to_owned();
    text += "operations:\n  send:\n    post: /send\n    request: { kind: { type: Kind, required: true }, part: { type: Part }, ";
    writeln!(text, "{members} }}").unwrap();
    if !rules.is_empty() {
        text += "    rules:\n";
        for rule in rules.split(" | ") {
            writeln!(text, "      - {rule}").unwrap();
        }
    }
    text
}

#[test]
fn faults_and_the_case_that_shows_them() {
    let mut told = String::new();
    for (what, fault) in FAULTS {
        let spec = spec(fault);
        let loaded = load_str(&[("api.yaml", &spec)]);
        let findings: Vec<String> = loaded
            .diagnostics
            .iter()
            .filter(|it| it.code != Code::UnusedType)
            .map(|it| short(it, &loaded.sources))
            .collect();
        writeln!(told, "{what}\n    {fault}").unwrap();
        for finding in &findings {
            writeln!(told, "  {finding}").unwrap();
        }
        assert_eq!(findings.is_empty(), what.ends_with("no fault"), "{told}");
    }
    insta::assert_snapshot!(told);
}

/// A rule that reads nothing but the context says that some calls are not to be made.
#[test]
fn the_last_state_of_a_status_machine_is_no_contradiction() {
    let told = |rules: &str| -> Vec<String> {
        let spec = "\
api: demo
types:
  State: { enum: { OPEN: One., SHUT: Two. }, moves: { OPEN: [SHUT], SHUT: [] } }
operations:
  move:
    post: /move
    context: { now: State }
    request: { to: { type: State, required: true"
            .to_owned()
            + rules;
        let loaded = load_str(&[("api.yaml", &spec)]);
        let found = loaded.diagnostics.iter();
        found.map(|it| short(it, &loaded.sources)).collect()
    };
    let open = "      - { id: open, at: to, when: ctx.now == OPEN, expect: to == SHUT }\n";
    let shut = "      - { id: shut, at: to, expect: not (ctx.now == SHUT) }\n";
    assert_eq!(told(&format!(" }} }}\n    rules:\n{open}{shut}")), [""; 0]);
    // It hides no contradiction of the calls that can be made.
    let other = "      - { id: other, at: to, when: ctx.now == OPEN, expect: to == OPEN }\n";
    assert_eq!(
        told(&format!(" }} }}\n    rules:\n{open}{shut}{other}")),
        [
            "api.yaml:12:61: error[E0410]: nothing that `to` can be keeps all of its rules when `ctx.now` is `OPEN`; correct one of them"
        ]
    );
    // Forbidding the member as well as requiring it stays one: nothing says which is meant.
    assert_eq!(
        told(", allowed: not (ctx.now == SHUT) } }\n"),
        [
            "api.yaml:8:60: error[E0410]: nothing that `to` can be keeps all of its rules when `ctx.now` is `SHUT`; correct one of them"
        ]
    );
}

#[test]
fn a_scenario_that_its_rules_leave_empty() {
    let spec = TYPES.to_owned()
        + "\
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, required: true }
      product: { type: Product, required: true }
    rules:
      - { id: cards, at: product, when: kind == CARD, expect: product == GIFT }
      - { id: part, at: product, when: kind == TICKET, expect: not (product == GIFT) }
    scenarios:
      gift: { when: kind == CARD and product == GIFT }
      film: { when: kind == CARD and product == FILM }
      both: { when: product == FILM and product == RIDE }
";
    let spec = spec.replace(
        "  Part: { fields: { a: { type: string }, b: { type: string } } }\n",
        "",
    );
    let told = |spec: &str| -> Vec<String> {
        let loaded = load_str(&[("api.yaml", spec)]);
        let found = loaded.diagnostics.iter();
        found.map(|it| short(it, &loaded.sources)).collect()
    };
    insta::assert_snapshot!(told(&spec).join("\n"));
    let without_both = spec.lines().filter(|line| !line.contains("both:"));
    let without_both: Vec<&str> = without_both.collect();
    insta::assert_snapshot!(told(&without_both.join("\n")).join("\n"));
}
