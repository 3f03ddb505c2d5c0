//! Mistakes about values, each with its finding.

mod linted;

use stipula_generator::{Target, emit, judge::judge, load_str};

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
fn a_range_leaves_out_an_end() {
    let of =
        |ty: &str, range: &str| findings(&format!("      a: {{ type: {ty}, range: {range} }}\n"));
    for (ty, range) in [
        ("decimal", "{ above: 0, max: 100 }"),
        ("decimal", "{ above: 0, below: 1 }"),
        ("integer", "{ above: -1, below: 1 }"),
        ("unsigned", "{ is: { above: 0 }, severity: warning }"),
        ("timestamp_seconds", "{ min: 0, below: 1_000 }"),
        ("timestamp_millis", "{ max: 9 }"),
        ("duration", "{ above: PT0S, max: P1D }"),
    ] {
        assert_eq!(of(ty, range), [""; 0], "{ty} {range}");
    }
    for (ty, range, found) in [
        (
            "integer",
            "{ min: 1, above: 0 }",
            "44: error[E0206]: `range` has `min` and `above`, which are the same end; \
             keep `min` when the number is in the range, `above` when it is not",
        ),
        (
            "integer",
            "{ max: 1, below: 2 }",
            "44: error[E0206]: `range` has `max` and `below`, which are the same end; \
             keep `max` when the number is in the range, `below` when it is not",
        ),
        (
            "integer",
            "{}",
            "34: error[E0202]: `range` has no end; add `min`, `above`, `max` or `below`",
        ),
        (
            "integer",
            "{ over: 1 }",
            "36: error[E0201]: `over` is not a key of a range; one of `min`, `above`, `max`, `below`",
        ),
        (
            "integer",
            "{ above: 0, below: 1 }",
            "34: error[E0502]: nothing is more than 0 and less than 1",
        ),
        (
            "decimal",
            "{ above: 1, max: 1.0 }",
            "34: error[E0502]: nothing is more than 1 and at most 1.0",
        ),
        (
            "integer",
            "{ above: 0.5 }",
            "43: error[E0205]: an end of `range` is `0.5`, expected a whole number",
        ),
        (
            "decimal",
            "{ above: none }",
            "43: error[E0205]: an end of `range` is `none`, expected a number",
        ),
        (
            "decimal",
            "{ above: 1e3 }",
            "43: error[E0205]: an end of `range` is `1e3`; write it without an exponent",
        ),
        (
            "decimal",
            "[0.1234567890123456, any]",
            "35: error[E0205]: an end of `range` is `0.1234567890123456`; write at most 15 digits",
        ),
        (
            "integer",
            "{ above: 9223372036854775807 }",
            "34: error[E0502]: no such number is more than 9223372036854775807",
        ),
    ] {
        assert_eq!(of(ty, range), [format!("api.yaml:7:{found}")]);
    }
}

