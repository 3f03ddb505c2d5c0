//! Names that generated code uses itself, by namespace.

/// Types that the files of types import or name.
pub(super) const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Default",
    "Deserialize",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Sensitive",
    "Serialize",
    "Some",
    "String",
    "UnixMillis",
    "Validate",
    "Vec",
    "Violations",
];

/// Crates that the crate of a client depends on, and those that every crate sees.
pub(super) const CRATES: &[&str] = &[
    "alloc",
    "core",
    "proc_macro",
    "serde",
    "serde_json",
    "std",
    "stipula",
    "test",
];

/// Constants beside those of operations.
pub(super) const OPERATIONS: &[&str] = &["TRANSIENT"];

/// Constants beside those of schemes.
pub(super) const CONSTANTS: &[&str] = &["API"];

/// Methods of the client.
pub(super) const METHODS: &[&str] = &["builder", "clone", "core", "fmt", "from"];

/// Functions of a request object; the setter of such a field is called `with_…`.
pub(super) const SETTERS: &[&str] = &[
    "build",
    "check",
    "check_in",
    "clone",
    "default",
    "deserialize",
    "new",
    "serialize",
    "validate",
    "validate_in",
];

/// Variants that every enum has.
pub(super) const VARIANTS: &[&str] = &["Unknown"];

/// The variant that every union has.
pub(super) const CASES: &[&str] = &["Other"];

/// The variant of notifications that every API has.
pub(super) const KINDS: &[&str] = &["Other"];

/// Types that the files of scenarios import or name.
pub(super) const SCENARIOS: &[&str] = &[
    "BTreeMap",
    "Box",
    "Bytes",
    "Date",
    "DateTime",
    "Decimal",
    "Default",
    "Duration",
    "From",
    "Into",
    "IntoIterator",
    "Option",
    "Result",
    "Sensitive",
    "Some",
    "String",
    "UnixMillis",
    "UnixSeconds",
    "Vec",
    "Violations",
];

/// Variants of a choice that no enum names. What is documented nowhere is `Other`, unless something
/// documented is called so.
pub(super) const SHAPES: &[&str] = &["Undocumented"];
