//! The Mal Pelayanan Publik and the two perusahaan daerah.

use super::{ROOT, Row, SKM_SPKP_SPAK, Service, TERPADU, counter, hybrid, online};

pub(super) const MALL: [Row; 1] =
    [("mpp", "Mal Pelayanan Publik Kota Banjarmasin", ROOT, SKM_SPKP_SPAK, &MALL_SERVICES)];

pub(super) const ROWS: [Row; 2] = [
    ("pt-air-minum", "PT Air Minum Bandarmasih (Perseroda)", ROOT, SKM_SPKP_SPAK, &WATER),
    ("perumda-pald", "Perumda Pengelolaan Air Limbah Domestik", ROOT, TERPADU, &SEWAGE),
];

const MALL_SERVICES: [Service; 6] = [
    counter("adminduk", "Gerai Administrasi Kependudukan").linked(),
    counter("perizinan", "Gerai Perizinan").linked(),
    counter("pajak-daerah", "Gerai Pajak Daerah").charged(),
    counter("samsat", "Gerai Samsat").charged(),
    counter("bpjs", "Gerai BPJS"),
    counter("imigrasi", "Gerai Imigrasi").charged(),
];
const WATER: [Service; 5] = [
    hybrid("sambungan-baru", "Pemasangan Sambungan Baru").charged().linked(),
    hybrid("pembayaran", "Pembayaran Rekening").charged().linked(),
    online("pengaduan-air", "Pengaduan Gangguan Air"),
    counter("balik-nama", "Balik Nama Pelanggan").charged(),
    counter("tangki-air", "Pengiriman Air Tangki").charged(),
];
const SEWAGE: [Service; 3] = [
    counter("sedot-tinja", "Penyedotan Tangki Septik").charged().linked(),
    counter("sambungan-limbah", "Sambungan Air Limbah").charged(),
    online("pengaduan-limbah", "Pengaduan Air Limbah"),
];
