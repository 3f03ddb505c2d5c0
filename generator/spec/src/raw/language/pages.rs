//! Keys of `pages`.

use super::{Mapping, Takes, key};

/// How pages hang together.
pub static PAGES: Mapping = Mapping {
    one_of: &["cursor", "last_id", "number", "link"],
    ..Mapping::new(
        "`pages`",
        &[&[
            key(
                "cursor",
                Takes::Of(|| &PAGE_STEP),
                "the answer holds what asks for the next page; it ends where that is absent",
            ),
            key(
                "last_id",
                Takes::Of(|| &PAGE_STEP),
                "a member of the last item asks for the next page; it ends on an empty page",
            ),
            key(
                "number",
                Takes::Of(|| &PAGE_NUMBER),
                "pages have numbers; it ends on an empty page",
            ),
            key(
                "link",
                Takes::Words(&["next"]),
                "the header `Link` holds the address of the next page; on the same host only",
            ),
            key(
                "more",
                Takes::Text,
                "a boolean of the answer that says whether there is a next page, such as `meta.has_more`",
            ),
            key(
                "items",
                Takes::Text,
                "the list in the answer, such as `data`; left out where the answer is a list itself",
            ),
        ]],
    )
};

/// A member that the next request sends.
pub static PAGE_STEP: Mapping = Mapping::new(
    "a step to the next page",
    &[&[
        key(
            "of",
            Takes::Text,
            "the member of the answer, such as `next_cursor` or `data.id`",
        )
        .required(),
        key("into", Takes::Text, "the field of the request").required(),
    ]],
);

/// A number that grows by one.
pub static PAGE_NUMBER: Mapping = Mapping::new(
    "`number`",
    &[&[
        key("into", Takes::Text, "the field of the request").required(),
        key(
            "from",
            Takes::Whole,
            "the number of the first page; 1 when left out",
        ),
    ]],
);
