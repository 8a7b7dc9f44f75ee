//! The console's report pages: the list, the page of one report, its checks and the names of its figures.

crate::catalogue! {
    /// The list of reports and how one begins.
    ReportListText {
        Title: "Laporan" / "Reports";
        LeadCity: "Seluruh unit" / "All units";
        Make: "Buat laporan" / "Make a report";
        MakeTitle: "Laporan baru" / "A new report";
        MakeLead: "Bila laporan periode ini sudah ada, laporan itu yang dibuka." / "If there is a report of this period already, it is opened.";
        Open: "Buka laporan" / "Open the report";
        Unit: "Unit penyelenggara" / "Unit";
        Service: "Cakupan" / "Scope";
        Outline: "Susunan laporan" / "Outline";
        CityOutline: "Susunan kota" / "The city's outline";
        WholeUnit: "Seluruh unit, semua layanan" / "The whole unit, all services";
        Period: "Periode" / "Survey period";
        State: "Status" / "State";
        Index: "Indeks" / "Index";
        Value: "Nilai" / "Figure";
        Respondents: "Responden" / "Respondents";
        Changed: "Terakhir" / "Last step";
        AllStates: "Semua status" / "All states";
        AllPeriods: "Semua periode" / "All periods";
        AllUnits: "Semua unit" / "All units";
        FilterPeriod: "Saring periode" / "Filter by period";
        FilterUnit: "Saring unit" / "Filter by unit";
        FilterState: "Saring status" / "Filter by state";
        Draft: "Draf" / "Draft";
        Submitted: "Diajukan" / "Submitted";
        Published: "Diterbitkan" / "Published";
        Superseded: "Digantikan" / "Superseded";
        EmptyTitle: "Belum ada laporan" / "No report yet";
        EmptyText: "Buat laporan sebuah periode: angka, tabel, dan teksnya tersusun sendiri dari jawaban." / "Make the report of a period: its figures, tables and text come from the answers by themselves.";
        NoneFits: "Tidak ada laporan yang cocok" / "No report fits";
        NoneFitsText: "Ubah periode atau status di atas." / "Change period or state above.";
        NoAnswers: "belum ada jawaban" / "no answers yet";
    }
}

