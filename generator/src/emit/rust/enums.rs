//! Open enums and status machines.

use super::{
    code::{Code, literal},
    docs,
};
use crate::model::{Api, Enum, Module, Type};

/// The text of module `enums`.
pub(super) fn module(api: &Api) -> String {
    let mut code = Code::new();
    let types = api.types.iter().filter(|it| it.module == Module::Enums);
    for type_ in types {
        if let Some(it) = type_.enum_() {
            write(api, &mut code, type_, it);
        }
    }
    code.into_text()
}

fn write(api: &Api, code: &mut Code, type_: &Type, it: &Enum) {
    code.separate();
    code.open("stipula::open_enum! {");
    code.doc(&docs::paragraphs([
        docs::or(&type_.doc, || docs::fallback(api, type_)),
        docs::source(api, &type_.evidence),
        docs::quirks(api, &type_.evidence),
    ]));
    code.open(format!("pub enum {} {{", type_.rust));
    for value in &it.values {
        code.doc(&docs::paragraphs([
            docs::or(&value.doc, || format!("`{}`.", value.wire)),
            docs::quirks(api, &value.evidence),
        ]));
        code.line(format!("{} = {},", value.rust, literal(&value.wire)));
    }
    code.close("}");
    code.close("}");
    if let Some(moves) = &it.moves {
        machine(code, type_, it, moves);
    }
}

/// What may follow each status.
fn machine(code: &mut Code, type_: &Type, it: &Enum, moves: &[Vec<usize>]) {
    code.separate();
    code.open(format!("impl {} {{", type_.rust));
    code.doc("What may follow; nothing follows a final status, or one that is not documented.");
    code.signature("pub fn next", &["&self".to_owned()], "&'static [Self]");
    code.open("match self {");
    let mut last = Vec::new();
    for (value, next) in it.values.iter().zip(moves) {
        let next: Vec<_> = next
            .iter()
            .map(|index| format!("Self::{}", it.values[*index].rust))
            .collect();
        if next.is_empty() {
            last.push(format!("Self::{}", value.rust));
        } else {
            code.list(&format!("Self::{} => &", value.rust), &next, ",");
        }
    }
    last.push("Self::Unknown(_)".to_owned());
    code.alternatives(&last, "&[]");
    code.close("}");
    code.close("}");
    code.blank();
    code.doc("Whether `next` may follow.");
    let args = ["&self".to_owned(), "next: &Self".to_owned()];
    code.signature("pub fn can_become", &args, "bool");
    code.line("self.next().contains(next)");
    code.close("}");
    code.close("}");
}
