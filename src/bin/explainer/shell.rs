//! What a shell and `man` are told of the commands.

use std::path::PathBuf;

use clap::Command;
use clap_complete::Shell;

use crate::output::{self, say};

/// What `explainer completions` is told.
#[derive(clap::Args)]
pub struct Completions {
    /// The shell to complete in.
    shell: Shell,
}

/// What `explainer man` is told.
#[derive(clap::Args)]
pub struct Man {
    /// The folder to write the pages to.
    dir: PathBuf,
}

/// Prints a shell's completions.
pub fn completions(Completions { shell }: &Completions, mut command: Command) -> bool {
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut command, "explainer", &mut script);
    output::put(String::from_utf8_lossy(&script).trim_end())
}

/// Writes a page for the program and one for each command.
pub fn man(Man { dir }: &Man, command: Command) -> bool {
    std::fs::create_dir_all(dir)
        .and_then(|()| clap_mangen::generate_to(command, dir))
        .map_err(|error| say!("{}: cannot be written: {error}", dir.display()))
        .is_ok()
}
