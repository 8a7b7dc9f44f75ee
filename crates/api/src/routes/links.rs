//! Survey links: what QR codes lead to.

pub mod create_link;
pub mod get_link;
pub mod get_link_qr;
pub mod list_links;
pub mod update_link;

use crate::access::{Guard, ManageUnit};
use crate::clock::{read_time, rfc3339};
use crate::error::{ApiError, field_problem};
use chrono::{DateTime, Utc};
use contract::{FieldProblem, LinkChannel};
use domain::{Channel, LinkCode};
use store::Versions;
use store::links::Link;

/// Where respondents go.
pub fn url(public_url: &str, code: LinkCode) -> String {
    format!("{public_url}/s/{code}")
}

fn body(link: &Link, versions: &Versions, public_url: &str) -> Result<contract::Link, ApiError> {
    let version = versions.known(link.questionnaire_id).ok_or_else(|| ApiError::not_found("questionnaire"))?;
    Ok(contract::Link {
        code: link.code.to_string(),
        url: url(public_url, link.code),
        unit: link.unit.1.to_string(),
        service: link.service.as_ref().map(|(_, code)| code.to_string()),
        questionnaire: version.questionnaire.code.to_string(),
        version: version.questionnaire.version,
        channel: if link.channel == Channel::Kiosk { LinkChannel::Kiosk } else { LinkChannel::SelfFilled },
        label: link.label.clone(),
        expires_at: link.expires_at.map(rfc3339),
        closed_at: link.closed_at.map(rfc3339),
        created_by: link.created_by.clone(),
        created_at: rfc3339(link.created_at),
    })
}

/// The link of a code as people write it, when its unit lies in the actor's scope.
async fn scoped_link(guard: &Guard<ManageUnit>, code: &str) -> Result<Link, ApiError> {
    let code = LinkCode::parse(code).map_err(|_| ApiError::not_found("survey link"))?;
    let versions = guard.db().versions().clone();
    let reading = move |conn: &mut store::Conn<'_>| {
        let link = store::links::find_link(conn, code)?;
        // Another replica may have stored the version it asks.
        versions.get(conn, link.questionnaire_id)?;
        Ok(link)
    };
    let link = guard.db().read(reading).await?;
    guard.unit(link.unit.1.as_str()).await?;
    Ok(link)
}

fn label_defect(label: &str) -> Option<FieldProblem> {
    let good = label.chars().count() <= 120 && !label.chars().any(char::is_control);
    (!good).then(|| field_problem("/label", "invalid_label", format!("{label:?}"), "up to 120 characters on one line"))
}

/// A time from which on no new answers are taken: in the future, or it would be closed already.
fn expiry_of(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, FieldProblem> {
    let accepted = "a time in the future as RFC 3339, like 2026-12-31T15:59:59Z";
    match read_time(text) {
        Some(time) if time > now => Ok(time),
        Some(_) => Err(field_problem("/expires_at", "in_the_past", text, accepted)),
        None => Err(field_problem("/expires_at", "invalid_time", format!("{text:?}"), accepted)),
    }
}
