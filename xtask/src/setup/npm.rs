//! The npm packages of the end-to-end tests and of the release build, exactly as package-lock.json lists them.

use std::fs;

use super::announce;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// The oldest Node.js that the packages run on.
const NODE: u32 = 20;
/// A copy of the lock file as it was when its packages had all been installed. `npm ci` begins by removing the folder,
/// and this file with it, so that it never vouches for a half-done installation.
const STAMP: &str = "node_modules/.installed-lock.json";

/// Finds the packages or installs them.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let node = node_version(machine)?;
    let lock_path = machine.root.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(|error| Failure::io("read", &lock_path, &error))?;
    let stamp_path = machine.root.join(STAMP);
    if fs::read(&stamp_path).ok().as_ref() != Some(&lock) {
        announce("installing the npm packages", "about 30 seconds");
        let mut npm = machine.command("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run::watched(&mut npm).map_err(|attempt| {
            Failure::new("the npm packages could not be installed")
                .tried([attempt])
                .by_hand("npm ci --ignore-scripts\nin the project's folder, then run this command again")
        })?;
        fs::write(&stamp_path, &lock).map_err(|error| Failure::io("write", &stamp_path, &error))?;
    }
    Ok(format!("npm packages, Node.js {node}"))
}

fn node_version(machine: &Machine) -> Result<String, Failure> {
    let by_hand = format!("install Node.js {NODE} or newer with npm, then run this command again");
    let answer = run::output(machine.command("node").arg("--version"))
        .map_err(|attempt| Failure::new("Node.js was not found").tried([attempt]).by_hand(by_hand.as_str()))?;
    let version = answer.trim().trim_start_matches('v');
    let major = version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE => Ok(version.to_owned()),
        _ => Err(Failure::new(format!("expected Node.js {NODE} or newer, found {version}")).by_hand(by_hand)),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lock_file_names_no_download_address() {
        assert!(!include_str!("../../../package-lock.json").contains("\"resolved\""));
    }
}
