//! Value rules as JSON Schema keywords.

use serde_json::{Value as Any, json};

use stipula_contract::{Constraint, ConstraintKind, Length, Severity, TypeRef};

use super::{Json, condition::starts_with, ids};

/// A scheme, a colon and something without white space or control characters. They are spelt out:
/// `\s` is not the same everywhere.
const URL: &str = concat!(
    r"^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a",
    r"\u2028\u2029\u202f\u205f\u3000]+$"
);

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
        let id = &constraint.meta.id;
        match Said::of(&constraint.kind, ty) {
            Said::Here(keywords) => insert(schema, keywords, id),
            Said::ByKey(_) | Said::Nowhere => {}
        }
        // These stand behind a reference, and are named in front of it.
        match constraint.kind {
            ConstraintKind::Known => ids::name(schema, "enum", id),
            ConstraintKind::KnownKeys => ids::name(schema, "propertyNames", id),
            _ => {}
        }
    }
}

/// A keyword that is taken, such as a second `pattern`, goes into an `allOf`.
fn insert(schema: &mut Json, keywords: Json, id: &str) {
    for (keyword, value) in keywords {
        if !schema.contains_key(&keyword) {
            schema.insert(keyword.clone(), value);
            ids::name(schema, &keyword, id);
            continue;
        }
        let mut second = Json::new();
        second.insert(keyword.clone(), value);
        ids::name(&mut second, &keyword, id);
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
