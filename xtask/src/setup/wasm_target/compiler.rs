//! The compiler that the target's library must fit.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The compiler in use.
#[derive(Debug)]
pub struct Compiler {
    /// Its whole self-description, `rustc -vV`.
    pub description: String,
    /// Its version alone, such as `1.95.0`.
    pub version: String,
    /// Its folder.
    pub sysroot: PathBuf,
}

impl Compiler {
    /// Asks `rustc`.
    pub fn in_use(machine: &Machine) -> Result<Compiler, Failure> {
        let ask = |question: &[&str]| {
            run::output(machine.command("rustc").args(question)).map_err(|attempt| {
                Failure::new("the Rust compiler was not found")
                    .tried([attempt])
                    .by_hand("install Rust by rustup, then run this command again")
            })
        };
        let description = ask(&["-vV"])?;
        let version = description.split_whitespace().nth(1).unwrap_or_default().to_owned();
        let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?.trim());
        Ok(Compiler { description, version, sysroot })
    }
}
