//! From responses of a file to rows of the database, with ids that follow from the content alone.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::period::month_of;
use domain::response::TimeSlot;
use domain::{Channel, Month, Response};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::imports::NewBatch;
use store::services::Service;
use store::units::Unit;
use store::{NewResponse, Version, content_hash};
use uuid::Uuid;

use crate::cli::ACTOR;

/// A file ready to be stored.
#[derive(Clone, Debug)]
pub(super) struct Import {
    /// The unit.
    pub(super) unit: Unit,
    /// The service all responses are about.
    pub(super) service: Service,
    /// The questionnaire they answer.
    pub(super) version: Arc<Version>,
    /// The month they are counted in.
    pub(super) month: Month,
    /// The file's name.
    pub(super) file_name: String,
    /// The responses in the order of rows.
    pub(super) responses: Vec<Response>,
    /// The numbers of their sheets.
    pub(super) numbers: Vec<String>,
}

impl Import {
    /// The batch and its responses; their batch's id is filled in when it is known.
    pub(super) fn rows(self, zone: Tz, now: DateTime<Utc>) -> (NewBatch, Vec<NewResponse>) {
        let questionnaire = &self.version.questionnaire;
        let contents: Vec<Vec<u8>> =
            self.responses.iter().map(|response| response.content(ACTOR, questionnaire)).collect();
        let batch = NewBatch {
            unit_id: self.unit.id,
            questionnaire_id: self.version.id,
            month: self.month,
            file_hash: hash_of(&self.service, &contents, &self.numbers),
            file_name: self.file_name.clone(),
            actor: ACTOR.to_owned(),
            at: now,
        };
        let seed = format!("{} {} {} {} ", self.unit.code, questionnaire.code, questionnaire.version, self.month);
        let seed = [seed.as_bytes(), &batch.file_hash].concat();
        // Sheets of a past month were given by its end at the latest; of which day and hour nobody knows.
        let answered_at = if self.month == month_of(now, zone) { now } else { self.month.last_moment(zone) };
        let rows = (0_u64..).zip(self.responses).zip(contents).map(|((row, response), content)| NewResponse {
            id: id_of(&seed, row),
            content_hash: content_hash(&content),
            link_id: None,
            batch_id: None,
            unit_id: self.unit.id,
            service_id: self.service.id,
            version: Arc::clone(&self.version),
            month: self.month,
            channel: Channel::Paper,
            time_slot: TimeSlot::Unknown,
            consented: response.consented,
            answers: response.answers,
            profile: response.profile,
            comment: response.comment,
            actor: Some(ACTOR.to_owned()),
            answered_at,
            received_at: now,
        });
        (batch, rows.collect())
    }
}

/// The same answers about the same service in the same order, on sheets of the same numbers, are the same file, however
/// its cells are written: a file that was opened and saved once more must not count twice.
///
/// Sheets numbered 1, 2, 3, … say no more than their order. Other numbers tell files apart that hold the same answers.
fn hash_of(service: &Service, contents: &[Vec<u8>], numbers: &[String]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(service.code.as_str());
    for (place, content) in (1..).zip(contents) {
        hash.update([0]);
        hash.update(content_hash(content));
        let number = numbers.get(place - 1).filter(|number| !number.is_empty() && **number != place.to_string());
        if let Some(number) = number {
            hash.update([1]);
            hash.update(content_hash(number.as_bytes()));
        }
    }
    hash.finalize().into()
}

/// A UUID of the form for own rules (version 8): the beginning of a SHA-256.
fn id_of(seed: &[u8], row: u64) -> Uuid {
    let mut bytes = [0; 16];
    let hash = content_hash(&[seed, &row.to_be_bytes()].concat());
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_from_content_and_row() {
        let id = id_of(b"seed", 0);
        assert_eq!(id, id_of(b"seed", 0));
        assert_ne!(id, id_of(b"seed", 1));
        assert_ne!(id, id_of(b"other", 0));
        assert_eq!(id.get_version_num(), 8);
    }
}
