//! Pages of a list that a test gives.

use serde_json::{Map, Value};

use super::Refusal;
use super::answer::Script;
use super::check::Incoming;
use super::place::place;
use super::say::{self, Said};
use super::table::Served;
use crate::client::{PageBy, Paging, query};

/// The member of a query by which links of the fake name a page.
const NTH: &str = "fake_page";

/// The page that a request asks for.
pub(super) fn page(
    served: &Served,
    script: &Script,
    incoming: &Incoming,
    http: Option<u16>,
) -> Result<Said, Refusal> {
    let operation = served.operation;
    let Some(paging) = served.paging else {
        let message = format!(
            "the script has pages for `{}`, which documents none",
            operation.name
        );
        return Err(Refusal::new("FAKE_NO_PAGES", message));
    };
    let joined = incoming.joined(served).unwrap_or_default();
    let request = serde_json::from_slice(&joined).unwrap_or_default();
    let (path, query) = incoming.parts();
    let asked = Asked {
        paging,
        script,
        request,
    };
    let start = asked.start(query)?;
    let items = script.items.get(start..).unwrap_or_default();
    let size = script.size.max(1);
    let here = &items[..size.min(items.len())];
    let next = start.saturating_add(here.len());
    let next = (next < script.items.len()).then_some(next);

    let mut said = say::usual(served, http);
    let mut body = serde_json::from_slice(&said.body).unwrap_or_default();
    let way = operation.api.envelope.data.first().copied();
    asked.write(place(&mut body, way.unwrap_or_default()), here, next);
    said.body = body.to_string().into_bytes();
    said.told = format!("a page of {} items", here.len());
    if let (PageBy::Link, Some(next)) = (paging.by, next) {
        let others = query::without_pair(query, NTH);
        let before = if others.is_empty() { "" } else { "&" };
        said.link = Some(format!(
            "<{path}?{others}{before}{NTH}={next}>; rel=\"next\""
        ));
    }
    Ok(said)
}

struct Asked<'a> {
    paging: &'static Paging,
    script: &'a Script,
    request: Map<String, Value>,
}

impl Asked<'_> {
    /// The first item of the page.
    fn start(&self, query: &str) -> Result<usize, Refusal> {
        let number = |text: &str| text.parse::<usize>().ok();
        let found = match self.paging.by {
            PageBy::Cursor { into, .. } => self.given(into).map(|it| number(&it)),
            PageBy::LastId { of, into } => self.given(into).map(|it| self.after(of, &it)),
            PageBy::Number { into, from } => self.given(into).map(|it| {
                let pages = it.parse::<i64>().ok()?.checked_sub(from)?;
                usize::try_from(pages)
                    .ok()?
                    .checked_mul(self.script.size.max(1))
            }),
            PageBy::Link => {
                let values = query::values(query, NTH);
                values.first().map(|it| number(it))
            }
        };
        let found = found.unwrap_or(Some(0));
        found.ok_or_else(|| Refusal::new("FAKE_UNKNOWN_PAGE", "there is no such page".to_owned()))
    }

    /// A member of the request, as a text.
    fn given(&self, name: &str) -> Option<String> {
        let value = self.request.get(name)?;
        (!value.is_null()).then(|| text(value))
    }

    /// What stands behind the item with this id.
    fn after(&self, of: &[&str], id: &str) -> Option<usize> {
        let is_it = |item: &Value| {
            let found = of.iter().try_fold(item, |it, name| it.get(*name));
            found.is_some_and(|it| text(it) == id)
        };
        let at = self.script.items.iter().position(is_it)?;
        at.checked_add(1)
    }

    /// Writes the items, and what leads to the next page.
    fn write(&self, data: &mut Value, here: &[Value], next: Option<usize>) {
        *place(data, self.paging.items) = here.to_vec().into();
        if let PageBy::Cursor { of, .. } = self.paging.by {
            let cursor = next.map_or(Value::Null, |it| it.to_string().into());
            *place(data, of) = cursor;
        }
        if let Some(more) = self.paging.more {
            *place(data, more) = next.is_some().into();
        }
    }
}

/// A value as it stands in a query.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
