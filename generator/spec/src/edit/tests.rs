use super::{add_entries, add_items};

#[test]
fn items_go_behind_the_last() {
    for (text, changed) in [
        ("include: [a.yaml]\n", "include: [a.yaml, x/b.yaml]\n"),
        ("include: []\n", "include: [x/b.yaml]\n"),
        (
            "include: [ a.yaml, # first\n  'c.yaml', ] # all\napi: x\n",
            "include: [ a.yaml, # first\n  'c.yaml',\n  x/b.yaml, ] # all\napi: x\n",
        ),
        (
            "include:\n  - a.yaml   # first\n\n# more\napi: x\n",
            "include:\n  - a.yaml   # first\n  - x/b.yaml\n\n# more\napi: x\n",
        ),
        ("include:\n- a.yaml", "include:\n- a.yaml\n- x/b.yaml\n"),
        (
            "api: x\r\ninclude:\r\n  - a.yaml\r\n",
            "api: x\r\ninclude:\r\n  - a.yaml\r\n  - x/b.yaml\r\n",
        ),
        ("api: x # name\n", "api: x # name\ninclude: [x/b.yaml]\n"),
        (
            "doc: |\n  Words.\n\n  More.\n",
            "doc: |\n  Words.\n\n  More.\ninclude: [x/b.yaml]\n",
        ),
        (
            "{ api: x, include: [a.yaml] }",
            "{ api: x, include: [a.yaml, x/b.yaml] }",
        ),
    ] {
        let made = add_items(text, "include", &["x/b.yaml".to_owned()]);
        assert_eq!(made.as_deref(), Some(changed), "{text}");
    }
}

#[test]
fn several_items_keep_their_order() {
    let items = ["b.yaml".to_owned(), "true".to_owned()];
    let made = add_items("include:\n  - a.yaml\n", "include", &items);
    let wanted = "include:\n  - a.yaml\n  - b.yaml\n  - \"true\"\n";
    assert_eq!(made.as_deref(), Some(wanted));
}

/// Nothing is added where it would not be what was asked for.
#[test]
fn what_shows_no_place_is_left_alone() {
    for text in ["include: a.yaml\n", "{ api: x }\n", "- a\n", "api: [\n", ""] {
        let made = add_items(text, "include", &["b.yaml".to_owned()]);
        assert_eq!(made, None, "{text}");
    }
}

#[test]
fn entries_go_behind_the_last() {
    let block = "b:\n  title: B\n  file: b.txt\n";
    for (text, changed) in [
        (
            "sources:\n  a:\n    title: A   # ours\n\n# more\nquirks: {}\n",
            "sources:\n  a:\n    title: A   # ours\n  b:\n    title: B\n    file: b.txt\n\n# more\nquirks: {}\n",
        ),
        (
            "sources:\n  a: { title: A }\n",
            "sources:\n  a: { title: A }\n  b:\n    title: B\n    file: b.txt\n",
        ),
        (
            "sources: { a: { title: A } } # all\n",
            "sources: { a: { title: A }, \"b\":{\"title\":\"B\",\"file\":\"b.txt\"} } # all\n",
        ),
        (
            "types: {}\n",
            "types: {}\nsources:\n  b:\n    title: B\n    file: b.txt\n",
        ),
    ] {
        let made = add_entries(text, &["sources"], block);
        assert_eq!(made.as_deref(), Some(changed), "{text}");
    }
}

#[test]
fn mappings_on_the_way_are_made() {
    let text = "sources:\n  a:\n    title: A\n  c: { title: C }\n";
    let made = add_entries(text, &["sources", "a", "parts"], "request: Order\n");
    let wanted =
        "sources:\n  a:\n    title: A\n    parts:\n      request: Order\n  c: { title: C }\n";
    assert_eq!(made.as_deref(), Some(wanted));
    let made = add_entries(text, &["sources", "c", "parts"], "request: Order\n");
    let wanted =
        "sources:\n  a:\n    title: A\n  c: { title: C, \"parts\":{\"request\":\"Order\"} }\n";
    assert_eq!(made.as_deref(), Some(wanted));
}

#[test]
fn an_entry_that_is_there_is_never_replaced() {
    assert_eq!(
        add_entries("sources:\n  a: {}\n", &["sources"], "a:\n  title: B\n"),
        None
    );
}
