//! Defaults that their own field would not take.

use serde_json::Value as Any;

use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::RawField,
    resolve::sentences::one_of,
};
use stipula_contract::{Api, Field, Object, TypeRef};
use stipula_logic::judge;

/// Reports every default of the object that is of another type, or breaks a rule of the field.
pub(super) fn all(api: &Api, object: &Object, raws: &[&RawField], sink: &mut Sink) {
    for field in &object.fields {
        let written = raws
            .iter()
            .find(|raw| raw.wire.value == field.wire)
            .and_then(|raw| raw.default.as_ref());
        let Some(written) = written else { continue };
        let Some(fault) = fault(api, field, &written.value) else {
            continue;
        };
        let message = format!("`{}` does not take its own default: {fault}", field.wire);
        let known = match field.item.ty {
            TypeRef::Enum(id) | TypeRef::IntegerEnum(id) => {
                api.type_(id).enum_().map_or(&[][..], |it| &it.values)
            }
            _ => &[],
        };
        let known = known.iter().map(|value| value.wire.as_str());
        let diagnostic = Diagnostic::new(Code::DefaultMisfit, written.span, message);
        sink.report(match field.item.ty {
            TypeRef::IntegerEnum(_) => diagnostic.help(one_of(known)),
            _ => diagnostic.suggest(&written.value, known),
        });
    }
}

fn fault(api: &Api, field: &Field, written: &str) -> Option<String> {
    if matches!(
        field.item.ty,
        TypeRef::List(_)
            | TypeRef::Map { .. }
            | TypeRef::Object(_)
            | TypeRef::Union(_)
            | TypeRef::Any(_)
    ) {
        // Such a default is prose.
        return None;
    }
    let value = judge::from_text(&field.item.ty, written).unwrap_or_else(|| Any::from(written));
    judge::value(api, &field.item, &value)
}
