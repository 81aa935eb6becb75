//! `explainer serve`: the document, what is wrong with it, and nothing else of this machine.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/runtime.rs"]
mod runtime;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A document that is served, until it is dropped.
struct Served {
    folder: PathBuf,
    child: Child,
    host: String,
}

const DOCUMENT: &str = include_str!("fixtures/minimal.json");

impl Served {
    fn new(name: &str, document: &str) -> Served {
        let folder = std::env::temp_dir().join(format!("explainer-serve-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        runtime::write(&folder);
        fs::write(folder.join("a.json"), document).expect("written");
        fs::write(folder.join("picture.png"), "a picture").expect("written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_explainer"))
            .args(["serve", "a.json", "--port", "0"])
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its words")).read_line(&mut line).expect("a line");
        let host = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
        Served { folder, child, host }
    }

    /// The status and the body of an answer.
    fn get(&self, path: &str, host: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("set");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        (head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status"), body.to_owned())
    }

    fn page(&self, path: &str) -> (u16, String) {
        self.get(path, &self.host)
    }

    fn state(&self, since: i64) -> Value {
        let (_, body) = self.page(&format!("/_preview/state?since={since}"));
        // The body may come in pieces, each with its length before it.
        let json = &body[body.find('{').expect("JSON")..=body.rfind('}').expect("JSON")];
        serde_json::from_str(json).expect(json)
    }

    /// Waits until the document is in a state.
    fn wait(&self, is_so: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        let mut state = self.state(-1);
        while !is_so(&state) {
            assert!(start.elapsed() < Duration::from_secs(60), "{state}");
            state = self.state(state["number"].as_i64().expect("a number"));
        }
        state
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_change_is_shown_and_a_fault_leaves_the_last_good_version() {
    let served = Served::new("change", DOCUMENT);
    let (status, first) = served.page("/");
    assert_eq!(status, 200);
    assert!(first.contains("<news-explainer") && first.contains("/_preview/preview.js?page=1"));

    fs::write(served.folder.join("a.json"), "{ \"title\": 5 }").expect("written");
    let state = served.wait(|state| state["diagnostics"].as_array().is_some_and(|list| !list.is_empty()));
    assert!(state["diagnostics"].to_string().contains("wrong-type"), "{state}");
    assert_eq!(state["page"], 1);
    assert_eq!(served.page("/").1, first);

    let title: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    let title = title["title"].as_str().expect("a title");
    fs::write(served.folder.join("a.json"), DOCUMENT.replacen(title, "Another headline", 1)).expect("written");
    served.wait(|state| state["page"] == 2);
    assert!(served.page("/").1.contains("Another headline"));
}

#[test]
fn a_document_that_was_never_right_says_why() {
    let served = Served::new("wrong", "{");
    assert!(served.page("/").1.contains("/_preview/preview.js?page=0"));
    assert_eq!(served.state(-1)["diagnostics"][0]["code"], "json-syntax");
}

#[test]
fn a_picture_that_comes_later_is_seen_in_any_folder() {
    let mut document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    let section =
        |src: &str| serde_json::json!({ "id": "s", "heading": "H", "body": "B", "media": { "src": src, "alt": "A" } });
    // The size of a picture, as its header has it.
    let header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x1e\x08\x02\0\0\0";
    let picture = [&header[..], &[0; 20]].concat();
    for (name, src) in [("late", "late.png"), ("within", "images/late.png")] {
        document["sections"] = [section(src)].into_iter().collect();
        let served = Served::new(name, &document.to_string());
        // The second look at the file is the first one since it is watched.
        let state = served.wait(|state| state["number"].as_i64() >= Some(2));
        assert_eq!(state["diagnostics"][0]["code"], "picture-size");
        let path = served.folder.join(src);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, &picture).expect("written");
        served.wait(|state| state["page"] == 1);
        assert!(served.page("/").1.contains(&format!("src=\"{src}\"")));
    }
}

#[test]
fn nothing_else_of_the_machine_is_handed_out() {
    let served = Served::new("closed", DOCUMENT);
    assert_eq!(served.page("/picture.png"), (200, "a picture".to_owned()));
    for (_, file) in runtime::FILES {
        assert_eq!(served.page(&format!("/{file}")), (200, file.to_owned()));
    }
    for path in ["/a.json", "/dist/integrity.json", "/../a.png", "/..%2fa.png", "//etc/passwd", "/.a.png", "/none.png"]
    {
        assert_eq!(served.page(path).0, 404, "{path}");
    }
    assert_eq!(served.get("/", "evil.example").0, 404, "a name that was made to lead here");
}
