//! Headings between tables and fields.

use std::{collections::HashMap, sync::LazyLock};

use super::{travel::Travel, words::pattern};

/// What follows a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Request,
    Response,
    /// Members again, of the direction that was before.
    Body,
    /// Members of a request that travel there.
    Parameters(Travel),
    Headers(Scope),
    Codes,
    Samples,
    /// Panels to try things out, which a capture has empty.
    Explorer,
    /// Prose and pictures.
    Aside,
}

/// Which messages a table of headers is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Said,
    Request,
    Response,
}

const TITLES: &[(Section, &[&str])] = &[
    (
        Section::Request,
        &[
            "request",
            "request parameters",
            "request parameter",
            "request body",
            "request fields",
            "request message",
            "parameters",
            "request body parameters",
            "request schema",
            "request body schema",
            "http request",
            "input parameters",
            "业务请求参数",
            "请求参数",
            "请求体",
            "请求",
            "入参",
            "请求报文",
            "請求參數",
            "請求",
        ],
    ),
    (
        Section::Response,
        &[
            "response",
            "response parameters",
            "response parameter",
            "response body",
            "response fields",
            "response message",
            "response body parameters",
            "response schema",
            "response body schema",
            "responses",
            "returns",
            "http response",
            "output parameters",
            "return parameters",
            "返回参数",
            "响应参数",
            "响应体",
            "返回",
            "响应",
            "出参",
            "返回结果",
            "响应报文",
            "回應參數",
            "返回參數",
        ],
    ),
    (
        Section::Body,
        &["body", "body parameters", "schema", "消息体", "报文体"],
    ),
    (
        Section::Parameters(Travel::Path),
        &[
            "path parameters",
            "path parameter",
            "path params",
            "path variables",
            "url parameters",
            "url params",
            "路径参数",
            "path路径参数",
            "path参数",
            "路徑參數",
            "パスパラメータ",
            "パスパラメーター",
        ],
    ),
    (
        Section::Parameters(Travel::Query),
        &[
            "query parameters",
            "query parameter",
            "query params",
            "query string parameters",
            "query string",
            "查询参数",
            "query查询参数",
            "query参数",
            "查詢參數",
            "クエリパラメータ",
            "クエリパラメーター",
        ],
    ),
    (
        Section::Parameters(Travel::Body),
        &[
            "form parameters",
            "form data",
            "body params",
            "包体参数",
            "body包体参数",
            "body参数",
            "ボディパラメータ",
        ],
    ),
    (
        Section::Headers(Scope::Said),
        &[
            "headers",
            "header",
            "general headers",
            "common headers",
            "公共头",
            "公共请求头",
            "消息头",
            "报文头",
        ],
    ),
    (
        Section::Headers(Scope::Request),
        &[
            "request headers",
            "request header",
            "request-only headers",
            "header parameters",
            "header params",
            "header参数",
            "headerhttp头参数",
            "请求头参数",
            "请求头",
            "請求頭",
        ],
    ),
    (
        Section::Headers(Scope::Response),
        &[
            "response headers",
            "response header",
            "response-only headers",
            "响应头",
            "返回头",
            "回應頭",
        ],
    ),
    (
        Section::Codes,
        &[
            "result/error codes",
            "result codes",
            "result code",
            "error codes",
            "error code",
            "resultcode",
            "response codes",
            "codes",
            "business error codes",
            "errors",
            "throws",
            "common error codes",
            "error/result codes",
            "错误码",
            "返回码",
            "结果码",
            "响应码",
            "錯誤碼",
        ],
    ),
    (
        Section::Samples,
        &[
            "sample",
            "samples",
            "example",
            "examples",
            "request sample",
            "request samples",
            "request example",
            "request examples",
            "response sample",
            "response example",
            "示例",
            "请求示例",
            "返回示例",
            "响应示例",
            "报文示例",
        ],
    ),
    (Section::Explorer, &["api explorer", "try it", "try it out"]),
    (
        Section::Aside,
        &[
            "ui reference",
            "remarks",
            "notes",
            "faq",
            "changelog",
            "change log",
            "related topics",
            "备注",
            "更新记录",
        ],
    ),
];

/// A heading without its number and the marks of Markdown.
pub(super) fn title(line: &str) -> &str {
    let bare = line.trim_start_matches('#').trim().trim_matches('*').trim();
    let number = pattern!(r"^(?:\d+(?:\.\d+)*[.、)]?|[一二三四五六七八九十]+、)\s*");
    let may_have = bare.starts_with(|it: char| it.is_ascii_digit() || !it.is_ascii());
    let number = may_have.then(|| number.find(bare)).flatten();
    let rest = number.map_or(bare, |it| &bare[it.end()..]);
    if rest.is_empty() {
        bare
    } else {
        without_media(rest.trim_end_matches([':', '\u{ff1a}']).trim())
    }
}

