//! Serves, calls and is called as `.ci/wechat-pay.py` says, one JSON object per line.
//!
//! - `"serve"` where a fake listens, and its keys;
//! - `{"next": {…}}` the body of its next answer; `"received"` what it has received since the last time;
//! - `{"notify": ["paid", {…}]}` a notification of it, of that kind and with that body;
//! - `{"receive": {"headers", "body", "public", "id", "key"}}` what a receiver makes of a notification;
//! - `{"call": {"url", "private", "public", "id", "key"}}` how every operation of another server went.

use std::{
    collections::BTreeMap,
    error::Error,
    fmt::Debug,
    io::{self, BufRead as _},
};

use serde::Deserialize;
use serde_json::{Map, Value, json};
use stipula::client::{
    Client as Core, DefaultTransport, Error as ClientError, PlatformKeys, PublicKey, RetryPolicy,
    SignatureAlgorithm,
};
use stipula::fake::{Answer, Fake};
use wechat_shop::{
    api,
    client::Client,
    fake,
    notifications::{Notification, PAID, REFUNDED, Receiver},
    request::{
        CloseOrderRequest, DownloadBillRequest, GetCertificatesRequest, GetFundFlowBillRequest,
        GetTradeBillRequest, QueryOrderByIdRequest, QueryOrderByOutTradeNoRequest,
        QueryRefundRequest, QueryTransferRequest,
    },
    response::Failure,
};

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Task {
    Serve,
    Next(Value),
    Received,
    Notify(String, Value),
    Receive(Came),
    Call(Server),
}

/// A notification as it came, and the keys to take it with.
#[derive(Deserialize)]
struct Came {
    headers: BTreeMap<String, String>,
    body: String,
    public: String,
    id: String,
    key: String,
}

/// Another server, its key, and ours.
#[derive(Deserialize)]
struct Server {
    url: String,
    private: String,
    public: String,
    id: String,
    key: String,
}

type Answered = Result<Value, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let fake = fake::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut seen = 0;
    for line in io::stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Task::Serve => serve(&fake),
            Task::Next(body) => {
                fake.next(Answer::body(body.to_string()));
                Value::Null
            }
            Task::Received => {
                let all = fake.requests();
                let told = all[seen..].iter().map(|it| {
                    let refusal = it.verdict.refusal().map(|it| format!("{it:?}"));
                    json!([it.operation, refusal, String::from_utf8_lossy(&it.body)])
                });
                let told = Value::from_iter(told);
                seen = all.len();
                told
            }
            Task::Notify(kind, body) => notify(&fake, &kind, &body),
            Task::Receive(came) => receive(&came)?,
            Task::Call(server) => runtime.block_on(call(&server))?,
        };
        println!("{answer}");
    }
    Ok(())
}

fn serve(fake: &Fake) -> Value {
    json!({
        "url": fake.url(),
        "private": fake.private_key(),
        "public": fake.platform_key(),
        "id": fake.platform_key_id(),
        "key": fake.seal_key(),
        // What every credential of a fake is.
        "merchant": "FAKE0SECRET",
    })
}

fn notify(fake: &Fake, kind: &str, body: &Value) -> Value {
    let notice = if kind == "paid" { &PAID } else { &REFUNDED };
    let request = fake.notify(notice, body).request::<Vec<u8>>();
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    json!({
        "headers": headers.collect::<BTreeMap<_, _>>(),
        "body": String::from_utf8_lossy(request.body()),
    })
}

fn receive(came: &Came) -> Answered {
    let keys = PlatformKeys::new();
    keys.insert(&came.id, PublicKey::parse(&came.public)?);
    let builder = Receiver::builder().verifier(keys);
    let receiver = builder.credential(&api::API_V3_KEY, &came.key).build()?;
    let mut request = http::Request::post("/hook");
    for (name, value) in &came.headers {
        request = request.header(name, value);
    }
    Ok(match receiver.receive(&request.body(&came.body)?) {
        Ok(received) => {
            let status = received.answer::<Vec<u8>>().status().as_u16();
            let told = match received.notification() {
                Notification::Paid(it) => json!([
                    it.resource.0.out_trade_no,
                    it.resource.0.trade_state.as_str(),
                    it.resource.0.payer.as_ref().map(|it| &it.openid),
                ]),
                Notification::Refunded(it) => json!([
                    it.resource.0.out_refund_no,
                    it.resource.0.refund_status.as_ref().map(|it| it.as_str()),
                    it.resource.0.user_received_account,
                ]),
                _ => Value::Null,
            };
            let hidden = !format!("{received:?}").contains('票');
            json!({ "kind": received.kind(), "told": told, "status": status, "hidden": hidden })
        }
        Err(error) => json!({ "error": format!("{:?}", error.kind()) }),
    })
}

