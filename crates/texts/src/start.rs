//! The page at the root of the server.

crate::catalogue! {
    /// What stands here and where to go.
    StartText {
        Title: "Sumber Daya" / "Sumber Daya";
        Lead: "Survei kepuasan masyarakat atas pelayanan publik." / "The survey of public satisfaction with public services.";
        RespondentTitle: "Mengisi survei" / "Answering a survey";
        Respondent: "Survei dibuka lewat kode QR atau tautan yang diberikan unit pelayanan. Saudara tidak perlu mendaftar atau memasang aplikasi."
            / "A survey is opened by the QR code or link that the unit gives out. There is nothing to sign up for or to install.";
        DeveloperTitle: "Untuk pengembang" / "For developers";
        Developer: "Semua yang dilakukan layar dapat dilakukan sistem lain lewat API yang terdokumentasi."
            / "Whatever the screens do, other systems can do through the documented API.";
        Explorer: "Buka penjelajah API" / "Open the API explorer";
    }
}
