//! Section "Kualitas Pengumpulan Data": how the answers came, as counts.

use super::respondents::Respondents;
use crate::results::completion::{CompletionQuery, unit_completion};
use crate::results::unit::UnitQuery;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;
use domain::Channel;
use domain::report::{CollectionQuality, PeopleServedNote};
use std::collections::BTreeMap;
use store::devices::most_from_one_device;
use store::people_served::list_people_served;
use store::responses::CountedResponse;
use store::units::unit_subtree;
use store::{Conn, StoreResult, Versions};

pub(super) fn quality(
    conn: &mut Conn<'_>,
    versions: &Versions,
    query: &UnitQuery,
    unit_id: i32,
    respondents: &Respondents,
    zone: Tz,
) -> StoreResult<CollectionQuality> {
    let all = &respondents.all;
    let end = query.period.instants(zone).end;
    let (first, last) = super::assemble::days_of(query.period);
    let days = by_day(all, zone);
    let uniform = |score: Option<u8>| count(all.iter().filter(|response| is_uniform(&response.answers, score)));
    let completion = unit_completion(
        conn,
        versions,
        &CompletionQuery {
            unit: query.unit.clone(),
            service: query.service.clone(),
            subtree: query.subtree,
            period: query.period,
        },
    )?;
    Ok(CollectionQuality {
        entered_after_period: count(all.iter().filter(|response| response.received_at >= end)),
        uniform: uniform(None),
        uniform_fours: uniform(Some(4)),
        most_from_one_device: devices(conn, query, unit_id)?,
        most_from_one_enterer: most_from_one_enterer(all),
        undated: count(all.iter().filter(|response| !response.dated)),
        days_with_answers: count(days.keys().filter(|day| is_working_day(day))),
        working_days: count(first.iter_days().take_while(|day| *day <= last).filter(is_working_day)),
        busiest_day: days.values().max().copied().unwrap_or(0),
        last_three_days: days.range(last - TimeDelta::days(2)..=last).map(|(_, n)| n).sum(),
        opened: completion.opened,
        begun: completion.begun,
        finished: completion.finished,
        people_served: people_served(conn, query, unit_id, zone)?,
    })
}

fn count<T>(found: impl Iterator<Item = T>) -> i64 {
    i64::try_from(found.count()).unwrap_or(i64::MAX)
}

fn is_working_day(day: &NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn by_day(all: &[CountedResponse], zone: Tz) -> BTreeMap<NaiveDate, i64> {
    let mut days = BTreeMap::new();
    for response in all.iter().filter(|response| response.dated) {
        *days.entry(response.answered_at.with_timezone(&zone).date_naive()).or_insert(0) += 1;
    }
    days
}

/// One score, this one when given, for every question answered; a single answer says nothing.
fn is_uniform(answers: &[u8], score: Option<u8>) -> bool {
    let mut scores = answers.iter().filter(|answer| (1..=4).contains(*answer));
    let Some(first) = scores.next() else { return false };
    let mut rest = scores.peekable();
    rest.peek().is_some() && score.is_none_or(|score| score == *first) && rest.all(|answer| answer == first)
}

/// Of what staff entered: with the respondent or from paper.
fn most_from_one_enterer(all: &[CountedResponse]) -> Option<i64> {
    let mut by_enterer: BTreeMap<&str, i64> = BTreeMap::new();
    let entered = all.iter().filter(|response| matches!(response.channel, Channel::Assisted | Channel::Paper));
    for actor in entered.filter_map(|response| response.actor.as_deref()) {
        *by_enterer.entry(actor).or_insert(0) += 1;
    }
    by_enterer.values().max().copied()
}

/// Devices are counted by unit, so a service's report does not tell.
fn devices(conn: &mut Conn<'_>, query: &UnitQuery, unit_id: i32) -> StoreResult<Option<i64>> {
    if query.service.is_some() {
        return Ok(None);
    }
    let units = if query.subtree { unit_subtree(conn, unit_id)? } else { vec![unit_id] };
    most_from_one_device(conn, &units, query.period.first(), query.period.last())
}

/// Every number that was entered within the period, the latest last.
fn people_served(conn: &mut Conn<'_>, query: &UnitQuery, unit_id: i32, zone: Tz) -> StoreResult<Vec<PeopleServedNote>> {
    let entries = list_people_served(conn, unit_id, Some(query.period))?.into_iter();
    let of_subject =
        entries.filter(|entry| entry.service.as_ref().map(|(_, code)| code.as_str()) == query.service.as_deref());
    let note = |entry: store::people_served::PeopleServed| PeopleServedNote {
        people: entry.people,
        source: entry.source.code().to_owned(),
        entered_on: entry.entered_at.with_timezone(&zone).date_naive().to_string(),
        reason: entry.reason.unwrap_or_default(),
    };
    Ok(of_subject.map(note).collect())
}

#[cfg(test)]
mod tests {
    use super::is_uniform;

    #[test]
    fn an_answer_is_uniform_when_every_score_is_the_same() {
        assert!(is_uniform(&[4, 4, 0, 255, 4], None) && is_uniform(&[4, 4], Some(4)));
        assert!(!is_uniform(&[3, 3], Some(4)) && is_uniform(&[3, 3], None));
        for single in [&[4, 3][..], &[4], &[0, 255, 2], &[]] {
            assert!(!is_uniform(single, None), "{single:?}");
        }
    }
}
