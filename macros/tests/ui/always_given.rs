use stipula::Validate;

#[derive(Validate)]
#[validate(at_least_one(a, b))]
struct Body {
    #[validate(required)]
    a: String,
    #[validate(required_if(b == "x"), effective_if(present(b)))]
    c: i64,
    b: Option<String>,
}

fn main() {}
