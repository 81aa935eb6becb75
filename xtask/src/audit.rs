//! The supply chain: what the lock files bring in, judged by cargo-deny (`deny.toml`) and npm.
//!
//! It is no part of the tests: what it finds changes with the world and not with the code, and the lists of known holes
//! are not to be had everywhere.

use crate::failure::{Attempt, Failure};
use crate::machine::Machine;
use crate::run;
use crate::setup;

/// What cargo-deny says where RustSec's list cannot be had.
const NO_LIST: &str = "failed to fetch advisory database";
/// What npm's report begins with where its list can be had.
const REPORT: &str = "\"auditReportVersion\"";

/// Judges the crates and the npm packages. A list that cannot be had is a note, what is on a list is a failure.
pub fn audit(machine: &mut Machine) -> Result<(), Failure> {
    let present = setup::cargo_deny(machine)?;
    eprintln!("✓ {present}");
    let mut own = machine.command("cargo-deny");
    run::shown(own.args(["--locked", "check", "bans", "licenses", "sources"])).map_err(|attempt| {
        Failure::new("a crate is not as deny.toml wants it")
            .tried([attempt])
            .by_hand("replace the crate, or write into deny.toml why it may stay")
    })?;
    eprintln!("✓ bans, licences and sources of the crates");
    let mut crates = machine.command("cargo-deny");
    let crates = run::output(crates.args(["--locked", "check", "advisories"]));
    conclude("advisories on the crates", crates, |answer| !answer.contains(NO_LIST))?;
    let mut packages = machine.command("npm");
    let packages = run::output(packages.args(["audit", "--json", "--package-lock-only"]));
    conclude("advisories on the npm packages", packages, |answer| answer.contains(REPORT))
}

/// Tells a list that names something from one that could not be had.
fn conclude(what: &str, found: Result<String, Attempt>, is_list: impl Fn(&str) -> bool) -> Result<(), Failure> {
    match found {
        Ok(_) => eprintln!("✓ {what}"),
        Err(attempt) if is_list(&attempt.answer) => {
            return Err(Failure::new(format!("there are {what}")).tried([attempt]).by_hand(
                "update what is named; if there is no update, write into deny.toml why it does no harm here",
            ));
        }
        Err(attempt) => {
            let first = attempt.answer.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            eprintln!("  note: {what} are not known: `{}` could not get the list ({})", attempt.command, first.trim());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(answer: Result<&str, &str>, expected: bool) {
        let attempt = |answer: &str| Attempt { command: String::new(), answer: answer.to_owned() };
        let found = conclude("x", answer.map(String::from).map_err(attempt), |answer| !answer.contains(NO_LIST));
        assert_eq!(found.is_ok(), expected, "{answer:?}");
    }

    #[test]
    fn only_a_list_that_names_something_is_a_failure() {
        check(Ok("advisories ok"), true);
        check(Err("[ERROR] failed to fetch advisory database somewhere"), true);
        check(Err("error[vulnerability]: a hole"), false);
    }
}
