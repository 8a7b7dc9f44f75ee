//! What an answer says when something went wrong (RFC 9457).

use serde::{Deserialize, Serialize};

/// A problem document.
///
/// Programs decide by `code`, which never changes its meaning; people read `title`, `detail` and `hint`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "type": "urn:sumberdaya:problem:validation_failed", "title": "Some fields cannot be accepted", "status": 422,
    "code": "validation_failed", "detail": "1 field cannot be accepted", "hint": "Correct the named fields and send again.",
    "request_id": "0190b6a0-1f5e-7cc2-8a4b-2f1d3c4b5a69",
    "errors": [{"pointer": "/name", "code": "empty", "received": "\"\"", "accepted": "1 to 200 characters"}]
})))]
pub struct Problem {
    /// A reference that names the kind of problem.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schema(example = "urn:sumberdaya:problem:not_found"))]
    pub kind: String,
    /// The kind of problem in a few words.
    #[cfg_attr(feature = "schema", schema(example = "There is no such thing"))]
    pub title: String,
    /// The HTTP status.
    #[cfg_attr(feature = "schema", schema(example = 404))]
    pub status: u16,
    /// The stable name of the kind of problem.
    #[cfg_attr(feature = "schema", schema(example = "not_found"))]
    pub code: String,
    /// What happened this time: what was received and what is accepted.
    #[cfg_attr(feature = "schema", schema(example = "there is no such unit"))]
    pub detail: String,
    /// What to do next.
    #[cfg_attr(feature = "schema", schema(example = "Check the code in the address."))]
    pub hint: String,
    /// The request's id, also in the header `x-request-id` and in the server's log.
    #[cfg_attr(feature = "schema", schema(example = "0190b6a0-1f5e-7cc2-8a4b-2f1d3c4b5a69"))]
    pub request_id: String,
    /// One entry for each field that cannot be accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schema(required = false))]
    pub errors: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Where: a JSON pointer into the body, `?name` for a query parameter, `{name}` for a part of the address.
    #[cfg_attr(feature = "schema", schema(example = "/answers/3/score"))]
    pub pointer: String,
    /// The stable name of what is wrong.
    #[cfg_attr(feature = "schema", schema(example = "out_of_range"))]
    pub code: String,
    /// What was received, shortened.
    #[cfg_attr(feature = "schema", schema(example = "7"))]
    pub received: String,
    /// What would be accepted.
    #[cfg_attr(feature = "schema", schema(example = "a whole number from 1 to 4"))]
    pub accepted: String,
}
