use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(max_items = "3")]
    d: Vec<i64>,
    #[validate(prefix = 3)]
    e: Option<String>,
}

fn main() {}
