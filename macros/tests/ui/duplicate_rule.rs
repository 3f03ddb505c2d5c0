use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required, max_chars = 1)]
    #[validate(max_chars = 2, required)]
    a: Option<String>,
    #[validate(nested, nested)]
    b: Option<Part>,
    #[validate(max_chars = 2, max_chars(1, severity = warning))]
    fine: Option<String>,
}

#[derive(Validate)]
struct Part {}

fn main() {}
