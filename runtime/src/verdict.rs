//! What functions of `check` rules answer.

use crate::Rule;

/// What is wrong with a value.
///
/// A text is constant, so that it cannot hold the value, which may be sensitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// It breaks the rule; what the rule says is all there is to say.
    Broken,
    /// What it must do, to stand behind the name of the member: "must end in its check digit".
    Text(&'static str),
    /// It breaks this rule, with an id, a code and a severity of its own.
    Rule(&'static Rule),
}

/// The answer of a function that `#[validate(check = function)]` names.
///
/// The function gets a reference to the value, without options and pointers around it, and is not
/// called for a value that is absent. It is called once for a good body and may be called again for
/// a bad one, so it should depend on nothing else. It answers with
///
/// - `bool`: whether the value is good,
/// - `Result<(), &'static str>`: the text says what a bad one must do,
/// - `Result<(), &'static Rule>`: the rule that a bad one breaks, with its own id, code and severity,
/// - or a type of your own that implements this trait.
///
/// ```
/// use stipula::{Rule, Severity, Validate};
///
/// fn is_even(digits: &str) -> bool {
///     digits.len() % 2 == 0
/// }
///
/// fn ends_in_check_digit(digits: &str) -> Result<(), &'static str> {
///     let sum: u32 = digits.chars().filter_map(|digit| digit.to_digit(10)).sum();
///     if sum % 10 == 0 { Ok(()) } else { Err("must end in its check digit") }
/// }
///
/// static RETIRED: Rule = Rule::new("retired-range", "RETIRED").severity(Severity::Warning);
///
/// fn is_in_use(number: &String) -> Result<(), &'static Rule> {
///     if number.starts_with("99") { Err(&RETIRED) } else { Ok(()) }
/// }
///
/// #[derive(Validate)]
/// struct Card {
///     #[validate(check = ends_in_check_digit, check = is_in_use)]
///     #[validate(check(is_even, id = "card.even", because = "the number of digits is even"))]
///     number: Option<String>,
/// }
///
/// let found = Card { number: Some("991".into()) }.check();
/// assert_eq!(
///     found.to_string(),
///     "`/number` must end in its check digit (Card.number.check)\n\
///      `/number` breaks the rule (retired-range, warning)\n\
///      `/number` breaks the rule: the number of digits is even (card.even)"
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "a check cannot answer with `{Self}`",
    label = "answers with `{Self}`",
    note = "a check answers with `bool`, `Result<(), &'static str>` or `Result<(), &'static stipula::Rule>`"
)]
pub trait Verdict {
    /// What is wrong; `None` when nothing is.
    fn finding(self) -> Option<Finding>;
}

impl Verdict for bool {
    #[inline]
    fn finding(self) -> Option<Finding> {
        (!self).then_some(Finding::Broken)
    }
}

impl Verdict for Result<(), &'static str> {
    #[inline]
    fn finding(self) -> Option<Finding> {
        self.err().map(Finding::Text)
    }
}

impl Verdict for Result<(), &'static Rule> {
    #[inline]
    fn finding(self) -> Option<Finding> {
        self.err().map(Finding::Rule)
    }
}
