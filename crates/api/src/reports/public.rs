//! What everybody may know of a published report.

use super::read_document;
use crate::clock::rfc3339;
use crate::routes::reports::files_body;
use contract::report::{PublicIndex, PublicLastPlan, PublicReport};
use domain::figures::{ElementMean, IndexResult};
use domain::report::{FollowUpState, PlanRow, ReportDocument, ReportScope, ReportTrend};
use domain::{IndexKind, LinkCode};
use store::reports::{Report, find_document, find_published, find_report, list_files};
use store::{Conn, StoreResult};

/// Reads the public view of a report by its short code.
///
/// # Errors
/// [`store::StoreError::NotFound`] when no report of this code was published.
pub fn read(conn: &mut Conn<'_>, code: LinkCode) -> StoreResult<PublicReport> {
    let report = find_published(conn, code)?;
    of_report(conn, report)
}

/// The public view of a published report.
///
/// # Errors
/// When the database fails.
pub(super) fn of_report(conn: &mut Conn<'_>, report: Report) -> StoreResult<PublicReport> {
    let document = read_document(&report, &find_document(conn, report.id)?)?;
    let settings = store::settings::settings_for(conn, report.period.last())?;
    let superseded_by = match report.superseded_by {
        Some(id) => Some(find_report(conn, id)?.code.to_string()),
        None => None,
    };
    let least = i64::from(settings.public_minimum_n);
    let enough = |index: &&IndexResult| index.summary.n >= least;
    let files = list_files(conn, report.id)?;
    let ReportDocument { identity, figures, plan, last_plan, mut trends, .. } = document;
    let indices: Vec<PublicIndex> = figures.indices.iter().filter(enough).map(public_index).collect();
    let shown: Vec<IndexKind> = indices.iter().map(|index| index.summary.index).collect();
    trends.retain(|trend| indices.iter().any(|index| index.summary.index == trend.index));
    hide_small(&mut trends, least);
    Ok(PublicReport {
        code: report.code.to_string(),
        unit: identity.unit_name,
        unit_code: identity.unit_code,
        service: match identity.scope {
            ReportScope::Service { name, .. } => Some(name),
            ReportScope::Unit | ReportScope::City => None,
        },
        city: identity.city_name,
        period: figures.period,
        revision: identity.revision,
        dated: identity.dated,
        published_at: report.published.map(|stamp| rfc3339(stamp.at)).unwrap_or_default(),
        superseded_by,
        n: figures.n,
        required_sample: figures.sample.required,
        weight: figures.method.weight,
        indices,
        trends,
        plan: plan.into_iter().map(|row| without_hidden_element(row, &shown)).collect(),
        last_plan: last_plan.map(|last| PublicLastPlan {
            done: last.done(),
            not_reported: last.count(FollowUpState::NotReported),
            promised: last.rows.len(),
            period: last.period,
        }),
        sha256: report.document_hash.map(hex::encode).unwrap_or_default(),
        files: files_body(&files),
    })
}

/// A plan starts from the lowest elements: of an index that is not shown they tell what it hides.
pub(super) fn without_hidden_element(row: PlanRow, shown: &[IndexKind]) -> PlanRow {
    let is_shown = shown.iter().any(|index| index.element_position(&row.element).is_some());
    if is_shown { row } else { PlanRow { element: String::new(), ..row } }
}

/// Takes periods out in which fewer answered; an earlier result that says nothing of its respondents stays.
pub(super) fn hide_small(trends: &mut Vec<ReportTrend>, least: i64) {
    for trend in trends.iter_mut() {
        trend.points.retain(|point| point.n.is_none_or(|n| n >= least));
    }
    trends.retain(|trend| trend.points.iter().any(|point| point.converted.is_some()));
}

/// Whether a published poster shows a value and a grade that everybody may not see: one made by the program before, or under
/// a lower minimum.
///
/// # Errors
/// When the database fails.
pub fn shows_too_much(conn: &mut Conn<'_>, report: &Report) -> StoreResult<bool> {
    let settings = store::settings::settings_for(conn, report.period.last())?;
    // Every index has a poster: the one of fewest respondents tells.
    let fewest = report.figures.iter().flatten().map(|index| index.n).min();
    let Some(n) = fewest.filter(|n| *n < i64::from(settings.public_minimum_n)) else { return Ok(false) };
    Ok(!read_document(report, &find_document(conn, report.id)?)?.hides(n))
}

fn public_index(index: &IndexResult) -> PublicIndex {
    let element = |element: &domain::figures::ElementResult| {
        let converted = element.converted.clone()?;
        Some(ElementMean { code: element.code.clone(), converted })
    };
    PublicIndex {
        summary: index.summary.clone(),
        elements: index.elements.iter().filter_map(element).collect(),
        pooled: index.pooled.as_ref().map(|pooled| pooled.converted.clone()),
    }
}
