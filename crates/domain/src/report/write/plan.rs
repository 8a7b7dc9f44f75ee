//! The follow-up plan, the last one, and the conclusion.

use super::{elements, index};
use crate::report::{FollowUpState, ReportDocument};

/// What leads to the plan.
pub(super) fn plan(document: &ReportDocument) -> Vec<String> {
    if document.plan.is_empty() {
        return vec!["Rencana tindak lanjut belum disusun.".to_owned()];
    }
    let mut text = "Rencana tindak lanjut berikut disusun mulai dari unsur dengan nilai terendah.".to_owned();
    if document.forum_on.is_some() {
        text.push_str(" Rencana ini dibahas dalam Forum Konsultasi Publik pada {fkp}.");
    }
    vec![text]
}

/// How much of the last plan was done.
pub(super) fn last(document: &ReportDocument) -> Vec<String> {
    let text = match &document.last_plan {
        None => "Belum ada rencana tindak lanjut dari periode sebelumnya.",
        Some(last) if last.rows.is_empty() => "Laporan {rtl_lalu.periode} tidak memuat rencana tindak lanjut.",
        Some(_) => {
            "Dari {rtl_lalu.n} rencana tindak lanjut hasil survei {rtl_lalu.periode}, {rtl_lalu.selesai} \
             ({rtl_lalu.persen}) sudah dilaksanakan."
        }
    };
    let untold = document.last_plan.as_ref().map_or(0, |last| last.count(FollowUpState::NotReported));
    let untold = if untold > 0 { " Sebanyak {rtl_lalu.tanpa_laporan} rencana belum dilaporkan." } else { "" };
    vec![format!("{text}{untold}")]
}

/// What became of each row of the last plan, in numbers.
pub(super) fn last_in_full(document: &ReportDocument) -> Vec<String> {
    match &document.last_plan {
        Some(plan) if !plan.rows.is_empty() => {
            let rest = if plan.count(FollowUpState::NotReported) > 0 {
                "{rtl_lalu.belum} belum dilaksanakan, dan {rtl_lalu.tanpa_laporan} belum dilaporkan."
            } else {
                "dan {rtl_lalu.belum} belum dilaksanakan."
            };
            vec![format!(
                "Keadaan {{rtl_lalu.n}} rencana tindak lanjut hasil survei {{rtl_lalu.periode}}: {{rtl_lalu.selesai}} \
                 sudah dilaksanakan ({{rtl_lalu.persen}}), {{rtl_lalu.berjalan}} sedang berjalan, {rest}"
            )]
        }
        _ => last(document),
    }
}

/// The Forum Konsultasi Publik: when, and about what.
pub(super) fn forum(document: &ReportDocument) -> Vec<String> {
    if document.forum_on.is_none() {
        return vec!["Tanggal Forum Konsultasi Publik untuk {periode} belum dicatat.".to_owned()];
    }
    let mut text = "Forum Konsultasi Publik {unit} mengenai hasil survei {periode} dilaksanakan pada {fkp}".to_owned();
    if document.plan.is_empty() {
        text.push('.');
    } else {
        text.push_str(" dan membahas {rtl.n} rencana tindak lanjut yang dimuat dalam laporan ini.");
    }
    let enclosed = "Daftar hadir dan berita acara forum yang telah ditandatangani dilampirkan bersama laporan ini.";
    vec![text, enclosed.to_owned()]
}

/// The report in a few sentences.
pub(super) fn conclusion(document: &ReportDocument) -> Vec<String> {
    let mut paragraphs = index::levels(document);
    for result in document.told_indices() {
        paragraphs.extend(elements::of_index(result));
        paragraphs.extend(index::change(document, result));
    }
    if document.figures.sample.status == "short" {
        paragraphs.push("Sampel minimal tidak tercapai: {n} dari {sampel} responden.".to_owned());
    }
    paragraphs
}

/// What follows for the next period.
pub(super) fn advice(document: &ReportDocument) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let lowest: Vec<String> = document
        .main_indices()
        .into_iter()
        .flat_map(|index| index.elements.iter().filter(|element| element.lowest))
        .map(|element| format!("{} {{{}.nama}}", element.code, element.code.to_lowercase()))
        .collect();
    if !lowest.is_empty() {
        paragraphs.push(format!(
            "Perbaikan diutamakan pada unsur terendah, yaitu {}, sesuai dengan rencana tindak lanjut.",
            super::joined(&lowest)
        ));
    }
    if document.figures.sample.status == "short" {
        paragraphs.push(
            "Pengumpulan jawaban pada periode berikutnya perlu ditingkatkan agar sampel minimal tercapai.".to_owned(),
        );
    }
    if document.figures.sample.status == "unknown" {
        paragraphs.push(
            "Jumlah penerima layanan perlu dicatat pada periode berikutnya agar sampel minimal dapat ditentukan."
                .to_owned(),
        );
    }
    paragraphs
}
