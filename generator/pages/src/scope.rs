//! Which members the words about a member can name: those beside it, and those of what holds it.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use stipula_cond::ast::{Base, Expr, ExprKind, Op, Path, Term, Value, ValueKind};
use stipula_facts::{Fact, Kind, place};

/// Parts of a request that are one table to the words of a page.
const REQUEST: [&str; 4] = ["request", "path", "query", "request-headers"];

/// The members of a page, by the place of what holds them.
#[derive(Debug, Default)]
pub(super) struct Scope {
    tables: BTreeMap<String, BTreeMap<String, Member>>,
    /// Documented states of something that is no member.
    states: BTreeSet<String>,
    /// Tables of which the capture lost a heading: they may have more members.
    torn: BTreeSet<String>,
}

#[derive(Debug, Default)]
struct Member {
    values: BTreeSet<String>,
    is_optional: bool,
}

impl Scope {
    pub(super) fn of(facts: &[Fact]) -> Self {
        let mut scope = Self::default();
        for fact in facts.iter().filter(|it| it.kind == Kind::Field) {
            if let Some((table, name)) = split(&fact.at) {
                scope.know(table, &name);
            }
        }
        for fact in facts {
            scope.add(fact);
        }
        scope
    }

    fn know(&mut self, table: &str, name: &str) {
        if let Some(known) = self.tables.get_mut(table) {
            if !known.contains_key(name) {
                known.insert(name.to_owned(), Member::default());
            }
        } else {
            let member = BTreeMap::from([(name.to_owned(), Member::default())]);
            self.tables.insert(table.to_owned(), member);
        }
    }

    fn add(&mut self, fact: &Fact) {
        let Some((table, name)) = split(&fact.at) else {
            return;
        };
        if fact.kind == Kind::Gap && fact.value == "heading" {
            self.torn.insert(table.to_owned());
        }
        if table == "states" && fact.kind == Kind::Value {
            self.states.insert(name.into_owned());
            return;
        }
        let table = self.tables.get_mut(table);
        let Some(member) = table.and_then(|it| it.get_mut(&*name)) else {
            return;
        };
        match (fact.kind, fact.value.as_str()) {
            (Kind::Value, Some(value)) => {
                member.values.insert(value.to_owned());
            }
            (Kind::Type, Some("boolean")) => {
                member
                    .values
                    .extend(["true".to_owned(), "false".to_owned()]);
            }
            (Kind::Need, Some(need)) => member.is_optional = need == "optional",
            _ => {}
        }
    }

    /// The members below a place, and whether each is optional.
    pub(super) fn members(&self, at: &str) -> Vec<(String, bool)> {
        let all = self.beside(at);
        all.map(|(name, it)| (name.clone(), it.is_optional))
            .collect()
    }

    /// Whether the member at a place, or one of the same table, has this name.
    pub(super) fn is_beside(&self, at: &str, name: &str) -> bool {
        split(at).is_some_and(|(table, _)| self.beside(table).any(|it| it.0 == name))
    }

    /// Members of one table; those of a request may travel in several places.
    fn beside<'a>(&'a self, table: &'a str) -> impl Iterator<Item = (&'a String, &'a Member)> {
        let is_request = REQUEST.contains(&table);
        let same = move |it: &&str| {
            if is_request {
                REQUEST.contains(it)
            } else {
                *it == table
            }
        };
        let tables = self.tables.iter().filter(move |it| same(&it.0.as_str()));
        tables.flat_map(|it| it.1)
    }

    /// Members that words about `at` can name, the nearest table first.
    fn around<'a>(&'a self, at: &'a str) -> impl Iterator<Item = (&'a String, &'a Member)> {
        let holder = |it: &&'a str| split(it).map(|it| it.0);
        let tables = std::iter::successors(split(at).map(|it| it.0), holder);
        let own = split(at).map(|it| it.1);
        let all = tables.flat_map(|it| self.beside(it));
        all.filter(move |it| own.as_ref().is_none_or(|own| it.0 != own))
    }

    /// Documented values of the member that words about `at` name so.
    pub(super) fn values_of<'a>(&'a self, at: &'a str, name: &str) -> Option<&'a BTreeSet<String>> {
        let mut all = self.around(at);
        all.find(|it| it.0 == name).map(|it| &it.1.values)
    }

    /// The only member whose documented values these are.
    pub(super) fn field_of<'a>(&'a self, at: &'a str, values: &[String]) -> Option<&'a str> {
        let has_all = |it: &&(&String, &Member)| values.iter().all(|one| it.1.values.contains(one));
        let all: Vec<_> = self.around(at).collect();
        let names: BTreeSet<&str> = all.iter().filter(has_all).map(|it| it.0.as_str()).collect();
        let mut names = names.into_iter();
        names.next().filter(|_| names.next().is_none())
    }

    /// Whether every field of a condition is one that words about `at` can name.
    pub(super) fn knows(&self, at: &str, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::And(all) | ExprKind::Or(all) => all.iter().all(|it| self.knows(at, it)),
            ExprKind::Not(it) => self.knows(at, it),
            ExprKind::Iff(one, other) => self.knows(at, one) && self.knows(at, other),
            ExprKind::Present(path) | ExprKind::Test(path) | ExprKind::StartsWith { path, .. } => {
                self.has(at, path)
            }
            ExprKind::Compare { left, op, right } => self.compares(at, left, *op, right),
            ExprKind::In { path, values, .. } => {
                self.has(at, path) || values.iter().all(|it| self.is_state(value(it)))
            }
            ExprKind::Constant(_) => false,
        }
    }

    fn compares(&self, at: &str, left: &Term, op: Op, right: &Term) -> bool {
        let Term::Path(field) = left else {
            return false;
        };
        let word = match right {
            Term::Path(path) => path.bare_name(),
            Term::Value(it) => value(it),
            Term::Len(_) => None,
        };
        let is_field = matches!(right, Term::Path(it) if op.is_ordering() && !self.has(at, it));
        (self.has(at, field) && !is_field) || self.is_state(word)
    }

    /// A status of something that is no member is a value beside the body.
    fn is_state(&self, word: Option<&str>) -> bool {
        word.is_some_and(|it| self.states.contains(it))
    }

    fn has(&self, at: &str, path: &Path) -> bool {
        let first = path.segments.first();
        let is_torn = split(at).is_some_and(|it| self.torn.contains(it.0));
        path.base == Base::This
            && first.is_some_and(|step| is_torn || self.around(at).any(|it| *it.0 == step.name))
    }
}

fn value(it: &Value) -> Option<&str> {
    match &it.kind {
        ValueKind::Name(text) | ValueKind::Text(text) => Some(text),
        ValueKind::Integer(_) | ValueKind::Decimal(_) | ValueKind::Bool(_) => None,
    }
}

/// What holds a member, and its name.
fn split(at: &str) -> Option<(&str, Cow<'_, str>)> {
    let (table, step) = at.rsplit_once('/')?;
    Some((table, place::name(step)))
}
