//! From an error of a JSON Schema validator to the rule that is broken and the member to blame.
//!
//! The document says it: `x-stipula-ids` beside a keyword, `$comment` at an entry of an `allOf`,
//! `x-stipula-at` at the object that such an entry judges.

use serde_json::{Value, json};

use crate::Told;

/// An error as validators report it.
#[derive(Debug, Clone)]
pub struct Reported {
    /// JSON Pointer of the keyword in the schema, with or without the references on the way.
    pub keyword: String,
    /// JSON Pointer of the value.
    pub instance: String,
    /// The member that is missing, or the key that is wrong.
    pub member: Option<String>,
}

/// The schema of the body of an operation, on its own.
pub fn of_request(document: &Value, request: &str) -> Value {
    let mut schemas = document["components"]["schemas"].clone();
    name_keys(&mut schemas, document);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{request}"),
        "components": { "schemas": schemas },
    })
}

/// The schema of a type in a file of its own.
pub fn of_file(file: &Value) -> Value {
    let mut schema = file.clone();
    name_keys(&mut schema, file);
    schema
}

/// Puts the enum of a map's keys where it is referred to: of an error behind that reference,
/// `jsonschema` does not tell by which way it got there.
fn name_keys(schema: &mut Value, document: &Value) {
    if let Some(keys) = schema.get_mut("propertyNames")
        && let Some(target) = keys["$ref"]
            .as_str()
            .and_then(|it| document.pointer(&it[1..]))
    {
        *keys = json!({ "enum": target["enum"] });
    }
    match schema {
        Value::Object(members) => members.values_mut().for_each(|it| name_keys(it, document)),
        Value::Array(items) => items.iter_mut().for_each(|it| name_keys(it, document)),
        _ => {}
    }
}

/// What the errors say, each rule once at each place, sorted.
///
/// # Errors
///
/// An error that leads to no rule.
pub fn told(schema: &Value, errors: &[Reported]) -> Result<Vec<Told>, String> {
    let mut all = Vec::new();
    for error in errors {
        let found = Walk::along(schema, error);
        match found.ok_or_else(|| format!("no rule says {error:?}"))? {
            Meaning::Rule(rule, path) => all.push(Told {
                path,
                rule,
                is_error: true,
            }),
            Meaning::Echo => {}
        }
    }
    all.sort();
    all.dedup();
    Ok(all)
}

/// What one error says.
enum Meaning {
    /// The rule and the member to blame.
    Rule(String, String),
    /// What another error says as well.
    Echo,
}

/// A way through the schema, down to the keyword that failed.
struct Walk<'a> {
    root: &'a Value,
    at: &'a Value,
    /// Tokens of the instance that the way has led past.
    depth: usize,
    /// The entry of an `allOf` that the way leads through.
    entry: Option<&'a str>,
    /// The member that the entry blames, and the depth of its object.
    blamed: Option<(&'a str, usize)>,
    /// Names of what stands behind the last reference.
    in_front: Option<&'a Value>,
}

impl<'a> Walk<'a> {
    fn along(root: &'a Value, error: &Reported) -> Option<Meaning> {
        let mut walk = Self {
            root,
            at: root,
            depth: 0,
            entry: None,
            blamed: None,
            in_front: None,
        };
        let tokens = tokens(&error.keyword);
        let mut rest = tokens.iter().map(String::as_str);
        while let Some(token) = rest.next() {
            match token {
                "components" => {
                    let name = rest.nth(1)?;
                    walk.at = root.get("components")?.get("schemas")?.get(name)?;
                }
                "$ref" => walk.refer()?,
                "properties" => {
                    let name = rest.next()?;
                    walk.down(walk.at.get(token)?.get(name)?, 1);
                }
                "additionalProperties" if walk.at[token] == false => {
                    return walk.end(token, error);
                }
                // Rules of its own; a reference is named by the keyword itself.
                "propertyNames" if walk.at[token]["x-stipula-ids"].is_object() => {
                    walk.down(walk.at.get(token)?, 0);
                }
                "items" | "additionalProperties" => walk.down(walk.at.get(token)?, 1),
                "allOf" | "anyOf" | "oneOf" => match rest.next() {
                    Some(index) => {
                        let index: usize = index.parse().ok()?;
                        walk.down(walk.at.get(token)?.get(index)?, 0);
                    }
                    None => return walk.end(token, error),
                },
                "not" | "if" | "then" | "else" if rest.len() > 0 => {
                    walk.down(walk.at.get(token)?, 0);
                }
                keyword => return walk.end(keyword, error),
            }
        }
        // A schema that is `false` has no keyword that fails.
        walk.end("", error)
    }

    /// To a schema inside this one, which is about a value so many tokens below.
    fn down(&mut self, to: &'a Value, tokens: usize) {
        (self.at, self.in_front) = (to, None);
        self.depth += tokens;
        if let Some(id) = to["$comment"].as_str() {
            (self.entry, self.blamed) = (Some(id), None);
        }
        if let Some(member) = to["x-stipula-at"].as_str() {
            self.blamed = Some((member, self.depth));
        }
    }

    /// To a component, whose rules are its own.
    fn refer(&mut self) -> Option<()> {
        let in_front = self.at.get("x-stipula-ids");
        let target = self.at.get("$ref")?.as_str()?;
        self.at = self.root.pointer(target.strip_prefix('#')?)?;
        (self.entry, self.blamed, self.in_front) = (None, None, in_front);
        Some(())
    }

    fn end(&self, keyword: &str, error: &Reported) -> Option<Meaning> {
        let here = |path: &str| {
            error
                .member
                .as_ref()
                .map_or(path.to_owned(), |it| below(path, it))
        };
        let ids = [self.at.get("x-stipula-ids"), self.in_front];
        if let Some(id) = ids.into_iter().flatten().find_map(|ids| ids.get(keyword)) {
            let id = match &error.member {
                Some(member) if keyword == "required" => id.get(member)?,
                _ => id,
            };
            return Some(Meaning::Rule(
                id.as_str()?.to_owned(),
                here(&error.instance),
            ));
        }
        if let (Some(id), Some((member, depth))) = (self.entry, self.blamed) {
            let mut object = error.instance.as_str();
            for _ in depth..self.depth {
                object = object.rsplit_once('/')?.0;
            }
            return Some(Meaning::Rule(id.to_owned(), below(object, member)));
        }
        match keyword {
            // Nothing else is demanded of a union without its case, or of an open enum. What is no
            // rule's belongs to the type: the form of a text, a number without a sign.
            "type" | "anyOf" | "format" | "minimum" | "pattern" => {
                Some(Meaning::Rule("type".to_owned(), error.instance.clone()))
            }
            // A member that a closed object does not take.
            "additionalProperties" => {
                Some(Meaning::Rule("unknown".to_owned(), here(&error.instance)))
            }
            // Said by what `then` demands; of the wrong type, said by `type`.
            "if" | "enum" => Some(Meaning::Echo),
            _ => None,
        }
    }
}

fn tokens(pointer: &str) -> Vec<String> {
    let tokens = pointer.split('/').skip(1);
    tokens
        .map(|it| it.replace("~1", "/").replace("~0", "~"))
        .collect()
}

fn below(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
