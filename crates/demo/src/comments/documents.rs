//! Comments on civil registry, licences, taxes and the Mal Pelayanan Publik.

use super::Comments;

pub(super) const COMMENTS: Comments = Comments {
    praise: &[
        "KTP-el langsung jadi, luar biasa.",
        "Semua urusan bisa selesai di satu tempat.",
        "Akta kelahiran anak dikirim lewat aplikasi, praktis sekali.",
        "Petugas membantu mengunggah berkas sampai berhasil.",
        "Izin terbit tepat waktu dan tanpa biaya.",
        "Pembayaran pajak sekarang mudah lewat QRIS.",
        "Antreannya tertib, nomor dipanggil urut.",
        "Tidak ada calo, semua lewat loket.",
        "Loket ramah anak, ada tempat bermain.",
    ],
    wishes: &[
        "Kuota antrean online mohon ditambah.",
        "Aplikasi sering logout sendiri, tolong diperbaiki.",
        "Mohon ada layanan keliling di kelurahan pinggiran.",
        "Blangko KTP jangan sampai kosong lagi.",
        "Buka layanan hari Sabtu untuk yang bekerja.",
        "Status berkas mohon bisa dicek dari rumah.",
        "Jumlah loket kartu keluarga ditambah.",
        "Notifikasi jika berkas ditolak mohon disertai alasan.",
        "Petunjuk arah antargerai diperbesar.",
    ],
    complaints: &[
        "Berkas online saya seminggu belum diverifikasi.",
        "Aplikasi error terus, akhirnya tetap harus datang.",
        "Ada yang menawarkan jasa percepatan di parkiran.",
        "Nama salah cetak, mengurus ulang dari awal.",
        "Antre sejak subuh, kuota habis.",
        "Berkas ditolak tanpa penjelasan.",
        "Nilai pajak naik tanpa pemberitahuan.",
        "Gerai yang saya tuju tutup tanpa pengumuman.",
    ],
};
