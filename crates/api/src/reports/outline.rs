//! Which outline a report follows, and which texts it can hold.

use super::assemble::template_in_force;
use crate::error::{ApiError, field_problem};
use contract::FieldProblem;
use domain::preparation::{ReportEdits, ReportTemplate};
use domain::report::Block;
use domain::{Code, Period};
use store::{Conn, Db, StoreResult};

/// The template that a report of a period follows today.
///
/// # Errors
/// When the database fails.
pub fn template_for(conn: &mut Conn<'_>, period: Period) -> StoreResult<ReportTemplate> {
    let settings = store::settings::settings_for(conn, period.last())?;
    template_in_force(conn, &settings.city_name)
}

/// 422 for an outline that is neither shipped nor the city's.
///
/// # Errors
/// That, and when the database fails.
pub async fn require_outline(db: &Db, period: Period, chosen: Option<&Code>) -> Result<(), ApiError> {
    let Some(chosen) = chosen else { return Ok(()) };
    let template = db.read(move |conn| template_for(conn, period)).await?;
    unknown_outline(&template, chosen).map_or(Ok(()), |problem| Err(ApiError::invalid_fields(vec![problem])))
}

/// What a report's edits name and the report does not have: an outline, or slots that would be dropped. What was stored
/// before stays allowed, as the city may have changed its outline since.
pub fn unknown_parts(template: &ReportTemplate, stored: &ReportEdits, edits: &ReportEdits) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let chosen = edits.outline.as_ref();
    if let Some(code) = chosen.filter(|_| edits.outline != stored.outline) {
        problems.extend(unknown_outline(template, code));
    }
    let outline = chosen.and_then(|code| template.outline_of(code)).unwrap_or_else(|| template.outline.clone());
    let slots: Vec<&str> = outline.blocks().filter_map(slot).collect();
    for (at, text) in edits.texts.iter().enumerate() {
        let is_known = slots.contains(&text.slot.as_str()) || stored.texts.iter().any(|known| known.slot == text.slot);
        if !is_known {
            problems.push(field_problem(
                &format!("/texts/{at}/slot"),
                "unknown_slot",
                &text.slot,
                format!("a slot of the outline {}: {}", outline.code, slots.join(", ")),
            ));
        }
    }
    problems
}

fn unknown_outline(template: &ReportTemplate, code: &Code) -> Option<FieldProblem> {
    let codes = template.outline_codes();
    let is_known = codes.iter().any(|known| known == code.as_str());
    (!is_known).then(|| field_problem("/outline", "unknown_outline", code, format!("one of {}", codes.join(", "))))
}

fn slot(block: &Block) -> Option<&str> {
    match block {
        Block::Fixed { slot, .. } | Block::Automatic(slot) => Some(slot),
        Block::Table(_) | Block::Chart(_) | Block::List(_) => None,
    }
}
