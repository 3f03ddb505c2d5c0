//! Pointers beside what serde writes: every leaf of these types breaks a rule, so every leaf of the
//! JSON is pointed at, and nothing else is.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::Serialize;
use stipula::Validate;

/// A text that breaks the rule of every member here, and that no other one has.
fn leaf() -> impl Strategy<Value = String> {
    any::<u64>().prop_map(|digits| format!("leaf {digits}"))
}

macro_rules! any_of {
    ($name:ident: $strategy:expr) => {
        impl $name {
            fn any() -> BoxedStrategy<Self> {
                $strategy.boxed()
            }
        }
    };
}

#[derive(Debug, Clone, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Card {
    #[validate(max_chars = 1)]
    card_number: String,
    #[serde(rename(serialize = "a/b~c", deserialize = "other"))]
    #[validate(max_chars = 1)]
    odd: String,
}
any_of!(Card: (leaf(), leaf()).prop_map(|(card_number, odd)| Card { card_number, odd }));

/// Written as its only value.
#[derive(Debug, Clone, Serialize, Validate)]
struct Text(#[validate(max_chars = 1)] String);
any_of!(Text: leaf().prop_map(Text));

/// Written as its only value, too.
#[derive(Debug, Clone, Serialize, Validate)]
struct Cards(#[validate(nested)] Vec<Card>);
any_of!(Cards: prop::collection::vec(Card::any(), 0..3).prop_map(Cards));

#[derive(Debug, Clone, Serialize, Validate)]
#[serde(transparent)]
struct Through {
    #[validate(nested)]
    text: Text,
}
any_of!(Through: Text::any().prop_map(|text| Through { text }));

/// Written as a list, in which what is left out has no place.
#[derive(Debug, Clone, Serialize, Validate)]
struct Triple(
    #[validate(max_chars = 1)] String,
    #[serde(skip)]
    #[allow(dead_code)]
    u8,
    #[validate(nested)] Card,
    #[validate(items(max_chars = 1))] Vec<String>,
);
any_of!(Triple: (leaf(), Card::any(), prop::collection::vec(leaf(), 0..3))
    .prop_map(|(text, card, texts)| Triple(text, 0, card, texts)));

#[derive(Debug, Clone, Serialize, Validate)]
struct Unit;

macro_rules! enums {
    ($($(#[$meta:meta])* $name:ident)*) => {$(
        #[derive(Debug, Clone, Serialize, Validate)]
        $(#[$meta])*
        enum $name {
            MyCard(Card),
            #[serde(rename_all = "UPPERCASE")]
            PartsOfIt {
                #[validate(max_chars = 1)]
                first_part: String,
                #[validate(nested)]
                the_card: Option<Card>,
                #[serde(flatten)]
                #[validate(nested)]
                flat: Card,
            },
            #[serde(rename = "other/name")]
            Another {
                #[validate(max_chars = 1)]
                some_text: String,
            },
            Nothing,
        }
        any_of!($name: prop_oneof![
            Card::any().prop_map($name::MyCard),
            (leaf(), prop::option::of(Card::any()), Card::any()).prop_map(
                |(first_part, the_card, flat)| $name::PartsOfIt { first_part, the_card, flat }
            ),
            leaf().prop_map(|some_text| $name::Another { some_text }),
            Just($name::Nothing),
        ]);
    )*};
}

enums! {
    External
    #[serde(rename_all = "camelCase", rename_all_fields = "kebab-case")]
    Renamed
    #[serde(tag = "kind", rename_all = "SCREAMING_SNAKE_CASE")]
    Internal
    #[serde(tag = "t", content = "c", rename_all_fields = "PascalCase")]
    Adjacent
    #[serde(untagged)]
    Untagged
}

/// What cannot be tagged inside.
macro_rules! tuples {
    ($($(#[$meta:meta])* $name:ident)*) => {$(
        #[derive(Debug, Clone, Serialize, Validate)]
        $(#[$meta])*
        enum $name {
            SomeText(#[validate(max_chars = 1)] String),
            SomeTexts(#[validate(items(max_chars = 1))] Vec<String>),
            ManyCards(Vec<Card>),
            APair(#[validate(max_chars = 1)] String, #[validate(nested)] Card),
            #[serde(untagged)]
            Bare(Cards),
        }
        any_of!($name: prop_oneof![
            leaf().prop_map($name::SomeText),
            prop::collection::vec(leaf(), 0..3).prop_map($name::SomeTexts),
            prop::collection::vec(Card::any(), 0..3).prop_map($name::ManyCards),
            (leaf(), Card::any()).prop_map(|(text, card)| $name::APair(text, card)),
            Cards::any().prop_map($name::Bare),
        ]);
    )*};
}

tuples! {
    #[serde(rename_all = "snake_case")]
    ExternalTuples
    #[serde(tag = "t", content = "content")]
    AdjacentTuples
    #[serde(untagged)]
    UntaggedTuples
}

/// It holds itself.
#[derive(Debug, Clone, Serialize, Validate)]
#[serde(rename_all = "kebab-case")]
enum Tree {
    ALeaf(#[validate(max_chars = 1)] String),
    Below(Vec<Tree>),
    ByName(BTreeMap<String, Tree>),
}

impl Tree {
    fn any() -> BoxedStrategy<Self> {
        let below = |inner: BoxedStrategy<Self>| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Tree::Below),
                prop::collection::btree_map("[a/~]{1,3}", inner, 0..3).prop_map(Tree::ByName),
            ]
        };
        leaf()
            .prop_map(Tree::ALeaf)
            .prop_recursive(3, 12, 3, below)
            .boxed()
    }
}

#[derive(Debug, Clone, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Body {
    #[validate(nested)]
    by_external: External,
    #[validate(nested)]
    by_renamed: Renamed,
    #[validate(nested)]
    by_internal: Vec<Internal>,
    #[validate(nested)]
    by_adjacent: Option<Box<Adjacent>>,
    #[validate(nested)]
    by_untagged: Untagged,
    #[validate(nested)]
    external_tuples: ExternalTuples,
    #[validate(nested)]
    adjacent_tuples: BTreeMap<String, AdjacentTuples>,
    #[validate(nested)]
    untagged_tuples: UntaggedTuples,
    #[validate(nested)]
    through: Through,
    #[validate(nested)]
    triple: Triple,
    #[validate(nested)]
    tree: Tree,
    #[validate(max_chars = 1)]
    r#type: Cow<'static, str>,
    #[validate(skip)]
    unit: Unit,
    #[serde(flatten)]
    #[validate(nested)]
    flat: Card,
}

prop_compose! {
    fn body()(
        (by_external, by_renamed, by_untagged) in (External::any(), Renamed::any(), Untagged::any()),
        by_internal in prop::collection::vec(Internal::any(), 0..3),
        by_adjacent in prop::option::of(Adjacent::any().prop_map(Box::new)),
        external_tuples in ExternalTuples::any(),
        adjacent_tuples in prop::collection::btree_map("[a-c/~]{0,30}", AdjacentTuples::any(), 0..3),
        untagged_tuples in UntaggedTuples::any(),
        (through, triple, tree) in (Through::any(), Triple::any(), Tree::any()),
        r#type in leaf().prop_map(Cow::Owned),
        flat in Card::any(),
    ) -> Body {
        Body {
            by_external, by_renamed, by_internal, by_adjacent, by_untagged, external_tuples,
            adjacent_tuples, untagged_tuples, through, triple, tree, r#type, unit: Unit, flat,
        }
    }
}

/// All leaves of the JSON.
fn leaves(json: &serde_json::Value, out: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::String(text) if text.starts_with("leaf ") => {
            out.insert(text.clone());
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| leaves(item, out)),
        serde_json::Value::Object(members) => members.values().for_each(|it| leaves(it, out)),
        _ => {}
    }
}

/// Whether every leaf of what serde writes is pointed at, and nothing else.
fn agrees<T: Serialize + Validate<Context = ()> + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_value(value).unwrap();
    let mut expected = BTreeSet::new();
    leaves(&json, &mut expected);
    let mut found = BTreeSet::new();
    for violation in value.check().iter() {
        let pointer = violation.pointer();
        let member = json.pointer(pointer);
        let text = member.and_then(serde_json::Value::as_str);
        let text = text.unwrap_or_else(|| panic!("`{pointer}` is no leaf of {json}"));
        found.insert(text.to_owned());
    }
    assert_eq!(found, expected, "{json}");
}

proptest! {
    #[test]
    fn pointers_lead_to_what_serde_writes(body in body()) {
        agrees(&body);
    }

    #[test]
    fn also_when_the_body_is_no_struct(
        external in External::any(), adjacent in Adjacent::any(), tuples in ExternalTuples::any(),
        tree in Tree::any(), text in Text::any(), triple in Triple::any(),
    ) {
        agrees(&external);
        agrees(&adjacent);
        agrees(&tuples);
        agrees(&tree);
        agrees(&text);
        agrees(&triple);
    }
}

#[test]
fn each_form_of_an_enum() {
    let card = || Card {
        card_number: "a".into(),
        odd: "odd".into(),
    };
    let pointers = |found: stipula::Violations| {
        let found = found.iter();
        found
            .map(|v| format!("{} {}", v.pointer(), v.rule()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        pointers(External::MyCard(card()).check()),
        ["/MyCard/a~1b~0c Card.a/b~c.max_chars"]
    );
    assert_eq!(
        pointers(Internal::MyCard(card()).check()),
        ["/a~1b~0c Card.a/b~c.max_chars"]
    );
    assert_eq!(
        pointers(Adjacent::MyCard(card()).check()),
        ["/c/a~1b~0c Card.a/b~c.max_chars"]
    );
    assert_eq!(
        pointers(Untagged::MyCard(card()).check()),
        ["/a~1b~0c Card.a/b~c.max_chars"]
    );
    let parts = Renamed::PartsOfIt {
        first_part: "long".into(),
        the_card: None,
        flat: Card {
            odd: String::new(),
            ..card()
        },
    };
    assert_eq!(
        pointers(parts.check()),
        ["/partsOfIt/FIRST_PART Renamed.PartsOfIt.FIRST_PART.max_chars"]
    );
    let text = ExternalTuples::SomeText("long".into());
    assert_eq!(
        pointers(text.check()),
        ["/some_text ExternalTuples.SomeText.0.max_chars"]
    );
}
