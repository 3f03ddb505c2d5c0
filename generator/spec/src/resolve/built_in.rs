//! Types that no spec declares.

use stipula_contract::TypeRef;

const ALL: [(&str, TypeRef); 7] = [
    ("string", TypeRef::String),
    ("integer", TypeRef::Integer),
    ("decimal", TypeRef::Decimal),
    ("boolean", TypeRef::Boolean),
    ("timestamp_millis", TypeRef::TimestampMillis),
    ("url", TypeRef::Url),
    ("json", TypeRef::Json),
];

/// Their names.
pub(super) fn names<'a>() -> impl Iterator<Item = &'a str> {
    ALL.iter().map(|it| it.0)
}

/// The type of this name.
pub(super) fn named(name: &str) -> Option<TypeRef> {
    let found = ALL.iter().find(|it| it.0 == name);
    found.map(|it| it.1.clone())
}
