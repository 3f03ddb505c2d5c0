//! Mistakes about values, each with its finding.

use stipula_generator::{diag::short, load_str};

fn findings(fields: &str) -> Vec<String> {
    let types = "types: { Kind: { enum: { A: First., B: Second. } } }";
    let spec = format!(
        "api: demo\n{types}\noperations:\n  one:\n    post: /one\n    request:\n{fields}      kind: {{ type: Kind }}\n"
    );
    let loaded = load_str(&[("api.yaml", &spec)]);
    loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect()
}

#[test]
fn a_decimal_has_bounds_with_fractions() {
    assert_eq!(
        findings("      a: { type: decimal, range: [0.01, any] }\n"),
        [""; 0]
    );
    assert_eq!(
        findings("      a: { type: integer, range: [0.5, 9] }\n"),
        ["api.yaml:7:35: error[E0205]: an end of `range` is `0.5`, expected a whole number"]
    );
    assert_eq!(
        findings("      a: { type: decimal, range: [0.5, 0.25] }\n"),
        ["api.yaml:7:34: error[E0502]: the range 0.5 to 0.25 is empty"]
    );
    assert_eq!(
        findings("      a: { type: decimal, range: [0.5, many] }\n"),
        [
            "api.yaml:7:35: error[E0205]: an end of `range` is `0.5`, expected a whole number",
            "api.yaml:7:40: error[E0205]: an end of `range` is `many`, expected a whole number",
        ]
    );
}

#[test]
fn what_is_always_required_is_never_cleared() {
    assert_eq!(
        findings("      a: { type: string, null: clears, required: true }\n"),
        [
            "api.yaml:7:50: error[E0410]: a field that is always required cannot be cleared; \
             leave out `null: clears`, or say when it is required"
        ]
    );
    assert_eq!(
        findings("      a: { type: string, null: cleared }\n"),
        [
            "api.yaml:7:32: error[E0205]: `null` is `cleared`, which is not one of its words; did you mean `clears`?"
        ]
    );
}

#[test]
fn a_format_is_one_of_texts() {
    assert_eq!(
        findings("      a: { type: string, format: emial }\n"),
        [
            "api.yaml:7:34: error[E0205]: `format` is `emial`, which is not one of its words; did you mean `email`?"
        ]
    );
    assert_eq!(
        findings("      a: { type: integer, format: email }\n"),
        ["api.yaml:7:27: error[E0501]: `format` does not apply to an integer"]
    );
    assert_eq!(
        findings("      a: { type: date, max_chars: 10 }\n"),
        ["api.yaml:7:24: error[E0501]: `max_chars` does not apply to a date"]
    );
}

#[test]
fn times_are_compared_with_their_like() {
    let with_rule = |condition: &str| {
        findings(&format!(
            "      a: {{ type: date }}\n      b: {{ type: date_time }}\n      s: {{ type: timestamp_seconds }}\n      m: {{ type: timestamp_millis, required: {condition} }}\n"
        ))
    };
    assert_eq!(with_rule("s > 5 and m > 5"), [""; 0]);
    for (condition, found) in [
        (
            "a < b",
            "10:50: error[E0404]: cannot compare a date with a date and time",
        ),
        (
            "s < m",
            "10:50: error[E0404]: cannot compare a time in seconds with a time",
        ),
        (
            "a == \"2026-01-01\"",
            "10:46: error[E0404]: `a` is a date and is compared with another one alone",
        ),
        (
            "len(b) > 3",
            "10:50: error[E0404]: `b` is a date and time and has no length",
        ),
    ] {
        assert_eq!(with_rule(condition), [format!("api.yaml:{found}")]);
    }
}

#[test]
fn lenient_where_there_is_one_way_to_write() {
    assert_eq!(
        findings("      a: { type: { list: integer }, lenient: true }\n"),
        [""; 0]
    );
    assert_eq!(
        findings("      a: { type: { list: date }, lenient: true }\n"),
        [
            "api.yaml:7:7: error[E0501]: `lenient` does nothing here: a date is written in one way; leave it out"
        ]
    );
}
