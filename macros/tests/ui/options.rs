use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required(severity = warnin))]
    a: Option<i64>,
    #[validate(range(1.., sevrity = warning))]
    b: Option<i64>,
    #[validate(required_if(a == 1, because = reason))]
    c: Option<i64>,
    #[validate(max_chars(1, id = "x", id = "y"))]
    d: Option<String>,
}

fn main() {}
