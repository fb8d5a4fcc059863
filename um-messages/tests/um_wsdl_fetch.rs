//! `um-wsdl --fetch`, against a server of the test.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// What it is asked for, one by one.
fn serve() -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (sender, asked) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut line = String::new();
            BufReader::new(&stream).read_line(&mut line).unwrap();
            let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
            // Whoever has enough of an answer closes the connection.
            let _ = answer(&mut stream, &path, address);
            if sender.send(path).is_err() {
                return;
            }
        }
    });
    (address, asked)
}

fn answer(stream: &mut TcpStream, path: &str, address: SocketAddr) -> std::io::Result<()> {
    let schema = |namespace: &str, content: &str| {
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:m='urn:money' targetNamespace='{namespace}'>{content}</xs:schema>"
        )
    };
    let body = match path {
        "/bank?xsd" => schema(
            "urn:bank",
            &format!(
                "<xs:import namespace='urn:money' schemaLocation='http://{address}/moved/money.xsd'/>
                <xs:include schemaLocation='parts/local.xsd'/><xs:include schemaLocation='?xsd=more'/>
                <xs:element name='Hold' type='m:Amount'/>"
            ),
        ),
        "/parts/local.xsd" => schema("urn:bank", "<xs:include schemaLocation='../bank?xsd'/><xs:element name='Local' type='m:Amount'/>")
            .replace("<xs:element", "<xs:import namespace='urn:money'/><xs:element"),
        "/bank?xsd=more" => schema("urn:bank", "<xs:element name='More' type='xs:int'/>"),
        "/money.xsd" => schema("urn:money", "<xs:simpleType name='Amount'><xs:restriction base='xs:long'/></xs:simpleType>"),
        "/moved/money.xsd" => {
            let found = format!("HTTP/1.1 302 Found\r\nLocation: http://{address}/money.xsd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return stream.write_all(found.as_bytes());
        }
        "/endless.xsd" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")?;
            loop {
                stream.write_all(&[b' '; 4096])?;
            }
        }
        "/turning.xsd" => {
            let found = format!("HTTP/1.1 302 Found\r\nLocation: http://{address}/turning.xsd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return stream.write_all(found.as_bytes());
        }
        chain if chain.starts_with("/chain/") => {
            let number: u32 = chain["/chain/".len()..].parse().unwrap();
            schema("urn:chain", &format!("<xs:include schemaLocation='{}'/>", number + 1))
        }
        _ => return stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())
}

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_um-wsdl"));
    for proxy in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(proxy);
    }
    let command = command.current_dir(folder).args(arguments);
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_is_fetched_is_kept() {
    let (address, asked) = serve();
    let folder = folder("fetched");
    let input = format!("http://{address}/bank?xsd");
    let output = run(&folder, &[&input, "--fetch", "kept", "-o", "bank.rs"]);
    assert!(output.status.success(), "{}", said(&output));
    let expected = "4 documents were fetched; with `--config kept/locations.toml` they are found without `--fetch`";
    assert!(said(&output).contains(expected), "{}", said(&output));
    let text = fs::read_to_string(folder.join("bank.rs")).unwrap();
    for item in ["Hold(pub i64)", "Local(pub i64)", "More(pub i32)"] {
        assert!(text.contains(item), "{item}: {text}");
    }
    let mut all: Vec<String> = asked.try_iter().collect();
    all.sort();
    let expected = [
        "/bank?xsd",
        "/bank?xsd=more",
        "/money.xsd",
        "/moved/money.xsd",
        "/parts/local.xsd",
    ];
    assert_eq!(all, expected);

    // The same once more asks for nothing; and what is kept does without fetching.
    let again = run(&folder, &[&input, "--fetch", "kept", "-o", "again.rs"]);
    assert!(again.status.success(), "{}", said(&again));
    assert_eq!(asked.try_iter().count(), 0);
    let arguments = [&input, "--config", "kept/locations.toml", "-o", "kept.rs"];
    let kept = run(&folder, &arguments);
    assert!(kept.status.success(), "{}", said(&kept));
    assert_eq!(asked.try_iter().count(), 0);
    let code = |name: &str| {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(code("bank.rs"), code("again.rs"));
    assert_eq!(code("bank.rs"), code("kept.rs"));
}

#[test]
fn a_file_may_lead_to_what_is_fetched() {
    let (address, _asked) = serve();
    let folder = folder("fetched_for_a_file");
    let schema = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:m='urn:money' targetNamespace='urn:bank'>
          <xs:import namespace='urn:money' schemaLocation='http://{address}/money.xsd'/>
          <xs:element name='Hold' type='m:Amount'/>
        </xs:schema>"
    );
    fs::write(folder.join("bank.xsd"), schema).unwrap();
    let output = run(&folder, &["check", "bank.xsd"]);
    assert!(
        said(&output).contains("nothing is fetched without `--fetch`"),
        "{}",
        said(&output)
    );
    let output = run(&folder, &["check", "bank.xsd", "--fetch", "kept"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn what_is_not_fetched() {
    let (address, _asked) = serve();
    let folder = folder("not_fetched");
    for (path, message) in [
        ("missing.xsd", "cannot be fetched: http status: 404"),
        (
            "endless.xsd",
            "cannot be fetched: the response body is larger than request limit: 33554432",
        ),
        ("turning.xsd", "cannot be fetched: too many redirects"),
        (
            "chain/1",
            "is not fetched: it is the document after 256 others",
        ),
    ] {
        let input = format!("http://{address}/{path}");
        let output = run(&folder, &["check", &input, "--fetch", "kept"]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(said(&output).contains(message), "{path}: {}", said(&output));
        assert!(!folder.join("kept/locations.toml").exists());
    }
    let input = format!("http://{address}/money.xsd");
    let output = run(&folder, &["check", &input]);
    assert!(
        said(&output).contains("= help: `um-wsdl --fetch DIR` fetches it"),
        "{}",
        said(&output)
    );
}
