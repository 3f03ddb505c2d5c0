//! A secret in the address, `ok` in every answer, files, unions, and calls that come.

use http::Request;
use serde_json::{Value, json};
use stipula::File;
use stipula::client::{Client as Core, DefaultTransport};

use super::{Failure, say, text};

stipula_tests::generated!(generated, "/bot");

use generated::{
    api,
    client::Client,
    notifications::{Notification, Receiver},
    request::{
        Button, EditMessageTextRequest, GetUpdatesRequest, InlineKeyboardMarkup,
        SendMessageRequest, SendPhotoRequest, SetWebhookRequest,
    },
    response,
};

pub(crate) async fn run(task: &Value) -> Result<(), Failure> {
    let (url, token) = (text(task, "url")?, text(task, "token")?);
    let core: Core<DefaultTransport> = Core::builder(&api::API)
        .base_url(&format!("{url}/bot{{token}}"))
        .credential(&api::TOKEN, token)
        .build()?;
    let client = Client::from(core);

    let buttons = InlineKeyboardMarkup::new().inline_keyboard([vec![
        Button::new().text("yes").callback_data("y"),
        Button::new().text("more").url("https://example.com/?a=b"),
    ]]);
    let request = SendMessageRequest::new()
        .chat_id(42)
        .text("x é")
        .reply_markup(buttons);
    let message = client.send_message(&request).send().await?;
    say("sent", json!([message.message_id, message.text]));

    let file = File::new("a b.png", (0..=255).collect::<Vec<u8>>()).with_content_type("image/png");
    let request = SendPhotoRequest::new()
        .chat_id("@somebody".to_owned())
        .photo(file)
        .caption("“é” --x\r\ny");
    say(
        "photo",
        client
            .send_photo(&request)
            .send()
            .await?
            .into_data()
            .message_id,
    );

    let request = EditMessageTextRequest::new()
        .inline_message_id("i")
        .text("new");
    match client.edit_message_text(&request).send().await?.into_data() {
        response::EditMessageTextResponse::Boolean(it) => say("edited", it),
        other => return Err(format!("{other:?}").into()),
    }
    let request = EditMessageTextRequest::new()
        .chat_id(42)
        .message_id(8)
        .text("new");
    match client.edit_message_text(&request).send().await?.into_data() {
        response::EditMessageTextResponse::Message(it) => say("edited message", it.message_id),
        other => return Err(format!("{other:?}").into()),
    }

    let updates = client
        .get_updates(&GetUpdatesRequest::new().limit(2))
        .send()
        .await?;
    let states = updates.iter().map(|it| match &it.chat_member {
        Some(response::ChatMember::Left(_)) => json!("left"),
        Some(response::ChatMember::Other(it)) => it["status"].clone(),
        other => json!(format!("{other:?}")),
    });
    say("updates", states.collect::<Vec<_>>());
    let request = SetWebhookRequest::new().url("https://example.com/hook");
    say(
        "webhook",
        client.set_webhook(&request).send().await?.into_data(),
    );

    let request = SendMessageRequest::new().chat_id(42).text("forbidden");
    let error = client
        .send_message(&request)
        .send()
        .await
        .err()
        .ok_or("it succeeded")?;
    say(
        "blocked",
        json!([error.status().map(|it| it.as_u16()), error.result_message()]),
    );
    let hidden = !format!("{error} {error:?} {client:?}").contains(token);
    let request = SendMessageRequest::new().chat_id(42).text("slow");
    let message = client.send_message(&request).send().await?;
    say("slow, then sent", json!([message.message_id, "slow"]));

    notified()?;
    say("hidden", hidden);
    Ok(())
}

/// Calls that come, with the secret and with another.
fn notified() -> Result<(), Failure> {
    let receiver = Receiver::builder()
        .credential(&api::WEBHOOK_SECRET, "s3cret")
        .build()?;
    let call = |secret: &str| {
        Request::post("/hook")
            .header("X-Bot-Api-Secret-Token", secret)
            .body(br#"{"update_id":5,"message":{"message_id":1,"date":0}}"#.to_vec())
    };
    let received = receiver.receive(&call("s3cret")?)?;
    let status = received.answer::<Vec<u8>>().status().as_u16();
    let Notification::Update(response::Update { update_id, .. }) = received.into_notification()
    else {
        return Err("another kind".into());
    };
    say("notified", json!([update_id, status]));
    let error = receiver
        .receive(&call("s3creT")?)
        .err()
        .ok_or("it was taken")?;
    say(
        "with another secret",
        error.answer::<Vec<u8>>().status().as_u16(),
    );
    Ok(())
}
