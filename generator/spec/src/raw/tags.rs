//! The tags of unions: every case has the member by which it is chosen, as a constant.

use stipula_rules::value_rule;

use super::{
    RawAnswer, RawArgument, RawConstraint, RawEvidence, RawField, RawPlace, RawPresence,
    RawPresenceRule, RawSpec, RawType, RawTypeDefKind, RawTypeKind,
};
use crate::{
    diag::{Code, Diagnostic, Sink},
    yaml::Text,
};

/// A case of a union: its type has this member with this value.
struct Tag {
    of: String,
    member: Text,
    /// Where it is written, as the key of the case.
    value: Text,
}

/// Gives the member to every case that does not declare it, and makes it a constant of the others.
pub fn apply(spec: &mut RawSpec, sink: &mut Sink) {
    let mut tags: Vec<Tag> = Vec::new();
    for tag in all(spec) {
        let same = |it: &&Tag| it.of == tag.of && it.member.value == tag.member.value;
        match tags.iter().find(same) {
            Some(first) if first.value.value == tag.value.value => {}
            Some(first) => {
                let message = format!(
                    "`{}` is the case of two values of `{}`, and always holds one",
                    tag.of, tag.member.value
                );
                sink.report(
                    Diagnostic::new(Code::TagMisfit, tag.value.span, message)
                        .also(first.value.span, "the first")
                        .help("declare a type for each value"),
                );
            }
            None => tags.push(tag),
        }
    }
    for tag in tags {
        let def = spec.types.iter_mut().find(|it| it.name.value == tag.of);
        let Some(RawTypeDefKind::Object(body)) = def.map(|it| &mut it.kind) else {
            // That it is no object is told where the union is resolved.
            continue;
        };
        let mut fields = body.fields.iter_mut();
        match fields.find(|it| it.wire.value == tag.member.value) {
            Some(field) => settle(field, &tag, sink),
            None => body.fields.insert(0, field(&tag)),
        }
    }
}

/// Every case of every union with a tag.
fn all(spec: &RawSpec) -> Vec<Tag> {
    let mut found = Vec::new();
    for def in &spec.types {
        match &def.kind {
            RawTypeDefKind::Object(body) => fields(&body.fields, &mut found),
            RawTypeDefKind::Choice(ty) => inside(ty, &mut found),
            RawTypeDefKind::Enum(_) => {}
        }
    }
    for operation in &spec.operations {
        fields(&operation.request.fields, &mut found);
        fields(&operation.response.fields, &mut found);
        let answers = operation.answer.iter().flat_map(RawAnswer::types);
        answers.for_each(|it| inside(it, &mut found));
    }
    for notification in &spec.notifications {
        fields(&notification.fields.fields, &mut found);
        if let Some((RawAnswer::Type(ty), _)) = &notification.body {
            inside(ty, &mut found);
        }
    }
    found
}

fn fields(all: &[RawField], found: &mut Vec<Tag>) {
    for field in all {
        inside(&field.ty, found);
    }
}

fn inside(ty: &RawType, found: &mut Vec<Tag>) {
    match &ty.kind {
        RawTypeKind::Tagged(member, cases) => {
            found.extend(cases.iter().map(|(value, of)| Tag {
                of: of.value.clone(),
                member: member.clone(),
                value: value.clone(),
            }));
        }
        RawTypeKind::List(of) | RawTypeKind::Map(_, of) | RawTypeKind::Sealed(of) => {
            inside(of, found);
        }
        RawTypeKind::Any(shapes) => shapes.iter().for_each(|it| inside(it, found)),
        RawTypeKind::Name(_) | RawTypeKind::Union(..) | RawTypeKind::Unreadable => {}
    }
}

/// The member as a field of its own.
fn field(tag: &Tag) -> RawField {
    RawField {
        wire: Text {
            span: tag.value.span,
            ..tag.member.clone()
        },
        place: RawPlace::default(),
        ty: RawType {
            as_text: None,
            kind: RawTypeKind::Name(Text {
                value: "string".to_owned(),
                ..tag.value.clone()
            }),
            span: tag.value.span,
            constraints: constant(tag).into_iter().collect(),
        },
        presence: vec![required(tag)],
        aliases: Vec::new(),
        doc: Some(Text {
            value: "Says which of the cases it is.".to_owned(),
            ..tag.value.clone()
        }),
        deprecated: None,
        default: None,
        sample: None,
        rust: None,
        lenient: false,
        sensitive: false,
        encrypted: None,
        guaranteed: false,
        clears: false,
        evidence: RawEvidence::default(),
    }
}

/// The member as the type declares it: it is always there, with this value.
fn settle(field: &mut RawField, tag: &Tag, sink: &mut Sink) {
    if let Some(alias) = field.aliases.first() {
        let message = format!("`{}` chooses a case, so it has one name", field.wire.value);
        sink.report(
            Diagnostic::new(Code::TagMisfit, alias.span, message)
                .also(tag.value.span, "the case")
                .help("remove the alias"),
        );
    }
    let constants = field
        .ty
        .constraints
        .iter()
        .filter(|it| it.key.value == "const");
    let mut texts = constants.filter_map(|it| match &it.argument {
        RawArgument::Text(text) => Some((text, it)),
        _ => None,
    });
    match texts.next() {
        Some((text, it)) if text.value != tag.value.value || it.warning => {
            let message = format!(
                "`{}.{}` is always `{}`, and the case is `{}`",
                tag.of, field.wire.value, text.value, tag.value.value
            );
            sink.report(
                Diagnostic::new(Code::TagMisfit, it.span, message)
                    .also(tag.value.span, "the case")
                    .help("write the same value at both places"),
            );
        }
        Some(_) => {}
        None => field.ty.constraints.extend(constant(tag)),
    }
    let is_required = |it: &RawPresenceRule| {
        it.kind == RawPresence::Required && it.when.value == "true" && it.warning != Some(true)
    };
    if !field.presence.iter().any(is_required) {
        field.presence = vec![required(tag)];
    }
}

fn constant(tag: &Tag) -> Option<RawConstraint> {
    Some(RawConstraint {
        key: Text {
            value: "const".to_owned(),
            ..tag.value.clone()
        },
        rule: value_rule("const")?,
        argument: RawArgument::Text(tag.value.clone()),
        span: tag.value.span,
        warning: false,
        id: None,
        doc: None,
        evidence: RawEvidence::default(),
    })
}

fn required(tag: &Tag) -> RawPresenceRule {
    RawPresenceRule {
        kind: RawPresence::Required,
        when: Text {
            value: "true".to_owned(),
            ..tag.value.clone()
        },
        warning: None,
        id: None,
        doc: None,
        evidence: RawEvidence::default(),
    }
}
