//! What a report needs besides the answers: profile, round, earlier results, the city's template, and work in the background.

crate::catalogue! {
    /// What these screens share.
    PreparationText {
        Title: "Bahan laporan" / "Report material";
        Reports: "Laporan" / "Reports";
        Saved: "Tersimpan" / "Saved";
        Unsaved: "Belum disimpan" / "Not saved yet";
        Leave: "Yang Saudara ketik belum disimpan. Tinggalkan halaman ini?" / "What you typed is not saved. Leave this page?";
        Reread: "Muat yang terbaru" / "Load the newest";
        RereadText: "Yang Saudara ketik tetap di sini sampai dimuat ulang; salin dulu bila perlu."
            / "What you typed stays here until you load it; copy it first if you need it.";
        ChangedBy: "Terakhir diubah {who}, {time}" / "Last changed by {who}, {time}";
        Line: "{column}, baris {number}" / "{column}, line {number}";
        RemoveLine: "Hapus baris {number}" / "Remove line {number}";
        RaiseLine: "Naikkan baris {number}" / "Move line {number} up";
        TooLarge: "Berkas lebih dari {most} MB. Pilih yang lebih kecil." / "The file has more than {most} MB. Choose a smaller one.";
        Remove: "Hapus" / "Remove";
        Add: "Tambah" / "Add";
        Choose: "Pilih dulu berkasnya." / "Choose a file first.";
    }
}

crate::catalogue! {
    /// The profile of a unit.
    ProfileText {
        Title: "Profil unit" / "Profile of the unit";
        Lead: "Dicetak pada kop surat dan tanda tangan laporan {unit}." / "Printed in the letterhead and signature of the reports of {unit}.";
        LeadCity: "Untuk kota, penanda tangannya kepala bagian yang membidangi survei." / "For the city, who signs is the head of the division that answers for the surveys.";
        Office: "Kop surat" / "Letterhead";
        Address: "Alamat" / "Address";
        AddressHelp: "Jalan, nomor, kode pos." / "Street, number, postcode.";
        Phone: "Telepon" / "Telephone";
        Email: "Surel" / "Email";
        Website: "Situs web" / "Website";
        Place: "Tempat penandatanganan" / "Where reports are signed";
        PlaceHelp: "Kosongkan bila sama dengan kota." / "Leave empty where it is the city's.";
        Head: "Penanda tangan" / "Who signs";
        HeadNote: "kosongkan semuanya bila belum ada" / "leave all of it empty while there is nobody";
        Acting: "Kedudukan" / "Standing";
        ActingNone: "Pejabat definitif" / "In office";
        ActingPlt: "Pelaksana tugas (Plt.)" / "Acting (Plt.)";
        ActingPlh: "Pelaksana harian (Plh.)" / "Acting for some days (Plh.)";
        ActingAn: "Atas nama (a.n.)" / "On behalf of (a.n.)";
        Position: "Jabatan" / "Position";
        PositionHelp: "Misalnya Lurah Kuin Utara." / "Such as Lurah Kuin Utara.";
        Name: "Nama lengkap dengan gelar" / "Full name with titles";
        Rank: "Pangkat dan golongan" / "Rank and class";
        RankHelp: "Misalnya Penata Tingkat I (III/d)." / "Such as Penata Tingkat I (III/d).";
        NumberKind: "Jenis nomor" / "Kind of number";
        NumberNone: "Tanpa nomor" / "None";
        Number: "Nomor (18 angka)" / "Number (18 digits)";
        NoNumber: "Wali Kota, Wakil Wali Kota, dan Sekretaris Daerah menandatangani tanpa pangkat dan NIP."
            / "Mayor, deputy mayor and city secretary sign without rank and number.";
        Printed: "Begini tercetak" / "How it is printed";
        Logo: "Logo" / "The unit's logo";
        LogoOf: "Logo {unit}" / "Logo of {unit}";
        LogoNone: "Belum ada logo; laporan dicetak tanpa logo." / "No logo yet; reports are printed without one.";
        LogoFile: "Berkas logo" / "File of the logo";
        LogoHelp: "PNG atau JPEG, paling besar 5 MB. PNG tembus pandang paling baik." / "PNG or JPEG, at most 5 MB. A transparent PNG is best.";
        LogoRemove: "Hapus logo" / "Remove the logo";
        LogoRemoveTitle: "Hapus logo {unit}?" / "Remove the logo of {unit}?";
        LogoRemoveText: "Laporan berikutnya dicetak tanpa logo. Laporan yang sudah diajukan tetap memakainya."
            / "The next reports are printed without it. Reports that were submitted keep it.";
    }
}

