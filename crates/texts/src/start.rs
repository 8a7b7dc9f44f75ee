//! The page at the root of the server.

crate::catalogue! {
    /// What stands here and where to go.
    StartText {
        Title: "Sumber Daya" / "Sumber Daya";
        Lead: "Survei kepuasan masyarakat atas pelayanan publik." / "The survey of public satisfaction with public services.";
        RespondentTitle: "Mengisi survei" / "Answering a survey";
        Respondent: "Survei dibuka lewat kode QR atau tautan yang diberikan unit pelayanan. Saudara tidak perlu mendaftar atau memasang aplikasi."
            / "A survey is opened by the QR code or link that the unit gives out. There is nothing to sign up for or to install.";
        StaffTitle: "Untuk petugas unit dan kota" / "For staff of units and the city";
        Staff: "Hasil, tautan, kode QR, dan laporan ada di konsol. Nilai yang sudah diterbitkan terbuka untuk semua orang."
            / "Results, links, QR codes and reports are in the console. What was published is open to everybody.";
        Console: "Masuk ke konsol" / "Sign in to the console";
        City: "Lihat nilai kota" / "See the city's figures";
        DeveloperTitle: "Untuk pengembang" / "For developers";
        Developer: "Semua yang dilakukan layar dapat dilakukan sistem lain lewat API yang terdokumentasi."
            / "Whatever the screens do, other systems can do through the documented API.";
        Explorer: "Buka penjelajah API" / "Open the API explorer";
    }
}
