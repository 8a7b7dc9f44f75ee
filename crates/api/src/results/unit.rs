//! The results of a unit.

use super::{Sums, merge_states, version_input};
use domain::figures::{Figures, FiguresInput, ServiceInput};
use domain::response::ExclusionReason;
use domain::tally::{SliceKey, SliceKind};
use domain::{CitySettings, Period, Slices};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::services::{Service, find_service, list_services};
use store::tallies::{Selection, Sum, SumKey, sum_slices, sum_totals};
use store::units::{find_unit, list_units, unit_subtree};
use store::{Conn, StoreResult, Versions};

/// Whose results, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitQuery {
    /// The unit's code.
    pub unit: String,
    /// One of its services alone.
    pub service: Option<String>,
    /// The units below as well.
    pub subtree: bool,
    /// The period.
    pub period: Period,
    /// Excluded responses as well.
    pub include_excluded: bool,
}

/// The figures of a unit with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedFigures {
    /// The unit's name.
    pub name: String,
    /// The figures.
    pub figures: Figures,
}

/// The services that a query is about, with the unit codes they belong to.
pub(crate) struct Subject {
    pub name: String,
    pub unit_id: i32,
    pub services: Vec<(String, Service)>,
    pub is_root: bool,
}

/// Finds unit and services.
pub(crate) fn subject(conn: &mut Conn<'_>, unit: &str, service: Option<&str>, subtree: bool) -> StoreResult<Subject> {
    let unit = find_unit(conn, unit)?;
    let is_root = unit.parent.is_none() && subtree;
    let (code, name, unit_id) = (unit.code.to_string(), unit.name, unit.id);
    if let Some(service) = service {
        let service = find_service(conn, unit_id, service)?;
        return Ok(Subject { name, unit_id, services: vec![(code, service)], is_root: false });
    }
    let ids = if subtree { unit_subtree(conn, unit_id)? } else { vec![unit_id] };
    let codes: BTreeMap<i32, String> = if subtree {
        list_units(conn)?.into_iter().map(|unit| (unit.id, unit.code.to_string())).collect()
    } else {
        BTreeMap::from([(unit_id, code)])
    };
    let services = list_services(conn, &ids)?.into_iter();
    let services =
        services.map(|service| (codes.get(&service.unit_id).cloned().unwrap_or_default(), service)).collect();
    Ok(Subject { name, unit_id, services, is_root })
}

/// The number of people served that a query's figures are compared with: of just this unit or service and period.
pub(crate) fn served(conn: &mut Conn<'_>, subject: &Subject, query: &UnitQuery) -> StoreResult<Option<i64>> {
    if query.subtree {
        // Not additive: the units below have numbers of their own.
        return Ok(None);
    }
    let service = query.service.as_ref().and_then(|_| subject.services.first()).map(|(_, service)| service.id);
    let served = store::people_served::served_in(conn, subject.unit_id, service, query.period)?;
    Ok(served.map(|served| served.people))
}

/// Reads the figures of a unit.
///
/// # Errors
/// [`store::StoreError::NotFound`] for an unknown unit or service.
pub fn unit_figures(conn: &mut Conn<'_>, versions: &Versions, query: &UnitQuery) -> StoreResult<NamedFigures> {
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let figures = with_input(conn, versions, query, &subject, |input| input.figures())?;
    Ok(NamedFigures { name: subject.name, figures })
}

