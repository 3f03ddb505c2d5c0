//! Accidents of a capture change nothing but lines.

use proptest::prelude::*;

use crate::captures::{ALL, claims, facts};

fn noisy(text: &str, kind: u8, seed: u64) -> String {
    let often = |index: usize| (seed >> (index % 60)) & 1 == 1;
    let lines: Vec<&str> = text.lines().collect();
    match kind {
        0 => lines.join("\r\n"),
        1 => lines.iter().map(|it| format!("{it}  \t\n")).collect(),
        2 => lines
            .iter()
            .enumerate()
            .map(|(at, it)| {
                if often(at) {
                    format!("{it}\u{a0}\n")
                } else {
                    format!("{it}\n")
                }
            })
            .collect(),
        3 => lines
            .iter()
            .enumerate()
            .map(|(at, it)| {
                if often(at) {
                    format!("{it}\n\n \n")
                } else {
                    format!("{it}\n")
                }
            })
            .collect(),
        4 => lines
            .iter()
            .enumerate()
            .map(|(at, it)| {
                if often(at) {
                    format!("{}\n", it.replace(' ', "\u{a0}"))
                } else {
                    format!("{it}\n")
                }
            })
            .collect(),
        5 => lines
            .iter()
            .enumerate()
            .map(|(at, it)| {
                if often(at) {
                    format!("\u{200b}{it}\n")
                } else {
                    format!("{it}\n")
                }
            })
            .collect(),
        _ => lines.iter().map(|it| format!("  {it}\n")).collect(),
    }
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
