//! `explainer serve`: a document as its readers will see it, on this machine alone, and anew after every change.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use notify::{RecursiveMode, Watcher};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::file;
use crate::output::{self, say};
use crate::preview::{Preview, Shown};
use crate::runtime::{Runtime, Source};

/// What `explainer serve` is told.
#[derive(clap::Args)]
pub struct Serve {
    /// The author's document, a JSON file.
    file: PathBuf,
    /// The port at 127.0.0.1; 0 for any that is free.
    #[arg(long, default_value_t = 8000)]
    port: u16,
    #[command(flatten)]
    runtime: Source,
}

/// Editors write a file in several steps; so long it is waited for the last of them.
const SETTLE: Duration = Duration::from_millis(40);

/// Serves until it is stopped.
pub fn run(serve: &Serve) -> bool {
    start(serve).map_err(|error| say!("{error}")).is_ok()
}

fn start(Serve { file, port, runtime }: &Serve) -> Result<(), String> {
    file::read(file)?;
    let runtime = Runtime::read(runtime)?;
    let server = Server::http(("127.0.0.1", *port))
        .map_err(|error| format!("127.0.0.1:{port}: cannot be listened at: {error}; name another with --port"))?;
    let port = server.server_addr().to_ip().map_or(*port, |address| address.port());
    let preview = Preview::new(file, runtime.pins.clone());
    let preview = &preview;
    std::thread::scope(|scope| {
        scope.spawn(move || watch(file, preview));
        output::put(&format!("{} is shown at http://127.0.0.1:{port}/ (Ctrl and C to stop)", file.display()));
        let (server, runtime) = (&server, &runtime);
        for request in server.incoming_requests() {
            // A page waits for news as long as it is open: each request has its own thread.
            scope.spawn(move || answer(request, port, file, preview, runtime));
        }
    });
    Ok(())
}

/// Shows the document anew whenever its file or a picture changes. Its folder is watched, since editors put a new file in the place
/// of the old, with all folders in it, where its pictures are.
fn watch(file: &Path, preview: &Preview) {
    let (tell, told) = mpsc::channel();
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let watcher = notify::recommended_watcher(tell).and_then(|mut watcher| {
        // The folder may hold more others than the system lets anybody watch.
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .or_else(|_| watcher.watch(folder, RecursiveMode::NonRecursive))?;
        Ok(watcher)
    });
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => return say!("{}: changes cannot be seen: {error}; start again after each", file.display()),
    };
    // What was changed between the first look and this one.
    preview.refresh(file);
    let name = file.file_name();
    // A folder that comes may bring pictures, which nobody tells one by one.
    let concerns = |path: &PathBuf| path.file_name() == name || is_picture(&path.to_string_lossy()) || path.is_dir();
    while let Ok(event) = told.recv() {
        let concerns = event.is_ok_and(|event| !event.kind.is_access() && event.paths.iter().any(concerns));
        if concerns {
            std::thread::sleep(SETTLE);
            while told.try_recv().is_ok() {}
            preview.refresh(file);
        }
    }
}

/// Answers one request.
fn answer(request: Request, port: u16, file: &Path, preview: &Preview, runtime: &Runtime) {
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    // A page elsewhere whose name was made to lead here must not read a draft.
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    let is_here = [format!("127.0.0.1:{port}"), format!("localhost:{port}")].iter().any(|here| host == Some(here));
    let found = match request.method() {
        Method::Get | Method::Head if is_here => find(path, query, file, preview, runtime),
        _ => None,
    };
    // Whoever has gone away needs no answer.
    let _ = match found {
        Some((kind, bytes)) => {
            let headers =
                [("Content-Type", kind), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
            let headers = headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok());
            request.respond(headers.fold(Response::from_data(bytes), Response::with_header))
        }
        None => request.respond(Response::from_string("not found").with_status_code(404)),
    };
}

fn find(path: &str, query: &str, file: &Path, preview: &Preview, runtime: &Runtime) -> Option<(&'static str, Vec<u8>)> {
    let Shown { page, json, .. } = match path {
        "/_preview/state" => {
            let since = query.strip_prefix("since=").and_then(|since| since.parse().ok()).unwrap_or(-1);
            return Some((kind("x.json"), preview.state(since).into_bytes()));
        }
        _ => preview.shown(),
    };
    match path {
        "/" => Some((kind("x.html"), page.into_bytes())),
        "/explainer.json" => Some((kind("x.json"), json.into_bytes())),
        "/_preview/preview.js" => Some((kind(path), include_bytes!("../../../assets/preview/preview.js").to_vec())),
        "/_preview/preview.css" => Some((kind(path), include_bytes!("../../../assets/preview/preview.css").to_vec())),
        "/_preview/page.css" => Some((kind(path), include_bytes!("../../../assets/standalone.css").to_vec())),
        _ => {
            let name = path.strip_prefix('/')?;
            let known = runtime.files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.clone());
            known.or_else(|| picture(name, file)).map(|bytes| (kind(name), bytes))
        }
    }
}

/// A picture beside the document or in a folder there, and nothing else of this machine.
fn picture(name: &str, file: &Path) -> Option<Vec<u8>> {
    let is_plain = name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    let folder = file.canonicalize().ok()?.parent()?.to_owned();
    let picture = folder.join(name).canonicalize().ok()?;
    (is_plain && is_picture(name) && !name.contains(['\\', '%', ':']) && picture.starts_with(&folder))
        .then(|| std::fs::read(picture).ok())?
}

/// Whether a file is a picture, by the end of its name.
fn is_picture(name: &str) -> bool {
    kind(name).starts_with("image/")
}

/// The media type of a file, by the end of its name.
fn kind(name: &str) -> &'static str {
    const KINDS: [(&str, &str); 12] = [
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", "application/json"),
        ("wasm", "application/wasm"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("jpg", "image/jpeg"),
        ("jpeg", "image/jpeg"),
        ("gif", "image/gif"),
        ("webp", "image/webp"),
        ("avif", "image/avif"),
    ];
    let end = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    KINDS.iter().find(|(known, _)| *known == end).map_or("application/octet-stream", |(_, kind)| kind)
}
