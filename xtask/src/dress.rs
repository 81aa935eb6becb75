//! Trunk's last step of a build: the document is printed into the staged page, the element learns the hashed names and
//! the hashes of its runtime, and the two files that pages load get names under which they never change.
//!
//! It runs before Trunk replaces `dist/`, so that a failure leaves the last good build standing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::integrity;
use crate::machine::Machine;
use crate::minify::minify;
use crate::run;
use crate::sizes;

/// The document that the page is built around.
const DOCUMENT: &str = "assets/explainer.json";
/// The element's script, which loads the runtime; copied as it is, under a name that embedding pages can rely on.
const ELEMENT: &str = "news-explainer.js";
/// The stylesheet that pages load.
const STYLESHEET: &str = "news-explainer.css";
/// The stylesheet of the shadow root, which the element's script loads.
const FRAME_STYLES: &str = "explainer-frame.css";
/// Where the pinned names are, with their integrity.
const PINS: &str = "integrity.json";
/// The program in Cargo.toml that Trunk compiles to Wasm.
const RUNTIME: &str = "explainer-runtime";
/// How wasm-bindgen ends the names of its two files.
const ENDINGS: [&str; 2] = [".js", "_bg.wasm"];

/// Finishes the page in Trunk's staging folder.
pub fn dress(machine: &Machine) -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new("`cargo xtask dress` is Trunk's last step of a build, and was not called by Trunk")
            .by_hand("cargo xtask build")
    })?;
    print_document(machine, &staging)?;
    let is_release = env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    if is_release {
        // What is named by its hash cannot change any more afterwards; the element's script is next.
        let mut others = sizes::scripts_and_sheets(&staging)?;
        others.retain(|file| file != ELEMENT);
        minify(machine, &staging, &others)?;
    }
    name_runtime(&staging)?;
    if is_release {
        minify(machine, &staging, &[ELEMENT.to_owned()])?;
    }
    pin(&staging)?;
    if is_release { sizes::report(&staging) } else { Ok(()) }
}

/// Lets the command line print the document; its diagnostics go straight to the terminal.
fn print_document(machine: &Machine, staging: &Path) -> Result<(), Failure> {
    let mut cargo = machine.cargo();
    cargo
        .args(["run", "--quiet", "--package", "news-explainer", "--bin", "explainer", "--"])
        .args(["page", DOCUMENT, "--dir"])
        .arg(staging);
    run::shown(&mut cargo)
        .map_err(|attempt| Failure::new(format!("{DOCUMENT} could not be printed into the page")).tried([attempt]))
}

/// Writes the hashed names, each with its hash, into the staged copy of the element's script.
fn name_runtime(staging: &Path) -> Result<(), Failure> {
    // The frame's sheet has a stable name so far. Under that one a cache could hand out another build's.
    let styles = staging.join(FRAME_STYLES);
    let bytes = fs::read(&styles).map_err(|error| Failure::io("read", &styles, &error))?;
    let hashed_styles = integrity::with_hash(FRAME_STYLES, &bytes);
    let to = staging.join(&hashed_styles);
    fs::rename(&styles, &to).map_err(|error| Failure::io("rename", &styles, &error))?;
    let entries = fs::read_dir(staging).map_err(|error| Failure::io("read", staging, &error))?;
    let files: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let path = staging.join(ELEMENT);
    let mut script = fs::read_to_string(&path).map_err(|error| {
        Failure::io("read", &path, &error)
            .by_hand(format!("index.html must hold <link data-trunk rel=\"copy-file\" href=\"assets/{ELEMENT}\">"))
    })?;
    let mut names = vec![(FRAME_STYLES.to_owned(), hashed_styles)];
    for ending in ENDINGS {
        let hashed = hashed_name(&files, ending).map_err(|problem| {
            Failure::new(format!("{problem} in {}", staging.display())).by_hand(format!(
                "index.html must hold one <link data-trunk rel=\"rust\" data-bin=\"{RUNTIME}\" data-wasm-opt=\"z\">, and Trunk.toml filehash = true"
            ))
        })?;
        names.push((format!("{RUNTIME}{ending}"), hashed.to_owned()));
    }
    for (placeholder, name) in names {
        let path = staging.join(&name);
        let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        // The shortest hash that browsers take: it is sent to every reader.
        let named = format!("{name} {}", integrity::sha256(&bytes));
        script = replace_once(&script, &placeholder, &named).map_err(|count| {
            Failure::new(format!("expected `{placeholder}` once in assets/{ELEMENT}, found it {count} times"))
                .by_hand(format!("name `{placeholder}` in exactly one place there; comments count too"))
        })?;
    }
    fs::write(&path, script).map_err(|error| Failure::io("write", &path, &error))
}