crate::catalogue! {
    /// The page of one report.
    ReportText {
        Title: "Laporan SKM {period}" / "Report of {period}";
        LeadOpen: "{unit} · angka dikunci saat laporan diajukan" / "{unit} · figures are frozen when the report is submitted";
        LeadFrozen: "{unit} · angka sudah dikunci" / "{unit} · figures are frozen";
        OfService: "{unit}, layanan {service}" / "{unit}, service {service}";
        RevisionOf: "Revisi {number}" / "Revision {number}";
        AllReports: "Laporan {unit}" / "Reports of {unit}";
        Contents: "Daftar isi" / "Contents";
        Annex: "Lampiran" / "Annex";
        DoneMark: "tidak ada yang perlu diperiksa" / "nothing to look at";
        OpenMark: "ada yang perlu diperiksa" / "something to look at";
        EditedMark: "diubah" / "edited";
        ViewText: "Naskah" / "Text";
        ViewPages: "Halaman cetak" / "Printed pages";
        ViewLabel: "Tampilan laporan" / "View of the report";
        Automatic: "Disusun otomatis dari data" / "Written from the data";
        Fixed: "Teks tetap dari kota" / "Fixed text of the city";
        Edited: "Diubah" / "Edited";
        NoText: "Tidak ada teks untuk bagian ini." / "There is no text here.";
        Edit: "Ubah" / "Edit";
        EditOf: "Ubah teks {section}" / "Edit the text of {section}";
        Restore: "Kembalikan teks asli" / "Restore the original text";
        RestoreTitle: "Kembalikan teks asli?" / "Restore the original text?";
        RestoreText: "Tulisan pengganti dihapus dan bagian ini kembali disusun dari data." / "What was written in its place is deleted; this part is written from the data again.";
        TextOf: "Teks {section}" / "Text of {section}";
        Restart: "Mulai lagi dari unsur terendah" / "Start again from the lowest elements";
        RestartTitle: "Mulai lagi dari unsur terendah?" / "Start again from the lowest elements?";
        RestartText: "Baris yang sudah diisi diganti." / "The rows filled in so far are replaced.";
        EditHelp: "Angka bertanda mengikuti data: dapat dihapus atau disisipkan, tetapi tidak diketik. Enter memulai paragraf baru."
            / "Marked figures follow the data: delete or insert them, but do not type them. Enter begins a new paragraph.";
        Insert: "Sisipkan angka" / "Insert a figure";
        InsertSearch: "Cari angka, misalnya waktu atau responden" / "Search figures, such as time or respondents";
        InsertOf: "Sisipkan {name}: {shown}" / "Insert {name}: {shown}";
        InsertNone: "Tidak ada angka yang cocok." / "No figure fits.";
        Foreign: "Bukan angka laporan ini" / "Not a figure of this report";
        Saved: "Tersimpan" / "Saved";
        Saving: "Menyimpan…" / "Saving…";
        StaleTitle: "Laporan ini baru saja diubah orang lain" / "Somebody else has just changed this report";
        StaleText: "Yang terbaru sudah dimuat, dan ketikan di bagian ini masih ada. Periksa, lalu simpan lagi." / "The newest is loaded, and what was typed here is still here. Look at it, then save again.";
        StaleStep: "Yang terbaru sudah dimuat. Periksa, lalu ulangi." / "The newest is loaded. Look at it, then do it again.";
        SaveAgain: "Simpan lagi" / "Save again";
        Discard: "Buang ketikan" / "Discard what was typed";
        Leave: "Ada tulisan yang belum disimpan. Tinggalkan halaman ini?" / "Something is not saved yet. Leave this page?";
        Table: "Tabel" / "Table of";
        Chart: "Gambar" / "Figure";
        NothingToPrint: "Belum ada isinya, jadi tidak dicetak." / "Nothing in it yet, so it is not printed.";
        Rows: "{count} baris" / "{count} rows";
        FillRound: "Isi data pelaksanaan" / "Enter how the round was held";
        Status: "Status" / "State";
        StepMade: "Draf disusun" / "Draft made";
        StepSubmitted: "Diajukan" / "Submitted";
        StepNotSubmitted: "Belum diajukan" / "Not submitted yet";
        StepPublished: "Diterbitkan" / "Published";
        StepNotPublished: "Belum diterbitkan" / "Not published yet";
        StepWho: "{time} · {who}" / "{time} by {who}";
        Late: "{count} jawaban menyusul setelah angka dikunci; tidak dihitung di laporan ini." / "{count} answers came after the figures were frozen; this report does not count them.";
        SupersededTitle: "Laporan ini sudah digantikan" / "This report was superseded";
        SupersededText: "Revisi yang lebih baru sudah diterbitkan." / "A newer revision is published.";
        SupersededOpen: "Buka revisi yang berlaku" / "Open the revision that counts";
        BeforeSubmitting: "Sebelum diajukan" / "Before submitting";
        NoChecks: "Tidak ada yang perlu diperiksa lagi." / "Nothing is left to look at.";
        CheckCount: "{count} hal" / "{count} things";
        Figures: "Angka" / "Figures";
        OfRequired: "{n} dari {required} responden" / "{n} of {required} respondents";
        Respondents: "{n} responden" / "{n} respondents";
        Lowest: "Unsur terendah" / "Lowest elements";
        NoFigures: "Belum ada jawaban pada periode ini." / "No answers in this period yet.";
        Dated: "Tanggal laporan" / "Date of the report";
        DatedHelp: "Kosong berarti hari laporan diajukan." / "Empty means the day it is submitted.";
        Submit: "Ajukan laporan" / "Submit the report";
        SubmitTitle: "Ajukan laporan ini?" / "Submit this report?";
        SubmitText: "Setiap angka, teks, dan tabel dikunci. Jawaban yang masuk kemudian tidak mengubahnya; perubahan sesudahnya menjadi revisi."
            / "Every figure, text and table is frozen. Later answers do not change it; later changes become a revision.";
        SubmitChecks: "Masih ada {count} hal yang dapat diperiksa dahulu:" / "{count} things could be looked at first:";
        Publish: "Terbitkan" / "Publish";
        PublishTitle: "Terbitkan laporan ini?" / "Publish this report?";
        PublishText: "Semua berkas dibuat satu kali dan disimpan. Halaman publiknya terbuka untuk semua orang." / "All files are made once and kept. The public page opens to everybody.";
        Revise: "Buat revisi" / "Make a revision";
        ReviseTitle: "Buat revisi laporan ini?" / "Make a revision of this report?";
        ReviseText: "Revisi adalah draf baru dengan tulisan yang sama; angkanya kembali mengikuti jawaban. Laporan ini tetap seperti adanya."
            / "A revision is a new draft with the same words; its figures follow the answers again. This report stays as it is.";
        Delete: "Hapus draf" / "Delete the draft";
        DeleteTitle: "Hapus draf ini?" / "Delete this draft?";
        DeleteText: "Tulisan dan rencana di dalamnya hilang. Jawaban survei tidak terhapus." / "Its words and its plan are lost. Answers of the survey stay.";
        Files: "Berkas" / "Files";
        FilesDraft: "Berkas draf bertanda DRAF." / "Files of a draft say DRAF.";
        FileWord: "Word" / "Word (DOCX)";
        FilePdf: "PDF" / "PDF file";
        FileExcel: "Excel" / "Excel (XLSX)";
        FilePosterPdf: "Poster (PDF)" / "Poster, PDF";
        FilePosterPng: "Poster (PNG)" / "Poster, PNG";
        FilePosterSvg: "Poster (SVG)" / "Poster, SVG";
        FileJson: "Data beku (JSON)" / "Frozen data (JSON)";
        FileOriginal: "PDF tanpa tanda tangan" / "PDF without signature";
        FileSigned: "PDF bertanda tangan elektronik" / "PDF, electronically signed";
        Download: "Unduh {file}" / "Download {file}";
        Hashes: "Sidik berkas (SHA-256)" / "Hashes of the files (SHA-256)";
        PublicPage: "Halaman publik" / "Public page";
        PublicOpen: "Buka halaman publik" / "Open the public page";
        SignedLabel: "PDF bertanda tangan elektronik" / "Electronically signed PDF";
        SignedHelp: "PDF yang diterbitkan, setelah ditandatangani. Unduhan publik lalu memberi berkas ini." / "The published PDF after signing. Public downloads then give this file.";
        SignedWrong: "Berkas ini bukan PDF yang diterbitkan. Unduh PDF laporan ini, tandatangani berkas itu, lalu unggah."
            / "This is not the published PDF. Download this report's PDF, sign that file, and upload it.";
        SignedDone: "PDF bertanda tangan tersimpan." / "The signed PDF is stored.";
        PagesOf: "Halaman {number} dari {count}" / "Page {number} of {count}";
        PageFailed: "Halaman ini belum dapat digambar." / "This page could not be drawn.";
    }
}

