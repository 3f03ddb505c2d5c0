//! Sends the requests of the documentation's examples and prints the typed answers.
//!
//! Reads `STIPULA_BASE_URL`, `STIPULA_CLIENT_ID`, `STIPULA_PRIVATE_KEY` (yours) and
//! `STIPULA_PLATFORM_KEY` (theirs); keys as PEM or bare base64. Without a server of your own,
//! `.ci/loopback.py` starts one on this machine that checks signatures and prints all four.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{
    Client, UnixMillis,
    enums::{
        BtnType, Category, CodeStandard, CodeType, Exposure, Locale, OrderStatus, Product,
        TemplateType, UrlType,
    },
    request::{
        AdmissionPassExt, Button, CreateTemplateRequest, GiftCardPassExt, LocaleContent,
        LocaleExtInfo, MoviePassExt, MovieTicketContext, MovieTicketRequest, QueryTemplateRequest,
    },
};

const PICTURE: &str = "https://example.com/picture.png";
const SALES_PAGE: &str =
    "alipayhk://platformapi/startapp?appId=2160003634301234&page=pages%2Fdetail";
const MOVIE_TICKET: &str = include_str!("movie-ticket.json");

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder()
        .base_url(&env::var("STIPULA_BASE_URL")?)
        .client_id(env::var("STIPULA_CLIENT_ID")?)
        .private_key(&env::var("STIPULA_PRIVATE_KEY")?)
        .platform_key(&env::var("STIPULA_PLATFORM_KEY")?)
        .build()?;
    for (name, request) in [
        ("movie", movie()),
        ("admission", admission()),
        ("flight", flight()),
        ("gift card", gift_card()),
    ] {
        let answer = client.create_template(&request).send().await?;
        for warning in answer.warnings().iter() {
            println!("{name}: warning: {warning}");
        }
        let template = answer.into_data();
        println!(
            "{name}: template {:?}, status {:?}",
            template.template_code, template.status
        );
    }

    let ticket: MovieTicketRequest = serde_json::from_str(MOVIE_TICKET)?;
    let context = MovieTicketContext::new(OrderStatus::Ticketed);
    let pass = client.movie_ticket(&ticket, &context).send().await?;
    println!("movie ticket: pass {:?}", pass.data.pass_id);

    let query = QueryTemplateRequest::new()
        .merchant_id("2160120041113167")
        .template_code("82022031100135000000000000626075");
    let found = client.query_template(&query).send().await?;
    println!(
        "query: trace {:?}, {:?}",
        found.trace_id(),
        found.data.status
    );
    Ok(())
}

/// What every template of the examples has.
fn template(id: &str, kind: TemplateType, product: Product) -> CreateTemplateRequest {
    CreateTemplateRequest::new()
        .request_id(id)
        .merchant_id("2160120041113167")
        .start_date(UnixMillis(1_712_478_362_838))
        .end_date(UnixMillis(4_079_233_562_000))
        .r#type(kind)
        .product(product)
        .code_type(CodeType::Qrcode)
        .code_standard(CodeStandard::Qrcode)
        .image_url(PICTURE)
        .merchant_logo(PICTURE)
        .button(Button::new().btn_type(BtnType::None))
}

fn content(name: &str, sub_name: &str) -> LocaleContent {
    LocaleContent::new()
        .name(name)
        .sub_name(sub_name)
        .description("Show the ticket to the staff at the entrance.")
        .brand_name("ACX")
}

fn movie() -> CreateTemplateRequest {
    let cast = LocaleExtInfo::new().level("I").director("Mike Mitchell");
    template("1263848959000000001", TemplateType::Ticket, Product::Movie)
        .order_page_link(SALES_PAGE)
        .detail_link(SALES_PAGE)
        .categories([Category::Movie])
        .exposure(Exposure::Exposed)
        .pass_ext_info(
            MoviePassExt::new()
                .artificial_sort_no("10")
                .session_total("10"),
        )
        .locale_info([
            (Locale::ZhHk, content("功夫熊貓4", "動畫 喜劇 冒險")),
            (
                Locale::EnUs,
                content("Kung Fu Panda 4", "Animation").locale_ext_info(cast),
            ),
        ])
}

fn admission() -> CreateTemplateRequest {
    let place = AdmissionPassExt::new()
        .tags(["PARENT_CHILD"])
        .country("156")
        .province("810000")
        .city("810000")
        .district("810015")
        .business_area("81001501")
        .sold_num(1000)
        .user_num(8931)
        .rating("4.3")
        .rate_num(7323);
    template("1263848959000000002", TemplateType::Ticket, Product::Pass)
        .order_page_link(SALES_PAGE)
        .detail_link(SALES_PAGE)
        .categories([Category::from("0002000100020002")])
        .exposure(Exposure::Exposed)
        .pass_ext_info(place)
        .locale_info([(Locale::EnUs, content("One-day pass", "Special price"))])
}

fn flight() -> CreateTemplateRequest {
    template(
        "1263848959000000003",
        TemplateType::Ticket,
        Product::AirTicket,
    )
    .categories([Category::Transportation])
    .locale_info([(Locale::EnUs, content("Hong Kong to Shanghai", "Economy"))])
}

fn gift_card() -> CreateTemplateRequest {
    template(
        "1263848959000000004",
        TemplateType::Coupon,
        Product::GiftCard,
    )
    .code_type(CodeType::Barcode)
    .code_standard(CodeStandard::Code128)
    .button(
        Button::new()
            .btn_type(BtnType::Payment)
            .url_type(UrlType::CustomBtn)
            .btn_url("https://example.com"),
    )
    .stock(10_000)
    .order_page_link(SALES_PAGE)
    .categories([Category::Food])
    .exposure(Exposure::Exposed)
    .biz_mids(["2160124044445610", "2160124044445611"])
    .pass_ext_info(GiftCardPassExt::new().country("156").rating("5"))
    .locale_info([(Locale::EnUs, content("Gift card", "For everything"))])
}
