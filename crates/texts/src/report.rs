//! Words of the official report: captions and heads of its tables and charts, labels of its cover, poster and recap.
//!
//! In Indonesian alone, as the report is an official document; its sentences stand with the outlines in `domain::report`.

/// Caption and heads of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableText {
    /// What it shows.
    pub caption: &'static str,
    /// One a column.
    pub heads: &'static [&'static str],
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $caption:literal [$($head:literal),* $(,)?];)*) => {
        $($(#[$doc])* pub const $name: TableText = TableText { caption: $caption, heads: &[$($head),*] };)*
        /// Every table.
        pub const TABLES: &[TableText] = &[$($name),*];
    };
}

tables! {
    /// Section 2.4.
    ACTIVITIES: "Waktu pelaksanaan survei" ["No", "Kegiatan", "Waktu Pelaksanaan", "Jumlah Hari Kerja"];
    /// Section 2.5.
    SAMPLE: "Populasi dan sampel" ["Uraian", "Jumlah"];
    /// Section 2.6.
    QUALITY: "Kualitas pengumpulan data" ["Uraian", "Jumlah", "%"];
    /// Section 3.1.
    CHARACTERISTICS: "Karakteristik responden" ["No", "Karakteristik", "Indikator", "Jumlah", "Persentase"];
    /// The guideline's table.
    GRADES: "Nilai persepsi, nilai interval, nilai interval konversi, mutu pelayanan, dan kinerja unit pelayanan"
        ["Nilai Persepsi", "Nilai Interval (NI)", "Nilai Interval Konversi (NIK)", "Mutu Pelayanan", "Kinerja Unit Pelayanan"];
    /// Every index.
    INDICES: "Nilai indeks" ["Indeks", "Responden", "Nilai Indeks", "Nilai Konversi", "± (95%)", "Mutu", "Kinerja"];
    /// Elements of an index.
    ELEMENTS: "Nilai {index} per unsur" ["Kode", "Unsur Pelayanan", "NRR", "NRR Tertimbang", "Nilai Konversi", "Mutu", "Kinerja"];
    /// Scores per element.
    DISTRIBUTION: "Sebaran jawaban per unsur" ["Kode", "Unsur Pelayanan", "Nilai", "Jawaban", "Jumlah", "%"];
    /// Scores per element of another index.
    INDEX_DISTRIBUTION: "Sebaran jawaban {index} per unsur" ["Kode", "Unsur Pelayanan", "Nilai", "Jawaban", "Jumlah", "%"];
    /// Services ranked by another index.
    INDEX_SERVICES: "{index} per layanan" ["No", "Jenis Layanan", "Responden", "{index}", "Mutu", "Kinerja"];
    /// Elements of another index ranked.
    INDEX_RANKING: "Urutan unsur {index} dari nilai terendah"
        ["No", "Unsur Pelayanan", "Jawaban", "Nilai", "± (95%)", "Mutu", "Potensi Kenaikan Indeks"];
    /// Services ranked.
    SERVICES: "Indeks Kepuasan Masyarakat per layanan" ["No", "Jenis Layanan", "Responden", "IKM", "Mutu", "Kinerja"];
    /// Services by elements.
    SERVICE_ELEMENTS: "Indeks Kepuasan Masyarakat per layanan dan per unsur" ["No", "Jenis Layanan", "Jumlah Responden"];
    /// Elements ranked.
    RANKING: "Urutan unsur dari nilai terendah" ["No", "Unsur Pelayanan", "Jawaban", "Nilai", "± (95%)", "Mutu", "Potensi Kenaikan Indeks"];
    /// The plan.
    PLAN: "Rencana tindak lanjut" ["No", "Prioritas Unsur", "Program/Kegiatan", "Waktu", "Penanggung Jawab"];
    /// The plan as the four-chapter form has it.
    PLAN_LIST: "Rencana tindak lanjut" ["No", "Unsur", "Rencana Tindak Lanjut", "Waktu", "Penanggung Jawab"];
    /// The last plan in full.
    FOLLOW_UP_REPORT: "Laporan tindak lanjut {period}"
        ["No", "Unsur", "Program/Kegiatan", "Waktu", "Penanggung Jawab", "Keadaan", "Uraian"];
    /// The last plan.
    LAST_PLAN: "Hasil tindak lanjut {period}"
        ["No", "Rencana Tindak Lanjut", "Apakah RTL Telah Ditindaklanjuti", "Deskripsi", "Dokumentasi"];
    /// The trend.
    TREND: "Nilai {index} dari waktu ke waktu" ["Periode", "Responden", "Nilai", "Mutu", "Perubahan", "Keterangan"];
    /// The questionnaire.
    QUESTIONNAIRE: "{title}" ["No", "Pertanyaan", "1", "2", "3", "4"];
    /// The processed answers.
    PROCESSED: "Pengolahan data survei kepuasan masyarakat per responden dan per unsur pelayanan" ["No. Responden"];
    /// The method.
    METHOD: "Metode perhitungan" ["Uraian", "Keterangan"];
    /// The city's units.
    RECAP: "Nilai seluruh unit" ["No", "Unit Penyelenggara Pelayanan", "Jenis", "Responden", "Sampel", "IKM", "Mutu", "IPKP", "IPAK"];
    /// The city by kind of unit.
    RECAP_KINDS: "Nilai menurut jenis unit" ["Jenis Unit", "Wajib Survei", "Ada Jawaban", "Responden", "IKM", "Mutu"];
    /// The city's values and what they rest on, in the workbook of the recap.
    RECAP_SUMMARY: "Ringkasan" ["Uraian"];
    /// From period to period, in the workbook of the recap.
    RECAP_TREND: "Tren" ["Indeks", "Periode", "Responden", "Nilai", "Mutu", "Batas Bawah (95%)", "Batas Atas (95%)", "Keterangan"];
    /// Units without an answer.
    RECAP_MISSING: "Unit yang belum memiliki jawaban" ["No", "Unit Penyelenggara Pelayanan", "Jenis"];
}

/// Captions of charts.
pub mod chart {
    /// Elements of an index.
    pub const ELEMENTS: &str = "Nilai {index} per unsur";
    /// Scores per element.
    pub const DISTRIBUTION: &str = "Sebaran jawaban per unsur";
    /// From period to period.
    pub const TREND: &str = "Tren {index}";
    /// Services.
    pub const SERVICES: &str = "IKM per layanan";
    /// The city's units by kind.
    pub const KINDS: &str = "IKM menurut jenis unit";
}

/// Labels.
pub mod label {
    /// Before a chapter's number.
    pub const CHAPTER: &str = "BAB";
    /// Before an annex's number.
    pub const ANNEX: &str = "Lampiran";
    /// Before a table's number.
    pub const TABLE: &str = "Tabel";
    /// Before a figure's number.
    pub const FIGURE: &str = "Gambar";
    /// The contents.
    pub const CONTENTS: &str = "Daftar Isi";
    /// The list of tables.
    pub const TABLES: &str = "Daftar Tabel";
    /// The list of figures.
    pub const FIGURES: &str = "Daftar Gambar";
    /// Kata Pengantar.
    pub const PREFACE: &str = "Kata Pengantar";
    /// Lembar Pengesahan.
    pub const APPROVAL: &str = "Lembar Pengesahan";
    /// Across a draft.
    pub const DRAFT: &str = "DRAF";
    /// On the cover of a revision.
    pub const REVISION: &str = "Revisi {number}";
    /// Behind it: the report it takes the place of.
    pub const REPLACES: &str = "menggantikan laporan tertanggal {day} (kode {code})";
    /// In the foot.
    pub const PAGE: &str = "Halaman";
    /// Before the released comments.
    pub const COMMENTS: &str = "Beberapa saran dan masukan responden:";
    /// Before the places of publication.
    pub const PUBLISHED_AT: &str = "Hasil survei dipublikasikan melalui:";
    /// Where no place of publication was entered.
    pub const NOT_PUBLISHED: &str = "Tempat publikasi hasil survei belum dicatat.";
    /// Total row.
    pub const SUM: &str = "Jumlah";
    /// A section without anything to print.
    pub const NOTHING: &str = "Tidak ada data untuk bagian ini pada periode laporan.";
    /// Beside the QR code.
    pub const VERIFY: &str = "Pindai untuk melihat hasil yang diterbitkan dan memeriksa keaslian dokumen ini.";
    /// Alternative text of the QR code.
    pub const QR: &str = "Kode QR ke laman laporan yang diterbitkan";
    /// Alternative text of the logo.
    pub const LOGO: &str = "Lambang";
    /// Where a photo's bytes are not there.
    pub const NO_PHOTO: &str = "(foto tidak tersedia)";
    /// Under a processed table that is too long.
    pub const TOO_LONG: &str = "Data {n} responden melebihi batas cetak; seluruhnya ada pada lembar pengolahan dalam berkas Excel laporan ini.";
    /// Above the totals of an index whose answers stand in an earlier table.
    pub const ROWS_ABOVE: &str =
        "Jawaban setiap responden tercantum pada tabel {index} di atas, dengan kode butir yang sama.";
    /// Foot rows of the processed table.
    pub const SUM_OF_SCORES: &str = "Σ Nilai/Unsur";
    /// NRR.
    pub const MEAN: &str = "NRR/Unsur";
    /// NRR tertimbang.
    pub const WEIGHTED: &str = "NRR tertimbang/Unsur";
    /// Their sum.
    pub const WEIGHTED_SUM: &str = "*) Jumlah NRR tertimbang";
    /// The index.
    pub const UNIT_INDEX: &str = "**) {index} unit pelayanan";
    /// The index of the city.
    pub const CITY_INDEX: &str = "{index} kota";
    /// In place of the city's processed answers.
    pub const CITY_PROCESSED: &str = "Data olahan per responden dan per unsur tercantum dalam laporan dan berkas Excel setiap unit. Berkas Excel laporan ini memuat nilai setiap unit, jumlah respondennya, dan rumus nilai kota.";
    /// In place of the questionnaires.
    pub const CITY_QUESTIONNAIRE: &str = "Kuesioner yang digunakan tercantum dalam laporan setiap unit.";
    /// Grade.
    pub const GRADE: &str = "Mutu pelayanan";
    /// Performance.
    pub const PERFORMANCE: &str = "Kinerja unit pelayanan";
    /// Answers.
    pub const ANSWERED: &str = "Jumlah jawaban/Unsur";
    /// Foot of the table of services.
    pub const MEAN_PER_ELEMENT: &str = "Rerata IKM per unsur";
    /// Title of the processing sheet.
    pub const PROCESSING: &str = "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN";
    /// Every unit.
    pub const ALL_UNITS: &str = "Seluruh unit penyelenggara pelayanan";
    /// Those without an answer.
    pub const UNITS_MISSING: &str = "Unit yang belum memiliki jawaban";
    /// Title of the recap.
    pub const RECAP: &str = "Rekapitulasi Survei Kepuasan Masyarakat";
    /// Above its signature.
    pub const RECAP_CLOSING: &str = "Demikian rekapitulasi ini disusun untuk digunakan sebagaimana mestinya.";
    /// How the city's value is made.
    pub const CITY_METHOD: &str = "Nilai kota adalah rata-rata nilai tercetak unit wajib survei, setiap unit dihitung satu kali. Unit dengan kurang dari 30 responden ditampilkan tanpa peringkat; nilai tercetak yang sama berbagi peringkat.";
}

/// The publication poster.
pub mod poster {
    /// The title by index.
    pub const TITLE: &str = "{name} ({short})";
    /// Over the value.
    pub const VALUE: &str = "NILAI {short}";
    /// The service.
    pub const SERVICE: &str = "NAMA LAYANAN";
    /// All services.
    pub const ALL_SERVICES: &str = "Seluruh layanan";
    /// The respondents.
    pub const RESPONDENTS: &str = "RESPONDEN";
    /// How many.
    pub const COUNT: &str = "JUMLAH";
    /// By education.
    pub const EDUCATION: &str = "PENDIDIKAN";
    /// By sex.
    pub const SEX: &str = "JENIS KELAMIN";
    /// The period.
    pub const PERIOD: &str = "PERIODE SURVEI";
    /// Mutu.
    pub const GRADE: &str = "MUTU PELAYANAN";
    /// Kinerja.
    pub const PERFORMANCE: &str = "KINERJA UNIT PELAYANAN";
    /// Of the required sample.
    pub const OF_SAMPLE: &str = "{n} orang, sampel minimal {required}";
    /// Without a required sample.
    pub const PEOPLE: &str = "{n} orang";
    /// The guideline's thanks, in full.
    pub const THANKS: &str = "TERIMA KASIH ATAS PENILAIAN YANG TELAH ANDA BERIKAN. MASUKAN ANDA SANGAT BERMANFAAT UNTUK KEMAJUAN UNIT KAMI AGAR TERUS MEMPERBAIKI DAN MENINGKATKAN KUALITAS PELAYANAN BAGI MASYARAKAT";
    /// Where a group is too small to be shown.
    pub const HIDDEN: &str = "disamarkan";
    /// From the first day to the last.
    pub const DAYS: &str = "{first} s.d. {last}";
    /// Where there is no answer.
    pub const NO_ANSWER: &str = "Belum ada jawaban pada periode ini";
    /// Where there are fewer answers than the city shows.
    pub const TOO_FEW: &str = "Terlalu sedikit jawaban";
}

/// Rows of section 2.6 and of the tables of sample and method; `{…}` are filled.
pub mod row {
    #![expect(missing_docs, reason = "each constant is the row's own words")]
    pub const POPULATION: &str = "Jumlah penerima layanan (populasi)";
    pub const REQUIRED: &str = "Sampel minimal (Krejcie dan Morgan)";
    pub const RESPONDENTS: &str = "Responden";
    pub const STATE: &str = "Keterangan";
    pub const REACHED: &str = "Sampel tercapai";
    pub const SHORT: &str = "Sampel tidak tercapai, kurang {missing}";
    pub const UNKNOWN: &str = "tidak diketahui";
    pub const SELF_INDEX: &str = "IKM dari jawaban yang diisi sendiri";
    pub const AFTER_PERIOD: &str = "Dientri setelah periode berakhir";
    pub const UNIFORM: &str = "Jawaban seragam (semua pertanyaan bernilai sama)";
    pub const UNIFORM_FOURS: &str = "Di antaranya seluruhnya bernilai 4";
    pub const ONE_DEVICE: &str =
        "Terbanyak dari satu perangkat atau jaringan bersama dalam satu bulan, termasuk yang dikeluarkan";
    pub const ONE_ENTERER: &str = "Terbanyak dientri satu petugas";
    pub const UNDATED: &str = "Tanpa tanggal (dari berkas, hanya bulannya diketahui)";
    pub const DAYS: &str = "Hari kerja (Senin–Jumat) dengan jawaban, dari {days} hari";
    pub const BUSIEST: &str = "Jawaban pada hari tersibuk";
    pub const LAST_DAYS: &str = "Jawaban pada tiga hari terakhir periode";
    pub const SERVICES: &str = "Layanan yang disurvei, dari {services} layanan";
    pub const OPENED: &str = "Halaman survei dibuka";
    pub const BEGUN: &str = "Mulai diisi, dari yang dibuka";
    pub const FINISHED: &str = "Selesai dikirim, dari yang dibuka";
    pub const SKIPPED: &str = "Pertanyaan tidak dijawab, unsur {element}";
    pub const EXCLUDED: &str = "Dikeluarkan: {reason}";
    pub const NONE_EXCLUDED: &str = "Dikeluarkan";
    pub const SERVED: &str = "Populasi menurut {source}, dicatat {day}";
    pub const SERVED_CHANGED: &str = "Populasi diubah menurut {source}, dicatat {day}: {reason}";
    pub const CHARACTERISTIC_SERVICE: &str = "Jenis layanan";
    pub const CHARACTERISTIC_TIME: &str = "Jam survei";
    pub const WEIGHT: &str = "Bobot setiap unsur {index}";
    pub const GROUPING: &str = "Kuesioner dan pengelompokan";
    pub const GROUPING_VALUE: &str = "{questionnaire} versi {version}, pengelompokan {grouping} ({n} responden)";
    pub const UNIT_METHOD: &str = "Nilai unit";
    pub const POOLED: &str = "gabungan seluruh responden";
    pub const MEAN_OF_SERVICES: &str = "rata-rata nilai tercetak layanan";
    pub const POOLED_BESIDE: &str = "rata-rata nilai tercetak {count} layanan; gabungan seluruh responden {value}";
    pub const ALPHA: &str = "Reliabilitas {index} (alfa Cronbach)";
    pub const ALPHA_VALUE: &str = "dari {n} responden yang menjawab semua unsur";
    pub const ROUNDING: &str = "Pembulatan";
    pub const ROUNDING_VALUE: &str =
        "satu kali pada dua desimal, setengah ke atas; mutu dibaca dari nilai yang sudah dibulatkan";
    pub const CHECKSUM_NOTE: &str = "Nilai {index} dihitung dari angka yang belum dibulatkan, sehingga penjumlahan angka tercetak dapat berbeda pada desimal terakhir.";
    pub const MEAN_NOTE: &str =
        "Nilai {index} unit adalah rata-rata nilai tercetak {count} layanan; gabungan seluruh responden {value}.";
    pub const CITY_NOTE: &str = "Nilai unsur dihitung dari gabungan jawaban seluruh unit, yang bernilai {value}; {index} kota adalah rata-rata nilai tercetak {count} unit wajib survei.";
    pub const CITY_POOLED: &str = "Gabungan seluruh responden unit wajib survei, {index}: {value}.";
    pub const CITY_VALUE: &str = "Nilai kota";
    pub const UNITS: &str = "Unit wajib survei yang memiliki jawaban, dari {units} unit";
    pub const SERVICES_NOTE: &str = "Rerata di baris terakhir adalah rata-rata nilai tercetak layanan; IKM unit sebesar {value} dihitung menurut cara pada tabel metode.";
    pub const TREND_IMPORTED: &str = "sebagaimana diterbitkan";
    pub const TREND_BREAK: &str = "tidak dapat dibandingkan dengan periode sebelumnya";
    pub const EXACT_WEIGHT: &str = "1 dibagi jumlah unsur";
    pub const PROVISIONAL: &str = "sementara, rata-rata {units} unit";
    pub const PARTLY_SUBMITTED: &str =
        "sementara, rata-rata {units} unit, {submitted} di antaranya menurut laporan yang disampaikan";
    pub const SUBMITTED: &str = "rata-rata {units} unit menurut laporan yang disampaikan";
    pub const POOLED_VALUE: &str = "gabungan seluruh responden {value}";
    pub const WITHOUT_SMALL: &str = "tanpa {units} unit dengan n < 30: {value}";
    pub const COMPLETENESS: &str = "Pada {period}, {with} dari {obliged} unit wajib survei memiliki jawaban, dengan {n} responden. Bobot unsur: {weight}.";
    pub const MARGIN: &str = "± {margin} (tingkat kepercayaan 95%)";
    pub const NO_MARGIN: &str = "batas kesalahan tidak dapat dihitung";
    pub const GRADE: &str = "Mutu";
    pub const PERFORMANCE: &str = "Kinerja";
    pub const IS_PROVISIONAL: &str = "Sementara";
    pub const FINAL: &str = "Menurut laporan yang disampaikan";
    pub const MARGIN_95: &str = "Batas kesalahan ± (95%)";
    pub const LOW_95: &str = "Batas bawah (95%)";
    pub const HIGH_95: &str = "Batas atas (95%)";
    pub const UNITS_COUNTED: &str = "Unit yang dihitung";
    pub const UNITS_SUBMITTED: &str = "Di antaranya menurut laporan yang disampaikan";
    pub const UNITS_SMALL: &str = "Di antaranya dengan n < 30";
    pub const MEAN_WITHOUT_SMALL: &str = "Nilai kota tanpa unit dengan n < 30";
    pub const POOLED_OF_ALL: &str = "Gabungan seluruh responden";
    pub const POOLED_MARGIN: &str = "Batas kesalahan gabungan ± (95%)";
    pub const BASIS: &str = "Dasar nilai kota";
    pub const WEIGHT_OF_ELEMENT: &str = "Bobot unsur";
    pub const UNITS_OBLIGED: &str = "Unit wajib survei";
    pub const UNITS_ANSWERED: &str = "Di antaranya memiliki jawaban";
    pub const UNITS_UNANSWERED: &str = "Di antaranya belum memiliki jawaban";
    pub const EXCLUDED_ANSWERS: &str = "Jawaban yang dikeluarkan";
    pub const SMALL: &str = "n < 30";
    pub const FEW_ELEMENTS: &str = "{k} unsur";
    pub const FREE_SERVICES: &str = "Pertanyaan biaya/tarif pada layanan gratis";
    pub const FREE_ASKED: &str = "ditanyakan; jawaban “Gratis” bernilai 4";
    pub const FREE_NOT_ASKED: &str = "tidak ditanyakan; IKM dihitung dari {k} unsur";
    pub const FREE_OTHER_ITEMS: &str = "tidak ditanyakan; U4 dihitung dari pertanyaan lain atau layanan berbayar";
    pub const FREE_LEFT_OUT: &str = "tidak ditanyakan";
    pub const FREE_SPECIAL: &str = "ditanyakan dengan kalimat khusus; kode unsur tetap U4";
}

/// Why an answer was taken out, by the reason's code.
pub fn exclusion_reason(code: &str) -> &str {
    match code {
        "test" => "isian percobaan",
        "duplicate" => "isian ganda",
        "filled_by_staff" => "diisi petugas, bukan responden",
        "automated" => "isian otomatis",
        "wrong_unit" => "salah unit atau layanan",
        "import_undone" => "impor dibatalkan",
        _ => "alasan lain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_caption_and_heads() {
        for table in TABLES {
            assert!(!table.caption.is_empty() && table.heads.iter().all(|head| !head.is_empty()), "{table:?}");
        }
        assert_eq!(exclusion_reason("duplicate"), "isian ganda");
    }
}
