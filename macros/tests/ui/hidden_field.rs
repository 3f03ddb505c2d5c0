use stipula::Validate;

#[derive(Validate)]
#[validate(parent(Body))]
struct Part {
    #[validate(required_if(parent.prodct == 1))]
    a: Option<i64>,
}

struct Body {
    product: Option<i64>,
}

fn main() {}
