//! Conditions and groups in Chinese, and the plainest in Japanese.

use super::{Case, check};

const CASES: &[Case] = &[
    ("String", "当type为CARD时必填", "required_when type == CARD"),
    ("String", "type为CARD时必填", "required_when type == CARD"),
    ("String", "當type為CARD時必填", "required_when type == CARD"),
    (
        "String",
        "卡号，当 type=CARD 时，该字段必填。",
        "required_when type == CARD",
    ),
    (
        "String",
        "卡号。type为CARD或CASH时必填",
        "required_when type in [CARD, CASH]",
    ),
    (
        "String",
        "type不为CARD时必填",
        "required_when not (type == CARD)",
    ),
    ("String", "url为空时必填", "required_when not present(url)"),
    (
        "String",
        "当url未传时必填",
        "required_when not present(url)",
    ),
    (
        "String",
        "url和file_id都为空时必填",
        "required_when not present(url) and not present(file_id)",
    ),
    (
        "String",
        "当is_open为true且type为CARD时必填",
        "required_when is_open == true and type == CARD",
    ),
    (
        "String",
        "条件必填：当type为CASH时",
        "required_when type == CASH",
    ),
    (
        "String",
        "当用户未实名时必填",
        "required_when words 用户未实名",
    ),
    ("String", "境外用户时必填", "required_when words 境外用户"),
    (
        "String",
        "当kind为CARD时必填",
        "required_when words kind为CARD",
    ),
    (
        "String",
        "仅当type为CARD时有效",
        "effective_when type == CARD",
    ),
    (
        "String",
        "当type为CASH时有效",
        "effective_when type == CASH",
    ),
    ("String", "type为CARD时生效", "effective_when type == CARD"),
    (
        "String",
        "僅當type為CARD時有效",
        "effective_when type == CARD",
    ),
    (
        "String",
        "url不为空时忽略",
        "effective_when not present(url)",
    ),
    (
        "String",
        "仅在开启分账时有效",
        "effective_when words 开启分账",
    ),
    ("String", "仅用于境外商户", "effective_when words 境外商户"),
    (
        "String",
        "仅适用于CARD",
        "effective_when inferred type == CARD",
    ),
    ("String", "仅支持境内商户", "effective_when words 境内商户"),
    ("String", "选填", ""),
    ("String", "it和url二选一", r#"exactly_one ["it","url"]"#),
    ("String", "与url二选一", r#"exactly_one ["it","url"]"#),
    (
        "String",
        "编号，it、url、file_id 三选一",
        r#"exactly_one ["file_id","it","url"]"#,
    ),
    ("String", "两者二选一", "gap condition"),
    (
        "String",
        "url和it不能同时为空",
        r#"at_least_one ["it","url"]"#,
    ),
    (
        "String",
        "it与url至少填一个",
        r#"at_least_one ["it","url"]"#,
    ),
    ("String", "与url互斥", r#"at_most_one ["it","url"]"#),
    (
        "String",
        "it和url不能同时传入",
        r#"at_most_one ["it","url"]"#,
    ),
    (
        "String",
        "typeがCARDの場合は必須",
        "required_when type == CARD",
    ),
    (
        "String",
        "urlが指定されていない場合は必須です。",
        "required_when not present(url)",
    ),
    (
        "String",
        "typeがCARDの場合のみ有効",
        "effective_when type == CARD",
    ),
];

#[test]
fn conditions_and_groups() {
    check(CASES);
}
