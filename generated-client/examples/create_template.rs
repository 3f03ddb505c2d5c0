//! Registers the template of a film ticket: `cargo run --example create_template`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{
    Client, UnixMillis, Violations,
    enums::{BtnType, Category, CodeStandard, CodeType, Exposure, Locale},
    request::{Button, CreateTemplateRequest, LocaleContent, MoviePassExt},
    scenario::create_template::{Movie, MovieOptions},
};

const PICTURE: &str = "https://example.com/picture.png";
const PAGE: &str = "alipayhk://platformapi/startapp?appId=2160003634301234";

/// What a film template needs are members of `Movie`: a forgotten one does not compile.
pub(crate) fn request(request_id: String) -> Result<CreateTemplateRequest, Violations> {
    let text = LocaleContent::new()
        .name("Kung Fu Panda 4")
        .sub_name("Animation")
        .description("Show the ticket to the staff at the entrance.")
        .brand_name("ACX");
    Movie {
        request_id,
        merchant_id: "2160120041113167".into(),
        start_date: UnixMillis(1_712_478_362_838),
        end_date: UnixMillis(4_079_233_562_000),
        code_type: CodeType::Qrcode,
        image_url: PICTURE.into(),
        merchant_logo: PICTURE.into(),
        button: Button::new().btn_type(BtnType::None),
        order_page_link: PAGE.into(),
        detail_link: PAGE.into(),
        categories: vec![Category::Movie],
        pass_ext_info: MoviePassExt::new()
            .artificial_sort_no("10")
            .session_total("10"),
        locale_info: [(Locale::EnUs, text)].into(),
        options: MovieOptions::new()
            .code_standard(CodeStandard::Qrcode)
            .exposure(Exposure::Exposed),
    }
    .build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder()
        .environment("testing")
        .client_id(env::var("STIPULA_CLIENT_ID")?)
        .private_key(&env::var("STIPULA_PRIVATE_KEY")?)
        .platform_key(&env::var("STIPULA_PLATFORM_KEY")?)
        .build()?;
    // Nobody documents what a second template with the same id gives, so a lost answer is an error.
    let request = request(client.core().new_id()?)?;
    let template = client.create_template(&request).send().await?;
    println!("{:?}: {:?}", template.template_code, template.status);
    Ok(())
}
