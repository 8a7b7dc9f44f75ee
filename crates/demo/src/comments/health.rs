//! Comments on places of health.

use super::Comments;

pub(super) const COMMENTS: Comments = Comments {
    praise: &[
        "Perawat ramah dan telaten.",
        "Dokternya menjelaskan penyakit dengan bahasa yang mudah dipahami.",
        "Antrean pendaftaran sekarang cepat dengan nomor online.",
        "Obat lengkap dan dijelaskan cara minumnya.",
        "Ruangan bersih dan tidak berbau.",
        "Petugas laboratorium terampil, hasilnya cepat.",
        "Pelayanan BPJS tidak dibedakan, terima kasih.",
        "Anak saya tidak takut karena petugasnya lembut.",
        "Gawat darurat sigap menangani ibu saya.",
    ],
    wishes: &[
        "Waktu tunggu obat tolong dipercepat.",
        "Mohon dokter datang sesuai jadwal.",
        "Ruang tunggu anak sebaiknya dipisah.",
        "Tambah loket pendaftaran di hari Senin.",
        "Sediakan kursi roda di pintu masuk.",
        "Nomor antrean mohon dipanggil dengan pengeras suara.",
        "Tempat parkir sempit, mohon ditata.",
        "Mohon ditambah kipas angin di ruang tunggu.",
        "Jadwal pelayanan tolong dipasang di media sosial.",
    ],
    complaints: &[
        "Menunggu dari pagi, baru diperiksa menjelang siang.",
        "Obat kosong, disuruh beli di luar.",
        "Petugas pendaftaran kurang ramah.",
        "Pasien umum didahulukan daripada BPJS.",
        "Toilet pasien kotor dan airnya mati.",
        "Sistem rujukan online sering gangguan.",
        "Penjelasan dokter terlalu singkat.",
        "Antrean farmasi tidak teratur.",
    ],
};
