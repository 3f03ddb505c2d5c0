//! Elements by the way they stand on a page.

/// Elements that begin on a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    const NAMES: [&str; 36] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "td",
        "ul",
    ];
    NAMES.contains(&name)
}
