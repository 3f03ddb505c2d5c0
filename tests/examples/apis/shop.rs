//! Forms, brackets, idempotency, pages, and HTTP that says how a call went.

use std::time::Duration;

use serde_json::{Value, json};
use stipula::client::{Client as Core, DefaultTransport, Error, RetryPolicy};

use super::{Failure, say, text};

stipula_tests::generated!(generated, "/shop");

use generated::{
    api,
    client::Client,
    request::{
        Address, CreateCustomerRequest, DeleteCustomerRequest, ListCustomersRequest,
        UpdateCustomerRequest,
    },
    response,
};

pub(crate) async fn run(task: &Value) -> Result<(), Failure> {
    let url = text(task, "url")?;
    let client = client(url, "sk_test_1")?;
    let made =
        |it: &response::Customer| json!([it.id, it.balance.as_ref().map(ToString::to_string)]);

    let request = CreateCustomerRequest::new()
        .email("a+b@example.com")
        .address(Address::new().city("São Paulo").lines(["x & y", "z"]));
    let customer = client.create_customer(&request).send().await?;
    say("created", made(&customer));
    let request = CreateCustomerRequest::new().email("poor@example.com");
    let error = failed(client.create_customer(&request).send().await)?;
    say(
        "declined",
        json!([error.result_code(), error.status().map(|it| it.as_u16())]),
    );
    let request = CreateCustomerRequest::new().email("busy@example.com");
    let customer = client.create_customer(&request).send().await?;
    say("busy, then made", made(&customer));
    let request = CreateCustomerRequest::new().email("lost@example.com");
    let customer = client.create_customer(&request).send().await?;
    say(
        "lost, then the same",
        json!([made(&customer), customer.attempts()]),
    );
    let again = client
        .create_customer(&request)
        .idempotency_key("order-7")
        .send()
        .await?;
    say("made for a key", made(&again));
    let request = CreateCustomerRequest::new().email("other@example.com");
    let other = client.create_customer(&request).idempotency_key("order-7");
    let error = failed(other.send().await)?;
    say("another with its key", error.result_code());

    let request = ListCustomersRequest::new().limit(3);
    let mut items = client.list_customers(&request).items();
    let (mut ids, mut digits) = (Vec::new(), String::new());
    while let Some(item) = items.next().await {
        let item = item?;
        digits = item.balance.map(|it| it.to_string()).unwrap_or_default();
        ids.push(item.id);
    }
    say("pages", ids);
    say("digits", digits);
    let request = ListCustomersRequest::new()
        .limit(1)
        .expand(["data.default_source"]);
    let list = client.list_customers(&request).send().await?.into_data();
    let source = list.data.into_iter().find_map(|it| it.default_source);
    let Some(response::DefaultSource::Source(source)) = source else {
        return Err("the source is no object".into());
    };
    say("expanded", source.id);

    let request = UpdateCustomerRequest::new().id("c/1 é").clear_email();
    say(
        "changed",
        client
            .update_customer(&request)
            .send()
            .await?
            .into_data()
            .id,
    );
    let request = DeleteCustomerRequest::new().id("%2F");
    client.delete_customer(&request).send().await?;
    say("deleted", true);

    let request = CreateCustomerRequest::new().email("no address");
    let error = failed(client.create_customer(&request).send().await)?;
    let places: Vec<_> = error
        .violations()
        .errors()
        .map(|it| it.pointer().to_owned())
        .collect();
    say("refused before it is sent", places);
    let request = DeleteCustomerRequest::new().id("c_1");
    let error = failed(
        self::client(url, "sk_other")?
            .delete_customer(&request)
            .send()
            .await,
    )?;
    say("wrong key", error.status().map(|it| it.as_u16()));
    Ok(())
}

fn client(url: &str, key: &str) -> Result<Client, Failure> {
    let core: Core<DefaultTransport> = Core::builder(&api::API)
        .base_url(&format!("{url}/v1"))
        .credential(&api::SECRET_KEY, key)
        .retry(RetryPolicy::default())
        .timeout(Duration::from_secs(10))
        .build()?;
    Ok(Client::from(core))
}

/// The error of a call that has to fail.
fn failed<T>(result: Result<T, Error>) -> Result<Error, Failure> {
    result.err().ok_or_else(|| "the call succeeded".into())
}
