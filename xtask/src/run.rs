//! Running commands: silently, watched, or shown while they are read.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::iter;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Attempt;

/// How many of a failed command's last lines are shown: enough for Cargo's error and its causes.
const ANSWER_LINES: usize = 15;
/// How often a long command says, where there is no terminal to draw on, that it is still at work.
const HEARTBEAT: Duration = Duration::from_secs(60);
/// What is shown of a line of progress, so that it does not wrap and stays erasable.
const PROGRESS_WIDTH: usize = 76;

/// Runs a short command without input; its standard output, or what went wrong.
pub fn output(command: &mut Command) -> Result<String, Attempt> {
    let result = command.stdin(Stdio::null()).output();
    let output = result.map_err(|error| attempt(command, error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines = text.lines().chain(complaint.lines()).map(String::from);
    Err(attempt(command, answer(lines.collect(), output.status)))
}

/// Runs a long command without input, showing that it is alive.
pub fn watched(command: &mut Command) -> Result<(), Attempt> {
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| attempt(command, error.to_string()))?;
    let (sender, lines) = mpsc::channel();
    forward(child.stdout.take(), sender.clone());
    forward(child.stderr.take(), sender);

    let mut progress = Progress::new();
    let mut last = VecDeque::new();
    loop {
        match lines.recv_timeout(HEARTBEAT) {
            Ok(line) => {
                progress.show(&line);
                if !line.trim().is_empty() {
                    last.push_back(line);
                }
                if last.len() > ANSWER_LINES {
                    last.pop_front();
                }
            }
            Err(RecvTimeoutError::Timeout) => progress.show(""),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    progress.clear();
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(attempt(command, answer(last, status))),
        Err(error) => Err(attempt(command, error.to_string())),
    }
}

/// Runs a command with the terminal's own input and output.
pub fn shown(command: &mut Command) -> Result<(), Attempt> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(attempt(command, format!("it stopped with {status}"))),
        Err(error) => Err(attempt(command, error.to_string())),
    }
}

/// Runs a command that shows what it prints, and hands each line of its standard output to `read`.
pub fn read_aloud(command: &mut Command, mut read: impl FnMut(&str)) -> Result<(), Attempt> {
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| attempt(command, error.to_string()))?;
    let stdout = child.stdout.take().expect("the output was asked for as a pipe");
    for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        read(&line);
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(attempt(command, format!("it stopped with {status}"))),
        Err(error) => Err(attempt(command, error.to_string())),
    }
}

/// The command as a person would type it: without the folder of the program.
pub fn spell(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let words = iter::once(program.file_name().unwrap_or(program.as_os_str())).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn attempt(command: &Command, answer: String) -> Attempt {
    Attempt { command: spell(command), answer }
}

fn answer(lines: VecDeque<String>, status: ExitStatus) -> String {
    let skipped = lines.len().saturating_sub(ANSWER_LINES);
    let mut text: Vec<String> = lines.into_iter().skip(skipped).collect();
    text.push(format!("({status})"));
    text.join("\n")
}

/// Sends a stream's lines on from a thread of its own, so that neither of a command's two streams can fill up.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            if sender.send(line).is_err() {
                break;
            }
        }
    });
}

/// One line that is drawn over again on a terminal, and a line a minute elsewhere.
struct Progress {
    terminal: bool,
    start: Instant,
    said: Instant,
    latest: String,
}

impl Progress {
    fn new() -> Self {
        let now = Instant::now();
        Self { terminal: std::io::stderr().is_terminal(), start: now, said: now, latest: String::new() }
    }

    fn show(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.latest = line.trim().chars().take(PROGRESS_WIDTH).collect();
        }
        if self.terminal {
            eprint!("\r\x1b[2K  {}", self.latest);
            let _ = std::io::stderr().flush();
        } else if self.said.elapsed() >= HEARTBEAT {
            self.said = Instant::now();
            let minutes = self.start.elapsed().as_secs() / 60;
            eprintln!("  … after {minutes} min: {}", self.latest);
        }
    }

    fn clear(&self) {
        if self.terminal {
            eprint!("\r\x1b[2K");
        }
    }
}
