use stipula::Validate;

#[derive(Validate)]
#[validate(rule(at = b, when(a = 1), expect(b = 2)))]
struct Body {
    a: Option<i64>,
    b: Option<i64>,
    #[validate(required_if(a = 1))]
    c: Option<i64>,
    #[validate(required_if(a == 1 and b === 1))]
    d: Option<i64>,
}

fn main() {}
