//! Members of a draft: what a page says of each, in the language of the spec.

use heck::{ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use serde_json::Value;
use stipula_facts::{Confidence, Fact, Kind};

use super::{
    known::Way,
    places::{is_second, place},
    rules,
    tree::Node,
    types::{RUST, Types},
    words::Words,
    yaml::{Lines, doc, quoted},
};
use crate::told;

/// Kinds that become keys of a field; what else a page says goes into its prose.
const LIMITS: [(Kind, &str); 8] = [
    (Kind::MinChars, "min_chars"),
    (Kind::MaxChars, "max_chars"),
    (Kind::MinBytes, "min_bytes"),
    (Kind::MaxBytes, "max_bytes"),
    (Kind::MinItems, "min_items"),
    (Kind::MaxItems, "max_items"),
    (Kind::Range, "range"),
    (Kind::Prefix, "prefix"),
];

/// Writes the members of a node; what the language has no place for is given back, in words.
pub(super) fn all(
    types: &mut Types<'_>,
    source: &str,
    owner: &str,
    node: &Node<'_>,
    (depth, way): (usize, Way),
    lines: &mut Lines,
) -> Vec<String> {
    let mut left = Vec::new();
    for (nth, member) in node.members().enumerate() {
        let is_second = is_second(node, nth, member);
        // Two places may have members of one name; a spec has each name once.
        let key = if is_second {
            let place = place(member).unwrap_or("body");
            format!("{}In{}", member.name, place.to_upper_camel_case())
        } else {
            member.name.clone()
        };
        let at = format!("{owner}.{key}");
        if types.has_refused(&at, "field") {
            left.push(format!("the language has no place for the member `{key}`"));
            continue;
        }
        lines.tagged(
            depth,
            &format!("{}:", quoted(&key)),
            (at.clone(), "field".to_owned()),
        );
        let mut field = Field {
            types,
            source,
            at: &at,
            owner: node,
            owner_name: owner,
            way,
            sent_as: is_second.then_some(member.name.as_str()),
            depth: depth + 1,
            left: Vec::new(),
        };
        field.write(member, lines);
        if types.has_refused(&at, RUST) {
            let name = format!("{key} {}", nth + 1).to_snake_case();
            lines.add(depth + 1, &format!("rust: {name}"));
        }
    }
    left
}

/// One field in the making.
struct Field<'a, 'k> {
    types: &'a mut Types<'k>,
    source: &'a str,
    at: &'a str,
    /// What it is a member of.
    owner: &'a Node<'a>,
    owner_name: &'a str,
    way: Way,
    /// Its name on the wire, where the key is another one.
    sent_as: Option<&'a str>,
    depth: usize,
    /// What is left to people.
    left: Vec<String>,
}

impl Field<'_, '_> {
    fn write(&mut self, member: &Node<'_>, lines: &mut Lines) {
        let mut prose_kinds = vec![Kind::Format, Kind::Size];
        let mut ty = self.type_of(member);
        if self.types.has_refused(self.at, "type") {
            let word = member.text(Kind::Type).unwrap_or_default();
            self.left
                .push(format!("the page says {}", Words::of(word).called()));
            "json".clone_into(&mut ty);
        }
        lines.claim(self.depth, self.at, "type", &ty);
        if let Some(place) = place(member) {
            self.claim(lines, "in", place, &Value::from(place));
        }
        if let Some(name) = self.sent_as {
            lines.add(self.depth, &format!("name: {}", quoted(name)));
        }
        for (kind, key) in LIMITS {
            // An enum implies how long its texts are, and a list has items that are so long.
            let of_text = matches!(
                kind,
                Kind::MinChars | Kind::MaxChars | Kind::MinBytes | Kind::MaxBytes
            );
            let implied = of_text && (self.types.is_enum(&ty) || is_list(&ty));
            if let Some(fact) = member.fact(kind).filter(|_| !implied) {
                self.claim(lines, key, &written(&fact.value), &fact.value);
            }
        }
        if let Some(text) = self.constant(member) {
            self.claim(lines, "const", &quoted(&text), &Value::from(text.as_str()));
        }
        let is_in_path = place(member) == Some("path") && !self.types.has_refused(self.at, "in");
        if is_in_path {
            // Without it there is no path.
            lines.add(self.depth, "required: true");
        } else {
            self.need(member, lines);
        }
        if let Some(text) = member.text(Kind::Default) {
            self.claim(lines, "default", &quoted(text), &Value::from(text));
        }
        let sample = member.text(Kind::Sample).filter(|it| it.len() <= 80);
        if let Some(text) = sample {
            self.claim(lines, "sample", &quoted(text), &Value::from(text));
        }
        if !self.is_grouped(member) {
            prose_kinds.extend(rules::GROUPS);
        }
        for kind in prose_kinds {
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
        lines.add(self.depth, &format!("doc: {}", doc(&self.left)));
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
        match (member.fact(Kind::RequiredWhen), member.text(Kind::Need)) {
            (Some(when), _) => self.condition(when, ("required", "required when"), lines),
            (None, Some("required")) => {
                if self.way.is_sent {
                    self.claim(lines, "required", "true", &Value::from("always"));
                }
                if self.way.is_answered && !self.types.has_refused(self.at, "presence") {
                    lines.claim(self.depth, self.at, "presence", "guaranteed");
                }
            }
            (None, Some("conditional")) if !self.is_grouped(member) => {
                self.left
                    .push("required in some case that has to be found out".to_owned());
            }
            (None, _) => {}
        }
        if let Some(when) = member.fact(Kind::EffectiveWhen) {
            self.condition(when, ("effective", "has an effect when"), lines);
        }
    }

    /// A condition below its key, or, where only the page's words are known, in the prose.
    fn condition(&mut self, fact: &Fact, (key, told): (&str, &str), lines: &mut Lines) {
        let when = self.in_context(fact.value.as_str().unwrap_or_default());
        let is_condition = fact.confidence != Confidence::Words;
        if is_condition
            && !self.types.has_refused(self.at, key)
            && stipula_cond::parse(&when).is_ok()
        {
            let text = Value::from(when.as_str()).to_string();
            lines.claim(self.depth, self.at, key, &text);
        } else {
            // "Ignored for …" is a whole sentence.
            let is_sentence = when.starts_with(|it: char| it.is_ascii_uppercase())
                && ["Ignored", "Not "].iter().any(|it| when.starts_with(it));
            let told = if is_sentence { "the page says:" } else { told };
            self.left.push(format!("{told} {when}"));
        }
    }

    /// A condition, with the value beside the body as the language writes it.
    fn in_context(&self, when: &str) -> String {
        let Some(name) = &self.types.context else {
            return when.to_owned();
        };
        let word = |it: &str| match it.strip_suffix(name.as_str()) {
            Some(open) if open.chars().all(|it| it == '(') => format!("{open}ctx.{name}"),
            _ => it.to_owned(),
        };
        when.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }

    /// Whether a rule of the draft counts several members, this one among them.
    fn is_grouped(&self, member: &Node<'_>) -> bool {
        let groups = rules::groups(&self.types.refused, self.source, self.owner);
        let mut names = groups.iter().flat_map(|it| &it.1);
        !self.at.contains(".response.") && names.any(|it| *it == member.name)
    }

    fn type_of(&mut self, member: &Node<'_>) -> String {
        let shapes: Vec<&Node<'_>> = self.owner.shapes_of(&member.name).collect();
        if !shapes.is_empty() {
            return self.union(&shapes);
        }
        let word = member.text(Kind::Type).unwrap_or_default();
        let words = Words::of(word);
        let item = match &words {
            Words::List(of) => Some(&**of),
            Words::One(_) | Words::Any(_) => None,
        };
        let one = match item.unwrap_or(&words) {
            Words::One(word) => self.one(member, word),
            words => {
                let owner = (self.owner_name, member.name.as_str());
                let ty = self
                    .types
                    .written(self.source, owner, words, &mut self.left);
                self.values_in_prose(member);
                ty
            }
        };
        let keys = member.texts(Kind::Key);
        match (word == "list" || item.is_some(), keys.as_slice()) {
            (true, _) => match member.fact(Kind::MaxChars) {
                Some(most) if one == "string" => {
                    format!("{{ list: {{ type: string, max_chars: {} }} }}", most.value)
                }
                _ => format!("{{ list: {one} }}"),
            },
            (false, []) => one,
            (false, keys) => {
                let key = self
                    .types
                    .enum_(self.source, &format!("{} key", member.name), keys);
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
                    let whole = variant.to_shouty_snake_case();
                    let value = words
                        .find_map(|word| values.iter().find(|it| **it == word))
                        .or_else(|| values.iter().find(|it| **it == whole))?;
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
                let name = self.types.object(self.source, shape, self.way);
                self.left.push(format!(
                    "the page has a shape \"{variant}\" as well, {name}"
                ));
            }
        }
        let (Some(by), cases) = best else {
            return "json".to_owned();
        };
        let cases: Vec<String> = cases
            .into_iter()
            .map(|(value, shape)| {
                let name = self.types.object(self.source, shape, self.way);
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
            return self.types.object(self.source, member, self.way);
        }
        let values = member.texts(Kind::Value);
        let millis = member.texts(Kind::Format).contains(&"milliseconds");
        match word {
            "number" | "integer" if millis => "timestamp_millis".to_owned(),
            // A range is of whole numbers.
            "number" if member.fact(Kind::Range).is_some() => "integer".to_owned(),
            "string" | "list" if self.constant(member).is_some() => "string".to_owned(),
            "string" | "list" if !values.is_empty() => {
                let wanted = if self.types.is_reference {
                    let owner = self.owner_name.split('.').next().unwrap_or_default();
                    format!("{owner} {}", member.name)
                } else {
                    member.name.clone()
                };
                self.types.enum_(self.source, &wanted, &values)
            }
            "string" | "list" => "string".to_owned(),
            _ => {
                let owner = (self.owner_name, member.name.as_str());
                let words = Words::One(word.to_owned());
                let ty = self
                    .types
                    .written(self.source, owner, &words, &mut self.left);
                if word != "boolean" {
                    self.values_in_prose(member);
                }
                ty
            }
        }
    }

    /// Documented texts of what is no text.
    fn values_in_prose(&mut self, member: &Node<'_>) {
        let constant = self.constant(member);
        let values = member.texts(Kind::Value);
        let values = values
            .into_iter()
            .filter(|it| constant.as_deref() != Some(it));
        let values: Vec<&str> = values.collect();
        if !values.is_empty() {
            self.left.push(format!("one of {}", values.join(", ")));
        }
    }

    /// The one value that it may have.
    fn constant(&self, member: &Node<'_>) -> Option<String> {
        let known = self.types.known.get(self.owner_name);
        let told = member.text(Kind::Const);
        let told = told.or_else(|| known?.constant(&member.name));
        told.map(str::to_owned)
    }
}

fn is_list(ty: &str) -> bool {
    ty.starts_with("{ list:")
}

/// A value as YAML.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}
