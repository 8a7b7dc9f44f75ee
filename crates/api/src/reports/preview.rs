//! The city's template filled with sample figures of a made-up unit; kept nowhere.

use chrono::{DateTime, Utc};
use domain::period::month_of;
use domain::preparation::ReportTemplate;
use domain::report::{ReportDocument, Signatory};
use domain::{CitySettings, UnitKind};
use store::city::{ROOT, time_zone};
use store::pictures::find_logo;
use store::units::find_unit;
use store::{Conn, StoreError, StoreResult};

/// The questionnaire of the sample: it forms every index, so that every place of a text has something to hold.
const QUESTIONNAIRE: &str = "terpadu-16";
const RESPONDENTS: usize = 120;
const UNIT: &str = "Kelurahan Contoh";

/// What the city itself adds to the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    settings: CitySettings,
    logo: Option<String>,
}

/// Reads the settings in force and the city's logo.
///
/// # Errors
/// When the database fails.
pub fn surroundings(conn: &mut Conn<'_>, now: DateTime<Utc>) -> StoreResult<Surroundings> {
    let zone = time_zone(conn)?;
    let settings = store::settings::settings_for(conn, month_of(now, zone))?;
    let root = find_unit(conn, ROOT)?.id;
    Ok(Surroundings { settings, logo: find_logo(conn, root)?.map(hex::encode) })
}

/// A report by this template, with sample figures. The same template gives the same report.
///
/// # Errors
/// [`StoreError::Damaged`] when the program came without its questionnaire.
pub fn sample(template: ReportTemplate, around: Surroundings) -> StoreResult<ReportDocument> {
    let document = documents::sample::full(QUESTIONNAIRE, RESPONDENTS, &around.settings);
    let mut document = document.ok_or_else(|| StoreError::Damaged("there is no sample".to_owned()))?;
    UNIT.clone_into(&mut document.identity.unit_name);
    document.identity.unit_kind = UnitKind::Kelurahan;
    document.identity.city_name = around.settings.city_name;
    document.profile.government = template.government;
    document.profile.place = template.place;
    "Jalan Contoh Nomor 1".clone_into(&mut document.profile.address);
    document.profile.logo = around.logo;
    document.profile.signatory = Some(Signatory {
        acting: None,
        position: "Lurah Contoh".to_owned(),
        name: "Nama Lengkap, S.Sos.".to_owned(),
        rank: Some("Penata Tingkat I (III/d)".to_owned()),
        number: domain::report::EmployeeNumber::nip("197001011995031001").ok(),
    });
    document.photos.clear();
    for row in document.last_plan.iter_mut().flat_map(|last| &mut last.rows) {
        row.photos.clear();
    }
    document.legal_basis = template.legal_basis;
    document.outline = template.outline;
    document.write_texts(&[]);
    Ok(document)
}
