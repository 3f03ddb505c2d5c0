//! Regular expressions for what conditions and rules say of texts.

mod ecma;

pub use ecma::{Difference, ecma};

/// For texts that start with a literal.
pub fn starts_with(prefix: &str) -> String {
    let mut pattern = String::from("^");
    for letter in prefix.chars() {
        if r"\^$.|?*+()[]{}".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}
