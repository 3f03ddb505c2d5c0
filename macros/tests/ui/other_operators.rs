use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required_if(b == 1 || c == 1))]
    a: Option<i64>,
    #[validate(required_if(a == 1 AND c == 1))]
    b: Option<i64>,
    #[validate(required_if(a == 1 OR b == 1))]
    c: Option<i64>,
    #[validate(required_if(!present(a)))]
    d: Option<i64>,
    #[validate(required_if(a <> 1))]
    e: Option<i64>,
    #[validate(required_if(a IN [1, 2]))]
    f: Option<i64>,
    #[validate(required_if(a in (1, 2)))]
    g: Option<i64>,
    #[validate(required_if(a + 1 == b))]
    h: Option<i64>,
}

fn main() {}
