//! Every test of the project, in an order that shows cheap mistakes first.

mod tally;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;
use crate::serve;
use crate::setup::{self, Part};
use tally::Tally;

/// Where the end-to-end tests are, and how their names end.
const E2E: (&str, &str) = ("tests/e2e", ".test.mjs");
/// How long the browser may take for all tests of one binary, in seconds. Not a measurement: a stop for what hangs.
const BROWSER_TIMEOUT: &str = "600";
/// How long one end-to-end file may take, in milliseconds: also a stop for what hangs. The longest takes about three
/// minutes on two cores.
const E2E_TIMEOUT: u32 = 900_000;

/// A part of the tests that can be run by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// Formatting, lints and tests on this machine.
    Native,
    /// Lints for Wasm, and the tests in the browser.
    Web,
    /// The release build, and the end-to-end tests against it.
    E2e,
}

impl Suite {
    /// Every suite, in order.
    pub const ALL: [Self; 3] = [Self::Native, Self::Web, Self::E2e];

    /// The suite's name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Web => "web",
            Self::E2e => "e2e",
        }
    }

    /// What the suite needs of the machine.
    fn parts(self) -> &'static [Part] {
        match self {
            Self::Native => &[],
            Self::Web => &[Part::WasmTarget, Part::WasmBindgen, Part::Browser],
            Self::E2e => &Part::ALL,
        }
    }

    fn steps(self, machine: &Machine) -> Result<Vec<Step>, Failure> {
        match self {
            Self::Native => Ok(native(machine)),
            Self::Web => Ok(web(machine)),
            Self::E2e => e2e(machine),
        }
    }
}

/// One command of a suite.
struct Step {
    name: &'static str,
    command: Command,
}

/// Prepares the machine and runs one suite or all, up to the first step that fails.
pub fn test(machine: &mut Machine, only: Option<Suite>) -> Result<ExitCode, Failure> {
    let suites = only.map_or_else(|| Suite::ALL.to_vec(), |suite| vec![suite]);
    let needed = |part: &Part| suites.iter().any(|suite| suite.parts().contains(part));
    let parts: Vec<Part> = Part::ALL.into_iter().filter(needed).collect();
    setup::prepare(machine, &parts)?;

    let mut steps = Vec::new();
    for suite in suites {
        steps.extend(suite.steps(machine)?);
    }
    Ok(run_all(steps))
}

fn run_all(steps: Vec<Step>) -> ExitCode {
    let mut tally = Tally::default();
    let mut done = Vec::new();
    let mut failure = None;
    for mut step in steps {
        eprintln!("\n── {}: {}", step.name, run::spell(&step.command));
        let failed_before = tally.failed;
        if let Err(attempt) = run::read_aloud(&mut step.command, |line| tally.read(line)) {
            // A step that is no test, such as a build, still must not end as "0 failed".
            tally.failed = tally.failed.max(failed_before + 1);
            failure = Some(Failure::new(format!("failed at: {}", step.name)).tried([attempt]));
            break;
        }
        done.push(step.name);
    }
    eprintln!();
    if !done.is_empty() {
        eprintln!("✓ passed: {}", done.join(", "));
    }
    if let Some(failure) = &failure {
        eprintln!("{failure}");
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if failure.is_none() && tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn native(machine: &Machine) -> Vec<Step> {
    let mut steps = Vec::new();
    if has_component(machine, "fmt") {
        steps.push(step("formatting", machine.cargo(), &["fmt", "--all", "--check"]));
    }
    if has_component(machine, "clippy") {
        let args = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
        steps.push(step("lints", machine.cargo(), &args));
    }
    steps.push(step("native tests", machine.cargo(), &["test", "--workspace"]));
    steps
}

fn web(machine: &Machine) -> Vec<Step> {
    let target = ["--package", "news-explainer", "--target", "wasm32-unknown-unknown"];
    let mut steps = Vec::new();
    if has_component(machine, "clippy") {
        let mut lints = step("lints for Wasm", machine.cargo(), &["clippy"]);
        lints.command.args(target).args(["--lib", "--bins", "--test", "web", "--", "-D", "warnings"]);
        steps.push(lints);
    }
    let mut tests = step("browser tests", machine.cargo(), &["test"]);
    tests.command.args(target).args(["--test", "web"]).env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TIMEOUT);
    steps.push(tests);
    steps
}

fn e2e(machine: &Machine) -> Result<Vec<Step>, Failure> {
    let build = step("release build", serve::release_build(machine), &[]);
    // One at a time: the tests measure layout, and two browsers on two cores would disturb each other.
    let arguments = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
    let mut tests = step("end-to-end tests", machine.command("node"), &arguments);
    tests.command.arg(format!("--test-timeout={E2E_TIMEOUT}")).args(e2e_files(machine)?);
    Ok(vec![build, tests])
}

fn e2e_files(machine: &Machine) -> Result<Vec<PathBuf>, Failure> {
    let (folder, ending) = E2E;
    let path = machine.root.join(folder);
    let entries = fs::read_dir(&path).map_err(|error| Failure::io("read", &path, &error))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<PathBuf> =
        names.filter(|name| name.ends_with(ending)).map(|name| PathBuf::from(folder).join(name)).collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(format!("there is no end-to-end test {folder}/*{ending}")));
    }
    Ok(files)
}

fn step(name: &'static str, mut command: Command, args: &[&str]) -> Step {
    command.args(args).env("TZ", "UTC");
    Step { name, command }
}

/// Whether the toolchain has an optional component.
fn has_component(machine: &Machine, name: &str) -> bool {
    let there = run::output(machine.cargo().args([name, "--version"])).is_ok();
    if !there {
        eprintln!("  note: this toolchain has no `cargo {name}`; its step is left out");
    }
    there
}
