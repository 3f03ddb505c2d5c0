//! Operations: bodies, overlays, contexts, codes, examples.

use heck::ToUpperCamelCase;

use super::{
    Cx, auth, codes, group, handed_keys, handed_out, head, heads, idempotency, pages, places,
    redirects, requests,
    sentences::{noted, text},
    site::Site,
    types,
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{
        RawAnswer, RawCode, RawDefaults, RawExample, RawOperation, RawSpec, RawStatusAnswer,
        RawTypeDefKind,
    },
    source::SourceMap,
    yaml::Text,
};
use stipula_contract::{
    Answer, Body, Context, ContextField, EnumOf, Example, HttpMethod, Module, Named, Operation,
    OperationId, Outcome, Scheme, StatusAnswer,
};

/// Resolves every operation; rules and scenarios come later.
pub(super) fn all<'a>(
    cx: &mut Cx<'a>,
    spec: &'a RawSpec,
    outcome: Option<&Outcome>,
    schemes: &[Scheme],
    sources: &mut SourceMap,
) -> Vec<Operation> {
    let usual = RawDefaults::default();
    let defaults = spec.api.as_ref().map_or(&usual, |it| &it.defaults);
    let mut found = Vec::new();
    for (at, raw) in spec.operations.iter().enumerate() {
        // The second of a name is reported already; its body would only echo that.
        let earlier = &spec.operations[..at];
        if earlier.iter().any(|it| it.name.value == raw.name.value) {
            continue;
        }
        let id = OperationId(found.len());
        let Some(mut operation) = operation(cx, spec, raw, id, outcome, defaults, sources) else {
            continue;
        };
        let base = operation.overlay_of.map(|it| &spec.operations[it.0]);
        operation.authentication = auth::of_operation(cx, raw, base, schemes);
        let scheme = operation.authentication.and_then(|it| schemes.get(it.0));
        operation.unsigned_answer = auth::unsigned_answer(cx, raw, base, scheme);
        operation.keys = handed_keys::of(cx, raw, base, &operation, &found);
        if operation.keys.is_some() {
            operation.doc = noted(&operation.doc, "\n\n", handed_keys::NOTE);
        }
        redirects::of(cx, spec.api.as_ref(), raw, base, &mut operation);
        operation.pages = pages::of(cx, raw, &operation);
        operation.idempotency = idempotency::of(cx, raw, base, &operation);
        found.push(operation);
    }
    found
}

fn operation<'a>(
    cx: &mut Cx<'a>,
    spec: &'a RawSpec,
    raw: &'a RawOperation,
    id: OperationId,
    outcome: Option<&Outcome>,
    defaults: &RawDefaults,
    sources: &mut SourceMap,
) -> Option<Operation> {
    let base_index = cx.index.base(spec, raw, &mut cx.sink);
    let base = base_index.map(|at| &spec.operations[at]);
    if raw.overlay.is_some() && base.is_none() {
        return None;
    }
    let method = raw.method.as_ref().or_else(|| base?.method.as_ref())?;
    let hosts = handed_out::hosts(cx, method);
    if method.handed_out.is_none() {
        check_path(cx, &method.path);
    }
    cx.origins
        .name(Named::Operation(id), &raw.name, raw.rust.as_ref());
    let context = context(cx, raw, id);
    let summary = raw
        .summary
        .as_ref()
        .map_or_else(|| raw.name.value.clone(), |it| it.value.clone());
    let request = requests::request(cx, raw, base);
    let body = places::all(cx, request, raw, base, method, defaults);
    requests::say(cx, raw, request);
    let answered = base.filter(|_| !raw.has_response).unwrap_or(raw);
    let answer = match method.method {
        HttpMethod::Head if !head::has_fields(answered) => head::answer(cx, raw, method, outcome),
        HttpMethod::Head => {
            head::answer(cx, raw, method, outcome);
            answer(cx, raw, answered)
        }
        _ => answer(cx, raw, answered),
    };
    cx.bodies.insert(request);
    cx.bodies.extend(answer.own());
    let errors: Vec<&RawCode> = base
        .map_or(&[][..], |it| &it.errors)
        .iter()
        .chain(&raw.errors)
        .collect();
    Some(Operation {
        id,
        names: types::rust(raw.rust.as_ref()),
        errors: codes::all(cx, &errors, Some(id), outcome),
        method: method.method,
        path: method.path.value.clone(),
        hosts,
        safe: raw.safe || base.is_some_and(|it| it.safe) || method.method.only_asks(),
        idempotency: None,
        pages: None,
        group: group::of(cx, raw, base),
        authentication: None,
        unsigned_answer: false,
        follows_redirects: false,
        keys: None,
        summary,
        doc: handed_out::doc(&text(raw.doc.as_ref()), method),
        context,
        request,
        request_of: raw.request_type.as_ref().map(|it| it.value.clone()),
        body,
        scenarios: Vec::new(),
        examples: raw
            .examples
            .iter()
            .filter_map(|it| example(cx, it, &answer, sources))
            .collect(),
        answer,
        overlay_of: base_index.map(OperationId),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
        name: raw.name.value.clone(),
    })
}

/// What an answer holds, as `written` says; its own types are called after the operation.
fn answer<'a>(cx: &mut Cx<'a>, raw: &'a RawOperation, written: &'a RawOperation) -> Answer {
    let of_status = |cx: &mut Cx<'a>, it: &'a RawStatusAnswer| StatusAnswer {
        status: it.status,
        text: it.status.to_string(),
        answer: typed(cx, raw, &it.answer, format!("response{}", it.status)),
    };
    match &written.answer {
        Some(RawAnswer::ByStatus(all)) => {
            Answer::ByStatus(all.iter().map(|it| of_status(cx, it)).collect())
        }
        Some(answer) => typed(cx, raw, answer, "response".to_owned()),
        None => {
            let doc = format!("Answer to a `{}` request.", raw.name.value);
            let raws = types::raws_of(&written.response);
            let id = types::body(cx, raw, "Response", Module::Response, raws, doc);
            heads::all(cx, id);
            Answer::Own(id)
        }
    }
}

