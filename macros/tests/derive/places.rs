//! `nested`, `root`, `parent`, `ctx`, `key`.

use std::collections::BTreeMap;

use serde::Serialize;
use stipula::Validate;

use crate::{Product, list};

/// What the rules need to know from outside.
struct Call {
    status: Product,
}

#[derive(Validate, Default)]
#[validate(root(Body), context(Call))]
struct Body {
    product: Option<Product>,
    #[validate(nested)]
    list: Vec<Child>,
    #[validate(nested)]
    one: Option<Box<Child>>,
    #[validate(nested)]
    locales: BTreeMap<String, Option<Locale>>,
    #[validate(nested)]
    plain: Option<Plain>,
    #[validate(required_if(ctx.status == Product::Movie))]
    seat: Option<String>,
}

#[derive(Validate, Default, Clone)]
#[validate(root(Body), parent(Body), context(Call))]
struct Child {
    limit: Option<i64>,
    #[validate(
        required_if(parent.product == Product::Pass),
        allowed_if(root.one?.limit > 1 or not present(root.one))
    )]
    name: Option<String>,
    #[validate(nested)]
    deep: Option<Deep>,
}

#[derive(Validate, Default, Clone)]
#[validate(root(Body), parent(Child))]
#[validate(rule(at = size, expect(size < parent.limit)))]
struct Deep {
    size: Option<i64>,
}

#[derive(Validate, Default)]
struct Locale {
    #[validate(max_chars(zh_HK = 1, en_US = 3, default = 2))]
    name: Option<String>,
    #[validate(required_if(key in ["zh_HK", en_US]))]
    sub_name: Option<String>,
    #[validate(nested)]
    plain: Option<Plain>,
}

/// Usable anywhere.
#[derive(Validate, Default, Serialize)]
struct Plain {
    #[validate(required)]
    #[serde(rename = "theText")]
    text: Option<String>,
    #[validate(required_if(key == xx))]
    by_key: Option<String>,
}

fn rules(body: &Body) -> Vec<String> {
    list(&body.check_in(&Call {
        status: Product::Pass,
    }))
}

#[test]
fn parents_and_roots() {
    let child = Child::default();
    let body = Body {
        list: vec![child.clone(), child.clone()],
        ..Body::default()
    };
    assert!(rules(&body).is_empty());
    let body = Body {
        product: Some(Product::Pass),
        list: vec![
            child.clone(),
            Child {
                name: Some("x".into()),
                ..child.clone()
            },
        ],
        one: Some(Box::new(Child {
            limit: Some(1),
            name: Some("x".into()),
            deep: None,
        })),
        ..Body::default()
    };
    assert_eq!(
        rules(&body),
        [
            "/list/0/name Child.name.required_if",
            "/list/1/name Child.name.allowed_if",
            "/one/name Child.name.allowed_if",
        ]
    );
    let deep = Child {
        limit: Some(3),
        deep: Some(Deep { size: Some(3) }),
        name: None,
    };
    let body = Body {
        list: vec![deep],
        ..Body::default()
    };
    assert_eq!(rules(&body), ["/list/0/deep/size Deep.size.expect"]);
    let deep = Child {
        limit: None,
        deep: Some(Deep { size: Some(3) }),
        name: None,
    };
    assert!(
        rules(&Body {
            list: vec![deep],
            ..Body::default()
        })
        .is_empty()
    );
}

#[test]
fn keys() {
    let name = |text: &str| Locale {
        name: Some(text.into()),
        ..Locale::default()
    };
    let body = Body {
        locales: BTreeMap::from([
            ("zh_HK".into(), Some(name("ab"))),
            ("en_US".into(), Some(name("abc"))),
            ("a/b".into(), Some(name("abc"))),
            ("none".into(), None),
            (
                "xx".into(),
                Some(Locale {
                    plain: Some(Plain::default()),
                    ..Locale::default()
                }),
            ),
        ]),
        plain: Some(Plain::default()),
        ..Body::default()
    };
    assert_eq!(
        rules(&body),
        [
            "/locales/a~1b/name Locale.name.max_chars",
            "/locales/en_US/sub_name Locale.sub_name.required_if",
            "/locales/xx/plain/theText Plain.theText.required",
            "/locales/xx/plain/by_key Plain.by_key.required_if",
            "/locales/zh_HK/name Locale.name.max_chars",
            "/locales/zh_HK/sub_name Locale.sub_name.required_if",
            "/plain/theText Plain.theText.required",
        ]
    );
}

#[test]
fn context_decides() {
    let found = Body::default().check_in(&Call {
        status: Product::Movie,
    });
    assert_eq!(list(&found), ["/seat Body.seat.required_if"]);
    assert_eq!(
        found.to_string(),
        "`/seat` is required when the `status` of the call is `Movie` (Body.seat.required_if)"
    );
}

#[test]
fn a_free_type_stands_alone_too() {
    assert_eq!(
        list(&Plain::default().check()),
        ["/theText Plain.theText.required"]
    );
}

#[derive(Validate)]
#[validate(parent(First, Second))]
struct Shared {
    #[validate(required_if(parent.strict))]
    value: Option<i64>,
}

#[derive(Validate)]
struct First {
    strict: bool,
    #[validate(nested)]
    shared: Shared,
}

#[derive(Validate, Serialize)]
struct Second {
    strict: Option<bool>,
    #[serde(flatten, skip_serializing)]
    #[validate(nested)]
    shared: Shared,
}

impl Serialize for Shared {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

#[test]
fn several_parents_and_flat_fields() {
    let first = First {
        strict: true,
        shared: Shared { value: None },
    };
    assert_eq!(
        list(&first.check()),
        ["/shared/value Shared.value.required_if"]
    );
    let second = Second {
        strict: Some(true),
        shared: Shared { value: None },
    };
    assert_eq!(list(&second.check()), ["/value Shared.value.required_if"]);
    let second = Second {
        strict: None,
        shared: Shared { value: None },
    };
    assert!(second.check().is_empty());
}

#[derive(Validate)]
struct Tree<T: Clone> {
    #[validate(max_chars = 1)]
    name: String,
    #[validate(nested)]
    below: Vec<Tree<T>>,
    #[validate(skip)]
    _other: T,
}

#[test]
fn generic_and_recursive_types() {
    let leaf = |name: &str| Tree {
        name: name.into(),
        below: Vec::new(),
        _other: 1_u8,
    };
    let tree = Tree {
        below: vec![leaf("a"), leaf("ab")],
        ..leaf("r")
    };
    assert_eq!(list(&tree.check()), ["/below/1/name Tree.name.max_chars"]);
}
