//! Trunk with the prepared machine around it, and a document in the place of the demonstration.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::machine::Machine;
use crate::release::dist::is_fresh;
use crate::run;
use crate::setup::{self, Part};

/// What Trunk and its last step need of the machine; the npm packages bring the minifier.
const PARTS: [Part; 5] = [Part::WasmTarget, Part::Trunk, Part::WasmBindgen, Part::WasmOpt, Part::Npm];

/// Serves the page and rebuilds it on every change, until it is stopped.
pub fn serve(machine: &mut Machine, port: Option<u16>, open: bool) -> Result<(), Failure> {
    setup::prepare(machine, &PARTS)?;
    let mut trunk = trunk(machine, "serve");
    if let Some(port) = port {
        trunk.args(["--port", &port.to_string()]);
    }
    if open {
        trunk.arg("--open");
    }
    run::shown(&mut trunk).map_err(|attempt| Failure::new("the page could not be served").tried([attempt]))
}

/// Where the demonstration page and documents are served; Trunk.toml names it for the former.
const PORT: u16 = 8080;

/// Serves an author's document by `explainer serve`, until it is stopped. `dist/` is built first if it is not there, or older
/// than what it is made from: what is printed now may be more than its program knows.
pub fn document(machine: &mut Machine, file: &Path, port: Option<u16>) -> Result<(), Failure> {
    // What is missing is said before anything is built.
    let file = file.canonicalize().map_err(|error| {
        Failure::io("read", file, &error).by_hand("`cargo run --bin explainer -- new my-story` begins a document")
    })?;
    let dist = machine.root.join("dist");
    if !is_fresh(&machine.root, &dist) {
        build(machine)?;
    }
    run::shown(&mut preview(machine, &file, &dist, port.unwrap_or(PORT)))
        .map_err(|attempt| Failure::new(format!("{} could not be served", file.display())).tried([attempt]))
}

fn preview(machine: &Machine, file: &Path, dist: &Path, port: u16) -> Command {
    let mut cargo = machine.cargo();
    cargo.args(["run", "--quiet", "--package", "news-explainer", "--bin", "explainer", "--", "serve"]);
    cargo.arg(file).args(["--port", &port.to_string(), "--runtime"]).arg(dist);
    cargo
}

/// Builds `dist/` for release.
pub fn build(machine: &mut Machine) -> Result<(), Failure> {
    setup::prepare(machine, &PARTS)?;
    run::shown(&mut release_build(machine))
        .map_err(|attempt| Failure::new("dist/ could not be built; the last good one stays").tried([attempt]))
}

/// `trunk build --release`.
pub fn release_build(machine: &Machine) -> Command {
    let mut trunk = trunk(machine, "build");
    trunk.arg("--release");
    trunk
}

fn trunk(machine: &Machine, command: &str) -> Command {
    let mut trunk = machine.command("trunk");
    trunk.arg(command).env("TRUNK_SKIP_VERSION_CHECK", "true");
    trunk
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_is_not_there_is_said_before_anything_is_built() {
        let mut machine = Machine::detect().expect("a machine");
        let failure =
            document(&mut machine, Path::new("no-such-story.json"), None).expect_err("no document").to_string();
        assert!(failure.contains("could not read no-such-story.json"), "{failure}");
        assert!(failure.contains("explainer -- new my-story"), "{failure}");
    }

    #[test]
    fn a_document_takes_the_place_of_the_demonstration_page() {
        let machine = Machine::detect().expect("a machine");
        let trunk = std::fs::read_to_string(machine.root.join("Trunk.toml")).expect("Trunk.toml");
        assert!(trunk.contains(&format!("\nport = {PORT}\n")));
        let command = preview(&machine, Path::new("/home/me/my-story.json"), Path::new("dist"), PORT);
        let line = run::spell(&command);
        assert!(line.ends_with("-- serve /home/me/my-story.json --port 8080 --runtime dist"), "{line}");
    }
}
