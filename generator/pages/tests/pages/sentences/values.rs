//! Defaults and values.

use super::{Case, check};

const CASES: &[Case] = &[
    ("Integer", "Defaults to 100.", "default 100"),
    ("Integer", "Defaults to 0, i.e. at once.", "default 0"),
    (
        "String",
        "The kind, defaults to “regular”",
        "default regular",
    ),
    ("String", "Default: `open`.", "default open"),
    (
        "Boolean",
        "True, if it is open, defaults to True",
        "default true",
    ),
    ("String", "The default value is `asc`.", "default asc"),
    ("Integer", "每页条数，默认为20", "default 20"),
    ("String", "默认值：CNY", "default CNY"),
    ("Integer", "默认值为 10。", "default 10"),
    ("Integer", "デフォルトは20", "default 20"),
    (
        "String",
        "Must be one of “a”, “b” or “c”",
        "value a; value b; value c",
    ),
    (
        "String",
        "Currently, either “up” for one thing or “down” for the other.",
        "value down; value up",
    ),
    (
        "String",
        "Can be “x”, “y” or “z”.",
        "value x; value y; value z",
    ),
    (
        "String",
        "Its style, must be one of “danger” (red) or “primary” (blue).",
        "value danger; value primary",
    ),
    (
        "String",
        "Its kind, “quiz” or “regular”",
        "value quiz; value regular",
    ),
    (
        "String",
        "Kind of it, pass “regular”, “mask”, or “custom”.",
        "value custom; value mask; value regular",
    ),
    (
        "Integer",
        "Months; must be one of 3, 6, or 12",
        "value 12; value 3; value 6",
    ),
    ("String", "可选值：A、B", "value A; value B"),
    ("String", "枚举值：open/closed", "value closed; value open"),
    ("String", "取值为CNY或USD", "value CNY; value USD"),
    (
        "Integer",
        "Currently, it must always be 2592000 (30 days).",
        "value 2592000; const 2592000",
    ),
    ("String", "仅支持CNY", "value CNY; const CNY"),
    (
        "String",
        "Type of the gift, always \"unique\"",
        "value unique; const unique",
    ),
];

#[test]
fn defaults_and_values() {
    check(CASES);
}
