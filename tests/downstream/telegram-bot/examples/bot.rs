//! A bot that makes tea for a group: it answers, asks, and edits what it asked.
//!
//! `/round` asks who wants a cup, and each press of the button below changes the message. `/quiz` makes a quiz.
//! `cargo run --example bot` plays an afternoon against the fake, so it needs neither a token nor a network. A
//! real bot builds the client with its token, and calls `turn` for ever.

use std::{collections::BTreeMap, error::Error};

use serde_json::{Value, json};
use stipula::client::ErrorKind;
use stipula::fake::{Answer, Fake};
use telegram_bot::{
    client::Client,
    enums::PollType,
    fake,
    request::{
        AnswerCallbackQueryRequest, EditMessageTextRequest, GetUpdatesRequest,
        InlineKeyboardButton, InlineKeyboardMarkup, InputPollOption, SendMessageRequest,
        SendPollRequest,
    },
    response::{CallbackQuery, MaybeInaccessibleMessage, Message},
};

type Failure = Box<dyn Error>;

pub struct Bot {
    client: Client,
    /// The first update that was not seen yet.
    next: i64,
    /// Who wants tea, by chat and message.
    rounds: BTreeMap<(i64, i64), Vec<String>>,
}

impl Bot {
    pub fn new(client: Client) -> Self {
        Self {
            client,
            next: 0,
            rounds: BTreeMap::new(),
        }
    }

    /// Asks once for what happened, and sees to all of it.
    pub async fn turn(&mut self) -> Result<(), Failure> {
        let request = GetUpdatesRequest::new().offset(self.next).timeout(20);
        let updates = self.client.get_updates(&request).send().await?.into_data();
        for update in updates {
            self.next = update.update_id + 1;
            if let Some(message) = &update.message {
                self.hear(message).await?;
            } else if let Some(press) = &update.callback_query {
                self.pressed(press).await?;
            }
        }
        Ok(())
    }

    async fn hear(&mut self, message: &Message) -> Result<(), Failure> {
        let (chat, text) = (message.chat.id, message.text.as_deref().unwrap_or_default());
        match text.split_once(' ').unwrap_or((text, "")) {
            ("/round", _) => self.ask(chat).await,
            ("/quiz", rest) => self.quiz(chat, rest).await,
            _ => self.say(chat, "I know /round and /quiz.").await,
        }
    }

    async fn say(&self, chat: i64, text: &str) -> Result<(), Failure> {
        let request = SendMessageRequest::new().chat_id(chat).text(text);
        self.client.send_message(&request).send().await?;
        Ok(())
    }

    /// Opens a round.
    async fn ask(&mut self, chat: i64) -> Result<(), Failure> {
        let request = SendMessageRequest::new()
            .chat_id(chat)
            .text(asked(&[]))
            .reply_markup(button());
        let sent = self.client.send_message(&request).send().await?.into_data();
        self.rounds.insert((chat, sent.message_id), Vec::new());
        Ok(())
    }

    /// Someone wants a cup, or no longer does.
    async fn pressed(&mut self, press: &CallbackQuery) -> Result<(), Failure> {
        let answer = AnswerCallbackQueryRequest::new().callback_query_id(&*press.id);
        let key = match press.message.as_deref() {
            Some(MaybeInaccessibleMessage::Message(it)) => Some((it.chat.id, it.message_id)),
            _ => None,
        };
        let Some((key, names)) = key.and_then(|it| Some((it, self.rounds.get_mut(&it)?))) else {
            let answer = answer.text("That round is over.").show_alert(true);
            self.client.answer_callback_query(&answer).send().await?;
            return Ok(());
        };
        let name = &press.from.first_name;
        match names.iter().position(|it| it == name) {
            Some(place) => drop(names.remove(place)),
            None => names.push(name.clone()),
        }
        let edit = EditMessageTextRequest::new()
            .chat_id(key.0)
            .message_id(key.1)
            .text(asked(names))
            .reply_markup(button());
        self.client.edit_message_text(&edit).send().await?;
        self.client.answer_callback_query(&answer).send().await?;
        Ok(())
    }

