//! The schemas of single types say what the document says.

use serde_json::Value;
use stipula_generator::{FileSet, Model, Target, emit};
use stipula_logic::witness;
use stipula_tests::flagship;

use crate::schema::{Judge, document};

fn types(files: &FileSet) -> Vec<(&str, Value)> {
    let types = files.iter().filter_map(|(path, text)| {
        let name = path.strip_prefix("schema/types/")?.strip_suffix(".json")?;
        Some((name, serde_json::from_str(text).expect("JSON")))
    });
    types.collect()
}

fn emitted(api: &Model) -> FileSet {
    emit(api, Target::OpenApi)
}

#[test]
fn every_component_has_a_file() {
    let api = flagship::model();
    let document = document(&api);
    let components = document["components"]["schemas"].as_object();
    let mut components: Vec<&str> = components
        .expect("schemas")
        .keys()
        .map(String::as_str)
        .collect();
    components.sort_unstable();
    let files = emitted(&api);
    let names: Vec<&str> = types(&files).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, components);
}

#[test]
fn a_file_needs_no_other_and_its_examples_fit() {
    let api = flagship::model();
    let files = emitted(&api);
    let mut count = 0;
    for (name, schema) in types(&files) {
        let id = format!("urn:stipula:{}:{name}", api.name);
        assert_eq!(
            (&schema["$id"], &schema["title"]),
            (&id.into(), &name.into())
        );
        jsonschema::meta::validate(&schema).expect("a schema");
        let validator = jsonschema::validator_for(&schema).expect("nothing refers to elsewhere");
        for example in schema["examples"].as_array().into_iter().flatten() {
            let errors: Vec<String> = validator
                .iter_errors(example)
                .map(|it| it.to_string())
                .collect();
            assert_eq!(errors, [""; 0], "{name}: {example}");
            count += 1;
        }
    }
    assert!(count > 20, "{count} examples are few");
}

#[test]
fn files_judge_the_witnesses_as_the_document_does() {
    let api = flagship::model();
    let (files, document) = (emitted(&api), document(&api));
    let types = types(&files);
    let (mut good, mut broken) = (0, 0);
    for operation in &api.operations {
        let body = &api.type_(operation.request).name;
        let (_, file) = types.iter().find(|(name, _)| name == body).expect("a file");
        let by_file = Judge::of_file(&api, operation, file);
        let by_document = Judge::new(&api, operation, &document);
        for entry in witness::corpus(&api, operation).0 {
            let body = &entry.witness.body;
            let told = by_document.told(body).expect("a rule");
            assert_eq!(by_file.told(body).as_ref(), Ok(&told), "{}", entry.name);
            *(if told.is_empty() {
                &mut good
            } else {
                &mut broken
            }) += 1;
        }
    }
    assert!(
        good > 20 && broken > 80,
        "{good} good and {broken} broken are few"
    );
}
