//! All questionnaire versions.

use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get};
use contract::{GroupingSummary, PageQuery, QuestionnairePage, QuestionnaireSummary};
use domain::{IndexKind, Questionnaire};

/// List questionnaires.
///
/// Every version in the order in which they came, with the groupings that the settings may choose.
#[utoipa::path(
    tag = "questionnaires",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of questionnaire versions", body = QuestionnairePage), ReadErrors)
)]
#[get("/questionnaires")]
pub(crate) async fn list_questionnaires(
    guard: Guard<SignedIn>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let versions = guard.db().versions().clone();
    let all = guard.db().read(move |conn| versions.load(conn).map(|()| versions.all())).await?;
    let start = match &paging.after {
        None => 0,
        Some(after) => {
            all.iter().position(|version| key(&version.questionnaire) == *after).ok_or_else(|| unknown_cursor(after))?
                + 1
        }
    };
    let (page, next) = paging.cut(all.into_iter().skip(start).collect(), |version| key(&version.questionnaire));
    let items = page.iter().map(|version| summary(&version.questionnaire)).collect();
    Ok(HttpResponse::Ok().json(QuestionnairePage { items, next }))
}

fn key(questionnaire: &Questionnaire) -> String {
    format!("{}/{}", questionnaire.code, questionnaire.version)
}

fn summary(questionnaire: &Questionnaire) -> QuestionnaireSummary {
    let groupings = questionnaire.groupings.iter();
    let gives = |kind: &IndexKind| groupings.clone().any(|grouping| grouping.index(*kind).is_some());
    QuestionnaireSummary {
        code: questionnaire.code.to_string(),
        version: questionnaire.version,
        title: questionnaire.title.clone(),
        item_count: u32::try_from(questionnaire.items.iter().filter(|item| !item.hybrid_only).count())
            .unwrap_or(u32::MAX),
        indices: IndexKind::ALL.into_iter().filter(gives).collect(),
        groupings: groupings
            .clone()
            .map(|grouping| GroupingSummary { code: grouping.code.to_string(), title: grouping.title.clone() })
            .collect(),
    }
}
