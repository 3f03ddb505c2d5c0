//! A pattern that becomes plain comparisons means what it means to the engine.

use stipula::Validate;
use stipula::rules::{Pattern, pattern};

/// A struct with the pattern, beside the pattern for the engine.
macro_rules! patterns {
    ($($name:ident = $pattern:literal),* $(,)?) => {$(
        #[test]
        fn $name() {
            #[derive(Validate)]
            struct Body {
                #[validate(pattern = $pattern)]
                text: String,
            }
            static PATTERN: Pattern = Pattern::new($pattern);
            let mut found = 0;
            for text in texts() {
                let matched = pattern(&PATTERN, &text);
                found += usize::from(matched);
                let body = Body { text };
                assert_eq!(body.check().is_empty(), matched, "{:?}", body.text);
            }
            assert!(found > 0);
        }
    )*};
}

patterns! {
    empty = "^$",
    letters = "^[ab]+$",
    code = "^[a-b]{3}$",
    decimal = r"^[0-9]+\.[0-9]$",
    digit = r"^\d{1,2}b?$",
    some = "^a*b{2,}$",
    mixed = r"^[b.]*1?a$",
    between = "^a{1,2}1{0,1}$",
    // For the engine.
    open = "a",
    choice = "^(a|b1)$",
    again = "^[ab]*a$",
    any = "^.b$",
}

/// All short texts of a few characters.
fn texts() -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = 0;
    for _ in 0..4 {
        let end = all.len();
        for index in last..end {
            for next in ['a', 'b', '1', '.', 'é', '\n'] {
                all.push(format!("{}{next}", all[index]));
            }
        }
        last = end;
    }
    all
}
