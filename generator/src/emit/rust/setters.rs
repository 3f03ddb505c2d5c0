//! Chained setters of request objects, and `build` of bodies.

use super::{file::File, objects, types};
use crate::model::{Field, Object, Type, TypeRef};

/// Names of functions that are there already; the setter of such a member says `with_`.
const TAKEN: &[&str] = &["new", "build", "serialize", "deserialize"];

/// The `impl` block of a request object.
pub(super) fn write(file: &mut File<'_>, type_: &Type, object: &Object) {
    file.code.separate();
    file.code.open(format!("impl {} {{", type_.rust));
    file.code.doc("One without any member.");
    file.code.line("#[must_use]");
    file.code.signature("pub fn new", &[], "Self");
    file.code.line("Self::default()");
    file.code.close("}");
    for field in &object.fields {
        setter(file, field);
    }
    if objects::operations(file.api, type_).next().is_some() {
        build(file, object);
    }
    file.code.close("}");
}

fn setter(file: &mut File<'_>, field: &Field) {
    let given = given(file, &field.item.ty);
    let plain = field.rust.trim_start_matches("r#");
    let name = if TAKEN.contains(&plain) {
        format!("with_{plain}")
    } else {
        field.rust.clone()
    };
    file.code.blank();
    file.code.doc(&format!("Sets `{}`.", field.wire));
    file.code.line("#[must_use]");
    let args = [
        "mut self".to_owned(),
        format!("{}: {}", given.name, given.ty),
    ];
    file.code
        .signature(&format!("pub fn {name}"), &args, "Self");
    if let Some(step) = given.step {
        file.code.line(step);
    }
    let value = if field.sensitive {
        format!("{}({})", file.foreign("stipula", "Sensitive"), given.value)
    } else {
        given.value
    };
    file.code
        .line(format!("self.{} = Some({value});", field.rust));
    file.code.line("self");
    file.code.close("}");
}

/// What a setter takes, and how that becomes the value.
struct Given {
    name: &'static str,
    ty: String,
    step: Option<&'static str>,
    value: String,
}

fn given(file: &mut File<'_>, ty: &TypeRef) -> Given {
    match ty {
        TypeRef::List(of) => {
            let item = taken(file, &of.ty);
            let value = if types::is_converted(&of.ty) {
                "values.into_iter().map(Into::into).collect()"
            } else {
                "values.into_iter().collect()"
            };
            Given {
                name: "values",
                ty: format!("impl IntoIterator<Item = {item}>"),
                step: None,
                value: value.to_owned(),
            }
        }
        TypeRef::Map { key, of } => entries(file, *key, &of.ty),
        _ => Given {
            name: "value",
            ty: taken(file, ty),
            step: None,
            value: if types::is_converted(ty) {
                "value.into()"
            } else {
                "value"
            }
            .to_owned(),
        },
    }
}

fn entries(file: &mut File<'_>, key: Option<crate::model::TypeId>, of: &TypeRef) -> Given {
    let value = taken(file, of);
    let (key, key_step) = match key {
        Some(id) => (file.type_name(id), "k"),
        None => ("impl Into<String>".to_owned(), "k.into()"),
    };
    let step = match (key_step, types::is_converted(of)) {
        ("k", false) => None,
        ("k", true) => Some("let entries = entries.into_iter().map(|(k, v)| (k, v.into()));"),
        (_, false) => Some("let entries = entries.into_iter().map(|(k, v)| (k.into(), v));"),
        (_, true) => Some("let entries = entries.into_iter().map(|(k, v)| (k.into(), v.into()));"),
    };
    let value_text = if step.is_some() {
        "entries.collect()"
    } else {
        "entries.into_iter().collect()"
    };
    Given {
        name: "entries",
        ty: format!("impl IntoIterator<Item = ({key}, {value})>"),
        step,
        value: value_text.to_owned(),
    }
}

/// The type of one value that a setter takes.
fn taken(file: &mut File<'_>, ty: &TypeRef) -> String {
    let text = types::written(file, ty);
    if types::is_converted(ty) {
        format!("impl Into<{text}>")
    } else {
        text
    }
}

/// Ends the chain with every violation at once.
fn build(file: &mut File<'_>, object: &Object) {
    let violations = file.foreign("stipula", "Violations");
    let validate = file.foreign("stipula", "Validate");
    let operation = object.context.map(|index| &file.api.operations[index]);
    let context = operation.and_then(|operation| file.context_name(operation));
    file.code.blank();
    file.code.doc("The request, unless it breaks a rule that stops it: then everything found.\n\nWarnings do not stop it; `check` tells them.");
    let mut args = vec!["self".to_owned()];
    let call = match &context {
        Some(context) => {
            args.push(format!("context: &{context}"));
            format!("{validate}::validate_in(&self, context)?;")
        }
        None => format!("{validate}::validate(&self)?;"),
    };
    file.code.signature(
        "pub fn build",
        &args,
        &format!("Result<Self, {violations}>"),
    );
    file.code.line(call);
    file.code.line("Ok(self)");
    file.code.close("}");
}
