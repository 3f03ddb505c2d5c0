//! Where that is written which no table of names has.

use stipula_spec::{raw::RawSpec, source::Span, yaml::Text};

/// The span of what a place calls: `sources.PAGE`, `environments.live`, `createOrder.scenarios.movie`.
pub(super) fn span(spec: &RawSpec, place: &str) -> Option<Span> {
    let (head, rest) = place.split_once('.').unwrap_or((place, ""));
    let api = spec.api.as_ref();
    let of = |all: Vec<&Text>| {
        all.into_iter()
            .find(|it| it.value == rest)
            .map(|it| it.span)
    };
    match head {
        "sources" => of(spec.sources.iter().map(|it| &it.id).collect()),
        "quirks" => of(spec.quirks.iter().map(|it| &it.id).collect()),
        "environments" => of(api?.environments.iter().map(|it| &it.name).collect()),
        "headers" => of(api?.headers.iter().map(|it| &it.name).collect()),
        "query" => of(api?.queries.iter().map(|it| &it.name).collect()),
        _ => {
            let mut operations = spec.operations.iter().map(|it| &it.name);
            let own = operations.find(|it| it.value == head).map(|it| it.span);
            let mut types = spec.types.iter().map(|it| &it.name);
            own.or_else(|| types.find(|it| it.value == head).map(|it| it.span))
                .or_else(|| Some(api?.name.as_ref()?.span))
        }
    }
}
