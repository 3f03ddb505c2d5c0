//! Objects as structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    attributes, docs,
    file::{File, FileKind},
    reading,
    rules::Arg,
    setters,
    tokens::{doc, rust},
    types,
};
use crate::Model;
use stipula_contract::{Context, Field, Module, Object, Operation, Type};

/// The file of an object, with the contexts of the operations it is the body of.
pub(super) fn file(model: &Model, type_: &Type, object: &Object) -> String {
    let mut file = File::new(model, FileKind::Type(type_.id));
    definition(&mut file, type_, object);
    if type_.module == Module::Request {
        setters::write(&mut file, type_, object);
    }
    reading::object(&mut file, type_, object);
    for operation in model.api.requested_by(type_.id) {
        if let Some(it) = &operation.context {
            context(&mut file, operation, it);
        }
    }
    file.into_text()
}

/// Names that the file of the type defines.
pub(super) fn names(model: &Model, type_: &Type) -> Vec<String> {
    let with_context = model
        .api
        .requested_by(type_.id)
        .filter(|it| it.context.is_some());
    let contexts = with_context.map(|it| model.names.context(it.id).to_owned());
    let own = model.names.type_(type_.id).to_owned();
    let mut names: Vec<_> = contexts.chain([own]).collect();
    names.sort();
    names
}

fn definition(file: &mut File<'_>, type_: &Type, object: &Object) {
    let doc = doc(&docs::of_object(file.api, type_, object), 0);
    let all_optional = types::has_default(type_, object) && !types::has_fixed(type_, object);
    let default = all_optional.then(|| quote!(Default,));
    let serialize = file.foreign("serde", "Serialize");
    let (validate, rules) = match type_.module {
        Module::Request => (
            file.foreign("stipula", "Validate"),
            rules(file, type_, object),
        ),
        Module::Response | Module::Enums => Default::default(),
    };
    let name = rust(file.names.type_(type_.id));
    let members: Vec<_> = object
        .fields
        .iter()
        .map(|field| member(file, type_, field))
        .collect();
    let extra = types::extra(file, type_).map(|name| {
        quote! {
            /// Members that are not documented, as they came.
            #[serde(flatten)]
            pub #name: serde_json::Map<String, serde_json::Value>,
        }
    });
    file.add(quote! {
        #doc
        #[derive(Debug, Clone, #default PartialEq, #serialize, #validate)]
        #rules
        #[non_exhaustive]
        pub struct #name {
            #(#members,)*
            #extra
        }
    });
}

/// `#[serde(args)]`; nothing without arguments.
fn serde(args: &[TokenStream]) -> TokenStream {
    if args.is_empty() {
        TokenStream::new()
    } else {
        quote!(#[serde(#(#args),*)])
    }
}

fn rules(file: &mut File<'_>, type_: &Type, object: &Object) -> TokenStream {
    let mut around = Vec::new();
    for (word, ids) in [("root", &object.roots), ("parent", &object.parents)] {
        let names = ids.iter().map(|id| Arg::text(file.type_name(*id)));
        let names: Vec<_> = names.collect();
        if !names.is_empty() {
            around.push(Arg::call(word, names));
        }
    }
    if let Some(operation) = object.context.map(|id| file.api.operation(id))
        && let Some(name) = file.context_name(operation)
    {
        around.push(Arg::call("context", vec![Arg::text(name)]));
    }
    let mut attributes = file.rules.attribute(around);
    for rule in &object.rules {
        let rule = attributes::of_rule(file, type_, object, rule);
        attributes.extend(file.rules.attribute(rule.into_iter().collect()));
    }
    attributes
}

fn member(file: &mut File<'_>, owner: &Type, field: &Field) -> TokenStream {
    let judged = owner.module == Module::Request;
    let doc = doc(&docs::of_field(file, owner, field, judged), 1);
    let optional = types::is_optional(owner, field);
    let mut names = Vec::new();
    let own = file.names.field(field.id);
    if own.trim_start_matches("r#") != field.wire {
        let wire = &field.wire;
        names.push(quote!(rename = #wire));
    }
    if field.clears {
        let clearable = file.foreign("stipula", "Clearable");
        let is_absent = format!("{clearable}::is_absent");
        names.push(quote!(skip_serializing_if = #is_absent));
    } else if optional {
        names.push(quote!(skip_serializing_if = "Option::is_none"));
    }
    if field.item.innermost().ty.as_text().is_some() {
        names.push(quote!(serialize_with = "stipula::as_text::serialize"));
    }
    let names = serde(&names);
    let rules = if judged {
        let rules = attributes::of_field(file, owner, field);
        file.rules.attribute(rules)
    } else {
        TokenStream::new()
    };
    let name = rust(own);
    let ty = types::of_field(file, owner, field);
    quote! {
        #doc
        #names
        #rules
        pub #name: #ty
    }
}

fn context(file: &mut File<'_>, operation: &Operation, context: &Context) {
    let text = format!(
        "What the rules of `{}` need to know besides the body. It is never sent.",
        operation.name
    );
    let doc_of_all = doc(&text, 0);
    let name = rust(file.names.context(operation.id));
    let names = (0..context.fields.len()).map(|at| file.names.context_field(operation.id, at));
    let names: Vec<_> = names.map(rust).collect();
    let types: Vec<_> = context
        .fields
        .iter()
        .map(|field| rust(&file.type_name(field.enum_)))
        .collect();
    let docs = context
        .fields
        .iter()
        .map(|field| doc(&format!("`{}` of the context.", field.name), 1));
    file.add(quote! {
        #doc_of_all
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct #name {
            #(#docs pub #names: #types,)*
        }

        impl #name {
            /// The context with these values.
            #[must_use]
            pub fn new(#(#names: #types),*) -> Self {
                Self { #(#names),* }
            }
        }
    });
}
