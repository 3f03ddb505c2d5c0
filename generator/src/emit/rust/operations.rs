//! Operations as constant data, and the bodies that belong to them.

use super::{
    code::{Code, literal},
    docs,
    file::{File, Place},
};
use crate::model::{Api, Operation, Repeat};

/// The text of module `operations`.
pub(super) fn module(api: &Api) -> String {
    let mut file = File::new(api, Place::Top);
    transient(&mut file.code, api);
    for operation in &api.operations {
        constant(&mut file, operation);
        request(&mut file, operation);
    }
    file.into_text()
}

fn transient(code: &mut Code, api: &Api) {
    let codes = api.outcome.iter().flat_map(|outcome| &outcome.transient);
    let codes: Vec<_> = codes.map(|text| literal(text)).collect();
    code.line("// Result codes after which the same request may succeed later.");
    code.list("const TRANSIENT: &[&str] = &", &codes, ";");
}

fn constant(file: &mut File<'_>, operation: &Operation) {
    let type_ = file.foreign("stipula::client", "Operation");
    let repeat = file.foreign("stipula::client", "Repeat");
    file.code.separate();
    file.code.doc(&doc(file.api, operation));
    file.code.open(format!(
        "pub static {}: {type_} = {type_} {{",
        operation.constant
    ));
    file.code
        .line(format!("name: {},", literal(&operation.name)));
    file.code
        .line(format!("method: {},", literal(operation.method.as_str())));
    file.code
        .line(format!("path: {},", literal(&operation.path)));
    file.code.line(format!("safe: {},", operation.safe));
    match operation.idempotency.as_ref().map(|it| &it.repeat) {
        Some(Repeat::Done { code }) => {
            let member = format!("code: {}", literal(code));
            let open = format!("repeat: {repeat}::Done");
            file.code.members(&open, &[member], ",");
        }
        Some(Repeat::Undocumented) | None => {
            file.code.line(format!("repeat: {repeat}::Undocumented,"));
        }
    }
    file.code.line("transient: TRANSIENT,");
    let api = file.sibling("api");
    file.code.line(format!("api: &{api}::API,"));
    file.code.close("};");
}

fn request(file: &mut File<'_>, operation: &Operation) {
    let type_ = file.foreign("stipula::client", "Operation");
    let trait_ = file.foreign("stipula::client", "Request");
    let request = file.type_name(operation.request);
    let response = file.type_name(operation.response);
    file.code.separate();
    file.code.open(format!("impl {trait_} for {request} {{"));
    file.code.line(format!(
        "const OPERATION: &'static {type_} = &{};",
        operation.constant
    ));
    file.code.line(format!("type Response = {response};"));
    file.code.close("}");
}

/// The summary and the doc.
pub(super) fn brief(operation: &Operation) -> String {
    let summary = docs::or(&operation.summary, || format!("`{}`", operation.name));
    docs::paragraphs([docs::period(&summary), operation.doc.clone()])
}

/// The same, with where it was read.
fn doc(api: &Api, operation: &Operation) -> String {
    docs::paragraphs([
        brief(operation),
        docs::source(api, &operation.evidence),
        docs::quirks(api, &operation.evidence),
    ])
}
