//! What is new on a page, as lines of YAML to add.

use stipula_facts::{Fact, Kind, place};
use stipula_spec::raw::RawSpec;

use super::yaml;
use crate::{
    Step,
    captures::Capture,
    draft::added::{self, Described, Part, Sketch},
    whose::is_below,
};

/// A page as it is now.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub(super) spec: &'a RawSpec,
    pub(super) source: &'a str,
    pub(super) capture: &'a Capture,
    pub(super) facts: &'a [Fact],
    pub(super) described: &'a Described,
}

/// Where a new member belongs: what holds it, and the member before it.
pub(super) struct Beside {
    pub(super) owner: String,
    pub(super) after: Option<String>,
    /// Whether the owner is an answer, of which nothing is demanded.
    pub(super) is_answer: bool,
}

impl Beside {
    fn to_add(&self) -> String {
        match &self.after {
            Some(after) => format!("add to `{}`, after `{after}`", self.owner),
            None => format!("add to `{}`", self.owner),
        }
    }
}

impl<'a> Now<'a> {
    fn part(&self, at: &'a str) -> Part<'a> {
        Part {
            source: self.source,
            text: &self.capture.text,
            page: &self.capture.page,
            facts: self.facts,
            described: self.described,
            at,
        }
    }

    /// The fact of a kind at a place.
    pub(super) fn fact(&self, at: &str, kind: Kind) -> Option<&'a Fact> {
        self.facts.iter().find(|it| it.kind == kind && it.at == at)
    }

    /// A new member.
    pub(super) fn member(&self, at: &'a str, beside: &Beside) -> Vec<Step> {
        let sketch = added::member(self.part(at), &beside.owner, beside.is_answer);
        let mut steps = vec![Step::with(beside.to_add(), &sketch.lines)];
        steps.extend(types(&sketch));
        steps
    }

    /// The type of a member, with the types that it needs.
    pub(super) fn type_of(&self, at: &'a str) -> (String, Vec<Step>) {
        let word = self.fact(at, Kind::Type).and_then(|it| it.value.as_str());
        let is_listed = self.fact(at, Kind::Value).is_some();
        let known = word.filter(|_| !is_listed);
        if let Some(ty) = known.and_then(|it| yaml::type_of(it, self.spec)) {
            return (ty, Vec::new());
        }
        let sketch = added::member(self.part(at), "", false);
        let mut lines = sketch.lines.lines();
        let line = lines.find_map(|it| it.trim_start().strip_prefix("type: "));
        let steps = types(&sketch).into_iter().collect();
        (line.unwrap_or("json").to_owned(), steps)
    }

    /// A new operation of a page of many.
    pub(super) fn operation(&self, at: &'a str) -> Vec<Step> {
        let sketch = added::operation(self.part(at));
        let what = "add the operation, in a file of its own that `include` names";
        let mut steps = vec![Step::with(what, &sketch.lines)];
        steps.extend(types(&sketch));
        steps
    }

    /// A type of a page of many.
    pub(super) fn object(&self, at: &'a str) -> Vec<Step> {
        types(&added::object(self.part(at))).into_iter().collect()
    }

    /// A part of the page that names do not lead to: one of several shapes, or another answer.
    pub(super) fn shape(&self, at: &'a str) -> Vec<Step> {
        let mut steps = self.object(at);
        let source = self.source;
        steps.push(Step::of(format!(
            "lay `{at}` to that type in `parts` of the source `{source}`"
        )));
        steps
    }

    /// A result code.
    pub(super) fn code(&self, at: &str, beside: &Beside) -> Vec<Step> {
        let class = self.fact(at, Kind::Class).and_then(|it| it.value.as_str());
        let class = class.map_or_else(|| "TODO".to_owned(), yaml::scalar);
        let line = format!("{}: {{ class: {class}, doc: TODO }}", last(at));
        vec![Step::with(beside.to_add(), &line)]
    }

    /// A host.
    pub(super) fn host(&self, at: &str, beside: &Beside) -> Vec<Step> {
        let host = self.fact(at, Kind::Host).and_then(|it| it.value.as_str());
        let url = url(host.unwrap_or("TODO"));
        let name = last(at).to_lowercase();
        let line = format!(
            "{name}: {{ url: \"{url}\", doc: TODO, source: {} }}",
            self.source
        );
        vec![Step::with(beside.to_add(), &line)]
    }

    /// A header of every call.
    pub(super) fn header(&self, at: &str, beside: &Beside) -> Vec<Step> {
        let way = match at.split('/').next() {
            Some("request-headers") => "request",
            Some("response-headers") => "response",
            _ => "both",
        };
        let need = self.fact(at, Kind::Need).and_then(|it| it.value.as_str());
        let need = if need == Some("required") {
            "required: true, "
        } else {
            ""
        };
        let line = format!(
            "{}: {{ in: {way}, {need}doc: TODO, source: {} }}",
            last(at),
            self.source
        );
        vec![Step::with(beside.to_add(), &line)]
    }

    /// Whether the page describes members below a place.
    pub(super) fn has_members(&self, at: &str) -> bool {
        let mut facts = self.facts.iter();
        facts.any(|it| it.kind == Kind::Field && it.at != at && is_below(&it.at, at))
    }
}

fn types(sketch: &Sketch) -> Option<Step> {
    (!sketch.types.is_empty()).then(|| Step::with("add to `types`", &sketch.types))
}

/// An address, whether the page writes its scheme or not.
pub(super) fn url(host: &str) -> String {
    let host = host.trim_end_matches('/');
    if host.contains("://") {
        host.to_owned()
    } else {
        format!("https://{host}")
    }
}

/// The name that a place ends with, as YAML.
fn last(at: &str) -> String {
    yaml::scalar(&place::last(at))
}
