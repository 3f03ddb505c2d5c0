use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(nested)]
    part: Option<Part>,
}

#[derive(Validate)]
#[validate(parent(Other))]
struct Part {
    #[validate(required_if(parent.flag))]
    a: Option<i64>,
}

struct Other {
    flag: bool,
}

fn main() {}
