//! What a plan does, by output.

use stipula_emit::output::{ChangeKind, Plan};

/// Outputs by the beginnings of their paths; the first that fits.
const OUTPUTS: [(&str, &str); 4] = [
    ("src/", "client"),
    ("docs/site/", "site"),
    ("docs/", "Markdown"),
    ("schema/", "OpenAPI"),
];

/// A line for each output that changes: `client    1 added, 3 changed`.
pub(super) fn told(plan: &Plan) -> String {
    let of = |path: &str| {
        let mut all = OUTPUTS.iter();
        all.find(|it| path.starts_with(it.0))
            .map_or("other", |it| it.1)
    };
    let names = OUTPUTS.iter().map(|it| it.1).chain(["other"]);
    let lines = names.filter_map(|name| {
        let count = |kind| {
            let own = plan
                .changes
                .iter()
                .filter(|it| it.kind == kind && of(&it.path) == name);
            own.count()
        };
        let refused = plan
            .refused
            .iter()
            .filter(|it| of(&it.path) == name)
            .count();
        let parts = [
            (count(ChangeKind::Added), "added"),
            (count(ChangeKind::Changed), "changed"),
            (count(ChangeKind::Removed), "removed"),
            (refused, "edited by hand"),
        ];
        let parts = parts.iter().filter(|it| it.0 > 0);
        let parts: Vec<String> = parts
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        (!parts.is_empty()).then(|| format!("  {name:10}{}\n", parts.join(", ")))
    });
    lines.collect()
}
