//! What is handed on of a version: the command line that carries the runtime, the runtime as an archive, and as an npm package.
//!
//! Each is tried from an empty folder before it takes its place in `target/release-VERSION`.

mod archive;
pub mod dist;
mod package;
mod trial;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;
use crate::serve;

/// The package that is released.
const PACKAGE: &str = "news-explainer";
/// The command line's name, as Cargo builds it.
const PROGRAM: &str = "explainer";

/// Writes and tries everything that is released. `dist/` is built first, whatever is there: it may be one for trying out.
pub fn release(machine: &mut Machine) -> Result<(), Failure> {
    let dist = machine.root.join("dist");
    serve::build(machine)?;
    let version = version(machine)?;
    let target = target(machine);
    let place = target.join(format!("release-{version}"));
    // Beside its place until all of it has been tried, so that a failure leaves the last good release.
    let folder = target.join(format!(".release-{version}"));
    empty(&folder)?;

    let files = dist::read(&dist)?;
    let program = program(machine, &target, &folder)?;
    let zip = folder.join(format!("{PACKAGE}-{version}.zip"));
    write(&zip, &archive::zip(&files)?)?;
    let package = package::files(&machine.root, &version, &files)?;
    let tarball = folder.join(format!("{PACKAGE}-{version}.tgz"));
    write(&tarball, &archive::tgz(package::FOLDER, &package)?)?;

    trial::program(&program, &files)?;
    trial::zip(&zip, &files)?;
    trial::npm(machine, &tarball)?;

    if place.exists() {
        fs::remove_dir_all(&place).map_err(|error| Failure::io("remove the old", &place, &error))?;
    }
    fs::rename(&folder, &place).map_err(|error| Failure::io("move the release to", &place, &error))?;
    println!("{}: written and tried", place.display());
    for name in [format!("{PROGRAM}{}", env::consts::EXE_SUFFIX), file_name(&zip), file_name(&tarball)] {
        let path = place.join(&name);
        let size = fs::metadata(&path).map_err(|error| Failure::io("read", &path, &error))?.len();
        println!("  {name}  {size} B");
    }
    Ok(())
}

/// The command line with the runtime in it.
fn program(machine: &Machine, target: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let mut cargo = machine.cargo();
    cargo.args(["build", "--release", "--package", PACKAGE, "--bin", PROGRAM]);
    // build.rs takes it from there.
    cargo.env("EXPLAINER_DIST", machine.root.join("dist"));
    run::shown(&mut cargo).map_err(|attempt| Failure::new("explainer could not be built").tried([attempt]))?;
    let name = format!("{PROGRAM}{}", env::consts::EXE_SUFFIX);
    let (from, to) = (target.join("release").join(&name), folder.join(&name));
    fs::copy(&from, &to).map_err(|error| Failure::io("copy", &from, &error))?;
    Ok(to)
}

/// The version that is released.
fn version(machine: &Machine) -> Result<String, Failure> {
    let id = run::output(machine.cargo().args(["pkgid", "--package", PACKAGE]))
        .map_err(|attempt| Failure::new("the version could not be asked for").tried([attempt]))?;
    Ok(version_of(id.trim()).to_owned())
}

/// The version in a package's id: `path+file:///folder/news-explainer#0.1.0`, or `…#news-explainer@0.1.0` where the folder
/// has another name.
fn version_of(id: &str) -> &str {
    id.rsplit(['#', '@']).next().unwrap_or(id)
}

/// Cargo's folder for what is built.
fn target(machine: &Machine) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| machine.root.join("target"), |folder| machine.root.join(folder))
}

fn empty(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::io("empty", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::io("make", folder, &error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::io("write", path, &error))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A list of files by name, for tests.
#[cfg(test)]
fn files(list: &[(&str, &str)]) -> Vec<dist::File> {
    list.iter().map(|(name, text)| dist::File { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() }).collect()
}

#[cfg(test)]
mod tests {
    use super::version_of;

    #[test]
    fn the_version_is_what_ends_a_packages_id() {
        for id in ["path+file:///work/news-explainer#0.1.0", "path+file:///work/news#news-explainer@0.1.0"] {
            assert_eq!(version_of(id), "0.1.0");
        }
    }
}
