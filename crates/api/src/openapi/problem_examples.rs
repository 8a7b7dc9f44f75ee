//! An example of every problem: a kind of [`ErrorCode`] that has the status of the response.

use super::operations;
use crate::error::{ApiError, ErrorCode};
use contract::Problem;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{OpenApi, Ref, RefOr};

const PROBLEM: &str = "application/problem+json";
/// The request that the examples speak of.
const REQUEST_ID: &str = "0190b6a0-1f5e-7cc2-8a4b-2f1d3c4b5a69";

/// Adds the examples: each kind stands once among the components, and the responses refer to it.
pub(super) fn add(document: &mut OpenApi) {
    let mut used = Vec::new();
    for (path, item) in &mut document.paths.paths {
        for operation in operations(item) {
            used.extend(refer(path, operation));
        }
    }
    let examples = &mut document.components.get_or_insert_default().examples;
    for code in used {
        let value = serde_json::to_value(problem(code)).ok();
        let example = ExampleBuilder::new().summary(code.title()).value(value).build();
        examples.insert(code.as_str().to_owned(), RefOr::T(example));
    }
}

/// Names the example of each problem of an operation; returns the kinds that it named.
fn refer(path: &str, operation: &mut Operation) -> Vec<ErrorCode> {
    let statuses: Vec<String> = operation.responses.responses.keys().cloned().collect();
    let kinds: Vec<_> = statuses.iter().map(|status| kind(status, path, operation)).collect();
    let mut used = Vec::new();
    for (response, kind) in operation.responses.responses.values_mut().zip(kinds) {
        let (RefOr::T(response), Some(kind)) = (response, kind) else { continue };
        let Some(RefOr::T(content)) = response.content.get_mut(PROBLEM) else { continue };
        if content.example.is_none() && content.examples.is_empty() {
            let reference = Ref::new(format!("#/components/examples/{}", kind.as_str()));
            content.examples.insert(kind.as_str().to_owned(), RefOr::Ref(reference));
            used.push(kind);
        }
    }
    used
}

/// The kind that an operation most likely answers with a status; else the first kind that has the status.
fn kind(status: &str, path: &str, operation: &Operation) -> Option<ErrorCode> {
    let name = operation.operation_id.as_deref().unwrap_or_default();
    let at = |part: &str| path.contains(part);
    Some(match (status, name) {
        ("400", _) => of_reading(operation),
        ("401", "create_session") => ErrorCode::WrongCredentials,
        ("401", "refresh_session") => ErrorCode::SessionEnded,
        ("403", "create_session" | "refresh_session" | "delete_session") => ErrorCode::ForeignOrigin,
        ("403", _) if at("{unit}") => ErrorCode::OutsideScope,
        ("404", _) if at("/public/surveys/") => ErrorCode::UnknownLink,
        ("404", _) if at("/public/reports/") => ErrorCode::UnknownReport,
        ("409", "submit_response") => ErrorCode::OtherContent,
        ("409", "create_report" | "create_service" | "create_unit" | "create_user") => ErrorCode::Taken,
        ("409", _) => ErrorCode::Refused,
        _ => return ErrorCode::ALL.iter().copied().find(|code| code.status().as_str() == status),
    })
}

/// What of a request is most likely unreadable: its JSON, its query, a header, else its address.
fn of_reading(operation: &Operation) -> ErrorCode {
    let takes = |place: ParameterIn| {
        let mut parameters = operation.parameters.iter().flatten();
        parameters.any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == place))
    };
    match &operation.request_body {
        Some(RefOr::T(body)) if body.content.contains_key("application/json") => ErrorCode::InvalidBody,
        _ if takes(ParameterIn::Query) => ErrorCode::InvalidQuery,
        _ if takes(ParameterIn::Header) => ErrorCode::InvalidHeader,
        _ => ErrorCode::InvalidAddress,
    }
}

/// A problem of this kind, as the server says it.
fn problem(code: ErrorCode) -> Problem {
    let error = ApiError::new(code, code.example());
    let error = match code {
        ErrorCode::InvalidQuery => error.field("?page", "unknown_field", "", "the parameters of the operation"),
        ErrorCode::ValidationFailed => error.field("/name", "empty", "\"\"", "1 to 200 characters"),
        _ => error,
    };
    Problem { request_id: REQUEST_ID.to_owned(), ..error.problem() }
}
