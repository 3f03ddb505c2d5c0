use stipula::Validate;

#[derive(Validate)]
#[validate(rule(at = a, when(), expect()))]
#[validate(at_least_one())]
#[validate(root())]
struct Body {
    #[validate(required_if())]
    a: Option<i64>,
    #[validate(allowed_if = )]
    b: Option<i64>,
    #[validate(required_if(""))]
    c: Option<i64>,
    #[validate(items())]
    d: Vec<i64>,
    #[validate(prefix = "")]
    e: Option<String>,
    #[validate(required_if(e in []))]
    f: Option<String>,
}

fn main() {}
