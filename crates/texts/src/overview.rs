//! The overview of a unit.

use crate::{Language, format};

crate::catalogue! {
    /// Figures, their names and what is said beside them.
    OverviewText {
        Ikm: "Indeks Kepuasan Masyarakat" / "Public satisfaction index (IKM)";
        Ipkp: "Indeks Persepsi Kualitas Pelayanan" / "Index of perceived service quality (IPKP)";
        Ipak: "Indeks Persepsi Anti Korupsi" / "Index of perceived absence of corruption (IPAK)";
        IpkpMeaning: "persepsi kualitas pelayanan" / "perceived quality of service";
        IpakMeaning: "persepsi anti korupsi" / "perceived absence of corruption";
        IndexShown: "Indeks yang ditampilkan" / "Index shown";
        OtherIndices: "Indeks lain" / "Other indices";
        NoOtherIndices: "Kuesioner pada periode ini tidak menanyakan IPKP dan IPAK."
            / "The questionnaire of this period does not ask for IPKP and IPAK.";
        Running: "{period}, berjalan" / "{period}, running";
        Scale: "nilai indeks {value} pada skala 1–4" / "index {value} on the scale of 1–4";
        FewElements: "dihitung dari {k} unsur" / "computed from {k} elements";
        MarginTooFew: "batas kesalahan tidak dihitung: responden terlalu sedikit" / "no margin of error: too few respondents";
        MarginAllEqual: "batas kesalahan tidak dapat dihitung: semua jawaban sama" / "no margin of error: all answers are the same";
        SmallSample: "Responden kurang dari 30: baca angka ini dengan hati-hati." / "Fewer than 30 respondents: read this figure with care.";
        TooFewTitle: "Responden baru {n}" / "Only {n} respondents so far";
        TooFewText: "Dengan kurang dari 10 responden, indeks mudah berubah oleh satu jawaban. Jangan dijadikan kesimpulan."
            / "With fewer than 10 respondents one answer moves the index. Draw no conclusions from it.";
        Pooled: "rata-rata {count} layanan · gabungan {converted}" / "mean of {count} services, pooled {converted}";
        NoBefore: "belum ada periode pembanding" / "no period to compare with yet";
        NotComparable: "tidak dapat dibandingkan dengan {period}: {reason}" / "cannot be compared with {period}: {reason}";
        Rise: "naik {points} poin dari {period}" / "up {points} points from {period}";
        Fall: "turun {points} poin dari {period}" / "down {points} points from {period}";
        Same: "sama dengan {period}" / "same as {period}";
        Significant: "perubahan bermakna (taraf nyata 5%)" / "a significant change (5% level)";
        NotSignificant: "belum bermakna secara statistik" / "not statistically significant";
        ReasonTooFew: "responden terlalu sedikit" / "too few respondents";
        ReasonNoVariation: "semua jawaban sama" / "all answers are the same";
        ReasonQuestionnaire: "kuesionernya lain" / "another questionnaire";
        ReasonGrouping: "pengelompokan butirnya lain" / "items grouped in another way";
        ReasonWeight: "bobotnya lain" / "another weight";
        ReasonElements: "unsurnya lain" / "other elements";
        ReasonOverlap: "periodenya beririsan" / "the periods overlap";
        Respondents: "Responden" / "Respondents";
        OfRequired: "dari {required}" / "of {required}";
        MeterLabel: "Responden terhadap sampel yang diperlukan" / "Respondents against the required sample";
        Missing: "Masih kurang {missing} responden" / "{missing} more respondents needed";
        Reached: "Sampel sudah tercapai" / "The sample is reached";
        NotReached: "Sampel tidak tercapai: {n} dari {required}" / "Sample not reached: {n} of {required}";
        PeopleUnknown: "Jumlah penerima layanan pada periode ini belum diisi, sehingga sampel yang diperlukan belum diketahui"
            / "How many people were served in this period has not been entered, so the required sample is not known";
        CityPooled: "Angka di halaman ini gabungan semua jawaban di kota. Nilai kota adalah rerata nilai unit-unitnya."
            / "The figures of this page pool all answers of the city. The city's value is the mean of its units' values.";
        CityHeadline: "Lihat nilai kota" / "See the city's value";
        CitySample: "Sampel ditetapkan untuk setiap unit" / "Each unit has a sample of its own";
        PeopleBelowN: "Jumlah penerima layanan lebih kecil daripada jumlah responden. Periksa angkanya."
            / "Fewer people served than respondents. Check the number.";
        Assisted: "{percent} dientri petugas (dibantu atau dari kertas)" / "{percent} entered by staff (assisted or from paper)";
        Excluded: "{n} jawaban dikeluarkan dari hitungan" / "{n} answers excluded from the figures";
        ElementsTitle: "Nilai {index} per unsur" / "{index} by element";
        GradeColumn: "Mutu" / "Grade";
        TrendTitle: "Tren {index}" / "Trend of the {index}";
        TrendEmpty: "Tren muncul setelah ada jawaban pada dua periode." / "The trend appears once two periods have answers.";
        Comments: "Saran dan masukan" / "Comments";
        CommentsAll: "Lihat semua" / "See all";
        CommentsLead: "Ditampilkan dengan keterangan bulan, tanpa hari dan jam, dalam urutan acak."
            / "Shown with the month alone, never day or time, in random order.";
        CommentsEmpty: "Belum ada saran pada periode ini." / "No comments in this period yet.";
        CommentsSearch: "Cari kata dalam saran" / "Search the comments";
        CommentsNotFound: "Tidak ada saran yang memuat “{words}”." / "No comment contains “{words}”.";
        CommentsOfUnit: "seluruh layanan" / "all services";
        Characteristics: "Karakteristik responden" / "Respondents by characteristic";
        CharacteristicsLead: "Jumlah, persentase, dan indeks menurut kelompok. Kelompok dengan responden kurang dari 30 ditandai."
            / "Number, share and index by group. Groups of fewer than 30 respondents are marked.";
        Group: "Kelompok" / "Group";
        CountColumn: "Jumlah" / "Number";
        PercentColumn: "%" / "Share";
        Small: "n\u{a0}kecil" / "small\u{a0}n";
        AskedOf: "{n} orang yang ditanya" / "{n} people were asked";
        ShowAll: "Tampilkan semua ({count})" / "Show all ({count})";
        Services: "Menurut layanan" / "By service";
        ServiceColumn: "Layanan" / "Service";
        Channels: "Menurut kanal" / "By channel";
        ChannelColumn: "Kanal" / "Channel";
        TimeSlots: "Menurut jam survei" / "By time of day";
        TimeSlotColumn: "Jam survei" / "Time of day";
        Completion: "Kelengkapan pengisian" / "Completion";
        CompletionNote: "halaman survei, bukan orang" / "survey pages, not people";
        CompletionTitle: "Halaman survei dibuka, mulai diisi, dan selesai" / "Survey pages opened, begun and finished";
        Opened: "Dibuka" / "Opened";
        Page: "Halaman survei" / "Survey pages";
        OfOpened: "Dari yang dibuka" / "Of those opened";
        Begun: "Mulai diisi" / "Begun";
        Finished: "Selesai" / "Finished";
        CompletionRate: "{percent} dari yang membuka survei menyelesaikannya" / "{percent} of those who opened the survey finished it";
        CompletionEmpty: "Belum ada halaman survei yang dibuka pada periode ini." / "No survey page was opened in this period.";
        MedianSeconds: "Setengah dari responden selesai dalam {seconds} detik." / "Half of the respondents took at most {seconds} seconds.";
        LeftMost: "Paling sering ditinggalkan pada:" / "Most often left at:";
        LeftTimes: "{where} ({n} kali, {percent})" / "{where} ({n} times, {percent})";
        LeftAtEnd: "Data diri dan saran" / "Questions about the person, comment";
        LeftAtStep: "Pertanyaan {step}" / "Question {step}";
        Method: "Cara hitung: bobot {weight}, {rollup}; {questionnaires}." / "Method: weight {weight}, {rollup}; {questionnaires}.";
        MethodPooled: "unit dihitung gabungan dari semua responden" / "unit pooled over all respondents";
        MethodMean: "unit dihitung sebagai rata-rata layanan" / "unit as the mean of its services";
        MethodQuestionnaire: "{code} versi {version}, pengelompokan {grouping}, n = {n}" / "{code} version {version}, grouping {grouping}, n = {n}";
        MarginMeaning: "± menyatakan pengaruh kebetulan saja, bila responden dipilih secara acak."
            / "± is what chance alone does, if respondents were drawn at random.";
        Empty: "Belum ada jawaban pada {period}" / "No answers in {period} yet";
        SeePeriod: "Lihat {period}" / "See {period}";
        EmptyRunning: "Bagikan tautan atau kode QR survei unit ini. Angka muncul di sini begitu jawaban pertama masuk."
            / "Hand out the survey's link or QR code. Figures appear here with the first answer.";
        EmptyPast: "Tidak ada yang mengisi survei pada periode ini. Pilih periode lain di atas."
            / "Nobody answered in this period. Choose another one above.";
        Period: "Periode" / "Period of the survey";
        PeriodKind: "Jenis periode" / "Kind of period";
        KindMonth: "Bulan" / "Month";
        KindQuarter: "Triwulan" / "Quarter";
        KindSemester: "Semester" / "Half-year";
        KindYear: "Tahun" / "Year";
        PeriodBefore: "Periode sebelumnya" / "Period before";
        PeriodAfter: "Periode sesudahnya" / "Period after";
        Service: "Pelayanan" / "Service of the unit";
        AllServices: "Semua layanan" / "All services";
        Subtree: "Termasuk unit di bawahnya" / "With the units below";
        BackTo: "Kembali ke {name}" / "Back to {name}";
    }
}

