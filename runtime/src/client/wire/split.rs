//! From a request as one JSON object to what travels: path, query, headers and body.

use super::multipart::{self, Multipart};
use super::pairs::{self, joined, members, text};
use super::percent;
use super::place::{BodyForm, Parameter, Place};
use super::query;
use crate::read::meant;
use crate::rules::segment;

/// What travels.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::client) struct Parts {
    /// The path with the query.
    pub(in crate::client) path: String,
    pub(in crate::client) headers: Vec<(&'static str, String)>,
    /// None where there is no body at all.
    pub(in crate::client) body: Option<Vec<u8>>,
    /// The content type, where the body has one of its own.
    pub(in crate::client) content_type: Option<String>,
}

/// Divides the JSON of a request. An error says what cannot be sent.
pub(in crate::client) fn split(
    path: &str,
    json: Vec<u8>,
    parameters: &[Parameter],
    form: BodyForm,
) -> Result<Parts, String> {
    if parameters.is_empty() && form == BodyForm::Json {
        return Ok(Parts {
            path: path.to_owned(),
            headers: Vec::new(),
            body: Some(json),
            content_type: None,
        });
    }
    let json = String::from_utf8(json).map_err(|_| "the request is not UTF-8".to_owned())?;
    let mut splitting = Splitting {
        path: path.to_owned(),
        query: Vec::new(),
        headers: Vec::new(),
        rest: Vec::new(),
        payload: None,
    };
    for (member, value) in members(&json) {
        let parameter = parameters.iter().find(|it| it.member == member);
        splitting.take(parameter, &member, value)?;
    }
    splitting.finish(parameters, form)
}

struct Splitting<'j> {
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(&'static str, String)>,
    rest: Vec<(Option<&'j Parameter>, String, &'j str)>,
    payload: Option<&'j str>,
}

impl<'j> Splitting<'j> {
    fn take(
        &mut self,
        parameter: Option<&'j Parameter>,
        member: &str,
        value: &'j str,
    ) -> Result<(), String> {
        let Some(it) = parameter else {
            self.rest.push((None, member.to_owned(), value));
            return Ok(());
        };
        match it.place {
            Place::Path => self.fill(it, value)?,
            Place::Query => self.query.extend(pairs::pairs(it, value)?),
            Place::Header => self.headers.push((it.name, header(it, value)?)),
            Place::Body => self.rest.push((parameter, member.to_owned(), value)),
            Place::Payload => self.payload = Some(value),
        }
        Ok(())
    }

    /// Puts a value where the braces of its name are.
    fn fill(&mut self, it: &Parameter, value: &str) -> Result<(), String> {
        let text = joined(it, value)?;
        if !segment(&text) {
            let name = it.name;
            return Err(format!(
                "`{name}` is a part of the path, and cannot be empty, `.` or `..`"
            ));
        }
        let braces = format!("{{{}}}", it.name);
        self.path = self.path.replace(&braces, &percent::encoded(&text));
        Ok(())
    }

    fn finish(mut self, parameters: &[Parameter], form: BodyForm) -> Result<Parts, String> {
        let paths = parameters.iter().filter(|it| it.place == Place::Path);
        for it in paths {
            if self.path.contains(&format!("{{{}}}", it.name)) {
                let name = it.name;
                return Err(format!("`{name}` is a part of the path, and is not given"));
            }
        }
        let pairs = std::mem::take(&mut self.query);
        for (name, text) in pairs {
            query::push(&mut self.path, &name, &text);
        }
        let (body, content_type) = match form {
            BodyForm::Multipart => {
                let made = self.multipart()?;
                (Some(made.body), Some(made.content_type))
            }
            _ => (self.body(form)?, None),
        };
        Ok(Parts {
            body,
            content_type,
            path: self.path,
            headers: self.headers,
        })
    }

    fn body(&self, form: BodyForm) -> Result<Option<Vec<u8>>, String> {
        Ok(Some(match (form, self.payload) {
            (BodyForm::None | BodyForm::Multipart, _) => return Ok(None),
            (BodyForm::Json, Some(payload)) => payload.as_bytes().to_vec(),
            (BodyForm::Json, None) => self.object().into_bytes(),
            (BodyForm::Form, _) => self.form()?.into_bytes(),
            (BodyForm::Text, payload) => payload.map(text).unwrap_or_default().into_bytes(),
            (BodyForm::Bytes, payload) => bytes(payload.unwrap_or("\"\""))?,
        }))
    }

    fn multipart(&self) -> Result<Multipart, String> {
        let members = self.rest.iter();
        multipart::write(
            members.map(|(parameter, member, value)| (*parameter, member.as_str(), *value)),
        )
    }

    /// The members that stay in the body, as one object.
    fn object(&self) -> String {
        let members = self.rest.iter().map(|(parameter, member, value)| {
            let name = parameter.map_or(member.as_str(), |it| it.name);
            format!("{}:{value}", serde_json::Value::from(name))
        });
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    }

