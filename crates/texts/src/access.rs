//! API keys and users.

crate::catalogue! {
    /// Keys for other systems.
    KeyText {
        Title: "Kunci API" / "API keys";
        Lead: "Kunci memberi sistem lain milik kota akses terbatas ke API." / "A key gives another system of the city narrow access to the API.";
        Make: "Buat kunci" / "Make a key";
        Docs: "Dokumentasi API" / "API documentation";
        EmptyTitle: "Belum ada kunci" / "No key yet";
        EmptyText: "Buat kunci bila sistem lain, misalnya antrean, perlu mengirim jawaban atau membaca hasil."
            / "Make one when another system, such as a queue machine, is to submit answers or read results.";
        Name: "Untuk apa" / "What it is for";
        NameHelp: "Misalnya Antrean Dukcapil." / "Such as Queue of the registry office.";
        Scopes: "Boleh" / "It may";
        ScopeSubmit: "Mengirim jawaban" / "Submit answers";
        ScopeRead: "Membaca hasil" / "Read results";
        ScopeMissing: "Pilih paling sedikit satu." / "Choose at least one.";
        Unit: "Unit, beserta unit di bawahnya" / "Unit, with those below it";
        Prefix: "Kunci" / "Key";
        LastUsed: "Terakhir dipakai" / "Last used";
        Never: "belum pernah" / "never";
        State: "Status" / "State";
        Working: "Berlaku" / "Works";
        Revoked: "Dicabut {day}" / "Revoked {day}";
        Revoke: "Cabut" / "Revoke";
        RevokeTitle: "Cabut kunci {name}?" / "Revoke the key {name}?";
        RevokeText: "Sistem yang memakainya langsung ditolak. Kunci yang dicabut tidak dapat dipakai lagi."
            / "The system that uses it is refused at once. A revoked key never works again.";
        MadeTitle: "Kunci siap dipakai" / "The key is ready";
        MadeText: "Salin sekarang dan simpan di sistem tujuan. Kunci ini tidak akan ditampilkan lagi."
            / "Copy it now into the other system. It will not be shown again.";
        Done: "Sudah disalin" / "I have copied it";
    }
}

crate::catalogue! {
    /// Who signs in.
    AccountText {
        Title: "Pengguna" / "Users";
        Lead: "Operator bekerja untuk satu unit beserta unit di bawahnya." / "An operator works for one unit and those below it.";
        Make: "Tambah operator" / "Add an operator";
        Search: "Cari nama, nama pengguna, atau unit" / "Search names, usernames or units";
        Name: "Nama" / "Name";
        Username: "Nama pengguna" / "Username";
        UsernameHelp: "2 sampai 64 huruf kecil, angka, titik, atau garis. Tidak dapat diubah." / "2 to 64 small letters, digits, dots or dashes. It cannot be changed.";
        Role: "Peran" / "Role";
        ChooseUnit: "Pilih unit" / "Choose the office";
        Unit: "Unit" / "Office";
        WholeCity: "Seluruh kota" / "The whole city";
        State: "Status" / "State";
        Active: "Aktif" / "Active";
        Inactive: "Tidak aktif" / "Not active";
        Reset: "Kata sandi baru" / "New password";
        ResetTitle: "Kata sandi baru untuk {name}?" / "A new password for {name}?";
        ResetText: "Kata sandi lama dan semua sesi {name} langsung berakhir." / "The old password and all sessions of {name} end at once.";
        Deactivate: "Nonaktifkan" / "Deactivate";
        DeactivateTitle: "Nonaktifkan {name}?" / "Deactivate {name}?";
        DeactivateText: "{name} langsung keluar dan tidak dapat masuk lagi sampai diaktifkan kembali. Data yang dibuatnya tetap ada."
            / "{name} is signed out at once and cannot sign in until activated again. What they made stays.";
        Activate: "Aktifkan lagi" / "Activate again";
        PasswordTitle: "Kata sandi untuk {name}" / "Password for {name}";
        PasswordText: "Berikan langsung kepada yang bersangkutan; mintalah segera diganti setelah masuk. Kata sandi ini tidak akan ditampilkan lagi."
            / "Hand it to the person; ask them to change it after signing in. It will not be shown again.";
        Done: "Sudah dicatat" / "I have noted it";
        NothingFound: "Tidak ada pengguna yang cocok" / "No user matches";
        NothingFoundText: "Ubah kata pencarian, atau tambahkan operator." / "Change the words, or add an operator.";
    }
}
