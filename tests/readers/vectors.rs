// The table of `vectors.json`, for the tests of the readers in Rust.

use std::{fs, path::Path};

use serde_json::{Value, json};
use stipula_generator::judge::equal;

use crate::FOLDER;

/// What a reader has to make of a body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The canonical body, or why there is none: `json`, `twice`, `alias`, `type`.
    pub(crate) body: Result<Value, String>,
    /// Rules that the canonical body breaks, by their kind, sorted.
    pub(crate) breaks: Vec<String>,
    /// What reading warns of, sorted; a reader that warns of nothing has none.
    pub(crate) warns: Option<Vec<String>>,
}

impl Reading {
    /// There is no canonical body, and so nothing else.
    pub(crate) fn refused(why: &str) -> Self {
        Self {
            body: Err(why.to_owned()),
            breaks: Vec::new(),
            warns: None,
        }
    }
}

/// A body.
#[derive(Debug)]
pub(crate) struct Vector {
    /// Folder of the spec that it is read by.
    pub(crate) spec: String,
    pub(crate) body: String,
    said: Value,
}

impl Vector {
    fn new(spec: &str, said: &Value) -> Self {
        Self {
            spec: spec.to_owned(),
            body: match said["body"].as_str() {
                Some(body) => body.to_owned(),
                None => format!("{{{}:{}}}", said["member"], text(&said["text"])),
            },
            said: said.clone(),
        }
    }

    /// What this reader has to make of it.
    pub(crate) fn expected(&self, reader: &str) -> Reading {
        let except = &self.said["except"][reader];
        let outcome = ["reads", "absent", "refused"];
        let has_other = outcome.iter().any(|key| except.get(key).is_some());
        let said = if has_other { except } else { &self.said };
        let breaks = except.get("breaks").unwrap_or(&self.said["breaks"]);
        match said["refused"].as_str() {
            Some(why) => Reading::refused(why),
            None => Reading {
                body: Ok(self.canonical(said)),
                breaks: texts(breaks),
                warns: Some(texts(&self.said["warns"])),
            },
        }
    }

    fn canonical(&self, said: &Value) -> Value {
        let reads = said["reads"].as_str();
        match self.said["member"].as_str() {
            Some(_) if said["absent"] == true => json!({}),
            Some(member) => json!({ member: parsed(reads.unwrap_or(text(&self.said["text"]))) }),
            None => parsed(reads.unwrap_or(&self.body)),
        }
    }
}

/// Every vector of the table.
pub(crate) fn all() -> Vec<Vector> {
    let table = table();
    let groups = table["groups"].as_array().expect("groups");
    let vectors = groups.iter().flat_map(|group| {
        let vectors = group["vectors"].as_array().expect("vectors");
        vectors
            .iter()
            .map(|it| Vector::new(text(&group["spec"]), it))
    });
    vectors.collect()
}

/// The vectors that this reader reads otherwise, against what it would have to do by the table.
///
/// # Panics
///
/// When the table gives an exception without a reason, or one that says what the rest says.
pub(crate) fn differences(reader: &str, read: impl Fn(&Vector) -> Reading) -> Vec<String> {
    let all = all();
    assert!(all.len() > 500, "only {} vectors", all.len());
    let reasons = &table()["reasons"];
    let differs = |vector: &Vector| {
        let expected = vector.expected(reader);
        if let Some(except) = vector.said["except"].get(reader) {
            assert!(
                reasons[text(&except["because"])].is_string(),
                "{}",
                vector.said
            );
            assert!(!same(&expected, &vector.expected("any")), "{}", vector.said);
        }
        let found = read(vector);
        let spec = &vector.spec;
        (!same(&found, &expected)).then(|| {
            let body: String = vector.body.chars().take(200).collect();
            format!("{spec}: {body}\n  found    {found:?}\n  expected {expected:?}")
        })
    };
    all.iter().filter_map(differs).collect()
}

fn same(one: &Reading, other: &Reading) -> bool {
    let bodies = match (&one.body, &other.body) {
        (Ok(one), Ok(other)) => equal(one, other),
        (one, other) => one == other,
    };
    let is_silent = one.warns.is_none() || other.warns.is_none();
    bodies && one.breaks == other.breaks && (is_silent || one.warns == other.warns)
}

fn table() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(FOLDER)
        .join("vectors.json");
    parsed(&fs::read_to_string(path).expect("the table"))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn texts(value: &Value) -> Vec<String> {
    let all = value.as_array().into_iter().flatten();
    let mut all: Vec<String> = all.map(|it| text(it).to_owned()).collect();
    all.sort();
    all
}
