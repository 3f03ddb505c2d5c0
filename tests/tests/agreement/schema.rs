//! The emitted JSON Schema as a judge, by the `jsonschema` crate.

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde_json::Value;
use stipula_contract::{Api, Operation};
use stipula_generator::{Model, Target, emit, unsayable};
use stipula_logic::judge::{canonical, judge};
use stipula_tests::{
    Told,
    agreement::evaluator_and_schema,
    bodies::Case,
    schema::{self, Reported},
};

/// The OpenAPI document of an API.
pub(crate) fn document(api: &Model) -> Value {
    let files = emit(api, Target::OpenApi);
    let text = files.get("schema/openapi.json").expect("a document");
    serde_json::from_str(text).expect("JSON")
}

/// A validator of the bodies of one operation.
pub(crate) struct Judge<'a> {
    api: &'a Api,
    operation: &'a Operation,
    pub(crate) schema: Value,
    validator: Validator,
    unsayable: Vec<String>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(api: &'a Api, operation: &'a Operation, document: &Value) -> Self {
        let request = stipula_emit::component(api, operation.request);
        let schema = schema::of_request(document, &request);
        Self::by(api, operation, schema)
    }

    /// By the file of the body's type.
    pub(crate) fn of_file(api: &'a Api, operation: &'a Operation, file: &Value) -> Self {
        Self::by(api, operation, schema::of_file(file))
    }

    fn by(api: &'a Api, operation: &'a Operation, schema: Value) -> Self {
        let options = jsonschema::options().should_validate_formats(true);
        let validator = options.build(&schema).expect("a valid schema");
        Self {
            api,
            operation,
            schema,
            validator,
            unsayable: unsayable(api),
        }
    }

    /// What the evaluator and the schema disagree about.
    pub(crate) fn differs(&self, case: &Case) -> Option<String> {
        let body = canonical(self.api, self.operation.request, &case.body);
        self.compare(case, &body, self.told(&body))
    }

    /// The same, by the errors of another validator.
    pub(crate) fn differs_from(&self, case: &Case, errors: &[Reported]) -> Option<String> {
        let body = canonical(self.api, self.operation.request, &case.body);
        self.compare(case, &body, schema::told(&self.schema, errors))
    }

    fn compare(
        &self,
        case: &Case,
        body: &Value,
        told: Result<Vec<Told>, String>,
    ) -> Option<String> {
        match told {
            Err(why) => Some(why),
            Ok(told) => {
                let found = judge(self.api, self.operation, body, &case.context);
                let rules = self.api.rules_below(self.operation.request);
                evaluator_and_schema(&rules, &found, &told, body, &self.unsayable)
            }
        }
    }

    pub(crate) fn told(&self, body: &Value) -> Result<Vec<Told>, String> {
        let errors = self.validator.iter_errors(body);
        let errors: Vec<Reported> = errors.flat_map(|it| reported(&it)).collect();
        schema::told(&self.schema, &errors)
    }
}

fn reported(error: &ValidationError<'_>) -> Vec<Reported> {
    let mut keyword = error.evaluation_path().as_str().to_owned();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let of = |keyword: &str, member: Option<String>| Reported {
        keyword: keyword.to_owned(),
        instance: error.instance_path().as_str().to_owned(),
        member,
    };
    let member = match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let each = unexpected.iter().cloned();
            return each.map(|it| of(&keyword, Some(it))).collect();
        }
        ValidationErrorKind::Required { property } => text(property),
        ValidationErrorKind::PropertyNames { error: inner } => {
            let deeper = inner.evaluation_path().as_str();
            if deeper.starts_with(keyword.as_str()) {
                deeper.clone_into(&mut keyword);
            }
            text(inner.instance())
        }
        _ if keyword.contains("/propertyNames/") => text(error.instance()),
        _ => None,
    };
    vec![of(&keyword, member)]
}
