//! Bodies that break nothing, made from the examples of the spec.

use serde_json::{Value, json};
use stipula_generator::model::{Api, Body};

/// A body of an operation.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    /// `operation.example`.
    pub(crate) name: String,
    /// Operation.
    pub(crate) operation: String,
    /// Status that is given beside the body.
    pub(crate) status: Option<String>,
    /// The body.
    pub(crate) body: Value,
}

/// Every request example, mended where it is only doubtful; the overlay in each of its states,
/// and on top of a coupon as well as of a ticket.
pub(crate) fn all(api: &Api) -> Vec<Base> {
    let mut bases = Vec::new();
    for operation in &api.operations {
        for example in operation
            .examples
            .iter()
            .filter(|it| it.body == Body::Request)
        {
            let mut body = canonical(example.json.clone());
            mend(&mut body);
            bases.push(Base {
                name: format!("{}.{}", operation.name, example.name),
                operation: operation.name.clone(),
                status: None,
                body,
            });
        }
    }
    let find = |operation: &str, product: &str| {
        let found = bases
            .iter()
            .find(|it| it.operation == operation && it.body["product"] == product);
        found.expect("an example of this product").body.clone()
    };
    let film = find("movieTicket", "MOVIE");
    let mut card = find("createPass", "GIFT_CARD");
    card["extInfo"] = film["extInfo"].clone();
    bases.retain(|base| base.operation != "movieTicket");
    for (status, body) in [
        ("TICKETED", film.clone()),
        ("REFUNDED", film),
        ("USED", card),
    ] {
        bases.push(Base {
            name: format!("movieTicket.{status}"),
            operation: "movieTicket".to_owned(),
            status: Some(status.to_owned()),
            body,
        });
    }
    bases
}

/// Empty texts count as absent in this API, and an alias is read as the name.
fn canonical(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null() && *value != "")
            .map(|(name, value)| {
                let name = if name == "codeInfo" && value.get("code_value").is_some() {
                    "code_info".to_owned()
                } else {
                    name
                };
                (name, canonical(value))
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(canonical).collect(),
        other => other,
    }
}

/// The page's own samples sell above the original price, and rate without a decimal.
fn mend(body: &mut Value) {
    if let Some(price) = body.get_mut("currentAmountCent") {
        *price = json!(900);
    }
    if let Some(rating) = body.pointer_mut("/passExtInfo/rating") {
        *rating = json!("4.3");
    }
}
