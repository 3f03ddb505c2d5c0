//! Result codes.

use stipula_contract::{Named, Operation, ResultCode};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::pair,
};

/// Codes of an operation, or those that every operation may answer with.
pub(crate) fn compare(
    cx: &Cx<'_>,
    of: Option<(&Operation, &Operation)>,
    old: &[ResultCode],
    new: &[ResultCode],
) {
    let owner = of.map_or(String::new(), |it| format!("{}.", it.1.name));
    let place = |it: &ResultCode| format!("{owner}errors.{}", it.code);
    let is_renamed = |a: &ResultCode, b: &ResultCode| {
        !a.doc.is_empty()
            && (&a.doc, a.class, &a.status, a.http, &a.evidence)
                == (&b.doc, b.class, &b.status, b.http, &b.evidence)
    };
    let pairs = pair(old, new, |it| &it.code, is_renamed);
    for &gone in &pairs.removed {
        let it = &old[gone];
        let at = At::new(place(it), Some(Named::Code(it.id)), None).by(&it.evidence);
        cx.tell(
            &at,
            Row::CodeRemoved,
            "code",
            Said::of("is no longer a code").was(&it.code),
        );
    }
    for &added in &pairs.added {
        let it = &new[added];
        let at = At::new(place(it), None, Some(Named::Code(it.id))).by(&it.evidence);
        cx.tell(
            &at,
            Row::CodeAdded,
            "code",
            Said::of("is a new code").is(&it.code),
        );
    }
    for (was, is, is_renamed) in pairs.both() {
        let (was, is) = (&old[was], &new[is]);
        let named = (Named::Code(was.id), Named::Code(is.id));
        let at = At::new(place(is), Some(named.0), Some(named.1)).by(&is.evidence);
        one(cx, &at, was, is, is_renamed);
    }
}

fn one(cx: &Cx<'_>, at: &At, old: &ResultCode, new: &ResultCode, is_renamed: bool) {
    let ResultCode {
        code,
        id: _,
        names: _, // `rust_names` has them
        status,
        http,
        class,
        doc,
        evidence,
    } = old;
    let (Some(was), Some(is)) = (at.old, at.new) else {
        return;
    };
    if is_renamed {
        let said = Said::of(format!("is called `{}`, and was `{code}`", new.code));
        cx.tell(
            at,
            Row::CodeRenamed,
            "code",
            said.was(code).is(&new.code).guessed(),
        );
    }
    let rust = cx.rust_names(was, is);
    if rust.0 != rust.1 {
        let said = Said::of(format!(
            "is called `{}` in Rust, and was `{}`",
            rust.1, rust.0
        ));
        cx.tell(at, Row::RenamedInRust, "name", said.was(rust.0).is(rust.1));
    }
    let told = |it: &ResultCode| {
        let http = it.http.map(|it| format!(", HTTP {it}")).unwrap_or_default();
        format!("{}{http}", it.status)
    };
    if *class != new.class {
        let said = Said::of(format!(
            "counts as {}, and did as {}",
            new.class.word(),
            class.word()
        ));
        cx.tell(
            at,
            Row::CodeClass,
            "class",
            said.was(class.word()).is(new.class.word()),
        );
    } else if (status, http) != (&new.status, &new.http) {
        let said = Said::of("comes with another status")
            .was(told(old))
            .is(told(new));
        cx.tell(at, Row::OutcomeChanged, "status", said);
    }
    if *doc != new.doc {
        let said = Said::of("is told otherwise").was(crate::words::short(doc));
        cx.tell(
            at,
            Row::CodeMessage,
            "message",
            said.is(crate::words::short(&new.doc)),
        );
    }
    docs::evidence(cx, at, evidence, &new.evidence);
}
