//! Measures how long each document of a unit with 400 answers takes, then 156 different PDFs in a row.
//!
//! `cargo run --release -p documents --example speed`; the last line is the same as JSON, for `cargo xtask bench`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement tells what it found, or fails")]

use documents::{Assets, DocumentError, Edition, sample};
use domain::report::ReportDocument;
use domain::{CitySettings, IndexKind};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The server's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 9;
const UNITS: usize = 156;

fn main() {
    // Each round has another number of answers: what the typesetter remembers of the round before is no whole report.
    let of_round = |round: usize| sample::full("skm-2017", 400 + round, &CitySettings::default()).unwrap();
    let reports: Vec<ReportDocument> = (0..ROUNDS).map(of_round).collect();
    let (edition, assets) =
        (Edition::Published { address: "https://skm.contoh.go.id/l/k7m2p9qx".to_owned() }, assets());
    type Make<'a> = &'a dyn Fn(&ReportDocument) -> Result<Vec<u8>, DocumentError>;
    let kinds: [(&str, Make<'_>); 5] = [
        ("PDF", &|report| documents::report_pdf(report, &edition, &assets)),
        ("DOCX", &|report| documents::report_docx(report, &edition, &assets)),
        ("XLSX", &|report| documents::report_xlsx(report, &edition)),
        ("poster PDF", &|report| documents::poster_pdf(report, IndexKind::Ikm, &edition, &assets)),
        ("poster PNG", &|report| documents::poster_png(report, IndexKind::Ikm, &edition, &assets)),
    ];
    let mut measured: Vec<Value> = Vec::new();
    for (name, make) in kinds {
        let mut bytes = 0;
        let mut times: Vec<Duration> = reports
            .iter()
            .map(|report| {
                let begin = Instant::now();
                bytes = make(report).unwrap().len();
                begin.elapsed()
            })
            .collect();
        let first = times[0];
        times.sort_unstable();
        let median = times[times.len() / 2];
        println!("{name}: median {median:.0?}, first {first:.0?}, {bytes} bytes");
        let (median_ms, first_ms) = (median.as_secs_f64() * 1e3, first.as_secs_f64() * 1e3);
        measured.push(json!({ "name": name, "median_ms": median_ms, "first_ms": first_ms, "bytes": bytes }));
    }
    let begin = Instant::now();
    for unit in 0..UNITS {
        let mut other = reports[0].clone();
        other.identity.unit_name = format!("Kelurahan Contoh {unit}");
        other.write_texts(&[]);
        documents::report_pdf(&other, &edition, &assets).unwrap();
    }
    println!("{UNITS} PDFs: {:.1?}, peak memory {}", begin.elapsed(), peak());
    println!("measured {}", json!({ "documents": measured }));
}

fn assets() -> Assets {
    let mut assets = Assets::default();
    assets.insert("logo", include_bytes!("../tests/it/logo.png").to_vec());
    assets
}

/// What the process took at most, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |peak| peak.trim().to_owned())
}
