//! The console around its areas: menu, login, session, account.

crate::catalogue! {
    /// Menu, login and account.
    ShellText {
        Product: "Sumber Daya" / "Sumber Daya";
        SkipToContent: "Langsung ke isi" / "Skip to the content";
        Menu: "Menu" / "Navigation";
        MenuOverview: "Ringkasan" / "Overview";
        MenuComments: "Saran dan masukan" / "Comments";
        MenuCity: "Kota" / "City";
        MenuUnits: "Unit dan tautan" / "Units and links";
        MenuLinks: "Tautan dan kode QR" / "Links and QR codes";
        MenuReports: "Laporan" / "Reports";
        MenuKeys: "Kunci API" / "API keys";
        MenuAccounts: "Pengguna" / "Users";
        RoleAdministrator: "Administrator kota" / "City administrator";
        RoleOperator: "Operator" / "Operator";
        ChangePassword: "Ganti kata sandi" / "Change password";
        SignOut: "Keluar" / "Sign out";
        SignIn: "Masuk" / "Sign in";
        SignInTitle: "Masuk ke Sumber Daya" / "Sign in to Sumber Daya";
        SignInLead: "Survei kepuasan masyarakat {city}. Untuk operator unit dan administrator kota."
            / "Public satisfaction survey of {city}. For unit operators and the city administrator.";
        Username: "Nama pengguna" / "Username";
        Password: "Kata sandi" / "Password";
        SignInHelp: "Lupa kata sandi? Mintalah yang baru kepada administrator kota."
            / "Forgot the password? Ask the city administrator for a new one.";
        EndedTitle: "Sesi berakhir" / "Session ended";
        EndedLead: "Masuk lagi untuk melanjutkan. Halaman dan saringan yang sedang dibuka tetap seperti semula."
            / "Sign in again to go on. The page and its filters stay as they are.";
        SignInAsOther: "Masuk sebagai pengguna lain" / "Sign in as somebody else";
        SignedOut: "Saudara sudah keluar." / "You have signed out.";
        PasswordTitle: "Ganti kata sandi" / "Change password";
        PasswordLead: "Kata sandi baru berlaku segera; sesi di perangkat lain berakhir."
            / "The new password holds at once; sessions on other devices end.";
        CurrentPassword: "Kata sandi sekarang" / "Present password";
        NewPassword: "Kata sandi baru" / "New password";
        NewPasswordHelp: "Paling sedikit 10 karakter. Kalimat panjang lebih aman dan lebih mudah diingat."
            / "At least 10 characters. A long sentence is safer and easier to remember.";
        RepeatPassword: "Ulangi kata sandi baru" / "Repeat the new password";
        RepeatDiffers: "Belum sama dengan kata sandi baru." / "Not the same as the new password.";
        PasswordChanged: "Kata sandi sudah diganti." / "The password was changed.";
        NotYoursTitle: "Halaman ini untuk administrator kota" / "This page is for the city's administrators";
        NotYoursText: "Dengan nama pengguna ini Saudara melihat unit Saudara dan unit di bawahnya." / "With this name you see your unit and those below it.";
        OtherUnitTitle: "Unit ini di luar wewenang Saudara" / "This unit is not one of yours";
        ToOwnUnit: "Buka unit Saudara" / "Open your unit";
        NotFoundTitle: "Halaman tidak ditemukan" / "Page not found";
        NotFoundText: "Tidak ada halaman di alamat ini. Pilih salah satu menu." / "There is no page at this address. Choose from the menu.";
        Language: "Bahasa" / "Language";
        PageTitle: "{page} · Sumber Daya" / "{page} | Sumber Daya";
        NoScript: "Konsol memerlukan JavaScript. Aktifkan JavaScript di peramban ini, lalu muat ulang halaman."
            / "The console needs JavaScript. Switch it on in this browser, then reload the page.";
        NotBuilt: "Berkas konsol belum dibangun. Jalankan: cargo xtask web" / "The console's bundle has not been built. Run: cargo xtask web";
        Components: "Komponen" / "Components";
        ComponentsLead: "Setiap komponen konsol dalam setiap keadaannya." / "Every component of the console in every state.";
        Invented: "angka contoh" / "invented figures";
    }
}
