//! A condition on the body of a notification, asked before it is read.

use proc_macro2::TokenStream;
use quote::quote;
use stipula_cond::{Lower, Operand, Subject, ast::Op};

use super::file::File;
use stipula_contract::{Condition, Empty, Notification, Place, Value};

/// The condition as Rust, over `body`.
pub(super) fn test(file: &File<'_>, of: &Notification, when: &Condition) -> TokenStream {
    stipula_cond::rust(&when.cond, &Seen { file, of })
}

struct Seen<'a> {
    file: &'a File<'a>,
    of: &'a Notification,
}

impl Seen<'_> {
    /// One question, asked of each name that the member may have.
    fn ask(&self, place: &Place, question: impl Fn(&[String]) -> TokenStream) -> TokenStream {
        let ways = self.ways(place);
        let asked: Vec<_> = ways.iter().map(|way| question(way)).collect();
        match asked.as_slice() {
            [one] => one.clone(),
            several => quote!((#(#several)||*)),
        }
    }

    fn ways(&self, place: &Place) -> Vec<Vec<String>> {
        let fields = match self.of.body.object() {
            Some(id) => self.file.api.fields_on(id, place),
            None => Vec::new(),
        };
        let mut ways = vec![Vec::new()];
        for (step, field) in place.steps.iter().zip(fields) {
            let names = || std::iter::once(&step.wire).chain(&field.aliases);
            let longer = |way: &Vec<String>| {
                let with = |name: &String| [way.as_slice(), std::slice::from_ref(name)].concat();
                names().map(with).collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        ways
    }
}

/// A value as the wire has it.
fn text(value: &Value) -> String {
    match value {
        Value::Symbol { wire: text, .. } | Value::Text(text) | Value::Decimal(text) => text.clone(),
        Value::Number { number, .. } | Value::Integer(number) => number.to_string(),
        Value::Bool(it) => it.to_string(),
    }
}

impl Lower<Place, Value> for Seen<'_> {
    fn present(&self, place: &Place) -> TokenStream {
        self.ask(place, |way| match self.file.api.empty {
            Empty::Absent => quote!(body.has(&[#(#way),*])),
            Empty::Value => quote!(body.has_even_empty(&[#(#way),*])),
        })
    }

    fn is_true(&self, place: &Place) -> TokenStream {
        self.ask(place, |way| quote!(body.is(&[#(#way),*], &["true"])))
    }

    fn one_of(&self, place: &Place, values: &[Value]) -> TokenStream {
        let texts: Vec<_> = values.iter().map(text).collect();
        self.ask(place, |way| quote!(body.is(&[#(#way),*], &[#(#texts),*])))
    }

    fn starts_with(&self, place: &Place, prefix: &str) -> TokenStream {
        self.ask(place, |way| quote!(body.starts_with(&[#(#way),*], #prefix)))
    }

    /// Such a condition is a finding.
    fn compare(&self, _: &Subject<Place>, _: Op, _: &Operand<Place, Value>) -> TokenStream {
        quote!(false)
    }
}
