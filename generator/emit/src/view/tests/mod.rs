//! What the views make of a small spec, as data.

mod curl;
mod examples;
mod marks;
mod prose;
mod search;
mod settings;
mod tree;

use crate::Model;
use crate::fixtures::{SPEC, api};

/// The model that most tests look at.
fn demo() -> Model {
    api(SPEC)
}
