//! Chromium with its WebDriver: the environment's, the machine's own, or Debian's packages.

use std::env;
use std::path::{Path, PathBuf};

use super::{announce, apt};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::run;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "install Chromium or Chrome and a chromedriver of the same version,
or name them in the environment variables CHROME and CHROMEDRIVER, then run this command again";

/// Finds the browser or installs it.
pub fn ensure(machine: &mut Machine) -> Result<String, Failure> {
    let problem = match find_pair(machine) {
        Ok(present) => return Ok(present),
        Err(problem) => problem,
    };
    let named = env::var_os("CHROME").is_some() || env::var_os("CHROMEDRIVER").is_some();
    if named || machine.find("apt-get").is_none() {
        return Err(Failure::new(problem).by_hand(BY_HAND));
    }
    announce(&format!("installing Chromium and its driver from Debian's packages ({problem})"), "about 1 minute");
    apt::install(machine, &["chromium", "chromium-driver"])
        .map_err(|attempt| Failure::new("Chromium could not be installed").tried([attempt]).by_hand(BY_HAND))?;
    find_pair(machine).map_err(|problem| Failure::new(problem).by_hand(BY_HAND))
}

/// Finds a browser and a driver of one version, and notes them; else says what is amiss.
fn find_pair(machine: &mut Machine) -> Result<String, String> {
    let chrome = env::var_os("CHROME")
        .map(PathBuf::from)
        .or_else(|| BROWSERS.iter().find_map(|name| machine.find(name)))
        .ok_or("no Chromium was found")?;
    let driver = env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .or_else(|| machine.find("chromedriver"))
        .ok_or("no chromedriver was found")?;
    let browser_version = version(machine, &chrome)?;
    let driver_version = version(machine, &driver)?;
    if major(&browser_version) != major(&driver_version) {
        return Err(format!(
            "{} is version {browser_version}, but {} is {driver_version}",
            chrome.display(),
            driver.display()
        ));
    }
    machine.note("CHROME", chrome);
    machine.note("CHROMEDRIVER", driver);
    Ok(format!("Chromium {browser_version} with its driver"))
}

fn version(machine: &Machine, program: &Path) -> Result<String, String> {
    let answer = run::output(machine.command(&program.to_string_lossy()).arg("--version"));
    let answer = answer
        .map_err(|attempt| format!("{} does not run: {}", program.display(), attempt.answer.replace('\n', " ")))?;
    version_in(&answer)
        .map(String::from)
        .ok_or_else(|| format!("{} tells no version: {}", program.display(), answer.trim()))
}

/// The first word that reads as a version, as in `Chromium 156.0.8078.73 built on Debian`.
fn version_in(answer: &str) -> Option<&str> {
    answer.split_whitespace().find(|word| word.contains('.') && major(word).parse::<u32>().is_ok())
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_is_found_among_other_words() {
        let chromium = "Chromium 156.0.8078.73 built on Debian GNU/Linux 12 (bookworm)\n";
        assert_eq!(version_in(chromium), Some("156.0.8078.73"));
        let driver = "ChromeDriver 156.0.8078.73 (0123abc-refs/branch-heads/8078@{#1})\n";
        assert_eq!(version_in(driver), Some("156.0.8078.73"));
        assert_eq!(version_in("no version"), None);
    }
}