    fn form(&self) -> Result<String, String> {
        let mut out = Vec::new();
        for (parameter, member, value) in &self.rest {
            match parameter {
                Some(it) => out.extend(pairs::pairs(it, value)?),
                None => out.push((member.clone(), text(value))),
            }
        }
        let pairs = out.iter().map(|(name, text)| {
            let (name, text) = (percent::in_form(name), percent::in_form(text));
            format!("{name}={text}")
        });
        Ok(pairs.collect::<Vec<_>>().join("&"))
    }
}

/// Whether a server reads this value of a header as it was written.
pub(in crate::client) fn fits_header(text: &str) -> bool {
    text.bytes().all(|it| matches!(it, b' '..=b'~')) && text.trim() == text
}

/// The value of a header. What a server would read as another text is refused.
fn header(it: &Parameter, value: &str) -> Result<String, String> {
    let text = joined(it, value)?;
    if fits_header(&text) {
        return Ok(text);
    }
    let name = it.name;
    Err(format!(
        "`{name}` is a header, which takes visible ASCII characters, and blanks between them only"
    ))
}

/// What Base64 says.
fn bytes(json: &str) -> Result<Vec<u8>, String> {
    use base64::Engine as _;
    let text = meant(json).unwrap_or_default();
    base64::prelude::BASE64_STANDARD
        .decode(text.as_bytes())
        .map_err(|_| "the body is not Base64".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::place::Lists;
    use super::*;

    fn parts(path: &str, json: &str, parameters: &[Parameter], form: BodyForm) -> Parts {
        split(path, json.into(), parameters, form).unwrap()
    }

    #[test]
    fn what_has_no_other_place_is_the_body_byte_for_byte() {
        let json = r#"{"a" : 1,"b":"é"}"#;
        let found = parts("/a", json, &[], BodyForm::Json);
        assert_eq!(found.path, "/a");
        assert_eq!(found.body.as_deref(), Some(json.as_bytes()));
        let found = parts("/a", json, &[Parameter::query("a")], BodyForm::Json);
        assert_eq!(found.path, "/a?a=1");
        assert_eq!(found.body.as_deref(), Some(r#"{"b":"é"}"#.as_bytes()));
    }

    #[test]
    fn every_place() {
        let parameters = [
            Parameter::path("pathId").named("id"),
            Parameter::query("expand").lists(Lists::Brackets),
            Parameter::header("version").named("X-Version"),
        ];
        let json = r#"{"pathId":"a/b c","id":"body","expand":["x","y&"],"version":3}"#;
        let found = parts("/item/{id}/parts", json, &parameters, BodyForm::Json);
        assert_eq!(
            found.path,
            "/item/a%2Fb%20c/parts?expand%5B%5D=x&expand%5B%5D=y%26"
        );
        assert_eq!(found.headers, [("X-Version", "3".to_owned())]);
        assert_eq!(found.body.as_deref(), Some(br#"{"id":"body"}"#.as_slice()));
        let found = parts("/item/{id}/parts", json, &parameters, BodyForm::None);
        assert_eq!(found.body, None);
        let found = parts("/item/{id}/parts", json, &parameters, BodyForm::Form);
        assert_eq!(found.body.as_deref(), Some(b"id=body".as_slice()));
    }

    #[test]
    fn a_path_needs_a_text() {
        let id = [Parameter::path("id")];
        for json in [r#"{"id":""}"#, r#"{"id":"."}"#, r#"{"id":".."}"#] {
            let error = split("/a/{id}", json.into(), &id, BodyForm::None).unwrap_err();
            assert_eq!(
                error,
                "`id` is a part of the path, and cannot be empty, `.` or `..`"
            );
        }
        let error = split("/a/{id}", b"{}".to_vec(), &id, BodyForm::None).unwrap_err();
        assert_eq!(error, "`id` is a part of the path, and is not given");
    }

    #[test]
    fn a_header_arrives_as_it_was_given() {
        let it = [Parameter::header("h")];
        for value in ["é", "a\\nb", " a", "a ", "\\u0000", "\\t"] {
            let json = format!("{{\"h\":\"{value}\"}}").into_bytes();
            let error = split("/", json, &it, BodyForm::None).unwrap_err();
            assert!(error.starts_with("`h` is a header"), "{value}: {error}");
        }
        let found = parts("/", r#"{"h":"a b~!"}"#, &it, BodyForm::None);
        assert_eq!(found.headers, [("h", "a b~!".to_owned())]);
    }

    #[test]
    fn the_whole_body() {
        let body = [Parameter::payload("body")];
        let json = r#"{"body":"aGk="}"#;
        let whole = |form| parts("/", json, &body, form).body.unwrap();
        assert_eq!(whole(BodyForm::Json), br#""aGk=""#);
        assert_eq!(whole(BodyForm::Text), b"aGk=");
        assert_eq!(whole(BodyForm::Bytes), b"hi");
        let list = parts("/", r#"{"body":[1,2]}"#, &body, BodyForm::Json);
        assert_eq!(list.body.as_deref(), Some(b"[1,2]".as_slice()));
    }

    #[test]
    fn forms_are_as_urlencode_writes_them() {
        let json = r#"{"a":"x y+z~*é","b c":true}"#;
        let found = parts("/", json, &[], BodyForm::Form).body.unwrap();
        assert_eq!(
            String::from_utf8(found).unwrap(),
            "a=x+y%2Bz~%2A%C3%A9&b+c=true"
        );
    }
}
