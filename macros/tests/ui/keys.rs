use std::collections::HashMap;

use stipula::Validate;

#[derive(PartialEq, Eq, Hash)]
struct Id(u8);

#[derive(Validate)]
struct Part {
    #[validate(required)]
    name: Option<String>,
}

#[derive(Validate)]
struct Body {
    #[validate(nested)]
    parts: HashMap<Id, Part>,
    #[validate(items(max_chars = 3))]
    texts: HashMap<Id, String>,
}

fn main() {}
