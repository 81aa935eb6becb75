//! Files: how they are read, what is said of them, and how they are written without spoiling anything.

use std::fmt::Display;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use news_explainer::author::{self, Compiled, Diagnostics, Severity};
use news_explainer::publish;

use crate::output::{self, say};
use crate::resize;

/// Where a command writes to.
#[derive(clap::Args)]
pub struct Out {
    /// Writes to FILE instead of the terminal. The file is replaced in one step, and only when all is ready.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

impl Out {
    /// Writes a text with a line's end. Refuses to write over the file that it was made from.
    pub fn put(&self, source: &Path, text: &str) -> bool {
        let text = text.trim_end_matches('\n');
        let Some(out) = &self.out else { return output::put(text) };
        write_beside(source, out, &[text, "\n"].concat()).map_err(|error| say!("{error}")).is_ok()
    }
}

/// Writes a file that is made from another one, which it must not be.
pub fn write_beside(source: &Path, out: &Path, text: &str) -> Result<(), String> {
    if is_same(source, out) {
        return Err(format!(
            "{}: expected another file than the one it is made from; found the same; name another with --out",
            out.display()
        ));
    }
    write(out, text.as_bytes())
}

/// Whether two paths lead to one file.
fn is_same(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Replaces a file in one step: whoever reads it meanwhile, and whoever stops us, finds the old one or the new one whole.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let say = |error: &dyn Display| format!("{}: cannot be written: {error}", path.display());
    // Through links: what they lead to is replaced, not the link.
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = place.file_name().ok_or_else(|| say(&"it is no file"))?;
    if path.is_dir() {
        return Err(say(&"it is a folder"));
    }
    // A device such as /dev/null cannot be replaced.
    if path.exists() && !path.is_file() {
        return std::fs::write(path, bytes).map_err(|error| say(&error));
    }
    let beside = place.with_file_name(format!(".{}.{}.tmp", name.to_string_lossy(), std::process::id()));
    let done = std::fs::write(&beside, bytes)
        .and_then(|()| match std::fs::metadata(&place) {
            Ok(old) => std::fs::set_permissions(&beside, old.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| std::fs::rename(&beside, &place));
    done.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        say(&error)
    })
}

/// A file's bytes.
pub fn read(file: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| format!("{}: cannot be read: {error}", file.display()))
}

/// A file's text. What is no text, or in another encoding, is said to be so.
pub fn text(file: &Path, bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        if let Some(found) = author::not_a_document(&bytes) {
            return format!("{}: {}", file.display(), found.to_string().trim_end());
        }
        let line = bytes[..place].iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = place - bytes[..place].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1) + 1;
        format!(
            "{}: expected UTF-8; found another encoding at byte {}, line {line}, byte {column} of it; save the file as UTF-8",
            file.display(),
            place + 1
        )
    })
}

/// Compiles a file and prints its diagnostics and a summary. `None` if there is no document.
pub fn compile(file: &Path) -> Option<Compiled> {
    let name = file.display().to_string();
    let source = match read(file).and_then(|bytes| text(file, bytes)) {
        Ok(source) => source,
        Err(error) => {
            say!("{error}");
            return None;
        }
    };
    let result = author::compile_beside(&source, &resize::sizes_beside(file));
    let diagnostics = result.as_ref().map_or_else(|diagnostics| diagnostics, |compiled| &compiled.warnings);
    print(diagnostics, &name, &source);
    let compiled = result.ok()?;
    if let Some(error) = too_long(file, &compiled, &source) {
        say!("{error}");
        return None;
    }
    Some(compiled)
}

/// What is said of a document that compiles, but is longer than browsers are asked to read.
pub fn too_long(file: &Path, compiled: &Compiled, source: &str) -> Option<String> {
    let length = publish::too_long(&compiled.document, source.len())?;
    Some(format!(
        "{}: expected a document that publishes to at most {} million characters, which is as much as browsers are asked \
         to read; found one of {:.1} million; make several of it",
        file.display(),
        publish::LONGEST / 1_000_000,
        length as f64 / 1e6
    ))
}

/// Compiles a file, and says nothing where nothing is wrong.
pub fn compile_quietly(file: &Path) -> Option<Compiled> {
    let good = read(file).and_then(|bytes| text(file, bytes)).ok().and_then(|source| {
        let compiled = author::compile_beside(&source, &resize::sizes_beside(file)).ok()?;
        (compiled.warnings.is_empty() && too_long(file, &compiled, &source).is_none()).then_some(compiled)
    });
    good.or_else(|| compile(file))
}

/// At a terminal with the lines they are about; one line each elsewhere.
pub fn print(diagnostics: &Diagnostics, name: &str, source: &str) {
    if std::io::stderr().is_terminal() {
        let colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        output::tell(&author::graphical(diagnostics, name, source, colour));
    } else {
        output::tell(&diagnostics.to_string());
    }
    let count = |severity: Severity| match (diagnostics.count(severity), severity.as_str()) {
        (1, word) => format!("1 {word}"),
        (0, word) => format!("no {word}s"),
        (n, word) => format!("{n} {word}s"),
    };
    say!("{name}: {}, {}", count(Severity::Error), count(Severity::Warning));
}
