//! The city's page.

crate::catalogue! {
    /// Figures of all units, and how to find one.
    CityText {
        Title: "Kota" / "City";
        Lead: "{period} · {count} unit wajib survei" / "{period}, {count} units must survey";
        LeadRunning: "{period}, berjalan · {count} unit wajib survei" / "{period}, running, {count} units must survey";
        IndexOfCity: "{index} kota" / "{index} of the city";
        Provisional: "sementara" / "provisional";
        Submitted: "{submitted} dari {count} unit menurut laporan yang disampaikan" / "{submitted} of {count} units as in their submitted reports";
        MeanOf: "rata-rata {count} unit" / "mean of {count} units";
        PooledValue: "gabungan seluruh responden {value}" / "all respondents pooled {value}";
        WithoutSmall: "{count} unit dengan n < 30; tanpa unit itu {value}" / "{count} units with n < 30; without them {value}";
        Meaning: "Nilai kota adalah rata-rata indeks tercetak unit wajib survei, setiap unit dihitung satu kali. Gabungan menghitung setiap responden satu kali."
            / "The city's value is the mean of the printed indices of the units that must survey, each counted once. The pooled value counts each respondent once.";
        UnitsWithAnswers: "Unit yang sudah punya jawaban" / "Units with answers";
        OfObliged: "dari {count}" / "of {count}";
        NoneMissing: "Semua unit wajib survei sudah punya jawaban." / "Every unit that must survey has answers.";
        Missing: "{count} unit belum punya jawaban" / "{count} units have no answer yet";
        SampleReached: "Sampel minimal tercapai" / "Required sample reached";
        SampleShort: "{count} unit masih kurang responden" / "{count} units still need respondents";
        SampleMissed: "{count} unit: sampel tidak tercapai" / "{count} units did not reach the sample";
        SampleUnknown: "{count} unit belum mengisi jumlah yang dilayani" / "{count} units have not entered how many they serve";
        Respondents: "{count} responden" / "{count} respondents";
        OtherIndices: "Indeks lain" / "Other indices";
        NoOtherIndices: "Belum ada jawaban untuk IPKP dan IPAK pada periode ini." / "No answers for IPKP and IPAK in this period yet.";
        Kind: "Jenis unit" / "Kind of unit";
        All: "Semua" / "All";
        State: "Saringan" / "Filter";
        StateAll: "Semua unit" / "All units";
        StateNone: "Belum ada jawaban" / "No answer yet";
        WithoutKecamatan: "{kind} tanpa kecamatan" / "{kind} without kecamatan";
        StateShort: "Sampel belum tercapai" / "Sample not reached";
        StateMissed: "Sampel tidak tercapai" / "Sample missed";
        StateSmall: "Kurang dari 30 responden" / "Fewer than 30 respondents";
        StateLow: "Mutu C dan D" / "Grades C and D";
        Search: "Cari unit" / "Search units";
        TableTitle: "Indeks setiap unit" / "The index of each unit";
        Unit: "Unit" / "Office";
        Answers: "Jawaban" / "Answers";
        AnswersOf: "{n} dari {required}" / "{n} of {required}";
        Margin: "±" / "± 95%";
        Grade: "Mutu" / "Grade";
        NoAnswer: "belum ada jawaban" / "no answer yet";
        Few: "n < 30" / "n below 30";
        Unranked: "Unit dengan n < 30 diurutkan di bawah, tanpa peringkat." / "Units with n < 30 come below, without a place.";
        Shown: "{count} unit ditampilkan" / "{count} units shown";
        NothingFound: "Tidak ada unit yang cocok" / "No unit matches";
        NothingFoundText: "Kurangi saringan atau ubah kata pencarian." / "Take away a filter or change the words.";
        ClearFilters: "Hapus saringan" / "Clear the filters";
        RecapPdf: "Rekap (PDF)" / "Recap (PDF)";
        RecapExcel: "Rekap (Excel)" / "Recap (Excel)";
        TakeTable: "Unduh tabel (CSV)" / "Download the table (CSV)";
        HeatByKind: "Unsur menurut jenis unit" / "Elements by kind of unit";
        HeatByUnit: "Unsur menurut unit" / "Elements by unit";
        HeatOf: "Menurut" / "By";
        ByKind: "Jenis unit" / "Kind";
        ByUnit: "Unit" / "Each unit";
        HeatRemark: "Setiap sel: rata-rata nilai tercetak unit, 25–100, dibulatkan."
            / "Each cell: the mean of the units' printed values, 25–100, rounded.";
        HeatRemarkUnit: "Setiap sel: nilai unsur unit itu, 25–100, dibulatkan. Ketuk nama unit untuk membukanya."
            / "Each cell: the unit's value of the element, 25–100, rounded. Tap a unit's name to open it.";
        CitySource: "Kota · {period} · {count} unit · n = {n}" / "City, {period}, {count} units, n = {n}";
        EmptyTitle: "Belum ada jawaban pada {period}" / "No answers in {period} yet";
        EmptyText: "Buat tautan survei untuk setiap unit, lalu pasang kode QR-nya di loket." / "Make a survey link for each unit and put its QR code on the counters.";
        ToUnits: "Buka daftar unit" / "Open the list of units";
    }
}
