//! cargo-deny, which judges licences, advisories, bans and sources of the crates.

use super::announce;
use super::cargo_install::{self, Recipe};
use crate::failure::Failure;
use crate::machine::Machine;

/// The newest version that this project's Rust builds.
const VERSION: &str = "0.20.2";

/// Finds cargo-deny or builds it. Another version might read `deny.toml` otherwise, so only ours will do.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let folder = machine.tools.join(format!("cargo-deny-{VERSION}"));
    let bin = folder.join("bin");
    if !bin.is_dir() {
        announce(&format!("building cargo-deny {VERSION} from source"), "about 8 minutes on two cores, once");
        let recipe = Recipe { name: "cargo-deny", version: VERSION, programs: &["cargo-deny"], locked: true };
        cargo_install::install(machine, recipe, &folder)?;
    }
    machine.prefer(bin);
    Ok(format!("cargo-deny {VERSION}"))
}
