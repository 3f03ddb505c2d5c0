//! Where a member of a request travels, in the words of pages.

/// Where a page says that a member travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Travel {
    Path,
    Query,
    Header,
    Body,
}

impl Travel {
    /// What a cell of a column of places says: `in: query`, `Path parameter`.
    pub(super) fn of_cell(cell: &str) -> Option<Self> {
        let word = cell.trim().to_lowercase();
        let word = word
            .trim_end_matches("parameter")
            .trim_end_matches("param")
            .trim_end_matches("参数")
            .trim();
        Some(match word {
            "path" | "uri" | "路径" | "路徑" | "パス" => Self::Path,
            "query" | "query string" | "querystring" | "查询" | "查詢" | "クエリ" => {
                Self::Query
            }
            "header" | "headers" | "http header" | "请求头" | "請求頭" | "ヘッダー" => {
                Self::Header
            }
            "body" | "request body" | "form" | "formdata" | "form data" | "form-data"
            | "请求体" | "請求體" | "ボディ" => Self::Body,
            _ => return None,
        })
    }

    /// The first step of the place of such a member.
    pub(super) const fn root(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "request-headers",
            Self::Body => "request",
        }
    }

    /// The value of the fact. What stands among the headers needs none.
    pub(super) const fn fact(self) -> Option<&'static str> {
        match self {
            Self::Path => Some("path"),
            Self::Query => Some("query"),
            Self::Header => None,
            Self::Body => Some("body"),
        }
    }

    /// What the place of a member says by itself: `query/limit`.
    pub(super) fn of_place(at: &str) -> Option<Self> {
        match at.split_once('/') {
            Some(("path", name)) if !name.contains('/') => Some(Self::Path),
            Some(("query", name)) if !name.contains('/') => Some(Self::Query),
            _ => None,
        }
    }
}
