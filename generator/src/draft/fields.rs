//! Members of a draft: what a page says of each, in the language of the spec.

use serde_json::Value;

use super::{
    tree::Node,
    types::Types,
    yaml::{Lines, quoted},
};
use crate::{
    evidence::told,
    pages::{Fact, Kind},
};

/// Kinds that become keys of a field; what else a page says goes into its prose.
const LIMITS: [(Kind, &str); 4] = [
    (Kind::MaxChars, "max_chars"),
    (Kind::MaxItems, "max_items"),
    (Kind::Range, "range"),
    (Kind::Prefix, "prefix"),
];

/// Writes the members of a node.
pub(super) fn all(
    types: &mut Types,
    source: &str,
    owner: &str,
    node: &Node<'_>,
    depth: usize,
    lines: &mut Lines,
) {
    for member in node.members() {
        let at = format!("{owner}.{}", member.name);
        lines.add(depth, &format!("{}:", quoted(&member.name)));
        let mut field = Field {
            types,
            source,
            at: &at,
            owner: node,
            depth: depth + 1,
            left: Vec::new(),
        };
        field.write(member, lines);
    }
}

/// One field in the making.
struct Field<'a> {
    types: &'a mut Types,
    source: &'a str,
    at: &'a str,
    /// What it is a member of.
    owner: &'a Node<'a>,
    depth: usize,
    /// What is left to people.
    left: Vec<String>,
}

