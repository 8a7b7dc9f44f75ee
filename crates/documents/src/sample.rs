//! A made-up report with everything that one can have: for previews of the city's template, for tests and measurements.

mod answers;
mod details;

pub use answers::{Answer, SERVICES, answers, questionnaire};

use answers::services;
use domain::figures::FiguresInput;
use domain::report::{
    ActingAs, EmployeeNumber, ProcessedSheet, ReportDocument, ReportIdentity, ReportScope, Signatory, UnitProfile,
    shipped_outlines,
};
use domain::settings::UnitFromServices;
use domain::{CitySettings, Layout, Questionnaire, UnitKind, Weight};
use std::collections::BTreeMap;

/// A made-up unit in the third quarter of 2026.
pub fn identity() -> ReportIdentity {
    ReportIdentity {
        report_id: "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d".to_owned(),
        revision: 1,
        scope: ReportScope::Unit,
        unit_code: "kel-kuin-utara".to_owned(),
        unit_name: "Kelurahan Kuin Utara".to_owned(),
        unit_kind: UnitKind::Kelurahan,
        city_name: "Kota Banjarmasin".to_owned(),
        dated: "2026-10-05".to_owned(),
        first_day: "2026-07-01".to_owned(),
        last_day: "2026-09-30".to_owned(),
        replaces: None,
        services_given: 6,
    }
}

/// Its letterhead and who signs for it.
pub fn profile() -> UnitProfile {
    UnitProfile {
        government: "Pemerintah Kota Banjarmasin".to_owned(),
        address: "Jalan Kuin Utara RT 05 Nomor 12, Banjarmasin 70127".to_owned(),
        street: "Jalan Kuin Utara RT 05 Nomor 12, Banjarmasin 70127".to_owned(),
        place: "Banjarmasin".to_owned(),
        logo: Some("logo".to_owned()),
        signatory: Some(Signatory {
            acting: Some(ActingAs::Plt),
            position: "Lurah Kuin Utara".to_owned(),
            name: "H. Ahmad Fauzi, S.Sos., M.AP.".to_owned(),
            rank: Some("Penata Tingkat I (III/d)".to_owned()),
            number: EmployeeNumber::nip("197908122006041003").ok(),
        }),
    }
}

/// A report of nothing but its figures, questionnaire and rows.
pub fn bare(
    questionnaire: &Questionnaire,
    weight: Weight,
    now: &[Answer],
    before: &[Answer],
    served: Option<i64>,
) -> Option<ReportDocument> {
    let settings = CitySettings { weight, ..CitySettings::default() };
    of_settings(questionnaire, &settings, now, before, served)
}

/// A report whose index is the mean of its services' printed ones.
pub fn mean_of_services(n: usize) -> Option<ReportDocument> {
    let questionnaire = questionnaire("skm-2017")?;
    let settings = CitySettings { unit_dari_layanan: UnitFromServices::RataRataLayanan, ..CitySettings::default() };
    of_settings(&questionnaire, &settings, &answers(&questionnaire, n, 29, 20), &[], None)
}

fn of_settings(
    questionnaire: &Questionnaire,
    settings: &CitySettings,
    now: &[Answer],
    before: &[Answer],
    served: Option<i64>,
) -> Option<ReportDocument> {
    let layout = Layout::of(questionnaire);
    let input = FiguresInput {
        settings,
        period: "2026-TW3".parse().ok()?,
        served,
        services: services(questionnaire, &layout, now),
        previous: services(questionnaire, &layout, before),
        previous_settings: settings,
        excluded: BTreeMap::new(),
        excluded_counted: false,
        whole_city: false,
    };
    let outline = shipped_outlines().into_iter().next()?;
    let mut document = ReportDocument::new(identity(), profile(), outline, input.figures());
    document.services = input.service_elements();
    document.brand_color = settings.own_brand_color();
    let mut sheet =
        ProcessedSheet::empty(questionnaire, questionnaire.grouping(settings.grouping_of(&questionnaire.code))?);
    for answer in now {
        sheet.add(&answer.answers);
    }
    document.sheets = vec![sheet];
    document.write_texts(&[]);
    Some(document)
}

/// A report with everything that one can have, of so many answers to a shipped questionnaire.
pub fn full(code: &str, n: usize, settings: &CitySettings) -> Option<ReportDocument> {
    let questionnaire = questionnaire(code)?;
    let now = answers(&questionnaire, n, 7, 24);
    let before = answers(&questionnaire, 198, 11, 16);
    let mut document = of_settings(&questionnaire, settings, &now, &before, Some(470))?;
    document.free_service_fee = Some(settings.u4_layanan_gratis);
    details::fill(&mut document);
    document.write_texts(&[]);
    Some(document)
}
