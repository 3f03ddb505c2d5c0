//! Verdicts of `docs-check` laid to what they are about, so that every output can tell them.

use std::collections::{BTreeMap, BTreeSet};

use stipula_contract::{Api, CodeId, FieldId, Type, TypeId, TypeKind};
use stipula_facts::{Kind, Record, Verdict};

mod standing;

pub use standing::{Exception, Standing};

type ByPlace<'a> = BTreeMap<&'a str, Vec<&'a Record>>;

/// What pages make of everything that has claims.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provenance {
    fields: BTreeMap<FieldId, Standing>,
    values: BTreeMap<(TypeId, usize), Standing>,
    codes: BTreeMap<CodeId, Standing>,
}

/// What pages make of a thing that nobody has checked.
static UNCHECKED: Standing = Standing {
    pages: Vec::new(),
    exceptions: Vec::new(),
    sentence: String::new(),
};

impl Provenance {
    /// Lays each verdict to the field, value or code it is about.
    pub fn new(api: &Api, records: &[Record]) -> Self {
        let mut by_place = ByPlace::new();
        for record in records {
            by_place.entry(&record.at).or_default().push(record);
        }
        let mut found = Self::default();
        let bodies = bodies(api);
        for ty in &api.types {
            let own = vec![ty.name.clone()];
            let owners = bodies.get(&ty.id).unwrap_or(&own);
            found.type_(ty, owners, &by_place);
        }
        for operation in &api.operations {
            for code in &operation.errors {
                let at = format!("{}.errors.{}", operation.name, code.code);
                if let Some(records) = by_place.get(at.as_str()) {
                    found.codes.insert(code.id, of(records));
                }
            }
        }
        found
    }

    fn type_(&mut self, ty: &Type, owners: &[String], by_place: &ByPlace<'_>) {
        match &ty.kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    let mut known = owners.iter().filter_map(|owner| {
                        by_place.get(format!("{owner}.{}", field.wire).as_str())
                    });
                    if let Some(records) = known.next() {
                        self.fields.insert(field.id, of(records));
                    }
                }
            }
            TypeKind::Enum(it) => {
                let all = by_place.get(ty.name.as_str()).map_or(&[][..], |it| it);
                for (at, value) in it.values.iter().enumerate() {
                    let own = all.iter().filter(|record| record.value == *value.wire);
                    let own: Vec<&Record> = own.copied().collect();
                    self.values.insert((ty.id, at), of(&own));
                }
            }
            TypeKind::Union(_) => {}
        }
    }

    /// Of a field.
    pub fn field(&self, id: FieldId) -> &Standing {
        self.fields.get(&id).unwrap_or(&UNCHECKED)
    }

    /// Of a value of an enum, by its index.
    pub fn value(&self, id: TypeId, at: usize) -> &Standing {
        self.values.get(&(id, at)).unwrap_or(&UNCHECKED)
    }

    /// Of a result code.
    pub fn code(&self, id: CodeId) -> &Standing {
        self.codes.get(&id).unwrap_or(&UNCHECKED)
    }
}

/// Names of bodies, as places begin with them. An overlay has members of its base as well.
fn bodies(api: &Api) -> BTreeMap<TypeId, Vec<String>> {
    let mut bodies: BTreeMap<TypeId, Vec<String>> = BTreeMap::new();
    for operation in &api.operations {
        let base = operation.overlay_of.map(|it| api.operation(it));
        for it in [Some(operation), base].into_iter().flatten() {
            let own = [
                (operation.request, "request"),
                (operation.response, "response"),
            ];
            for (id, part) in own {
                bodies
                    .entry(id)
                    .or_default()
                    .push(format!("{}.{part}", it.name));
            }
        }
    }
    bodies
}

/// What pages make of the claims about one thing.
fn of(records: &[&Record]) -> Standing {
    let mut pages = BTreeSet::new();
    let mut exceptions = Vec::new();
    for record in records {
        pages.extend(record.pages.iter().cloned());
        if record.verdict != Verdict::Confirmed || !record.quirks.is_empty() {
            exceptions.push(Exception {
                kind: record.kind,
                verdict: record.verdict,
                quirks: record.quirks.clone(),
            });
        }
    }
    let pages: Vec<String> = pages.into_iter().collect();
    Standing {
        sentence: sentence(&pages, &exceptions),
        pages,
        exceptions,
    }
}

/// "Confirmed by 2 pages; length by quirk Q-91; condition not verifiable".
fn sentence(pages: &[String], exceptions: &[Exception]) -> String {
    let mut parts = Vec::new();
    match pages.len() {
        0 => {}
        1 => parts.push("confirmed by one page".to_owned()),
        more => parts.push(format!("confirmed by {more} pages")),
    }
    let mut by_verdict: BTreeMap<(Verdict, &[String]), Vec<&str>> = BTreeMap::new();
    for it in exceptions {
        let words = by_verdict.entry((it.verdict, &it.quirks)).or_default();
        if !words.contains(&word(it.kind)) {
            words.push(word(it.kind));
        }
    }
    for ((verdict, quirks), words) in by_verdict {
        let told = told(verdict, quirks, words.len() > 1);
        parts.push(format!("{} {told}", joined(&words)));
    }
    let text = parts.join("; ");
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn told(verdict: Verdict, quirks: &[String], are_many: bool) -> String {
    let s = if are_many { "" } else { "s" };
    let quirks = quirks.join(", ");
    match verdict {
        Verdict::Confirmed => format!("elsewhere differ{s} ({quirks})"),
        Verdict::Waived => format!("depart{s} from the page ({quirks})"),
        Verdict::Unverifiable => "not verifiable".to_owned(),
        Verdict::Conflict => "disputed between pages".to_owned(),
        Verdict::Differs => "not as on the page".to_owned(),
        Verdict::SpecOnly | Verdict::CaptureOnly => "on no page".to_owned(),
    }
}

fn joined(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a claim is about, for people.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "name",
        Kind::Type => "type",
        Kind::Need => "requirement",
        Kind::RequiredWhen | Kind::EffectiveWhen | Kind::AtLeastOne => "condition",
        Kind::MaxChars => "length",
        Kind::MaxItems => "number of items",
        Kind::Range => "range",
        Kind::Default => "default",
        Kind::Const => "only value",
        Kind::Prefix => "beginning",
        Kind::Format | Kind::Size => "form",
        Kind::Value | Kind::Key => "text",
        Kind::Code => "code",
        Kind::Class => "status",
        _ => "rule",
    }
}
