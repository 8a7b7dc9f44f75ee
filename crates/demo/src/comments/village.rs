//! Comments on kelurahan and kecamatan.

use super::Comments;

pub(super) const COMMENTS: Comments = Comments {
    praise: &[
        "Surat pengantar selesai hari itu juga.",
        "Petugas kelurahan ramah kepada warga.",
        "Pak lurah turun langsung membantu, terima kasih.",
        "SKTM cepat jadi dan gratis.",
        "Tidak ada pungutan apa pun, bagus.",
        "Stafnya sabar melayani orang tua.",
        "Bubuhan kelurahan baik-baik haja, capat malayani.",
        "Urusan domisili usaha dibantu sampai selesai.",
        "Kantor kelurahan sekarang lebih rapi.",
    ],
    wishes: &[
        "Mohon surat pengantar bisa diurus lewat HP.",
        "Kantor kecil, kursi tunggu ditambah.",
        "Sebaiknya ada petugas piket saat jam istirahat.",
        "Informasi bantuan sosial mohon diumumkan terbuka di papan.",
        "Halaman kantor tergenang kalau air pasang, tolong ditinggikan.",
        "Tolong sosialisasi jadwal pelayanan ke RT.",
        "Printer sering rusak, mohon diganti.",
        "Syarat surat ahli waris mohon dijelaskan di papan.",
        "Pelayanan hari Jumat jangan terlalu cepat tutup.",
    ],
    complaints: &[
        "Menunggu tanda tangan lurah sampai sore.",
        "Datang pagi, loket masih kosong.",
        "Harus kembali besok karena listrik padam dan tidak ada cadangan.",
        "Bantuan sosial tidak tepat sasaran.",
        "Syarat dari RT dan dari kelurahan tidak sama.",
        "Petugas tidak tahu syarat surat keterangan usaha.",
        "Pengaduan soal sampah tidak ditindaklanjuti.",
        "Surat salah ketik, harus mengurus dari awal.",
    ],
};
