//! Lists the files of a built runtime, so that `explainer` carries them and needs no folder beside it: those of the folder in
//! `EXPLAINER_DIST` when it is compiled (`EXPLAINER_DIST=dist cargo install --path .`), and none without it.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=EXPLAINER_DIST");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let list = match env::var_os("EXPLAINER_DIST").filter(|dist| !dist.is_empty()) {
        Some(dist) => files(Path::new(&dist))?,
        None => String::new(),
    };
    fs::write(out.join("runtime.rs"), format!("&[{list}]"))
}

/// Each file as its name and its content.
fn files(dist: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", dist.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(dist)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.is_file());
    paths.sort();
    let mut list = String::new();
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        list.push_str(&format!("({name:?}, include_bytes!({:?}) as &[u8]),\n", fs::canonicalize(&path)?));
    }
    Ok(list)
}
