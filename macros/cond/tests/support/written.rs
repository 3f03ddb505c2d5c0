//! Conditions as they can be written: any tree that the grammar has.

use proc_macro2::Span;
use proptest::prelude::*;
use stipula_cond::ast::{Base, Expr, ExprKind, Op, Path, Prefix, Segment, Term, Value, ValueKind};

fn expr(kind: ExprKind) -> Expr {
    Expr {
        kind,
        span: Span::call_site(),
    }
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z][a-zA-Z0-9_]{0,6}",
        Just("type".to_owned()),
        Just("in".to_owned()),
        Just("not".to_owned()),
        Just("key".to_owned()),
        Just("root".to_owned()),
        Just("len".to_owned()),
        Just("true".to_owned()),
    ]
}

fn segment() -> impl Strategy<Value = Segment> {
    (
        prop_oneof![4 => name().boxed(), 1 => "(r#)?[a-z$é \"\\\\.-]{1,4}".boxed()],
        any::<bool>(),
    )
        .prop_map(|(name, optional)| Segment {
            name,
            optional,
            span: Span::call_site(),
        })
}

fn path() -> impl Strategy<Value = Path> {
    let base = prop_oneof![
        3 => Just(Base::This),
        1 => Just(Base::Root),
        1 => Just(Base::Parent),
        1 => Just(Base::Context),
    ];
    let steps = (base, prop::collection::vec(segment(), 1..4));
    prop_oneof![
        9 => steps.prop_map(|(base, segments)| Path { base, segments, span: Span::call_site() }),
        1 => Just(Path { base: Base::Key, segments: Vec::new(), span: Span::call_site() }),
    ]
}

fn literal() -> impl Strategy<Value = ValueKind> {
    prop_oneof![
        ".{0,6}".prop_map(ValueKind::Text),
        any::<i64>().prop_map(ValueKind::Integer),
        "-?[0-9]{1,3}\\.[0-9]{1,3}".prop_map(ValueKind::Decimal),
        any::<bool>().prop_map(ValueKind::Bool),
        ("[A-Z][a-z]{0,3}", "[A-Z][a-z]{0,3}")
            .prop_map(|(a, b)| ValueKind::Name(format!("{a}::{b}"))),
    ]
}

fn value(kind: ValueKind) -> Value {
    Value {
        kind,
        span: Span::call_site(),
    }
}

/// The right side of a comparison: a lone quoted name would be a text there.
fn right() -> impl Strategy<Value = Term> {
    let plain = name().prop_map(|name| Path {
        base: Base::This,
        segments: vec![Segment {
            name,
            optional: false,
            span: Span::call_site(),
        }],
        span: Span::call_site(),
    });
    let rooted = path().prop_map(|p| Path {
        base: Base::Root,
        ..p
    });
    prop_oneof![
        plain.prop_map(Term::Path),
        rooted
            .prop_filter("steps", |p| !p.segments.is_empty())
            .prop_map(Term::Path),
        path().prop_map(Term::Len),
        literal().prop_map(|kind| Term::Value(value(kind))),
    ]
}

fn op() -> impl Strategy<Value = Op> {
    prop::sample::select(vec![Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge])
}

fn leaf() -> impl Strategy<Value = Expr> {
    let item = prop_oneof![
        literal(),
        "[a-zA-Z]{1,4}"
            .prop_filter("bool", |n| n != "true")
            .prop_map(ValueKind::Name)
    ];
    let list = prop::collection::vec(item.prop_map(value), 1..4);
    prop_oneof![
        path().prop_map(ExprKind::Present),
        path().prop_map(ExprKind::Test),
        any::<bool>().prop_map(ExprKind::Constant),
        (path().prop_map(Term::Path), op(), right())
            .prop_map(|(left, op, right)| ExprKind::Compare { left, op, right }),
        (path().prop_map(Term::Len), op(), right())
            .prop_map(|(left, op, right)| ExprKind::Compare { left, op, right }),
        (path(), any::<bool>(), list).prop_map(|(path, negated, values)| ExprKind::In {
            path,
            negated,
            values
        }),
        (path(), ".{0,6}").prop_map(|(path, prefix)| ExprKind::StartsWith {
            path,
            prefix: Prefix {
                text: prefix,
                span: Span::call_site(),
            },
        }),
    ]
    .prop_map(expr)
}

/// Any tree.
pub(crate) fn tree() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(ExprKind::And),
            several().prop_map(ExprKind::Or),
            inner.clone().prop_map(|e| ExprKind::Not(Box::new(e))),
            (inner.clone(), inner.clone())
                .prop_map(|(a, b)| ExprKind::Iff(Box::new(a), Box::new(b))),
        ]
        .prop_map(expr)
    })
}
