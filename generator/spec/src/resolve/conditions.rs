//! Conditions: from a text in the spec to a checked form over members.

use proc_macro2::Span;
use stipula_cond::{self as cond, Cond, Error, Found, Scope, Ty, ast};

use super::{Cx, map_key::MapKey, types::Types};
use crate::{
    diag::{Code, Diagnostic},
    yaml::Text,
};
use stipula_contract::{
    Base, Bounds, Condition, Context, Field, Kind, Place, Scalar, Step, TypeId, TypeRef, Value,
};

/// Where a condition stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Site<'a> {
    /// The object of the rule.
    pub(super) this: Option<TypeId>,
    /// The nearest enclosing object.
    pub(super) parent: Option<TypeId>,
    /// The body of the request.
    pub(super) root: Option<TypeId>,
    /// The context of the operation.
    pub(super) context: Option<&'a Context>,
    /// The key of the nearest map.
    pub(super) key: Option<MapKey>,
}

/// Checks a condition in every place its rule is reached from. They have to read the same.
pub(super) fn condition(cx: &mut Cx<'_>, text: &Text, sites: &[Site<'_>]) -> Option<Condition> {
    let expr = match cond::parse(&text.value) {
        Ok(expr) => expr,
        Err(error) => {
            report(cx, text, &error, Code::ConditionSyntax);
            return None;
        }
    };
    let mut first: Option<Cond<Place, Value>> = None;
    for site in sites {
        let members = Members {
            types: &cx.types,
            site: *site,
        };
        match cond::check(&members, &expr) {
            Ok(checked) => match &first {
                None => first = Some(checked),
                Some(known) if *known == checked => {}
                // Bounds are for proofs only, and what holds without them holds everywhere.
                Some(known) if unbounded(known) == unbounded(&checked) => {
                    first = Some(unbounded(&checked));
                }
                Some(_) => {
                    cx.sink.report(
                        Diagnostic::new(Code::ConditionPlaces, text.span, "this condition reads different things depending on where its type is used")
                            .help("use a type of its own for each place"),
                    );
                    return None;
                }
            },
            Err(errors) => {
                for error in &errors {
                    report(cx, text, error, code_of(error));
                }
                return None;
            }
        }
    }
    let checked = first?;
    Some(Condition {
        english: stipula_contract::english(&checked),
        text: cond::print(&expr),
        cond: checked,
    })
}

fn unbounded(cond: &Cond<Place, Value>) -> Cond<Place, Value> {
    cond.map_places(|place| {
        let kind = match place.kind {
            Kind::Text(_) => Kind::Text(Bounds::default()),
            Kind::Integer(_) => Kind::Integer(Bounds::default()),
            Kind::Many(_) => Kind::Many(Bounds::default()),
            Kind::Duration(_) => Kind::Duration(Bounds::default()),
            other => other,
        };
        Place {
            kind,
            ..place.clone()
        }
    })
}

fn report(cx: &mut Cx<'_>, text: &Text, error: &Error, code: Code) {
    let range = error.range();
    let at = text.part(range.start, range.end);
    let mut diagnostic = Diagnostic::new(code, at, error.to_string());
    // A single word that is no field: most likely the language of another tool.
    let word = code == Code::ConditionField && !text.value.contains(' ');
    let usual = word.then(|| "write `true`, or a condition such as `kind == A`".to_owned());
    if let Some(help) = error.help().or(usual) {
        diagnostic = diagnostic.help(help);
    }
    cx.sink.report(diagnostic);
}

fn code_of(error: &Error) -> Code {
    match error.kind {
        cond::ErrorKind::UnknownField { .. } => Code::ConditionField,
        cond::ErrorKind::UnknownValue { .. } => Code::ConditionValue,
        cond::ErrorKind::UnequalOptional { .. } => Code::ConditionAbsent,
        cond::ErrorKind::Other { .. } => Code::ConditionBase,
        cond::ErrorKind::Unsuitable { .. } | cond::ErrorKind::Mismatch { .. } => {
            Code::ConditionType
        }
        _ => Code::ConditionSyntax,
    }
}

/// The members that a condition at one place can read.
struct Members<'a, 'b> {
    types: &'a Types<'b>,
    site: Site<'a>,
}

impl Scope for Members<'_, '_> {
    type Place = Place;
    type Value = Value;

    fn place(&self, path: &ast::Path) -> Result<Found<Place>, Error> {
        match path.base {
            ast::Base::Key => self.key(path),
            ast::Base::Context => self.context(path),
            ast::Base::This => self.member(path, Base::This, self.site.this),
            ast::Base::Parent => self.member(path, Base::Parent, self.site.parent),
            ast::Base::Root => self.member(path, Base::Root, self.site.root),
        }
    }

