//! The client: one method per operation, each of one expression.

use super::{
    file::{File, Place},
    operations,
};
use crate::model::{Api, Operation};

/// The text of module `client`.
pub(super) fn module(api: &Api) -> String {
    let mut file = File::new(api, Place::Top);
    definition(&mut file);
    file.code.separate();
    file.code.open("impl<T: Transport> Client<T> {");
    for operation in &api.operations {
        file.code.separate();
        method(&mut file, operation);
    }
    file.code.close("}");
    traits(&mut file);
    file.into_text()
}

fn definition(file: &mut File<'_>) {
    for name in ["Builder", "Call", "DefaultTransport", "Transport"] {
        file.foreign("stipula::client", name);
    }
    let api = file.sibling("api");
    let title = file.api.title.clone();
    let code = &mut file.code;
    code.doc(&format!(
        "A client of {title}: one method per operation.\n\n\
         Each gives a call that is validated and sent by `send`; `unchecked` leaves the \
         validation out. Cloning is cheap."
    ));
    code.open("pub struct Client<T = DefaultTransport> {");
    code.line("core: stipula::client::Client<T>,");
    code.close("}");
    code.blank();
    code.open("impl Client {");
    code.doc("Starts the settings; `Client::from` takes the client that they build.");
    code.signature("pub fn builder", &[], "Builder");
    code.line(format!("stipula::client::Client::builder(&{api}::API)"));
    code.close("}");
    code.close("}");
    code.blank();
    code.open("impl<T> Client<T> {");
    code.doc("The client without the methods of this API.");
    code.signature(
        "pub fn core",
        &["&self".to_owned()],
        "&stipula::client::Client<T>",
    );
    code.line("&self.core");
    code.close("}");
    code.close("}");
}

fn method(file: &mut File<'_>, operation: &Operation) {
    let request = file.type_name(operation.request);
    let object = file.api.type_(operation.request).object();
    let context = object
        .and_then(|object| object.context)
        .and_then(|index| file.context_name(&file.api.operations[index]));
    let mut args = vec!["&'a self".to_owned(), format!("request: &'a {request}")];
    let call = match context {
        Some(context) => {
            args.push(format!("context: &'a {context}"));
            "self.core.call_in(request, context)"
        }
        None => "self.core.call(request)",
    };
    file.code.doc(&operations::brief(operation));
    let head = format!("pub fn {}<'a>", operation.rust);
    file.code
        .signature(&head, &args, &format!("Call<'a, {request}, T>"));
    file.code.line(call);
    file.code.close("}");
}

fn traits(file: &mut File<'_>) {
    file.foreign("std", "fmt");
    let code = &mut file.code;
    code.blank();
    code.open("impl<T> From<stipula::client::Client<T>> for Client<T> {");
    code.open("fn from(core: stipula::client::Client<T>) -> Self {");
    code.line("Self { core }");
    code.close("}");
    code.close("}");
    code.blank();
    code.open("impl<T> Clone for Client<T> {");
    code.open("fn clone(&self) -> Self {");
    code.line("Self::from(self.core.clone())");
    code.close("}");
    code.close("}");
    code.blank();
    code.open("impl<T> fmt::Debug for Client<T> {");
    code.open("fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {");
    code.line("self.core.fmt(f)");
    code.close("}");
    code.close("}");
}
