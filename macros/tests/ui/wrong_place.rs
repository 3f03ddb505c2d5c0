use stipula::Validate;

#[derive(Validate)]
#[validate(required, root, context(A, B))]
struct Body {
    #[validate(at_least_one(a, b))]
    a: Option<i64>,
    #[validate(items(required))]
    b: Vec<i64>,
    #[validate]
    c: Option<i64>,
    #[validate(case_of(missing))]
    d: Option<Box<Body>>,
}

fn main() {}
