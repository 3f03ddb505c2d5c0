//! `place(query)`, `place(path, name = "id")`.

use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::{At, Stand};

/// Reads where a field stands; `wire` is its name when none is given.
pub(super) fn stand(item: &Item, wire: &str, errors: &mut Errors) -> Option<Stand> {
    let words = At::ALL.map(At::word);
    let Form::Args(args) = &item.form else {
        let message = format!("`place` takes one of {}: `place(query)`", words.join(", "));
        errors.at(&item.name, message);
        return None;
    };
    let (mut at, mut name) = (None, None);
    for arg in args {
        let part = attr::item(arg.clone(), errors)?;
        match &part.form {
            Form::Value(value) if part.name == "name" => name = Some(attr::text(value, errors)?),
            Form::Bare if at.is_none() => {
                let word = part.name.to_string();
                at = At::ALL.into_iter().find(|it| it.word() == word);
                if at.is_none() {
                    unknown(errors, "place", &part.name, &words);
                    return None;
                }
            }
            _ => {
                errors.at(
                    arg,
                    "`place` takes one place and a `name`: `place(path, name = \"id\")`",
                );
                return None;
            }
        }
    }
    let Some(at) = at else {
        errors.at(&item.name, "`place` names no place: `place(query)`");
        return None;
    };
    Some(Stand {
        at,
        name: name.unwrap_or_else(|| wire.to_owned()),
        span: item.name.span(),
    })
}
