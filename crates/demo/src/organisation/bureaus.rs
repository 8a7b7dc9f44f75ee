//! The bagian of the Sekretariat Daerah.

use super::{Row, SKM, Service, counter, hybrid, online};

pub(super) const ROWS: [Row; 9] = [
    ("bag-pemerintahan", "Bagian Tata Pemerintahan", SETDA, SKM, &GOVERNMENT),
    ("bag-kesra", "Bagian Kesejahteraan Rakyat", SETDA, SKM, &WELFARE),
    ("bag-hukum", "Bagian Hukum", SETDA, SKM, &LAW),
    ("bag-ekonomi", "Bagian Perekonomian dan Sumber Daya Alam", SETDA, SKM, &ECONOMY),
    ("bag-pembangunan", "Bagian Administrasi Pembangunan", SETDA, SKM, &DEVELOPMENT),
    ("bag-pbj", "Bagian Pengadaan Barang dan Jasa", SETDA, SKM, &PROCUREMENT),
    ("bag-umum", "Bagian Umum", SETDA, SKM, &GENERAL),
    ("bag-organisasi", "Bagian Organisasi", SETDA, SKM, &ORGANISATION),
    ("bag-prokopim", "Bagian Protokol dan Komunikasi Pimpinan", SETDA, SKM, &PROTOCOL),
];

const SETDA: &str = "setda";

const GOVERNMENT: [Service; 2] =
    [counter("batas-wilayah", "Fasilitasi Batas Wilayah"), counter("rt-rw", "Pembinaan Rukun Tetangga")];
const WELFARE: [Service; 2] =
    [counter("hibah-keagamaan", "Hibah Rumah Ibadah"), counter("haji", "Fasilitasi Jemaah Haji")];
const LAW: [Service; 3] = [
    counter("bantuan-hukum", "Bantuan Hukum Warga Kurang Mampu"),
    online("jdih", "Jaringan Dokumentasi dan Informasi Hukum"),
    counter("produk-hukum", "Harmonisasi Produk Hukum"),
];
const ECONOMY: [Service; 1] = [counter("rekomendasi-lpg", "Rekomendasi Pangkalan LPG dan BBM")];
const DEVELOPMENT: [Service; 1] = [counter("asistensi", "Asistensi Pelaksanaan Kegiatan")];
const PROCUREMENT: [Service; 2] =
    [hybrid("lpse", "Layanan Pengadaan Secara Elektronik").linked(), counter("konsultasi-pbj", "Konsultasi Pengadaan")];
const GENERAL: [Service; 2] =
    [counter("pinjam-ruang", "Pemakaian Ruang dan Aula"), counter("kendaraan", "Pelayanan Kendaraan Dinas")];
const ORGANISATION: [Service; 2] =
    [counter("konsultasi-ortala", "Konsultasi Kelembagaan dan Tata Laksana"), online("skm", "Pendampingan SKM")];
const PROTOCOL: [Service; 2] =
    [counter("undangan", "Permohonan Kehadiran Pimpinan"), counter("peliputan", "Permohonan Peliputan")];
