//! Making our tools reachable for a `trunk serve` that is typed by hand.

use std::fs;
use std::path::Path;

use crate::machine::Machine;

/// Links the programs of `folder` into Cargo's `bin`, where nothing of that name stands that is not ours.
///
/// A failure is no failure of the set-up: Trunk fetches by itself what it does not find.
pub fn expose(machine: &Machine, folder: &Path, programs: &[&str]) {
    let bin = machine.cargo_home.join("bin");
    let _ = fs::create_dir_all(&bin);
    for program in programs {
        let program = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        let (link, target) = (bin.join(&program), folder.join(&program));
        match fs::read_link(&link) {
            Ok(old) if old == target => continue,
            // Ours, from before an update.
            Ok(old) if old.starts_with(&machine.tools) => {
                let _ = fs::remove_file(&link);
            }
            _ if link.exists() => {
                eprintln!("  note: {} is another version and was left alone; `cargo xtask` uses ours", link.display());
                continue;
            }
            _ => {}
        }
        if let Err(error) = place(&target, &link) {
            eprintln!("  note: {} could not be linked: {error}", link.display());
        }
    }
}

#[cfg(unix)]
fn place(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn place(target: &Path, link: &Path) -> std::io::Result<()> {
    fs::copy(target, link).map(drop)
}