    fn value(&self, value: &ast::Value, of: &Found<Place>) -> Result<Value, Error> {
        if let Kind::IntegerEnum(id) = of.place.kind {
            return self.number(value, id);
        }
        let Some(id) = of.place.enum_() else {
            return plain(value, &of.ty);
        };
        let wire = match &value.kind {
            ast::ValueKind::Name(name) | ast::ValueKind::Text(name) => name,
            ast::ValueKind::Integer(_) | ast::ValueKind::Decimal(_) | ast::ValueKind::Bool(_) => {
                return Err(mismatch("an enum", "a number", value.span));
            }
        };
        let it = &self.types.list[id.0];
        let values = it.enum_().map_or(&[][..], |it| &it.values);
        values
            .iter()
            .find(|known| known.wire == *wire)
            .map(|known| Value::Symbol {
                of: id,
                wire: known.wire.clone(),
            })
            .ok_or_else(|| {
                let known = values.iter().map(|value| value.wire.as_str());
                let near = cond::suggest(wire, known);
                Error::unknown_value(wire.as_str(), it.name.as_str(), near, value.span)
            })
    }
}

fn plain(value: &ast::Value, ty: &Ty) -> Result<Value, Error> {
    match (&value.kind, ty) {
        (ast::ValueKind::Name(text) | ast::ValueKind::Text(text), Ty::Opaque)
        | (ast::ValueKind::Text(text), Ty::Text) => Ok(Value::Text(text.clone())),
        (
            ast::ValueKind::Integer(number),
            Ty::Integer | Ty::Time | Ty::Seconds | Ty::Decimal | Ty::Opaque,
        ) => Ok(Value::Integer(*number)),
        (ast::ValueKind::Decimal(text), Ty::Decimal | Ty::Opaque) => {
            Ok(Value::Decimal(text.clone()))
        }
        (ast::ValueKind::Bool(it), Ty::Boolean | Ty::Opaque) => Ok(Value::Bool(*it)),
        (ast::ValueKind::Name(name), Ty::Text) => {
            Err(Error::unknown_field(name.as_str(), None, value.span))
        }
        (kind, ty) => Err(mismatch(word(ty), value_word(kind), value.span)),
    }
}

fn mismatch(left: &str, right: &str, span: Span) -> Error {
    let (left, right) = (left.to_owned(), right.to_owned());
    Error::new(cond::ErrorKind::Mismatch { left, right }, span)
}

fn unavailable(word: &str, why: &str, span: Span) -> Error {
    Error::other(format!("`{word}` has no meaning here: {why}"), None, span)
}

fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, span: Span) -> Error {
    Error::unknown_field(name, cond::suggest(name, known), span)
}

const fn word(ty: &Ty) -> &'static str {
    match ty {
        Ty::Text => "a text",
        Ty::Integer => "an integer",
        Ty::Decimal => "a decimal",
        Ty::Boolean => "a boolean",
        Ty::Time => "a time",
        Ty::Seconds => "a time in seconds",
        Ty::Moment(name) => name,
        Ty::Enum(_) => "an enum",
        Ty::IntegerEnum(_) => "an enum of integers",
        Ty::List => "a list",
        Ty::Map => "a map",
        Ty::Object => "an object",
        Ty::Opaque => "a value",
    }
}

const fn value_word(kind: &ast::ValueKind) -> &'static str {
    match kind {
        ast::ValueKind::Name(_) => "a name",
        ast::ValueKind::Text(_) => "a text",
        ast::ValueKind::Integer(_) => "an integer",
        ast::ValueKind::Decimal(_) => "a decimal",
        ast::ValueKind::Bool(_) => "a boolean",
    }
}

impl Members<'_, '_> {
    /// The value of an enum of whole numbers.
    fn number(&self, value: &ast::Value, id: TypeId) -> Result<Value, Error> {
        let ast::ValueKind::Integer(number) = value.kind else {
            let found = value_word(&value.kind);
            return Err(mismatch("an enum of integers", found, value.span));
        };
        let it = &self.types.list[id.0];
        let values = it.enum_().map_or(&[][..], |it| &it.values);
        let known = values.iter().filter_map(|it| it.wire.parse::<i64>().ok());
        let nearest = known.min_by_key(|it| it.abs_diff(number));
        if nearest == Some(number) {
            return Ok(Value::Number { of: id, number });
        }
        let near = nearest.map(|it| it.to_string());
        let written = number.to_string();
        Err(Error::unknown_value(
            written,
            it.name.as_str(),
            near.as_deref(),
            value.span,
        ))
    }

    fn key(&self, path: &ast::Path) -> Result<Found<Place>, Error> {
        let Some(key) = self.site.key else {
            return Err(unavailable("key", "no map encloses this rule", path.span));
        };
        let (ty, kind) = match key {
            MapKey::Text => (Ty::Text, Kind::Text(Bounds::default())),
            MapKey::Enum(id) => (Ty::Enum(self.types.list[id.0].name.clone()), Kind::Enum(id)),
        };
        let place = Place {
            base: Base::Key,
            steps: Vec::new(),
            kind,
            optional: false,
            as_text: false,
            clears: false,
        };
        Ok(Found {
            place,
            ty,
            optional: false,
        })
    }

