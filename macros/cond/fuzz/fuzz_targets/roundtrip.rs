//! Any text that is a condition: what is printed parses to the same, and so do its tokens.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stipula_cond::{ErrorKind, parse, parse_tokens, print};

fuzz_target!(|text: &str| {
    if let Ok(expr) = parse(text) {
        let printed = print(&expr);
        match parse(&printed) {
            Ok(again) => {
                assert_eq!(again, expr, "{printed}");
                assert_eq!(print(&again), printed);
            }
            // The canonical form has spaces, and may outgrow the limit that the text kept.
            Err(error) => assert_eq!(error.kind, ErrorKind::TooLong, "{printed}: {error}"),
        }
        if let Ok(tokens) = text.parse() {
            assert_eq!(parse_tokens(tokens).ok(), Some(expr));
        }
    }
    // The lexer keeps every text it has read, to show its lines; a fuzzer reads millions.
    proc_macro2::extra::invalidate_current_thread_spans();
});
