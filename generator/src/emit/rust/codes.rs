//! Result codes of each operation, with those every operation may answer with.

use super::{
    code::{Code, literal},
    docs,
};
use crate::model::{Api, Operation, ResultCode};

/// The text of module `codes`.
pub(super) fn module(api: &Api) -> String {
    let mut code = Code::new();
    for operation in &api.operations {
        let codes = codes(api, operation);
        if !codes.is_empty() {
            write(api, &mut code, operation, &codes);
        }
    }
    code.into_text()
}

/// The operation's own codes first; one that is common too is not repeated.
fn codes<'a>(api: &'a Api, operation: &'a Operation) -> Vec<&'a ResultCode> {
    let own = &operation.errors;
    let common = api
        .errors
        .iter()
        .filter(|common| own.iter().all(|code| code.code != common.code));
    own.iter().chain(common).collect()
}

fn write(api: &Api, code: &mut Code, operation: &Operation, codes: &[&ResultCode]) {
    code.separate();
    code.open("stipula::open_enum! {");
    code.doc(&format!("Result codes of `{}`.", operation.name));
    code.open(format!("pub enum {} {{", operation.errors_rust));
    for it in codes {
        code.doc(&docs::of_code(api, it));
        code.line(format!("{} = {},", it.rust, literal(&it.code)));
    }
    code.close("}");
    code.close("}");
}
