//! A folder for work in progress, so that nothing half done ever stands where a finished tool would.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::machine::Machine;

const PREFIX: &str = ".scratch-";

/// A folder of our own beside the finished tools (a rename into place must not cross file systems), removed on drop.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder, and clears away those of runs that were stopped half-way.
    pub fn new(machine: &Machine) -> Result<Self, Failure> {
        remove_orphans(&machine.tools);
        let folder = machine.tools.join(format!("{PREFIX}{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| Failure::io("make", &folder, &error))?;
        Ok(Self(folder))
    }

    /// Makes a folder inside.
    pub fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.0.join(name);
        fs::create_dir_all(&folder).map_err(|error| Failure::io("make", &folder, &error))?;
        Ok(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind is cleared away by the next run.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Moves a finished folder to its place, in one step.
pub fn move_into_place(from: &Path, to: &Path) -> Result<(), Failure> {
    if to.exists() {
        fs::remove_dir_all(to).map_err(|error| Failure::io("remove the old", to, &error))?;
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).map_err(|error| Failure::io("make", parent, &error))?;
    }
    fs::rename(from, to).map_err(|error| Failure::io("move a finished folder to", to, &error))
}

/// Removes the folders whose process is gone. Where there is no `/proc` to ask, they are left alone.
fn remove_orphans(tools: &Path) {
    let alive = |pid: &str| !Path::new("/proc/self").exists() || Path::new("/proc").join(pid).exists();
    for entry in fs::read_dir(tools).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let pid = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if pid.is_some_and(|pid| !alive(pid)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
