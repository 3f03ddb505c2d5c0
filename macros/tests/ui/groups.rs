use stipula::Validate;

#[derive(Validate)]
#[validate(at_least_one())]
#[validate(exactly_one(a))]
#[validate(at_most_one(a, a))]
#[validate(all_or_none(a, bb))]
#[validate(all_or_none)]
struct Body {
    a: Option<i64>,
    b: Option<i64>,
}

fn main() {}
