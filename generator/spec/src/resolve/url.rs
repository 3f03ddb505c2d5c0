//! Addresses of hosts, as environments and schemes write them.

use stipula_rules::checks::segment;

/// What to do about an address that cannot be used.
pub(super) fn check(url: &str) -> Result<(), &'static str> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let rest = rest.ok_or("write `https://host`, with a path where all operations share one")?;
    let host = rest.split('/').next().unwrap_or_default();
    let is_plain = |it: &str| it.bytes().all(|it| it.is_ascii_graphic());
    if host.is_empty() || host.contains(['{', '}', '@']) || !is_plain(rest) {
        return Err("write `https://host`; credentials stand in the path only");
    }
    if rest.contains(['?', '#', '%']) {
        return Err("leave out the query, the fragment and percent signs");
    }
    if rest.ends_with('/') {
        return Err("remove the slash at the end");
    }
    let mut segments = rest.split('/').skip(1);
    if segments.any(|it| !segment(it)) {
        return Err("remove the segments that are empty, `.` or `..`");
    }
    Ok(())
}
