//! A request as a call of `curl`, with variables of a shell in place of credentials.

mod files;
mod sent;
mod sign;

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value as Any;
use stipula_contract::{
    BodyForm, CarriedIn, Carrier, Location, Operation, Scheme, SchemeKind, SecretPlace,
};

use super::examples::harmless;
use crate::Model;
use sent::{Pair, Sent};
pub(crate) use sign::{Recipe, key_pair};

/// The call around a body of JSON, for a shell: what comes before it and what after.
#[derive(Debug)]
pub(crate) struct Around {
    pub(crate) before: &'static str,
    pub(crate) after: String,
}

/// A call that sends this request, whose members have their names in the spec.
pub(crate) fn curl(api: &Model, operation: &Operation, request: &Any) -> String {
    match around(api, operation) {
        Some(Around { before, after }) => format!("{before}{request:#}{after}"),
        None => Call::of(api, operation).sent(request),
    }
}

/// A call that sends exactly the bytes of `$BODY`, which are the ones to sign: a here-document alone
/// would add the end of a line. None for requests that are more or less than JSON in the body.
pub(crate) fn around(api: &Model, operation: &Operation) -> Option<Around> {
    if !api.is_plain(operation) {
        return None;
    }
    let call = Call::of(api, operation);
    let mut after = "\nJSON\nBODY=$(cat body.json)\n".to_owned();
    after += &call.notes(&operation.path, &[]);
    let mut words = call.words(&operation.path, &[]);
    words.push(content_type(&api.content_type));
    words.extend(call.headers(&[]));
    words.push("--data-binary \"$BODY\"".to_owned());
    after.push_str(&words.join(BREAK));
    Some(Around {
        before: "cat >body.json <<'JSON'\n",
        after,
    })
}

/// What is sent, in parts: the path with its braces filled, the query as it is written, and so on.
#[derive(Debug, Serialize)]
pub(crate) struct Parts {
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<String>,
}

/// The parts of a request; none where its body is files or bytes.
pub(crate) fn parts(api: &Model, operation: &Operation, request: &Any) -> Option<Parts> {
    let call = Call::of(api, operation);
    let sent = Sent::of(api, operation, request);
    let body = match operation.body {
        BodyForm::None => None,
        BodyForm::Json => Some(format!("{:#}", sent.json)),
        BodyForm::Text => Some(sent::text(&sent.json)),
        BodyForm::Form => Some(sent::form(&sent.form)),
        BodyForm::Multipart | BodyForm::Bytes => return None,
    };
    let media = call
        .media()
        .map(|it| ("Content-Type".to_owned(), it.to_owned()));
    let fixed = api.fixed_headers();
    let fixed = fixed.map(|(name, text)| (name.to_owned(), text.to_owned()));
    Some(Parts {
        query: call.query(&sent.query),
        headers: media.into_iter().chain(fixed).chain(sent.headers).collect(),
        path: sent.path,
        body,
    })
}

/// Between the words of a long command.
const BREAK: &str = " \\\n  ";

/// An operation with what proves who calls it.
struct Call<'a> {
    api: &'a Model,
    operation: &'a Operation,
    scheme: Option<&'a Scheme>,
    carried: Vec<Carrier<'a>>,
}

impl<'a> Call<'a> {
    fn of(api: &'a Model, operation: &'a Operation) -> Self {
        let scheme = operation.authentication.map(|id| api.scheme(id));
        let carried = scheme.map_or_else(Vec::new, |it| it.carriers(&api.credentials));
        Self {
            api,
            operation,
            scheme,
            carried,
        }
    }

    fn signs(&self) -> bool {
        self.scheme.is_some_and(Scheme::signs)
    }

    /// What a reader has to know or to do first.
    fn notes(&self, path: &str, query: &[Pair]) -> String {
        let mut notes = self.signature(path, query);
        if let Some(it) = harmless(self.api) {
            let name = it.name.replace('\n', " ");
            let _ = writeln!(notes, "# The environment is `{name}`.");
        }
        if self.operation.idempotency_header().is_some() {
            notes += "# Use the same key to repeat this call, and a new key for any other call.\n";
            notes += "IDEMPOTENCY_KEY=$(openssl rand -hex 16)\n";
        }
        notes + &self.token()
    }

