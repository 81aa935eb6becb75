//! The two Wasm programs, each with the script that wasm-bindgen has written for it.

use std::fs;
use std::path::Path;

use super::bundle::Bundler;
use super::{Pin, hashed, names};
use crate::failure::Failure;
use crate::run;

/// The programs of Cargo.toml that Trunk compiles to Wasm, by the names that the element's script has for them.
pub const PROGRAMS: [(&str, &str); 2] = [("runtime", "explainer-runtime"), ("app", "explainer-app")];

/// How Binaryen makes a program small. The figures say how many bytes of brotli `explainer-runtime` (95,056) grows without
/// the line, or with `-Oz` alone in place of the first.
const OPTIMIZATION: [&[&str]; 5] = [
    // 539: what one pass leaves, the next one finds.
    &["--flatten", "--rereloop", "-Oz", "-Oz", "--converge"],
    // 296: our compiler reserves the first kilobyte.
    &["--low-memory-unused"],
    // 417: what looks alike stands together.
    &["--reorder-functions-by-name", "--reorder-locals"],
    // 577: code that repeats compresses better than a call.
    &["--one-caller-inline-max-function-size=30", "--always-inline-max-function-size=4"],
    &["--strip-producers", "--strip-target-features"],
];

/// What browsers that run our programs know (`assets/element/program.js` asks first), as rustc uses it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Finishes a staged program: its script, and its Wasm.
pub fn finish(bundler: &Bundler, name: &str) -> Result<[Pin; 2], Failure> {
    let (script, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    for file in [&script, &wasm] {
        if !bundler.folder.join(file).is_file() {
            return Err(Failure::new(format!("Trunk has staged no {file}")).by_hand(format!(
                "index.html must hold one <link data-trunk rel=\"rust\" data-bin=\"{name}\">, and Trunk.toml filehash = false"
            )));
        }
    }
    if bundler.is_release {
        optimize(bundler, &script, &wasm)?;
    }
    let path = bundler.folder.join(&script);
    bundler.bundle(&path.to_string_lossy(), &script, None)?;
    let script = hashed(bundler.folder, &script, &script)?;
    let wasm = hashed(bundler.folder, &wasm, &format!("{name}.wasm"))?;
    Ok([script, wasm])
}

/// Makes a program small, and shortens the names by which it and its script know each other.
fn optimize(bundler: &Bundler, script: &str, wasm: &str) -> Result<(), Failure> {
    let wasm_path = bundler.folder.join(wasm);
    wasm_opt(bundler, &wasm_path, &OPTIMIZATION.concat())?;
    let shortened = wasm_opt(bundler, &wasm_path, &["--minify-imports-and-exports-and-modules"])?;
    let path = bundler.folder.join(script);
    let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
    let text = names::shorten(&text, &shortened)
        .map_err(|name| Failure::new(format!("{script} was expected to name {name} as wasm-bindgen writes it")))?;
    fs::write(&path, text).map_err(|error| Failure::io("write", &path, &error))
}

fn wasm_opt(bundler: &Bundler, wasm: &Path, passes: &[&str]) -> Result<String, Failure> {
    let mut command = bundler.machine.command("wasm-opt");
    command.args(passes).args(FEATURES).arg(wasm).arg("-o").arg(wasm);
    run::output(&mut command).map_err(|attempt| {
        Failure::new(format!("{} could not be optimized", wasm.display()))
            .tried([attempt])
            .by_hand("cargo xtask setup wasm-opt")
    })
}
