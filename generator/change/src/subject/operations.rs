//! Operations: where they are called, how often, and what they hold.

use stipula_contract::{
    Answer, Api, ContextField, Example, Idempotency, Named, Operation, Pages, StatusAnswer,
};

use super::{codes, docs, kinds, scenarios};
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::{Pairing, pair},
    words,
};

/// Operations of both sides: those of another name that are called at the same address are the same.
pub(crate) fn pairs(old: &Api, new: &Api) -> Pairing {
    let is_same = |a: &Operation, b: &Operation| (a.method, &a.path) == (b.method, &b.path);
    pair(&old.operations, &new.operations, |it| &it.name, is_same)
}

pub(crate) fn compare(cx: &Cx<'_>, pairs: &Pairing) {
    for &at in &pairs.removed {
        removed(cx, &cx.old.operations[at]);
    }
    for &at in &pairs.added {
        let it = &cx.new.operations[at];
        let at = At::new(&it.name, None, Some(Named::Operation(it.id))).by(&it.evidence);
        let call = call(it);
        let said = Said::of(format!("was added: {call}")).is(call);
        cx.tell(&at, Row::OperationAdded, "operation", said);
    }
    for (old, new, _) in pairs.both() {
        one(cx, &cx.old.operations[old], &cx.new.operations[new]);
    }
    if pairs.is_reordered() {
        let at = At::new("operations", None, None);
        cx.tell(
            &at,
            Row::OrderChanged,
            "order",
            Said::of("are told in another order"),
        );
    }
}

fn call(it: &Operation) -> String {
    format!("{} {}", it.method.as_str(), it.path)
}

fn removed(cx: &Cx<'_>, it: &Operation) {
    let at = At::new(&it.name, Some(Named::Operation(it.id)), None).by(&it.evidence);
    let (row, what) = if cx.is_moved(&it.name) {
        (
            Row::OperationGoneUpstream,
            "is gone, and its page no longer has it",
        )
    } else {
        (Row::OperationRemoved, "was removed")
    };
    cx.tell(&at, row, "operation", Said::of(what).was(call(it)));
}

fn one(cx: &Cx<'_>, old: &Operation, new: &Operation) {
    let Operation {
        id,
        name,
        names: _, // `renamed` asks what Rust calls it
        group: _, // `called`
        summary,
        doc,
        method: _, // with the path
        path: _,
        hosts: _, // `called`
        safe: _,  // with the key of repeats
        idempotency: _,
        pages,
        authentication: _,    // `proven`
        unsigned_answer: _,   // `proven`
        follows_redirects: _, // `called`
        keys: _,              // `proven`
        context,
        request: _,    // types are compared by themselves
        request_of: _, // a name of a type
        body: _,       // `called`
        answer,
        errors,
        scenarios,
        examples,
        overlay_of: _, // path and members say it
        evidence,
    } = old;
    let ids = (Named::Operation(*id), Named::Operation(new.id));
    let at = At::new(&new.name, Some(ids.0), Some(ids.1)).by(&new.evidence);
    docs::renamed(cx, &at, ids, (name, &new.name), false);
    if call(old) != call(new) {
        let said = Said::of("is called at another address")
            .was(call(old))
            .is(call(new));
        cx.tell(&at, Row::EndpointChanged, "endpoint", said);
    }
    called(cx, &at, old, new);
    repeats(cx, &at, old, new);
    paged(cx, &at, pages.as_ref(), new.pages.as_ref());
    proven(cx, &at, old, new);
    contexts(
        cx,
        &at,
        (old, new),
        context.as_ref().map_or(&[], |it| &it.fields),
    );
    self::answer(cx, &at, answer, &new.answer);
    codes::compare(cx, Some((old, new)), errors, &new.errors);
    scenarios::compare(cx, (old, new), scenarios, &new.scenarios);
    docs::described(cx, &at, "summary", summary, &new.summary);
    docs::described(cx, &at, "doc", doc, &new.doc);
    self::examples(cx, &at, examples, &new.examples);
    docs::evidence(cx, &at, evidence, &new.evidence);
}

