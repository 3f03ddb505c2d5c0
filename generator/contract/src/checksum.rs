//! A sum over a text that is the same on every machine.

/// FNV-1a, 64 bits, over the text with `\n` line ends: it notices edits, it is no protection.
pub fn checksum(text: &str) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes().filter(|byte| *byte != b'\r') {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{sum:016x}")
}
