//! Mistakes about values, each with its finding.

mod linted;

fn findings(fields: &str) -> Vec<String> {
    let types = "types: { Kind: { enum: { A: First., B: Second. } } }";
    linted::findings(&format!(
        "api: demo\n{types}\noperations:\n  one:\n    post: /one\n    request:\n{fields}      kind: {{ type: Kind }}\n"
    ))
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
        ["api.yaml:7:40: error[E0205]: an end of `range` is `many`, expected a number"]
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
            "api.yaml:7:57: error[E0508]: `a` does not take its own default: expected a duration such as `PT5M30S`, without years and months, found the text `P1M`"
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
        (
            "a > b",
            "10:36: error[E0408]: this condition holds in none of the 28 cases of `a` and `b`; correct it, or remove the rule",
        ),
        (
            "len(a) > 3",
            "10:40: error[E0404]: `a` is a duration and has no length",
        ),
    ] {
        assert_eq!(with_rule(condition), [format!("api.yaml:{found}")]);
    }
}

/// Findings of a spec with an enum of whole numbers.
fn of_integers(values: &str, fields: &str) -> Vec<String> {
    let spec = format!(
        "api: demo\ntypes:\n  Level: {{ {values} }}\n  One: {{ fields: {{ a: {{ type: string }} }} }}\noperations:\n  one:\n    post: /one\n    request:\n      level: {{ type: Level }}\n      one: {{ type: One }}\n{fields}"
    );
    linted::findings(&spec)
}

#[test]
fn an_enum_of_integers_has_each_number_once() {
    for (values, found) in [
        (
            "of: integer, enum: { 0: Open., 1: Closed., -1: Below. }",
            &[][..],
        ),
        (
            "of: integer, enum: { 0: Open., closed: Closed. }",
            &[
                "api.yaml:3:43: error[E0205]: `closed` is no whole number, which the values of this enum are",
            ],
        ),
        (
            "of: integer, enum: { 1: Open., 01: Closed. }",
            &["api.yaml:3:43: error[E0301]: the value 1 is declared twice"],
        ),
        (
            "of: integer, enum: { 01: Closed., +2: Two., -0: Zero. }",
            &[
                "api.yaml:3:33: error[E0205]: JSON does not write a number as `01`; write `1`",
                "api.yaml:3:46: error[E0205]: `+2` is no whole number, which the values of this enum are",
                "api.yaml:3:56: error[E0205]: JSON does not write a number as `-0`; write `0`",
            ],
        ),
        (
            "of: integer, enum: { 0.5: Closed., 1e3: Many. }",
            &[
                "api.yaml:3:33: error[E0205]: `0.5` is no whole number, which the values of this enum are",
                "api.yaml:3:47: error[E0205]: `1e3` is no whole number, which the values of this enum are",
            ],
        ),
        (
            "of: integer, enum: { 9223372036854775808: Far. }",
            &["api.yaml:3:33: error[E0205]: `9223372036854775808` is beyond 64 bits"],
        ),
        (
            "of: text, enum: { 0: Open. }",
            &[
                "api.yaml:3:16: error[E0205]: `of` is `text`, which is not one of its words; one of `integer`",
            ],
        ),
        (
            "of: integer, fields: { a: { type: string } }",
            &["api.yaml:3:12: error[E0206]: `of` belongs to an enum, and this type has fields"],
        ),
    ] {
        assert_eq!(of_integers(values, ""), found, "{values}");
    }
}

#[test]
fn an_enum_of_integers_is_used_as_a_number() {
    let level = "of: integer, enum: { 0: Open., 1: Closed., 5: Gone. }";
    for (fields, found) in [
        ("      a: { type: string, required: level == 1 }\n", &[][..]),
        (
            "      a: { type: string, required: 'level in [0, 5]' }\n",
            &[],
        ),
        (
            "      a: { type: Level, const: 1 }\n      b: { type: Level, default: 5, sample: 0 }\n",
            &[],
        ),
        (
            "      a: { type: string, required: level == 4 }\n",
            &["api.yaml:11:45: error[E0403]: `Level` has no value `4`; did you mean `5`?"],
        ),
        (
            "      a: { type: string, required: level == Closed }\n",
            &[
                "api.yaml:11:45: error[E0402]: unknown field `Closed`; the values of this enum are whole numbers",
            ],
        ),
        (
            "      a: { type: string, required: level == \"1\" }\n",
            &["api.yaml:11:45: error[E0404]: cannot compare the enum `Level` with a text"],
        ),
        (
            "      a: { type: string, required: 'level in [A, B]' }\n",
            &[
                "api.yaml:11:47: error[E0404]: cannot compare the enum `Level` with the name `A`; its values are whole numbers",
                "api.yaml:11:50: error[E0404]: cannot compare the enum `Level` with the name `B`; its values are whole numbers",
            ],
        ),
        (
            "      a: { type: string, required: level >= 1 }\n",
            &["api.yaml:11:36: error[E0404]: `level` is the enum `Level` and has no order"],
        ),
        (
            "      a: { type: Level, const: 7 }\n",
            &["api.yaml:11:32: error[E0307]: `7` is not a value of `Level`; one of `0`, `1`, `5`"],
        ),
        (
            "      a: { type: Level, const: Open }\n",
            &[
                "api.yaml:11:32: error[E0205]: `Open` is no whole number, which the values of this enum are",
            ],
        ),
        (
            "      a: { type: Level, default: 7 }\n",
            &[
                "api.yaml:11:34: error[E0508]: `a` does not take its own default: one of the documented values; one of `0`, `1`, `5`",
            ],
        ),
        (
            "      a: { type: Level, range: [0, 1] }\n",
            &["api.yaml:11:25: error[E0501]: `range` does not apply to an enum of integers"],
        ),
        (
            "      a: { type: Level, max_chars: 1 }\n",
            &["api.yaml:11:25: error[E0501]: `max_chars` does not apply to an enum of integers"],
        ),
        (
            "      a: { type: { map: Level, of: string } }\n",
            &[
                "api.yaml:11:25: error[E0309]: `Level` cannot be the key of a map: its values are numbers, and keys of JSON are texts; use `string`, or an enum of texts",
            ],
        ),
        (
            "      a: { type: { by: level, cases: { 1: One } } }\n",
            &[
                "api.yaml:11:24: error[E0309]: `level` is an enum of integers, and texts alone choose a type",
            ],
        ),
        (
            "    context: { level: Level }\n",
            &[
                "api.yaml:11:23: error[E0309]: `Level` is an enum of integers, and only an enum of texts can be a context value",
            ],
        ),
    ] {
        assert_eq!(of_integers(level, fields), found, "{fields}");
    }
}

