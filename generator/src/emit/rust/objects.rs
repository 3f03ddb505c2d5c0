//! Objects as structs.

use super::{
    attributes,
    code::{Arg, Code, literal},
    docs,
    file::{File, Place},
    setters, types, unions,
};
use crate::model::{Api, Context, Field, Module, Object, Operation, Type};

/// The file of an object, with the contexts of the operations it is the body of.
pub(super) fn file(api: &Api, type_: &Type, object: &Object) -> String {
    let mut file = File::new(api, Place::Type(type_.id));
    head(&mut file, type_, object);
    body(&mut file, type_, object);
    unions::settle_members(&mut file, type_, object);
    if type_.module == Module::Request {
        setters::write(&mut file, type_, object);
    }
    for operation in operations(api, type_) {
        if let Some(it) = &operation.context {
            context(&mut file, operation, it);
        }
    }
    file.into_text()
}

/// Names that the file of the type defines.
pub(super) fn names(api: &Api, type_: &Type) -> Vec<String> {
    let contexts = operations(api, type_)
        .filter_map(|operation| Some(operation.context.as_ref()?.rust.clone()));
    let mut names: Vec<_> = contexts.chain([type_.rust.clone()]).collect();
    names.sort();
    names
}

/// The operations that the type is the request body of.
pub(super) fn operations<'a>(
    api: &'a Api,
    type_: &Type,
) -> impl Iterator<Item = &'a Operation> + use<'a> {
    let id = type_.id;
    api.operations.iter().filter(move |it| it.request == id)
}

fn head(file: &mut File<'_>, type_: &Type, object: &Object) {
    file.code.doc(&docs::of_object(file.api, type_, object));
    let mut derives = vec!["Debug".to_owned(), "Clone".to_owned()];
    if has_default(type_, object) {
        derives.push("Default".to_owned());
    }
    derives.push("PartialEq".to_owned());
    derives.push(file.foreign("serde", "Serialize"));
    derives.push(file.foreign("serde", "Deserialize"));
    if type_.module == Module::Request {
        derives.push(file.foreign("stipula", "Validate"));
    }
    file.code.line(format!("#[derive({})]", derives.join(", ")));
    let mut serde = Vec::new();
    if has_default(type_, object) {
        serde.push(Arg::text("default"));
    }
    if unions::has_settled_member(file.api, object) {
        serde.push(Arg::named("remote", literal("Self")));
    }
    if !serde.is_empty() {
        file.code.attribute("serde", &serde);
    }
    if type_.module == Module::Request {
        rules(file, object);
    }
    file.code.line("#[non_exhaustive]");
}

/// Every member may be absent, so an empty object is a value.
fn has_default(type_: &Type, object: &Object) -> bool {
    object
        .fields
        .iter()
        .all(|field| types::is_optional(type_, field))
}

fn rules(file: &mut File<'_>, object: &Object) {
    let mut places = Vec::new();
    for (word, ids) in [("root", &object.roots), ("parent", &object.parents)] {
        let names = ids.iter().map(|id| Arg::text(file.type_name(*id)));
        let names: Vec<_> = names.collect();
        if !names.is_empty() {
            places.push(Arg::call(word, names));
        }
    }
    if let Some(operation) = object.context.map(|index| &file.api.operations[index])
        && let Some(name) = file.context_name(operation)
    {
        places.push(Arg::call("context", vec![Arg::text(name)]));
    }
    if !places.is_empty() {
        file.code.attribute("validate", &places);
    }
    for rule in &object.rules {
        let rule = attributes::of_rule(file, object, rule);
        file.code.attribute("validate", &[rule]);
    }
}

fn body(file: &mut File<'_>, type_: &Type, object: &Object) {
    if object.fields.is_empty() && type_.module == Module::Request {
        file.code.line(format!("pub struct {} {{}}", type_.rust));
        return;
    }
    file.code.open(format!("pub struct {} {{", type_.rust));
    let default = has_default(type_, object);
    for field in &object.fields {
        member(file, type_, field, default);
    }
    if type_.module == Module::Response {
        extra(&mut file.code, object);
    }
    file.code.close("}");
}

fn member(file: &mut File<'_>, owner: &Type, field: &Field, default: bool) {
    let judged = owner.module == Module::Request;
    file.code
        .doc(&docs::of_field(file.api, owner, field, judged));
    let optional = types::is_optional(owner, field);
    let mut names = Vec::new();
    if field.rust.trim_start_matches("r#") != field.wire {
        names.push(Arg::named("rename", literal(&field.wire)));
    }
    names.extend(
        field
            .aliases
            .iter()
            .map(|it| Arg::named("alias", literal(it))),
    );
    if optional {
        names.push(Arg::named(
            "skip_serializing_if",
            literal("Option::is_none"),
        ));
    }
    let mut reading = Vec::new();
    if optional && !default {
        reading.push(Arg::text("default"));
    }
    if let Some(reader) = types::reader(file, owner, field) {
        reading.push(Arg::named("deserialize_with", literal(reader)));
    }
    for args in [names, reading] {
        if !args.is_empty() {
            file.code.attribute("serde", &args);
        }
    }
    if judged {
        let rules = attributes::of_field(file, owner, field);
        if !rules.is_empty() {
            file.code.attribute("validate", &rules);
        }
    }
    let ty = types::of_field(file, owner, field);
    file.code.line(format!("pub {}: {ty},", field.rust));
}

fn extra(code: &mut Code, object: &Object) {
    let taken = object.fields.iter().any(|field| field.rust == "extra");
    code.doc("Members that are not documented, as they came.");
    code.line("#[serde(flatten)]");
    let name = if taken { "extra_members" } else { "extra" };
    code.line(format!(
        "pub {name}: serde_json::Map<String, serde_json::Value>,"
    ));
}

fn context(file: &mut File<'_>, operation: &Operation, context: &Context) {
    file.code.separate();
    file.code.doc(&format!(
        "What the rules of `{}` need to know from outside the body; it is never sent.",
        operation.name
    ));
    file.code.line("#[derive(Debug, Clone, PartialEq, Eq)]");
    file.code.line("#[non_exhaustive]");
    file.code.open(format!("pub struct {} {{", context.rust));
    let mut args = Vec::new();
    for field in &context.fields {
        let ty = file.type_name(field.enum_);
        file.code.doc(&format!("`{}` of the context.", field.name));
        file.code.line(format!("pub {}: {ty},", field.rust));
        args.push(format!("{}: {ty}", field.rust));
    }
    file.code.close("}");
    file.code.separate();
    file.code.open(format!("impl {} {{", context.rust));
    file.code.doc("The context with these values.");
    file.code.line("#[must_use]");
    file.code.signature("pub fn new", &args, "Self");
    let names = context.fields.iter().map(|field| field.rust.clone());
    file.code.members("Self", &names.collect::<Vec<_>>(), "");
    file.code.close("}");
    file.code.close("}");
}
