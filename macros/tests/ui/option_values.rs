use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(required(severity = "warning"))]
    a: Option<i64>,
    #[validate(required(severity = info))]
    b: Option<i64>,
    #[validate(required(because = 1))]
    c: Option<i64>,
    #[validate(required(id = c.given))]
    d: Option<i64>,
    #[validate(required(evidence("page 3")))]
    e: Option<i64>,
    #[validate(required, severity = warning)]
    f: Option<i64>,
    #[validate(prefix = app)]
    g: Option<String>,
    #[validate(max_chars = "3")]
    h: Option<String>,
}

fn main() {}
