//! What went wrong between the console and the server, by the stable code of the problem, and what to do.

crate::catalogue! {
    /// One sentence or two for each kind.
    ProblemText {
        Offline: "Tidak ada jaringan. Periksa sambungan, lalu coba lagi." / "No network. Check the connection, then try again.";
        Busy: "Server sedang sibuk. Tunggu sebentar, lalu coba lagi." / "The server is busy. Wait a moment, then try again.";
        Internal: "Ada gangguan di server. Coba lagi; bila tetap gagal, sampaikan nomor ini: {id}."
            / "Something went wrong on the server. Try again; if it stays, report this number: {id}.";
        WrongCredentials: "Nama pengguna atau kata sandi salah. Coba lagi, atau minta kata sandi baru kepada administrator kota."
            / "The username or the password is wrong. Try again, or ask the city administrator for a new password.";
        TooMany: "Terlalu banyak percobaan. Tunggu sampai satu menit, lalu coba lagi."
            / "Too many attempts. Wait up to a minute, then try again.";
        SessionEnded: "Sesi Saudara berakhir. Masuk lagi untuk melanjutkan." / "Your session has ended. Sign in again to go on.";
        Forbidden: "Akun Saudara tidak berwenang melakukan ini. Mintalah kepada administrator kota."
            / "Your account may not do this. Ask the city administrator.";
        OutsideScope: "Unit ini di luar wewenang akun Saudara. Mintalah kepada administrator kota."
            / "This unit is outside what your account covers. Ask the city administrator.";
        NotFound: "Data ini tidak ditemukan. Periksa alamat halaman, atau kembali ke menu."
            / "This was not found. Check the page's address, or go back to the menu.";
        Taken: "Sudah dipakai. Pilih yang lain." / "This is taken. Choose another one.";
        Refused: "Tidak dapat dilakukan sekarang: {detail}" / "This cannot be done now: {detail}";
        PeriodRunning: "Periodenya belum berakhir. Laporan dapat dikirim dan diterbitkan sesudah hari terakhir periode; sampai saat itu tetap draf."
            / "The period has not ended. The report can be submitted and published after its last day; until then it stays a draft.";
        ChangedMeanwhile: "Data ini baru saja diubah orang lain. Muat ulang, lalu ulangi perubahan Saudara."
            / "Somebody else has just changed this. Reload it, then repeat your change.";
        Invalid: "Ada isian yang belum benar." / "Some fields are not right yet.";
        InvalidQuery: "Alamat halaman ini memuat pilihan yang tidak dikenal. Pilih ulang periode atau layanan."
            / "The page's address holds a choice that is not known. Choose period or service again.";
        TooLarge: "Isian terlalu besar. Persingkat, lalu kirim lagi." / "Too much was sent. Shorten it and send again.";
        Unreadable: "Jawaban server tidak dapat dibaca. Muat ulang halaman; mungkin versinya baru diganti."
            / "The server's answer cannot be read. Reload the page; its version may just have changed.";
        Fault: "Server sedang bermasalah. Coba lagi sebentar lagi." / "The server has a problem. Try again in a moment.";
        Other: "Permintaan ditolak server ({code}). Coba lagi." / "The server refused ({code}). Try again.";
        FieldEmpty: "Wajib diisi." / "Must be filled in.";
        FieldWrongPassword: "Bukan kata sandi Saudara yang sekarang." / "Not your present password.";
        FieldTooShort: "Terlalu pendek: paling sedikit 10 karakter." / "Too short: at least 10 characters.";
        FieldTooLong: "Terlalu panjang. Persingkat isian ini." / "Too long. Shorten it.";
        FieldName: "Isi nama dengan 1 sampai 200 karakter." / "Give a name of 1 to 200 characters.";
        FieldUsername: "2 sampai 64 huruf kecil, angka, titik, garis, atau @; diawali huruf atau angka."
            / "2 to 64 small letters, digits, dots, dashes or @, beginning with a letter or digit.";
        FieldUnknown: "Tidak ada dalam daftar. Pilih salah satu yang tersedia." / "Not in the list. Choose one that is.";
        FieldTime: "Tanggal atau jam belum benar." / "Date or time is not right yet.";
        FieldInThePast: "Waktu ini sudah lewat." / "This time is over.";
        FieldTaken: "Sudah dipakai. Pilih yang lain." / "Taken. Choose another one.";
        FieldText: "Wajib diisi dengan satu baris yang tidak terlalu panjang." / "Must be one line that is not too long.";
        FieldRange: "Di luar yang diterima: {accepted}." / "Outside what is accepted: {accepted}.";
        FieldRunning: "Periode ini belum berakhir. Pilih periode yang sudah selesai." / "This period has not ended. Choose one that is over.";
        FieldNotBegun: "Periode ini belum mulai. Pilih periode yang sudah berjalan atau selesai." / "This period has not begun. Choose one that runs or is over.";
        FieldBefore: "Tidak boleh sebelum tanggal mulai." / "Not before the first day.";
        FieldEmployee: "Bukan nomor pegawai: 18 angka yang diawali tanggal lahir. Periksa lagi angkanya."
            / "Not the number of an employee: 18 digits that begin with the day of birth. Check the digits.";
        FieldPicture: "Berkas ini bukan gambar PNG atau JPEG yang utuh. Pilih yang lain." / "This file is no whole PNG or JPEG picture. Choose another one.";
        FieldMany: "Terlalu banyak. Hapus sebagian." / "Too many. Remove some.";
        FieldOther: "Isian ini belum diterima ({accepted})." / "This is not accepted yet ({accepted}).";
    }
}

