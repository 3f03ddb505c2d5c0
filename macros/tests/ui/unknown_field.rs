use stipula::Validate;

#[derive(Validate, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    page_link: Option<String>,
    #[validate(required_if(page_lnik == "x"), allowed_if(pageLink == "x" or MOVIE))]
    b: Option<String>,
}

fn main() {}
