use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required_if(root.x == 1))]
    a: Option<i64>,
    #[validate(required_if(parent.x == 1))]
    b: Option<i64>,
    #[validate(required_if(ctx.x == 1))]
    c: Option<i64>,
}

#[derive(Validate)]
#[validate(root(Body))]
struct Part {
    #[validate(required_if(root.a == Movie))]
    a: Option<i64>,
}

fn main() {}
