//! Which rules of a page a documented body breaks.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::{Confidence, Fact, Kind, place::below};

use crate::json::{Json, Node};

/// What a page says about a member.
#[derive(Debug, Default)]
struct Member {
    of: String,
    required: bool,
    /// Nothing says that it stands here, and not inside of a fold.
    unsure: bool,
    values: BTreeSet<String>,
    max_chars: Option<u64>,
    range: Option<(f64, f64)>,
}

/// The members of a page by their places.
pub(super) struct Schema(BTreeMap<String, Member>);

impl Schema {
    pub(super) fn of(facts: &[Fact]) -> Self {
        let mut members: BTreeMap<String, Member> = BTreeMap::new();
        for fact in facts
            .iter()
            .filter(|it| it.at.starts_with("request/") || it.at.starts_with("response/"))
        {
            if fact.kind == Kind::Field {
                let member = members.entry(fact.at.clone()).or_default();
                member.unsure = fact.confidence == Confidence::Inferred;
            }
        }
        for fact in facts {
            let Some(member) = members.get_mut(&fact.at) else {
                continue;
            };
            let text = fact.value.as_str().unwrap_or_default();
            match fact.kind {
                Kind::Type => text.clone_into(&mut member.of),
                Kind::Need => member.required = text == "required",
                Kind::Value => drop(member.values.insert(text.to_owned())),
                // Of two limits, a body is held against the wider one.
                Kind::MaxChars => member.max_chars = member.max_chars.max(most(&fact.value)),
                Kind::Range => member.range = fact.value[0].as_f64().zip(fact.value[1].as_f64()),
                _ => {}
            }
        }
        Self(members)
    }

    /// Which way a body goes that has no title: that with more of its members.
    pub(super) fn direction(&self, root: &Node) -> Option<&'static str> {
        let shared = |part: &str| {
            let objects = std::iter::once(root).chain(root.items());
            let members = objects.flat_map(|it| match &it.value {
                Json::Object(members) => members.as_slice(),
                _ => &[],
            });
            members
                .filter(|(name, _)| self.0.contains_key(&below(part, name)))
                .count()
        };
        let (request, response) = (shared("request"), shared("response"));
        match request.max(response) {
            0 => None,
            _ if request >= response => Some("request"),
            _ => Some("response"),
        }
    }

    /// Sentences about what is broken, each once.
    pub(super) fn judge(&self, root: &Node, part: &str) -> BTreeSet<String> {
        let mut broken = BTreeSet::new();
        if self.children(part).next().is_some() {
            self.object(root, part, part, &mut broken);
        }
        broken
    }

    /// Names and places of the members right below a place.
    fn children<'a>(&'a self, at: &str) -> impl Iterator<Item = (&'a str, &'a Member)> + use<'a> {
        let start = format!("{at}/");
        let after = self.0.range(start.clone()..);
        let inside = after.map_while({
            let start = start.clone();
            move |(place, member)| {
                place
                    .strip_prefix(start.as_str())
                    .map(|name| (name, member))
            }
        });
        inside.filter(|(name, _)| !name.contains(['/', '[']))
    }

    /// The place whose table fits an object: of several variants, the one with most of its members.
    fn variant(&self, object: &[(String, Node)], at: &str) -> String {
        let start = format!("{at}[");
        let places = self
            .0
            .range(start.clone()..)
            .map_while(|(place, _)| place.strip_prefix(start.as_str()));
        let titles: BTreeSet<&str> = places.filter_map(|it| it.split("]/").next()).collect();
        let shared = |title: &&str| {
            let place = format!("{at}[{title}]");
            object
                .iter()
                .filter(|(name, _)| self.0.contains_key(&below(&place, name)))
                .count()
        };
        let best = titles.into_iter().rev().max_by_key(shared);
        best.map_or_else(|| at.to_owned(), |it| format!("{at}[{it}]"))
    }

    fn object(&self, node: &Node, at: &str, part: &str, broken: &mut BTreeSet<String>) {
        let Json::Object(members) = &node.value else {
            return;
        };
        let at = if self.children(at).next().is_some() {
            at.to_owned()
        } else {
            self.variant(members, at)
        };
        let known: BTreeMap<_, _> = self.children(&at).collect();
        if known.is_empty() {
            return;
        }
        let names: BTreeSet<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
        if at != part && Self::is_map(members, &known) {
            for (_, node) in members {
                self.object(node, &at, part, broken);
            }
            return;
        }
        for (name, _) in known
            .iter()
            .filter(|(name, it)| it.required && !it.unsure && !names.contains(*name))
        {
            broken.insert(format!(
                "{} is required and missing",
                shown(&below(&at, name), part)
            ));
        }
        for (name, node) in members {
            let place = below(&at, name);
            match self.0.get(&place) {
                Some(member) => self.member(node, &place, member, part, broken),
                None => drop(broken.insert(format!("{} is in no table", shown(&place, part)))),
            }
        }
    }

    /// Whether the names are keys of a map: none is a member, and the objects below have members.
    fn is_map(members: &[(String, Node)], known: &BTreeMap<&str, &Member>) -> bool {
        let holds = |node: &Node| matches!(&node.value, Json::Object(inner) if inner.iter().any(|(name, _)| known.contains_key(name.as_str())));
        !members.is_empty()
            && members
                .iter()
                .all(|(name, node)| !known.contains_key(name.as_str()) && holds(node))
    }

    fn member(
        &self,
        node: &Node,
        at: &str,
        member: &Member,
        part: &str,
        broken: &mut BTreeSet<String>,
    ) {
        let name = shown(at, part);
        let (is, fits) = kind(node, &member.of);
        if !fits {
            broken.insert(format!("{name} is {is}, the table says {}", member.of));
        }
        match &node.value {
            Json::Text(text) => value(&name, text, member, broken),
            Json::Number(digits) => {
                if let (Ok(number), Some((low, high))) = (digits.parse::<f64>(), member.range)
                    && !(low..=high).contains(&number)
                {
                    broken.insert(format!(
                        "{name} is {digits}, the table says {low} to {high}"
                    ));
                }
            }
            Json::Object(_) => self.object(node, at, part, broken),
            Json::List(items) => {
                for item in items {
                    if let Some(element) = member
                        .of
                        .strip_prefix("list<")
                        .and_then(|it| it.strip_suffix('>'))
                        && !kind(item, element).1
                    {
                        broken.insert(format!(
                            "an element of {name} is {}, the table says {}",
                            kind(item, element).0,
                            member.of
                        ));
                    }
                    self.object(item, at, part, broken);
                }
            }
            Json::Null | Json::Bool(_) => {}
        }
    }
}

