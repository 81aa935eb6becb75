//! npm packages, exactly as a folder's package-lock.json lists them: those of the end-to-end tests and of the release build
//! in the project's own, those of the benchmark in `bench`.

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

/// Finds the packages of the project's folder or installs them.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let node = node_version(machine)?;
    ensure_in(machine, "")?;
    Ok(format!("npm packages, Node.js {node}"))
}

/// Finds the packages of a folder within the project's or installs them.
pub fn ensure_in(machine: &Machine, folder: &str) -> Result<(), Failure> {
    let folder = machine.root.join(folder);
    let lock_path = folder.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(|error| Failure::io("read", &lock_path, &error))?;
    let stamp_path = folder.join(STAMP);
    if fs::read(&stamp_path).ok().as_ref() != Some(&lock) {
        announce("installing the npm packages", "about 30 seconds");
        let mut npm = machine.command("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        run::watched(&mut npm).map_err(|attempt| {
            Failure::new("the npm packages could not be installed")
                .tried([attempt])
                .by_hand(format!("npm ci --ignore-scripts\nin {}, then run this command again", folder.display()))
        })?;
        fs::write(&stamp_path, &lock).map_err(|error| Failure::io("write", &stamp_path, &error))?;
    }
    Ok(())
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
    fn the_lock_files_name_no_download_address() {
        assert!(!include_str!("../../../package-lock.json").contains("\"resolved\""));
        assert!(!include_str!("../../../bench/package-lock.json").contains("\"resolved\""));
    }
}
