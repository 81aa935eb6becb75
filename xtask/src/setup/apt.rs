//! Debian's package manager: installing packages, and looking into suites that the machine does not follow.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{Attempt, Failure};
use crate::machine::Machine;
use crate::run;

/// How long to wait for another installation to end, in seconds.
const PATIENCE: &str = "DPkg::Lock::Timeout=300";
/// The archive's public keys; named, because a source list without them would depend on the machine's settings.
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Installs packages as root, or by a `sudo` that asks nothing.
pub fn install(machine: &Machine, packages: &[&str]) -> Result<(), Attempt> {
    run::watched(as_root(machine, "apt-get")?.args(["update", "-o", PATIENCE]))?;
    let options = ["install", "-y", "--no-install-recommends", "-o", PATIENCE];
    run::watched(as_root(machine, "apt-get")?.args(options).args(packages))
}

/// Ends a service that Debian starts with its package and with the machine. Where there are no services, nothing happens.
pub fn silence(machine: &Machine, service: &str) {
    if let Ok(mut command) = as_root(machine, "systemctl") {
        let _ = run::output(command.args(["disable", "--now", service]));
    }
}

fn as_root(machine: &Machine, program: &str) -> Result<Command, Attempt> {
    let root = run::output(machine.command("id").arg("-u"))?.trim() == "0";
    let mut command = if root {
        machine.command(program)
    } else {
        let mut sudo = machine.command("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

/// The address of the Debian archive that this machine uses, as apt itself knows it.
pub fn archive(machine: &Machine) -> Result<String, Attempt> {
    let mut command = machine.command("apt-get");
    command.args(["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
    let rows = run::output(&mut command)?;
    main_archive(&rows)
        .map(String::from)
        .ok_or_else(|| Attempt { command: run::spell(&command), answer: "it named no archive".to_owned() })
}

/// The main archive's row: the security archive has no suites of its own to look into.
fn main_archive(rows: &str) -> Option<&str> {
    rows.lines().map(str::trim).find(|row| !row.is_empty() && !row.contains("security"))
}

/// A suite of the archive, with lists of its own, so that the machine's stay as they are.
#[derive(Debug)]
pub struct Suite<'a> {
    machine: &'a Machine,
    options: Vec<String>,
}

impl<'a> Suite<'a> {
    /// Fetches the suite's list of packages into `folder`.
    pub fn open(machine: &'a Machine, archive: &str, name: &'a str, folder: &Path) -> Result<Self, Failure> {
        let lists = folder.join("lists");
        let cache = folder.join("cache");
        for inner in [lists.join("partial"), cache.join("archives").join("partial")] {
            fs::create_dir_all(&inner).map_err(|error| Failure::io("make", &inner, &error))?;
        }
        let signed = if Path::new(KEYRING).exists() { format!("[signed-by={KEYRING}] ") } else { String::new() };
        let source = folder.join("source.list");
        fs::write(&source, format!("deb {signed}{archive} {name} main\n"))
            .map_err(|error| Failure::io("write", &source, &error))?;
        let options = vec![
            format!("-oDir::Etc::SourceList={}", source.display()),
            "-oDir::Etc::SourceParts=-".to_owned(),
            format!("-oDir::State::Lists={}", lists.display()),
            format!("-oDir::Cache={}", cache.display()),
        ];
        let suite = Self { machine, options };
        run::watched(suite.command("apt-get").arg("update"))
            .map_err(|attempt| Failure::new(format!("{name} could not be read")).tried([attempt]))?;
        Ok(suite)
    }

    /// What `apt-cache madison` says of a package in this suite.
    pub fn madison(&self, package: &str) -> Result<String, Attempt> {
        run::output(self.command("apt-cache").args(["madison", package]))
    }

    /// Downloads a package into `folder`; apt verifies the archive's signature.
    pub fn download(&self, package: &str, version: &str, folder: &Path) -> Result<(), Attempt> {
        let mut command = self.command("apt-get");
        command.args(["download", &format!("{package}={version}")]).current_dir(folder);
        run::watched(&mut command)
    }

    fn command(&self, program: &str) -> Command {
        let mut command = self.machine.command(program);
        command.args(&self.options).env("LC_ALL", "C");
        command
    }
}

/// The version in `apt-cache madison`'s answer that packages the given upstream version.
///
/// A line reads `rust-src | 1.95.0+dfsg1-1~bpo13+1 | … trixie-backports/main amd64 Packages`.
pub fn packaged_version<'a>(madison: &'a str, upstream: &str) -> Option<&'a str> {
    let versions = madison.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
    versions
        .into_iter()
        .find(|version| version.strip_prefix(upstream).is_some_and(|rest| rest.starts_with(['+', '-', '~'])))
}

#[cfg(test)]
mod tests {
    use super::{main_archive, packaged_version};

    #[test]
    fn the_version_of_the_compiler_is_chosen() {
        let madison = "\
  rust-src | 1.94.1+dfsg1-1~bpo13+1 | http://archive.example/debian trixie-backports/main amd64 Packages
  rust-src | 1.95.0+dfsg1-1~bpo13+1 | http://archive.example/debian trixie-backports/main amd64 Packages
";
        assert_eq!(packaged_version(madison, "1.95.0"), Some("1.95.0+dfsg1-1~bpo13+1"));
        assert_eq!(packaged_version(madison, "1.94.1"), Some("1.94.1+dfsg1-1~bpo13+1"));
        assert_eq!(packaged_version(madison, "1.9"), None);
        assert_eq!(packaged_version(madison, "1.96.0"), None);
        assert_eq!(packaged_version("", "1.95.0"), None);
    }

    #[test]
    fn the_security_archive_is_passed_over() {
        let rows = "http://archive.example/debian-security/\nhttp://archive.example/debian/\n";
        assert_eq!(main_archive(rows), Some("http://archive.example/debian/"));
        assert_eq!(main_archive("\n"), None);
    }
}