crate::catalogue! {
    /// How a round of the survey was carried out.
    RoundText {
        Title: "Pelaksanaan survei" / "How the survey was held";
        Lead: "{unit}, {period}" / "{unit}: {period}";
        Activities: "Waktu pelaksanaan" / "Timetable";
        ActivitiesNote: "hari kerja diisi sendiri; hari libur tidak dihitung" / "working days are typed; holidays do not count";
        Activity: "Kegiatan" / "Activity";
        From: "Mulai" / "From";
        To: "Sampai" / "To";
        Days: "Hari kerja" / "Working days";
        DaysWrong: "Angka bulat, tidak lebih dari jumlah hari di antara kedua tanggal." / "A whole number, no more than the days between the dates.";
        AddActivity: "Tambah kegiatan" / "Add an activity";
        NoActivities: "Belum ada kegiatan. Mulai dari yang lazim, lalu isi tanggalnya." / "No activity yet. Begin with the usual ones and fill in their dates.";
        Usual: "Isi kegiatan yang lazim" / "Fill in the usual activities";
        UsualPreparation: "Persiapan" / "Preparation";
        UsualCollection: "Pengumpulan data" / "Collecting answers";
        UsualProcessing: "Pengolahan dan analisis data" / "Processing and analysis";
        UsualReport: "Penyusunan dan pelaporan hasil" / "Writing and handing in the report";
        Forum: "Forum Konsultasi Publik" / "Public consultation forum";
        ForumNote: "kosongkan bila belum ada" / "leave it empty while there was none";
        ForumDate: "Tanggal" / "Date";
        ForumPlace: "Tempat" / "Place";
        PublishedAt: "Tempat hasil diumumkan" / "Where the results are published";
        PublishedAtHelp: "Misalnya papan pengumuman, situs web, media sosial." / "Such as the notice board, the website, social media.";
        AddPlace: "Tambah tempat" / "Add a place";
        Where: "Diumumkan di" / "Published at";
        Photos: "Foto dokumentasi" / "Photos";
        PhotosNote: "dicetak pada lampiran; lokasi dan waktu dari kamera dibuang" / "printed in an annex; place and time from the camera are dropped";
        NoPhotos: "Belum ada foto" / "No photo yet";
        NoPhotosText: "Tambahkan foto pengumpulan data atau Forum Konsultasi Publik." / "Add photos of the survey or of the public consultation.";
        AddPhoto: "Tambah foto" / "Add a photo";
        PhotoFile: "Berkas foto" / "File of the photo";
        PhotoHelp: "JPEG atau PNG. Foto besar diperkecil di perangkat ini sebelum dikirim." / "JPEG or PNG. Large ones are made smaller on this device before they are sent.";
        Caption: "Keterangan" / "Caption";
        CaptionHelp: "Apa yang terlihat, misalnya Forum Konsultasi Publik di aula." / "What it shows, such as the public consultation in the hall.";
        RemovePhoto: "Hapus foto: {caption}" / "Remove the photo: {caption}";
        RemovePhotoTitle: "Hapus foto ini?" / "Remove this photo?";
        RemovePhotoText: "{caption}. Laporan yang sudah diajukan tetap memuatnya." / "{caption}. Reports that were submitted keep it.";
    }
}

