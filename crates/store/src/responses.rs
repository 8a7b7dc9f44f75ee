//! The responses of a period one by one: read once when a report is made, for what tallies cannot give.

use crate::connection::{Conn, NAMED_AT_ONCE};
use crate::error::StoreResult;
use crate::schema::responses;
use crate::tallies::Selection;
use crate::time;
use crate::verify::stored_channel;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::Channel;

/// A response that counts, without anything about the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedResponse {
    /// The questionnaire version's id.
    pub questionnaire_id: i32,
    /// How it came.
    pub channel: Channel,
    /// Who entered it, where somebody did.
    pub actor: Option<String>,
    /// One byte an item, in questionnaire order.
    pub answers: Vec<u8>,
    /// The moment it is dated.
    pub answered_at: DateTime<Utc>,
    /// Whether its day is known: that of a sheet from a file is not, its month alone.
    pub dated: bool,
    /// The moment it arrived.
    pub received_at: DateTime<Utc>,
}

type Row = (i32, i16, Option<String>, Vec<u8>, NaiveDateTime, NaiveDateTime, Option<i32>);

/// The responses of the selected services and months that count, in no order that means anything.
///
/// # Errors
/// When the database fails.
pub fn list_counted(conn: &mut Conn<'_>, selection: &Selection) -> StoreResult<Vec<CountedResponse>> {
    let mut found = Vec::new();
    for services in selection.services.chunks(NAMED_AT_ONCE) {
        let rows: Vec<Row> = responses::table
            .filter(responses::service_id.eq_any(services))
            .filter(responses::month.between(selection.from.number(), selection.to.number()))
            .filter(responses::exclusion_id.is_null())
            .select((
                responses::questionnaire_id,
                responses::channel,
                responses::actor,
                responses::answers,
                responses::answered_at,
                responses::received_at,
                responses::batch_id,
            ))
            .load(conn.0)?;
        found.extend(rows.into_iter().map(|(questionnaire_id, channel, actor, answers, answered, received, batch)| {
            CountedResponse {
                questionnaire_id,
                channel: stored_channel(channel),
                actor,
                answers,
                answered_at: time::read(answered),
                dated: batch.is_none(),
                received_at: time::read(received),
            }
        }));
    }
    Ok(found)
}
