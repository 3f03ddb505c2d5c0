//! What is said to a proxy before it passes bytes on; no I/O happens here.

use std::io;
use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Uri;

use super::names::{bare, port_of};
use super::proxy::{Kind, Login, Proxy};

/// The longest answer of a proxy that is read.
const LONGEST: usize = 8 * 1024;

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::client) enum Step {
    /// These bytes are to be sent.
    Send(Vec<u8>),
    /// Something is to be read.
    Receive,
    /// The way is open.
    Open,
}

/// A conversation with a proxy.
pub(in crate::client) struct Tunnel {
    login: Option<Login>,
    host: String,
    port: u16,
    state: State,
    /// What came and was not read yet.
    came: Vec<u8>,
}

#[derive(Clone, Copy)]
enum State {
    Connect,
    Connecting,
    Greet,
    Greeted,
    LoggingIn,
    Asked,
    Open,
}

impl Tunnel {
    /// Through `proxy` to the server of `to`.
    pub(in crate::client) fn new(proxy: &Proxy, to: &Uri) -> Self {
        Self {
            login: proxy.login.clone(),
            host: to.host().unwrap_or_default().to_owned(),
            port: port_of(to),
            state: match proxy.kind {
                Kind::Http => State::Connect,
                Kind::Socks => State::Greet,
            },
            came: Vec::new(),
        }
    }

    /// What comes next, after these bytes came.
    pub(in crate::client) fn next(&mut self, came: &[u8]) -> io::Result<Step> {
        self.came.extend_from_slice(came);
        if self.came.len() > LONGEST {
            return Err(odd("its answer is too long"));
        }
        match self.state {
            State::Connect => Ok(self.send(State::Connecting, self.connect())),
            State::Connecting => self.connected(),
            State::Greet => {
                // Without a login, and with one where there is one.
                let greeting = match self.login {
                    Some(_) => vec![5, 2, 0, 2],
                    None => vec![5, 1, 0],
                };
                Ok(self.send(State::Greeted, greeting))
            }
            State::Greeted => self.greeted(),
            State::LoggingIn => self.logged_in(),
            State::Asked => self.answered(),
            State::Open => Ok(Step::Open),
        }
    }

    fn send(&mut self, next: State, bytes: Vec<u8>) -> Step {
        self.state = next;
        Step::Send(bytes)
    }

    /// The first bytes that came, when all of them are there.
    fn take(&mut self, count: usize) -> Option<Vec<u8>> {
        (self.came.len() >= count).then(|| self.came.drain(..count).collect())
    }

    /// A server speaks only when it is spoken to.
    fn open(&mut self) -> io::Result<Step> {
        if !self.came.is_empty() {
            return Err(odd("it sent more than its answer"));
        }
        self.state = State::Open;
        Ok(Step::Open)
    }

    fn connect(&self) -> Vec<u8> {
        let place = format!("{}:{}", self.host, self.port);
        let login = self.login.as_ref().map(|it| {
            let login = STANDARD.encode(format!("{}:{}", it.user, it.password));
            format!("Proxy-Authorization: Basic {login}\r\n")
        });
        let login = login.unwrap_or_default();
        format!("CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{login}\r\n").into_bytes()
    }

    fn connected(&mut self) -> io::Result<Step> {
        let end = self.came.windows(4).position(|it| it == b"\r\n\r\n");
        let Some(head) = end.and_then(|end| self.take(end + 4)) else {
            return Ok(Step::Receive);
        };
        let head = String::from_utf8_lossy(&head);
        let (version, rest) = head.split_once(' ').unwrap_or_default();
        let status: Option<u16> = rest.get(..3).and_then(|it| it.parse().ok());
        match status.filter(|_| version.starts_with("HTTP/1.")) {
            Some(200..300) => self.open(),
            Some(407) => Err(odd("it wants a user and a password (HTTP 407)")),
            Some(status) => Err(odd(&format!("it refuses (HTTP {status})"))),
            None => Err(odd("it does not speak HTTP")),
        }
    }

    fn greeted(&mut self) -> io::Result<Step> {
        let Some(answer) = self.take(2) else {
            return Ok(Step::Receive);
        };
        match (answer[..].as_ref(), &self.login) {
            ([5, 0], _) => Ok(self.ask()),
            ([5, 2], Some(login)) => {
                let mut bytes = vec![1];
                push(&mut bytes, login.user.as_bytes())?;
                push(&mut bytes, login.password.as_bytes())?;
                Ok(self.send(State::LoggingIn, bytes))
            }
            ([5, _], _) => Err(odd("it wants another way to log in")),
            _ => Err(odd("it does not speak SOCKS 5")),
        }
    }

    fn logged_in(&mut self) -> io::Result<Step> {
        match self.take(2).as_deref() {
            None => Ok(Step::Receive),
            Some([_, 0]) => Ok(self.ask()),
            Some(_) => Err(odd("it refuses the user and the password")),
        }
    }

    fn ask(&mut self) -> Step {
        let mut bytes = vec![5, 1, 0];
        let bare = bare(&self.host);
        match bare.parse() {
            Ok(IpAddr::V4(address)) => {
                bytes.push(1);
                bytes.extend(address.octets());
            }
            Ok(IpAddr::V6(address)) => {
                bytes.push(4);
                bytes.extend(address.octets());
            }
            Err(_) => {
                // A name of DNS has at most 253 bytes; a longer one will not be found.
                let name = bare.as_bytes();
                let name = name.get(..255).unwrap_or(name);
                bytes.push(3);
                bytes.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
                bytes.extend_from_slice(name);
            }
        }
        bytes.extend(self.port.to_be_bytes());
        self.send(State::Asked, bytes)
    }