/// Reads what the figures of a unit are computed from, and computes what the caller wants of it.
///
/// # Errors
/// As [`unit_figures`].
pub(crate) fn with_input<T>(
    conn: &mut Conn<'_>,
    versions: &Versions,
    query: &UnitQuery,
    subject: &Subject,
    compute: impl FnOnce(&FiguresInput<'_>) -> T,
) -> StoreResult<T> {
    let settings = store::settings::settings_for(conn, query.period.last())?;
    let served = served(conn, subject, query)?;
    let services: Vec<i32> = subject.services.iter().map(|(_, service)| service.id).collect();
    let selection = Selection { services, from: query.period.first(), to: query.period.last() };
    let totals = sum_totals(conn, versions, &selection, |service, _| service)?;
    let slices = sum_slices(conn, versions, &selection, |service, _| service)?;
    let previous = query.period.previous();
    let before = Selection { from: previous.first(), to: previous.last(), ..selection };
    let before = Before {
        sums: merge_states(sum_totals(conn, versions, &before, |service, _| service)?, query.include_excluded),
        settings: store::settings::settings_for(conn, previous.last())?,
    };
    Ok(assemble(subject, &settings, query, served, totals, slices, &before, compute))
}

/// The period before, and the settings of that time.
struct Before {
    sums: BTreeMap<(i32, i32), Sum<domain::Tally>>,
    settings: CitySettings,
}

#[expect(clippy::too_many_arguments, reason = "each is read once, here they meet")]
fn assemble<T>(
    subject: &Subject,
    settings: &CitySettings,
    query: &UnitQuery,
    served: Option<i64>,
    totals: Sums<i32>,
    slices: BTreeMap<SumKey<i32>, Sum<Slices>>,
    before: &Before,
    compute: impl FnOnce(&FiguresInput<'_>) -> T,
) -> T {
    let excluded = excluded_by_reason(&slices);
    let totals = merge_states(totals, query.include_excluded);
    let mut of_slices: BTreeMap<(i32, i32), Slices> = BTreeMap::new();
    for (key, sum) in slices.into_iter().filter(|(key, _)| query.include_excluded || !key.excluded) {
        of_slices.entry((key.group, key.questionnaire_id)).or_default().merge(&sum.sum);
    }
    let slices_of = |key: &(i32, i32)| of_slices.get(key).cloned().unwrap_or_default();
    let input = FiguresInput {
        settings,
        period: query.period,
        served,
        services: service_inputs(subject, &totals, slices_of),
        previous: service_inputs(subject, &before.sums, |_| Slices::default()),
        previous_settings: &before.settings,
        excluded,
        excluded_counted: query.include_excluded,
        whole_city: subject.is_root,
    };
    compute(&input)
}

/// The tallies of each service that has one.
pub(crate) fn service_inputs<'a>(
    subject: &Subject,
    sums: &'a BTreeMap<(i32, i32), Sum<domain::Tally>>,
    slices: impl Fn(&(i32, i32)) -> Slices,
) -> Vec<ServiceInput<'a>> {
    let inputs = subject.services.iter().map(|(unit, service)| ServiceInput {
        unit: unit.clone(),
        code: service.code.to_string(),
        name: service.name.clone(),
        versions: sums
            .range((service.id, i32::MIN)..=(service.id, i32::MAX))
            .map(|(key, sum)| version_input(&sum.version, sum.sum.clone(), slices(key)))
            .collect(),
    });
    inputs.filter(|service| !service.versions.is_empty()).collect()
}

/// Excluded responses are sliced by reason.
fn excluded_by_reason(slices: &BTreeMap<SumKey<i32>, Sum<Slices>>) -> BTreeMap<ExclusionReason, i64> {
    let mut by_reason = BTreeMap::new();
    for (_, sum) in slices.iter().filter(|(key, _)| key.excluded) {
        for reason in ExclusionReason::ALL {
            let key = SliceKey { kind: SliceKind::Exclusion, value: reason.number() };
            if let Some(counts) = sum.sum.get(key) {
                *by_reason.entry(reason).or_insert(0) += counts.n;
            }
        }
    }
    by_reason
}

/// As [`unit_figures`], for callers that share the versions.
///
/// # Errors
/// As [`unit_figures`].
pub async fn read(db: &store::Db, query: UnitQuery) -> StoreResult<NamedFigures> {
    let versions = Arc::clone(db.versions());
    db.read(move |conn| unit_figures(conn, &versions, &query)).await
}
