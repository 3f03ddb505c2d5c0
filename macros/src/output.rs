//! The impls, around the statements that check.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, Type, WherePredicate, parse_quote};

use crate::container::Container;

/// The body of `judge`, and what it needs.
pub(crate) struct Judge {
    pub(crate) body: TokenStream,
    /// Payloads of an enum: it has rules wherever they all have.
    pub(crate) payloads: Vec<Type>,
    /// Whether it can be validated on its own.
    pub(crate) is_body: bool,
}

/// All impls of one type.
pub(crate) fn impls(input: &DeriveInput, container: &Container, judge: &Judge) -> TokenStream {
    let mut out = TokenStream::new();
    for root in or_any(&container.roots) {
        for parent in or_any(&container.parents) {
            out.extend(rules(input, container, judge, root, parent));
        }
    }
    if judge.is_body {
        out.extend(validate(input, container));
    }
    out
}

/// What stands in for the impls after a mistake: the errors say enough, and code that uses the
/// type should not add its own.
pub(crate) fn fallback(input: &DeriveInput, container: &Container) -> TokenStream {
    let anywhere = Container {
        krate: container.krate.clone(),
        roots: Vec::new(),
        parents: Vec::new(),
        context: None,
        rules: Vec::new(),
    };
    let judge = Judge { body: TokenStream::new(), payloads: Vec::new(), is_body: true };
    let rules = rules(input, &anywhere, &judge, None, None);
    let validate = validate(input, container);
    quote!(#rules #validate)
}

/// Each type, or once none for "any".
fn or_any(types: &[Type]) -> Vec<Option<&Type>> {
    if types.is_empty() { vec![None] } else { types.iter().map(Some).collect() }
}

fn rules(
    input: &DeriveInput,
    container: &Container,
    judge: &Judge,
    root: Option<&Type>,
    parent: Option<&Type>,
) -> TokenStream {
    let krate = &container.krate;
    let mut generics = input.generics.clone();
    let root = given_or_parameter(root, &mut generics, &parse_quote!(__Root));
    let parent = given_or_parameter(parent, &mut generics, &parse_quote!(__Parent));
    let context = container.context.as_ref();
    let context = given_or_parameter(context, &mut generics, &parse_quote!(__Context));
    let known = !container.roots.is_empty() && !container.parents.is_empty();
    if !known || container.context.is_none() {
        let clause = generics.make_where_clause();
        for payload in &judge.payloads {
            let predicate: WherePredicate =
                parse_quote!(#payload: #krate::Rules<#root, #parent, #context>);
            clause.predicates.push(predicate);
        }
    }
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = input.generics.split_for_impl();
    let (ident, body) = (&input.ident, &judge.body);
    quote! {
        #[automatically_derived]
        #[allow(unused_variables, unused_parens, clippy::all, clippy::pedantic)]
        impl #impl_generics #krate::Rules<#root, #parent, #context> for #ident #ty_generics
        #where_clause
        {
            fn judge(
                &self,
                scope: #krate::Scope<'_, #root, #parent, #context>,
                path: &#krate::Path<'_>,
                out: &mut #krate::Violations,
            ) {
                let key = scope.key;
                #body
            }
        }
    }
}

/// The type when given, else a new parameter of that name.
fn given_or_parameter(given: Option<&Type>, generics: &mut Generics, name: &syn::Ident) -> Type {
    if let Some(given) = given {
        return given.clone();
    }
    generics.params.push(parse_quote!(#name: ?::core::marker::Sized));
    parse_quote!(#name)
}

fn validate(input: &DeriveInput, container: &Container) -> TokenStream {
    let krate = &container.krate;
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let unit: Type = parse_quote!(());
    let context = container.context.as_ref().unwrap_or(&unit);
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Validate for #ident #ty_generics #where_clause {
            type Context = #context;

            fn check_in(&self, context: &Self::Context) -> #krate::Violations {
                let mut out = #krate::Violations::new();
                let scope = #krate::Scope {
                    root: self,
                    parent: &(),
                    context,
                    key: ::core::option::Option::None,
                };
                let path = #krate::Path::root();
                #krate::Rules::<Self, (), #context>::judge(self, scope, &path, &mut out);
                out
            }
        }
    }
}
