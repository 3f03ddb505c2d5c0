//! What is told of an API beside what it does.

use super::{Cx, api::value, url};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawApi,
    yaml::Text,
};
use stipula_contract::{About, Scalar};

/// Version, date, contact and repository.
pub(super) fn about(cx: &mut Cx<'_>, raw: &RawApi) -> About {
    if let Some(date) = &raw.date
        && Scalar::Date.counted(&date.value).is_none()
    {
        let message = format!("`date` is `{}`, which is no date", date.value);
        let diagnostic = Diagnostic::new(Code::BadScalar, date.span, message);
        cx.sink
            .report(diagnostic.help("write year, month and day: `2026-01-31`"));
    }
    if let Some(repository) = &raw.repository {
        address(cx, repository);
    }
    About {
        version: value(raw.version.as_ref()),
        date: value(raw.date.as_ref()),
        contact: value(raw.contact.as_ref()),
        repository: value(raw.repository.as_ref()),
    }
}

fn address(cx: &mut Cx<'_>, written: &Text) {
    if let Err(help) = url::check(&written.value) {
        let message = format!("`{}` is no address of a repository", written.value);
        cx.sink
            .report(Diagnostic::new(Code::BadUrl, written.span, message).help(help));
    }
}
