//! Any text: reading it does not panic, and a mistake is inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stipula_cond::{parse, span_range};

fuzz_target!(|text: &str| {
    match parse(text) {
        Ok(expr) => assert!(text.get(span_range(expr.span)).is_some(), "{expr:?}"),
        Err(error) => {
            assert!(text.get(error.range()).is_some(), "{error:?}");
            let _ = (error.to_string(), error.help());
        }
    }
    // The lexer keeps every text it has read, to show its lines; a fuzzer reads millions.
    proc_macro2::extra::invalidate_current_thread_spans();
});
