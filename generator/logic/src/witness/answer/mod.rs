//! Answers that say that it was done, made of what the contract tells of them.
//!
//! What always comes is there, and what has a sample. Of an object of which nothing is said to always
//! come, everything is there: whoever reads it wants to see its members.

mod making;
mod said;

use serde_json::{Map, Value as Any};

use self::making::{Making, Members};
use crate::judge::from_text;
use stipula_contract::{
    Answer, Api, ClassOfResult, Object, Operation, Outcome, OutcomeBy, ResultCode, TypeId, TypeRef,
};

/// A whole answer of success with this HTTP status, or the first; none where it is no JSON.
///
/// Members of its head stand beside those of its body, as in documented answers.
pub fn success(api: &Api, operation: &Operation, status: Option<u16>) -> Option<Any> {
    whole(api, operation, status, Members::Shown)
}

/// A body of the operation's own type that says that it failed in this way; none where it has none.
pub fn failure(
    api: &Api,
    operation: &Operation,
    outcome: &Outcome,
    code: &ResultCode,
) -> Option<Any> {
    let own = api.type_(operation.answer.object()?).object()?;
    let mut members = Map::new();
    said::write(api, outcome, Some(own), Some(code), &mut members);
    Some(Any::Object(members))
}

/// A documented answer of success with what the page left out of it: how it went, and the members that
/// always come. Any other answer as it is.
pub fn completed(api: &Api, operation: &Operation, status: Option<u16>, json: &Any) -> Any {
    let mut json = json.clone();
    if is_success(api, &json)
        && let Some(least) = whole(api, operation, status, Members::Guaranteed)
    {
        let answer = operation.answer.at(status);
        let names = Names {
            api,
            outcome: api.outcome.as_ref(),
        };
        names.add(answer.object(), &mut json, least);
    }
    json
}

fn whole(api: &Api, operation: &Operation, status: Option<u16>, members: Members) -> Option<Any> {
    let answer = operation.answer.at(status);
    let data = match answer {
        Answer::Own(id) => Making::new(api, members).object(*id),
        Answer::Json(item) => Making::new(api, members).item(item),
        Answer::Text | Answer::Bytes | Answer::Nothing | Answer::ByStatus(_) => return None,
    };
    let Some(outcome) = &api.outcome else {
        return Some(data);
    };
    let way = outcome.data.first().map_or(&[][..], |it| &it.0);
    let mut body = Any::Object(Map::new());
    *place(&mut body, way) = data;
    if outcome.by == OutcomeBy::Member
        && let Any::Object(members) = &mut body
    {
        let code = success_of(api, operation);
        // What the data is says nothing of the body around it.
        let own = answer.object().filter(|_| way.is_empty());
        let own = own.and_then(|id| api.type_(id).object());
        said::write(api, outcome, own, code, members);
    }
    Some(body)
}

/// The first code that says that it was done.
fn success_of<'a>(api: &'a Api, operation: &'a Operation) -> Option<&'a ResultCode> {
    let mut codes = operation.errors.iter().chain(&api.errors);
    codes.find(|it| it.class == ClassOfResult::Success)
}

/// What stands at the end of a way, below objects that are made where there are none.
fn place<'v>(value: &'v mut Any, way: &[String]) -> &'v mut Any {
    way.iter().fold(value, |value, name| {
        if !value.is_object() {
            *value = Any::Object(Map::new());
        }
        &mut value[name.as_str()]
    })
}

/// Whether a body says that it was done, or nothing of it.
fn is_success(api: &Api, body: &Any) -> bool {
    let by_member = |it: &&Outcome| it.by == OutcomeBy::Member;
    let Some(outcome) = api.outcome.as_ref().filter(by_member) else {
        return true;
    };
    let mut inner = outcome.object.iter().filter_map(|name| body.get(name));
    let inner = inner.next().unwrap_or(body);
    let mut found = outcome.status.iter().filter_map(|name| inner.get(name));
    let Some(status) = found.next() else {
        return true;
    };
    let text = status
        .as_str()
        .map_or_else(|| status.to_string(), str::to_owned);
    outcome.success.contains(&text)
}

/// By which names a member may be there already.
struct Names<'a> {
    api: &'a Api,
    outcome: Option<&'a Outcome>,
}

impl Names<'_> {
    /// Adds what an answer lacks.
    fn add(&self, id: Option<TypeId>, to: &mut Any, from: Any) {
        let (Any::Object(to), Any::Object(from)) = (to, from) else {
            return;
        };
        let object = id.and_then(|id| self.api.type_(id).object());
        for (name, value) in from {
            let field = object.and_then(|it| it.field(&name));
            let aliases = field.map_or(&[][..], |it| &it.aliases);
            let others = aliases.iter().chain(self.group(&name));
            let mut all = std::iter::once(&name).chain(others);
            let Some(there) = all.find(|it| to.contains_key(*it)).cloned() else {
                to.insert(name, value);
                continue;
            };
            let inner = field.and_then(|it| match it.item.ty {
                TypeRef::Object(id) => Some(id),
                _ => None,
            });
            if let Some(there) = to.get_mut(&there) {
                self.add(inner, there, value);
            }
        }
    }

    /// The other names of a member that says how it went.
    fn group(&self, name: &String) -> &[String] {
        let Some(outcome) = self.outcome else {
            return &[];
        };
        let groups = [
            &outcome.object,
            &outcome.code,
            &outcome.status,
            &outcome.message,
        ];
        let mut groups = groups.into_iter();
        groups.find(|it| it.contains(name)).map_or(&[], |it| it)
    }
}

/// The text of a member as its type wants it.
fn typed(object: &Object, name: &String, text: &str) -> Option<(String, Any)> {
    let field = said::named(object, name)?;
    let value = from_text(&field.item.ty, text)?;
    Some((field.wire.clone(), value))
}
