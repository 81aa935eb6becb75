//! Where the parts of others come from.

use std::fs;

use super::sources::root;

/// What comes from elsewhere, or from a place that only one machine can reach, cannot be checked by others.
#[test]
fn lock_files_name_no_source_but_the_registries() {
    let crates = fs::read_to_string(root("Cargo.lock")).expect("Cargo.lock");
    let sources = crates.lines().filter(|line| line.starts_with("source = "));
    let mut count = 0;
    for source in sources {
        assert_eq!(source, "source = \"registry+https://github.com/rust-lang/crates.io-index\"");
        count += 1;
    }
    assert!(count > 100, "only {count} crates were found");
    assert_eq!(crates.matches("\nchecksum = ").count(), count, "every crate has its checksum");
    for name in ["package-lock.json", "bench/package-lock.json"] {
        let packages = fs::read_to_string(root(name)).expect(name);
        assert!(!packages.contains("\"resolved\"") && !packages.contains("registry"), "{name}");
        let entries = packages.matches("\"node_modules/").count();
        assert!(entries > 0 && packages.matches("\"integrity\": \"sha512-").count() >= entries, "{name}");
    }
}
