//! A film template without the link that films need.

use alipayhk_ipass::{
    UnixMillis,
    enums::{Category, CodeType, Locale},
    request::{Button, LocaleContent, MoviePassExt},
    scenario::create_template::{Movie, MovieOptions},
};

fn main() {
    let _ = Movie {
        request_id: "1".to_owned(),
        merchant_id: "2160120041113167".to_owned(),
        start_date: UnixMillis(1_700_000_000_000),
        end_date: UnixMillis(1_700_000_000_000),
        code_type: CodeType::Qrcode,
        image_url: "https://example.com/picture".to_owned(),
        button: Button::new(),
        locale_info: [(Locale::EnUs, LocaleContent::new())].into(),
        merchant_logo: "https://example.com/logo".to_owned(),
        detail_link: "alipayhk://detail".to_owned(),
        categories: vec![Category::Food],
        pass_ext_info: MoviePassExt::new(),
        options: MovieOptions::new(),
    };
}
