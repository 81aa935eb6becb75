//! The files of `dist/`, and whether they are what would be built now.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;

/// What a build is made from. A test or a text that changes makes no other build.
const MADE_FROM: [&str; 10] = [
    "src",
    "assets",
    "xtask/src",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "build.rs",
    ".cargo/config.toml",
];
/// What Trunk's last step writes last but one, so that it is there after a whole build alone.
const LAST: &str = "integrity.json";

/// A file with its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Its path with slashes, within whatever holds it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Whether `dist/` is newer than everything that it is made from.
pub fn is_fresh(root: &Path, dist: &Path) -> bool {
    let Some(built) = changed(&dist.join(LAST)) else { return false };
    MADE_FROM.iter().all(|part| newest(&root.join(part)).is_none_or(|time| time <= built))
}

/// When a file, or any file in a folder, was changed last.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return changed(path);
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

/// The files of a build by name. It has no folders but Trunk's own, which stay away.
pub fn read(dist: &Path) -> Result<Vec<File>, Failure> {
    let say = |error| Failure::io("read", dist, &error).by_hand("cargo xtask build");
    let mut files = Vec::new();
    for entry in fs::read_dir(dist).map_err(say)? {
        let path = entry.map_err(say)?.path();
        let name = super::file_name(&path);
        if path.is_file() && !name.starts_with('.') {
            let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
            files.push(File { name, bytes });
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_build_is_fresh_until_something_that_it_is_made_from_changes() {
        let root = std::env::temp_dir().join(format!("xtask-fresh-{}", std::process::id()));
        let dist = root.join("dist");
        for folder in ["dist", "src/view", "tests"] {
            fs::create_dir_all(root.join(folder)).expect("a folder");
        }
        let write = |name: &str, age: u64| {
            let path = root.join(name);
            fs::write(&path, name).expect("written");
            let file = fs::File::options().write(true).open(&path).expect("opened");
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).expect("dated");
        };
        write("src/view/axis.rs", 50);
        assert!(!is_fresh(&root, &dist), "there is no build");
        write("dist/integrity.json", 40);
        write("dist/.stage", 40);
        write("tests/new.rs", 10);
        assert!(is_fresh(&root, &dist), "a test is no part of a build");
        write("src/view/axis.rs", 30);
        assert!(!is_fresh(&root, &dist));
        let names: Vec<String> = read(&dist).expect("files").into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["integrity.json"]);
        fs::remove_dir_all(root).expect("removed");
    }
}
