//! Every container of the standard library, with rules for it, for its items and in its items.

#![allow(
    clippy::linkedlist,
    clippy::option_option,
    clippy::redundant_allocation,
    reason = "others write them, so they have to work"
)]

use std::borrow::Cow;
use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;
use stipula::{Sensitive, Validate};

use crate::{Product, list};

#[derive(Validate, Serialize, Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Leaf {
    #[validate(max_chars(zh = 1, default = 2))]
    text: String,
}

fn leaf(text: &str) -> Leaf {
    Leaf { text: text.into() }
}

type OtherHasher = BuildHasherDefault<DefaultHasher>;

#[derive(Validate, Serialize, Default)]
struct Nested<'a> {
    #[validate(nested, max_items = 1)]
    vec: Vec<Leaf>,
    #[validate(nested, max_items = 1)]
    deque: VecDeque<Leaf>,
    #[validate(nested, max_items = 1)]
    linked: LinkedList<Leaf>,
    #[validate(nested, max_items = 1)]
    set: BTreeSet<Leaf>,
    #[validate(nested, max_items = 2)]
    array: [Option<Leaf>; 2],
    #[validate(nested, max_items = 1)]
    boxed: Option<Box<[Leaf]>>,
    #[validate(nested, max_items = 1)]
    cow: Cow<'a, [Leaf]>,
    #[validate(nested, max_items = 1)]
    slice: Option<&'a [Leaf]>,
    #[validate(nested, max_items = 1)]
    map: BTreeMap<String, Leaf>,
    #[validate(nested, max_items = 1)]
    hashed: HashMap<String, Vec<Leaf>>,
    #[validate(nested, max_items = 1)]
    hashed_otherwise: HashMap<u16, Leaf, OtherHasher>,
    #[validate(nested)]
    one: Cow<'a, LeafOrMore>,
    #[serde(skip)]
    #[validate(nested, max_items = 1)]
    arc: Option<Arc<[Leaf]>>,
    #[serde(skip)]
    #[validate(nested)]
    rc: Rc<Option<Leaf>>,
    #[validate(nested)]
    sensitive: Option<Sensitive<Option<Leaf>>>,
    #[validate(nested)]
    null: Option<Option<Leaf>>,
}

#[derive(Validate, Serialize, Default, Clone)]
struct LeafOrMore {
    #[validate(nested)]
    hash_set: HashSet<Leaf, OtherHasher>,
    #[validate(nested)]
    heap: BinaryHeap<Leaf>,
}

fn nested(leaves: &[Leaf]) -> Nested<'_> {
    let long = leaf("long");
    Nested {
        vec: leaves.to_vec(),
        deque: leaves.iter().cloned().collect(),
        linked: leaves.iter().cloned().collect(),
        set: leaves.iter().cloned().collect(),
        array: [None, Some(long.clone())],
        boxed: Some(leaves.into()),
        cow: Cow::Borrowed(leaves),
        slice: Some(leaves),
        map: [("zh", leaf("ab")), ("a/b", leaf("ab"))]
            .map(|(key, leaf)| (key.into(), leaf))
            .into(),
        hashed: [
            ("zh", leaf("ab")),
            ("en", long.clone()),
            ("fr", long.clone()),
        ]
        .map(|(key, leaf)| (key.into(), vec![leaf]))
        .into(),
        hashed_otherwise: [10, 9, 300]
            .map(|key| (key, long.clone()))
            .into_iter()
            .collect(),
        one: Cow::Owned(LeafOrMore {
            hash_set: [leaf("ab"), long.clone()].into_iter().collect(),
            heap: vec![long.clone(), leaf("a")].into(),
        }),
        arc: Some(leaves.into()),
        rc: Rc::new(Some(long.clone())),
        sensitive: Some(Sensitive(Some(long.clone()))),
        null: Some(Some(long)),
    }
}

