//! How the city's index is said: it is the mean of its units, and what stands beside it.

use crate::figures::{CityIndex, IndexResult};

/// The headline and what it is the mean of.
pub(super) fn level(index: &IndexResult, city: &CityIndex) -> String {
    let code = index.summary.index.code();
    let provisional = if city.sementara { " sementara" } else { "" };
    format!(
        "{{{code}.nama}} {{subjek}} pada {{periode}}{provisional} sebesar {{{code}.converted}} (nilai indeks \
         {{{code}.value}}) dengan mutu pelayanan {{{code}.grade}} dan kinerja unit pelayanan {{{code}.performance}}. Nilai \
         ini adalah rata-rata nilai tercetak {{{code}.unit}} unit wajib survei, setiap unit dihitung satu kali, dengan \
         {{{code}.n}} responden."
    )
}

/// The pooled value, the mean without units of few respondents, and what the headline rests on.
pub(super) fn beside(city: &CityIndex) -> String {
    let code = city.headline.index.code();
    let mut text =
        format!(" Sebagai pembanding, gabungan seluruh responden unit wajib survei bernilai {{{code}.gabungan}}.");
    if city.small_units > 0 && city.converted_without_small.is_some() {
        text.push_str(&format!(
            " Tanpa {{{code}.unit.kecil}} unit yang respondennya kurang dari 30 orang, rata-ratanya {{{code}.tanpa_kecil}}."
        ));
    }
    text.push_str(&match (city.sementara, city.submitted_units) {
        (false, _) => " Semua nilai unit diambil dari laporan yang sudah disampaikan.".to_owned(),
        (true, 0) => " Nilai sementara ini dihitung dari jawaban karena belum ada unit yang menyampaikan laporan."
            .to_owned(),
        (true, _) => format!(
            " Nilai sementara ini memakai laporan yang sudah disampaikan {{{code}.unit.lapor}} unit; selebihnya dihitung \
             dari jawaban."
        ),
    });
    text
}
