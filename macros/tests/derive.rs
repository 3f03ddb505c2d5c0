//! What each rule of the derive refuses, and what it lets pass.

#[path = "derive/conditions.rs"]
mod conditions;
#[path = "derive/nesting.rs"]
mod nesting;
#[path = "derive/objects.rs"]
mod objects;
#[path = "derive/presence.rs"]
mod presence;
#[path = "derive/values.rs"]
mod values;

use stipula::Violations;

stipula::open_enum! {
    /// What is sold.
    pub enum Product {
        /// A pass.
        Pass = "PASS",
        /// A film.
        Movie = "MOVIE",
        /// A voucher.
        Coupon = "COUPON",
    }
}

/// `pointer rule-id`, one for each violation; warnings begin with `!`.
fn told(found: &Violations) -> Vec<String> {
    let line = |v: stipula::Violation<'_>| {
        let mark = if v.severity() == stipula::Severity::Warning {
            "!"
        } else {
            ""
        };
        format!("{mark}{} {}", v.pointer(), v.rule())
    };
    found.iter().map(line).collect()
}

/// The sentences alone.
fn sentences(found: &Violations) -> Vec<String> {
    found.iter().map(|v| v.message()).collect()
}
