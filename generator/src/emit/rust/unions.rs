//! Unions, and how the object around one chooses its case.

use super::{
    code::{Arg, literal},
    docs,
    file::{File, Place},
};
use crate::model::{Api, Field, Module, Object, Type, TypeKind, TypeRef, Union};

/// What a union holds when no case is chosen.
const OBJECT: &str = "serde_json::Map<String, serde_json::Value>";

/// The file of a union.
pub(super) fn file(api: &Api, type_: &Type, union: &Union) -> String {
    let mut file = File::new(api, Place::Type(type_.id));
    definition(&mut file, type_, union);
    file.code.separate();
    file.code.open(format!("impl {} {{", type_.rust));
    if type_.module == Module::Request {
        fits(&mut file, union);
    }
    settle(&mut file, union);
    file.code.close("}");
    conversions(&mut file, type_, union);
    file.into_text()
}

fn definition(file: &mut File<'_>, type_: &Type, union: &Union) {
    let doc = docs::paragraphs([
        docs::or(&type_.doc, || docs::fallback(file.api, type_)),
        format!(
            "The member `{}` beside it chooses the case. Read on its own, it is `Other`.",
            union.by
        ),
        docs::source(file.api, &type_.evidence),
        docs::quirks(file.api, &type_.evidence),
    ]);
    file.code.doc(&doc);
    let mut derives = vec![
        "Debug".to_owned(),
        "Clone".to_owned(),
        "PartialEq".to_owned(),
    ];
    derives.push(file.foreign("serde", "Serialize"));
    derives.push(file.foreign("serde", "Deserialize"));
    if type_.module == Module::Request {
        derives.push(file.foreign("stipula", "Validate"));
    }
    file.code.line(format!("#[derive({})]", derives.join(", ")));
    let from = Arg::named("from", literal(OBJECT));
    file.code.attribute("serde", &[Arg::text("untagged"), from]);
    file.code
        .line("#[allow(clippy::large_enum_variant)] // a body holds few of them");
    file.code.line("#[non_exhaustive]");
    file.code.open(format!("pub enum {} {{", type_.rust));
    for case in &union.cases {
        file.code
            .doc(&format!("When `{}` is `{}`.", union.by, case.wire));
        let payload = file.type_name(case.of);
        file.code.line(format!("{}({payload}),", case.rust));
    }
    file.code.doc(&format!(
        "When `{}` is anything else: any object.",
        union.by
    ));
    if type_.module == Module::Request {
        file.code.line("#[validate(skip)]");
    }
    file.code.line(format!("Other({OBJECT}),"));
    file.code.close("}");
}

fn fits(file: &mut File<'_>, union: &Union) {
    let by = file.type_name(union.by_type);
    file.code.doc(&format!(
        "Whether this is the case that `{}` chooses.",
        union.by
    ));
    let args = ["&self".to_owned(), format!("{}: &{by}", union.by_rust)];
    file.code.signature("pub fn fits", &args, "bool");
    file.code.open("match self {");
    for case in &union.cases {
        let value = format!("*{} == {by}::{}", union.by_rust, case.rust);
        file.code.arm(&format!("Self::{}(_)", case.rust), &value);
    }
    let chosen: Vec<_> = union
        .cases
        .iter()
        .map(|case| format!("{by}::{}", case.rust))
        .collect();
    let value = format!("!matches!({}, {})", union.by_rust, chosen.join(" | "));
    file.code.arm("Self::Other(_)", &value);
    file.code.close("}");
    file.code.close("}");
    file.code.blank();
}

fn settle(file: &mut File<'_>, union: &Union) {
    let by = file.type_name(union.by_type);
    let sibling = &union.by_rust;
    file.code
        .line("// Reads the members of `Other` as the case that the sibling chooses.");
    let args = ["&mut self".to_owned(), format!("{sibling}: Option<&{by}>")];
    let result = "Result<(), serde_json::Error>";
    file.code.signature("pub(super) fn settle", &args, result);
    file.code.open("let Self::Other(members) = self else {");
    file.code.line("return Ok(());");
    file.code.close("};");
    file.code.line("let members = std::mem::take(members);");
    file.code.open(format!("*self = match {sibling} {{"));
    for case in &union.cases {
        let value = format!(
            "Self::{}(serde_json::from_value(members.into())?)",
            case.rust
        );
        file.code.arm(&format!("Some({by}::{})", case.rust), &value);
    }
    file.code.arm("_", "Self::Other(members)");
    file.code.close("};");
    file.code.line("Ok(())");
    file.code.close("}");
}

