//! A runtime as small as can be, for the commands that need one: its files hold their names.

use std::fs;
use std::path::Path;

/// The names that a build pins, and those of their files.
pub const FILES: [(&str, &str); 6] = [
    ("news-explainer.css", "news-explainer-0123456789abcdef.css"),
    ("news-explainer.js", "news-explainer-0123456789abcdef.js"),
    ("explainer-runtime.js", "explainer-runtime-0123456789abcdef.js"),
    ("explainer-runtime.wasm", "explainer-runtime-0123456789abcdef.wasm"),
    ("explainer-app.js", "explainer-app-0123456789abcdef.js"),
    ("explainer-app.wasm", "explainer-app-0123456789abcdef.wasm"),
];

/// Writes it to `dist` in a folder, with the demonstration page that a build has, too.
pub fn write(folder: &Path) {
    let dist = folder.join("dist");
    fs::create_dir_all(&dist).expect("a folder");
    let pin =
        |(name, file): &(&str, &str)| format!("\"{name}\": {{ \"file\": \"{file}\", \"integrity\": \"sha256-x\" }}");
    let pins: Vec<String> = FILES.iter().map(pin).collect();
    fs::write(dist.join("integrity.json"), format!("{{ {} }}", pins.join(", "))).expect("written");
    for (_, file) in FILES {
        fs::write(dist.join(file), file).expect("written");
    }
    fs::write(dist.join("index.html"), "the demonstration").expect("written");
}
