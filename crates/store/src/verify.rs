//! Recomputes every tally from the responses and names the differences: there must never be one.

use crate::connection::Conn;
use crate::error::StoreResult;
use crate::exclusions::reasons_by_id;
use crate::questionnaires::Versions;
use crate::schema::{responses, service_tallies, services, unit_tallies};
use crate::tally_store::{Sums, TallyKey};
use diesel::prelude::*;
use domain::response::{ExclusionReason, TimeSlot, slice_keys};
use domain::tally::Sign;
use domain::{Channel, Month};
use std::collections::BTreeMap;

/// A tally that is not the sum of its responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose tally it is.
    pub owner: Owner,
    /// The month.
    pub month: Month,
    /// The questionnaire version.
    pub questionnaire_id: i32,
    /// Whether it is the tally of excluded responses.
    pub excluded: bool,
    /// What differs.
    pub what: &'static str,
    /// Responses counted in the stored tally.
    pub stored_n: i64,
    /// Responses there are.
    pub computed_n: i64,
}

/// Whose sums a tally holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A service.
    Service(i32),
    /// A unit: all its own services.
    Unit(i32),
}

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Responses read.
    pub responses: u64,
    /// Tallies compared.
    pub tallies: u64,
    /// Every difference; empty when all is well.
    pub differences: Vec<Difference>,
}

/// Compares every tally with its responses; [`crate::Db::read`] gives it one snapshot of the database.
///
/// # Errors
/// When the database fails or stored bytes cannot be read.
pub fn verify(conn: &mut Conn<'_>, versions: &Versions) -> StoreResult<Verification> {
    let mut verification = Verification::default();
    let reasons = reasons_by_id(conn)?;
    let ids: Vec<(i32, i32)> =
        services::table.select((services::id, services::unit_id)).order(services::id).load(conn.0)?;
    let mut of_units: BTreeMap<TallyKey, Sums> = BTreeMap::new();
    for (service_id, unit_id) in ids {
        let computed = compute(conn, versions, service_id, &reasons, &mut verification)?;
        for (key, sums) in &computed {
            let version = versions.get(conn, key.questionnaire_id)?;
            let of_unit = of_units.entry(TallyKey { owner: unit_id, ..*key }).or_insert_with(|| Sums::empty(&version));
            of_unit.tally.merge(&sums.tally);
        }
        let stored = stored_of_service(conn, service_id)?;
        compare(conn, versions, Owner::Service(service_id), stored, computed, &mut verification)?;
    }
    for (unit_id, rows) in stored_of_units(conn)? {
        let computed = of_units.extract_if(.., |key, _| key.owner == unit_id).collect();
        compare(conn, versions, Owner::Unit(unit_id), rows, computed, &mut verification)?;
    }
    for (key, sums) in of_units {
        verification.differences.push(difference(Owner::Unit(key.owner), key, "missing", 0, sums.tally.counts.n));
    }
    Ok(verification)
}

type Rows = Vec<(i32, i32, Vec<u8>, Vec<u8>, i16, i16, Option<i32>)>;

fn compute(
    conn: &mut Conn<'_>,
    versions: &Versions,
    service_id: i32,
    reasons: &BTreeMap<i32, ExclusionReason>,
    verification: &mut Verification,
) -> StoreResult<BTreeMap<TallyKey, Sums>> {
    let rows: Rows = responses::table
        .filter(responses::service_id.eq(service_id))
        .select((
            responses::month,
            responses::questionnaire_id,
            responses::answers,
            responses::profile,
            responses::channel,
            responses::time_slot,
            responses::exclusion_id,
        ))
        .load(conn.0)?;
    let mut computed = BTreeMap::new();
    for (month, questionnaire_id, answers, profile, channel, slot, exclusion) in rows {
        verification.responses += 1;
        let version = versions.get(conn, questionnaire_id)?;
        let reason = exclusion.map(|id| reasons.get(&id).copied().unwrap_or(ExclusionReason::Other));
        let key = TallyKey { owner: service_id, month, questionnaire_id, excluded: reason.is_some() };
        let sums = computed.entry(key).or_insert_with(|| Sums::empty(&version));
        sums.tally.count(&version.layout, &answers, Sign::Add);
        let (channel, slot) = (stored_channel(channel), stored_slot(slot));
        sums.slices.count(&version.layout, &slice_keys(&profile, channel, slot, reason), &answers, Sign::Add);
    }
    Ok(computed)
}

