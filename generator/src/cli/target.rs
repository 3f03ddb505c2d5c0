//! The operation, context and scenario that the arguments name.

use stipula_contract::{Api, Named, Operation, Scenario};
use stipula_emit::Model;
use stipula_spec::diag::list;

use super::args::CaseArgs;

/// What a body is judged as.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pub(super) operation: &'a Operation,
    pub(super) context: Vec<(String, String)>,
    pub(super) scenario: Option<&'a Scenario>,
}

/// Finds what the arguments name, or says what there is.
pub(super) fn find<'a>(
    model: &'a Model,
    name: &str,
    args: &CaseArgs,
) -> Result<Target<'a>, String> {
    let api = &model.api;
    let operation = api
        .operations
        .iter()
        .find(|it| it.name == name || model.names.is_called(Named::Operation(it.id), name))
        .ok_or_else(|| missing("operation", name, api.operations.iter().map(|it| &*it.name)))?;
    let scenario = match &args.scenario {
        None => None,
        Some(wanted) => {
            let names = operation.scenarios.iter().map(|it| it.name.as_str());
            let found = operation.scenarios.iter().find(|it| it.name == *wanted);
            Some(found.ok_or_else(|| missing("scenario", wanted, names))?)
        }
    };
    check_context(api, operation, &args.context)?;
    Ok(Target {
        operation,
        context: args.context.clone(),
        scenario,
    })
}

/// Every value beside the body is known, documented and given once.
fn check_context(
    api: &Api,
    operation: &Operation,
    given: &[(String, String)],
) -> Result<(), String> {
    let fields = operation.context.as_ref().map_or(&[][..], |it| &it.fields);
    for (index, (name, value)) in given.iter().enumerate() {
        let names = fields.iter().map(|field| field.name.as_str());
        let field = fields
            .iter()
            .find(|field| field.name == *name)
            .ok_or_else(|| missing("context value", name, names))?;
        let values = api
            .type_(field.enum_)
            .enum_()
            .map_or(&[][..], |it| &it.values);
        if !values.iter().any(|it| it.wire == *value) {
            let help = nearest(value, values.iter().map(|it| &*it.wire));
            return Err(format!("`{name}` has no value `{value}`; {help}"));
        }
        if given[..index].iter().any(|(earlier, _)| earlier == name) {
            return Err(format!("`--context {name}=…` is given twice"));
        }
    }
    Ok(())
}

impl Target<'_> {
    /// A context value that nobody gave, with what to write.
    pub(super) fn missing_context(&self, api: &Api) -> Option<String> {
        let fields = &self.operation.context.as_ref()?.fields;
        let is_missing = |name: &str| !self.context.iter().any(|(given, _)| given == name);
        let field = fields.iter().find(|field| is_missing(&field.name))?;
        let values = api
            .type_(field.enum_)
            .enum_()
            .map_or(&[][..], |it| &it.values);
        let values: Vec<&str> = values.iter().map(|it| it.wire.as_str()).collect();
        Some(format!(
            "rules of `{}` read `{name}`, which is not in the body; add `--context {name}=VALUE` with one of {}",
            self.operation.name,
            list(&values),
            name = field.name,
        ))
    }
}

/// "there is no operation `x`; did you mean `y`?"
fn missing<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    format!("there is no {what} `{name}`; {}", nearest(name, known))
}

/// "did you mean `y`?", or all that there is.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match stipula_cond::suggest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "there is none at all".to_owned(),
        None => format!("there is {}", list(&known)),
    }
}