crate::catalogue! {
    /// The follow-up plan, what became of the last one, and released comments.
    ReportPlanText {
        Plan: "Rencana tindak lanjut" / "Follow-up plan";
        Element: "Prioritas unsur" / "Element";
        Programme: "Program/kegiatan" / "Programme";
        When: "Waktu" / "Time";
        Responsible: "Penanggung jawab" / "Person in charge";
        Year: "Tahun" / "Year";
        Quarter: "TW {roman}" / "Quarter {roman}";
        RowOf: "{field}, baris {row}" / "{field}, row {row}";
        ProgrammeHint: "Tulis kegiatan…" / "Write what is done…";
        ResponsibleHint: "Jabatan" / "Office held";
        AddRow: "Tambah baris" / "Add a row";
        RemoveRow: "Hapus baris {row}" / "Remove row {row}";
        NoRows: "Belum ada rencana." / "No plan yet.";
        Last: "Tindak lanjut {period}" / "Follow-up of {period}";
        LastState: "Sudah ditindaklanjuti?" / "Was it done?";
        LastNone: "Tidak ada rencana periode sebelumnya." / "There is no plan of a period before.";
        Planned: "Rencana" / "Planned";
        Description: "Deskripsi" / "What was done";
        DescriptionHint: "Apa yang dilakukan, atau mengapa belum" / "What was done, or why not";
        Documentation: "Dokumentasi" / "Photos of it";
        Done: "Sudah" / "Done";
        Running: "Sedang berjalan" / "Under way";
        NotDone: "Belum" / "Not done";
        NotReported: "Belum dilaporkan" / "Not told yet";
        DoneOf: "Terlaksana {done} dari {all}" / "{done} of {all} done";
        CommentsNone: "Belum ada saran yang dimuat." / "No comment is released.";
        CommentsChoose: "Pilih saran" / "Choose comments";
        CommentsTitle: "Saran dan masukan untuk laporan" / "Comments for the report";
        CommentsLead: "Centang yang boleh dimuat. Nama, nomor, dan alamat dicetak sebagai “[…]”." / "Tick what may be released. Names, numbers and addresses are printed as “[…]”.";
        CommentsEmpty: "Tidak ada saran pada periode ini." / "No comments in this period.";
        CommentMasked: "disamarkan" / "masked";
    }
}

