//! From the generator's answers to rows of the database.

use super::organisation::Places;
use chrono::{NaiveTime, TimeZone};
use chrono_tz::Tz;
use demo::{Answer, Plan, answers, organisation};
use domain::period::{day_of, month_of};
use domain::response::TimeSlot;
use domain::{Channel, Response};
use std::sync::Arc;
use store::{NewResponse, Version, content_hash};

/// The answers of a plan as rows, streamed.
pub(super) fn responses<'a>(
    plan: &Plan,
    places: &'a Places,
    versions: &'a [Arc<Version>],
) -> impl Iterator<Item = NewResponse> + use<'a> {
    let questionnaires: Vec<_> = versions.iter().map(|version| version.questionnaire.clone()).collect();
    let answers = answers(plan, &organisation(), &questionnaires);
    answers.filter_map(move |answer| {
        let version = versions.get(answer.questionnaire)?;
        row(answer, places, version)
    })
}

fn row(answer: Answer, places: &Places, version: &Arc<Version>) -> Option<NewResponse> {
    let place = places.units.get(answer.unit)?.get(answer.service)?;
    let is_paper = answer.channel == Channel::Paper;
    let actor = match answer.channel {
        Channel::SelfFilled | Channel::Kiosk => None,
        Channel::Assisted => Some("petugas-contoh"),
        Channel::Paper => Some("impor-contoh"),
        Channel::Integration => Some("sistem-contoh"),
    };
    let response = Response {
        answers: answer.answers,
        profile: answer.profile,
        service: Some(place.service.clone()),
        comment: answer.comment.map(str::to_owned),
        consented: answer.consented,
        not_kept: Vec::new(),
        otherwise: None,
    };
    // Links have random codes; without them the same plan has the same content in every database.
    let content = response.content("demo", &version.questionnaire);
    Some(NewResponse {
        id: answer.id,
        content_hash: content_hash(&content),
        link_id: if answer.channel == Channel::SelfFilled { place.link_id } else { None },
        batch_id: None,
        unit_id: place.unit_id,
        service_id: place.service_id,
        version: Arc::clone(version),
        month: month_of(answer.at, places.zone),
        channel: answer.channel,
        time_slot: if is_paper { TimeSlot::Unknown } else { TimeSlot::of(answer.at, places.zone) },
        consented: response.consented,
        answers: response.answers,
        profile: response.profile,
        comment: response.comment,
        actor: actor.map(str::to_owned),
        answered_at: if is_paper { date_alone(answer.at, places.zone) } else { answer.at },
        received_at: answer.at,
    })
}

/// A sheet of paper carries a date and no time.
fn date_alone(at: chrono::DateTime<chrono::Utc>, zone: Tz) -> chrono::DateTime<chrono::Utc> {
    let midnight = day_of(at, zone).and_time(NaiveTime::MIN);
    zone.from_local_datetime(&midnight).earliest().map_or(at, |local| local.to_utc())
}
