//! The very words of every rule.

use stipula_rules::{Arg, End, Group, Presence, Rule, Severity, VALUE_RULES};

fn docs(code: &str, arg: Arg<'_>, severity: Severity) -> String {
    let rule = Rule::named(code).unwrap();
    rule.code().documentation(arg, severity).to_string()
}

fn message(code: &str, arg: Arg<'_>) -> String {
    let rule = Rule::named(code).unwrap();
    rule.code().message("/x", arg).unwrap().to_string()
}

/// Code, argument, documentation, message; in the order of the registry.
type Said<'a> = (&'a str, Arg<'a>, &'a str, &'a str);

#[rustfmt::skip]
const VALUES: &[Said<'_>] = &[
    ("min_chars", Arg::Count(1), "At least 1 character.", "`/x` must have at least 1 character"),
    ("max_chars", Arg::Count(32), "At most 32 characters.", "`/x` must have at most 32 characters"),
    ("min_bytes", Arg::Count(2), "At least 2 bytes.", "`/x` must have at least 2 bytes"),
    ("max_bytes", Arg::Count(1), "At most 1 byte.", "`/x` must have at most 1 byte"),
    ("range", Arg::Range { min: Some(1), max: Some(9) }, "From 1 to 9.", "`/x` must be between 1 and 9"),
    ("range", Arg::Range { min: Some(-1), max: None }, "At least -1.", "`/x` must be at least -1"),
    ("range", Arg::Range { min: None, max: Some(9) }, "At most 9.", "`/x` must be at most 9"),
    ("range", Arg::Range { min: None, max: None }, "Any number.", "`/x` breaks the rule"),
    ("range", Arg::Bounds { min: Some(End::Excluded("0")), max: None }, "More than 0.", "`/x` must be more than 0"),
    ("range", Arg::Bounds { min: None, max: Some(End::Excluded("0.5")) }, "Less than 0.5.", "`/x` must be less than 0.5"),
    ("range", Arg::Bounds { min: Some(End::Excluded("0")), max: Some(End::Included("1")) }, "More than 0 and at most 1.", "`/x` must be more than 0 and at most 1"),
    ("range", Arg::Bounds { min: Some(End::Included("0")), max: Some(End::Excluded("1")) }, "At least 0 and less than 1.", "`/x` must be at least 0 and less than 1"),
    ("range", Arg::Bounds { min: Some(End::Excluded("0")), max: Some(End::Excluded("1")) }, "More than 0 and less than 1.", "`/x` must be more than 0 and less than 1"),
    ("multiple_of", Arg::Count(5), "A multiple of 5.", "`/x` must be a multiple of 5"),
    ("min_items", Arg::Count(2), "At least 2 items.", "`/x` must have at least 2 items"),
    ("max_items", Arg::Count(1), "At most 1 item.", "`/x` must have at most 1 item"),
    ("unique", Arg::None, "No item twice.", "`/x` must not hold an item twice"),
    ("contains", Arg::Text("CARD"), "Contains `CARD`.", "`/x` must contain `CARD`"),
    ("const", Arg::Text("photo"), "Always `photo`.", "`/x` must be `photo`"),
    ("prefix", Arg::Text("app://"), "Starts with `app://`.", "`/x` must start with `app://`"),
    ("pattern", Arg::Text("^a{2}$"), "Matches `^a{2}$`.", "`/x` must match the pattern `^a{2}$`"),
    ("decimal_places", Arg::Decimals(1), "A decimal number with at most 1 digit after the point.", "`/x` must be a decimal number with at most 1 decimal place"),
    ("decimal_places", Arg::Decimals(2), "A decimal number with at most 2 digits after the point.", "`/x` must be a decimal number with at most 2 decimal places"),
    ("decimal_places", Arg::Decimals(0), "A decimal number with at most 0 digits after the point.", "`/x` must be a whole number in digits"),
    ("email", Arg::None, "An email address.", "`/x` must be an email address such as `name@example.com`"),
    ("uri", Arg::None, "An absolute URI.", "`/x` must be an absolute URI such as `https://example.com/page`"),
    ("uuid", Arg::None, "A UUID.", "`/x` must be a UUID such as `123e4567-e89b-12d3-a456-426614174000`"),
    ("ipv4", Arg::None, "An IPv4 address.", "`/x` must be an IPv4 address such as `192.0.2.1`"),
    ("ipv6", Arg::None, "An IPv6 address.", "`/x` must be an IPv6 address such as `2001:db8::1`"),
    ("hostname", Arg::None, "A host name.", "`/x` must be a host name such as `example.com`"),
    ("country", Arg::None, "A country code of ISO 3166-1, two letters.", "`/x` must be a country code of ISO 3166-1 such as `HK`"),
    ("currency", Arg::None, "A currency code of ISO 4217, three letters.", "`/x` must be a currency code of ISO 4217 such as `HKD`"),
    ("phone", Arg::None, "A phone number such as `+85212345678`.", "`/x` must be a phone number such as `+85212345678`"),
    ("url", Arg::None, "A URL with a scheme.", "`/x` must be a URL with a scheme"),
    ("segment", Arg::None, "Not empty, `.` or `..`, as it is a part of the path.", "`/x` must not be empty, `.` or `..`, as it is a part of the path"),
    ("known", Arg::None, "One of the documented values.", "`/x` must be one of the documented values"),
    ("known_keys", Arg::None, "Keys are the documented ones.", "`/x` must be one of the documented values"),
    ("case_of", Arg::None, "Its type is the one its sibling chooses.", "`/x` must be of the kind that its sibling calls for"),
    ("case_of", Arg::Text("`kind`"), "Its type is the one its sibling chooses.", "`/x` must be of the kind that `kind` calls for"),
];

