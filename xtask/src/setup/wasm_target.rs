//! The standard library for `wasm32-unknown-unknown`: by rustup, else built from Debian's copy of its source.

mod compiler;
mod debian_std;

use std::fs;
use std::path::Path;

use super::announce;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;
use compiler::{Compiler, TARGET};

/// The libraries without which nothing of ours links; `test` is what the browser tests' harness needs.
const LIBRARIES: [&str; 5] = ["core", "alloc", "std", "compiler_builtins", "test"];
/// Names the compiler that a library of our own making was built with.
const STAMP: &str = "built-from-source-by";

/// Finds the target's standard library or installs it.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let compiler = Compiler::in_use(machine)?;
    let present = format!("{TARGET} for rustc {}", compiler.version);
    let folder = compiler.sysroot.join("lib").join("rustlib").join(TARGET);
    remove_outdated(&folder, &compiler)?;
    if is_complete(&folder) {
        return Ok(present);
    }

    let mut tried = Vec::new();
    if machine.find("rustup").is_some() {
        announce(&format!("adding the target {TARGET} by rustup"), "about 10 seconds");
        match run::watched(machine.command("rustup").args(["target", "add", TARGET])) {
            Ok(()) if is_complete(&folder) => return Ok(present),
            Ok(()) => {}
            Err(attempt) => tried.push(attempt),
        }
    }
    if machine.find("apt-get").is_some() {
        announce("rustup could not; building the target's standard library from Debian's rust-src", "about 2 minutes");
        match debian_std::build(machine, &compiler) {
            Ok(libraries) => {
                install(&libraries.folder, &folder, &compiler)?;
                if is_complete(&folder) {
                    return Ok(present);
                }
            }
            Err(failure) => tried.extend(failure.into_attempts()),
        }
    }
    Err(Failure::new(format!("the target {TARGET} could not be installed")).tried(tried).by_hand(format!(
        "rustup target add {TARGET}\non a network where rustup can download, or install it with whatever brought rustc {}",
        compiler.version
    )))
}

fn is_complete(folder: &Path) -> bool {
    let files: Vec<String> = fs::read_dir(folder.join("lib"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    LIBRARIES.iter().all(|library| {
        let prefix = format!("lib{library}-");
        files.iter().any(|file| file.starts_with(&prefix) && file.ends_with(".rlib"))
    })
}

/// Removes a library of our own making that another compiler built: no compiler reads another's, and rustup would stumble over it.
fn remove_outdated(folder: &Path, compiler: &Compiler) -> Result<(), Failure> {
    match fs::read_to_string(folder.join(STAMP)) {
        Ok(builder) if builder != compiler.description => {
            fs::remove_dir_all(folder).map_err(|error| Failure::io("remove the outdated", folder, &error))
        }
        _ => Ok(()),
    }
}

/// Copies the libraries beside their place and moves them there in one step.
fn install(libraries: &Path, folder: &Path, compiler: &Compiler) -> Result<(), Failure> {
    let part = folder.with_file_name(format!(".{TARGET}-{}", std::process::id()));
    let result = copy(libraries, &part, compiler).and_then(|()| crate::setup::scratch::move_into_place(&part, folder));
    if result.is_err() {
        let _ = fs::remove_dir_all(&part);
    }
    result
}

fn copy(libraries: &Path, part: &Path, compiler: &Compiler) -> Result<(), Failure> {
    let lib = part.join("lib");
    fs::create_dir_all(&lib).map_err(|error| Failure::io("make", &lib, &error))?;
    let entries = fs::read_dir(libraries).map_err(|error| Failure::io("read", libraries, &error))?;
    for file in entries.flatten().map(|entry| entry.path()) {
        let name = file.file_name().unwrap_or_default();
        let ours = name.to_string_lossy().starts_with(debian_std::EMPTY_LIBRARY);
        if file.extension().is_some_and(|extension| extension == "rlib") && !ours {
            fs::copy(&file, lib.join(name)).map_err(|error| Failure::io("copy", &file, &error))?;
        }
    }
    let stamp = part.join(STAMP);
    fs::write(&stamp, &compiler.description).map_err(|error| Failure::io("write", &stamp, &error))
}
