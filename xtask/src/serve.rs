//! Trunk with the prepared machine around it.

use std::process::Command;

use crate::failure::Failure;
use crate::machine::Machine;
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
