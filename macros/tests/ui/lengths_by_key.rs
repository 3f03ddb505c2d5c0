use stipula::Validate;

#[derive(Validate)]
struct Body {
    #[validate(max_chars(zh_HK = 100, en_US = 150))]
    a: Option<String>,
    #[validate(max_chars(zh = 1, "zh" = 2, default = 3))]
    b: Option<String>,
    #[validate(max_chars(zh = -1, default = 3))]
    c: Option<String>,
    #[validate(max_chars)]
    d: Option<String>,
}

fn main() {}
