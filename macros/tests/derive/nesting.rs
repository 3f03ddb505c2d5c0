//! `nested`, unions and `case_of`, names on the wire, generics.

use std::collections::BTreeMap;

use stipula::Validate;

use crate::{Product, told};

#[derive(Default, Validate)]
struct Leaf {
    #[validate(required)]
    id: Option<String>,
}

#[derive(Validate)]
struct Film {
    #[validate(max_chars = 1)]
    title: String,
}

#[derive(Validate)]
enum Extra {
    Movie(Film),
    Leaf(Box<Leaf>),
    Other(serde_json::Value),
    #[validate(skip)]
    #[expect(dead_code, reason = "never made; only its derive matters")]
    Opaque(std::time::Duration),
    None,
}

impl Extra {
    fn fits(&self, product: &Product) -> bool {
        match self {
            Self::Movie(_) => *product == Product::Movie,
            _ => *product != Product::Movie,
        }
    }
}

#[derive(Default, Validate)]
struct Tree {
    product: Option<Product>,
    #[validate(nested)]
    one: Option<Box<Leaf>>,
    #[validate(nested)]
    many: Vec<Option<Leaf>>,
    #[validate(nested)]
    named: BTreeMap<String, Vec<Leaf>>,
    #[validate(case_of(product), nested)]
    extra: Option<Extra>,
}

#[test]
fn walks_containers() {
    let tree = Tree {
        one: Some(Box::default()),
        many: vec![None, Some(Leaf::default())],
        named: [("a/b".to_owned(), vec![Leaf::default()])].into(),
        ..Tree::default()
    };
    assert_eq!(
        told(&tree.check()),
        [
            "/one/id Leaf.id.required",
            "/many/1/id Leaf.id.required",
            "/named/a~1b/0/id Leaf.id.required"
        ]
    );
}

#[test]
fn unions() {
    let tree = |product, extra| {
        told(
            &Tree {
                product,
                extra: Some(extra),
                ..Tree::default()
            }
            .check(),
        )
    };
    let film = || Extra::Movie(Film { title: "xy".into() });
    assert_eq!(
        tree(Some(Product::Movie), film()),
        ["/extra/title Film.title.max_chars"]
    );
    assert_eq!(tree(None, film()), ["/extra/title Film.title.max_chars"]);
    assert_eq!(
        tree(Some(Product::Movie), Extra::None),
        ["/extra Tree.extra.case_of"]
    );
    assert_eq!(
        tree(Some(Product::Pass), Extra::Leaf(Box::default())),
        ["/extra/id Leaf.id.required"]
    );
    assert_eq!(tree(Some(Product::Pass), Extra::Other(1.into())), [""; 0]);
}

/// serde is not asked to derive here: its attributes alone carry the names.
mod wire {
    use super::{Leaf, Validate};

    #[derive(Default, Validate, serde::Serialize)]
    #[serde(rename_all = "camelCase")]
    pub(super) struct Named<'a, T: Default + serde::Serialize>
    where
        T: Clone,
    {
        #[validate(required_if(not present(user_id)))]
        pub(super) open_id: Option<String>,
        #[serde(rename = "uid", skip_serializing_if = "Option::is_none")]
        #[validate(required_if(not present(open_id)))]
        pub(super) user_id: Option<String>,
        #[serde(flatten, skip)]
        #[validate(nested)]
        pub(super) leaf: Leaf,
        pub(super) any: T,
        pub(super) text: &'a str,
    }
}

#[test]
fn names_on_the_wire() {
    let named = wire::Named::<u8>::default();
    let found = named.check();
    assert_eq!(
        told(&found),
        [
            "/openId Named.openId.required_if",
            "/uid Named.uid.required_if",
            "/id Leaf.id.required"
        ]
    );
    assert_eq!(found.iter().next().unwrap().reason(), "`uid` is not given");
    assert_eq!((named.any, named.text), (0, ""));
}

/// One type in two bodies, whose rules look at each.
mod roots {
    use super::Validate;

    #[derive(Validate)]
    #[validate(root(Self))]
    pub(super) struct First {
        pub(super) strict: Option<bool>,
        #[validate(nested)]
        pub(super) part: Part,
    }

    #[derive(Validate)]
    #[validate(root(Second))]
    pub(super) struct Second {
        pub(super) strict: bool,
        #[validate(nested)]
        pub(super) part: Option<Part>,
    }

    #[derive(Default, Validate)]
    #[validate(root(First, Second))]
    pub(super) struct Part {
        #[validate(required_if(root.strict))]
        pub(super) name: Option<String>,
    }
}

#[test]
fn one_impl_for_each_root() {
    use roots::{First, Part, Second};
    let first = |strict| {
        First {
            strict,
            part: Part::default(),
        }
        .check()
        .len()
    };
    assert_eq!(
        (first(None), first(Some(false)), first(Some(true))),
        (0, 0, 1)
    );
    let second = |strict| {
        Second {
            strict,
            part: Some(Part { name: None }),
        }
        .check()
        .len()
    };
    assert_eq!((second(false), second(true)), (0, 1));
}
