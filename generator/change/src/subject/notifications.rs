//! Notifications: what the vendor calls us with.

use stipula_contract::{Api, Named, Notification, NotificationProof, Reply};

use super::{docs, operations};
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::pair,
};

pub(crate) fn compare(cx: &Cx<'_>) {
    let (old, new) = (&cx.old.notifications, &cx.new.notifications);
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    for &gone in &pairs.removed {
        let it = &old[gone];
        let at = At::new(&it.name, Some(Named::Notification(it.id)), None).by(&it.evidence);
        cx.tell(
            &at,
            Row::NotificationRemoved,
            "notification",
            Said::of("was removed"),
        );
    }
    for &added in &pairs.added {
        let it = &new[added];
        let at = At::new(&it.name, None, Some(Named::Notification(it.id))).by(&it.evidence);
        cx.tell(
            &at,
            Row::NotificationAdded,
            "notification",
            Said::of("was added"),
        );
    }
    for (was, is, _) in pairs.both() {
        one(cx, &old[was], &new[is]);
    }
}

fn one(cx: &Cx<'_>, old: &Notification, new: &Notification) {
    let Notification {
        id,
        name,
        names: _, // `renamed` asks what Rust calls it
        summary,
        doc,
        proof,
        when,
        body,
        reply,
        evidence,
    } = old;
    let named = (Named::Notification(*id), Named::Notification(new.id));
    let at = At::new(&new.name, Some(named.0), Some(named.1)).by(&new.evidence);
    docs::renamed(cx, &at, named, (name, &new.name), false);
    let (was, is) = (proven(cx.old, proof), proven(cx.new, &new.proof));
    if was != is {
        let said = Said::of("proves otherwise who sent it").was(was).is(is);
        cx.tell(&at, Row::ProofChanged, "proof", said);
    }
    let text = |it: &Option<stipula_contract::Condition>| {
        it.as_ref()
            .map_or("always".to_owned(), |it| it.text.clone())
    };
    if text(when) != text(&new.when) {
        let said = Said::of("is told from others otherwise")
            .was(text(when))
            .is(text(&new.when));
        cx.tell(&at, Row::NotificationChanged, "when", said);
    }
    if *reply != new.reply {
        let Reply { http: _, body: _ } = reply;
        let said = Said::of("is answered otherwise")
            .was(reply.words())
            .is(new.reply.words());
        cx.tell(&at, Row::NotificationChanged, "reply", said);
    }
    operations::answer(cx, &at, body, &new.body);
    docs::described(cx, &at, "summary", summary, &new.summary);
    docs::described(cx, &at, "doc", doc, &new.doc);
    docs::evidence(cx, &at, evidence, &new.evidence);
}

fn proven(api: &Api, it: &NotificationProof) -> String {
    match it {
        NotificationProof::None => "nothing".to_owned(),
        NotificationProof::Scheme(id) => format!("scheme {}", api.scheme(*id).name),
        NotificationProof::Secret { header, is } => {
            format!("credential {} in {header}", api.credential(*is).name)
        }
    }
}
