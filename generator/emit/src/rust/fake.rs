//! What the fake of the runtime needs to know of every operation, as a constant.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value as Any;

use super::{
    codes,
    file::{File, FileKind},
    groups::Groups,
    reading,
    tokens::{doc, rust},
};
use crate::Model;
use stipula_contract::{
    Answer, Body, ClassOfResult, Context, Example, Idempotency, Operation, ResultCode,
    StatusAnswer, TypeKind,
};
use stipula_logic::witness::answer;

/// The text of module `fake`.
pub(super) fn module(model: &Model, groups: &Groups) -> String {
    let mut file = File::new(model, FileKind::Top);
    for name in ["Fake", "FakeError", "Served", "Table"] {
        file.foreign("stipula::fake", name);
    }
    let data = file.sibling("api");
    // What others overlay comes first: it has the path in the documentation.
    let (overlays, bases): (Vec<_>, Vec<_>) = model
        .api
        .operations
        .iter()
        .filter(|it| groups.has(it))
        .partition(|it| it.overlay_of.is_some());
    let operations: Vec<_> = bases.into_iter().chain(overlays).collect();
    let names = operations.iter().map(|it| {
        let (only, name) = (groups.of(it), constant(&file, it));
        quote!(#only &#name)
    });
    let names: Vec<_> = names.collect();
    let served = operations.iter().map(|it| {
        let (only, served) = (groups.of(it), served(&mut file, it));
        quote!(#only #served)
    });
    let served: Vec<_> = served.collect();
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
        pub static TABLE: Table = Table::new(&#data::API, &[#(#names),*]);

        #start
        pub fn start() -> Result<Fake, FakeError> {
            Fake::start(&TABLE)
        }

        #(#served)*
    });
    file.into_text()
}

/// The name of what the fake knows of an operation; the table is called `TABLE`.
fn constant(file: &File<'_>, operation: &Operation) -> TokenStream {
    let name = file.names.constant(operation.id);
    rust(&format!("FAKE_{}", name.trim_start_matches("r#")))
}

fn served(file: &mut File<'_>, operation: &Operation) -> TokenStream {
    let data = file.sibling("operations");
    let judge = file.foreign("stipula::fake", "judge");
    let constant = rust(file.names.constant(operation.id));
    let request = rust(&file.type_name(operation.request));
    let contexts = contexts(file, operation);
    let key = operation.idempotency.iter().flat_map(Idempotency::members);
    let key: Vec<_> = key.map(|it| quote!(#it)).collect();
    let requests = examples(file, operation, Body::Request);
    let answers = examples(file, operation, Body::Response);
    let codes: Vec<_> = codes::codes(file.api, operation)
        .into_iter()
        .map(|it| code(file, it))
        .collect();
    let name = self::constant(file, operation);
    let setter = |name: &str, values: &[TokenStream]| {
        let name = rust(name);
        (!values.is_empty()).then(|| quote!(.#name(&[#(#values),*])))
    };
    let key = setter("key", &key);
    let requests = setter("requests", &requests);
    let answers = setter("answers", &answers);
    let made = setter("made", &made(file, operation));
    let statuses: Vec<_> = operation.answer.by_status().iter().collect();
    let statuses: Vec<_> = statuses.into_iter().map(|it| status(file, it)).collect();
    let statuses = setter("statuses", &statuses);
    let own = operation
        .answer
        .own()
        .and_then(|id| file.api.type_(id).object());
    let head = own.map_or_else(Vec::new, |it| reading::head(file, it));
    let head = setter("head", &head);
    let codes = setter("codes", &codes);
    let paging = operation.pages.as_ref().map(|_| {
        let trait_ = file.foreign("stipula::client", "Paged");
        quote!(.paging(<#request as #trait_>::PAGING))
    });
    quote! {
        static #name: Served = Served::new(
            &#data::#constant,
            |body| #judge::<#request>(body, &[#(#contexts),*]),
        ) #key #requests #answers #made #statuses #head #codes #paging;
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
    with.map(|it| example(file, operation, it)).collect()
}

fn example(file: &mut File<'_>, operation: &Operation, example: &Example) -> TokenStream {
    let json = match example.body {
        Body::Request => Cow::Borrowed(&example.json),
        Body::Response => {
            let (status, json) = (example.http, &example.json);
            Cow::Owned(answer::completed(file.api, operation, status, json))
        }
    };
    body(file, &example.name, &json, example.http)
}

/// An answer of success for each HTTP status that has no documented one.
fn made(file: &mut File<'_>, operation: &Operation) -> Vec<TokenStream> {
    let by_status = operation.answer.by_status().iter();
    let statuses: Vec<_> = by_status.map(|it| Some(it.status)).collect();
    let first = statuses.first().copied().flatten();
    let statuses = if statuses.is_empty() {
        vec![None]
    } else {
        statuses
    };
    let answers = operation.examples.iter();
    let answers: Vec<_> = answers.filter(|it| it.body == Body::Response).collect();
    let is_documented = |status: Option<u16>| {
        let mut answers = answers.iter();
        answers.any(|it| status.is_none() || it.http.or(first) == status)
    };
    let missing = statuses.into_iter().filter(|it| !is_documented(*it));
    let made = missing.filter_map(|status| {
        let json = answer::success(file.api, operation, status)?;
        Some(body(file, "made", &json, status))
    });
    made.collect()
}

/// A body with its name.
fn body(file: &mut File<'_>, name: &str, json: &Any, http: Option<u16>) -> TokenStream {
    let type_ = file.foreign("stipula::fake", "Example");
    let body = raw(&format!("{json:#}"));
    let http = http.map(|it| {
        let status = Literal::u16_unsuffixed(it);
        quote!(.http(#status))
    });
    quote!(#type_::new(#name, #body) #http)
}

/// A documented status of success.
fn status(file: &mut File<'_>, it: &StatusAnswer) -> TokenStream {
    let type_ = file.foreign("stipula::fake", "Status");
    let status = Literal::u16_unsuffixed(it.status);
    let make = match it.answer {
        Answer::Nothing => quote!(empty),
        _ => quote!(new),
    };
    quote!(#type_::#make(#status))
}

/// A text as a raw literal, so that its lines and quotes stay as they are.
pub(super) fn raw(text: &str) -> TokenStream {
    // The compiler refuses what turns the direction of text, unless it is escaped.
    if text.contains(|it| matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
        return quote!(#text);
    }
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
        code,
        status,
        doc,
        http: code_http,
        ..
    } = code;
    let http = code_http.map(|it| {
        let status = Literal::u16_unsuffixed(it);
        quote!(.http(#status))
    });
    quote! {
        #type_::new(#code, #status, #outcome::#class, #doc) #http
    }
}
