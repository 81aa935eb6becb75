//! Preparing the machine: each part only when it is missing, in the order in which they build on one another.

mod apt;
mod browser;
mod cargo_deny;
mod cargo_install;
mod hand_use;
mod lock_file;
mod npm;
mod packaged;
mod scratch;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;

use crate::failure::Failure;
use crate::machine::Machine;

/// One part of a prepared machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The standard library for `wasm32-unknown-unknown`.
    WasmTarget,
    /// Trunk, which builds and serves the page.
    Trunk,
    /// wasm-bindgen and its test runner.
    WasmBindgen,
    /// Binaryen's optimizer.
    WasmOpt,
    /// Chromium with its WebDriver.
    Browser,
    /// The npm packages of the end-to-end tests and of the release build.
    Npm,
    /// nginx, which the end-to-end tests serve a second origin with.
    Nginx,
    /// Firefox, the end-to-end tests' second browser.
    Firefox,
    /// WebKit, their third, where Debian packages it.
    Webkit,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 9] = [
        Self::WasmTarget,
        Self::Trunk,
        Self::WasmBindgen,
        Self::WasmOpt,
        Self::Browser,
        Self::Npm,
        Self::Nginx,
        Self::Firefox,
        Self::Webkit,
    ];

    /// The part's name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::WasmTarget => "wasm-target",
            Self::Trunk => "trunk",
            Self::WasmBindgen => "wasm-bindgen",
            Self::WasmOpt => "wasm-opt",
            Self::Browser => "browser",
            Self::Npm => "npm",
            Self::Nginx => "nginx",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Finds the part or installs it; says what is there now.
    fn ensure(self, machine: &mut Machine) -> Result<String, Failure> {
        match self {
            Self::WasmTarget => wasm_target::ensure(machine),
            Self::Trunk => trunk::ensure(machine),
            Self::WasmBindgen => wasm_bindgen::ensure(machine),
            Self::WasmOpt => wasm_opt::ensure(machine),
            Self::Browser => browser::ensure(machine),
            Self::Npm => npm::ensure(machine),
            Self::Nginx => packaged::NGINX.ensure(machine),
            Self::Firefox => packaged::FIREFOX.ensure(machine),
            Self::Webkit => packaged::webkit(machine),
        }
    }
}

/// Prepares the given parts, and stops at the first that cannot be had.
pub fn prepare(machine: &mut Machine, parts: &[Part]) -> Result<(), Failure> {
    for part in parts {
        let present = part.ensure(machine)?;
        eprintln!("✓ {present}");
    }
    Ok(())
}

/// Finds or builds what only `cargo xtask audit` needs.
pub fn cargo_deny(machine: &mut Machine) -> Result<String, Failure> {
    cargo_deny::ensure(machine)
}

/// Finds or installs the npm packages of a folder within the project's.
pub fn npm_packages(machine: &Machine, folder: &str) -> Result<(), Failure> {
    npm::ensure_in(machine, folder)
}

/// Says what is about to be done, and how long it may take.
fn announce(what: &str, how_long: &str) {
    eprintln!("→ {what}: {how_long}");
}
