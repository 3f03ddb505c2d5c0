//! From a schema to a spec that says the same, or the reason why no spec does.

use serde_json::{Map, Value, json};

use crate::condition;

/// Why the language cannot say a schema.
pub(crate) type Reason = String;

/// A spec, and how the value stands in the body of its only operation.
#[derive(Debug)]
pub(crate) struct Said {
    /// The text of `api.yaml`, which is JSON.
    pub(crate) spec: String,
    /// The body.
    pub(crate) body: Value,
}

/// The member that holds a value which is no object.
pub(crate) const MEMBER: &str = "value";

/// Keywords about objects with known members.
const OF_MEMBERS: &[&str] = &[
    "required",
    "properties",
    "dependentRequired",
    "anyOf",
    "oneOf",
    "not",
];

/// What a body says: types, fields and rules.
#[derive(Debug, Default)]
struct Spec {
    types: Map<String, Value>,
    fields: Map<String, Value>,
    rules: Vec<Value>,
    /// It takes no other members.
    is_closed: bool,
}

/// Says a schema, for a value of this kind.
pub(crate) fn say(schema: &Value, value: &Value) -> Result<Said, Reason> {
    let keywords = schema.as_object().ok_or("a schema that is true or false")?;
    let mut spec = Spec::default();
    let is_of_members = keywords.keys().any(|it| OF_MEMBERS.contains(&it.as_str()));
    let body = if is_of_members && keywords.get("type").is_none_or(|it| it == "object") {
        spec.members(keywords)?;
        if !value.is_object() {
            return Err("a body is an object".to_owned());
        }
        value.clone()
    } else {
        let field = spec.field(MEMBER, keywords, Some(value))?;
        spec.fields.insert(MEMBER.to_owned(), field);
        json!({ MEMBER: value })
    };
    for (at, field) in spec.fields.values_mut().enumerate() {
        // Names of Rust are not what this is about.
        field["rust"] = format!("member{at}").into();
    }
    let text = json!({
        "api": "conformance",
        "title": "Conformance",
        // An empty text is a value, as it is to JSON Schema.
        "empty": "value",
        "types": spec.types,
        "operations": { "ask": {
            "summary": "Ask", "post": "/ask",
            "request": spec.fields, "rules": spec.rules, "closed": spec.is_closed, "response": {},
        } },
    });
    Ok(Said {
        spec: text.to_string(),
        body,
    })
}

impl Spec {
    fn members(&mut self, keywords: &Map<String, Value>) -> Result<(), Reason> {
        for (name, schema) in object(keywords.get("properties")) {
            let inside = schema
                .as_object()
                .ok_or("a member that is never or always right")?;
            let field = self.field(name, inside, None)?;
            self.fields.insert(name.clone(), field);
        }
        for (keyword, said) in keywords {
            match keyword.as_str() {
                "type" | "properties" | "if" | "then" | "else" => {}
                "required" => {
                    for name in texts(said) {
                        self.member(name)["required"] = true.into();
                    }
                }
                "dependentRequired" => {
                    for (name, needs) in object(Some(said)) {
                        self.member(name);
                        for needed in texts(needs) {
                            self.demand(needed, format!("present({name:?})"));
                        }
                    }
                }
                "anyOf" | "oneOf" => {
                    let form = if keyword == "anyOf" {
                        "at_least_one"
                    } else {
                        "exactly_one"
                    };
                    let mut names = Vec::new();
                    for schema in said.as_array().into_iter().flatten() {
                        names.push(only_required(schema)?);
                    }
                    self.group(form, &names);
                }
                "not" => {
                    let names: Vec<&str> = texts(&said["required"]).collect();
                    if names.len() != 2 {
                        return Err("`not`, but of two members".to_owned());
                    }
                    self.group("at_most_one", &names);
                }
                "additionalProperties" if *said == false => self.is_closed = true,
                other => return Err(format!("`{other}` of an object with known members")),
            }
        }
        self.choice(keywords)
    }

    /// A member, of any type if it has none yet.
    fn member(&mut self, name: &str) -> &mut Value {
        let any = || json!({ "type": "json" });
        self.fields.entry(name).or_insert_with(any)
    }