#[test]
fn value_rules() {
    for (code, arg, says, broken) in VALUES {
        assert_eq!(docs(code, *arg, Severity::Error), *says);
        assert_eq!(message(code, *arg), *broken);
    }
}

#[test]
fn the_order_is_fixed() {
    let mut said: Vec<_> = VALUES.iter().map(|(code, ..)| *code).collect();
    said.dedup();
    let values: Vec<_> = VALUE_RULES.iter().map(|rule| rule.code.name).collect();
    assert_eq!(values, said);
    let presence: Vec<_> = Presence::ALL.iter().map(|it| it.code().name).collect();
    assert_eq!(
        presence,
        ["required", "required_if", "allowed_if", "effective_if"]
    );
    let groups: Vec<_> = Group::ALL.iter().map(|it| it.code().name).collect();
    assert_eq!(
        groups,
        [
            "at_least_one",
            "exactly_one",
            "at_most_one",
            "all_or_none",
            "at_least"
        ]
    );
}

#[test]
fn lengths_by_key() {
    let keys = [("zh_HK".to_owned(), 100), ("en_US".to_owned(), 1)];
    let lengths = |default| Arg::Lengths {
        keys: &keys,
        default,
    };
    assert_eq!(
        docs("max_chars", lengths(50), Severity::Error),
        "At most 100 characters for `zh_HK`, 1 character for `en_US`, 50 for any other key."
    );
    let same = [("zh_HK".to_owned(), 50)];
    let same = Arg::Lengths {
        keys: &same,
        default: 50,
    };
    assert_eq!(
        docs("max_chars", same, Severity::Error),
        "At most 50 characters."
    );
    assert_eq!(
        message("max_chars", same),
        "`/x` must have at most 50 characters"
    );
}

#[test]
fn a_warning_is_noted() {
    let arg = Arg::Count(32);
    let says = "At most 32 characters (a warning only).";
    assert_eq!(docs("max_chars", arg, Severity::Warning), says);
    let says = "Starts with `a.` (a warning only).";
    assert_eq!(docs("prefix", Arg::Text("a."), Severity::Warning), says);
}

