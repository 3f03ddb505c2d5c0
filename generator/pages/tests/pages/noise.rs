//! Accidents of a capture change nothing but lines.

use proptest::prelude::*;

use crate::captures::{ALL, claims, facts};

fn noisy(text: &str, kind: u8, seed: u64) -> String {
    if kind == 0 {
        return text.replace('\n', "\r\n");
    }
    let mut noisy = String::new();
    for (at, line) in text.lines().enumerate() {
        let often = (seed >> (at % 60)) & 1 == 1;
        let (before, after) = match kind {
            1 => ("", "  \t"),
            2 if often => ("", "\u{a0}"),
            3 if often => ("", "\n\n "),
            5 if often => ("\u{200b}", ""),
            6 => ("  ", ""),
            _ => ("", ""),
        };
        noisy.push_str(before);
        if kind == 4 && often {
            noisy.push_str(&line.replace(' ', "\u{a0}"));
        } else {
            noisy.push_str(line);
        }
        noisy.push_str(after);
        noisy.push('\n');
    }
    noisy
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn white_space_changes_nothing(page in 0..ALL.len(), kind in 0_u8..7, seed: u64) {
        let (name, text) = ALL[page];
        let noisy = noisy(text, kind, seed);
        prop_assert_eq!(claims(&facts(&noisy)), claims(&facts(text)), "{}", name);
    }
}

#[test]
fn banners_and_furniture_change_nothing() {
    for (name, text) in ALL.iter().filter(|(name, _)| *name != "codes-first") {
        let banner = format!("Home\nGuides\nSign in\nHow can we help?\n\n{text}");
        assert_eq!(claims(&facts(&banner)), claims(&facts(text)), "{name}");
        let footer = format!(
            "{text}\n\nWas this page helpful?\n© 2031 Lockers\nWe use cookies, accept them?\n"
        );
        assert_eq!(claims(&facts(&footer)), claims(&facts(text)), "{name}");
    }
}

#[test]
fn lines_follow_the_text() {
    for (name, text) in ALL {
        let below = format!("\n\n\n{text}");
        let lines = |text: &str| facts(text).iter().map(|it| it.line).collect::<Vec<_>>();
        let moved: Vec<_> = lines(text).into_iter().map(|it| it + 3).collect();
        assert_eq!(lines(&below), moved, "{name}");
    }
}
