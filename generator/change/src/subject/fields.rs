//! Members of objects.

use stipula_contract::{Field, Location, Module, Named, Style, Type};

use super::{docs, kinds, limits, presence};
use crate::{
    Row,
    cx::{At, Cx, Said},
    words,
};

/// The value rules that follow from something else that is compared.
const IMPLIED: [&str; 4] = ["known", "case_of", "segment", "url"];

pub(super) fn added(cx: &Cx<'_>, ty: &Type, field: &Field) {
    let at = cx.at_field(None, Some((ty, field)));
    let (row, need) = match ty.module {
        Module::Request => presence::of_added(field),
        Module::Response | Module::Enums if field.guaranteed => {
            (Row::GuaranteedAdded, "always there".to_owned())
        }
        Module::Response | Module::Enums => (Row::AnswerMemberAdded, "may be there".to_owned()),
    };
    let what = format!("was added, {need}");
    let said = Said::of(what).is(words::item(cx.new, &field.item));
    cx.tell(&at, row, "member", said);
}

pub(super) fn removed(cx: &Cx<'_>, ty: &Type, new: &Type, field: &Field) {
    let mut at = cx.at_field(Some((ty, field)), None);
    at.place = format!("{}.{}", cx.at_type(Some(ty), Some(new)).place, field.wire);
    let row = match ty.module {
        Module::Request => Row::MemberRemoved,
        Module::Response | Module::Enums => Row::AnswerMemberRemoved,
    };
    let said = Said::of("was removed").was(words::item(cx.old, &field.item));
    cx.tell(&at, row, "member", said);
}

pub(super) fn one(
    cx: &Cx<'_>,
    ((old_type, old), (new_type, new)): ((&Type, &Field), (&Type, &Field)),
    is_renamed: bool,
) {
    let Field {
        id,
        wire: _, // `called` tells it with the name where it travels
        names: _,
        location,
        sent_as: _,
        style,
        item,
        presence: _, // `presence` takes the whole field
        aliases,
        doc,
        deprecated,
        default,
        sample,
        recursive,
        clears: _, // `FLAGS`
        lenient: _,
        sensitive: _,
        encrypted: _,
        sealed: _,
        guaranteed,
        evidence,
    } = old;
    let is_request = old_type.module == Module::Request;
    let at = cx.at_field(Some((old_type, old)), Some((new_type, new)));
    called(cx, &at, is_request, (old, new), is_renamed);
    written(cx, &at, (*location, *style), (new.location, new.style));
    let is_same_type = kinds::compare(cx, &at, is_request, item, &new.item);
    if is_same_type {
        limits::compare(cx, &at, is_request, (item, &new.item), &IMPLIED);
    }
    if is_request {
        presence::compare(cx, &at, old_type.id, old, new);
    } else if presence::told(old) != presence::told(new) {
        let said = Said::of("is told to be there in other cases");
        let said = said.was(presence::told(old)).is(presence::told(new));
        cx.tell(&at, Row::AnswerNeedChanged, "required", said);
    }
    others_read(cx, &at, aliases, &new.aliases, is_renamed);
    for it in FLAGS {
        flag(cx, &at, ((it.of)(old), (it.of)(new)), it);
    }
    let large = cx.is_boxed(*id, new.id);
    if is_same_type && guaranteed == &new.guaranteed {
        flag(
            cx,
            &at,
            (*recursive || large.0, new.recursive || large.1),
            &BOX,
        );
    }
    defaults(
        cx,
        &at,
        is_request,
        (default.as_deref(), new.default.as_deref()),
    );
    deprecation(cx, &at, deprecated.as_deref(), new.deprecated.as_deref());
    docs::described(cx, &at, "doc", doc, &new.doc);
    docs::sampled(
        cx,
        &at,
        "sample",
        (sample.as_deref(), new.sample.as_deref()),
    );
    docs::evidence(cx, &at, evidence, &new.evidence);
}

/// What it is called: on the wire, and in Rust.
fn called(cx: &Cx<'_>, at: &At, is_request: bool, (old, new): (&Field, &Field), is_renamed: bool) {
    let (was, is) = (old.sent_name(), new.sent_name());
    let rust = cx.rust_names(Named::Field(old.id), Named::Field(new.id));
    let is_same_in_rust = rust.0 == rust.1;
    if was == is && old.wire == new.wire && is_same_in_rust {
        return;
    }
    let is_known = new.aliases.contains(&old.wire);
    let row = match (was == is, is_request, is_same_in_rust) {
        (true, _, true) => Row::RenamedBehindAlias,
        (true, _, false) => Row::MemberRenamedInRust,
        (false, true, true) => Row::RenamedOnWire,
        (false, true, false) => Row::RenamedBoth,
        (false, false, true) => Row::AnswerRenamed,
        (false, false, false) => Row::AnswerRenamedBoth,
    };
    let names = if was == is {
        (rust.0, rust.1)
    } else {
        (was.to_owned(), is.to_owned())
    };
    let place = if was == is { " in Rust" } else { "" };
    let mut said = Said::of(format!(
        "is called `{}`{place}, and was `{}`",
        names.1, names.0
    ));
    said = said.was(&names.0).is(&names.1);
    if is_renamed && !is_known {
        said = said.guessed();
    }
    cx.tell(at, row, "name", said);
}