    fn context(&self, path: &ast::Path) -> Result<Found<Place>, Error> {
        let Some(context) = self.site.context else {
            return Err(unavailable(
                "ctx",
                "the operation has no `context`",
                path.span,
            ));
        };
        let names = || context.fields.iter().map(|field| field.name.as_str());
        let [segment] = path.segments.as_slice() else {
            return Err(unavailable(
                "ctx",
                "a context value has no members",
                path.span,
            ));
        };
        let Some(field) = context
            .fields
            .iter()
            .find(|field| field.name == segment.name)
        else {
            return Err(unknown(&segment.name, names(), segment.span));
        };
        let step = Step {
            optional: false,
            ..Step::new(&field.name)
        };
        let ty = Ty::Enum(self.types.list[field.enum_.0].name.clone());
        let place = Place {
            base: Base::Context,
            steps: vec![step],
            kind: Kind::Enum(field.enum_),
            optional: false,
            as_text: false,
            clears: false,
        };
        Ok(Found {
            place,
            ty,
            optional: false,
        })
    }

    fn member(
        &self,
        path: &ast::Path,
        base: Base,
        start: Option<TypeId>,
    ) -> Result<Found<Place>, Error> {
        let Some(mut object) = start else {
            let (word, why) = match base {
                Base::Parent => ("parent", "nothing encloses the body of a request"),
                _ => ("root", "this type is in no request"),
            };
            return Err(unavailable(word, why, path.span));
        };
        let mut steps = Vec::new();
        let (mut optional, mut clears) = (false, false);
        let mut last: Option<&Field> = None;
        for segment in &path.segments {
            if let Some(field) = last {
                if self.types.is_faulty(object, &field.wire) {
                    break;
                }
                let TypeRef::Object(id) = field.item.ty else {
                    let what = match field.item.ty {
                        TypeRef::Any(_) => {
                            "one of several shapes, which conditions do not look into"
                        }
                        TypeRef::Union(_) => "a union, which conditions do not look into",
                        _ => super::sentences::type_word(&field.item.ty),
                    };
                    return Err(mismatch("an object", what, segment.span));
                };
                object = id;
            }
            let field = self.field(object, segment)?;
            optional |= !self.always_there(object, field);
            clears |= field.clears;
            let owner = self.types.object(object);
            steps.push(Step {
                said: owner.and_then(|it| it.said(field)),
                ..Step::new(&field.wire)
            });
            last = Some(field);
        }
        let Some(field) = last else {
            return Err(unavailable("path", "a path names a field", path.span));
        };
        Ok(Found {
            place: Place {
                base,
                steps,
                kind: field.item.kind(),
                optional,
                as_text: field.item.ty.as_text().is_some(),
                clears,
            },
            ty: if self.types.is_faulty(object, &field.wire) {
                Ty::Opaque
            } else {
                self.ty(&field.item.ty)
            },
            optional,
        })
    }

    fn field(&self, object: TypeId, segment: &ast::Segment) -> Result<&Field, Error> {
        let fields = self.types.object(object).map_or(&[][..], |it| &it.fields);
        fields
            .iter()
            .find(|field| field.wire == segment.name)
            .ok_or_else(|| {
                let names = fields.iter().map(|field| field.wire.as_str());
                unknown(&segment.name, names, segment.span)
            })
    }

    /// Required without a condition, so that `!=` needs no thought about absence.
    fn always_there(&self, object: TypeId, field: &Field) -> bool {
        self.types.raws[object.0].fields.iter().any(|raw| {
            raw.wire.value == field.wire
                && raw.presence.iter().any(|rule| {
                    rule.kind == crate::raw::RawPresence::Required
                        && rule.when.value == "true"
                        && rule.warning != Some(true)
                })
        })
    }

    fn ty(&self, ty: &TypeRef) -> Ty {
        match ty {
            TypeRef::Scalar(it) | TypeRef::AsText(it) => scalar(*it),
            TypeRef::Enum(id) => Ty::Enum(self.types.list[id.0].name.clone()),
            TypeRef::IntegerEnum(id) => Ty::IntegerEnum(self.types.list[id.0].name.clone()),
            TypeRef::List(_) => Ty::List,
            TypeRef::Map { .. } => Ty::Map,
            TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Any(_) => Ty::Object,
        }
    }
}

const fn scalar(it: Scalar) -> Ty {
    match it {
        Scalar::String | Scalar::Url => Ty::Text,
        Scalar::Integer | Scalar::Unsigned => Ty::Integer,
        Scalar::Decimal => Ty::Decimal,
        Scalar::Boolean => Ty::Boolean,
        Scalar::TimestampMillis => Ty::Time,
        Scalar::TimestampSeconds => Ty::Seconds,
        Scalar::DateTime | Scalar::Date | Scalar::Duration => Ty::Moment(it.facts().noun),
        Scalar::Bytes | Scalar::File | Scalar::Json => Ty::Object,
    }
}