impl Field<'_> {
    fn write(&mut self, member: &Node<'_>, lines: &mut Lines) {
        let ty = self.type_of(member);
        lines.add(self.depth, &format!("type: {ty}"));
        for (kind, key) in LIMITS {
            if let Some(fact) = member.fact(kind) {
                self.claim(lines, key, &written(&fact.value), &fact.value);
            }
        }
        self.need(member, lines);
        if let Some(text) = member.text(Kind::Default) {
            self.claim(lines, "default", &quoted(text), &Value::from(text));
        }
        let sample = member.text(Kind::Sample).filter(|it| it.len() <= 80);
        if let Some(text) = sample {
            self.claim(lines, "sample", &quoted(text), &Value::from(text));
        }
        for kind in [Kind::Format, Kind::Size, Kind::Const, Kind::AtLeastOne] {
            let told_by_type =
                |it: &&&Fact| ty == "timestamp_millis" && it.value.as_str() == Some("milliseconds");
            let of_kind = member.facts.iter().filter(|it| it.kind == kind);
            for fact in of_kind.filter(|it| !told_by_type(it)) {
                let value = match &fact.value {
                    Value::Array(names) => names.iter().map(told).collect::<Vec<_>>().join(", "),
                    other => told(other),
                };
                self.left
                    .push(format!("{} {value}", kind.name().replace('_', " ")));
            }
        }
        for fact in member.facts.iter().filter(|it| it.kind == Kind::Gap) {
            self.left
                .push(format!("the capture lost: {}", told(&fact.value)));
        }
        let doc = match self.left.as_slice() {
            [] => "TODO".to_owned(),
            left => quoted(&format!("TODO: {}", left.join("; "))),
        };
        lines.add(self.depth, &format!("doc: {doc}"));
        lines.add(self.depth, &format!("source: {}", quoted(self.source)));
    }

    /// A key, unless it was refused before; then the page's words go into the prose.
    fn claim(&mut self, lines: &mut Lines, key: &str, written: &str, value: &Value) {
        let tag = (self.at.to_owned(), key.to_owned());
        if self.types.refused.contains(&tag) {
            self.left.push(format!("{key} {}", told(value)));
        } else {
            lines.claim(self.depth, self.at, key, written);
        }
    }

    fn need(&mut self, member: &Node<'_>, lines: &mut Lines) {
        let when = member.text(Kind::RequiredWhen);
        let is_condition = when.is_some_and(|it| stipula_cond::parse(it).is_ok());
        match (when, member.text(Kind::Need)) {
            (Some(when), _) if is_condition => {
                let text = Value::from(when).to_string();
                self.claim(lines, "required", &text, &Value::from(when));
            }
            (Some(when), _) => self.left.push(format!("required when {when}")),
            (None, Some("required")) => {
                self.claim(lines, "required", "true", &Value::from("always"));
            }
            (None, Some("conditional")) => {
                self.left
                    .push("required in some case that has to be found out".to_owned());
            }
            (None, _) => {}
        }
        if let Some(when) = member.text(Kind::EffectiveWhen) {
            let text = Value::from(when).to_string();
            self.claim(lines, "effective", &text, &Value::from(when));
        }
    }

    fn type_of(&mut self, member: &Node<'_>) -> String {
        let shapes: Vec<&Node<'_>> = self.owner.shapes_of(&member.name).collect();
        if !shapes.is_empty() {
            return self.union(&shapes);
        }
        let word = member.text(Kind::Type).unwrap_or_default();
        let item = word
            .strip_prefix("list<")
            .and_then(|it| it.strip_suffix('>'));
        let one = match item {
            Some(item) => self.one(member, item),
            None => self.one(member, word),
        };
        let keys = member.texts(Kind::Key);
        match (word == "list" || item.is_some(), keys.as_slice()) {
            (true, _) => format!("{{ list: {one} }}"),
            (false, []) => one,
            (false, keys) => {
                let key = self.types.enum_(&format!("{} key", member.name), keys);
                format!("{{ map: {key}, of: {one} }}")
            }
        }
    }

    /// One of several shapes, when a text of another member stands in the name of a shape.
    fn union(&mut self, shapes: &[&Node<'_>]) -> String {
        let mut best: (Option<&str>, Vec<(&str, &Node<'_>)>) = (None, Vec::new());
        for sibling in self.owner.members() {
            let values = sibling.texts(Kind::Value);
            let cases: Vec<_> = shapes
                .iter()
                .filter_map(|shape| {
                    let variant = shape.variant.as_deref()?;
                    let mut words = variant.split(|it: char| !it.is_alphanumeric() && it != '_');
                    let value = words.find_map(|word| values.iter().find(|it| **it == word))?;
                    Some((*value, *shape))
                })
                .collect();
            if cases.len() > best.1.len() {
                best = (Some(&sibling.name), cases);
            }
        }
        for shape in shapes {
            let known = best.1.iter().any(|(_, it)| it.variant == shape.variant);
            if let (false, Some(variant)) = (known, &shape.variant) {
                self.left
                    .push(format!("the page has a shape \"{variant}\" as well"));
            }
        }
        let (Some(by), cases) = best else {
            return "json".to_owned();
        };
        let cases: Vec<String> = cases
            .into_iter()
            .map(|(value, shape)| {
                let name = self.types.object(self.source, shape);
                format!("{}: {name}", quoted(value))
            })
            .collect();
        format!(
            "{{ by: {}, cases: {{ {} }} }}",
            quoted(by),
            cases.join(", ")
        )
    }

    /// The type of the member, or of an item of it.
    fn one(&mut self, member: &Node<'_>, word: &str) -> String {
        if member.members().next().is_some() {
            return self.types.object(self.source, member);
        }
        let values = member.texts(Kind::Value);
        let millis = member.texts(Kind::Format).contains(&"milliseconds");
        match word {
            "boolean" => "boolean".to_owned(),
            "date" => "timestamp_millis".to_owned(),
            "number" | "integer" if millis => "timestamp_millis".to_owned(),
            "integer" => "integer".to_owned(),
            "number" => "decimal".to_owned(),
            "string" | "list" if !values.is_empty() => self.types.enum_(&member.name, &values),
            "string" | "list" => "string".to_owned(),
            _ => {
                self.left
                    .push(format!("the page calls it `{word}` and names no members"));
                "json".to_owned()
            }
        }
    }
}

/// A value as YAML.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}
