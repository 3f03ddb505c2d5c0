use stipula::Validate;

struct Call {
    status: Option<i64>,
}

#[derive(Validate)]
#[validate(root(Self), context(Call))]
struct Body {
    #[validate(required_if(ctx.state == 1))]
    a: Option<i64>,
    #[validate(required_if(root.aa == 1))]
    b: Option<i64>,
    #[validate(required_if(ctx.status == "1"))]
    c: Option<i64>,
    #[validate(nested)]
    part: Option<Part>,
}

#[derive(Validate)]
#[validate(parent(Body), context(Call))]
struct Part {
    #[validate(required_if(parent.x == 1 or present(ctx.statis)))]
    d: Option<i64>,
}

fn main() {}
