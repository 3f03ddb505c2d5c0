use stipula::Validate;

#[derive(Validate)]
struct Body {
    product: Option<i64>,
    #[validate(required_if = "prodct == 1")]
    a: Option<i64>,
    #[validate(required_if("product == 1 and"))]
    b: Option<i64>,
    #[validate(required_if = "product == (")]
    c: Option<i64>,
    #[validate(required_if = product == 1)]
    fine: Option<i64>,
}

fn main() {}
