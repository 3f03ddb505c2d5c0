use stipula::Validate;

#[derive(Validate)]
#[validate(rule(id = "grows", at = b, expect(b > a)))]
#[validate(at_most_one(a, b, id = "grows"))]
struct Body {
    #[validate(required(id = "given"))]
    a: Option<i64>,
    #[validate(required(id = "given"))]
    b: Option<i64>,
    #[validate(max_items = 2, items(max_chars(3, id = "short")), unique(id = "short"))]
    c: Vec<String>,
    #[validate(required(id = "fine"))]
    d: Option<i64>,
}

fn main() {}
