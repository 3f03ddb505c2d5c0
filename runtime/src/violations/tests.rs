use super::*;

static REQUIRED: Rule = Rule::new("Request.link.required_if", "required_if")
    .because("`type` is `COUPON`, or `product` is `PASS` or `MOVIE`");
static LONG: Rule = Rule::new("Request.name.max_chars", "max_chars")
    .limit(Limit::Chars(512))
    .severity(Severity::Warning);

fn sentence(rule: &'static Rule) -> String {
    let mut out = Violations::new();
    out.push(&Path::ROOT, Some("x"), rule);
    out.to_string()
}

#[test]
fn lists_every_violation() {
    let mut out = Violations::new();
    assert!(out.is_empty() && !out.has_errors());
    let root = Path::root();
    let list = root.field("tabs");
    out.push(&root, Some("link"), &REQUIRED);
    out.push_limit(&list.index(1), Some("name"), &LONG, Limit::Chars(1));
    assert_eq!(
        out.to_string(),
        "`/link` is required when `type` is `COUPON`, or `product` is `PASS` or `MOVIE` (Request.link.required_if)\n\
         `/tabs/1/name` must have at most 1 character (Request.name.max_chars, warning)"
    );
    assert_eq!(out.len(), 2);
    assert_eq!(out.errors().count(), 1);
    assert_eq!(
        out.warnings().next().map(|v| v.pointer()),
        Some("/tabs/1/name")
    );
    assert!(out.has_errors());
    assert_eq!(
        format!("{out:?}"),
        "[error \"/link\" Request.link.required_if, warning \"/tabs/1/name\" Request.name.max_chars]"
    );
}

#[test]
fn serializes_to_json() {
    let mut out = Violations::new();
    out.push(&Path::ROOT, Some("name"), &LONG);
    assert_eq!(
        serde_json::to_value(&out).unwrap(),
        serde_json::json!([{
            "severity": "warning",
            "location": "body",
            "path": "/name",
            "rule": "Request.name.max_chars",
            "code": "max_chars",
            "message": "`/name` must have at most 512 characters",
        }])
    );
}

#[test]
fn extends_under_a_path() {
    let mut part = Violations::new();
    part.push(&Path::ROOT, Some("link"), &REQUIRED);
    let mut whole = Violations::new();
    whole.extend(&Path::root().field("body"), &part);
    assert_eq!(whole.iter().next().unwrap().pointer(), "/body/link");
    assert_ne!(whole, part);
}

#[test]
fn words_every_kind() {
    static PLAIN: Rule = Rule::new("id", "required");
    static ALLOWED: Rule = Rule::new("id", "allowed_if").because("`a` is given");
    static EFFECTIVE: Rule = Rule::new("id", "effective_if").because("`a` is given");
    static GROUP: Rule = Rule::new("id", "at_least_one").because("`a` and `b`");
    static EXPECT: Rule = Rule::new("id", "expect").because("`b` is greater than `a`");
    static BOTH: Rule = Rule::new("id", "range").limit(Limit::Range {
        min: Some(1),
        max: Some(9),
    });
    static LOW: Rule = Rule::new("id", "range").limit(Limit::Range {
        min: Some(1),
        max: None,
    });
    static ITEMS: Rule = Rule::new("id", "min_items").limit(Limit::Items(2));
    static PREFIX: Rule = Rule::new("id", "prefix").limit(Limit::Text("app://"));
    static PLACES: Rule = Rule::new("id", "decimal_places")
        .limit(Limit::Decimals(1))
        .because("as documented");
    static OTHER: Rule = Rule::new("id", "brand_new");
    let expected = [
        (&PLAIN, "`/x` is required (id)"),
        (&ALLOWED, "`/x` may only be given when `a` is given (id)"),
        (&EFFECTIVE, "`/x` has an effect only when `a` is given (id)"),
        (
            &GROUP,
            "`/x`: at least one of `a` and `b` must be given (id)",
        ),
        (&EXPECT, "`/x`: `b` is greater than `a` (id)"),
        (&BOTH, "`/x` must be between 1 and 9 (id)"),
        (&LOW, "`/x` must be at least 1 (id)"),
        (&ITEMS, "`/x` must have at least 2 items (id)"),
        (&PREFIX, "`/x` must start with `app://` (id)"),
        (
            &PLACES,
            "`/x` must be a decimal number with at most 1 decimal place: as documented (id)",
        ),
        (&OTHER, "`/x` breaks the rule (id)"),
    ];
    for (rule, text) in expected {
        assert_eq!(sentence(rule), text);
    }
}

#[test]
fn what_is_no_rule_says_what_is_known() {
    static REASON: Rule = Rule::new("id", "SHOP_IS_CLOSED").because("`a` is given");
    static TEXT: Rule = Rule::new("id", "brand_new").limit(Limit::Text("`a` is given"));
    static OTHER_UNIT: Rule = Rule::new("id", "max_chars").limit(Limit::Bytes(1));
    static NO_LIMIT: Rule = Rule::new("id", "max_chars").because("`a` is given");
    let expected = [
        (&REASON, "`/x`: `a` is given (id)"),
        (&TEXT, "`/x`: `a` is given (id)"),
        (&OTHER_UNIT, "`/x` breaks the rule (id)"),
        (&NO_LIMIT, "`/x`: `a` is given (id)"),
    ];
    for (rule, text) in expected {
        assert_eq!(sentence(rule), text);
    }
}

