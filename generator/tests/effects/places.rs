//! Where a field can stand.

/// A place, with the spec around a field.
pub(super) struct Place {
    /// For the table.
    pub(super) name: &'static str,
    /// The operation, where `FIELD` stands for the field and its key.
    operation: &'static str,
    /// What the field needs to stand there.
    pub(super) needs: &'static str,
    /// Its key.
    pub(super) key: &'static str,
}

/// Every place.
pub(super) const ALL: &[Place] = &[
    place("body", "post: /a, request: { FIELD, KIND }", ""),
    place("form", "post: /a, body: form, request: { FIELD, KIND }", ""),
    place(
        "multipart",
        "post: /a, body: multipart, request: { FIELD, KIND }",
        "",
    ),
    place(
        "payload",
        "post: /a, request: { FIELD, kind: { type: Kind, in: query } }",
        "in: payload",
    ),
    place("query", "get: /a, request: { FIELD, KIND }", ""),
    place(
        "path",
        "get: \"/a/{it}\", request: { FIELD, KIND }",
        "in: path, required: true",
    ),
    place("header", "get: /a, request: { FIELD, KIND }", "in: header"),
    place("answer", "get: /a, response: { FIELD, KIND }", ""),
    place(
        "header of an answer",
        "get: /a, response: { FIELD, KIND }",
        "in: header",
    ),
    place(
        "status of an answer",
        "get: /a, response: { FIELD, KIND }",
        "in: status",
    ),
    Place {
        key: "both",
        ..place(
            "both",
            "post: /a, request: { x: { type: Both } }, response: Both",
            "",
        )
    },
];

const fn place(name: &'static str, operation: &'static str, needs: &'static str) -> Place {
    Place {
        name,
        operation,
        needs,
        key: "it",
    }
}

const TYPES: &str = "
  Kind: { enum: { A: a., B: b. } }
  Size: { of: integer, enum: { 1: one., 2: two. } }
  Part: { fields: { a: { type: string } } }
  First: { fields: { k: { type: string, const: A, required: true, presence: guaranteed } } }
  Second: { fields: { k: { type: string, const: B, required: true, presence: guaranteed } } }
  Tagged: { tag: k, cases: { A: First, B: Second } }";

impl Place {
    /// A spec whose field here is this mapping.
    pub(super) fn spec(&self, field: &str) -> String {
        let named = format!("it: {{ {field} }}");
        let kind = "kind: { type: Kind }";
        let operation = self
            .operation
            .replace("FIELD", &named)
            .replace("KIND", kind);
        let both = match self.key {
            "both" => format!("\n  Both: {{ fields: {{ {named}, {kind} }} }}"),
            _ => String::new(),
        };
        format!(
            "api: demo\nsources: {{ page: {{ url: \"https://a.example/page\", title: Page }} }}\nquirks: {{ odd: {{ at: it, page: It says so., spec: We say so., why: Seen. }} }}\ntypes:{TYPES}{both}\noperations: {{ one: {{ summary: One, {operation} }} }}\n"
        )
    }
}
