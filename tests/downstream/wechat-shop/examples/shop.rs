//! A day of a tea shop that is paid by WeChat Pay: a guest orders and pays, and one cup comes back.
//!
//! `cargo run --example shop` plays it against the fake, so it needs neither a merchant nor a network. A real
//! shop builds client and receiver with its own numbers and keys, and gives what its web server gets to `hear`.

use std::{collections::BTreeMap, error::Error, fmt};

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};
use http::{Request, Response};
use serde_json::{Value, json};
use stipula::client::{PrivateKey, SignatureAlgorithm, Signer as _};
use stipula::fake::{Answer, NotifyFault};
use wechat_shop::{
    client::Client,
    enums::{Currency, RefundStatus},
    fake,
    notifications::{Notification, PAID, REFUNDED, Receiver},
    request::{
        CreateRefundRequest, JsapiPrepayRequest, OrderAmount, Payer, QueryOrderByOutTradeNoRequest,
        RefundRequestAmount,
    },
    response::{RefundNotice, Transaction},
};

const APP: &str = "wxd678efh567hg6787";
const MERCHANT: &str = "1900009191";

/// What a cup of tea costs, in cents.
const CUP: i64 = 1300;

type Failure = Box<dyn Error>;

struct Shop {
    client: Client,
    hook: Receiver,
    key: PrivateKey,
    orders: BTreeMap<String, Order>,
}

struct Order {
    total: i64,
    state: State,
}

#[derive(Debug, PartialEq)]
enum State {
    Placed,
    Paid,
    Refunded,
}

impl Shop {
    /// Places an order, and gives what the page of the guest hands to WeChat.
    async fn order(&mut self, number: &str, guest: &str, cups: i64) -> Result<Value, Failure> {
        let total = cups * CUP;
        let request = JsapiPrepayRequest::new()
            .appid(APP)
            .mchid(MERCHANT)
            .description(format!("{cups} cups of tea"))
            .out_trade_no(number)
            .notify_url("https://tea.example/wechat-pay")
            .amount(OrderAmount::new().total(total))
            .payer(Payer::new().openid(guest));
        let placed = self.client.jsapi_prepay(&request).send().await?.into_data();
        let state = State::Placed;
        self.orders
            .insert(number.to_owned(), Order { total, state });
        self.page(&placed.prepay_id)
    }

    /// The page proves as well that the order is the shop's.
    fn page(&self, prepay_id: &str) -> Result<Value, Failure> {
        let (time, nonce) = ("1743393600", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS");
        let package = format!("prepay_id={prepay_id}");
        let signed = self
            .key
            .sign(format!("{APP}\n{time}\n{nonce}\n{package}\n").as_bytes())?;
        Ok(json!({
            "appId": APP, "timeStamp": time, "nonceStr": nonce, "package": package,
            "signType": "RSA", "paySign": BASE64.encode(signed),
        }))
    }

    /// Whatever comes to the address of notifications. Who cannot prove to be WeChat Pay is told so.
    fn hear(&mut self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        let received = match self.hook.receive(request) {
            Ok(received) => received,
            Err(error) => return error.answer(),
        };
        match received.notification() {
            Notification::Paid(told) => self.paid(&told.resource.0),
            Notification::Refunded(told) => self.refunded(&told.resource.0),
            _ => {}
        }
        received.answer()
    }

    /// An order is paid when all of it is. It may be told twice.
    fn paid(&mut self, told: &Transaction) {
        let paid = told.amount.as_ref().and_then(|it| it.total);
        if let Some(order) = self.orders.get_mut(&told.out_trade_no)
            && order.state == State::Placed
            && paid == Some(order.total)
        {
            order.state = State::Paid;
        }
    }

    fn refunded(&mut self, told: &RefundNotice) {
        let number = told.out_trade_no.as_deref().unwrap_or_default();
        if let Some(order) = self.orders.get_mut(number)
            && told.refund_status == Some(RefundStatus::Success)
        {
            order.state = State::Refunded;
        }
    }

    /// Asks, where no notification came.
    async fn ask(&mut self, number: &str) -> Result<(), Failure> {
        let request = QueryOrderByOutTradeNoRequest::new()
            .out_trade_no(number)
            .mchid(MERCHANT);
        let order = self
            .client
            .query_order_by_out_trade_no(&request)
            .send()
            .await?;
        self.paid(&order.data);
        Ok(())
    }

    /// Gives cups back. The number of the refund makes a second try the same refund.
    async fn refund(&mut self, number: &str, cups: i64, why: &str) -> Result<(), Failure> {
        let order = self.orders.get(number).ok_or("there is no such order")?;
        let amount = RefundRequestAmount::new()
            .refund(cups * CUP)
            .total(order.total)
            .currency(Currency::Cny);
        let request = CreateRefundRequest::new()
            .out_trade_no(number)
            .out_refund_no(format!("{number}-1"))
            .reason(why)
            .notify_url("https://tea.example/wechat-pay")
            .amount(amount);
        self.client.create_refund(&request).send().await?;
        Ok(())
    }
}

impl fmt::Display for Shop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut orders = self.orders.iter();
        orders
            .try_for_each(|(number, it)| write!(f, "{number}: {} cents, {:?}", it.total, it.state))
    }
}

/// Plays the day, and tells of it by `say`.
pub async fn day(mut say: impl FnMut(String)) -> Result<(), Failure> {
    let platform = fake::start()?;
    let mut shop = Shop {
        client: platform.builder().build()?.into(),
        hook: platform.receiver().build()?,
        key: PrivateKey::parse_for(platform.private_key(), SignatureAlgorithm::RsaSha256)?,
        orders: BTreeMap::new(),
    };

    platform.next(Answer::body(r#"{ "prepay_id": "wx2025033112000001" }"#));
    let page = shop
        .order("TEA-0001", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", 2)
        .await?;
    say(format!("the page gets {}", page["package"]));
    say(shop.to_string());

    let paid = json!({
        "id": "EV-1", "event_type": "TRANSACTION.SUCCESS", "resource_type": "encrypt-resource",
        "resource": {
            "mchid": MERCHANT, "out_trade_no": "TEA-0001", "transaction_id": "4200000000000000000000000001",
            "trade_state": "SUCCESS", "trade_state_desc": "paid", "amount": { "total": 2600, "payer_total": 2600 },
        },
    });
    let forged = platform.notify(&PAID, &paid).fault(NotifyFault::WrongKey);
    say(format!(
        "a forger is answered {}",
        shop.hear(&forged.request()).status()
    ));
    say(shop.to_string());
    let told = platform.notify(&PAID, &paid).request();
    say(format!(
        "WeChat Pay is answered {}",
        shop.hear(&told).status()
    ));
    say(shop.to_string());
    platform.next(Answer::body(paid["resource"].to_string()));
    shop.ask("TEA-0001").await?;

    if let Err(refused) = shop.refund("TEA-0001", 3, "All of it was cold").await {
        say(refused.to_string());
    }
    shop.refund("TEA-0001", 1, "One cup was cold").await?;
    let refunded = json!({
        "id": "EV-2", "event_type": "REFUND.SUCCESS", "resource_type": "encrypt-resource",
        "resource": {
            "mchid": MERCHANT, "out_trade_no": "TEA-0001", "out_refund_no": "TEA-0001-1", "refund_status": "SUCCESS",
            "amount": { "total": 2600, "refund": 1300 },
        },
    });
    let told = platform.notify(&REFUNDED, &refunded).request();
    say(format!(
        "WeChat Pay is answered {}",
        shop.hear(&told).status()
    ));
    say(shop.to_string());
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    day(|told| println!("{told}")).await
}