/// Copies the element's script and its stylesheet under names that only these very files have, and lists those with their
/// integrity, by their stable names.
fn pin(staging: &Path) -> Result<(), Failure> {
    let mut pins = Vec::new();
    for name in [STYLESHEET, ELEMENT] {
        let path = staging.join(name);
        let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        let file = integrity::with_hash(name, &bytes);
        let copy = staging.join(&file);
        fs::write(&copy, &bytes).map_err(|error| Failure::io("write", &copy, &error))?;
        pins.push(format!(
            "  \"{name}\": {{ \"file\": \"{file}\", \"integrity\": \"{}\" }}",
            integrity::sha384(&bytes)
        ));
    }
    let path = staging.join(PINS);
    fs::write(&path, format!("{{\n{}\n}}\n", pins.join(",\n"))).map_err(|error| Failure::io("write", &path, &error))
}

/// The one staged file `explainer-runtime-HASH…` with the given ending, or what is amiss.
fn hashed_name<'a>(files: &'a [String], ending: &str) -> Result<&'a str, String> {
    let is_hashed = |file: &&String| {
        let rest = file.strip_prefix(RUNTIME).and_then(|rest| rest.strip_prefix('-'));
        let hash = rest.and_then(|rest| rest.strip_suffix(ending));
        hash.is_some_and(|hash| !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let found: Vec<&String> = files.iter().filter(is_hashed).collect();
    match found[..] {
        [file] => Ok(file),
        _ => Err(format!("expected one file {RUNTIME}-HASH{ending}, found {}", found.len())),
    }
}

/// The text with the one occurrence replaced, or how many there are instead.
fn replace_once(text: &str, placeholder: &str, replacement: &str) -> Result<String, usize> {
    match text.matches(placeholder).count() {
        1 => Ok(text.replace(placeholder, replacement)),
        count => Err(count),
    }
}

#[cfg(test)]
mod tests {
    use super::{hashed_name, replace_once};

    #[test]
    fn a_placeholder_is_replaced_when_it_stands_exactly_once() {
        let script = "import('./explainer-runtime.js')";
        let check = |text: &str| replace_once(text, "explainer-runtime.js", "explainer-runtime-1f.js");
        assert_eq!(check(script), Ok("import('./explainer-runtime-1f.js')".to_owned()));
        assert_eq!(check(""), Err(0));
        assert_eq!(check(&script.repeat(2)), Err(2));
    }

    #[test]
    fn the_hashed_runtime_is_told_from_its_neighbours() {
        let files: Vec<String> = [
            "index.html",
            "news-explainer.js",
            "explainer-runtime.js",
            "explainer-runtime-1f00.js",
            "explainer-runtime-1f00_bg.wasm",
            "explainer-runtime-notes.js",
        ]
        .map(String::from)
        .to_vec();
        assert_eq!(hashed_name(&files, ".js"), Ok("explainer-runtime-1f00.js"));
        assert_eq!(hashed_name(&files, "_bg.wasm"), Ok("explainer-runtime-1f00_bg.wasm"));
        let none = "expected one file explainer-runtime-HASH.js, found 0".to_owned();
        assert_eq!(hashed_name(&[], ".js"), Err(none));
        let twice = [files.clone(), vec!["explainer-runtime-2a.js".to_owned()]].concat();
        assert!(hashed_name(&twice, ".js").is_err());
    }
}