    /// Requires a member under one more condition.
    fn demand(&mut self, name: &str, condition: String) {
        let member = self.member(name);
        member["required"] = match member["required"].as_str() {
            Some(other) => format!("{other} or {condition}").into(),
            None => condition.into(),
        };
    }

    fn group(&mut self, form: &str, names: &[&str]) {
        for name in names {
            self.member(name);
        }
        let rule = json!({ "id": format!("rule{}", self.rules.len()), form: names });
        self.rules.push(rule);
    }

    /// `if` about members, and what is required then.
    fn choice(&mut self, keywords: &Map<String, Value>) -> Result<(), Reason> {
        let Some(asked) = keywords.get("if") else {
            return Ok(());
        };
        let condition = condition::of_members(asked)?;
        for (keyword, condition) in [
            ("then", condition.clone()),
            ("else", format!("not ({condition})")),
        ] {
            for name in keywords
                .get(keyword)
                .map(|it| texts(&it["required"]))
                .into_iter()
                .flatten()
            {
                self.demand(name, condition.clone());
            }
        }
        Ok(())
    }

    /// A field whose value a schema is about.
    fn field(
        &mut self,
        name: &str,
        keywords: &Map<String, Value>,
        value: Option<&Value>,
    ) -> Result<Value, Reason> {
        let ty = type_of(keywords, value)?;
        let mut field = json!({ "type": ty });
        match ty.as_str() {
            Some("list") => field["type"] = json!({ "list": "json" }),
            Some("map") => field["type"] = json!({ "map": "string", "of": "json" }),
            _ => {}
        }
        for (keyword, said) in keywords {
            match keyword.as_str() {
                "minLength" => field["min_chars"] = whole(said)?,
                "maxLength" => field["max_chars"] = whole(said)?,
                "minItems" | "minProperties" => field["min_items"] = whole(said)?,
                "maxItems" | "maxProperties" => field["max_items"] = whole(said)?,
                "pattern" => field["pattern"] = said.clone(),
                "uniqueItems" if said == true => field["unique"] = true.into(),
                "multipleOf" => match places(said).filter(|_| ty == "decimal") {
                    Some(places) => field["decimal_places"] = places.into(),
                    None => field["multiple_of"] = whole(said)?,
                },
                "const" => field["const"] = constant(said)?,
                "format" if matches!(said.as_str(), Some("date" | "date-time")) => {}
                "format" => field["format"] = said.clone(),
                "enum" => field["type"] = self.known(said)?,
                "minimum" => field["range"]["min"] = said.clone(),
                "maximum" => field["range"]["max"] = said.clone(),
                "exclusiveMinimum" => field["range"]["above"] = said.clone(),
                "exclusiveMaximum" => field["range"]["below"] = said.clone(),
                "type" | "uniqueItems" | "if" | "then" | "else" => {}
                other => return Err(format!("`{other}` of a single value")),
            }
        }
        self.cases(name, keywords, ty.as_str().unwrap_or_default())?;
        Ok(field)
    }

    /// An enum with the values.
    fn known(&mut self, values: &Value) -> Result<Value, Reason> {
        let all = values.as_array().into_iter().flatten();
        if all.clone().any(|it| !it.is_string()) {
            return Err("an enum of other values than texts".to_owned());
        }
        let values: Map<_, _> = all
            .filter_map(Value::as_str)
            .enumerate()
            .map(|(at, it)| {
                (
                    it.to_owned(),
                    json!({ "doc": "", "rust": format!("Known{at}") }),
                )
            })
            .collect();
        let name = format!("Known{}", self.types.len());
        self.types
            .insert(name.clone(), json!({ "doc": "Known.", "enum": values }));
        Ok(name.into())
    }

    /// `if`, `then` and `else` about one value.
    fn cases(&mut self, name: &str, keywords: &Map<String, Value>, ty: &str) -> Result<(), Reason> {
        let Some(asked) = keywords.get("if") else {
            return Ok(());
        };
        let asked = condition::of_value(name, asked, ty)?;
        for (keyword, when) in [("then", asked.clone()), ("else", format!("not ({asked})"))] {
            if let Some(wanted) = keywords.get(keyword) {
                let wanted = condition::of_value(name, wanted, ty)?;
                let id = format!("rule{}", self.rules.len());
                self.rules
                    .push(json!({ "id": id, "at": name, "when": when, "expect": wanted }));
            }
        }
        Ok(())
    }
}

