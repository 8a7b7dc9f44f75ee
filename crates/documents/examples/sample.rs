//! Writes a sample of every document into a folder, to look at.
//!
//! `cargo run -q -p documents --example sample -- FOLDER`

#![expect(clippy::unwrap_used, reason = "an example that cannot write has nothing to show")]

#[path = "../tests/it/recap_sample.rs"]
mod recap_sample;
#[path = "../tests/it/sample.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod sample;

use documents::{Assets, Edition};
use std::fs;
use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let folder = Path::new(&folder);
    let mut assets = Assets::default();
    assets.insert("logo", include_bytes!("../tests/it/logo.png").to_vec());
    assets.insert("foto-1", include_bytes!("../tests/it/photo.png").to_vec());
    let published = Edition::Published { address: "https://skm.contoh.go.id/l/k7m2p9qx".to_owned() };
    let report = sample::full("skm-2017", 175);
    fs::write(folder.join("laporan.pdf"), documents::report_pdf(&report, &published, &assets).unwrap()).unwrap();
    fs::write(folder.join("laporan.docx"), documents::report_docx(&report, &published, &assets).unwrap()).unwrap();
    fs::write(folder.join("laporan.xlsx"), documents::report_xlsx(&report, &published).unwrap()).unwrap();
    let ikm = domain::IndexKind::Ikm;
    fs::write(folder.join("poster.svg"), documents::poster_svg(&report, ikm, &published, &assets)).unwrap();
    fs::write(folder.join("poster.png"), documents::poster_png(&report, ikm, &published, &assets).unwrap()).unwrap();
    fs::write(folder.join("poster.pdf"), documents::poster_pdf(&report, ikm, &published, &assets).unwrap()).unwrap();
    let mut integrity = sample::full("skm-spkp-spak", 175);
    integrity.outline = domain::report::shipped_outlines().remove(2);
    integrity.write_texts(&[]);
    let pdf = documents::report_pdf(&integrity, &published, &assets).unwrap();
    fs::write(folder.join("laporan-spkp-spak.pdf"), pdf).unwrap();
    integrity.brand_color = Some("#1d4ed8".to_owned());
    let ipkp = documents::poster_pdf(&integrity, domain::IndexKind::Ipkp, &published, &assets).unwrap();
    fs::write(folder.join("poster-ipkp-biru.pdf"), ipkp).unwrap();
    let blue = documents::report_docx(&integrity, &published, &assets).unwrap();
    fs::write(folder.join("laporan-spkp-spak-biru.docx"), blue).unwrap();
    let blue = documents::report_pdf(&integrity, &published, &assets).unwrap();
    fs::write(folder.join("laporan-spkp-spak-biru.pdf"), blue).unwrap();
    let mut three = sample::full("terpadu-16", 175);
    three.outline = domain::report::shipped_outlines().remove(1);
    three.outline.approval_sheet = true;
    three.write_texts(&[]);
    let draft = documents::report_pdf(&three, &Edition::Draft, &assets).unwrap();
    fs::write(folder.join("laporan-empat-bab-draf.pdf"), draft).unwrap();
    fs::write(folder.join("tiga-indeks.xlsx"), documents::report_xlsx(&three, &Edition::Draft).unwrap()).unwrap();
    let draft = documents::report_docx(&three, &Edition::Draft, &assets).unwrap();
    fs::write(folder.join("laporan-empat-bab-draf.docx"), draft).unwrap();
    let city = recap_sample::recap();
    let recap = documents::recap_pdf(&city, &Edition::Submitted, &assets).unwrap();
    fs::write(folder.join("rekapitulasi.pdf"), recap).unwrap();
    fs::write(folder.join("rekapitulasi.xlsx"), documents::recap_xlsx(&city).unwrap()).unwrap();
}
