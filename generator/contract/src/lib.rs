//! The contract of an API, in no language in particular: correct by construction, in documentation
//! order.
//!
//! Plain data and questions. It knows nothing of YAML, of Rust, of pages or of the disk; an emitter
//! that wants to report a mistake has found a check that is missing where contracts are made.

mod api;
mod condition;
mod field;
mod ids;
mod operation;
mod scenario;
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
pub use ids::{CodeId, FieldId, Named, OperationId, Overrides, TypeId};
pub use operation::{
    Body, ClassOfResult, Context, ContextField, Example, HttpMethod, Idempotency, Operation, Repeat,
};
pub use scenario::{Need, NeedRow, Role, Scenario, ScenarioMember};
pub use types::{
    Case, Enum, EnumValue, FieldRule, FieldRuleKind, Module, Object, Type, TypeKind, Union,
};
pub use words::english;
