//! The verdict of the generated client: one function for each operation.

use serde::de::DeserializeOwned;
use serde_json::Value;
use stipula::{Validate, Violations};

stipula_tests::generated!(generated, "");

use generated::{enums::Status, request::*};

/// Decodes a body into the type of one operation and judges it.
pub(crate) type Judge = fn(Value) -> Violations;

fn judge<T: DeserializeOwned + Validate<Context = ()>>(body: Value) -> Violations {
    read::<T>(body).check()
}

fn read<T: DeserializeOwned>(body: Value) -> T {
    serde_json::from_value(body).expect("every body can be read")
}

/// `ctx` stands in the body in `bodies.json`, and beside it here.
fn status(body: &mut Value) -> Status {
    let text = body.as_object_mut().and_then(|it| it.remove("ctx"));
    Status::from_text(text.as_ref().and_then(Value::as_str).unwrap_or_default())
}

fn context_alone(mut body: Value) -> Violations {
    let context = ContextAloneContext::new(status(&mut body));
    read::<ContextAloneRequest>(body).check_in(&context)
}

fn context_and_body(mut body: Value) -> Violations {
    let context = ContextAndBodyContext::new(status(&mut body));
    read::<ContextAndBodyRequest>(body).check_in(&context)
}

/// In the order of the spec.
pub(crate) const JUDGES: &[(&str, Judge)] = &[
    ("andFirst", judge::<AndFirstRequest>),
    ("brackets", judge::<BracketsRequest>),
    ("notFirst", judge::<NotFirstRequest>),
    ("notGroup", judge::<NotGroupRequest>),
    ("twiceNot", judge::<TwiceNotRequest>),
    ("otherThan", judge::<OtherThanRequest>),
    ("givenAndUnequal", judge::<GivenAndUnequalRequest>),
    ("absentOrUnequal", judge::<AbsentOrUnequalRequest>),
    ("exactlyWhen", judge::<ExactlyWhenRequest>),
    ("notExactlyWhen", judge::<NotExactlyWhenRequest>),
    ("nestedPath", judge::<NestedPathRequest>),
    ("notNestedPath", judge::<NotNestedPathRequest>),
    ("presentObject", judge::<PresentObjectRequest>),
    ("listItem", judge::<ListItemRequest>),
    ("listParent", judge::<ListParentRequest>),
    ("deepRoot", judge::<DeepRootRequest>),
    ("enumKey", judge::<EnumKeyRequest>),
    ("textKey", judge::<TextKeyRequest>),
    ("contextAlone", context_alone),
    ("contextAndBody", context_and_body),
    ("quotedName", judge::<QuotedNameRequest>),
    ("valueLikeField", judge::<ValueLikeFieldRequest>),
    ("quotedValue", judge::<QuotedValueRequest>),
    ("wholeNumbers", judge::<WholeNumbersRequest>),
    ("numberFirst", judge::<NumberFirstRequest>),
    ("times", judge::<TimesRequest>),
    ("fieldAgainstField", judge::<FieldAgainstFieldRequest>),
    ("longText", judge::<LongTextRequest>),
    ("fullList", judge::<FullListRequest>),
    ("emptyList", judge::<EmptyListRequest>),
    ("prefixOfText", judge::<PrefixOfTextRequest>),
    ("emptyText", judge::<EmptyTextRequest>),
    ("falseOnly", judge::<FalseOnlyRequest>),
    ("falseOrAbsent", judge::<FalseOrAbsentRequest>),
    ("onlyAllowed", judge::<OnlyAllowedRequest>),
    ("expected", judge::<ExpectedRequest>),
    ("bothPlaces", judge::<BothPlacesRequest>),
    ("eitherPlace", judge::<EitherPlaceRequest>),
    ("listInMap", judge::<ListInMapRequest>),
    ("elementCheck", judge::<ElementCheckRequest>),
    ("slashedName", judge::<SlashedNameRequest>),
    ("pathOfQuoted", judge::<PathOfQuotedRequest>),
    ("bigNumber", judge::<BigNumberRequest>),
    ("sameKind", judge::<SameKindRequest>),
    ("keywordNames", judge::<KeywordNamesRequest>),
    ("shadowedKey", judge::<ShadowedKeyRequest>),
    ("decimals", judge::<DecimalsRequest>),
];
