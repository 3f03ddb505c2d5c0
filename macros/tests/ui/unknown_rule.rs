use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(requird)]
    a: Option<i64>,
    #[validate(max_chars = 3, colour = "red")]
    b: Option<String>,
}

fn main() {}