#[test]
fn presence() {
    use Severity::{Error, Warning};
    let when = Arg::When(Some("`a` is given"));
    let always = Arg::When(None);
    let says = [
        ("required", always, Error, "Required."),
        ("required", always, Warning, "Should be given."),
        ("required_if", when, Error, "Required when `a` is given."),
        (
            "required_if",
            when,
            Warning,
            "Should be given when `a` is given.",
        ),
        (
            "allowed_if",
            when,
            Error,
            "May only be given when `a` is given.",
        ),
        (
            "allowed_if",
            when,
            Warning,
            "Should only be given when `a` is given.",
        ),
        (
            "allowed_if",
            always,
            Error,
            "May only be given when nothing forbids it.",
        ),
        (
            "allowed_if",
            always,
            Warning,
            "Should only be given when nothing forbids it.",
        ),
        (
            "effective_if",
            when,
            Error,
            "Has an effect only when `a` is given.",
        ),
        (
            "effective_if",
            when,
            Warning,
            "Has an effect only when `a` is given.",
        ),
        (
            "effective_if",
            always,
            Warning,
            "Has an effect only when it is given.",
        ),
    ];
    for (code, arg, severity, text) in says {
        assert_eq!(docs(code, arg, severity), text);
    }
    let broken = [
        ("required", always, "`/x` is required"),
        ("required", when, "`/x` is required when `a` is given"),
        ("required_if", always, "`/x` is required"),
        ("required_if", when, "`/x` is required when `a` is given"),
        ("allowed_if", always, "`/x` may not be given here"),
        (
            "allowed_if",
            when,
            "`/x` may only be given when `a` is given",
        ),
        ("effective_if", always, "`/x` has no effect here"),
        (
            "effective_if",
            when,
            "`/x` has an effect only when `a` is given",
        ),
    ];
    for (code, arg, text) in broken {
        assert_eq!(message(code, arg), text);
    }
}

#[test]
fn groups() {
    let docs_of = Arg::Text("`a`, `b`");
    let message_of = Arg::Text("`a` and `b`");
    let says = [
        (
            "at_least_one",
            "Give at least one of `a`, `b`.",
            "at least one of {} must be given",
        ),
        (
            "exactly_one",
            "Give exactly one of `a`, `b`.",
            "exactly one of {} must be given",
        ),
        (
            "at_most_one",
            "Give at most one of `a`, `b`.",
            "at most one of {} may be given",
        ),
        (
            "all_or_none",
            "Give all of `a`, `b` or none.",
            "all or none of {} must be given",
        ),
    ];
    for (code, text, broken) in says {
        assert_eq!(docs(code, docs_of, Severity::Error), text);
        assert_eq!(docs(code, docs_of, Severity::Warning), text);
        let named = format!("`/x`: {}", broken.replace("{}", "`a` and `b`"));
        assert_eq!(message(code, message_of), named);
        let unnamed = format!("`/x`: {}", broken.replace("{}", "the group"));
        assert_eq!(message(code, Arg::None), unnamed);
    }
}

#[test]
fn demands() {
    use Severity::{Error, Warning};
    let demand = |when, expect| Arg::Demand { when, expect };
    let least = |when| demand(when, "`b` must be greater than `a`");
    let says = "When `c` is given, `b` must be greater than `a`.";
    assert_eq!(docs("expect", least(Some("`c` is given")), Error), says);
    assert_eq!(
        docs("expect", least(None), Error),
        "`b` must be greater than `a`."
    );
    let advice = demand(None, "the length of `b` should be at most 4");
    let says = "The length of `b` should be at most 4.";
    assert_eq!(docs("expect", advice, Warning), says);
    let broken = "`/x`: `b` must be greater than `a`";
    assert_eq!(message("expect", least(None)), broken);
    assert_eq!(message("expect", Arg::None), "`/x` breaks the rule");
}

#[test]
fn the_body_has_no_pointer() {
    let required = Rule::named("required").unwrap().code();
    let message = required.message("", Arg::When(None)).unwrap();
    assert_eq!(message.to_string(), "the body is required");
}

#[test]
fn an_argument_of_another_rule_is_no_sentence() {
    let max_chars = Rule::named("max_chars").unwrap().code();
    assert!(max_chars.message("/x", Arg::Text("a")).is_none());
    let docs = max_chars.documentation(Arg::None, Severity::Error);
    assert_eq!(docs.to_string(), "Keeps `max_chars`.");
}

#[test]
fn braces_of_an_argument_are_no_slots() {
    let says = docs("pattern", Arg::Text("{at}"), Severity::Error);
    assert_eq!(says, "Matches `{at}`.");
}
