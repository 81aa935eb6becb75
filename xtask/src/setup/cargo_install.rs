//! Building a tool from source into a folder of its own.

use std::path::Path;

use super::scratch::{Scratch, move_into_place};
use crate::failure::{Attempt, Failure};
use crate::machine::Machine;
use crate::run;

/// Settings that spare a tool's build more than half of its time; the tools wait for disks and compilers anyway.
const LIGHT: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// What to build.
#[derive(Clone, Copy, Debug)]
pub struct Recipe<'a> {
    /// The crate's name.
    pub name: &'a str,
    /// Its exact version.
    pub version: &'a str,
    /// The programs that it must bring.
    pub programs: &'a [&'a str],
    /// Whether to ask first for the versions that its author tested with.
    pub locked: bool,
}

/// Builds the tool and puts it into `target`, whole or not at all.
pub fn install(machine: &Machine, recipe: Recipe, target: &Path) -> Result<(), Failure> {
    let scratch = Scratch::new(machine)?;
    let mut tried = Vec::new();
    let ways: &[bool] = if recipe.locked { &[true, false] } else { &[false] };
    for locked in ways {
        if !tried.is_empty() {
            eprintln!("  its own lock file could not be used; trying with the newest fitting versions");
        }
        match build(machine, recipe, *locked, &scratch)? {
            Ok(()) => return move_into_place(&scratch.folder("root")?, target),
            Err(attempt) => tried.push(attempt),
        }
    }
    let Recipe { name, version, .. } = recipe;
    Err(Failure::new(format!("{name} {version} could not be built"))
        .tried(tried)
        .by_hand(format!("cargo install {name} --version {version}\nthen run this command again")))
}

fn build(machine: &Machine, recipe: Recipe, locked: bool, scratch: &Scratch) -> Result<Result<(), Attempt>, Failure> {
    let root = scratch.folder("root")?;
    let mut command = machine.cargo();
    command
        .args(["install", recipe.name, "--version", recipe.version])
        .arg("--root")
        .arg(&root)
        // Outside of the project, whose Cargo configuration is not meant for tools.
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", scratch.folder("target")?)
        .env_remove("CARGO_BUILD_TARGET")
        .envs(LIGHT);
    if locked {
        command.arg("--locked");
    }
    Ok(run::watched(&mut command).and_then(|()| works(recipe, &root)))
}

/// Asks each program for its version: one that cannot even start must not be moved into place.
fn works(recipe: Recipe, root: &Path) -> Result<(), Attempt> {
    for program in recipe.programs {
        let mut command = std::process::Command::new(root.join("bin").join(program));
        let answer = run::output(command.arg("--version"))?;
        if !answer.contains(recipe.version) {
            let command = run::spell(&command);
            return Err(Attempt { command, answer });
        }
    }
    Ok(())
}
