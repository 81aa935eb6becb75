//! Trunk's last step of a build: the document is printed into the staged page, and the programs, scripts and style sheets
//! become the files that pages load.
//!
//! It runs before Trunk replaces `dist/`, so that a failure leaves the last good build standing.

mod bundle;
mod integrity;
mod names;
mod program;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;
use crate::setup::{self, Part};
use crate::sizes;
use bundle::Bundler;

/// The document that the page is built around.
const DOCUMENT: &str = "assets/explainer.json";
/// The gallery's: one is printed into its page, one is fetched by address.
const GALLERY: [&str; 2] = ["assets/gallery/short.json", "tests/fixtures/right-to-left.json"];
/// The element's script. Pages load it by this name, so it stays.
const ELEMENT: &str = "news-explainer.js";
/// The style sheet that pages load, by a name that stays.
const STYLESHEET: &str = "news-explainer.css";
/// The style sheet of the shadow root, which the element's script loads.
const SHADOW: &str = "explainer-shadow.css";
/// What explainers in iframes need, under names that stay: the source of each, and its name.
const IFRAME: [(&str, &str); 3] = [
    ("assets/iframe/child.css", "explainer-framed.css"),
    ("assets/iframe/child.js", "explainer-framed.js"),
    ("assets/iframe/parent.js", "news-explainer-parent.js"),
];
/// Where the names with hashes are, with their integrity.
const PINS: &str = "integrity.json";

/// Finishes the page in Trunk's staging folder.
pub fn finish(machine: &mut Machine) -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new("`cargo xtask finish` is Trunk's last step of a build, and was not called by Trunk")
            .by_hand("cargo xtask build")
    })?;
    let is_release = env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    if is_release {
        setup::prepare(machine, &[Part::WasmOpt])?;
    }
    let bundler = Bundler { machine, folder: &staging, is_release };
    // What is named by its hash cannot change any more afterwards.
    let mut pins = Vec::new();
    let mut files = Vec::new();
    for (key, name) in program::PROGRAMS {
        let [script, wasm] = program::finish(&bundler, name)?;
        files.push(format!("\"{key}\":{{\"js\":{},\"wasm\":{}}}", script.in_script(), wasm.in_script()));
        pins.extend([script, wasm]);
    }
    bundler.bundle("assets/styles/shadow.css", SHADOW, None)?;
    files.push(format!("\"shadow\":{{\"css\":{}}}", hashed(&staging, SHADOW, SHADOW)?.in_script()));
    bundler.bundle("assets/styles/news-explainer.css", STYLESHEET, None)?;
    for (source, name) in IFRAME {
        bundler.bundle(source, name, None)?;
    }
    bundler.bundle("assets/element/index.js", ELEMENT, Some(&format!("{{{}}}", files.join(","))))?;
    for name in [STYLESHEET, ELEMENT] {
        pins.push(pinned_copy(&staging, name)?);
    }
    let lines: Vec<String> = pins.iter().map(Pin::line).collect();
    let path = staging.join(PINS);
    fs::write(&path, format!("{{\n{}\n}}\n", lines.join(",\n")))
        .map_err(|error| Failure::io("write", &path, &error))?;
    print_documents(machine, &staging)?;
    if is_release { sizes::report(&staging) } else { Ok(()) }
}

/// Lets the command line print the documents; its diagnostics go straight to the terminal.
fn print_documents(machine: &Machine, staging: &Path) -> Result<(), Failure> {
    let [short, by_address] = GALLERY;
    explainer(machine, DOCUMENT, &["page", DOCUMENT, "--dir"], staging)?;
    explainer(machine, short, &["page", short, "--page", "gallery", "--dir"], staging)?;
    explainer(machine, by_address, &["publish", by_address, "--out"], &staging.join("by-address.json"))
}

fn explainer(machine: &Machine, document: &str, arguments: &[&str], place: &Path) -> Result<(), Failure> {
    let mut cargo = machine.cargo();
    cargo
        .args(["run", "--quiet", "--package", "news-explainer", "--bin", "explainer", "--"])
        .args(arguments)
        .arg(place);
    run::shown(&mut cargo)
        .map_err(|attempt| Failure::new(format!("{document} could not be put into the built pages")).tried([attempt]))
}

/// A file whose name has its hash in it, so that its content never changes.
struct Pin {
    /// The name that it had before.
    name: String,
    file: String,
    integrity: String,
    /// The hash, as the name begins it.
    digits: String,
}

impl Pin {
    /// What the element's script knows of it, as JSON: the digits alone, of which it makes name and integrity. Both written
    /// out would be 36 bytes more of brotli.
    fn in_script(&self) -> String {
        format!("\"{}\"", self.digits)
    }

    /// What the command line reads of it (src/publish/pins.rs), as a member of an object in JSON.
    fn line(&self) -> String {
        let Pin { name, file, integrity, .. } = self;
        format!("  \"{name}\": {{ \"file\": \"{file}\", \"integrity\": \"{integrity}\" }}")
    }
}

/// Renames a file to `name` with its hash, so that no cache hands out another build's.
fn hashed(folder: &Path, file: &str, name: &str) -> Result<Pin, Failure> {
    let path = folder.join(file);
    let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
    let hashed = integrity::with_hash(name, &bytes);
    fs::rename(&path, folder.join(&hashed)).map_err(|error| Failure::io("rename", &path, &error))?;
    // The shortest hash that browsers take: it is sent to every reader.
    let (integrity, digits) = (integrity::sha256(&bytes), integrity::digits(&bytes));
    Ok(Pin { name: name.to_owned(), file: hashed, integrity, digits })
}

/// Copies a file that keeps its name to one that only this very file has.
fn pinned_copy(staging: &Path, name: &str) -> Result<Pin, Failure> {
    let path = staging.join(name);
    let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
    let file = integrity::with_hash(name, &bytes);
    let copy = staging.join(&file);
    fs::write(&copy, &bytes).map_err(|error| Failure::io("write", &copy, &error))?;
    let (integrity, digits) = (integrity::sha384(&bytes), integrity::digits(&bytes));
    Ok(Pin { name: name.to_owned(), file, integrity, digits })
}
