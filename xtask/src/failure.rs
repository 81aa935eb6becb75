//! What went wrong, told so that a person can go on from there.

use std::fmt;
use std::io;
use std::path::Path;

/// A task that could not be carried out.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done, as a sentence.
    pub what: String,
    /// Each command that was tried, with its answer.
    pub tried: Vec<Attempt>,
    /// What to do by hand; empty where nothing more can be said.
    pub by_hand: String,
}

/// One command that did not succeed.
#[derive(Debug)]
pub struct Attempt {
    /// The command line.
    pub command: String,
    /// The last lines that it answered.
    pub answer: String,
}

impl Failure {
    /// A failure that its one sentence explains.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), tried: Vec::new(), by_hand: String::new() }
    }

    /// A file or folder that could not be read, written or moved.
    pub fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("could not {doing} {}: {error}", path.display()))
    }

    /// The same failure with the commands that were tried.
    pub fn tried(mut self, attempts: impl IntoIterator<Item = Attempt>) -> Self {
        self.tried.extend(attempts);
        self
    }

    /// What was tried, for a failure that another one takes up; at least the sentence itself.
    pub fn into_attempts(self) -> Vec<Attempt> {
        if self.tried.is_empty() {
            return vec![Attempt { command: "a step of this command".to_owned(), answer: self.what }];
        }
        self.tried
    }

    /// The same failure with a way out.
    pub fn by_hand(mut self, advice: impl Into<String>) -> Self {
        self.by_hand = advice.into();
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}", self.what)?;
        for Attempt { command, answer } in &self.tried {
            write!(f, "\n  tried:    {command}\n  answered:")?;
            for line in answer.lines() {
                write!(f, "\n    {line}")?;
            }
        }
        if !self.by_hand.is_empty() {
            write!(f, "\n  by hand:  {}", self.by_hand.replace('\n', "\n            "))?;
        }
        Ok(())
    }
}
