//! Sales: an order becomes a pass, once.

use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use alipayhk_ipass::{
    Client, UnixMillis, Violations,
    codes::CreatePassCode,
    enums::{BizSerialType, Product},
    request::{CodeInfo, CreatePassRequest},
    scenario::create_pass::{Ticket, TicketOptions},
    stipula::client::{Error, ErrorKind, Outcome},
};
use serde::{Deserialize, Serialize};

use crate::metrics::Metrics;

pub struct Office {
    client: Client,
    merchant: String,
    template: String,
    pub metrics: Metrics,
}

/// An order. Its serial number makes a repetition harmless.
#[derive(Deserialize)]
pub struct Order {
    pub serial: String,
    pub buyer: String,
    pub code: String,
    pub valid_from: i64,
    pub valid_until: i64,
}

/// How a sale ended.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum Sale {
    /// The buyer has the ticket; its id is unknown when an earlier answer was lost.
    Sold { pass: Option<String> },
    /// The buyer does not get it.
    Refused { code: Option<String>, why: String },
    /// Nobody knows: order again with the same serial number.
    Open,
    /// The order cannot be carried out as it is.
    Invalid { why: Vec<String> },
}

impl Office {
    pub fn new(client: Client, merchant: &str, template: &str) -> Arc<Self> {
        Arc::new(Self {
            client,
            merchant: merchant.to_owned(),
            template: template.to_owned(),
            metrics: Metrics::default(),
        })
    }

    pub async fn sell(&self, order: Order) -> Sale {
        let request = match self.request(order) {
            Ok(request) => request,
            Err(broken) => return self.counted(invalid(&broken)),
        };
        let answer = self.client.create_pass(&request).send().await;
        let attempts = answer
            .as_ref()
            .map_or_else(Error::attempts, |it| it.attempts());
        self.metrics.attempts.add(attempts.into());
        let sale = match answer {
            Ok(pass) => Sale::Sold {
                pass: pass.into_data().pass_id,
            },
            Err(error) => failed(&error),
        };
        self.counted(sale)
    }

    fn request(&self, order: Order) -> Result<CreatePassRequest, Violations> {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Ticket {
            merchant_id: self.merchant.clone(),
            template_code: self.template.clone(),
            biz_serial_id: order.serial,
            biz_serial_type: BizSerialType::OutPlatForm,
            start_date: UnixMillis(order.valid_from),
            end_date: UnixMillis(order.valid_until),
            biz_create: UnixMillis(i64::try_from(now.as_millis()).unwrap_or(i64::MAX)),
            product: Product::Pass,
            code_info: CodeInfo::new()
                .code_value(&*order.code)
                .code_message(&*order.code),
            data_info: [("$ticketName_en_US$".into(), "Admission".into())].into(),
            options: TicketOptions::new().open_id(order.buyer),
        }
        .build()
    }

    fn counted(&self, sale: Sale) -> Sale {
        let count = match &sale {
            Sale::Sold { .. } => &self.metrics.sold,
            Sale::Refused { .. } => &self.metrics.refused,
            Sale::Open => &self.metrics.open,
            Sale::Invalid { .. } => &self.metrics.invalid,
        };
        count.add(1);
        sale
    }
}

fn invalid(broken: &Violations) -> Sale {
    Sale::Invalid {
        why: broken.errors().map(|it| it.to_string()).collect(),
    }
}

fn failed(error: &Error) -> Sale {
    if error.code() == Some(CreatePassCode::PassHasExist) {
        return Sale::Sold { pass: None };
    }
    match (error.kind(), error.outcome()) {
        (ErrorKind::Invalid, _) => invalid(error.violations()),
        (_, Outcome::Unknown) => Sale::Open,
        _ => Sale::Refused {
            code: error.result_code().map(str::to_owned),
            why: error.to_string(),
        },
    }
}
