use crate::view::prose::{Block, Prose, Span};

fn text(text: &str) -> Span<'_> {
    Span::Text(text.into())
}

fn code(text: &str) -> Span<'_> {
    Span::Code(text.into())
}

#[test]
fn line_has_spans() {
    let line = |text| Prose::new(text).line();
    assert_eq!(
        line("a `b<c>` & d"),
        [text("a "), code("b<c>"), text(" & d")]
    );
    assert_eq!(line("`` a`b ``"), [code("a`b")]);
    assert_eq!(
        line("**bold `x`**"),
        [Span::Bold(vec![text("bold "), code("x")])]
    );
    let link = Span::Link {
        label: "a".into(),
        address: "https://b.c/".into(),
    };
    assert_eq!(line("[a](https://b.c/)."), [link, text(".")]);
}

#[test]
fn what_only_looks_like_a_mark_is_text() {
    for it in [
        "an open ` and * and [",
        "[a](javascript:b)",
        "[a](https://b.c d)",
        "****",
    ] {
        assert_eq!(Prose::new(it).line(), [text(it)]);
    }
}

#[test]
fn blocks_are_paragraphs_and_bullets() {
    assert_eq!(
        Prose::new("one\ntwo\n\n- a\n  b\n- `c`").blocks(),
        [
            Block::Paragraph(vec![text("one two")]),
            Block::Bullets(vec![vec![text("a b")], vec![code("c")]])
        ]
    );
    assert_eq!(Prose::new(" \n").blocks(), []);
}

#[test]
fn plain_words_have_no_marks() {
    let prose = Prose::new("**One** `two`\n\n- <three>\n- [four](https://a.b)");
    assert_eq!(prose.plain(), "One two <three> four");
    assert_eq!(Prose::new("a `b`  ").plain_line(), "a b");
    assert_eq!(prose.first(), "**One** `two`");
}
