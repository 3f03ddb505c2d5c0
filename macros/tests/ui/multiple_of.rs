use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(multiple_of = 0)]
    a: Option<i64>,
    #[validate(multiple_of(0, severity = warning))]
    b: Option<i64>,
    #[validate(multiple_of = -5)]
    c: Option<i64>,
    #[validate(multiple_of = 0.5)]
    d: Option<i64>,
    #[validate(multiple_of)]
    e: Option<i64>,
    #[validate(multiple_of = 5)]
    f: Option<String>,
    #[validate(multiple_of = 5)]
    g: Vec<i64>,
    #[validate(items(multiple_of = 0))]
    h: Vec<i64>,
}

fn main() {}
