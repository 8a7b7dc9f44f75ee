//! The five kecamatan and their 52 kelurahan.

use super::{ROOT, Row, SKM, SKM_SPKP_SPAK, Service, TERPADU, counter, hybrid};

pub(super) const DISTRICTS: [Row; 5] = [
    (SELATAN, "Kecamatan Banjarmasin Selatan", ROOT, SKM_SPKP_SPAK, &DISTRICT),
    (TIMUR, "Kecamatan Banjarmasin Timur", ROOT, SKM_SPKP_SPAK, &DISTRICT),
    (BARAT, "Kecamatan Banjarmasin Barat", ROOT, SKM_SPKP_SPAK, &DISTRICT),
    (UTARA, "Kecamatan Banjarmasin Utara", ROOT, SKM_SPKP_SPAK, &DISTRICT),
    (TENGAH, "Kecamatan Banjarmasin Tengah", ROOT, SKM_SPKP_SPAK, &DISTRICT),
];

const SELATAN: &str = "kec-banjarmasin-selatan";
const TIMUR: &str = "kec-banjarmasin-timur";
const BARAT: &str = "kec-banjarmasin-barat";
const UTARA: &str = "kec-banjarmasin-utara";
const TENGAH: &str = "kec-banjarmasin-tengah";

pub(super) const VILLAGES: [Row; 52] = [
    ("kel-mantuil", "Kelurahan Mantuil", SELATAN, SKM, &VILLAGE),
    ("kel-kelayan-selatan", "Kelurahan Kelayan Selatan", SELATAN, SKM, &VILLAGE),
    ("kel-kelayan-barat", "Kelurahan Kelayan Barat", SELATAN, SKM, &VILLAGE),
    ("kel-kelayan-tengah", "Kelurahan Kelayan Tengah", SELATAN, SKM, &VILLAGE),
    ("kel-kelayan-dalam", "Kelurahan Kelayan Dalam", SELATAN, SKM, &VILLAGE),
    ("kel-kelayan-timur", "Kelurahan Kelayan Timur", SELATAN, SKM, &VILLAGE),
    ("kel-murung-raya", "Kelurahan Murung Raya", SELATAN, SKM, &VILLAGE),
    ("kel-pekauman", "Kelurahan Pekauman", SELATAN, SKM, &VILLAGE),
    ("kel-pemurus-dalam", "Kelurahan Pemurus Dalam", SELATAN, SKM, &VILLAGE),
    ("kel-pemurus-baru", "Kelurahan Pemurus Baru", SELATAN, SKM, &VILLAGE),
    ("kel-tanjung-pagar", "Kelurahan Tanjung Pagar", SELATAN, SKM, &VILLAGE),
    ("kel-basirih-selatan", "Kelurahan Basirih Selatan", SELATAN, SKM, &VILLAGE),
    ("kel-kuripan", "Kelurahan Kuripan", TIMUR, SKM, &VILLAGE),
    ("kel-pengambangan", "Kelurahan Pengambangan", TIMUR, SKM, &VILLAGE),
    ("kel-sungai-bilu", "Kelurahan Sungai Bilu", TIMUR, SKM, &VILLAGE),
    ("kel-sungai-lulut", "Kelurahan Sungai Lulut", TIMUR, SKM, &VILLAGE),
    ("kel-kebun-bunga", "Kelurahan Kebun Bunga", TIMUR, SKM, &VILLAGE),
    ("kel-benua-anyar", "Kelurahan Benua Anyar", TIMUR, SKM, &VILLAGE),
    ("kel-pekapuran-raya", "Kelurahan Pekapuran Raya", TIMUR, SKM, &VILLAGE),
    ("kel-karang-mekar", "Kelurahan Karang Mekar", TIMUR, SKM, &VILLAGE),
    ("kel-pemurus-luar", "Kelurahan Pemurus Luar", TIMUR, SKM, &VILLAGE),
    ("kel-pelambuan", "Kelurahan Pelambuan", BARAT, SKM, &VILLAGE),
    ("kel-belitung-selatan", "Kelurahan Belitung Selatan", BARAT, SKM, &VILLAGE),
    ("kel-belitung-utara", "Kelurahan Belitung Utara", BARAT, SKM, &VILLAGE),
    ("kel-teluk-tiram", "Kelurahan Teluk Tiram", BARAT, SKM, &VILLAGE),
    ("kel-kuin-cerucuk", "Kelurahan Kuin Cerucuk", BARAT, SKM, &VILLAGE),
    ("kel-kuin-selatan", "Kelurahan Kuin Selatan", BARAT, SKM, &VILLAGE),
    ("kel-basirih", "Kelurahan Basirih", BARAT, SKM, &VILLAGE),
    ("kel-telaga-biru", "Kelurahan Telaga Biru", BARAT, SKM, &VILLAGE),
    ("kel-telawang", "Kelurahan Telawang", BARAT, SKM, &VILLAGE),
    ("kel-alalak-utara", "Kelurahan Alalak Utara", UTARA, SKM, &VILLAGE),
    ("kel-alalak-tengah", "Kelurahan Alalak Tengah", UTARA, SKM, &VILLAGE),
    ("kel-alalak-selatan", "Kelurahan Alalak Selatan", UTARA, SKM, &VILLAGE),
    ("kel-kuin-utara", "Kelurahan Kuin Utara", UTARA, SKM, &VILLAGE),
    ("kel-pangeran", "Kelurahan Pangeran", UTARA, SKM, &VILLAGE),
    ("kel-sungai-miai", "Kelurahan Sungai Miai", UTARA, SKM, &VILLAGE),
    ("kel-antasan-kecil-timur", "Kelurahan Antasan Kecil Timur", UTARA, SKM, &VILLAGE),
    ("kel-surgi-mufti", "Kelurahan Surgi Mufti", UTARA, SKM, &VILLAGE),
    ("kel-sungai-jingah", "Kelurahan Sungai Jingah", UTARA, SKM, &VILLAGE),
    ("kel-sungai-andai", "Kelurahan Sungai Andai", UTARA, SKM, &VILLAGE),
    ("kel-teluk-dalam", "Kelurahan Teluk Dalam", TENGAH, TERPADU, &VILLAGE),
    ("kel-seberang-mesjid", "Kelurahan Seberang Mesjid", TENGAH, TERPADU, &VILLAGE),
    ("kel-melayu", "Kelurahan Melayu", TENGAH, TERPADU, &VILLAGE),
    ("kel-sungai-baru", "Kelurahan Sungai Baru", TENGAH, TERPADU, &VILLAGE),
    ("kel-pekapuran-laut", "Kelurahan Pekapuran Laut", TENGAH, TERPADU, &VILLAGE),
    ("kel-kelayan-luar", "Kelurahan Kelayan Luar", TENGAH, TERPADU, &VILLAGE),
    ("kel-kertak-baru-ilir", "Kelurahan Kertak Baru Ilir", TENGAH, TERPADU, &VILLAGE),
    ("kel-kertak-baru-ulu", "Kelurahan Kertak Baru Ulu", TENGAH, TERPADU, &VILLAGE),
    ("kel-mawar", "Kelurahan Mawar", TENGAH, TERPADU, &VILLAGE),
    ("kel-antasan-besar", "Kelurahan Antasan Besar", TENGAH, TERPADU, &VILLAGE),
    ("kel-pasar-lama", "Kelurahan Pasar Lama", TENGAH, TERPADU, &VILLAGE),
    ("kel-gadang", "Kelurahan Gadang", TENGAH, TERPADU, &VILLAGE),
];

const DISTRICT: [Service; 5] = [
    counter("rekomendasi", "Rekomendasi dan Legalisasi Surat").linked(),
    counter("dispensasi-nikah", "Dispensasi Nikah"),
    counter("ahli-waris", "Pengesahan Surat Ahli Waris"),
    counter("pbb-kolektif", "Pelayanan PBB").charged(),
    hybrid("usaha-mikro", "Izin Usaha Mikro dan Kecil"),
];
const VILLAGE: [Service; 6] = [
    counter("surat-pengantar", "Surat Pengantar").linked(),
    counter("sktm", "Surat Keterangan Tidak Mampu"),
    counter("domisili", "Surat Keterangan Domisili"),
    counter("keterangan-usaha", "Surat Keterangan Usaha"),
    counter("pengantar-nikah", "Surat Pengantar Nikah (N1–N4)"),
    counter("ahli-waris", "Surat Keterangan Ahli Waris"),
];
