//! Binaryen's optimizer, from its npm package: distributions carry versions too old for today's Wasm.

use std::path::Path;

use super::announce;
use super::scratch::{Scratch, move_into_place};
use crate::failure::{Attempt, Failure};
use crate::machine::Machine;
use crate::run;

/// The release of Binaryen.
const RELEASE: &str = "132";
/// The npm package of that release.
const PACKAGE: &str = "binaryen@132.0.0";

/// Finds wasm-opt or installs it.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let folder = machine.tools.join(format!("binaryen-{RELEASE}"));
    let bin = folder.join("node_modules").join(".bin");
    if !bin.is_dir() {
        if machine.find("wasm-opt").is_some_and(|program| is_release(machine, &program)) {
            return Ok(format!("wasm-opt {RELEASE}"));
        }
        announce(&format!("installing wasm-opt {RELEASE} by npm"), "about 20 seconds");
        install(machine, &folder)?;
    }
    machine.prefer(bin);
    Ok(format!("wasm-opt {RELEASE}"))
}

fn install(machine: &Machine, folder: &Path) -> Result<(), Failure> {
    let scratch = Scratch::new(machine)?;
    let root = scratch.folder("root")?;
    let mut npm = machine.command("npm");
    npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE])
        .arg("--prefix")
        .arg(&root)
        .current_dir(&root);
    let program = root.join("node_modules").join(".bin").join("wasm-opt");
    let result = run::watched(&mut npm).and_then(|()| {
        if is_release(machine, &program) {
            return Ok(());
        }
        let answer = format!("{} --version did not name version {RELEASE}", program.display());
        Err(Attempt { command: run::spell(&npm), answer })
    });
    match result {
        Ok(()) => move_into_place(&root, folder),
        Err(attempt) => {
            Err(Failure::new(format!("wasm-opt {RELEASE} could not be installed")).tried([attempt]).by_hand(format!(
                "put a wasm-opt of Binaryen's release version_{RELEASE} on the PATH, then run this command again"
            )))
        }
    }
}

fn is_release(machine: &Machine, program: &Path) -> bool {
    let mut command = machine.command(&program.to_string_lossy());
    run::output(command.arg("--version")).is_ok_and(|answer| answer.split_whitespace().nth(2) == Some(RELEASE))
}
