//! What a built folder sends over the wire: each script, style sheet and Wasm file, raw and as brotli sends it.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use crate::failure::Failure;

/// What all files together may weigh as brotli. A fixed promise to embedding pages (design.md aims well below it).
const BUDGET: usize = 108 * KB;
/// A kilobyte, as networks count.
const KB: usize = 1000;
/// What counts: whatever the element needs beyond the page itself.
const EXTENSIONS: [&str; 3] = ["wasm", "js", "css"];
/// The demonstration page's own style sheet: no page that embeds the element loads it.
const PAGE: &str = "page.css";
/// What only explainers in iframes need. It is listed, and does not count for pages that hold the element itself.
const FRAMED: [&str; 3] = ["explainer-framed.css", "explainer-framed.js", "news-explainer-parent.js"];

/// One file's two sizes, in bytes.
#[derive(Debug, PartialEq)]
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
    let sum = sum(&weights).brotli;
    if sum > BUDGET {
        return Err(Failure::new(format!("{sum} bytes over the wire are {} more than the budget", sum - BUDGET))
            .by_hand("`twiggy top` on a .wasm file that was built without `strip` shows what weighs most"));
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries =
        fs::read_dir(folder).map_err(|error| Failure::io("read", folder, &error).by_hand("cargo xtask build"))?;
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        // Trunk stages in `dist/.stage`, and leaves it there when a build fails.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !path.ends_with(PAGE)
            && !is_pinned_copy(&entry.file_name().to_string_lossy())
            && path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|counted| extension == *counted))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file is a second copy of the element's script or its sheet (see `dress`): a page loads one or the other.
fn is_pinned_copy(name: &str) -> bool {
    name.starts_with("news-explainer-")
}

/// The scripts and style sheets of a folder that count, by their names in it.
pub fn scripts_and_sheets(folder: &Path) -> Result<Vec<String>, Failure> {
    let texts = files(folder)?.into_iter().filter(|path| path.extension().is_some_and(|extension| extension != "wasm"));
    Ok(texts.map(|path| path.strip_prefix(folder).unwrap_or(&path).display().to_string()).collect())
}

/// The size under brotli's best quality and its usual window, as a server that compresses ahead of time sends it.
fn brotli_size(mut bytes: &[u8]) -> Result<usize, Failure> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &params)
        .map_err(|error| Failure::new(format!("brotli failed: {error}")))?;
    Ok(compressed.len())
}

/// What a page with the element loads, together.
fn sum(weights: &[Weight]) -> Weight {
    let counted = || weights.iter().filter(|weight| !FRAMED.contains(&&*weight.name));
    let raw = counted().map(|weight| weight.raw).sum();
    let brotli = counted().map(|weight| weight.brotli).sum();
    Weight { name: "together".to_owned(), raw, brotli }
}

fn table(weights: &[Weight]) -> String {
    let last = sum(weights);
    let width = weights.iter().map(|weight| weight.name.len()).max().unwrap_or_default().max(last.name.len());
    let mut lines = vec![format!("{:width$}  {:>9}  {:>9}  {:>8}", "over the wire", "raw, B", "brotli, B", "KB")];
    let (framed, counted): (Vec<_>, Vec<_>) = weights.iter().partition(|weight| FRAMED.contains(&&*weight.name));
    let line = |Weight { name, raw, brotli }: &Weight| {
        format!("{name:width$}  {raw:>9}  {brotli:>9}  {:>8}", kilobytes(*brotli))
    };
    lines.extend(counted.into_iter().chain([&last]).map(line));
    lines.push(format!("{:width$}  {:>9}  {:>9}  {:>8}", "budget", "", BUDGET, kilobytes(BUDGET)));
    if !framed.is_empty() {
        lines.push("besides, for iframes".to_owned());
        lines.extend(framed.into_iter().map(line));
    }
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
    fn the_sum_is_the_sum_of_the_files() {
        let weight = |name: &str, raw, brotli| Weight { name: name.to_owned(), raw, brotli };
        let together = Weight { name: "together".to_owned(), raw: 30, brotli: 12 };
        let weights = [weight("a.js", 10, 5), weight("b.js", 20, 7), weight("explainer-framed.js", 40, 9)];
        assert_eq!(sum(&weights), together);
        let table = table(&weights);
        let (first, besides) = table.split_once("besides, for iframes\n").expect("both parts");
        assert!(first.contains("budget") && !first.contains("framed") && besides.contains("explainer-framed.js"));
    }

    #[test]
    fn repetition_compresses() {
        let size = brotli_size(&b"timeline ".repeat(1000)).expect("memory can be written");
        assert!(size < 100, "{size}");
    }
}
