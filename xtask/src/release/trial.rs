//! Each thing that is released, used as its user will: from an empty folder, with nothing of the project beside it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::archive;
use super::dist::File;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// What node is asked once the package is installed: that every address by which it can be imported leads to a file, that
/// the manifest's other names do, too, and that there is nothing that runs on installing.
const RESOLVE: &str = "\
import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const fail = (what) => { console.error(what); process.exit(1); };
const file = (name) => fileURLToPath(import.meta.resolve(name));
const manifest = JSON.parse(readFileSync(file('news-explainer/package.json')));
if (manifest.scripts) fail('package.json has scripts');
if (!file('news-explainer').endsWith('news-explainer.js')) fail('the package leads to ' + file('news-explainer'));
const folder = 'node_modules/news-explainer/';
const named = [manifest.types, manifest.customElements, manifest.exports['.'].types];
for (const name of named) if (!name || !existsSync(folder + name)) fail('package.json names ' + name + ', which is not there');
for (const name of readdirSync(folder)) if (!existsSync(file('news-explainer/' + name))) fail(name + ' does not resolve');
const elements = JSON.parse(readFileSync(file('news-explainer/custom-elements.json')));
for (const { path } of elements.modules) if (!existsSync(folder + path)) fail(path + ' of custom-elements.json is not there');
const pins = JSON.parse(readFileSync(file('news-explainer/integrity.json')));
for (const { file: name } of Object.values(pins)) if (!existsSync(folder + name)) fail(name + ' of integrity.json is not there');
console.log('resolved ' + readdirSync(folder).length + ' files');
";

/// The command line alone makes a document, checks it and publishes it, with the runtime that it carries.
pub fn program(program: &Path, dist: &[File]) -> Result<(), Failure> {
    let room = Room::new("program")?;
    // Found by nothing but its own path.
    let explainer = |arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&room.0).env_remove("PATH");
        run::output(&mut command)
            .map_err(|attempt| Failure::new("the released explainer does not work").tried([attempt]))
    };
    explainer(&["new", "story"])?;
    explainer(&["check", "story/story.json"])?;
    explainer(&["build", "story/story.json", "--out", "site", "--base-url", "https://paper.example"])?;
    let site = room.0.join("site");
    for File { name, bytes } in dist.iter().filter(|file| file.name.ends_with(".wasm")) {
        if fs::read(site.join(name)).ok().as_ref() != Some(bytes) {
            return Err(Failure::new(format!("the released explainer carries another {name} than dist/ has")));
        }
    }
    match site.join("story/index.html").is_file() {
        true => Ok(()),
        false => Err(Failure::new("the released explainer has written no page")),
    }
}

/// The archive unpacks to the files of `dist/`, and to no others.
pub fn zip(path: &Path, dist: &[File]) -> Result<(), Failure> {
    let room = Room::new("zip")?;
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    for File { name, bytes } in archive::unzip(&bytes)? {
        super::write(&room.0.join(name), &bytes)?;
    }
    match super::dist::read(&room.0)? == dist {
        true => Ok(()),
        false => Err(Failure::new(format!("{} unpacks to other files than those of dist/", path.display()))),
    }
}

/// npm installs the package without a network, and node finds what it exports.
pub fn npm(machine: &Machine, tarball: &Path) -> Result<(), Failure> {
    let room = Room::new("npm")?;
    let failed = |attempt| Failure::new("the npm package does not work").tried([attempt]);
    let mut npm = machine.command("npm");
    npm.args(["install", "--offline", "--no-audit", "--no-fund", "--cache", "cache"]).arg(tarball).current_dir(&room.0);
    run::output(&mut npm).map_err(failed)?;
    let script = room.0.join("resolve.mjs");
    super::write(&script, RESOLVE.as_bytes())?;
    let said = run::output(machine.command("node").arg("resolve.mjs").current_dir(&room.0)).map_err(failed)?;
    eprintln!("npm package: {}", said.trim());
    Ok(())
}

/// An empty folder outside of the project, gone when the trial is over.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Result<Room, Failure> {
        let folder = env::temp_dir().join(format!("news-explainer-release-{name}-{}", std::process::id()));
        super::empty(&folder)?;
        Ok(Room(folder))
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
