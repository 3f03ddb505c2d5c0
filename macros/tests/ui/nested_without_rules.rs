use stipula::Validate;

struct Part;

#[derive(Validate)]
struct Body {
    #[validate(nested)]
    part: Option<Part>,
}

fn main() {}
