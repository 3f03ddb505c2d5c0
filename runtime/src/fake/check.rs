//! What the platform checks, in the order in which a person mends it.

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde::de::IgnoredAny;

use super::repeats::Asked;
use super::settings::{Proofs, Rules};
use super::table::{Judgement, Served};
use super::{Refusal, Shared};
use crate::Violations;
use crate::client::{BodyForm, Came, FAKE_KEY, Received, decrypted, join, matched, required};

/// A request as it came.
pub(super) struct Incoming {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Incoming {
    /// The same, as schemes of authentication see it.
    pub(super) fn received(&self) -> Received<'_> {
        Received {
            method: &self.method,
            path: &self.path,
            headers: &self.headers,
            body: &self.body,
        }
    }
}

impl Incoming {
    /// The path and the query.
    pub(super) fn parts(&self) -> (&str, &str) {
        self.path.split_once('?').unwrap_or((&self.path, ""))
    }

    /// The whole request of an operation, as one JSON object.
    pub(super) fn joined(&self, served: &Served) -> Result<Vec<u8>, String> {
        let operation = served.operation;
        let (path, query) = self.parts();
        let came = Came {
            path,
            query,
            headers: &self.headers,
            body: &self.body,
        };
        let joined = join(came, operation.path, operation.parameters, operation.body)?;
        match operation.hosts {
            [] => Ok(joined),
            _ => self.with_address(&joined, operation),
        }
    }
}

impl Shared {
    /// The same, with its encrypted members decrypted.
    fn joined(&self, request: &Incoming, served: &Served) -> Result<Vec<u8>, String> {
        let joined = request.joined(served)?;
        let (operation, api) = (served.operation, self.table.api);
        let (Some(how), Some(keys)) = (api.encrypted, self.vendor_keys) else {
            return Ok(joined);
        };
        let text = String::from_utf8_lossy(&joined);
        let plain = decrypted(&text, operation.encrypted, how, &keys.platform.private);
        let plain = plain.map_err(|pointer| {
            format!("`{pointer}` cannot be decrypted with the key `{FAKE_KEY}` of this fake")
        })?;
        if plain != text {
            let found =
                required(&request.headers, how.key_header).map_err(|it| it.message().to_owned())?;
            if found != FAKE_KEY {
                let header = how.key_header;
                return Err(format!(
                    "the header `{header}` is `{found}`, expected `{FAKE_KEY}`"
                ));
            }
        }
        Ok(plain.into_bytes())
    }
}

/// A request that nothing is wrong with.
pub(super) struct Accepted {
    /// Every operation on the path that accepts the body, never none.
    pub(super) by: Vec<&'static Served>,
    pub(super) warnings: Violations,
    /// What it asks of the first.
    pub(super) asked: Asked,
}

impl Shared {
    pub(super) fn check(&self, request: &Incoming) -> Result<Accepted, Refusal> {
        let here = self.operations_at(request)?;
        self.check_fixed(&here, request)?;
        let form = here.first().map_or(BodyForm::Json, |it| it.operation.body);
        self.check_content_type(form, request)?;
        let here = self.admit(here, request)?;
        self.check_readable(request)?;
        let is_json = form == BodyForm::Json;
        if is_json && let Err(error) = serde_json::from_slice::<IgnoredAny>(&request.body) {
            let message = format!("the body is not JSON: {error}");
            return Err(Refusal::new("FAKE_NOT_JSON", message));
        }
        let accepted = self.judge(&here, request)?;
        if let Some(served) = accepted.by.first() {
            self.check_repeat(served, &accepted.asked)?;
        }
        Ok(accepted)
    }

