//! One way of markup each.

use super::{facts, gaps, members};

/// The members of a page with one operation.
fn read(markup: &str) -> Vec<String> {
    let page = format!(
        "<html><body><h1>Open Box</h1><p>POST /boxes</p><h2>Request</h2>{markup}</body></html>"
    );
    let facts = facts(&page);
    assert!(gaps(&facts).is_empty(), "{:?}", gaps(&facts));
    members(&facts).into_iter().collect()
}

#[test]
fn boxes_without_classes() {
    let found = read(
        "<div><div><div><b>id</b> <i>string</i></div><div>Which.</div></div>\
         <div><div><b>wet</b> <i>boolean</i></div><div>Whether it rains.</div></div></div>",
    );
    assert_eq!(found, ["request/id: string, -", "request/wet: boolean, -"]);
}

#[test]
fn names_in_headings() {
    let found = read(
        "<div><h4>size <span>integer</span> <span>required</span></h4><p>In metres.</p>\
         <h4>note <span>string</span></h4><p>Words.</p></div>",
    );
    assert_eq!(
        found,
        [
            "request/note: string, optional",
            "request/size: integer, required"
        ]
    );
}

#[test]
fn types_with_words_beside_them_and_paths_in_front_of_names() {
    let found = read(
        "<ul><li><div><span class=name>box</span><span class=type>nullable object</span></div><p>What.</p>\
         <section><button aria-expanded=true>Hide child parameters</button><ul><li><div>\
         <span class=name><span>box.</span>kind</span><span class=type>enum</span><span>Required</span></div>\
         </li></ul></section></li><li><div><span class=name>tags</span>\
         <span class=type>array of strings</span></div></li></ul>",
    );
    assert_eq!(
        found,
        [
            "request/box/kind: string, required",
            "request/box: object, optional",
            "request/tags: list<string>, optional"
        ]
    );
}

#[test]
fn prose_with_words_of_types_is_prose() {
    let found = read(
        "<table><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>string</td></tr></table>\
         <p><b>Note</b> string values are kept.</p>\
         <div><b>Type:</b> string</div><ul><li><b>Default:</b> true</li><li>FAST: at once</li></ul>\
         <p>Give a <code>name</code> string.</p>",
    );
    assert_eq!(found, ["request/id: string, -"]);
}

#[test]
fn a_class_or_a_picture_says_what_is_required() {
    let found = read(
        "<ul><li class=is-required><code>a</code> <i>string</i></li>\
         <li class=not-required><code>b</code> <i>string</i></li>\
         <li><code>c</code> <i>string</i> <img alt=required src=x></li>\
         <li><code>d</code><sup>*</sup> <i>string</i></li><li><code>e</code> <i>string</i> ✓</li></ul>",
    );
    assert_eq!(
        found,
        [
            "request/a: string, required",
            "request/b: string, optional",
            "request/c: string, required",
            "request/d: string, required",
            "request/e: string, required"
        ]
    );
}