/// A heading without the type of the content, and without the mark of a body: `Body required`.
fn without_media(title: &str) -> &str {
    if !title.contains('/') && !title.ends_with("required") {
        return title;
    }
    let media = pattern!(
        r"\s*[:\-–·]?\s*\(?(?:application|multipart|text)/[\w.+*\-]+\)?(?:\s+required)?$|\s+required$"
    );
    let rest = media.find(title).map_or(title, |it| &title[..it.start()]);
    if rest.is_empty() { title } else { rest }
}

/// Whether Markdown marks a line as a heading.
pub(super) fn is_marked(line: &str) -> bool {
    pattern!(r"^#{1,6} ?\S|^\*\*[^*]+\*\*$").is_match(line)
}

/// Whether a line begins with the number of a section: `2.1.3 Button`.
pub(super) fn is_numbered(line: &str) -> bool {
    pattern!(r"^\d+(?:\.\d+)*(?:[.、]?\s+|、)[^\s\d]").is_match(line) && line.chars().count() <= 80
}

/// No well-known heading has more bytes.
const LONGEST: usize = 60;

/// The well-known headings without their spaces; of a name that stands twice, the first counts.
static SECTIONS: LazyLock<HashMap<String, Section>> = LazyLock::new(|| {
    let mut found = HashMap::new();
    for (section, names) in TITLES {
        for name in *names {
            found.entry(name.replace(' ', "")).or_insert(*section);
        }
    }
    found
});

/// What a well-known heading announces; spaces in it do not count.
pub(super) fn section(line: &str) -> Option<Section> {
    let title = title(line);
    if title.len() > LONGEST {
        return None;
    }
    let key = title.to_lowercase().replace(' ', "");
    SECTIONS.get(&key).copied()
}

/// An answer that a heading names by its status.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer<'a> {
    /// The first step of the places of its members.
    pub(super) root: String,
    /// Words behind the status.
    pub(super) words: &'a str,
}

/// Reads `200`, `404 Not Found`, `Response 200`.
pub(super) fn answer(line: &str) -> Option<Answer<'_>> {
    let line = line.trim_start_matches('#').trim().trim_matches('*').trim();
    let line = line.trim_end_matches([':', '\u{ff1a}']);
    if line.len() > LONGEST || !line.contains(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let found = pattern!(
        r"^(?i:(?:http )?(?:status(?: code)?|responses?)?[\s:`(]*)(\d\d\d|[1-5](?i:xx))(?:$|[\s:\-–—·|(`)]+(.*)$)"
    )
    .captures(line)?;
    let status = found[1].to_lowercase();
    if !status.starts_with(['1', '2', '3', '4', '5']) {
        return None;
    }
    let root = if status.starts_with('2') {
        "response".to_owned()
    } else {
        format!("response-{status}")
    };
    let words = found.get(2).map_or("", |it| it.as_str());
    Some(Answer {
        root,
        words: words.trim_end_matches(')'),
    })
}

impl Answer<'_> {
    /// Whether the words are those that everybody has behind a status.
    pub(super) fn is_usual(&self) -> bool {
        const WORDS: [&str; 21] = [
            "",
            "ok",
            "success",
            "successful",
            "created",
            "accepted",
            "no content",
            "bad request",
            "unauthorized",
            "forbidden",
            "not found",
            "method not allowed",
            "conflict",
            "gone",
            "payload too large",
            "unprocessable entity",
            "unprocessable content",
            "too many requests",
            "internal server error",
            "service unavailable",
            "response",
        ];
        let media = pattern!(r"\s*[\-–·:]?\s*(?:application|multipart|text)/[\w.+*\-]+$");
        let words = media.replace(self.words, "").to_lowercase();
        WORDS.contains(&words.trim())
    }
}

/// Whether a heading opens the answer as a whole, and not one part of an answer that is open.
pub(super) fn is_all_answers(line: &str) -> bool {
    matches!(
        title(line).to_lowercase().as_str(),
        "response" | "responses" | "returns"
    )
}

impl Section {
    /// Where headers of the section stand; `direction` is the part of the page it stands in.
    pub(super) fn headers_at(scope: Scope, direction: Option<&str>) -> &'static str {
        match (scope, direction) {
            (Scope::Request, _) | (Scope::Said, Some("request")) => "request-headers",
            (Scope::Response, _) => "response-headers",
            (Scope::Said, Some(it)) if it.starts_with("response") => "response-headers",
            (Scope::Said, _) => "headers",
        }
    }
}