/// How a printed number moved against the period before, in words that agree with a reader's subtraction.
pub fn change(difference: &str, significant: bool, before: &str, language: Language) -> String {
    let (text, points) = match difference.strip_prefix('-') {
        Some(points) => (OverviewText::Fall, points),
        None if difference.bytes().all(|byte| matches!(byte, b'0' | b'.')) => (OverviewText::Same, difference),
        None => (OverviewText::Rise, difference),
    };
    let points = format::decimal(points, language);
    let period = format::period(before, language);
    let moved = text.filled(language, &[("points", &points), ("period", &period)]);
    if text == OverviewText::Same {
        return moved;
    }
    let meaning = if significant { OverviewText::Significant } else { OverviewText::NotSignificant };
    format!("{moved}, {}", meaning.text(language))
}

/// Why two periods cannot be compared, by the code of the API.
pub fn not_comparable(reason: &str, before: &str, language: Language) -> String {
    let reason = match reason {
        "no_variation" => OverviewText::ReasonNoVariation,
        "other_questionnaire" => OverviewText::ReasonQuestionnaire,
        "other_grouping" => OverviewText::ReasonGrouping,
        "other_weight" => OverviewText::ReasonWeight,
        "other_elements" => OverviewText::ReasonElements,
        "overlapping_periods" => OverviewText::ReasonOverlap,
        _ => OverviewText::ReasonTooFew,
    };
    let period = format::period(before, language);
    OverviewText::NotComparable.filled(language, &[("period", &period), ("reason", reason.text(language))])
}

