//! Recomputes every tally from the responses and names the differences: there must never be one.

use crate::connection::Conn;
use crate::error::StoreResult;
use crate::exclusions::reasons_by_id;
use crate::questionnaires::Versions;
use crate::schema::{responses, services, tallies, tally_slices};
use crate::tally_store::{Sums, TallyKey};
use diesel::prelude::*;
use domain::response::{ExclusionReason, TimeSlot, slice_keys};
use domain::tally::Sign;
use domain::{Channel, Month};
use std::collections::BTreeMap;

/// A tally that is not the sum of its responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The service.
    pub service_id: i32,
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
    let ids: Vec<i32> = services::table.select(services::id).order(services::id).load(conn.0)?;
    for service_id in ids {
        let computed = compute(conn, versions, service_id, &reasons, &mut verification)?;
        compare(conn, versions, service_id, computed, &mut verification)?;
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
        let key = TallyKey { service_id, month, questionnaire_id, excluded: reason.is_some() };
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

type StoredRow = ((i32, i32, bool), Vec<u8>, Vec<u8>, Option<Vec<u8>>);

fn compare(
    conn: &mut Conn<'_>,
    versions: &Versions,
    service_id: i32,
    mut computed: BTreeMap<TallyKey, Sums>,
    verification: &mut Verification,
) -> StoreResult<()> {
    let rows: Vec<StoredRow> = tallies::table
        .left_join(
            tally_slices::table.on(tally_slices::service_id
                .eq(tallies::service_id)
                .and(tally_slices::month.eq(tallies::month))
                .and(tally_slices::questionnaire_id.eq(tallies::questionnaire_id))
                .and(tally_slices::excluded.eq(tallies::excluded))),
        )
        .filter(tallies::service_id.eq(service_id))
        .select((
            (tallies::month, tallies::questionnaire_id, tallies::excluded),
            tallies::counts,
            tallies::moments,
            tally_slices::slices.nullable(),
        ))
        .load(conn.0)?;
    for ((month, questionnaire_id, excluded), counts, moments, slices) in rows {
        verification.tallies += 1;
        let key = TallyKey { service_id, month, questionnaire_id, excluded };
        let version = versions.get(conn, questionnaire_id)?;
        let expected = computed.remove(&key).unwrap_or_else(|| Sums::empty(&version));
        let Some(stored) = slices.and_then(|slices| Sums::decode(&version, &counts, &moments, &slices).ok()) else {
            verification.differences.push(difference(key, "unreadable", 0, expected.tally.counts.n));
            continue;
        };
        let what = [
            (stored.tally.counts != expected.tally.counts, "counts"),
            (stored.tally.moments != expected.tally.moments, "pair sums"),
            (stored.slices != expected.slices, "slices"),
        ];
        for (_, what) in what.into_iter().filter(|(differs, _)| *differs) {
            verification.differences.push(difference(key, what, stored.tally.counts.n, expected.tally.counts.n));
        }
    }
    for (key, sums) in computed {
        verification.differences.push(difference(key, "missing", 0, sums.tally.counts.n));
    }
    Ok(())
}

fn difference(key: TallyKey, what: &'static str, stored_n: i64, computed_n: i64) -> Difference {
    Difference {
        service_id: key.service_id,
        month: Month::from_number(key.month),
        questionnaire_id: key.questionnaire_id,
        excluded: key.excluded,
        what,
        stored_n,
        computed_n,
    }
}
