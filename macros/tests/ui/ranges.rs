use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(range(1..3))]
    a: Option<i64>,
    #[validate(range(3..=1))]
    b: Option<i64>,
    #[validate(range(..))]
    c: Option<i64>,
    #[validate(max_items = "3")]
    d: Vec<i64>,
    #[validate(prefix = 3)]
    e: Option<String>,
}

fn main() {}
