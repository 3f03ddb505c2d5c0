//! Environments, documented headers, and what every request carries.

use stipula_contract::{Environment, FixedQuery, Header, HeaderNeed};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::pair,
};

pub(crate) fn compare(cx: &Cx<'_>) {
    environments(cx, &cx.old.environments, &cx.new.environments);
    headers(cx, &cx.old.headers, &cx.new.headers);
    queries(cx, &cx.old.queries, &cx.new.queries);
}

fn environments(cx: &Cx<'_>, old: &[Environment], new: &[Environment]) {
    let at = |it: &Environment| {
        At::new(format!("environments.{}", it.name), None, None).by(&it.evidence)
    };
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    for &gone in &pairs.removed {
        let said = Said::of("was removed").was(&old[gone].url);
        cx.tell(&at(&old[gone]), Row::HostRemoved, "environment", said);
    }
    for &added in &pairs.added {
        let said = Said::of("was added").is(&new[added].url);
        cx.tell(&at(&new[added]), Row::HostAdded, "environment", said);
    }
    for (was, is, _) in pairs.both() {
        let Environment {
            name: _,
            url,
            doc,
            evidence,
        } = &old[was];
        let is = &new[is];
        let at = at(is);
        if *url != is.url {
            let said = Said::of("is at another address").was(url).is(&is.url);
            cx.tell(&at, Row::HostChanged, "url", said);
        }
        docs::described(cx, &at, "doc", doc, &is.doc);
        docs::evidence(cx, &at, evidence, &is.evidence);
    }
    if pairs.is_reordered() {
        let at = At::new("environments", None, None);
        cx.tell(
            &at,
            Row::OrderChanged,
            "order",
            Said::of("are told in another order"),
        );
    }
}

fn header(it: &Header) -> At {
    At::new(format!("headers.{}", it.name), None, None).by(&it.evidence)
}

fn headers(cx: &Cx<'_>, old: &[Header], new: &[Header]) {
    let is_same = |a: &Header, b: &Header| a.name.eq_ignore_ascii_case(&b.name);
    let pairs = pair(old, new, |it| &it.name, is_same);
    for &gone in &pairs.removed {
        let it = &old[gone];
        let row = match (it.in_request, &it.value) {
            (true, Some(_)) => Row::FixedChanged,
            (true, None) => Row::HeaderOptional,
            (false, _) => Row::AnswerHeader,
        };
        cx.tell(
            &header(it),
            row,
            "header",
            Said::of("was removed").was(&it.name),
        );
    }
    for &added in &pairs.added {
        let it = &new[added];
        let row = match (it.in_request, &it.need, &it.value) {
            (true, _, Some(_)) | (true, HeaderNeed::Required, None) => Row::HeaderFilled,
            (true, HeaderNeed::When(_) | HeaderNeed::Optional, None) => Row::HeaderOptional,
            (false, ..) => Row::AnswerHeader,
        };
        cx.tell(
            &header(it),
            row,
            "header",
            Said::of("was added").is(&it.name),
        );
    }
    for (was, is, is_case) in pairs.both() {
        one_header(cx, &old[was], &new[is], is_case);
    }
}

fn one_header(cx: &Cx<'_>, old: &Header, new: &Header, is_case: bool) {
    let Header {
        name,
        in_request,
        in_response,
        need,
        value,
        sample,
        doc,
        evidence,
    } = old;
    let at = header(new);
    if is_case {
        let said = Said::of("has its name written otherwise")
            .was(name)
            .is(&new.name);
        cx.tell(&at, Row::HeaderCase, "name", said);
    }
    if *in_request != new.in_request {
        let row = match (new.in_request, &new.need) {
            (true, HeaderNeed::Required) => Row::HeaderFilled,
            _ => Row::HeaderOptional,
        };
        let told = |it: bool| {
            if it {
                "is sent with requests"
            } else {
                "is not sent with requests"
            }
        };
        cx.tell(&at, row, "in_request", Said::of(told(new.in_request)));
    }
    if *in_response != new.in_response {
        let told = |it: bool| {
            if it {
                "comes with responses"
            } else {
                "does not come with responses"
            }
        };
        cx.tell(
            &at,
            Row::AnswerHeader,
            "in_response",
            Said::of(told(new.in_response)),
        );
    }
    if *need != new.need {
        let row = match (new.in_request, &new.need) {
            (true, HeaderNeed::Required) => Row::HeaderFilled,
            (true, _) => Row::HeaderOptional,
            (false, _) => Row::AnswerHeader,
        };
        let told = |it: &HeaderNeed| match it {
            HeaderNeed::Required => "always".to_owned(),
            HeaderNeed::When(when) => format!("when {when}"),
            HeaderNeed::Optional => "perhaps".to_owned(),
        };
        let said = Said::of("is there in other cases")
            .was(told(need))
            .is(told(&new.need));
        cx.tell(&at, row, "need", said);
    }
    if *value != new.value {
        let told = |it: &Option<String>| it.clone().unwrap_or_else(|| "no fixed text".to_owned());
        let said = Said::of("carries another text")
            .was(told(value))
            .is(told(&new.value));
        cx.tell(&at, Row::FixedChanged, "value", said);
    }
    docs::described(cx, &at, "doc", doc, &new.doc);
    docs::sampled(
        cx,
        &at,
        "sample",
        (sample.as_deref(), new.sample.as_deref()),
    );
    docs::evidence(cx, &at, evidence, &new.evidence);
}

fn queries(cx: &Cx<'_>, old: &[FixedQuery], new: &[FixedQuery]) {
    let at = |it: &FixedQuery| At::new(format!("query.{}", it.name), None, None).by(&it.evidence);
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    for &gone in &pairs.removed {
        let said = Said::of("is no longer sent").was(&old[gone].value);
        cx.tell(&at(&old[gone]), Row::FixedChanged, "value", said);
    }
    for &added in &pairs.added {
        let said = Said::of("is sent with every request").is(&new[added].value);
        cx.tell(&at(&new[added]), Row::FixedChanged, "value", said);
    }
    for (was, is, _) in pairs.both() {
        let FixedQuery {
            name: _,
            value,
            doc,
            evidence,
        } = &old[was];
        let is = &new[is];
        let at = at(is);
        if *value != is.value {
            let said = Said::of("carries another text").was(value).is(&is.value);
            cx.tell(&at, Row::FixedChanged, "value", said);
        }
        docs::described(cx, &at, "doc", doc, &is.doc);
        docs::evidence(cx, &at, evidence, &is.evidence);
    }
}
