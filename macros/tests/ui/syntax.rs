use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required_if(b == ))]
    a: Option<i64>,
    #[validate(required_if(a == 1 && a == 2))]
    b: Option<i64>,
    #[validate(required_if(a in 1))]
    c: Option<i64>,
    #[validate(required_if(1 < a < 3))]
    d: Option<i64>,
    #[validate(required_if = "a = 1")]
    e: Option<i64>,
    #[validate(required_if)]
    f: Option<i64>,
    #[validate(required(a == 1))]
    g: Option<i64>,
}

fn main() {}