fn value(name: &str, text: &str, member: &Member, broken: &mut BTreeSet<String>) {
    if !member.values.is_empty() && !member.of.starts_with("list") && !member.values.contains(text)
    {
        let shown = if text.is_empty() {
            "an empty text".to_owned()
        } else {
            format!("`{text}`")
        };
        broken.insert(format!("{name} is {shown}, which is no documented value"));
    }
    let length = text.chars().count() as u64;
    if let Some(most) = member.max_chars.filter(|it| length > *it) {
        broken.insert(format!(
            "{name} has {length} characters, the table allows {most}"
        ));
    }
}

/// What a value is, and whether a table's type says so.
fn kind(node: &Node, of: &str) -> (&'static str, bool) {
    let list = of.starts_with("list");
    let scalar = ["string", "integer", "number", "boolean", "date"].contains(&of);
    let unknown = of.is_empty();
    match &node.value {
        Json::Text(_) => (
            "a text",
            unknown || matches!(of, "string" | "date" | "json"),
        ),
        Json::Number(digits) if digits.contains(['.', 'e', 'E']) => {
            ("a number with a fraction", unknown || of == "number")
        }
        Json::Number(_) => (
            "a number",
            unknown || matches!(of, "integer" | "number" | "date"),
        ),
        Json::Bool(_) => ("true or false", unknown || of == "boolean"),
        Json::Null => ("null", true),
        Json::List(_) => ("a list", unknown || list || of == "json"),
        Json::Object(_) => ("an object", unknown || !list && !scalar),
    }
}

fn most(value: &serde_json::Value) -> Option<u64> {
    value.as_u64().or_else(|| {
        value
            .as_object()?
            .values()
            .filter_map(serde_json::Value::as_u64)
            .max()
    })
}

/// A place as a sentence names it: without the part of the page.
fn shown(at: &str, part: &str) -> String {
    format!(
        "`{}`",
        at.strip_prefix(part)
            .map_or(at, |it| it.trim_start_matches('/'))
    )
}
