//! Words of the console's components.

crate::catalogue! {
    /// Buttons, states and names that every area uses.
    UiText {
        Retry: "Coba lagi" / "Try again";
        Close: "Tutup" / "Close";
        Cancel: "Batal" / "Cancel";
        Save: "Simpan" / "Save";
        More: "Muat lebih banyak" / "Load more";
        Loading: "Sedang dimuat" / "Loading";
        Search: "Cari" / "Search";
        Working: "Sebentar…" / "One moment…";
        ShowPassword: "Perlihatkan kata sandi" / "Show the password";
        HidePassword: "Sembunyikan kata sandi" / "Hide the password";
        Optional: "boleh kosong" / "optional";
        Actions: "Tindakan" / "Actions";
        SortBy: "Urutkan menurut {column}" / "Sort by {column}";
        FailedTitle: "Belum dapat dimuat" / "Could not be loaded";
        OfflineTitle: "Tidak ada jaringan" / "No network";
        OfflineKept: "Yang tampil adalah data terakhir yang dimuat. Halaman ini memuat ulang sendiri saat jaringan kembali."
            / "What is shown was loaded last. This page reloads by itself when the network is back.";
        GradeLabel: "Mutu pelayanan {grade}" / "Service grade {grade}";
        Copy: "Salin" / "Copy";
        Copied: "Tersalin" / "Copied";
    }
}
