//! What the derived rules do.

mod checks;
mod conditions;
mod containers;
mod contains;
mod enums;
mod formats;
mod generics;
mod macros;
mod messages;
mod numbers;
mod patterns;
mod places;
mod presence;
mod ranges;
mod stands;
mod unique;
mod unjudged;
mod values;
mod variants;

use stipula::Violations;

/// `pointer rule` of each violation; warnings are marked.
fn list(found: &Violations) -> Vec<String> {
    let show = |v: stipula::Violation<'_>| {
        let mark = if v.severity() == stipula::Severity::Warning {
            " (warning)"
        } else {
            ""
        };
        format!("{} {}{mark}", v.pointer(), v.rule())
    };
    found.iter().map(show).collect()
}

stipula::open_enum! {
    /// Kind of thing.
    pub enum Product {
        /// Admission ticket.
        Pass = "PASS",
        /// Movie.
        Movie = "MOVIE",
        /// Gift card.
        GiftCard = "GIFT_CARD",
    }
}