/// Responses against the required sample: an appeal while the period runs, a statement afterwards.
pub fn sample(n: i64, required: Option<i64>, missing: Option<i64>, running: bool, language: Language) -> String {
    let (Some(required), Some(missing)) = (required, missing) else {
        return OverviewText::PeopleUnknown.text(language).to_owned();
    };
    let number = |number| format::count(number, language);
    match (missing, running) {
        (..=0, _) => OverviewText::Reached.text(language).to_owned(),
        (_, true) => OverviewText::Missing.filled(language, &[("missing", &number(missing))]),
        (_, false) => OverviewText::NotReached.filled(language, &[("n", &number(n)), ("required", &number(required))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::Indonesian;

    #[test]
    fn a_change_says_its_direction_and_whether_it_means_something() {
        let said = |difference, significant| change(difference, significant, "2026-TW2", Indonesian);
        assert_eq!(said("2.31", false), "naik 2,31 poin dari Triwulan II 2026, belum bermakna secara statistik");
        assert_eq!(said("-0.40", true), "turun 0,40 poin dari Triwulan II 2026, perubahan bermakna (taraf nyata 5%)");
        assert_eq!(said("0.00", false), "sama dengan Triwulan II 2026");
    }

    #[test]
    fn a_sample_that_is_short_is_an_appeal_only_while_the_period_runs() {
        let said = |missing, running| sample(175, Some(212), Some(missing), running, Indonesian);
        assert_eq!(said(37, true), "Masih kurang 37 responden");
        assert_eq!(said(37, false), "Sampel tidak tercapai: 175 dari 212");
        assert_eq!(said(0, true), "Sampel sudah tercapai");
        assert!(sample(175, None, None, true, Indonesian).contains("belum diisi"));
    }
}
