//! Names that generated code uses itself, by namespace.

/// Types that the files of types import or name.
pub(super) const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Default",
    "Deserialize",
    "Err",
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

/// Constants beside those of schemes.
pub(super) const CONSTANTS: &[&str] = &["API"];

/// Methods of the client.
pub(super) const METHODS: &[&str] = &["builder", "clone", "core", "fmt", "from"];

/// Functions of a request object; the setter of such a field is called `with_…`.
pub(super) const SETTERS: &[&str] = &[
    "build",
    "check",
    "clone",
    "default",
    "deserialize",
    "new",
    "serialize",
    "validate",
];

/// Variants that every enum has.
pub(super) const VARIANTS: &[&str] = &["Unknown"];

/// The variant that every union has.
pub(super) const CASES: &[&str] = &["Other"];

/// Types that the files of scenarios import or name.
pub(super) const SCENARIOS: &[&str] = &[
    "Default",
    "From",
    "Into",
    "IntoIterator",
    "Option",
    "Result",
    "Some",
    "String",
    "Vec",
    "Violations",
];

/// Variants of a choice that no enum names. What is documented nowhere is `Other`, unless something
/// documented is called so.
pub(super) const SHAPES: &[&str] = &["Undocumented"];