crate::catalogue! {
    /// What a unit published before this system.
    HistoricText {
        Title: "Nilai terdahulu" / "Earlier results";
        Lead: "Nilai {unit} yang terbit sebelum sistem ini, untuk tren lima tahun." / "What {unit} published before this system, for the trend of five years.";
        EmptyTitle: "Belum ada nilai terdahulu" / "No earlier result yet";
        EmptyText: "Tambahkan nilai dari laporan lama satu per satu, atau muat sekaligus dari berkas CSV."
            / "Add them from old reports one by one, or all at once from a CSV file.";
        Add: "Tambah nilai" / "Add a result";
        Change: "Ubah {index} {period}" / "Change {index}, {period}";
        Period: "Periode" / "Period published";
        Year: "Tahun" / "Year";
        YearWrong: "Isi tahun dengan empat angka, misalnya 2024." / "Give the year in four digits, such as 2024.";
        Part: "Bagian tahun" / "Part of the year";
        WholeYear: "Satu tahun" / "The whole year";
        Index: "Indeks" / "Index";
        Value: "Nilai konversi" / "Converted value";
        ValueHelp: "Seperti tercetak, misalnya 82,41." / "As it was printed, such as 82.41.";
        ValueWrong: "Nilai 24,75 sampai 100 dengan paling banyak dua angka di belakang koma." / "A value from 24.75 to 100 with two decimals at most.";
        Grade: "Mutu" / "Grade";
        GradeHelp: "Seperti diterbitkan: sebelum 2017 batas mutunya lain." / "As it was published: before 2017 its limits were others.";
        N: "Responden" / "Respondents";
        NWrong: "Angka bulat mulai dari 1, atau kosong." / "A whole number from 1, or nothing.";
        Source: "Sumber" / "Source";
        SourceHelp: "Misalnya Laporan SKM 2024." / "Such as the report of 2024.";
        RemoveTitle: "Hapus {index} {period}?" / "Remove {index}, {period}?";
        RemoveText: "Laporan yang sudah diajukan tetap memuatnya." / "Reports that were submitted keep it.";
        Import: "Muat dari CSV" / "Import a CSV file";
        ImportText: "Kolom: unit, period, value, grade; boleh juga index, n, source. Pemisah koma atau titik koma. Semua baris masuk, atau tidak satu pun."
            / "Columns: unit, period, value, grade, and if you like index, n, source. Comma or semicolon between them. All rows are taken, or none.";
        ImportFile: "Berkas CSV" / "The CSV file";
        ImportHelp: "Dari Excel: Simpan Sebagai, CSV UTF-8." / "From Excel: Save As, CSV UTF-8.";
        Sample: "Unduh contoh berkas" / "Download a sample file";
        Imported: "{added} ditambahkan, {changed} diganti, {unchanged} sudah ada." / "{added} added, {changed} replaced, {unchanged} were there already.";
        Refused: "Belum ada yang dimuat. Perbaiki yang berikut di berkas, lalu muat lagi."
            / "Nothing was imported. Correct the following in the file, then import it again.";
        Cell: "Baris {row}, kolom {column}: {received} belum benar. {accepted}" / "Row {row}, column {column}: {received} is not right. {accepted}";
        AcceptUnit: "Isi dengan kode unit." / "Give the code of a unit.";
        AcceptIndex: "Isi ikm, ipkp, ipak, atau kosongkan." / "Give ikm, ipkp, ipak or nothing.";
        AcceptPeriod: "Isi 2024, 2024-S2, 2024-TW3, atau 2024-07." / "Give 2024, 2024-S2, 2024-TW3 or 2024-07.";
        AcceptGrade: "Isi A, B, C, atau D." / "Give A, B, C or D.";
        AcceptSource: "Paling banyak 200 karakter." / "At most 200 characters.";
        MissingColumn: "Baris 1: kolom {column} belum ada." / "Row 1: the column {column} is missing.";
        UnknownColumn: "Baris 1: kolom {column} tidak dikenal." / "Row 1: the column {column} is not known.";
        NoUnit: "Baris {row}: tidak ada unit {received}." / "Row {row}: there is no unit {received}.";
        Twice: "Baris {row}: periode yang sama sudah ada di baris {other}." / "Row {row}: row {other} has the same period.";
    }
}

