use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(pattern = "^[A-Z$")]
    a: Option<String>,
    #[validate(pattern("(ab", severity = warning))]
    b: Option<String>,
    #[validate(items(pattern = "a{2,1}"))]
    c: Vec<String>,
    #[validate(pattern = r"^\p{Han}+$")]
    d: Option<String>,
    #[validate(pattern = "(?=a)")]
    e: Option<String>,
    #[validate(pattern = ^[A-Z]+)]
    f: Option<String>,
    #[validate(pattern = "+852")]
    g: Option<String>,
}

fn main() {}
