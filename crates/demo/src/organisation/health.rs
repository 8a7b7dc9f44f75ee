//! The puskesmas and the city hospital; services by the coarse list, never a clinic by name (UU 27/2022).

use super::{ROOT, Row, SKM, SKM_SPKP_SPAK, Service, TERPADU, counter, hybrid};

pub(super) const PUSKESMAS: [Row; 27] = [
    ("pkm-cempaka", "Puskesmas Cempaka", DINKES, SKM_SPKP_SPAK, &CLINIC),
    ("pkm-cempaka-putih", "Puskesmas Cempaka Putih", DINKES, SKM, &CLINIC),
    ("pkm-gedang-hanyar", "Puskesmas Gedang Hanyar", DINKES, TERPADU, &CLINIC),
    ("pkm-sungai-mesa", "Puskesmas Sungai Mesa", DINKES, SKM, &CLINIC),
    ("pkm-teluk-dalam", "Puskesmas Teluk Dalam", DINKES, SKM, &CLINIC),
    ("pkm-banjarmasin-indah", "Puskesmas Banjarmasin Indah", DINKES, TERPADU, &CLINIC),
    ("pkm-basirih-baru", "Puskesmas Basirih Baru", DINKES, SKM, &CLINIC),
    ("pkm-pelambuan", "Puskesmas Pelambuan", DINKES, SKM_SPKP_SPAK, &INPATIENT),
    ("pkm-teluk-tiram", "Puskesmas Teluk Tiram", DINKES, SKM, &CLINIC),
    ("pkm-kuin-raya", "Puskesmas Kuin Raya", DINKES, SKM, &CLINIC),
    ("pkm-alalak-selatan", "Puskesmas Alalak Selatan", DINKES, TERPADU, &CLINIC),
    ("pkm-alalak-tengah", "Puskesmas Alalak Tengah", DINKES, SKM, &CLINIC),
    ("pkm-kayu-tangi", "Puskesmas Kayu Tangi", DINKES, SKM_SPKP_SPAK, &CLINIC),
    ("pkm-sungai-jingah", "Puskesmas Sungai Jingah", DINKES, SKM, &INPATIENT),
    ("pkm-sungai-andai", "Puskesmas Sungai Andai", DINKES, SKM, &CLINIC),
    ("pkm-karang-mekar", "Puskesmas Karang Mekar", DINKES, TERPADU, &CLINIC),
    ("pkm-pekapuran-raya", "Puskesmas Pekapuran Raya", DINKES, SKM, &CLINIC),
    ("pkm-sungai-bilu", "Puskesmas Sungai Bilu", DINKES, SKM, &CLINIC),
    ("pkm-terminal", "Puskesmas Terminal", DINKES, SKM, &CLINIC),
    ("pkm-9-nopember", "Puskesmas 9 Nopember", DINKES, SKM_SPKP_SPAK, &CLINIC),
    ("pkm-pekauman", "Puskesmas Pekauman", DINKES, SKM_SPKP_SPAK, &CLINIC),
    ("pkm-kelayan-dalam", "Puskesmas Kelayan Dalam", DINKES, SKM, &CLINIC),
    ("pkm-kelayan-timur", "Puskesmas Kelayan Timur", DINKES, SKM, &CLINIC),
    ("pkm-beruntung-raya", "Puskesmas Beruntung Raya", DINKES, TERPADU, &CLINIC),
    ("pkm-pemurus-dalam", "Puskesmas Pemurus Dalam", DINKES, SKM_SPKP_SPAK, &INPATIENT),
    ("pkm-pemurus-baru", "Puskesmas Pemurus Baru", DINKES, SKM, &CLINIC),
    ("pkm-mantuil", "Puskesmas Mantuil", DINKES, SKM, &CLINIC),
];

pub(super) const HOSPITAL: [Row; 1] = [("rsud", "RSUD Sultan Suriansyah", ROOT, SKM_SPKP_SPAK, &HOSPITAL_SERVICES)];

const DINKES: &str = "dinkes";

const CLINIC: [Service; 4] = [
    counter("pendaftaran", "Pendaftaran"),
    counter("rawat-jalan", "Rawat jalan").linked(),
    counter("farmasi", "Farmasi"),
    counter("laboratorium", "Laboratorium/penunjang"),
];
const INPATIENT: [Service; 6] = [
    counter("pendaftaran", "Pendaftaran"),
    counter("rawat-jalan", "Rawat jalan").linked(),
    counter("gawat-darurat", "Gawat darurat"),
    counter("rawat-inap", "Rawat inap"),
    counter("farmasi", "Farmasi"),
    counter("laboratorium", "Laboratorium/penunjang"),
];
const HOSPITAL_SERVICES: [Service; 6] = [
    hybrid("pendaftaran", "Pendaftaran").linked(),
    counter("rawat-jalan", "Rawat jalan").charged().linked(),
    counter("gawat-darurat", "Gawat darurat").charged(),
    counter("rawat-inap", "Rawat inap").charged().linked(),
    counter("farmasi", "Farmasi").charged(),
    counter("laboratorium", "Laboratorium/penunjang").charged(),
];