#[test]
fn rules_are_found_in_every_container() {
    assert!(Nested::default().check().is_empty());
    let leaves = [leaf("ab"), leaf("long")];
    let body = nested(&leaves);
    let found = body.check();
    let pointers: Vec<_> = found.iter().map(|it| it.pointer().to_owned()).collect();
    let expected = [
        "/vec",
        "/vec/1/text",
        "/deque",
        "/deque/1/text",
        "/linked",
        "/linked/1/text",
        "/set",
        "/set/1/text",
        "/array/1/text",
        "/boxed",
        "/boxed/1/text",
        "/cow",
        "/cow/1/text",
        "/slice",
        "/slice/1/text",
        "/map",
        "/map/zh/text",
        "/hashed",
        "/hashed/en/0/text",
        "/hashed/fr/0/text",
        "/hashed/zh/0/text",
        "/hashed_otherwise",
        "/hashed_otherwise/10/text",
        "/hashed_otherwise/300/text",
        "/hashed_otherwise/9/text",
    ];
    assert_eq!(pointers[..expected.len()], expected);
    let json = serde_json::to_value(&body).unwrap();
    for pointer in &pointers {
        let is_written = json.pointer(pointer).is_some();
        let is_skipped = pointer.starts_with("/arc") || pointer.starts_with("/rc");
        assert!(is_written || is_skipped, "{pointer}");
        if is_written && pointer.ends_with("/text") {
            let text = json.pointer(pointer).and_then(|it| it.as_str());
            assert_eq!(
                text,
                Some(if pointer.contains("/zh/") {
                    "ab"
                } else {
                    "long"
                })
            );
        }
    }
    let after = &pointers[expected.len()..];
    assert!(after[0].starts_with("/one/hash_set/") && after[1].starts_with("/one/heap/"));
    assert_eq!(
        after[2..],
        [
            "/arc",
            "/arc/1/text",
            "/rc/text",
            "/sensitive/text",
            "/null/text"
        ]
    );
}

#[derive(Validate, Default)]
struct Values<'a> {
    #[validate(min_items = 1, items(max_chars = 1))]
    set: Option<BTreeSet<&'a str>>,
    #[validate(max_items = 1, items(max_chars = 1))]
    hash_set: HashSet<String, RandomState>,
    #[validate(unique, items(range(1..)))]
    deque: VecDeque<i64>,
    #[validate(unique, max_items = 3)]
    linked: LinkedList<String>,
    #[validate(unique)]
    heap: BinaryHeap<u8>,
    #[validate(unique, items(range(1..)))]
    array: [i64; 3],
    #[validate(unique)]
    slice: Option<Arc<[f64]>>,
    #[validate(max_items = 2, keys(known, max_chars = 5), items(min_chars = 1))]
    hashed: HashMap<Product, Arc<str>>,
    #[validate(keys(range(..=9)), items(items(max_chars = 1)))]
    by_number: Option<HashMap<u64, Vec<Rc<str>>, OtherHasher>>,
    #[validate(min_chars = 2, prefix = "a")]
    text: Option<Option<Arc<str>>>,
    #[validate(range(1..))]
    number: Option<Box<Rc<i64>>>,
    #[validate(required)]
    null: Option<Option<i64>>,
    #[validate(required_if(len(hash_set) > 1 and text starts_with "a" and number == 1))]
    note: Option<String>,
}

#[test]
fn value_rules_reach_through_as_well() {
    let least = Values {
        array: [1, 2, 3],
        ..Values::default()
    };
    assert_eq!(list(&least.check()), ["/null Values.null.required"]);
    let texts = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let body = Values {
        set: Some(BTreeSet::from(["a", "bc"])),
        hash_set: texts(&["x", "y"]).into_iter().collect(),
        deque: [0, 1, 1].into(),
        linked: texts(&["a", "a"]).into_iter().collect(),
        heap: vec![1, 2, 1].into(),
        array: [1, 0, 1],
        slice: Some(Arc::from([0.5, 0.5])),
        hashed: [
            (Product::Movie, Arc::from("a")),
            ("CONCERT".into(), Arc::from("a")),
            (Product::Pass, Arc::from("")),
        ]
        .into(),
        by_number: Some(
            [(10, vec![]), (9, vec![Rc::from("ab")])]
                .into_iter()
                .collect(),
        ),
        text: Some(Some(Arc::from("b"))),
        number: Some(Box::new(Rc::new(0))),
        null: Some(None),
        note: None,
    };
    assert_eq!(
        list(&body.check()),
        [
            "/set/1 Values.set.max_chars",
            "/hash_set Values.hash_set.max_items",
            "/deque Values.deque.unique",
            "/deque/0 Values.deque.range",
            "/linked Values.linked.unique",
            "/heap Values.heap.unique",
            "/array Values.array.unique",
            "/array/1 Values.array.range",
            "/slice Values.slice.unique",
            "/hashed Values.hashed.max_items",
            "/hashed/CONCERT Values.hashed.max_chars",
            "/hashed/CONCERT Values.hashed.known",
            "/hashed/PASS Values.hashed.min_chars",
            "/by_number/10 Values.by_number.range",
            "/by_number/9/0 Values.by_number.max_chars",
            "/text Values.text.min_chars",
            "/text Values.text.prefix",
            "/number Values.number.range",
        ]
    );
    let body = Values {
        text: Some(Some(Arc::from("ab"))),
        number: Some(Box::new(Rc::new(1))),
        ..body
    };
    let found = body.check();
    assert_eq!(
        list(&found).last().unwrap(),
        "/note Values.note.required_if"
    );
}