#[test]
fn a_range_without_its_end_is_told_everywhere() {
    let spec = "api: demo\noperations:\n  one:\n    post: /one\n    request:\n      a: { type: decimal, range: { above: 0, max: 1.5 } }\n";
    let loaded = load_str(&[("api.yaml", spec)]);
    let model = loaded.model.expect("it loads");
    let rust = emit(&model, Target::Rust);
    let rust = rust.iter().find(|(name, _)| name.contains("one_request"));
    let rust = rust.unwrap().1;
    assert!(rust.contains("#[validate(range(0<..=1.5))]"), "{rust}");
    assert!(rust.contains("More than 0 and at most 1.5."), "{rust}");
    let schema = emit(&model, Target::OpenApi);
    let schema: serde_json::Value =
        serde_json::from_str(schema.get("schema/openapi.json").unwrap()).unwrap();
    let a = &schema["components"]["schemas"]["OneRequest"]["properties"]["a"];
    assert_eq!(a["exclusiveMinimum"], 0);
    assert_eq!(a["maximum"], 1.5);
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

#[test]
fn a_list_contains_a_value_of_its_items() {
    let of = |text: &str| findings(&format!("      a: {{ type: {text} }}\n"));
    for good in [
        "{ list: string }, contains: CARD",
        "{ list: Kind }, contains: { is: A, severity: warning, doc: why }",
        "{ list: integer }, contains: -1",
        "{ list: { type: unsigned, range: [1, 9] } }, contains: 9, unique: true",
    ] {
        assert_eq!(of(good), [""; 0], "{good}");
    }
    for (bad, found) in [
        (
            "string, contains: a",
            "26: error[E0501]: `contains` does not apply to a text",
        ),
        (
            "{ list: decimal }, contains: 1",
            "37: error[E0501]: `contains` does not apply to a list",
        ),
        (
            "{ list: Kind }, contains: C",
            "44: error[E0307]: `C` is not a value of `Kind`; did you mean `A`?",
        ),
        (
            "{ list: unsigned }, contains: -1",
            "48: error[E0205]: `-1` is not an integer",
        ),
        (
            "{ list: { type: string, max_chars: 2 } }, contains: CARD",
            "70: error[E0502]: `max_chars` of the items refuses `CARD`",
        ),
        (
            "{ list: string }, contains: a, max_items: 0",
            "46: error[E0502]: a list without items contains nothing",
        ),
    ] {
        assert_eq!(of(bad), [format!("api.yaml:7:{found}")], "{bad}");
    }
}

#[test]
fn a_group_counts() {
    let of = |rule: &str| {
        let spec = format!(
            "api: demo\noperations:\n  one:\n    post: /one\n    request:\n      a: {{ type: string }}\n      b: {{ type: string }}\n      c: {{ type: string }}\n    rules: [{{ id: two, {rule} }}]\n"
        );
        let loaded = load_str(&[("api.yaml", &spec)]);
        let found = loaded.diagnostics.iter();
        found
            .map(|it| short(it, &loaded.sources))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("at_least: { of: [a, b, c], count: 2 }"), [""; 0]);
    for (rule, found) in [
        (
            "at_least: { of: [a, b, c] }",
            "36: error[E0202]: `at_least` lacks the key `count`; add `count:`",
        ),
        (
            "at_least: { of: [a, b, c], count: 0 }",
            "58: error[E0205]: `count` is 0, so the rule demands nothing; write how many of the fields have to be given",
        ),
        (
            "at_least: { of: [a, b, c], count: 1 }",
            "58: error[E0205]: `count` is 1, which has a rule of its own; write `at_least_one: […]`",
        ),
        (
            "at_least: { of: [a, b, c], count: 3 }",
            "58: error[E0205]: `count` is 3, which are all of them; write `required: true` on each",
        ),
        (
            "at_least: { of: [a, b, c], count: 4 }",
            "58: error[E0205]: `count` is 4, and there are only 3 of them; lower the count, or name more fields",
        ),
        (
            "at_least: { of: [a, b, d], count: 2 }",
            "47: error[E0306]: there is no field `d` to blame; did you mean `a`?",
        ),
        (
            "at_least: { of: [a], count: 2 }",
            "13: error[E0504]: a group has at least two fields; for one field write `required: true`",
        ),
        (
            "at_least: [a, b]",
            "34: error[E0204]: `at_least` is a list, expected a mapping",
        ),
        (
            "when: a == b, at_least: { of: [a, b, c], count: 2 }",
            "24: error[E0206]: `when` goes with `expect`, not with `at_least`",
        ),
    ] {
        assert_eq!(of(rule), [format!("api.yaml:9:{found}")], "{rule}");
    }
}

#[test]
fn closed_belongs_to_types_with_fields() {
    let of = |types: &str| {
        let spec = format!(
            "api: demo\ntypes:\n  A: {types}\noperations:\n  one: {{ post: /one, closed: true, request: {{ a: {{ type: A }} }} }}\n"
        );
        let loaded = load_str(&[("api.yaml", &spec)]);
        let found = loaded.diagnostics.iter();
        found
            .map(|it| short(it, &loaded.sources))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of("{ closed: true, fields: { b: { type: string } } }"),
        [""; 0]
    );
    assert_eq!(
        of("{ closed: true, enum: { X: It. } }"),
        [
            "api.yaml:3:8: error[E0206]: `closed` belongs to a type with fields, and this one is an enum; \
             an enum is closed in requests unless it is `open`"
        ]
    );
    assert_eq!(
        of("{ closed: true, any: [string, integer] }"),
        ["api.yaml:3:8: error[E0206]: `closed` does not go with `tag` or `any`"]
    );
    assert_eq!(
        of("{ closed: shut, fields: {} }"),
        ["api.yaml:3:16: error[E0205]: `closed` is `shut`, expected `true` or `false`"]
    );
}

#[test]
fn a_closed_object_is_told_everywhere() {
    let spec = "api: demo\ntypes: { A: { closed: true, fields: { name: { type: string } } } }\noperations:\n  base: { post: /one, closed: true, request: { a: { type: A } }, response: { a: { type: A } } }\n  over: { overlay: base, request: { b: { type: string } } }\n";
    let loaded = load_str(&[("api.yaml", spec)]);
    let model = loaded.model.expect("it loads");
    let schema = emit(&model, Target::OpenApi);
    let schema: serde_json::Value =
        serde_json::from_str(schema.get("schema/openapi.json").unwrap()).unwrap();
    let schemas = schema["components"]["schemas"].as_object().unwrap();
    let closed: Vec<&str> = schemas
        .iter()
        .filter(|(_, it)| it["additionalProperties"] == false)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(closed, ["BaseRequest", "A", "OverRequest"]);
    let body = serde_json::json!({ "b": "x", "a": { "nmae": 1 }, "more": {} });
    let found = judge(&model.api, &model.api.operations[1], &body, &[]);
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "/more: the object takes no member of this name [unknown]",
            "/a/nmae: the object takes no member of this name; did you mean `name`? [unknown]",
        ]
    );
}

