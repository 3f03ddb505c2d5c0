//! Twice the page is twice the work, whatever it is made of.

use super::{bodies::SIZE, doubles};

/// Bodies have so many times as many parts as pages here: a part of a page is more work.
const PART: usize = 50;

const HEAD: &str = "<html><body><h1>Kites</h1><p>POST /v1/kites</p><h2>Request</h2><table><tr><th>Name\
    </th><th>Type</th><th>Description</th></tr><tr><td>sail</td><td>string</td><td>x</td></tr></table>";

/// A page that begins like others, and has a part many times.
fn page(start: &'static str, part: &'static str, end: &'static str) -> impl Fn(usize) -> String {
    move |size| format!("{HEAD}{start}{}{end}", part.repeat(size / PART))
}

#[track_caller]
fn reads(what: &str, make: impl Fn(usize) -> String) {
    // Patterns are compiled when they are needed first.
    let read = |text: &String| drop(stipula_pages::read("page", text));
    read(&make(SIZE));
    doubles(what, make, read);
}

#[test]
fn reading_grows_with_the_page() {
    reads(
        "rows",
        page(
            "<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>",
            "<tr><td>wind</td><td>string</td><td>Required if sail is given. Max 64.</td></tr>",
            "</table>",
        ),
    );
    reads(
        "boxes",
        page(
            "<ul>",
            "<li><code>rope</code> string required: Of hemp</li>",
            "</ul>",
        ),
    );
    reads(
        "terms",
        page("<dl>", "<dt>rope string</dt><dd>Of hemp</dd>", "</dl>"),
    );
    reads(
        "types",
        page(
            "",
            "<h4>Kite</h4><table><tr><th>Field</th><th>Type</th><th>Description</th></tr><tr>\
             <td>tail</td><td>Kite</td><td>Optional. Of paper</td></tr></table>",
            "",
        ),
    );
    reads(
        "operations",
        page("", "<h3>getKite</h3><p>Returns a Kite.</p>", ""),
    );
    reads(
        "one paragraph",
        page("<p>", "Kites fly, as long as wind blows. ", "</p>"),
    );
    reads("one body", page("<pre>[", "{\"sail\": 1},", "{}]</pre>"));
    reads(
        "boxes in boxes",
        page(
            "",
            "<div><b>a</b> <i>string</i><div><b>b</b> <i>string</i><div><b>c</b> <i>string</i></div></div></div>",
            "",
        ),
    );
}

#[test]
fn reading_grows_with_the_text() {
    reads("bars", |size| {
        let rows =
            "wind | String | 64 | O | Required if sail is given. | w |\n".repeat(size / PART);
        format!(
            "Kites\nPOST /v1/kites\nRequest\nName | Type | Length | Required | Description | Sample |\nsail | String | 64 | Y | x | y |\n{rows}"
        )
    });
    reads("paragraphs", |size| {
        let members = "wind string REQUIRED\nRequired if sail is given.\n".repeat(size / PART);
        format!("Kites\nPOST /v1/kites\nRequest parameters\nsail string\nOf silk.\n{members}")
    });
    reads("Markdown", |size| {
        let members = "- `wind` string (required): Of the north\n".repeat(size / PART);
        format!(
            "# Kites\n\nPOST /v1/kites\n\n## Request\n\n- `sail` string: Of silk\n- `rope` string: Of hemp\n{members}"
        )
    });
}
