//! The public page of a report: what everybody may know, and whether a file in hand is the published one.

crate::catalogue! {
    /// The page behind the QR code of a report.
    PublicReportText {
        Title: "{index} {unit}" / "{index} of {unit}";
        Of: "Periode {period}, {city}" / "{period}, {city}";
        Service: "Layanan: {service}" / "Service: {service}";
        Superseded: "Laporan ini sudah digantikan oleh revisi yang lebih baru." / "A newer revision has taken the place of this report.";
        OpenNewer: "Buka revisi yang berlaku" / "Open the revision that counts";
        Grade: "Mutu pelayanan {grade}: {performance}" / "Grade {grade}: {performance}";
        Respondents: "{n} responden" / "{n} respondents";
        RespondentsOf: "{n} dari {required} responden yang disyaratkan" / "{n} of the {required} respondents required";
        Margin: "± {margin} poin: batas kesalahan pada taraf kepercayaan 95%" / "± {margin} points: margin of error at 95% confidence";
        TooFew: "Responden terlalu sedikit untuk menampilkan nilai." / "Too few respondents to show a figure.";
        Elements: "Nilai setiap unsur" / "Value of each element";
        Element: "Unsur" / "Element";
        Value: "Nilai" / "Value";
        Pooled: "Nilai unsur dihitung dari gabungan seluruh jawaban, yang bernilai {value}." / "The elements are those of all answers together, which come to {value}.";
        OtherIndices: "Indeks lain" / "Other indices";
        Trend: "Dari periode ke periode" / "From period to period";
        Period: "Periode" / "Period";
        GradeShort: "Mutu" / "Grade";
        Plan: "Rencana tindak lanjut" / "What was promised";
        FollowUp: "Yang dijanjikan dan dilaksanakan" / "What was promised and done";
        CityDone: "{done} dari {promised} rencana tindak lanjut dalam laporan {units} unit sudah dilaksanakan." / "{done} of {promised} follow-up actions in the reports of {units} units are done.";
        CityPlanned: "Laporan terbaru menjanjikan {planned} tindak lanjut berikutnya." / "The newest reports promise {planned} further actions.";
        CityLatest: "Yang terakhir dilaksanakan:" / "Done most recently:";
        LastPlan: "Dari rencana {period}, {done} dari {promised} sudah dilaksanakan." / "Of what was promised for {period}, {done} of {promised} are done.";
        NotReported: "Sebanyak {n} rencana belum dilaporkan." / "Nothing is told yet of {n} of the plans.";
        Check: "Periksa berkas laporan" / "Check a file of the report";
        CheckHow: "Pilih berkas laporan yang Saudara miliki. Berkas diperiksa di peramban Saudara dan tidak dikirim ke mana pun."
            / "Choose the file that you have. It is checked in your browser and sent nowhere.";
        CheckFile: "Berkas laporan" / "File of the report";
        Same: "Sesuai: berkas ini adalah {file} yang diterbitkan." / "It matches: this file is the {file} that was published.";
        Signed: "Sesuai, dengan tanda tangan elektronik: berkas ini adalah {file} yang diterbitkan."
            / "It matches, with an electronic signature: this file is the {file} that was published.";
        SignedElsewhere: "Sesuai, dengan tanda tangan elektronik: berkas ini memuat {file} yang diterbitkan tanpa perubahan, dan sebuah tanda tangan ditambahkan di belakangnya. Apa yang dicakup tanda tangan itu, dan apakah tanda tangan itu sah, ditunjukkan oleh pembaca PDF. Isi yang resmi adalah berkas yang diterbitkan: bandingkan dengan angka di halaman ini dan posternya, atau mintalah berkas asli kepada unit."
            / "It matches, with an electronic signature: this file holds the {file} that was published, unchanged, and a signature was added behind it. What the signature covers and whether it is valid, a PDF reader shows. The official content is the published file: compare it with the figures of this page and the poster, or ask the unit for the original file.";
        Added: "Isi awal sesuai, tetapi ada tambahan yang bukan tanda tangan elektronik atas seluruh berkas: berkas ini memuat {file} yang diterbitkan dan tambahan di belakangnya, yang dapat mengubah tampilannya."
            / "Its beginning matches, but something was added that is no electronic signature over the whole file: this file holds the {file} that was published and something behind it, which may change what it shows.";
        WithSignature: "dengan tanda tangan elektronik" / "with an electronic signature";
        Poster: "Poster publikasi (PDF)" / "Publication poster (PDF)";
        Different: "Tidak sesuai: berkas ini bukan berkas yang diterbitkan, atau isinya sudah diubah."
            / "It does not match: this is no file that was published, or it was changed.";
        Checking: "Sedang memeriksa …" / "Checking …";
        CannotCheck: "Peramban ini tidak dapat memeriksa berkas. Bandingkan SHA-256 berkas dengan daftar di bawah ini."
            / "This browser cannot check a file. Compare the SHA-256 of the file with the list below.";
        Files: "Berkas yang diterbitkan dan SHA-256-nya" / "Published files and their SHA-256";
        Document: "Dokumen yang dibekukan" / "Frozen document";
        Published: "Diterbitkan {day}. Bobot unsur: {weight}." / "Published on {day}. Weight of an element: {weight}.";
        PublishedRevision: "Diterbitkan {day}, revisi {revision}. Bobot unsur: {weight}." / "Published on {day}, revision {revision}. Weight of an element: {weight}.";
        ExactWeight: "1 ÷ jumlah unsur" / "1 ÷ number of elements";
        AboutUnit: "Nilai dan tindak lanjut dari periode ke periode" / "Figures and follow-up from period to period";
        OpenReport: "Buka laporannya" / "Open the report";
        FromReport: "Dari laporan yang diterbitkan {day}." / "From the report published on {day}.";
        FromAnswers: "Belum ada laporan yang diterbitkan; nilai ini dari jawaban pada periode yang sudah berakhir."
            / "No report has been published yet; this is from the answers of a period that has ended.";
        MeanOfUnits: "Sementara: rata-rata nilai {units} unit pada periode yang sudah berakhir." / "Provisional: the mean of {units} units in a period that has ended.";
        MeanOfReports: "Rata-rata nilai {units} unit menurut laporan yang sudah disampaikan." / "The mean of {units} units as in their submitted reports.";
        NothingYet: "Belum ada nilai yang dapat ditampilkan." / "There is no figure to show yet.";
        Reports: "Laporan yang diterbitkan" / "Published reports";
        Units: "Unit yang sudah menerbitkan laporan" / "Units that have published a report";
        UnitsOf: "{published} dari {obliged} unit wajib survei." / "{published} of the {obliged} units that must survey.";
        NoUnits: "Belum ada unit yang menerbitkan laporan." / "No unit has published a report yet.";
        Unit: "Unit" / "Office";
        Badge: "Pasang nilai ini di situs lain" / "Show this figure on another site";
        BadgeHow: "Salin baris berikut ke halaman situs. Gambarnya menunjukkan nilai laporan terbaru yang diterbitkan; selama belum ada laporan yang diterbitkan, nilai periode terakhir yang sudah berakhir, bertanda “sementara”."
            / "Copy this line into the page of a site. The picture shows the figure of the newest published report; as long as no report is published, that of the last period that has ended, marked “sementara”.";
        BadgeProvisional: "sementara" / "provisional";
        BadgeNone: "belum ada" / "none yet";
        NotFound: "Laporan tidak ditemukan" / "No report found";
        NotFoundWhat: "Tidak ada laporan terbit dengan kode ini." / "No report of this code was published.";
        NotFoundNext: "Periksa kode di bawah kode QR pada laporan." / "Check the code under the QR code of the report.";
    }
}
