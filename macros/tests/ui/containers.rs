use std::collections::{BTreeSet, HashMap};

use stipula::Validate;

#[derive(Validate)]
struct Sets {
    #[validate(unique)]
    tags: BTreeSet<String>,
    #[validate(max_chars = 3)]
    by_name: HashMap<String, String>,
    #[validate(keys(max_chars = 3))]
    list: [String; 3],
}

fn main() {}
