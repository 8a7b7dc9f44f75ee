//! Comments on offices of the city.

use super::Comments;

pub(super) const COMMENTS: Comments = Comments {
    praise: &[
        "Konsultasinya membantu, staf menguasai aturan.",
        "Surat permohonan kami diproses sesuai jadwal.",
        "Koordinasi dengan petugas mudah dan cepat dibalas.",
        "Pelayanan satu pintu di lobi sangat membantu tamu.",
        "Permohonan data ditanggapi lengkap.",
        "Pendampingannya jelas dan sampai tuntas.",
        "Rekomendasi terbit lebih cepat dari perkiraan.",
        "Pelatihan yang diadakan bermanfaat.",
    ],
    wishes: &[
        "Mohon ada pemberitahuan lewat WhatsApp bila surat sudah selesai.",
        "Alur disposisi surat dipersingkat.",
        "Situs web perlu diperbarui, formulirnya masih yang lama.",
        "Sebaiknya ada petugas pengganti bila pejabat sedang dinas luar.",
        "Standar waktu penyelesaian mohon dicantumkan.",
        "Tolong dibuatkan nomor pelacakan permohonan.",
        "Perbanyak sosialisasi program ke kelurahan.",
        "Meja informasi sebaiknya selalu dijaga.",
        "Ruang konsultasi mohon dibuat lebih tertutup.",
    ],
    complaints: &[
        "Surat kami tertahan lama di meja disposisi.",
        "Pejabat yang berwenang sering tidak di tempat.",
        "Jawaban antarbidang berbeda-beda.",
        "Telepon kantor tidak pernah diangkat.",
        "Bantuan yang dijanjikan tidak jelas kelanjutannya.",
        "Formulir di web berbeda dengan yang diminta di loket.",
        "Proses rekomendasi berbelit-belit.",
        "Saya tidak tahu harus mengadu ke mana.",
    ],
};
