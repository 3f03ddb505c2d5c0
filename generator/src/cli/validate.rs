//! `stipula validate`.

use std::{borrow::Cow, fmt::Write as _, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level as Look, Renderer, Snippet};
use anstream::{eprintln, println};
use serde_json::{Value as Any, json};
use stipula_cond::is_unseen;

use super::{
    args::{Format, ValidateArgs},
    body::{Body, Source},
    exit::Exit,
    placed::{Placed, severity},
    report, sarif, spec,
    target::{self, Target},
};
use stipula_contract::{Api, Location, Severity};
use stipula_logic::judge::{Finding, Request, outside};

/// Judges a request, or its body, and tells every finding.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn run(args: &ValidateArgs) -> Exit {
    let model = match spec::model(args.case.spec.as_deref()) {
        Ok(model) => model,
        Err(code) => return code,
    };
    let api = &model.api;
    let target = target::find(&model, &args.operation, &args.case);
    let target = target.and_then(|it| it.missing_context(api).map_or(Ok(it), Err));
    let target = match target {
        Ok(target) => target,
        Err(message) => {
            eprintln!("{message}");
            return Exit::Usage;
        }
    };
    let form = Form::of(args);
    let Some(file) = args.request.as_ref().or(args.body.as_ref()) else {
        return Exit::Usage;
    };
    if let Some(message) = form.refused(api, &target) {
        eprintln!("{message}");
        return Exit::Usage;
    }
    let source = match Source::read(file) {
        Ok(source) => source,
        Err(message) => {
            eprintln!("{message}");
            return Exit::Failed;
        }
    };
    let found = findings(api, &target, &source, form);
    tell(&found, &source, &target, api, args.format, form);
    let errors = found
        .iter()
        .any(|it| it.finding.severity == Severity::Error);
    if errors { Exit::Findings } else { Exit::Clean }
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Body,
    Request,
}

impl Form {
    const fn of(args: &ValidateArgs) -> Self {
        match args.request {
            Some(_) => Self::Request,
            None => Self::Body,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Request => "request",
        }
    }

    /// Why a body is not enough.
    fn refused(self, api: &Api, target: &Target<'_>) -> Option<String> {
        let outside: Vec<_> = outside(api, target.operation).collect();
        let name = &target.operation.name;
        (self == Self::Body && !outside.is_empty()).then(|| {
            format!(
                "a body is not the whole request of `{name}`, which has {} outside it ({}); give all of it with `stipula validate {name} --request FILE`, where the file is an object of `path`, `query`, `headers` and `body`; `stipula example {name}` shows one",
                report::count(outside.len(), "member"),
                outside.join(", "),
            )
        })
    }
}

fn findings(api: &Api, target: &Target<'_>, source: &Source, form: Form) -> Vec<Placed> {
    let placed = |finding: Finding, at: Range<usize>| {
        let (line, column) = source.line_column(&at);
        Placed {
            finding,
            at,
            line,
            column,
        }
    };
    let body: Body<'_> = match source.body() {
        Ok(body) => body,
        Err(fault) => {
            let finding = Finding::of_reading(fault.path, "json", Severity::Error, fault.message);
            return vec![placed(finding, fault.at)];
        }
    };
    let request = match form {
        Form::Body => Request::of_body(api, target.operation, &body.value),
        Form::Request => Request::read(api, target.operation, &body.value),
    };
    let place = |finding: Finding| {
        let at = body.place(&request.pointer(&finding));
        placed(finding, at)
    };
    let found = request.judge(&target.context, target.scenario);
    let mut found: Vec<Placed> = found.into_iter().map(place).collect();
    found.sort_by_key(|it| it.at.start);
    found
}

fn tell(
    found: &[Placed],
    source: &Source,
    target: &Target<'_>,
    api: &Api,
    format: Format,
    form: Form,
) {
    match format {
        Format::Text => text(found, source, &target.operation.name, form),
        Format::Json => print_json(&found.iter().map(|it| member(it, form)).collect()),
        Format::Sarif => print_json(&sarif::log(found, &source.name, api)),
    }
}

#[allow(clippy::print_stdout)] // this is the command
fn print_json(value: &Any) {
    println!("{}", harmless(&format!("{value:#}")));
}

/// JSON that a terminal prints and does not obey: what nobody sees is escaped, as only texts have it.
fn harmless(json: &str) -> String {
    let mut made = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !is_unseen(c) {
            made.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(made, "\\u{unit:04x}");
        }
    }
    made
}

/// What there is no data of has no key.
fn member(it: &Placed, form: Form) -> Any {
    let mut made = json!({
        "severity": severity(it.finding.severity),
        "path": it.finding.path,
        "rule": it.finding.rule,
        "message": it.finding.message,
        "line": it.line,
        "column": it.column,
    });
    let finding = &it.finding;
    let location = match finding.location {
        Location::Payload => Location::Body,
        other => other,
    };
    if form == Form::Request {
        made["location"] = location.word().into();
    }
    for (key, data) in [
        ("actual", finding.actual.clone()),
        ("expected", finding.expected.clone()),
        ("suggestion", finding.suggestion.as_deref().map(Any::from)),
        ("beside", Some(Any::Object(finding.beside.clone()))),
    ] {
        let is_there = |it: &Any| it.as_object().is_none_or(|it| !it.is_empty());
        if let Some(data) = data.filter(is_there) {
            made[key] = data;
        }
    }
    made
}

#[allow(clippy::print_stderr)] // this is the command
fn text(found: &[Placed], source: &Source, operation: &str, form: Form) {
    let renderer = Renderer::styled();
    let shown = visible(&source.text);
    for it in found {
        eprintln!("{}\n", renderer.render(&[snippet(it, source, &shown)]));
    }
    let of = |severity| {
        let same = found.iter().filter(|it| it.finding.severity == severity);
        same.count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    if errors + warnings == 0 {
        eprintln!("{}: a good {} for {operation}", source.name, form.word());
    } else {
        let (errors, warnings) = (
            report::count(errors, "error"),
            report::count(warnings, "warning"),
        );
        eprintln!("{}: {errors}, {warnings} for {operation}", source.name);
    }
}

/// The text with signs for what nobody sees, of as many bytes; the renderer knows those of ASCII.
fn visible(text: &str) -> Cow<'_, str> {
    let is_replaced = |c: char| !c.is_ascii() && is_unseen(c);
    if !text.contains(is_replaced) {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        match c.len_utf8() {
            _ if !is_replaced(c) => made.push(c),
            2 => made.push('·'),
            3 => made.push('\u{fffd}'),
            _ => made.push_str("··"),
        }
    }
    Cow::Owned(made)
}

fn snippet<'a>(it: &'a Placed, source: &'a Source, shown: &'a str) -> Group<'a> {
    let look = match it.finding.severity {
        Severity::Error => Look::ERROR,
        Severity::Warning => Look::WARNING,
    };
    let path = it.finding.place();
    let title = look
        .primary_title(format!("{path}: {}", it.finding.message))
        .id(it.finding.rule.as_str());
    // A long list or object is shown by its first line.
    let end = source.text[it.at.clone()]
        .find('\n')
        .map_or(it.at.end, |newline| it.at.start + newline);
    Group::with_title(title).element(
        Snippet::source(shown)
            .path(source.name.as_str())
            .annotation(AnnotationKind::Primary.span(it.at.start..end)),
    )
}
