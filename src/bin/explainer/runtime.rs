//! The files that bring explainers to life, as a build has them, and how every file is packed for the way to the reader.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use news_explainer::publish::Pins;

use crate::file;

/// What a build has besides the runtime: the demonstration's pages and what they show.
const NOT_RUNTIME: [&str; 7] =
    ["index.html", "explainer.json", "gallery.html", "gallery.json", "by-address.json", "page.css", "icon.svg"];

/// The list of a build's files, in the folder that was built.
pub const PINS: &str = "integrity.json";

/// The names and hashes of the build in a folder.
pub fn pins(folder: &Path) -> Result<Pins, String> {
    let path = folder.join(PINS);
    let say = |error: &dyn std::fmt::Display| {
        format!("{}: {error}; name the folder that `cargo xtask build` has built", path.display())
    };
    let text = std::fs::read_to_string(&path).map_err(|error| say(&error))?;
    Pins::from_json(&text).map_err(|error| say(&error))
}

/// The runtime of one build.
pub struct Runtime {
    /// Its files, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// Their names and hashes.
    pub pins: Pins,
}

/// The files of the runtime that this program was compiled with (see build.rs).
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/runtime.rs"));

/// Where the runtime is, if this program carries none and nothing else is said.
const DIST: &str = "dist";

/// Which runtime a command takes.
#[derive(clap::Args)]
pub struct Source {
    /// The folder of the runtime, as `cargo xtask build` writes it. Without it the one that this program carries is taken, or
    /// `dist` where it carries none.
    #[arg(long, value_name = "FOLDER")]
    pub runtime: Option<PathBuf>,
}

impl Runtime {
    /// Reads the runtime.
    pub fn read(source: &Source) -> Result<Runtime, String> {
        match &source.runtime {
            Some(folder) => Runtime::in_folder(folder),
            None if EMBEDDED.is_empty() => Runtime::in_folder(Path::new(DIST)),
            None => Runtime::embedded(),
        }
    }

    /// The runtime that this program carries.
    fn embedded() -> Result<Runtime, String> {
        let say = |error: &dyn std::fmt::Display| {
            format!("the runtime in this program: {error}; name another with --runtime")
        };
        let list = EMBEDDED.iter().find(|(name, _)| *name == PINS).map(|(_, bytes)| String::from_utf8_lossy(bytes));
        let pins = Pins::from_json(&list.unwrap_or_default()).map_err(|error| say(&error))?;
        let files = EMBEDDED.iter().filter(|(name, _)| is_of_runtime(name));
        Ok(Runtime { files: files.map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect(), pins })
    }

    /// The runtime in a folder.
    fn in_folder(folder: &Path) -> Result<Runtime, String> {
        let pins = pins(folder)?;
        let say = |error: std::io::Error| format!("{}: cannot be read: {error}", folder.display());
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(say)? {
            let path = entry.map_err(say)?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_file() && is_of_runtime(&name) {
                files.push((name, file::read(&path)?));
            }
        }
        files.sort();
        let missing = pins.files().find(|pinned| !files.iter().any(|(name, _)| name == pinned)).map(str::to_owned);
        match missing {
            None => Ok(Runtime { files, pins }),
            Some(missing) => {
                Err(format!("{}: expected {missing}, which integrity.json names; found no such file", folder.display()))
            }
        }
    }

    /// The names of its files that never change, because a hash of their content is in them.
    fn immutable(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| name.as_str()).filter(|name| has_hash(name))
    }

    /// What Netlify, Cloudflare Pages and others read from a folder's `_headers`.
    pub fn headers(&self) -> String {
        let mut text = "/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n  \
                        X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
            .to_owned();
        for name in self.immutable() {
            let _ = writeln!(text, "/{name}\n  Cache-Control: public, max-age=31536000, immutable");
        }
        text
    }
}

/// Whether a file of a build is one of the runtime, as it is before it is packed.
fn is_of_runtime(name: &str) -> bool {
    !name.starts_with('.') && !name.ends_with(".br") && !name.ends_with(".gz") && !NOT_RUNTIME.contains(&name)
}

/// Whether a name has a hash of sixteen digits before its end, as the build gives it.
fn has_hash(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.rsplit('-').next().unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// How hard it is tried to make a file small.
#[derive(Clone, Copy)]
pub enum Effort {
    /// For what is written once and read by everybody.
    Most,
    /// For documents, of which there may be thousands: 3 % larger, twenty times as quick.
    Some,
}

/// Whether a file is smaller when it is packed.
pub fn is_packable(name: &str) -> bool {
    ["html", "css", "js", "json", "svg", "wasm", "ts", "txt"].iter().any(|end| name.ends_with(&format!(".{end}")))
}

/// A file as `.br` and as `.gz`; the same bytes give the same bytes.
pub fn packed(bytes: &[u8], effort: Effort) -> std::io::Result<[(&'static str, Vec<u8>); 2]> {
    let (quality, level) = match effort {
        Effort::Most => (11, 9),
        Effort::Some => (9, 6),
    };
    let mut brotli = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &params)?;
    // Without a name and a time.
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    gzip.write_all(bytes)?;
    Ok([(".br", brotli), (".gz", gzip.finish()?)])
}
