//! A spec as its readers see it: the text, the model, the schema.

use std::path::Path;

use serde_json::{Value, json};
use stipula_contract::Condition;
use stipula_generator::{Model, Target, emit, load, unsayable};

pub(crate) struct Spec {
    pub(crate) api: Model,
    yaml: serde_yaml::Value,
    document: Value,
}

/// What types and rules of an operation begin with in Rust.
fn pascal(operation: &str) -> String {
    let (first, rest) = operation.split_at(1);
    first.to_uppercase() + rest
}

impl Spec {
    /// Reads `awkward/` or a folder below.
    pub(crate) fn load(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let api = load(&folder).model.expect("the spec loads");
        let text = std::fs::read_to_string(folder.join("api.yaml")).expect("a readable spec");
        let yaml = serde_yaml::from_str(&text).expect("YAML");
        let files = emit(&api, Target::OpenApi);
        let text = files.get("schema/openapi.json").expect("a document");
        let document = serde_json::from_str(text).expect("JSON");
        Self {
            api,
            yaml,
            document,
        }
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.api
            .operations
            .iter()
            .map(|it| it.name.as_str())
            .collect()
    }

    /// The conditions of an operation as they are written, read by another reader of YAML.
    pub(crate) fn written(&self, operation: &str) -> Vec<String> {
        let mut found = Vec::new();
        conditions(&self.yaml["operations"][operation], &mut found);
        for (name, of) in self.yaml["types"].as_mapping().into_iter().flatten() {
            let name = name.as_str().unwrap_or_default();
            if name.starts_with(&pascal(operation)) {
                conditions(of, &mut found);
            }
        }
        found
    }

    /// The checked conditions of an operation.
    pub(crate) fn checked(&self, operation: &str) -> Vec<&Condition> {
        let prefix = pascal(operation);
        let own = self
            .api
            .types
            .iter()
            .filter(|it| it.name.starts_with(&prefix));
        let mut found = Vec::new();
        for object in own.filter_map(|it| it.object()) {
            let written = object
                .decided()
                .flat_map(stipula_contract::Rule::conditions);
            found.extend(written.filter(|it| !it.is_always()));
        }
        found
    }

    /// Whether the schema can say every rule of an operation.
    pub(crate) fn sayable(&self, operation: &str) -> bool {
        let prefix = pascal(operation);
        !unsayable(&self.api)
            .iter()
            .any(|it| it.starts_with(&prefix))
    }

    /// The schema of a request, for a judge that knows nothing of conditions.
    pub(crate) fn schema(&self, operation: &str) -> jsonschema::Validator {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("#/components/schemas/{}Request", pascal(operation)),
            "components": self.document["components"],
        });
        jsonschema::validator_for(&schema).expect("a valid schema")
    }
}

fn conditions(of: &serde_yaml::Value, found: &mut Vec<String>) {
    for (key, value) in of.as_mapping().into_iter().flatten() {
        match (key.as_str(), value.as_str()) {
            (Some("required" | "allowed" | "when" | "expect"), Some(text)) => {
                found.push(text.to_owned());
            }
            _ => conditions(value, found),
        }
    }
    let items = of.as_sequence().into_iter().flatten();
    items.for_each(|it| conditions(it, found));
}
