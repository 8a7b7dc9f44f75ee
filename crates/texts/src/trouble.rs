//! Pages that stand in place of a survey: what happened, and the next step.

crate::catalogue! {
    /// One page each: a heading, what happened, what to do.
    TroubleText {
        Unknown: "Survei tidak ditemukan" / "No survey found";
        UnknownWhat: "Tidak ada survei dengan kode ini." / "There is no survey with this code.";
        UnknownNext: "Periksa kode di bawah kode QR, atau mintalah tautannya kepada petugas."
            / "Check the code under the QR code, or ask the staff for the link.";
        Closed: "Survei ini sudah ditutup" / "This survey is closed";
        ClosedWhat: "Tautan ini tidak menerima jawaban lagi." / "This link takes no more answers.";
        ClosedNext: "Untuk menyampaikan pendapat, mintalah tautan yang berlaku kepada petugas."
            / "To tell the unit what you think, ask the staff for the present link.";
        Expired: "Masa survei sudah berakhir" / "This survey has ended";
        ExpiredWhat: "Tautan ini hanya berlaku sampai waktu yang ditentukan." / "This link was valid until a certain time only.";
        Sent: "Jawaban ini sudah pernah dikirim" / "These answers were sent before";
        SentWhat: "Jawaban yang pertama sudah tersimpan dan dihitung. Perubahan sesudahnya tidak disimpan."
            / "The first answers are stored and counted. Changes made after that are not.";
        SentNext: "Jika orang lain ingin mengisi dengan perangkat ini, mulailah survei baru."
            / "If another person wants to answer on this device, start a new survey.";
        StartNew: "Mulai survei baru" / "Start a new survey";
        TooLarge: "Isian terlalu besar" / "Too much was sent";
        TooLargeWhat: "Jawaban Saudara belum terkirim." / "Your answers were not sent.";
        TooLargeNext: "Kembalilah ke halaman sebelumnya, persingkat saran Saudara, lalu kirim lagi."
            / "Go back to the page before, shorten your comment and send again.";
        Unreadable: "Kiriman tidak dapat dibaca" / "What was sent cannot be read";
        UnreadableWhat: "Jawaban hanya dapat dikirim dari halaman survei." / "Answers can be sent from the survey page only.";
        UnreadableNext: "Bukalah survei dari tautan atau kode QR, lalu isi di sana."
            / "Open the survey by its link or QR code and fill it in there.";
        Busy: "Server sedang sibuk" / "The server is busy";
        Fault: "Ada gangguan di pihak kami" / "Something went wrong on our side";
        LaterWhat: "Halaman ini tidak dapat dibuka sekarang." / "This page cannot be opened now.";
        LaterNext: "Tunggu sebentar, lalu muat ulang halaman." / "Wait a moment, then reload the page.";
        NoPage: "Halaman tidak ditemukan" / "Page not found";
        NoPageWhat: "Tidak ada halaman di alamat ini." / "There is no page at this address.";
    }
}
