//! Whether a test asks for something that there is: told where it asks.

use super::answer::{Answer, Content};
use super::table::{Served, Table};

/// Of longer lists the beginning is told.
const TOLD: usize = 30;

impl Table {
    /// The operation with this name.
    pub(super) fn served(&self, operation: &str) -> Option<&'static Served> {
        let mut all = self.operations.iter().copied();
        all.find(|it| it.operation.name == operation)
    }

    /// Refuses an answer that no operation can give, or not this one.
    pub(super) fn check(&self, operation: Option<&str>, answer: &Answer) -> Result<(), String> {
        let asked = match operation {
            Some(name) => vec![self.known(name)?],
            None => self.operations.to_vec(),
        };
        let whose = operation.map_or_else(
            || format!("no operation of `{}`", self.api.name),
            |name| format!("`{name}`"),
        );
        let lacks = if operation.is_some() {
            " does not document"
        } else {
            " documents"
        };
        match &answer.content {
            Content::Example(name) => {
                let all = asked.iter().flat_map(|it| it.answers);
                let known: Vec<&str> = all.map(|it| it.name).collect();
                if known.contains(&name.as_str()) {
                    return Ok(());
                }
                let known = told(&known);
                Err(format!(
                    "{whose}{lacks} an answer `{name}`; there is {known}"
                ))
            }
            Content::Code(code) => {
                let all = asked.iter().flat_map(|it| it.codes);
                let known: Vec<&str> = all.map(|it| it.code).collect();
                // Where no code is documented, each is as good as another.
                if known.is_empty() || known.contains(&code.as_str()) {
                    return Ok(());
                }
                let known = told(&known);
                Err(format!(
                    "{whose}{lacks} the code `{code}`; give `Answer::undocumented_code` if that is \
                     meant; documented is {known}"
                ))
            }
            Content::Typed(Err(why)) => Err(format!("the answer cannot be written as JSON: {why}")),
            Content::Usual
            | Content::AnyCode(_)
            | Content::Typed(Ok(_))
            | Content::Body(_)
            | Content::Status(_)
            | Content::Recorded(_) => Ok(()),
        }
    }

    /// Refuses pages of an operation that has none.
    pub(super) fn check_pages(&self, operation: &str) -> Result<(), String> {
        let served = self.known(operation)?;
        if served.paging.is_none() {
            let why = "the spec says nothing of pages of it, under `pages`";
            return Err(format!("`{operation}` does not answer by pages: {why}"));
        }
        Ok(())
    }

    fn known(&self, operation: &str) -> Result<&'static Served, String> {
        self.served(operation).ok_or_else(|| {
            let all = self.operations.iter();
            let known: Vec<&str> = all.map(|it| it.operation.name).collect();
            let (api, known) = (self.api.name, told(&known));
            format!("`{api}` has no operation `{operation}`; it has {known}")
        })
    }
}

/// Names, each once, in the order of the API.
fn told(names: &[&str]) -> String {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(name) {
            once.push(name);
        }
    }
    if once.is_empty() {
        return "none".to_owned();
    }
    let more = once.len().saturating_sub(TOLD);
    once.truncate(TOLD);
    let list: Vec<String> = once.iter().map(|it| format!("`{it}`")).collect();
    let more = match more {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", list.join(", "))
}
