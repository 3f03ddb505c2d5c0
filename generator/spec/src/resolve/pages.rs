//! How pages hang together: the members that are named exist, and hold what they have to.

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawOperation, RawPageBy, RawPages},
    source::Span,
    yaml::Text,
};
use stipula_contract::{
    Field, Item, Location, Operation, PageBy, Pages, Scalar, TypeId, TypeRef, Way, Wire,
};

/// What `pages` means; none where it is not written, or was reported.
pub(super) fn of(cx: &mut Cx<'_>, raw: &RawOperation, operation: &Operation) -> Option<Pages> {
    let written = raw.pages.as_ref()?;
    Reading { cx, operation, raw }.read(written)
}

struct Reading<'r, 'a> {
    cx: &'r mut Cx<'a>,
    operation: &'r Operation,
    raw: &'r RawOperation,
}

impl Reading<'_, '_> {
    fn report(&mut self, at: Span, message: String, help: &str) {
        let diagnostic = Diagnostic::new(Code::BadPages, at, message);
        self.cx.sink.report(diagnostic.help(help));
    }

    fn read(&mut self, written: &RawPages) -> Option<Pages> {
        if !self.operation.safe {
            let message = format!(
                "`{}` has pages, but nothing says that it may be sent again and again",
                self.raw.name.value
            );
            let help = "add `safe: true` where it only reads, or leave `pages` out";
            self.report(written.span, message, help);
        }
        let answer = self.operation.answer.item();
        let Some(answer) = answer else {
            let (message, help) = match self.operation.answer.by_status() {
                [] => (
                    "an answer that is no JSON has no pages",
                    "say what `response` holds",
                ),
                _ => (
                    "pages of an answer that its HTTP status chooses cannot be said yet",
                    "leave `pages` out, or say `response` without `status`",
                ),
            };
            self.report(written.span, message.to_owned(), help);
            return None;
        };
        let (items, item) = self.items(written, &answer)?;
        let more = match &written.more {
            Some(more) => Some(self.more(more, &answer, written)?),
            None => None,
        };
        let by = self.by(written.by.as_ref()?, &answer, &items, &item)?;
        Some(Pages {
            text: text(&by, more.as_ref(), &items),
            by,
            more,
            items,
            item,
        })
    }

    /// The list, and what it holds.
    fn items(&mut self, written: &RawPages, answer: &Item) -> Option<(Way, Item)> {
        let (way, at, item) = match &written.items {
            Some(text) => {
                let item = self.walk(text, &text.value, answer)?.item;
                (Way(names(&text.value)), text.span, item)
            }
            None => (Way(Vec::new()), written.span, answer.clone()),
        };
        if let TypeRef::List(of) = &item.ty {
            return Some((way, (**of).clone()));
        }
        let (message, help) = match &written.items {
            Some(text) => (
                format!("`{}` is no list", text.value),
                "name the list that holds the items",
            ),
            None => (
                "the answer is no list, so that nobody can tell the items".to_owned(),
                "add `items:` with the list in it",
            ),
        };
        self.report(at, message, help);
        None
    }

    fn more(&mut self, more: &Text, answer: &Item, written: &RawPages) -> Option<Way> {
        if matches!(written.by, Some(RawPageBy::Link)) {
            let message = "`more` does nothing beside `link`: the last page has no link".to_owned();
            let diagnostic = Diagnostic::new(Code::Exclusive, more.span, message);
            self.cx.sink.report(diagnostic.help("leave it out"));
        }
        let field = self.walk(more, &more.value, answer)?;
        if field.item.ty != TypeRef::Scalar(Scalar::Boolean) {
            let message = format!("`{}` is no boolean", more.value);
            self.report(
                more.span,
                message,
                "name the boolean that says whether there is a next page, or leave `more` out",
            );
            return None;
        }
        Some(Way(names(&more.value)))
    }

    fn by(
        &mut self,
        written: &RawPageBy,
        answer: &Item,
        items: &Way,
        item: &Item,
    ) -> Option<PageBy> {
        match written {
            RawPageBy::Cursor { of, into } => {
                let from = self.walk(of, &of.value, answer);
                let to = self.target(into);
                self.fits(of, &from?.item, into, &to?.item)?;
                Some(PageBy::Cursor {
                    of: Way(names(&of.value)),
                    into: into.value.clone(),
                })
            }
            RawPageBy::LastId { of, into } => {
                let inside = self.inside(of, items)?;
                let from = self.walk(of, &inside, item);
                let to = self.target(into);
                self.fits(of, &from?.item, into, &to?.item)?;
                Some(PageBy::LastId {
                    of: Way(names(&inside)),
                    into: into.value.clone(),
                })
            }
            RawPageBy::Number { into, from } => {
                let to = self.target(into)?;
                let is_whole = kind(&to.item.ty).is_some_and(|it| it != Wire::Text);
                if !is_whole {
                    let message = format!("`{}` is no whole number", into.value);
                    self.report(into.span, message, "name the field of the page's number");
                    return None;
                }
                Some(PageBy::Number {
                    into: into.value.clone(),
                    from: *from,
                })
            }
            RawPageBy::Link => Some(PageBy::Link),
        }
    }

