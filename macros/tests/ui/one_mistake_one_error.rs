use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(nested)]
    part: Option<Part>,
}

#[derive(Validate)]
struct Part {
    #[validate(max_chars = 3)]
    a: Option<i64>,
}

fn judge(body: &Body) -> bool {
    body.check().is_empty()
}

fn main() {}