fn conversions(file: &mut File<'_>, type_: &Type, union: &Union) {
    for case in &union.cases {
        // A payload of two cases does not say which one is meant.
        if union
            .cases
            .iter()
            .filter(|other| other.of == case.of)
            .count()
            == 1
        {
            let payload = file.type_name(case.of);
            conversion(file, type_, &payload, &case.rust);
        }
    }
    conversion(file, type_, OBJECT, "Other");
}

fn conversion(file: &mut File<'_>, type_: &Type, payload: &str, variant: &str) {
    file.code.separate();
    file.code
        .open(format!("impl From<{payload}> for {} {{", type_.rust));
    let args = [format!("value: {payload}")];
    file.code.signature("fn from", &args, "Self");
    file.code.line(format!("Self::{variant}(value)"));
    file.code.close("}");
    file.code.close("}");
}

/// Whether a member of the object is a union, or holds some.
pub(super) fn has_settled_member(api: &Api, object: &Object) -> bool {
    object
        .fields
        .iter()
        .any(|field| of(api, &field.item.ty).is_some())
}

/// The union in a type.
fn of<'a>(api: &'a Api, ty: &TypeRef) -> Option<&'a Union> {
    match ty {
        TypeRef::Union(id) => match &api.type_(*id).kind {
            TypeKind::Union(union) => Some(union),
            TypeKind::Object(_) | TypeKind::Enum(_) => None,
        },
        TypeRef::List(item) | TypeRef::Map { of: item, .. } => of(api, &item.ty),
        _ => None,
    }
}

/// Reading of an object that chooses the case of a member after everything is read.
pub(super) fn settle_members(file: &mut File<'_>, type_: &Type, object: &Object) {
    if !has_settled_member(file.api, object) {
        return;
    }
    let deserialize = file.foreign("serde", "Deserialize");
    let serialize = file.foreign("serde", "Serialize");
    file.code.separate();
    file.code.line("// `remote` above makes these functions inherent, so that reading can go on here: the member");
    file.code
        .line("// that chooses the case of another one may come after it.");
    file.code.open(format!(
        "impl<'de> {deserialize}<'de> for {} {{",
        type_.rust
    ));
    // A type of the API may be called `Result`.
    let result = if type_.rust == "Result" {
        "std::result::Result"
    } else {
        "Result"
    };
    let args = ["deserializer: D".to_owned()];
    let head = "fn deserialize<D: serde::Deserializer<'de>>";
    file.code
        .signature(head, &args, &format!("{result}<Self, D::Error>"));
    file.code
        .line("let mut read = Self::deserialize(deserializer)?;");
    for field in &object.fields {
        if let Some(union) = of(file.api, &field.item.ty) {
            settle_member(file, type_, object, field, union);
        }
    }
    file.code.line("Ok(read)");
    file.code.close("}");
    file.code.close("}");
    file.code.separate();
    file.code
        .open(format!("impl {serialize} for {} {{", type_.rust));
    let args = ["&self".to_owned(), "serializer: S".to_owned()];
    let head = "fn serialize<S: serde::Serializer>";
    file.code
        .signature(head, &args, &format!("{result}<S::Ok, S::Error>"));
    file.code.line("Self::serialize(self, serializer)");
    file.code.close("}");
    file.code.close("}");
}

fn settle_member(file: &mut File<'_>, type_: &Type, object: &Object, field: &Field, union: &Union) {
    use super::types::is_optional;
    let sibling_optional = object
        .field(&union.by)
        .is_none_or(|sibling| is_optional(type_, sibling));
    let sibling = if sibling_optional {
        format!("read.{}.as_ref()", union.by_rust)
    } else {
        format!("Some(&read.{})", union.by_rust)
    };
    let member = format!("read.{}", field.rust);
    let optional = is_optional(type_, field);
    let head = match &field.item.ty {
        TypeRef::List(_) if optional => format!("for value in {member}.iter_mut().flatten() {{"),
        TypeRef::List(_) => format!("for value in &mut {member} {{"),
        TypeRef::Map { .. } if optional => {
            let map = file.foreign("std::collections", "BTreeMap");
            format!("for value in {member}.iter_mut().flat_map({map}::values_mut) {{")
        }
        TypeRef::Map { .. } => format!("for value in {member}.values_mut() {{"),
        _ if optional => format!("if let Some(value) = &mut {member} {{"),
        _ => {
            settle_value(file, &member, &sibling);
            return;
        }
    };
    file.code.open(head);
    settle_value(file, "value", &sibling);
    file.code.close("}");
}

fn settle_value(file: &mut File<'_>, value: &str, sibling: &str) {
    let line = format!("let settled = {value}.settle({sibling});");
    file.code.line(line);
    file.code
        .line("settled.map_err(serde::de::Error::custom)?;");
}