fn others_read(cx: &Cx<'_>, at: &At, old: &[String], new: &[String], is_renamed: bool) {
    let gone: Vec<&String> = old.iter().filter(|it| !new.contains(it)).collect();
    let more: Vec<&String> = new.iter().filter(|it| !old.contains(it)).collect();
    for it in gone {
        let said = Said::of(format!("is no longer read as `{it}`")).was(it);
        cx.tell(at, Row::OtherNameIgnored, "alias", said);
    }
    // After a renaming, the old name is one that is read.
    for it in more.into_iter().filter(|_| !is_renamed) {
        let said = Said::of(format!("is also read as `{it}`")).is(it);
        cx.tell(at, Row::OtherNameRead, "alias", said);
    }
}

/// Where it travels, and how it is written there.
fn written(cx: &Cx<'_>, at: &At, old: (Location, Style), new: (Location, Style)) {
    if old == new {
        return;
    }
    let said = if old.0 == new.0 {
        let said = Said::of("is written otherwise");
        said.was(words::style(old.1)).is(words::style(new.1))
    } else {
        Said::of("travels elsewhere")
            .was(old.0.word())
            .is(new.0.word())
    };
    cx.tell(at, Row::WrittenOtherwise, "location", said);
}

fn defaults(cx: &Cx<'_>, at: &At, is_request: bool, (old, new): (Option<&str>, Option<&str>)) {
    if old == new {
        return;
    }
    let row = if is_request {
        Row::DefaultChanged
    } else {
        Row::Described
    };
    let said = Said::of("has another default on the platform");
    let told = |it: Option<&str>| it.unwrap_or("nothing").to_owned();
    cx.tell(at, row, "default", said.was(told(old)).is(told(new)));
}

/// Something that is so or not: the rows and words of becoming so, and of ceasing to be.
struct Flag {
    topic: &'static str,
    of: fn(&Field) -> bool,
    on: (Row, &'static str),
    off: (Row, &'static str),
}

#[rustfmt::skip] // a line for each
const FLAGS: &[Flag] = &[
    Flag { topic: "lenient", of: |it| it.lenient, on: (Row::ReadLeniently, "is read from strings and from numbers"), off: (Row::ReadStrictly, "is read in its own type only") },
    Flag { topic: "null", of: |it| it.clears, on: (Row::ClearsChanged, "is cleared by `null`"), off: (Row::ClearsChanged, "is no longer cleared by `null`") },
    Flag { topic: "sensitive", of: |it| it.sensitive, on: (Row::SensitiveChanged, "is never shown"), off: (Row::SensitiveChanged, "may be shown") },
    Flag { topic: "encrypted", of: |it| it.encrypted, on: (Row::ProofChanged, "travels encrypted"), off: (Row::ProofChanged, "no longer travels encrypted") },
    Flag { topic: "sealed", of: |it| it.sealed, on: (Row::ProofChanged, "travels sealed"), off: (Row::ProofChanged, "no longer travels sealed") },
    Flag { topic: "presence", of: |it| it.guaranteed, on: (Row::NowGuaranteed, "is always there"), off: (Row::NoLongerGuaranteed, "may be absent") },
];

const BOX: Flag = Flag {
    topic: "box",
    of: |it| it.recursive,
    on: (
        Row::Boxed,
        "stands in a box, since its type is large or leads back to it",
    ),
    off: (Row::Boxed, "no longer stands in a box"),
};

fn flag(cx: &Cx<'_>, at: &At, (old, new): (bool, bool), it: &Flag) {
    if old != new {
        let (row, what) = if new { it.on } else { it.off };
        let said = Said::of(what).was(old.to_string()).is(new.to_string());
        cx.tell(at, row, it.topic, said);
    }
}

fn deprecation(cx: &Cx<'_>, at: &At, old: Option<&str>, new: Option<&str>) {
    match (old, new) {
        (None, Some(why)) => {
            let said = Said::of("should no longer be used").is(words::short(why));
            cx.tell(at, Row::Deprecated, "deprecated", said);
        }
        (old, new) => docs::sampled(cx, at, "deprecated", (old, new)),
    }
}
