//! Units, their services and links, the poster of a link, and how many people are served.

crate::catalogue! {
    /// The tree of units, and one unit.
    UnitText {
        Title: "Unit dan tautan" / "Units and links";
        Lead: "{count} unit, {links} tautan terbuka" / "{count} units, {links} open links";
        Search: "Cari unit atau kode" / "Search units or codes";
        Unit: "Unit" / "Office";
        Kind: "Jenis" / "Kind";
        OpenLinks: "Tautan terbuka" / "Open links";
        NoLink: "belum ada tautan" / "no link yet";
        Inactive: "tidak melayani lagi" / "no longer serves";
        Figures: "Ringkasan" / "Overview";
        FiguresOf: "Ringkasan {unit}" / "Overview of {unit}";
        NothingFound: "Tidak ada unit yang cocok" / "No unit matches";
        NothingFoundText: "Ubah kata pencarian." / "Change the words.";
        Services: "Layanan" / "Services";
        Service: "Layanan" / "Service";
        Code: "Kode" / "Code";
        CodeHelp: "2 sampai 32 huruf kecil, angka, atau tanda hubung. Tidak dapat diubah." / "2 to 32 small letters, digits or hyphens. It cannot be changed.";
        Name: "Nama resmi" / "Official name";
        Mode: "Cara pelayanan" / "How it is given";
        ModeCounter: "Loket (luring)" / "At a counter";
        ModeOnline: "Daring" / "Online";
        ModeHybrid: "Loket dan daring" / "Counter and online";
        Fee: "Biaya" / "Fee";
        Free: "Gratis" / "Free";
        WithFee: "Berbayar" / "With a fee";
        FreeCheck: "Layanan ini tidak dipungut biaya" / "This service costs nothing";
        State: "Status" / "State";
        Open: "Dibuka" / "Offered";
        Closed: "Ditutup" / "Closed";
        AddService: "Tambah layanan" / "Add a service";
        EditService: "Ubah layanan" / "Change the service";
        CloseService: "Tutup layanan" / "Close the service";
        CloseServiceText: "Tautan yang khusus untuk layanan ini ikut ditutup. Jawaban yang sudah masuk tetap dihitung."
            / "Links made for this service alone are closed with it. Answers given so far still count.";
        ReopenService: "Buka lagi" / "Offer again";
        Edit: "Ubah" / "Change";
        Add: "Tambah unit" / "Add a unit";
        EditUnit: "Ubah {unit}" / "Change {unit}";
        Added: "{unit} ditambahkan." / "{unit} was added.";
        AddedNext: "Buat tautan surveinya" / "Make its survey link";
        Above: "Unit di atasnya" / "The unit above it";
        Obliged: "Wajib melaksanakan survei" / "It must survey";
        Deactivate: "Nonaktifkan unit" / "Deactivate the unit";
        DeactivateText: "Unit yang nonaktif tidak melayani lagi: tautan surveinya ditutup. Jawaban dan laporannya tetap ada."
            / "A unit that is not active no longer serves: its survey links are closed. Its answers and reports stay.";
        DeactivateFirst: "Masih ada {count} unit aktif di bawahnya. Pindahkan atau nonaktifkan dulu, baru unit ini dapat dinonaktifkan."
            / "{count} active units lie below it. Move or deactivate them first; then this one can be deactivated.";
        Activate: "Aktifkan lagi" / "Activate again";
        EmptyTitle: "Belum ada unit" / "No unit yet";
        EmptyText: "Tambahkan unit yang melayani masyarakat satu per satu, mulai dari yang paling atas."
            / "Add the units that serve the public one by one, beginning at the top.";
    }
}

