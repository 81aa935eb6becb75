//! The machine as the tasks see it: where the project, the tools and the browser are.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The folder of our own tools inside Cargo's. Each tool has its version in its name, so that other projects'
/// versions and ours do not meet.
const TOOLS: &str = "explainer-tools";

/// Where things are, and the environment that commands are given.
#[derive(Debug)]
pub struct Machine {
    /// The project's folder.
    pub root: PathBuf,
    /// Cargo's folder, `~/.cargo` by default.
    pub cargo_home: PathBuf,
    /// The folder of our own tools.
    pub tools: PathBuf,
    /// Programs that the tests use, once they have been found, each under the environment variable that names it.
    programs: Vec<(&'static str, PathBuf)>,
    /// The folders that commands are looked for in, ours first.
    path: Vec<PathBuf>,
}

impl Machine {
    /// Reads the environment; looks at no disk.
    pub fn detect() -> Result<Self, Failure> {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().map(Path::to_path_buf).unwrap_or(manifest);
        let cargo_home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
            .ok_or_else(|| Failure::new("found neither CARGO_HOME nor a home folder"))?;
        let mut path: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
        // Last, so that it changes nothing for a user who has it where it should be.
        path.push(cargo_home.join("bin"));
        Ok(Self { root, tools: cargo_home.join(TOOLS), cargo_home, programs: Vec::new(), path })
    }

    /// Puts a tool's folder before all others.
    pub fn prefer(&mut self, folder: PathBuf) {
        self.path.retain(|other| *other != folder);
        self.path.insert(0, folder);
    }

    /// Tells every later command where a program is.
    pub fn note(&mut self, variable: &'static str, program: PathBuf) {
        self.programs.push((variable, program));
    }

    /// Finds a program by name, or `None`.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        self.path.iter().map(|folder| folder.join(&file)).find(|program| program.is_file())
    }

    /// A command in the project's folder, with our tools first on its `PATH` and the tests' programs in its environment.
    pub fn command(&self, name: &str) -> Command {
        let program = self.find(name).unwrap_or_else(|| PathBuf::from(name));
        self.prepared(Command::new(program))
    }

    /// The Cargo that runs this very program.
    pub fn cargo(&self) -> Command {
        self.prepared(Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())))
    }

    fn prepared(&self, mut command: Command) -> Command {
        command.current_dir(&self.root).env("PATH", self.path_variable());
        // Under RUST_BACKTRACE, rustup and Trunk would bury what they have to say in the stack that they noticed it on.
        command.env("RUST_LIB_BACKTRACE", "0");
        command.envs(self.programs.iter().map(|(variable, program)| (variable, program)));
        command
    }

    fn path_variable(&self) -> OsString {
        // Fails only on a folder with a separator in its name; then the user's own PATH has to do.
        env::join_paths(&self.path).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }
}
