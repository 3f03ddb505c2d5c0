//! Value rules, groups and closed objects of a spec: mistakes with their findings, and what is told of
//! them.

mod linted;

use stipula_generator::{Target, emit, judge::judge, load_str};

/// Findings of a spec whose request has these fields, from line 7 on, and `kind`.
fn findings(fields: &str) -> Vec<String> {
    let types = "types: { Kind: { enum: { A: First., B: Second. } } }";
    linted::findings(&format!(
        "api: demo\n{types}\noperations:\n  one:\n    post: /one\n    request:\n{fields}      kind: {{ type: Kind }}\n"
    ))
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
        linted::findings(&spec)
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
        linted::findings(&spec)
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
            "45: error[E0501]: `as: text` does nothing here: the keys of a map are texts; leave it out",
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
            "/metadata: 3 items, at most 2 are allowed [OneRequest.metadata.max_items]",
            "/metadata/Bad key: the key `Bad key` must have at most 4 characters [OneRequest.metadata.keys.max_chars]",
            "/metadata/Bad key: the key `Bad key` must match the pattern `^[a-z]+$` [OneRequest.metadata.keys.pattern]",
            "/metadata/a~1b: the key `a/b` must match the pattern `^[a-z]+$` [OneRequest.metadata.keys.pattern]",
        ]
    );
}
