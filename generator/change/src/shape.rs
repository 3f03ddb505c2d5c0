//! What a thing is without its name: what a renaming leaves as it was.

use std::fmt::Write as _;

use stipula_contract::{Api, Demand, Evidence, Field, Item, Rule, Type, TypeKind, TypeRef};

use crate::words;

/// Texts of shapes, the same for things that differ in their names only.
#[derive(Debug)]
pub(crate) struct Shapes<'a>(&'a Api);

impl<'a> Shapes<'a> {
    pub(crate) const fn of(api: &'a Api) -> Self {
        Self(api)
    }

    /// Members with their types; values; cases.
    pub(crate) fn of_type(&self, ty: &Type) -> String {
        let mut out = String::new();
        match &ty.kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    let _ = write!(out, "{}:{};", field.wire, self.item(&field.item, 3));
                }
            }
            TypeKind::Enum(it) => {
                for value in &it.values {
                    let _ = write!(out, "{};", value.wire);
                }
            }
            TypeKind::Union(it) => {
                for case in &it.cases {
                    let _ = write!(out, "{}:{};", case.wire, self.0.type_(case.of).name);
                }
            }
            TypeKind::Any(it) => {
                for shape in &it.shapes {
                    let _ = write!(out, "{};", shape.name);
                }
            }
        }
        out
    }

    /// The type of a member with its rules, and when it has to be given.
    pub(crate) fn of_field(&self, field: &Field) -> String {
        let mut out = self.item(&field.item, 3);
        for rule in &field.presence {
            let _ = write!(out, "|{}", demand(rule));
        }
        let _ = write!(out, "|{:?}|{}", field.location, field.guaranteed);
        out
    }

    /// A type; of objects the members, to some depth.
    fn item(&self, item: &Item, depth: usize) -> String {
        let mut out = match words::named(&item.ty) {
            Some(id) if depth > 0 => match &self.0.type_(id).kind {
                TypeKind::Object(object) => {
                    let all = object.fields.iter();
                    let all =
                        all.map(|it| format!("{}:{}", it.wire, self.item(&it.item, depth - 1)));
                    format!("{{{}}}", all.collect::<Vec<_>>().join(","))
                }
                TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Any(_) => {
                    self.of_type(self.0.type_(id))
                }
            },
            Some(id) => self.0.type_(id).name.clone(),
            None => match &item.ty {
                TypeRef::List(of) => format!("[{}]", self.item(of, depth)),
                TypeRef::Map { of, .. } => format!("map {}", self.item(of, depth)),
                it => words::type_(self.0, it),
            },
        };
        for rule in &item.rules {
            let _ = write!(out, "|{}", demand(rule));
        }
        out
    }
}

/// What a rule demands, and when.
fn demand(rule: &Rule) -> String {
    let when = rule.applies.as_ref().map_or("", |it| &it.text);
    let what = match &rule.demand {
        Demand::Given | Demand::Count(..) => String::new(),
        Demand::Allowed(it) | Demand::Effective(it) | Demand::Holds(it) => it.text.clone(),
        Demand::Value(it) | Demand::Key(it) => words::argument(&it.argument),
    };
    format!("{}({when};{what};{})", rule.code, rule.level.as_str())
}

/// Whether two things rest on the same evidence.
pub(crate) fn is_same_evidence(a: &Evidence, b: &Evidence) -> bool {
    a.source == b.source && a.quirks == b.quirks
}