    /// The operations at the path of a request.
    pub(super) fn at<'a>(
        &self,
        request: &'a Incoming,
    ) -> impl Iterator<Item = &'static Served> + use<'a> {
        let all = self.table.operations.iter().copied();
        let path = request.parts().0;
        let is_literal = move |it: &&Served| it.operation.path == path;
        // A path that is written as it is goes before one with braces.
        let has_literal = all.clone().any(|it| is_literal(&it));
        let is_here = move |it: &&Served| {
            let is_own = it.operation.hosts.is_empty();
            is_own
                && (is_literal(it) || (!has_literal && matched(it.operation.path, path).is_some()))
        };
        // What has no path of its own is asked where nothing else is.
        let is_free = !all.clone().any(|it| is_here(&it));
        let is_asked = |it: &&Served| it.operation.method == request.method;
        all.filter(move |it| {
            is_here(it) || (is_free && !it.operation.hosts.is_empty() && is_asked(it))
        })
    }

    fn operations_at(&self, request: &Incoming) -> Result<Vec<&'static Served>, Refusal> {
        let here: Vec<_> = self.at(request).collect();
        if here.is_empty() {
            let all = self.table.operations.iter();
            let list = |it: &&Served| {
                let operation = it.operation;
                format!(
                    "{} {} ({})",
                    operation.method, operation.path, operation.name
                )
            };
            let message = format!(
                "there is no `{}`; `paths` has those there are",
                request.path
            );
            return Err(Refusal::new("FAKE_UNKNOWN_PATH", message)
                .at(404)
                .detail("paths", all.map(list).collect::<Vec<_>>()));
        }
        let served: Vec<_> = here
            .iter()
            .copied()
            .filter(|it| it.operation.method == request.method)
            .collect();
        if served.is_empty() {
            let wanted = here.first().map_or("", |it| it.operation.method);
            let message = format!("the method is `{}`, expected `{wanted}`", request.method);
            return Err(Refusal::new("FAKE_WRONG_METHOD", message).at(405));
        }
        Ok(served)
    }

    /// Those of the operations that the request proves its sender to.
    fn admit(
        &self,
        here: Vec<&'static Served>,
        request: &Incoming,
    ) -> Result<Vec<&'static Served>, Refusal> {
        if self.settings.proofs == Proofs::Ignored {
            return Ok(here);
        }
        let mut credentials = self.keys.platform_end(&self.settings.client_id);
        credentials.tokens = self.state.tokens();
        let (mut admitted, mut refused) = (Vec::new(), None);
        for served in here {
            let scheme = served.operation.authentication;
            match scheme.map(|it| it.implementation().admit(request.received(), &credentials)) {
                None | Some(Ok(())) => admitted.push(served),
                Some(Err(refusal)) => {
                    refused.get_or_insert(refusal);
                }
            }
        }
        match refused {
            Some(refusal) if admitted.is_empty() => Err(refusal),
            _ => Ok(admitted),
        }
    }

    fn check_readable(&self, request: &Incoming) -> Result<(), Refusal> {
        match &self.table.api.encryption {
            Some(it) if request.headers.contains_key(it.header) => {
                let message = format!(
                    "the header `{}` says that the body is encrypted; the fake reads plain bodies only",
                    it.header
                );
                Err(Refusal::new("FAKE_ENCRYPTED", message))
            }
            _ => Ok(()),
        }
    }

    fn check_content_type(&self, form: BodyForm, request: &Incoming) -> Result<(), Refusal> {
        let Some(wanted) = form.content_type(self.table.api) else {
            return Ok(());
        };
        let media = |text: &str| {
            let media = text.split(';').next().unwrap_or_default();
            media.trim().to_ascii_lowercase()
        };
        let found = required(&request.headers, CONTENT_TYPE.as_str())?;
        if media(found) != media(wanted) {
            let message = format!("the header `content-type` is `{found}`, expected `{wanted}`");
            return Err(Refusal::new("FAKE_WRONG_CONTENT_TYPE", message));
        }
        Ok(())
    }

    fn judge(&self, here: &[&'static Served], request: &Incoming) -> Result<Accepted, Refusal> {
        let mut by = Vec::new();
        let mut warnings = Violations::new();
        let mut refusal = None;
        for served in here {
            let joined = self.joined(request, served);
            let judged = joined.map_or_else(Judgement::Unreadable, |it| (served.judge)(&it));
            let found = match judged {
                Judgement::Accepted(found) => {
                    if by.is_empty() {
                        warnings = found;
                    }
                    by.push(*served);
                    continue;
                }
                Judgement::Broken(found) if self.settings.rules == Rules::Told => {
                    if by.is_empty() {
                        warnings = found;
                    }
                    by.push(*served);
                    continue;
                }
                Judgement::Broken(found) => broken(served, found),
                Judgement::Unreadable(why) => unreadable(served, &why),
            };
            refusal.get_or_insert(found);
        }
        match refusal {
            Some(refusal) if by.is_empty() => Err(refusal),
            _ => {
                let asked = by.first().map(|it| {
                    let joined = self.joined(request, it).ok();
                    let whole = joined.and_then(|it| serde_json::from_slice(&it).ok());
                    Asked::of(it, whole.unwrap_or_default(), &request.headers)
                });
                Ok(Accepted {
                    asked: asked.unwrap_or_default(),
                    by,
                    warnings,
                })
            }
        }
    }
}

fn broken(served: &Served, found: Violations) -> Refusal {
    let first = found.errors().next().map(|it| it.to_string());
    let first = first.unwrap_or_default();
    let name = served.operation.name;
    let what = match served.operation.parameters {
        [] => "body",
        _ => "request",
    };
    let message = match found.errors().count() {
        1 => format!("the {what} of `{name}` breaks a rule: {first}"),
        count => format!("the {what} of `{name}` breaks {count} rules, the first: {first}"),
    };
    Refusal::new("FAKE_BROKEN_RULES", message).broken(found)
}

fn unreadable(served: &Served, why: &str) -> Refusal {
    let name = served.operation.name;
    let message = format!("the body cannot be read as a request of `{name}`: {why}");
    Refusal::new("FAKE_UNREADABLE", message)
}
