//! What the command writes. A reader that has gone away ends it quietly; a disk that is full is said.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a line to the standard output. Whether it is whole, or nobody is left to miss it.
pub fn put(text: &str) -> bool {
    let mut out = io::stdout().lock();
    // One buffer: standard output would be flushed after every line.
    let whole = [text, "\n"].concat();
    match out.write_all(whole.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            say(&format!("standard output: {error}; what was written there is not whole\n"));
            false
        }
        _ => true,
    }
}

/// Writes words to the standard error. Where that fails nobody can be told.
pub fn say(words: &str) {
    let _ = io::stderr().lock().write_all(words.as_bytes());
}

/// Writes a file anew: whole, or not at all.
///
/// # Errors
/// It cannot be written; then it is as it was.
pub fn replace(file: &Path, text: &str) -> io::Result<()> {
    // Through links: what they lead to is replaced, not the link.
    let file = file.canonicalize()?;
    let mut beside = file.clone().into_os_string();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let written = std::fs::write(&beside, text)
        .and_then(|()| std::fs::set_permissions(&beside, std::fs::metadata(&file)?.permissions()))
        .and_then(|()| std::fs::rename(&beside, &file));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}