#[test]
fn a_case_names_its_sibling() {
    static BARE: Rule = Rule::new("id", "case_of");
    static NAMED: Rule = Rule::new("id", "case_of").limit(Limit::Text("`kind`"));
    static REASON: Rule = Rule::new("id", "case_of").because("`kind`");
    static BOTH: Rule = NAMED.because("as documented");
    let expected = [
        (
            &BARE,
            "`/x` must be of the kind that its sibling calls for (id)",
        ),
        (
            &NAMED,
            "`/x` must be of the kind that `kind` calls for (id)",
        ),
        (
            &REASON,
            "`/x` must be of the kind that `kind` calls for (id)",
        ),
        (
            &BOTH,
            "`/x` must be of the kind that `kind` calls for: as documented (id)",
        ),
    ];
    for (rule, text) in expected {
        assert_eq!(sentence(rule), text);
    }
}

#[test]
fn is_an_error_type() {
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    error::<Violations>();
}

#[test]
fn keeps_keys_of_any_length() {
    for length in 0..70 {
        for letter in ["k", "é", "戲", "🎫", "/"] {
            let key = letter.repeat(length);
            let root = Path::root();
            let map = root.field("map");
            let entry = map.key(&key);
            let mut out = Violations::new();
            out.push(&entry.index(1).field("a"), Some("b"), &LONG);
            let escaped = key.replace('/', "~1");
            let pointer = format!("/map/{escaped}/1/a/b");
            assert_eq!(out.iter().next().unwrap().pointer(), pointer);
            let mut whole = Violations::new();
            whole.extend(&root.key(&key), &out);
            let pointer = format!("/{escaped}{pointer}");
            assert_eq!(whole.iter().next().unwrap().pointer(), pointer);
        }
    }
}

#[test]
fn goes_on_after_a_pointer_was_asked_for() {
    let mut out = Violations::new();
    let pointers = |out: &Violations| out.iter().map(|v| v.pointer().to_owned()).collect();
    for nth in 0..40 {
        let path = Path::root();
        out.push(&path.index(nth), Some("x"), &REQUIRED);
        let all: Vec<String> = pointers(&out);
        assert_eq!((all.len(), out.len()), (nth + 1, nth + 1));
        assert_eq!(all.last(), Some(&format!("/{nth}/x")));
    }
    let copy: Vec<String> = pointers(&out.clone());
    assert_eq!(copy.first().map(String::as_str), Some("/0/x"));
}

#[test]
fn counts_what_is_too_much_and_shows_no_value() {
    static BYTES: Rule = Rule::new("id", "max_bytes").limit(Limit::Bytes(2));
    static ITEMS: Rule = Rule::new("id", "min_items")
        .limit(Limit::Items(2))
        .because("one is none");
    let mut out = Violations::new();
    let root = Path::root();
    out.push_count(&root, Some("a"), &LONG, Limit::Chars(1), 2);
    out.push_count(&root, Some("a"), &LONG, Limit::None, 0);
    out.push_count(&root, Some("b"), &BYTES, Limit::None, 3);
    out.push_count(&root, Some("c"), &ITEMS, Limit::Items(2), 1);
    out.push(&root, Some("d"), &BYTES);
    assert_eq!(
        out.to_string(),
        "`/a` must have at most 1 character, not 2 (Request.name.max_chars, warning)\n\
         `/a` must have at most 512 characters, not 0 (Request.name.max_chars, warning)\n\
         `/b` must have at most 2 bytes, not 3 (id)\n\
         `/c` must have at least 2 items, not 1: one is none (id)\n\
         `/d` must have at most 2 bytes (id)"
    );
    let all: Vec<_> = out.iter().map(|it| (it.limit(), it.actual())).collect();
    assert_eq!(all[0], (Limit::Chars(1), Some(2)));
    assert_eq!(all[4], (Limit::Bytes(2), None));
    let mut whole = Violations::new();
    whole.extend(&root.field("x"), &out);
    assert_eq!(whole.iter().nth(2).unwrap().actual(), Some(3));
}

#[test]
fn tells_documented_texts_and_the_nearest() {
    static KNOWN: Rule = Rule::new("id", "known");
    static MANY: [&str; 14] = [
        "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1", "B2", "B3", "B4", "CONCERT",
    ];
    let said = |texts: &'static [&'static str], text: &str| {
        let mut out = Violations::new();
        out.push_unknown(&Path::ROOT, Some("x"), &KNOWN, texts, text);
        out.iter().next().unwrap().message()
    };
    assert_eq!(
        said(&["PASS", "MOVIE", "SEASON_CARD"], "MOVEI"),
        "`/x` must be one of the documented values: `PASS`, `MOVIE` or `SEASON_CARD`; did you mean `MOVIE`?"
    );
    assert_eq!(
        said(&["PASS"], "4242 4242"),
        "`/x` must be one of the documented values: `PASS`"
    );
    assert_eq!(
        said(&MANY, "concrt"),
        "`/x` must be one of the documented values: `A1`, `A2`, `A3`, `A4`, `A5`, `A6`, `A7`, `A8`, `A9`, \
         `B1`, `B2`, `B3` or 2 more; did you mean `CONCERT`?"
    );
    assert_eq!(said(&[], "a"), "`/x` must be one of the documented values");
}
