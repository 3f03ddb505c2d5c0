//! What proves messages, what is encrypted, and what the API is called.

use serde_json::Value;
use stipula_contract::{About, Api, Credential, Named, Scheme, SchemeKind};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::pair,
};

pub(crate) fn compare(cx: &Cx<'_>) {
    let Api {
        name,
        title,
        doc,
        about,
        names: _, // `renamed` asks what Rust calls it
        empty,
        environments: _, // `hosts`
        outcome: _,      // `outcome`
        schemes,
        credentials,
        content_type,
        trace_headers,
        encryption,
        sealed,
        encrypted,
        sealing,
        headers: _, // `hosts`
        queries: _,
        types: _,         // `types`
        operations: _,    // `operations`
        notifications: _, // `notifications`
        errors: _,        // `codes`
        sources: _,       // `sources`
        quirks: _,
    } = cx.old;
    let new = cx.new;
    let at = At::new(&new.name, Some(Named::Api), Some(Named::Api));
    docs::renamed(cx, &at, (Named::Api, Named::Api), (name, &new.name), false);
    docs::described(cx, &at, "title", title, &new.title);
    docs::described(cx, &at, "doc", doc, &new.doc);
    self::about(cx, &at, about, &new.about);
    if *empty != new.empty {
        let said = Said::of("takes an empty string for something else");
        let said = said.was(format!("{empty:?}").to_lowercase());
        cx.tell(
            &at,
            Row::EmptyChanged,
            "empty",
            said.is(format!("{:?}", new.empty).to_lowercase()),
        );
    }
    if *content_type != new.content_type {
        let said = Said::of("is sent with another content type")
            .was(content_type)
            .is(&new.content_type);
        cx.tell(&at, Row::WrittenOtherwise, "content_type", said);
    }
    if *trace_headers != new.trace_headers {
        let said = Said::of("has its trace id in other headers");
        let said = said
            .was(trace_headers.join(", "))
            .is(new.trace_headers.join(", "));
        cx.tell(&at, Row::AnswerHeader, "trace_headers", said);
    }
    self::schemes(cx, schemes, &new.schemes);
    self::credentials(cx, credentials, &new.credentials);
    let data = [
        ("encryption", data(encryption), data(&new.encryption)),
        ("sealed", data(sealed), data(&new.sealed)),
        ("encrypted", data(encrypted), data(&new.encrypted)),
    ];
    for (topic, was, is) in data {
        proof(cx, &At::new(topic, None, None), topic, (&was, &is));
    }
    docs::evidence(
        cx,
        &At::new("encryption", None, None),
        sealing,
        &new.sealing,
    );
}

fn about(cx: &Cx<'_>, at: &At, old: &About, new: &About) {
    let About {
        version,
        date,
        contact,
        repository,
    } = old;
    let all = [
        ("version", version, &new.version),
        ("date", date, &new.date),
        ("contact", contact, &new.contact),
        ("repository", repository, &new.repository),
    ];
    for (topic, was, is) in all {
        docs::sampled(cx, at, topic, (was.as_deref(), is.as_deref()));
    }
}

/// Settings as data, without where they were read.
fn data(it: &impl serde::Serialize) -> Value {
    let mut data = serde_json::to_value(it).unwrap_or_default();
    without_evidence(&mut data);
    data
}

fn without_evidence(data: &mut Value) {
    match data {
        Value::Object(members) => {
            members.shift_remove("evidence");
            members.values_mut().for_each(without_evidence);
        }
        Value::Array(items) => items.iter_mut().for_each(without_evidence),
        _ => {}
    }
}

/// Each setting that differs, one change for all of them.
fn proof(cx: &Cx<'_>, at: &At, topic: &'static str, (old, new): (&Value, &Value)) {
    if old == new {
        return;
    }
    let mut differ = (Vec::new(), Vec::new());
    settings("", old, new, &mut differ);
    let is_case = !differ.0.is_empty()
        && differ
            .0
            .iter()
            .zip(&differ.1)
            .all(|it| it.0.eq_ignore_ascii_case(it.1));
    let row = match is_case {
        true if differ.0.iter().all(|it| is_header(it)) => Row::HeaderCase,
        true => Row::SignedCase,
        false => Row::ProofChanged,
    };
    let what = match (old.is_null(), new.is_null()) {
        (true, _) => "is new",
        (_, true) => "is gone",
        _ => "has other settings",
    };
    let said = Said::of(what)
        .was(differ.0.join(", "))
        .is(differ.1.join(", "));
    cx.tell(at, row, topic, said);
}

/// Whether a setting is the name of a header, in which the case of letters says nothing.
fn is_header(setting: &str) -> bool {
    let name = setting.split(": ").next().unwrap_or_default();
    name.ends_with("header")
}