/// Where it is called, in which group, and what is sent.
fn called(cx: &Cx<'_>, at: &At, old: &Operation, new: &Operation) {
    if old.hosts != new.hosts {
        let said = Said::of("is called at other hosts");
        let said = said.was(old.hosts.join(", ")).is(new.hosts.join(", "));
        cx.tell(at, Row::HostChanged, "hosts", said);
    }
    if old.group != new.group {
        let told = |it: &Option<String>| it.clone().unwrap_or_else(|| "none".to_owned());
        let said = Said::of("is in another group, which is another feature");
        let said = said.was(told(&old.group)).is(told(&new.group));
        cx.tell(at, Row::GroupChanged, "group", said);
    }
    if old.follows_redirects != new.follows_redirects {
        let told = |it: bool| if it { "followed" } else { "not followed" };
        let said = Said::of(format!("has redirects {}", told(new.follows_redirects)));
        let said = said
            .was(told(old.follows_redirects))
            .is(told(new.follows_redirects));
        cx.tell(at, Row::RedirectsChanged, "redirects", said);
    }
    if old.body != new.body {
        let said = Said::of("has its body written otherwise");
        let said = said.was(format!("{:?}", old.body).to_lowercase());
        let said = said.is(format!("{:?}", new.body).to_lowercase());
        cx.tell(at, Row::WrittenOtherwise, "body", said);
    }
}

/// How its messages are proven.
fn proven(cx: &Cx<'_>, at: &At, old: &Operation, new: &Operation) {
    let scheme = |api: &Api, it: &Operation| {
        let name = it.authentication.map(|id| api.scheme(id).name.clone());
        name.unwrap_or_else(|| "none".to_owned())
    };
    let proofs = (scheme(cx.old, old), scheme(cx.new, new));
    if (old.authentication.is_some() || new.authentication.is_some()) && proofs.0 != proofs.1 {
        let said = Said::of("is proven by another scheme")
            .was(proofs.0)
            .is(proofs.1);
        cx.tell(at, Row::ProofChanged, "authentication", said);
    }
    if old.unsigned_answer != new.unsigned_answer {
        let told = |it: bool| {
            if it {
                "unsigned responses are taken"
            } else {
                "responses have to be signed"
            }
        };
        let said = Said::of(told(new.unsigned_answer));
        let said = said
            .was(told(old.unsigned_answer))
            .is(told(new.unsigned_answer));
        cx.tell(at, Row::ProofChanged, "signed_answer", said);
    }
    let keys = [(cx.old, &old.keys), (cx.new, &new.keys)].map(|(api, it)| {
        let it = it.as_ref()?;
        let wire = |id| api.field(id).map_or("", |it| &it.wire);
        Some(format!(
            "{} with {} and {}",
            wire(it.list),
            wire(it.id),
            wire(it.key)
        ))
    });
    if keys[0] != keys[1] {
        let told = |it: &Option<String>| it.clone().unwrap_or_else(|| "none".to_owned());
        let said = Said::of("hands out other keys")
            .was(told(&keys[0]))
            .is(told(&keys[1]));
        cx.tell(at, Row::ProofChanged, "keys", said);
    }
}

fn repeats(cx: &Cx<'_>, at: &At, old: &Operation, new: &Operation) {
    let told = |it: &Operation| {
        let safe = if it.safe { "safe" } else { "not safe" };
        let key = it.idempotency.as_ref().map(|it| {
            let Idempotency {
                key,
                repeat,
                text: _,
            } = it;
            format!("; key {key:?}, repeat {repeat:?}")
        });
        format!("{safe}{}", key.unwrap_or_default())
    };
    let (was, is) = (told(old), told(new));
    if was != is {
        let said = Said::of("is repeated in other cases").was(was).is(is);
        cx.tell(at, Row::RepeatsChanged, "repeats", said);
    }
}

fn paged(cx: &Cx<'_>, at: &At, old: Option<&Pages>, new: Option<&Pages>) {
    let parts = |it: &Pages| {
        let Pages {
            by,
            more,
            items,
            item: _, // a type, which is compared by itself
            text: _,
        } = it;
        (by.clone(), more.clone(), items.clone())
    };
    let (row, said) = match (old, new) {
        (None, None) => return,
        (None, Some(new)) => (
            Row::PagesAdded,
            Said::of("is read page by page").is(&new.text),
        ),
        (Some(old), None) => (
            Row::PagesRemoved,
            Said::of("is no longer read page by page").was(&old.text),
        ),
        (Some(old), Some(new)) if parts(old) == parts(new) => return,
        (Some(old), Some(new)) => {
            let said = Said::of("finds its next page otherwise");
            (Row::PagesChanged, said.was(&old.text).is(&new.text))
        }
    };
    cx.tell(at, row, "pages", said);
}

