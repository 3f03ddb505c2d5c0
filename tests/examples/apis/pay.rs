//! Signatures both ways, sealed members, addresses from answers, and signed calls that come.

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};
use http::Request;
use serde_json::{Value, json};
use stipula::Date;
use stipula::client::{Client as Core, DefaultTransport, PlatformKeys, PublicKey};

use super::{Failure, say, text};

stipula_tests::generated!(generated, "/pay");

use generated::{
    api,
    client::Client,
    notifications::{Notification, Receiver},
    request::{
        Amount, CloseOrderRequest, DownloadBillRequest, JsapiPrepayRequest, QueryOrderRequest,
        TradeBillRequest, TransferRequest,
    },
};

const KEY: &str = "0123456789abcdef0123456789abcdef";

pub(crate) async fn run(task: &Value) -> Result<(), Failure> {
    let (url, private) = (text(task, "url")?, text(task, "private")?);
    let keys = PlatformKeys::new();
    keys.insert("PUB_KEY_ID_1", PublicKey::parse(text(task, "platform")?)?);
    let core: Core<DefaultTransport> = Core::builder(&api::API)
        .base_url(url)
        .credential(&api::MCHID, "1900000001")
        .credential(&api::SERIAL_NO, "SERIAL1")
        .private_key(private)
        .verifier(keys.clone())
        .encryption_key("PUB_KEY_ID_1", text(task, "platform")?)
        .build()?;
    let client = Client::from(core);

    let request = JsapiPrepayRequest::new()
        .out_trade_no("a/b 1234")
        .amount(Amount::new().total(7).currency("CNY"));
    say(
        "prepaid",
        client
            .jsapi_prepay(&request)
            .send()
            .await?
            .into_data()
            .prepay_id,
    );
    let request = QueryOrderRequest::new()
        .out_trade_no("a/b 1234")
        .mchid("1900000001");
    let order = client.query_order(&request).send().await?.into_data();
    let total = order.amount.and_then(|it| it.total);
    say(
        "queried",
        json!([order.trade_state.map(|it| it.as_str().to_owned()), total]),
    );
    let request = QueryOrderRequest::new()
        .out_trade_no("nobody's")
        .mchid("1900000001");
    let error = client
        .query_order(&request)
        .send()
        .await
        .err()
        .ok_or("it is there")?;
    say(
        "none",
        json!([error.result_code(), error.status().map(|it| it.as_u16())]),
    );
    let hidden = !format!("{error} {error:?} {client:?}").contains(KEY);
    let request = CloseOrderRequest::new()
        .out_trade_no("a/b 1234")
        .mchid("1900000001");
    client.close_order(&request).send().await?;
    say("closed", true);
    let request = TransferRequest::new().name("张三 é").amount(1);
    client.transfer(&request).send().await?;
    say("transferred", true);
    let request = TradeBillRequest::new().bill_date("2026-11-27".parse::<Date>()?);
    let link = client.trade_bill(&request).send().await?.into_data();
    let request = DownloadBillRequest::new().download_url("https://evil.example/bill");
    let error = client.download_bill(&request).send().await.err();
    let error = error.ok_or("it was asked")?.to_string();
    say("elsewhere", error.contains("`evil.example`, and only"));
    let request = DownloadBillRequest::new().download_url(link.download_url);
    let bill = client.download_bill(&request).send().await?.into_data();
    say("bill", BASE64.encode(bill.0));

    notified(task, keys)?;
    say("hidden", hidden);
    Ok(())
}

/// A call that comes, and the same with another body.
fn notified(task: &Value, keys: PlatformKeys) -> Result<(), Failure> {
    let receiver = Receiver::builder()
        .verifier(keys)
        .credential(&api::API_V3_KEY, KEY)
        .build()?;
    let body = text(task, "body")?;
    let call = |body: &str| {
        let mut request = Request::post("/paid");
        for (name, value) in task["headers"].as_object().into_iter().flatten() {
            request = request.header(name, value.as_str().unwrap_or_default());
        }
        request.body(body.as_bytes().to_vec())
    };
    let received = receiver.receive(&call(body)?)?;
    let status = received.answer::<Vec<u8>>().status().as_u16();
    let Notification::Paid(paid) = received.into_notification() else {
        return Err("another kind".into());
    };
    let order = paid.resource.ok_or("no order")?.0;
    let state = order.trade_state.map(|it| it.as_str().to_owned());
    say("notified", json!([order.out_trade_no, state, status]));
    let error = receiver
        .receive(&call(&format!("{body} "))?)
        .err()
        .ok_or("it was taken")?;
    say("changed", error.answer::<Vec<u8>>().status().as_u16());
    Ok(())
}
