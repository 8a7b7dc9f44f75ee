//! What a respondent reads around the questions.

/// Longer questions, in characters, are set smaller, so that four answers stay in sight.
pub const LONG_QUESTION: usize = 90;

crate::catalogue! {
    /// The survey itself.
    SurveyText {
        PageTitle: "Survei {unit}" / "Survey: {unit}";
        PageTitleThanks: "Terima kasih · {unit}" / "Thank you · {unit}";
        Notice: "Survei ini untuk memperbaiki pelayanan {unit} (UU 25/2009, PermenPANRB 14/2017). Tanpa nama dan nomor telepon. Mengisi atau tidak, pelayanan Saudara tidak terpengaruh."
            / "This survey is for improving the services of {unit} (Law 25/2009, PermenPANRB 14/2017). No name and no phone number. Whether you answer or not, your service is not affected.";
        More: "Selengkapnya" / "Read more";
        MoreBasis: "Dasar pengolahan data: tugas pelayanan publik (UU 27/2022 Pasal 20 ayat (2) huruf e). Hanya keterangan disabilitas yang memerlukan persetujuan Saudara (Pasal 26)."
            / "Legal basis: the public task of the unit (Law 27/2022, Article 20 (2) e). Only what you state about disability needs your consent (Article 26).";
        MoreUse: "Jawaban dihitung bersama jawaban orang lain menjadi nilai unit ini. Saran dibaca oleh unit ini dengan keterangan bulan, tanpa hari dan jam."
            / "Answers are counted together with those of others into the unit's figures. Comments are read by the unit with the month, never with day or time.";
        MoreKept: "Nama, alamat, nomor telepon, dan alamat internet Saudara tidak disimpan bersama jawaban."
            / "Your name, address, phone number and internet address are not stored with your answers.";
        Length: "{count} pertanyaan, kira-kira {minutes} menit. Pertanyaan boleh dilewati."
            / "{count} questions, about {minutes} min. Questions may be skipped.";
        WhichService: "Pelayanan apa yang Saudara terima?" / "Which service did you receive?";
        ChooseService: "Pilih pelayanan" / "Choose a service";
        ChosenService: "Pelayanan" / "Service";
        ChangeService: "Ganti pelayanan" / "Change service";
        OtherService: "Layanan lainnya" / "Another service";
        Progress: "{number} dari {count}" / "{number} of {count}";
        NotAnswered: "Tidak dijawab" / "Not answered";
        AboutRespondent: "Tentang Saudara" / "About you";
        AboutRespondentHelp: "Tanpa nama. Setiap pertanyaan boleh tidak dijawab."
            / "No name. You need not answer any of these.";
        PreferNot: "Tidak menjawab" / "Prefer not to say";
        Guardian: "Isilah bersama orang tua/wali. Saran dan keterangan disabilitas responden di bawah umur tidak ditanyakan."
            / "Fill this in together with a parent or guardian. Respondents under age are not asked for comments or disability.";
        CommentHelp: "Boleh dikosongkan. Jangan menulis nama, nomor telepon, atau alamat."
            / "May be left empty. Please write no name, phone number or address.";
        Send: "Kirim jawaban" / "Send answers";
        SendHelp: "Setelah dikirim, jawaban tidak dapat diubah." / "Once sent, answers cannot be changed.";
        Thanks: "Terima kasih." / "Thank you.";
        ThanksSent: "Jawaban Saudara sudah terkirim." / "Your answers have been sent.";
        ThanksNext: "Jawaban Saudara dihitung bersama jawaban orang lain menjadi nilai {unit}."
            / "Your answers are counted together with those of others into the figures of {unit}.";
        ThanksLast: "{period}: nilai unit ini dari {count} responden, pada skala 25–100"
            / "{period}: what {count} people gave this unit, on a scale of 25–100";
        ThanksLowest: "Yang paling perlu diperbaiki: {elements}." / "What needs work most: {elements}.";
        ThanksComment: "Saran Saudara dibaca oleh unit ini, tanpa nama, untuk memperbaiki pelayanan."
            / "The unit reads your comment, without a name, to improve its services.";
        ThanksNotKept: "Saran dan keterangan disabilitas dari responden di bawah umur tidak disimpan, sesuai ketentuan pelindungan data pribadi."
            / "Comments and disability of respondents under age were not kept, as the law on personal data asks.";
        ThanksClose: "Halaman ini boleh ditutup." / "You may close this page.";
        Finish: "Selesai" / "Done";
        BackByItself: "Kembali ke awal dalam {seconds} detik." / "Back to the start in {seconds} seconds.";
    }
}