/// The type of a field: what the schema says or is about, and the value is of.
fn type_of(keywords: &Map<String, Value>, value: Option<&Value>) -> Result<Value, Reason> {
    let has = |these: &[&str]| keywords.keys().any(|it| these.contains(&it.as_str()));
    let constant = keywords.get("const");
    let all = || {
        keywords
            .get("if")
            .into_iter()
            .chain(keywords.get("then"))
            .chain(keywords.get("else"))
    };
    let inside = |these: &[&str]| {
        has(these)
            || all()
                .filter_map(Value::as_object)
                .flat_map(Map::keys)
                .any(|it| these.contains(&it.as_str()))
    };
    let is_whole = value
        .into_iter()
        .chain(keywords.values())
        .all(|it| !it.is_f64());
    let ty = if let Some(ty) = keywords.get("type") {
        return match ty.as_str() {
            Some("number") => Ok("decimal".into()),
            Some("object" | "array" | "null") | None => Err(format!("the type {ty}")),
            Some(_) => Ok(ty.clone()),
        };
    } else if let Some(format) = keywords.get("format") {
        match format.as_str() {
            Some("date") => "date",
            Some("date-time") => "date_time",
            _ => "string",
        }
    } else if inside(&["minLength", "maxLength", "pattern"])
        || has(&["enum"])
        || constant.is_some_and(Value::is_string)
    {
        "string"
    } else if keywords.get("multipleOf").and_then(places).is_some() {
        "decimal"
    } else if has(&["multipleOf"]) || constant.is_some_and(Value::is_number) {
        "integer"
    } else if inside(&[
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ]) {
        if is_whole { "integer" } else { "decimal" }
    } else if has(&["minItems", "maxItems", "uniqueItems"]) {
        "list"
    } else if has(&["minProperties", "maxProperties"]) {
        "map"
    } else {
        "json"
    };
    let is_of_type = value.is_none_or(|it| match ty {
        "string" | "date" | "date_time" => it.is_string(),
        "integer" | "decimal" => it.is_number(),
        "list" => it.is_array(),
        "map" => it.is_object(),
        _ => true,
    });
    let says_nothing_else = !has(&["enum", "const", "if"]);
    if !is_of_type && says_nothing_else {
        return Err("a field has a type, and the value is of another".to_owned());
    }
    Ok(ty.into())
}

/// The decimal places of the multiples of 0.1, 0.01 and so on.
fn places(said: &Value) -> Option<usize> {
    let text = said.as_f64()?.to_string();
    let zeros = text.strip_prefix("0.")?.strip_suffix('1')?;
    zeros.bytes().all(|it| it == b'0').then(|| zeros.len() + 1)
}

fn constant(said: &Value) -> Result<Value, Reason> {
    match said {
        Value::String(_) => Ok(said.clone()),
        Value::Number(it) if it.is_i64() => Ok(said.clone()),
        _ => Err("a constant that is neither a text nor a whole number".to_owned()),
    }
}

fn whole(said: &Value) -> Result<Value, Reason> {
    let of_double = said
        .as_f64()
        .filter(|it| it.fract() == 0.0 && (0.0..1e9).contains(it));
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "looked at just before"
    )]
    let whole = said.as_u64().or(of_double.map(|it| it as u64));
    whole
        .map(Value::from)
        .ok_or_else(|| "a limit or a multiple that is no whole number".to_owned())
}

fn only_required(schema: &Value) -> Result<&str, Reason> {
    let mut names = texts(&schema["required"]);
    match (schema.as_object().map(Map::len), names.next(), names.next()) {
        (Some(1), Some(name), None) => Ok(name),
        _ => Err("a choice, but of one member each".to_owned()),
    }
}

pub(crate) fn texts(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

pub(crate) fn object(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}
