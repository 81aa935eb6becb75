//! Programs of the end-to-end tests that distributions carry: the environment's, the machine's own, or Debian's packages.

use std::env;
use std::path::PathBuf;

use super::{announce, apt};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

/// Such a program.
pub struct Packaged {
    /// What it is called in sentences.
    name: &'static str,
    /// The environment variable that names it, for us and for the tests.
    variable: &'static str,
    /// Its file names, the best first.
    files: &'static [&'static str],
    /// What it is asked, to see that it runs; nothing where it answers no question.
    version: Option<&'static str>,
    /// Debian's package.
    package: &'static str,
    /// The service that comes with it. The tests start the program themselves, so none is left behind.
    service: Option<&'static str>,
    /// How long the package takes.
    how_long: &'static str,
}

/// The web server of the tests with a second origin.
pub const NGINX: Packaged = Packaged {
    name: "nginx",
    variable: "NGINX",
    // Debian keeps it where an ordinary user's PATH does not lead.
    files: &["nginx", "/usr/sbin/nginx"],
    version: Some("-v"),
    package: "nginx-light",
    service: Some("nginx"),
    how_long: "about 5 seconds",
};

/// The second browser.
pub const FIREFOX: Packaged = Packaged {
    name: "Firefox",
    variable: "FIREFOX",
    files: &["firefox-esr", "firefox"],
    version: Some("--version"),
    package: "firefox-esr",
    service: None,
    how_long: "about 15 seconds",
};

/// WebKit's driver, with the small browser that it drives.
const WEBKIT: Packaged = Packaged {
    name: "WebKitGTK’s driver",
    variable: "WEBKITDRIVER",
    files: &["WebKitWebDriver"],
    version: None,
    package: "webkit2gtk-driver",
    service: None,
    how_long: "about 20 seconds",
};

/// The screen of memory that this browser is shown on.
const XVFB: Packaged = Packaged {
    name: "Xvfb",
    variable: "XVFB",
    files: &["Xvfb"],
    version: None,
    package: "xvfb",
    service: None,
    how_long: "about 10 seconds",
};

/// Finds or installs what the tests in WebKit need. Only Debian and its kin have it: elsewhere those tests are skipped.
pub fn webkit(machine: &mut Machine) -> Result<String, Failure> {
    let is_there = [WEBKIT, XVFB].into_iter().all(|program| program.find(machine).is_ok());
    if !is_there && machine.find("apt-get").is_none() {
        return Ok("no WebKit here, which only Debian packages: its tests will be skipped".to_owned());
    }
    for program in [WEBKIT, XVFB] {
        program.ensure(machine)?;
    }
    Ok("WebKitGTK with its driver".to_owned())
}

impl Packaged {
    /// Finds the program or installs it, and notes it for the tests.
    pub fn ensure(&self, machine: &mut Machine) -> Result<String, Failure> {
        let problem = match self.find(machine) {
            Ok(present) => return Ok(present),
            Err(problem) => problem,
        };
        if env::var_os(self.variable).is_some() || machine.find("apt-get").is_none() {
            return Err(Failure::new(problem).by_hand(self.by_hand()));
        }
        announce(&format!("installing {} from Debian's packages ({problem})", self.name), self.how_long);
        apt::install(machine, &[self.package]).map_err(|attempt| {
            Failure::new(format!("{} could not be installed", self.name)).tried([attempt]).by_hand(self.by_hand())
        })?;
        if let Some(service) = self.service {
            apt::silence(machine, service);
        }
        self.find(machine).map_err(|problem| Failure::new(problem).by_hand(self.by_hand()))
    }

    fn find(&self, machine: &mut Machine) -> Result<String, String> {
        let program = env::var_os(self.variable)
            .map(PathBuf::from)
            .or_else(|| self.files.iter().find_map(|file| machine.find(file)))
            .ok_or_else(|| format!("no {} was found", self.name))?;
        let mut answer = String::new();
        if let Some(version) = self.version {
            answer = run::output(machine.command(&program.to_string_lossy()).arg(version)).map_err(|attempt| {
                format!("{} does not run: {}", program.display(), attempt.answer.replace('\n', " "))
            })?;
        }
        machine.note(self.variable, program);
        // nginx tells its version elsewhere than on the standard output.
        Ok(answer.lines().next().unwrap_or(self.name).to_owned())
    }

    fn by_hand(&self) -> String {
        let Self { name, variable, package, .. } = self;
        format!(
            "install {name} (Debian's package is {package}), or name its program in the environment variable {variable},
then run this command again; only `cargo xtask test --only e2e` needs it"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{FIREFOX, NGINX, WEBKIT, XVFB};

    #[test]
    fn the_way_out_names_package_and_variable() {
        for program in [NGINX, FIREFOX, WEBKIT, XVFB] {
            let advice = program.by_hand();
            assert!(advice.contains(program.package) && advice.contains(program.variable), "{advice}");
        }
    }
}
