//! Things of a contract in words, as a spec writes them.

use stipula_contract::{
    Answer, Api, Argument, Demand, End, Item, Rule, Style, TypeId, TypeRef, ValueDemand,
};

/// A type as a spec writes it: `{ list: string }`.
pub(crate) fn type_(api: &Api, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Scalar(it) => it.facts().name.to_owned(),
        TypeRef::AsText(it) => format!("{} as text", it.facts().name),
        TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id)
        | TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id) => api.type_(*id).name.clone(),
        TypeRef::List(of) => format!("{{ list: {} }}", item(api, of)),
        TypeRef::Map { key, of } => {
            let key = key.map_or("string", |it| &api.type_(it).name);
            format!("{{ map: {key}, of: {} }}", item(api, of))
        }
    }
}

pub(crate) fn item(api: &Api, item: &Item) -> String {
    type_(api, &item.ty)
}

/// What an answer holds.
pub(crate) fn answer(api: &Api, it: &Answer) -> String {
    match it {
        Answer::Own(_) => "an object of its own".to_owned(),
        Answer::Json(it) => item(api, it),
        Answer::Text => "text".to_owned(),
        Answer::Bytes => "bytes".to_owned(),
        Answer::Nothing => "nothing".to_owned(),
        Answer::ByStatus(all) => {
            let all = all.iter();
            let all = all.map(|it| format!("{}: {}", it.status, answer(api, &it.answer)));
            format!("by status {{ {} }}", all.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A value rule with its argument: `max_chars 32`.
pub(crate) fn value_rule(it: &ValueDemand) -> String {
    let argument = argument(&it.argument);
    format!("{} {argument}", it.rule.code.name)
        .trim_end()
        .to_owned()
}

/// An argument as a spec writes it.
pub(crate) fn argument(it: &Argument) -> String {
    match it {
        Argument::None => String::new(),
        Argument::Count(count) => count.to_string(),
        Argument::Lengths { keys, default } => {
            let keys = keys.iter().map(|(key, length)| format!("{key}: {length}"));
            let all = keys.chain([format!("other keys: {default}")]);
            format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
        }
        Argument::Range { min, max } => {
            let end = |it: &Option<i64>| it.map_or("any".to_owned(), |it| it.to_string());
            format!("[{}, {}]", end(min), end(max))
        }
        Argument::Bounds { min, max } => {
            let end = |it: &Option<End>| match it {
                None => "any".to_owned(),
                Some(it) if it.is_included() => it.text().to_owned(),
                Some(it) => format!("{} excluded", it.text()),
            };
            format!("[{}, {}]", end(min), end(max))
        }
        Argument::Text(text) => format!("`{text}`"),
        Argument::Decimals(places) => places.to_string(),
    }
}

/// A rule between members, as a spec writes its parts.
pub(crate) fn rule(it: &Rule) -> String {
    let when = it.applies.as_ref().map(|it| format!("when {}: ", it.text));
    let what = match &it.demand {
        Demand::Given => "required".to_owned(),
        Demand::Allowed(only) => format!("allowed {}", only.text),
        Demand::Effective(only) => format!("effective {}", only.text),
        Demand::Holds(expect) => format!("expect {}", expect.text),
        Demand::Count(_, names) => format!("{} of {}", it.code, names.join(", ")),
        Demand::Value(own) | Demand::Key(own) => value_rule(own),
    };
    let level = if it.is_error() { "" } else { " (a warning)" };
    format!("{}{what}{level}", when.unwrap_or_default())
}

/// A text, shortened to what fits a line.
pub(crate) fn short(text: &str) -> String {
    const MOST: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let kept: String = line.chars().take(MOST).collect();
    format!("{kept}…")
}

/// How lists and objects are written.
pub(crate) fn style(it: Style) -> String {
    let Style { lists, nested } = it;
    format!("lists: {lists:?}, nested: {nested:?}").to_lowercase()
}

/// The type that a reference names.
pub(crate) const fn named(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id)
        | TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id) => Some(*id),
        TypeRef::Scalar(_) | TypeRef::AsText(_) | TypeRef::List(_) | TypeRef::Map { .. } => None,
    }
}
