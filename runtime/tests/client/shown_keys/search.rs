//! Looks for pieces of secrets in texts.

use std::collections::HashSet;
use std::fmt::Write as _;

/// The shortest piece that counts: 6 bytes.
const PIECE: usize = 6;

/// Pieces of secrets, as any formatter could write them.
pub(super) struct Secrets {
    hex: HashSet<String>,
    base64: HashSet<String>,
    lists: HashSet<String>,
}

impl Secrets {
    pub(super) fn of(secrets: &[Vec<u8>]) -> Self {
        let windows = || secrets.iter().flat_map(|secret| secret.windows(PIECE));
        let list = |window: &[u8]| {
            let texts: Vec<String> = window.iter().map(u8::to_string).collect();
            texts.join(",")
        };
        Self {
            hex: windows().map(hex).collect(),
            base64: secrets
                .iter()
                .flat_map(|secret| (0..3).map(|skip| base64(secret.get(skip..).unwrap_or(&[]))))
                .flat_map(|text| {
                    let digits: Vec<char> = text.chars().collect();
                    let pieces = digits.windows(PIECE + 2).map(|it| it.iter().collect());
                    pieces.collect::<Vec<String>>()
                })
                .collect(),
            lists: windows().map(list).collect(),
        }
    }

    /// A piece that the text holds.
    pub(super) fn leak(&self, text: &str) -> Option<String> {
        let bare: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        let runs = |part: fn(char) -> bool| {
            let parts = bare.split(move |it| !part(it)).map(str::to_owned);
            parts.collect::<Vec<String>>()
        };
        let found = |runs: &[String], size: usize, pieces: &HashSet<String>| {
            runs.iter().find_map(|run| {
                let digits: Vec<char> = run.chars().collect();
                let mut windows = digits.windows(size).map(|it| it.iter().collect::<String>());
                windows.find(|window| pieces.contains(window))
            })
        };
        let numbers: Vec<String> = runs(|it| it.is_ascii_digit() || it == ',');
        let lists = numbers.iter().find_map(|run| {
            let numbers: Vec<&str> = run.split(',').filter(|it| !it.is_empty()).collect();
            let mut windows = numbers.windows(PIECE).map(|it| it.join(","));
            windows.find(|window| self.lists.contains(window))
        });
        let hexadecimal = runs(|it| it.is_ascii_hexdigit());
        let hexadecimal: Vec<String> = hexadecimal.iter().map(|it| it.to_lowercase()).collect();
        let base64 = runs(|it| it.is_ascii_alphanumeric() || it == '+' || it == '/');
        found(&hexadecimal, PIECE * 2, &self.hex)
            .or_else(|| found(&base64, PIECE + 2, &self.base64))
            .or(lists)
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks_exact(3)
        .flat_map(|it| {
            let all = u32::from_be_bytes([0, it[0], it[1], it[2]]);
            [18, 12, 6, 0].map(|shift| char::from(DIGITS[(all >> shift) as usize & 63]))
        })
        .collect()
}

pub(super) fn unbase64(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text
        .chars()
        .filter_map(|it| match it {
            'A'..='Z' => Some(it as u32 - 65),
            'a'..='z' => Some(it as u32 - 71),
            '0'..='9' => Some(it as u32 + 4),
            '+' => Some(62),
            '/' => Some(63),
            _ => None,
        })
        .collect();
    let whole = digits.chunks_exact(4).flat_map(|it| {
        let all = it[0] << 18 | it[1] << 12 | it[2] << 6 | it[3];
        all.to_be_bytes()[1..].to_vec()
    });
    whole.collect()
}