#[test]
fn keys_of_a_map_have_rules() {
    let of = |map: &str| {
        findings(&format!(
            "      a: {{ type: {{ map: {map}, of: string }} }}\n"
        ))
    };
    for good in [
        "{ type: string, max_chars: 40, pattern: \"^[a-z_]+$\" }",
        "{ type: string, format: uuid }",
        "{ type: string, max_chars: { is: 4, severity: warning, doc: why } }",
        "{ type: Kind }",
    ] {
        assert_eq!(of(good), [""; 0], "{good}");
    }
    for (bad, found) in [
        (
            "{ type: string, range: [1, 2] }",
            "41: error[E0501]: `range` does not apply to a text",
        ),
        (
            "{ type: Kind, max_chars: 3 }",
            "39: error[E0501]: `max_chars` does not apply to the keys of a map that are an enum, \
             whose texts are known; leave it out, or use `string`",
        ),
        (
            "{ type: integer, range: [1, 2] }",
            "33: error[E0309]: `integer` cannot be the key of a map; use `string` or an enum",
        ),
        (
            "{ list: string }",
            "25: error[E0309]: this cannot be the key of a map; use `string` or an enum",
        ),
        (
            "{ type: string, max_chars: { en: 3 } }",
            "52: error[E0501]: `max_chars` by key does not apply to the key itself; write one number",
        ),
        (
            "{ type: string, min_chars: 5, max_chars: 3 }",
            "66: error[E0502]: no text is long and short enough at once",
        ),
        (
            "{ type: string, as: text }",
            "43: error[E0501]: `as: text` does nothing here: the keys of a map are texts; leave it out",
        ),
        (
            "{ type: string, longest: 3 }",
            "41: error[E0201]: `longest` is not a key of an item",
        ),
    ] {
        let all = of(bad);
        assert_eq!(all.len(), 1, "{bad}: {all:?}");
        assert!(
            all[0].starts_with(&format!("api.yaml:7:{found}")),
            "{bad}: {all:?}"
        );
    }
}

#[test]
fn rules_of_keys_are_told_everywhere() {
    let spec = "api: demo\noperations:\n  one:\n    post: /one\n    request:\n      metadata: { type: { map: { type: string, max_chars: 4, pattern: \"^[a-z]+$\" }, of: string }, max_items: 2 }\n";
    let loaded = load_str(&[("api.yaml", spec)]);
    let model = loaded.model.expect("it loads");
    let rust = emit(&model, Target::Rust);
    let rust = rust.iter().find(|(name, _)| name.contains("one_request"));
    let rust = rust.unwrap().1;
    let plain: String = rust.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        plain.contains("keys( max_chars(4, id = \"OneRequest.metadata.keys.max_chars\")"),
        "{rust}"
    );
    assert!(rust.contains("Each key: at most 4 characters."), "{rust}");
    let schema = emit(&model, Target::OpenApi);
    let schema: serde_json::Value =
        serde_json::from_str(schema.get("schema/openapi.json").unwrap()).unwrap();
    let keys =
        &schema["components"]["schemas"]["OneRequest"]["properties"]["metadata"]["propertyNames"];
    assert_eq!(keys["maxLength"], 4);
    assert_eq!(keys["pattern"], "^[a-z]+$");
    let body = serde_json::json!({ "metadata": { "Bad key": "", "ok": "x", "a/b": "y" } });
    let found = judge(&model.api, &model.api.operations[0], &body, &[]);
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "/metadata: at most 2 items [OneRequest.metadata.max_items]",
            "/metadata/Bad key: the key: at most 4 characters [OneRequest.metadata.keys.max_chars]",
            "/metadata/Bad key: the key: matches `^[a-z]+$` [OneRequest.metadata.keys.pattern]",
            "/metadata/a~1b: the key: matches `^[a-z]+$` [OneRequest.metadata.keys.pattern]",
        ]
    );
}
