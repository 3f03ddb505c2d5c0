//! Claims about named types.

use super::{Around, Claim, fields};
use stipula_facts::Kind;
use stipula_spec::raw::{RawSpec, RawTypeDef, RawTypeDefKind};

/// Members of an object, texts of an enum.
pub(super) fn all<'a>(spec: &'a RawSpec, ty: &'a RawTypeDef, out: &mut Vec<Claim<'a>>) {
    let around = Around::new(&ty.name.value, &ty.evidence, ty.doc.as_ref());
    out.push(around.implied(Kind::Field, ty.name.value.clone(), ty.name.span));
    match &ty.kind {
        RawTypeDefKind::Object(body) => fields::body(spec, &around, body, out),
        // What it holds is claimed where its types are.
        RawTypeDefKind::Choice(choice) => {
            out.push(around.implied(Kind::Type, fields::type_word(spec, choice), ty.name.span));
        }
        RawTypeDefKind::Enum(raw) => {
            for value in &raw.values {
                let mut claim =
                    around.claim(Kind::Value, value.wire.value.clone(), value.wire.span);
                claim.evidence = around.with(&value.evidence);
                out.push(claim);
            }
        }
    }
}
