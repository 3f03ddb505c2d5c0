//! The schema of the spec language for editors, and the reader, take and refuse the same files.

use std::{fs, path::Path};

use jsonschema::Validator;
use serde_json::Value;
use stipula_spec::diag::{Code, example_files};
use stipula_tests::flagship;

fn validator() -> Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/schema.json");
    let text = fs::read_to_string(path).expect("a schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    jsonschema::meta::validate(&schema).expect("a schema");
    jsonschema::validator_for(&schema).expect("nothing refers to elsewhere")
}

fn errors(validator: &Validator, yaml: &str) -> Vec<String> {
    let file: Value = serde_yaml::from_str(yaml).expect("YAML");
    let errors = validator.iter_errors(&file);
    errors
        .map(|it| format!("{}: {it}", it.instance_path()))
        .collect()
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "yaml")
}

fn yaml_files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            yaml_files(&path, found);
        } else if is_yaml(&path) {
            found.push(path);
        }
    }
}

#[test]
fn the_flagship_fits_and_names_the_schema() {
    let (validator, mut files) = (validator(), Vec::new());
    yaml_files(&flagship::folder(), &mut files);
    assert!(files.len() > 10, "{files:?}");
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let shown = file.display();
        assert_eq!(errors(&validator, &text), [""; 0], "{shown}");
        let (_, schema) = text
            .split_once("# yaml-language-server: $schema=")
            .unwrap_or_default();
        let schema = schema.lines().next().unwrap_or_default();
        let named = file.parent().expect("a folder").join(schema);
        assert!(
            !schema.is_empty() && named.exists(),
            "{shown} names `{schema}`"
        );
    }
}

/// Findings about the shape of a mapping, which is what a schema can see.
const OF_SHAPE: [Code; 7] = [
    Code::UnknownKey,
    Code::MissingKey,
    Code::MissingValue,
    Code::WrongKind,
    Code::BadScalar,
    Code::Exclusive,
    Code::RuleDemand,
];

/// Not one file with one meaning, for a reader of YAML that is not ours.
const NO_FILE: [Code; 4] = [Code::Folder, Code::Yaml, Code::DuplicateKey, Code::Anchor];

#[test]
fn it_takes_and_refuses_what_the_reader_does() {
    let validator = validator();
    let fits = |text: &str| {
        let files = example_files(text);
        let mut specs = files.iter().filter(|(path, _)| is_yaml(Path::new(path)));
        specs.all(|(_, text)| errors(&validator, text).is_empty())
    };
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().filter(|it| !NO_FILE.contains(it)) {
        let is_of_shape = OF_SHAPE.contains(code) || *code == Code::Method;
        if fits(code.bad()) == is_of_shape {
            wrong.push(format!("{}, bad", code.as_str()));
        }
        if !fits(code.good()) {
            wrong.push(format!("{}, good", code.as_str()));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
