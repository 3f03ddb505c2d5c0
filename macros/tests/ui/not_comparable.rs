use stipula::Validate;

struct Item;

#[derive(Validate)]
struct Body {
    #[validate(unique)]
    items: Vec<Item>,
}

fn main() {}