crate::catalogue! {
    /// Survey links.
    LinkText {
        Title: "Tautan dan kode QR" / "Links and QR codes";
        Make: "Buat tautan" / "Make a link";
        EmptyTitle: "Belum ada tautan survei" / "No survey link yet";
        EmptyText: "Buat satu tautan untuk seluruh unit atau untuk satu layanan, lalu pasang posternya di loket."
            / "Make a link for the whole unit or for one service, then put its poster on the counter.";
        ForAll: "Seluruh layanan (responden memilih)" / "All services (the respondent chooses)";
        ForService: "Untuk layanan" / "For the service";
        Questionnaire: "Kuesioner" / "Questionnaire";
        QuestionnaireOf: "{title} · {count} pertanyaan" / "{title}, {count} questions";
        Channel: "Diisi di" / "Answered on";
        ChannelSelf: "Perangkat responden" / "The respondent's own device";
        ChannelKiosk: "Tablet di loket (kiosk)" / "A tablet on the counter (kiosk)";
        Label: "Keterangan" / "Label";
        LabelHelp: "Misalnya Loket 3. Hanya untuk petugas dan poster." / "Such as Counter 3. For staff and the poster only.";
        Expires: "Berlaku sampai" / "Valid until";
        ExpiresHelp: "Kosongkan bila tanpa batas." / "Leave empty for no end.";
        NoEnd: "tanpa batas waktu" / "without an end";
        Until: "sampai {time}" / "until {time}";
        StateOpen: "Terbuka" / "Open";
        StateClosed: "Ditutup {day}" / "Closed {day}";
        StateExpired: "Berakhir {day}" / "Ended {day}";
        CopyAddress: "Salin alamat" / "Copy the address";
        CopyRefused: "Peramban menolak menyalin. Pilih alamatnya, lalu salin sendiri." / "The browser refused to copy. Select the address and copy it yourself.";
        TakeQr: "Unduh kode QR" / "Download the QR code";
        QrOf: "Kode QR tautan {code}" / "QR code of link {code}";
        Poster: "Poster A4" / "A4 poster";
        OpenSurvey: "Buka survei" / "Open the survey";
        Close: "Tutup tautan" / "Close the link";
        CloseTitle: "Tutup tautan {code}?" / "Close link {code}?";
        CloseText: "Tautan dan posternya berhenti menerima jawaban baru. Jawaban yang sudah dimulai masih diterima selama 14 hari. Tautan dapat dibuka lagi."
            / "The link and its poster take no new answers. What was begun is still accepted for 14 days. The link can be opened again.";
        Reopen: "Buka lagi" / "Open again";
        EditTitle: "Ubah tautan {code}" / "Change link {code}";
        Made: "Tautan {code} siap dipakai." / "Link {code} is ready.";
        ShowClosed: "Tampilkan yang ditutup ({count})" / "Show the closed ones ({count})";
    }
}

crate::catalogue! {
    /// The poster that a counter puts up; in Indonesian on paper.
    PosterText {
        Title: "Poster survei" / "Survey poster";
        Lead: "Cetak pada kertas A4 ukuran penuh (100%)." / "Print on A4 paper at full size (100%).";
        Print: "Cetak" / "Print";
        Back: "Tautan {unit}" / "Links of {unit}";
        Ask: "Bagaimana pelayanan kami?" / "How was our service?";
        For: "Pelayanan: {service}" / "Service: {service}";
        Scan: "Pindai dengan kamera ponsel" / "Scan with a phone camera";
        OrType: "atau buka alamat ini di ponsel:" / "or open this address on a phone:";
        Length: "{count} pertanyaan, kira-kira {minutes} menit" / "{count} questions, about {minutes} min";
        NoName: "Tanpa nama, tanpa nomor telepon, tanpa mendaftar" / "No name, no phone number, nothing to sign up for";
        Unaffected: "Mengisi atau tidak, pelayanan Saudara tidak terpengaruh" / "Your service is not affected, whether you answer or not";
        Why: "Survei Kepuasan Masyarakat untuk memperbaiki pelayanan {unit} (UU 25/2009, PermenPANRB 14/2017)."
            / "Public satisfaction survey, for improving the services of {unit} (Law 25/2009, PermenPANRB 14/2017).";
        ClosedTitle: "Tautan ini tidak menerima jawaban baru" / "This link takes no new answers";
        ClosedText: "Buka lagi tautannya sebelum memasang poster ini." / "Open the link again before putting up this poster.";
    }
}

crate::catalogue! {
    /// How many people a unit serves.
    ServedText {
        Title: "Jumlah yang dilayani" / "People served";
        Lead: "Dari jumlah ini dihitung sampel minimal (Krejcie dan Morgan)." / "The required sample follows from it (Krejcie and Morgan).";
        Enter: "Isi jumlah" / "Enter a number";
        EnterTitle: "Jumlah yang dilayani" / "How many are served";
        Period: "Periode" / "Period";
        People: "Jumlah orang" / "People";
        Required: "Sampel minimal" / "Required sample";
        Source: "Sumber" / "Source";
        SourceRegister: "Buku register" / "Register";
        SourceQueue: "Mesin antrean" / "Queue machine";
        SourceEstimate: "Perkiraan" / "Estimate";
        Reason: "Alasan perubahan" / "Why it changes";
        ReasonHelp: "Wajib bila mengganti angka yang sudah ada; dicetak bersama angka lama." / "Needed when it replaces a number; printed with the old one.";
        ReasonNeeded: "Periode ini sudah punya angka. Tulis alasan perubahannya." / "This period has a number already. Say why it changes.";
        NotANumber: "Isi dengan angka bulat, misalnya 470." / "Give a whole number, such as 470.";
        Empty: "Belum ada angka, jadi sampel minimal belum dapat dihitung." / "No number yet, so there is no required sample.";
        Before: "sebelumnya {people}: {reason}" / "before {people}: {reason}";
        WholeUnit: "Seluruh unit" / "The whole unit";
    }
}
