//! Comments on technical units and enterprises of the city.

use super::Comments;

pub(super) const COMMENTS: Comments = Comments {
    praise: &[
        "Petugas lapangan datang cepat setelah dilaporkan.",
        "Uji kendaraan tertib dan tarifnya jelas.",
        "Tarif sesuai dengan yang tertera.",
        "Gangguan diperbaiki hari itu juga.",
        "Tempatnya bersih dan terawat.",
        "Hasil pengujian keluar tepat waktu.",
        "Petugas bekerja rapi dan sopan.",
        "Bayar nontunai, tidak ada pungutan tambahan.",
    ],
    wishes: &[
        "Jadwal petugas mohon diumumkan lebih awal.",
        "Tolong tambah armada, sering penuh.",
        "Nomor pengaduan mohon aktif 24 jam.",
        "Peralatan sudah tua, sebaiknya diganti.",
        "Karcis resmi mohon selalu diberikan.",
        "Fasilitas toilet dan musala diperbaiki.",
        "Mohon ada potongan tarif untuk pelajar.",
        "Penerangan di sekitar lokasi ditambah.",
        "Pembayaran mohon bisa lewat aplikasi.",
    ],
    complaints: &[
        "Sudah melapor tiga kali, belum ada yang datang.",
        "Tarif yang ditarik berbeda dengan papan tarif.",
        "Tidak diberi karcis resmi.",
        "Lokasinya kotor dan becek.",
        "Alat rusak, pelayanan berhenti berhari-hari.",
        "Petugas terlambat dari jadwal.",
        "Tagihan naik tanpa penjelasan.",
        "Pengaduan hanya dicatat, tidak dikerjakan.",
    ],
};
