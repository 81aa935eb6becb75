//! Compiles and prints the default explainer so many times, as a newsroom would its documents, and prints how many that
//! were a second and the most memory that was in use, in bytes (0 where the system does not tell): `print_documents NUMBER`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::hint::black_box;
    use std::time::Instant;

    use news_explainer::author::compile;
    use news_explainer::publish::{Options, document_json, element};

    let count: u32 = std::env::args().nth(1).ok_or("usage: print_documents NUMBER")?.parse()?;
    let source = std::fs::read_to_string("assets/explainer.json")?;
    let start = Instant::now();
    for _ in 0..count {
        let compiled = compile(black_box(&source)).map_err(|diagnostics| diagnostics.to_string())?;
        black_box(element(&compiled.document, &Options::default()));
        black_box(document_json(&compiled.document, None));
    }
    let per_second = f64::from(count) / start.elapsed().as_secs_f64();
    // Linux: the highest resident set, in kB.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(str::trim);
    let kilobytes: u64 = peak.and_then(|peak| peak.split(' ').next()?.parse().ok()).unwrap_or_default();
    println!("{per_second:.0} {}", kilobytes * 1024);
    Ok(())
}
