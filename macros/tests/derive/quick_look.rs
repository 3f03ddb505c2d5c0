//! The quick look and the report are written apart; here they have to agree on every body.

use std::collections::BTreeMap;

use stipula::{Path, Rules, Scope, Validate, Violations};

use crate::{Product, list};

#[derive(Validate, Default, Clone)]
#[validate(root(Body))]
#[validate(rule(id = "grows", at = last, expect(last > first)))]
#[validate(at_most_one(first, note))]
struct Body {
    #[validate(required, known)]
    product: Option<Product>,
    #[validate(range(1..))]
    first: Option<i64>,
    #[validate(effective_if(product == Movie))]
    last: Option<i64>,
    #[validate(min_chars = 2, prefix = "a", pattern = "^a[0-9]*$")]
    note: Option<String>,
    #[validate(max_items = 1, unique, items(max_chars = 2))]
    tags: Vec<String>,
    #[validate(nested)]
    one: Option<Part>,
    #[validate(nested)]
    parts: BTreeMap<String, Vec<Part>>,
    #[validate(required_if(present(one)))]
    end: Option<String>,
}

#[derive(Validate, Default, Clone)]
#[validate(root(Body))]
struct Part {
    #[validate(required_if(root.product == Product::Pass), max_chars(x = 1, default = 3))]
    name: Option<String>,
    #[validate(nested)]
    below: Option<Case>,
}

#[derive(Validate, Clone)]
enum Case {
    Leaf(Leaf),
    #[validate(skip)]
    Any,
}

#[derive(Validate, Default, Clone)]
struct Leaf {
    #[validate(required, url)]
    link: Option<String>,
}

/// All rules, none skipped because of what a quick look has seen.
fn report(body: &Body) -> Violations {
    let mut out = Violations::new();
    let scope = Scope {
        root: body,
        parent: &(),
        context: &(),
        key: None,
    };
    body.judge(scope, &Path::root(), &mut out);
    out
}

/// Bodies with every combination of a few values for each field.
fn bodies() -> Vec<Body> {
    let mut all = vec![Body::default()];
    let mut vary = |set: &dyn Fn(&mut Body, usize), values: usize| {
        let before = std::mem::take(&mut all);
        all = (0..values)
            .flat_map(|value| {
                before.iter().cloned().map(move |mut body| {
                    set(&mut body, value);
                    body
                })
            })
            .collect();
    };
    let text = |it: &str| Some(it.to_owned());
    let link = |it: &str| {
        let link = Some(it.to_owned()).filter(|it| !it.is_empty());
        Some(Case::Leaf(Leaf { link }))
    };
    let products = [None, Some(Product::Movie), Some(Product::Pass)];
    vary(&|body, n| body.product.clone_from(&products[n]), 3);
    vary(&|body, n| body.first = [None, Some(0), Some(1)][n], 3);
    vary(&|body, n| body.last = [None, Some(1)][n], 2);
    let notes = [None, text("a"), text("a1"), text("b")];
    vary(&|body, n| body.note.clone_from(&notes[n]), 4);
    let tags = [vec![], vec!["a".to_owned()], vec!["abc".to_owned(); 2]];
    vary(&|body, n| body.tags.clone_from(&tags[n]), 3);
    let part = |name: &str, below| Part {
        name: text(name),
        below,
    };
    let ones = [
        None,
        Some(Part::default()),
        Some(part("abc", link("x:y"))),
        Some(part("abcd", Some(Case::Any))),
    ];
    vary(&|body, n| body.one.clone_from(&ones[n]), 4);
    let parts = [
        vec![],
        vec![part("a", None), part("ab", link(""))],
        vec![part("ab", link("nothing"))],
    ];
    vary(
        &|body, n| {
            for key in ["x", "y"] {
                body.parts.insert(key.to_owned(), parts[n].clone());
            }
        },
        3,
    );
    let ends = [None, text("")];
    vary(&|body, n| body.end.clone_from(&ends[n]), 2);
    all
}

#[test]
fn agree() {
    let (mut clean, mut broken) = (0, 0);
    for body in bodies() {
        let found = body.check();
        assert_eq!(list(&found), list(&report(&body)));
        *(if found.is_empty() {
            &mut clean
        } else {
            &mut broken
        }) += 1;
    }
    assert!(
        clean > 10 && broken > 1000,
        "{clean} clean, {broken} broken"
    );
}
