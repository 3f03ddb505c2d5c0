//! Proxies of a few lines.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::faulty::{self, Faulty};

/// A proxy and the places that it was asked for.
pub(crate) struct Proxy {
    place: Faulty,
    pub(crate) asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn start(serve: fn(&mut TcpStream) -> io::Result<String>) -> Self {
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let told = Arc::clone(&asked);
        let place = faulty::serving("tcp", move |mut stream| {
            let Ok(place) = serve(&mut stream) else {
                return;
            };
            told.lock().unwrap().push(place.clone());
            // The names of the tests lead to this machine.
            let port = place.rsplit_once(':').unwrap().1;
            let server = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
            pass(stream, server);
        });
        Self { place, asked }
    }

    /// `CONNECT`, for the user `u` with the password `p w`.
    pub(crate) fn http() -> Self {
        Self::start(|stream| {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte)?;
                head.push(byte[0]);
            }
            let head = String::from_utf8(head).unwrap();
            // `u:p w` in Base64.
            if !head.contains("Proxy-Authorization: Basic dTpwIHc=\r\n") {
                stream.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")?;
                return Err(io::Error::other("no login"));
            }
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
            let place = head.strip_prefix("CONNECT ").unwrap();
            Ok(place.split(' ').next().unwrap().to_owned())
        })
    }

    /// SOCKS 5, for everybody.
    pub(crate) fn socks() -> Self {
        Self::start(|stream| {
            let mut greeting = [0; 3];
            stream.read_exact(&mut greeting)?;
            assert_eq!(greeting, [5, 1, 0]);
            stream.write_all(&[5, 0])?;
            let mut start = [0; 5];
            stream.read_exact(&mut start)?;
            assert_eq!(start[..4], [5, 1, 0, 3]);
            let mut rest = vec![0; usize::from(start[4]) + 2];
            stream.read_exact(&mut rest)?;
            let (name, port) = rest.split_at(usize::from(start[4]));
            let port = u16::from_be_bytes([port[0], port[1]]);
            stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
            Ok(format!(
                "{}:{port}",
                String::from_utf8(name.to_vec()).unwrap()
            ))
        })
    }

    /// Host and port.
    pub(crate) fn place(&self) -> &str {
        self.place.place()
    }
}

/// Passes bytes on, both ways.
fn pass(client: TcpStream, server: TcpStream) {
    let (mut from, mut to) = (server.try_clone().unwrap(), client.try_clone().unwrap());
    let back = thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Both);
    });
    let (mut from, mut to) = (client, server);
    let _ = io::copy(&mut from, &mut to);
    let _ = to.shutdown(Shutdown::Both);
    let _ = back.join();
}
