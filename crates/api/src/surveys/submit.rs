//! A submission on its way to the store, whichever way it came.

use super::Survey;
use crate::clock::{TIME_FORM, read_time};
use crate::error::{ApiError, ErrorCode, field_problem};
use chrono::{DateTime, Utc};
use contract::FieldProblem;
use contract::survey::{SCHEMA, SubmitResponseRequest};
use domain::period::month_of;
use domain::response::{Asked, FieldError, RawAnswer, RawResponse, TimeSlot, survey_moment};
use domain::{Channel, Code};
use std::sync::Arc;
use store::ingest::find_content_hash;
use store::{Db, NewResponse, Stored, Version, Versions, content_hash};
use uuid::Uuid;

/// Who submits, and how it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// How it came.
    pub channel: Channel,
    /// Who entered it, where it was not the respondent.
    pub actor: Option<String>,
}

/// The id of a response: a UUID of version 7, made by the client before the first send.
///
/// # Errors
/// 422 for anything else.
pub fn response_id(text: &str) -> Result<Uuid, ApiError> {
    let id =
        Uuid::parse_str(text).ok().filter(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122);
    id.ok_or_else(|| {
        ApiError::invalid("{id}", "invalid_id", text, "a UUID of version 7, made by the client and kept for retries")
    })
}

/// A response that keeps every rule of its questionnaire.
pub struct Prepared {
    new: NewResponse,
    /// JSON pointers of what is, by law, not kept.
    pub not_kept: Vec<String>,
    /// The hash under which it may be stored since a time of another minimum age.
    other_hash: Option<[u8; 32]>,
    closed: Option<ApiError>,
}

impl Prepared {
    /// When it was given, as it is counted.
    pub const fn answered_at(&self) -> DateTime<Utc> {
        self.new.answered_at
    }

    /// Stores it; true when the same was stored before. An ended link still knows what it took: a device drops an answer
    /// only when it hears so.
    ///
    /// # Errors
    /// 410 when the link ended before the answers were begun; 409 when the id stands for other content.
    pub async fn store(self, db: &Db) -> Result<bool, ApiError> {
        let (id, hash, other) = (self.new.id, self.new.content_hash, self.other_hash);
        let known = async || db.read(move |conn| find_content_hash(conn, id)).await;
        let is_ours = |known: &[u8]| known == hash || other.is_some_and(|other| known == other);
        let stored = match self.closed {
            None => match db.submit(self.new).await? {
                Stored::Conflict if other.is_some() && known().await?.is_some_and(|known| is_ours(&known)) => {
                    Stored::Again
                }
                stored => stored,
            },
            Some(closed) => match known().await? {
                None => return Err(closed),
                Some(known) if is_ours(&known) => Stored::Again,
                Some(_) => Stored::Conflict,
            },
        };
        match stored {
            Stored::New => Ok(false),
            Stored::Again => Ok(true),
            Stored::Conflict => {
                Err(ApiError::new(ErrorCode::OtherContent, "a response with this id and other content is stored"))
            }
        }
    }
}

