//! Keys of the spec that say what a kind of fact says: as they are written, and as the page wants them.

use std::collections::BTreeMap;

use stipula_facts::{Confidence, Fact, Kind};

use super::{
    edit::{Task, Writer},
    entry::key,
    sketch::url,
    yaml,
};
use crate::{Step, drift::Moved, told};

impl Writer<'_> {
    /// A step for each key that what moved is about.
    pub(super) fn keys(&self, task: &Task<'_>) -> Vec<Step> {
        let mut keys: BTreeMap<String, &Moved<'_>> = BTreeMap::new();
        for moved in &task.entry.moves {
            let kind = moved.kind();
            let is_said = kind.is_prose() || matches!(kind, Kind::Field | Kind::Sample | Kind::Gap);
            if !is_said && !moved.is_same() {
                keys.entry(key(kind)).or_insert(moved);
            }
        }
        let steps = keys.into_iter();
        steps
            .flat_map(|(key, it)| self.key(&key, it, task))
            .collect()
    }

    fn key(&self, key: &str, moved: &Moved<'_>, task: &Task<'_>) -> Vec<Step> {
        let place = task.place(moved).unwrap_or_default();
        let kind = moved.kind();
        match kind {
            Kind::Need | Kind::RequiredWhen => {
                let (line, words) = self.required(&place, moved, task);
                self.or_words(key, &place, line, words)
            }
            Kind::EffectiveWhen => {
                let (line, words) = condition(key, moved.new);
                self.or_words(key, &place, line, words)
            }
            Kind::Type => self.type_(&place, moved, task),
            Kind::Format => self.format(&place, moved.new),
            Kind::Endpoint => self.endpoint(&place, moved.new),
            Kind::Host => {
                let url = moved.new.map(|it| url(&told(&it.value)));
                self.replaced("url", &place, url.map(|it| format!("url: \"{it}\"")))
            }
            Kind::Size => self.or_words(key, &place, None, moved.new.map(|it| told(&it.value))),
            kind if kind.is_group() => group(&place, kind, moved),
            _ => {
                let line = moved.new.map(|it| yaml::line(key, &it.value));
                self.replaced(key, &place, line)
            }
        }
    }

    /// From the line as it is written to the line that is wanted.
    pub(super) fn replaced(&self, key: &str, place: &str, new: Option<String>) -> Vec<Step> {
        let old = self.written(key, place);
        let step = match (old, new) {
            (Some(old), Some(new)) if old == new => return Vec::new(),
            (Some(old), Some(new)) => format!("change `{old}` to `{new}`"),
            (None, Some(new)) => format!("add `{new}` to `{place}`"),
            (Some(old), None) => format!("delete `{old}`"),
            (None, None) => return Vec::new(),
        };
        vec![Step::of(step)]
    }

    /// What has no key is said in words.
    fn or_words(
        &self,
        key: &str,
        place: &str,
        new: Option<String>,
        words: Option<String>,
    ) -> Vec<Step> {
        let mut steps = self.replaced(key, place, new);
        steps.extend(words.map(|it| Step::of(format!("say in the `doc` of `{place}`: {it}"))));
        steps
    }

    /// A key of a member, as the spec has it.
    fn written(&self, key: &str, place: &str) -> Option<String> {
        let kinds: &[Kind] = match key {
            "required" => &[Kind::RequiredWhen, Kind::Need],
            "effective" => &[Kind::EffectiveWhen],
            "in" => &[Kind::Place],
            "url" => &[Kind::Host],
            other => {
                let kind = Kind::ALL.into_iter().find(|it| it.name() == other)?;
                return self.line(key, place, kind);
            }
        };
        kinds.iter().find_map(|it| self.line(key, place, *it))
    }

    fn line(&self, key: &str, place: &str, kind: Kind) -> Option<String> {
        let claim = self.claim(place, kind).filter(|it| it.explicit)?;
        let is_member = self
            .claim(place, Kind::Field)
            .is_some_and(|it| it.span == claim.span);
        match (is_member, kind) {
            (true, Kind::Need) => Some("presence: guaranteed".to_owned()),
            (true, _) => None,
            (false, _) => Some(format!("{key}: {}", self.text_at(claim.span))),
        }
    }

    /// When a member is required now; in words, where only those are known.
    fn required(
        &self,
        place: &str,
        moved: &Moved<'_>,
        task: &Task<'_>,
    ) -> (Option<String>, Option<String>) {
        let Some(at) = moved
            .new
            .map_or(task.now.fact(&task.entry.at, Kind::Need), Some)
        else {
            return (None, None);
        };
        if let Some(when) = task.now.fact(&at.at, Kind::RequiredWhen) {
            return condition("required", Some(when));
        }
        let need = task.now.fact(&at.at, Kind::Need);
        let owner = place.rsplit_once('.').map_or("", |it| it.0);
        let line = match need.and_then(|it| it.value.as_str()) {
            Some("required") if self.is_answer(owner) => "presence: guaranteed",
            Some("required") => "required: true",
            Some("conditional") => {
                let words = "it is required in some case, which the page does not tell";
                return (None, Some(words.to_owned()));
            }
            _ => return (None, None),
        };
        (Some(line.to_owned()), None)
    }

    fn type_(&self, place: &str, moved: &Moved<'_>, task: &Task<'_>) -> Vec<Step> {
        let Some(new) = moved.new else {
            // A member has a type, whatever a page leaves out.
            return Vec::new();
        };
        let (ty, more) = task.now.type_of(&new.at);
        let mut steps = match place.strip_suffix(".response") {
            Some(operation) => {
                vec![Step::of(format!(
                    "make `{operation}` answer `response: {ty}`"
                ))]
            }
            None => self.replaced("type", place, Some(format!("type: {ty}"))),
        };
        steps.extend(more);
        steps
    }

    /// A form in words, some of which are keys or types.
    fn format(&self, place: &str, new: Option<&Fact>) -> Vec<Step> {
        let Some(words) = new.map(|it| told(&it.value)) else {
            return vec![Step::of(format!("see what `{place}` says of its form"))];
        };
        if words == "milliseconds" {
            return self.replaced("type", place, Some("type: timestamp_millis".to_owned()));
        }
        let key = ["decimal places ", "pattern "].iter().find_map(|it| {
            let rest = words.strip_prefix(it)?;
            Some(format!(
                "{}: {}",
                it.trim_end().replace(' ', "_"),
                yaml::scalar(rest)
            ))
        });
        match key {
            Some(line) => vec![Step::of(format!("say `{line}` of `{place}`"))],
            None => self.or_words("format", place, None, Some(words)),
        }
    }

    /// Method and path; some pages give no method.
    fn endpoint(&self, place: &str, new: Option<&Fact>) -> Vec<Step> {
        let line = |text: &str| match text.split_once(' ') {
            Some((method, path)) => (Some(method.to_lowercase()), path.to_owned()),
            None => (None, text.to_owned()),
        };
        let Some((method, path)) = new.map(|it| line(&told(&it.value))) else {
            return Vec::new();
        };
        let old = self.claim(place, Kind::Endpoint);
        let old = old.map(|it| line(&told(&it.value)));
        let (was, from) = old.unwrap_or_default();
        let method = method.or_else(|| was.clone()).unwrap_or_default();
        let was = was.unwrap_or_default();
        vec![Step::of(format!(
            "change `{was}: {from}` to `{method}: {path}`"
        ))]
    }
}