fn contexts(cx: &Cx<'_>, at: &At, sides: (&Operation, &Operation), old: &[ContextField]) {
    let new = sides.1.context.as_ref().map_or(&[][..], |it| &it.fields);
    let told = |api: &Api, all: &[ContextField]| {
        let all = all.iter().map(|it| {
            let ContextField { name, enum_ } = it;
            format!("{name}: {}", api.type_(*enum_).name)
        });
        let all: Vec<String> = all.collect();
        if all.is_empty() {
            "nothing".to_owned()
        } else {
            all.join(", ")
        }
    };
    let (was, is) = (told(cx.old, old), told(cx.new, new));
    if was != is {
        let first = |it: &Operation| it.context.as_ref().map(|_| Named::Context(it.id, 0));
        let at = At {
            old: first(sides.0).or(at.old),
            new: first(sides.1).or(at.new),
            ..at.clone()
        };
        let at = &at;
        let said = Said::of("is told something else beside its request")
            .was(was)
            .is(is);
        cx.tell(at, Row::ContextChanged, "context", said);
    }
}

/// What an answer holds; objects of its own are compared as types.
pub(super) fn answer(cx: &Cx<'_>, at: &At, old: &Answer, new: &Answer) {
    let is_same = match (old, new) {
        (Answer::Own(_), Answer::Own(_))
        | (Answer::Text, Answer::Text)
        | (Answer::Bytes, Answer::Bytes)
        | (Answer::Nothing, Answer::Nothing) => true,
        (Answer::Json(old), Answer::Json(new)) => kinds::is_same(cx, &old.ty, &new.ty),
        (Answer::ByStatus(was), Answer::ByStatus(is)) => {
            by_status(cx, at, was, is);
            return;
        }
        _ => false,
    };
    if !is_same {
        let said = Said::of("answers with another type");
        let said = said
            .was(words::answer(cx.old, old))
            .is(words::answer(cx.new, new));
        cx.tell(at, Row::AnswerTypeChanged, "answer", said);
    }
}

fn by_status(cx: &Cx<'_>, at: &At, old: &[StatusAnswer], new: &[StatusAnswer]) {
    let pairs = pair(old, new, |it| &it.text, |_, _| false);
    for &gone in &pairs.removed {
        let said = Said::of("no longer answers with this status").was(&old[gone].text);
        cx.tell(at, Row::CaseRemoved, "status", said);
    }
    for &added in &pairs.added {
        let said = Said::of("also answers with this status").is(&new[added].text);
        cx.tell(at, Row::CaseAdded, "status", said);
    }
    for (was, is, _) in pairs.both() {
        answer(cx, at, &old[was].answer, &new[is].answer);
    }
}

fn examples(cx: &Cx<'_>, at: &At, old: &[Example], new: &[Example]) {
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    let here = |name: &str| At::new(format!("{}.examples.{name}", at.place), at.old, at.new);
    for &gone in &pairs.removed {
        cx.tell(
            &here(&old[gone].name),
            Row::Described,
            "example",
            Said::of("was removed"),
        );
    }
    for &added in &pairs.added {
        cx.tell(
            &here(&new[added].name),
            Row::Described,
            "example",
            Said::of("was added"),
        );
    }
    for (was, is, _) in pairs.both() {
        let Example {
            name,
            doc,
            body,
            json,
            http,
            context,
            evidence,
        } = &old[was];
        let is = &new[is];
        if (doc, body, json, http, context) != (&is.doc, &is.body, &is.json, &is.http, &is.context)
        {
            cx.tell(
                &here(name),
                Row::Described,
                "example",
                Said::of("shows something else"),
            );
        }
        docs::evidence(cx, &here(name), evidence, &is.evidence);
    }
}
