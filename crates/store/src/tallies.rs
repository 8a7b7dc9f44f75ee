//! Reads tallies, summed as the caller groups them.

use crate::connection::{Conn, NAMED_AT_ONCE};
use crate::error::StoreResult;
use crate::questionnaires::{Version, Versions};
use crate::schema::{service_tallies, unit_tallies};
use diesel::prelude::*;
use domain::{Month, Slices, Tally};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which tallies to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The services.
    pub services: Vec<i32>,
    /// The first month.
    pub from: Month,
    /// The last month, included.
    pub to: Month,
}

/// What a sum is kept by: the caller's group, the questionnaire version, and whether the responses are excluded ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SumKey<G> {
    /// What the caller groups by.
    pub group: G,
    /// The questionnaire version's id.
    pub questionnaire_id: i32,
    /// True for the sums of excluded responses.
    pub excluded: bool,
}

/// A sum and the questionnaire version that says what its counters mean.
#[derive(Clone, Debug)]
pub struct Sum<T> {
    /// The version.
    pub version: Arc<Version>,
    /// The sum.
    pub sum: T,
}

/// Service or unit, month, questionnaire, excluded, counts, pair sums.
type TotalRow = (i32, i32, i32, bool, Vec<u8>, Vec<u8>);

/// Sums the totals of the selected services and months; `group` says by what.
///
/// # Errors
/// When the database fails or a stored tally is damaged.
pub fn sum_totals<G: Ord + Copy>(
    conn: &mut Conn<'_>,
    versions: &Versions,
    selection: &Selection,
    group: impl Fn(i32, Month) -> G,
) -> StoreResult<BTreeMap<SumKey<G>, Sum<Tally>>> {
    let mut sums = BTreeMap::new();
    for services in selection.services.chunks(NAMED_AT_ONCE) {
        let rows: Vec<TotalRow> = service_tallies::table
            .filter(service_tallies::service_id.eq_any(services))
            .filter(service_tallies::month.between(selection.from.number(), selection.to.number()))
            .select((
                service_tallies::service_id,
                service_tallies::month,
                service_tallies::questionnaire_id,
                service_tallies::excluded,
                service_tallies::counts,
                service_tallies::moments,
            ))
            .load(conn.0)?;
        add_totals(&mut sums, conn, versions, rows, &group)?;
    }
    Ok(sums)
}

/// Sums the totals of the own services of every unit from a month to another; `group` says by what, given the unit.
///
/// # Errors
/// When the database fails or a stored tally is damaged.
pub fn sum_unit_totals<G: Ord + Copy>(
    conn: &mut Conn<'_>,
    versions: &Versions,
    (from, to): (Month, Month),
    group: impl Fn(i32, Month) -> G,
) -> StoreResult<BTreeMap<SumKey<G>, Sum<Tally>>> {
    let rows: Vec<TotalRow> = unit_tallies::table
        .filter(unit_tallies::month.between(from.number(), to.number()))
        .select((
            unit_tallies::unit_id,
            unit_tallies::month,
            unit_tallies::questionnaire_id,
            unit_tallies::excluded,
            unit_tallies::counts,
            unit_tallies::moments,
        ))
        .load(conn.0)?;
    let mut sums = BTreeMap::new();
    add_totals(&mut sums, conn, versions, rows, &group)?;
    Ok(sums)
}

fn add_totals<G: Ord + Copy>(
    sums: &mut BTreeMap<SumKey<G>, Sum<Tally>>,
    conn: &mut Conn<'_>,
    versions: &Versions,
    rows: Vec<TotalRow>,
    group: &impl Fn(i32, Month) -> G,
) -> StoreResult<()> {
    for (owner, month, questionnaire_id, excluded, counts, moments) in rows {
        let key = SumKey { group: group(owner, Month::from_number(month)), questionnaire_id, excluded };
        let sum = entry(sums, conn, versions, key, Tally::empty)?;
        sum.sum.counts.merge_encoded(&sum.version.layout, &counts)?;
        sum.sum.moments.merge_encoded(&moments)?;
    }
    Ok(())
}

/// Sums the slices of the selected services and months; `group` says by what.
///
/// # Errors
/// When the database fails or a stored tally is damaged.
pub fn sum_slices<G: Ord + Copy>(
    conn: &mut Conn<'_>,
    versions: &Versions,
    selection: &Selection,
    group: impl Fn(i32, Month) -> G,
) -> StoreResult<BTreeMap<SumKey<G>, Sum<Slices>>> {
    let mut sums = BTreeMap::new();
    for services in selection.services.chunks(NAMED_AT_ONCE) {
        let rows: Vec<(i32, i32, i32, bool, Vec<u8>)> = service_tallies::table
            .filter(service_tallies::service_id.eq_any(services))
            .filter(service_tallies::month.between(selection.from.number(), selection.to.number()))
            .select((
                service_tallies::service_id,
                service_tallies::month,
                service_tallies::questionnaire_id,
                service_tallies::excluded,
                service_tallies::slices,
            ))
            .load(conn.0)?;
        for (service_id, month, questionnaire_id, excluded, slices) in rows {
            let key = SumKey { group: group(service_id, Month::from_number(month)), questionnaire_id, excluded };
            let sum = entry(&mut sums, conn, versions, key, |_| Slices::default())?;
            sum.sum.merge_encoded(&sum.version.layout, &slices)?;
        }
    }
    Ok(sums)
}

fn entry<'a, G: Ord + Copy, T>(
    sums: &'a mut BTreeMap<SumKey<G>, Sum<T>>,
    conn: &mut Conn<'_>,
    versions: &Versions,
    key: SumKey<G>,
    empty: impl FnOnce(&domain::Layout) -> T,
) -> StoreResult<&'a mut Sum<T>> {
    use std::collections::btree_map::Entry;
    match sums.entry(key) {
        Entry::Occupied(entry) => Ok(entry.into_mut()),
        Entry::Vacant(entry) => {
            let version = versions.get(conn, key.questionnaire_id)?;
            let sum = empty(&version.layout);
            Ok(entry.insert(Sum { version, sum }))
        }
    }
}
