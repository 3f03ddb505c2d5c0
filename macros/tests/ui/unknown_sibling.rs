use stipula::Validate;

#[derive(Validate)]
enum Case {
    A(Part),
}

#[derive(Validate)]
struct Part {}

#[derive(Validate)]
#[validate(rule(at = prodct, expect(present(product))))]
#[validate(at_least_one(product, pruduct))]
struct Body {
    product: Option<i64>,
    #[validate(case_of(prodct))]
    a: Option<Case>,
    #[validate(case_of("product"))]
    b: Option<Case>,
    #[validate(case_of)]
    c: Option<Case>,
}

fn main() {}
