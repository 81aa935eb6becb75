//! A folder that is written whole or not at all: it is made beside the old one and takes its place in one step.

use std::fmt::Display;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder that is being written. Unless it takes its place, it goes when it is dropped.
pub struct Folder {
    /// Where it is to be.
    place: PathBuf,
    /// Where it is written.
    beside: PathBuf,
}

/// The end of a folder's name while it is written, before the number of the process.
const BUILDING: &str = ".building-";

impl Folder {
    /// Begins a folder. What an earlier run that was killed has left is cleared away.
    pub fn begin(place: &Path) -> Result<Folder, String> {
        let say = |error: &dyn Display| format!("{}: cannot be written: {error}", place.display());
        let name = place.file_name().ok_or_else(|| say(&"it has no name"))?.to_string_lossy().into_owned();
        let parent = match place.parent() {
            Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
            Some(parent) => parent,
            None => return Err(say(&"it is in no folder")),
        };
        fs::create_dir_all(parent).map_err(|error| say(&error))?;
        clear(parent, &name);
        let beside = parent.join(format!(".{name}{BUILDING}{}", std::process::id()));
        let _ = fs::remove_dir_all(&beside);
        fs::create_dir(&beside).map_err(|error| say(&error))?;
        Ok(Folder { place: place.to_owned(), beside })
    }

    /// Writes a file into it, by its path within.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let file = self.beside.join(path);
        let made = file.parent().map_or(Ok(()), fs::create_dir_all);
        let shown = self.place.join(path);
        made.and_then(|()| fs::write(&file, bytes))
            .map_err(|error| format!("{}: cannot be written: {error}", shown.display()))
    }

    /// Takes its place. The old folder is whole until then, and gone after.
    pub fn finish(self) -> Result<(), String> {
        let say = |error: io::Error| format!("{}: cannot be replaced: {error}", self.place.display());
        if !self.place.exists() {
            return fs::rename(&self.beside, &self.place).map_err(say);
        }
        // What is there now stands beside afterwards, and goes with the drop.
        exchange(&self.beside, &self.place).map_err(say)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.beside);
    }
}

/// Swaps two folders in one step, where the system can; elsewhere in three.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => swap(new, old),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    swap(new, old)
}

fn swap(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// Clears away the folders of runs that are over.
fn clear(parent: &Path, name: &str) {
    let prefix = format!(".{name}{BUILDING}");
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        let process =
            found.strip_prefix(&prefix).and_then(|process| process.trim_end_matches(".old").parse::<u32>().ok());
        // Where the system does not tell who runs, nothing is taken from anybody.
        let runs = |process: u32| !Path::new("/proc/self").exists() || Path::new(&format!("/proc/{process}")).exists();
        if process.is_some_and(|process| !runs(process)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
