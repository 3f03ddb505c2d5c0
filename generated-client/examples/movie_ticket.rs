//! Reports that a film ticket is ready: `cargo run --example movie_ticket`.

#![allow(clippy::print_stdout)] // an example shows what it got

use std::{env, error::Error};

use alipayhk_ipass::{
    Client, UnixMillis, Violations,
    enums::{BizSerialType, Locale, OrderStatus, Product, TemplateType},
    request::{
        CodeInfo, Money, MovieCodeInfo, MovieExtInfo, MovieLocale, MovieTicketContext,
        MovieTicketRequest, TicketInfo,
    },
};

const FROM: UnixMillis = UnixMillis(1_740_998_266_927);
const UNTIL: UnixMillis = UnixMillis(1_741_001_866_927);
const TEMPLATE: &str = "22025030300135606000000015385502";

/// The status is not sent; it decides what the body has to hold.
pub(crate) fn request(context: &MovieTicketContext) -> Result<MovieTicketRequest, Violations> {
    let money = |value: &str| Money::new().value(value).currency("HKD");
    MovieTicketRequest::new()
        .merchant_id("2160120041113167")
        .user_id("2102200000000001")
        .template_code(TEMPLATE)
        .biz_serial_id("P2046")
        .biz_serial_type(BizSerialType::OutPlatForm)
        .start_date(FROM)
        .end_date(UNTIL)
        .biz_create(FROM)
        .r#type(TemplateType::Ticket)
        .product(Product::Movie)
        .code_info(CodeInfo::new().code_value("7001").code_message("7001"))
        .data_info([("$ticketName_en_US$", "AlipayHK Cinema")])
        .trade_no("2123094382159431592739568123")
        .amount(money("10000"))
        .pay_amount(money("2000"))
        .ext_info(film())
        .build(context)
}

fn film() -> MovieExtInfo {
    let text = MovieLocale::new()
        .cinema_name("AlipayHK Cinema")
        .cinema_house("House 1")
        .address("1 Matheson Street, Causeway Bay, Hong Kong")
        .movie_attributes(["2D", "120 Mins", "Action", "IIA"])
        .movie_seats(["F20"])
        .ticket_info_list([TicketInfo::new().ticket_level("Adult").count("1")])
        .platform_name("AlipayHK")
        .platform_logo("https://example.com/logo.png");
    MovieExtInfo::new()
        .merchant_bill_id("P2046")
        .merchant_bill_detail("alipayhk://platformapi/startapp?appId=2102000032500019")
        .code_info(MovieCodeInfo::new().code_value("7001").code_msg("7001"))
        .template_code(TEMPLATE)
        .available_time(FROM)
        .expired_time(UNTIL)
        .start_time(FROM)
        .end_time(UNTIL)
        .available_times("1")
        .multi_lang([(Locale::EnUs, text)])
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder()
        .environment("testing")
        .client_id(env::var("STIPULA_CLIENT_ID")?)
        .private_key(&env::var("STIPULA_PRIVATE_KEY")?)
        .platform_key(&env::var("STIPULA_PLATFORM_KEY")?)
        .build()?;
    let context = MovieTicketContext::new(OrderStatus::Ticketed);
    let request = request(&context)?;
    let pass = client.movie_ticket(&request, &context).send().await?;
    println!("{:?}, done before: {}", pass.pass_id, pass.already_done());
    Ok(())
}
