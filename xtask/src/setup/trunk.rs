//! Trunk, which builds and serves the page.

use super::cargo_install::{self, Recipe};
use super::{announce, hand_use};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// The newest version that this project's Rust builds; 0.22 wants a newer one.
const VERSION: &str = "0.21.14";
/// Later patches of the same series do as well.
const SERIES: (&str, u32) = ("0.21.", 14);

/// Finds Trunk or builds it.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let folder = machine.tools.join(format!("trunk-{VERSION}"));
    let bin = folder.join("bin");
    if !bin.is_dir() {
        if let Some(present) = installed(machine).filter(|version| fits(version)) {
            return Ok(format!("trunk {present}"));
        }
        announce(&format!("building trunk {VERSION} from source"), "about 9 minutes on two cores, once");
        let recipe = Recipe { name: "trunk", version: VERSION, programs: &["trunk"], locked: true };
        cargo_install::install(machine, recipe, &folder)?;
    }
    hand_use::expose(machine, &bin, &["trunk"]);
    machine.prefer(bin);
    match installed(machine) {
        Some(present) => Ok(format!("trunk {present}")),
        None => Err(Failure::new(format!("the trunk in {} does not run", folder.display()))
            .by_hand(format!("remove {} and run this command again", folder.display()))),
    }
}

fn installed(machine: &Machine) -> Option<String> {
    machine.find("trunk")?;
    let answer = run::output(machine.command("trunk").arg("--version")).ok()?;
    answer.trim().strip_prefix("trunk ").map(String::from)
}

fn fits(version: &str) -> bool {
    let (series, least) = SERIES;
    let patch = version.strip_prefix(series).and_then(|patch| patch.parse::<u32>().ok());
    patch.is_some_and(|patch| patch >= least)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn only_the_tested_series_fits() {
        for (version, expected) in [
            ("0.21.14", true),
            ("0.21.20", true),
            ("0.21.13", false),
            ("0.21.14-beta.1", false),
            ("0.22.0", false),
            ("1.21.14", false),
        ] {
            assert_eq!(fits(version), expected, "{version}");
        }
    }
}
