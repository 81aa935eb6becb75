//! What a built folder sends over the wire: each script, style sheet and Wasm file, raw and as brotli sends it.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use crate::failure::Failure;

/// A kilobyte, as networks count.
const KB: usize = 1000;
/// What pages load whichever program they need.
const SHARED: [&str; 3] = ["news-explainer.css", "news-explainer.js", "explainer-shadow-"];
/// The ways in that have a budget: the file names that each loads beside [`SHARED`], and what all of it may weigh as
/// brotli: what was reached, and two in a hundred. A promise to embedding pages.
const WAYS: [(&str, &str, usize); 2] = [
    ("printed, until interactive", "explainer-runtime", 128_800),
    ("by address, and above 500 events", "explainer-app", 173_400),
];
/// The element's script, which every page loads before anything is wanted, and what it may weigh: likewise.
const SCRIPT: (&str, usize) = ("news-explainer.js", 4_060);
/// What is weighed: whatever the element needs beyond the page itself.
const EXTENSIONS: [&str; 3] = ["wasm", "js", "css"];
/// The demonstration page's own style sheet: no page that embeds the element loads it.
const PAGE: &str = "page.css";

/// One file's two sizes, in bytes.
#[derive(Clone, Debug, PartialEq)]
struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the table of a built folder; over budget is a failure.
pub fn report(folder: &Path) -> Result<(), Failure> {
    let mut weights = Vec::new();
    for path in files(folder)? {
        let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
        weights.push(Weight { name, raw: bytes.len(), brotli: brotli_size(&bytes)? });
    }
    if weights.is_empty() {
        return Err(
            Failure::new(format!("there is nothing to weigh in {}", folder.display())).by_hand("cargo xtask build")
        );
    }
    println!("{}", table(&weights));
    for (Weight { name, brotli, .. }, budget) in budgeted(&weights) {
        if brotli > budget {
            return Err(Failure::new(format!(
                "{name}: {brotli} bytes over the wire are {} more than the budget",
                brotli - budget
            ))
            .by_hand("`twiggy top` on a .wasm file that was built without `strip` shows what weighs most"));
        }
    }
    Ok(())
}

/// What has a budget, with it.
fn budgeted(weights: &[Weight]) -> Vec<(Weight, usize)> {
    let (name, budget) = SCRIPT;
    let named = weights.iter().filter(|weight| weight.name == name);
    let script = named.map(|weight| (Weight { name: "the element's script".to_owned(), ..weight.clone() }, budget));
    script.chain(WAYS.map(|(way, program, budget)| (sum(weights, way, program), budget))).collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries =
        fs::read_dir(folder).map_err(|error| Failure::io("read", folder, &error).by_hand("cargo xtask build"))?;
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // Trunk stages in `dist/.stage`, and leaves it there when a build fails.
        if name.starts_with('.') {
            continue;
        }
        // A pinned copy (see `finish`) is loaded in the place of the file that it is a copy of.
        let is_pinned_copy = name.starts_with("news-explainer-") && name != "news-explainer-parent.js";
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if name != PAGE
            && !is_pinned_copy
            && path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|counted| extension == *counted))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The size under brotli's best quality and its usual window, as a server that compresses ahead of time sends it.
fn brotli_size(mut bytes: &[u8]) -> Result<usize, Failure> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &params)
        .map_err(|error| Failure::new(format!("brotli failed: {error}")))?;
    Ok(compressed.len())
}

/// What a page loads by one way in, together.
fn sum(weights: &[Weight], way: &str, program: &str) -> Weight {
    let is_loaded =
        |weight: &&Weight| [&SHARED[..], &[program]].concat().iter().any(|part| weight.name.starts_with(part));
    let counted = || weights.iter().filter(is_loaded);
    let raw = counted().map(|weight| weight.raw).sum();
    let brotli = counted().map(|weight| weight.brotli).sum();
    Weight { name: way.to_owned(), raw, brotli }
}

fn table(weights: &[Weight]) -> String {
    let sums = budgeted(weights);
    let names = weights.iter().chain(sums.iter().map(|(sum, _)| sum)).map(|weight| weight.name.len());
    let width = names.max().unwrap_or_default();
    let line = |Weight { name, raw, brotli }: &Weight| {
        format!("{name:width$}  {raw:>9}  {brotli:>9}  {:>8}", kilobytes(*brotli))
    };
    let mut lines = vec![format!("{:width$}  {:>9}  {:>9}  {:>8}", "over the wire", "raw, B", "brotli, B", "KB")];
    lines.extend(weights.iter().map(line));
    lines.extend(sums.iter().map(|(sum, budget)| format!("{}  of {}", line(sum), kilobytes(*budget))));
    lines.join("\n")
}

/// Kilobytes to one place, rounded up, so that the table never flatters.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(KB / 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kilobytes_are_rounded_up() {
        for (bytes, expected) in
            [(0, "0.0"), (1, "0.1"), (100, "0.1"), (101, "0.2"), (85_000, "85.0"), (85_001, "85.1")]
        {
            assert_eq!(kilobytes(bytes), expected, "{bytes}");
        }
    }

    #[test]
    fn each_way_in_is_the_sum_of_what_it_loads() {
        let weight = |name: &str, raw, brotli| Weight { name: name.to_owned(), raw, brotli };
        let weights = [
            weight("explainer-app-1f.js", 50, 20),
            weight("explainer-framed.js", 40, 9),
            weight("explainer-runtime-1f.js", 20, 7),
            weight("explainer-runtime-2f_bg.wasm", 30, 8),
            weight("news-explainer.js", 10, 5),
        ];
        assert_eq!(sum(&weights, "printed", "explainer-runtime"), weight("printed", 60, 20));
        assert_eq!(sum(&weights, "whole", "explainer-app"), weight("whole", 60, 25));
        let table = table(&weights);
        assert_eq!(table.lines().count(), 1 + weights.len() + 1 + WAYS.len());
        let (_, _, budget) = WAYS[WAYS.len() - 1];
        let end = format!("0.1  of {:.1}", f64::from(u32::try_from(budget).expect("a small number")) / 1000.0);
        assert!(table.lines().last().is_some_and(|line| line.ends_with(&end)), "{end}: {table}");
    }

    #[test]
    fn repetition_compresses() {
        let size = brotli_size(&b"timeline ".repeat(1000)).expect("memory can be written");
        assert!(size < 100, "{size}");
    }
}