#[derive(Validate)]
struct Drawer {
    #[validate(keys(max_chars = 2), items(max_chars = 1))]
    words: HashMap<String, String>,
    #[validate(nested)]
    parts: HashMap<u8, Inner>,
}

#[derive(Validate)]
struct Inner {
    #[validate(required)]
    name: Option<String>,
    #[validate(nested)]
    below: HashMap<u8, Inner>,
}

/// A hash map is gone through as it lies, and yet tells what is broken by its keys.
#[test]
fn violations_of_a_hash_map_are_in_the_order_of_its_keys() {
    let inner = |below| Inner { name: None, below };
    let many = |keys: [u8; 3]| keys.map(|key| (key, inner(HashMap::new()))).into();
    for _ in 0..20 {
        let words = ["c", "abc", "a", "b"].map(|key| (key.to_owned(), key.repeat(2)));
        let drawer = Drawer {
            words: words.into(),
            parts: [(10, inner(many([3, 1, 20]))), (9, inner(many([7, 5, 6])))].into(),
        };
        let found = drawer.check();
        let pointers: Vec<_> = found.iter().map(|it| it.pointer()).collect();
        assert_eq!(
            pointers,
            [
                "/words/a",
                "/words/abc",
                "/words/abc",
                "/words/b",
                "/words/c",
                "/parts/10/name",
                "/parts/10/below/1/name",
                "/parts/10/below/20/name",
                "/parts/10/below/3/name",
                "/parts/9/name",
                "/parts/9/below/5/name",
                "/parts/9/below/6/name",
                "/parts/9/below/7/name",
            ]
        );
    }
}

#[derive(Validate)]
struct Deep {
    #[validate(items(items(max_chars = 1)))]
    lists: Vec<Vec<String>>,
    #[validate(items(keys(max_chars = 1), items(max_chars = 1)))]
    maps: BTreeMap<String, BTreeMap<String, String>>,
}

/// The pointer of a value names every list and map on its way.
#[test]
fn pointers_lead_through_lists_in_lists_and_maps_in_maps() {
    let text = |it: &str| it.to_owned();
    let inner = BTreeMap::from([(text("bb"), text("")), (text("c"), text("xy"))]);
    let deep = Deep {
        lists: vec![vec![], vec![text("a"), text(""), text("xy")]],
        maps: BTreeMap::from([(text("outer"), inner)]),
    };
    let found = deep.check();
    let pointers: Vec<_> = found.iter().map(|it| it.pointer()).collect();
    assert_eq!(pointers, ["/lists/1/2", "/maps/outer/bb", "/maps/outer/c"]);
}

#[derive(Validate)]
struct Nest {
    #[validate(required, max_chars = 1)]
    name: Option<String>,
    #[validate(nested)]
    below: Option<Box<Nest>>,
}

/// As `Validate` promises, without optimisation too.
#[test]
fn a_thread_with_two_megabytes_judges_2000_objects_inside_each_other() {
    let nest = || {
        let (name, below) = (None, None);
        (0..1_999).fold(Nest { name, below }, |below, _| Nest {
            name: Some("x".to_owned()),
            below: Some(Box::new(below)),
        })
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let judged = thread.spawn(move || nest().check().len());
    assert_eq!(judged.expect("a thread").join().ok(), Some(1));
}
