//! Modules and style sheets, each bundled into the one file that a page loads. Done by esbuild, which comes with the npm
//! packages. In release builds what only people read is left out: comments, blanks, long names.

use std::path::Path;

use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// Makes files of a build.
pub struct Bundler<'a> {
    /// Where esbuild is.
    pub machine: &'a Machine,
    /// Where the files go.
    pub folder: &'a Path,
    /// Whether they are for readers, and not for whoever works on them.
    pub is_release: bool,
}

impl Bundler<'_> {
    /// Bundles a source of the project. In a script, `files` (JSON) stands for `FILES`.
    pub fn bundle(&self, source: &str, name: &str, files: Option<&str>) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let mut command = self.machine.command(&self.machine.root.join("node_modules/.bin/esbuild").to_string_lossy());
        command.args([source, "--bundle", "--format=esm", "--legal-comments=none", "--log-level=warning"]);
        command.args(["--allow-overwrite", &format!("--outfile={}", path.display())]);
        if self.is_release {
            command.arg("--minify");
        }
        if let Some(files) = files {
            command.arg(format!("--define:FILES={files}"));
        }
        run::output(&mut command).map(drop).map_err(|attempt| {
            Failure::new(format!("{name} could not be made of {source}"))
                .tried([attempt])
                .by_hand("correct what is named above; where esbuild itself is missing: cargo xtask setup npm")
        })
    }
}
