//! The types of scenarios: they become the requests that they stand for.

use alipayhk_ipass::{
    UnixMillis,
    enums::{Category, CodeStandard, CodeType, Exposure, Locale, Product, TemplateType},
    request::{Button, CreateTemplateRequest, LocaleContent, MoviePassExt},
    scenario::create_template::{Movie, MovieOptions},
};

fn film() -> Movie {
    let texts = LocaleContent::new()
        .name("Mission: Impossible")
        .sub_name("The Final Reckoning")
        .description("A film")
        .brand_name("Broadway");
    Movie {
        request_id: "62021122800135202000000000263818".to_owned(),
        merchant_id: "2160120041113167".to_owned(),
        start_date: UnixMillis(1_700_000_000_000),
        end_date: UnixMillis(1_710_000_000_000),
        code_type: CodeType::Qrcode,
        image_url: "https://example.com/picture".to_owned(),
        button: Button::new(),
        locale_info: [(Locale::EnUs, texts)].into(),
        merchant_logo: "https://example.com/logo".to_owned(),
        order_page_link: "alipayhk://order".to_owned(),
        detail_link: "alipayhk://detail".to_owned(),
        categories: vec![Category::Food],
        pass_ext_info: MoviePassExt::new()
            .artificial_sort_no("1")
            .session_total("10"),
        options: MovieOptions::new()
            .code_standard(CodeStandard::Qrcode)
            .exposure(Exposure::Hidden),
    }
}

#[test]
fn becomes_the_request_it_stands_for() {
    let request = CreateTemplateRequest::from(film());
    assert_eq!(request.r#type, Some(TemplateType::Ticket));
    assert_eq!(request.product, Some(Product::Movie));
    assert_eq!(request.order_page_link.as_deref(), Some("alipayhk://order"));
    assert_eq!(request.code_standard, Some(CodeStandard::Qrcode));
    assert_eq!(request.stock, None);
}

/// The types say what has to be there; the rules still say what it may be.
#[test]
fn is_judged_like_any_request() {
    let mut film = film();
    film.button = Button::new();
    film.order_page_link = "https://example.com".to_owned();
    let violations = film
        .build()
        .expect_err("a button and a link of the wrong kind");
    let found: Vec<String> = violations
        .errors()
        .map(|it| format!("{} {}", it.pointer(), it.code()))
        .collect();
    assert_eq!(
        found,
        [
            "/button/btnType required",
            "/button/urlType required_if",
            "/orderPageLink prefix"
        ]
    );
}