    /// Makes a quiz of `Which is green? Assam, Sencha*`, where a star marks what is right.
    async fn quiz(&self, chat: i64, text: &str) -> Result<(), Failure> {
        let (question, answers) = text.split_once('?').unwrap_or((text, ""));
        let answers: Vec<&str> = answers.split(',').map(str::trim).collect();
        let options = answers
            .iter()
            .map(|it| InputPollOption::new().text(it.trim_end_matches('*')));
        let mut request = SendPollRequest::new()
            .chat_id(chat)
            .question(format!("{question}?"))
            .options(options)
            .r#type(PollType::Quiz);
        if let Some(right) = answers.iter().position(|it| it.ends_with('*')) {
            request = request.correct_option_ids([right as i64]);
        }
        match self.client.send_poll(&request).send().await {
            // What its rules forbid was not sent, and whoever asked for it may know why.
            Err(error) if error.kind() == ErrorKind::Invalid => {
                let why: Vec<_> = error.violations().errors().map(|it| it.message()).collect();
                self.say(chat, &format!("No quiz: {}.", why.join("; ")))
                    .await
            }
            sent => Ok(sent.map(drop)?),
        }
    }
}

/// What a round says.
fn asked(names: &[String]) -> String {
    match names {
        [] => "Who wants tea?".to_owned(),
        _ => format!("Who wants tea? {}", names.join(", ")),
    }
}

fn button() -> InlineKeyboardMarkup {
    let me = InlineKeyboardButton::new().text("Me!").callback_data("tea");
    InlineKeyboardMarkup::new().inline_keyboard([vec![me]])
}

/// Plays the afternoon, and tells of it by `say`.
pub async fn afternoon(mut say: impl FnMut(String)) -> Result<(), Failure> {
    let telegram = fake::start()?;
    let mut bot = Bot::new(telegram.builder().build()?.into());
    let (ann, bob) = (user(1, "Ann"), user(2, "Bob"));
    let heard = |from: &Value, text: &str| json!({ "message": message(1, from, text) });
    let pressed = |from: &Value, message: Value| {
        json!({ "callback_query": {
            "id": "c", "from": from, "chat_instance": "i", "data": "tea", "message": message,
        } })
    };
    let round = message(7, &user(3, "Tea"), "Who wants tea?");
    let gone = json!({ "chat": { "id": -5, "type": "group" }, "message_id": 2, "date": 0 });
    let happens = [
        heard(&ann, "Hello"),
        heard(&ann, "/round"),
        pressed(&ann, round.clone()),
        pressed(&bob, round.clone()),
        pressed(&ann, round.clone()),
        pressed(&bob, gone),
        heard(&bob, "/quiz Which is green? Assam, Sencha"),
        heard(&bob, "/quiz Which is green? Assam, Sencha*"),
    ];
    for (number, mut happens) in happens.into_iter().enumerate() {
        happens["update_id"] = json!(number);
        answers(&telegram, "getUpdates", json!([happens]));
        for operation in ["sendMessage", "sendPoll"] {
            answers(&telegram, operation, round.clone());
        }
        for operation in ["answerCallbackQuery", "editMessageText"] {
            answers(&telegram, operation, json!(true));
        }
        bot.turn().await?;
        for it in telegram.requests() {
            let body: Value = serde_json::from_slice(&it.body).unwrap_or_default();
            match (it.operation, body["text"].as_str()) {
                (Some("getUpdates") | None, _) => {}
                (Some(name), Some(text)) => say(format!("{name}: {text}")),
                (Some(name), None) => say(name.to_owned()),
            }
        }
        telegram.reset();
    }
    Ok(())
}

fn answers(telegram: &Fake, operation: &str, result: Value) {
    let body = json!({ "ok": true, "result": result });
    telegram.next_for(operation, Answer::body(body.to_string()));
}

fn user(id: i64, name: &str) -> Value {
    json!({ "id": id, "is_bot": false, "first_name": name })
}

fn message(id: i64, from: &Value, text: &str) -> Value {
    let chat = json!({ "id": -5, "type": "group", "title": "Tea" });
    json!({ "message_id": id, "date": 1_764_000_000, "chat": chat, "from": from, "text": text })
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    afternoon(|told| println!("{told}")).await
}
