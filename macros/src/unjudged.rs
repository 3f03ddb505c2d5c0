//! Members that say neither `nested` nor `skip`: their types must not have rules.
//!
//! A derive sees names only, so it leaves the question to the compiler, which knows the types.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

use crate::errors::Errors;
use crate::model::{Frame, Object};
use crate::shape::{Kind, Shape};

/// Asks whether the members have rules that are left out.
pub(crate) fn members(frame: &Frame, object: &Object, errors: &mut Errors) -> TokenStream {
    let mut questions = TokenStream::new();
    let unsaid = |field: &&crate::model::Field| field.nested.is_none() && field.skip.is_none();
    for field in object.fields.iter().filter(unsaid) {
        let mut leaves = Vec::new();
        leaves_of(&field.ty, &mut leaves);
        let mut named = false;
        for ty in leaves {
            if let Some(name) = parameter(frame, &ty) {
                let message = format!("the type that `{name}` stands for may have rules");
                let help = "say `nested` to judge them, or `skip` to leave them out";
                if !std::mem::replace(&mut named, true) {
                    errors.help(ty.span(), &message, help);
                }
                continue;
            }
            // The compiler points at all of the tokens, so all of them stand at the type.
            let span = ty.span();
            let krate = frame.krate_at(span);
            questions.extend(quote_spanned! {span=>
                #krate::__private::Member::<#ty>::is_judged_or_has_no_rules();
            });
        }
    }
    questions
}

/// `impl HasRules`, with these questions in it: there, `Self` and the parameters mean what they
/// mean in the struct.
pub(crate) fn has_rules(frame: &Frame, questions: &TokenStream) -> TokenStream {
    let (krate, ident) = (&frame.krate, &frame.ident);
    let (impl_generics, own, clause) = frame.generics.split_for_impl();
    let members = (!questions.is_empty()).then(|| {
        quote! {
            #[inline]
            fn members() {
                #[allow(unused_imports)]
                use #krate::__private::WithoutRules as _;
                #questions
            }
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #impl_generics #krate::__private::HasRules for #ident #own #clause {
            #members
        }
    }
}

/// Types of which the argument at this index is all that may have rules.
const HOLDERS: &[(&str, usize)] = &[
    ("Option", 0),
    ("Box", 0),
    ("Rc", 0),
    ("Arc", 0),
    ("Cow", 0),
    ("Sensitive", 0),
    ("Vec", 0),
    ("VecDeque", 0),
    ("LinkedList", 0),
    ("BinaryHeap", 0),
    ("BTreeSet", 0),
    ("HashSet", 0),
    ("BTreeMap", 1),
    ("HashMap", 1),
];

/// The types in a type that may have rules of their own.
fn leaves_of(ty: &Type, out: &mut Vec<Type>) {
    match ty {
        Type::Group(it) => leaves_of(&it.elem, out),
        Type::Paren(it) => leaves_of(&it.elem, out),
        Type::Reference(it) => leaves_of(&it.elem, out),
        Type::Array(it) => leaves_of(&it.elem, out),
        Type::Slice(it) => leaves_of(&it.elem, out),
        Type::Tuple(it) => it.elems.iter().for_each(|ty| leaves_of(ty, out)),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else {
                return;
            };
            // It holds nothing.
            if last.ident == "PhantomData" {
                return;
            }
            let args: Vec<&Type> = match &last.arguments {
                PathArguments::AngleBracketed(args) => {
                    args.args.iter().filter_map(type_of).collect()
                }
                PathArguments::None | PathArguments::Parenthesized(_) => Vec::new(),
            };
            // A holder is what it holds: of a map the values, of a set not what hashes it.
            let name = last.ident.to_string();
            let held = match HOLDERS.iter().find(|(holder, _)| *holder == name) {
                Some((_, nth)) => args
                    .get(*nth..)
                    .map_or(&args[..0], |args| &args[..args.len().min(1)]),
                None => {
                    if matches!(Shape::of(ty).kind, Kind::Opaque) {
                        out.push(ty.clone());
                    }
                    &args
                }
            };
            for ty in held {
                leaves_of(ty, out);
            }
        }
        _ => {}
    }
}

/// The type parameter that the type is made of, if there is one.
fn parameter(frame: &Frame, ty: &Type) -> Option<String> {
    let known: HashSet<String> = frame
        .generics
        .type_params()
        .map(|it| it.ident.to_string())
        .collect();
    first_of(ty.to_token_stream(), &known)
}

/// Whether one of these names is in the type.
pub(crate) fn mentions(ty: &Type, names: &[String]) -> bool {
    let known = names.iter().cloned().collect();
    first_of(ty.to_token_stream(), &known).is_some()
}

/// The first name in the tokens that is one of these.
fn first_of(tokens: TokenStream, known: &HashSet<String>) -> Option<String> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()).filter(|name| known.contains(name)),
        TokenTree::Group(group) => first_of(group.stream(), known),
        TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    })
}

fn type_of(arg: &GenericArgument) -> Option<&Type> {
    match arg {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}
