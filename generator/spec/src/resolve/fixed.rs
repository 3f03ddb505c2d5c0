//! Headers and parameters of the query that every request carries with one text.

use super::{Cx, api::value, headers::Senders, index::is_token, places, sentences::text};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawApi, RawQuery},
    source::Span,
    yaml::Text,
};
use stipula_contract::{CarriedIn, FixedQuery, Location, TypeKind};

/// A parameter of every request.
pub(super) fn query(cx: &mut Cx<'_>, raw: &RawQuery) -> Option<FixedQuery> {
    Some(FixedQuery {
        name: raw.name.value.clone(),
        value: value(raw.value.as_ref())?,
        doc: text(raw.doc.as_ref()),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    })
}

/// Reports what cannot be sent. `credentials` are the names of those that there are.
pub(super) fn all(cx: &mut Cx<'_>, raw: &RawApi, senders: &Senders<'_>, credentials: &[&str]) {
    let headers = raw.headers.iter();
    let headers = headers.filter_map(|it| Some((&it.name, it.value.as_ref()?, it.direction.0)));
    for (nth, (name, value, is_sent)) in headers.clone().enumerate() {
        let is_same = |it: &(&Text, &Text, bool)| it.0.value.eq_ignore_ascii_case(&name.value);
        let before = headers.clone().take(nth).find(is_same);
        let mut checks = Checks {
            cx,
            senders,
            credentials,
            part: CarriedIn::Header,
        };
        checks.header(name, value, is_sent);
        checks.one(name, value, before.map(|it| it.0.span));
    }
    for it in &raw.queries {
        let Some(value) = &it.value else { continue };
        let mut checks = Checks {
            cx,
            senders,
            credentials,
            part: CarriedIn::Query,
        };
        checks.one(&it.name, value, None);
    }
}

struct Checks<'c, 'x> {
    cx: &'c mut Cx<'x>,
    senders: &'c Senders<'c>,
    credentials: &'c [&'c str],
    part: CarriedIn,
}

impl Checks<'_, '_> {
    fn report(&mut self, at: Span, message: String, help: &str) {
        let diagnostic = Diagnostic::new(Code::BadFixed, at, message);
        self.cx.sink.report(diagnostic.help(help));
    }

    fn header(&mut self, name: &Text, value: &Text, is_sent: bool) {
        if !is_sent {
            let message = format!("`{}` comes with answers, and has a `value`", name.value);
            let help = "remove `in: response`, or take a `sample`";
            self.report(value.span, message, help);
        }
        if !is_token(&name.value) {
            let message = format!("`{}` cannot name a header", name.value);
            self.report(name.span, message, "use letters, digits and `-`");
        } else if places::is_taken(&name.value) {
            let message = format!("the client writes the header `{}` itself", name.value);
            let help = "say it with `authentication` or `body`, or leave `value` out";
            self.report(value.span, message, help);
        }
        let text = value.value.as_str();
        let is_visible = text.bytes().all(|it| matches!(it, b' '..=b'~'));
        if !is_visible || text.is_empty() || text.trim() != text {
            let message = format!("the header `{}` cannot hold this text", name.value);
            let help = "a header holds visible ASCII characters, and blanks between them only";
            self.report(value.span, message, help);
        }
    }

    /// What is asked of both. `before` is one of the same name.
    fn one(&mut self, name: &Text, value: &Text, before: Option<Span>) {
        self.credential(name, value);
        if let Some(before) = before {
            let message = format!("the header `{}` has two texts", name.value);
            let diagnostic = Diagnostic::new(Code::DeclaredTwice, name.span, message);
            let diagnostic = diagnostic.also(before, "the other").help("remove one");
            self.cx.sink.report(diagnostic);
        }
        let what = match self.part {
            CarriedIn::Header => "header",
            CarriedIn::Query => "parameter",
        };
        if let Some(by) = self.other(&name.value) {
            let message = format!("the {what} `{}` is written by {by}, too", name.value);
            self.report(name.span, message, "leave one of the two");
        }
    }

    /// A credential is not filled in.
    fn credential(&mut self, name: &Text, value: &Text) {
        let mut known = self.credentials.iter();
        let is_in = |it: &&&str| value.value.contains(&format!("{{{it}}}"));
        let Some(credential) = known.find(is_in) else {
            return;
        };
        let part = match self.part {
            CarriedIn::Header => "header",
            CarriedIn::Query => "query",
        };
        let message = format!("`{{{credential}}}` would be sent as it is written here");
        let help = format!(
            "write `authentication: {{ main: {{ api_key: {{ {part}: {}, is: {credential} }} }} }}`",
            name.value
        );
        self.report(value.span, message, &help);
    }

    /// What else writes it.
    fn other(&self, name: &str) -> Option<String> {
        let (location, is_header) = match self.part {
            CarriedIn::Header => (Location::Header, true),
            CarriedIn::Query => (Location::Query, false),
        };
        let is_same = |it: &str| {
            if is_header {
                it.eq_ignore_ascii_case(name)
            } else {
                it == name
            }
        };
        for scheme in self.senders.schemes {
            let carriers = scheme.carriers(self.senders.credentials);
            let mut own = carriers.iter().filter(|it| it.part == self.part);
            if own.any(|it| is_same(it.name)) {
                return Some(format!("the scheme `{}`", scheme.name));
            }
        }
        let encryption = self.senders.encryption.map(|it| it.header.as_str());
        let encrypted = self.senders.encrypted.map(|it| it.key_header.as_str());
        if is_header && encryption.into_iter().chain(encrypted).any(is_same) {
            return Some("`encryption`".to_owned());
        }
        let mut all = self.senders.operations.iter();
        let key = all.find(|it| is_header && it.idempotency_header().is_some_and(is_same));
        if let Some(it) = key {
            return Some(format!("`idempotency` of `{}`", it.name));
        }
        for operation in self.senders.operations {
            let TypeKind::Object(object) = &self.cx.types.list[operation.request.0].kind else {
                continue;
            };
            let mut fields = object.fields.iter().filter(|it| it.location == location);
            if fields.any(|it| is_same(it.sent_name())) {
                return Some(format!("a field of `{}`", operation.name));
            }
        }
        None
    }
}
