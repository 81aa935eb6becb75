//! Trunk's last step of a build: the document is printed into the staged page, and the element learns the hashed
//! names of its runtime.
//!
//! It runs before Trunk replaces `dist/`, so that a failure leaves the last good build standing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::machine::Machine;
use crate::minify::minify;
use crate::run;
use crate::sizes;

/// The document that the page is built around.
const DOCUMENT: &str = "assets/explainer.json";
/// The element's script, which loads the runtime; copied as it is, under a name that embedding pages can rely on.
const ELEMENT: &str = "news-explainer.js";
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
    name_runtime(&staging)?;
    if env::var("TRUNK_PROFILE").as_deref() != Ok("release") {
        return Ok(());
    }
    minify(machine, &staging, &sizes::scripts_and_sheets(&staging)?)?;
    sizes::report(&staging)
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

/// Writes the hashed names into the staged copy of the element's script.
fn name_runtime(staging: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(staging).map_err(|error| Failure::io("read", staging, &error))?;
    let files: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let path = staging.join(ELEMENT);
    let mut script = fs::read_to_string(&path).map_err(|error| {
        Failure::io("read", &path, &error)
            .by_hand(format!("index.html must hold <link data-trunk rel=\"copy-file\" href=\"assets/{ELEMENT}\">"))
    })?;
    for ending in ENDINGS {
        let hashed = hashed_name(&files, ending).map_err(|problem| {
            Failure::new(format!("{problem} in {}", staging.display())).by_hand(format!(
                "index.html must hold one <link data-trunk rel=\"rust\" data-bin=\"{RUNTIME}\" data-wasm-opt=\"z\">, and Trunk.toml filehash = true"
            ))
        })?;
        let placeholder = format!("{RUNTIME}{ending}");
        script = replace_once(&script, &placeholder, hashed).map_err(|count| {
            Failure::new(format!("expected `{placeholder}` once in assets/{ELEMENT}, found it {count} times"))
                .by_hand(format!("name `{placeholder}` in exactly one place there; comments count too"))
        })?;
    }
    fs::write(&path, script).map_err(|error| Failure::io("write", &path, &error))
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
