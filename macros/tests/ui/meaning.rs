use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required_if(b != "x"))]
    a: Option<i64>,
    #[validate(required_if(a == "1"))]
    b: Option<String>,
    #[validate(required_if(b > "x"))]
    c: Option<String>,
    #[validate(required_if(len(a) > 1))]
    d: Option<String>,
    #[validate(required_if(b))]
    e: Option<String>,
    #[validate(required_if(b.x == "y"))]
    f: Option<String>,
    #[validate(required_if(a == 1 or true))]
    g: Option<String>,
}

fn main() {}
