//! Tuples, variants with fields, and conditions that ask which variant it is.

use std::collections::BTreeMap;

use stipula::Validate;

use crate::list;

/// Nothing here can be compared.
#[derive(Validate)]
enum Pay {
    Card(Card),
    #[validate(at_least_one(iban, account))]
    #[validate(rule(id = "to-after-from", at = to, expect(to > from)))]
    Transfer {
        #[validate(min_chars = 2)]
        iban: Option<String>,
        account: Option<u64>,
        #[validate(required_if(present(account)))]
        bank: Option<String>,
        from: i64,
        to: i64,
        #[validate(nested)]
        card: Option<Box<Card>>,
    },
    Split(#[validate(range(1..))] i64, #[validate(nested)] Vec<Pay>),
    Voucher(#[validate(max_chars = 3)] String),
    Cash,
}

#[derive(Validate, Default)]
struct Card {
    #[validate(min_chars = 12)]
    number: String,
}

#[derive(Validate)]
struct Order {
    #[validate(skip)]
    pay: Pay,
    #[validate(nested)]
    other: Option<Box<Pay>>,
    #[validate(required_if(pay == Card))]
    holder: Option<String>,
    #[validate(allowed_if(other in [Transfer, Split]))]
    note: Option<String>,
    #[validate(required_if(not (pay == Cash) and other == Voucher))]
    code: Option<String>,
    #[validate(nested)]
    below: Vec<Below>,
}

/// Asks its parent.
#[derive(Validate)]
#[validate(parent(Order))]
#[validate(rule(at = text, when(parent.other? == Pay::Split), expect(len(text) > 1 and parent.pay == Pay::Card)))]
struct Below {
    text: String,
}

fn order(pay: Pay, other: Option<Pay>) -> Order {
    Order {
        pay,
        other: other.map(Box::new),
        holder: None,
        note: Some(String::new()),
        code: None,
        below: Vec::new(),
    }
}

#[test]
fn conditions_ask_for_the_variant() {
    let card = || Pay::Card(Card::default());
    let transfer = || Pay::Transfer {
        iban: None,
        account: Some(1),
        bank: Some(String::new()),
        from: 1,
        to: 2,
        card: None,
    };
    assert_eq!(
        list(&order(card(), Some(transfer())).check()),
        ["/holder Order.holder.required_if"]
    );
    assert_eq!(
        list(&order(Pay::Cash, None).check()),
        ["/note Order.note.allowed_if"]
    );
    let voucher = || Pay::Voucher(String::new());
    let found = order(transfer(), Some(voucher())).check();
    assert_eq!(
        found.to_string(),
        "`/note` may only be given when `other` is `Transfer` or `Split` (Order.note.allowed_if)\n\
         `/code` is required when `pay` is not `Cash` and `other` is `Voucher` (Order.code.required_if)"
    );
}

#[test]
fn from_below_as_well() {
    let split = || Some(Pay::Split(1, Vec::new()));
    let of = |pay, text: &str| Order {
        below: vec![Below { text: text.into() }],
        note: None,
        holder: Some(String::new()),
        ..order(pay, split())
    };
    assert!(of(Pay::Card(Card::default()), "ab").check().is_empty());
    for (pay, text) in [(Pay::Cash, "ab"), (Pay::Card(Card::default()), "a")] {
        assert_eq!(
            list(&of(pay, text).check()),
            ["/below/0/text Below.text.expect"]
        );
    }
}

#[test]
fn variants_have_rules_as_structs_do() {
    let of = |iban: Option<&str>, account, to| Pay::Transfer {
        iban: iban.map(Into::into),
        account,
        bank: None,
        from: 1,
        to,
        card: Some(Box::default()),
    };
    assert_eq!(
        list(&of(Some("x"), Some(1), 1).check()),
        [
            "/Transfer/iban Pay.Transfer.iban.min_chars",
            "/Transfer/bank Pay.Transfer.bank.required_if",
            "/Transfer/card/number Card.number.min_chars",
            "/Transfer/to to-after-from",
        ]
    );
    assert_eq!(
        list(&of(None, None, 2).check()),
        [
            "/Transfer/card/number Card.number.min_chars",
            "/Transfer/iban Pay.Transfer.iban.at_least_one",
        ]
    );
    let split = Pay::Split(0, vec![Pay::Cash, Pay::Voucher("long".into())]);
    assert_eq!(
        list(&split.check()),
        [
            "/Split/0 Pay.Split.0.range",
            "/Split/1/1/Voucher Pay.Voucher.0.max_chars",
        ]
    );
    assert_eq!(
        list(&Pay::Card(Card::default()).check()),
        ["/Card/number Card.number.min_chars"]
    );
    assert!(Pay::Cash.check().is_empty());
}

/// Written as its only value.
#[derive(Validate)]
struct Name(#[validate(min_chars = 2, max_chars = 3)] String);

#[derive(Validate)]
struct Names(#[validate(nested, min_items = 1)] BTreeMap<String, Name>);

#[derive(Validate)]
struct Pair(
    #[validate(required)] Option<i64>,
    #[validate(items(range(1..)))] Vec<i64>,
    #[validate(nested)] Name,
);

#[derive(Validate)]
struct Unit;

#[test]
fn tuples() {
    assert_eq!(
        Name("a".into()).check().to_string(),
        "the body must have at least 2 characters, not 1 (Name.0.min_chars)"
    );
    let names = |all: &[&str]| {
        let all = all.iter().map(|it| ((*it).to_owned(), Name((*it).into())));
        Names(all.collect())
    };
    assert!(names(&["ab"]).check().is_empty());
    assert_eq!(
        list(&names(&["a/b", "long"]).check()),
        ["/long Name.0.max_chars"]
    );
    assert_eq!(list(&names(&[]).check()), [" Names.0.min_items"]);
    let pair = Pair(None, vec![1, 0], Name("a".into()));
    assert_eq!(
        list(&pair.check()),
        [
            "/0 Pair.0.required",
            "/1/1 Pair.1.range",
            "/2 Name.0.min_chars",
        ]
    );
    assert!(Unit.check().is_empty());
}

/// Variants of a generic enum.
#[derive(Validate)]
enum Either<T> {
    Left(#[validate(skip)] T),
    Right(#[validate(max_chars = 1)] String),
}

#[derive(Validate)]
struct Choice {
    #[validate(nested)]
    either: Either<u8>,
    #[validate(required_if(either == Left))]
    reason: Option<String>,
}

#[test]
fn variants_of_generic_enums() {
    let of = |either| Choice {
        either,
        reason: None,
    };
    assert_eq!(
        list(&of(Either::Left(1)).check()),
        ["/reason Choice.reason.required_if"]
    );
    assert_eq!(
        list(&of(Either::Right("ab".into())).check()),
        ["/either/Right Either.Right.0.max_chars"]
    );
}
