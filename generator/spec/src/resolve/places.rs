//! Where the fields of a request travel, and how the body is written.

use super::{Cx, files::Files, handed_out, holds::Holds, index::is_token};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawDefaults, RawField, RawMethod, RawOperation, RawPresence, RawPresenceRule},
    source::Span,
    yaml::Text,
};
use stipula_contract::{
    Argument, BodyForm, Demand, Field, HttpMethod, Lists, Location, Nested, Rule, Scalar, Severity,
    Style, TypeId, TypeKind, TypeRef, ValueDemand,
};

/// Headers that HTTP, the client or a scheme writes.
const TAKEN: [&str; 6] = [
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
];

/// Whether a header of this name is written by the client itself.
pub(super) fn is_taken(name: &str) -> bool {
    TAKEN.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// The names in braces of a path.
pub(super) fn braces(path: &str) -> Vec<&str> {
    let parts = path.split('{').skip(1);
    parts.filter_map(|it| Some(it.split_once('}')?.0)).collect()
}

/// Says of every field of a request where it travels, and how the body is written.
pub(super) fn all(
    cx: &mut Cx<'_>,
    request: TypeId,
    raw: &RawOperation,
    base: Option<&RawOperation>,
    method: &RawMethod,
    defaults: &RawDefaults,
) -> BodyForm {
    let raws = cx.types.raws[request.0].fields.clone();
    let TypeKind::Object(object) = &mut cx.types.list[request.0].kind else {
        return BodyForm::Json;
    };
    for (field, raw) in object.fields.iter_mut().zip(&raws) {
        let place = &raw.place;
        field.location = place
            .location
            .map_or_else(|| method.method.usual_place(), |it| it.0);
        handed_out::place(field, raw, method);
        field.sent_as = place.name.as_ref().map(|it| it.value.clone());
        field.style = Style {
            lists: one(place.lists, defaults.lists, Lists::Repeat),
            nested: one(place.nested, defaults.nested, Nested::Brackets),
        };
    }
    segments(cx, request, &raws);
    let Some(object) = cx.types.object(request) else {
        return BodyForm::Json;
    };
    let fields = object.fields.clone();
    let written = raw.body.or_else(|| base?.body);
    let form = form(&fields, method.method, written, defaults);
    let mut checks = Checks { cx };
    for (field, raw) in fields.iter().zip(&raws) {
        checks.field(field, raw, form);
    }
    match &method.handed_out {
        Some(it) => handed_out::check(checks.cx, &fields, &raws, it),
        None => checks.path(&fields, &raws, &method.path),
    }
    checks.names(&fields, &raws);
    checks.payload(&fields, &raws);
    if let Some((_, at)) = raw.body {
        checks.body(&fields, at, form);
    }
    form
}

/// A text in the path is a part of it, whatever the spec says of it besides. What other types hold is
/// never empty or a step; the client looks at lists and at texts of enums when it writes them.
fn segments(cx: &mut Cx<'_>, request: TypeId, raws: &[&RawField]) {
    let owner = cx.types.list[request.0].name.clone();
    for (nth, raw) in raws.iter().enumerate() {
        let TypeKind::Object(object) = &mut cx.types.list[request.0].kind else {
            return;
        };
        let Some(field) = object.fields.get_mut(nth) else {
            return;
        };
        let is_text = field.item.ty == TypeRef::Scalar(Scalar::String);
        if field.location != Location::Path || !is_text {
            continue;
        }
        let Some(demand) = ValueDemand::of("segment", Argument::None) else {
            return;
        };
        let id = format!("{owner}.{}.segment", field.wire);
        let demand = Demand::Value(demand);
        let rule = Rule::new(id.clone(), &field.wire, Severity::Error, None, demand);
        field.item.rules.push(rule);
        cx.claim_rule(&id, None, raw.wire.span);
    }
}

fn one<T: Copy>(own: Option<(T, Span)>, whole: Option<(T, Span)>, usual: T) -> T {
    own.or(whole).map_or(usual, |it| it.0)
}

/// How the body is written. There is none where no field stands in it, unless the operation says how an
/// empty one is written.
fn form(
    fields: &[Field],
    method: HttpMethod,
    written: Option<(BodyForm, Span)>,
    defaults: &RawDefaults,
) -> BodyForm {
    let payload = fields.iter().find(|it| it.location == Location::Payload);
    if let Some(payload) = payload {
        return match payload.item.ty {
            TypeRef::Scalar(Scalar::String | Scalar::Url) => BodyForm::Text,
            TypeRef::Scalar(Scalar::Bytes) => BodyForm::Bytes,
            _ => BodyForm::Json,
        };
    }
    let has_body = fields.iter().any(|it| it.location == Location::Body);
    if !has_body && (written.is_none() || method.usual_place() == Location::Query) {
        return BodyForm::None;
    }
    one(written, defaults.body, BodyForm::Json)
}

struct Checks<'c, 'a> {
    cx: &'c mut Cx<'a>,
}

impl Checks<'_, '_> {
    fn report(&mut self, at: Span, message: String, help: &str) {
        self.cx
            .sink
            .report(Diagnostic::new(Code::BadPlace, at, message).help(help));
    }

    /// What of one field cannot be where it travels.
    fn field(&mut self, field: &Field, raw: &RawField, form: BodyForm) {
        let at = raw.place.location.map_or(raw.wire.span, |it| it.1);
        let (name, word) = (&raw.wire.value, field.location.word());
        if let (Location::Body, Some(written)) = (field.location, &raw.place.name) {
            let message = format!("`{name}` stands in the body, where its name is the key");
            self.report(
                written.span,
                message,
                "give the other field of this name another key",
            );
        }
        self.style(field, raw);
        let is_json = match field.location {
            Location::Body => form == BodyForm::Json,
            Location::Payload => true,
            Location::Path | Location::Query | Location::Header | Location::Status => false,
        };
        let is_part = field.location == Location::Body && form == BodyForm::Multipart;
        if is_json || (is_part && Files::of(self.cx, &field.item.ty).is_none()) {
            let written = [
                raw.place.lists.map(|it| it.1),
                raw.place.nested.map(|it| it.1),
            ];
            for at in written.into_iter().flatten() {
                let message = format!("`{name}` travels as JSON, which writes it in one way");
                self.report(at, message, "leave it out");
            }
        }
        if is_json {
            return;
        }
        if raw.lenient {
            let message = format!("`lenient` does nothing here: `{name}` travels as text ({word})");
            self.report(raw.wire.span, message, "leave it out");
        }
        if let Some(alias) = raw.aliases.first() {
            let message = format!("`{name}` travels outside JSON ({word}), where no alias is read");
            self.report(alias.span, message, "leave it out");
        }
        if field.clears && field.location != Location::Body {
            let message = format!("`{name}` cannot be cleared: there is no `null` in a {word}");
            self.report(raw.wire.span, message, "remove `null: clears`");
        }
        let fits = match field.location {
            Location::Path => is_flat(&field.item.ty) && is_always_there(raw),
            Location::Header => is_flat(&field.item.ty),
            _ => true,
        };
        if !fits {
            let message = match field.location {
                Location::Path if is_flat(&field.item.ty) => {
                    format!("`{name}` stands in the path, so it has to be there")
                }
                _ => format!("`{name}` cannot stand in a {word}: it is an object"),
            };
            let help = match field.location {
                Location::Path if is_flat(&field.item.ty) => "add `required: true`",
                _ => "give it a type of text, number or boolean, or a list of those",
            };
            self.report(at, message, help);
        }
        if field.location == Location::Header {
            self.header(field, raw);
        }
    }

    /// How lists and objects are written says nothing of a field that holds none.
    fn style(&mut self, field: &Field, raw: &RawField) {
        let holds = Holds::of(self.cx, &field.item.ty);
        let written = [
            ("lists", raw.place.lists.map(|it| it.1), holds.lists, "list"),
            (
                "nested",
                raw.place.nested.map(|it| it.1),
                holds.objects,
                "object",
            ),
        ];
        for (key, at, fits, what) in written {
            let Some(at) = at.filter(|_| !fits) else {
                continue;
            };
            let message = format!(
                "`{key}` does nothing here: `{}` holds no {what}",
                raw.wire.value
            );
            let diagnostic = Diagnostic::new(Code::RuleMisfit, at, message);
            self.cx.sink.report(
                diagnostic
                    .also(raw.ty.span, "the type")
                    .help("leave it out"),
            );
        }
    }

    fn header(&mut self, field: &Field, raw: &RawField) {
        let name = field.sent_name();
        let at = raw.place.name.as_ref().unwrap_or(&raw.wire).span;
        if !is_token(name) {
            let message = format!("`{name}` cannot name a header");
            self.report(at, message, "give its name on the wire with `name:`");
        } else if is_taken(name) {
            let message = format!("the client writes the header `{name}` itself");
            let help = "say it with `authentication`, or leave it out";
            self.report(at, message, help);
        }
    }

    /// Braces of a path and fields that stand in it belong together.
    fn path(&mut self, fields: &[Field], raws: &[&RawField], path: &Text) {
        let braces = braces(&path.value);
        let in_path = |it: &&Field| it.location == Location::Path;
        for name in &braces {
            if !fields
                .iter()
                .filter(in_path)
                .any(|it| it.sent_name() == *name)
            {
                let message = format!("no field stands in the braces `{{{name}}}` of the path");
                let help =
                    format!("add `{name}: {{ type: …, in: path, required: true }}` to `request`");
                self.report(path.span, message, &help);
            }
        }
        for (field, raw) in fields.iter().zip(raws).filter(|it| in_path(&it.0)) {
            if !braces.contains(&field.sent_name()) {
                let name = field.sent_name();
                let at = raw.place.location.map_or(raw.wire.span, |it| it.1);
                let message = format!("the path has no braces `{{{name}}}` for this field");
                self.report(at, message, "add them to the path, or say another place");
            }
        }
    }

    /// Two fields of one place cannot have one name.
    fn names(&mut self, fields: &[Field], raws: &[&RawField]) {
        for (nth, field) in fields.iter().enumerate() {
            let same =
                |it: &&Field| it.location == field.location && it.sent_name() == field.sent_name();
            if fields[..nth].iter().any(|it| same(&it)) {
                let raw = raws[nth];
                let at = raw.place.name.as_ref().unwrap_or(&raw.wire).span;
                let (name, word) = (field.sent_name(), field.location.word());
                let message = format!("another field is `{name}` in the {word}, too");
                self.report(at, message, "give one of them another name");
            }
        }
    }

    fn payload(&mut self, fields: &[Field], raws: &[&RawField]) {
        let all = || fields.iter().zip(raws);
        let place = |raw: &RawField| raw.place.location.map_or(raw.wire.span, |it| it.1);
        let mut payloads = all().filter(|it| it.0.location == Location::Payload);
        let Some((payload, _)) = payloads.next() else {
            return;
        };
        for (_, raw) in payloads {
            let message = format!("`{}` is the whole body already", payload.wire);
            self.report(place(raw), message, "leave one `in: payload`");
        }
        for (_, raw) in all().filter(|it| it.0.location == Location::Body) {
            let message = format!(
                "`{}` is the whole body, so nothing stands beside it",
                payload.wire
            );
            self.report(
                place(raw),
                message,
                "say another place, or make both `in: body`",
            );
        }
    }

    /// What is said of a body that there is not, or that is written in one way only.
    fn body(&mut self, fields: &[Field], at: Span, form: BodyForm) {
        if form == BodyForm::None {
            let message = "the request has no body".to_owned();
            self.report(at, message, "give a field `in: body`, or leave `body` out");
        } else if fields.iter().any(|it| it.location == Location::Payload) {
            let message = "a field is the whole body, and its type says how it is written";
            self.report(at, message.to_owned(), "leave `body` out");
        }
    }
}

/// Whether the field is written as required in every case. Conditions are not read yet.
fn is_always_there(raw: &RawField) -> bool {
    let is_plain = |it: &RawPresenceRule| it.when.value == "true" && it.warning != Some(true);
    let mut required = raw
        .presence
        .iter()
        .filter(|it| it.kind == RawPresence::Required);
    required.any(is_plain)
}

/// A scalar, or a list of them.
pub(super) fn is_flat(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(it) => *it != Scalar::Json,
        TypeRef::Enum(_) | TypeRef::IntegerEnum(_) | TypeRef::AsText(_) => true,
        TypeRef::List(of) => is_flat(&of.ty) && !matches!(of.ty, TypeRef::List(_)),
        TypeRef::Map { .. } | TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Any(_) => false,
    }
}
