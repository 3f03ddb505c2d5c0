//! Servers that are reached without a proxy.

use std::net::IpAddr;

use super::names::bare;

/// Hosts, domains and networks, as `NO_PROXY` lists them.
#[derive(Debug, Clone, Default)]
pub(super) struct Exceptions(Vec<Exception>);

#[derive(Debug, Clone)]
enum Exception {
    All,
    /// A host, and every host below it.
    Domain(String),
    /// Addresses that begin with these bits.
    Network(IpAddr, u8),
}

impl Exceptions {
    /// Adds the entries of a list with commas.
    pub(super) fn add(&mut self, list: &str) -> Result<(), String> {
        for entry in list.split(',').map(str::trim).filter(|it| !it.is_empty()) {
            self.0.push(read(entry)?);
        }
        Ok(())
    }

    /// Whether this host is reached without a proxy.
    pub(super) fn holds(&self, host: &str) -> bool {
        let host = bare(host);
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let address: Option<IpAddr> = host.parse().ok();
        self.0.iter().any(|it| match (it, address) {
            (Exception::All, _) => true,
            (Exception::Network(network, bits), Some(address)) => {
                has_prefix(address, *network, *bits)
            }
            (Exception::Domain(domain), None) => {
                let above = host.strip_suffix(domain.as_str());
                above.is_some_and(|it| it.is_empty() || it.ends_with('.'))
            }
            _ => false,
        })
    }
}

fn read(entry: &str) -> Result<Exception, String> {
    if entry == "*" {
        return Ok(Exception::All);
    }
    let odd = || format!("`{entry}` is neither a host, a domain, an address nor a network");
    if let Ok(address) = bare(entry).parse::<IpAddr>() {
        return Ok(Exception::Network(address, width(address)));
    }
    if let Some((address, bits)) = entry.split_once('/') {
        let address: IpAddr = address.parse().map_err(|_| odd())?;
        let bits: u8 = bits.parse().map_err(|_| odd())?;
        if bits > width(address) {
            return Err(odd());
        }
        return Ok(Exception::Network(address, bits));
    }
    let domain = entry.strip_prefix("*.").unwrap_or(entry);
    let domain = domain.trim_matches('.').to_ascii_lowercase();
    let plain = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_');
    if domain.is_empty() || !domain.chars().all(plain) {
        return Err(odd());
    }
    Ok(Exception::Domain(domain))
}

fn width(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

fn has_prefix(address: IpAddr, network: IpAddr, bits: u8) -> bool {
    let differing = match (address, network) {
        (IpAddr::V4(one), IpAddr::V4(other)) => u128::from(one.to_bits() ^ other.to_bits()) << 96,
        (IpAddr::V6(one), IpAddr::V6(other)) => one.to_bits() ^ other.to_bits(),
        _ => return false,
    };
    differing.leading_zeros() >= u32::from(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(list: &str, host: &str) -> bool {
        let mut exceptions = Exceptions::default();
        exceptions.add(list).unwrap();
        exceptions.holds(host)
    }

    #[test]
    fn hosts_domains_addresses_and_networks() {
        for (list, host, held) in [
            ("example.com", "example.com", true),
            ("example.com", "api.Example.com.", true),
            ("example.com", "notexample.com", false),
            (".example.com", "api.example.com", true),
            ("*.example.com", "api.example.com", true),
            ("a.b, ,localhost", "localhost", true),
            ("10.0.0.0/8", "10.9.9.9", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.1", "10.0.0.1", true),
            ("10.0.0.1", "10.0.0.2", false),
            ("0.0.0.0/0", "1.2.3.4", true),
            ("[::1]", "[::1]", true),
            ("fd00::/8", "[fd12::1]", true),
            ("fd00::/8", "10.0.0.1", false),
            ("*", "any.where", true),
            ("", "any.where", false),
        ] {
            assert_eq!(holds(list, host), held, "{list} {host}");
        }
    }

    #[test]
    fn what_is_odd_is_refused() {
        for list in ["10.0.0.0/33", "10.0.0/8", "a/b", "http://x", "a:80", "."] {
            assert!(Exceptions::default().add(list).is_err(), "{list}");
        }
    }
}