/// What an answer holds that is no fields; `field` calls a type without a name.
fn typed<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawOperation,
    answer: &'a RawAnswer,
    field: String,
) -> Answer {
    match answer {
        RawAnswer::Type(ty) => {
            let site = Site {
                owner: raw.name.value.to_upper_camel_case(),
                wire: format!("{}{}", raw.name.value, field.to_upper_camel_case()),
                field,
                named: &raw.name,
                module: Module::Response,
            };
            // A type that cannot be read was reported.
            types::item(cx, ty, &site, &[]).map_or(Answer::Nothing, Answer::Json)
        }
        RawAnswer::Text => Answer::Text,
        RawAnswer::Bytes => Answer::Bytes,
        // What the status chooses stands inside nothing, which was reported.
        RawAnswer::Nothing | RawAnswer::ByStatus(_) => Answer::Nothing,
    }
}

fn check_path(cx: &mut Cx<'_>, path: &Text) {
    let good = path.value.starts_with('/')
        && path
            .value
            .bytes()
            .all(|it| it.is_ascii_graphic() && !b"?#%".contains(&it));
    let mut rest = path.value.as_str();
    while let Some((_, after)) = rest.split_once('{') {
        rest = after.split_once('}').map_or("{", |it| it.1);
        if rest == "{" {
            break;
        }
    }
    let good = good && !rest.contains(['{', '}']);
    if !good {
        cx.sink.report(
            Diagnostic::new(
                Code::BadPath,
                path.span,
                format!("`{}` is not a path", path.value),
            )
            .help("it starts with `/`, and has neither white space nor `?`, `#`, `%` or a brace without partner"),
        );
    }
}

fn context<'a>(cx: &mut Cx<'a>, raw: &'a RawOperation, id: OperationId) -> Option<Context> {
    let mut fields = Vec::new();
    for (field, ty) in &raw.context {
        let Some(def) = cx.index.type_(ty, &mut cx.sink) else {
            continue;
        };
        let RawTypeDefKind::Enum(values) = &def.kind else {
            let message = format!(
                "`{}` is not an enum, and only an enum can be a context value",
                ty.value
            );
            cx.sink
                .report(Diagnostic::new(Code::WrongType, ty.span, message));
            continue;
        };
        if values.of == EnumOf::Integer {
            let message = format!(
                "`{}` is an enum of integers, and only an enum of texts can be a context value",
                ty.value
            );
            cx.sink
                .report(Diagnostic::new(Code::WrongType, ty.span, message));
            continue;
        }
        let enum_ = types::enum_(cx, def, values);
        let place = Named::Context(id, fields.len());
        cx.origins.name(place, field, None);
        fields.push(ContextField {
            name: field.value.clone(),
            enum_,
        });
    }
    (!fields.is_empty()).then_some(Context { fields })
}

/// The status of an example is that of an answer, and documented where statuses are.
fn status_of_example(cx: &mut Cx<'_>, raw: &RawExample, answer: &Answer) {
    let Some((status, at)) = raw.http else {
        return;
    };
    let statuses = answer.by_status();
    let (message, help) = if raw.body == Body::Request {
        let message = "`http` is the status of an answer, and this is a request".to_owned();
        (
            message,
            "add `direction: response`, or leave `http` out".to_owned(),
        )
    } else if statuses.is_empty() && (200..=299).contains(&status) {
        return;
    } else if statuses.is_empty() {
        let message = format!("`{status}` is no HTTP status of success");
        (
            message,
            "examples show what `response` says; write one from 200 to 299".to_owned(),
        )
    } else if statuses.iter().any(|it| it.status == status) {
        return;
    } else {
        let all: Vec<_> = statuses.iter().map(|it| format!("`{}`", it.text)).collect();
        let message = format!("`response` says nothing of the status `{status}`");
        (
            message,
            format!("write {}, or add it to `response`", all.join(" or ")),
        )
    };
    let diagnostic = Diagnostic::new(Code::BadScalar, at, message);
    cx.sink.report(diagnostic.help(help));
}

fn example(
    cx: &mut Cx<'_>,
    raw: &RawExample,
    answer: &Answer,
    sources: &mut SourceMap,
) -> Option<Example> {
    status_of_example(cx, raw, answer);
    let file = raw.file.as_ref()?;
    let fail = |cx: &mut Cx<'_>, message: String| {
        cx.sink
            .report(Diagnostic::new(Code::ExampleFile, file.span, message));
    };
    let Some(path) = sources.join(file.span.file, &file.value) else {
        fail(cx, format!("`{}` is outside the spec's folder", file.value));
        return None;
    };
    let json = match sources.read(&path) {
        Ok(id) => serde_json::from_str(sources.text(id))
            .map_err(|error| format!("`{path}` is not JSON: {error}")),
        Err(error) => Err(format!("`{path}` cannot be read: {error}")),
    };
    match json {
        Ok(json) => Some(Example {
            name: raw.name.value.clone(),
            doc: text(raw.doc.as_ref()),
            body: raw.body,
            json,
            http: raw.http.map(|it| it.0),
            context: raw
                .context
                .iter()
                .map(|(name, value)| (name.value.clone(), value.value.clone()))
                .collect(),
            evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
        }),
        Err(message) => {
            fail(cx, message);
            None
        }
    }
}
