//! A unit made ready for fast drawing: per service what is asked, how it is rated and how it is reached.

use crate::dice::{Dice, running_totals};
use crate::portrait::Portrait;
use crate::score::{FREE_OF_CHARGE, tendencies};
use crate::{Organisation, Service, Unit};
use domain::Questionnaire;
use domain::questionnaire::ServiceMode;

const PURPOSE: u64 = 2;

/// One unit that answers come in for.
pub(crate) struct Surveyed {
    /// Its position in the organisation.
    pub(crate) unit: usize,
    pub(crate) questionnaire: usize,
    pub(crate) is_health: bool,
    pub(crate) family: Family,
    pub(crate) portrait: Portrait,
    /// Running totals over the services.
    pub(crate) service_chances: Vec<u32>,
    pub(crate) services: Vec<SurveyedService>,
}

/// One service of it.
pub(crate) struct SurveyedService {
    /// Per item what is added to the unit's quality; `None` where it is not asked.
    pub(crate) items: Vec<Option<i32>>,
    /// Running totals over [`domain::Channel::ALL`].
    pub(crate) channel_chances: Vec<u32>,
}

/// Which comments fit a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Office,
    Village,
    Health,
    Documents,
    Field,
}

/// The units that answer: those whose questionnaire is given.
pub(crate) fn surveyed(
    seed: u64,
    organisation: &Organisation,
    questionnaires: &[Questionnaire],
    portraits: Vec<Option<Portrait>>,
) -> Vec<Surveyed> {
    let mut dice = Dice::new(seed, PURPOSE);
    let general: Vec<Vec<i32>> = questionnaires.iter().map(tendencies).collect();
    let units = organisation.units.iter().enumerate().zip(portraits);
    units
        .filter_map(|((position, unit), portrait)| {
            let code = |questionnaire: &Questionnaire| questionnaire.code.as_str() == unit.questionnaire;
            let chosen = questionnaires.iter().position(code)?;
            let (asked, general) = (questionnaires.get(chosen)?, general.get(chosen)?);
            // Each unit has strengths and weaknesses of its own, and so has each of its services.
            let own: Vec<i32> = general.iter().map(|tendency| tendency + dice.between(-9, 9)).collect();
            let services = unit.services.iter().map(|service| surveyed_service(unit, service, asked, &own, &mut dice));
            let services = services.collect();
            let weights = (0..unit.services.len()).map(|rank| match rank {
                0 => 10,
                1 => 60,
                2 => 42,
                _ => 24,
            });
            Some(Surveyed {
                unit: position,
                questionnaire: chosen,
                is_health: matches!(unit.kind, "puskesmas" | "rsud"),
                family: family(unit),
                portrait: portrait?,
                service_chances: running_totals(weights),
                services,
            })
        })
        .collect()
}

fn surveyed_service(
    unit: &Unit,
    service: &Service,
    questionnaire: &Questionnaire,
    own: &[i32],
    dice: &mut Dice,
) -> SurveyedService {
    let shift = dice.between(-11, 11);
    let items = questionnaire.items.iter().zip(own).map(|(item, own)| {
        let fee = if item.about_fee && service.free { FREE_OF_CHARGE } else { 0 };
        item.is_asked(service.mode, true).then_some(own + shift + fee)
    });
    SurveyedService { items: items.collect(), channel_chances: running_totals(channels(unit, service.mode)) }
}

/// Self-filled, kiosk, assisted, paper, integration.
fn channels(unit: &Unit, mode: ServiceMode) -> [u32; 5] {
    match (mode, unit.code, unit.kind) {
        (ServiceMode::Online, ..) => [92, 0, 2, 0, 6],
        (_, _, "kelurahan") => [61, 4, 21, 13, 1],
        (_, _, "puskesmas" | "rsud") => [63, 19, 11, 5, 2],
        (_, "dukcapil" | "dpmptsp", _) | (_, _, "mpp") => [66, 22, 7, 2, 3],
        (_, _, "bagian") => [84, 0, 6, 10, 0],
        _ => [69, 10, 11, 8, 2],
    }
}

fn family(unit: &Unit) -> Family {
    match (unit.code, unit.kind) {
        (_, "kelurahan" | "kecamatan") => Family::Village,
        (_, "puskesmas" | "rsud") | ("uptd-labkesda" | "uptd-psc-119", _) => Family::Health,
        ("dukcapil" | "dpmptsp" | "bpkpad" | "uptd-pajak-1" | "uptd-pajak-2", _) | (_, "mpp") => Family::Documents,
        (_, "uptd" | "perusahaan_daerah") => Family::Field,
        _ => Family::Office,
    }
}