/// A rule that counts members.
fn group(place: &str, kind: Kind, moved: &Moved<'_>) -> Vec<Step> {
    let name = kind.name();
    let Some(names) = moved.new.and_then(|it| it.value.as_array()) else {
        return vec![Step::of(format!("delete the rule `{name}` from `{place}`"))];
    };
    let names: Vec<String> = names.iter().map(|it| yaml::scalar(&told(it))).collect();
    let line = format!("{name}: [{}]", names.join(", "));
    if moved.old.is_some() {
        return vec![Step::of(format!(
            "make the rule `{name}` of `{place}` say `{line}`"
        ))];
    }
    let first = names.first().map_or("", |it| it);
    let line = format!("- {{ id: TODO, at: {first}, {line}, doc: TODO }}");
    vec![Step::with(
        format!("add to the `rules` of `{place}`"),
        &line,
    )]
}

/// A condition as a key; in words, where the language cannot say it.
fn condition(key: &str, new: Option<&Fact>) -> (Option<String>, Option<String>) {
    let Some(fact) = new else {
        return (None, None);
    };
    let text = told(&fact.value);
    if fact.confidence == Confidence::Words {
        return (None, Some(format!("{key} when {text}")));
    }
    (Some(format!("{key}: {}", yaml::scalar(&text))), None)
}