impl ProblemText {
    /// The sentence for a problem's code.
    pub fn of(code: &str) -> Self {
        match code {
            "busy" => Self::Busy,
            "fault" => Self::Fault,
            "internal" => Self::Internal,
            "wrong_credentials" => Self::WrongCredentials,
            "too_many_requests" => Self::TooMany,
            "session_ended" | "not_signed_in" | "invalid_token" | "token_expired" => Self::SessionEnded,
            "forbidden" | "foreign_origin" => Self::Forbidden,
            "outside_scope" => Self::OutsideScope,
            "not_found" | "no_such_route" | "unknown_link" => Self::NotFound,
            "taken" => Self::Taken,
            "refused" => Self::Refused,
            "period_running" => Self::PeriodRunning,
            "changed_meanwhile" | "precondition_required" => Self::ChangedMeanwhile,
            "validation_failed" => Self::Invalid,
            "invalid_query" | "invalid_address" => Self::InvalidQuery,
            "body_too_large" => Self::TooLarge,
            _ => Self::Other,
        }
    }

    /// The sentence for what is wrong with one field.
    pub fn of_field(code: &str) -> Self {
        match code {
            "empty" | "missing_field" => Self::FieldEmpty,
            "wrong_password" => Self::FieldWrongPassword,
            "too_short" => Self::FieldTooShort,
            "too_long" => Self::FieldTooLong,
            "invalid_name" | "invalid_label" => Self::FieldName,
            "invalid_username" => Self::FieldUsername,
            "unknown_unit" | "unknown_service" | "unknown_questionnaire" => Self::FieldUnknown,
            "invalid_time" => Self::FieldTime,
            "in_the_past" => Self::FieldInThePast,
            "taken" => Self::FieldTaken,
            "invalid_text" => Self::FieldText,
            "out_of_range" => Self::FieldRange,
            "period_running" => Self::FieldRunning,
            "period_not_begun" => Self::FieldNotBegun,
            "before_from" => Self::FieldBefore,
            "invalid_employee_number" => Self::FieldEmployee,
            "bad_picture" => Self::FieldPicture,
            "too_many" => Self::FieldMany,
            _ => Self::FieldOther,
        }
    }
}