/// Applies every rule to a body.
///
/// # Errors
/// 422 with every field that cannot be accepted; 410 instead, when the link ended before the answers were begun.
pub fn prepare(
    survey: &Survey,
    versions: &Versions,
    id: Uuid,
    body: SubmitResponseRequest,
    sender: Sender,
    now: DateTime<Utc>,
) -> Result<Prepared, ApiError> {
    let mut defects = Vec::new();
    let answered_at = moment("/answered_at", body.answered_at.as_deref(), &mut defects);
    let begun_at = moment("/begun_at", body.begun_at.as_deref(), &mut defects);
    let version = version_of(survey, versions, &body, &mut defects);
    let moment = survey_moment(answered_at, now);
    let closed = survey.check_open_since(begun_at.filter(|begun| *begun <= moment).unwrap_or(moment), now).err();
    let refuse = |defects: Vec<FieldProblem>| closed.clone().unwrap_or_else(|| ApiError::invalid_fields(defects));
    let services: Vec<Code> = services_of(survey);
    let (Some(version), Some(service)) = (version, survey.service(body.service.as_deref()).or(survey.service(None)))
    else {
        return Err(refuse(defects));
    };
    let asked: Vec<bool> = survey.wordings(&version, service).iter().map(Option::is_some).collect();
    let raw = RawResponse {
        answers: body
            .answers
            .0
            .into_iter()
            .map(|(code, score)| (code, score.map_or(RawAnswer::Skipped, RawAnswer::Score)))
            .collect(),
        profile: body.profile.0,
        consents: body.consents,
        service: body.service,
        comment: body.comment,
    };
    let asked = Asked {
        questionnaire: &version.questionnaire,
        items: &asked,
        services: &services,
        minimum_age: survey.settings.minimum_age,
    };
    let response = match raw.parse(asked) {
        Ok(response) if defects.is_empty() => response,
        Ok(_) => return Err(ApiError::invalid_fields(defects)),
        Err(errors) => {
            defects.extend(errors.iter().map(field));
            return Err(refuse(defects));
        }
    };
    let content = response.content(survey.link.code.as_str(), &version.questionnaire);
    let otherwise = response.content_otherwise(survey.link.code.as_str(), &version.questionnaire);
    let new = NewResponse {
        id,
        content_hash: content_hash(&content),
        link_id: Some(survey.link.id),
        batch_id: None,
        unit_id: survey.link.unit_id,
        service_id: service.id,
        month: month_of(moment, survey.zone),
        channel: sender.channel,
        time_slot: TimeSlot::of(moment, survey.zone),
        consented: response.consented,
        answers: response.answers,
        profile: response.profile,
        comment: response.comment,
        actor: sender.actor,
        answered_at: moment,
        received_at: now,
        version,
    };
    Ok(Prepared { new, not_kept: response.not_kept, other_hash: otherwise.as_deref().map(content_hash), closed })
}

/// The services an answer by this link may be about.
fn services_of(survey: &Survey) -> Vec<Code> {
    let fixed = survey.link.service_id;
    let services = survey.link.services.iter().filter(|service| fixed.is_none_or(|fixed| service.id == fixed));
    services.map(|service| service.code.clone()).collect()
}

/// Any stored version of the link's questionnaire: one that changed meanwhile must not lose an answer.
fn version_of(
    survey: &Survey,
    versions: &Versions,
    body: &SubmitResponseRequest,
    defects: &mut Vec<FieldProblem>,
) -> Option<Arc<Version>> {
    if body.schema != SCHEMA {
        defects.push(field_problem("/schema", "unknown_schema", &body.schema, SCHEMA));
    }
    let ours = &survey.version.questionnaire;
    if body.questionnaire != ours.code.as_str() {
        defects.push(field_problem("/questionnaire", "other_questionnaire", &body.questionnaire, ours.code.as_str()));
        return None;
    }
    if body.version == ours.version {
        return Some(Arc::clone(&survey.version));
    }
    let found = versions.find(ours.code.as_str(), Some(body.version));
    if found.is_none() {
        defects.push(field_problem("/version", "unknown_version", body.version, ours.version.to_string()));
    }
    found
}

fn moment(pointer: &str, text: Option<&str>, defects: &mut Vec<FieldProblem>) -> Option<DateTime<Utc>> {
    let text = text?;
    let moment = read_time(text);
    if moment.is_none() {
        defects.push(field_problem(pointer, "invalid_time", format!("{text:?}"), TIME_FORM));
    }
    moment
}

fn field(error: &FieldError) -> FieldProblem {
    FieldProblem {
        pointer: error.pointer.clone(),
        code: error.code.name().to_owned(),
        received: error.received.clone(),
        accepted: error.accepted.clone(),
    }
}
