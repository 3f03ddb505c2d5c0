use stipula::Validate;

#[derive(Validate)]
#[validate(rule(id = "x", at = a, when(a == 1)))]
#[validate(rule(expect(a == 1)))]
#[validate(rule(at = b, expect(a == 1)))]
#[validate(rule(at = a, expect(a = 1)))]
#[validate(rule)]
struct Body {
    a: Option<i64>,
}

fn main() {}
