//! No sensitive value is ever shown: not by `Debug`, not by `Display`, not by the causes of errors.

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};

use alipayhk_ipass::request::{CodeInfo, CreatePassRequest};
use stipula::client::{Error, Response};
use stipula::fake::{Answer, Fault};

use crate::requests::{client, fake, pass};

const ROUNDS: u64 = 300;

/// Texts that nothing else holds, of many lengths and scripts.
struct Secrets(u64);

impl Secrets {
    fn next(&mut self) -> String {
        // xorshift: the same texts in every run.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let digits = format!("{:016}", self.0 % 10_u64.pow(16));
        match self.0 % 4 {
            0 => digits,
            1 => format!("秘{digits}"),
            2 => format!("\"{digits}\\"),
            _ => format!("{digits}{digits}"),
        }
    }
}

/// Everything that was shown, in one text.
#[derive(Default)]
struct Shown(String);

impl Shown {
    fn debug(&mut self, it: &impl Debug) {
        let _ = write!(self.0, "{it:?}\n{it:#?}\n");
    }

    fn error(&mut self, error: &impl StdError) {
        self.debug(error);
        let mut next: Option<&dyn StdError> = Some(error);
        while let Some(it) = next {
            let _ = write!(self.0, "{it}\n{it:?}\n");
            next = it.source();
        }
    }

    fn result<T: Debug>(&mut self, result: &Result<Response<T>, Error>) {
        match result {
            Ok(answer) => self.debug(answer),
            Err(error) => self.error(error),
        }
    }

    fn hides(&self, secret: &str) {
        let digits: String = secret.chars().filter(char::is_ascii_digit).collect();
        assert!(!self.0.contains(&digits), "{secret} is in {}", self.0);
    }
}

/// A pass whose sensitive members hold the secret, with rules broken now and then.
fn secretive(nth: u64, secret: &str) -> CreatePassRequest {
    let mut request = pass(usize::try_from(nth).unwrap_or_default())
        .user_id(secret)
        .open_id(secret);
    let code = |it: CodeInfo| it.code_value(secret).code_message(format!("No. {secret}"));
    request.code_info = request.code_info.map(code);
    match nth % 3 {
        0 => request.merchant_id = None,
        1 => request = request.user_id(secret.repeat(20)),
        _ => {}
    }
    request
}

#[tokio::test]
async fn sensitive_values_are_never_shown() {
    let fake = fake();
    let client = client(&fake);
    #[cfg(feature = "tracing")]
    let notes = crate::notes::Notes::default();
    #[cfg(feature = "tracing")]
    let _guard = tracing::subscriber::set_default(notes.clone());
    let mut secrets = Secrets(0x9e37_79b9_7f4a_7c15);
    for nth in 0..ROUNDS {
        let secret = secrets.next();
        let request = secretive(nth, &secret);
        let mut shown = Shown::default();
        shown.debug(&request);
        shown.debug(&client.create_pass(&request));
        if let Err(violations) = request.clone().build() {
            shown.error(&violations);
        }
        // An answer may repeat what was sent, in members of a wrong type.
        let echo =
            serde_json::json!({ "passId": { secret.as_str(): secret }, "resultInfo": secret });
        fake.next(match nth % 7 {
            0 => Answer::body(echo.to_string()),
            1 => Answer::from(Fault::BadSignature),
            2 => Answer::from(Fault::Reset(10)),
            3 => Answer::code("PARAM_ILLEGAL"),
            4 => Answer::from(Fault::Truncate(30)),
            5 => Answer::status(500),
            _ => Answer::usual(),
        });
        shown.result(&client.create_pass(&request).send().await);
        shown.result(&client.create_pass(&request).unchecked().send().await);
        shown.debug(&fake.requests());
        for received in fake.requests() {
            let _ = writeln!(shown.0, "{received}");
        }
        #[cfg(feature = "tracing")]
        {
            let traced = notes.taken();
            assert!(traced.contains("createPass"), "{traced}");
            shown.0.push_str(&traced);
        }
        shown.hides(&secret);
        fake.reset();
    }
}

#[tokio::test]
async fn keys_and_signatures_are_never_shown() {
    let fake = fake();
    let client = client(&fake);
    let mut shown = Shown::default();
    shown.debug(&client);
    shown.debug(client.core().config());
    shown.debug(&fake.builder());
    shown.debug(&fake);
    shown.result(&client.create_pass(&pass(1)).send().await);
    let keys = format!("{}{}", fake.private_key(), fake.platform_key());
    let lines: Vec<&str> = keys.lines().filter(|it| !it.starts_with("--")).collect();
    assert!(lines.len() > 20);
    for line in lines {
        assert!(!shown.0.contains(line), "{line}");
    }
    let wrong = fake.builder().private_key(fake.platform_key()).build();
    shown.error(&wrong.expect_err("a public key"));
    shown.debug(&fake.requests());
    assert!(!shown.0.contains("signature="), "{}", shown.0);
}
