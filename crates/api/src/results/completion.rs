//! How far people come in the surveys of a unit.

use super::unit::subject;
use crate::surveys::events::day_number;
use domain::figures::{Completion, CompletionInput, completion};
use domain::{CitySettings, Period};
use std::collections::BTreeMap;
use store::events::sum_events;
use store::links::{AskingLink, asking_links};
use store::services::Service;
use store::units::unit_subtree;
use store::{Conn, StoreResult, Version, Versions};

/// Whose surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionQuery {
    /// The unit's code.
    pub unit: String,
    /// Only links made for this service.
    pub service: Option<String>,
    /// The units below as well.
    pub subtree: bool,
    /// The period.
    pub period: Period,
}

/// Reads how far people come.
///
/// # Errors
/// [`store::StoreError::NotFound`] for an unknown unit or service.
pub fn unit_completion(conn: &mut Conn<'_>, versions: &Versions, query: &CompletionQuery) -> StoreResult<Completion> {
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let settings = store::settings::settings_for(conn, query.period.last())?;
    let services: Vec<Service> = subject.services.into_iter().map(|(_, service)| service).collect();
    let units = if query.subtree { unit_subtree(conn, subject.unit_id)? } else { vec![subject.unit_id] };
    let mut links = asking_links(conn, &units)?;
    if query.service.is_some() {
        links.retain(|link| services.iter().any(|service| link.service_id == Some(service.id)));
    }
    let mut by_version: BTreeMap<i32, Vec<AskingLink>> = BTreeMap::new();
    for link in links {
        by_version.entry(link.questionnaire_id).or_default().push(link);
    }
    let (from, to) = (query.period.first().first_day(), query.period.last().last_day());
    let mut counted = Vec::with_capacity(by_version.len());
    for (questionnaire_id, links) in by_version {
        let ids: Vec<i32> = links.iter().map(|link| link.id).collect();
        let counts = sum_events(conn, &ids, day_number(from), day_number(to))?;
        counted.push((versions.get(conn, questionnaire_id)?, links, counts));
    }
    // A questionnaire nobody opened in the period has no say in what the steps ask.
    let inputs = counted.iter().filter(|(_, _, counts)| !counts.is_empty()).map(|(version, links, counts)| {
        let steps = common_steps(version, links, &services, &settings);
        CompletionInput { questionnaire: &version.questionnaire, steps, counts: counts.clone() }
    });
    Ok(completion(query.period, &inputs.collect::<Vec<_>>()))
}

/// The items asked at each step, as long as all links and their services ask the same.
fn common_steps<'a>(
    version: &'a Version,
    links: &[AskingLink],
    services: &[Service],
    settings: &CitySettings,
) -> Vec<&'a str> {
    let asked = |service: &Service| -> Vec<&'a str> {
        let questionnaire = &version.questionnaire;
        let wordings = questionnaire.wordings(service.mode, service.free, settings.u4_layanan_gratis);
        let items = questionnaire.items.iter().zip(wordings);
        items.filter(|(_, wording)| wording.is_some()).map(|(item, _)| item.code.as_str()).collect()
    };
    let of_links = services.iter().filter(|service| {
        links.iter().any(|link| match link.service_id {
            Some(fixed) => fixed == service.id,
            None => link.unit_id == service.unit_id && service.active,
        })
    });
    let common = of_links.map(asked).reduce(|mut common, other| {
        let same = common.iter().zip(&other).take_while(|(one, two)| one == two).count();
        common.truncate(same);
        common
    });
    common.unwrap_or_default()
}