/// How a call went: what was answered, or why not.
fn went<T: Debug>(result: Result<T, ClientError>) -> Value {
    match result {
        Ok(data) => json!(format!("{data:?}")),
        Err(error) => json!({
            "why": error.verification_error().map(|it| format!("{it:?}")),
            "code": error.result_code(),
            "field": error.detail::<Failure>().and_then(|it| it.detail).and_then(|it| it.field),
            "error": error.to_string(),
        }),
    }
}

/// A body of the spec's examples as a request.
macro_rules! example {
    ($name:literal) => {
        serde_json::from_str(include_str!(concat!(
            "../../../../spec/wechat-pay/examples/",
            $name
        )))
    };
}

async fn call(server: &Server) -> Answered {
    let keys = PlatformKeys::new();
    keys.insert(&server.id, PublicKey::parse(&server.public)?);
    let core: Core<DefaultTransport> = Core::builder(&api::API)
        .base_url(&server.url)
        .credential(&api::MCHID, "1900009191")
        .credential(&api::SERIAL_NO, "1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C")
        .credential(&api::API_V3_KEY, &server.key)
        .private_key(&server.private)
        .verifier(keys.clone())
        .encryption_key(&server.id, &server.public)
        .retry(RetryPolicy::none())
        .build()?;
    let client = Client::from(core);
    let mut told = Map::new();
    macro_rules! tell {
        ($operation:ident, $request:expr) => {
            tell!($operation, $request, |data| data)
        };
        ($operation:ident, $request:expr, |$data:ident| $of:expr) => {{
            let sent = client.$operation(&$request).send().await;
            let went = went(sent.map(|it| {
                let $data = it.into_data();
                $of
            }));
            told.insert(stringify!($operation).to_owned(), went);
        }};
    }
    tell!(jsapi_prepay, example!("jsapi-prepay.json")?, |it| it
        .prepay_id);
    tell!(native_prepay, example!("native-prepay.json")?, |it| it
        .code_url);
    tell!(app_prepay, example!("app-prepay.json")?, |it| it.prepay_id);
    tell!(h5_prepay, example!("h5-prepay.json")?, |it| it.h5_url);
    let number = "TEA_2|2*-1";
    let by_id = QueryOrderByIdRequest::new()
        .transaction_id("4200000000000000000000000001")
        .mchid("1900009191");
    tell!(query_order_by_id, by_id, |it| it.out_trade_no);
    let by_number = QueryOrderByOutTradeNoRequest::new()
        .out_trade_no(number)
        .mchid("1900009191");
    tell!(query_order_by_out_trade_no, by_number, |it| it
        .trade_state
        .as_str()
        .to_owned());
    let close = CloseOrderRequest::new()
        .out_trade_no(number)
        .mchid("1900009191");
    tell!(close_order, close);
    tell!(create_refund, example!("create-refund.json")?, |it| it
        .status
        .as_str()
        .to_owned());
    let refund = QueryRefundRequest::new().out_refund_no("TEA@1|*");
    tell!(query_refund, refund, |it| it.refund_id);
    let day: stipula::Date = "2026-11-27".parse()?;
    let trades = GetTradeBillRequest::new().bill_date(day.clone());
    let link = client
        .get_trade_bill(&trades)
        .send()
        .await?
        .into_data()
        .download_url;
    tell!(get_trade_bill, trades, |it| it.hash_value);
    tell!(
        get_fund_flow_bill,
        GetFundFlowBillRequest::new().bill_date(day),
        |it| it.hash_value
    );
    tell!(
        download_bill,
        DownloadBillRequest::new().download_url(link),
        |it| it.0.len()
    );
    let mut transfer: Value = example!("create-transfer.json")?;
    transfer["transfer_amount"] = json!(200_000);
    transfer["user_name"] = json!("张三 é");
    let transfer = serde_json::from_value(transfer)?;
    tell!(create_transfer, transfer, |it| it.state.as_str().to_owned());
    let query = QueryTransferRequest::new().out_bill_no("GIFT20250331A");
    tell!(query_transfer, query, |it| it.transfer_bill_no);
    // An answer by a key that is not known yet, then by one that was handed out.
    let renewed = QueryOrderByIdRequest::new()
        .transaction_id("renewed")
        .mchid("1900009191");
    let before = went(
        client
            .query_order_by_id(&renewed)
            .send()
            .await
            .map(|it| it.into_data().mchid),
    );
    let certificates = client
        .get_certificates(&GetCertificatesRequest::new())
        .send()
        .await?;
    let ids = keys.update_from(&certificates.data, SignatureAlgorithm::RsaSha256)?;
    told.insert("get_certificates".to_owned(), json!([before["why"], ids]));
    tell!(query_order_by_id, renewed, |it| it.out_trade_no);
    let nobody = QueryOrderByOutTradeNoRequest::new()
        .out_trade_no("nobody")
        .mchid("1900009191");
    let nobody = client.query_order_by_out_trade_no(&nobody).send().await;
    told.insert("nobody".to_owned(), went(nobody.map(|_| ())));
    Ok(Value::Object(told))
}
