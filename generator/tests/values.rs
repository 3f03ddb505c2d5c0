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

#[test]
fn a_duration_has_units_of_a_fixed_length() {
    for good in [
        "range: [PT1M, P1D]",
        "range: [any, P2W]",
        "range: [PT0.5S, any], sample: PT90M, default: PT1H5S",
    ] {
        let field = format!("      a: {{ type: duration, {good} }}\n");
        assert_eq!(findings(&field), [""; 0], "{good}");
    }
    for (field, found) in [
        (
            "range: [P1M, P1Y]",
            &[
                "36: error[E0205]: an end of `range` is `P1M`, expected a duration such as `PT5M30S`, without years and months",
                "41: error[E0205]: an end of `range` is `P1Y`, expected a duration such as `PT5M30S`, without years and months",
            ][..],
        ),
        (
            "range: [1, 60]",
            &[
                "35: error[E0205]: an end of `range` is a number, expected a duration such as `PT5M30S`, without years and months",
            ],
        ),
        (
            "range: [P1D, PT1H]",
            &["35: error[E0502]: the range P1D to PT1H is empty"],
        ),
        (
            "multiple_of: 5",
            &["28: error[E0501]: `multiple_of` does not apply to a duration"],
        ),
        (
            "max_chars: 5",
            &["28: error[E0501]: `max_chars` does not apply to a duration"],
        ),
    ] {
        let expected: Vec<_> = found.iter().map(|it| format!("api.yaml:7:{it}")).collect();
        let field = format!("      a: {{ type: duration, {field} }}\n");
        assert_eq!(findings(&field), expected);
    }
    assert_eq!(
        findings("      a: { type: integer, range: [1, P1D] }\n"),
        ["api.yaml:7:38: error[E0205]: an end of `range` is `P1D`, expected a whole number"]
    );
}

#[test]
fn a_default_is_a_duration_of_its_range() {
    assert_eq!(
        findings("      a: { type: duration, range: [PT1M, any], default: P1M }\n"),
        [
            "api.yaml:7:57: error[E0508]: `a` does not take its own default: expected a duration such as `PT5M30S`, without years and months, found a text"
        ]
    );
}

#[test]
fn durations_are_compared_with_durations() {
    let with_rule = |condition: &str| {
        findings(&format!(
            "      a: {{ type: duration, range: [PT1M, PT1H] }}\n      b: {{ type: duration, range: [PT2H, any] }}\n      n: {{ type: integer }}\n      m: {{ type: string, required: {condition} }}\n"
        ))
    };
    assert_eq!(with_rule("b > a and n > 5 or not present(b)"), [""; 0]);
    for (condition, found) in [
        (
            "a < n",
            "10:40: error[E0404]: cannot compare a duration with an integer",
        ),
        (
            "a > 60",
            "10:36: error[E0404]: `a` is a duration and is compared with another one alone",
        ),
        ("a == PT5M", "10:41: error[E0402]: unknown field `PT5M`"),
        ("a > b", "?"),
        (
            "len(a) > 3",
            "10:40: error[E0404]: `a` is a duration and has no length",
        ),
    ] {
        assert_eq!(with_rule(condition), [format!("api.yaml:{found}")]);
    }
}