#[test]
fn decimals_and_texts_have_decimal_places() {
    for field in [
        "type: decimal, decimal_places: 2, range: [0.01, 9.99]",
        "type: decimal, as: text, decimal_places: 2, range: [0, any]",
        "type: { list: { type: decimal, decimal_places: 0 } }",
        "type: string, decimal_places: 2",
    ] {
        let field = format!("      a: {{ {field} }}\n");
        assert_eq!(findings(&field), [""; 0], "{field}");
    }
    for (ty, found) in [
        (
            "integer",
            "27: error[E0501]: `decimal_places` does not apply to an integer",
        ),
        (
            "integer, as: text",
            "37: error[E0501]: `decimal_places` does not apply to a whole number of 64 bits, as text",
        ),
        (
            "bytes",
            "25: error[E0501]: `decimal_places` does not apply to bytes",
        ),
    ] {
        let field = format!("      a: {{ type: {ty}, decimal_places: 2 }}\n");
        assert_eq!(findings(&field), [format!("api.yaml:7:{found}")], "{ty}");
    }
}

#[test]
fn numbers_travel_as_text_where_the_spec_says_so() {
    for field in [
        "type: decimal, as: text, range: [0.01, 9.99], sample: \"2.50\", default: 1e0",
        "type: integer, as: text, multiple_of: 5, const: -5",
        "type: { list: { type: unsigned, as: text } }, unique: true",
        "type: { map: string, of: { type: timestamp_millis, as: text } }",
    ] {
        let field = format!("      a: {{ {field} }}\n");
        assert_eq!(findings(&field), [""; 0], "{field}");
    }
    for (field, found) in [
        (
            "type: string, as: text",
            &[
                "api.yaml:7:30: error[E0501]: `as: text` is about numbers, and this is a text; leave it out",
            ][..],
        ),
        (
            "type: duration, as: text",
            &[
                "api.yaml:7:32: error[E0501]: `as: text` is about numbers, and this is a duration; leave it out",
            ],
        ),
        (
            "type: Kind, as: text",
            &[
                "api.yaml:7:28: error[E0501]: `as: text` is about numbers, and this is an enum; leave it out",
            ],
        ),
        (
            "type: { list: decimal }, as: text",
            &[
                "api.yaml:7:41: error[E0501]: `as: text` is about numbers, and this is a list; say it of its items: `{ list: { type: decimal, as: text } }`",
            ],
        ),
        (
            "type: { map: string, of: integer }, as: text",
            &[
                "api.yaml:7:52: error[E0501]: `as: text` is about numbers, and this is a map; say it of its values: `{ map: string, of: { type: decimal, as: text } }`",
            ],
        ),
        (
            "type: { any: [{ type: integer, as: text }, boolean] }",
            &[
                "api.yaml:7:47: error[E0501]: `as: text` has no place inside `any`; make it a field of an object, or write `string`",
            ],
        ),
        (
            "type: integer, as: number",
            &[
                "api.yaml:7:31: error[E0205]: `as` is `number`, which is not one of its words; one of `text`",
            ],
        ),
        (
            "type: integer, as: text, const: 007",
            &["api.yaml:7:44: error[E0205]: `007` is not a whole number of 64 bits, as text"],
        ),
        (
            "type: integer, as: text, default: +5",
            &[
                "api.yaml:7:46: error[E0508]: `a` does not take its own default: expected a whole number of 64 bits, as text, found the text `+5`",
            ],
        ),
        (
            "type: decimal, as: text, default: .5",
            &[
                "api.yaml:7:46: error[E0508]: `a` does not take its own default: expected a number, as text, found the text `.5`",
            ],
        ),
        (
            "type: integer, as: text, range: [0.5, 1]",
            &["api.yaml:7:45: error[E0205]: an end of `range` is `0.5`, expected a whole number"],
        ),
        (
            "type: integer, as: text, max_chars: 5",
            &[
                "api.yaml:7:37: error[E0501]: `max_chars` does not apply to a whole number of 64 bits, as text",
            ],
        ),
    ] {
        let field = format!("      a: {{ {field} }}\n");
        assert_eq!(findings(&field), found, "{field}");
    }
}
