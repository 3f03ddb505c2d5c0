//! Servers on this machine that fail in one way each, for as long as they are called.

use std::io::{Read, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use socket2::{Domain, SockRef, Socket, Type};

/// A place that is called, and what has to live as long as it is.
pub(crate) struct Faulty {
    pub(crate) url: String,
    _held: Vec<Socket>,
}

impl Faulty {
    /// Host and port.
    pub(crate) fn place(&self) -> &str {
        self.url.split_once("://").unwrap().1
    }

    pub(crate) fn at(scheme: &str, address: SocketAddr) -> Self {
        Self {
            url: format!("{scheme}://{address}"),
            _held: Vec::new(),
        }
    }
}

fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// Serves every connection by `serve`, each in a thread of its own.
pub(crate) fn serving(scheme: &str, serve: impl Fn(TcpStream) + Send + Sync + 'static) -> Faulty {
    let (listener, address) = listener();
    let serve = Arc::new(serve);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let serve = Arc::clone(&serve);
            thread::spawn(move || serve(stream));
        }
    });
    Faulty::at(scheme, address)
}

/// Nobody listens.
pub(crate) fn refused() -> Faulty {
    let (_, address) = listener();
    Faulty::at("http", address)
}

/// Whoever connects gets neither an answer nor a refusal: the queue of the listener is full.
#[cfg(target_os = "linux")]
pub(crate) fn unroutable() -> Faulty {
    let listener = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    let any: SocketAddr = "127.0.0.1:0".parse().unwrap();
    listener.bind(&any.into()).unwrap();
    listener.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut held = vec![listener];
    for _ in 0..4 {
        let waiting = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        waiting.set_nonblocking(true).unwrap();
        let _ = waiting.connect(&address);
        held.push(waiting);
    }
    Faulty {
        url: format!("http://{}", address.as_socket().unwrap()),
        _held: held,
    }
}

/// Says nothing, over TLS or without.
pub(crate) fn silent(scheme: &str) -> Faulty {
    serving(scheme, |mut stream| {
        let mut buffer = [0; 4096];
        while stream.read(&mut buffer).is_ok_and(|count| count > 0) {}
    })
}

/// Hangs up with a reset when this many bytes have come, or the whole request.
pub(crate) fn resets_after(scheme: &str, bytes: usize) -> Faulty {
    serving(scheme, move |mut stream| {
        let mut heard = Vec::new();
        let mut buffer = [0; 512];
        while heard.len() < bytes && !is_whole(&heard) {
            match stream.read(&mut buffer) {
                Ok(count) if count > 0 => heard.extend_from_slice(&buffer[..count]),
                _ => return,
            }
        }
        let socket = SockRef::from(&stream);
        socket.set_linger(Some(Duration::ZERO)).unwrap();
    })
}

/// Reads a request, says `start`, and then a byte every 20 ms.
pub(crate) fn slow(start: &'static str) -> Faulty {
    serving("http", move |mut stream| {
        hear(&mut stream);
        let mut next = stream.write_all(start.as_bytes());
        while next.is_ok() {
            thread::sleep(Duration::from_millis(20));
            next = stream.write_all(b"x");
        }
    })
}

/// Answers one request on each connection, and closes it a moment later without a word before.
pub(crate) fn closes_idle(answer: Vec<u8>) -> Faulty {
    serving("http", move |mut stream| {
        hear(&mut stream);
        stream.write_all(&answer).unwrap();
        thread::sleep(Duration::from_millis(20));
    })
}

/// Answers every request, and keeps its connections.
pub(crate) fn answers(answer: Vec<u8>) -> Faulty {
    serving("http", move |mut stream| {
        while hear(&mut stream).is_some() {
            stream.write_all(&answer).unwrap();
        }
    })
}

/// Answers every request after a tenth of a second, by its path.
pub(crate) fn answers_late(answer: fn(&str) -> Vec<u8>) -> Faulty {
    serving("http", move |mut stream| {
        while let Some(path) = hear(&mut stream) {
            thread::sleep(Duration::from_millis(100));
            if stream.write_all(&answer(&path)).is_err() {
                return;
            }
        }
    })
}

/// Reads a request, and gives its path.
pub(crate) fn hear(stream: &mut impl Read) -> Option<String> {
    let text = heard(stream)?;
    text.split(' ').nth(1).map(str::to_owned)
}

/// Reads a request.
pub(crate) fn heard(stream: &mut impl Read) -> Option<String> {
    let mut heard = Vec::new();
    let mut buffer = [0; 4096];
    while !is_whole(&heard) {
        match stream.read(&mut buffer) {
            Ok(count) if count > 0 => heard.extend_from_slice(&buffer[..count]),
            _ => return None,
        }
    }
    Some(String::from_utf8_lossy(&heard).into_owned())
}

fn is_whole(heard: &[u8]) -> bool {
    let Some(end) = heard.windows(4).position(|it| it == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&heard[..end]).to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.map_or(0, |length| length.parse().unwrap());
    heard.len() >= end + 4 + length
}