pub(crate) fn stored_channel(number: i16) -> Channel {
    u8::try_from(number).ok().and_then(Channel::from_number).unwrap_or(Channel::Integration)
}

pub(crate) fn stored_slot(number: i16) -> TimeSlot {
    u8::try_from(number).ok().and_then(TimeSlot::from_number).unwrap_or(TimeSlot::Unknown)
}

/// Month, questionnaire, excluded; counts, pair sums, slices.
type StoredRow = ((i32, i32, bool), Vec<u8>, Vec<u8>, Option<Vec<u8>>);

fn stored_of_service(conn: &mut Conn<'_>, service_id: i32) -> StoreResult<Vec<StoredRow>> {
    Ok(service_tallies::table
        .filter(service_tallies::service_id.eq(service_id))
        .select((
            (service_tallies::month, service_tallies::questionnaire_id, service_tallies::excluded),
            service_tallies::counts,
            service_tallies::moments,
            service_tallies::slices.nullable(),
        ))
        .load(conn.0)?)
}

fn stored_of_units(conn: &mut Conn<'_>) -> StoreResult<BTreeMap<i32, Vec<StoredRow>>> {
    type Row = (i32, (i32, i32, bool), Vec<u8>, Vec<u8>);
    let rows: Vec<Row> = unit_tallies::table
        .select((
            unit_tallies::unit_id,
            (unit_tallies::month, unit_tallies::questionnaire_id, unit_tallies::excluded),
            unit_tallies::counts,
            unit_tallies::moments,
        ))
        .load(conn.0)?;
    let mut by_unit: BTreeMap<i32, Vec<StoredRow>> = BTreeMap::new();
    for (unit, key, counts, moments) in rows {
        by_unit.entry(unit).or_default().push((key, counts, moments, None));
    }
    Ok(by_unit)
}

fn compare(
    conn: &mut Conn<'_>,
    versions: &Versions,
    owner: Owner,
    rows: Vec<StoredRow>,
    mut computed: BTreeMap<TallyKey, Sums>,
    verification: &mut Verification,
) -> StoreResult<()> {
    let (Owner::Service(id) | Owner::Unit(id)) = owner;
    for ((month, questionnaire_id, excluded), counts, moments, slices) in rows {
        verification.tallies += 1;
        let key = TallyKey { owner: id, month, questionnaire_id, excluded };
        let version = versions.get(conn, questionnaire_id)?;
        let expected = computed.remove(&key).unwrap_or_else(|| Sums::empty(&version));
        let Ok(stored) = Sums::decode(&version, &counts, &moments, slices.as_deref()) else {
            verification.differences.push(difference(owner, key, "unreadable", 0, expected.tally.counts.n));
            continue;
        };
        let what = [
            (stored.tally.counts != expected.tally.counts, "counts"),
            (stored.tally.moments != expected.tally.moments, "pair sums"),
            (stored.slices != expected.slices, "slices"),
        ];
        for (_, what) in what.into_iter().filter(|(differs, _)| *differs) {
            verification.differences.push(difference(owner, key, what, stored.tally.counts.n, expected.tally.counts.n));
        }
    }
    for (key, sums) in computed {
        verification.differences.push(difference(owner, key, "missing", 0, sums.tally.counts.n));
    }
    Ok(())
}

fn difference(owner: Owner, key: TallyKey, what: &'static str, stored_n: i64, computed_n: i64) -> Difference {
    Difference {
        owner,
        month: Month::from_number(key.month),
        questionnaire_id: key.questionnaire_id,
        excluded: key.excluded,
        what,
        stored_n,
        computed_n,
    }
}
