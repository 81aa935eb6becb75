//! Counting tests from what the test runners print.

/// Tests that passed and failed so far.
#[derive(Debug, Default, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl Tally {
    /// Takes account of a line, if it is one with which a runner closes:
    /// Cargo's and wasm-bindgen's `test result: ok. 3 passed; 0 failed; …`, or Node's `ℹ pass 3` and `ℹ fail 0`.
    pub fn read(&mut self, line: &str) {
        let line = without_colour(line);
        if let Some(result) = line.strip_prefix("test result: ") {
            let counts = result.split_once(". ").map_or("", |(_, counts)| counts);
            self.passed += count(counts, "passed");
            self.failed += count(counts, "failed");
        } else if let Some(passed) = line.strip_prefix("ℹ pass ") {
            self.passed += passed.trim().parse().unwrap_or(0);
        } else if let Some(failed) = line.strip_prefix("ℹ fail ") {
            self.failed += failed.trim().parse().unwrap_or(0);
        }
    }
}

/// The number before a word, in `3 passed; 0 failed; 1 ignored`.
fn count(counts: &str, word: &str) -> usize {
    let mut pairs = counts.split(';').filter_map(|pair| pair.trim().split_once(' '));
    pairs.find(|(_, name)| *name == word).and_then(|(number, _)| number.parse().ok()).unwrap_or(0)
}

/// The line without the escape sequences `ESC [ … m`.
fn without_colour(line: &str) -> String {
    let mut parts = line.split("\x1b[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn check(lines: &[&str], passed: usize, failed: usize) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        assert_eq!(tally, Tally { passed, failed }, "{lines:?}");
    }

    #[test]
    fn cargo_lines_add_up() {
        let ok = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        let bad = "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.01s";
        check(&[ok, bad], 8, 2);
        check(&["test result: \x1b[32mok\x1b[0m. 4 passed; 0 failed"], 4, 0);
    }

    #[test]
    fn node_lines_add_up() {
        check(&["ℹ tests 7", "ℹ pass 6", "ℹ fail 1", "ℹ cancelled 0"], 6, 1);
        check(&["\x1b[34mℹ pass 6\x1b[39m"], 6, 0);
    }

    #[test]
    fn other_lines_do_not_count() {
        check(&["test a ... ok", "running 3 tests", "", "✔ pass 3", "result: 3 passed"], 0, 0);
    }
}
