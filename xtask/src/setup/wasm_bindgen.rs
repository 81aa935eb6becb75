//! wasm-bindgen and its test runner, in exactly the version that the project is linked with.

use std::fs;

use super::cargo_install::{self, Recipe};
use super::{announce, hand_use, lock_file};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

const PROGRAMS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/// Finds wasm-bindgen in Cargo.lock's version, or builds it.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let lock_path = machine.root.join("Cargo.lock");
    let lock = fs::read_to_string(&lock_path).map_err(|error| Failure::io("read", &lock_path, &error))?;
    let version = lock_file::version_of(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.lock names no version of wasm-bindgen").by_hand("cargo update -p wasm-bindgen")
    })?;

    let folder = machine.tools.join(format!("wasm-bindgen-{version}"));
    let bin = folder.join("bin");
    if !bin.is_dir() {
        if PROGRAMS.iter().all(|program| is_version(machine, program, version)) {
            return Ok(format!("wasm-bindgen {version}"));
        }
        announce(&format!("building wasm-bindgen {version} from source"), "about 3 minutes on two cores, once");
        // Not with its own lock file: that may name versions which were withdrawn, or are not served everywhere.
        let recipe = Recipe { name: "wasm-bindgen-cli", version, programs: &PROGRAMS, locked: false };
        cargo_install::install(machine, recipe, &folder)?;
    }
    hand_use::expose(machine, &bin, &PROGRAMS);
    machine.prefer(bin);
    for program in PROGRAMS {
        if !is_version(machine, program, version) {
            let folder = folder.display();
            return Err(Failure::new(format!("the {program} in {folder} does not run"))
                .by_hand(format!("remove {folder} and run this command again")));
        }
    }
    Ok(format!("wasm-bindgen {version}"))
}

fn is_version(machine: &Machine, program: &str, version: &str) -> bool {
    machine.find(program).is_some()
        && run::output(machine.command(program).arg("--version"))
            .is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}