crate::catalogue! {
    /// What to look at before a report is submitted.
    ReportCheckText {
        PeriodRunning: "{place} belum berakhir: laporan baru dapat dikirim sesudah periodenya selesai" / "{place} has not ended: the report can be submitted after it";
        NoAnswers: "Belum ada jawaban pada periode ini" / "No answers in this period";
        PeopleServedUnknown: "Jumlah yang dilayani belum diisi: sampel minimal belum diketahui" / "People served not entered: the required sample is unknown";
        SampleShort: "Sampel belum tercapai, {n} dari {required}: laporan akan menyebutkannya" / "Sample not reached, {n} of {required}: the report will say so";
        SampleMissed: "Sampel tidak tercapai, {n} dari {required}: laporan akan menyebutkannya" / "Sample missed, {n} of {required}: the report will say so";
        PeopleServedBelowN: "Jumlah yang dilayani lebih kecil dari jumlah responden" / "Fewer people served than respondents";
        NoSignatory: "Penanda tangan belum diisi" / "Nobody is named who signs";
        NoLogo: "Logo belum diunggah" / "No logo yet";
        NoAddress: "Alamat unit belum diisi" / "No address of the unit yet";
        NoActivities: "Tabel waktu pelaksanaan belum diisi" / "The table of activities is empty";
        NoForum: "Tanggal Forum Konsultasi Publik belum diisi" / "No date of the public forum yet";
        NoPhotos: "Belum ada foto dokumentasi" / "No photos yet";
        PlanIncomplete: "Kegiatan tindak lanjut {place} belum lengkap" / "Follow-up of {place} is incomplete";
        NoPlan: "Belum ada rencana tindak lanjut" / "No follow-up plan yet";
        LowestNotPlanned: "Unsur terendah {place} belum ada dalam rencana" / "The lowest element {place} is not in the plan";
        LastPlanUntold: "Hasil tindak lanjut {place} periode lalu belum ditulis" / "What became of {place} of the last plan is not told";
        ForeignNumber: "Angka {number} bukan angka laporan ini" / "{number} is no figure of this report";
        DatedOddly: "Tanggal laporan {place} sebelum akhir periode atau di masa depan" / "The report is dated {place}: before the end of its period, or in the future";
        Other: "Perlu diperiksa: {place}" / "To look at: {place}";
    }
}

crate::catalogue! {
    /// The names of figures that a text can hold.
    FactText {
        Value: "nilai" / "figure on 25–100";
        IndexValue: "nilai indeks (1–4)" / "index (1–4)";
        Grade: "mutu" / "grade";
        Performance: "kinerja" / "performance";
        N: "responden" / "respondents";
        Number: "jumlah" / "number";
        Percent: "persentase" / "share";
        Margin: "batas kesalahan" / "margin of error";
        Low: "batas bawah" / "lower limit";
        High: "batas atas" / "upper limit";
        Mean: "NRR" / "NRR (mean)";
        Gain: "potensi kenaikan" / "possible gain";
        Name: "nama" / "name";
        Before: "nilai sebelumnya" / "figure before";
        BeforePeriod: "periode sebelumnya" / "period before";
        Difference: "selisih" / "difference";
        Elements: "jumlah unsur" / "number of elements";
        Unit: "unit" / "the unit";
        City: "kota" / "the city";
        Period: "periode" / "the period";
        Year: "tahun" / "the year";
        FirstDay: "hari pertama" / "first day";
        LastDay: "hari terakhir" / "last day";
        Subject: "yang disurvei" / "what is surveyed";
        People: "yang dilayani" / "people served";
        Required: "sampel minimal" / "required sample";
        Missing: "kekurangan sampel" / "missing from the sample";
        Assisted: "dientri petugas (dibantu atau dari kertas)" / "entered by staff (assisted or from paper)";
        Excluded: "isian dikeluarkan" / "answers taken out";
        Comments: "jumlah saran" / "number of comments";
        Planned: "baris rencana tindak lanjut" / "rows of the plan";
        LastDone: "tindak lanjut lalu yang selesai" / "done of the last plan";
        Word: "kata terbanyak" / "frequent word";
    }
}
