//! `cargo xtask`: prepares the machine, serves, builds and tests the explainer.
//!
//! It knows nothing of documents: what is in a page is the affair of the `explainer` command line, which it calls.

mod args;
mod audit;
mod bench;
mod failure;
mod finish;
mod machine;
mod release;
mod run;
mod serve;
mod setup;
mod sizes;
mod test;

use std::process::ExitCode;

use args::Task;
use failure::Failure;
use machine::Machine;

/// The exit code for a command line that cannot be understood, as elsewhere on Unix.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let task = match args::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("error: {problem}\n\n{}", args::USAGE);
            return ExitCode::from(WRONG_USAGE);
        }
    };
    match carry_out(task) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> Result<ExitCode, Failure> {
    let mut machine = Machine::detect()?;
    match task {
        Task::Help => println!("{}", args::USAGE),
        Task::Setup { parts } => setup::prepare(&mut machine, &parts)?,
        Task::Serve { file: None, port, open } => serve::serve(&mut machine, port, open)?,
        Task::Serve { file: Some(file), port, .. } => serve::document(&mut machine, &file, port)?,
        Task::Build => serve::build(&mut machine)?,
        Task::Test { only } => return test::test(&mut machine, only),
        Task::Bench { parts } => bench::bench(&mut machine, &parts)?,
        Task::Release => release::release(&mut machine)?,
        Task::Audit => audit::audit(&mut machine)?,
        Task::Finish => finish::finish(&mut machine)?,
        Task::Sizes => sizes::report(&machine.root.join("dist"))?,
    }
    Ok(ExitCode::SUCCESS)
}