crate::catalogue! {
    /// The fixed parts of the city's reports.
    TemplateText {
        Title: "Naskah laporan" / "Report template";
        Lead: "Teks tetap semua laporan kota. Draf langsung mengikutinya; laporan yang sudah diajukan tidak berubah."
            / "The fixed texts of all reports. Drafts follow them at once; what was submitted does not change.";
        CityProfile: "Kepala bagian dan alamat kota" / "Head of division and address of the city";
        Head: "Kop surat" / "Letterhead";
        Government: "Baris pertama kop surat" / "First line of the letterhead";
        Place: "Tempat penandatanganan" / "Where reports are signed";
        PlaceHelp: "Dipakai bila unit tidak menyebut tempat lain." / "Where a unit names no other place.";
        Laws: "Dasar hukum" / "Legal basis";
        Law: "Peraturan" / "Law or rule";
        AddLaw: "Tambah peraturan" / "Add a law or rule";
        Outline: "Kerangka" / "Outline";
        OutlineNow: "Sekarang: {name}, {count} bab" / "At present: {name}, {count} chapters";
        OutlineUse: "Pakai “{name}” ({count} bab)" / "Use “{name}” ({count} chapters)";
        OutlineTitle: "Ganti dengan “{name}”?" / "Change to “{name}”?";
        OutlineText: "Judul, teks, dan urutan di halaman ini diganti dengan yang bawaan. Baru berlaku setelah disimpan."
            / "Titles, texts and order on this page are replaced by the shipped ones. It counts once it is saved.";
        OutlineGo: "Ganti kerangka" / "Change the outline";
        Name: "Nama kerangka" / "Name of the outline";
        Cover: "Judul pada sampul" / "Title on the cover";
        Approval: "Dengan lembar pengesahan" / "With an approval sheet";
        Preface: "Kata pengantar" / "Preface";
        ParagraphsHelp: "Baris kosong memisahkan paragraf. Yang di dalam kurung kurawal diisi setiap laporan: {places}"
            / "An empty line parts paragraphs. What stands in braces is filled by each report: {places}";
        Chapters: "Bab dan bagian" / "Chapters and sections";
        ChapterTitle: "Judul bab" / "Title of the chapter";
        SectionTitle: "Judul bagian" / "Title of the section";
        Text: "Teks" / "Words";
        AnnexTitle: "Judul lampiran" / "Title of the annex";
        Annexes: "Lampiran" / "Annexes";
        Automatic: "teks otomatis dari angka" / "words made of the figures";
        Table: "tabel" / "table";
        Chart: "grafik" / "chart";
        List: "daftar" / "list";
        Raise: "Naikkan {title}" / "Move {title} up";
        Lower: "Turunkan {title}" / "Move {title} down";
        Preview: "Pratinjau" / "Preview";
        PreviewNote: "unit dan angka contoh" / "invented unit and figures";
        PreviewPage: "Halaman {page} dari {count}, contoh" / "Page {page} of {count}, a sample";
        PageOf: "{page} dari {count}" / "{page} of {count}";
        PageBefore: "Halaman sebelumnya" / "Page before";
        PageAfter: "Halaman berikutnya" / "Page after";
        PreviewPdf: "Unduh PDF contoh" / "Download a sample PDF";
        Version: "versi {number}" / "version {number}";
    }
}

crate::catalogue! {
    /// Documents of all units.
    JobText {
        Title: "Dokumen semua unit" / "Documents of all units";
        Lead: "Dibuat di latar belakang: halaman ini boleh ditinggalkan dan dibuka lagi. Arsipnya disimpan tujuh hari."
            / "Made in the background: this page may be left and found again. An archive is kept for seven days.";
        New: "Buat dokumen" / "Make documents";
        Period: "Periode" / "Period to print";
        Formats: "Bentuk berkas" / "Formats";
        FormatMissing: "Pilih paling sedikit satu." / "Choose at least one.";
        Start: "Buat untuk semua unit" / "Make them for all units";
        List: "Pekerjaan" / "Jobs";
        EmptyTitle: "Belum ada pekerjaan" / "No job yet";
        EmptyText: "Pilih periode dan bentuk berkas, lalu buat dokumen semua unit sekaligus." / "Choose period and formats, then make the documents of all units at once.";
        Waiting: "Menunggu giliran" / "Waiting for its turn";
        Running: "Sedang dibuat" / "Being made";
        Done: "Selesai" / "Finished";
        Cancelled: "Dibatalkan" / "Cancelled";
        Progress: "{done} dari {total} dokumen" / "{done} of {total} documents";
        Failed: "{count} tidak dapat dibuat; sebabnya ada di tidak-dibuat.txt dalam arsip." / "{count} could not be made; the archive says why in tidak-dibuat.txt.";
        Skipped: "{count} tanpa jawaban pada periode ini; namanya ada di tanpa-jawaban.txt dalam arsip." / "{count} without answers in this period; the archive names them in tanpa-jawaban.txt.";
        By: "{who}, {time}" / "by {who}, {time}";
        Cancel: "Batalkan" / "Call it off";
        CancelTitle: "Batalkan pekerjaan ini?" / "Call this job off?";
        CancelText: "Yang sudah jadi tetap dapat diunduh; yang belum tidak dibuat." / "What is done can still be downloaded; the rest is not made.";
        Archive: "Unduh arsip (ZIP)" / "Download the archive (ZIP)";
        ListSkipped: "Unit tanpa laporan dan tanpa jawaban pada {period}:" / "Units without a report and without an answer in {period}:";
        ListFailed: "Dokumen yang tidak dapat dibuat untuk {period}, dengan sebabnya:"
            / "Documents that could not be made for {period}, and why:";
    }
}
