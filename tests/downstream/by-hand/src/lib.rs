//! Rules on a plain struct: no serde, no spec, no generator.

use stipula::Validate;

/// How an order is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// In cash, at the door.
    Cash,
    /// By card.
    Card,
}

/// An order.
#[derive(Debug, Clone, Validate)]
#[validate(exactly_one(email, phone, at = email))]
pub struct Order {
    /// How it is paid.
    pub method: Method,
    /// The number of the card.
    #[validate(required_if(method == Card), allowed_if(method == Card), max_chars = 19)]
    pub card: Option<String>,
    /// Where to write to.
    pub email: Option<String>,
    /// Where to call.
    pub phone: Option<String>,
    /// What is ordered.
    #[validate(min_items = 1, nested)]
    pub lines: Vec<Line>,
}

/// One line of an order.
#[derive(Debug, Clone, Validate)]
pub struct Line {
    /// What.
    #[validate(min_chars = 1)]
    pub article: String,
    /// How many.
    #[validate(range(1..=99))]
    pub count: u32,
}
