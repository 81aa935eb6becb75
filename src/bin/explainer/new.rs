//! `explainer new`: a document or a sheet to begin with, which explains itself.

use std::path::{Path, PathBuf};

use news_explainer::author;
use news_explainer::document::Id;

use crate::file;
use crate::output::{self, say};
use crate::today::today;

/// What `explainer new` is told.
#[derive(clap::Args)]
pub struct New {
    /// The folder to make; its name becomes the document's.
    dir: PathBuf,
    /// Begins with a sheet for Excel or Google Sheets instead of JSON.
    #[arg(long)]
    sheet: bool,
}

/// Writes the files, and says what to do next. Nothing that is there is touched.
pub fn run(new: &New) -> bool {
    begin(new).map_err(|error| say!("{error}")).is_ok_and(|next| output::put(&next))
}

/// What to do next, as soon as the files are written.
fn begin(New { dir, sheet }: &New) -> Result<String, String> {
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !Id::is_well_formed(&name) {
        return Err(format!(
            "{}: expected a name of the letters a-z, digits and single hyphens, such as my-story; found {name:?}",
            dir.display()
        ));
    }
    std::fs::create_dir_all(dir).map_err(|error| format!("{}: cannot be made: {error}", dir.display()))?;
    if *sheet {
        let path = dir.join(format!("{name}.csv"));
        write_new(&path, include_str!("../../../assets/new/sheet.csv"))?;
        Ok(format!(
            "{0}: written\nFill it in with any spreadsheet, save it as CSV or .xlsx, and run\n  \
             explainer import {0} --out {1}",
            path.display(),
            dir.join(format!("{name}.json")).display()
        ))
    } else {
        let path = dir.join(format!("{name}.json"));
        let template = include_str!("../../../assets/new/document.json");
        write_new(&path, &template.replace("\"ID\"", &format!("\"{name}\"")).replace("DAY", &today()))?;
        file::write(&dir.join("explainer.schema.json"), author::schema().as_bytes())?;
        Ok(format!("{0}: written\nEdit it, and run\n  explainer check {0}\n  explainer serve {0}", path.display()))
    }
}

fn write_new(path: &Path, text: &str) -> Result<(), String> {
    if path.exists() {
        return Err(format!("{}: it is there already; name another folder", path.display()));
    }
    file::write(path, text.as_bytes())
}
