//! Text → tree → text → tree, through both doors.

mod support;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use proptest::prelude::*;
use stipula_cond::ast::{Expr, ExprKind, Path, Term};
use stipula_cond::{Error, check, parse, parse_tokens, print, source};
use support::conds::cond;
use support::written::tree;
use support::{Plain, Shop};

/// The text of every span of a tree, in order.
fn spans(expr: &Expr) -> Vec<Option<String>> {
    let mut all = Vec::new();
    collect(expr, &mut all);
    all.iter().map(Span::source_text).collect()
}

fn collect(expr: &Expr, out: &mut Vec<Span>) {
    let path = |path: &Path, out: &mut Vec<Span>| {
        out.push(path.span);
        out.extend(path.segments.iter().map(|it| it.span));
    };
    let term = |term: &Term, out: &mut Vec<Span>| match term {
        Term::Path(it) | Term::Len(it) => path(it, out),
        Term::Value(it) => out.push(it.span),
    };
    out.push(expr.span);
    match &expr.kind {
        ExprKind::And(all) | ExprKind::Or(all) => all.iter().for_each(|it| collect(it, out)),
        ExprKind::Not(inner) => collect(inner, out),
        ExprKind::Iff(a, b) => [a, b].into_iter().for_each(|it| collect(it, out)),
        ExprKind::Present(it) | ExprKind::Test(it) => path(it, out),
        ExprKind::Compare { left, right, .. } => {
            term(left, out);
            term(right, out);
        }
        ExprKind::In {
            path: it, values, ..
        } => {
            path(it, out);
            out.extend(values.iter().map(|it| it.span));
        }
        ExprKind::StartsWith { path: it, prefix } => {
            path(it, out);
            out.push(prefix.span);
        }
        ExprKind::Constant(_) => {}
    }
}

/// What comes out of one door, such that it can be compared with the other.
fn seen(result: Result<Expr, Error>) -> Result<(Expr, Vec<Option<String>>), String> {
    match result {
        Ok(expr) => {
            let spans = spans(&expr);
            Ok((expr, spans))
        }
        Err(error) => Err(format!(
            "{:?} at {:?}",
            error.kind,
            error.span.source_text()
        )),
    }
}

/// The same tokens, each name and literal in invisible groups, as `macro_rules` makes them.
fn wrapped(tokens: TokenStream) -> TokenStream {
    let invisible = |inner| TokenTree::Group(Group::new(Delimiter::None, inner));
    let wrap = |token| match token {
        TokenTree::Ident(_) | TokenTree::Literal(_) => invisible(invisible(token.into()).into()),
        TokenTree::Group(group) => {
            TokenTree::Group(Group::new(group.delimiter(), wrapped(group.stream())))
        }
        punct @ TokenTree::Punct(_) => punct,
    };
    tokens.into_iter().map(wrap).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn what_is_printed_parses_to_the_same(expr in tree()) {
        let text = print(&expr);
        let again = parse(&text).map_err(|e| TestCaseError::fail(format!("{text}: {e}")))?;
        prop_assert_eq!(&again, &expr, "{}", text);
        prop_assert_eq!(print(&again), text);
    }

    #[test]
    fn text_and_tokens_give_the_same_tree_and_the_same_places(expr in tree(), cut in any::<prop::sample::Index>()) {
        let text = print(&expr);
        // Half of it is most often a mistake, and that has to be the same one.
        let half = text.char_indices().map(|(at, _)| at).nth(cut.index(text.chars().count()));
        for text in [text.as_str(), &text[..half.unwrap_or(0)]] {
            let Ok(tokens) = text.parse::<TokenStream>() else { continue };
            prop_assert_eq!(seen(parse(text)), seen(parse_tokens(tokens)), "{}", text);
        }
    }

    #[test]
    fn invisible_groups_change_nothing(expr in tree()) {
        let tokens: TokenStream = print(&expr).parse().unwrap();
        let again = parse_tokens(wrapped(tokens)).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(again, expr);
    }

    #[test]
    fn source_means_the_same(cond in cond()) {
        let text = source(&cond, &Plain);
        let expr = parse(&text).map_err(|e| TestCaseError::fail(format!("{text}: {e}")))?;
        let again = check(&Shop, &expr).map_err(|e| TestCaseError::fail(format!("{text}: {e:?}")))?;
        prop_assert_eq!(again, cond, "{}", text);
    }
}

#[test]
fn forms_of_one_thing() {
    let same = |a: &str, b: &str| assert_eq!(parse(a).unwrap(), parse(b).unwrap(), "{a} / {b}");
    same("r#in == A", "\"in\" == A");
    same("((a))", "a");
    same("a == 1_000", "a==1000");
    same("a in [A, B,]", "a in [A,B]");
    same("a == r#\"x\"y\"#", "a == \"x\\\"y\"");
    same("not (a) == (b)", "not ((a) == (b))");
    assert_eq!(
        print(&parse("a == -1 and b not in [\"EAN-13\"]").unwrap()),
        "a == -1 and b not in [\"EAN-13\"]"
    );
}

#[test]
fn spans_are_bytes_of_the_text() {
    let text = "名 == A and prodct == PASS";
    let expr = parse(text).unwrap();
    let ExprKind::And(all) = &expr.kind else {
        panic!()
    };
    assert_eq!(
        &text[stipula_cond::span_range(all[1].span)],
        "prodct == PASS"
    );
    assert_eq!(&text[stipula_cond::span_range(expr.span)], text);
}
