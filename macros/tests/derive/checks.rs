//! Rules that functions judge.

use std::collections::HashMap;
use std::sync::Arc;

use stipula::{Finding, Rule, Severity, Validate, Verdict};

use crate::list;

fn luhn(digits: &str) -> bool {
    let mut sum = 0;
    for (nth, digit) in digits.chars().rev().enumerate() {
        let Some(digit) = digit.to_digit(10) else {
            return false;
        };
        let digit = digit << (nth % 2);
        sum += digit / 10 + digit % 10;
    }
    !digits.is_empty() && sum % 10 == 0
}

mod elsewhere {
    #[allow(clippy::ptr_arg, reason = "a check may take the type of the field")]
    pub(super) fn is_sorted(list: &Vec<i64>) -> Result<(), &'static str> {
        if list.is_sorted() {
            Ok(())
        } else {
            Err("must be in ascending order")
        }
    }

    pub(super) fn small<T: PartialOrd + From<u8>>(value: &T) -> bool {
        *value < T::from(10)
    }
}

static RETIRED: Rule = Rule::new("retired", "RETIRED")
    .severity(Severity::Warning)
    .because("it is in use");

enum Answer {
    Good,
    Retired,
}

impl Verdict for Answer {
    fn finding(self) -> Option<Finding> {
        match self {
            Self::Good => None,
            Self::Retired => Some(Finding::Rule(&RETIRED)),
        }
    }
}

fn in_use(number: &str) -> Answer {
    if number.starts_with('9') {
        Answer::Retired
    } else {
        Answer::Good
    }
}

#[derive(Validate, Default)]
#[validate(check = Order::is_whole, check(ends_after_start, at = end, because = "the end is after the start"))]
struct Order {
    #[validate(check = luhn, check(in_use, id = "unused"), max_chars = 5)]
    card: Option<Box<str>>,
    #[validate(check(luhn, severity = warning, because = "the check digit is right"))]
    old_card: Option<Arc<str>>,
    #[validate(check = elsewhere::is_sorted, items(check = elsewhere::small::<i64>, range(0..)))]
    steps: Vec<i64>,
    #[validate(keys(check = luhn), items(check = elsewhere::small))]
    by_card: HashMap<String, f64>,
    start: i64,
    end: i64,
    #[validate(nested)]
    pay: Pay,
}

impl Order {
    fn is_whole(&self) -> Result<(), &'static str> {
        if self.steps.len() < 4 {
            Ok(())
        } else {
            Err("must not have both a card and many steps")
        }
    }
}

fn ends_after_start(order: &Order) -> bool {
    order.end >= order.start
}

#[derive(Validate, Default)]
#[validate(check(Pay::is_open, id = "pay-open"))]
enum Pay {
    Card(#[validate(check = luhn)] String),
    #[default]
    Cash,
    Closed,
}

impl Pay {
    fn is_open(&self) -> bool {
        !matches!(self, Self::Closed) && !matches!(self, Self::Card(number) if number == "x")
    }
}

#[test]
fn functions_judge() {
    assert!(Order::default().check().is_empty());
    let order = Order {
        card: Some("18".into()),
        old_card: Some("59".into()),
        steps: vec![1, 2, 3],
        by_card: HashMap::from([("18".into(), 9.5)]),
        start: 1,
        end: 2,
        pay: Pay::Card("18".into()),
    };
    assert_eq!(list(&order.check()), [""; 0]);
    let order = Order {
        card: Some("90".into()),
        old_card: Some("58".into()),
        steps: vec![2, 1, 10, -1],
        by_card: HashMap::from([("17".into(), 9.5), ("18".into(), 10.0)]),
        start: 3,
        end: 2,
        pay: Pay::Card("x".into()),
    };
    let found = order.check();
    assert_eq!(
        found.to_string(),
        "`/card` breaks the rule (Order.card.check)\n\
         `/card`: it is in use (retired, warning)\n\
         `/old_card` breaks the rule: the check digit is right (Order.old_card.check, warning)\n\
         `/steps` must be in ascending order (Order.steps.check)\n\
         `/steps/2` breaks the rule (Order.steps.check#2)\n\
         `/steps/3` must be at least 0 (Order.steps.range)\n\
         `/by_card/17` breaks the rule (Order.by_card.check)\n\
         `/by_card/18` breaks the rule (Order.by_card.check#2)\n\
         `/pay` breaks the rule (pay-open)\n\
         `/pay/Card` breaks the rule (Pay.Card.0.check)\n\
         the body must not have both a card and many steps (Order.check)\n\
         `/end` breaks the rule: the end is after the start (Order.end.check)"
    );
    let codes: Vec<_> = found.iter().map(|it| it.code()).collect();
    assert_eq!(codes[..3], ["check", "RETIRED", "check"]);
    assert_eq!(list(&Pay::Closed.check()), [" pay-open"]);
}