    /// What stands behind the list in the way of a last id.
    fn inside(&mut self, of: &Text, items: &Way) -> Option<String> {
        let list = items.to_string();
        if list.is_empty() {
            return Some(of.value.clone());
        }
        let rest = of.value.strip_prefix(&list);
        if let Some(rest) = rest.and_then(|it| it.strip_prefix('.')) {
            return Some(rest.to_owned());
        }
        let message = format!("`{}` is no member of the items in `{list}`", of.value);
        self.report(of.span, message, &format!("write `{list}.MEMBER`"));
        None
    }

    /// The field of the request that asks for the next page.
    fn target(&mut self, into: &Text) -> Option<Field> {
        let request = self.cx.types.list[self.operation.request.0].object();
        let fields = request.map_or(&[][..], |it| &it.fields).to_vec();
        let Some(field) = fields.iter().find(|it| it.wire == into.value) else {
            let message = format!("there is no field `{}` in the request", into.value);
            let known = fields.iter().map(|it| it.wire.as_str());
            self.cx.sink.report(
                Diagnostic::new(Code::UnknownField, into.span, message).suggest(&into.value, known),
            );
            return None;
        };
        match field.location {
            Location::Query | Location::Body => Some(field.clone()),
            other => {
                let message = format!(
                    "`{}` stands in the {}, and the next page is asked for in the query or the body",
                    into.value,
                    other.word()
                );
                self.report(into.span, message, "name a field of the query");
                None
            }
        }
    }

    /// What comes back is what is sent.
    fn fits(&mut self, of: &Text, from: &Item, into: &Text, to: &Item) -> Option<()> {
        let (from, to) = (kind(&from.ty), kind(&to.ty));
        if from.is_some() && from == to {
            return Some(());
        }
        let said = |it| match it {
            Some(Wire::Text) => "a text",
            Some(_) => "a whole number",
            None => "neither a text nor a whole number",
        };
        let message = format!(
            "`{}` is {}, and `{}` is {}",
            of.value,
            said(from),
            into.value,
            said(to)
        );
        self.report(of.span, message, "give both the same type");
        None
    }

    /// The field at the end of a way through objects.
    fn walk(&mut self, said: &Text, way: &str, start: &Item) -> Option<Field> {
        let names = names(way);
        let mut item = start.clone();
        let mut found = None;
        for name in &names {
            let fields = self.fields(&item);
            let Some(field) = fields.iter().find(|it| it.wire == *name) else {
                let message = format!("there is no field `{name}` in the answer");
                let known = fields.iter().map(|it| it.wire.as_str());
                let diagnostic = Diagnostic::new(Code::UnknownField, said.span, message);
                self.cx.sink.report(diagnostic.suggest(name, known));
                return None;
            };
            item = field.item.clone();
            found = Some(field.clone());
        }
        found
    }

    fn fields(&self, item: &Item) -> Vec<Field> {
        let object = |id: TypeId| self.cx.types.list[id.0].object();
        let object = match item.ty {
            TypeRef::Object(id) => object(id),
            _ => None,
        };
        object.map_or_else(Vec::new, |it| it.fields.clone())
    }
}

/// How pages hang together, in English.
fn text(by: &PageBy, more: Option<&Way>, items: &Way) -> String {
    let list = match items.to_string().as_str() {
        "" => "The answer is one page of a list.".to_owned(),
        name => format!("The answer is one page of a list, in `{name}`."),
    };
    let more = more.map(|it| format!("`{it}` is `false`"));
    let (step, end) = match by {
        PageBy::Cursor { of, into } => (
            format!("The next one is asked for with `{of}` of the answer as `{into}`"),
            Some(format!("until there is no `{of}`")),
        ),
        PageBy::LastId { of, into } => (
            format!("The next one is asked for with `{of}` of the last item as `{into}`"),
            Some("until a page is empty".to_owned()),
        ),
        PageBy::Number { into, from } => (
            format!("The next one has the next number in `{into}`; the first is {from}"),
            Some("until a page is empty".to_owned()),
        ),
        PageBy::Link => (
            "The header `Link` has the address of the next one; the last page has none".to_owned(),
            None,
        ),
    };
    let end = match (end, more) {
        (Some(end), Some(more)) => format!(", {end} or {more}"),
        (Some(end), None) => format!(", {end}"),
        (None, _) => String::new(),
    };
    format!("{list} {step}{end}.")
}

/// What can be a cursor: a text or a whole number.
fn kind(ty: &TypeRef) -> Option<Wire> {
    match ty {
        TypeRef::Scalar(it) => match it.facts().wire {
            Wire::Unsigned => Some(Wire::Integer),
            it @ (Wire::Text | Wire::Integer) => Some(it),
            _ => None,
        },
        TypeRef::AsText(_) => Some(Wire::Text),
        _ => None,
    }
}

fn names(way: &str) -> Vec<String> {
    way.split('.').map(str::to_owned).collect()
}