    /// How the signature is made; where a shell cannot make it, where that is told.
    fn signature(&self, path: &str, query: &[Pair]) -> String {
        let Some(recipe) = self.scheme.and_then(|it| Recipe::of(self.api, it)) else {
            return String::new();
        };
        let address = self.address(path, &self.query(query), true);
        let lines = recipe.lines(self.api, self.operation, &address);
        lines.unwrap_or_else(|| {
            "# $SIGNATURE is made of the bytes that are sent: see \"Authentication\".\n".to_owned()
        })
    }

    /// How a token is fetched.
    fn token(&self) -> String {
        let Some(SchemeKind::OAuth2(it)) = self.scheme.map(|it| &it.kind) else {
            return String::new();
        };
        let credential = |id: stipula_contract::CredentialId| self.api.credentials[id.0].variable();
        let (id, secret) = (credential(it.client_id), credential(it.client_secret));
        let url = if it.token_url.starts_with('/') {
            self.address(&it.token_url, "", false)
        } else {
            quoted(&it.token_url)
        };
        let mut words = vec![format!("curl -s {url}")];
        match it.place {
            SecretPlace::Header => words.push(format!("-u \"{id}:{secret}\"")),
            SecretPlace::Body => {
                words.push(format!("--data-urlencode \"client_id={id}\""));
                words.push(format!("--data-urlencode \"client_secret={secret}\""));
            }
        }
        words.push("-d grant_type=client_credentials".to_owned());
        if !it.scopes.is_empty() {
            words.push(pair(&("scope".to_owned(), it.scopes.join(" "))));
        }
        words.extend(it.parameters.iter().map(pair));
        let read = r#"sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p'"#;
        format!("ACCESS_TOKEN=$({} |{BREAK}{read})\n", words.join(BREAK))
    }

    /// The method and the address.
    fn words(&self, path: &str, query: &[Pair]) -> Vec<String> {
        let address = self.address(path, &self.query(query), true);
        let method = self.operation.method.as_str();
        let mut words = vec![format!("curl -X {method} {address}")];
        words.extend(self.redirects().map(str::to_owned));
        words
    }

    /// The query, with what every request carries in it.
    fn query(&self, own: &[Pair]) -> String {
        let own = own
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        let fixed = self.api.queries_of(self.operation).iter();
        let query: Vec<_> = fixed
            .map(|it| (it.name.as_str(), it.value.as_str()))
            .chain(own)
            .map(|(name, text)| format!("{}={}", sent::encoded(name), sent::encoded(text)))
            .collect();
        query.join("&")
    }

