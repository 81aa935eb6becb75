//! The npm package: the runtime as it is, and what bundlers, editors and TypeScript ask of it.

use std::fs;
use std::path::Path;

use super::dist::File;
use crate::failure::Failure;

/// The folder that npm's packages hold everything in.
pub const FOLDER: &str = "package";

/// What a build has besides the runtime: the demonstration page and what it shows.
const NOT_RUNTIME: [&str; 7] =
    ["index.html", "explainer.json", "gallery.html", "gallery.json", "by-address.json", "page.css", "icon.svg"];
/// What every package brings with it, from the project's folder.
const BESIDE: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];
/// What `package.json` names, and what therefore has to be there.
const NAMED: [&str; 4] = ["news-explainer.js", "news-explainer.css", "news-explainer.d.ts", "custom-elements.json"];

/// The files of the package.
pub fn files(root: &Path, version: &str, dist: &[File]) -> Result<Vec<File>, Failure> {
    let mut files = runtime(dist)?;
    for name in BESIDE {
        let path = root.join(name);
        let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        files.push(File { name: name.to_owned(), bytes });
    }
    files.push(File { name: "package.json".to_owned(), bytes: manifest(version).into_bytes() });
    Ok(files)
}

/// The runtime among the files of a build. What `package.json` names must be among them.
fn runtime(dist: &[File]) -> Result<Vec<File>, Failure> {
    if let Some(missing) = NAMED.iter().find(|name| dist.iter().all(|file| file.name != **name)) {
        return Err(
            Failure::new(format!("dist/ has no {missing}, which the npm package names")).by_hand("cargo xtask build")
        );
    }
    Ok(dist.iter().filter(|file| !NOT_RUNTIME.contains(&file.name.as_str())).cloned().collect())
}

/// `package.json`. There are no scripts: installing runs nothing. The element's script defines the element when it is
/// imported, and so do the files that it loads; bundlers must not drop what seems unused.
fn manifest(version: &str) -> String {
    format!(
        r#"{{
  "name": "news-explainer",
  "version": "{version}",
  "description": "A news story's background as one element: article, timeline and FAQ, printed ahead of time and brought to life in the browser",
  "keywords": ["timeline", "news", "explainer", "custom-element", "web-components"],
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "sideEffects": true,
  "types": "./news-explainer.d.ts",
  "customElements": "./custom-elements.json",
  "exports": {{
    ".": {{
      "types": "./news-explainer.d.ts",
      "default": "./news-explainer.js"
    }},
    "./*": "./*"
  }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::*;

    #[test]
    fn the_package_is_the_runtime_without_the_demonstration() {
        let named: Vec<(&str, &str)> = NAMED.iter().map(|name| (*name, "x")).collect();
        let more =
            [("explainer-app-1f.wasm", "x"), ("index.html", "x"), ("explainer.json", "x"), ("gallery.html", "x")];
        let dist = files(&[&named[..], &more].concat());
        let runtime = runtime(&dist).expect("a runtime");
        let names: Vec<&str> = runtime.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, [&NAMED[..], &["explainer-app-1f.wasm"]].concat());
    }

    #[test]
    fn explainer_leaves_the_same_files_out_of_the_folders_that_it_builds() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let lists = ["xtask/src/release/package.rs", "src/bin/explainer/runtime.rs"].map(|file| {
            let text = fs::read_to_string(root.join(file)).expect(file);
            let (_, list) = text.split_once("const NOT_RUNTIME: ").expect("a list");
            list.split_once(';').and_then(|(_, list)| list.split_once("];")).expect("its end").0.to_owned()
        });
        assert_eq!(lists[0], lists[1]);
    }

    #[test]
    fn a_build_without_a_file_that_the_package_names_is_refused() {
        let failure = runtime(&files(&[("news-explainer.js", "x")])).expect_err("no style sheet");
        assert!(failure.to_string().contains("news-explainer.css"), "{failure}");
    }

    #[test]
    fn installing_runs_nothing_and_every_named_file_is_in_the_package() {
        let manifest = manifest("1.2.3");
        assert!(manifest.contains("\"version\": \"1.2.3\"") && !manifest.contains("scripts"), "{manifest}");
        let named = manifest.split('"').filter_map(|text| text.strip_prefix("./")).filter(|name| *name != "*");
        for name in named {
            assert!(NAMED.contains(&name), "{name}");
        }
    }
}
