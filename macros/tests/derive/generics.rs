//! Structs and enums with parameters.

use std::collections::HashMap;
use std::fmt::Debug;

use stipula::Validate;

use crate::{Product, list};

#[derive(Validate, Clone, Debug, Default)]
struct Leaf {
    #[validate(required)]
    name: Option<String>,
    #[validate(max_chars(zh = 1, default = 2))]
    text: String,
}

#[derive(Validate)]
struct Page<T> {
    #[validate(nested, max_items = 2)]
    rows: Vec<T>,
    #[validate(range(1..))]
    size: i64,
}

#[derive(Validate)]
struct Bounded<'a, T, U: Debug = Leaf, const N: usize = 1>
where
    T: Clone + 'a,
{
    #[validate(nested)]
    by_name: HashMap<&'a str, Option<Box<T>>>,
    #[validate(nested)]
    page: Page<U>,
    #[validate(nested)]
    array: [T; N],
    #[validate(skip)]
    #[allow(dead_code)]
    other: Option<U>,
}

/// For any type, as far as the caller is concerned.
fn is_valid<T>(page: &Page<T>) -> bool
where
    Page<T>: Validate<Context = ()>,
{
    page.validate().is_ok()
}

#[test]
fn parameters_are_judged() {
    let page = || Page {
        rows: vec![
            Leaf::default(),
            Leaf {
                text: "abc".into(),
                ..Leaf::default()
            },
        ],
        size: 0,
    };
    let found = page().check();
    assert_eq!(
        list(&found),
        [
            "/rows/0/name Leaf.name.required",
            "/rows/1/name Leaf.name.required",
            "/rows/1/text Leaf.text.max_chars",
            "/size Page.size.range",
        ]
    );
    assert!(!is_valid(&page()));
    let zh = Leaf {
        name: Some("a".into()),
        text: "ab".into(),
    };
    let bounded = Bounded {
        by_name: HashMap::from([("en", None), ("zh", Some(Box::new(zh.clone())))]),
        page: page(),
        array: [zh],
        other: Some(Leaf::default()),
    };
    assert_eq!(
        list(&bounded.check()),
        [
            "/by_name/zh/text Leaf.text.max_chars",
            "/page/rows/0/name Leaf.name.required",
            "/page/rows/1/name Leaf.name.required",
            "/page/rows/1/text Leaf.text.max_chars",
            "/page/size Page.size.range",
        ]
    );
}

struct Call {
    product: Product,
}

/// Parents and contexts reach rules in a parameter.
#[derive(Validate)]
#[validate(context(Call))]
struct Body<T> {
    strict: bool,
    #[validate(nested)]
    below: Vec<T>,
}

#[derive(Validate)]
#[validate(parent(Body<Below>), context(Call))]
struct Below {
    #[validate(required_if(parent.strict and ctx.product == Product::Movie))]
    name: Option<String>,
}

#[test]
fn surroundings_reach_parameters() {
    let of = |strict, product| {
        let body = Body {
            strict,
            below: vec![Below { name: None }],
        };
        list(&body.check_in(&Call { product }))
    };
    assert_eq!(
        of(true, Product::Movie),
        ["/below/0/name Below.name.required_if"]
    );
    assert!(of(true, Product::Pass).is_empty() && of(false, Product::Movie).is_empty());
}

#[derive(Validate)]
enum Either<L, R> {
    Left(L),
    Right {
        #[validate(nested)]
        right: Option<R>,
    },
    Both(#[validate(nested)] Box<Either<L, R>>, #[validate(nested)] R),
}

#[derive(Validate)]
struct Tree<T> {
    #[validate(nested)]
    value: T,
    #[validate(nested)]
    below: Vec<Tree<T>>,
}

#[test]
fn enums_and_recursion() {
    let right = Either::<Leaf, Page<Leaf>>::Right {
        right: Some(Page {
            rows: Vec::new(),
            size: 0,
        }),
    };
    let both = Either::Both(
        Box::new(Either::Left(Leaf::default())),
        Page {
            rows: vec![Leaf::default()],
            size: 1,
        },
    );
    assert_eq!(list(&right.check()), ["/Right/right/size Page.size.range"]);
    assert_eq!(
        list(&both.check()),
        [
            "/Both/0/Left/name Leaf.name.required",
            "/Both/1/rows/0/name Leaf.name.required",
        ]
    );
    let leaf = || Leaf {
        name: Some("a".into()),
        ..Leaf::default()
    };
    let tree = Tree {
        value: leaf(),
        below: vec![Tree {
            value: Leaf::default(),
            below: Vec::new(),
        }],
    };
    assert_eq!(
        list(&tree.check()),
        ["/below/0/value/name Leaf.name.required"]
    );
}
