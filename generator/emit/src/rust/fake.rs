//! What the fake of the runtime needs to know of every operation, as a constant.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    codes,
    file::{File, Place},
    tokens::{doc, rust},
};
use crate::Model;
use stipula_contract::{Body, ClassOfResult, Context, Example, Operation, ResultCode, TypeKind};

/// The text of module `fake`.
pub(super) fn module(model: &Model) -> String {
    let mut file = File::new(model, Place::Top);
    for name in ["Fake", "FakeError", "Served", "Table"] {
        file.foreign("stipula::fake", name);
    }
    let data = file.sibling("api");
    // What others overlay comes first: it has the path in the documentation.
    let (overlays, bases): (Vec<_>, Vec<_>) = model
        .api
        .operations
        .iter()
        .partition(|it| it.overlay_of.is_some());
    let operations: Vec<_> = bases
        .into_iter()
        .chain(overlays)
        .map(|operation| served(&mut file, operation))
        .collect();
    let table = doc(&format!("{}, as the fake plays it.", model.api.title), 0);
    let start = doc(
        &format!(
            "Starts a server on this machine that plays {}, for tests.",
            model.api.title
        ),
        0,
    );
    file.add(quote! {
        #table
        pub static TABLE: Table = Table {
            api: &#data::API,
            operations: &[#(#operations),*],
        };

        #start
        pub fn start() -> Result<Fake, FakeError> {
            Fake::start(&TABLE)
        }
    });
    file.into_text()
}

fn served(file: &mut File<'_>, operation: &Operation) -> TokenStream {
    let data = file.sibling("operations");
    let judge = file.foreign("stipula::fake", "judge");
    let constant = rust(file.names.constant(operation.id));
    let request = rust(&file.type_name(operation.request));
    let contexts = contexts(file, operation);
    let key = operation.idempotency.iter().flat_map(|it| &it.key);
    let requests = examples(file, operation, Body::Request);
    let answers = examples(file, operation, Body::Response);
    let codes: Vec<_> = codes::codes(file.api, operation)
        .into_iter()
        .map(|it| code(file, it))
        .collect();
    quote! {
        Served {
            operation: &#data::#constant,
            judge: |body| #judge::<#request>(body, &[#(#contexts),*]),
            key: &[#(#key),*],
            requests: &[#(#requests),*],
            answers: &[#(#answers),*],
            codes: &[#(#codes),*],
        }
    }
}

/// Every context that there can be, as far as its values are documented.
fn contexts(file: &mut File<'_>, operation: &Operation) -> Vec<TokenStream> {
    let object = file.api.type_(operation.request).object();
    let of = object.and_then(|object| object.context);
    let Some(of) = of.map(|index| file.api.operation(index)) else {
        return vec![quote!(())];
    };
    match (&of.context, file.context_name(of)) {
        (Some(context), Some(name)) => {
            let name = rust(&name);
            let all = combinations(file, context);
            all.iter()
                .map(|values| quote!(#name::new(#(#values),*)))
                .collect()
        }
        _ => vec![quote!(())],
    }
}

fn combinations(file: &mut File<'_>, context: &Context) -> Vec<Vec<TokenStream>> {
    let names = file.names;
    let mut all = vec![Vec::new()];
    for field in &context.fields {
        let ty = rust(&file.type_name(field.enum_));
        let TypeKind::Enum(values) = &file.api.type_(field.enum_).kind else {
            continue;
        };
        all = all
            .iter()
            .flat_map(|before| {
                let ty = &ty;
                (0..values.values.len()).map(move |at| {
                    let value = names.variant(field.enum_, at);
                    let value = rust(value);
                    [before.clone(), vec![quote!(#ty::#value)]].concat()
                })
            })
            .collect();
    }
    all
}

fn examples(file: &mut File<'_>, operation: &Operation, body: Body) -> Vec<TokenStream> {
    let with = operation.examples.iter().filter(|it| it.body == body);
    with.map(|it| example(file, it)).collect()
}

fn example(file: &mut File<'_>, example: &Example) -> TokenStream {
    let type_ = file.foreign("stipula::fake", "Example");
    let name = &example.name;
    let body = raw(&format!("{:#}", example.json));
    quote!(#type_ { name: #name, body: #body })
}

/// A text as a raw literal, so that its lines and quotes stay as they are.
fn raw(text: &str) -> TokenStream {
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    rust(&format!("r{hashes}\"{text}\"{hashes}"))
}

fn code(file: &mut File<'_>, code: &ResultCode) -> TokenStream {
    let type_ = file.foreign("stipula::fake", "Code");
    let outcome = file.foreign("stipula::client", "Outcome");
    let class = match code.class {
        ClassOfResult::Success => quote!(Success),
        ClassOfResult::Failed => quote!(Failed),
        ClassOfResult::Unknown => quote!(Unknown),
    };
    let ResultCode {
        code, status, doc, ..
    } = code;
    quote! {
        #type_ { code: #code, status: #status, outcome: #outcome::#class, meaning: #doc }
    }
}
