//! The perangkat daerah other than the kecamatan.

use super::{ROOT, Row, SKM, SKM_SPKP_SPAK, Service, TERPADU, counter, hybrid, online};

pub(super) const ROWS: [Row; 26] = [
    ("setda", "Sekretariat Daerah", ROOT, SKM, &SECRETARIAT),
    ("setwan", "Sekretariat Dewan Perwakilan Rakyat Daerah", ROOT, SKM, &COUNCIL),
    ("inspektorat", "Inspektorat", ROOT, SKM_SPKP_SPAK, &INSPECTORATE),
    ("disdik", "Dinas Pendidikan", ROOT, SKM_SPKP_SPAK, &EDUCATION),
    ("dinkes", "Dinas Kesehatan", ROOT, SKM_SPKP_SPAK, &HEALTH),
    ("dpupr", "Dinas Pekerjaan Umum dan Penataan Ruang", ROOT, TERPADU, &PUBLIC_WORKS),
    ("disperkim", "Dinas Perumahan Rakyat dan Kawasan Permukiman", ROOT, SKM, &HOUSING),
    ("satpol-pp", "Satuan Polisi Pamong Praja", ROOT, SKM, &ORDER),
    ("bpbd-damkar", "Badan Penanggulangan Bencana Daerah dan Pemadam Kebakaran", ROOT, SKM, &RESCUE),
    ("dinsos", "Dinas Sosial", ROOT, SKM_SPKP_SPAK, &SOCIAL),
    (
        "dppkbpm",
        "Dinas Pengendalian Penduduk, Keluarga Berencana dan Pemberdayaan Masyarakat",
        ROOT,
        SKM,
        &FAMILY_PLANNING,
    ),
    ("dp3a", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", ROOT, SKM, &WOMEN),
    ("dkp3", "Dinas Ketahanan Pangan, Pertanian dan Perikanan", ROOT, SKM, &FARMING),
    ("dlh", "Dinas Lingkungan Hidup", ROOT, TERPADU, &ENVIRONMENT),
    ("dukcapil", "Dinas Kependudukan dan Pencatatan Sipil", ROOT, SKM_SPKP_SPAK, &CIVIL_REGISTRY),
    ("dishub", "Dinas Perhubungan", ROOT, TERPADU, &TRANSPORT),
    ("diskominfotik", "Dinas Komunikasi, Informatika dan Statistik", ROOT, TERPADU, &INFORMATION),
    ("diskopumker", "Dinas Koperasi, Usaha Mikro dan Tenaga Kerja", ROOT, TERPADU, &LABOUR),
    ("dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", ROOT, SKM_SPKP_SPAK, &LICENSING),
    ("disbudporapar", "Dinas Kebudayaan, Kepemudaan, Olahraga dan Pariwisata", ROOT, SKM, &TOURISM),
    ("dispersip", "Dinas Perpustakaan dan Arsip", ROOT, SKM, &LIBRARY),
    ("disperdagin", "Dinas Perdagangan dan Perindustrian", ROOT, TERPADU, &TRADE),
    ("bapperida", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", ROOT, SKM, &PLANNING),
    ("bpkpad", "Badan Pengelolaan Keuangan, Pendapatan dan Aset Daerah", ROOT, SKM_SPKP_SPAK, &REVENUE),
    ("bkd-diklat", "Badan Kepegawaian Daerah, Pendidikan dan Pelatihan", ROOT, SKM_SPKP_SPAK, &PERSONNEL),
    ("kesbangpol", "Badan Kesatuan Bangsa dan Politik", ROOT, SKM, &UNITY),
];

const SECRETARIAT: [Service; 2] =
    [counter("audiensi", "Audiensi dan Penerimaan Tamu"), counter("surat-masuk", "Penerimaan Surat Masuk")];
const COUNCIL: [Service; 2] =
    [counter("aspirasi", "Penyaluran Aspirasi Masyarakat"), counter("kunjungan-kerja", "Penerimaan Kunjungan Kerja")];
const INSPECTORATE: [Service; 3] = [
    counter("konsultasi", "Konsultasi Pengawasan"),
    online("pengaduan", "Pengaduan Masyarakat"),
    counter("bebas-temuan", "Surat Keterangan Bebas Temuan"),
];
const EDUCATION: [Service; 5] = [
    hybrid("spmb", "Penerimaan Murid Baru").linked(),
    counter("mutasi-siswa", "Rekomendasi Mutasi Siswa"),
    counter("legalisir", "Legalisir dan Pengganti Ijazah"),
    counter("izin-satuan", "Rekomendasi Izin Satuan Pendidikan"),
    online("nuptk", "Verifikasi Data Pendidik"),
];
const HEALTH: [Service; 4] = [
    hybrid("rekomendasi-sip", "Rekomendasi Surat Izin Praktik").linked(),
    counter("laik-higiene", "Sertifikat Laik Higiene Sanitasi"),
    counter("pirt", "Penyuluhan Keamanan Pangan PIRT"),
    counter("jaminan-kesehatan", "Jaminan Kesehatan Daerah"),
];
const PUBLIC_WORKS: [Service; 4] = [
    hybrid("tata-ruang", "Informasi Tata Ruang"),
    hybrid("pbg", "Persetujuan Bangunan Gedung").charged().linked(),
    online("slf", "Sertifikat Laik Fungsi"),
    counter("jalan-drainase", "Laporan Kerusakan Jalan dan Drainase"),
];
const HOUSING: [Service; 3] = [
    counter("bedah-rumah", "Bantuan Rumah Tidak Layak Huni"),
    counter("psu", "Serah Terima Prasarana Perumahan"),
    counter("site-plan", "Pengesahan Rencana Tapak"),
];
const ORDER: [Service; 3] = [
    online("laporan-ketertiban", "Laporan Gangguan Ketertiban Umum"),
    counter("pengamanan", "Permohonan Pengamanan Kegiatan"),
    counter("penyuluhan-perda", "Penyuluhan Peraturan Daerah"),
];
const RESCUE: [Service; 4] = [
    counter("pemadaman", "Pemadaman Kebakaran"),
    counter("penyelamatan", "Penyelamatan dan Evakuasi"),
    counter("proteksi-kebakaran", "Pemeriksaan Proteksi Kebakaran").charged(),
    counter("bantuan-bencana", "Bantuan Korban Bencana"),
];
const SOCIAL: [Service; 5] = [
    counter("dtsen", "Pengusulan Data Sosial Ekonomi").linked(),
    counter("rekomendasi-pbi", "Rekomendasi Jaminan Kesehatan PBI"),
    counter("bantuan-sosial", "Bantuan Sosial"),
    counter("alat-bantu", "Alat Bantu Penyandang Disabilitas"),
    counter("orang-terlantar", "Penanganan Orang Terlantar"),
];
const FAMILY_PLANNING: [Service; 3] = [
    counter("kb", "Pelayanan Keluarga Berencana"),
    counter("konseling", "Konseling Keluarga dan Remaja"),
    counter("pemberdayaan", "Fasilitasi Lembaga Kemasyarakatan Kelurahan"),
];
const WOMEN: [Service; 3] = [
    counter("puspaga", "Pusat Pembelajaran Keluarga"),
    counter("forum-anak", "Fasilitasi Forum Anak"),
    counter("pelatihan", "Pelatihan Perempuan Kepala Keluarga"),
];
const FARMING: [Service; 4] = [
    counter("bantuan-bibit", "Bantuan Bibit dan Sarana Tani"),
    counter("penyuluhan", "Penyuluhan Pertanian"),
    counter("uji-pangan", "Uji Keamanan Pangan Segar"),
    counter("kusuka", "Kartu Pelaku Usaha Perikanan"),
];
const ENVIRONMENT: [Service; 4] = [
    online("sppl", "Surat Pernyataan Pengelolaan Lingkungan"),
    counter("amdal", "Penilaian Dokumen Lingkungan"),
    counter("pengaduan-lingkungan", "Pengaduan Pencemaran Lingkungan"),
    counter("pinjam-toilet", "Peminjaman Sarana Kebersihan").charged(),
];
const CIVIL_REGISTRY: [Service; 6] = [
    counter("ktp-el", "Perekaman dan Pencetakan KTP-el").linked(),
    hybrid("kk", "Kartu Keluarga").linked(),
    hybrid("akta-kelahiran", "Akta Kelahiran").linked(),
    hybrid("akta-kematian", "Akta Kematian"),
    hybrid("pindah-datang", "Surat Keterangan Pindah Datang"),
    counter("kia", "Kartu Identitas Anak"),
];
const TRANSPORT: [Service; 4] = [
    counter("izin-trayek", "Rekomendasi Izin Trayek"),
    counter("andalalin", "Analisis Dampak Lalu Lintas"),
    counter("rambu", "Permohonan Rambu Lalu Lintas"),
    counter("parkir", "Izin Pengelolaan Parkir").charged(),
];
const INFORMATION: [Service; 4] = [
    online("ppid", "Permohonan Informasi Publik").linked(),
    online("lapor", "Pengaduan SP4N-LAPOR!"),
    hybrid("hosting", "Fasilitasi Domain dan Aplikasi"),
    online("data-statistik", "Permintaan Data Statistik Sektoral"),
];
const LABOUR: [Service; 5] = [
    hybrid("ak1", "Kartu Pencari Kerja (AK-1)").linked(),
    counter("hubungan-industrial", "Mediasi Hubungan Industrial"),
    counter("koperasi", "Pendampingan Koperasi"),
    counter("usaha-mikro", "Fasilitasi Usaha Mikro"),
    online("lowongan", "Informasi Lowongan Kerja"),
];
const LICENSING: [Service; 5] = [
    hybrid("nib", "Nomor Induk Berusaha").linked(),
    hybrid("izin-praktik", "Izin Praktik Tenaga Kesehatan"),
    hybrid("reklame", "Izin Penyelenggaraan Reklame").charged(),
    hybrid("penelitian", "Surat Keterangan Penelitian"),
    counter("konsultasi-perizinan", "Konsultasi Perizinan"),
];
const TOURISM: [Service; 4] = [
    counter("sewa-gedung", "Pemakaian Gedung dan Lapangan").charged(),
    counter("rekomendasi-acara", "Rekomendasi Kegiatan Seni dan Budaya"),
    online("informasi-wisata", "Informasi Pariwisata"),
    counter("pemuda", "Fasilitasi Organisasi Kepemudaan"),
];
const LIBRARY: [Service; 4] = [
    counter("anggota", "Kartu Anggota Perpustakaan"),
    counter("sirkulasi", "Peminjaman Buku"),
    online("perpustakaan-digital", "Perpustakaan Digital"),
    counter("arsip", "Layanan Arsip"),
];
const TRADE: [Service; 4] = [
    counter("tdg", "Tanda Daftar Gudang"),
    counter("pasar-murah", "Pasar Murah"),
    counter("ikm", "Pembinaan Industri Kecil"),
    counter("halal", "Fasilitasi Sertifikat Halal dan Merek"),
];
const PLANNING: [Service; 3] = [
    hybrid("izin-riset", "Rekomendasi Riset dan Magang"),
    online("musrenbang", "Usulan Musrenbang Elektronik"),
    counter("data-perencanaan", "Data Perencanaan Pembangunan"),
];
const REVENUE: [Service; 6] = [
    hybrid("pbb", "Pajak Bumi dan Bangunan").charged().linked(),
    hybrid("bphtb", "BPHTB").charged().linked(),
    online("pajak-restoran", "Pajak Makanan dan Minuman").charged(),
    counter("keberatan-pajak", "Keberatan dan Pengurangan Pajak"),
    counter("sewa-aset", "Sewa Aset Daerah").charged(),
    counter("pencairan", "Penerbitan SP2D"),
];
const PERSONNEL: [Service; 5] = [
    hybrid("kenaikan-pangkat", "Kenaikan Pangkat"),
    hybrid("pensiun", "Pensiun Pegawai"),
    counter("mutasi", "Mutasi Pegawai"),
    online("cuti", "Cuti Pegawai"),
    counter("diklat", "Pendidikan dan Pelatihan"),
];
const UNITY: [Service; 3] = [
    counter("skt-ormas", "Laporan Keberadaan Ormas"),
    counter("izin-penelitian", "Rekomendasi Penelitian"),
    counter("bantuan-parpol", "Bantuan Keuangan Partai Politik"),
];
