//! Who answered, how many, and what they wrote.

use super::joined;
use crate::figures::Characteristic;
use crate::report::ReportDocument;

/// Population, required sample and whether it was reached; said plainly.
pub(super) fn sample(document: &ReportDocument) -> Vec<String> {
    let sample = &document.figures.sample;
    let mut text = match sample.status.as_str() {
        "reached" => "Jumlah penerima layanan pada {periode} adalah {populasi} orang. Menurut rumus Krejcie dan Morgan, \
                      sampel minimal adalah {sampel} responden. Jawaban yang terkumpul dari {n} responden, sehingga \
                      sampel minimal tercapai."
            .to_owned(),
        "short" => "Jumlah penerima layanan pada {periode} adalah {populasi} orang. Menurut rumus Krejcie dan Morgan, \
                    sampel minimal adalah {sampel} responden. Sampel tidak tercapai: {n} dari {sampel} responden, kurang \
                    {sampel.kurang}."
            .to_owned(),
        _ => "Jumlah penerima layanan pada {periode} tidak diketahui, sehingga sampel minimal tidak dapat ditentukan. \
              Jawaban yang terkumpul dari {n} responden."
            .to_owned(),
    };
    if sample.people_served_below_n {
        text.push_str(
            " Jumlah responden melebihi jumlah penerima layanan yang dicatat; catatan itu perlu diperiksa kembali.",
        );
    }
    vec![text]
}

/// The largest group of every characteristic, and the share of assisted entry.
pub(super) fn respondents(document: &ReportDocument) -> Vec<String> {
    if document.figures.n == 0 {
        return vec!["Pada {periode} belum ada responden.".to_owned()];
    }
    let mut text = "Survei pada {periode} diikuti {n} responden.".to_owned();
    let largest: Vec<String> = document.figures.characteristics.iter().filter_map(largest).collect();
    if !largest.is_empty() {
        text.push_str(&format!(" Kelompok responden terbanyak: {}.", largest.join("; ")));
    }
    let by_themselves =
        |channel: &crate::figures::SliceResult| matches!(channel.code.as_str(), "self_filled" | "kiosk");
    let assisted = if document.figures.assisted.n == 0 {
        let all = document.figures.channels.iter().filter(|channel| channel.n > 0).all(by_themselves);
        if all { "Seluruh jawaban diisi sendiri oleh responden." } else { "Tidak ada jawaban yang dientri petugas." }
            .to_owned()
    } else {
        "Sebanyak {dibantu.n} jawaban ({dibantu.persen}) dientri petugas, yaitu isian dengan bantuan petugas dan kuesioner \
         kertas."
            .to_owned()
    };
    let mut paragraphs = vec![text, assisted];
    if document.quality.entered_after_period > 0 {
        paragraphs.push("Dientri setelah periode berakhir: {setelah_periode.n} jawaban.".to_owned());
    }
    paragraphs
}

/// "jenis kelamin Perempuan (98 orang, 56,00%)"; groups of one size together. Nothing where nobody told.
fn largest(characteristic: &Characteristic) -> Option<String> {
    let told = || characteristic.options.iter().filter(|option| option.code != "declined");
    let most = told().map(|option| option.n).max().filter(|most| *most > 0)?;
    let key = |code: &str| format!("{}.{code}", characteristic.code);
    let names: Vec<String> =
        told().filter(|option| option.n == most).map(|option| format!("{{{}}}", key(&option.code))).collect();
    let first = told().find(|option| option.n == most)?;
    let each = if names.len() > 1 { "masing-masing " } else { "" };
    let (label, key) = (characteristic.label.id.to_lowercase(), key(&first.code));
    Some(format!("{label} {} ({each}{{{key}.n}} orang, {{{key}.persen}})", joined(&names)))
}

/// What the comments are about.
pub(super) fn comments(document: &ReportDocument) -> Vec<String> {
    if document.comments_n == 0 {
        return vec!["Tidak ada saran atau masukan tertulis pada {periode}.".to_owned()];
    }
    let mut text = "Dari {n} responden, {saran.n} menuliskan saran atau masukan.".to_owned();
    let words: Vec<String> =
        (1..=document.words.len().min(8)).map(|at| format!("“{{kata{at}}}” ({{kata{at}.n}})")).collect();
    if !words.is_empty() {
        text.push_str(&format!(" Kata yang paling sering muncul: {}.", joined(&words)));
    }
    vec![text]
}