    /// How redirects are followed. `curl` keeps `Authorization` from other hosts, and no other header.
    fn redirects(&self) -> Option<&'static str> {
        let is_own = |it: &Carrier<'_>| {
            let is_kept = it.part == CarriedIn::Header;
            is_kept && it.name.eq_ignore_ascii_case("authorization")
        };
        let object = self.api.type_(self.operation.request).object();
        let mut fields = object.into_iter().flat_map(|it| &it.fields);
        let is_harmless = self.carried.iter().all(is_own)
            && !self.signs()
            && !fields.any(|it| it.location == Location::Header);
        (self.operation.follows_redirects && is_harmless)
            .then_some("-L --max-redirs 5 --proto-redir =https")
    }

    /// The headers of every request, those of this one, then those of the proof.
    fn headers(&self, own: &[Pair]) -> Vec<String> {
        let own = own
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        let fixed = self.api.fixed_headers();
        let own = fixed
            .chain(own)
            // An empty header is written with a semicolon.
            .map(|(name, text)| match text {
                "" => format!("-H {}", quoted(&format!("{name};"))),
                _ => format!("-H {}", quoted(&format!("{name}: {text}"))),
            });
        let proof = self
            .carried
            .iter()
            .filter(|it| it.part == CarriedIn::Header);
        let proof = proof.map(|it| format!("-H \"{}: {}\"", it.name, it.in_shell()));
        let key = self.operation.idempotency_header();
        let key = key.map(|name| format!("-H \"{name}: $IDEMPOTENCY_KEY\""));
        own.chain(key).chain(proof).collect()
    }

    /// An address as one word of a shell: credentials are variables, the rest is as it is written.
    fn address(&self, path: &str, query: &str, with_proof: bool) -> String {
        let host = harmless(self.api).map_or("", |it| it.url.as_str());
        // An address that an answer handed out is whole.
        let is_whole = with_proof && !self.operation.hosts.is_empty();
        let host = if is_whole { "" } else { host };
        let before = if path.contains('?') { '&' } else { '?' };
        let is_asked = !query.is_empty();
        let mut word = quoted(host);
        for it in &self.api.credentials {
            let variable = format!("'\"{}\"'", it.variable());
            word = word.replace(&format!("{{{}}}", it.name), &variable);
        }
        let mut rest = path.to_owned();
        if is_asked {
            rest.push(before);
            rest += query;
        }
        word.truncate(word.len() - 1);
        word += &quoted(&rest)[1..];
        let keys = self.carried.iter().filter(|it| it.part == CarriedIn::Query);
        for it in keys.filter(|_| with_proof) {
            let before = if rest.contains('?') { '&' } else { '?' };
            let name = quoted(&format!("{before}{}=", it.name));
            // The same word goes on.
            word.truncate(word.len() - 1);
            word.extend([&name[1..], "\"", &it.value, "\""]);
        }
        word
    }

    /// The whole call of a request.
    fn sent(&self, request: &Any) -> String {
        let sent = Sent::of(self.api, self.operation, request);
        let mut lines = String::new();
        let (mut words, media) = (Vec::new(), self.media());
        let in_full = self.signs();
        let mut raw = |text: String| {
            if in_full {
                let _ = writeln!(lines, "BODY={}", quoted(&text));
                "--data-raw \"$BODY\"".to_owned()
            } else {
                format!("--data-raw {}", quoted(&text))
            }
        };
        let data = match self.operation.body {
            BodyForm::None => Vec::new(),
            BodyForm::Json => vec![raw(format!("{:#}", sent.json))],
            BodyForm::Text => vec![raw(sent::text(&sent.json))],
            BodyForm::Form if in_full || sent.form.is_empty() => vec![raw(sent::form(&sent.form))],
            BodyForm::Form => sent.form.iter().map(pair).collect(),
            BodyForm::Multipart => files::words(&sent.json, &mut lines),
            BodyForm::Bytes => {
                let text = quoted(&sent::text(&sent.json));
                let _ = writeln!(lines, "printf %s {text} | base64 -d >body.bin");
                vec!["--data-binary @body.bin".to_owned()]
            }
        };
        words.extend(self.words(&sent.path, &sent.query));
        words.extend(media.map(content_type));
        words.extend(self.headers(&sent.headers));
        words.extend(data);
        lines + &self.notes(&sent.path, &sent.query) + &words.join(BREAK)
    }

    fn media(&self) -> Option<&'a str> {
        Some(match self.operation.body {
            // `curl` chooses the boundary.
            BodyForm::None | BodyForm::Multipart => return None,
            BodyForm::Json => &self.api.content_type,
            BodyForm::Form => "application/x-www-form-urlencoded",
            BodyForm::Text => "text/plain; charset=utf-8",
            BodyForm::Bytes => "application/octet-stream",
        })
    }
}

fn content_type(media: &str) -> String {
    format!("-H {}", quoted(&format!("Content-Type: {media}")))
}

/// A pair of a form, which `curl` encodes but for its name.
fn pair((name, text): &Pair) -> String {
    let name = sent::encoded(name).replace("%5B", "[").replace("%5D", "]");
    format!("--data-urlencode {}", quoted(&format!("{name}={text}")))
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
