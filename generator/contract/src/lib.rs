//! The resolved API: correct by construction, in documentation order, with every name made.
//!
//! Plain data and questions. It knows nothing of YAML, of tokens or of the disk; an emitter that
//! wants to report a mistake has found a check that is missing in `resolve`.

mod api;
mod condition;
mod field;
mod operation;
mod scenario;
mod standing;
mod types;
mod words;

pub use api::{
    Api, Empty, Encryption, EncryptionProfile, Environment, Evidence, Header, HeaderNeed, Outcome,
    Piece, Quirk, ResultCode, Signing, Source,
};
pub use condition::{Base, Bounds, Condition, Kind, Place, Step, Value};
pub use field::{
    Constraint, ConstraintKind, Field, Item, Length, Presence, PresenceRule, RuleMeta, Severity,
    TypeRef,
};
pub use operation::{
    Body, ClassOfResult, Context, ContextField, Example, HttpMethod, Idempotency, Operation, Repeat,
};
pub use scenario::{Need, NeedRow, Role, Scenario, ScenarioMember};
pub use standing::{Exception, Standing};
pub use types::{
    Case, Enum, EnumValue, FieldRule, FieldRuleKind, Module, Object, Type, TypeId, TypeKind, Union,
};
pub use words::english;
