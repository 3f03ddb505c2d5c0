//! Lines that no edit is made in: a closed set, with the reason for each part of it.

/// Lines by the reason why. An edit of any other line has to show.
pub(crate) const FORM: &[(&str, &[&str])] = &[
    (
        "furniture of the site, which is noise",
        &[
            "Developer Centre | Sign in",
            "All guides > Lockers",
            "How can we help?",
            "image.png",
        ],
    ),
    (
        "panels to try things out, which a capture has empty",
        &["API Explorer", "Case", "PARCEL", "Response Body"],
    ),
    (
        "headings of sections: many words and numbers announce the same, or nothing else is meant",
        &[
            "Request",
            "Response",
            "Body",
            "Request parameters",
            "Response parameters",
            "UI Reference",
            "Error codes",
            "Result codes",
            "More information:",
            "3.2.2 ResultCode",
            "4. Request Sample",
            "## requestParameters",
            "1、API Path",
            "1.1、Request",
            "1.1.2、body",
            "1.2、Response",
            "请求参数",
            "错误码",
        ],
    ),
    (
        "headings of columns: one more or less, or with a slip, and the cells tell what they are",
        &[
            "Description",
            "Remarks",
            "Field Name",
            "Data type",
            "Code Value",
            "Chinese Description",
            "English Description",
            "CodeValueMessage",
            "Chinese | English | code |",
            "| Description | Mandatory | Field | Since | Data Type | Max Length | Example |",
            "| Field | Since | Data Type | Description |",
            "| Remark | Data Type | Property |",
            "| Property | Data Type | Remark |",
            "| Message | Error Code | Status |",
            "Parametr | Tpye | Length | Mandatory | Remark | Weight class | Notes |",
        ],
    ),
    (
        "rules of Markdown",
        &[
            "|---|---|---|---|---|---|---|",
            "|---|---|---|---|",
            "|---|---|---|",
            "---|---|---|---|---|---",
            "---|---|---",
        ],
    ),
    ("numbers of rows", &["1", "2", "5"]),
];

pub(crate) fn is_form(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || FORM.iter().any(|(_, lines)| lines.contains(&line))
}
