//! A server of a few lines that answers one scripted answer per connection.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// What the server does with the next connection.
pub(crate) enum Script {
    /// Sends these bytes and hangs up.
    Say(Vec<u8>),
    /// Keeps the connection open and silent until the test is over.
    Hang,
}

/// The request as it came, head and body.
pub(crate) struct Heard {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) heard: Receiver<Heard>,
}

impl Server {
    pub(crate) fn start(scripts: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, heard) = channel();
        thread::spawn(move || {
            let mut silent = Vec::new();
            for script in scripts {
                let (mut stream, _) = listener.accept().unwrap();
                let _ = sender.send(hear(&mut stream));
                match script {
                    Script::Say(bytes) => drop(stream.write_all(&bytes)),
                    Script::Hang => silent.push(stream),
                }
            }
            // Whoever hangs is released when the listener's clients are gone.
            for mut stream in silent {
                let _ = stream.read(&mut [0]);
            }
        });
        Self { address, heard }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

fn hear(stream: &mut TcpStream) -> Heard {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).unwrap();
        bytes.extend_from_slice(&buffer[..count]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
            assert!(count > 0, "the client hung up");
            continue;
        };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map_or(0, |length| length.parse().unwrap());
        if bytes.len() >= end + 4 + length {
            let body = bytes.split_off(end + 4);
            return Heard { head, body };
        }
    }
}

/// An HTTP answer in full.
pub(crate) fn answer(status: &str, headers: &[(&str, String)], body: &str) -> Script {
    let mut text = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n",
        body.len()
    );
    for (name, value) in headers {
        let _ = write!(text, "{name}: {value}\r\n");
    }
    Script::Say(format!("{text}\r\n{body}").into_bytes())
}