/// What the figure of the last period is of: its period by name, and how many answered.
pub fn last_time(period: &str, n: i64, language: crate::Language) -> String {
    SurveyText::ThanksLast.filled(language, &[("period", period), ("count", &crate::format::count(n, language))])
}

/// The lowest elements of the last period by name; none when all are equal.
pub fn lowest(names: &[&str], language: crate::Language) -> Option<String> {
    (!names.is_empty()).then(|| SurveyText::ThanksLowest.filled(language, &[("elements", &names.join(", "))]))
}

/// A grade as people read it: the letter and what it means, `B · Baik`.
pub fn grade(letter: &str, performance: &str) -> String {
    [letter, " · ", performance].concat()
}

/// How long so many items take, in whole minutes, as respondents are told: the median aims at 60 seconds for nine items and
/// 100 for sixteen.
pub const fn minutes_for(items: usize) -> usize {
    const SECONDS_FOR_16: usize = 100;
    (items * SECONDS_FOR_16).div_ceil(16 * 60)
}

/// How many questions a survey has and how long it takes.
pub fn length(items: usize, language: crate::Language) -> String {
    let (count, minutes) = (items.to_string(), minutes_for(items).to_string());
    SurveyText::Length.filled(language, &[("count", &count), ("minutes", &minutes)])
}

/// What a respondent reads for a service. "Umum", which every unit has, says little to a citizen who looks for what was
/// received; among other services it is the one that is none of them.
pub fn service_label<'a>(code: &str, name: &'a str, language: crate::Language) -> &'a str {
    if is_general(code, name) { SurveyText::OtherService.text(language) } else { name }
}

/// True for the service that every unit has, as long as nobody gave it a name of its own.
pub fn is_general(code: &str, name: &str) -> bool {
    code == "umum" && name == "Umum"
}

crate::catalogue! {
    /// What only the screens with one question each say.
    ScreenText {
        Back: "Kembali" / "Back";
        Skip: "Lewati" / "Skip";
        SkipAnyway: "Lewati saja" / "Skip anyway";
        SkipReminder: "Pertanyaan ini belum dijawab. Jawaban Saudara membantu kami, tetapi boleh dilewati."
            / "This question is not answered yet. Your answer would help us, but you may skip it.";
        Next: "Lanjut" / "Next";
        Listen: "Dengarkan" / "Read aloud";
        StopListening: "Berhenti membacakan" / "Stop reading";
        ReviewTitle: "Periksa jawaban Saudara" / "Check your answers";
        ReviewHelp: "Ketuk untuk mengubah." / "Tap one to change it.";
        AboutRespondent: "Tentang Saudara · {number} dari {count}" / "About you · {number} of {count}";
        ConsentFirst: "Centang persetujuan ini dahulu, atau pilih Tidak menjawab."
            / "Tick this consent first, or choose Prefer not to say.";
        ReadyTitle: "Jawaban siap dikirim" / "Ready to send";
        ReadyHelp: "Terima kasih, tinggal satu langkah lagi." / "Thank you, just one more step.";
        DraftTitle: "Ada isian yang belum selesai" / "A survey was left unfinished here";
        DraftHelp: "Isian itu tersimpan di perangkat ini dan belum dikirim." / "It is stored on this device and was not sent.";
        Continue: "Lanjutkan" / "Continue";
        ClosedTitle: "Survei ini sudah ditutup" / "This survey is closed";
        ClosedHelp: "Jawaban yang diselesaikan sebelum ditutup tetap dikirim selama halaman ini terbuka. Untuk menyampaikan pendapat baru, mintalah tautan yang berlaku kepada petugas."
            / "Answers finished before it closed are still sent while this page is open. To tell the unit something new, ask the staff for the present link.";
        StartOver: "Mulai baru" / "Start anew";
        Sending: "Jawaban sedang dikirim…" / "Sending your answers…";
        Stored: "Tersimpan di perangkat ini, belum terkirim. Akan dikirim otomatis saat ada jaringan."
            / "Stored on this device, not sent yet. It will be sent by itself when there is a network.";
        InMemory: "Belum terkirim, dan perangkat ini tidak dapat menyimpannya. Biarkan halaman ini terbuka; akan dikirim otomatis saat ada jaringan."
            / "Not sent yet, and this device cannot store it. Leave this page open; it will be sent by itself when there is a network.";
        RefusedClosed: "Survei ini sudah ditutup, sehingga server tidak menerima jawaban Saudara. Jawaban tetap tersimpan di perangkat ini. Untuk menyampaikan pendapat, mintalah tautan yang berlaku kepada petugas."
            / "This survey is closed, so the server did not accept your answers. They remain stored on this device. To tell the unit what you think, ask the staff for the present link.";
        RefusedOther: "Server tidak menerima jawaban Saudara (kode: {code}). Jawaban tetap tersimpan di perangkat ini. Tunjukkan kode ini kepada petugas."
            / "The server did not accept your answers (code: {code}). They remain stored on this device. Please show this code to the staff.";
        WaitingCount: "{count} jawaban tersimpan di perangkat ini, belum terkirim." / "{count} stored on this device, not sent yet.";
        DeliveredCount: "{count} jawaban yang tersimpan sudah terkirim." / "{count} stored here before have been sent.";
        RefusedCount: "{count} jawaban di perangkat ini tidak diterima server (kode: {code}). Beri tahu petugas."
            / "{count} stored on this device were not accepted by the server (code: {code}). Please tell the staff.";
        BackCountdown: "Kembali ke awal dalam {seconds} detik" / "Back to the start in {seconds} seconds";
        IdleTitle: "Masih mengisi?" / "Still there?";
        IdleHelp: "Isian ini dihapus dalam {seconds} detik." / "What was filled in will be deleted in {seconds} seconds.";
        StillHere: "Saya masih mengisi" / "I am still answering";
    }
}

