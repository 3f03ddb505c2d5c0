//! Value rules as JSON Schema keywords.

use serde_json::{Value as Any, json};

use crate::model::{Constraint, ConstraintKind, Length, Severity, TypeRef};

use super::{Json, condition::starts_with};

/// A scheme, a colon and something without white space or control characters.
const URL: &str = r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s\u0000-\u001f\u007f-\u009f]+$";

/// Where a value rule is said.
pub(super) enum Said<'a> {
    /// In the schema of the value, or by its type.
    Here(Json),
    /// In the schema of the nearest map.
    ByKey(&'a Length),
    /// In prose only.
    Nowhere,
}

impl<'a> Said<'a> {
    /// Where a rule about a value of this type is said.
    pub(super) fn of(kind: &'a ConstraintKind, ty: &TypeRef) -> Self {
        let mut keywords = Json::new();
        let mut set = |keyword: &str, value: Any| {
            keywords.insert(keyword.to_owned(), value);
        };
        match kind {
            ConstraintKind::MinChars(least) => set("minLength", json!(least)),
            ConstraintKind::MaxChars(Length::Fixed(most)) => set("maxLength", json!(most)),
            ConstraintKind::MaxChars(length @ Length::PerKey { .. }) => return Self::ByKey(length),
            ConstraintKind::Range { min, max } => {
                if let Some(min) = min {
                    set("minimum", json!(min));
                }
                if let Some(max) = max {
                    set("maximum", json!(max));
                }
            }
            ConstraintKind::MinItems(least) => {
                set(of_items(ty, "minItems", "minProperties"), json!(least));
            }
            ConstraintKind::MaxItems(most) => {
                set(of_items(ty, "maxItems", "maxProperties"), json!(most));
            }
            ConstraintKind::Unique => set("uniqueItems", json!(true)),
            ConstraintKind::Prefix(prefix) => set("pattern", json!(starts_with(prefix))),
            ConstraintKind::Pattern(pattern) => set("pattern", json!(pattern)),
            ConstraintKind::Url => set("pattern", json!(URL)),
            ConstraintKind::DecimalPlaces(most) => match (ty, most) {
                // A multiple of 0.01 is a question of rounding that validators answer differently.
                (TypeRef::Decimal, _) => return Self::Nowhere,
                (_, 0) => set("pattern", json!("^[0-9]+$")),
                (_, most) => set("pattern", json!(format!("^[0-9]+(\\.[0-9]{{1,{most}}})?$"))),
            },
            ConstraintKind::MaxBytes(_) => return Self::Nowhere,
            // Said by references: to the enum, to the enum of the keys, to the cases.
            ConstraintKind::Known | ConstraintKind::KnownKeys | ConstraintKind::CaseOf => {}
        }
        Self::Here(keywords)
    }
}

fn of_items(ty: &TypeRef, list: &'static str, map: &'static str) -> &'static str {
    if matches!(ty, TypeRef::Map { .. }) {
        map
    } else {
        list
    }
}

/// Adds the keywords of the error-severity rules to the schema of a value.
pub(super) fn add(schema: &mut Json, ty: &TypeRef, constraints: &[Constraint]) {
    let errors = constraints
        .iter()
        .filter(|it| it.meta.severity == Severity::Error);
    for constraint in errors {
        if let Said::Here(keywords) = Said::of(&constraint.kind, ty) {
            insert(schema, keywords);
        }
    }
}

/// A keyword that is taken, such as a second `pattern`, goes into an `allOf`.
fn insert(schema: &mut Json, keywords: Json) {
    for (keyword, value) in keywords {
        if !schema.contains_key(&keyword) {
            schema.insert(keyword, value);
            continue;
        }
        let mut second = Json::new();
        second.insert(keyword, value);
        let more = schema.entry("allOf").or_insert_with(|| json!([]));
        if let Some(more) = more.as_array_mut() {
            more.push(Any::Object(second));
        }
    }
}

/// Whether an error-severity rule of this kind is there.
pub(super) fn demands(constraints: &[Constraint], wanted: fn(&ConstraintKind) -> bool) -> bool {
    constraints
        .iter()
        .any(|it| it.meta.severity == Severity::Error && wanted(&it.kind))
}