    fn answered(&mut self) -> io::Result<Step> {
        let length = match self.came[..] {
            [5, 0, _, 1, ..] => 10,
            [5, 0, _, 4, ..] => 22,
            [5, 0, _, 3, length, ..] => 7 + usize::from(length),
            [5, 0, _, 3] | [5, 0, _] | [5, _] | [5] | [] => return Ok(Step::Receive),
            [5, code, _, ..] if code != 0 => return Err(odd(refusal(code))),
            _ => return Err(odd("it does not speak SOCKS 5")),
        };
        match self.take(length) {
            Some(_) => self.open(),
            None => Ok(Step::Receive),
        }
    }
}

fn push(bytes: &mut Vec<u8>, text: &[u8]) -> io::Result<()> {
    let length = u8::try_from(text.len());
    bytes.push(length.map_err(|_| odd("its user or password is too long"))?);
    bytes.extend_from_slice(text);
    Ok(())
}

fn refusal(code: u8) -> &'static str {
    match code {
        2 => "its rules forbid this server",
        3 => "it cannot reach the network",
        4 => "it cannot reach the server",
        5 => "the server refuses it",
        6 => "it gave up on the server",
        _ => "it refuses",
    }
}

fn odd(what: &str) -> io::Error {
    io::Error::other(format!("the proxy gives no way to the server: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Talks to a proxy that says these things, a byte at a time; what it heard, or the error.
    fn talk(proxy: &str, to: &str, says: &[&[u8]]) -> Result<Vec<Vec<u8>>, String> {
        let mut tunnel = Tunnel::new(&Proxy::read(proxy).unwrap(), &to.parse().unwrap());
        let mut heard = Vec::new();
        let mut says = says.iter().flat_map(|it| it.iter().copied());
        let mut came = Vec::new();
        loop {
            match tunnel.next(&came).map_err(|it| it.to_string())? {
                Step::Send(bytes) => {
                    heard.push(bytes);
                    came.clear();
                }
                Step::Receive => came = vec![says.next().expect("nothing more to say")],
                Step::Open => return Ok(heard),
            }
        }
    }

    #[test]
    fn connect_with_and_without_a_login() {
        let ok: &[u8] = b"HTTP/1.1 200 Connection established\r\nx: y\r\n\r\n";
        let heard = talk("proxy", "https://api.example.com/a", &[ok]).unwrap();
        let said = b"CONNECT api.example.com:443 HTTP/1.1\r\nHost: api.example.com:443\r\n\r\n";
        assert_eq!(heard, [said.to_vec()]);
        let heard = talk("http://u:p@proxy", "http://[::1]:81", &[ok]).unwrap();
        let said = "CONNECT [::1]:81 HTTP/1.1\r\nHost: [::1]:81\r\nProxy-Authorization: Basic dTpw\r\n\r\n";
        assert_eq!(heard, [said.as_bytes().to_vec()]);
        for (says, why) in [
            (
                &b"HTTP/1.1 407 No\r\n\r\n"[..],
                "it wants a user and a password (HTTP 407)",
            ),
            (b"HTTP/1.1 502 Bad\r\n\r\n", "it refuses (HTTP 502)"),
            (b"\x15\x03\x01\r\n\r\n", "it does not speak HTTP"),
        ] {
            let told = talk("proxy", "https://a", &[says]).unwrap_err();
            assert_eq!(told, format!("the proxy gives no way to the server: {why}"));
        }
    }

    #[test]
    fn socks_with_and_without_a_login() {
        let heard = talk(
            "socks5h://p",
            "https://a.b",
            &[&[5, 0], &[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]],
        );
        let asked = [&[5, 1, 0, 3, 3][..], b"a.b", &[1, 187]].concat();
        assert_eq!(heard.unwrap(), [vec![5, 1, 0], asked]);
        let says: [&[u8]; 3] = [&[5, 2], &[1, 0], &[5, 0, 0, 3, 1, b'x', 0, 0]];
        let heard = talk("socks5h://u:pw@p", "http://1.2.3.4", &says).unwrap();
        let login = [&[1, 1][..], b"u", &[2], b"pw"].concat();
        let asked = vec![5, 1, 0, 1, 1, 2, 3, 4, 0, 80];
        assert_eq!(heard, [vec![5, 2, 0, 2], login, asked]);
        for (says, why) in [
            (&[&[5, 0][..], &[5, 5, 0, 1]][..], "the server refuses it"),
            (&[&[5, 255]], "it wants another way to log in"),
            (&[&[5, 2]], "it wants another way to log in"),
            (&[b"HT"], "it does not speak SOCKS 5"),
        ] {
            let told = talk("socks5h://p", "https://a", says).unwrap_err();
            assert_eq!(told, format!("the proxy gives no way to the server: {why}"));
        }
    }

    #[test]
    fn nothing_that_a_proxy_says_panics() {
        for first in 0..=255 {
            for second in 0..=255 {
                for proxy in ["proxy", "socks5h://u:p@p"] {
                    let mut tunnel =
                        Tunnel::new(&Proxy::read(proxy).unwrap(), &Uri::from_static("a"));
                    let _ = tunnel.next(&[]);
                    let _ = tunnel.next(&[first, second]);
                    let _ = tunnel.next(&[5, 0, 0, second, first, first]);
                    let _ = tunnel.next(&vec![second; LONGEST]);
                }
            }
        }
    }
}
