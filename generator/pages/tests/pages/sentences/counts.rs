//! Limits.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "String",
        "The text, 1-4096 characters after parsing",
        "min_chars 1; max_chars 4096",
    ),
    ("String", "The text; 0-200 characters", "max_chars 200"),
    (
        "String",
        "Text of 5 to 64 characters.",
        "min_chars 5; max_chars 64",
    ),
    (
        "String",
        "Must be between 2 and 30 characters long.",
        "min_chars 2; max_chars 30",
    ),
    ("String", "At most 64 characters.", "max_chars 64"),
    ("String", "At least 8 characters.", "min_chars 8"),
    (
        "String",
        "Exactly 6 characters.",
        "min_chars 6; max_chars 6",
    ),
    ("String", "Up to 40 Unicode characters.", "max_chars 40"),
    ("String", "Maximum length: 128 characters", "max_chars 128"),
    (
        "String",
        "Its length must be between 3 and 20.",
        "min_chars 3; max_chars 20",
    ),
    ("String", "Up to 64 bytes.", "max_bytes 64"),
    (
        "String",
        "The payload, 1-128 bytes. Nobody sees it.",
        "min_bytes 1; max_bytes 128",
    ),
    (
        "String",
        "Its length can't exceed 64 bytes.",
        "max_bytes 64",
    ),
    ("Integer", "Seconds that it is open, 5-600", "range [5,600]"),
    (
        "Integer",
        "Values between 1-100 are accepted.",
        "range [1,100]",
    ),
    (
        "Integer",
        "Must be between 1 and 360 if specified.",
        "range [1,360]",
    ),
    (
        "Integer",
        "The shares; from -999 to 999",
        "range [-999,999]",
    ),
    (
        "Array of String",
        "A list of 1-12 answers",
        "min_items 1; max_items 12",
    ),
    (
        "Array of String",
        "A list of 0-12 two-letter ISO codes",
        "max_items 12",
    ),
    (
        "Array of Integer",
        "A list of 1-100 identifiers of messages",
        "min_items 1; max_items 100",
    ),
    (
        "Array of String",
        "The media, must include 2-10 items",
        "min_items 2; max_items 10",
    ),
    (
        "Array of String",
        "At most 200 custom emoji identifiers can be given.",
        "max_items 200",
    ),
    (
        "Array of String",
        "A list of up to 10 identifiers",
        "max_items 10",
    ),
    (
        "InputFile",
        "The photo must be at most 10 MB in size.",
        "size 10 MB",
    ),
    (
        "InputFile",
        "It must be a JPEG and less than 200 kB in size.",
        "size 200 KB",
    ),
    ("String", "长度为1-32个字符", "min_chars 1; max_chars 32"),
    ("String", "不超过64个字符", "max_chars 64"),
    ("String", "最多20个字符。", "max_chars 20"),
    ("String", "商品名称，长度不超过128", "max_chars 128"),
    ("String", "128个字符以内", "max_chars 128"),
    ("String", "最大长度：32", "max_chars 32"),
    ("String", "不超过256字节", "max_bytes 256"),
    ("String", "至少6个字符", "min_chars 6"),
    ("Integer", "取值范围：1~100", "range [1,100]"),
    ("Integer", "页码，取值范围为1到50", "range [1,50]"),
    ("Array of String", "标签，最多10个", "max_items 10"),
    ("String", "1〜32文字", "min_chars 1; max_chars 32"),
    ("String", "64文字以内", "max_chars 64"),
];

#[test]
fn limits() {
    check(CASES);
}
