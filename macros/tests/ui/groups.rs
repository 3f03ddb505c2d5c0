use stipula::Validate;

#[derive(Validate)]
#[validate(at_least_one())]
#[validate(exactly_one(a))]
#[validate(at_most_one(a, a))]
#[validate(all_or_none(a, bb))]
#[validate(all_or_none)]
#[validate(at_least(a, b, c))]
#[validate(at_least(a, b, c, count = 0))]
#[validate(at_least(a, b, c, count = 1))]
#[validate(at_least(a, b, c, count = 3))]
#[validate(at_least(a, b, c, count = 4))]
#[validate(at_least(a, b, c, count = "2"))]
#[validate(at_most_one(a, b, count = 2))]
struct Body {
    a: Option<i64>,
    b: Option<i64>,
    c: Option<i64>,
}

fn main() {}
