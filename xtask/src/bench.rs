//! The benchmark: the explainer beside its peers, in a browser.
//!
//! It is no part of the tests, which never depend on how fast a machine is.

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;
use crate::serve;
use crate::setup::{self, Part};

/// Builds `dist/`, installs the peers and measures.
pub fn bench(machine: &mut Machine, parts: &[String]) -> Result<(), Failure> {
    setup::prepare(machine, &[Part::Browser])?;
    serve::build(machine)?;
    setup::npm_packages(machine, "bench")?;
    let mut node = machine.command("node");
    node.arg("bench/run.mjs").args(parts);
    run::shown(&mut node).map_err(|attempt| {
        Failure::new("the benchmark did not come to its end; what it had measured is in bench/results.json")
            .tried([attempt])
    })
}
