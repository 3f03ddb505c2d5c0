use stipula::Validate;

struct Call {
    status: Option<i64>,
}

#[derive(Validate)]
#[validate(root(Self), context(Call))]
struct Body {
    #[validate(required_if(status == 1))]
    b: Option<i64>,
    #[validate(required_if(context.status == 1))]
    c: Option<i64>,
    #[validate(required_if(ctx.status == 1))]
    fine: Option<i64>,
}

fn main() {}
