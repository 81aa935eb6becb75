//! What the commands say. A reader that has gone away ends them quietly; a disk that is full is said.

use std::io::{self, ErrorKind, Write};

/// Says a line to whoever runs the command.
macro_rules! say {
    ($($words:tt)*) => { $crate::output::tell(&(format!($($words)*) + "\n")) };
}
pub(crate) use say;

/// Writes a line to the standard output. Whether it is whole, or nobody is left to miss it.
pub fn put(text: &str) -> bool {
    let mut out = io::stdout().lock();
    // One buffer: standard output would be flushed after every line.
    let whole = [text, "\n"].concat();
    match out.write_all(whole.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            say!("standard output: {error}; what was written there is not whole");
            false
        }
        _ => true,
    }
}

/// Writes words to the standard error. Where that fails nobody can be told.
pub fn tell(words: &str) {
    let _ = io::stderr().lock().write_all(words.as_bytes());
}
