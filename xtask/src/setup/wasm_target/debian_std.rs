//! The fallback where rustup cannot download: Debian packages the standard library's source, and the suite whose
//! version equals the compiler's builds with that very compiler.

use std::fs;
use std::path::{Path, PathBuf};

use super::compiler::{Compiler, TARGET};
use crate::failure::{Attempt, Failure};
use crate::machine::Machine;
use crate::run;
use crate::setup::apt::{self, Suite};
use crate::setup::scratch::{Scratch, move_into_place};

/// The suites to look into, the oldest first: those that are there in every year come last.
const SUITES: [&str; 5] = ["bookworm-backports", "trixie", "trixie-backports", "forky", "sid"];
const PACKAGE: &str = "rust-src";
/// What the empty library, from which the standard library is built, is compiled to.
pub const EMPTY_LIBRARY: &str = "libempty-";
/// Names the version of Debian's package that a source folder came from.
const STAMP: &str = ".debian-version";

/// The folder with the finished libraries; it lasts as long as this value.
#[derive(Debug)]
pub struct Libraries {
    /// Where the `.rlib` files are, the empty library's among them.
    pub folder: PathBuf,
    _scratch: Scratch,
}

/// Builds the standard library.
pub fn build(machine: &Machine, compiler: &Compiler) -> Result<Libraries, Failure> {
    let scratch = Scratch::new(machine)?;
    let source = compiler.sysroot.join("lib/rustlib/src/rust/library");
    if !has_source(&source, compiler) {
        fetch_source(machine, compiler, &scratch, &source)?;
    }
    let folder = compile(machine, &scratch)?;
    Ok(Libraries { folder, _scratch: scratch })
}

/// Whether rustup's own component, or our copy for this compiler, is there.
fn has_source(source: &Path, compiler: &Compiler) -> bool {
    source.join("std").join("Cargo.toml").is_file()
        && fs::read_to_string(source.join(STAMP)).map_or(true, |stamp| stamp.starts_with(&compiler.version))
}

fn fetch_source(machine: &Machine, compiler: &Compiler, scratch: &Scratch, source: &Path) -> Result<(), Failure> {
    let archive = apt::archive(machine).map_err(no_source)?;
    let mut tried = Vec::new();
    for name in SUITES {
        let suite = match Suite::open(machine, &archive, name, &scratch.folder(name)?) {
            Ok(suite) => suite,
            Err(failure) => {
                tried.extend(failure.into_attempts());
                continue;
            }
        };
        let madison = suite.madison(PACKAGE).map_err(no_source)?;
        let Some(version) = apt::packaged_version(&madison, &compiler.version) else {
            tried.push(Attempt {
                command: format!("apt-cache madison {PACKAGE}, in {name}"),
                answer: format!("no version {}: {}", compiler.version, madison.trim()),
            });
            continue;
        };
        eprintln!("  {PACKAGE} {version} is in {name}");
        return unpack(&suite, version, scratch, source);
    }
    Err(Failure::new(format!("no suite has {PACKAGE} {}", compiler.version)).tried(tried))
}

fn unpack(suite: &Suite, version: &str, scratch: &Scratch, source: &Path) -> Result<(), Failure> {
    let package = scratch.folder("package")?;
    let unpacked = scratch.folder("unpacked")?;
    suite.download(PACKAGE, version, &package).map_err(no_source)?;
    let file = fs::read_dir(&package)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .ok_or_else(|| Failure::new(format!("the download of {PACKAGE} left no package")))?;
    let mut dpkg = std::process::Command::new("dpkg");
    run::output(dpkg.arg("-x").arg(&file).arg(&unpacked)).map_err(no_source)?;

    let library = find_library(&unpacked.join("usr"))
        .ok_or_else(|| Failure::new(format!("{PACKAGE} {version} holds no library folder")))?;
    let stamp = library.join(STAMP);
    fs::write(&stamp, version).map_err(|error| Failure::io("write", &stamp, &error))?;
    place_source(&library, source)
}

/// Copies the source beside its place (the scratch folder may be on another file system) and moves it there in one step.
fn place_source(library: &Path, source: &Path) -> Result<(), Failure> {
    let part = source.with_file_name(format!(".library-{}", std::process::id()));
    let parent = part.parent().unwrap_or(&part);
    fs::create_dir_all(parent).map_err(|error| Failure::io("make", parent, &error))?;
    let mut copy = std::process::Command::new("cp");
    run::output(copy.arg("-r").arg(library).arg(&part)).map_err(no_source)?;
    move_into_place(&part, source)
}

/// The folder `library` of the Rust sources, wherever the package keeps them (`/usr/src/rustc-VERSION/library`).
fn find_library(folder: &Path) -> Option<PathBuf> {
    if folder.join("library/std/Cargo.toml").is_file() {
        return Some(folder.join("library"));
    }
    let inner = fs::read_dir(folder).ok()?.flatten();
    inner
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .find_map(|entry| find_library(&entry.path()))
}

fn compile(machine: &Machine, scratch: &Scratch) -> Result<PathBuf, Failure> {
    let project = scratch.folder("empty")?;
    let target = scratch.folder("target")?;
    let write = |path: PathBuf, text: &str| fs::write(&path, text).map_err(|error| Failure::io("write", &path, &error));
    let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n";
    write(project.join("Cargo.toml"), manifest)?;
    fs::create_dir_all(project.join("src")).map_err(|error| Failure::io("make", &project.join("src"), &error))?;
    write(project.join("src").join("lib.rs"), "")?;

    let mut cargo = machine.cargo();
    cargo
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test"])
        .current_dir(&project)
        .env("CARGO_TARGET_DIR", &target)
        // -Zbuild-std is for nightly compilers; this lets a stable one build its own library.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it a later link-time optimization finds no bitcode in the library.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    run::watched(&mut cargo).map_err(no_source)?;
    Ok(target.join(TARGET).join("release").join("deps"))
}

fn no_source(attempt: Attempt) -> Failure {
    Failure::new("the standard library could not be built from Debian's source").tried([attempt])
}
