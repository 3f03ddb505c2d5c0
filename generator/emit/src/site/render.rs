//! Templates, and how values get into them: escaped, unless they are HTML already.

use crate::Model;
use minijinja::{Environment, Value, value::Serde};
use serde::Serialize;

use crate::templates;

use super::{Frame, html};

/// The templates of the site.
pub(super) struct Templates {
    environment: Environment<'static>,
    banner: String,
}

/// What a template sees.
#[derive(Serialize)]
struct Shown<'a, P> {
    banner: &'a str,
    site: &'a Frame,
    page: &'a P,
}

macro_rules! template {
    ($name:literal) => {
        ($name, include_str!(concat!("../../templates/site/", $name)))
    };
}

const TEMPLATES: [(&str, &str); 15] = [
    template!("frame.html"),
    template!("parts.html"),
    template!("operation.html"),
    template!("index.html"),
    template!("quickstart.html"),
    template!("authentication.html"),
    template!("errors.html"),
    template!("idempotency.html"),
    template!("environments.html"),
    template!("download.html"),
    template!("operations.html"),
    template!("codes.html"),
    template!("notifications.html"),
    template!("quirks.html"),
    template!("changelog.html"),
];

impl Templates {
    pub(super) fn new(api: &Model) -> Self {
        let mut environment = templates::environment(TEMPLATES);
        environment.set_formatter(|out, _, value| {
            match value.as_str() {
                Some(text) if !value.is_safe() => out.write_str(&html::escape(text))?,
                _ => write!(out, "{value}")?,
            }
            Ok(())
        });
        environment.add_filter("html", |it: String| Value::from_safe_string(it));
        environment.add_filter("text", |it: &str| {
            Value::from_safe_string(html::escape_text(it))
        });
        // A long path breaks where its parts end, and nowhere else.
        environment.add_filter("path", |it: &str| {
            Value::from_safe_string(html::escape_text(it).replace('/', "/<wbr>"))
        });
        environment.add_filter("anchor", |it: &str| super::page::token(it));
        let banner = templates::banner(&api.name);
        Self {
            environment,
            banner,
        }
    }

    pub(super) fn render(&self, template: &str, site: &Frame, page: &impl Serialize) -> String {
        let shown = Shown {
            banner: &self.banner,
            site,
            page,
        };
        let text = self
            .environment
            .get_template(template)
            .and_then(|template| template.render(Serde(shown)))
            .expect("the templates fit the structs of this module");
        let mut tidy = String::with_capacity(text.len());
        let mut in_code = false;
        for line in text.lines() {
            in_code |= line.contains("<pre");
            if in_code || !line.trim().is_empty() {
                tidy.push_str(line);
                tidy.push('\n');
            }
            in_code &= !line.contains("</pre>");
        }
        tidy
    }
}
