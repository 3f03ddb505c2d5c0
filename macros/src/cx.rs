//! What all rules of one struct share: its fields, the ids given so far, the mistakes.

use std::cell::RefCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::errors::Errors;
use crate::options::Options;
use crate::shape::Shape;

/// One struct at work.
pub(crate) struct Cx<'a> {
    /// The path of the runtime crate.
    pub(crate) krate: &'a syn::Path,
    pub(crate) ident: &'a Ident,
    pub(crate) members: Vec<Member>,
    /// `rename_all` of the struct.
    pub(crate) rename_all: Option<String>,
    /// Which of `root`, `parent` and `ctx` have a known type.
    pub(crate) surroundings: Surroundings,
    pub(crate) errors: &'a Errors,
    /// The default ids (a repeated one gets a number) and the ids written by hand.
    ids: RefCell<(Vec<String>, Vec<String>)>,
}

#[derive(Clone, Copy)]
pub(crate) struct Surroundings {
    pub(crate) root: bool,
    pub(crate) parent: bool,
    pub(crate) context: bool,
}

/// One field.
pub(crate) struct Member {
    pub(crate) ident: Ident,
    /// Without `r#`.
    pub(crate) name: String,
    /// The name on the wire.
    pub(crate) wire: String,
    pub(crate) ty: syn::Type,
    pub(crate) shape: Shape,
    pub(crate) flatten: bool,
}

/// Where a violation points: a path, and perhaps a field below it.
#[derive(Clone)]
pub(crate) struct At {
    /// An expression of type `&Path`.
    pub(crate) path: TokenStream,
    /// The wire name of the field below that path.
    pub(crate) field: Option<String>,
}

impl At {
    /// The path with the field, as an expression of type `Path`.
    pub(crate) fn whole(&self) -> TokenStream {
        let path = &self.path;
        match &self.field {
            Some(field) => quote!(#path.field(#field)),
            None => quote!(*#path),
        }
    }
}

/// What a rule is, before it becomes a static.
pub(crate) struct Draft<'a> {
    /// The wire name of the field it belongs to.
    pub(crate) field: Option<&'a str>,
    pub(crate) code: &'a str,
    /// The severity when none is written.
    pub(crate) warning: bool,
    /// The reason when none is written.
    pub(crate) because: Option<String>,
    /// An expression of type `Limit`.
    pub(crate) limit: Option<TokenStream>,
    pub(crate) options: &'a Options,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(
        krate: &'a syn::Path,
        ident: &'a Ident,
        surroundings: Surroundings,
        errors: &'a Errors,
    ) -> Self {
        let ids = RefCell::default();
        Self { krate, ident, members: Vec::new(), rename_all: None, surroundings, errors, ids }
    }

    /// The field of that name, or an error at its name.
    pub(crate) fn member(&self, name: &Ident) -> Option<&Member> {
        let plain = crate::parts::plain(name);
        let found = self.members.iter().find(|member| member.name == plain);
        if found.is_none() {
            let known: Vec<_> = self.members.iter().map(|member| member.name.as_str()).collect();
            self.errors.unknown(name.span(), "field", &plain, &known);
        }
        found
    }

    /// A statement that notes the violation of a rule.
    pub(crate) fn push(&self, at: &At, draft: &Draft<'_>, limit: Option<&TokenStream>) -> TokenStream {
        let (krate, rule) = (self.krate, self.rule(draft));
        let path = &at.path;
        let field = match &at.field {
            Some(field) => quote!(::core::option::Option::Some(#field)),
            None => quote!(::core::option::Option::None),
        };
        let call = match limit {
            Some(limit) => quote!(out.push_limit(#path, #field, &RULE, #limit)),
            None => quote!(out.push(#path, #field, &RULE)),
        };
        quote!({
            static RULE: #krate::Rule = #rule;
            #call;
        })
    }

    fn rule(&self, draft: &Draft<'_>) -> TokenStream {
        let krate = self.krate;
        let options = draft.options;
        let id = self.id(draft);
        let code = options.code.as_ref().map_or_else(|| draft.code.to_owned(), syn::LitStr::value);
        let mut rule = quote!(#krate::Rule::new(#id, #code));
        if options.warning.unwrap_or(draft.warning) {
            rule.extend(quote!(.severity(#krate::Severity::Warning)));
        }
        let written = options.because.as_ref().map(syn::LitStr::value);
        if let Some(reason) = written.or_else(|| draft.because.clone()) {
            rule.extend(quote!(.because(#reason)));
        }
        if let Some(limit) = &draft.limit {
            rule.extend(quote!(.limit(#limit)));
        }
        if let Some(evidence) = &options.evidence {
            rule.extend(quote!(.evidence(#evidence)));
        }
        rule
    }

    /// The id as written, or `Struct.field.code`, numbered from the second one on.
    fn id(&self, draft: &Draft<'_>) -> String {
        let mut id = self.ident.to_string();
        id.extend(draft.field.into_iter().flat_map(|field| [".", field]));
        id = format!("{id}.{}", draft.code);
        let mut ids = self.ids.borrow_mut();
        let (usual, written) = &mut *ids;
        usual.push(id.clone());
        if let Some(given) = &draft.options.id {
            let text = given.value();
            if written.contains(&text) {
                let message = format!("the id `{text}` is already taken by another rule");
                self.errors.at(given.span(), message);
            }
            written.push(text.clone());
            return text;
        }
        match usual.iter().filter(|other| **other == id).count() {
            1 => id,
            count => format!("{id}#{count}"),
        }
    }
}

/// An identifier, raw where the name is a keyword.
pub(crate) fn identifier(name: &str, span: Span) -> Option<Ident> {
    let mut ident = match syn::parse_str::<Ident>(name) {
        Ok(ident) => ident,
        Err(_) => syn::parse_str::<Ident>(&format!("r#{name}")).ok()?,
    };
    ident.set_span(span);
    Some(ident)
}
