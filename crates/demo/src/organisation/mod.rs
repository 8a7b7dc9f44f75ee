//! Who serves the public in the demonstration city: 156 obliged units under one root.

mod agencies;
mod bureaus;
mod districts;
mod enterprises;
mod health;
mod technical;

use domain::questionnaire::ServiceMode;

/// The city and its units, parents before children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The root stands first.
    pub units: Vec<Unit>,
}

impl Organisation {
    /// Where a unit stands in [`Self::units`].
    pub fn position(&self, code: &str) -> Option<usize> {
        self.units.iter().position(|unit| unit.code == code)
    }

    /// The units that must survey, with their positions.
    pub fn obliged(&self) -> impl Iterator<Item = (usize, &Unit)> {
        self.units.iter().enumerate().filter(|(_, unit)| unit.obliged)
    }
}

/// One office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// A [`domain::Code`]; a test reads them all.
    pub code: &'static str,
    /// The official name.
    pub name: &'static str,
    /// `kota`, `perangkat_daerah`, `kecamatan`, `bagian`, `uptd`, `puskesmas`, `kelurahan`, `mpp`, `rsud` or
    /// `perusahaan_daerah`; kecamatan are counted among the perangkat daerah.
    pub kind: &'static str,
    /// The unit above; the root has none.
    pub parent: Option<&'static str>,
    /// Whether it must survey: all but the root.
    pub obliged: bool,
    /// The questionnaire its links use.
    pub questionnaire: &'static str,
    /// `umum` first, then what it offers; the root has `umum` alone.
    pub services: Vec<Service>,
}

/// What a unit offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// A [`domain::Code`], unique within the unit.
    pub code: &'static str,
    /// The official name.
    pub name: &'static str,
    /// How it reaches people.
    pub mode: ServiceMode,
    /// Whether it costs nothing.
    pub free: bool,
    /// Whether it has a survey link of its own. That of `umum` is the link of the unit, by which answers about every
    /// service without its own come in.
    pub linked: bool,
}

impl Service {
    const fn new(code: &'static str, name: &'static str, mode: ServiceMode) -> Self {
        Self { code, name, mode, free: true, linked: false }
    }

    const fn charged(self) -> Self {
        Self { free: false, ..self }
    }

    const fn linked(self) -> Self {
        Self { linked: true, ..self }
    }
}

const fn counter(code: &'static str, name: &'static str) -> Service {
    Service::new(code, name, ServiceMode::Counter)
}

const fn online(code: &'static str, name: &'static str) -> Service {
    Service::new(code, name, ServiceMode::Online)
}

const fn hybrid(code: &'static str, name: &'static str) -> Service {
    Service::new(code, name, ServiceMode::Hybrid)
}

const SKM: &str = "skm-2017";
const SKM_SPKP_SPAK: &str = "skm-spkp-spak";
const TERPADU: &str = "terpadu-16";

/// A unit as the tables write it: code, name, parent, questionnaire, services beside `umum`.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static [Service]);

/// The code of the root.
pub const ROOT: &str = "kota";

/// The demonstration organisation.
pub fn organisation() -> Organisation {
    let mut units = vec![Unit {
        code: ROOT,
        name: "Kota Banjarmasin",
        kind: "kota",
        parent: None,
        obliged: false,
        questionnaire: SKM,
        services: vec![counter("umum", "Umum").linked()],
    }];
    let tables: [(&'static str, &[Row]); 8] = [
        ("perangkat_daerah", &agencies::ROWS),
        ("bagian", &bureaus::ROWS),
        ("uptd", &technical::ROWS),
        ("kecamatan", &districts::DISTRICTS),
        ("puskesmas", &health::PUSKESMAS),
        ("rsud", &health::HOSPITAL),
        ("mpp", &enterprises::MALL),
        ("perusahaan_daerah", &enterprises::ROWS),
    ];
    for (kind, rows) in tables {
        units.extend(rows.iter().map(|row| unit(kind, *row)));
    }
    units.extend(districts::VILLAGES.iter().map(|row| unit("kelurahan", *row)));
    Organisation { units }
}

fn unit(kind: &'static str, (code, name, parent, questionnaire, offered): Row) -> Unit {
    // What is not about one service is about the unit as most of its services are.
    let hybrid_count = offered.iter().filter(|service| service.mode != ServiceMode::Counter).count();
    let mode = if hybrid_count * 2 > offered.len() { ServiceMode::Hybrid } else { ServiceMode::Counter };
    let free = offered.iter().all(|service| service.free);
    let general = Service { code: "umum", name: "Umum", mode, free, linked: true };
    let services = std::iter::once(general).chain(offered.iter().copied()).collect();
    Unit { code, name, kind, parent: Some(parent), obliged: true, questionnaire, services }
}
