//! Examples that break the rules they are meant to show.

use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::RawOperation,
};
use stipula_contract::{Api, Body, Operation, Severity};
use stipula_logic::judge::judge;

/// Reports every error that the example of a request has. What is only doubtful may be shown.
pub(super) fn all(api: &Api, operation: &Operation, raw: &RawOperation, sink: &mut Sink) {
    for example in operation
        .examples
        .iter()
        .filter(|it| it.body == Body::Request)
    {
        let written = raw
            .examples
            .iter()
            .find(|it| it.name.value == example.name)
            .and_then(|it| it.file.as_ref());
        let Some(written) = written else { continue };
        let found = judge(api, operation, &example.json, &example.context);
        for finding in found.iter().filter(|it| it.severity == Severity::Error) {
            let message = format!("the example `{}` breaks a rule: {finding}", example.name);
            let diagnostic = Diagnostic::new(Code::ExampleBreaksRule, written.span, message)
                .help("correct the example, or the rule that the page does not keep itself");
            sink.report(diagnostic);
        }
    }
}
