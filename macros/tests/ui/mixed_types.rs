use stipula::Validate;

#[derive(Validate)]
#[validate(rule(at = number, expect(number > text)))]
struct Body {
    text: Option<String>,
    number: Option<i64>,
    flag: Option<bool>,
    list: Option<Vec<i64>>,
    #[validate(required_if(text == 1))]
    a: Option<i64>,
    #[validate(required_if(text == abc))]
    b: Option<i64>,
    #[validate(required_if(flag == "true"))]
    c: Option<i64>,
    #[validate(required_if(number > 1.5))]
    d: Option<i64>,
    #[validate(required_if(list == 1))]
    e: Option<i64>,
    #[validate(required_if(len(number) > 1))]
    f: Option<i64>,
    #[validate(required_if(len(text) == "3"))]
    g: Option<i64>,
    #[validate(required_if(number starts_with "1"))]
    h: Option<i64>,
    #[validate(required_if(number in [1, "2"]))]
    i: Option<i64>,
}

fn main() {}
