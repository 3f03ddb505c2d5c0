//! Operations: bodies, overlays, contexts, codes, examples.

use super::{
    Cx,
    sentences::text,
    types::{self, Raws},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawCode, RawExample, RawOperation, RawSpec, RawTypeDefKind},
    source::SourceMap,
    yaml::Text,
};
use stipula_contract::{
    ClassOfResult, CodeId, Context, ContextField, EnumOf, Example, HttpMethod, Idempotency, Module,
    Named, Operation, OperationId, Outcome, Repeat, ResultCode,
};

/// Resolves every operation; rules and scenarios come later.
pub(super) fn all<'a>(
    cx: &mut Cx<'a>,
    spec: &'a RawSpec,
    outcome: Option<&Outcome>,
    sources: &mut SourceMap,
) -> Vec<Operation> {
    let mut found = Vec::new();
    for (at, raw) in spec.operations.iter().enumerate() {
        // The second of a name is reported already; its body would only echo that.
        let earlier = &spec.operations[..at];
        if earlier.iter().any(|it| it.name.value == raw.name.value) {
            continue;
        }
        let Some(operation) = operation(cx, spec, raw, OperationId(found.len()), outcome, sources)
        else {
            continue;
        };
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
    sources: &mut SourceMap,
) -> Option<Operation> {
    let base_index = cx.index.base(spec, raw, &mut cx.sink);
    let base = base_index.map(|at| &spec.operations[at]);
    if raw.overlay.is_some() && base.is_none() {
        return None;
    }
    let method = raw.method.as_ref().or_else(|| base?.method.as_ref())?;
    check_path(cx, &method.path);
    cx.origins
        .name(Named::Operation(id), &raw.name, raw.rust.as_ref());
    let context = context(cx, raw, id);
    let summary = raw
        .summary
        .as_ref()
        .map_or_else(|| raw.name.value.clone(), |it| it.value.clone());
    let request = types::body(
        cx,
        raw,
        "Request",
        Module::Request,
        request_raws(raw, base),
        format!("Body of a `{}` request.", raw.name.value),
    );
    let response_raws = base.filter(|_| !raw.has_response).unwrap_or(raw);
    let response = types::body(
        cx,
        raw,
        "Response",
        Module::Response,
        types::raws_of(&response_raws.response),
        format!("Answer to a `{}` request.", raw.name.value),
    );
    cx.bodies.extend([request, response]);
    let errors: Vec<&RawCode> = base
        .map_or(&[][..], |it| &it.errors)
        .iter()
        .chain(&raw.errors)
        .collect();
    Some(Operation {
        id,
        names: types::rust(raw.rust.as_ref()),
        errors: codes(cx, &errors, Some(id), outcome),
        method: method.method,
        path: method.path.value.clone(),
        safe: raw.safe || base.is_some_and(|it| it.safe) || method.method == HttpMethod::Get,
        idempotency: idempotency(cx, raw, base),
        authentication: None,
        summary,
        doc: text(raw.doc.as_ref()),
        context,
        request,
        response,
        scenarios: Vec::new(),
        examples: raw
            .examples
            .iter()
            .filter_map(|it| example(cx, it, sources))
            .collect(),
        overlay_of: base_index.map(OperationId),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
        name: raw.name.value.clone(),
    })
}

fn check_path(cx: &mut Cx<'_>, path: &Text) {
    let good = path.value.starts_with('/')
        && path
            .value
            .bytes()
            .all(|it| it.is_ascii_graphic() && !b"{}#".contains(&it));
    if !good {
        cx.sink.report(
            Diagnostic::new(
                Code::BadPath,
                path.span,
                format!("`{}` is not a path", path.value),
            )
            .help("it starts with `/` and holds no white space, braces or `#`"),
        );
    }
}

/// Base fields first, ours beside them; ours replace those of the same name in their place.
fn request_raws<'a>(raw: &'a RawOperation, base: Option<&'a RawOperation>) -> Raws<'a> {
    let Some(base) = base else {
        return types::raws_of(&raw.request);
    };
    let ours = |name: &str| raw.request.fields.iter().find(|it| it.wire.value == name);
    let mut fields: Vec<_> = base
        .request
        .fields
        .iter()
        .map(|field| ours(&field.wire.value).unwrap_or(field))
        .collect();
    let added = raw.request.fields.iter().filter(|field| {
        !base
            .request
            .fields
            .iter()
            .any(|it| it.wire.value == field.wire.value)
    });
    fields.extend(added);
    Raws {
        fields,
        rules: base
            .request
            .rules
            .iter()
            .chain(&raw.request.rules)
            .collect(),
        closed: base.request.closed || raw.request.closed,
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

fn idempotency(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
) -> Option<Idempotency> {
    let owner = if raw.idempotency.is_some() {
        raw
    } else {
        base?
    };
    let written = owner.idempotency.as_ref()?;
    for key in &written.key {
        if !owner
            .request
            .fields
            .iter()
            .any(|field| field.wire.value == key.value)
        {
            let message = format!("there is no field `{}` in the request", key.value);
            let known = owner
                .request
                .fields
                .iter()
                .map(|field| field.wire.value.as_str());
            cx.sink.report(
                Diagnostic::new(Code::UnknownField, key.span, message).suggest(&key.value, known),
            );
        }
    }
    let repeat = match &written.done {
        Some(code) => Repeat::Done {
            code: code.value.clone(),
        },
        None => Repeat::Undocumented,
    };
    Some(Idempotency {
        key: written.key.iter().map(|it| it.value.clone()).collect(),
        repeat,
    })
}

/// Result codes, each with the class of its status.
pub(super) fn codes(
    cx: &mut Cx<'_>,
    raws: &[&RawCode],
    of: Option<OperationId>,
    outcome: Option<&Outcome>,
) -> Vec<ResultCode> {
    super::index::unique(
        "result code",
        raws.iter().map(|it| &it.code).collect(),
        &mut cx.sink,
    );
    let mut found = Vec::new();
    for raw in raws {
        let Some(status) = &raw.class else { continue };
        let Some(class) = class(cx, status, outcome) else {
            continue;
        };
        let id = CodeId {
            of,
            at: found.len(),
        };
        cx.origins
            .name(Named::Code(id), &raw.code, raw.rust.as_ref());
        found.push(ResultCode {
            code: raw.code.value.clone(),
            id,
            names: types::rust(raw.rust.as_ref()),
            status: status.value.clone(),
            class,
            doc: text(raw.doc.as_ref()),
            evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
        });
    }
    found
}

fn class(cx: &mut Cx<'_>, status: &Text, outcome: Option<&Outcome>) -> Option<ClassOfResult> {
    let Some(outcome) = outcome else {
        let message =
            "result codes need `outcome` in `api.yaml`, which says what their class means";
        cx.sink
            .report(Diagnostic::new(Code::UnknownClass, status.span, message));
        return None;
    };
    let classes = [
        (&outcome.success, ClassOfResult::Success),
        (&outcome.failed, ClassOfResult::Failed),
        (&outcome.unknown, ClassOfResult::Unknown),
    ];
    let found = classes
        .iter()
        .find(|(texts, _)| texts.contains(&status.value))
        .map(|(_, class)| *class);
    if found.is_none() {
        let message = format!("`{}` is not a status of `outcome`", status.value);
        let known = classes
            .iter()
            .flat_map(|(texts, _)| texts.iter().map(String::as_str));
        cx.sink.report(
            Diagnostic::new(Code::UnknownClass, status.span, message).suggest(&status.value, known),
        );
    }
    found
}

fn example(cx: &mut Cx<'_>, raw: &RawExample, sources: &mut SourceMap) -> Option<Example> {
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
