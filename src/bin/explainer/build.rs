//! `explainer build`: documents as folders that any server hands out.

use std::collections::HashMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use news_explainer::document::Address;
use news_explainer::publish::{self, Loading, Theme};
use sha2::{Digest, Sha256};

use crate::file;
use crate::output::say;
use crate::pictures::Pictures;
use crate::replace::Folder;
use crate::runtime::{Effort, Runtime, Source, is_packable, packed};
use crate::site::Site;

/// What `explainer build` is told.
#[derive(clap::Args)]
pub struct Build {
    /// The author's documents, JSON files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The folder to write. One that is there is replaced whole, in one step, when all is ready.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The address that the folder will have: canonical addresses and oembed.json need it, and what others paste.
    #[arg(long, value_name = "URL", value_parser = publish::address)]
    base_url: Option<Address>,
    #[command(flatten)]
    runtime: Source,
    /// When the program is fetched.
    #[arg(long, value_enum, default_value_t)]
    loading: Loading,
    /// The colours of the pages that stand in iframes: those of the pages around them; with `auto`, what the reader prefers.
    #[arg(long, value_enum, default_value_t)]
    frame_theme: Theme,
    /// Tells search engines of the questions, too (schema.org's FAQPage).
    #[arg(long)]
    faq_page: bool,
}

/// The stylesheet of documents' own pages.
const SHEET: &str = include_str!("../../../assets/standalone.css");
/// What marks a folder as one of ours, so that no other is ever replaced.
const MARK: &str = "_headers";

/// Builds. Nothing is changed before all is ready.
pub fn run(build: &Build) -> bool {
    publish(build).map_err(|error| say!("{error}")).is_ok()
}

fn publish(build: &Build) -> Result<(), String> {
    check_out(build)?;
    let base = build.base_url.as_ref().map(|base| format!("{}/", base.as_str().trim_end_matches('/')));
    let runtime = Runtime::read(&build.runtime)?;
    let hash = Sha256::digest(SHEET).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let site = Site {
        base,
        pins: runtime.pins.clone(),
        sheet: format!("explainer-page-{hash}.css"),
        loading: build.loading,
        frame_theme: build.frame_theme,
        faq: build.faq_page,
    };
    let folder = Folder::begin(&build.out)?;
    documents(&build.files, &site, &folder)?;
    for (name, bytes) in &runtime.files {
        put(&folder, name, bytes, Effort::Most)?;
    }
    put(&folder, &site.sheet, SHEET.as_bytes(), Effort::Most)?;
    folder.write("nginx.conf", include_bytes!("../../../examples/build/nginx.conf"))?;
    folder.write("Caddyfile", include_bytes!("../../../examples/build/Caddyfile"))?;
    folder.write(MARK, runtime.headers().as_bytes())?;
    folder.finish()?;
    let count = match build.files.len() {
        1 => "1 document".to_owned(),
        count => format!("{count} documents"),
    };
    say!("{}: written, {count}", build.out.display());
    Ok(())
}

/// Refuses a folder that holds anything but what an earlier build has written.
fn check_out(build: &Build) -> Result<(), String> {
    let out = &build.out;
    let say = |why: &str| {
        format!("{}: expected a new folder, or one that `explainer build` has written; {why}", out.display())
    };
    if !out.exists() {
        return Ok(());
    }
    let mut entries = std::fs::read_dir(out).map_err(|error| say(&format!("it cannot be read: {error}")))?;
    if entries.next().is_some() && !out.join(MARK).is_file() {
        return Err(say("found other files in it; name another one with --out"));
    }
    let inside = |file: &Path| match (file.canonicalize(), out.canonicalize()) {
        (Ok(file), Ok(out)) => file.starts_with(out),
        _ => false,
    };
    match build.files.iter().chain(&build.runtime.runtime).find(|file| inside(file)) {
        Some(file) => {
            Err(say(&format!("found {} in it, from which it is made; name another one with --out", file.display())))
        }
        None => Ok(()),
    }
}

/// Writes the folders of all documents, as many at a time as there are processors; in memory are only those.
fn documents(files: &[PathBuf], site: &Site, folder: &Folder) -> Result<(), String> {
    let bar = ProgressBar::new(files.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos} of {len} documents, {eta} left") {
        bar.set_style(style);
    }
    if files.len() == 1 {
        bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
    }
    let next = AtomicUsize::new(0);
    // A fault in the folder ends it all; a fault in a document leaves the others to be checked.
    let (broken, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let error: Mutex<Option<String>> = Mutex::default();
    let names: Mutex<HashMap<String, PathBuf>> = Mutex::default();
    let work = || {
        while !stop.load(Ordering::Relaxed)
            && let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed))
        {
            match document(file, site, folder, &names, &bar, broken.load(Ordering::Relaxed) > 0) {
                Ok(true) => {}
                Ok(false) => drop(broken.fetch_add(1, Ordering::Relaxed)),
                Err(found) => {
                    stop.store(true, Ordering::Relaxed);
                    *error.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(found);
                }
            }
            bar.inc(1);
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    bar.finish_and_clear();
    if let Some(error) = error.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        return Err(error);
    }
    match broken.into_inner() {
        0 => Ok(()),
        count => Err(format!("{count} of {} documents cannot be built; nothing was changed", files.len())),
    }
}

/// Writes the folder of one document; with `only_check` it is checked alone. Whether it compiles.
fn document(
    file: &Path,
    site: &Site,
    folder: &Folder,
    names: &Mutex<HashMap<String, PathBuf>>,
    bar: &ProgressBar,
    only_check: bool,
) -> Result<bool, String> {
    let Some(compiled) = bar.suspend(|| file::compile_quietly(file)) else { return Ok(false) };
    let id = compiled.document.timeline.id.to_string();
    let mut names = names.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(other) = names.insert(id.clone(), file.to_owned()) {
        bar.suspend(|| {
            say!(
                "{}: expected an id of its own; found {id:?}, which {} has, too; change one of the two",
                file.display(),
                other.display()
            );
        });
        return Ok(false);
    }
    drop(names);
    let mut warn = |warning: String| bar.suspend(|| say!("{warning}"));
    let pictures = match Pictures::read(file, &compiled.document, &mut warn) {
        Ok(pictures) => pictures,
        Err(error) => {
            warn(error);
            return Ok(false);
        }
    };
    if only_check {
        return Ok(true);
    }
    for (name, bytes) in &pictures.files {
        put(folder, &format!("{id}/{name}"), bytes, Effort::Some)?;
    }
    for (name, text) in site.files(&compiled, &pictures)? {
        put(folder, &format!("{id}/{name}"), text.as_bytes(), Effort::Some)?;
    }
    Ok(true)
}

/// Writes a file, and packed beside it.
fn put(folder: &Folder, name: &str, bytes: &[u8], effort: Effort) -> Result<(), String> {
    folder.write(name, bytes)?;
    if is_packable(name) {
        for (end, packed) in packed(bytes, effort).map_err(|error| format!("{name}: cannot be packed: {error}"))? {
            folder.write(&[name, end].concat(), &packed)?;
        }
    }
    Ok(())
}
