//! Comments that fit any unit.

use super::Comments;

pub(super) const COMMENTS: Comments = Comments {
    praise: &[
        "Pelayanan sudah baik, pertahankan.",
        "Petugas ramah dan cepat tanggap. Terima kasih.",
        "Sangat memuaskan, semoga semakin baik ke depannya.",
        "Alhamdulillah urusan cepat selesai dan tidak dipungut biaya.",
        "Mantap, sukses selalu.",
        "Ruang tunggu nyaman dan bersih.",
        "Baik haja pelayanannya, tarima kasih.",
        "Petugas menjelaskan dengan sabar sampai saya mengerti.",
        "Pelayanan prima, tidak berbelit-belit.",
        "Lebih baik dibanding tahun lalu.",
    ],
    wishes: &[
        "Mohon ditambah tempat duduk di ruang tunggu.",
        "Tempat parkir perlu diperluas.",
        "Semoga bisa dilayani secara online agar tidak perlu datang berkali-kali.",
        "Tolong disediakan air minum untuk pengunjung.",
        "Jam istirahat sebaiknya petugas bergantian supaya pelayanan tidak berhenti.",
        "Informasi persyaratan tolong dipasang yang jelas di depan.",
        "Kotak saran ada, tapi mohon ditindaklanjuti.",
        "Perlu jalur khusus lansia dan disabilitas.",
        "Toilet mohon lebih dijaga kebersihannya.",
        "Tingkatkan lagi kecepatan pelayanannya.",
    ],
    complaints: &[
        "Menunggu terlalu lama, padahal antrean sedikit.",
        "Petugas kurang ramah saat ditanya.",
        "Sudah dua kali mengadu tetapi belum ada tanggapan.",
        "AC tidak dingin, ruang tunggu panas dan sempit.",
        "Petugas lebih banyak main HP daripada melayani.",
        "Jam buka tidak sesuai dengan yang tertulis.",
        "Disuruh bolak-balik karena syaratnya berubah-ubah.",
        "Tidak jelas kapan selesainya.",
    ],
};
