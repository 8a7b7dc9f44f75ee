//! One questionnaire version.

use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use actix_web::{HttpResponse, get, web};
use contract::QuestionnaireQuery;
use domain::Questionnaire;

/// Read a questionnaire.
///
/// The newest version or the one asked for: items, questions about the person, and groupings. A version never changes.
#[utoipa::path(
    tag = "questionnaires",
    security(("bearer" = [])),
    params(
        ("questionnaire" = String, Path, description = "The questionnaire's code", example = "terpadu-16"),
        QuestionnaireQuery
    ),
    responses((status = 200, description = "The questionnaire", body = Questionnaire), ReadErrors)
)]
#[get("/questionnaires/{questionnaire}")]
pub(crate) async fn get_questionnaire(
    guard: Guard<SignedIn>,
    code: web::Path<String>,
    Query(query): Query<QuestionnaireQuery>,
) -> Result<HttpResponse, ApiError> {
    let versions = guard.db().versions().clone();
    let finding = move |conn: &mut store::Conn<'_>| versions.load(conn).map(|()| versions.find(&code, query.version));
    let version = guard.db().read(finding).await?.ok_or_else(|| ApiError::not_found("questionnaire"))?;
    Ok(HttpResponse::Ok().json(&version.questionnaire))
}