crate::catalogue! {
    /// What is wrong with what was filled in, and what to do.
    FieldText {
        Title: "Jawaban belum terkirim" / "Your answers were not sent";
        Kept: "Semua isian Saudara masih ada di halaman ini." / "Everything you filled in is still on this page.";
        NoAnswer: "Belum ada pertanyaan yang dijawab. Pilih paling sedikit satu jawaban."
            / "No question has been answered yet. Choose at least one answer.";
        ConsentMissing: "Centang persetujuan di bawah pertanyaan ini, atau pilih Tidak menjawab."
            / "Tick the consent below this question, or choose Prefer not to say.";
        CommentTooLong: "Terlalu panjang. Paling banyak {limit} karakter." / "Too long. At most {limit} characters.";
        WrongService: "Pilih salah satu pelayanan dari daftar." / "Choose one of the services listed.";
        WrongAnswer: "Pilih salah satu jawaban yang tersedia." / "Choose one of the answers shown.";
        Outdated: "Isian tidak cocok dengan halaman ini. Periksa jawaban Saudara, lalu kirim lagi."
            / "What was sent does not match this page. Check your answers and send again.";
        Busy: "Server sedang sibuk. Tunggu sebentar, lalu tekan Kirim jawaban sekali lagi."
            / "The server is busy. Wait a moment, then press Send answers once more.";
        TooMany: "Terlalu banyak jawaban masuk sekaligus lewat tautan ini. Tunggu sebentar, lalu tekan Kirim jawaban sekali lagi."
            / "Too many answers are arriving by this link at once. Wait a moment, then press Send answers once more.";
        Fault: "Ada gangguan di pihak kami. Tunggu sebentar, lalu tekan Kirim jawaban sekali lagi."
            / "Something went wrong on our side. Wait a moment, then press Send answers once more.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn whoever_answers_hears_what_people_said_last_time() {
        let lead = last_time("Triwulan III 2026", 1012, Language::Indonesian);
        assert_eq!(lead, "Triwulan III 2026: nilai unit ini dari 1.012 responden, pada skala 25–100");
        let two = lowest(&["Waktu Penyelesaian", "Biaya/Tarif"], Language::Indonesian);
        assert_eq!(two.as_deref(), Some("Yang paling perlu diperbaiki: Waktu Penyelesaian, Biaya/Tarif."));
        assert_eq!(lowest(&[], Language::English), None);
    }

    #[test]
    fn only_the_general_service_is_told_in_other_words() {
        assert_eq!(service_label("umum", "Umum", Language::Indonesian), "Layanan lainnya");
        assert_eq!(service_label("umum", "Umum", Language::English), "Another service");
        assert_eq!(service_label("umum", "Loket terpadu", Language::Indonesian), "Loket terpadu");
        assert_eq!(service_label("ktp", "KTP", Language::English), "KTP");
    }
}
