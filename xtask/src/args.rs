//! The command line of `cargo xtask`, as a value.

use std::path::PathBuf;

use crate::setup::Part;
use crate::test::Suite;

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup [PART…]               prepare this machine: every part, or the named ones of
                              wasm-target, trunk, wasm-bindgen, wasm-opt, browser, npm,
                              nginx, firefox, webkit
  serve [--port N] [--open]   prepare, then show the page at http://127.0.0.1:8080/ and rebuild it on every change
  serve FILE [--port N]       show your own document there instead, anew after every change (`explainer serve`)
  build                       prepare, then build dist/ for release
  test [--only SUITE]         prepare, then run every test, or only the suite native, web or e2e
  bench [PART…]               prepare, build, and measure the explainer beside its peers: everything, or the named ones
                              of first-view, growth, interaction, native; writes its findings into bench/
  release                     build dist/, and write and try what is handed on of a version, into
                              target/release-VERSION/: explainer, dist as .zip, an npm package
  audit                       licences, sources and known holes of everything in the lock files
  sizes                       what dist/ sends over the wire, against its budgets
  finish                      Trunk's last step of a build; not for use by hand
  help                        this text";

/// One thing that `cargo xtask` can be asked to do.
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Print the usage.
    Help,
    /// Prepare the machine.
    Setup {
        /// The parts to prepare, in order.
        parts: Vec<Part>,
    },
    /// Prepare the machine and serve the page, or a document.
    Serve {
        /// The author's document, or none for the demonstration page.
        file: Option<PathBuf>,
        /// The TCP port, or Trunk.toml's.
        port: Option<u16>,
        /// Whether to open a browser on the page.
        open: bool,
    },
    /// Prepare the machine and build `dist/`.
    Build,
    /// Prepare the machine and run the tests.
    Test {
        /// The one suite to run, or all.
        only: Option<Suite>,
    },
    /// Measure the explainer beside its peers.
    Bench {
        /// The parts of the benchmark to run, or all: `bench/run.mjs` knows them.
        parts: Vec<String>,
    },
    /// Write and try what is handed on of a version.
    Release,
    /// Judge what the lock files bring in.
    Audit,
    /// Finish the page that Trunk has staged.
    Finish,
    /// Print the sizes of `dist/`.
    Sizes,
}

/// Reads the arguments after `cargo xtask`.
pub fn parse(args: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut args = args;
    let command = args.next();
    let task = match command.as_deref() {
        None | Some("help" | "--help" | "-h") => Task::Help,
        Some("setup") => return setup(args),
        Some("serve") => return serve(args),
        Some("test") => return test(args),
        Some("bench") => return Ok(Task::Bench { parts: args.collect() }),
        Some("build") => Task::Build,
        Some("release") => Task::Release,
        Some("audit") => Task::Audit,
        Some("finish") => Task::Finish,
        Some("sizes") => Task::Sizes,
        Some(other) => return Err(format!("there is no command `{other}`")),
    };
    match args.next() {
        None => Ok(task),
        Some(rest) => Err(unexpected(&rest)),
    }
}

fn setup(args: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut parts = Vec::new();
    for arg in args {
        let part = Part::ALL.into_iter().find(|part| part.name() == arg);
        parts.push(part.ok_or_else(|| format!("there is no part `{arg}` to set up"))?);
    }
    if parts.is_empty() {
        parts = Part::ALL.to_vec();
    }
    Ok(Task::Setup { parts })
}

fn serve(mut args: impl Iterator<Item = String>) -> Result<Task, String> {
    let (mut file, mut port, mut open) = (None, None, false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--open" => open = true,
            "--port" => {
                let value = args.next().ok_or("--port needs a number")?;
                let number = value.parse();
                port =
                    Some(number.map_err(|_| format!("expected a port from 0 to 65535 after --port, found `{value}`"))?);
            }
            path if file.is_none() && !path.starts_with('-') => file = Some(PathBuf::from(path)),
            _ => return Err(unexpected(&arg)),
        }
    }
    if file.is_some() && open {
        return Err("--open is for the demonstration page; a document is shown at the address that is printed".into());
    }
    Ok(Task::Serve { file, port, open })
}

fn test(mut args: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut only = None;
    while let Some(arg) = args.next() {
        if arg != "--only" {
            return Err(unexpected(&arg));
        }
        let value = args.next().unwrap_or_default();
        let suite = Suite::ALL.into_iter().find(|suite| suite.name() == value);
        only = Some(suite.ok_or_else(|| format!("expected native, web or e2e after --only, found `{value}`"))?);
    }
    Ok(Task::Test { only })
}

fn unexpected(arg: &str) -> String {
    format!("unexpected argument `{arg}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Result<Task, &str>) {
        let found = parse(line.split_whitespace().map(String::from));
        assert_eq!(found, expected.map_err(String::from), "cargo xtask {line}");
    }

    #[test]
    fn commands_are_read_with_their_options() {
        check("", Ok(Task::Help));
        check("build", Ok(Task::Build));
        check("audit", Ok(Task::Audit));
        check("release", Ok(Task::Release));
        check("bench", Ok(Task::Bench { parts: vec![] }));
        check("bench growth", Ok(Task::Bench { parts: vec!["growth".to_owned()] }));
        check("setup", Ok(Task::Setup { parts: Part::ALL.to_vec() }));
        check("setup npm trunk", Ok(Task::Setup { parts: vec![Part::Npm, Part::Trunk] }));
        check("serve --port 9000 --open", Ok(Task::Serve { file: None, port: Some(9000), open: true }));
        let file = Some(PathBuf::from("my-story.json"));
        check("serve my-story.json", Ok(Task::Serve { file: file.clone(), port: None, open: false }));
        check("serve --port 9000 my-story.json", Ok(Task::Serve { file, port: Some(9000), open: false }));
        check("test", Ok(Task::Test { only: None }));
        check("test --only web", Ok(Task::Test { only: Some(Suite::Web) }));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        check("paint", Err("there is no command `paint`"));
        check("build now", Err("unexpected argument `now`"));
        check("setup gold", Err("there is no part `gold` to set up"));
        check("serve --port", Err("--port needs a number"));
        check("serve --port x", Err("expected a port from 0 to 65535 after --port, found `x`"));
        check("serve a.json b.json", Err("unexpected argument `b.json`"));
        check("serve --prot 9000", Err("unexpected argument `--prot`"));
        check(
            "serve a.json --open",
            Err("--open is for the demonstration page; a document is shown at the address that is printed"),
        );
        check("test --only", Err("expected native, web or e2e after --only, found ``"));
    }
}