fn settings(path: &str, old: &Value, new: &Value, found: &mut (Vec<String>, Vec<String>)) {
    if old == new {
        return;
    }
    if let (Value::Object(was), Value::Object(is)) = (old, new) {
        let more = is.keys().filter(|it| !was.contains_key(*it));
        for key in was.keys().chain(more) {
            let null = Value::Null;
            let sides = (was.get(key).unwrap_or(&null), is.get(key).unwrap_or(&null));
            settings(key, sides.0, sides.1, found);
        }
        return;
    }
    let told = |it: &Value| format!("{path}: {it}");
    found.0.push(told(old));
    found.1.push(told(new));
}

fn schemes(cx: &Cx<'_>, old: &[Scheme], new: &[Scheme]) {
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    let at = |was: Option<&Scheme>, is: Option<&Scheme>| {
        let name = is.or(was).map_or("", |it| &it.name);
        let named = |it: Option<&Scheme>| it.map(|it| Named::Scheme(it.id));
        At::new(format!("authentication.{name}"), named(was), named(is))
    };
    for &gone in &pairs.removed {
        cx.tell(
            &at(Some(&old[gone]), None),
            Row::ProofChanged,
            "scheme",
            Said::of("was removed"),
        );
    }
    for &added in &pairs.added {
        cx.tell(
            &at(None, Some(&new[added])),
            Row::ProofChanged,
            "scheme",
            Said::of("was added"),
        );
    }
    for (was, is, _) in pairs.both() {
        let Scheme {
            id: _,
            name: _,
            kind,
            evidence,
        } = &old[was];
        let is = &new[is];
        let at = at(Some(&old[was]), Some(is)).by(&is.evidence);
        let sides = (of_scheme(cx.old, kind), of_scheme(cx.new, &is.kind));
        proof(cx, &at, "scheme", (&sides.0, &sides.1));
        docs::evidence(cx, &at, evidence, &is.evidence);
    }
}

/// Settings of a scheme, with credentials by their names and not by where they stand.
fn of_scheme(api: &Api, kind: &SchemeKind) -> Value {
    let mut data = data(kind);
    by_name(api, &mut data);
    data
}

fn by_name(api: &Api, data: &mut Value) {
    const IDS: [&str; 6] = [
        "token",
        "user",
        "password",
        "key",
        "client_id",
        "client_secret",
    ];
    let name = |it: &Value| {
        let at = usize::try_from(it.as_u64()?).ok()?;
        Some(Value::from(api.credentials.get(at)?.name.as_str()))
    };
    match data {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                let is_id = IDS.contains(&key.as_str()) || key == "Credential";
                match name(value).filter(|_| is_id) {
                    Some(name) => *value = name,
                    None => by_name(api, value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| by_name(api, it)),
        _ => {}
    }
}

fn credentials(cx: &Cx<'_>, old: &[Credential], new: &[Credential]) {
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    let place = |it: &Credential| format!("credentials.{}", it.name);
    for &gone in &pairs.removed {
        let it = &old[gone];
        let at = At::new(place(it), Some(Named::Credential(it.id)), None).by(&it.evidence);
        cx.tell(
            &at,
            Row::CredentialGone,
            "credential",
            Said::of("is no longer asked for").was(&it.name),
        );
    }
    for &added in &pairs.added {
        let it = &new[added];
        let at = At::new(place(it), None, Some(Named::Credential(it.id))).by(&it.evidence);
        let said = Said::of("has to be given to whoever makes a client").is(&it.name);
        cx.tell(&at, Row::HeaderToGive, "credential", said);
    }
    for (was, is, _) in pairs.both() {
        let Credential {
            id,
            name,
            names: _, // `renamed` asks what Rust calls it
            doc,
            sample,
            secrecy,
            evidence,
        } = &old[was];
        let is = &new[is];
        let named = (Named::Credential(*id), Named::Credential(is.id));
        let at = At::new(place(is), Some(named.0), Some(named.1)).by(&is.evidence);
        docs::renamed(cx, &at, named, (name, &is.name), false);
        if *secrecy != is.secrecy {
            let said = Said::of("may be seen by others than before");
            let said = said.was(format!("{secrecy:?}").to_lowercase());
            let said = said.is(format!("{:?}", is.secrecy).to_lowercase());
            cx.tell(&at, Row::SecrecyChanged, "secrecy", said);
        }
        docs::described(cx, &at, "doc", doc, &is.doc);
        docs::sampled(cx, &at, "sample", (sample.as_deref(), is.sample.as_deref()));
        docs::evidence(cx, &at, evidence, &is.evidence);
    }
}
